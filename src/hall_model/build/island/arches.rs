//! A procession of arches, each lower than the one before.

use super::{Built, DECK, Plot};
use crate::hall_model::build::ink::{CUT, WALL};
use crate::hall_model::build::props::{Prop, screen};
use std::f64::consts::{FRAC_PI_2, PI};

pub(super) fn build(plot: &Plot, built: &mut Built) {
    let (x, z) = (plot.reach_x(), plot.reach_z());
    let top = plot.up_to(4.0);
    let count = ((z * 2.0) / 1.5).floor().clamp(2.0, 5.0);
    let leg = 0.22;
    let s = &mut built.shape;
    for i in 0..count as i32 {
        let t = f64::from(i) / (count - 1.0);
        let height = top - t * (top - 2.6).max(0.0) * 0.75;
        let half = x * (1.0 - 0.28 * t);
        let az = z - 0.15 - t * (2.0 * z - 0.9);
        let ink = WALL.mix(plot.theme, 0.12 + 0.5 * t);
        for side in [-1.0, 1.0] {
            let (a, b) = (side * half, side * (half - leg));
            s.block([a.min(b), DECK, az - leg], [a.max(b), height - leg, az], ink);
            // A haunch makes a frame an arch.
            let (outer, inner) = (side * (half - leg), side * (half - leg - 0.5));
            let low = height - leg - 0.5;
            for (zz, front) in [(az, true), (az - leg, false)] {
                let corners = [[outer, low, zz], [outer, height - leg, zz], [inner, height - leg, zz]];
                s.triangle(outward(corners, front), ink);
            }
            s.quad(under([outer, low], [inner, height - leg], az, leg, side), ink);
        }
        s.block_with_top([-half, height - leg, az - leg], [half, height, az], ink, CUT);
    }
    let board = (x * 0.6).min(2.4);
    s.block(
        [-board, top - 0.75, z - 0.31],
        [board, top - 0.24, z - 0.25],
        plot.theme,
    );
    built
        .signs
        .push(super::Sign::bright([0.0, top - 0.495, z - 0.234_375], 0.0, 0.3).on(2.0 * board));
    // The last wall is a screen.
    let half = x * 0.62;
    let s = &mut built.shape;
    s.block_with_top([-half, DECK, -z + 0.1], [half, 2.5, -z + 0.3], WALL, CUT);
    screen(s, [-half + 0.1, 0.5], [half - 0.1, 2.35], -z + 0.312_5, plot.theme);
    if plot.open.back {
        s.block([-half, 1.7, -z + 0.085], [half, 2.2, -z + 0.1], plot.theme);
        built
            .signs
            .push(super::Sign::bright([0.0, 1.95, -z + 0.07], PI, 0.28).on(2.0 * half));
    }
    let hand = plot.hand();
    built.put(Prop::Counter, hand * x * 0.45, z - 0.8, 0.0);
    for i in 0..2 {
        let pz = z * 0.3 - f64::from(i) * z * 0.7;
        built.put(Prop::Plinth, -hand * x * 0.4, pz, 0.0);
        if x > 2.2 {
            built.put(Prop::Totem, hand * x * 0.5, pz, -hand * FRAC_PI_2);
        }
    }
    if x > 3.0 {
        built.meeting(hand * x * 0.05, -z * 0.45, 4);
    }
}

/// The triangle turned so that it faces +z (`front`) or −z.
fn outward([a, b, c]: [[f64; 3]; 3], front: bool) -> [[f64; 3]; 3] {
    let turns_left = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0.0;
    if turns_left == front { [a, b, c] } else { [a, c, b] }
}

/// The underside of a haunch from its foot to its head.
fn under(foot: [f64; 2], head: [f64; 2], z: f64, depth: f64, side: f64) -> [[f64; 3]; 4] {
    let (a, b) = ([foot[0], foot[1]], [head[0], head[1]]);
    let quad = [
        [a[0], a[1], z],
        [a[0], a[1], z - depth],
        [b[0], b[1], z - depth],
        [b[0], b[1], z],
    ];
    if side > 0.0 {
        [quad[0], quad[3], quad[2], quad[1]]
    } else {
        quad
    }
}
