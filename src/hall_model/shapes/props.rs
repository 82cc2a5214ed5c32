//! Small things that stand in many booths: each one mesh, placed by nodes.

use super::ink::{CUT, Ink, LEAF, LEAF_DARK, SCREEN, STEEL, STEEL_DARK, TRUNK, WALL, WOOD};
use super::mesh::{Shape, V3};
use super::occlusion;

/// What stands there. Their fronts face +z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prop {
    Chair,
    Stool,
    /// Ø 0.8 m, 0.75 m high.
    Table,
    /// Ø 0.6 m, 1.1 m high.
    HighTable,
    Sofa,
    /// 1.8 × 0.4 × 0.45 m.
    Bench,
    /// In a pot, 1.4 m high.
    Plant,
    /// 3.2 m high.
    Tree,
    /// 5 to 6 m high, for outside.
    TallTree,
    /// A waist-high plinth that shows something.
    Plinth,
    /// A standing screen, 0.7 × 1.9 m.
    Totem,
    /// Three seats side by side, their backs to −z: 1.8 × 0.5 m.
    SeatRow,
    /// A desk with a screen on it, 1.6 × 0.7 m.
    Workbench,
    /// 1.0 × 0.5 × 1.0 m.
    Counter,
}

/// A prop in the axes of its booth.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    pub prop: Prop,
    pub at: V3,
    /// Radians, counter-clockwise seen from above.
    pub turn: f64,
}

impl Placed {
    pub fn new(prop: Prop, at: V3, turn: f64) -> Self {
        Self { prop, at, turn }
    }
}

