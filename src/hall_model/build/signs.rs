//! What hangs over the aisles: blade signs with the hall's number at its doors and with the aisles' letters, banners in its colour
//! under the trusses.

use super::extrude::moved;
use super::ink::{Ink, STEEL_DARK, WALL};
use super::lettering;
use super::mesh::{Shape, lift};
use super::outline::{PieceKind, pieces};
use super::scene::{Node, Stock};
use super::sheet::Storey;
use super::site::Site;
use crate::venue::{Aisle, AisleKind, OpeningKind, Point, Unit};

/// Free height under a blade sign: hanging objects keep 2.5 m.
const UNDER_M: f64 = 3.4;
const BLADE_M: f64 = 1.2;
/// How far inside the doors the blades hang.
const INSIDE_M: f64 = 4.0;

/// How far from the ends of an aisle its blades hang, and the aisles that have a third one between them.
const FROM_END_M: f64 = 3.0;
const LONG_M: f64 = 50.0;
/// Banners hang over the cut, as high as the trusses let them, and so far apart.
const BANNER_M: [f64; 2] = [1.5, 3.4];
const OVER_CUT_M: f64 = 0.7;
const BANNERS_M: f64 = 15.0;

/// All that hangs in a hall.
pub fn build<'v>(site: &Site<'v>, storey: &Storey<'v>, hall: &'v Unit, stock: &mut Stock) -> Vec<Node> {
    let aisles = || site.venue.aisles().iter().filter(|aisle| aisle.unit == hall.id);
    let mut nodes = at_doors(site, storey, hall, stock);
    nodes.extend(aisles().flat_map(|aisle| over_aisle(site, hall, aisle, stock)));
    let main = aisles().filter(|aisle| aisle.kind == AisleKind::Main);
    nodes.extend(main.flat_map(|aisle| banners(site, hall, aisle, stock)));
    nodes
}

/// Blades with an aisle's letter, read as one walks along it.
fn over_aisle(site: &Site, hall: &Unit, aisle: &Aisle, stock: &mut Stock) -> Vec<Node> {
    let ([Some(a), Some(b)], Some(letter)) = ([aisle.line.first(), aisle.line.last()], letter(aisle)) else {
        return Vec::new();
    };
    let theme = site.theme(hall);
    let length = a.distance(*b);
    let middle = (length > LONG_M).then_some(0.5);
    let end = (FROM_END_M / length).min(0.5);
    [Some(end), middle, (end < 0.5).then_some(1.0 - end)]
        .into_iter()
        .flatten()
        .map(|part| {
            let at = a.lerp(*b, part);
            blade(letter, WALL, theme, stock)
                .at(lift(at, UNDER_M))
                .turned(across(*a, *b))
        })
        .collect()
}

/// The turn of what hangs across the way from `a` to `b`.
fn across(a: Point, b: Point) -> f64 {
    (b.y - a.y).atan2(b.x - a.x) + std::f64::consts::FRAC_PI_2
}

/// What tells an aisle from the others: the word of its name that is no word, as in "Aisle B".
fn letter(aisle: &Aisle) -> Option<&str> {
    aisle
        .name
        .wordings()
        .flat_map(|name| name.split(|c: char| !c.is_ascii_alphanumeric()))
        .find(|word| (1..=3).contains(&word.len()) && !word.contains(|c: char| c.is_ascii_lowercase()))
}

/// Cloths in the hall's colour with its number, across a main aisle.
fn banners(site: &Site, hall: &Unit, aisle: &Aisle, stock: &mut Stock) -> Vec<Node> {
    let theme = site.theme(hall);
    let foot = site.cut(hall) + OVER_CUT_M;
    let roof = site.height(hall);
    if foot + BANNER_M[1] > roof {
        return Vec::new();
    }
    let number = hall.number.as_deref().unwrap_or_default();
    let height = BANNER_M[1];
    let cloth = stock.shared(&format!("cloth {theme:?}"), || cloth(theme, roof - foot));
    let size = (BANNER_M[0] * 0.7 / lettering::width(number).max(0.1)).min(height * 0.4);
    let mut places = Vec::new();
    for ends in aisle.line.windows(2) {
        let (a, b) = (ends[0], ends[1]);
        let count = (a.distance(b) / BANNERS_M) as usize;
        places.extend((0..count).map(|i| (a.lerp(b, (i as f64 + 0.5) / count as f64), across(a, b))));
    }
    places
        .into_iter()
        .map(|(at, turn)| {
            let node = Node::mesh(cloth).at(lift(at, foot)).turned(turn);
            written(node, number, WALL, [height * 0.6, size, 0.03], stock)
        })
        .collect()
}

/// A cloth on a cord that reaches up to `roof` over its foot.
fn cloth(theme: Ink, roof: f64) -> Shape {
    let mut s = Shape::default();
    let ([_, height], half) = (BANNER_M, BANNER_M[0] / 2.0);
    for side in [-half, half] {
        for (y0, y1, ink) in [(0.0, 0.25, WALL), (0.25, height, theme)] {
            s.quad(
                [[-side, y0, 0.0], [side, y0, 0.0], [side, y1, 0.0], [-side, y1, 0.0]],
                ink,
            );
        }
    }
    s.bar([0.0, height, 0.0], [0.0, roof, 0.0], 0.03, STEEL_DARK);
    s
}

/// A board with letters on both sides: the height of their middle, their size, and how far they stand off.
fn written(mut board: Node, text: &str, ink: Ink, [up, size, off]: [f64; 3], stock: &mut Stock) -> Node {
    for (z, turn) in [(off, 0.0), (-off, std::f64::consts::PI)] {
        board.push(Node {
            scale: Some(size),
            ..lettering::shared(text, ink, stock).at([0.0, up, z]).turned(turn)
        });
    }
    board
}

/// Blades with the hall's number inside each of its doors.
fn at_doors<'v>(site: &Site<'v>, storey: &Storey<'v>, hall: &'v Unit, stock: &mut Stock) -> Vec<Node> {
    let Some(number) = &hall.number else { return Vec::new() };
    let theme = site.theme(hall);
    pieces(site, storey, hall)
        .into_iter()
        .filter(|piece| matches!(piece.kind, PieceKind::Opening { opening, .. } if opening.kind != OpeningKind::EmergencyExit))
        .map(|piece| {
            let middle = piece.from.at.lerp(piece.to.at, 0.5);
            let outward = piece.from.outward;
            let at = moved(middle, outward, -INSIDE_M);
            blade(number, theme, WALL, stock)
                .at(lift(at, UNDER_M))
                .turned(outward.x.atan2(-outward.y))
        })
        .collect()
}

/// A board that is read from both sides, on a rod.
fn blade(text: &str, board: Ink, ink: Ink, stock: &mut Stock) -> Node {
    let half = (lettering::width(text) * BLADE_M * 0.7 / 2.0 + 0.35).max(0.7);
    let mesh = stock.shared(&format!("blade {half:.2} {board:?}"), || {
        let mut s = Shape::default();
        s.block([-half, 0.0, -0.06], [half, BLADE_M, 0.06], board);
        // Its underside is seen from below.
        s.quad(
            [[-half, -0.06], [half, -0.06], [half, 0.06], [-half, 0.06]].map(|[x, z]| [x, 0.0, z]),
            board,
        );
        s.bar([0.0, BLADE_M, 0.0], [0.0, BLADE_M + 0.9, 0.0], 0.04, STEEL_DARK);
        s
    });
    written(Node::mesh(mesh), text, ink, [BLADE_M / 2.0, BLADE_M * 0.7, 0.07], stock)
}
