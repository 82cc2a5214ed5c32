//! From the way over the graph to the line that a person would walk: openings are passed where the line wants to, not in their lanes' middle.

use super::floor::CLEARANCE_M;
use super::graph::EdgeKind;
use super::search::{Conditions, Hop};
use super::stops::Spot;
use crate::venue::Point;

/// Rounds of straightening: an opening that moved can free a corner, and a freed corner lets the next opening move.
const ROUNDS: usize = 3;
/// Halvings by which an opening is moved towards its best place: 1/256 of the way is a hair.
const HALVINGS: i32 = 8;

/// Shortens `hops` without leaving the free floor, entering a closed area, or changing which openings and connectors are used.
pub fn straighten(conditions: Conditions<'_>, mut hops: Vec<Hop>) -> Vec<Hop> {
    for _ in 0..ROUNDS {
        for i in 0..hops.len().saturating_sub(1) {
            if let Some((EdgeKind::Opening(opening), _)) = hops[i].onward {
                slide(conditions, &mut hops, i, opening);
            }
        }
        drop_needless(conditions, &mut hops);
    }
    let next: Vec<Spot> = hops.iter().skip(1).map(|hop| hop.spot).collect();
    for (hop, next) in hops.iter_mut().zip(next) {
        if let Some((EdgeKind::Walk | EdgeKind::Opening(_), length)) = &mut hop.onward {
            *length = hop.spot.1.distance(next.1);
        }
    }
    hops
}

/// Moves the crossing of an opening, from hop `i` to the next, along it to where the straight line between its neighbours goes through: first
/// both its ends alike, then each by itself, for a line may cross aslant.
fn slide(conditions: Conditions<'_>, hops: &mut [Hop], i: usize, opening: usize) {
    let opening = &conditions.venue.openings()[opening];
    let along = Axis::new(opening.from, opening.to);
    for (first, last) in [(i, i + 1), (i, i), (i + 1, i + 1)] {
        slide_together(conditions, hops, (first, last), &along);
    }
}

/// Moves the hops from `first` to `last`, one or both ends of a crossing.
fn slide_together(conditions: Conditions<'_>, hops: &mut [Hop], (first, last): (usize, usize), along: &Axis) {
    let (here, there) = (hops[first].spot, hops[last].spot);
    let before = first.checked_sub(1).map_or(here, |before| hops[before].spot);
    let after = hops.get(last + 1).map_or(there, |hop| hop.spot);
    let depth = along.height(after.1) - along.height(before.1);
    if depth.abs() < 1e-9 {
        return;
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
    let total = |(p, q): (Spot, Spot)| before.1.distance(p.1) + p.1.distance(q.1) + q.1.distance(after.1);
    let on_floor = |spot: Spot| conditions.graph.floors().get(spot.0).contains(spot.1);
    // Through the opening itself, from floor to floor, every line between its ends is clear.
    let is_clear = |a: Spot, b: Spot| a.0 != b.0 || conditions.is_clear(a, b);
    let fits = |(p, q): (Spot, Spot)| on_floor(p) && on_floor(q) && is_clear(before, p) && is_clear(q, after);
    let best = (0..HALVINGS)
        .map(|halving| crossing(0.5f64.powi(halving)))
        .find(|&candidate| fits(candidate));
    if let Some(candidate) = best.filter(|&candidate| total(candidate) < total((here, there))) {
        (hops[first].spot, hops[last].spot) = candidate;
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

/// Drops each corner whose neighbours see each other.
fn drop_needless(conditions: Conditions<'_>, hops: &mut Vec<Hop>) {
    let mut i = 1;
    while i + 1 < hops.len() {
        let walks = |hop: &Hop| matches!(hop.onward, Some((EdgeKind::Walk, _)));
        let needless =
            walks(&hops[i - 1]) && walks(&hops[i]) && conditions.is_clear(hops[i - 1].spot, hops[i + 1].spot);
        if needless {
            hops.remove(i);
        } else {
            i += 1;
        }
    }
}