impl Prop {
    /// Built with an accent of that ink.
    pub fn shape(self, accent: Ink) -> Shape {
        let mut s = Shape::default();
        let seat = WALL.mix(accent, 0.35);
        match self {
            Self::Chair => {
                s.block([-0.21, 0.42, -0.21], [0.21, 0.47, 0.21], seat);
                s.block([-0.21, 0.47, -0.22], [0.21, 0.86, -0.17], seat);
                s.frustum([0.0; 3], 0.2, 0.0, 0.44, 3, STEEL_DARK);
            }
            Self::Stool => {
                s.frustum([0.0; 3], 0.16, 0.0, 0.72, 4, STEEL_DARK);
                s.frustum([0.0, 0.68, 0.0], 0.18, 0.18, 0.06, 6, seat);
            }
            Self::Table => {
                s.frustum([0.0; 3], 0.25, 0.0, 0.74, 4, STEEL);
                s.frustum([0.0, 0.7, 0.0], 0.4, 0.4, 0.05, 8, WALL);
            }
            Self::HighTable => {
                s.frustum([0.0; 3], 0.22, 0.0, 1.1, 4, STEEL);
                s.frustum([0.0, 1.05, 0.0], 0.3, 0.3, 0.05, 8, WALL);
            }
            Self::Sofa => {
                s.block([-0.9, 0.08, -0.4], [0.9, 0.42, 0.4], seat);
                s.block([-0.9, 0.42, -0.4], [0.9, 0.78, -0.18], seat);
                s.block([-0.9, 0.42, -0.18], [-0.72, 0.6, 0.4], seat);
                s.block([0.72, 0.42, -0.18], [0.9, 0.6, 0.4], seat);
            }
            Self::Bench => {
                s.block([-0.9, 0.38, -0.2], [0.9, 0.45, 0.2], WOOD);
                s.block([-0.75, 0.0, -0.16], [-0.65, 0.38, 0.16], STEEL_DARK);
                s.block([0.65, 0.0, -0.16], [0.75, 0.38, 0.16], STEEL_DARK);
            }
            Self::Plant => {
                s.frustum([0.0, 0.0, 0.0], 0.16, 0.22, 0.42, 6, WALL);
                s.crown([0.0, 0.38, 0.0], 0.36, 0.75, LEAF);
                s.crown([0.04, 0.85, -0.04], 0.24, 0.5, LEAF_DARK);
            }
            Self::Tree => {
                s.frustum([0.0, 0.0, 0.0], 0.07, 0.05, 1.5, 6, TRUNK);
                s.crown([0.0, 1.1, 0.0], 0.85, 1.5, LEAF);
                s.crown([0.25, 1.9, -0.15], 0.6, 1.2, LEAF_DARK);
            }
            Self::TallTree => {
                s.frustum([0.0, 0.0, 0.0], 0.16, 0.1, 2.4, 6, TRUNK);
                s.crown([0.0, 1.7, 0.0], 1.75, 2.9, LEAF);
                s.crown([0.8, 2.9, -0.3], 1.15, 2.1, LEAF_DARK);
            }
            Self::Plinth => {
                s.block([-0.3, 0.0, -0.3], [0.3, 0.95, 0.3], WALL);
                s.block([-0.16, 0.95, -0.16], [0.16, 1.27, 0.16], accent);
            }
            Self::Totem => {
                s.block([-0.35, 0.0, -0.2], [0.35, 0.05, 0.2], STEEL_DARK);
                s.block([-0.35, 0.05, -0.05], [0.35, 1.9, 0.05], CUT);
                screen(&mut s, [-0.3, 0.45], [0.3, 1.84], 0.056, accent);
            }
            Self::SeatRow => {
                s.block([-0.9, 0.4, -0.2], [0.9, 0.46, 0.22], seat);
                s.block([-0.9, 0.46, -0.25], [0.9, 0.88, -0.19], seat);
                for x in [-0.6, 0.6] {
                    s.block([x - 0.03, 0.0, -0.15], [x + 0.03, 0.4, 0.15], STEEL_DARK);
                }
            }
            Self::Workbench => {
                s.block([-0.8, 0.7, -0.35], [0.8, 0.75, 0.35], WOOD);
                s.block([-0.76, 0.0, -0.32], [-0.7, 0.7, 0.32], STEEL);
                s.block([0.7, 0.0, -0.32], [0.76, 0.7, 0.32], STEEL);
                s.block([-0.04, 0.75, -0.22], [0.04, 0.9, -0.17], CUT);
                s.block([-0.35, 0.88, -0.18], [0.35, 1.3, -0.14], CUT);
                screen(&mut s, [-0.32, 0.91], [0.32, 1.27], -0.13, accent);
            }
            Self::Counter => {
                s.block_with_top([-0.5, 0.0, -0.25], [0.5, 1.0, 0.25], WALL, WOOD);
                s.quad(
                    [
                        [-0.45, 0.2, 0.258],
                        [0.45, 0.2, 0.258],
                        [0.45, 0.42, 0.258],
                        [-0.45, 0.42, 0.258],
                    ],
                    accent,
                );
            }
        }
        occlusion::shade(&mut s, true);
        s
    }
}

/// A lit screen in the plane of that z, facing +z: a dark ground and a few bright fields, as if it showed something.
pub fn screen(shape: &mut Shape, [x0, y0]: [f64; 2], [x1, y1]: [f64; 2], z: f64, accent: Ink) {
    let at = |u: f64, v: f64, lift: f64| [x0 + (x1 - x0) * u, y0 + (y1 - y0) * v, z + lift];
    let mut field = |u: [f64; 2], v: [f64; 2], lift: f64, ink: Ink| {
        shape.quad(
            [
                at(u[0], v[0], lift),
                at(u[1], v[0], lift),
                at(u[1], v[1], lift),
                at(u[0], v[1], lift),
            ],
            ink,
        );
    };
    field([0.0, 1.0], [0.0, 1.0], 0.0, SCREEN.mix(accent, 0.45));
    field([0.0, 1.0], [0.0, 0.3], 0.012, accent);
    field([0.1, 0.55], [0.62, 0.74], 0.012, accent.mix(WALL, 0.75));
    field([0.1, 0.4], [0.46, 0.53], 0.012, accent.mix(WALL, 0.45));
}
