//! The flying camera: pan, zoom, orbit, drive. Each takes a view and gives the next one.

use super::rig::Drive;
use super::view::{FLY_LENS_DEG, Frame, View};
use crate::stage::site::Site;
use glam::{Vec2, Vec3};

/// An orbiting finger turns the venue by so much.
pub const ORBIT_DEG_PER_PX: f32 = 0.3;
/// Flatter than this, the ground under the pointer is a blur of far-away points.
const FLATTEST_DEG: f32 = 8.0;
const STEEPEST_DEG: f32 = 89.0;
/// The camera stays this far above the floor it is over.
const LOWEST_M: f32 = 1.3;
/// Metres a second for each metre of height, at least a brisk walk.
const SPEED_PER_HEIGHT: f32 = 0.8;
const SLOWEST_M_S: f32 = 4.0;
const TURN_DEG_S: f32 = 60.0;

/// The height of the floor that pointers work on: the ground as seen from above, one's own level when one is low.
fn pointed_floor(view: &View, site: &Site) -> f32 {
    if view.eye.z > 15.0 {
        0.0
    } else {
        site.floor_at(view.eye.z - LOWEST_M)
    }
}

/// Pointers near the horizon move no further than this.
fn reach(view: &View, floor: f32) -> f32 {
    (view.eye.z - floor).max(2.0) * 7.0
}

fn under(view: &View, pixel: Vec2, site: &Site, frame: &Frame) -> Vec3 {
    let floor = pointed_floor(view, site);
    view.ray(frame, pixel).on_floor(floor, reach(view, floor))
}

/// The point on the floor that the camera looks at.
pub fn focus(view: &View, site: &Site, frame: &Frame) -> Vec3 {
    under(view, frame.middle(), site, frame)
}

pub fn panned(view: View, from: Vec2, to: Vec2, site: &Site, frame: &Frame) -> View {
    let by = under(&view, from, site, frame) - under(&view, to, site, frame);
    View {
        eye: view.eye + by,
        ..view
    }
}

pub fn zoomed(view: View, at: Vec2, factor: f32, site: &Site, frame: &Frame) -> View {
    let point = under(&view, at, site, frame);
    let farthest = site.bounds().map_or(2_000.0, |all| all.size().length() * 2.0);
    let away = (view.eye - point) / factor;
    if away.length() > farthest && factor < 1.0 {
        return view;
    }
    View {
        eye: point + away,
        lens_deg: FLY_LENS_DEG,
        ..view
    }
}

/// Turns about what is looked at, which stays where it is in the picture.
pub fn orbited(view: View, heading_deg: f32, tilt_deg: f32, site: &Site, frame: &Frame) -> View {
    let focus = focus(&view, site, frame);
    let d = focus - view.eye;
    let (across, above, ahead) = (d.dot(view.right()), d.dot(view.up()), d.dot(view.forward()));
    let turned = View {
        heading_deg: (view.heading_deg + heading_deg).rem_euclid(360.0),
        tilt_deg: (view.tilt_deg + tilt_deg).clamp(FLATTEST_DEG.min(view.tilt_deg), STEEPEST_DEG),
        ..view
    };
    View {
        eye: focus - turned.right() * across - turned.up() * above - turned.forward() * ahead,
        ..turned
    }
}

pub fn driven(view: View, pace: &Drive, dt_s: f32, site: &Site, frame: &Frame) -> View {
    let height = view.eye.z - site.floor_at(view.eye.z);
    let speed = (height * SPEED_PER_HEIGHT).max(SLOWEST_M_S) * if pace.fast { 2.5 } else { 1.0 };
    let ahead = view.right().cross(Vec3::NEG_Z).normalize() * -1.0;
    let step = ahead * pace.forward + view.right() * pace.right + Vec3::Z * pace.up;
    let moved = View {
        eye: view.eye + step * speed * dt_s,
        ..view
    };
    if pace.turn == 0.0 {
        moved
    } else {
        orbited(moved, pace.turn * TURN_DEG_S * dt_s, 0.0, site, frame)
    }
}

/// The same view, not below the floor, and not lost in the distance.
pub fn kept_above_floor(mut view: View, site: &Site) -> View {
    let floor = site.floor_at(view.eye.z - LOWEST_M);
    view.eye.z = view.eye.z.max(floor + LOWEST_M);
    if let Some(all) = site.bounds() {
        // A narrow canvas shows all of a broad venue from far away.
        let margin = Vec3::splat(all.size().length() * 4.0);
        view.eye = view.eye.clamp(all.min - margin, all.max + margin);
    }
    view
}
