//! What the parts of a model need to know of their surroundings.

use super::ink::{Ink, NEUTRAL};
use super::region::Region;
use crate::venue::{Level, LevelId, Point, Unit, UnitKind, Venue};

/// The cut through a hall's walls, above the people and below the roof.
const HALL_CUT_M: f64 = 4.5;
/// The cut through the walls of rooms and shops.
const ROOM_CUT_M: f64 = 3.0;
/// Height of a hall that does not say its own.
const HALL_HEIGHT_M: f64 = 12.0;
/// Thickness of the slab under an upper level.
pub const SLAB_M: f64 = 0.3;

/// A venue and what is derived from it once.
pub struct Site<'v> {
    pub venue: &'v Venue,
}

impl<'v> Site<'v> {
    /// Elevation of the next level above; `None` for the highest.
    pub fn next_above(&self, level: &Level) -> Option<f64> {
        self.venue
            .levels()
            .iter()
            .map(|other| other.elevation_m)
            .filter(|elevation| *elevation > level.elevation_m + 0.5)
            .min_by(f64::total_cmp)
    }

    pub fn is_lowest(&self, level: &Level) -> bool {
        self.venue.levels().iter().all(|other| other.ordinal >= level.ordinal)
    }

    /// Room between a level's floor and the slab above it.
    pub fn headroom(&self, level: &Level) -> f64 {
        self.next_above(level)
            .map_or(f64::INFINITY, |above| (above - level.elevation_m - SLAB_M).max(1.0))
    }

    /// The height where the model is cut open to look in.
    pub fn cut(&self, unit: &Unit) -> f64 {
        let (cut, headroom) = match (unit.kind, self.venue.level(&unit.level)) {
            // Nothing is above a hall, whatever levels its neighbours have.
            (UnitKind::Hall, _) | (_, None) => (HALL_CUT_M, f64::INFINITY),
            (_, Some(level)) => (ROOM_CUT_M, self.headroom(level) - 0.1),
        };
        cut.min(unit.height_m.unwrap_or(f64::INFINITY)).min(headroom).max(0.5)
    }

    /// The clear height of a hall.
    pub fn height(&self, hall: &Unit) -> f64 {
        hall.height_m.unwrap_or(HALL_HEIGHT_M).max(self.cut(hall))
    }

    /// The colour that a unit's theme has.
    pub fn theme(&self, unit: &Unit) -> Ink {
        unit.theme
            .as_ref()
            .and_then(|id| self.venue.theme(id))
            .and_then(|theme| Ink::parse(&theme.color))
            .unwrap_or(NEUTRAL)
    }

    pub fn units_on<'s>(&'s self, level: &'s LevelId) -> impl Iterator<Item = &'v Unit> + 's {
        self.venue.units().iter().filter(move |unit| unit.level == *level)
    }

    /// The kind of floor at a point, where one can walk freely: the innermost.
    pub fn open_floor_at(&self, level: &LevelId, point: Point) -> Option<UnitKind> {
        let mut at: Vec<&Unit> = self
            .units_on(level)
            .filter(|unit| unit.polygon.contains(point))
            .collect();
        at.sort_by_key(|unit| std::cmp::Reverse(layer(unit.kind)));
        at.first().map(|unit| unit.kind).filter(|kind| !kind.is_walled())
    }

    /// Floors of levels above where a unit's room ends: it has no roof of its own under them.
    pub fn floors_over(&self, unit: &Unit, height: f64) -> Region {
        let elevation = |id: &LevelId| self.venue.level(id).map_or(0.0, |level| level.elevation_m);
        let top = elevation(&unit.level) + height - SLAB_M;
        let over = self.venue.units().iter().filter(|other| elevation(&other.level) >= top);
        Region::union_of(over.map(|other| &other.polygon))
    }

    /// What connectors leave open in the floor of a level: where they come up from below.
    pub fn wells(&self, level: &Level) -> Region {
        let footprints = self.venue.connectors().iter().flat_map(|connector| {
            let ordinal = |id: &LevelId| self.venue.level(id).map_or(i32::MAX, |level| level.ordinal);
            let lowest = connector.ends.iter().map(|end| ordinal(&end.level)).min();
            connector
                .ends
                .iter()
                .filter(move |end| end.level == level.id && lowest.is_some_and(|lowest| lowest < level.ordinal))
                .filter_map(|end| end.footprint.as_ref())
        });
        Region::union_of(footprints)
    }
}

/// Which floor lies on top where units overlap: higher covers lower.
pub fn layer(kind: UnitKind) -> u8 {
    match kind {
        UnitKind::Hall | UnitKind::Room | UnitKind::Shop => 4,
        UnitKind::Area => 3,
        UnitKind::Corridor => 2,
        UnitKind::Concourse => 1,
        UnitKind::Outdoor => 0,
    }
}
