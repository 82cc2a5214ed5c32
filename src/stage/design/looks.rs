//! What the kit's parts look like: the halls' own furniture, within the solids that the parts are measured as.
//!
//! A part's axes are those of a model: x along its width, y up from its underside, z from its depth's far end to the near one.

use crate::design::kit::{BEAM_M, FASCIA_M, PANEL_M, PLATE_HEIGHT_M, PLATE_M, POST_M, RAIL_M, RISE_M, SLAB_M};
use crate::design::{Part, PartKind};
use crate::hall_model::shapes::ink::{CUT, GLASS, Ink, STEEL, STEEL_DARK, WALL, WOOD};
use crate::hall_model::shapes::mesh::{Shape, V3, lift};
use crate::hall_model::shapes::occlusion;
use crate::hall_model::shapes::props::{Prop, screen};
use crate::venue::{Point, Polygon, cross};
use std::f64::consts::PI;

/// What is printed on something lies so far before it.
const PRINT_M: f64 = 0.004;
/// Walls are made of panels of about that width.
const PANEL_WIDTH_M: f64 = 1.0;
const SEAM_M: f64 = 0.014;
/// The tubes of a truss.
const CHORD_M: f64 = 0.04;
const BRACE_M: f64 = 0.022;
/// A banner's ropes end in the air: the hall's roof is not drawn from above.
const ROPE_M: f64 = 1.0;
/// The floor of a stand, over the hall's.
const CARPET_M: f64 = 0.02;

/// A part of the kit. Those that have no size of their own, the shell scheme and own models, are made of the stand and of their file.
pub fn look(part: &Part, accent: Ink) -> Shape {
    let [width, depth, height] = part.size();
    let maker = Maker {
        half: [width / 2.0, depth / 2.0],
        height,
        above: part.above(),
        accent,
    };
    let mut shape = Shape::default();
    match part.kind {
        PartKind::Wall => maker.wall(&mut shape),
        PartKind::GlassWall => maker.glass_wall(&mut shape),
        PartKind::Tower => maker.tower(&mut shape),
        PartKind::Counter => maker.counter(&mut shape),
        PartKind::Table => maker.fitted(&mut shape, Prop::Table),
        PartKind::Seat => maker.fitted(&mut shape, Prop::Chair),
        PartKind::Plant => maker.fitted(&mut shape, Prop::Plant),
        PartKind::Screen => maker.screen(&mut shape),
        PartKind::Storage => maker.storage(&mut shape),
        PartKind::Truss => maker.truss(&mut shape),
        PartKind::Banner => maker.banner(&mut shape),
        PartKind::Platform => maker.platform(&mut shape),
        PartKind::Ramp => maker.ramp(&mut shape),
        PartKind::Stairs => maker.stairs(&mut shape),
        PartKind::UpperDeck => maker.deck(&mut shape),
        PartKind::ShellScheme | PartKind::Model => maker.absent(&mut shape),
    }
    occlusion::shade(&mut shape, maker.above < 0.1);
    shape
}

/// Panels inside the closed sides and a fascia inside the open ones, in the venue's axes.
pub fn shell(footprint: &Polygon, open_sides: &[usize], height: f64, accent: Ink) -> Shape {
    let mut shape = Shape::default();
    let inwards = if footprint.signed_area() > 0.0 {
        [-PANEL_M, 0.0]
    } else {
        [0.0, PANEL_M]
    };
    for (i, (from, to)) in footprint.sides().enumerate() {
        let mut side = Shape::default();
        let length = from.distance(to);
        if open_sides.contains(&i) {
            let low = (height - FASCIA_M).max(0.0);
            side.block([0.0, low, inwards[0]], [length, height, inwards[1]], WALL);
            let band = [low + FASCIA_M * 0.08, low + FASCIA_M * 0.2];
            print(&mut side, [0.0, band[0]], [length, band[1]], inwards, accent);
            for x in [0.0, length - PANEL_M] {
                side.block([x, 0.0, inwards[0]], [x + PANEL_M, low, inwards[1]], STEEL);
            }
        } else {
            panels(&mut side, [0.0, length], height, inwards);
        }
        shape.add(&side, lift(from, 0.0), (to.y - from.y).atan2(to.x - from.x));
    }
    occlusion::shade(&mut shape, true);
    shape
}

