//! What is in the picture at all.

use crate::stage::space::{self, Box3};
use glam::{Mat4, Vec4};

/// Whether any of the box may be in the picture; a box that all lies beyond one edge is not.
pub fn may_see(clip_from_world: &Mat4, bounds: &Box3) -> bool {
    let corners = bounds
        .corners()
        .map(|corner| *clip_from_world * space::to_world(corner).extend(1.0));
    let beyond = |edge: fn(&Vec4) -> bool| corners.iter().all(edge);
    !(beyond(|c| c.x < -c.w)
        || beyond(|c| c.x > c.w)
        || beyond(|c| c.y < -c.w)
        || beyond(|c| c.y > c.w)
        || beyond(|c| c.z < -c.w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::camera::{FLY_LENS_DEG, Frame, View};
    use glam::Vec3;

    fn cube(x: f32, y: f32) -> Box3 {
        Box3 {
            min: Vec3::new(x, y, 0.0),
            max: Vec3::new(x + 1.0, y + 1.0, 1.0),
        }
    }

    #[test]
    fn what_is_behind_or_beside_is_not_seen() {
        let view = View {
            eye: Vec3::new(0.0, 0.0, 1.6),
            heading_deg: 0.0,
            tilt_deg: 0.0,
            lens_deg: FLY_LENS_DEG,
        };
        let matrix = view.clip_from_world(&Frame::new(400.0, 300.0));
        assert!(may_see(&matrix, &cube(0.0, 20.0)), "ahead");
        assert!(!may_see(&matrix, &cube(0.0, -20.0)), "behind");
        assert!(!may_see(&matrix, &cube(40.0, 20.0)), "beside");
        let all_round = Box3 {
            min: Vec3::splat(-50.0),
            max: Vec3::splat(50.0),
        };
        assert!(may_see(&matrix, &all_round), "round the eye");
    }
}
