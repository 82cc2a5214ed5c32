//! What is chosen, and what the pointer is over: a frame on the floor, a column of light, a pin that is seen from far.

use super::StageCommand;
use super::camera::Rig;
use super::commands::{Step, Told};
use super::labels::{Pin, Pins};
use super::overlay::{Overlay, Overlays};
use super::shapes::{Rgba, Shape, rgba};
use super::site::{PlaceKind, Site, SitePlace};
use crate::venue::PlaceId;
use bevy::prelude::*;

const ACCENT: u32 = 0xFF_5A_1F;
const FRAME: Rgba = rgba(ACCENT, 255);
const HALO: Rgba = rgba(0xFF_FF_FF, 230);
const HOVER: Rgba = rgba(ACCENT, 150);
const COLUMN_TOP: Rgba = rgba(ACCENT, 0);
/// How much the column covers at its foot, from afar.
const COLUMN_COVER: f32 = 120.0;
/// Nearer than this there is no column: one sees the stand itself; it is whole at twice the distance.
const COLUMN_FROM_M: f32 = 35.0;
/// The frame's width, and the part of its distance that it never is narrower than.
const BAND_M: f32 = 0.14;
const BAND_PER_M: f32 = 0.0035;
/// Above the floor, over the carpet.
const LIFT_M: f32 = 0.06;
/// The column rises so far above what stands there.
const COLUMN_M: f32 = 2.5;
/// Redrawn when the eye has moved by this part of its height.
const REDRAW: f32 = 0.03;

#[derive(Resource, Debug, Default)]
pub struct Selection {
    pub selected: Option<PlaceId>,
    pub hovered: Option<PlaceId>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Selection>()
        .add_systems(Update, listen.in_set(Step::Listen))
        .add_systems(Update, (draw, pin).in_set(Step::Show));
}

fn listen(mut told: MessageReader<Told>, mut selection: ResMut<Selection>) {
    for Told(command) in told.read() {
        if let StageCommand::Select { place } = command {
            selection.selected.clone_from(place);
        }
    }
}

fn draw(
    (selection, site, rig): (Res<Selection>, Res<Site>, Res<Rig>),
    mut overlays: Overlays,
    mut overlay: Local<Overlay>,
    mut drawn_for: Local<Vec3>,
) {
    let eye = rig.view().eye;
    let has_moved = drawn_for.distance(eye) > eye.z.abs() * REDRAW;
    let is_empty = selection.selected.is_none() && selection.hovered.is_none();
    if !selection.is_changed() && !site.is_changed() && (is_empty || !has_moved) {
        return;
    }
    *drawn_for = eye;
    let mut shape = Shape::default();
    let hovered = selection
        .hovered
        .as_ref()
        .filter(|id| selection.selected.as_ref() != Some(*id));
    if let Some(place) = hovered.and_then(|id| site.place(id)) {
        band(&mut shape, &place, eye, 0.0, 1.0, HOVER);
    }
    if let Some(place) = selection.selected.as_ref().and_then(|id| site.place(id)) {
        let far = (place.bounds.center().distance(eye) / COLUMN_FROM_M - 1.0).clamp(0.0, 1.0);
        if place.kind != PlaceKind::Unit && far > 0.0 {
            let mut column = place.bounds;
            column.max.z += COLUMN_M;
            shape.sides(column, rgba(ACCENT, (COLUMN_COVER * far) as u8), COLUMN_TOP);
        }
        band(&mut shape, &place, eye, -1.0, 2.6, HALO);
        band(&mut shape, &place, eye, 0.0, 1.0, FRAME);
    }
    overlays.show(&mut overlay, &shape);
}

/// A band round the place's foot; `grown` and `wide` in widths of the band.
fn band(shape: &mut Shape, place: &SitePlace, eye: Vec3, grown: f32, wide: f32, color: Rgba) {
    let foot = place.bounds.center().with_z(place.bounds.min.z);
    let width = (foot.distance(eye) * BAND_PER_M).max(BAND_M);
    if !place.outline.is_empty() {
        return shape.border(&place.outline, place.bounds.min.z + LIFT_M, width * wide, color);
    }
    // Outside the footprint, so that what stands there does not hide it.
    let by = Vec2::splat(width * (1.0 - grown));
    let (min, max) = (place.bounds.min.truncate() - by, place.bounds.max.truncate() + by);
    shape.frame(min, max, place.bounds.min.z + LIFT_M, width * wide, color);
}

fn pin(selection: Res<Selection>, site: Res<Site>, mut pins: ResMut<Pins>) {
    let place = selection.selected.as_ref().and_then(|id| site.place(id));
    pins.selected = place.map(|place| Pin {
        at: place.bounds.center().with_z(match place.kind {
            PlaceKind::Unit => place.bounds.min.z,
            PlaceKind::Booth | PlaceKind::Spot => place.bounds.max.z + 0.3,
        }),
    });
}
