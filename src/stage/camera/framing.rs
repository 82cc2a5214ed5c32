//! From where to look at something so that all of it shows in the part of the canvas that nothing covers.

use super::view::{FLY_LENS_DEG, Frame, View};
use crate::stage::space::{self, Box3};
use glam::{Vec2, Vec3};

/// How far below the horizon the overview looks, from the flattest.
const OVERVIEW_TILTS_DEG: [f32; 4] = [40.0, 48.0, 56.0, 62.0];
/// A steeper overview may be this much farther off.
const NO_FARTHER: f32 = 1.02;
const HALL_TILT_DEG: f32 = 38.0;
/// Air about what is shown, as a part of the free rectangle: so much at each edge, half of it in an overview.
const AIR: f32 = 0.06;
/// Halls' walls are cut at about this height, and a stand is looked at no more steeply than that over them.
const WALL_M: f32 = 5.0;
const STEEPEST_DEG: f32 = 58.0;
/// Turning the overview aside must bring it nearer by this much to be worth that north is no longer up.
const WORTH_TURNING: f32 = 0.8;

/// The nearest view in that direction that has all points inside the free rectangle, less `air` of it at each edge, and as much room
/// above them as below, left as right.
///
/// Each edge of the rectangle bounds the eye by one linear inequality in camera axes; the nearest eye is where opposite edges both touch.
pub fn fit(points: &[Vec3], heading_deg: f32, tilt_deg: f32, frame: &Frame, air: f32) -> View {
    let mut view = View {
        eye: Vec3::ZERO,
        heading_deg,
        tilt_deg,
        lens_deg: FLY_LENS_DEG,
    };
    let (min, max) = frame.free();
    let margin = (max - min) * air;
    let low = frame.tangents(Vec2::new(min.x + margin.x, max.y - margin.y), view.lens_deg);
    let high = frame.tangents(Vec2::new(max.x - margin.x, min.y + margin.y), view.lens_deg);
    let (right, up, forward) = (view.right(), view.up(), view.forward());
    // Across the line of sight, and along it.
    let seen: Vec<(Vec2, f32)> = points
        .iter()
        .map(|p| (Vec2::new(p.dot(right), p.dot(up)), p.dot(forward)))
        .collect();
    let Some(nearest) = seen.iter().map(|(_, depth)| *depth).min_by(f32::total_cmp) else {
        return view;
    };
    let upper = seen
        .iter()
        .fold(Vec2::NEG_INFINITY, |m, (across, depth)| m.max(*across - high * *depth));
    let lower = seen
        .iter()
        .fold(Vec2::INFINITY, |m, (across, depth)| m.min(*across - low * *depth));
    let back = ((lower - upper) / (high - low)).min_element().min(nearest - 1.0);
    let middle = (low + high) / 2.0;
    let (mut from, mut to) = (upper + high * back, lower + low * back);
    // Moving the eye aside moves near points more than far ones: halve the range until the margins are equal.
    for _ in 0..24 {
        let eye = (from + to) / 2.0;
        let (mut first, mut last) = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        for (across, depth) in &seen {
            let tangent = (*across - eye) / (depth - back);
            first = first.min(tangent);
            last = last.max(tangent);
        }
        let too_low = ((first + last) / 2.0).cmpgt(middle);
        from = Vec2::select(too_low, eye, from);
        to = Vec2::select(too_low, to, eye);
    }
    let across = (from + to) / 2.0;
    view.eye = right * across.x + up * across.y + forward * back;
    view
}

