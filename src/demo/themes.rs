//! The themes that halls carry: the four announced ones, and zones of later editions. [Shine, 14 Dec 2021; later editions' announcements]

use super::text;
use crate::venue::{Theme, ThemeId};

struct Row {
    id: &'static str,
    en: &'static str,
    zh: &'static str,
    color: &'static str,
}

const fn row(id: &'static str, en: &'static str, zh: &'static str, color: &'static str) -> Row {
    Row { id, en, zh, color }
}

/// In the order of the halls. The colours can be told apart with common colour blindness.
const THEMES: [Row; 7] = [
    row("digital-technology", "Digital technology", "数字技术", "#4477AA"),
    row(
        "artificial-intelligence",
        "Artificial intelligence",
        "人工智能",
        "#3FA7C8",
    ),
    row("smart-city", "Smart city and mobility", "智慧城市与出行", "#228833"),
    row("digital-logistics", "Digital logistics", "数字物流", "#B59B2A"),
    row("cross-border-trade", "Cross-border trade", "跨境贸易", "#D9546A"),
    row("digital-content", "Digital content", "数字内容", "#AA3377"),
    row("silk-road", "Silk Road e-commerce", "丝路电商", "#6B6E9E"),
];

pub(super) fn themes() -> Vec<Theme> {
    THEMES
        .iter()
        .map(|theme| Theme {
            id: ThemeId::new(theme.id),
            name: text(theme.en, theme.zh),
            color: theme.color.to_owned(),
        })
        .collect()
}

/// The theme of a hall by its number; larger venues go round the themes again.
pub(super) fn of_hall(number: usize) -> ThemeId {
    ThemeId::new(THEMES[(number + THEMES.len() - 1) % THEMES.len()].id)
}
