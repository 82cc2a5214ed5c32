//! What exhibitors do, by theme: the venue's categories, with what such companies are called, show and say of themselves.

mod city;
mod content;
mod intelligence;
mod logistics;
mod silk_road;
mod technology;
mod trade;

use super::text;
use crate::venue::{Category, CategoryId, ThemeId};

/// English and Chinese.
pub(super) type Words = (&'static str, &'static str);

pub(super) struct Industry {
    pub(super) id: &'static str,
    pub(super) theme: &'static str,
    pub(super) name: Words,
    /// How companies of it call their trade in their names.
    pub(super) trades: &'static [Words],
    /// Nouns that can stand in a sentence.
    pub(super) products: &'static [Words],
    /// Sentences with `{name}` and `{product}`.
    pub(super) sentences: &'static [Words],
}

/// Sentences that any exhibitor may say of itself: with `{name}`, `{product}`, a `{year}` and a number of people `{people}`.
pub(super) const GENERAL_SENTENCES: &[Words] = &[
    (
        "Since {year} {name} has specialised in {product}.",
        "自{year}年起，{name}专注于{product}。",
    ),
    (
        "{name} has {people} employees and shows {product} for the first time.",
        "{name}有{people}名员工，本届首次展出{product}。",
    ),
    (
        "{name} looks for partners who want to bring {product} to new markets.",
        "{name}寻找愿意把{product}带往新市场的合作伙伴。",
    ),
    (
        "A family business until {year}, {name} now employs {people} people and is known for {product}.",
        "{year}年以前还是家族企业的{name}，如今有{people}名员工，以{product}闻名。",
    ),
    (
        "{name} won its first customer abroad with {product}, in {year}.",
        "{year}年，{name}凭{product}赢得第一位海外客户。",
    ),
    (
        "Every second one of the {people} people at {name} works on {product}.",
        "{name}的{people}名员工中，每两人就有一人从事{product}相关工作。",
    ),
    (
        "Ask {name} for samples, prices and plans of {product}.",
        "欢迎向{name}索取{product}的样品、报价和方案。",
    ),
];

/// Every industry, theme by theme.
fn all() -> impl Iterator<Item = &'static Industry> {
    [
        technology::INDUSTRIES,
        intelligence::INDUSTRIES,
        city::INDUSTRIES,
        logistics::INDUSTRIES,
        trade::INDUSTRIES,
        content::INDUSTRIES,
        silk_road::INDUSTRIES,
    ]
    .into_iter()
    .flatten()
}

pub(super) fn categories() -> Vec<Category> {
    all()
        .map(|industry| Category {
            id: CategoryId::new(industry.id),
            name: text(industry.name.0, industry.name.1),
        })
        .collect()
}

/// The industries that belong in a hall of that theme.
pub(super) fn of_theme(theme: &ThemeId) -> Vec<&'static Industry> {
    all().filter(|industry| industry.theme == theme.as_str()).collect()
}
