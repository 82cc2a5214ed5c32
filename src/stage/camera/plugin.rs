//! The rig as Bevy's camera.

use super::rig::{Drive, Rig};
use super::view::View;
use crate::stage::canvas::Screen;
use crate::stage::commands::{Outbox, Step, Told};
use crate::stage::idle::{Clock, Wake};
use crate::stage::path::Path;
use crate::stage::site::Site;
use crate::stage::{StageCommand, StageEvent, space};
use bevy::core_pipeline::tonemapping::{DebandDither, Tonemapping};
use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;

/// The compass is told no oftener than this.
const COMPASS_MS: f64 = 100.0;

pub(in crate::stage) fn plugin(app: &mut App) {
    app.init_resource::<Rig>()
        .add_systems(Startup, spawn)
        .add_systems(Update, (begin, steer, advance, aim).chain().in_set(Step::Move));
}

fn spawn(mut commands: Commands, adapter: Res<RenderAdapterInfo>) {
    // Smooth edges cost a GPU little; a CPU that draws pays for every sample.
    let name = adapter.name.to_lowercase();
    let is_software = ["swiftshader", "llvmpipe", "software", "basic render"]
        .iter()
        .any(|s| name.contains(s));
    commands.spawn((
        Camera3d::default(),
        Tonemapping::None,
        DebandDither::Disabled,
        if is_software { Msaa::Off } else { Msaa::Sample4 },
        Projection::Perspective(PerspectiveProjection::default()),
    ));
}

/// The first time that the venue's extent is known, the camera sees all of it.
fn begin(site: Res<Site>, screen: Res<Screen>, path: Res<Path>, mut rig: ResMut<Rig>, mut has_begun: Local<bool>) {
    if *has_begun || site.bounds().is_none() {
        return;
    }
    *has_begun = true;
    let mut ahead = rig.clone();
    ahead.reduced_motion = true;
    if ahead.look_at(&crate::stage::Target::Overview, &site, &path, &screen.frame) {
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
                if !rig.look_at(target, &site, &path, frame) {
                    not_understood("there is nothing to look at by that name");
                }
            }
            StageCommand::Walk { pose } => rig.walk(*pose, &site, frame),
            StageCommand::FollowRoute => {
                if !rig.follow(&path) {
                    not_understood("there is no route to follow");
                }
            }
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

/// Dragging comes in bursts: the camera rests when it has not moved for so long.
const REST_MS: f64 = 180.0;

/// What the page was last told of the camera, and when it last moved.
#[derive(Default)]
struct Reported {
    view: Option<View>,
    moved_ms: f64,
    rests: bool,
    heading_deg: f32,
    heading_ms: f64,
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
    let has_turned = (view.heading_deg - reported.heading_deg).abs() > 0.05;
    if has_turned && clock.now_ms - reported.heading_ms >= COMPASS_MS {
        reported.heading_deg = view.heading_deg;
        reported.heading_ms = clock.now_ms;
        outbox.tell(StageEvent::CameraTurned {
            heading_deg: view.heading_deg.rem_euclid(360.0),
        });
    }
}

fn aim(rig: Res<Rig>, screen: Res<Screen>, mut cameras: Query<(&mut Transform, &mut Projection), With<Camera3d>>) {
    let view = rig.view();
    for (mut transform, mut projection) in &mut cameras {
        let eye = space::to_world(view.eye);
        let aimed =
            Transform::from_translation(eye).looking_to(space::to_world(view.forward()), space::to_world(view.up()));
        transform.set_if_neq(aimed);
        if let Projection::Perspective(lens) = projection.bypass_change_detection() {
            // The higher the eye, the farther the nearest thing: depth is spent where things are.
            let near = (view.eye.z * 0.05).clamp(0.1, 8.0);
            let fov = view.lens_deg.to_radians();
            let aspect_ratio = screen.frame.aspect();
            if (lens.near, lens.fov, lens.aspect_ratio) != (near, fov, aspect_ratio) {
                (lens.near, lens.fov, lens.aspect_ratio) = (near, fov, aspect_ratio);
                lens.near_clip_plane = Vec4::new(0.0, 0.0, -1.0, -near);
                projection.set_changed();
            }
        }
    }
}
