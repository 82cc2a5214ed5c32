//! What a walker can see and name, found by where it is.

use crate::venue::{Bounds, LevelId, OpeningKind, Point, Polygon, UnitId, UnitKind, Venue};
use std::collections::BTreeMap;

/// Edge of the index's cells in metres: some three stands.
const CELL_M: f64 = 12.0;

/// Something of the venue, by its index in the venue's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    Booth(usize),
    Amenity(usize),
    /// One end of a connector.
    Connector(usize, usize),
    /// A walled unit.
    Unit(usize),
    Aisle(usize),
    /// One with a name.
    Opening(usize),
}

/// Level, column and row.
type Cell = (usize, i32, i32);

/// All sights of a venue by cells. Made in time proportional to what there is.
#[derive(Debug, Default)]
pub struct Landmarks {
    cells: BTreeMap<Cell, Vec<Sight>>,
    /// The first exhibitor on each booth that has one.
    exhibitors: BTreeMap<usize, usize>,
}

impl Landmarks {
    pub fn of(venue: &Venue) -> Self {
        let mut landmarks = Self::default();
        let mut booths = BTreeMap::new();
        let level_of_unit = |unit: &UnitId| venue.unit(unit).map(|unit| &unit.level);
        for (i, booth) in venue.booths().iter().enumerate() {
            booths.insert(&booth.id, i);
            landmarks.add(
                venue,
                level_of_unit(&booth.unit),
                booth.footprint.bounds(),
                Sight::Booth(i),
            );
        }
        for (i, exhibitor) in venue.exhibitors().iter().enumerate() {
            for booth in exhibitor.booths.iter().filter_map(|id| booths.get(id)) {
                landmarks.exhibitors.entry(*booth).or_insert(i);
            }
        }
        for (i, amenity) in venue.amenities().iter().enumerate() {
            let bounds = amenity.footprint.as_ref().and_then(Polygon::bounds);
            landmarks.add(venue, Some(&amenity.level), bounds, Sight::Amenity(i));
        }
        for (i, connector) in venue.connectors().iter().enumerate() {
            for (end, at) in connector.ends.iter().enumerate() {
                let bounds = at.footprint.as_ref().and_then(Polygon::bounds);
                landmarks.add(venue, Some(&at.level), bounds, Sight::Connector(i, end));
            }
        }
        for (i, unit) in venue.units().iter().enumerate() {
            if matches!(unit.kind, UnitKind::Room | UnitKind::Shop) {
                landmarks.add(venue, Some(&unit.level), unit.polygon.bounds(), Sight::Unit(i));
            }
        }
        for (i, opening) in venue.openings().iter().enumerate() {
            if opening.name.is_some() && opening.kind != OpeningKind::EmergencyExit {
                let level = opening.between.first().and_then(level_of_unit);
                landmarks.add(venue, level, Bounds::of([opening.from, opening.to]), Sight::Opening(i));
            }
        }
        for (i, aisle) in venue.aisles().iter().enumerate() {
            let bounds = Bounds::of(aisle.line.iter().copied()).map(|bounds| bounds.grown(aisle.width_m / 2.0));
            landmarks.add(venue, level_of_unit(&aisle.unit), bounds, Sight::Aisle(i));
        }
        landmarks
    }

    fn add(&mut self, venue: &Venue, level: Option<&LevelId>, bounds: Option<Bounds>, sight: Sight) {
        if let (Some(level), Some(bounds)) = (level, bounds) {
            for cell in cells(venue, level, bounds) {
                self.cells.entry(cell).or_default().push(sight);
            }
        }
    }

    /// What may be within `reach_m` of the line from `a` to `b`, in the venue's order.
    pub fn near(&self, venue: &Venue, level: &LevelId, (a, b): (Point, Point), reach_m: f64) -> Vec<Sight> {
        let Some(bounds) = Bounds::of([a, b]) else {
            return Vec::new();
        };
        let found = cells(venue, level, bounds.grown(reach_m)).filter_map(|cell| self.cells.get(&cell));
        let mut sights: Vec<Sight> = found.flatten().copied().collect();
        sights.sort_unstable();
        sights.dedup();
        sights
    }

    /// Index of the first exhibitor on the booth of that index.
    pub fn exhibitor_on(&self, booth: usize) -> Option<usize> {
        self.exhibitors.get(&booth).copied()
    }
}

fn cells(venue: &Venue, level: &LevelId, bounds: Bounds) -> impl Iterator<Item = Cell> {
    let level = venue.levels().iter().position(|other| other.id == *level);
    let cell = |at: f64| (at / CELL_M).floor() as i32;
    let rows = cell(bounds.min.y)..=cell(bounds.max.y);
    let columns = cell(bounds.min.x)..=cell(bounds.max.x);
    level.into_iter().flat_map(move |level| {
        let rows = rows.clone();
        columns
            .clone()
            .flat_map(move |column| rows.clone().map(move |row| (level, column, row)))
    })
}
