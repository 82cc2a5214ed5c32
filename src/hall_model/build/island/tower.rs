//! A tower with a banner in a ring, seen from all over the hall.

use super::{Built, DECK, MARGIN, Plot};
use crate::hall_model::build::ink::{CUT, STEEL_DARK, WALL, WOOD};
use crate::hall_model::build::mesh::Shape;
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::{FRAC_PI_2, TAU};

const RING_SIDES: usize = 16;

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let short = plot.w.min(plot.d);
    let half = (short * 0.28).clamp(0.6, 1.2);
    let top = plot.up_to(6.0);
    let s = &mut built.shape;
    s.block_with_top([-half, DECK, -half], [half, top, half], WALL, CUT);
    s.block(
        [-half - 0.03, top - 0.3, -half - 0.03],
        [half + 0.03, top - 0.05, half + 0.03],
        plot.theme,
    );
    for i in 0..4 {
        let mut face = Shape::default();
        screen(
            &mut face,
            [-half + 0.12, 1.3],
            [half - 0.12, (top - 1.2).clamp(1.8, 3.0)],
            half + 0.015_625,
            plot.theme,
        );
        s.add(&face, [0.0; 3], f64::from(i) * FRAC_PI_2);
    }
    // The ring hangs on bars from the tower's head.
    let radius = short - MARGIN - 0.1;
    let (low, high) = (top - 1.05, top - 0.35);
    let at = |i: usize, r: f64, y: f64| {
        let angle = TAU * i as f64 / RING_SIDES as f64;
        [r * angle.sin(), y, r * angle.cos()]
    };
    for i in 0..RING_SIDES {
        let j = i + 1;
        let ink = if i % 4 == 0 {
            plot.theme
        } else {
            WALL.mix(plot.theme, 0.25)
        };
        s.quad(
            [
                at(i, radius, low),
                at(j, radius, low),
                at(j, radius, high),
                at(i, radius, high),
            ],
            ink,
        );
        let inner = radius - 0.08;
        s.quad(
            [
                at(j, inner, low),
                at(i, inner, low),
                at(i, inner, high),
                at(j, inner, high),
            ],
            WALL,
        );
        s.quad(
            [
                at(i, radius, high),
                at(j, radius, high),
                at(j, inner, high),
                at(i, inner, high),
            ],
            CUT,
        );
        if i % 4 == 2 {
            s.bar(at(i, half, high - 0.1), at(i, inner, high - 0.1), 0.06, STEEL_DARK);
        }
    }
    // A ring of counters round the foot.
    let desk = half + 0.75;
    for (min, max) in [
        ([-desk, desk - 0.3], [desk, desk]),
        ([-desk, -desk], [-desk + 0.3, desk - 0.3]),
        ([desk - 0.3, -desk], [desk, desk - 0.3]),
    ] {
        s.block_with_top([min[0], DECK, min[1]], [max[0], 1.05, max[1]], WALL, WOOD);
    }
    // The faces of the ring that carry the number look straight to the sides.
    let flat = radius * (TAU / RING_SIDES as f64 / 2.0).cos() + 0.05;
    let offset = TAU / RING_SIDES as f64 / 2.0;
    for (open, side) in [
        (plot.open.front, 0.0),
        (plot.open.right, 1.0),
        (plot.open.back, 2.0),
        (plot.open.left, 3.0),
    ] {
        if open {
            let turn = side * FRAC_PI_2 + offset;
            built.signs.push(super::Sign::bright(
                [flat * turn.sin(), (low + high) / 2.0, flat * turn.cos()],
                turn,
                (radius * 0.105).clamp(0.14, 0.4),
            ));
        }
    }
    let (x, z) = (plot.reach_x(), plot.reach_z());
    for (sx, sz) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        if x - desk > 1.0 || z - desk > 1.0 {
            built.standing(sx * (x - 0.6), sz * (z - 0.5));
        } else {
            built.put(Prop::Plant, sx * (x - 0.05), sz * (z - 0.05), 0.0);
        }
    }
    if x - desk > 2.4 {
        for side in [-1.0, 1.0] {
            built.put(Prop::Sofa, side * (x - 0.3), 0.0, -side * FRAC_PI_2);
            built.put(Prop::Totem, side * (desk + 0.8), z - 0.5, 0.0);
        }
    }
}