/// Everything, north up; turned aside where that fills a canvas that is taller than wide with a broad venue much better. `None` if there is nothing.
pub fn overview(outline: &[Vec3], frame: &Frame) -> Option<View> {
    if outline.is_empty() {
        return None;
    }
    let middle = outline.iter().sum::<Vec3>() / outline.len() as f32;
    let distance = |view: &View| (view.eye - middle).length();
    // Steeper where the canvas has the height for it: more of each hall is seen, and none is smaller.
    let look = |heading_deg| {
        let [flat, steeper @ ..] = OVERVIEW_TILTS_DEG.map(|tilt| fit(outline, heading_deg, tilt, frame, AIR / 2.0));
        let far = distance(&flat) * NO_FARTHER;
        steeper.into_iter().rfind(|view| distance(view) <= far).unwrap_or(flat)
    };
    let (north, west) = (look(0.0), look(270.0));
    let (min, max) = frame.free();
    let is_tall = max.y - min.y > max.x - min.x;
    let turns = is_tall && distance(&west) < distance(&north) * WORTH_TURNING;
    Some(if turns { west } else { north })
}

/// A hall or room from above, as one comes in.
pub fn unit(bounds: Box3, facing_deg: Option<f32>, frame: &Frame) -> View {
    let mut floor = bounds;
    floor.max.z = floor.max.z.min(floor.min.z + 4.0);
    let heading = facing_deg.map_or(0.0, |facing| facing + 180.0);
    fit(&floor.corners(), heading, HALL_TILT_DEG, frame, AIR * 0.8)
}

/// A stand in three-quarter view from its open side, its neighbours in sight; over the walls of the hall whose border that is.
pub fn booth(bounds: Box3, facing_deg: Option<f32>, hall: &[Vec2], frame: &Frame) -> View {
    let size = bounds.size();
    let heading = facing_deg.unwrap_or(180.0) + 180.0 + 28.0;
    // Room for the neighbours: as much again as the stand is wide, at least an aisle.
    let room = (size.truncate().max_element() * 0.3).clamp(1.5, 4.0);
    let shown = Box3 {
        min: bounds.min - Vec3::new(room, room, 0.0),
        max: bounds.max + Vec3::new(room, room, 0.5),
    };
    // Over the neighbours' heads: the larger, the farther off, the steeper.
    let tilt = 22.0 + (size.truncate().max_element() - 3.0).clamp(0.0, 12.0) * 1.4;
    let look = |tilt_deg| fit(&shown.corners(), heading, tilt_deg, frame, AIR);
    let foot = bounds.center().truncate().extend(bounds.min.z);
    let mut view = look(tilt);
    while view.tilt_deg < STEEPEST_DEG && is_walled_off(foot, view.eye, hall) {
        view = look(view.tilt_deg + 4.0);
    }
    view
}

/// Whether the sight from `eye` to `target` passes the border lower than walls are cut.
fn is_walled_off(target: Vec3, eye: Vec3, border: &[Vec2]) -> bool {
    let (from, way) = (target.truncate(), (eye - target).truncate());
    let ends = border.iter().cycle().skip(1);
    border.iter().zip(ends).any(|(a, b)| {
        let side = *b - *a;
        let area = way.perp_dot(side);
        let (along, across) = ((*a - from).perp_dot(side) / area, (*a - from).perp_dot(way) / area);
        let passes = (0.0..1.0).contains(&along) && (0.0..1.0).contains(&across);
        passes && (eye.z - target.z) * along < WALL_M
    })
}

/// A small thing: an amenity, a door, a kiosk.
pub fn spot(bounds: Box3, facing_deg: Option<f32>, frame: &Frame) -> View {
    let shown = Box3 {
        min: bounds.min - Vec3::new(8.0, 8.0, 0.0),
        max: bounds.max + Vec3::new(8.0, 8.0, 1.0),
    };
    fit(
        &shown.corners(),
        facing_deg.map_or(0.0, |f| f + 180.0),
        38.0,
        frame,
        AIR,
    )
}

