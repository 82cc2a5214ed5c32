//! What files must be to become a [`Venue`](super::Venue): known formats, one meaning an id, references that lead somewhere, polygons that are some.

use super::checked::PlaceIndex;
use super::{
    EXHIBITORS_FORMAT, FilePlace, Finding, LAYOUT_FORMAT, PROGRAMME_FORMAT, PlaceId, Point, Polygon, RULES_FORMAT,
    VenueFiles, nearest,
};
use std::cell::Cell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

pub(super) const LAYOUT: &str = "layout.json";
pub(super) const EXHIBITORS: &str = "exhibitors.json";
pub(super) const PROGRAMME: &str = "programme.json";
pub(super) const RULES: &str = "rules.json";

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
    list!(EXHIBITORS, "exhibitors", files.exhibitors.exhibitors, Exhibitor);
    list!(PROGRAMME, "sessions", files.programme.sessions, Session);
}

/// All that keeps `files` from being a venue.
pub fn findings(files: &VenueFiles, unread: &Unread) -> Vec<Finding> {
    let mut findings = Vec::new();
    formats(files, &mut findings);
    duplicates(files, &mut findings);
    references(files, unread, &mut findings);
    shapes(files, &mut findings);
    if unread.is_empty() && (files.layout.levels.is_empty() || files.layout.units.is_empty()) {
        findings.push(Finding::error(
            "no-units",
            FilePlace::new(LAYOUT, "/units"),
            "The layout has no level or no unit, so there is nothing to show.",
            "Add at least one level and one unit, for instance a hall.",
        ));
    }
    findings
}

fn formats(files: &VenueFiles, findings: &mut Vec<Finding>) {
    for (file, found, known) in [
        (LAYOUT, &files.layout.format, LAYOUT_FORMAT),
        (EXHIBITORS, &files.exhibitors.format, EXHIBITORS_FORMAT),
        (PROGRAMME, &files.programme.format, PROGRAMME_FORMAT),
        (RULES, &files.rules.format, RULES_FORMAT),
    ] {
        if found != known {
            findings.push(Finding::error(
                "unknown-format",
                FilePlace::new(file, "/format"),
                format!("The format is `{found}`, which this version does not know."),
                format!("Use `{known}`, or a Fairway that knows this format."),
            ));
        }
    }
}

fn duplicates(files: &VenueFiles, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<PlaceId, FilePlace> = BTreeMap::new();
    each_place(files, |id, _, place| match first.entry(id) {
        Entry::Vacant(entry) => {
            entry.insert(place);
        }
        Entry::Occupied(entry) => findings.push(Finding::error(
            "duplicate-id",
            place,
            format!(
                "The id `{}` is already used at {}{}.",
                entry.key(),
                entry.get().file,
                entry.get().pointer
            ),
            "Give each place an id of its own; booths, units, exhibitors and sessions share one set of ids.",
        )),
    });
    let layout = &files.layout;
    unique("levels", layout.levels.iter().map(|x| &x.id), findings);
    unique("themes", layout.themes.iter().map(|x| &x.id), findings);
    unique("categories", layout.categories.iter().map(|x| &x.id), findings);
    unique("fixtures", layout.fixtures.iter().map(|x| &x.id), findings);
    unique("aisles", layout.aisles.iter().map(|x| &x.id), findings);
    let mut ordinals = BTreeMap::new();
    for (i, level) in layout.levels.iter().enumerate() {
        if let Some(other) = ordinals.insert(level.ordinal, &level.id) {
            findings.push(Finding::error(
                "duplicate-ordinal",
                FilePlace::new(LAYOUT, format!("/levels/{i}/ordinal")),
                format!(
                    "Level `{}` has the ordinal {} of level `{other}`.",
                    level.id, level.ordinal
                ),
                "Give each level an ordinal of its own: 0 for the ground, 1 above it.",
            ));
        }
    }
}