/// The stand's own floor, in the venue's axes.
pub fn floor(footprint: &Polygon, accent: Ink) -> Shape {
    let mut shape = Shape::default();
    for corners in filled(footprint) {
        shape.triangle(corners.map(|p| lift(p, CARPET_M)), WALL.mix(accent, 0.22));
    }
    shape
}

/// A polygon as triangles that look up, by cutting off its ears.
fn filled(polygon: &Polygon) -> Vec<[Point; 3]> {
    let mut left: Vec<Point> = polygon.points().to_vec();
    if polygon.signed_area() < 0.0 {
        left.reverse();
    }
    let mut triangles = Vec::new();
    while left.len() > 2 {
        let count = left.len();
        let corners = |i: usize| [left[(i + count - 1) % count], left[i], left[(i + 1) % count]];
        let is_ear = |i: &usize| {
            let [a, b, c] = corners(*i);
            let inside = |p: &Point| {
                ![a, b, c].contains(p) && [(a, b), (b, c), (c, a)].iter().all(|(s, t)| cross(*s, *t, *p) >= 0.0)
            };
            cross(a, b, c) > 0.0 && !left.iter().any(inside)
        };
        // One that crosses itself has none: the rest of it stays bare.
        let Some(ear) = (0..count).find(is_ear) else { break };
        triangles.push(corners(ear));
        left.remove(ear);
    }
    triangles
}

/// The measures of one part, and its colour.
struct Maker {
    half: [f64; 2],
    height: f64,
    above: f64,
    accent: Ink,
}

impl Maker {
    /// A block over all of the part's width and depth, less so much at each side.
    fn block(&self, shape: &mut Shape, inset: f64, [low, high]: [f64; 2], ink: Ink, top: Ink) {
        let [x, z] = self.half.map(|half| (half - inset).max(half * 0.1));
        shape.block_with_top([-x, low, -z], [x, high, z], ink, top);
    }

    /// On the front and the back.
    fn printed(&self, shape: &mut Shape, min: [f64; 2], max: [f64; 2], ink: Ink) {
        print(shape, min, max, [-self.half[1], self.half[1]], ink);
    }

    /// Where one looks at it from below.
    fn underside(&self, shape: &mut Shape, ink: Ink) {
        let [x, z] = self.half;
        if self.above > 0.1 {
            shape.quad([[-x, 0.0, -z], [x, 0.0, -z], [x, 0.0, z], [-x, 0.0, z]], ink);
        }
    }

