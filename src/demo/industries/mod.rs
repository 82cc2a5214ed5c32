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
