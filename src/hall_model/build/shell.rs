//! Shell scheme: the organiser's panels on the closed sides, a fascia with the number on the open ones, and a few pieces of furniture.

use super::ink::{CUT, Ink, STEEL, WALL, WOOD};
use super::island::{Built, Sign};
use super::mesh::{Block, Shape};
use super::occlusion;
use super::props::{Placed, Prop, screen};
use super::stand::{OpenSides, Stand};

/// Published measures of shell-scheme stands, in metres.
const PANEL_HEIGHT: f64 = 2.5;
const PANEL_THICKNESS: f64 = 0.039_062_5;
const POST: f64 = 0.054_687_5;
const FASCIA_HEIGHT: f64 = 0.3;
/// Height of the number on the fascia.
const NUMBER_HEIGHT: f64 = 0.187_5;

/// How many ways there are to furnish one.
pub const VARIANTS: usize = 6;

/// Builds the stand in its own axes.
pub fn build(stand: &Stand, theme: Ink, variant: usize) -> Built {
    let (w, d) = (stand.width / 2.0, stand.depth / 2.0);
    let OpenSides {
        front,
        right,
        back,
        left,
    } = stand.open;
    let mut built = Built::default();
    let s = &mut built.shape;
    let tone = [0.34, 0.42, 0.38][variant % 3];
    s.carpet([-w, -d], [w, d], 0.031_25, 0.5, WALL.mix(theme, tone));
    for (open, side) in [
        (front, Side::Front),
        (right, Side::Right),
        (back, Side::Back),
        (left, Side::Left),
    ] {
        let wall = Wall::new(side, w, d);
        if open {
            wall.fascia(s, theme);
            built.signs.push(wall.sign());
        } else {
            wall.panels(s);
        }
    }
    // Posts carry the fascias; where two walls meet, the panels do.
    for (x, z, carries) in [
        (-w, -d, back || left),
        (w, -d, back || right),
        (w, d, front || right),
        (-w, d, front || left),
    ] {
        if !carries {
            continue;
        }
        let (cx, cz) = (x - x.signum() * POST / 2.0, z - z.signum() * POST / 2.0);
        s.block(
            [cx - POST / 2.0, 0.0, cz - POST / 2.0],
            [cx + POST / 2.0, PANEL_HEIGHT, cz + POST / 2.0],
            STEEL,
        );
    }
    furnish(&mut built, stand, theme, variant);
    occlusion::shade(&mut built.shape, true);
    built
}

/// Furniture goes where no open side's way in is: along the back, and the counter beside the front's middle.
fn furnish(built: &mut Built, stand: &Stand, theme: Ink, variant: usize) {
    let (w, d) = (stand.width / 2.0, stand.depth / 2.0);
    let mirror = if variant.is_multiple_of(2) { 1.0 } else { -1.0 };
    let floor = 0.031_25;
    let counter_x = mirror * (w - 0.75).max(0.0);
    built
        .props
        .push(Placed::new(Prop::Counter, [counter_x, floor, d - 0.45], 0.0));
    let table = [-mirror * (w - 0.95).max(0.0) * 0.8, floor, -d + 1.15];
    if stand.width * stand.depth > 7.0 {
        built.props.push(Placed::new(Prop::Table, table, 0.0));
        for i in 0..2 {
            let angle = 0.5 + f64::from(i) * 2.4 + variant as f64;
            let at = [table[0] + 0.68 * angle.sin(), floor, table[2] + 0.68 * angle.cos()];
            built
                .props
                .push(Placed::new(Prop::Chair, at, angle + std::f64::consts::PI));
        }
    }
    let s = &mut built.shape;
    if !stand.open.back {
        let wall = -d + PANEL_THICKNESS + 0.012;
        match variant {
            0 | 3 => {
                // A poster over the whole back.
                let (x0, x1) = (-w + 0.12, w - 0.12);
                s.quad(
                    [[x0, 0.9, wall], [x1, 0.9, wall], [x1, 2.2, wall], [x0, 2.2, wall]],
                    WALL.mix(theme, 0.22),
                );
                s.quad(
                    [
                        [x0, 0.9, wall + 0.012],
                        [x1, 0.9, wall + 0.012],
                        [x1, 1.15, wall + 0.012],
                        [x0, 1.15, wall + 0.012],
                    ],
                    theme,
                );
            }
            1 | 4 => {
                s.block(
                    [-0.62, 1.18, -d + PANEL_THICKNESS],
                    [0.62, 1.92, -d + PANEL_THICKNESS + 0.062_5],
                    CUT,
                );
                screen(s, [-0.58, 1.22], [0.58, 1.88], -d + PANEL_THICKNESS + 0.078_125, theme);
            }
            _ => {
                // Shelves.
                for y in [0.8, 1.25, 1.7] {
                    s.block(
                        [-w + 0.2, y, -d + PANEL_THICKNESS],
                        [w - 0.2, y + 0.04, -d + 0.34],
                        WOOD,
                    );
                    for (i, x) in [-0.7, -0.1, 0.5].into_iter().enumerate() {
                        if w > 1.0 && (i + variant) % 3 != 1 {
                            s.block(
                                [x, y + 0.04, -d + 0.1],
                                [x + 0.25, y + 0.3, -d + 0.28],
                                WALL.mix(theme, 0.5),
                            );
                        }
                    }
                }
            }
        }
    }
    if variant == 5 && !stand.open.back && !stand.open.left && stand.width > 3.5 {
        // A cabin in the closed corner.
        s.block_with_top(
            [-w + 0.04, 0.0, -d + 0.04],
            [-w + 1.0, PANEL_HEIGHT, -d + 1.0],
            WALL,
            STEEL,
        );
    }
}

