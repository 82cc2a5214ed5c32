//! Being carried by stairs or an escalator, from the floor that one walks on to that of another level.

use super::follow::ROUND_M;
use super::rig::Drive;
use super::view::View;
use super::walk::{self, EYE_M, WALK_M_S};
use crate::stage::path::Path;
use crate::stage::site::{Site, SiteConnector};
use crate::stage::walls::Walls;
use glam::{Vec2, Vec3};

/// One walks into a connector from so far before its foot to so far behind it.
const BEFORE_M: f32 = 0.5;
const BEHIND_M: f32 = 2.0;
/// … and no more askew than 45°.
const ALIGNED: f32 = 0.7;
/// Who walks slower does not want to go anywhere.
const LEAST_M_S: f32 = 0.3;
/// The slope begins so far behind the foot, and ends so far before the head.
const LANDING_M: f32 = 0.8;
/// A body's room to each side.
const BODY_M: f32 = 0.3;
/// Stairs whose ends lie nearer to each other wind up: one walks onto their foot.
const WINDING_M: f32 = 1.0;
/// No landing lies farther from the free floor.
const LANDING_REACH_M: f32 = 2.5;
/// Seconds in which the pace comes to two thirds of what is asked for.
const EASE_S: f32 = 0.3;
/// Who is carried and does nothing comes to a stop at the end: slower the less is left.
const STOP_M_S: f32 = 0.3;
const STOP_PER_S: f32 = 2.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Ride {
    /// Of the feet.
    path: Path,
    /// The unit vector from foot to head; zero where it winds.
    ahead: Vec2,
    both_ways: bool,
    along_m: f32,
    speed_m_s: f32,
    /// Whether it goes to the path's end, and not back.
    onward: bool,
}

/// A way that a connector carries.
#[derive(Clone, Copy)]
struct Way<'s> {
    foot: Vec3,
    head: Vec3,
    connector: &'s SiteConnector,
}

impl Way<'_> {
    fn ahead(&self) -> Vec2 {
        let across = (self.head - self.foot).truncate();
        if across.length() < WINDING_M {
            Vec2::ZERO
        } else {
            across.normalize()
        }
    }

    /// Whether somebody at `at` who wants to go that way walks into it.
    fn takes(&self, at: Vec2, wanted: Vec2) -> bool {
        let (off, ahead) = (at - self.foot.truncate(), self.ahead());
        let half_m = self.connector.width_m / 2.0;
        if wanted.length() < LEAST_M_S {
            false
        } else if ahead == Vec2::ZERO {
            off.length() < half_m && wanted.dot(off) < 0.0
        } else {
            wanted.normalize().dot(ahead) > ALIGNED
                && (-BEFORE_M..BEHIND_M).contains(&off.dot(ahead))
                && off.perp_dot(ahead).abs() < half_m
        }
    }

    /// From where one stands, keeping to one's side of it, to free floor at its head.
    fn path(&self, at: Vec2, walls: &Walls) -> Path {
        let (foot, head, ahead) = (self.foot.truncate(), self.head.truncate(), self.ahead());
        let off = at - foot;
        let room_m = (self.connector.width_m / 2.0 - BODY_M).max(0.0);
        let side = off.reject_from_normalized(ahead).clamp_length_max(room_m) * ahead.length();
        let landing_m = LANDING_M.min(foot.distance(head) / 4.0);
        let free = walls.nearest_free(head, LANDING_REACH_M).unwrap_or(head);
        Path::new([
            at.extend(self.foot.z),
            (foot + side + ahead * landing_m.max(off.dot(ahead))).extend(self.foot.z),
            (head + side - ahead * landing_m).extend(self.head.z),
            walls.slide(free, side).extend(self.head.z),
        ])
    }
}

