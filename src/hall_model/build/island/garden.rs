//! Beds, trees and a path of wood to a small house.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, GREEN, LEAF, WALL, WATER, WOOD};
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::FRAC_PI_2;

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let hand = plot.hand();
    let s = &mut built.shape;
    // The path runs from the front to the house.
    let path = (x * 0.3).clamp(0.6, 1.2);
    let planks = ((z * 2.0) / 0.9).floor().max(1.0) as i32;
    for i in 0..planks {
        let a = -z + 2.0 * z * f64::from(i) / f64::from(planks);
        s.block(
            [-path, DECK, a + 0.04],
            [path, DECK + 0.031_25, a + 2.0 * z / f64::from(planks) - 0.04],
            WOOD,
        );
    }
    // The house at the back.
    let (hw, hd) = ((x * 0.5).clamp(0.9, 1.8), (z * 0.4).clamp(0.7, 1.5));
    let top = plot.up_to(3.4);
    let (z0, z1) = (-z, -z + 2.0 * hd);
    let eaves = top - (hw * 0.5).min(0.9);
    s.block([-hw, DECK, z0], [-hw + 0.1, eaves, z1], WALL);
    s.block([hw - 0.1, DECK, z0], [hw, eaves, z1], WALL);
    s.block([-hw + 0.1, DECK, z0], [hw - 0.1, eaves, z0 + 0.1], WALL);
    screen(
        s,
        [-hw + 0.3, 0.9],
        [hw - 0.3, (eaves - 0.2).min(2.1)],
        z0 + 0.125,
        plot.theme,
    );
    let ridge = 0.0;
    for (a, b) in [(-hw, ridge), (ridge, hw)] {
        let (ya, yb) = if a < ridge { (eaves, top) } else { (top, eaves) };
        s.quad(
            [[a, ya, z1], [b, yb, z1], [b, yb, z0], [a, ya, z0]],
            plot.theme.mix(WALL, 0.35),
        );
        s.quad(
            [
                [a, ya - 0.06, z0],
                [b, yb - 0.06, z0],
                [b, yb - 0.06, z1],
                [a, ya - 0.06, z1],
            ],
            WOOD,
        );
    }
    for (zz, flip) in [(z1, false), (z0, true)] {
        let (l, r) = if flip { (hw, -hw) } else { (-hw, hw) };
        s.triangle([[l, eaves, zz], [r, eaves, zz], [ridge, top, zz]], WALL);
    }
    built.signs.push(super::Sign::dark(
        [0.0, eaves + (top - eaves) * 0.36, z1 + 0.02],
        0.0,
        ((top - eaves) * 0.3).min(0.24),
    ));
    // Beds on both sides, one of them with water.
    for side in [-1.0, 1.0] {
        let inner = (path + 0.5).max(if z1 > 0.0 { hw + 0.3 } else { path + 0.5 });
        if x - inner < 0.6 {
            continue;
        }
        let s = &mut built.shape;
        let (a, b) = (side * inner, side * x);
        let (x0, x1) = (a.min(b), a.max(b));
        let near = z - 0.5;
        let middle = near - (near + z) * 0.45;
        s.block_with_top([x0, DECK, middle], [x1, 0.42, near], WALL, GREEN);
        for i in 0..3 {
            let t = (f64::from(i) + 0.5) / 3.0;
            s.crown(
                [
                    x0 + (x1 - x0) * t,
                    0.36,
                    middle + (near - middle) * (0.35 + 0.3 * f64::from(i % 2)),
                ],
                0.3,
                0.55,
                LEAF,
            );
        }
        if side == hand {
            s.block_with_top([x0, DECK, -z + 0.2], [x1, 0.25, middle - 1.0], WALL, WATER);
        } else if x1 - x0 > 1.9 {
            built.put(Prop::Bench, (x0 + x1) / 2.0, middle - 0.7, 0.0);
            built.put(Prop::Plinth, (x0 + x1) / 2.0, -z + 0.8, side * FRAC_PI_2);
        }
        if plot.height > 3.6 {
            built.props.push(crate::hall_model::build::props::Placed::new(
                Prop::Tree,
                [(x0 + x1) / 2.0, 0.36, (middle + near) / 2.0],
                f64::from(plot.seed.pick(5, 6) as u32),
            ));
        }
    }
    built.put(Prop::Counter, hand * (path + 0.35).min(x - 0.5), z - 0.1, 0.0);
    built
        .shape
        .block([-path, DECK, z - 0.03], [path, DECK + 0.046_875, z], CUT.mix(WALL, 0.5));
}