    /// A prop of the halls, as large as the part.
    fn fitted(&self, shape: &mut Shape, prop: Prop) {
        let made = prop.shape(self.accent);
        let corners = || made.faces.iter().flat_map(|face| face.corners());
        let end = |pick: fn(f64, f64) -> f64, from: f64| {
            corners().fold([from; 3], |end: V3, corner| {
                std::array::from_fn(|i| pick(end[i], corner[i]))
            })
        };
        let (low, high) = (end(f64::min, f64::INFINITY), end(f64::max, f64::NEG_INFINITY));
        let size = [2.0 * self.half[0], self.height, 2.0 * self.half[1]];
        let scale: V3 = std::array::from_fn(|i| size[i] / (high[i] - low[i]));
        let middle: V3 = [(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0];
        let place = |corner: V3| std::array::from_fn(|i| (corner[i] - middle[i]) * scale[i]);
        for face in made.faces {
            shape.faces.push(crate::hall_model::shapes::mesh::Face {
                corners: face.corners.map(place),
                ..face
            });
        }
        shape.blocks.extend(made.blocks.into_iter().map(|mut block| {
            (block.min, block.max) = (place(block.min), place(block.max));
            block
        }));
    }

    fn wall(&self, shape: &mut Shape) {
        let [x, z] = self.half;
        panels(shape, [-x, x], self.height, [-z, z]);
        self.underside(shape, WALL);
    }

    fn glass_wall(&self, shape: &mut Shape) {
        let ([x, z], frame) = (self.half, 0.05_f64.min(self.height / 4.0));
        self.block(shape, 0.0, [0.0, frame], STEEL, STEEL);
        self.block(shape, 0.0, [self.height - frame, self.height], STEEL, CUT);
        let panes = (2.0 * x / 1.2).round().max(1.0);
        for i in 0..=panes as u32 {
            let at = (-x + 2.0 * x * f64::from(i) / panes).clamp(-x + 0.02_f64.min(x), x - 0.02_f64.min(x));
            shape.block([at - 0.02, frame, -z], [at + 0.02, self.height - frame, z], STEEL);
        }
        shape.quad(
            [
                [-x, frame, 0.0],
                [x, frame, 0.0],
                [x, self.height - frame, 0.0],
                [-x, self.height - frame, 0.0],
            ],
            GLASS,
        );
    }

    fn tower(&self, shape: &mut Shape) {
        let height = self.height;
        let plinth = 0.08_f64.min(height / 4.0);
        self.block(shape, 0.03, [0.0, plinth], STEEL_DARK, STEEL_DARK);
        self.block(shape, PRINT_M, [plinth, height], WALL, CUT.mix(STEEL, 0.35));
        self.block(shape, 0.0, [0.7 * height, 0.92 * height], self.accent, self.accent);
        self.underside(shape, WALL);
    }

    fn counter(&self, shape: &mut Shape) {
        let ([x, _], height) = (self.half, self.height);
        let (plinth, top) = (0.06_f64.min(height / 4.0), 0.04_f64.min(height / 4.0));
        self.block(shape, 0.05, [0.0, plinth], STEEL_DARK, STEEL_DARK);
        self.block(shape, 0.015, [plinth, height - top], WALL, WALL);
        self.block(shape, 0.0, [height - top, height], WOOD, WOOD);
        let inset = Maker {
            half: self.half.map(|half| half - 0.015),
            ..*self
        };
        inset.printed(shape, [-0.88 * x, 0.2 * height], [0.88 * x, 0.44 * height], self.accent);
    }

    fn screen(&self, shape: &mut Shape) {
        let ([x, z], height) = (self.half, self.height);
        let picture = (1.24 * x).min(0.7 * height);
        let thick = (0.4 * z).max(0.01);
        let low = height - picture;
        shape.block([-0.5 * x, 0.0, -z], [0.5 * x, 0.03, z], STEEL_DARK);
        shape.block([-0.035, 0.03, -0.5 * thick], [0.035, low, 0.5 * thick], STEEL_DARK);
        shape.block([-x, low, -thick], [x, height, thick], CUT);
        let mut front = Shape::default();
        let rim = 0.03_f64.min(0.1 * x);
        screen(
            &mut front,
            [-x + rim, low + rim],
            [x - rim, height - rim],
            thick + PRINT_M,
            self.accent,
        );
        for turn in [0.0, PI] {
            shape.add(&front, [0.0; 3], turn);
        }
    }

    fn storage(&self, shape: &mut Shape) {
        let ([x, z], height) = (self.half, self.height);
        self.wall(shape);
        let (door, high) = (0.45_f64.min(0.8 * x), 2.05_f64.min(0.9 * height));
        for (inset, ink) in [(0.0, STEEL_DARK), (0.025, WALL.mix(STEEL, 0.6))] {
            let (min, max) = ([-door + inset, 0.0], [door - inset, high - inset]);
            print(shape, min, max, [-z, z + PRINT_M * (1.0 + 40.0 * inset)], ink);
        }
        let handle = [door - 0.12, 1.02_f64.min(0.5 * height)];
        shape.block(
            [handle[0] - 0.05, handle[1], z],
            [handle[0] + 0.05, handle[1] + 0.025, z + 0.03],
            CUT,
        );
    }

    fn truss(&self, shape: &mut Shape) {
        let ([x, z], height) = (self.half, self.height);
        let (leg, beam) = (BEAM_M.min(x), BEAM_M.min(height));
        for side in [-1.0, 1.0] {
            let at = side * (x - leg / 2.0);
            lattice(shape, height - beam, |t, u, v| {
                [at + u * (leg - CHORD_M) / 2.0, t, v * (z - CHORD_M / 2.0)]
            });
            shape.block(
                [at - leg / 2.0, 0.0, -z],
                [at + leg / 2.0, PLATE_HEIGHT_M, z],
                STEEL_DARK,
            );
        }
        let middle = height - beam / 2.0;
        lattice(shape, 2.0 * x, |t, u, v| {
            [t - x, middle - u * (beam - CHORD_M) / 2.0, v * (z - CHORD_M / 2.0)]
        });
    }

    fn banner(&self, shape: &mut Shape) {
        let ([x, _], height) = (self.half, self.height);
        self.block(shape, PRINT_M, [0.0, height], WALL, CUT.mix(STEEL, 0.35));
        self.block(shape, 0.0, [0.0, 0.26 * height], self.accent, self.accent);
        self.underside(shape, self.accent);
        for side in [-0.8, 0.8] {
            shape.bar(
                [side * x, height, 0.0],
                [side * x, height + ROPE_M, 0.0],
                0.015,
                STEEL_DARK,
            );
        }
    }

    fn platform(&self, shape: &mut Shape) {
        self.block(shape, 0.0, [0.0, self.height], WALL.mix(CUT, 0.35), WOOD);
    }

    fn ramp(&self, shape: &mut Shape) {
        let ([x, z], y) = (self.half, self.height);
        let side = WALL.mix(CUT, 0.35);
        shape.quad([[-x, 0.0, z], [x, 0.0, z], [x, y, -z], [-x, y, -z]], WOOD);
        shape.triangle([[x, 0.0, z], [x, 0.0, -z], [x, y, -z]], side);
        shape.triangle([[-x, 0.0, -z], [-x, 0.0, z], [-x, y, -z]], side);
        shape.quad([[x, 0.0, -z], [-x, 0.0, -z], [-x, y, -z], [x, y, -z]], side);
    }

    fn stairs(&self, shape: &mut Shape) {
        let [x, z] = self.half;
        let steps = (self.height / RISE_M).ceil().clamp(1.0, 100.0);
        let (rise, tread) = (self.height / steps, 2.0 * z / steps);
        for i in 0..steps as u32 {
            let (near, high) = (z - tread * f64::from(i), rise * f64::from(i + 1));
            shape.block_with_top([-x, 0.0, near - tread], [x, high, near], WALL, WOOD);
            let edge = [high - 0.03_f64.min(rise), high];
            shape.quad(
                [
                    [-x, edge[0], near + PRINT_M],
                    [x, edge[0], near + PRINT_M],
                    [x, edge[1], near + PRINT_M],
                    [-x, edge[1], near + PRINT_M],
                ],
                STEEL_DARK,
            );
        }
    }

    fn deck(&self, shape: &mut Shape) {
        let ([x, z], slab) = (self.half, SLAB_M.min(self.height));
        let post = POST_M / 2.0;
        for [sx, sz] in [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]] {
            let at = |size: f64| [sx * (x - size), sz * (z - size)];
            let [px, pz] = at(post);
            shape.block([px - post, -self.above, pz - post], [px + post, 0.0, pz + post], STEEL);
            let ([px, pz], plate) = (at(PLATE_M / 2.0), PLATE_M / 2.0);
            let low = -self.above;
            shape.block(
                [px - plate, low, pz - plate],
                [px + plate, low + PLATE_HEIGHT_M, pz + plate],
                STEEL_DARK,
            );
        }
        self.block(shape, 0.0, [0.0, slab], WALL, WOOD);
        self.underside(shape, WALL);
        let (x, z) = (x - RAIL_M / 2.0, z - RAIL_M / 2.0);
        let ring = [[-x, z], [x, z], [x, -z], [-x, -z]];
        let top = self.height - RAIL_M;
        for i in 0..4 {
            let ([ax, az], [bx, bz]) = (ring[i], ring[(i + 1) % 4]);
            shape.quad([[ax, slab, az], [bx, slab, bz], [bx, top, bz], [ax, top, az]], GLASS);
            let rail = top + RAIL_M / 2.0;
            shape.bar([ax, rail, az], [bx, rail, bz], RAIL_M, CUT);
            shape.bar([ax, slab, az], [ax, top, az], RAIL_M, STEEL);
        }
    }

