//! A hall of columns with many sides of all lengths, down to centimetres, as imported buildings have them.

use super::hall::{LEVEL, hall, obstacle};
use fairway::venue::{LevelId, Point, Polygon, Venue};
use oorandom::Rand64;
use std::f64::consts::TAU;

const ROWS: u32 = 6;
const APART_M: f64 = 8.0;

pub fn hall_of_columns(seed: u64) -> Venue {
    let mut random = Rand64::new(seed.into());
    let mut columns = Vec::new();
    for place in 0..ROWS * ROWS {
        let middle = |i: u32| (f64::from(i) + 0.5) * APART_M;
        let (x, y) = (middle(place % ROWS), middle(place / ROWS));
        let radius = 1.0 + 2.0 * random.rand_float();
        let mut angles: Vec<f64> = (0..9).map(|_| TAU * random.rand_float()).collect();
        // Two corners close together.
        angles.push(angles[0] + 0.01);
        angles.sort_by(f64::total_cmp);
        let corner = |angle: f64| Point::new(x + radius * angle.cos(), y + radius * angle.sin());
        let footprint = Polygon(angles.into_iter().map(corner).collect());
        columns.push(obstacle(columns.len(), LevelId::new(LEVEL), footprint));
    }
    let side = f64::from(ROWS) * APART_M;
    hall((side, side), columns)
}
