//! How each kind of label looks, and from how near it is shown.

use crate::guide::LabelRank;

/// A mark that is drawn, not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Icon {
    /// A drop with a hole: its tip is the place.
    Pin,
    /// A dot in a ring.
    Dot,
    /// A disc with a number on it.
    Badge(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Height of the letters' box, in CSS pixels.
    pub size_px: f32,
    pub weight: u16,
    /// Longer texts end in an ellipsis.
    pub longest_px: f32,
    /// How wide the place must be in the picture for its name to be shown, in CSS pixels.
    pub from_px: f32,
    /// Lower goes first.
    pub rank: u8,
}

/// Height of the selected place's name. Where it is read as large on the place itself, no label says it.
pub const SELECTED_PX: f32 = 15.0;
/// The selected place's name: before all but the halls' numerals.
pub const SELECTED: Style = Style {
    size_px: SELECTED_PX,
    weight: 700,
    longest_px: 240.0,
    from_px: 0.0,
    rank: 1,
};

pub const fn style(rank: LabelRank) -> Style {
    let (size_px, weight, longest_px, from_px, rank) = match rank {
        LabelRank::HallNumber => (34.0, 700, 160.0, 24.0, 0),
        LabelRank::HallName => (14.0, 600, 220.0, 420.0, 2),
        LabelRank::Room => (13.0, 600, 160.0, 30.0, 3),
        LabelRank::Anchor => (13.0, 600, 150.0, 46.0, 4),
        LabelRank::Booth => (12.0, 500, 130.0, 40.0, 5),
    };
    Style {
        size_px,
        weight,
        longest_px,
        from_px,
        rank,
    }
}

/// Whether a name has a number, letters or both, as a word of its own.
pub fn has_word(name: &str, word: &str) -> bool {
    let is_apart = |beside: Option<char>| !beside.is_some_and(|c| c.is_ascii_alphanumeric());
    !word.is_empty()
        && name
            .match_indices(word)
            .any(|(at, _)| is_apart(name[..at].chars().next_back()) && is_apart(name[at + word.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_word_of_a_name_in_any_script() {
        assert!(has_word("Hall 5", "5") && has_word("5号馆", "5") && has_word("Halle B6-1", "B6"));
        assert!(!has_word("Hall 15", "5") && !has_word("Hall 51", "5") && !has_word("Paradise", "5"));
        assert!(!has_word("Hall", ""));
    }
}
