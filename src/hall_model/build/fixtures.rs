//! What stands in the way: columns, hydrants, inner walls, shutters, planters, furniture.

use super::extrude;
use super::ink::{CUT, GREEN, HYDRANT, Ink, LEAF, LEAF_DARK, STEEL, STEEL_DARK, WALL, WOOD};
use super::mesh::{Shape, lift};
use super::occlusion;
use super::prism;
use super::props::Prop;
use super::region::Region;
use super::scene::{Node, Stock};
use super::stand::Seed;
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Bounds, Fixture, FixtureKind, Point, UnitKind};

/// Columns end at the cut, like walls.
const COLUMN_CUT_M: f64 = 4.5;
/// Grass with trees, rather than a box of plants.
const LAWN_M2: f64 = 40.0;
/// Between trees in a row.
const TREES_M: f64 = 6.5;

/// A column up to the cut into `lower`, the rest of it into `upper`. `headroom` is what the level has.
pub fn column(fixture: &Fixture, headroom: f64, lower: &mut Shape, upper: &mut Shape) {
    let height = fixture.height_m.unwrap_or(COLUMN_CUT_M).min(headroom);
    let cut = height.min(COLUMN_CUT_M);
    prism::block(lower, &fixture.footprint, cut, WALL, CUT);
    if height > cut {
        extrude::solid(upper, &Region::of(&fixture.footprint), [cut, height], WALL, CUT);
    }
}

/// A fixture's node; columns are not among them, nor is what ends in the floor. `on` is the floor that it stands on.
pub fn build(fixture: &Fixture, on: Option<UnitKind>, accent: Ink, stock: &mut Stock) -> Option<Node> {
    let bounds = fixture.footprint.bounds()?;
    let middle = bounds.center();
    let (half_w, half_d) = ((bounds.max.x - bounds.min.x) / 2.0, (bounds.max.y - bounds.min.y) / 2.0);
    let node = Node::tagged(Tag::of(PartKind::Fixture, &fixture.id)).at(lift(middle, 0.0));
    let sized = |name: &str| format!("{name} {:.3} {:.3} {:?}", half_w, half_d, fixture.height_m);
    let (lo, hi) = (|y: f64| [-half_w, y, -half_d], |y: f64| [half_w, y, half_d]);
    match fixture.kind {
        FixtureKind::Column | FixtureKind::Power | FixtureKind::Water | FixtureKind::Air | FixtureKind::Data => None,
        FixtureKind::Hydrant => {
            let height = fixture.height_m.unwrap_or(1.0).min(1.8);
            let mesh = stock.shared(&sized("hydrant"), || {
                let mut s = Shape::default();
                s.block_with_top(lo(0.0), hi(height), HYDRANT, HYDRANT.mix(CUT, 0.4));
                occlusion::shade(&mut s, true);
                s
            });
            Some(node.with_mesh(mesh))
        }
        FixtureKind::Shutter => {
            let height = fixture.height_m.unwrap_or(4.0).min(COLUMN_CUT_M);
            let mesh = stock.shared(&sized("shutter"), || shutter(half_w, half_d, height));
            Some(node.with_mesh(mesh))
        }
        FixtureKind::Planter if fixture.footprint.area() > LAWN_M2 => Some(lawn(fixture, node, bounds, on, stock)),
        FixtureKind::Planter => {
            let height = fixture.height_m.unwrap_or(0.5);
            let mesh = stock.shared(&sized("planter"), || planter(half_w, half_d, height));
            Some(node.with_mesh(mesh))
        }
        FixtureKind::Furniture => {
            let round = (half_w - half_d).abs() < 0.05 && half_w < 0.7;
            let mesh = stock.shared(&sized("furniture"), || {
                let mut s = Shape::default();
                let height = fixture.height_m.unwrap_or(0.75);
                if round {
                    s.frustum([0.0; 3], half_w * 0.6, 0.05, height - 0.05, 6, STEEL);
                    s.frustum([0.0, height - 0.05, 0.0], half_w, half_w, 0.05, 12, WALL);
                } else {
                    s.block_with_top(lo(0.0), hi(height), WALL, WOOD);
                }
                occlusion::shade(&mut s, true);
                s
            });
            Some(node.with_mesh(mesh))
        }
        FixtureKind::Wall => {
            let mut s = Shape::default();
            let height = fixture.height_m.unwrap_or(3.0);
            prism::block(&mut s, &fixture.footprint, height, WALL, CUT);
            accent_band(&mut s, fixture, height, accent);
            let mesh = stock.take(&s);
            Some(Node::tagged(Tag::of(PartKind::Fixture, &fixture.id)).with_mesh(mesh))
        }
    }
}

