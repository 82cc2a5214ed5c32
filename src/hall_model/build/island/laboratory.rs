//! Rows of workbenches before a cabin of glass, with light on gantries above.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, GLASS, LAMP, STEEL, WALL};
use crate::hall_model::build::props::Prop;
use std::f64::consts::PI;

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(3.4);
    let hand = plot.hand();
    let s = &mut built.shape;
    // The cabin takes a corner at the back.
    let (cw, cd) = ((x * 0.8).clamp(1.4, 3.4), (z * 0.7).clamp(1.2, 2.6));
    let (cx0, cx1) = if hand > 0.0 { (-x, -x + cw) } else { (x - cw, x) };
    let (cz0, cz1) = (-z, -z + cd);
    let cabin_top = top.min(2.7);
    for (px, pz) in [(cx0, cz0), (cx1, cz0), (cx1, cz1), (cx0, cz1)] {
        s.block([px - 0.04, DECK, pz - 0.04], [px + 0.04, cabin_top, pz + 0.04], STEEL);
    }
    let mut pane = |a: [f64; 2], b: [f64; 2]| {
        s.quad(
            [
                [a[0], DECK, a[1]],
                [b[0], DECK, b[1]],
                [b[0], cabin_top - 0.3, b[1]],
                [a[0], cabin_top - 0.3, a[1]],
            ],
            GLASS,
        );
    };
    let door = if hand > 0.0 { cx1 - 0.9 } else { cx0 + 0.9 };
    if hand > 0.0 {
        pane([cx0, cz1], [door, cz1]);
    } else {
        pane([door, cz1], [cx1, cz1]);
    }
    pane([cx1, cz1], [cx1, cz0]);
    pane([cx0, cz0], [cx0, cz1]);
    pane([cx1, cz0], [cx0, cz0]);
    for (min, max) in [
        ([cx0 - 0.04, cz1 - 0.04], [cx1 + 0.04, cz1 + 0.04]),
        ([cx0 - 0.04, cz0 - 0.04], [cx1 + 0.04, cz0 + 0.04]),
        ([cx0 - 0.04, cz0 + 0.04], [cx0 + 0.04, cz1 - 0.04]),
        ([cx1 - 0.04, cz0 + 0.04], [cx1 + 0.04, cz1 - 0.04]),
    ] {
        s.block_with_top(
            [min[0], cabin_top - 0.3, min[1]],
            [max[0], cabin_top, max[1]],
            plot.theme,
            CUT,
        );
    }
    let sign = super::Sign::bright([(cx0 + cx1) / 2.0, cabin_top - 0.15, cz1 + 0.055], 0.0, 0.2);
    built.signs.push(sign.on(cx1 - cx0));
    // Gantries with strips of light, each over a row of benches.
    let rows = (((z * 2.0 - cd - 0.8) / 2.2).floor() as i32).clamp(1, 3);
    let benches = (((x * 2.0) / 2.1).floor() as i32).clamp(1, 6);
    for row in 0..rows {
        let bz = cz1 + 1.3 + f64::from(row) * 2.2;
        if bz > z - 0.3 {
            break;
        }
        let s = &mut built.shape;
        for side in [-1.0, 1.0] {
            s.bar([side * x, DECK, bz], [side * x, top, bz], 0.08, STEEL);
        }
        s.block([-x, top - 0.12, bz - 0.06], [x, top, bz + 0.06], STEEL);
        s.block([-x + 0.2, top - 0.18, bz - 0.1], [x - 0.2, top - 0.12, bz + 0.1], LAMP);
        for i in 0..benches {
            let bx = -x + 2.0 * x * (f64::from(i) + 0.5) / f64::from(benches);
            let turn = if row % 2 == 0 { 0.0 } else { PI };
            built.put(Prop::Workbench, bx, bz, turn);
            built.put(Prop::Stool, bx, bz + 0.65 * turn.cos(), 0.0);
        }
    }
    built.meeting((cx0 + cx1) / 2.0, (cz0 + cz1) / 2.0, 3);
    built
        .shape
        .block_with_top([-hand * -0.2, DECK, -z], [-hand * -0.2 + 0.4, 2.2, -z + 0.3], WALL, CUT);
    built.put(Prop::Counter, hand * (x - 0.7), -z + cd * 0.5, 0.0);
    built.put(Prop::Totem, hand * (x - 0.3), z - 0.1, 0.0);
}
