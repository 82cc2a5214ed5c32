//! The names of where things are. They narrow a search ("coffee hall 3") and find nothing alone.
//!
//! A hall's thousand lines share one set of names, so that the index holds each set once.

use super::{fold, whereabouts};
use crate::venue::{LevelId, LocalText, Place, UnitId, UnitKind, Venue};
use crate::words;
use std::collections::BTreeMap;

/// A set of names, by its position in [`Surroundings::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SurroundingsId(pub u32);

/// Each set of names once.
pub struct Surroundings<'v> {
    venue: &'v Venue,
    by_unit: BTreeMap<(&'v LevelId, Option<&'v UnitId>), SurroundingsId>,
    /// The names of each set, folded.
    pub names: Vec<Vec<String>>,
}

impl<'v> Surroundings<'v> {
    pub fn of(venue: &'v Venue) -> Self {
        Self {
            venue,
            by_unit: BTreeMap::new(),
            names: Vec::new(),
        }
    }

    /// The names of where a place is; `None` for a booth, whose number says its hall, for a unit, which is its own, and for what is nowhere.
    pub fn around(&mut self, place: Place<'v>) -> Option<SurroundingsId> {
        if matches!(place, Place::Booth(_) | Place::Unit(_)) {
            return None;
        }
        let at = whereabouts(self.venue, place)?;
        let key = (at.level, at.unit.map(|unit| &unit.id));
        if let Some(known) = self.by_unit.get(&key) {
            return Some(*known);
        }
        let id = SurroundingsId(self.names.len() as u32);
        let level = self.venue.level(at.level).filter(|_| self.venue.levels().len() > 1);
        let mut names: Vec<String> = level.map(|level| folded(&level.name)).unwrap_or_default();
        if let Some(unit) = at.unit {
            names.extend(folded(&unit.name));
            if let (UnitKind::Hall, Some(number)) = (unit.kind, &unit.number) {
                names.extend(words::of_hall(number).iter().map(|word| fold::joined(word)));
            }
        }
        self.names.push(names);
        self.by_unit.insert(key, id);
        Some(id)
    }
}

/// Each wording, without empty ones.
pub fn folded(text: &LocalText) -> Vec<String> {
    text.wordings()
        .map(fold::joined)
        .filter(|name| !name.is_empty())
        .collect()
}
