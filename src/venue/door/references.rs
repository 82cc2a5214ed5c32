//! References lead somewhere.

use super::{EXHIBITORS, LAYOUT, PROGRAMME, Unread};
use crate::order;
use crate::venue::{FilePlace, Finding, VenueFiles, nearest};
use std::cell::Cell;

/// A set of known ids, and the findings about the unknown ones.
pub(super) struct Known<'a> {
    what: &'static str,
    ids: Vec<&'a str>,
    unread: &'a Unread,
    /// How often one may still look for a near id. Each look goes through all ids: thousands of unknown ones have another cause than misspelling.
    looks_left: Cell<usize>,
}

impl<'a> Known<'a> {
    pub fn new(what: &'static str, ids: impl Iterator<Item = &'a str>, unread: &'a Unread) -> Self {
        let mut ids: Vec<_> = ids.collect();
        order::sort_by_key(&mut ids, |id| *id);
        Self {
            what,
            ids,
            unread,
            looks_left: Cell::new(100),
        }
    }

    pub fn expect(&self, id: &str, file: &str, pointer: String, findings: &mut Vec<Finding>) {
        if self.ids.binary_search(&id).is_ok() || self.unread.contains(id) {
            return;
        }
        let known = match self.near(id) {
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
    fn near(&self, id: &str) -> Option<&'a str> {
        let looks_left = self.looks_left.get().checked_sub(1)?;
        self.looks_left.set(looks_left);
        nearest(id, self.ids.iter().copied())
    }
}

pub(super) fn findings(files: &VenueFiles, unread: &Unread, findings: &mut Vec<Finding>) {
    let layout = &files.layout;
    let levels = Known::new("level", layout.levels.iter().map(|x| x.id.as_str()), unread);
    let units = Known::new("unit", layout.units.iter().map(|x| x.id.as_str()), unread);
    let themes = Known::new("theme", layout.themes.iter().map(|x| x.id.as_str()), unread);
    let categories = Known::new("category", layout.categories.iter().map(|x| x.id.as_str()), unread);
    let booths = Known::new("booth", layout.booths.iter().map(|x| x.id.as_str()), unread);
    let exhibitors = Known::new(
        "exhibitor",
        files.exhibitors.exhibitors.iter().map(|x| x.id.as_str()),
        unread,
    );
    let tracks = Known::new("track", files.programme.tracks.iter().map(|x| x.id.as_str()), unread);
    for (i, unit) in layout.units.iter().enumerate() {
        levels.expect(unit.level.as_str(), LAYOUT, format!("/units/{i}/level"), findings);
        if let Some(theme) = &unit.theme {
            themes.expect(theme.as_str(), LAYOUT, format!("/units/{i}/theme"), findings);
        }
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        for (j, unit) in opening.between.iter().enumerate() {
            units.expect(unit.as_str(), LAYOUT, format!("/openings/{i}/between/{j}"), findings);
        }
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            levels.expect(
                end.level.as_str(),
                LAYOUT,
                format!("/connectors/{i}/ends/{j}/level"),
                findings,
            );
        }
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        levels.expect(
            amenity.level.as_str(),
            LAYOUT,
            format!("/amenities/{i}/level"),
            findings,
        );
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        levels.expect(fixture.level.as_str(), LAYOUT, format!("/fixtures/{i}/level"), findings);
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        levels.expect(kiosk.level.as_str(), LAYOUT, format!("/kiosks/{i}/level"), findings);
    }
    for (i, aisle) in layout.aisles.iter().enumerate() {
        units.expect(aisle.unit.as_str(), LAYOUT, format!("/aisles/{i}/unit"), findings);
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        units.expect(booth.unit.as_str(), LAYOUT, format!("/booths/{i}/unit"), findings);
    }
    for (i, exhibitor) in files.exhibitors.exhibitors.iter().enumerate() {
        for (j, booth) in exhibitor.booths.iter().enumerate() {
            booths.expect(
                booth.as_str(),
                EXHIBITORS,
                format!("/exhibitors/{i}/booths/{j}"),
                findings,
            );
        }
        for (j, category) in exhibitor.categories.iter().enumerate() {
            categories.expect(
                category.as_str(),
                EXHIBITORS,
                format!("/exhibitors/{i}/categories/{j}"),
                findings,
            );
        }
    }
    for (i, session) in files.programme.sessions.iter().enumerate() {
        units.expect(
            session.room.as_str(),
            PROGRAMME,
            format!("/sessions/{i}/room"),
            findings,
        );
        if let Some(track) = &session.track {
            tracks.expect(track.as_str(), PROGRAMME, format!("/sessions/{i}/track"), findings);
        }
        for (j, exhibitor) in session.exhibitors.iter().enumerate() {
            exhibitors.expect(
                exhibitor.as_str(),
                PROGRAMME,
                format!("/sessions/{i}/exhibitors/{j}"),
                findings,
            );
        }
    }
}
