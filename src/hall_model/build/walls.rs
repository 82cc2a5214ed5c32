//! Walls up to the cut, dark on top so that the plan reads from above, and what lies above the cut.

use super::doors;
use super::extrude::{beam, pane, upright};
use super::ink::{CUT, GLASS, Ink, STEEL, STEEL_DARK, WALL};
use super::mesh::{Shape, lift};
use super::outline::{Piece, PieceKind, pieces};
use super::sheet::Storey;
use super::site::Site;
use crate::venue::{Point, Unit, UnitKind};

const HALL_WALL_M: f64 = 0.4;
const ROOM_WALL_M: f64 = 0.125;
/// Heights of a hall's coloured band.
const BAND_M: [f64; 2] = [3.5, 4.1];
/// Between the mullions of a glass front.
const MULLION_SPACING_M: f64 = 3.0;
/// Cut of a concourse's glass.
const FACADE_CUT_M: f64 = 4.5;

/// What stands below the cut, and what lies above it.
#[derive(Debug, Default)]
pub struct Walls {
    pub lower: Shape,
    pub upper: Shape,
}

/// The walls, fronts and doors of a storey.
pub fn build<'v>(site: &Site<'v>, storey: &Storey<'v>) -> Walls {
    let mut walls = Walls::default();
    for unit in &storey.units {
        let is_house = unit.kind == UnitKind::Concourse;
        if !unit.kind.is_walled() && !is_house {
            continue;
        }
        let section = Section::of(site, unit);
        for piece in pieces(site, storey, unit) {
            section.piece(site, unit, &piece, &mut walls);
        }
    }
    walls
}

/// Heights and thickness of a unit's walls.
struct Section {
    cut: f64,
    /// The top of what lies above the cut; the same as the cut where nothing does.
    top: f64,
    /// Offsets of the wall's faces from the border, to the outside. A hall's walls stand outside its floor, whose edge carries
    /// hydrants and columns; rooms share their borders, so each keeps its walls inside.
    inner: f64,
    outer: f64,
    /// A band inside, in the hall's colour.
    band: Option<Ink>,
}

impl Section {
    fn of(site: &Site, unit: &Unit) -> Self {
        match unit.kind {
            UnitKind::Hall => Self {
                cut: site.cut(unit),
                top: site.height(unit),
                inner: 0.0,
                outer: HALL_WALL_M,
                band: Some(WALL.mix(site.theme(unit), 0.75)),
            },
            UnitKind::Concourse => Self {
                cut: FACADE_CUT_M,
                top: unit.height_m.unwrap_or(FACADE_CUT_M).max(FACADE_CUT_M),
                inner: -0.1,
                outer: 0.1,
                band: None,
            },
            _ => Self {
                cut: site.cut(unit),
                top: site.cut(unit),
                inner: -ROOM_WALL_M,
                outer: 0.0,
                band: None,
            },
        }
    }

    fn piece(&self, site: &Site, unit: &Unit, piece: &Piece, walls: &mut Walls) {
        match piece.kind {
            PieceKind::Solid => {
                self.solid(piece, [0.0, self.cut], &mut walls.lower);
                if let Some(ink) = self.band {
                    // Off the wall by two steps, so that it lies on it.
                    let (a, b) = (piece.from.offset(-0.015_625), piece.to.offset(-0.015_625));
                    upright(&mut walls.lower, b, a, BAND_M, ink);
                }
                if self.top > self.cut {
                    self.solid(piece, [self.cut, self.top], &mut walls.upper);
                }
            }
            PieceKind::Glass => {
                self.glass(piece, [0.0, self.cut], &mut walls.lower);
                if self.top > self.cut {
                    self.glass(piece, [self.cut, self.top], &mut walls.upper);
                }
            }
            PieceKind::Opening { opening, in_glass } => {
                let (from, to) = self.middle_line(piece);
                // A door between two walled units is built by the first of them.
                let is_mine = opening
                    .between
                    .iter()
                    .find(|id| site.venue.unit(id).is_some_and(|unit| unit.kind.is_walled()))
                    .is_none_or(|id| *id == unit.id);
                let head = doors::head(opening).min(self.cut);
                if is_mine {
                    let jamb = (self.outer - self.inner).max(0.1);
                    doors::build(opening, from, to, head, jamb, &mut walls.lower);
                }
                if self.top > head + 0.05 {
                    let above = [head + 0.05, self.top];
                    if in_glass {
                        self.glass(piece, above, &mut walls.upper);
                    } else {
                        self.solid(piece, above, &mut walls.upper);
                    }
                }
            }
        }
    }

    fn middle_line(&self, piece: &Piece) -> (Point, Point) {
        let middle = (self.inner + self.outer) / 2.0;
        (piece.from.offset(middle), piece.to.offset(middle))
    }

    fn solid(&self, piece: &Piece, y: [f64; 2], shape: &mut Shape) {
        let (a_in, b_in) = (piece.from.offset(self.inner), piece.to.offset(self.inner));
        let (a_out, b_out) = (piece.from.offset(self.outer), piece.to.offset(self.outer));
        // The unit is on the left of the border, the outside on its right.
        upright(shape, a_out, b_out, y, WALL);
        upright(shape, b_in, a_in, y, WALL);
        upright(shape, a_in, a_out, y, WALL);
        upright(shape, b_out, b_in, y, WALL);
        shape.quad([a_out, b_out, b_in, a_in].map(|p| lift(p, y[1])), CUT);
        if y[0] > 0.1 {
            shape.quad([a_in, b_in, b_out, a_out].map(|p| lift(p, y[0])), WALL);
        }
    }

    fn glass(&self, piece: &Piece, [y0, y1]: [f64; 2], shape: &mut Shape) {
        let (a, b) = self.middle_line(piece);
        let length = a.distance(b);
        let sill = if y0 < 0.1 { 0.15 } else { 0.0 };
        if sill > 0.0 {
            beam(shape, a, b, [y0, y0 + sill], 0.14, STEEL, STEEL);
        }
        pane(shape, a, b, [y0 + sill, y1 - 0.12], GLASS);
        beam(shape, a, b, [y1 - 0.12, y1], 0.2, STEEL_DARK, CUT);
        let bays = (length / MULLION_SPACING_M).round().max(1.0);
        for i in 0..=bays as i32 {
            let at = a.lerp(b, f64::from(i) / bays);
            post(shape, at, [y0 + sill, y1 - 0.12], 0.1);
        }
    }
}

/// A slim upright of steel.
pub fn post(shape: &mut Shape, at: Point, [y0, y1]: [f64; 2], thickness: f64) {
    let half = thickness / 2.0;
    let corners =
        [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(x, y)| Point::new(at.x + x, at.y + y));
    for i in 0..4 {
        upright(shape, corners[i], corners[(i + 1) % 4], [y0, y1], STEEL);
    }
}
