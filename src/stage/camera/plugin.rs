//! The rig, steered by the page and by time.

use super::rig::{Drive, Rig};
use super::view::View;
use crate::stage::canvas::Screen;
use crate::stage::commands::{Outbox, Step, Told};
use crate::stage::idle::{Clock, Wake};
use crate::stage::path::Path;
use crate::stage::site::Site;
use crate::stage::{CameraMode, StageCommand, StageEvent, Target};
use crate::venue::{LevelId, PlaceId};
use bevy::prelude::*;

/// Compass and small plan are told no oftener than this.
const TOLD_MS: f64 = 100.0;

pub(in crate::stage) fn plugin(app: &mut App) {
    app.init_resource::<Rig>()
        .add_systems(Update, (begin, steer, look_again, advance).chain().in_set(Step::Move));
}

/// The first time that the venue's extent is known, the camera sees all of it.
fn begin(site: Res<Site>, screen: Res<Screen>, path: Res<Path>, mut rig: ResMut<Rig>, mut has_begun: Local<bool>) {
    if *has_begun || site.bounds().is_none() {
        return;
    }
    *has_begun = true;
    let mut ahead = rig.clone();
    ahead.reduced_motion = true;
    if ahead.look_at(&Target::Overview, &site, &path, &screen.frame) {
        rig.jump(ahead.view());
    }
}

fn steer(
    mut told: MessageReader<Told>,
    mut rig: ResMut<Rig>,
    site: Res<Site>,
    path: Res<Path>,
    screen: Res<Screen>,
    mut outbox: ResMut<Outbox>,
) {
    let frame = &screen.frame;
    let mut not_understood = |message: &str| {
        outbox.tell(StageEvent::NotUnderstood {
            message: message.into(),
        });
    };
    for Told(command) in told.read() {
        match command {
            StageCommand::LookAt { target } => {
                // A route may be taken back again before a frame is drawn.
                let may_be_gone = matches!(target, Target::Route);
                if !rig.look_at(target, &site, &path, frame) && !may_be_gone {
                    not_understood("there is nothing to look at by that name");
                }
            }
            StageCommand::Walk { pose } => rig.walk(*pose, &site, frame),
            StageCommand::Stand { pose } => rig.stand(*pose),
            StageCommand::FollowRoute => {
                if !rig.follow(&path) {
                    not_understood("there is no route to follow");
                }
            }
            StageCommand::PaceFollow { factor } => rig.pace_follow(*factor),
            StageCommand::Drag { from, to, kind } => rig.drag((*from).into(), (*to).into(), *kind, &site, frame),
            StageCommand::Zoom { at, factor } => rig.zoom((*at).into(), *factor, &site, frame),
            StageCommand::Turn { heading_deg, tilt_deg } => rig.turn(*heading_deg, *tilt_deg, &site, frame),
            StageCommand::Drive {
                forward,
                right,
                up,
                turn,
                fast,
            } => rig.drive(Drive {
                forward: *forward,
                right: *right,
                up: *up,
                turn: *turn,
                fast: *fast,
            }),
            _ => {}
        }
    }
}

/// A place that was looked at before its model came is looked at again when its size is known, unless the person has moved on.
fn look_again(
    mut told: MessageReader<Told>,
    mut rig: ResMut<Rig>,
    (site, path, screen): (Res<Site>, Res<Path>, Res<Screen>),
    mut awaited: Local<Option<PlaceId>>,
) {
    for Told(command) in told.read() {
        match command {
            StageCommand::LookAt {
                target: Target::Place { place },
            } => *awaited = (!site.is_modelled(place)).then(|| place.clone()),
            StageCommand::LookAt { .. }
            | StageCommand::Walk { .. }
            | StageCommand::Stand { .. }
            | StageCommand::FollowRoute
            | StageCommand::Drag { .. }
            | StageCommand::Zoom { .. }
            | StageCommand::Turn { .. }
            | StageCommand::Drive { .. } => *awaited = None,
            _ => {}
        }
    }
    if let Some(place) = awaited.take_if(|place| site.is_modelled(place)) {
        rig.look_at(&Target::Place { place }, &site, &path, &screen.frame);
    }
}

/// Dragging comes in bursts: the camera rests when it has not moved for so long.
const REST_MS: f64 = 180.0;

/// What the page was last told of the camera, and when it last moved.
#[derive(Default)]
struct Reported {
    mode: Option<CameraMode>,
    view: Option<View>,
    moved_ms: f64,
    rests: bool,
    /// Told while it moves, and when.
    passed: Option<View>,
    passed_ms: f64,
    /// Where a walker is.
    entered: Option<(LevelId, Option<PlaceId>)>,
}

fn advance(
    mut rig: ResMut<Rig>,
    (site, path, screen, clock): (Res<Site>, Res<Path>, Res<Screen>, Res<Clock>),
    mut wake: ResMut<Wake>,
    mut outbox: ResMut<Outbox>,
    mut reported: Local<Reported>,
) {
    let moved = rig.advance(clock.dt_s, &site, &path, &screen.frame);
    if let Some(arrived) = moved.follow_ended {
        outbox.tell(StageEvent::FollowEnded { arrived });
    }
    if reported.mode.replace(rig.mode()) != Some(rig.mode()) {
        outbox.tell(StageEvent::ModeChanged { mode: rig.mode() });
    }
    let view = rig.view();
    if moved.moving || reported.view != Some(view) {
        reported.view = Some(view);
        reported.moved_ms = clock.now_ms;
        reported.rests = false;
    }
    if !reported.rests {
        wake.up();
        if clock.now_ms - reported.moved_ms >= REST_MS {
            reported.rests = true;
            outbox.tell(StageEvent::CameraRested {
                pose: view.pose(),
                mode: rig.mode(),
            });
        }
    }
    if reported.passed != Some(view) && clock.now_ms - reported.passed_ms >= TOLD_MS {
        reported.passed = Some(view);
        reported.passed_ms = clock.now_ms;
        outbox.tell(StageEvent::CameraMoved { pose: view.pose() });
    }
    let entered = rig.feet().and_then(|feet| {
        let level = site.level_above(feet.z)?;
        Some((level.id.clone(), site.unit_at(feet.truncate(), level.ordinal).cloned()))
    });
    if reported.entered != entered {
        reported.entered.clone_from(&entered);
        if let Some((level, unit)) = entered {
            outbox.tell(StageEvent::Entered { level, unit });
        }
    }
}
