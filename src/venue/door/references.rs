//! References lead somewhere.

use super::{EXHIBITORS, LAYOUT, PROGRAMME, Unread};
use crate::venue::{FilePlace, Finding, VenueFiles, nearest};
use std::cell::Cell;
use std::fmt::Display;

/// A set of known ids, and the findings about the unknown ones.
pub(super) struct Known<'a, T> {
    what: &'static str,
    ids: Vec<&'a T>,
    unread: &'a Unread,
    /// How often one may still look for a near id. Each look goes through all ids: thousands of unknown ones have another cause than misspelling.
    looks_left: Cell<usize>,
}

impl<'a, T: Ord + Display> Known<'a, T> {
    pub fn new(what: &'static str, ids: impl Iterator<Item = &'a T>, unread: &'a Unread) -> Self {
        let mut ids: Vec<_> = ids.collect();
        ids.sort();
        Self {
            what,
            ids,
            unread,
            looks_left: Cell::new(100),
        }
    }

    pub fn expect(&self, id: &T, file: &str, pointer: String, findings: &mut Vec<Finding>) {
        if self.ids.binary_search(&id).is_ok() || self.unread.contains(&id.to_string()) {
            return;
        }
        let known = match self.near(&id.to_string()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let mut examples: Vec<_> = self.ids.iter().take(3).map(|id| format!("`{id}`")).collect();
                if self.ids.len() > examples.len() {
                    examples.push("…".to_owned());
                }
                if examples.is_empty() {
                    "there is none yet".to_owned()
                } else {
                    format!("there are {}", examples.join(", "))
                }
            }
        };
        findings.push(Finding::error(
            "unknown-reference",
            FilePlace::new(file, pointer),
            format!("There is no {} `{id}`.", self.what),
            format!("Name a {} that exists ({known}), or add this one.", self.what),
        ));
    }

    /// The known id that is most like `id`.
    fn near(&self, id: &str) -> Option<String> {
        let looks_left = self.looks_left.get().checked_sub(1)?;
        self.looks_left.set(looks_left);
        let ids: Vec<String> = self.ids.iter().map(ToString::to_string).collect();
        nearest(id, ids.iter().map(String::as_str)).map(str::to_owned)
    }
}

pub(super) fn findings(files: &VenueFiles, unread: &Unread, findings: &mut Vec<Finding>) {
    let layout = &files.layout;
    let levels = Known::new("level", layout.levels.iter().map(|x| &x.id), unread);
    let units = Known::new("unit", layout.units.iter().map(|x| &x.id), unread);
    let themes = Known::new("theme", layout.themes.iter().map(|x| &x.id), unread);
    let categories = Known::new("category", layout.categories.iter().map(|x| &x.id), unread);
    let booths = Known::new("booth", layout.booths.iter().map(|x| &x.id), unread);
    let exhibitors = Known::new("exhibitor", files.exhibitors.exhibitors.iter().map(|x| &x.id), unread);
    let tracks = Known::new("track", files.programme.tracks.iter().map(|x| &x.id), unread);
    for (i, unit) in layout.units.iter().enumerate() {
        levels.expect(&unit.level, LAYOUT, format!("/units/{i}/level"), findings);
        if let Some(theme) = &unit.theme {
            themes.expect(theme, LAYOUT, format!("/units/{i}/theme"), findings);
        }
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        for (j, unit) in opening.between.iter().enumerate() {
            units.expect(unit, LAYOUT, format!("/openings/{i}/between/{j}"), findings);
        }
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            levels.expect(&end.level, LAYOUT, format!("/connectors/{i}/ends/{j}/level"), findings);
        }
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        levels.expect(&amenity.level, LAYOUT, format!("/amenities/{i}/level"), findings);
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        levels.expect(&fixture.level, LAYOUT, format!("/fixtures/{i}/level"), findings);
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        levels.expect(&kiosk.level, LAYOUT, format!("/kiosks/{i}/level"), findings);
    }
    for (i, aisle) in layout.aisles.iter().enumerate() {
        units.expect(&aisle.unit, LAYOUT, format!("/aisles/{i}/unit"), findings);
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        units.expect(&booth.unit, LAYOUT, format!("/booths/{i}/unit"), findings);
    }
    for (i, exhibitor) in files.exhibitors.exhibitors.iter().enumerate() {
        for (j, booth) in exhibitor.booths.iter().enumerate() {
            booths.expect(booth, EXHIBITORS, format!("/exhibitors/{i}/booths/{j}"), findings);
        }
        for (j, category) in exhibitor.categories.iter().enumerate() {
            categories.expect(
                category,
                EXHIBITORS,
                format!("/exhibitors/{i}/categories/{j}"),
                findings,
            );
        }
    }
    for (i, session) in files.programme.sessions.iter().enumerate() {
        units.expect(&session.room, PROGRAMME, format!("/sessions/{i}/room"), findings);
        if let Some(track) = &session.track {
            tracks.expect(track, PROGRAMME, format!("/sessions/{i}/track"), findings);
        }
        for (j, exhibitor) in session.exhibitors.iter().enumerate() {
            exhibitors.expect(exhibitor, PROGRAMME, format!("/sessions/{i}/exhibitors/{j}"), findings);
        }
    }
}
