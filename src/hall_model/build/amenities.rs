//! Amenities and kiosks as small models that one recognises: a counter with tables, a desk, a block with a sign, lockers, seats.

use super::ink::{CUT, EXIT, Ink, SCREEN, STEEL, STEEL_DARK, WALL, WOOD};
use super::lettering;
use super::mesh::{Shape, lift};
use super::occlusion;
use super::props::{Placed, Prop, screen};
use super::scene::{Node, Stock};
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Amenity, AmenityKind, Kiosk, Point};

const SIGN: Ink = Ink::rgb(0x2F_5D8A);

/// A footprint's measures in the axes of its front: the side where one stands to use it faces +z.
struct Spot {
    center: Point,
    half_w: f64,
    half_d: f64,
    turn: f64,
}

impl Spot {
    /// `None` where the amenity covers no floor.
    fn of(amenity: &Amenity) -> Option<Self> {
        let bounds = amenity.footprint.as_ref()?.bounds()?;
        let center = bounds.center();
        let (w, d) = ((bounds.max.x - bounds.min.x) / 2.0, (bounds.max.y - bounds.min.y) / 2.0);
        let (dx, dy) = (amenity.point.x - center.x, amenity.point.y - center.y);
        let quarter = std::f64::consts::FRAC_PI_2;
        // The side that the point lies beyond.
        let (half_w, half_d, turn) = if dy.abs() - d >= dx.abs() - w {
            (w, d, if dy < 0.0 { 0.0 } else { 2.0 * quarter })
        } else {
            (d, w, if dx > 0.0 { quarter } else { -quarter })
        };
        Some(Self {
            center,
            half_w,
            half_d,
            turn,
        })
    }
}

/// The amenity's node.
pub fn build(amenity: &Amenity, stock: &mut Stock) -> Node {
    let node = Node::tagged(Tag::of(PartKind::Amenity, &amenity.id));
    let Some(spot) = Spot::of(amenity) else {
        return node
            .with_mesh(stock.shared(&format!("pylon {:?}", amenity.kind), || pylon(amenity.kind)))
            .at(lift(amenity.point, 0.0));
    };
    let key = format!("{:?} {:.3} {:.3}", amenity.kind, spot.half_w, spot.half_d);
    let mesh = stock.shared(&key, || {
        let mut shape = Shape::default();
        for placed in model(amenity.kind, spot.half_w, spot.half_d, &mut shape) {
            shape.add(&placed.prop.shape(SIGN), placed.at, placed.turn);
        }
        shape
    });
    node.with_mesh(mesh).at(lift(spot.center, 0.0)).turned(spot.turn)
}

