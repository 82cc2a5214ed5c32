//! A stage before a wall of light, and rows of seats.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, STEEL_DARK, WALL, WOOD};
use crate::hall_model::build::mesh::Shape;
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::PI;

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(4.2);
    let back = -z;
    let stage_front = back + (z * 0.7).clamp(1.6, 3.0);
    let s = &mut built.shape;
    s.block_with_top([-x * 0.85, DECK, back], [x * 0.85, 0.42, stage_front], plot.theme, WOOD);
    s.block_with_top([-x * 0.85, 0.42, back], [x * 0.85, top, back + 0.25], WALL, CUT);
    let mut light = Shape::default();
    screen(&mut light, [-x * 0.78, 0.8], [x * 0.78, top - 0.3], 0.0, plot.theme);
    s.add(&light, [0.0, 0.0, back + 0.265_625], 0.0);
    if plot.open.back {
        // From behind: a plain wall with the number on a band.
        s.block(
            [-x * 0.85, top - 0.7, back - 0.015_625],
            [x * 0.85, top - 0.2, back],
            plot.theme,
        );
        built
            .signs
            .push(super::Sign::bright([0.0, top - 0.45, back - 0.03], PI, 0.28).on(x * 1.7));
    }
    let s = &mut built.shape;
    // A portal of truss over the edge of the stage.
    let (px, pz) = (x * 0.95, stage_front);
    for side in [-1.0, 1.0] {
        for (dx, dz) in [(-0.1, -0.1), (0.1, -0.1), (-0.1, 0.1), (0.1, 0.1)] {
            s.bar(
                [side * px + dx, DECK, pz + dz],
                [side * px + dx, top - 0.3, pz + dz],
                0.05,
                STEEL_DARK,
            );
        }
    }
    s.block_with_top(
        [-px - 0.13, top - 0.45, pz - 0.14],
        [px + 0.13, top, pz + 0.14],
        WALL,
        CUT,
    );
    built
        .signs
        .push(super::Sign::dark([0.0, top - 0.22, pz + 0.156_25], 0.0, 0.28).on(2.0 * px));
    // A lectern.
    let hand = plot.hand();
    let s = &mut built.shape;
    s.block(
        [hand * x * 0.55 - 0.25, 0.42, stage_front - 0.9],
        [hand * x * 0.55 + 0.25, 1.5, stage_front - 0.6],
        WALL,
    );
    // Seats on both sides of a way through the middle.
    let rows = (((z - stage_front - 0.9) / 1.0).floor() as i32).clamp(0, 9);
    let blocks = (((x - 0.75) / 1.9).floor() as i32).clamp(0, 4);
    for row in 0..rows {
        for block in 0..blocks {
            let sx = 0.75 + 0.95 + f64::from(block) * 1.9;
            let sz = stage_front + 1.1 + f64::from(row);
            built.put(Prop::SeatRow, sx, sz, PI);
            built.put(Prop::SeatRow, -sx, sz, PI);
        }
    }
    built.put(Prop::Totem, -hand * (x - 0.2), z - 0.15, 0.0);
    built.put(Prop::Plant, hand * (x - 0.1), z - 0.05, 0.0);
}
