//! One stand's name on it: which of them are written, and how one fits into its room.

use crate::hall_model::NamePlate;
use crate::stage::camera::View;
use crate::stage::space;
use crate::venue::{LevelId, PlaceId};
use glam::{Vec2, Vec3};

/// Letters lower than that are not read, in CSS pixels; from the second number on they are all there.
pub const READ_PX: [f32; 2] = [7.0, 9.0];
/// From farther aside they are not read: the cosine of the angle to the face.
const ASIDE: f32 = 0.25;
/// No more names are on stands at once.
const MOST: usize = 24;
/// How much nearer a name counts that is on its stand already, so that none comes and goes.
const KEPT: f32 = 0.8;
/// A line's height with what hangs below the letters, in heights of the letters.
pub const LINE: f32 = 1.7;

/// The room for a name, in venue axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Nameplate {
    pub booth: PlaceId,
    pub level: Option<LevelId>,
    pub is_bright: bool,
    middle: Vec3,
    /// Towards the end of the line; unit length.
    right: Vec3,
    /// As long as letters are high.
    up: Vec3,
    wide_m: f32,
}

impl Nameplate {
    /// `None` if it has no extent.
    pub fn of(plate: NamePlate) -> Option<Self> {
        let [left, right] = plate.ends.map(|end| space::to_venue(end.into()));
        let wide_m = left.distance(right);
        let up = space::to_venue(plate.up.into());
        Some(Self {
            booth: PlaceId::new(plate.booth.as_str()),
            level: plate.level.as_deref().map(LevelId::new),
            is_bright: plate.is_bright,
            middle: (left + right) / 2.0,
            right: (right - left).try_normalize()?,
            up: (up.length() > 0.0).then_some(up)?,
            wide_m,
        })
    }

    /// How far it is, and how high its letters are in the picture, for somebody who may read it. `scale_px` is a metre at one metre.
    pub fn sight(&self, view: &View, scale_px: f32) -> Option<(f32, f32)> {
        let away = self.middle - view.eye;
        let distance = away.length();
        let high_px = self.up.length() * scale_px / distance;
        let faces = self.right.cross(self.up).normalize_or_zero();
        let is_read = high_px >= READ_PX[0] && away.dot(faces) < -ASIDE * distance && away.dot(view.forward()) > 0.0;
        is_read.then_some((distance, high_px))
    }

    /// The corners of a line with that many times its height as length, in the middle of the room: from the lower left one against the clock.
    pub fn line(&self, aspect: f32) -> [Vec3; 4] {
        let half = self.up * (LINE / 2.0);
        let longest = self.wide_m / (2.0 * half.length());
        let up = half * (longest / aspect).min(1.0);
        let right = self.right * up.length() * aspect;
        [-right - up, right - up, right + up, up - right].map(|corner| self.middle + corner)
    }
}

/// Places in a picture of the corners of [`Nameplate::line`].
pub const CORNERS: [Vec2; 4] = [Vec2::Y, Vec2::ONE, Vec2::X, Vec2::ZERO];

/// The nearest of them.
pub fn nearest<K: Ord + Copy>(seen: impl Iterator<Item = (K, f32)>, is_there: impl Fn(&K) -> bool) -> Vec<K> {
    let mut all: Vec<(K, f32)> = seen
        .map(|(key, distance)| (key, if is_there(&key) { distance * KEPT } else { distance }))
        .collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    all.into_iter().map(|(key, _)| key).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three metres wide and 20 cm high, two metres up, to be read from the south.
    fn plate() -> Nameplate {
        Nameplate::of(NamePlate {
            booth: "3B12".into(),
            level: None,
            ends: [[-1.0, 2.0, 5.0], [2.0, 2.0, 5.0]],
            up: [0.0, 0.2, 0.0],
            is_bright: false,
        })
        .unwrap()
    }

    fn from(eye: Vec3) -> View {
        let to = Vec3::new(0.5, -5.0, 2.0) - eye;
        View {
            eye,
            heading_deg: space::heading_of(to.truncate()),
            tilt_deg: -(to.z / to.truncate().length()).atan().to_degrees(),
            lens_deg: 40.0,
        }
    }

    #[test]
    fn a_name_is_read_from_before_it_and_from_nearby() {
        let high = |eye| plate().sight(&from(eye), 700.0).map(|(_, px)| px.round());
        assert_eq!(high(Vec3::new(0.5, -12.0, 2.0)), Some(20.0));
        assert_eq!(high(Vec3::new(0.5, -35.0, 2.0)), None, "too far");
        assert_eq!(high(Vec3::new(0.5, 2.0, 2.0)), None, "behind it");
        assert_eq!(high(Vec3::new(9.0, -5.5, 2.0)), None, "along it");
        let mut away = from(Vec3::new(0.5, -12.0, 2.0));
        away.heading_deg += 180.0;
        assert_eq!(plate().sight(&away, 700.0), None, "behind one's back");
    }

    #[test]
    fn a_name_stands_in_the_middle_and_a_long_one_is_lower() {
        let size = |aspect| {
            let [low, right, high, left] = plate().line(aspect);
            assert!((low.midpoint(high) - Vec3::new(0.5, -5.0, 2.0)).length() < 1e-5);
            assert!(left.distance(high) - low.distance(right) < 1e-5 && right.x > low.x && high.z > right.z);
            (low.distance(right), right.distance(high))
        };
        let (wide, high) = size(4.0);
        assert!((high - 0.34).abs() < 1e-5 && (wide - 1.36).abs() < 1e-5);
        let (wide, high) = size(12.0);
        assert!((wide - 3.0).abs() < 1e-5 && (high - 0.25).abs() < 1e-5);
    }

    #[test]
    fn the_nearest_are_written_and_one_that_is_there_stays() {
        let all = || (0..40).map(|i| (i, 10.0 + i as f32 * 0.1));
        assert_eq!(nearest(all(), |_| false), (0..24).collect::<Vec<_>>());
        let kept = nearest(all(), |key| *key == 25);
        assert!(kept.contains(&25) && kept.len() == 24 && !kept.contains(&23));
    }

    #[test]
    fn a_plate_without_extent_is_none() {
        let flat = |ends, up| NamePlate {
            booth: "1".into(),
            level: None,
            ends,
            up,
            is_bright: true,
        };
        assert_eq!(Nameplate::of(flat([[1.0; 3]; 2], [0.0, 1.0, 0.0])), None);
        assert_eq!(Nameplate::of(flat([[0.0; 3], [1.0; 3]], [0.0; 3])), None);
    }
}
