//! The shown route: its ribbon, the dot where it starts and the pin where it ends.

use super::camera::Rig;
use super::commands::Step;
use super::labels::{Pin, Pins};
use super::overlay::{Overlay, Overlays};
use super::path::Path;
use super::ribbon::ribbon;
use super::shapes::Shape;
use bevy::prelude::*;

/// The ribbon's width follows the camera: it is laid anew when the eye has moved by this part of its height.
const RELAY: f32 = 0.02;
/// Walked metres after which the ribbon turns grey.
const WALKED_STEP_M: f32 = 0.25;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (lay, mark_ends).in_set(Step::Show));
}

fn lay(
    path: Res<Path>,
    rig: Res<Rig>,
    mut overlays: Overlays,
    mut overlay: Local<Overlay>,
    mut laid_for: Local<Option<(Vec3, f32)>>,
) {
    let eye = rig.view().eye;
    let walked = rig.followed_m().unwrap_or(0.0);
    let is_stale = laid_for.is_none_or(|(laid_eye, laid_walked)| {
        laid_eye.distance(eye) > eye.z.abs() * RELAY || (laid_walked - walked).abs() > WALKED_STEP_M
    });
    if !path.is_changed() && (path.is_empty() || !is_stale) {
        return;
    }
    *laid_for = Some((eye, walked));
    let shape = if path.is_empty() {
        Shape::default()
    } else {
        ribbon(&path, walked, eye)
    };
    overlays.show(&mut overlay, &shape);
}

fn mark_ends(path: Res<Path>, rig: Res<Rig>, mut pins: ResMut<Pins>) {
    let ends = (!path.is_empty()).then(|| (path.points().first().copied(), path.points().last().copied()));
    let (start, end) = ends.unwrap_or_default();
    // Whoever walks the route is where the dot would be.
    let start = start.filter(|_| rig.followed_m().is_none());
    pins.route_start = start.map(|at| Pin { at });
    pins.route_end = end.map(|at| Pin { at });
}
