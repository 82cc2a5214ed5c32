//! The way as a walker has it in mind: straight stretches, along an aisle where there is one, and changes between them.

use super::super::graph::EdgeKind;
use super::super::search::{Conditions, Hop};
use crate::order;
use crate::venue::{Aisle, ConnectorKind, LevelId, Point, nearest_on_segment};

/// A sidestep of so many metres round a corner is no turn.
const SIDESTEP_M: f64 = 4.0;
/// How far from its middle one is still on an aisle: half its width and so many metres.
const BESIDE_AISLE_M: f64 = 0.5;
/// The share of a walk that is on an aisle if the walk follows it.
const ON_AISLE: f64 = 0.7;
/// A walk that follows an aisle begins and ends so near to it, at most: half its width and so many metres.
const END_BESIDE_AISLE_M: f64 = 4.0;
/// The cosine of the angle, at most, between a walk and the aisle that it follows.
const ALONG_AISLE: f64 = 0.75;

pub enum Part {
    Walk(Walk),
    /// Through an opening, or with a connector, from that hop to the next.
    Change(usize, EdgeKind),
}

/// A walk without a bend worth a word.
#[derive(Clone, Copy)]
pub struct Walk {
    /// Its hops: from here …
    pub first: usize,
    /// … to here.
    pub last: usize,
    pub from: Point,
    pub to: Point,
    /// Which way one walks, of length 1: along the aisle if there is one.
    pub heading: Point,
    /// The index of the aisle that it follows.
    pub aisle: Option<usize>,
}

impl Walk {
    pub fn length(&self) -> f64 {
        self.from.distance(self.to)
    }
}

pub fn parts(conditions: Conditions<'_>, hops: &[Hop]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (i, hop) in hops.iter().enumerate() {
        let change = hop.onward.map(|(kind, _)| kind).filter(|&kind| kind != EdgeKind::Walk);
        if change.is_none() && i + 1 < hops.len() {
            continue;
        }
        let kept = simplified(hops, start, i);
        parts.extend(kept.windows(2).filter_map(|ends| {
            let (from, to) = (hops[ends[0]].spot.1, hops[ends[1]].spot.1);
            let straight = direction(from, to)?;
            let level = level_of(conditions, hop);
            let aisle = aisle_along(conditions, level, (from, to), straight);
            let heading = aisle
                .and_then(|index| heading_along(&conditions.venue.aisles()[index], from.lerp(to, 0.5), straight))
                .unwrap_or(straight);
            Some(Part::Walk(Walk {
                first: ends[0],
                last: ends[1],
                from,
                to,
                heading,
                aisle,
            }))
        }));
        if let Some(kind) = change {
            parts.push(Part::Change(i, kind));
            start = i + 1;
        }
    }
    parts
}

/// The hops `first..=last` without sidesteps (Douglas and Peucker 1973).
fn simplified(hops: &[Hop], first: usize, last: usize) -> Vec<usize> {
    let mut keep = vec![first, last];
    let mut open = vec![(first, last)];
    while let Some((a, b)) = open.pop() {
        let farthest = (a + 1..b)
            .map(|i| {
                let on_line = nearest_on_segment(hops[a].spot.1, hops[b].spot.1, hops[i].spot.1);
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
    order::sort_once(&mut keep);
    keep
}

/// The aisle that most of a walk is on, in its direction: of several, the one that more of it is on.
fn aisle_along(conditions: Conditions<'_>, level: &LevelId, line: (Point, Point), straight: Point) -> Option<usize> {
    let venue = conditions.venue;
    let aisles = conditions.graph.landmarks().aisles_on(venue, level, line).into_iter();
    let followed = aisles.filter_map(|index| {
        let aisle = &venue.aisles()[index];
        let heading = heading_along(aisle, line.0.lerp(line.1, 0.5), straight)?;
        let share = share_on(aisle, line);
        let near = |p: Point| off(aisle, p) <= aisle.width_m / 2.0 + END_BESIDE_AISLE_M;
        let follows = dot(heading, straight) >= ALONG_AISLE && share >= ON_AISLE && near(line.0);
        follows.then_some((index, share))
    });
    // The first of equals, so that the answer does not depend on rounding.
    followed
        .reduce(|best, other| if other.1 > best.1 + 1e-6 { other } else { best })
        .map(|(index, _)| index)
}

/// The direction of the aisle nearest to `p`, the way round that is nearer to `straight`.
fn heading_along(aisle: &Aisle, p: Point, straight: Point) -> Option<Point> {
    let ends = aisle.line.windows(2).min_by(|s, t| {
        let away = |ends: &[Point]| nearest_on_segment(ends[0], ends[1], p).distance(p);
        away(s).total_cmp(&away(t))
    })?;
    let along = direction(ends[0], ends[1])?;
    Some(if dot(along, straight) < 0.0 {
        Point::new(-along.x, -along.y)
    } else {
        along
    })
}

/// Metres from the middle of an aisle.
fn off(aisle: &Aisle, p: Point) -> f64 {
    let ends = aisle
        .line
        .windows(2)
        .map(|ends| nearest_on_segment(ends[0], ends[1], p).distance(p));
    ends.fold(f64::INFINITY, f64::min)
}

fn share_on(aisle: &Aisle, (from, to): (Point, Point)) -> f64 {
    const SAMPLES: u32 = 12;
    let on = (0..SAMPLES).filter(|&i| {
        let p = from.lerp(to, (f64::from(i) + 0.5) / f64::from(SAMPLES));
        aisle
            .line
            .windows(2)
            .any(|ends| nearest_on_segment(ends[0], ends[1], p).distance(p) <= aisle.width_m / 2.0 + BESIDE_AISLE_M)
    });
    on.count() as f64 / f64::from(SAMPLES)
}

/// Which way one faces behind a change: across the opening, on with the ride, out of the lift; `None` if the venue does not say.
pub fn heading_behind(conditions: Conditions<'_>, hops: &[Hop], i: usize, kind: EdgeKind) -> Option<Point> {
    let (here, there) = (hops[i].spot.1, hops.get(i + 1)?.spot.1);
    let venue = conditions.venue;
    match kind {
        EdgeKind::Walk => None,
        EdgeKind::Opening(index) => {
            let opening = &venue.openings()[index];
            let along = direction(opening.from, opening.to)?;
            let across = Point::new(-along.y, along.x);
            let onward = direction(here, there)?;
            Some(if dot(across, onward) < 0.0 {
                Point::new(-across.x, -across.y)
            } else {
                across
            })
        }
        EdgeKind::Connector { connector, .. } => {
            let connector = &venue.connectors()[connector];
            if connector.kind != ConnectorKind::Lift && here.distance(there) > 1.0 {
                return direction(here, there);
            }
            let level = level_of(conditions, &hops[i + 1]);
            let end = connector.ends.iter().find(|end| end.level == *level)?;
            direction(end.footprint.as_ref()?.centroid(), there)
        }
    }
}

pub fn level_of<'c>(conditions: Conditions<'c>, hop: &Hop) -> &'c LevelId {
    &conditions.graph.floors().get(hop.spot.0).level
}

/// From `a` to `b`, of length 1; `None` where they are one point.
pub fn direction(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-6).then(|| Point::new((b.x - a.x) / length, (b.y - a.y) / length))
}

pub fn dot(a: Point, b: Point) -> f64 {
    a.x * b.x + a.y * b.y
}

/// Degrees from one heading to the other: positive to the left.
pub fn turn_deg(from: Point, to: Point) -> f64 {
    (from.x * to.y - from.y * to.x).atan2(dot(from, to)).to_degrees()
}
