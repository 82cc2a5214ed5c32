//! What a walker can see and name, found by where it is.

use crate::venue::{Bounds, LevelId, OpeningKind, Point, Polygon, UnitId, UnitKind, Venue};
use std::collections::BTreeMap;

/// Edge of the index's cells in metres, at least: some three stands.
const CELL_M: f64 = 12.0;
/// Rows and columns at most, whatever sizes a file names: for venues of three kilometres the cells are as above.
const CELLS_MOST: f64 = 256.0;

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

/// Where the cells are. What lies outside of all units belongs to the outermost ones.
#[derive(Debug)]
struct Grid {
    bounds: Bounds,
    cell_m: f64,
}

/// All sights of a venue by cells. Made in time proportional to what there is.
#[derive(Debug)]
pub struct Landmarks {
    grid: Grid,
    cells: BTreeMap<Cell, Vec<Sight>>,
    /// The first exhibitor on each booth that has one.
    exhibitors: BTreeMap<usize, usize>,
}

impl Landmarks {
    pub fn of(venue: &Venue) -> Self {
        let mut landmarks = Self {
            grid: Grid::of(venue),
            cells: BTreeMap::new(),
            exhibitors: BTreeMap::new(),
        };
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
            for cell in self.grid.cells(venue, level, bounds) {
                self.cells.entry(cell).or_default().push(sight);
            }
        }
    }

    /// What may be within `reach_m` of the line from `a` to `b`, in the venue's order.
    pub fn near(&self, venue: &Venue, level: &LevelId, (a, b): (Point, Point), reach_m: f64) -> Vec<Sight> {
        let Some(bounds) = Bounds::of([a, b]) else {
            return Vec::new();
        };
        let cells = self.grid.cells(venue, level, bounds.grown(reach_m));
        let found = cells.filter_map(|cell| self.cells.get(&cell));
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

impl Grid {
    fn of(venue: &Venue) -> Self {
        let units = venue.units().iter().filter_map(|unit| unit.polygon.bounds());
        let nowhere = Point::new(0.0, 0.0);
        let nothing = Bounds {
            min: nowhere,
            max: nowhere,
        };
        let bounds = units.reduce(Bounds::union).unwrap_or(nothing);
        let (width, depth) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
        Self {
            bounds,
            cell_m: (width.max(depth) / CELLS_MOST).max(CELL_M),
        }
    }

    fn cells(&self, venue: &Venue, level: &LevelId, bounds: Bounds) -> impl Iterator<Item = Cell> + use<> {
        let level = venue.levels().iter().position(|other| other.id == *level);
        let Bounds { min, max } = self.bounds;
        let cell = |at: f64, first: f64, last: f64| ((at.clamp(first, last) - first) / self.cell_m) as i32;
        let rows = cell(bounds.min.y, min.y, max.y)..=cell(bounds.max.y, min.y, max.y);
        let columns = cell(bounds.min.x, min.x, max.x)..=cell(bounds.max.x, min.x, max.x);
        level.into_iter().flat_map(move |level| {
            let rows = rows.clone();
            columns
                .clone()
                .flat_map(move |column| rows.clone().map(move |row| (level, column, row)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::test_venue;

    #[test]
    fn sizes_that_nothing_has_fill_no_more_cells_than_there_are() {
        let mut bundle = test_venue::bundle();
        let aisle = bundle.files.layout.aisles.first_mut().unwrap();
        aisle.width_m = 99_999.0;
        let id = aisle.id.clone();
        let venue = Venue::new(bundle.files).unwrap();
        let landmarks = Landmarks::of(&venue);
        // Two levels of 60 m × 30 m.
        assert!(landmarks.cells.len() <= 2 * 6 * 3, "{}", landmarks.cells.len());
        let level = &venue.unit(&venue.aisles()[0].unit).unwrap().level;
        let corner = Point::new(-1e6, 1e6);
        let near = landmarks.near(&venue, level, (corner, corner), 1.0);
        let found = near
            .iter()
            .any(|sight| matches!(sight, Sight::Aisle(i) if venue.aisles()[*i].id == id));
        assert!(found, "the outermost cells hold what lies outside");
    }
}
