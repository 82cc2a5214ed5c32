//! What the walker sees at the way: of all that stands there, the one thing worth naming.

use super::super::cues::{Landmark, Passed, Side};
use super::super::floor::{CLEARANCE_M, Floor};
use super::super::landmarks::Sight;
use super::super::search::{Conditions, Hop};
use super::start::outline as outline_of;
use super::way::{Walk, direction, dot, turn_deg};
use crate::order;
use crate::venue::{AmenityKind, LevelId, Opening, Place, PlaceId, Point, Polygon, Venue, nearest_on_segment};
use crate::words;

/// A stand so large is known by its exhibitor's name, in m².
const BIG_STAND_M2: f64 = 54.0;
/// The way bends so near to the corner that it bends round, in metres: the kept distance, over a sharp corner.
const CORNER_M: f64 = 2.0 * CLEARANCE_M;
/// So far off the straight line, a corner is one that one walks round, in metres.
const ASIDE_M: f64 = 0.6;
/// What is passed within so many metres is at the way.
pub const PASSED_M: f64 = 7.0;
/// A walk so long needs something to be sure by, in metres.
const LONG_M: f64 = 45.0;
/// What stands so near to the end of a walk tells which way it leads, in metres …
const AHEAD_M: f64 = 25.0;
/// … if it is at most so many degrees off it.
const AHEAD_DEG: f64 = 20.0;
/// What is at most so many degrees off the way is before one.
const BEFORE_DEG: f64 = 60.0;
const IN_AISLE_DEG: f64 = 80.0;
/// A booth so near beside the way has its front at it, in metres; more on a wide aisle.
const FRONT_M: f64 = 2.0;

/// What the way bends round.
pub struct Bent<'v> {
    pub landmark: Landmark,
    /// Whether it is worth naming beside an aisle's name.
    pub is_big: bool,
    outline: &'v Polygon,
}

impl Bent<'_> {
    /// Whether the walk to the bend has led round another of its corners, by a sidestep: `hops` are those of the walk.
    pub fn is_far_end(&self, walk: &Walk, hops: &[Hop]) -> bool {
        hops.iter().skip(1).any(|hop| {
            let p = hop.spot.1;
            let aside = nearest_on_segment(walk.from, walk.to, p).distance(p);
            aside > ASIDE_M && self.outline.distance_to_border(p) <= CORNER_M
        })
    }
}

/// What the way bends round at the end of `before`, to the side that it then turns to.
pub fn bent_round<'v>(conditions: Conditions<'v>, level: &LevelId, before: &Walk, after: &Walk) -> Option<Bent<'v>> {
    let corner = after.from;
    let to_left = turn_deg(before.heading, after.heading) > 0.0;
    let sights = conditions
        .graph
        .landmarks()
        .near(conditions.venue, level, (corner, corner), CORNER_M);
    let (outline, sight) = sights
        .into_iter()
        .filter_map(|sight| outline(conditions, sight).map(|outline| (outline, sight)))
        .filter(|(outline, _)| outline.distance_to_border(corner) <= CORNER_M && !outline.contains(corner))
        .min_by(|(a, _), (b, _)| a.distance_to_border(corner).total_cmp(&b.distance_to_border(corner)))?;
    let is_left = direction(corner, outline.centroid()).is_some_and(|there| turn_deg(before.heading, there) > 0.0);
    let place = id_of(conditions, sight)?;
    let side = if to_left { Side::Left } else { Side::Right };
    (is_left == to_left).then_some(Bent {
        landmark: Landmark { place, side },
        is_big: is_big(conditions, sight),
        outline,
    })
}

/// Something big that is passed on a long walk, or on any if one needs it, about in its middle.
pub fn passed(conditions: Conditions<'_>, level: &LevelId, walk: &Walk, is_needed: bool) -> Option<Landmark> {
    if walk.length() < LONG_M && !is_needed {
        return None;
    }
    let (from, to) = (walk.from.lerp(walk.to, 0.25), walk.from.lerp(walk.to, 0.85));
    let floor = floor_at(conditions, level, walk.from)?;
    let sights = conditions
        .graph
        .landmarks()
        .near(conditions.venue, level, (from, to), PASSED_M);
    let big = sights.into_iter().filter(|&sight| is_big(conditions, sight));
    let beside = big.filter_map(|sight| {
        let outline = outline(conditions, sight)?;
        let middle = outline.centroid();
        let at = nearest_on_segment(from, to, middle);
        let front = outline.nearest_on_border(at);
        let away = front.distance(at);
        let side = if turn_deg(walk.heading, direction(at, front)?) > 0.0 {
            Side::Left
        } else {
            Side::Right
        };
        let is_passed = away <= PASSED_M && at.distance(from) > 0.1 && at.distance(to) > 0.1;
        is_passed.then_some((away, (at, front, sight, side)))
    });
    let is_seen = |&(eye, front, ..): &(Point, Point, Sight, Side)| floor.is_clear(eye, before(front, eye));
    let (_, _, sight, side) = nearest_seen(beside.collect(), is_seen)?;
    let place = id_of(conditions, sight)?;
    Some(Landmark { place, side })
}

