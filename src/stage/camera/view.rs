//! A camera's view: where it stands, which way it looks, through which lens; and what pixel shows what.

use crate::stage::{Pose, space};
use glam::camera::rh::proj::opengl::perspective;
use glam::camera::rh::view::look_to_mat4;
use glam::{Mat4, Vec2, Vec3};

/// The lens of the flying camera: degrees from the picture's lower edge to its upper one.
pub const FLY_LENS_DEG: f32 = 40.0;
/// The lens of a walking person.
pub const WALK_LENS_DEG: f32 = 60.0;

/// Nothing nearer is drawn: metres, and the part of the eye's height that it is where that is more.
const NEAREST_M: f32 = 0.1;
const NEAR_PART: f32 = 0.05;
/// The farthest that is drawn, in nearest distances.
const FAR: f32 = 40_000.0;

/// Eye in venue metres, heading clockwise from north, tilt below the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub eye: Vec3,
    pub heading_deg: f32,
    pub tilt_deg: f32,
    pub lens_deg: f32,
}

/// The canvas in CSS pixels, and what panels cover of it from its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub size: Vec2,
    /// Left and top.
    pub covered_min: Vec2,
    /// Right and bottom.
    pub covered_max: Vec2,
}

/// A half-line; `direction` has length 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ray {
    pub origin: Vec3,
    pub direction: Vec3,
}

impl Frame {
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            size: Vec2::new(width.max(1.0), height.max(1.0)),
            covered_min: Vec2::ZERO,
            covered_max: Vec2::ZERO,
        }
    }

    pub fn aspect(&self) -> f32 {
        self.size.x / self.size.y
    }

    /// The rectangle that nothing covers; the whole canvas where panels leave less than a sixth of it.
    pub fn free(&self) -> (Vec2, Vec2) {
        let (min, max) = (self.covered_min, self.size - self.covered_max);
        if (max - min).cmplt(self.size / 6.0).any() {
            (Vec2::ZERO, self.size)
        } else {
            (min, max)
        }
    }

    /// The middle of what nothing covers.
    pub fn middle(&self) -> Vec2 {
        let (min, max) = self.free();
        (min + max) / 2.0
    }

    /// A pixel as tangents from the middle of the canvas: x right, y up.
    pub fn tangents(&self, pixel: Vec2, lens_deg: f32) -> Vec2 {
        let half = (lens_deg.to_radians() / 2.0).tan();
        let unit = (pixel - self.size / 2.0) / (self.size.y / 2.0) * half;
        Vec2::new(unit.x, -unit.y)
    }
}

impl View {
    pub fn forward(&self) -> Vec3 {
        let (sin, cos) = self.tilt_deg.to_radians().sin_cos();
        (space::heading_vector(self.heading_deg) * cos).extend(-sin)
    }

    pub fn right(&self) -> Vec3 {
        let h = space::heading_vector(self.heading_deg);
        Vec3::new(h.y, -h.x, 0.0)
    }

    pub fn up(&self) -> Vec3 {
        self.right().cross(self.forward())
    }

    /// Through a pixel.
    pub fn ray(&self, frame: &Frame, pixel: Vec2) -> Ray {
        let t = frame.tangents(pixel, self.lens_deg);
        Ray {
            origin: self.eye,
            direction: (self.forward() + self.right() * t.x + self.up() * t.y).normalize(),
        }
    }

    /// The pixel that shows `point`, and its depth in metres; `None` behind the eye.
    pub fn project(&self, frame: &Frame, point: Vec3) -> Option<(Vec2, f32)> {
        let d = point - self.eye;
        let depth = d.dot(self.forward());
        if depth < 0.05 {
            return None;
        }
        let scale = self.pixels_per_metre(frame, depth);
        let x = d.dot(self.right()) * scale;
        let y = d.dot(self.up()) * scale;
        Some((frame.size / 2.0 + Vec2::new(x, -y), depth))
    }

    /// How many pixels a metre across the line of sight has at that depth.
    pub fn pixels_per_metre(&self, frame: &Frame, depth: f32) -> f32 {
        frame.size.y / 2.0 / ((self.lens_deg.to_radians() / 2.0).tan() * depth.max(0.05))
    }

