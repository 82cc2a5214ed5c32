//! Two walls of light with a way between them, and a bridge over its mouth.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, WALL};
use crate::hall_model::build::mesh::Shape;
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::{FRAC_PI_2, PI};

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let z = plot.reach_z();
    let half_way = (plot.w * 0.42).clamp(0.8, 2.4);
    let thick = 0.35;
    let top = plot.up_to(3.6);
    let count = ((z * 2.0) / 1.6).floor().max(1.0);
    for side in [-1.0, 1.0] {
        let (a, b) = (side * half_way, side * (half_way + thick));
        built
            .shape
            .block_with_top([a.min(b), DECK, -z], [a.max(b), top, z], WALL, CUT);
        // Screens look into the canyon, seen from the middle of it.
        let mut screens = Shape::default();
        for i in 0..count as i32 {
            let left = -z + 2.0 * z * f64::from(i) / count;
            let right = left + 2.0 * z / count;
            screen(
                &mut screens,
                [left + 0.06, 0.5],
                [right - 0.06, top - 0.25],
                -half_way + 0.015_625,
                plot.theme,
            );
        }
        built.shape.add(&screens, [0.0; 3], -side * FRAC_PI_2);
        let band = if side > 0.0 { b + 0.015_625 } else { b - 0.015_625 };
        built
            .shape
            .block([band.min(b), 0.3, -z], [band.max(b), 0.55, z], plot.theme);
    }
    // The bridge.
    let deep = 0.3;
    built
        .shape
        .block_with_top([-half_way, top - 0.5, z - deep], [half_way, top, z], plot.theme, CUT);
    if plot.open.back {
        built
            .shape
            .block_with_top([-half_way, top - 0.5, -z], [half_way, top, -z + deep], plot.theme, CUT);
    }
    for (open, side, turn) in [(plot.open.front, 1.0, 0.0), (plot.open.back, -1.0, PI)] {
        if open {
            let sign = super::Sign::bright([0.0, top - 0.25, side * (z + 0.015_625)], turn, 0.3);
            built.signs.push(sign.on(2.0 * half_way));
        }
    }
    let hand = plot.hand();
    for i in 0..2 {
        built.put(Prop::Plinth, 0.0, -z * 0.5 + f64::from(i) * z * 0.8, 0.0);
    }
    let outside = half_way + thick + 0.5;
    if plot.w - outside > 0.9 {
        built.put(Prop::Counter, hand * (outside + 0.2), z - 0.4, 0.0);
        built.put(Prop::Totem, -hand * (outside + 0.1), z - 0.3, 0.0);
        built.put(Prop::Bench, hand * (outside - 0.1), -z * 0.3, hand * FRAC_PI_2);
        built.put(Prop::Plant, -hand * outside, -z + 0.3, 0.0);
        if plot.w - outside > 1.4 {
            built.meeting(-hand * (outside + 0.7), -z * 0.1, 3);
            built.standing(hand * (outside + 0.9), z * 0.35);
        }
    }
}
