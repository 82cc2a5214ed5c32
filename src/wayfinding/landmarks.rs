//! What a walker can see and name, found by where it is.

use crate::order;
use crate::venue::{Bounds, LevelId, OpeningKind, Point, Polygon, UnitId, UnitKind, Venue};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Edge of the index's cells in metres, at least: some three stands.
const CELL_M: f64 = 12.0;
/// Rows and columns at most, whatever sizes a file names: for venues of three kilometres the cells are as above.
const CELLS_MOST: u16 = 256;
/// The last one ends at the venue's border, which belongs to the next.
const COLUMNS: usize = CELLS_MOST as usize + 1;

/// Something of the venue, by its index in the venue's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    Booth(usize),
    Amenity(usize),
    /// One end of a connector.
    Connector(usize, usize),
    /// A walled unit.
    Unit(usize),
    /// One with a name.
    Opening(usize),
}

/// Its column, those of one level after those of another, and its row.
type Cell = (usize, usize);

/// Where the cells are. What lies outside of all units belongs to the outermost ones.
#[derive(Debug)]
struct Grid {
    bounds: Bounds,
    cell_m: f64,
}

/// All sights of a venue by cells. Made in time proportional to what there is, but for sorting it.
#[derive(Debug)]
pub struct Landmarks {
    grid: Grid,
    /// In the order of the venue.
    sights: Vec<Sight>,
    /// Of the sights, by their indices here.
    cells: Cells,
    /// Of the aisles, by the venue's indices.
    aisles: Cells,
    /// For each booth, the first exhibitor on it.
    exhibitors: Vec<Option<usize>>,
}

/// What is in which cell.
#[derive(Debug, Default)]
struct Cells {
    /// In order.
    entries: Vec<(Cell, usize)>,
    /// Where the entries of each column of each level begin, and where the last ones end.
    columns: Vec<usize>,
}

impl Landmarks {
    pub fn of(venue: &Venue) -> Self {
        let mut landmarks = Self {
            grid: Grid::of(venue),
            sights: Vec::new(),
            cells: Cells::default(),
            aisles: Cells::default(),
            exhibitors: vec![None; venue.booths().len()],
        };
        let mut booths = BTreeMap::new();
        let level_of_unit = |unit: &UnitId| venue.unit(unit).map(|unit| &unit.level);
        for (i, booth) in venue.booths().iter().enumerate() {
            booths.insert(booth.id.as_str(), i);
            landmarks.add(
                venue,
                level_of_unit(&booth.unit),
                booth.footprint.bounds(),
                Sight::Booth(i),
            );
        }
        for (i, exhibitor) in venue.exhibitors().iter().enumerate() {
            for booth in exhibitor.booths.iter().filter_map(|id| booths.get(id.as_str())) {
                landmarks.exhibitors[*booth].get_or_insert(i);
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
            if let Some(level) = level_of_unit(&aisle.unit) {
                landmarks.aisles.add(venue, &landmarks.grid, level, bounds, i);
            }
        }
        for cells in [&mut landmarks.cells, &mut landmarks.aisles] {
            cells.sort(venue);
        }
        landmarks
    }

    fn add(&mut self, venue: &Venue, level: Option<&LevelId>, bounds: Option<Bounds>, sight: Sight) {
        if let Some(level) = level {
            self.cells.add(venue, &self.grid, level, bounds, self.sights.len());
            self.sights.push(sight);
        }
    }

    /// What may be within `reach_m` of the line from `a` to `b`, in the venue's order.
    pub fn near(&self, venue: &Venue, level: &LevelId, line: (Point, Point), reach_m: f64) -> Vec<Sight> {
        let near = self.cells.near(venue, &self.grid, level, line, reach_m);
        near.into_iter().map(|index| self.sights[index]).collect()
    }

    /// Indices of the aisles that a line may lead over, in the venue's order.
    pub fn aisles_on(&self, venue: &Venue, level: &LevelId, line: (Point, Point)) -> Vec<usize> {
        self.aisles.near(venue, &self.grid, level, line, 0.0)
    }

    /// Index of the first exhibitor on the booth of that index.
    pub fn exhibitor_on(&self, booth: usize) -> Option<usize> {
        self.exhibitors.get(booth).copied()?
    }
}

impl Cells {
    fn add(&mut self, venue: &Venue, grid: &Grid, level: &LevelId, bounds: Option<Bounds>, index: usize) {
        if let (Some(level), Some(Bounds { min, max })) = (index_of(venue, level), bounds) {
            for column in grid.columns(min.x, max.x) {
                let rows = grid.rows(min.y, max.y);
                self.entries
                    .extend(rows.map(|row| ((level * COLUMNS + column, row), index)));
            }
        }
    }

