//! The booths beside a booth: those that touch it, and those that one sees across the aisle.

use crate::order;
use crate::venue::{Booth, Point, Polygon, Venue};

/// Booths with no more than a panel between them touch.
const TOUCHING_M: f64 = 0.3;

/// The widest aisle that one looks across.
const ACROSS_M: f64 = 4.0;

/// How much of a side two booths must share to stand beside each other and not corner to corner, in metres.
const SHARED_M: f64 = 0.3;

/// How far footprints may overlap by carelessness, in metres.
const SLACK_M: f64 = 0.05;

/// Nearest first; equally near ones in the order of the layout.
pub fn of<'v>(venue: &'v Venue, booth: &Booth) -> Vec<&'v Booth> {
    let Some(near) = booth.footprint.bounds().map(|bounds| bounds.grown(ACROSS_M)) else {
        return Vec::new();
    };
    let others = venue.booths().iter().filter(|other| {
        let bounds = other.footprint.bounds();
        other.unit == booth.unit && other.id != booth.id && bounds.is_some_and(|bounds| bounds.overlaps(near))
    });
    let mut neighbours: Vec<(f64, &Booth)> = others
        .filter_map(|other| Some((gap(booth, &other.footprint)?, other)))
        .collect();
    // To the centimetre, so that rounding does not decide the order.
    order::sort_by_key(&mut neighbours, |(gap, _)| (gap * 100.0).round() as i64);
    neighbours.into_iter().map(|(_, booth)| booth).collect()
}

/// The least distance from a side of `booth` straight to `other`, if it is near enough for a neighbour there:
/// across the aisle before an open side, touching at a closed one.
fn gap(booth: &Booth, other: &Polygon) -> Option<f64> {
    let gaps = (0..booth.footprint.points().len()).filter_map(|side| {
        let reach = if booth.open_sides.contains(&side) {
            ACROSS_M
        } else {
            TOUCHING_M
        };
        gap_before(&booth.footprint, side, other).filter(|gap| (-SLACK_M..=reach).contains(gap))
    });
    gaps.min_by(f64::total_cmp)
}

/// How far before a side `other` begins; `None` if it is not straight before it.
fn gap_before(footprint: &Polygon, side: usize, other: &Polygon) -> Option<f64> {
    let (a, b) = footprint.side(side)?;
    let out = footprint.outward(side)?;
    let length = a.distance(b);
    // `other` in the side's own axes: along it from its first corner, and ahead of it.
    let along = |p: &Point| ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
    let ahead = |p: &Point| (p.x - a.x) * out.x + (p.y - a.y) * out.y;
    let corners = || other.points().iter();
    let least = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min);
    let (from, to) = (
        least(&mut corners().map(along)),
        -least(&mut corners().map(|p| -along(p))),
    );
    let shared = to.min(length) - from.max(0.0);
    (shared > SHARED_M).then(|| least(&mut corners().map(ahead)))
}