/// All of a route, seen along its general direction where that is nearer than north up.
pub fn route(points: &[Vec3], frame: &Frame) -> Option<View> {
    let (first, last) = (points.first()?, points.last()?);
    let along = (last - first).truncate();
    let mut shown: Vec<Vec3> = points.to_vec();
    // Something of the surroundings for very short routes.
    shown.extend([Vec3::new(12.0, 12.0, 3.0), Vec3::new(-12.0, -12.0, 0.0)].map(|d| *last + d));
    let heading = if along.length() > 1.0 {
        space::heading_of(along)
    } else {
        0.0
    };
    Some(fit(&shown, heading, 48.0, frame, AIR * 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hall() -> Box3 {
        Box3 {
            min: Vec3::new(100.0, 40.0, 0.0),
            max: Vec3::new(200.0, 100.0, 8.0),
        }
    }

    fn frame() -> Frame {
        Frame {
            covered_min: Vec2::new(380.0, 0.0),
            ..Frame::new(1280.0, 720.0)
        }
    }

    #[test]
    fn all_of_it_is_inside_the_free_rectangle_and_fills_it() {
        let frame = frame();
        let view = fit(&hall().corners(), 20.0, 38.0, &frame, 0.0);
        let (min, max) = frame.free();
        let pixels: Vec<Vec2> = hall()
            .corners()
            .iter()
            .map(|c| view.project(&frame, *c).unwrap().0)
            .collect();
        let low = pixels.iter().fold(Vec2::INFINITY, |a, p| a.min(*p));
        let high = pixels.iter().fold(Vec2::NEG_INFINITY, |a, p| a.max(*p));
        assert!(
            low.cmpge(min - 0.5).all() && high.cmple(max + 0.5).all(),
            "{low} {high}"
        );
        assert!(
            ((low + high) / 2.0).distance((min + max) / 2.0) < 0.5,
            "in the middle: {low} {high}"
        );
        let filled = (high - low) / (max - min);
        assert!(filled.max_element() > 0.99, "{filled}");
    }

    #[test]
    fn a_tall_canvas_turns_a_broad_venue() {
        let broad = Box3 {
            min: Vec3::ZERO,
            max: Vec3::new(500.0, 200.0, 10.0),
        };
        let heading =
            |width, height| overview(&broad.corners(), &Frame::new(width, height)).map(|view| view.heading_deg);
        assert_eq!(heading(390.0, 844.0), Some(270.0));
        assert_eq!(heading(1280.0, 720.0), Some(0.0));
        assert_eq!(overview(&[], &Frame::new(1280.0, 720.0)), None);
    }

    #[test]
    fn a_canvas_with_height_to_spare_is_looked_into_more_steeply() {
        let broad = Box3 {
            min: Vec3::ZERO,
            max: Vec3::new(500.0, 200.0, 10.0),
        };
        let tilt = |width, height| overview(&broad.corners(), &Frame::new(width, height)).map(|view| view.tilt_deg);
        assert_eq!(tilt(900.0, 800.0), Some(62.0));
        assert_eq!(tilt(1600.0, 300.0), Some(40.0));
    }

    #[test]
    fn a_stand_that_faces_a_wall_is_seen_over_it() {
        let stand = Box3 {
            min: Vec3::new(94.0, 10.0, 0.0),
            max: Vec3::new(97.0, 13.0, 2.5),
        };
        let hall = [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (0.0, 60.0)].map(Vec2::from);
        let frame = Frame::new(390.0, 500.0);
        let (low, high) = (
            booth(stand, Some(90.0), &[], &frame),
            booth(stand, Some(90.0), &hall, &frame),
        );
        let foot = stand.center().truncate().extend(0.0);
        assert!(is_walled_off(foot, low.eye, &hall) && !is_walled_off(foot, high.eye, &hall));
        assert_eq!(
            booth(stand, Some(270.0), &hall, &frame),
            booth(stand, Some(270.0), &[], &frame)
        );
    }

    #[test]
    fn a_stand_is_seen_from_its_open_side() {
        let stand = Box3 {
            min: Vec3::new(10.0, 10.0, 0.0),
            max: Vec3::new(13.0, 13.0, 2.5),
        };
        let view = booth(stand, Some(90.0), &[], &Frame::new(1280.0, 720.0));
        assert!(view.eye.x > stand.max.x, "{view:?}");
        assert!(view.eye.z > 2.0);
    }
}
