//! Raw space: stands that exhibitors build themselves. Ten families, chosen by size and id, each varied by what it finds:
//! its measures, its open sides, its height. What is an open side stays open, and nothing leaves the plot.

mod arches;
mod canyon;
mod cube;
mod deck;
mod garden;
mod laboratory;
mod lounge;
mod pavilion;
mod theatre;
mod tower;

use super::ink::{CUT, Ink, WALL, WOOD};
use super::mesh::{Shape, V3};
use super::occlusion;
use super::props::{Placed, Prop};
use super::stand::{OpenSides, Seed, Stand};

/// A booth as it is built, in its own axes.
#[derive(Clone, Debug, Default)]
pub struct Built {
    pub shape: Shape,
    pub props: Vec<Placed>,
    pub signs: Vec<Sign>,
}

/// Where the booth's number stands, and its name where it has room: the middle of the line, the turn of its face, the height of its letters.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    pub at: V3,
    pub turn: f64,
    pub height: f64,
    pub ink: Ink,
    /// Metres from side to side for number and name; 0 where there is only room for the number.
    pub wide: f64,
}

impl Sign {
    /// Dark letters, for bright grounds.
    pub fn dark(at: V3, turn: f64, height: f64) -> Self {
        Self {
            at,
            turn,
            height,
            ink: CUT,
            wide: 0.0,
        }
    }

    /// Bright letters, for grounds in the hall's colour.
    pub fn bright(at: V3, turn: f64, height: f64) -> Self {
        Self {
            ink: WALL,
            ..Self::dark(at, turn, height)
        }
    }

    /// On something that is so wide.
    pub fn on(self, wide: f64) -> Self {
        let wide = (wide - SIGN_BORDER_M * 2.0).max(0.0);
        Self { wide, ..self }
    }
}

/// The ground that a family builds on.
#[derive(Clone, Copy)]
struct Plot {
    /// Half of width and depth.
    w: f64,
    d: f64,
    /// Nothing is higher.
    height: f64,
    open: OpenSides,
    theme: Ink,
    seed: Seed,
}

/// Left free at both ends of what carries a number.
const SIGN_BORDER_M: f64 = 0.15;
/// Height of the raised floor.
const DECK: f64 = 0.062_5;
/// Free ground between what is built and an open side.
const MARGIN: f64 = 0.4;
const WALL_THICKNESS: f64 = 0.125;

type Family = fn(&Plot, &mut Built);

/// Large plots hold two builds side by side.
const TWO_ZONES_M2: f64 = 130.0;
/// The first one's share of the longer side.
const FIRST_ZONE: f64 = 0.58;

/// A part of the plot with a family of its own.
struct Zone {
    plot: Plot,
    family: Family,
    /// Where its middle is on the whole plot, and how it is turned there.
    at: [f64; 2],
    turn: f64,
}

/// Builds the stand in its own axes. `height` is what it may reach; `seed` chooses.
pub fn build(stand: &Stand, height: f64, double_deck: bool, theme: Ink, seed: Seed) -> Built {
    let plot = Plot {
        w: stand.width / 2.0,
        d: stand.depth / 2.0,
        height,
        open: stand.open,
        theme,
        seed,
    };
    let mut built = Built::default();
    plot.ground(&mut built);
    for zone in plot.zones(double_deck) {
        let mut part = Built::default();
        (zone.family)(&zone.plot, &mut part);
        built.add(part, zone.at, zone.turn);
    }
    occlusion::shade(&mut built.shape, true);
    built
}

impl Plot {
    fn zones(self, double_deck: bool) -> Vec<Zone> {
        let family = self.family(double_deck);
        if self.w * self.d * 4.0 < TWO_ZONES_M2 {
            return vec![Zone {
                plot: self,
                family,
                at: [0.0; 2],
                turn: 0.0,
            }];
        }
        let Self { w, d, open, seed, .. } = self;
        let second = seed.next();
        let (large, small) = (FIRST_ZONE, 1.0 - FIRST_ZONE);
        let part = |w: f64, d: f64, open: OpenSides, seed: Seed| Plot {
            w,
            d,
            open,
            seed,
            ..self
        };
        let (first, other, at, turn) = if w >= d {
            let side = self.hand();
            let (left, right) = (OpenSides { right: true, ..open }, OpenSides { left: true, ..open });
            let (near, far) = if side > 0.0 { (left, right) } else { (right, left) };
            let at = [[-side * w * small, 0.0], [side * w * large, 0.0]];
            (part(w * large, d, near, seed), part(w * small, d, far, second), at, 0.0)
        } else {
            // The one behind looks to its own aisle, if there is one.
            let behind = if open.back {
                OpenSides {
                    front: true,
                    right: open.left,
                    back: true,
                    left: open.right,
                }
            } else {
                OpenSides { front: true, ..open }
            };
            let at = [[0.0, d * small], [0.0, -d * large]];
            let turn = if open.back { std::f64::consts::PI } else { 0.0 };
            let before = OpenSides { back: true, ..open };
            (
                part(w, d * large, before, seed),
                part(w, d * small, behind, second),
                at,
                turn,
            )
        };
        let mut other_family = other.family(false);
        if std::ptr::fn_addr_eq(other_family, family) {
            other_family = lounge::build;
        }
        vec![
            Zone {
                plot: first,
                family,
                at: at[0],
                turn: 0.0,
            },
            Zone {
                plot: other,
                family: other_family,
                at: at[1],
                turn,
            },
        ]
    }

