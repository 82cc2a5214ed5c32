//! The halls' models as meshes: one for each level and group of parts that are shown and hidden together.

use super::StageEvent;
use super::camera::Rig;
use super::canvas::Screen;
use super::commands::{Outbox, Step};
use super::idle::Wake;
use super::material::{Layers, flat_mesh};
use super::pieces::{DETAIL_M, Group, pieces};
use super::site::{PlaceKind, Site, SitePlace};
use super::space::{self, Box3};
use super::venue::Shown;
use crate::hall_model::{self, HallModel, Part, PartKind};
use crate::venue::{LevelId, PlaceId};
use bevy::camera::primitives::Aabb;
use bevy::prelude::*;
use std::collections::{BTreeSet, VecDeque};

/// Models as they came, one read each frame so that the picture goes on.
#[derive(Resource, Default)]
pub struct Arrivals(pub VecDeque<(String, Vec<u8>)>);

#[derive(Component, Debug)]
struct Piece {
    /// `None` for what is on no level that the scene knows: always shown.
    level: Option<LevelId>,
    group: Group,
    bounds: Box3,
}

/// Detail is drawn where so much would be as many drawn pixels long.
const DETAIL_PX: f32 = 2.0;

/// Booths of models that the scene was not asked about yet.
#[derive(Resource, Default)]
struct Unchecked(Vec<(String, Vec<String>)>);

#[derive(Resource, Default)]
struct FirstFrame {
    /// Frames since the first model was handed to the renderer.
    frames: u8,
    is_told: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Arrivals>()
        .init_resource::<Unchecked>()
        .init_resource::<FirstFrame>()
        .add_systems(Update, (take_in, check).chain().in_set(Step::Listen))
        .add_systems(Update, (show_and_hide, tell_first_frame).in_set(Step::Show));
}

fn take_in(
    mut arrivals: ResMut<Arrivals>,
    (mut site, layers): (ResMut<Site>, Res<Layers>),
    mut meshes: ResMut<Assets<Mesh>>,
    mut unchecked: ResMut<Unchecked>,
    mut outbox: ResMut<Outbox>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    // The scene first: it knows the levels that the parts are on.
    if !site.has_scene() {
        return;
    }
    let Some((file, bytes)) = arrivals.0.pop_front() else {
        return;
    };
    wake.up();
    let model = match hall_model::read(&bytes) {
        Ok(model) => model,
        Err(error) => {
            outbox.tell(StageEvent::ModelRefused {
                file,
                message: error.to_string(),
            });
            return;
        }
    };
    drop(bytes);
    let booths = know_places(&model, &mut site);
    outbox.tell(StageEvent::ModelAdded {
        file: file.clone(),
        booths: booths.len(),
        triangles: model.indices.len() / 3,
    });
    unchecked.0.push((file, booths));
    for ((level, group), piece) in pieces(&model) {
        let material = match group {
            Group::Body | Group::Detail | Group::Roof => &layers.solid,
            Group::Glass | Group::RoofGlass => &layers.glass,
        };
        let Some(bounds) = Box3::of(piece.positions.iter().map(|p| space::to_venue((*p).into()))) else {
            continue;
        };
        let (a, b) = (space::to_world(bounds.min), space::to_world(bounds.max));
        let mesh = flat_mesh(piece.positions, piece.colors, piece.indices);
        commands.spawn((
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(material.clone()),
            Aabb::from_min_max(a.min(b), a.max(b)),
            Piece { level, group, bounds },
        ));
    }
}

fn bounds(part: &Part) -> Option<Box3> {
    let drawn = part.bounds?;
    let (a, b) = (space::to_venue(drawn.min.into()), space::to_venue(drawn.max.into()));
    Some(Box3 {
        min: a.min(b),
        max: a.max(b),
    })
}

/// Takes note of where the model's places are; returns its booths.
fn know_places(model: &HallModel, site: &mut Site) -> Vec<String> {
    let mut booths = BTreeSet::new();
    for part in &model.parts {
        let level = part.level.as_deref().map(LevelId::new);
        let ordinal = level.and_then(|id| site.level(&id)).map_or(0, |level| level.ordinal);
        let Some(bounds) = bounds(part) else { continue };
        if part.kind == PartKind::Floor {
            site.add_floor(ordinal, bounds);
        }
        let kind = match part.kind {
            PartKind::Booth => PlaceKind::Booth,
            PartKind::Amenity | PartKind::Connector | PartKind::Kiosk => PlaceKind::Spot,
            _ => continue,
        };
        let Some(id) = &part.id else { continue };
        if kind == PlaceKind::Booth {
            booths.insert(id.clone());
        }
        let place = SitePlace { kind, bounds, ordinal };
        site.add_place(PlaceId::new(id.as_str()), place);
    }
    booths.into_iter().collect()
}

/// Tells which booths of the models the scene does not know.
fn check(mut unchecked: ResMut<Unchecked>, site: Res<Site>, mut outbox: ResMut<Outbox>) {
    if !site.has_scene() || unchecked.0.is_empty() {
        return;
    }
    for (file, mut booths) in std::mem::take(&mut unchecked.0) {
        booths.retain(|id| site.label(&PlaceId::new(id.as_str())).is_none());
        if !booths.is_empty() {
            outbox.tell(StageEvent::UnknownBooths { file, booths });
        }
    }
}

fn show_and_hide(
    (rig, screen): (Res<Rig>, Res<Screen>),
    (site, shown): (Res<Site>, Res<Shown>),
    mut pieces: Query<(&Piece, &mut Visibility)>,
) {
    let view = rig.view();
    for (piece, mut visibility) in &mut pieces {
        let ordinal = piece
            .level
            .as_ref()
            .and_then(|id| site.level(id))
            .map(|level| level.ordinal);
        let is_fit = match piece.group {
            Group::Body | Group::Glass => true,
            Group::Roof | Group::RoofGlass => rig.is_under_the_roof(),
            Group::Detail => {
                let distance = view.eye.clamp(piece.bounds.min, piece.bounds.max).distance(view.eye);
                DETAIL_M * view.pixels_per_metre(&screen.frame, distance) * screen.pixel_ratio >= DETAIL_PX
            }
        };
        let is_shown = is_fit && ordinal.is_none_or(|ordinal| shown.shows(ordinal));
        visibility.set_if_neq(if is_shown {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
    }
}

/// A model that was handed over in one frame is drawn in the next.
fn tell_first_frame(mut first: ResMut<FirstFrame>, pieces: Query<(), With<Piece>>, mut outbox: ResMut<Outbox>) {
    if first.is_told || pieces.is_empty() {
        return;
    }
    first.frames += 1;
    if first.frames > 2 {
        first.is_told = true;
        outbox.tell(StageEvent::FirstFrame);
    }
}
