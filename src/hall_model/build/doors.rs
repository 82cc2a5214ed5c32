//! Doors: frames with leaves that stand open, entrances under a canopy, emergency exits closed under a green sign.

use super::extrude::{beam, left_of, moved, upright};
use super::ink::{CUT, EXIT, GLASS, Ink, STEEL_DARK, WALL};
use super::mesh::{Shape, lift};
use super::walls::post;
use crate::venue::{Opening, OpeningKind, Point};

/// Doors wider than this are doors of halls, and higher.
const WIDE_M: f64 = 3.0;
/// A leaf is no wider.
const LEAF_M: f64 = 1.1;
/// How far open doors stand open, in radians.
const OPEN: f64 = 1.25;

/// Clear height of an opening.
pub fn head(opening: &Opening) -> f64 {
    let wide = opening.from.distance(opening.to) > WIDE_M;
    match opening.kind {
        OpeningKind::Entrance => 3.2,
        OpeningKind::Door | OpeningKind::Passage if wide => 2.8,
        OpeningKind::Door | OpeningKind::Passage => 2.2,
        OpeningKind::EmergencyExit => 2.3,
    }
}

/// Builds the opening along `from`–`to` in a wall of that thickness, the unit on the left.
pub fn build(opening: &Opening, from: Point, to: Point, head: f64, jamb: f64, shape: &mut Shape) {
    let width = from.distance(to);
    let Some(inside) = left_of(from, to) else { return };
    match opening.kind {
        OpeningKind::Passage => frame(shape, from, to, head, jamb, 1.0),
        OpeningKind::Door => {
            let bays = (width / (2.0 * LEAF_M + 0.4)).floor().max(1.0);
            frame(shape, from, to, head, jamb, bays);
            for i in 0..bays as i32 {
                let (a, b) = (
                    from.lerp(to, f64::from(i) / bays),
                    from.lerp(to, f64::from(i + 1) / bays),
                );
                leaves(shape, a, b, inside, head);
            }
        }
        OpeningKind::Entrance => {
            let bays = (width / 4.0).round().max(1.0);
            frame(shape, from, to, head, jamb, bays);
            for i in 0..bays as i32 {
                let (a, b) = (
                    from.lerp(to, f64::from(i) / bays),
                    from.lerp(to, f64::from(i + 1) / bays),
                );
                leaves(shape, a, b, inside, head);
            }
            canopy(shape, from, to, inside, head);
        }
        OpeningKind::EmergencyExit => {
            frame(shape, from, to, head, jamb, 1.0);
            let leaf = WALL.mix(EXIT, 0.22);
            let (a, b) = (from.lerp(to, 0.04), from.lerp(to, 0.96));
            let middle = a.lerp(b, 0.5);
            for (a, b) in [(a, middle.lerp(a, 0.02)), (middle.lerp(b, 0.02), b)] {
                beam(shape, a, b, [0.02, head - 0.08], 0.08, leaf, leaf);
            }
            // The bar that one pushes, and the sign over the door.
            let bar = |p: Point| moved(p, inside, 0.08);
            beam(shape, bar(a), bar(b), [1.0, 1.08], 0.06, STEEL_DARK, STEEL_DARK);
            let sign = |t: f64| moved(from.lerp(to, t), inside, jamb / 2.0 + 0.06);
            beam(shape, sign(0.2), sign(0.8), [head + 0.08, head + 0.42], 0.1, EXIT, EXIT);
            arrow(shape, sign(0.2), sign(0.8), inside, head + 0.25);
        }
    }
}

/// Posts at both ends and between the bays, and a bar over them.
fn frame(shape: &mut Shape, from: Point, to: Point, head: f64, jamb: f64, bays: f64) {
    for i in 0..=bays as i32 {
        let t = f64::from(i) / bays;
        let at = from.lerp(to, t);
        if i == 0 || f64::from(i) == bays {
            // At the ends the frame is as deep as the wall.
            let inward = from.lerp(
                to,
                t + if i == 0 { 1.0 } else { -1.0 } * 0.1 / from.distance(to).max(0.2),
            );
            beam(shape, at, inward, [0.0, head], jamb + 0.04, STEEL_DARK, CUT);
        } else {
            post(shape, at, [0.0, head], 0.1);
        }
    }
    beam(shape, from, to, [head - 0.1, head], 0.12, STEEL_DARK, CUT);
}

/// Two leaves of glass that stand open to the inside.
fn leaves(shape: &mut Shape, a: Point, b: Point, inside: Point, head: f64) {
    let width = ((a.distance(b) - 0.2) / 2.0).clamp(0.3, LEAF_M);
    let Some(along) = (a.distance(b) > 0.3).then(|| {
        let d = a.distance(b);
        Point::new((b.x - a.x) / d, (b.y - a.y) / d)
    }) else {
        return;
    };
    let (sin, cos) = OPEN.sin_cos();
    for (hinge, way) in [(moved(a, along, 0.08), 1.0), (moved(b, along, -0.08), -1.0)] {
        let end = moved(moved(hinge, along, way * width * cos), inside, width * sin);
        beam(shape, hinge, end, [0.03, 0.25], 0.05, STEEL_DARK, STEEL_DARK);
        super::extrude::pane(shape, hinge, end, [0.25, head - 0.2], GLASS);
        beam(shape, hinge, end, [head - 0.2, head - 0.12], 0.05, STEEL_DARK, CUT);
    }
}

/// A roof over an entrance, towards the outside.
fn canopy(shape: &mut Shape, from: Point, to: Point, inside: Point, head: f64) {
    let out = |p: Point, by: f64| moved(p, inside, -by);
    let (a, b) = (out(from, 2.2), out(to, 2.2));
    let ink: Ink = WALL;
    let corners = [from, a, b, to];
    // Seen from above these run counter-clockwise: the outside is on the right of from–to.
    for i in 0..4 {
        upright(shape, corners[i], corners[(i + 1) % 4], [head + 0.1, head + 0.4], ink);
    }
    shape.quad(corners.map(|p| lift(p, head + 0.4)), CUT);
    let below = [corners[3], corners[2], corners[1], corners[0]];
    shape.quad(below.map(|p| lift(p, head + 0.1)), ink);
    for p in [a.lerp(b, 0.03), a.lerp(b, 0.97)] {
        post(shape, moved(p, inside, 0.2), [0.0, head + 0.1], 0.16);
    }
}

/// A white running arrow on an exit sign: enough to be read as one from afar.
fn arrow(shape: &mut Shape, from: Point, to: Point, inside: Point, y: f64) {
    let at = |t: f64, dy: f64| lift(moved(from.lerp(to, t), inside, 0.062), y + dy);
    // Seen from inside, `from` is on the right.
    shape.quad(
        [at(0.75, -0.035), at(0.45, -0.035), at(0.45, 0.035), at(0.75, 0.035)],
        WALL,
    );
    shape.triangle([at(0.47, -0.11), at(0.28, 0.0), at(0.47, 0.11)], WALL);
}
