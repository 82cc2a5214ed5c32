//! Doors without names, told apart by what one passes before them, and counted.

use super::super::cues::{Landmark, Side};
use super::super::floor::Floor;
use super::super::landmarks::Sight;
use super::super::naming::spoken;
use super::super::search::Conditions;
use super::seen::{PASSED_M, before, floor_at, id_of, is_big, middle, outline};
use super::way::{Walk, direction, dot, turn_deg};
use crate::venue::{LevelId, Opening, OpeningKind, PlaceId, Point, UnitId, nearest_on_segment};

/// More doors than that nobody counts.
const COUNTED_DOORS: u32 = 5;
/// What ends so near before a door tells it, in metres …
const BEFORE_DOOR_M: f64 = 15.0;
/// … if one has walked so far to its end, in metres.
const SURE_M: f64 = 4.0;

/// A door without a name, on a walk to it.
pub struct Door<'v> {
    pub opening: &'v Opening,
    pub into: &'v PlaceId,
    pub level: &'v LevelId,
    pub walk: &'v Walk,
}

impl Door<'_> {
    /// The how-manyth of the doors that look alike it is, of those so many metres along the walk; `None` for the first, and for more than one counts.
    pub fn nth(&self, conditions: Conditions<'_>, from_m: f64) -> Option<u32> {
        let venue = conditions.venue;
        let name = |unit: &UnitId| spoken(venue, &unit.into(), "en");
        let behind = spoken(venue, self.into, "en");
        let here = name(&venue.unit_at(self.level, self.walk.to)?.id);
        let is_alike = |units: &[UnitId]| match units {
            [a, b] => (name(a) == here && name(b) == behind) || (name(a) == behind && name(b) == here),
            _ => false,
        };
        let level = |opening: &Opening| {
            opening
                .between
                .first()
                .and_then(|unit| venue.unit(unit))
                .map(|unit| &unit.level)
        };
        let goal = middle(self.opening);
        let floor = floor_at(conditions, self.level, self.walk.from)?;
        let before = venue.openings().iter().filter(|other| {
            let at = middle(other);
            other.name.is_none()
                && other.kind != OpeningKind::EmergencyExit
                && (from_m.max(1.0)..self.along(goal) - 0.1).contains(&self.along(at))
                && self.is_beside(at)
                && self.is_seen(floor, at)
                && level(other) == level(self.opening)
                && is_alike(&other.between)
        });
        let n = before.count() as u32 + 1;
        (2..=COUNTED_DOORS).contains(&n).then_some(n)
    }

    /// What is passed right before it, on its side, and how many metres along the walk that ends.
    pub fn landmark(&self, conditions: Conditions<'_>) -> Option<(Landmark, f64)> {
        let goal = self.along(middle(self.opening));
        let ahead = |by: f64| {
            let heading = self.walk.heading;
            Point::new(self.walk.from.x + heading.x * by, self.walk.from.y + heading.y * by)
        };
        let sights = conditions.graph.landmarks().near(
            conditions.venue,
            self.level,
            (ahead(goal - BEFORE_DOOR_M), ahead(goal)),
            PASSED_M,
        );
        let floor = floor_at(conditions, self.level, self.walk.from)?;
        let side = if self.is_left(middle(self.opening)) {
            Side::Left
        } else {
            Side::Right
        };
        let unit_at = |p: Point| conditions.venue.unit_at(self.level, p).map(|unit| &unit.id);
        let passed = sights.into_iter().filter_map(|sight| {
            let outline = outline(conditions, sight).filter(|_| is_big(conditions, sight))?;
            let end = outline
                .points()
                .iter()
                .map(|&p| self.along(p))
                .fold(f64::NEG_INFINITY, f64::max);
            let front = outline.nearest_on_border(ahead(end));
            let is_before = (goal - BEFORE_DOOR_M..=goal + 0.5).contains(&end) && end >= SURE_M;
            let is_passed = is_before && self.is_beside(front) && !outline.contains(self.walk.to);
            // What stands behind a wall is not passed.
            let is_here = match sight {
                Sight::Unit(i) => conditions.venue.units()[i].id.as_str() != self.into.as_str(),
                _ => unit_at(outline.centroid()) == unit_at(self.walk.to),
            };
            (is_passed && is_here && self.is_seen(floor, front)).then_some((sight, end))
        });
        let (sight, end) = passed.max_by(|a, b| a.1.total_cmp(&b.1))?;
        let place = id_of(conditions, sight)?;
        Some((Landmark { place, side }, end))
    }

    fn along(&self, p: Point) -> f64 {
        dot(
            Point::new(p.x - self.walk.from.x, p.y - self.walk.from.y),
            self.walk.heading,
        )
    }

    fn is_left(&self, p: Point) -> bool {
        direction(self.walk.from, p).is_some_and(|there| turn_deg(self.walk.heading, there) > 0.0)
    }

    /// In sight of who passes it.
    fn is_seen(&self, floor: &Floor, p: Point) -> bool {
        let eye = nearest_on_segment(self.walk.from, self.walk.to, p);
        floor.is_clear(eye, before(p, eye))
    }

    /// At the way, on the door's side.
    fn is_beside(&self, p: Point) -> bool {
        nearest_on_segment(self.walk.from, self.walk.to, p).distance(p) <= PASSED_M
            && self.is_left(p) == self.is_left(middle(self.opening))
    }
}