impl Ride {
    /// If one walks into a connector there.
    pub fn begun(view: &View, pace: &Drive, site: &Site) -> Option<Self> {
        let floor = site.level_at(view.eye.z - EYE_M / 2.0)?;
        let (at, wanted) = (view.eye.truncate(), walk::wanted(view, pace));
        let ways = site.connectors().iter().flat_map(|connector| {
            let way = |foot, head| Way { foot, head, connector };
            let back = connector.both_ways.then(|| way(connector.to, connector.from));
            [way(connector.from, connector.to)].into_iter().chain(back)
        });
        let distance = |way: &Way| way.foot.truncate().distance(at);
        let way = ways
            .filter(|way| way.foot.z == floor.elevation_m && way.takes(at, wanted))
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let upper = site.levels().iter().find(|level| level.elevation_m == way.head.z)?;
        Some(Self {
            path: way.path(at, &upper.walls),
            ahead: way.ahead(),
            both_ways: way.connector.both_ways,
            along_m: 0.0,
            speed_m_s: wanted.length(),
            onward: true,
        })
    }

    /// It carries by itself. Who walks on hurries it, who walks back turns it round where that can be.
    pub fn advance(&mut self, view: &View, pace: &Drive, dt_s: f32) {
        let wanted = walk::wanted(view, pace);
        let push = wanted.dot(self.ahead);
        if push.abs() > LEAST_M_S {
            self.onward = push > 0.0 || !self.both_ways;
        }
        let left_m = if self.onward {
            self.path.length() - self.along_m
        } else {
            self.along_m
        };
        let speed = if wanted.length() < LEAST_M_S {
            WALK_M_S.min(STOP_M_S + left_m * STOP_PER_S)
        } else {
            WALK_M_S.max(push.abs())
        };
        let speed = if self.onward { speed } else { -speed };
        self.speed_m_s += (speed - self.speed_m_s) * (1.0 - (-dt_s / EASE_S).exp());
        self.along_m = (self.along_m + self.speed_m_s * dt_s).clamp(0.0, self.path.length());
    }

    /// Is at its end at once.
    pub fn finish(&mut self) {
        self.along_m = self.path.length();
    }

    /// At one of its ends, and not about to leave it.
    pub fn is_over(&self) -> bool {
        self.along_m >= self.path.length() || (self.along_m <= 0.0 && self.speed_m_s <= 0.0)
    }