    fn sort(&mut self, venue: &Venue) {
        order::sort_by_key(&mut self.entries, |&entry| entry);
        let begin = |column| self.entries.partition_point(|&((other, _), _)| other < column);
        self.columns = (0..=venue.levels().len() * COLUMNS).map(begin).collect();
    }

    fn near(&self, venue: &Venue, grid: &Grid, level: &LevelId, (a, b): (Point, Point), reach_m: f64) -> Vec<usize> {
        let mut near = Vec::new();
        let Some(level) = index_of(venue, level) else {
            return near;
        };
        for column in grid.columns(a.x.min(b.x) - reach_m, a.x.max(b.x) + reach_m) {
            let (south, north) = grid.within(column, (a, b), reach_m);
            let rows = grid.rows(south - reach_m, north + reach_m);
            let column = level * COLUMNS + column;
            let entries = &self.entries[self.columns[column]..self.columns[column + 1]];
            let from = entries.partition_point(|((_, row), _)| row < rows.start());
            let up_to = entries[from..].iter().take_while(|((_, row), _)| row <= rows.end());
            near.extend(up_to.map(|&(_, index)| index));
        }
        order::sort_once(&mut near);
        near
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
            cell_m: (width.max(depth) / f64::from(CELLS_MOST)).max(CELL_M),
        }
    }

    fn columns(&self, west: f64, east: f64) -> RangeInclusive<usize> {
        self.cells(west, east, self.bounds.min.x, self.bounds.max.x)
    }

    fn rows(&self, south: f64, north: f64) -> RangeInclusive<usize> {
        self.cells(south, north, self.bounds.min.y, self.bounds.max.y)
    }

    fn cells(&self, from: f64, to: f64, first: f64, last: f64) -> RangeInclusive<usize> {
        let cell = |at: f64| ((at.clamp(first, last) - first) / self.cell_m) as usize;
        cell(from)..=cell(to)
    }

    /// How far south and north the part of a line is that is in a column, or within `reach_m` of it.
    fn within(&self, column: usize, (a, b): (Point, Point), reach_m: f64) -> (f64, f64) {
        let Bounds { min, max } = self.bounds;
        let edge = |column: usize| min.x + column as f64 * self.cell_m;
        let is_last = edge(column + 1) >= max.x;
        let west = if column == 0 {
            f64::NEG_INFINITY
        } else {
            edge(column) - reach_m
        };
        let east = if is_last {
            f64::INFINITY
        } else {
            edge(column + 1) + reach_m
        };
        let run = b.x - a.x;
        let at = |x: f64| {
            let share = ((x - a.x) / run).clamp(0.0, 1.0);
            a.y + (b.y - a.y) * share
        };
        let ends = if run.abs() < 1e-9 {
            (a.y, b.y)
        } else {
            (at(west), at(east))
        };
        (ends.0.min(ends.1), ends.0.max(ends.1))
    }
}

fn index_of(venue: &Venue, level: &LevelId) -> Option<usize> {
    venue.levels().iter().position(|other| other.id == *level)
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
        let mut cells: Vec<Cell> = landmarks.aisles.entries.iter().map(|&(cell, _)| cell).collect();
        cells.dedup();
        assert!(cells.len() <= 2 * 6 * 3, "{}", cells.len());
        let level = &venue.unit(&venue.aisles()[0].unit).unwrap().level;
        let corner = Point::new(-1e6, 1e6);
        let near = landmarks.aisles_on(&venue, level, (corner, corner));
        let found = near.iter().any(|&i| venue.aisles()[i].id == id);
        assert!(found, "the outermost cells hold what lies outside");
    }
}