/// Builds what covers 2·`w` × 2·`d` metres with its front at +z; returns the furniture.
fn model(kind: AmenityKind, w: f64, d: f64, s: &mut Shape) -> Vec<Placed> {
    use AmenityKind::*;
    let mut props = Vec::new();
    match kind {
        Cafe | Restaurant => {
            let back = (d * 0.45).min(1.0);
            s.block_with_top([-w + 0.1, 0.0, -d], [w - 0.1, 2.4, -d + 0.15], WOOD, CUT);
            s.block_with_top([-w + 0.3, 0.0, -d + back], [w * 0.55, 1.1, -d + back + 0.6], WALL, WOOD);
            s.block([-w * 0.5, 1.5, -d + 0.15], [w * 0.5, 2.15, -d + 0.2], SCREEN);
            sign_text(s, kind, [0.0, 1.83, -d + 0.215_625], 0.3);
            let (free_z, columns) = (2.0 * d - back - 0.9, (2.0 * w / 2.0).floor().max(1.0));
            let rows = (free_z / 1.9).floor().clamp(0.0, 3.0);
            for row in 0..rows as i32 {
                for column in 0..columns as i32 {
                    let x = -w + 2.0 * w * (f64::from(column) + 0.5) / columns;
                    let z = d - 0.95 - f64::from(row) * 1.9;
                    props.push(Placed::new(Prop::Table, [x, 0.0, z], 0.0));
                    for side in [-1.0, 1.0] {
                        let angle = side * std::f64::consts::FRAC_PI_2;
                        props.push(Placed::new(Prop::Chair, [x + side * 0.66, 0.0, z], -angle));
                    }
                }
            }
        }
        Information => {
            let t = 0.55_f64.min(d * 0.5);
            for (min, max) in [
                ([-w, d - t], [w, d]),
                ([-w, -d], [-w + t, d - t]),
                ([w - t, -d], [w, d - t]),
            ] {
                s.block_with_top([min[0], 0.0, min[1]], [max[0], 1.05, max[1]], WALL, WOOD);
            }
            s.quad(
                [
                    [-w, 0.15, d + 0.008],
                    [w, 0.15, d + 0.008],
                    [w, 0.32, d + 0.008],
                    [-w, 0.32, d + 0.008],
                ],
                SIGN,
            );
            s.block([-0.06, 0.0, -0.06], [0.06, 2.3, 0.06], STEEL);
            s.block([-0.5, 2.3, -0.5], [0.5, 3.3, 0.5], SIGN);
            for turn in 0..4 {
                let mut face = Shape::default();
                sign_text(&mut face, kind, [0.0, 2.8, 0.508], 0.7);
                s.add(&face, [0.0; 3], f64::from(turn) * std::f64::consts::FRAC_PI_2);
            }
        }
        Seating => {
            let (columns, rows) = ((2.0 * w / 2.2).floor().max(1.0), (2.0 * d / 1.1).floor().max(1.0));
            if w < 0.95 {
                // Along z.
                let count = (2.0 * d / 2.2).floor().max(1.0);
                for i in 0..count as i32 {
                    let z = -d + 2.0 * d * (f64::from(i) + 0.5) / count;
                    props.push(Placed::new(Prop::Bench, [0.0, 0.0, z], std::f64::consts::FRAC_PI_2));
                }
            } else {
                for row in 0..rows as i32 {
                    for column in 0..columns as i32 {
                        let x = -w + 2.0 * w * (f64::from(column) + 0.5) / columns;
                        let z = -d + 2.0 * d * (f64::from(row) + 0.5) / rows;
                        props.push(Placed::new(Prop::Bench, [x, 0.0, z], 0.0));
                    }
                }
            }
        }
        Lockers => {
            let height = 2.0;
            let rear = (d * 2.0).min(0.6);
            s.block_with_top([-w, 0.0, -d], [w, height, -d + rear], STEEL, CUT);
            let doors = (2.0 * w / 0.4).floor().max(1.0);
            for i in 1..doors as i32 {
                let x = -w + 2.0 * w * f64::from(i) / doors;
                let z = -d + rear + 0.008;
                s.quad(
                    [
                        [x - 0.012, 0.1, z],
                        [x + 0.012, 0.1, z],
                        [x + 0.012, 1.9, z],
                        [x - 0.012, 1.9, z],
                    ],
                    STEEL_DARK,
                );
            }
            for y in [0.1, 0.7, 1.3, 1.88] {
                let z = -d + rear + 0.016;
                s.quad(
                    [[-w, y, z], [w, y, z], [w, y + 0.024, z], [-w, y + 0.024, z]],
                    STEEL_DARK,
                );
            }
        }
        Charging => {
            let count = (2.0 * w / 1.2).floor().max(1.0);
            for i in 0..count as i32 {
                let x = -w + 2.0 * w * (f64::from(i) + 0.5) / count;
                s.block([x - 0.06, 0.0, -0.06], [x + 0.06, 1.05, 0.06], STEEL);
                s.block_with_top([x - 0.5, 1.05, -d.min(0.3)], [x + 0.5, 1.1, d.min(0.3)], WALL, WOOD);
                s.block([x - 0.1, 1.1, -0.1], [x + 0.1, 1.4, 0.1], SIGN);
            }
        }
        Atm => {
            let count = (2.0 * w / 1.0).floor().max(1.0);
            for i in 0..count as i32 {
                let x = -w + 2.0 * w * (f64::from(i) + 0.5) / count;
                s.block_with_top([x - 0.4, 0.0, -d], [x + 0.4, 1.9, -d + (2.0 * d).min(0.8)], WALL, CUT);
                screen(
                    s,
                    [x - 0.25, 1.05],
                    [x + 0.25, 1.5],
                    -d + (2.0 * d).min(0.8) + 0.008,
                    SIGN,
                );
            }
        }
        Restroom | RestroomWheelchair | FirstAid | Cloakroom | PrayerRoom | NursingRoom | Other => {
            block_with_sign(s, kind, w, d);
        }
    }
    occlusion::shade(s, true);
    props
}