/// Something big in sight of who walks off, about where the walk leads: the nearest to its end.
pub fn ahead(conditions: Conditions<'_>, level: &LevelId, walk: &Walk) -> Option<PlaceId> {
    let floor = floor_at(conditions, level, walk.from)?;
    let sights = conditions
        .graph
        .landmarks()
        .near(conditions.venue, level, (walk.to, walk.to), AHEAD_M);
    let big = sights.into_iter().filter(|&sight| is_big(conditions, sight));
    let about_ahead = big.filter_map(|sight| {
        let at = match sight {
            Sight::Opening(i) => middle(&conditions.venue.openings()[i]),
            _ => outline(conditions, sight)?.nearest_on_border(walk.to),
        };
        let off = turn_deg(walk.heading, direction(walk.from, at)?).abs();
        let is_ahead = off <= AHEAD_DEG && walk.from.distance(at) >= CLEARANCE_M * 4.0;
        is_ahead.then_some((at.distance(walk.to), (at, sight)))
    });
    let is_seen = |&(at, _): &(Point, Sight)| floor.is_clear(walk.from, before(at, walk.from));
    let (_, sight) = nearest_seen(about_ahead.collect(), is_seen)?;
    id_of(conditions, sight)
}

/// The nearest of those that are seen, by their distances.
fn nearest_seen<T: Copy>(mut candidates: Vec<(f64, T)>, is_seen: impl Fn(&T) -> bool) -> Option<T> {
    order::sort_by(&mut candidates, |(a, _), (b, _)| a.total_cmp(b));
    let mut nearest = candidates.into_iter().map(|(_, candidate)| candidate);
    nearest.find(|candidate| is_seen(candidate))
}

/// Whether who walks off sees that place, or that aisle, before it: what is at hand, or behind, is nothing to walk towards.
pub fn is_ahead(venue: &Venue, walk: &Walk, id: &PlaceId) -> bool {
    let here = walk.from;
    let nearest = match (venue.place(id), venue.aisle(id)) {
        (Some(Place::Opening(opening)), _) => Some(middle(opening)),
        (Some(Place::Unit(unit)), _) => Some(unit.polygon.nearest_on_border(here)),
        (Some(place), _) => outline_of(venue, place, here).map(|outline| outline.nearest_on_border(here)),
        (None, Some(aisle)) => Some(nearest_on_aisle(&aisle.line, here)),
        (None, None) => None,
    };
    let there = nearest.and_then(|at| direction(here, at));
    // In an aisle there are two ways only.
    let most_deg = if walk.aisle.is_some() { IN_AISLE_DEG } else { BEFORE_DEG };
    there.is_none_or(|there| turn_deg(walk.heading, there).abs() <= most_deg)
}

pub fn floor_at<'c>(conditions: Conditions<'c>, level: &LevelId, p: Point) -> Option<&'c Floor> {
    let mut floors = conditions.graph.floors().iter();
    floors
        .find(|(_, floor)| floor.level == *level && floor.contains(p))
        .map(|(_, floor)| floor)
}

/// A little before something, seen from `eye`: its very border is no floor.
pub fn before(at: Point, eye: Point) -> Point {
    at.lerp(eye, (CLEARANCE_M * 1.6 / at.distance(eye).max(1e-6)).min(1.0))
}

pub fn middle(opening: &Opening) -> Point {
    opening.from.lerp(opening.to, 0.5)
}

/// Whether the way bends there round the corner of a wall.
pub fn is_at_wall(venue: &Venue, level: &LevelId, corner: Point) -> bool {
    let walls = venue.units().iter().filter(|unit| unit.level == *level);
    let mut corners = walls.flat_map(|unit| unit.polygon.points());
    corners.any(|p| p.distance(corner) <= CORNER_M)
}

