//! A cube of steel edges, a lit box hanging in it, and exhibits on plinths around.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, STEEL, STEEL_DARK, WALL};
use crate::hall_model::build::mesh::Shape;
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::{FRAC_PI_2, PI};

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(4.6);
    let edge = 0.1;
    let s = &mut built.shape;
    for (sx, sz) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let (px, pz) = (sx * (x - edge), sz * (z - edge));
        s.block([px - edge, DECK, pz - edge], [px + edge, top, pz + edge], STEEL);
    }
    for side in [-1.0, 1.0] {
        let (px, pz) = (side * (x - edge), side * (z - edge));
        s.block(
            [-x + edge, top - 2.0 * edge, pz - edge],
            [x - edge, top, pz + edge],
            STEEL,
        );
        s.block(
            [px - edge, top - 2.0 * edge, -z + edge],
            [px + edge, top, z - edge],
            STEEL,
        );
    }
    // The box of light.
    let (bx, bz) = (x * 0.45, z * 0.45);
    let (low, high) = (top - 1.6, top - 0.3);
    s.block([-bx, low, -bz], [bx, high, bz], WALL);
    for (turn, half, reach) in [(0.0, bx, bz), (FRAC_PI_2, bz, bx), (PI, bx, bz), (-FRAC_PI_2, bz, bx)] {
        let mut face = Shape::default();
        screen(
            &mut face,
            [-half + 0.06, low + 0.06],
            [half - 0.06, high - 0.06],
            reach + 0.015_625,
            plot.theme,
        );
        s.add(&face, [0.0; 3], turn);
    }
    for (sx, sz) in [(-1.0, -1.0), (1.0, 1.0)] {
        s.bar([sx * bx, high, sz * bz], [sx * bx, top, sz * bz], 0.05, STEEL_DARK);
        s.bar(
            [sx * bx, top - edge, sz * bz],
            [sx * bx, top - edge, sz * (z - edge)],
            0.06,
            STEEL_DARK,
        );
    }
    built.signs_round(plot.open, [x + 0.015_625, z + 0.015_625], top - edge, 0.187_5);
    // A low wall keeps a store at the back.
    let store = (x * 0.4).min(1.5);
    built.shape.block_with_top(
        [-store, DECK, -z + 0.3],
        [store, 2.4, -z + 1.3],
        WALL.mix(plot.theme, 0.55),
        CUT,
    );
    let hand = plot.hand();
    built.put(Prop::Counter, hand * x * 0.5, z - 0.75, 0.0);
    let columns = ((x * 2.0) / 1.9).floor().clamp(2.0, 5.0);
    for i in 0..columns as i32 {
        let px = -x + 2.0 * x * (f64::from(i) + 0.5) / columns;
        built.put(Prop::Plinth, px, z * 0.15, 0.0);
    }
    built.put(Prop::Totem, -hand * (x - 0.7), z - 0.6, 0.0);
    built.put(Prop::Plant, -hand * (x - 0.6), -z + 0.6, 0.0);
    if x > 2.8 {
        built.meeting(hand * (x - 1.1), -z * 0.45, 4);
        built.standing(-hand * (x - 1.3), -z * 0.3);
    }
}