/// A little house: walls, a dark cut, and a door with the sign beside it.
fn block_with_sign(s: &mut Shape, kind: AmenityKind, w: f64, d: f64) {
    let (t, height) = (0.14, 2.8);
    let ink = WALL.mix(SIGN, 0.06);
    let door = (w * 0.5).min(0.6);
    for (min, max) in [
        ([-w, -d], [w, -d + t]),
        ([-w, -d + t], [-w + t, d]),
        ([w - t, -d + t], [w, d]),
        ([-w + t, d - t], [-door, d]),
        ([door, d - t], [w - t, d]),
    ] {
        s.block_with_top([min[0], 0.0, min[1]], [max[0], height, max[1]], ink, CUT);
    }
    s.carpet([-w + t, -d + t], [w - t, d - t], 0.031_25, 0.6, WALL.mix(SIGN, 0.14));
    // A screen keeps the view out of the door.
    if d > 1.6 {
        s.block_with_top([-door - 0.4, 0.0, d - 1.6], [door + 0.4, height, d - 1.6 + t], ink, CUT);
    }
    let half = (w - door) / 2.0;
    if half > 0.25 {
        let x = door + half;
        let size = half.min(0.5);
        let z = d + 0.008;
        let back = sign_ink(kind);
        s.quad(
            [
                [x - size, 1.9 - size, z],
                [x + size, 1.9 - size, z],
                [x + size, 1.9 + size, z],
                [x - size, 1.9 + size, z],
            ],
            back,
        );
        sign_text(s, kind, [x, 1.9, z + 0.008], size * 0.9);
    }
}

/// A sign on a post, where an amenity covers no floor.
fn pylon(kind: AmenityKind) -> Shape {
    let mut s = Shape::default();
    s.block([-0.05, 0.0, -0.05], [0.05, 2.2, 0.05], STEEL_DARK);
    s.block([-0.35, 2.2, -0.06], [0.35, 2.9, 0.06], sign_ink(kind));
    for turn in [0.0, std::f64::consts::PI] {
        let mut face = Shape::default();
        sign_text(&mut face, kind, [0.0, 2.55, 0.068], 0.36);
        s.add(&face, [0.0; 3], turn);
    }
    occlusion::shade(&mut s, true);
    s
}

/// The white letters of a sign, no wider than twice their height.
fn sign_text(s: &mut Shape, kind: AmenityKind, at: [f64; 3], height: f64) {
    let text = letters(kind);
    let height = height.min(2.0 * height / lettering::width(text).max(0.1));
    let mut letters = lettering::text(text, WALL);
    for face in &mut letters.faces {
        for corner in &mut face.corners {
            *corner = corner.map(|c| c * height);
        }
    }
    s.add(&letters, at, 0.0);
}

fn sign_ink(kind: AmenityKind) -> Ink {
    if kind == AmenityKind::FirstAid { EXIT } else { SIGN }
}

/// What is written on a sign: marks that need no language, or a word that travellers know.
fn letters(kind: AmenityKind) -> &'static str {
    match kind {
        AmenityKind::Restroom => "WC",
        AmenityKind::RestroomWheelchair => "WC+",
        AmenityKind::Cafe => "CAFE",
        AmenityKind::Restaurant => "FOOD",
        AmenityKind::FirstAid => "+",
        AmenityKind::Information => "ℹ",
        AmenityKind::Cloakroom => "BAG",
        AmenityKind::PrayerRoom => "PRAY",
        AmenityKind::NursingRoom => "BABY",
        AmenityKind::Charging => "USB",
        AmenityKind::Atm => "ATM",
        AmenityKind::Seating => "SEAT",
        AmenityKind::Lockers => "BOX",
        AmenityKind::Other => "-",
    }
}

/// A slim screen on the floor, facing the person who reads it.
pub fn kiosk(kiosk: &Kiosk, stock: &mut Stock) -> Node {
    let mesh = stock.shared("kiosk", || {
        let mut s = Shape::default();
        s.block([-0.35, 0.0, -0.22], [0.35, 0.06, 0.22], STEEL_DARK);
        s.block([-0.3, 0.06, -0.06], [0.3, 1.95, 0.06], CUT);
        screen(&mut s, [-0.26, 0.75], [0.26, 1.88], 0.068, SIGN);
        occlusion::shade(&mut s, true);
        s
    });
    // The screen faces the way against the reader's look: heading 0 looks north (−z), so the screen faces south (+z).
    Node::tagged(Tag::of(PartKind::Kiosk, &kiosk.id))
        .with_mesh(mesh)
        .at(lift(kiosk.point, 0.0))
        .turned(-kiosk.heading_deg.to_radians())
}
