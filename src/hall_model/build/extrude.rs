//! Areas of the plan made solid, and walls along lines, with the shade that gathers at their feet.

use super::ink::Ink;
use super::mesh::{Face, Shape, V3, lift};
use super::region::Region;
use crate::venue::{Point, Polygon};

/// Light at the foot of a wall, and the height where the foot's shade ends.
const FOOT_LIGHT: f64 = 0.75;
const FOOT_M: f64 = 0.6;
const FOOT_TOP_LIGHT: f64 = 0.9375;

/// A horizontal area that faces up, lit as `light` says for each point.
pub fn floor(shape: &mut Shape, region: &Region, y: f64, ink: Ink, light: impl Fn(Point) -> f64) {
    for [a, b, c] in region.triangles() {
        shape.faces.push(Face {
            corners: [lift(a, y), lift(b, y), lift(c, y), lift(c, y)],
            count: 3,
            ink,
            light: [light(a), light(b), light(c), 1.0],
        });
    }
}

/// A horizontal area that faces down.
pub fn ceiling(shape: &mut Shape, region: &Region, y: f64, ink: Ink) {
    for [a, b, c] in region.triangles() {
        shape.triangle([lift(a, y), lift(c, y), lift(b, y)], ink);
    }
}

/// An area from `y0` to `y1` with sides and a top.
pub fn solid(shape: &mut Shape, region: &Region, [y0, y1]: [f64; 2], side: Ink, top: Ink) {
    sides(shape, region, [y0, y1], side);
    floor(shape, region, y1, top, |_| 1.0);
}

/// The sides of an area, facing out of it.
pub fn sides(shape: &mut Shape, region: &Region, [y0, y1]: [f64; 2], ink: Ink) {
    for border in region.borders() {
        for (a, b) in border.sides() {
            upright(shape, a, b, [y0, y1], ink);
        }
    }
}

/// An upright rectangle from `a` to `b` that faces to the right of that way, shaded at its foot if it stands on the floor.
pub fn upright(shape: &mut Shape, a: Point, b: Point, [y0, y1]: [f64; 2], ink: Ink) {
    let band = |shape: &mut Shape, y: [f64; 2], light: [f64; 2]| {
        shape.faces.push(Face {
            corners: [lift(a, y[0]), lift(b, y[0]), lift(b, y[1]), lift(a, y[1])],
            count: 4,
            ink,
            light: [light[0], light[0], light[1], light[1]],
        });
    };
    let standing = y0.abs() < 0.1 && !ink.is_glass();
    if !standing {
        band(shape, [y0, y1], [1.0, 1.0]);
    } else if y1 - y0 <= FOOT_M * 1.5 {
        band(shape, [y0, y1], [FOOT_LIGHT, FOOT_TOP_LIGHT]);
    } else {
        band(shape, [y0, y0 + FOOT_M], [FOOT_LIGHT, FOOT_TOP_LIGHT]);
        band(shape, [y0 + FOOT_M, y1], [FOOT_TOP_LIGHT, 1.0]);
    }
}

/// A pane that is seen from both sides.
pub fn pane(shape: &mut Shape, a: Point, b: Point, y: [f64; 2], ink: Ink) {
    upright(shape, a, b, y, ink);
    upright(shape, b, a, y, ink);
}

/// A bar of rectangular section along `a`–`b`, `thickness` wide about that line.
pub fn beam(shape: &mut Shape, a: Point, b: Point, [y0, y1]: [f64; 2], thickness: f64, side: Ink, top: Ink) {
    let Some(strip) = strip(a, b, thickness) else { return };
    for (p, q) in strip.sides() {
        upright(shape, p, q, [y0, y1], side);
    }
    let corners: Vec<V3> = strip.points().iter().map(|p| lift(*p, y1)).collect();
    shape.quad([corners[0], corners[1], corners[2], corners[3]], top);
    if y0 > 0.1 {
        let corners: Vec<V3> = strip.points().iter().map(|p| lift(*p, y0)).collect();
        shape.quad([corners[3], corners[2], corners[1], corners[0]], side);
    }
}

/// The rectangle of that width about a line, counter-clockwise; `None` if the line has no length.
pub fn strip(a: Point, b: Point, width: f64) -> Option<Polygon> {
    let side = left_of(a, b)?;
    let off = |p: Point, by: f64| Point::new(p.x + side.x * by, p.y + side.y * by);
    let half = width / 2.0;
    Some(Polygon(vec![off(a, -half), off(b, -half), off(b, half), off(a, half)]))
}

/// The unit vector to the left of the way from `a` to `b`; `None` if they are one point.
pub fn left_of(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-6).then(|| Point::new(-(b.y - a.y) / length, (b.x - a.x) / length))
}

/// `p` moved by `distance` along the unit vector `direction`.
pub fn moved(p: Point, direction: Point, distance: f64) -> Point {
    Point::new(p.x + direction.x * distance, p.y + direction.y * distance)
}
