//! The route as a ribbon over the floor, wide enough to be seen from wherever the camera is.

use super::path::Path;
use super::shapes::{Rgba, Shape, rgba};
use glam::{Vec2, Vec3};

/// Above the floor, so that carpets and painted aisles are under it.
const LIFT_M: f32 = 0.15;
/// Half the ribbon's width near by, and the part of its distance that it never is narrower than.
const HALF_WIDTH_M: f32 = 0.24;
const HALF_WIDTH_PER_M: f32 = 0.0042;
/// The white casing's half width, as a multiple of the ribbon's.
const CASING: f32 = 1.55;
/// Between points of the ribbon, for its width to follow the distance.
const STEP_M: f32 = 8.0;
/// A joint's corner reaches out no further than this multiple of the half width.
const MITRE: f32 = 1.8;
/// Chevrons are this many half widths apart, rounded to a power of two of metres so that they stand still as the camera moves.
const CHEVRON_EVERY: f32 = 13.0;

pub const ROUTE: Rgba = rgba(0x1A5CFF, 255);
const WALKED: Rgba = rgba(0x9AA3B2, 255);
const WHITE: Rgba = rgba(0xFFFFFF, 255);

/// Half the width that the ribbon has at `point`, seen from `eye`.
pub fn half_width(point: Vec3, eye: Vec3) -> f32 {
    (point.distance(eye) * HALF_WIDTH_PER_M).max(HALF_WIDTH_M)
}

/// The ribbon of a path as seen from `eye`; the first `walked_m` of it in grey.
pub fn ribbon(path: &Path, walked_m: f32, eye: Vec3) -> Shape {
    let mut shape = Shape::default();
    if path.is_empty() {
        return shape;
    }
    let parts = [
        (path.between(0.0, walked_m), WALKED),
        (path.between(walked_m, path.length()), ROUTE),
    ];
    for (points, _) in &parts {
        strip(&mut shape, points, eye, CASING, WHITE);
    }
    for (points, color) in &parts {
        strip(&mut shape, points, eye, 1.0, *color);
    }
    chevrons(&mut shape, path, walked_m, eye);
    shape
}

/// Whether the way from `a` to `b` is a lift: up or down, hardly aside.
fn is_upright(a: Vec3, b: Vec3) -> bool {
    (b.z - a.z).abs() > (b - a).truncate().length() * 2.0
}

/// One band along the points, with a tube where they go straight up.
fn strip(shape: &mut Shape, points: &[Vec3], eye: Vec3, widen: f32, color: Rgba) {
    let mut run: Vec<Vec3> = Vec::new();
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if is_upright(a, b) {
            flat_strip(shape, &run, eye, widen, color);
            run.clear();
            let radius = half_width((a + b) / 2.0, eye) * widen * 0.8;
            shape.tube(a + Vec3::Z * LIFT_M, b + Vec3::Z * LIFT_M, radius, color);
            continue;
        }
        if run.is_empty() {
            run.push(a);
        }
        let steps = (a.distance(b) / STEP_M).ceil().max(1.0) as usize;
        run.extend((1..=steps).map(|k| a.lerp(b, k as f32 / steps as f32)));
    }
    flat_strip(shape, &run, eye, widen, color);
}

fn flat_strip(shape: &mut Shape, points: &[Vec3], eye: Vec3, widen: f32, color: Rgba) {
    if points.len() < 2 {
        return;
    }
    let base = shape.positions.len() as u32;
    let last = points.len() - 1;
    for (i, p) in points.iter().enumerate() {
        let before = side(points[i.saturating_sub(1)], points[i.saturating_sub(1) + 1]);
        let after = side(points[i.min(last - 1)], points[i.min(last - 1) + 1]);
        let middle = (before + after).normalize_or(after);
        let mitre = (1.0 / middle.dot(after).max(1.0 / MITRE)).min(MITRE);
        let offset = (middle * half_width(*p, eye) * widen * mitre).extend(0.0);
        shape.positions.push(*p + offset + Vec3::Z * LIFT_M);
        shape.positions.push(*p - offset + Vec3::Z * LIFT_M);
        shape.colors.extend([color; 2]);
    }
    for i in 0..last as u32 {
        let [a, b, c, d] = [0, 1, 3, 2].map(|k| base + i * 2 + k);
        shape.indices.extend([a, b, c, a, c, d]);
    }
}