/// A band in the hall's colour along a long free wall: a screen or a host's name.
fn accent_band(shape: &mut Shape, fixture: &Fixture, height: f64, accent: Ink) {
    for (a, b) in Region::of(&fixture.footprint)
        .borders()
        .flat_map(|border| border.sides().collect::<Vec<_>>())
    {
        let length = a.distance(b);
        let Some(left) = extrude::left_of(a, b).filter(|_| length > 4.0) else {
            continue;
        };
        let out = |t: f64| extrude::moved(a.lerp(b, t), left, -0.015_625);
        let (from, to) = (out(0.5 / length), out(1.0 - 0.5 / length));
        extrude::upright(shape, from, to, [0.8, (height - 0.4).max(1.0)], accent.mix(WALL, 0.15));
    }
}

fn shutter(half_w: f64, half_d: f64, height: f64) -> Shape {
    let mut s = Shape::default();
    s.block_with_top([-half_w, 0.0, -half_d], [half_w, height, half_d], STEEL, CUT);
    // Slats, on both faces of the longer side.
    let slats = (height / 0.75) as i32;
    for i in 1..slats {
        let y = f64::from(i) * height / f64::from(slats);
        for side in [-1.0, 1.0] {
            let out = 0.015_625;
            if half_w >= half_d {
                let z = side * (half_d + out);
                let (l, r) = (-half_w * side, half_w * side);
                s.quad([[l, y, z], [r, y, z], [r, y + 0.06, z], [l, y + 0.06, z]], STEEL_DARK);
            } else {
                let x = side * (half_w + out);
                let (l, r) = (half_d * side, -half_d * side);
                s.quad([[x, y, l], [x, y, r], [x, y + 0.06, r], [x, y + 0.06, l]], STEEL_DARK);
            }
        }
    }
    occlusion::shade(&mut s, true);
    s
}

fn planter(half_w: f64, half_d: f64, height: f64) -> Shape {
    let mut s = Shape::default();
    s.block_with_top([-half_w, 0.0, -half_d], [half_w, height, half_d], WALL, GREEN);
    // One bush a square metre or so, in a row along the longer side.
    let long = half_w.max(half_d);
    let count = (long / 0.75).round().clamp(1.0, 8.0);
    for i in 0..count as i32 {
        let at = -long + 2.0 * long * (f64::from(i) + 0.5) / count;
        let radius = (half_w.min(half_d) * 0.85).min(0.85);
        let ink = if i % 2 == 0 { LEAF } else { LEAF_DARK };
        let foot = if half_w >= half_d {
            [at, height - 0.1, 0.0]
        } else {
            [0.0, height - 0.1, at]
        };
        s.crown(foot, radius, radius * 1.7, ink);
    }
    occlusion::shade(&mut s, true);
    s
}

/// Grass, and trees in rows on it.
fn lawn(fixture: &Fixture, node: Node, bounds: Bounds, on: Option<UnitKind>, stock: &mut Stock) -> Node {
    let mut node = node;
    let local: Vec<Point> = fixture
        .footprint
        .points()
        .iter()
        .map(|p| Point::new(p.x - bounds.center().x, p.y - bounds.center().y))
        .collect();
    let local = crate::venue::Polygon(local);
    let height = fixture.height_m.unwrap_or(0.3).min(0.5);
    let mut grass = Shape::default();
    prism::block(&mut grass, &local, height, WALL, GREEN);
    node.mesh = stock.take(&grass);
    let (width, depth) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
    let (columns, rows) = ((width / TREES_M).floor().max(1.0), (depth / TREES_M).floor().max(1.0));
    let outdoors = on.is_none_or(|kind| kind == UnitKind::Outdoor);
    let prop = if outdoors { Prop::TallTree } else { Prop::Tree };
    let seed = Seed::of(fixture.id.as_str());
    for row in 0..rows as i32 {
        for column in 0..columns as i32 {
            let question = (row * 64 + column) as u64;
            let jitter = |salt: u64| (seed.pick(question * 2 + salt, 9) as f64 - 4.0) * 0.187_5;
            let at = Point::new(
                -width / 2.0 + width * (f64::from(column) + 0.5) / columns + jitter(0),
                -depth / 2.0 + depth * (f64::from(row) + 0.5) / rows + jitter(1),
            );
            if local.contains(at) && local.distance_to_border(at) > 1.2 {
                let mesh = stock.shared(&format!("prop {prop:?}"), || prop.shape(LEAF));
                let turn = seed.pick(question + 7, 6) as f64;
                node.push(Node::mesh(mesh).at(lift(at, height)).turned(turn));
            }
        }
    }
    node
}
