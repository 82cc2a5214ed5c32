//! Where the person who looks is, and which way they face: as on the plan, a halo and an arrow on the floor, and a dot that is seen from everywhere.

use super::StageCommand;
use super::camera::{Rig, View};
use super::canvas::Screen;
use super::commands::{Step, Told};
use super::labels::{Pin, Pins};
use super::overlay::{Overlay, Overlays};
use super::ribbon::ROUTE;
use super::shapes::{Rgba, Shape, rgba};
use super::site::Site;
use super::venue::Shown;
use crate::wayfinding::RoutePoint;
use bevy::prelude::*;

const HALO: Rgba = rgba(0x1A_5C_FF, 60);
/// The halo's radius, and what it never is less than in the picture: CSS pixels, as on the plan.
const RADIUS_M: f32 = 1.2;
const RADIUS_PX: f32 = 18.0;
/// The arrow, in radii: how far its tip and its foot are out, and half its foot's width.
const TIP: f32 = 1.35;
const FOOT: f32 = 0.5;
const HALF_FOOT: f32 = 0.5;
/// Above the floor, under the route.
const LIFT_M: f32 = 0.1;
/// Redrawn when the eye has moved by this part of its height.
const REDRAW: f32 = 0.03;

#[derive(Resource, Debug, Default)]
struct Here {
    at: Option<RoutePoint>,
    heading_deg: Option<f32>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Here>()
        .add_systems(Update, listen.in_set(Step::Listen))
        .add_systems(Update, mark.in_set(Step::Show));
}

fn listen(mut told: MessageReader<Told>, mut here: ResMut<Here>) {
    for Told(command) in told.read() {
        if let StageCommand::ShowHere { at, heading_deg } = command {
            *here = Here {
                at: at.clone(),
                heading_deg: *heading_deg,
            };
        }
    }
}

fn mark(
    (here, site, shown): (Res<Here>, Res<Site>, Res<Shown>),
    (rig, screen): (Res<Rig>, Res<Screen>),
    (mut pins, mut overlays): (ResMut<Pins>, Overlays),
    mut overlay: Local<Overlay>,
    mut drawn_for: Local<Vec3>,
) {
    let view = rig.view();
    let has_moved = drawn_for.distance(view.eye) > view.eye.z.abs() * REDRAW;
    let is_told = here.is_changed() || site.is_changed() || shown.is_changed() || screen.is_changed();
    if !is_told && (here.at.is_none() || !has_moved) {
        return;
    }
    *drawn_for = view.eye;
    let is_shown = |at: &&RoutePoint| site.level(&at.level).is_some_and(|level| shown.shows(level.ordinal));
    let at = here.at.as_ref().filter(is_shown).and_then(|at| site.on_floor(at));
    pins.here = at.map(|at| Pin { at });
    let shape = at
        .map(|at| shape(at, here.heading_deg, &view, &screen))
        .unwrap_or_default();
    overlays.show(&mut overlay, &shape);
}

fn shape(at: Vec3, heading_deg: Option<f32>, view: &View, screen: &Screen) -> Shape {
    let scale_px = view.pixels_per_metre(&screen.frame, at.distance(view.eye));
    let radius = (RADIUS_PX / scale_px).max(RADIUS_M);
    let at = at + Vec3::Z * LIFT_M;
    let mut shape = Shape::default();
    shape.disc(at, radius, HALO);
    if let Some(heading_deg) = heading_deg {
        let (east, north) = heading_deg.to_radians().sin_cos();
        let ahead = Vec2::new(east, north) * radius;
        let point = |along: f32, across: f32| at + (ahead * along + ahead.perp() * across).extend(0.0);
        shape.triangle(
            [point(TIP, 0.0), point(FOOT, HALF_FOOT), point(FOOT, -HALF_FOOT)],
            ROUTE,
        );
    }
    shape
}
