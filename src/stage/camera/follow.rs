//! Walking the shown route by itself.

use super::view::{View, WALK_LENS_DEG};
use super::walk::{EYE_M, GAZE_DEG};
use crate::stage::path::Path;
use crate::stage::space::{heading_of, turn_between};
use glam::Vec3;

/// Quicker than a person walks: this is to learn the way.
const SPEED_M_S: f32 = 3.6;
/// Lifts are watched, not walked.
const LIFT_M_S: f32 = 2.2;
/// So many times as fast, at most.
const PACE_MOST: f32 = 8.0;
/// Slower than this nobody sees it move.
const STILL_M_S: f32 = 0.02;
/// Seconds to come up to speed, and to stand still.
const START_S: f32 = 0.7;
const STOP_S: f32 = 0.2;
/// One looks this far ahead along the way.
const AHEAD_M: f32 = 4.0;
/// Seconds in which the head has turned two thirds of the way.
const TURN_S: f32 = 0.4;
/// Corners are rounded over this length to each side.
pub const ROUND_M: f32 = 0.9;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Follow {
    distance_m: f32,
    speed_m_s: f32,
    /// Of the usual speed.
    pace: f32,
}

impl Follow {
    pub fn new(distance_m: f32) -> Self {
        Self {
            distance_m,
            speed_m_s: 0.0,
            pace: 1.0,
        }
    }

    /// So many times the usual speed; what is no number changes nothing.
    pub fn set_pace(&mut self, factor: f32) {
        if factor.is_finite() {
            self.pace = factor.clamp(0.0, PACE_MOST);
        }
    }

    /// Whether it stands still until the pace is another.
    pub fn is_paused(&self) -> bool {
        self.pace == 0.0 && self.speed_m_s < STILL_M_S
    }

    pub fn distance_m(&self) -> f32 {
        self.distance_m
    }

    pub fn has_arrived(&self, path: &Path) -> bool {
        self.distance_m >= path.length()
    }

    /// The heading of the way ahead; `None` in a lift.
    fn heading_deg(&self, path: &Path) -> Option<f32> {
        let from = self.distance_m.min(path.length() - 1.0);
        let ahead = path.at(from + AHEAD_M) - path.at(from);
        let flat = ahead.truncate();
        (flat.length() > 0.3).then(|| heading_of(flat))
    }

    pub fn advance(&mut self, dt_s: f32, path: &Path, heading_deg: f32) {
        let here = path.at(self.distance_m);
        let soon = path.at(self.distance_m + 0.2);
        let climbs = (soon.z - here.z).abs() > (soon - here).truncate().length();
        // Slower the more there is to turn.
        let turn = self
            .heading_deg(path)
            .map_or(0.0, |to| turn_between(heading_deg, to).abs());
        let wanted = if climbs {
            LIFT_M_S
        } else {
            SPEED_M_S * (1.0 - 0.65 * (turn / 90.0).min(1.0))
        };
        let ease_s = if self.pace == 0.0 { STOP_S } else { START_S };
        self.speed_m_s += (wanted * self.pace - self.speed_m_s) * (1.0 - (-dt_s / ease_s).exp());
        if self.is_paused() {
            self.speed_m_s = 0.0;
        }
        self.distance_m = (self.distance_m + self.speed_m_s * dt_s).min(path.length());
    }

    /// The view there. `before` is the last view and the time since: the head turns from there.
    pub fn view(&self, path: &Path, before: Option<(View, f32)>) -> View {
        let s = self.distance_m;
        let eye = path.rounded(s, ROUND_M) + Vec3::Z * EYE_M;
        let ahead = self.heading_deg(path);
        let (heading_deg, tilt_deg, lens_deg) = match before {
            None => (ahead.unwrap_or(0.0), GAZE_DEG, WALK_LENS_DEG),
            Some((last, dt_s)) => {
                let part = 1.0 - (-dt_s / TURN_S).exp();
                let turn = ahead.map_or(0.0, |to| turn_between(last.heading_deg, to));
                (
                    (last.heading_deg + turn * part).rem_euclid(360.0),
                    last.tilt_deg + (GAZE_DEG - last.tilt_deg) * part,
                    last.lens_deg + (WALK_LENS_DEG - last.lens_deg) * part,
                )
            }
        };
        View {
            eye,
            heading_deg,
            tilt_deg,
            lens_deg,
        }
    }
}
