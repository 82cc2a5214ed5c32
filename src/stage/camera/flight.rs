//! An eased move from one view to another.

use super::view::View;
use crate::stage::space::turn_between;

/// Moves take 0.6 to 1.2 s, by distance.
const SHORTEST_S: f32 = 0.6;
const LONGEST_S: f32 = 1.2;
/// The distance whose move takes longest.
const FAR_M: f32 = 250.0;
/// Between two low places this much of the distance is climbed on the way: over walls and stands, not through them.
const CLIMB: f32 = 0.22;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: View,
    to: View,
    climb_m: f32,
    duration_s: f32,
    elapsed_s: f32,
}

impl Flight {
    pub fn new(from: View, to: View) -> Self {
        let distance = (to.eye - from.eye).length();
        let across = (to.eye - from.eye).truncate().length();
        let turn = turn_between(from.heading_deg, to.heading_deg).abs();
        let effort = (distance / FAR_M).sqrt().max(turn / 240.0).min(1.0);
        Self {
            from,
            to,
            climb_m: (across * CLIMB - (from.eye.z - to.eye.z).abs()).clamp(0.0, 60.0),
            duration_s: SHORTEST_S + (LONGEST_S - SHORTEST_S) * effort,
            elapsed_s: 0.0,
        }
    }

    pub fn advance(&mut self, dt_s: f32) {
        self.elapsed_s += dt_s;
    }

    pub fn is_over(&self) -> bool {
        self.elapsed_s >= self.duration_s
    }

    /// The view that it ends at.
    pub fn end(&self) -> View {
        self.to
    }

    /// The view now.
    pub fn view(&self) -> View {
        if self.is_over() {
            return self.to;
        }
        let t = ease(self.elapsed_s / self.duration_s);
        let (a, b) = (self.from, self.to);
        let mut eye = a.eye.lerp(b.eye, t);
        eye.z += self.climb_m * 4.0 * t * (1.0 - t);
        View {
            eye,
            heading_deg: a.heading_deg + turn_between(a.heading_deg, b.heading_deg) * t,
            tilt_deg: a.tilt_deg + (b.tilt_deg - a.tilt_deg) * t,
            lens_deg: a.lens_deg + (b.lens_deg - a.lens_deg) * t,
        }
    }
}

/// Slow, quick, slow: 0 to 1, level at both ends.
pub fn ease(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use glam::Vec3;

    fn at(x: f32, z: f32, heading_deg: f32) -> View {
        View {
            eye: Vec3::new(x, 0.0, z),
            heading_deg,
            tilt_deg: 20.0,
            lens_deg: 40.0,
        }
    }

    #[test]
    fn it_ends_where_it_should_and_turns_the_short_way() {
        let mut flight = Flight::new(at(0.0, 3.0, 350.0), at(100.0, 3.0, 10.0));
        let mut highest = 0.0f32;
        let mut steps = 0;
        while !flight.is_over() {
            flight.advance(0.02);
            let view = flight.view();
            highest = highest.max(view.eye.z);
            assert!(turn_between(350.0, view.heading_deg) >= -1e-3);
            steps += 1;
        }
        assert_eq!(flight.view(), at(100.0, 3.0, 10.0));
        assert!((30..=60).contains(&steps), "0.6 to 1.2 s: {steps}");
        assert!(highest > 15.0, "over the rooftops: {highest}");
    }
}
