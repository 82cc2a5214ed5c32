//! A floating roof on four columns over an island of demonstrations.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, STEEL, WALL};
use crate::hall_model::build::props::{Prop, screen};

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(4.4);
    let bottom = top - 0.4;
    let s = &mut built.shape;
    for (sx, sz) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        s.frustum(
            [sx * (x - 0.5), DECK, sz * (z - 0.5)],
            0.14,
            0.14,
            bottom - DECK,
            8,
            STEEL,
        );
    }
    // The roof is a frame round an opening, so that one sees in from above.
    let (hx, hz) = (x * 0.5, z * 0.5);
    s.frame([x, z], [hx, hz], [bottom, top], WALL);
    let band = 0.015_625;
    for (min, max) in [
        ([-x - band, z], [x + band, z + band]),
        ([-x - band, -z - band], [x + band, -z]),
        ([x, -z], [x + band, z]),
        ([-x - band, -z], [-x, z]),
    ] {
        s.block([min[0], bottom, min[1]], [max[0], bottom + 0.1, max[1]], plot.theme);
    }
    let half = x * 0.42;
    s.block_with_top([-half, DECK, -0.14], [half, 2.4, 0.14], WALL, CUT);
    screen(s, [-half + 0.1, 0.9], [half - 0.1, 2.25], 0.156_25, plot.theme);
    let mut behind = crate::hall_model::build::mesh::Shape::default();
    screen(
        &mut behind,
        [-half + 0.1, 0.9],
        [half - 0.1, 2.25],
        0.156_25,
        plot.theme,
    );
    s.add(&behind, [0.0; 3], std::f64::consts::PI);

    built.signs_round(plot.open, [x + 0.03, z + 0.03], bottom + 0.25, 0.22);
    let hand = plot.hand();
    built.put(Prop::Counter, hand * x * 0.55, z - 0.7, 0.0);
    built.put(Prop::Plant, -hand * (x - 0.1), z - 0.1, 0.0);
    built.put(Prop::Plant, hand * (x - 0.1), -z + 0.1, 0.0);
    for (i, px) in [-0.55, 0.0, 0.55].into_iter().enumerate() {
        if !(i + plot.seed.pick(3, 3)).is_multiple_of(3) || x > 3.0 {
            built.put(Prop::Plinth, px * x, z * 0.45, 0.0);
            built.put(Prop::Plinth, px * x, -z * 0.45, std::f64::consts::PI);
        }
    }
    if x > 2.6 {
        built.meeting(-hand * x * 0.66, -z * 0.1, 3);
    }
}
