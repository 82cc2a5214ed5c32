//! The walking camera: a person at eye level who does not pass through walls.

use super::rig::Drive;
use super::view::{Frame, View, WALK_LENS_DEG};
use super::{fly, framing};
use crate::stage::site::Site;
use crate::stage::space::heading_vector;
use crate::stage::walls::Walls;
use glam::{Vec2, Vec3};

/// Eyes above the floor.
pub const EYE_M: f32 = 1.65;
pub const WALK_M_S: f32 = 1.4;
const FAST_M_S: f32 = 3.0;
const TURN_DEG_S: f32 = 75.0;
/// A person looks a little down.
pub const GAZE_DEG: f32 = 3.0;
/// From lower than this share of the height from which all is seen, one goes down to where one looks; from higher to the entrance.
const LOW: f32 = 0.6;
/// No floor is looked at from farther away.
const REACH_M: f32 = 500.0;
/// From higher than this one does not look at one thing, so that it may be behind one where the walk begins …
const ONE_THING_M: f32 = 25.0;
/// … if there is less room than this before one, of what is looked for, in metres.
const ROOM_M: usize = 8;
const SIGHT_M: usize = 40;
/// From how far one looks at what one walks up to, where there is room.
const BEFORE_M: f32 = 2.5;
/// How far the nearest free floor is looked for.
const SEARCH_M: f32 = 25.0;

/// Where a person stands who is to see this: on the nearest free floor, upright.
pub fn standing(view: View, site: &Site) -> View {
    let Some(level) = site.level_at(view.eye.z - EYE_M / 2.0) else {
        return view;
    };
    let at = view.eye.truncate();
    View {
        eye: level
            .walls
            .nearest_free(at, SEARCH_M)
            .unwrap_or(at)
            .extend(level.elevation_m + EYE_M),
        tilt_deg: view.tilt_deg.clamp(-30.0, 30.0),
        lens_deg: WALK_LENS_DEG,
        ..view
    }
}

/// Where walking begins: what the camera looks at, but from high above the venue's entrance.
pub fn start(view: View, site: &Site, frame: &Frame) -> View {
    let looked_at = floor_looked_at(&view, site, frame);
    let low_m = framing::overview(&site.outline(), frame).map_or(f32::INFINITY, |all| all.eye.z * LOW);
    let (floor, heading_deg, room_m) = match (looked_at, site.start()) {
        (Some(floor), _) if view.eye.z <= low_m => (floor, view.heading_deg, BEFORE_M),
        (_, Some((floor, heading_deg))) => (floor, heading_deg, 0.0),
        (floor, None) => (
            floor.unwrap_or_else(|| fly::focus(&view, site, frame)),
            view.heading_deg,
            BEFORE_M,
        ),
    };
    let there = View {
        eye: floor + Vec3::Z * EYE_M,
        heading_deg,
        tilt_deg: GAZE_DEG,
        lens_deg: WALK_LENS_DEG,
    };
    let from_m = view.eye.z;
    let view = standing(there, site);
    let Some(level) = site.level_at(floor.z) else {
        return view;
    };
    let at = stepped_back(&level.walls, view.eye.truncate(), heading_deg, room_m);
    View {
        eye: at.extend(view.eye.z),
        heading_deg: if from_m > ONE_THING_M {
            clearest(&level.walls, at, heading_deg)
        } else {
            heading_deg
        },
        ..view
    }
}

/// The way that one looks, if there is room before one, else the one in which one sees farthest.
fn clearest(walls: &Walls, at: Vec2, heading_deg: f32) -> f32 {
    let sight_m = |heading: f32| {
        let steps = (1..=SIGHT_M).take_while(|&m| walls.is_free(at + heading_vector(heading) * m as f32));
        steps.count()
    };
    if sight_m(heading_deg) >= ROOM_M {
        return heading_deg;
    }
    let headings = (0..8).map(|eighth| (heading_deg + 45.0 * eighth as f32).rem_euclid(360.0));
    headings.max_by_key(|&heading| sight_m(heading)).unwrap_or(heading_deg)
}

/// The point that the camera looks at, on the highest floor below the eye that there is at that point: an upper level does not
/// reach over every hall.
fn floor_looked_at(view: &View, site: &Site, frame: &Frame) -> Option<Vec3> {
    let ray = view.ray(frame, frame.middle());
    let below = site
        .levels()
        .iter()
        .rev()
        .filter(|level| level.elevation_m < view.eye.z);
    below
        .map(|level| (level.ordinal, ray.on_floor(level.elevation_m, REACH_M)))
        .find(|(ordinal, point)| site.unit_at(point.truncate(), *ordinal).is_some())
        .map(|(_, point)| point)
}

