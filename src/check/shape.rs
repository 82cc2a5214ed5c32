//! How much of one polygon is in another, exactly (`i_overlay`).

use crate::venue::{Bounds, Polygon, is_near};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::single::SingleFloatOverlay;

/// Overlaps up to this area are rounding: 1 cm².
const LEAST_AREA_M2: f64 = 1e-4;
/// So are slivers of this mean width, since plans are drawn to the centimetre and slanting sides do not end on it.
const LEAST_WIDTH_M: f64 = 0.01;

/// Area in m² that two polygons share; `None` if it is no more than rounding.
pub(super) fn shared_area(a: &Polygon, b: &Polygon) -> Option<f64> {
    area_of(a, b, OverlayRule::Intersect)
}

/// Area in m² of `a` that is outside `b`; `None` if it is no more than rounding.
pub(super) fn area_outside(a: &Polygon, b: &Polygon) -> Option<f64> {
    area_of(a, b, OverlayRule::Difference)
}

/// Whether the boxes share more than a sliver.
pub(super) fn boxes_overlap(a: Bounds, b: Bounds) -> bool {
    a.grown(-LEAST_WIDTH_M / 2.0).overlaps(b.grown(-LEAST_WIDTH_M / 2.0))
}

fn area_of(a: &Polygon, b: &Polygon, rule: OverlayRule) -> Option<f64> {
    // What is farther away is found at the door, and is more than the cutting can hold.
    if !a.points().iter().chain(b.points()).all(|point| is_near(*point)) {
        return None;
    }
    let contour = |polygon: &Polygon| polygon.points().iter().map(|p| [p.x, p.y]).collect::<Vec<_>>();
    let shapes = contour(a).overlay(&contour(b), rule, FillRule::EvenOdd);
    let mut total = 0.0;
    for shape in shapes {
        // The first contour is the outer border, the others are holes.
        let rings: Vec<Polygon> = shape
            .into_iter()
            .map(|ring| Polygon(ring.into_iter().map(Into::into).collect()))
            .collect();
        let holes: f64 = rings.iter().skip(1).map(Polygon::area).sum();
        let area = rings.first().map_or(0.0, Polygon::area) - holes;
        let border: f64 = rings.iter().flat_map(Polygon::sides).map(|(a, b)| a.distance(b)).sum();
        if area > LEAST_AREA_M2 && 2.0 * area / border > LEAST_WIDTH_M {
            total += area;
        }
    }
    (total > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounding_leaves_is_no_overlap() {
        let a = Polygon::rectangle(0.0, 0.0, 3.0, 3.0);
        assert_eq!(shared_area(&a, &Polygon::rectangle(3.0, 0.0, 3.0, 3.0)), None);
        assert_eq!(shared_area(&a, &Polygon::rectangle(2.995, 0.0, 3.0, 3.0)), None);
        let shared = shared_area(&a, &Polygon::rectangle(2.9, 0.0, 3.0, 3.0)).unwrap();
        assert!((shared - 0.3).abs() < 1e-6, "{shared}");
    }

    #[test]
    fn a_hole_is_no_part_of_what_is_outside() {
        let outside = area_outside(
            &Polygon::rectangle(0.0, 0.0, 4.0, 4.0),
            &Polygon::rectangle(1.0, 1.0, 2.0, 2.0),
        );
        assert!((outside.unwrap() - 12.0).abs() < 1e-6);
    }
}
