//! What hangs over the aisles: blade signs with the hall's number at its doors, banners in its colour under the trusses.

use super::extrude::moved;
use super::ink::{Ink, STEEL_DARK, WALL};
use super::lettering;
use super::mesh::{Shape, lift};
use super::outline::{PieceKind, pieces};
use super::scene::{Node, Stock};
use super::sheet::Storey;
use super::site::Site;
use crate::venue::{OpeningKind, Unit};

/// Free height under a blade sign: hanging objects keep 2.5 m.
const UNDER_M: f64 = 3.4;
const BLADE_M: f64 = 1.2;
/// How far inside the doors the blades hang.
const INSIDE_M: f64 = 4.0;

/// Blade signs inside each of the hall's doors.
pub fn build<'v>(site: &Site<'v>, storey: &Storey<'v>, hall: &'v Unit, stock: &mut Stock) -> Vec<Node> {
    let Some(number) = &hall.number else { return Vec::new() };
    let theme = site.theme(hall);
    let mesh = stock.shared(&format!("blade {number} {theme:?}"), || blade(number, theme));
    pieces(site, storey, hall)
        .into_iter()
        .filter(|piece| matches!(piece.kind, PieceKind::Opening { opening, .. } if opening.kind != OpeningKind::EmergencyExit))
        .map(|piece| {
            let middle = piece.from.at.lerp(piece.to.at, 0.5);
            let outward = piece.from.outward;
            let at = moved(middle, outward, -INSIDE_M);
            Node::mesh(mesh)
                .at(lift(at, UNDER_M))
                .turned(outward.x.atan2(-outward.y))
        })
        .collect()
}

/// A board that is read from both sides, on two rods.
fn blade(number: &str, theme: Ink) -> Shape {
    let mut s = Shape::default();
    let half = (lettering::width(number) * BLADE_M * 0.7 / 2.0 + 0.35).max(0.7);
    s.block([-half, 0.0, -0.06], [half, BLADE_M, 0.06], theme);
    // Its underside is seen from below.
    s.quad(
        [
            [-half, 0.0, -0.06],
            [half, 0.0, -0.06],
            [half, 0.0, 0.06],
            [-half, 0.0, 0.06],
        ],
        theme,
    );
    for x in [-half * 0.7, half * 0.7] {
        s.bar([x, BLADE_M, 0.0], [x, BLADE_M + 0.9, 0.0], 0.04, STEEL_DARK);
    }
    let mut letters = lettering::text(number, WALL);
    for face in &mut letters.faces {
        for corner in &mut face.corners {
            *corner = [corner[0] * BLADE_M * 0.7, corner[1] * BLADE_M * 0.7, 0.0];
        }
    }
    for turn in [0.0, std::f64::consts::PI] {
        let mut face = Shape::default();
        face.add(&letters, [0.0, BLADE_M / 2.0, 0.07], 0.0);
        s.add(&face, [0.0; 3], turn);
    }
    s
}