    /// Something whose file is not there: the room that it takes.
    fn absent(&self, shape: &mut Shape) {
        let [x, z] = self.half;
        shape.block([-x, 0.0, -z], [x, self.height, z], GLASS);
    }
}

/// A wall along x with a seam between its panels.
fn panels(shape: &mut Shape, [from, to]: [f64; 2], height: f64, [back, front]: [f64; 2]) {
    shape.block_with_top([from, 0.0, back], [to, height, front], WALL, CUT.mix(STEEL, 0.35));
    let count = ((to - from) / PANEL_WIDTH_M).round().max(1.0);
    for i in 1..count as u32 {
        let x = from + (to - from) * f64::from(i) / count;
        print(
            shape,
            [x - SEAM_M / 2.0, 0.0],
            [x + SEAM_M / 2.0, height],
            [back, front],
            STEEL,
        );
    }
}

/// A rectangle just before the front, and one just behind the back.
fn print(shape: &mut Shape, [x0, y0]: [f64; 2], [x1, y1]: [f64; 2], [back, front]: [f64; 2], ink: Ink) {
    let (back, front) = (back - PRINT_M, front + PRINT_M);
    shape.quad(
        [[x0, y0, front], [x1, y0, front], [x1, y1, front], [x0, y1, front]],
        ink,
    );
    shape.quad([[x1, y0, back], [x0, y0, back], [x0, y1, back], [x1, y1, back]], ink);
}

