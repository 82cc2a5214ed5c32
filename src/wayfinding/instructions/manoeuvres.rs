//! Where a walker must decide: bends worth a word, openings, connectors.

use super::super::Maneuver;
use super::super::graph::EdgeKind;
use super::super::search::{Conditions, Hop};
use super::changes;
use crate::venue::{Aisle, ConnectorKind, LocalText, Place, Point, Unit, Venue};

/// A manoeuvre and the hops until the next one.
pub struct Stretch<'v> {
    pub maneuver: Maneuver,
    pub opening: Option<usize>,
    pub into: Option<&'v LocalText>,
    pub then: Option<Maneuver>,
    pub ahead_m: f64,
    /// Its hops: from `first`, up to where `last` begins.
    pub first: usize,
    pub last: usize,
}

/// Bends of less than so many degrees are followed without a word.
const BEND_DEG: f64 = 40.0;
/// A sidestep of so many metres round a corner is no turn.
const SIDESTEP_M: f64 = 4.0;
/// A turn so soon after an opening or a connector is told along with it, in metres.
const SOON_M: f64 = 4.0;

/// Cuts the way at each manoeuvre; the first stretch departs.
pub fn stretches<'v>(conditions: Conditions<'v>, hops: &[Hop]) -> Vec<Stretch<'v>> {
    let cuts = cuts(conditions, hops);
    let venue = conditions.venue;
    let mut stretches: Vec<Stretch<'v>> = Vec::new();
    for (i, &(first, maneuver)) in cuts.iter().enumerate() {
        let last = cuts.get(i + 1).map_or(hops.len() - 1, |&(next, _)| next);
        let ahead_m: f64 = hops[first..last]
            .iter()
            .filter_map(|hop| hop.onward)
            .map(|(_, length)| length)
            .sum();
        let turn = is_turn(maneuver);
        if let (true, Some(previous)) = (turn, stretches.last_mut()) {
            let told_along = matches!(hops[previous.first].onward, Some((kind, _)) if changes(kind));
            if told_along && previous.ahead_m <= SOON_M && previous.then.is_none() {
                previous.then = Some(maneuver);
                previous.ahead_m += ahead_m;
                previous.last = last;
                continue;
            }
        }
        let onward = hops[first].onward.map(|(kind, _)| kind);
        let opening = match onward {
            Some(EdgeKind::Opening(index)) => Some(index),
            _ => None,
        };
        let into = match onward {
            Some(EdgeKind::Opening(_)) => unit_at(conditions, &hops[first + 1]).map(|unit| &unit.name),
            Some(EdgeKind::Connector { .. }) => venue
                .level(&conditions.graph.floors().get(hops[first + 1].spot.0).level)
                .map(|level| &level.name),
            _ => aisle_along(conditions, &hops[first..=last]).map(|aisle| &aisle.name),
        };
        stretches.push(Stretch {
            maneuver,
            opening,
            into,
            then: None,
            ahead_m,
            first,
            last,
        });
    }
    stretches
}

fn is_turn(maneuver: Maneuver) -> bool {
    use Maneuver::{Left, Right, SharpLeft, SharpRight, SlightLeft, SlightRight};
    matches!(
        maneuver,
        SlightLeft | SlightRight | Left | Right | SharpLeft | SharpRight
    )
}

/// The hops at which a manoeuvre begins. The first is always 0, to depart.
fn cuts(conditions: Conditions<'_>, hops: &[Hop]) -> Vec<(usize, Maneuver)> {
    let mut cuts = vec![(0, Maneuver::Depart)];
    let mut start = 0;
    // Runs of walking between changes are simplified, so that only real bends are left.
    for i in 0..hops.len() {
        let change = hops[i].onward.map(|(kind, _)| kind).filter(|&kind| changes(kind));
        let at_end = i + 1 == hops.len();
        if change.is_none() && !at_end {
            continue;
        }
        for (corner, maneuver) in bends(hops, start, i) {
            cuts.push((corner, maneuver));
        }
        if let Some(kind) = change {
            let maneuver = change_maneuver(conditions, kind);
            match cuts.last_mut() {
                // One departs by what one stands at.
                Some(last) if last.0 == i && i == 0 => last.1 = maneuver,
                _ => cuts.push((i, maneuver)),
            }
            start = i + 1;
            // A turn between arriving at an opening and leaving it: told where the next run begins.
            if let Some(turn) = turn_through(hops, i) {
                cuts.push((start, turn));
            }
        }
    }
    cuts.dedup_by_key(|cut| cut.0);
    cuts
}

fn change_maneuver(conditions: Conditions<'_>, kind: EdgeKind) -> Maneuver {
    match kind {
        EdgeKind::Walk => Maneuver::Straight,
        EdgeKind::Opening(_) => Maneuver::Enter,
        EdgeKind::Connector { connector, rise_m } => {
            match (conditions.venue.connectors()[connector].kind, rise_m > 0.0) {
                (ConnectorKind::Lift, _) => Maneuver::Lift,
                (ConnectorKind::Escalator, true) => Maneuver::EscalatorUp,
                (ConnectorKind::Escalator, false) => Maneuver::EscalatorDown,
                (ConnectorKind::Stairs, true) => Maneuver::StairsUp,
                (ConnectorKind::Stairs, false) => Maneuver::StairsDown,
                (ConnectorKind::Ramp, true) => Maneuver::RampUp,
                (ConnectorKind::Ramp, false) => Maneuver::RampDown,
            }
        }
    }
}