/// How many booths are passed along an aisle on that side before the one of that outline.
pub fn booths_passed(
    conditions: Conditions<'_>,
    level: &LevelId,
    walk: &Walk,
    side: Side,
    goal: &Polygon,
) -> Option<Passed> {
    let venue = conditions.venue;
    let aisle = &venue.aisles()[walk.aisle?];
    let along = |p: Point| dot(Point::new(p.x - walk.from.x, p.y - walk.from.y), walk.heading);
    let left = Point::new(-walk.heading.y, walk.heading.x);
    let sign = if side == Side::Left { 1.0 } else { -1.0 };
    let middle = nearest_on_aisle(&aisle.line, walk.from);
    // How far a booth's nearest side is from the aisle's middle, on that side.
    let aside = |p: Point| dot(Point::new(p.x - middle.x, p.y - middle.y), left) * sign;
    let front = |outline: &Polygon| outline.points().iter().map(|&p| aside(p)).fold(f64::INFINITY, f64::min);
    let span = |outline: &Polygon| {
        let ends = outline.points().iter().map(|&p| along(p));
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
            (low.min(at), high.max(at))
        })
    };
    let (goal_from, _) = span(goal);
    let sights = conditions
        .graph
        .landmarks()
        .near(venue, level, (walk.from, walk.to), aisle.width_m + FRONT_M);
    let count = sights
        .into_iter()
        .filter_map(|sight| match sight {
            Sight::Booth(index) => Some(&venue.booths()[index].footprint),
            _ => None,
        })
        .filter(|outline| {
            let (from, to) = span(outline);
            let front = front(outline);
            front > 0.0 && front <= aisle.width_m / 2.0 + FRONT_M && from >= -0.5 && to <= goal_from + 0.1
        })
        .count();
    Some(Passed {
        count: count as u32,
        side,
    })
}

fn nearest_on_aisle(line: &[Point], p: Point) -> Point {
    let ends = line.windows(2).map(|ends| nearest_on_segment(ends[0], ends[1], p));
    ends.min_by(|a, b| a.distance(p).total_cmp(&b.distance(p))).unwrap_or(p)
}

/// Something big whose outline touches that one.
pub fn next_to(conditions: Conditions<'_>, level: &LevelId, goal: &Polygon) -> Option<PlaceId> {
    let middle = goal.centroid();
    let sights = conditions
        .graph
        .landmarks()
        .near(conditions.venue, level, (middle, middle), 12.0);
    let mut big = sights.into_iter().filter(|&sight| is_big(conditions, sight));
    big.find_map(|sight| {
        let outline = outline(conditions, sight)?;
        let touches = outline
            .sides()
            .any(|(a, b)| goal.distance_to_border(a.lerp(b, 0.5)) < 0.2)
            || goal
                .sides()
                .any(|(a, b)| outline.distance_to_border(a.lerp(b, 0.5)) < 0.2);
        (touches && outline.centroid().distance(middle) > 0.5).then(|| id_of(conditions, sight))?
    })
}

/// What it covers of the floor.
pub fn outline<'v>(conditions: Conditions<'v>, sight: Sight) -> Option<&'v Polygon> {
    let venue = conditions.venue;
    match sight {
        Sight::Booth(i) => Some(&venue.booths()[i].footprint),
        Sight::Amenity(i) => venue.amenities()[i].footprint.as_ref(),
        Sight::Connector(i, end) => venue.connectors()[i].ends[end].footprint.as_ref(),
        Sight::Unit(i) => Some(&venue.units()[i].polygon),
        Sight::Opening(_) => None,
    }
}

/// Whether it can be seen and known from afar.
pub fn is_big(conditions: Conditions<'_>, sight: Sight) -> bool {
    let venue = conditions.venue;
    match sight {
        Sight::Booth(i) => is_big_stand(conditions, i),
        Sight::Amenity(i) => !matches!(
            venue.amenities()[i].kind,
            AmenityKind::Other | AmenityKind::Seating | AmenityKind::Charging
        ),
        Sight::Unit(i) => words::unit_has_a_name(&venue.units()[i]),
        Sight::Connector(..) | Sight::Opening(_) => true,
    }
}

fn is_big_stand(conditions: Conditions<'_>, booth: usize) -> bool {
    conditions.graph.landmarks().exhibitor_on(booth).is_some()
        && conditions.venue.booths()[booth].footprint.area() >= BIG_STAND_M2
}

/// As what it is named; `None` if it has no name to go by.
pub fn id_of(conditions: Conditions<'_>, sight: Sight) -> Option<PlaceId> {
    let venue = conditions.venue;
    match sight {
        Sight::Booth(i) => {
            let exhibitor = conditions.graph.landmarks().exhibitor_on(i);
            match exhibitor.filter(|_| is_big_stand(conditions, i)) {
                Some(exhibitor) => Some((&venue.exhibitors()[exhibitor].id).into()),
                None => Some((&venue.booths()[i].id).into()),
            }
        }
        Sight::Amenity(i) => Some((&venue.amenities()[i].id).into()),
        Sight::Connector(i, _) => Some((&venue.connectors()[i].id).into()),
        Sight::Unit(i) => {
            let unit = &venue.units()[i];
            words::unit_has_a_name(unit).then(|| (&unit.id).into())
        }
        Sight::Opening(i) => Some((&venue.openings()[i].id).into()),
    }
}
