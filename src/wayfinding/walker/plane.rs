//! Headings as vectors of length 1, and turns between them in degrees, positive to the left.

use super::super::Maneuver;
use crate::venue::Point;

pub fn nominal_deg(turn: Maneuver) -> f64 {
    match turn {
        Maneuver::SlightLeft => 35.0,
        Maneuver::SlightRight => -35.0,
        Maneuver::Left => 90.0,
        Maneuver::Right => -90.0,
        Maneuver::SharpLeft => 150.0,
        Maneuver::SharpRight => -150.0,
        _ => 0.0,
    }
}

pub fn unit(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-6).then(|| Point::new((b.x - a.x) / length, (b.y - a.y) / length))
}

pub fn dot(a: Point, b: Point) -> f64 {
    a.x * b.x + a.y * b.y
}

pub fn angle(from: Point, to: Point) -> f64 {
    (from.x * to.y - from.y * to.x).atan2(dot(from, to)).to_degrees()
}

pub fn turned(heading: Point, degrees: f64) -> Point {
    let (sin, cos) = degrees.to_radians().sin_cos();
    Point::new(heading.x * cos - heading.y * sin, heading.x * sin + heading.y * cos)
}

pub fn moved(p: Point, heading: Point, by_m: f64) -> Point {
    Point::new(p.x + heading.x * by_m, p.y + heading.y * by_m)
}
