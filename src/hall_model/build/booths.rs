//! Booths as nodes: each at its place, with the mesh that all of its build share, its furniture, and its number.

use super::ink::{CUT, Ink, WALL};
use super::lettering;
use super::prism;
use super::props::Placed;
use super::scene::{Node, Rotation, Stock};
use super::shell;
use super::stand::{Seed, Stand};
use super::{island, island::Built, island::Sign};
use crate::hall_model::tag::{NameRoom, PartKind, Tag};
use crate::venue::{Booth, BoothKind, Point};

/// Height of the number on the floor before a booth, and how far before it.
const FLOOR_NUMBER_M: f64 = 0.4;
const FLOOR_NUMBER_AHEAD_M: f64 = 0.4;
/// Between number and name, and what a name takes at least, in heights of the letters.
const NAME_GAP: f64 = 1.0;
const NAME_LEAST: f64 = 5.0;
/// Above the floor, so that the paint is not lost in it.
const PAINT_M: f64 = 0.015_625;

/// A booth's node, and the node of its number on the floor.
pub struct BoothNodes {
    pub booth: Node,
    pub number: Option<Node>,
}

pub fn build(booth: &Booth, theme: Ink, stock: &mut Stock) -> BoothNodes {
    let tag = Tag::of(PartKind::Booth, &booth.id);
    let Some(stand) = Stand::of(booth) else {
        let (built, center) = prism::build(booth, theme);
        let mesh = stock.take(&built.shape);
        let node = assemble(Node::tagged(tag).with_mesh(mesh), &built, theme, booth, stock);
        return BoothNodes {
            booth: node.at([center.x, 0.0, -center.y]),
            number: None,
        };
    };
    let seed = Seed::of(booth.id.as_str());
    let (built, mesh) = match booth.kind {
        BoothKind::ShellScheme => {
            let variant = seed.pick(0, shell::VARIANTS);
            let built = shell::build(&stand, theme, variant);
            let key = format!("shell {} {variant} {theme:?}", stand.key());
            let mesh = stock.shared(&key, || with_furniture(&built, theme));
            // Equal booths have equal furniture, which is part of their mesh.
            let signs = Built {
                signs: built.signs,
                ..Built::default()
            };
            (signs, mesh)
        }
        BoothKind::RawSpace => {
            let built = island::build(&stand, booth.height_m, booth.double_deck, theme, seed);
            let mesh = stock.take(&built.shape);
            (built, mesh)
        }
    };
    let node = assemble(Node::tagged(tag).with_mesh(mesh), &built, theme, booth, stock);
    let ahead = stand.to_plan(
        -stand.width / 2.0 + 0.15 + lettering::width(booth.id.as_str()) * FLOOR_NUMBER_M / 2.0,
        stand.depth / 2.0 + FLOOR_NUMBER_AHEAD_M,
    );
    BoothNodes {
        booth: node.at(on_floor(stand.center, 0.0)).turned(stand.turn),
        number: Some(Node {
            at: on_floor(ahead, PAINT_M),
            rotation: Rotation::flat(stand.turn),
            scale: Some(FLOOR_NUMBER_M),
            ..lettering::shared(booth.id.as_str(), CUT, stock)
        }),
    }
}

fn on_floor(point: Point, y: f64) -> [f64; 3] {
    [point.x, y, -point.y]
}

fn with_furniture(built: &Built, theme: Ink) -> super::mesh::Shape {
    let mut shape = built.shape.clone();
    for placed in &built.props {
        shape.add(&placed.prop.shape(theme), placed.at, placed.turn);
    }
    shape
}

fn assemble(mut node: Node, built: &Built, theme: Ink, booth: &Booth, stock: &mut Stock) -> Node {
    for Placed { prop, at, turn } in &built.props {
        let mesh = stock.shared(&format!("prop {prop:?} {theme:?}"), || prop.shape(theme));
        node.push(Node::mesh(mesh).at(*at).turned(*turn));
    }
    for sign in &built.signs {
        node.push(lettered(sign, booth.id.as_str(), stock));
    }
    node
}

/// A booth's number in the middle of its sign, or at its right end where the name has room beside it.
fn lettered(sign: &Sign, number: &str, stock: &mut Stock) -> Node {
    let mut node = Node {
        scale: Some(sign.height),
        ..lettering::shared(number, sign.ink, stock).at(sign.at).turned(sign.turn)
    };
    let (width, half) = (lettering::width(number), sign.wide / sign.height / 2.0);
    let right = half - width - NAME_GAP;
    if half + right >= NAME_LEAST {
        for letter in &mut node.children {
            letter.at[0] += half - width / 2.0;
        }
        // In steps of a 64th, which are short to write.
        let ends = [-half, right].map(|x| ((x * 64.0).round() / 64.0) as f32);
        node.name_room = Some(NameRoom {
            ends,
            is_bright: sign.ink == WALL,
        });
    }
    node
}