fn unique<'a, T: Ord + Display + 'a>(list: &str, ids: impl Iterator<Item = &'a T>, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for (i, id) in ids.enumerate() {
        if let Some(earlier) = first.insert(id, i) {
            findings.push(Finding::error(
                "duplicate-id",
                FilePlace::new(LAYOUT, format!("/{list}/{i}/id")),
                format!("The id `{id}` is already used at {LAYOUT}/{list}/{earlier}/id."),
                format!("Give each of the {list} an id of its own."),
            ));
        }
    }
}

/// A set of known ids, and the findings about the unknown ones.
struct Known<'a, T> {
    what: &'static str,
    ids: Vec<&'a T>,
    unread: &'a Unread,
    /// How often one may still look for a near id. Each look goes through all ids: thousands of unknown ones have another cause than misspelling.
    looks_left: Cell<usize>,
}

impl<'a, T: Ord + Display> Known<'a, T> {
    fn new(what: &'static str, ids: impl Iterator<Item = &'a T>, unread: &'a Unread) -> Self {
        let mut ids: Vec<_> = ids.collect();
        ids.sort();
        Self {
            what,
            ids,
            unread,
            looks_left: Cell::new(100),
        }
    }

    fn expect(&self, id: &T, file: &str, pointer: String, findings: &mut Vec<Finding>) {
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

fn references(files: &VenueFiles, unread: &Unread, findings: &mut Vec<Finding>) {
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

/// Coordinates beyond this many metres from the origin are a mistake of units or of projection.
const FARTHEST_M: f64 = 100_000.0;

fn shapes(files: &VenueFiles, findings: &mut Vec<Finding>) {
    let layout = &files.layout;
    for (i, unit) in layout.units.iter().enumerate() {
        polygon(&unit.polygon, format!("/units/{i}/polygon"), findings);
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        polygon(&booth.footprint, format!("/booths/{i}/footprint"), findings);
        for (j, side) in booth.open_sides.iter().enumerate() {
            if booth.footprint.side(*side).is_none() {
                findings.push(Finding::error(
                    "unknown-side",
                    FilePlace::new(LAYOUT, format!("/booths/{i}/open_sides/{j}")),
                    format!("Booth `{}` has no side {side}.", booth.id),
                    format!(
                        "Count sides from 0 to {}: side 0 joins the first two corners.",
                        booth.footprint.points().len().saturating_sub(1)
                    ),
                ));
            }
        }
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        polygon(&fixture.footprint, format!("/fixtures/{i}/footprint"), findings);
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        point(amenity.point, format!("/amenities/{i}/point"), findings);
        if let Some(footprint) = &amenity.footprint {
            polygon(footprint, format!("/amenities/{i}/footprint"), findings);
        }
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        point(kiosk.point, format!("/kiosks/{i}/point"), findings);
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        point(opening.from, format!("/openings/{i}/from"), findings);
        point(opening.to, format!("/openings/{i}/to"), findings);
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            point(end.point, format!("/connectors/{i}/ends/{j}/point"), findings);
            if let Some(footprint) = &end.footprint {
                polygon(footprint, format!("/connectors/{i}/ends/{j}/footprint"), findings);
            }
        }
    }
}

fn polygon(shape: &Polygon, pointer: String, findings: &mut Vec<Finding>) {
    for (i, corner) in shape.points().iter().enumerate() {
        point(*corner, format!("{pointer}/{i}"), findings);
    }
    if shape.points().len() < 3 || shape.area() < 1e-4 {
        findings.push(Finding::error(
            "no-area",
            FilePlace::new(LAYOUT, pointer),
            format!(
                "The polygon has {} corners and covers {:.2} m².",
                shape.points().len(),
                shape.area()
            ),
            "Give at least three corners in order round the shape; the first is not repeated at the end.",
        ));
    }
}

fn point(point: Point, pointer: String, findings: &mut Vec<Finding>) {
    if !(point.x.abs() <= FARTHEST_M && point.y.abs() <= FARTHEST_M) {
        findings.push(Finding::error(
            "far-away",
            FilePlace::new(LAYOUT, pointer),
            format!(
                "[{}, {}] is more than {} km from the origin.",
                point.x,
                point.y,
                FARTHEST_M / 1000.0
            ),
            "Coordinates are local metres, x east and y north, from an origin at the venue.",
        ));
    }
}