/// The bends worth a word among the walked hops `first..=last`, after dropping sidesteps (Douglas and Peucker 1973).
fn bends(hops: &[Hop], first: usize, last: usize) -> Vec<(usize, Maneuver)> {
    let kept = simplified(hops, first, last);
    kept.windows(3)
        .filter_map(|corner| {
            let point = |i: usize| hops[i].spot.1;
            let turn = turn_deg(point(corner[0]), point(corner[1]), point(corner[2]))?;
            maneuver_of(turn).map(|maneuver| (corner[1], maneuver))
        })
        .collect()
}

fn simplified(hops: &[Hop], first: usize, last: usize) -> Vec<usize> {
    let mut keep = vec![first, last];
    let mut open = vec![(first, last)];
    while let Some((a, b)) = open.pop() {
        let farthest = (a + 1..b)
            .map(|i| {
                let on_line = crate::venue::nearest_on_segment(hops[a].spot.1, hops[b].spot.1, hops[i].spot.1);
                (i, on_line.distance(hops[i].spot.1))
            })
            .max_by(|s, t| s.1.total_cmp(&t.1));
        if let Some((i, distance)) = farthest
            && distance > SIDESTEP_M
        {
            keep.push(i);
            open.extend([(a, i), (i, b)]);
        }
    }
    keep.sort_unstable();
    keep.dedup();
    keep
}

/// The turn, if it is one, made while passing the opening at hop `i`: from the way before it to the way after it.
fn turn_through(hops: &[Hop], i: usize) -> Option<Maneuver> {
    let (before, here) = (hops.get(i.checked_sub(1)?)?.spot, hops[i].spot);
    let (there, after) = (hops.get(i + 1)?.spot, hops.get(i + 2)?.spot);
    if !matches!(hops[i].onward, Some((EdgeKind::Opening(_), _))) {
        return None;
    }
    // As if the opening were one point.
    let shift = Point::new(here.1.x - there.1.x, here.1.y - there.1.y);
    turn_deg(before.1, here.1, Point::new(after.1.x + shift.x, after.1.y + shift.y)).and_then(maneuver_of)
}

/// Degrees that a walker turns to the left at `b`; `None` where two points are one.
fn turn_deg(a: Point, b: Point, c: Point) -> Option<f64> {
    let (u, v) = (Point::new(b.x - a.x, b.y - a.y), Point::new(c.x - b.x, c.y - b.y));
    let moves = u.x.hypot(u.y) > 1e-6 && v.x.hypot(v.y) > 1e-6;
    moves.then(|| (u.x * v.y - u.y * v.x).atan2(u.x * v.x + u.y * v.y).to_degrees())
}

fn maneuver_of(turn_deg: f64) -> Option<Maneuver> {
    let (slight, plain, sharp) = if turn_deg > 0.0 {
        (Maneuver::SlightLeft, Maneuver::Left, Maneuver::SharpLeft)
    } else {
        (Maneuver::SlightRight, Maneuver::Right, Maneuver::SharpRight)
    };
    match turn_deg.abs() {
        bend if bend < BEND_DEG => None,
        bend if bend < 60.0 => Some(slight),
        bend if bend < 125.0 => Some(plain),
        _ => Some(sharp),
    }
}

/// The walled unit that a hop is in, else the open one.
fn unit_at<'v>(conditions: Conditions<'v>, hop: &Hop) -> Option<&'v Unit> {
    let level = &conditions.graph.floors().get(hop.spot.0).level;
    let here = conditions
        .venue
        .units()
        .iter()
        .filter(|unit| unit.level == *level && unit.polygon.contains(hop.spot.1));
    here.min_by(|a, b| a.polygon.area().total_cmp(&b.polygon.area()))
}

/// The aisle that most of a walk follows: within its width, and in its direction.
fn aisle_along<'v>(conditions: Conditions<'v>, hops: &[Hop]) -> Option<&'v Aisle> {
    let (from, to) = hops
        .windows(2)
        .map(|pair| (pair[0].spot, pair[1].spot))
        .max_by(|s, t| s.0.1.distance(s.1.1).total_cmp(&t.0.1.distance(t.1.1)))?;
    let level = &conditions.graph.floors().get(from.0).level;
    let length = from.1.distance(to.1);
    let middle = from.1.lerp(to.1, 0.5);
    let venue = conditions.venue;
    venue
        .aisles()
        .iter()
        .filter(|aisle| length > aisle.width_m && venue.unit(&aisle.unit).is_some_and(|unit| unit.level == *level))
        .find(|aisle| {
            aisle.line.windows(2).any(|ends| {
                let (a, b) = (ends[0], ends[1]);
                let near = crate::venue::nearest_on_segment(a, b, middle).distance(middle) <= aisle.width_m / 2.0 + 0.3;
                let along = ((to.1.x - from.1.x) * (b.x - a.x) + (to.1.y - from.1.y) * (b.y - a.y)).abs();
                near && along > 0.94 * length * a.distance(b)
            })
        })
}

/// On which side of the last stretch the goal lies; straight ahead if none.
pub fn side_of(venue: &Venue, hops: &[Hop], goal: Option<Place<'_>>) -> Option<Maneuver> {
    let booth = match goal? {
        Place::Booth(booth) => Some(booth),
        Place::Exhibitor(exhibitor) => {
            let here = hops.last()?.spot.1;
            let booths = exhibitor.booths.iter().filter_map(|id| venue.booth(id));
            booths.min_by(|a, b| {
                a.footprint
                    .distance_to_border(here)
                    .total_cmp(&b.footprint.distance_to_border(here))
            })
        }
        _ => None,
    }?;
    let [.., before, here] = hops else { return None };
    let turn = turn_deg(
        before.spot.1,
        here.spot.1,
        booth.footprint.nearest_on_border(here.spot.1),
    )?;
    match turn {
        turn if turn > 30.0 => Some(Maneuver::Left),
        turn if turn < -30.0 => Some(Maneuver::Right),
        _ => Some(Maneuver::Straight),
    }
}