/// Away from what one looks at, so that it is in sight and not before one's nose: an entrance is no such thing, behind it is its door.
fn stepped_back(walls: &Walls, at: Vec2, heading_deg: f32, by_m: f32) -> Vec2 {
    walls.slide(at, -heading_vector(heading_deg) * by_m)
}

pub fn turned(view: View, heading_deg: f32, tilt_deg: f32) -> View {
    View {
        heading_deg: (view.heading_deg + heading_deg).rem_euclid(360.0),
        tilt_deg: (view.tilt_deg + tilt_deg).clamp(-60.0, 60.0),
        ..view
    }
}

/// The picture follows the finger.
pub fn turned_by_drag(view: View, by_px: Vec2, frame: &Frame) -> View {
    let deg = by_px * view.lens_deg / frame.size.y;
    turned(view, -deg.x, -deg.y)
}

/// Which way one wants to walk, and how fast: metres a second.
pub fn wanted(view: &View, pace: &Drive) -> Vec2 {
    let ahead = heading_vector(view.heading_deg);
    let way = (ahead * pace.forward - ahead.perp() * pace.right).clamp_length_max(1.0);
    way * if pace.fast { FAST_M_S } else { WALK_M_S }
}

pub fn turned_by_drive(view: View, pace: &Drive, dt_s: f32) -> View {
    turned(view, pace.turn * TURN_DEG_S * dt_s, 0.0)
}

pub fn driven(view: View, pace: &Drive, dt_s: f32, site: &Site) -> View {
    let view = turned_by_drive(view, pace, dt_s);
    let Some(level) = site.level_at(view.eye.z - EYE_M / 2.0) else {
        return view;
    };
    let at = level.walls.slide(view.eye.truncate(), wanted(&view, pace) * dt_s);
    View {
        eye: at.extend(level.elevation_m + EYE_M),
        ..view
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::camera::view::FLY_LENS_DEG;
    use crate::stage::site::tests::site;

    #[test]
    fn one_begins_on_the_floor_that_there_is_where_one_looks() {
        // Higher than the upper level, which has no room over the hall.
        let view = View {
            eye: Vec3::new(50.0, 15.0, 9.7),
            heading_deg: 0.0,
            tilt_deg: 40.0,
            lens_deg: FLY_LENS_DEG,
        };
        let begun = start(view, &site(), &Frame::new(800.0, 600.0));
        assert!((begun.eye.z - EYE_M).abs() < 1e-4, "{begun:?}");
        assert!(begun.eye.y > 20.0 && begun.eye.y < 30.0, "{begun:?}");
    }

    #[test]
    fn one_begins_a_few_steps_before_what_one_looks_at_where_there_is_room() {
        // An aisle 6 m wide, looked at across.
        let aisle = Walls::new([[0.0, 0.0, 50.0, 0.0], [0.0, 6.0, 50.0, 6.0]]);
        let north = 0.0;
        assert!((stepped_back(&aisle, Vec2::new(20.0, 5.5), north, BEFORE_M).y - 3.0).abs() < 0.01);
        let pressed = stepped_back(&aisle, Vec2::new(20.0, 1.0), north, BEFORE_M).y;
        assert!(pressed > 0.0 && pressed < 0.1, "{pressed}");
    }

    #[test]
    fn one_begins_at_the_entrance_where_all_is_seen_and_in_the_middle_of_the_picture_from_half_as_high() {
        let frame = Frame::new(800.0, 600.0);
        let site = site();
        let all = framing::overview(&site.outline(), &frame).unwrap();
        let entrance = Vec2::new(50.0, 2.0);
        assert!(start(all, &site, &frame).eye.truncate().distance(entrance) < 0.1);
        let nearer = View {
            eye: all.eye.truncate().extend(all.eye.z / 2.0),
            tilt_deg: 60.0,
            ..all
        };
        let looked_at = floor_looked_at(&nearer, &site, &frame).unwrap();
        let begun = start(nearer, &site, &frame);
        assert!(
            begun.eye.truncate().distance(looked_at.truncate()) < BEFORE_M + 0.1,
            "{begun:?}, {looked_at}"
        );
    }

    #[test]
    fn who_would_stand_before_a_wall_looks_where_there_is_most_to_see() {
        // An aisle along x, from its western end: north is a wall 2 m away.
        let aisle = Walls::new([
            [0.0, 0.0, 80.0, 0.0],
            [80.0, 0.0, 80.0, 6.0],
            [80.0, 6.0, 0.0, 6.0],
            [0.0, 6.0, 0.0, 0.0],
        ]);
        let at = Vec2::new(10.0, 4.0);
        assert_eq!(clearest(&aisle, at, 0.0), 90.0);
        assert_eq!(clearest(&aisle, at, 80.0), 80.0, "there is room already");
    }
}