#[derive(Clone, Copy)]
enum Side {
    Front,
    Right,
    Back,
    Left,
}

/// One side of the stand, built as the front of its own half and turned into place.
struct Wall {
    turn: f64,
    /// Half of its length.
    half: f64,
    /// From the middle of the stand to the side.
    reach: f64,
}

impl Wall {
    fn new(side: Side, w: f64, d: f64) -> Self {
        let quarter = std::f64::consts::FRAC_PI_2;
        match side {
            Side::Front => Self {
                turn: 0.0,
                half: w,
                reach: d,
            },
            Side::Right => Self {
                turn: quarter,
                half: d,
                reach: w,
            },
            Side::Back => Self {
                turn: 2.0 * quarter,
                half: w,
                reach: d,
            },
            Side::Left => Self {
                turn: -quarter,
                half: d,
                reach: w,
            },
        }
    }

    fn place(&self, s: &mut Shape, part: &Shape) {
        s.add(part, [0.0; 3], self.turn);
    }

    fn panels(&self, s: &mut Shape) {
        let mut part = Shape::default();
        part.block_with_top(
            [-self.half + POST, 0.0, self.reach - PANEL_THICKNESS],
            [self.half - POST, PANEL_HEIGHT, self.reach],
            WALL,
            CUT,
        );
        // The posts between panels, a metre apart.
        let count = (self.half * 2.0).round() as i32;
        for i in 1..count {
            let x = -self.half + f64::from(i);
            part.quad(
                [
                    [x + 0.016, 0.0, self.reach - PANEL_THICKNESS - 0.008],
                    [x - 0.016, 0.0, self.reach - PANEL_THICKNESS - 0.008],
                    [x - 0.016, PANEL_HEIGHT, self.reach - PANEL_THICKNESS - 0.008],
                    [x + 0.016, PANEL_HEIGHT, self.reach - PANEL_THICKNESS - 0.008],
                ],
                STEEL,
            );
        }
        self.place(s, &part);
    }

    fn fascia(&self, s: &mut Shape, theme: Ink) {
        let mut part = Shape::default();
        let (x, z) = (self.half - POST, self.reach);
        let bottom = PANEL_HEIGHT - FASCIA_HEIGHT;
        let (inner, outer) = (z - 0.039_062_5, z - 0.015_625);
        for (y0, y1, ink) in [(bottom, bottom + 0.0625, theme), (bottom + 0.0625, PANEL_HEIGHT, WALL)] {
            part.quad([[-x, y0, outer], [x, y0, outer], [x, y1, outer], [-x, y1, outer]], ink);
            part.quad([[x, y0, inner], [-x, y0, inner], [-x, y1, inner], [x, y1, inner]], ink);
        }
        let level = |y: f64, [near, far]: [f64; 2]| [[-x, y, near], [x, y, near], [x, y, far], [-x, y, far]];
        part.quad(level(PANEL_HEIGHT, [outer, inner]), WALL);
        part.quad(level(bottom, [inner, outer]), theme);
        part.blocks.push(Block {
            min: [-x, bottom, inner],
            max: [x, PANEL_HEIGHT, outer],
        });
        // Long fascias hang on posts three metres apart.
        let bays = (self.half * 2.0 / 3.0).floor().max(1.0);
        for i in 1..bays as i32 {
            let at = -self.half + self.half * 2.0 * f64::from(i) / bays;
            part.block(
                [at - POST / 2.0, 0.0, z - POST],
                [at + POST / 2.0, PANEL_HEIGHT, z - 0.015_625],
                STEEL,
            );
        }
        self.place(s, &part);
    }

    fn sign(&self) -> Sign {
        let (sin, cos) = self.turn.sin_cos();
        let z = self.reach - 0.007_812_5;
        Sign::dark(
            [z * sin, PANEL_HEIGHT - FASCIA_HEIGHT / 2.0 + 0.031_25, z * cos],
            self.turn,
            NUMBER_HEIGHT,
        )
        .on(self.half * 2.0)
    }
}