    pub fn feet(&self) -> Vec3 {
        let to_an_end = self.along_m.min(self.path.length() - self.along_m);
        self.path.rounded(self.along_m, ROUND_M.min(to_an_end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::camera::view::WALK_LENS_DEG;
    use crate::stage::camera::{Frame, Rig};
    use crate::stage::site::tests::site;
    use crate::stage::{CameraMode, Target};

    const DT: f32 = 1.0 / 60.0;
    const EAST: f32 = 90.0;
    const WEST: f32 = 270.0;

    fn frame() -> Frame {
        Frame::new(1280.0, 720.0)
    }

    fn walker(x: f32, y: f32, floor: f32, heading_deg: f32) -> Rig {
        let mut rig = Rig::default();
        let view = View {
            eye: Vec3::new(x, y, floor + EYE_M),
            heading_deg,
            tilt_deg: 3.0,
            lens_deg: WALK_LENS_DEG,
        };
        rig.walk(Some(view.pose()), &site(), &frame());
        rig.jump(view);
        rig
    }

    fn forward(forward: f32) -> Drive {
        Drive {
            forward,
            ..Drive::default()
        }
    }

    /// Lets so many seconds pass; the feet's heights, frame by frame.
    fn pass(rig: &mut Rig, seconds: f32) -> Vec<f32> {
        let frames = (seconds / DT) as usize;
        (0..frames)
            .map(|_| {
                rig.advance(DT, &site(), &Path::default(), &frame());
                rig.view().eye.z - EYE_M
            })
            .collect()
    }

    #[test]
    fn who_walks_into_stairs_comes_out_on_the_other_level() {
        let mut rig = walker(18.0, 40.3, 0.0, EAST);
        rig.drive(forward(1.0));
        let heights = pass(&mut rig, 14.0);
        assert_eq!(rig.mode(), CameraMode::Walk);
        let steepest = heights.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f32::max);
        assert!(heights.is_sorted(), "never down again");
        assert!(steepest < WALK_M_S * DT, "no quicker than one walks: {steepest}");
        let feet = rig.feet().unwrap();
        assert!(
            (feet.z - 6.0).abs() < 1e-3 && feet.x > 32.0,
            "walks on upstairs: {feet}"
        );
        assert!((feet.y - 40.3).abs() < 0.05, "on its side of the stairs: {feet}");
    }

    #[test]
    fn the_height_follows_the_slope() {
        let mut rig = walker(19.8, 40.0, 0.0, EAST);
        rig.drive(forward(1.0));
        for _ in 0..600 {
            rig.advance(DT, &site(), &Path::default(), &frame());
            let feet = rig.feet().unwrap();
            let slope = 6.0 / (12.0 - 2.0 * LANDING_M);
            let wanted = ((feet.x - 20.0 - LANDING_M) * slope).clamp(0.0, 6.0);
            assert!((feet.z - wanted).abs() < 0.25, "{feet}: {wanted}");
        }
    }

    #[test]
    fn who_lets_go_is_carried_to_the_end_and_rests_there() {
        let mut rig = walker(19.8, 40.0, 0.0, EAST);
        rig.drive(forward(1.0));
        pass(&mut rig, 1.0);
        rig.drive(Drive::default());
        pass(&mut rig, 16.0);
        let feet = rig.feet().unwrap();
        assert!(feet.distance(Vec3::new(32.0, 40.0, 6.0)) < 0.1, "{feet}");
        assert!(!rig.advance(DT, &site(), &Path::default(), &frame()).moving);
    }

    #[test]
    fn on_stairs_one_can_turn_back_and_look_about_and_leave() {
        let mut rig = walker(19.8, 40.0, 0.0, EAST);
        rig.drive(forward(1.0));
        pass(&mut rig, 4.0);
        assert!(rig.feet().unwrap().z > 1.0);
        rig.turn(30.0, 0.0, &site(), &frame());
        assert_eq!(rig.view().heading_deg, EAST + 30.0);
        rig.drive(forward(-1.0));
        pass(&mut rig, 6.0);
        let feet = rig.feet().unwrap();
        assert!(feet.z == 0.0 && feet.x < 20.0, "down again: {feet}");
        let mut rig = walker(19.8, 40.0, 0.0, EAST);
        rig.drive(forward(1.0));
        pass(&mut rig, 4.0);
        rig.look_at(&Target::Overview, &site(), &Path::default(), &frame());
        assert_eq!(rig.mode(), CameraMode::Fly);
    }

    #[test]
    fn an_escalator_goes_its_direction_only() {
        let mut up = walker(19.0, 44.0, 0.0, EAST);
        up.drive(forward(1.0));
        pass(&mut up, 14.0);
        assert_eq!(up.feet().unwrap().z, 0.0, "nobody is carried up what carries down");
        let mut down = walker(33.0, 44.0, 6.0, WEST);
        down.drive(forward(1.0));
        pass(&mut down, 3.0);
        assert!(down.feet().unwrap().z < 5.5);
        down.drive(forward(-1.0));
        pass(&mut down, 14.0);
        assert!(down.feet().unwrap().z < 0.1, "walking against it does not help");
    }

    #[test]
    fn who_passes_by_is_left_alone() {
        let north = 0.0;
        for (x, y, heading) in [(20.2, 37.0, north), (18.0, 41.5, EAST), (24.0, 41.0, WEST)] {
            let mut rig = walker(x, y, 0.0, heading);
            rig.drive(forward(1.0));
            assert!(pass(&mut rig, 8.0).iter().all(|z| *z == 0.0), "from {x}, {y}");
        }
    }

    #[test]
    fn winding_stairs_take_who_walks_onto_them_once() {
        let mut rig = walker(68.0, 40.0, 0.0, EAST);
        rig.drive(forward(1.0));
        pass(&mut rig, 12.0);
        let feet = rig.feet().unwrap();
        assert!((feet.z - 6.0).abs() < 1e-3 && feet.x > 71.0, "{feet}");
    }

    #[test]
    fn reduced_motion_is_up_there_at_once() {
        let mut rig = walker(19.9, 40.0, 0.0, EAST);
        rig.reduced_motion = true;
        rig.drive(forward(1.0));
        let heights = pass(&mut rig, 1.0);
        assert!(heights.iter().all(|z| *z == 0.0 || *z == 6.0), "{heights:?}");
        assert_eq!(heights.last(), Some(&6.0));
    }
}
