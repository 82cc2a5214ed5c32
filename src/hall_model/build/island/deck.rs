//! Two storeys: meeting rooms of glass under a deck with a lounge, and stairs up to it.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, GLASS, STEEL, STEEL_DARK, WALL, WOOD};
use crate::hall_model::build::props::{Placed, Prop, screen};
use std::f64::consts::{FRAC_PI_2, PI};

/// Height of the upper floor.
const UPPER: f64 = 2.875;
const RAIL: f64 = 1.0;
const STEPS: i32 = 15;

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let hand = plot.hand();
    let s = &mut built.shape;
    // The deck covers the back half at most, as manuals ask.
    let front = -0.02 * z;
    s.block_with_top(
        [-x, UPPER - 0.3, -z],
        [x, UPPER, front],
        WALL,
        WOOD.mix(plot.theme, 0.1),
    );
    s.block([-x, UPPER - 0.3, front], [x, UPPER, front + 0.03], plot.theme);
    let bays = ((x * 2.0) / 3.0).round().max(1.0);
    for i in 0..=bays as i32 {
        let px = (-x + 2.0 * x * f64::from(i) / bays).clamp(-x + 0.1, x - 0.1);
        for pz in [-z + 0.1, front - 0.1] {
            s.block([px - 0.08, DECK, pz - 0.08], [px + 0.08, UPPER - 0.3, pz + 0.08], STEEL);
        }
    }
    // Balustrade; open where the stairs arrive.
    let stair = 1.0;
    let (gap0, gap1) = if hand > 0.0 {
        (x - stair - 0.2, x - 0.2)
    } else {
        (-x + 0.2, -x + 0.2 + stair)
    };
    let mut rail = |a: [f64; 2], b: [f64; 2]| {
        s.quad(
            [
                [a[0], UPPER, a[1]],
                [b[0], UPPER, b[1]],
                [b[0], UPPER + RAIL - 0.06, b[1]],
                [a[0], UPPER + RAIL - 0.06, a[1]],
            ],
            GLASS,
        );
        s.bar(
            [a[0], UPPER + RAIL - 0.03, a[1]],
            [b[0], UPPER + RAIL - 0.03, b[1]],
            0.06,
            CUT,
        );
    };
    rail([-x, front], [gap0, front]);
    rail([gap1, front], [x, front]);
    rail([x, front], [x, -z]);
    rail([x, -z], [-x, -z]);
    rail([-x, -z], [-x, front]);
    // Stairs down to the front.
    let run = (z - 0.3 - front).clamp(2.0, 4.2);
    for i in 0..STEPS {
        let t = f64::from(i) / f64::from(STEPS);
        let y = UPPER * (1.0 - t) - UPPER / f64::from(STEPS);
        if y <= DECK {
            continue;
        }
        s.block(
            [gap0, y - 0.12, front + run * t],
            [gap1, y, front + run * (t + 1.0 / f64::from(STEPS))],
            WALL,
        );
    }
    for px in [gap0, gap1] {
        s.bar([px, UPPER + 0.95, front], [px, 1.1, front + run], 0.05, CUT);
        s.bar(
            [px, UPPER - 0.25, front],
            [px, DECK, front + run - 0.2],
            0.1,
            STEEL_DARK,
        );
    }
    // Meeting rooms below.
    let rooms = bays.min(3.0);
    for i in 0..rooms as i32 {
        let a = -x + 0.15 + (2.0 * x - 0.3) * f64::from(i) / rooms;
        let b = a + (2.0 * x - 0.3) / rooms;
        s.quad(
            [
                [a, DECK, front - 0.3],
                [b - 0.9, DECK, front - 0.3],
                [b - 0.9, UPPER - 0.3, front - 0.3],
                [a, UPPER - 0.3, front - 0.3],
            ],
            GLASS,
        );
        if i > 0 {
            s.block([a - 0.04, DECK, -z + 0.15], [a + 0.04, UPPER - 0.3, front - 0.3], WALL);
        }
    }
    let mut back = crate::hall_model::build::mesh::Shape::default();
    back.block([-x * 0.9, DECK, -0.06], [x * 0.9, UPPER - 0.3, 0.06], WALL);
    screen(&mut back, [-x * 0.7, 0.9], [x * 0.7, 2.3], 0.078_125, plot.theme);
    s.add(&back, [0.0, 0.0, -z + 0.24], 0.0);
    built
        .signs
        .push(super::Sign::bright([0.0, UPPER - 0.15, front + 0.046_875], 0.0, 0.2).on(2.0 * (x - stair - 0.2)));
    if plot.open.back {
        built
            .signs
            .push(super::Sign::dark([0.0, UPPER - 0.15, -z - 0.015_625], PI, 0.2).on(2.0 * x));
    }
    for i in 0..rooms as i32 {
        built.meeting(-x + 2.0 * x * (f64::from(i) + 0.5) / rooms, (front - z) / 2.0, 4);
    }
    let lounge = ((x * 2.0 - 2.0) / 2.4).floor().clamp(1.0, 4.0);
    for i in 0..lounge as i32 {
        let px = -hand * (-x + 1.2 + 2.4 * f64::from(i));
        built.props.push(Placed::new(Prop::Sofa, [-px, UPPER, -z + 0.7], 0.0));
        built
            .props
            .push(Placed::new(Prop::HighTable, [-px, UPPER, front - 0.6], 0.0));
    }
    built.put(Prop::Counter, 0.0, z - 0.6, 0.0);
    built.put(Prop::Totem, -hand * (x - 0.4), z - 0.3, 0.0);
    built.put(Prop::Plant, -hand * (x - 0.2), front + 0.6, FRAC_PI_2);
    if z > 3.0 {
        built.standing(-hand * x * 0.5, z * 0.45);
        built.put(Prop::Plinth, hand * x * 0.2, z * 0.45, 0.0);
    }
}