/// Left of the way from `a` to `b`.
fn side(a: Vec3, b: Vec3) -> Vec2 {
    (b - a).truncate().normalize_or(Vec2::Y).perp()
}

fn chevrons(shape: &mut Shape, path: &Path, walked_m: f32, eye: Vec3) {
    // One spacing for the whole way, from its point nearest to the eye.
    let nearest = path.at(path.nearest(eye));
    let spacing = (half_width(nearest, eye) * CHEVRON_EVERY).log2().ceil().exp2();
    let count = (path.length() / spacing) as usize;
    for k in 1..=count {
        let s = k as f32 * spacing - spacing / 2.0;
        let (here, ahead) = (path.at(s), path.at(s + 0.3));
        if s < walked_m || is_upright(here, ahead) {
            continue;
        }
        let forward = (ahead - here).truncate().normalize_or(Vec2::Y);
        let w = half_width(here, eye);
        let point = |along: f32, across: f32| here + (forward * along * w + forward.perp() * across * w).extend(LIFT_M);
        for hand in [-1.0, 1.0] {
            let arm = [
                point(0.75, 0.0),
                point(-0.05, 0.66 * hand),
                point(-0.6, 0.66 * hand),
                point(0.2, 0.0),
            ];
            shape.quad(arm, WHITE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_wide_in_the_picture_from_afar() {
        let at = Vec3::ZERO;
        let width = |d: f32| half_width(at, Vec3::new(0.0, 0.0, d)) / d;
        assert_eq!(width(500.0), width(900.0));
        assert_eq!(half_width(at, Vec3::new(0.0, 0.0, 2.0)), HALF_WIDTH_M);
    }

    #[test]
    fn each_level_has_its_own_and_a_lift_joins_them() {
        let path = Path::new([
            Vec3::ZERO,
            Vec3::new(20.0, 0.0, 0.0),
            Vec3::new(20.0, 0.0, 6.0),
            Vec3::new(20.0, 30.0, 6.0),
        ]);
        let shape = ribbon(&path, 0.0, Vec3::new(0.0, -10.0, 8.0));
        let heights: Vec<f32> = shape.positions.iter().map(|p| p.z - LIFT_M).collect();
        assert!(heights.iter().all(|z| *z == 0.0 || *z == 6.0));
        let rises = shape.indices.chunks(3).any(|t| {
            let z = |i: usize| shape.positions[t[i] as usize].z;
            z(0) != z(1) || z(1) != z(2)
        });
        assert!(rises);
    }

    #[test]
    fn what_was_walked_is_grey() {
        let path = Path::new([Vec3::ZERO, Vec3::new(40.0, 0.0, 0.0)]);
        let shape = ribbon(&path, 15.0, Vec3::new(0.0, -10.0, 8.0));
        for (p, color) in shape.positions.iter().zip(&shape.colors) {
            match *color {
                WALKED => assert!(p.x <= 15.01),
                ROUTE => assert!(p.x >= 14.99),
                _ => {}
            }
        }
        assert!(ribbon(&Path::default(), 0.0, Vec3::ZERO).is_empty());
    }

    #[test]
    fn corners_do_not_spike() {
        let path = Path::new([Vec3::ZERO, Vec3::new(10.0, 0.0, 0.0), Vec3::new(0.0, 0.5, 0.0)]);
        let shape = ribbon(&path, 0.0, Vec3::new(5.0, -10.0, 8.0));
        assert!(shape.positions.iter().all(|p| p.x < 12.0));
    }
}
