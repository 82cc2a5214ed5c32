//! From the way over the graph to the line that a person would walk: openings are passed where the line wants to, not in their lanes' middle.

use super::floor::CLEARANCE_M;
use super::graph::EdgeKind;
use super::search::{Conditions, Hop};
use super::stops::Spot;
use super::time::Moment;
use crate::venue::Point;

/// Rounds of straightening, at most: an opening that moved can free a corner, and a freed corner lets the next opening move.
const ROUNDS: usize = 3;
/// Halvings by which an opening is moved towards its best place: 1/256 of the way is a hair.
const HALVINGS: i32 = 8;

/// Shortens `hops` without leaving the free floor, changing which openings and connectors are used, or walking where anything is shut between the two
/// moments: those of its beginning and its end.
pub fn straighten(conditions: Conditions<'_>, mut hops: Vec<Hop>, during: (Moment, Moment)) -> Vec<Hop> {
    let line = Line { conditions, during };
    for _ in 0..ROUNDS {
        let mut changed = false;
        for i in 0..hops.len().saturating_sub(1) {
            if let Some((EdgeKind::Opening(opening), _)) = hops[i].onward {
                changed |= line.slide(&mut hops, i, opening);
            }
        }
        changed |= line.drop_needless(&mut hops);
        if !changed {
            break;
        }
    }
    let next: Vec<Spot> = hops.iter().skip(1).map(|hop| hop.spot).collect();
    for (hop, next) in hops.iter_mut().zip(next) {
        if let Some((EdgeKind::Walk | EdgeKind::Opening(_), length)) = &mut hop.onward {
            *length = hop.spot.1.distance(next.1);
        }
    }
    hops
}

/// What is asked again and again while a line is straightened.
#[derive(Clone, Copy)]
struct Line<'a> {
    conditions: Conditions<'a>,
    during: (Moment, Moment),
}

impl Line<'_> {
    /// Moves the crossing of an opening, from hop `i` to the next, along it to where the straight line between its neighbours goes through: first
    /// both its ends alike, then each by itself, for a line may cross aslant. Whether any moved.
    fn slide(self, hops: &mut [Hop], i: usize, opening: usize) -> bool {
        let opening = &self.conditions.venue.openings()[opening];
        let along = Axis::new(opening.from, opening.to);
        let ends = [(i, i + 1), (i, i), (i + 1, i + 1)];
        ends.into_iter()
            .fold(false, |moved, ends| moved | self.slide_together(hops, ends, &along))
    }

    /// Moves the hops from `first` to `last`, one or both ends of a crossing. Whether they moved.
    fn slide_together(self, hops: &mut [Hop], (first, last): (usize, usize), along: &Axis) -> bool {
        let (here, there) = (hops[first].spot, hops[last].spot);
        let before = first.checked_sub(1).map_or(here, |before| hops[before].spot);
        let after = hops.get(last + 1).map_or(there, |hop| hop.spot);
        let depth = along.height(after.1) - along.height(before.1);
        if depth.abs() < 1e-9 {
            return false;
        }
        let margin = CLEARANCE_M.min(along.length / 2.0);
        // How far a point of the crossing is from the straight line, measured along the opening.
        let shift = |spot: Spot| {
            let t = (along.height(spot.1) - along.height(before.1)) / depth;
            let wanted = along.position(before.1) + (along.position(after.1) - along.position(before.1)) * t;
            wanted.clamp(margin, along.length - margin) - along.position(spot.1)
        };
        let (shift_here, shift_there) = (shift(here), shift(there));
        let crossing = |share: f64| {
            (
                along.moved(here, shift_here * share),
                along.moved(there, shift_there * share),
            )
        };
        let on_floor = |spot: Spot| self.conditions.graph.floors().get(spot.0).contains(spot.1);
        let kind = |hop: usize| hops[hop].onward.map_or(EdgeKind::Walk, |(kind, _)| kind);
        let total = |(p, q): (Spot, Spot)| {
            let arriving = first
                .checked_sub(1)
                .map_or(Some(0.0), |hop| self.free_m(kind(hop), before, p));
            let crossing = if first == last {
                Some(0.0)
            } else {
                self.free_m(kind(first), p, q)
            };
            let leaving = if last + 1 < hops.len() {
                self.free_m(kind(last), q, after)
            } else {
                Some(0.0)
            };
            Some(arriving? + crossing? + leaving?)
        };
        // A crossing beside which something is shut stays where the search put it.
        let Some(now) = total((here, there)) else {
            return false;
        };
        let best = (0..HALVINGS)
            .map(|halving| crossing(0.5f64.powi(halving)))
            .filter(|&(p, q)| on_floor(p) && on_floor(q))
            .find_map(|candidate| Some((candidate, total(candidate)?)));
        let Some((candidate, _)) = best.filter(|&(_, shorter)| shorter < now) else {
            return false;
        };
        (hops[first].spot, hops[last].spot) = candidate;
        true
    }

    /// Drops each corner whose neighbours see each other. Whether there was any.
    fn drop_needless(self, hops: &mut Vec<Hop>) -> bool {
        let before = hops.len();
        let walks = |hop: &Hop| matches!(hop.onward, Some((EdgeKind::Walk, _)));
        let mut i = 1;
        while i + 1 < hops.len() {
            let needless = walks(&hops[i - 1]) && walks(&hops[i]) && {
                let (before, here, after) = (hops[i - 1].spot, hops[i].spot, hops[i + 1].spot);
                let straight = self.free_m(EdgeKind::Walk, before, after);
                straight
                    .is_some_and(|straight| straight <= self.walked_m(before, here) + self.walked_m(here, after) + 1e-9)
            };
            if needless {
                hops.remove(i);
            } else {
                i += 1;
            }
        }
        hops.len() < before
    }

    fn free_m(self, kind: EdgeKind, a: Spot, b: Spot) -> Option<f64> {
        self.conditions.free_m(kind, a, b, self.during)
    }

    fn walked_m(self, a: Spot, b: Spot) -> f64 {
        let level = self.conditions.level(a.0);
        self.conditions.now.crowds.effective_m(level, a.1, b.1)
    }
}

/// The line of an opening.
struct Axis {
    from: Point,
    unit: Point,
    length: f64,
}

impl Axis {
    fn new(from: Point, to: Point) -> Self {
        let length = from.distance(to);
        Self {
            from,
            unit: Point::new((to.x - from.x) / length, (to.y - from.y) / length),
            length,
        }
    }

    /// Metres along the line.
    fn position(&self, p: Point) -> f64 {
        (p.x - self.from.x) * self.unit.x + (p.y - self.from.y) * self.unit.y
    }

    /// Metres to the left of the line.
    fn height(&self, p: Point) -> f64 {
        (p.y - self.from.y) * self.unit.x - (p.x - self.from.x) * self.unit.y
    }

    fn moved(&self, (floor, p): Spot, by: f64) -> Spot {
        (floor, Point::new(p.x + self.unit.x * by, p.y + self.unit.y * by))
    }
}
