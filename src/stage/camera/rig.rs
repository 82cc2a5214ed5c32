//! The camera's state: what it does with what the page tells it, and how it moves as time passes.

use super::flight::Flight;
use super::fly;
use super::follow::Follow;
use super::framing;
use super::ride::Ride;
use super::view::{FLY_LENS_DEG, Frame, View, WALK_LENS_DEG};
use super::walk;
use crate::stage::path::Path;
use crate::stage::site::{PlaceKind, Site};
use crate::stage::{CameraMode, DragKind, Pose, Target};
use glam::{Vec2, Vec3};

/// Keys or buttons held down, −1 to 1 each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drive {
    pub forward: f32,
    pub right: f32,
    pub up: f32,
    pub turn: f32,
    pub fast: bool,
}

impl Drive {
    pub fn is_still(&self) -> bool {
        self.forward == 0.0 && self.right == 0.0 && self.up == 0.0 && self.turn == 0.0
    }

    fn toward(self, wanted: Self, part: f32) -> Self {
        let mix = |a: f32, b: f32| {
            let next = a + (b - a) * part;
            // Comes to a real stop, not ever nearer to one.
            if b == 0.0 && next.abs() < 0.02 { 0.0 } else { next }
        };
        Self {
            forward: mix(self.forward, wanted.forward),
            right: mix(self.right, wanted.right),
            up: mix(self.up, wanted.up),
            turn: mix(self.turn, wanted.turn),
            fast: if wanted.is_still() { self.fast } else { wanted.fast },
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Mode {
    Fly,
    Walk,
    /// A part of a walk: by stairs or an escalator.
    Ride(Ride),
    Follow(Follow),
}

/// What a moment of time brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The view changes, or will with the next moment.
    pub moving: bool,
    pub follow_ended: Option<bool>,
}

#[derive(Clone, Debug)]
#[cfg_attr(feature = "stage", derive(bevy::prelude::Resource))]
pub struct Rig {
    view: View,
    mode: Mode,
    flight: Option<Flight>,
    /// What is asked for, and what it has come to: pace grows and fades in a moment.
    drive: Drive,
    pace: Drive,
    pub reduced_motion: bool,
    /// A followed walk that a command cut short, to be told.
    cut_short: bool,
}

impl Default for Rig {
    fn default() -> Self {
        Self {
            view: View {
                eye: Vec3::new(0.0, -100.0, 80.0),
                heading_deg: 0.0,
                tilt_deg: 38.0,
                lens_deg: FLY_LENS_DEG,
            },
            mode: Mode::Fly,
            flight: None,
            drive: Drive::default(),
            pace: Drive::default(),
            reduced_motion: false,
            cut_short: false,
        }
    }
}

/// Seconds in which the pace comes to two thirds of what is asked for.
const PACE_S: f32 = 0.12;

impl Rig {
    pub fn view(&self) -> View {
        self.view
    }

    /// The view now, or the one that it flies to.
    pub fn destination(&self) -> View {
        self.flight.map_or(self.view, |flight| flight.end())
    }

    pub fn mode(&self) -> CameraMode {
        match self.mode {
            Mode::Fly => CameraMode::Fly,
            Mode::Walk | Mode::Ride(_) => CameraMode::Walk,
            Mode::Follow(_) => CameraMode::Follow,
        }
    }

    /// At eye level, arrived: roofs are overhead and belong in the picture.
    pub fn is_under_the_roof(&self) -> bool {
        self.mode != Mode::Fly && self.flight.is_none()
    }

    /// Where a walker stands.
    pub fn feet(&self) -> Option<Vec3> {
        self.is_under_the_roof().then(|| self.view.eye - Vec3::Z * walk::EYE_M)
    }

    /// How far along the route the walk that follows it has come.
    pub fn followed_m(&self) -> Option<f32> {
        match &self.mode {
            Mode::Follow(follow) => Some(follow.distance_m()),
            Mode::Fly | Mode::Walk | Mode::Ride(_) => None,
        }
    }

    fn leave_route(&mut self) {
        if let Mode::Follow(_) = self.mode {
            self.cut_short = true;
            self.mode = Mode::Walk;
        }
    }

    fn fly_to(&mut self, to: View) {
        self.pace = Drive::default();
        if self.reduced_motion {
            self.flight = None;
            self.view = to;
        } else {
            self.flight = Some(Flight::new(self.view, to));
        }
    }

    /// Puts the camera there at once.
    pub fn jump(&mut self, to: View) {
        self.flight = None;
        self.view = to;
    }

    /// `false` if there is nothing known by that name.
    pub fn look_at(&mut self, target: &Target, site: &Site, path: &Path, frame: &Frame) -> bool {
        let view = match target {
            Target::Overview => framing::overview(&site.outline(), frame),
            Target::Route => framing::route(path.points(), frame),
            Target::Pose { pose } => Some(View::from_pose(*pose, FLY_LENS_DEG)),
            Target::Place { place } => site.place(place).map(|known| {
                let facing = site.facing_deg(place);
                match known.kind {
                    PlaceKind::Booth => {
                        let hall = site.unit_at(known.bounds.center().truncate(), known.ordinal);
                        let hall = hall.and_then(|id| site.place(id)).map(|hall| hall.outline);
                        framing::booth(known.bounds, facing, &hall.unwrap_or_default(), frame)
                    }
                    PlaceKind::Unit => {
                        let entrance = facing.or_else(|| site.entrance_deg(&known));
                        framing::unit(known.bounds, entrance, frame)
                    }
                    PlaceKind::Spot => framing::spot(known.bounds, facing, frame),
                }
            }),
        };
        let Some(view) = view else { return false };
        self.leave_route();
        self.mode = Mode::Fly;
        self.fly_to(fly::kept_above_floor(view, site));
        true
    }

    pub fn walk(&mut self, pose: Option<Pose>, site: &Site, frame: &Frame) {
        self.leave_route();
        let at = match pose {
            Some(pose) => walk::standing(View::from_pose(pose, WALK_LENS_DEG), site),
            None => walk::start(self.view, site, frame),
        };
        self.mode = Mode::Walk;
        self.fly_to(at);
    }

    /// At eye level where nobody has to be able to walk: on a stand, say.
    pub fn stand(&mut self, pose: Pose) {
        self.leave_route();
        self.mode = Mode::Walk;
        self.fly_to(View::from_pose(pose, WALK_LENS_DEG));
    }

    /// `false` if there is no route.
    pub fn follow(&mut self, path: &Path) -> bool {
        if path.is_empty() {
            return false;
        }
        let near = path.nearest(self.view.eye - Vec3::Z * walk::EYE_M);
        let on_it = path.at(near).distance(self.view.eye) < 4.0 && near < path.length() - 3.0;
        let follow = Follow::new(if self.mode != Mode::Fly && on_it { near } else { 0.0 });
        self.fly_to(follow.view(path, None));
        self.mode = Mode::Follow(follow);
        true
    }

    /// Of the followed walk: so many times the usual speed, 0 pauses it.
    pub fn pace_follow(&mut self, factor: f32) {
        if let Mode::Follow(follow) = &mut self.mode {
            follow.set_pace(factor);
        }
    }

    pub fn drag(&mut self, from: Vec2, to: Vec2, kind: DragKind, site: &Site, frame: &Frame) {
        if self.mode != Mode::Fly {
            self.leave_route();
            if self.flight.is_none() {
                self.view = walk::turned_by_drag(self.view, to - from, frame);
            }
            return;
        }
        self.flight = None;
        let moved = match kind {
            DragKind::Pan => fly::panned(self.view, from, to, site, frame),
            DragKind::Orbit => {
                let by = (to - from) * fly::ORBIT_DEG_PER_PX;
                fly::orbited(self.view, by.x, by.y, site, frame)
            }
        };
        self.view = fly::kept_above_floor(moved, site);
    }

    pub fn zoom(&mut self, at: Vec2, factor: f32, site: &Site, frame: &Frame) {
        if !(factor.is_finite() && factor > 0.0) {
            return;
        }
        if self.mode == Mode::Fly {
            self.flight = None;
            self.view = fly::kept_above_floor(fly::zoomed(self.view, at, factor, site, frame), site);
        } else {
            self.leave_route();
            self.view.lens_deg = (self.view.lens_deg / factor).clamp(25.0, 75.0);
        }
    }

    pub fn turn(&mut self, heading_deg: f32, tilt_deg: f32, site: &Site, frame: &Frame) {
        if self.mode == Mode::Fly {
            self.flight = None;
            self.fly_to(fly::kept_above_floor(
                fly::orbited(self.view, heading_deg, tilt_deg, site, frame),
                site,
            ));
        } else if self.flight.is_none() {
            self.leave_route();
            self.view = walk::turned(self.view, heading_deg, tilt_deg);
        }
    }

    pub fn drive(&mut self, drive: Drive) {
        if !drive.is_still() {
            self.leave_route();
            if self.mode == Mode::Fly {
                self.flight = None;
            }
        }
        self.drive = drive;
    }

    /// Lets time pass.
    pub fn advance(&mut self, dt_s: f32, site: &Site, path: &Path, frame: &Frame) -> Moved {
        let mut follow_ended = std::mem::take(&mut self.cut_short).then_some(false);
        if let Some(flight) = &mut self.flight {
            flight.advance(dt_s);
            self.view = flight.view();
            if !flight.is_over() {
                return Moved {
                    moving: true,
                    follow_ended,
                };
            }
            self.flight = None;
        }
        self.pace = self.pace.toward(self.drive, 1.0 - (-dt_s / PACE_S).exp());
        let moving = match &mut self.mode {
            Mode::Fly if !self.pace.is_still() => {
                let driven = fly::driven(self.view, &self.pace, dt_s, site, frame);
                self.view = fly::kept_above_floor(driven, site);
                true
            }
            Mode::Walk if !self.pace.is_still() => {
                match Ride::begun(&self.view, &self.pace, site) {
                    Some(ride) => self.mode = Mode::Ride(ride),
                    None => self.view = walk::driven(self.view, &self.pace, dt_s, site),
                }
                true
            }
            Mode::Ride(ride) => {
                if self.reduced_motion {
                    ride.finish();
                } else {
                    ride.advance(&self.view, &self.pace, dt_s);
                }
                let turned = walk::turned_by_drive(self.view, &self.pace, dt_s);
                self.view = View {
                    eye: ride.feet() + Vec3::Z * walk::EYE_M,
                    ..turned
                };
                if ride.is_over() {
                    self.mode = Mode::Walk;
                }
                true
            }
            Mode::Follow(follow) => {
                follow.advance(dt_s, path, self.view.heading_deg);
                self.view = follow.view(path, Some((self.view, dt_s)));
                let is_paused = follow.is_paused();
                if follow.has_arrived(path) {
                    self.mode = Mode::Walk;
                    follow_ended = Some(true);
                }
                !is_paused
            }
            Mode::Fly | Mode::Walk => !self.drive.is_still(),
        };
        Moved { moving, follow_ended }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::site::tests::site;
    use crate::venue::PlaceId;

    const DT: f32 = 1.0 / 60.0;

    fn frame() -> Frame {
        Frame::new(1280.0, 720.0)
    }

    fn settle(rig: &mut Rig, path: &Path) -> Vec<bool> {
        let site = site();
        let mut ended = Vec::new();
        for _ in 0..3_000 {
            let moved = rig.advance(DT, &site, path, &frame());
            ended.extend(moved.follow_ended);
            if !moved.moving {
                return ended;
            }
        }
        panic!("it never rests");
    }

    fn look(rig: &mut Rig, target: Target) -> bool {
        rig.look_at(&target, &site(), &Path::default(), &frame())
    }

    #[test]
    fn it_flies_there_and_rests() {
        let mut rig = Rig::default();
        assert!(look(
            &mut rig,
            Target::Place {
                place: PlaceId::new("B1")
            }
        ));
        settle(&mut rig, &Path::default());
        // B1 is open to the south.
        assert!(rig.view().eye.y < 20.0);
        let (pixel, _) = rig.view().project(&frame(), Vec3::new(31.5, 21.5, 1.0)).unwrap();
        assert!(pixel.distance(frame().middle()) < 120.0, "{pixel}");
        assert!(!look(
            &mut rig,
            Target::Place {
                place: PlaceId::new("nowhere")
            }
        ));
    }

    #[test]
    fn reduced_motion_is_there_at_once() {
        let mut rig = Rig {
            reduced_motion: true,
            ..Rig::default()
        };
        look(&mut rig, Target::Overview);
        let view = rig.view();
        assert!(!rig.advance(DT, &site(), &Path::default(), &frame()).moving);
        assert_eq!(rig.view(), view);
    }

    #[test]
    fn a_drag_keeps_the_ground_under_the_finger_and_ends_a_flight() {
        let mut rig = Rig::default();
        look(&mut rig, Target::Overview);
        let (site, frame) = (site(), frame());
        rig.advance(0.3, &site, &Path::default(), &frame);
        assert_ne!(rig.destination(), rig.view());
        let (from, to) = (Vec2::new(500.0, 400.0), Vec2::new(610.0, 450.0));
        let ground = rig.view().ray(&frame, from).on_floor(0.0, 1e4);
        rig.drag(from, to, DragKind::Pan, &site, &frame);
        let after = rig.view().ray(&frame, to).on_floor(0.0, 1e4);
        assert!(ground.distance(after) < 0.05, "{ground} {after}");
        assert_eq!(rig.destination(), rig.view());
        assert!(!rig.advance(DT, &site, &Path::default(), &frame).moving);
    }

    #[test]
    fn zooming_keeps_the_point_and_never_goes_below_the_floor() {
        let (site, frame) = (site(), frame());
        let mut rig = Rig::default();
        look(&mut rig, Target::Overview);
        settle(&mut rig, &Path::default());
        let at = Vec2::new(700.0, 300.0);
        let ground = rig.view().ray(&frame, at).on_floor(0.0, 1e4);
        rig.zoom(at, 1.5, &site, &frame);
        assert!(ground.distance(rig.view().ray(&frame, at).on_floor(0.0, 1e4)) < 0.1);
        for _ in 0..60 {
            rig.zoom(at, 1.5, &site, &frame);
        }
        assert!(rig.view().eye.z > 1.0);
    }

    #[test]
    fn a_walker_stays_inside_and_at_eye_level() {
        let mut rig = Rig::default();
        rig.walk(None, &site(), &frame());
        settle(&mut rig, &Path::default());
        assert_eq!(rig.mode(), CameraMode::Walk);
        rig.drive(Drive {
            forward: -1.0,
            fast: true,
            ..Drive::default()
        });
        for _ in 0..600 {
            rig.advance(DT, &site(), &Path::default(), &frame());
        }
        rig.drive(Drive::default());
        settle(&mut rig, &Path::default());
        let eye = rig.view().eye;
        assert!(
            eye.y > 0.0 && eye.y < 0.2 && (eye.z - walk::EYE_M).abs() < 0.01,
            "{eye}"
        );
    }

    #[test]
    fn a_route_is_walked_to_its_end_across_levels() {
        let path = Path::new([
            Vec3::new(10.0, 10.0, 0.0),
            Vec3::new(30.0, 10.0, 0.0),
            Vec3::new(30.0, 10.0, 6.0),
            Vec3::new(30.0, 25.0, 6.0),
        ]);
        let mut rig = Rig::default();
        assert!(!rig.follow(&Path::default()));
        assert!(rig.follow(&path));
        assert_eq!(settle(&mut rig, &path), [true]);
        let view = rig.view();
        assert!(
            view.eye.distance(Vec3::new(30.0, 25.0, 6.0 + walk::EYE_M)) < 1.0,
            "{view:?}"
        );
        assert!(
            view.heading_deg
                .rem_euclid(360.0)
                .min(360.0 - view.heading_deg.rem_euclid(360.0))
                < 15.0
        );
    }

    #[test]
    fn any_other_command_ends_the_followed_walk() {
        let path = Path::new([Vec3::new(10.0, 10.0, 0.0), Vec3::new(60.0, 10.0, 0.0)]);
        let mut rig = Rig::default();
        rig.follow(&path);
        for _ in 0..120 {
            rig.advance(DT, &site(), &path, &frame());
        }
        rig.drive(Drive {
            right: 1.0,
            ..Drive::default()
        });
        assert_eq!(rig.advance(DT, &site(), &path, &frame()).follow_ended, Some(false));
        assert_eq!(rig.mode(), CameraMode::Walk);
    }

    #[test]
    fn a_followed_walk_can_be_paused_and_hurried() {
        let path = Path::new([Vec3::new(5.0, 10.0, 0.0), Vec3::new(95.0, 10.0, 0.0)]);
        let mut rig = Rig::default();
        rig.follow(&path);
        let walked = |rig: &mut Rig, factor: f32| {
            rig.pace_follow(factor);
            for _ in 0..120 {
                rig.advance(DT, &site(), &path, &frame());
            }
            let from = rig.followed_m().unwrap();
            let mut moves = false;
            for _ in 0..60 {
                moves |= rig.advance(DT, &site(), &path, &frame()).moving;
            }
            (rig.followed_m().unwrap() - from, moves)
        };
        rig.jump(rig.view());
        let (usual, moves) = walked(&mut rig, 1.0);
        assert!(moves && usual > 2.0, "{usual}");
        assert_eq!(walked(&mut rig, 0.0), (0.0, false), "nothing is drawn while it pauses");
        let (hurried, _) = walked(&mut rig, 2.0);
        assert!((hurried / usual - 2.0).abs() < 0.1, "{hurried} to {usual}");
        rig.pace_follow(f32::NAN);
        assert_eq!(rig.mode(), CameraMode::Follow);
    }
}
