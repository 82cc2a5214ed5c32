//! A pergola over sofas, with a bar at the back and plants at the corners.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, WALL, WOOD};
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::{FRAC_PI_2, PI};

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(3.2);
    let s = &mut built.shape;
    for (sx, sz) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let (px, pz) = (sx * (x - 0.1), sz * (z - 0.1));
        s.block([px - 0.07, DECK, pz - 0.07], [px + 0.07, top - 0.2, pz + 0.07], WOOD);
    }
    for side in [-1.0, 1.0] {
        let pz = side * (z - 0.1);
        s.block([-x, top - 0.25, pz - 0.07], [x, top - 0.05, pz + 0.07], WOOD);
    }
    let slats = ((x * 2.0) / 0.8).floor() as i32;
    for i in 0..=slats {
        let px = -x + 0.05 + (2.0 * x - 0.1) * f64::from(i) / f64::from(slats.max(1));
        s.block([px - 0.03, top - 0.05, -z], [px + 0.03, top, z], WOOD);
    }
    // The bar, and a wall with a screen behind it where there is room.
    let bar = (x * 0.62).min(2.4);
    s.block_with_top([-bar, DECK, -z + 0.75], [bar, 1.1, -z + 1.2], WALL, WOOD);
    s.block(
        [-bar + 0.05, 0.2, -z + 1.2],
        [bar - 0.05, 0.36, -z + 1.215_625],
        plot.theme,
    );
    s.block_with_top(
        [-bar, DECK, -z + 0.02],
        [bar, 2.5, -z + 0.14],
        WALL.mix(plot.theme, 0.5),
        CUT,
    );
    screen(s, [-bar * 0.6, 1.35], [bar * 0.6, 2.3], -z + 0.156_25, plot.theme);
    // The number hangs on a board under the front beam.
    let board = (x * 0.6).clamp(0.9, 2.4);
    s.block(
        [-board, top - 0.72, z - 0.13],
        [board, top - 0.25, z - 0.07],
        plot.theme,
    );
    built
        .signs
        .push(super::Sign::bright([0.0, top - 0.485, z - 0.05], 0.0, 0.26).on(2.0 * board));
    for i in 0..3 {
        built.put(Prop::Stool, -bar * 0.6 + f64::from(i) * bar * 0.6, -z + 1.65, 0.0);
    }
    // Groups of sofas.
    let groups = ((x * 2.0) / 3.4).floor().clamp(1.0, 4.0);
    for i in 0..groups as i32 {
        let gx = -x + 2.0 * x * (f64::from(i) + 0.5) / groups;
        let gz = z * 0.25;
        built.put(Prop::Sofa, gx, gz - 0.85, 0.0);
        built
            .shape
            .block([gx - 0.45, DECK, gz - 0.25], [gx + 0.45, 0.42, gz + 0.25], WOOD);
        if z > 2.2 {
            built.put(Prop::Sofa, gx, gz + 0.9, PI);
        }
    }
    for side in [-1.0, 1.0] {
        built.put(Prop::Plant, side * (x - 0.45), z - 0.2, 0.0);
        built.put(Prop::Plant, side * (x - 0.2), -z + 0.5, side * FRAC_PI_2);
    }
}