    fn family(&self, double_deck: bool) -> Family {
        let short = self.w.min(self.d) * 2.0;
        if double_deck && short >= 5.0 && self.height >= 4.5 {
            return deck::build;
        }
        if short < 4.5 || self.height < 3.2 {
            let small: [Family; 4] = [lounge::build, laboratory::build, garden::build, arches::build];
            return small[self.seed.pick(0, small.len())];
        }
        let all: [Family; 9] = [
            pavilion::build,
            canyon::build,
            tower::build,
            theatre::build,
            lounge::build,
            laboratory::build,
            garden::build,
            arches::build,
            cube::build,
        ];
        all[self.seed.pick(0, all.len())]
    }

    /// Floor, and walls on the closed sides.
    fn ground(&self, built: &mut Built) {
        let s = &mut built.shape;
        let floors = [
            WALL.mix(self.theme, 0.3),
            WALL.mix(self.theme, 0.2),
            WOOD.mix(WALL, 0.3),
            WALL.mix(self.theme, 0.42),
        ];
        let floor = floors[self.seed.pick(1, floors.len())];
        let (w, d) = (self.w, self.d);
        s.carpet([-w, -d], [w, d], DECK, 0.6, floor);
        let edge = WALL.mix(self.theme, 0.6);
        let ring = [[-w, d], [w, d], [w, -d], [-w, -d]];
        for i in 0..4 {
            let ([ax, az], [bx, bz]) = (ring[i], ring[(i + 1) % 4]);
            s.quad([[ax, 0.0, az], [bx, 0.0, bz], [bx, DECK, bz], [ax, DECK, az]], edge);
        }
        let t = WALL_THICKNESS;
        let top = self.height.min(3.0);
        for (open, min, max) in [
            (self.open.front, [-w, d - t], [w, d]),
            (self.open.right, [w - t, -d], [w, d]),
            (self.open.back, [-w, -d], [w, -d + t]),
            (self.open.left, [-w, -d], [-w + t, d]),
        ] {
            if !open {
                s.block_with_top([min[0], DECK, min[1]], [max[0], top, max[1]], WALL, CUT);
            }
        }
    }

    /// How far from the middle a side may be built on: up to the wall if closed, with a margin if open.
    fn reach_x(&self) -> f64 {
        self.w - MARGIN
    }

    fn reach_z(&self) -> f64 {
        self.d - MARGIN
    }

    /// A number from `low` to `high`, but never above what the plot allows.
    fn up_to(&self, high: f64) -> f64 {
        (self.height - 0.06).min(high)
    }

    /// 1 or −1: which hand things are on.
    fn hand(&self) -> f64 {
        if self.seed.pick(2, 2) == 0 { 1.0 } else { -1.0 }
    }
}

impl Built {
    /// Adds a zone's build at its place.
    fn add(&mut self, part: Built, [x, z]: [f64; 2], turn: f64) {
        self.shape.add(&part.shape, [x, 0.0, z], turn);
        let (sin, cos) = turn.sin_cos();
        let place = |at: V3| [x + at[0] * cos + at[2] * sin, at[1], z - at[0] * sin + at[2] * cos];
        self.props.extend(part.props.into_iter().map(|placed| Placed {
            at: place(placed.at),
            turn: placed.turn + turn,
            ..placed
        }));
        self.signs.extend(part.signs.into_iter().map(|sign| Sign {
            at: place(sign.at),
            turn: sign.turn + turn,
            ..sign
        }));
    }

    fn put(&mut self, prop: Prop, x: f64, z: f64, turn: f64) {
        self.props.push(Placed::new(prop, [x, DECK, z], turn));
    }

    /// A number on the front of something, and on its other faces where those look to open sides.
    fn signs_round(&mut self, open: OpenSides, [x, z]: [f64; 2], y: f64, height: f64) {
        let quarter = std::f64::consts::FRAC_PI_2;
        for (open, at, turn, half) in [
            (open.front, [0.0, y, z], 0.0, x),
            (open.right, [x, y, 0.0], quarter, z),
            (open.back, [0.0, y, -z], 2.0 * quarter, x),
            (open.left, [-x, y, 0.0], -quarter, z),
        ] {
            if open {
                self.signs.push(Sign::dark(at, turn, height).on(2.0 * half));
            }
        }
    }

    /// A table with chairs round it.
    fn meeting(&mut self, x: f64, z: f64, chairs: u32) {
        self.put(Prop::Table, x, z, 0.0);
        for i in 0..chairs {
            let angle = std::f64::consts::TAU * (f64::from(i) + 0.25) / f64::from(chairs);
            self.put(
                Prop::Chair,
                x + 0.7 * angle.sin(),
                z + 0.7 * angle.cos(),
                angle + std::f64::consts::PI,
            );
        }
    }

    /// A high table with stools.
    fn standing(&mut self, x: f64, z: f64) {
        self.put(Prop::HighTable, x, z, 0.0);
        for side in [-1.0, 1.0] {
            self.put(Prop::Stool, x + side * 0.55, z, 0.0);
        }
    }
}

#[cfg(test)]
mod tests;
