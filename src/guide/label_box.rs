//! Where in a shape its name fits.

use crate::directory::anchor_of;
use crate::venue::{Bounds, Point, Polygon};

/// An axis-parallel box inside a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelBox {
    pub at: Point,
    pub width_m: f64,
    pub height_m: f64,
}

/// What stays free of the name on each side, as a share of the shape.
const MARGIN: f64 = 0.08;

/// Points tried along each axis of a shape that is no rectangle.
const TRIES: u32 = 6;

/// Heights tried, as shares of the bounds' half height.
const HEIGHTS: [f64; 4] = [0.2, 0.4, 0.6, 0.9];

/// The largest sensible box inside `polygon`: of a rectangle all but a margin, of another shape the largest of some dozens tried.
pub fn label_box(polygon: &Polygon) -> LabelBox {
    let anchor = anchor_of(polygon);
    let nothing = LabelBox {
        at: anchor,
        width_m: 0.0,
        height_m: 0.0,
    };
    let Some(bounds) = polygon.bounds() else {
        return nothing;
    };
    let (width, height) = size(bounds);
    let largest = if polygon.area() > 0.99 * width * height {
        LabelBox {
            at: bounds.center(),
            width_m: width,
            height_m: height,
        }
    } else {
        let boxes = centres(bounds, anchor)
            .filter(|&at| polygon.contains(at))
            .flat_map(|at| {
                HEIGHTS.iter().map(move |share| {
                    let half_height = height / 2.0 * share;
                    LabelBox {
                        at,
                        width_m: 2.0 * free_half_width(polygon, at, half_height),
                        height_m: 2.0 * half_height,
                    }
                })
            });
        let area = |b: &LabelBox| b.width_m * b.height_m;
        // The first of equals, which is the anchor's.
        boxes.fold(nothing, |best, b| if area(&b) > area(&best) * 1.001 { b } else { best })
    };
    LabelBox {
        at: Point::new(millimetres(largest.at.x), millimetres(largest.at.y)),
        width_m: millimetres(largest.width_m * (1.0 - 2.0 * MARGIN)),
        height_m: millimetres(largest.height_m * (1.0 - 2.0 * MARGIN)),
    }
}

/// A length to the millimetre: what is finer is noise, and costs bytes on the way to the page.
pub fn millimetres(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0 + 0.0
}

fn size(bounds: Bounds) -> (f64, f64) {
    (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y)
}

/// The anchor, then a grid over the bounds.
fn centres(bounds: Bounds, anchor: Point) -> impl Iterator<Item = Point> {
    let (width, height) = size(bounds);
    let share = |i: u32| (f64::from(i) + 0.5) / f64::from(TRIES);
    let grid = (0..TRIES).flat_map(move |i| {
        (0..TRIES).map(move |j| Point::new(bounds.min.x + width * share(i), bounds.min.y + height * share(j)))
    });
    std::iter::once(anchor).chain(grid)
}

/// How far a box of that half height round `at` may reach to both sides before it meets the border.
fn free_half_width(polygon: &Polygon, at: Point, half_height: f64) -> f64 {
    let (low, high) = (at.y - half_height, at.y + half_height);
    let mut free = f64::INFINITY;
    for (a, b) in polygon.sides() {
        let (a, b) = if a.y <= b.y { (a, b) } else { (b, a) };
        if b.y <= low || a.y >= high {
            continue;
        }
        // The part of the side that is beside the box.
        let at_height = |y: f64| {
            if b.y > a.y {
                a.lerp(b, (y - a.y) / (b.y - a.y))
            } else {
                a
            }
        };
        let (from, to) = if b.y > a.y {
            (at_height(a.y.max(low)).x, at_height(b.y.min(high)).x)
        } else {
            (a.x, b.x)
        };
        let crosses = (from < at.x) != (to < at.x);
        free = if crosses {
            0.0
        } else {
            free.min((from - at.x).abs()).min((to - at.x).abs())
        };
        if free == 0.0 {
            break;
        }
    }
    if free.is_finite() { free } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_gives_all_but_a_margin() {
        let b = label_box(&Polygon::rectangle(10.0, 20.0, 6.0, 3.0));
        assert_eq!(b.at, Point::new(13.0, 21.5));
        assert!((b.width_m - 5.04).abs() < 1e-9 && (b.height_m - 2.52).abs() < 1e-9);
    }

    #[test]
    fn the_box_of_any_shape_is_inside_it() {
        let l_shape = [
            [0.0, 0.0],
            [20.0, 0.0],
            [20.0, 5.0],
            [5.0, 5.0],
            [5.0, 20.0],
            [0.0, 20.0],
        ];
        let diamond = [[0.0, 5.0], [5.0, 0.0], [10.0, 5.0], [5.0, 10.0]];
        for corners in [&l_shape[..], &diamond[..]] {
            let polygon = Polygon(corners.iter().copied().map(Point::from).collect());
            let b = label_box(&polygon);
            assert!(b.width_m * b.height_m > 0.1 * polygon.area(), "{b:?}");
            for (x, y) in [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)] {
                let corner = Point::new(b.at.x + x * b.width_m, b.at.y + y * b.height_m);
                assert!(polygon.contains(corner), "{b:?} {corner:?}");
            }
        }
    }
}
