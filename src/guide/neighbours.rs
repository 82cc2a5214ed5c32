//! The booths beside a booth: those that touch it, and those that one sees across the aisle.

use crate::venue::{Booth, Point, Polygon, Venue, nearest_on_segment};

/// Booths with no more than a panel between them touch.
const TOUCHING_M: f64 = 0.3;

/// The widest aisle that one looks across.
const ACROSS_M: f64 = 4.0;

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
        .filter_map(|other| {
            let gap = gap(&booth.footprint, &other.footprint);
            (gap <= TOUCHING_M || is_across(booth, &other.footprint)).then_some((gap, other))
        })
        .collect();
    // To the centimetre, so that rounding does not decide the order.
    neighbours.sort_by_key(|(gap, _)| (gap * 100.0).round() as i64);
    neighbours.into_iter().map(|(_, booth)| booth).collect()
}

/// Whether a person in the middle of one of `booth`'s open sides has `other` in front.
fn is_across(booth: &Booth, other: &Polygon) -> bool {
    booth.open_sides.iter().any(|&side| {
        let (Some((a, b)), Some(out)) = (booth.footprint.side(side), booth.footprint.outward(side)) else {
            return false;
        };
        let stand = a.lerp(b, 0.5);
        let nearest = nearest_on_border(other, stand);
        let (away, ahead) = (
            stand.distance(nearest),
            (nearest.x - stand.x) * out.x + (nearest.y - stand.y) * out.y,
        );
        // In front means within 45° of straight ahead.
        away <= ACROSS_M && ahead > away * std::f64::consts::FRAC_1_SQRT_2
    })
}

/// The distance between two footprints that do not overlap.
fn gap(a: &Polygon, b: &Polygon) -> f64 {
    let from = |a: &Polygon, b: &Polygon| {
        let distances = a.points().iter().map(|&corner| b.distance_to_border(corner));
        distances.fold(f64::INFINITY, f64::min)
    };
    from(a, b).min(from(b, a))
}

fn nearest_on_border(polygon: &Polygon, p: Point) -> Point {
    let on_sides = polygon.sides().map(|(a, b)| nearest_on_segment(a, b, p));
    on_sides
        .min_by(|a, b| a.distance(p).total_cmp(&b.distance(p)))
        .unwrap_or(p)
}