    /// From the renderer's axes to WebGL's clip space.
    pub fn clip_from_world(&self, frame: &Frame) -> Mat4 {
        // The higher the eye, the farther the nearest thing: depth is spent where things are.
        let near = (self.eye.z * NEAR_PART).clamp(NEAREST_M, 8.0);
        let lens = perspective(self.lens_deg.to_radians(), frame.aspect(), near, near * FAR);
        let (eye, forward, up) = (self.eye, self.forward(), self.up());
        lens * look_to_mat4(space::to_world(eye), space::to_world(forward), space::to_world(up))
    }

    pub fn pose(&self) -> Pose {
        Pose {
            x: self.eye.x,
            y: self.eye.y,
            z: self.eye.z,
            heading_deg: self.heading_deg.rem_euclid(360.0),
            tilt_deg: self.tilt_deg,
        }
    }

    pub fn from_pose(pose: Pose, lens_deg: f32) -> Self {
        Self {
            eye: Vec3::new(pose.x, pose.y, pose.z),
            heading_deg: pose.heading_deg,
            tilt_deg: pose.tilt_deg.clamp(-89.0, 89.0),
            lens_deg,
        }
    }
}

impl Ray {
    /// Where it meets the level plane at height `z`, at most `reach` metres away: rays at or above the horizon end there, so that a
    /// finger on the sky still moves something.
    pub fn on_floor(&self, z: f32, reach: f32) -> Vec3 {
        let distance = (z - self.origin.z) / self.direction.z;
        let point = self.origin
            + self.direction
                * if (0.0..reach).contains(&distance) {
                    distance
                } else {
                    reach
                };
        point.truncate().extend(z)
    }

    /// The distance to the box, 0 from inside it; `None` if the ray misses it.
    pub fn meets(&self, target: &space::Box3) -> Option<f32> {
        let inverse = self.direction.recip();
        let a = (target.min - self.origin) * inverse;
        let b = (target.max - self.origin) * inverse;
        let near = a.min(b).max_element().max(0.0);
        let far = a.max(b).min_element();
        (near <= far).then_some(near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> View {
        View {
            eye: Vec3::new(10.0, -50.0, 40.0),
            heading_deg: 30.0,
            tilt_deg: 35.0,
            lens_deg: FLY_LENS_DEG,
        }
    }

    #[test]
    fn a_point_lies_on_the_ray_through_its_pixel() {
        let frame = Frame::new(1280.0, 720.0);
        let point = Vec3::new(30.0, 10.0, 2.0);
        let (pixel, depth) = view().project(&frame, point).unwrap();
        let ray = view().ray(&frame, pixel);
        let along = (point - ray.origin).dot(ray.direction);
        assert!((ray.origin + ray.direction * along - point).length() < 1e-3);
        assert!((ray.direction * along).dot(view().forward()) - depth < 1e-3);
    }

    #[test]
    fn the_picture_has_points_where_they_are_projected() {
        let frame = Frame::new(1280.0, 720.0);
        let point = Vec3::new(30.0, 10.0, 2.0);
        let (pixel, depth) = view().project(&frame, point).unwrap();
        let clip = view().clip_from_world(&frame) * space::to_world(point).extend(1.0);
        assert!((clip.w - depth).abs() < 1e-3);
        let drawn = (Vec2::new(clip.x, -clip.y) / clip.w + 1.0) / 2.0 * frame.size;
        assert!(drawn.distance(pixel) < 0.01, "{drawn} {pixel}");
        assert!(clip.z.abs() < clip.w, "between near and far");
    }

    #[test]
    fn the_view_is_upright() {
        let v = view();
        assert!(v.up().z > 0.0 && v.right().z == 0.0);
        assert!((v.right().cross(v.forward()) - v.up()).length() < 1e-6);
    }

    #[test]
    fn rays_meet_boxes_in_front_only() {
        let target = space::Box3 {
            min: Vec3::new(-1.0, 5.0, 0.0),
            max: Vec3::new(1.0, 6.0, 3.0),
        };
        let ray = |y: f32| Ray {
            origin: Vec3::new(0.0, 0.0, 1.0),
            direction: Vec3::new(0.0, y, 0.0),
        };
        assert_eq!(ray(1.0).meets(&target), Some(5.0));
        assert_eq!(ray(-1.0).meets(&target), None);
    }

    #[test]
    fn the_sky_ends_at_the_reach() {
        let ray = Ray {
            origin: Vec3::new(0.0, 0.0, 10.0),
            direction: Vec3::new(0.0, 0.8, 0.6),
        };
        assert_eq!(ray.on_floor(0.0, 100.0), Vec3::new(0.0, 80.0, 0.0));
    }
}