/// Four tubes of that length, braced. `at` says where a point is: along them, and −1 to 1 across and across the other way.
fn lattice(shape: &mut Shape, length: f64, at: impl Fn(f64, f64, f64) -> V3) {
    const RING: [[f64; 2]; 4] = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
    let fields = (length / 0.4).round().max(1.0);
    for i in 0..4 {
        let ([u, v], [next_u, next_v]) = (RING[i], RING[(i + 1) % 4]);
        shape.bar(at(0.0, u, v), at(length, u, v), CHORD_M, STEEL);
        for field in 0..fields as u32 {
            let [low, high] = [field, field + 1].map(|k| length * f64::from(k) / fields);
            let [low, high] = if (field + i as u32).is_multiple_of(2) {
                [low, high]
            } else {
                [high, low]
            };
            shape.bar(at(low, u, v), at(high, next_u, next_v), BRACE_M, STEEL_DARK);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::KIT;
    use crate::hall_model::shapes::ink::NEUTRAL;

    /// The lowest and the highest corner of all faces.
    fn ends(shape: &Shape) -> [V3; 2] {
        let corners = || shape.faces.iter().flat_map(|face| face.corners());
        [f64::min as fn(f64, f64) -> f64, f64::max].map(|pick| {
            corners().fold([f64::NAN; 3], |end, corner| {
                std::array::from_fn(|i| pick(end[i], corner[i]))
            })
        })
    }

    #[test]
    fn a_part_is_as_large_as_it_is_measured_whatever_its_size() {
        for row in KIT
            .iter()
            .filter(|row| !matches!(row.kind, PartKind::ShellScheme | PartKind::Model))
        {
            for scale in [1.0, 0.3, 3.0] {
                let mut part = Part::new("it", row.kind, Point::new(0.0, 0.0));
                part.size_m = Some(row.size_m.map(|m| m * scale));
                let [width, depth, height] = part.size();
                let shape = look(&part, NEUTRAL);
                let [low, high] = ends(&shape);
                let near = |is: f64, meant: f64| (is - meant).abs() < 0.05;
                assert!(
                    near(high[0] - low[0], width) && near(high[2] - low[2], depth),
                    "{:?} × {scale}: {low:?} {high:?}",
                    row.kind
                );
                let ropes = if row.kind == PartKind::Banner { ROPE_M } else { 0.0 };
                let feet = if row.kind == PartKind::UpperDeck {
                    part.above()
                } else {
                    0.0
                };
                assert!(
                    near(high[1], height + ropes) && near(low[1], -feet),
                    "{:?} × {scale}: {low:?} {high:?}",
                    row.kind
                );
            }
        }
    }

    #[test]
    fn a_shell_scheme_has_panels_where_the_stand_is_closed_and_stays_inside() {
        let mut footprint = Polygon::rectangle(10.0, 20.0, 3.0, 2.0);
        for _ in 0..2 {
            let shape = shell(&footprint, &[0], 2.5, NEUTRAL);
            let [low, high] = ends(&shape);
            let inside = |is: f64, meant: f64| (is - meant).abs() < 2.0 * PRINT_M;
            assert!(inside(low[0], 10.0) && inside(high[0], 13.0), "{low:?} {high:?}");
            assert!(inside(low[2], -22.0) && inside(high[2], -20.0), "{low:?} {high:?}");
            footprint.0.reverse();
        }
    }

    #[test]
    fn a_floor_of_any_outline_is_filled() {
        let corners = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 4.0), (2.0, 1.0), (0.0, 1.0)];
        let mut ell = Polygon(corners.map(|(x, y)| Point::new(x, y)).to_vec());
        for _ in 0..2 {
            let triangles = filled(&ell);
            let area: f64 = triangles.iter().map(|[a, b, c]| cross(*a, *b, *c) / 2.0).sum();
            assert!((area - ell.area()).abs() < 1e-9 && triangles.iter().all(|[a, b, c]| cross(*a, *b, *c) > 0.0));
            ell.0.reverse();
        }
    }
}
