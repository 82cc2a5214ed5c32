//! What files must be to become a [`Venue`](super::Venue): known formats, one meaning an id, references that lead somewhere, polygons that are some.

mod formats;
mod ids;
mod live;
mod references;
#[cfg(feature = "placement")]
mod rules;
mod shapes;

#[cfg(feature = "cli")]
pub(crate) use shapes::is_near;

use super::checked::PlaceIndex;
use super::{FilePlace, Finding, PlaceId, VenueFiles};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LAYOUT: &str = "layout.json";
pub(super) const EXHIBITORS: &str = "exhibitors.json";
pub(super) const PROGRAMME: &str = "programme.json";
pub(super) const RULES: &str = "rules.json";
pub(super) const LIVE: &str = "live.json";

/// What a reader left out of the files because it had errors of its own, so that references to it are not called unknown as well.
#[derive(Clone, Debug, Default)]
pub struct Unread {
    ids: BTreeSet<String>,
}

impl Unread {
    pub fn add(&mut self, ids: impl IntoIterator<Item = String>) {
        self.ids.extend(ids);
    }

    pub fn contains(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// Every place by its id; of several with one id, the first.
pub(super) fn places(files: &VenueFiles) -> BTreeMap<PlaceId, PlaceIndex> {
    let mut places = BTreeMap::new();
    each_place(files, |id, index, _| {
        places.entry(id).or_insert(index);
    });
    places
}

/// Calls `visit` with every place's id, index, file and pointer.
fn each_place(files: &VenueFiles, mut visit: impl FnMut(PlaceId, PlaceIndex, FilePlace)) {
    macro_rules! list {
        ($file:expr, $name:literal, $items:expr, $kind:ident) => {
            for (i, item) in $items.iter().enumerate() {
                visit(
                    (&item.id).into(),
                    PlaceIndex::$kind(i),
                    FilePlace::new($file, format!("/{}/{i}/id", $name)),
                );
            }
        };
    }
    let layout = &files.layout;
    list!(LAYOUT, "units", layout.units, Unit);
    list!(LAYOUT, "openings", layout.openings, Opening);
    list!(LAYOUT, "connectors", layout.connectors, Connector);
    list!(LAYOUT, "amenities", layout.amenities, Amenity);
    list!(LAYOUT, "kiosks", layout.kiosks, Kiosk);
    list!(LAYOUT, "booths", layout.booths, Booth);
    list!(LAYOUT, "aisles", layout.aisles, Aisle);
    list!(EXHIBITORS, "exhibitors", files.exhibitors.exhibitors, Exhibitor);
    list!(PROGRAMME, "sessions", files.programme.sessions, Session);
}

/// All that keeps `files` from being a venue.
pub fn findings(files: &VenueFiles, unread: &Unread) -> Vec<Finding> {
    let mut findings = Vec::new();
    formats::findings(files, &mut findings);
    ids::findings(files, &mut findings);
    references::findings(files, unread, &mut findings);
    #[cfg(feature = "placement")]
    rules::findings(files, unread, &mut findings);
    shapes::findings(files, &mut findings);
    live::findings(files, unread, &mut findings);
    let layout = &files.layout;
    for (list, empty) in [("levels", layout.levels.is_empty()), ("units", layout.units.is_empty())] {
        if empty && unread.is_empty() {
            findings.push(Finding::error(
                "nothing-to-show",
                FilePlace::new(LAYOUT, format!("/{list}")),
                format!("The layout has no {list}, so there is nothing to show."),
                "Add at least one level and one unit, for instance a hall.",
            ));
        }
    }
    findings
}

/// All that is wrong with the live file of `files`.
pub(super) fn live_findings(files: &VenueFiles) -> Vec<Finding> {
    let mut findings = Vec::new();
    formats::findings(files, &mut findings);
    live::findings(files, &Unread::default(), &mut findings);
    findings
}
