//! Level numbers and the lists of them that OpenStreetMap's `level` and `repeat_on` hold.

use super::tags::Tags;
use crate::venue::LevelId;
use std::collections::BTreeSet;
use std::fmt;

/// A level as OpenStreetMap counts: 0 is the ground, and halves lie between. Kept in hundredths, so that numbers compare exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct LevelNumber(i32);

impl LevelNumber {
    pub const GROUND: Self = Self(0);

    /// No building is taller; a larger number is a mistake.
    const FARTHEST: i32 = 200;

    pub fn from_floor(floor: i32) -> Self {
        Self(floor * 100)
    }

    fn parse(text: &str) -> Option<Self> {
        let number: f64 = text.trim().parse().ok()?;
        (number.abs() <= f64::from(Self::FARTHEST)).then(|| Self((number * 100.0).round() as i32))
    }

    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    pub fn is_whole(self) -> bool {
        self.0 % 100 == 0
    }

    /// The whole floor at or below it.
    pub fn floor(self) -> i32 {
        self.0.div_euclid(100)
    }

    pub fn id(self) -> LevelId {
        LevelId::new(format!("L{self}"))
    }
}

impl fmt::Display for LevelNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_f64())
    }
}

/// The levels that a feature says it is on. The error is the text that says no level.
pub(super) fn levels_of(tags: &Tags) -> Result<BTreeSet<LevelNumber>, String> {
    let mut levels = BTreeSet::new();
    for key in ["level", "repeat_on"] {
        if let Some(text) = tags.get(key) {
            levels.extend(parse_list(text).ok_or_else(|| format!("{key}={text}"))?);
        }
    }
    if levels.is_empty() {
        if let Some(text) = tags.get("indoor:level") {
            levels.extend(parse_list(text).ok_or_else(|| format!("indoor:level={text}"))?);
        } else if let (Some(low), Some(high)) = (tags.get("min_level"), tags.get("max_level")) {
            levels.extend(parse_list(&format!("{low}-{high}")).ok_or_else(|| format!("min_level={low}"))?);
        }
    }
    Ok(levels)
}

/// `0`, `0;1`, `-1-1`, `0-2;4`, `0.5`, `-3--1`; `None` if a part is no level.
fn parse_list(text: &str) -> Option<BTreeSet<LevelNumber>> {
    let mut levels = BTreeSet::new();
    for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        match LevelNumber::parse(part) {
            Some(level) => {
                levels.insert(level);
            }
            None => levels.extend(parse_range(part)?),
        }
    }
    (!levels.is_empty()).then_some(levels)
}

/// `a-b`, where either may be negative: both ends, and all whole levels between.
fn parse_range(text: &str) -> Option<BTreeSet<LevelNumber>> {
    let (start, end) = text
        .char_indices()
        .filter(|&(i, c)| i > 0 && (c == '-' || c == '–'))
        .find_map(|(i, c)| {
            Some((
                LevelNumber::parse(&text[..i])?,
                LevelNumber::parse(&text[i + c.len_utf8()..])?,
            ))
        })?;
    let (low, high) = (start.min(end), start.max(end));
    let whole = (low.floor()..=high.floor())
        .map(LevelNumber::from_floor)
        .filter(|level| (low..=high).contains(level));
    Some(whole.chain([low, high]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<Vec<f64>> {
        parse_list(text).map(|levels| levels.into_iter().map(LevelNumber::as_f64).collect())
    }

    #[test]
    fn lists_ranges_and_halves_are_levels() {
        for (text, levels) in [
            ("0", vec![0.0]),
            ("0;1", vec![0.0, 1.0]),
            (" 1 ; -1;", vec![-1.0, 1.0]),
            ("-1-1", vec![-1.0, 0.0, 1.0]),
            ("0-2", vec![0.0, 1.0, 2.0]),
            ("-3--1", vec![-3.0, -2.0, -1.0]),
            ("2-0", vec![0.0, 1.0, 2.0]),
            ("0.5", vec![0.5]),
            ("-0.5-1", vec![-0.5, 0.0, 1.0]),
            ("0-1;3", vec![0.0, 1.0, 3.0]),
        ] {
            assert_eq!(parsed(text), Some(levels), "{text}");
        }
        for text in ["", ";", "ground", "0-", "--", "1e9", "NaN", "0-inf", "1-2-3"] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }
}
