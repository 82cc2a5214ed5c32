//! The halls' models as meshes: one for each level and group of parts that are shown and hidden together.

use super::StageEvent;
use super::camera::Rig;
use super::commands::{Outbox, Step};
use super::idle::Wake;
use super::material::{Layers, flat_mesh};
use super::site::{PlaceKind, Site, SitePlace};
use super::space::{self, Box3};
use super::venue::Shown;
use crate::hall_model::{self, HallModel, Part, PartKind};
use crate::venue::{LevelId, PlaceId};
use bevy::camera::primitives::Aabb;
use bevy::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

/// Models as they came, one read each frame so that the picture goes on.
#[derive(Resource, Default)]
pub struct Arrivals(pub VecDeque<(String, Vec<u8>)>);

/// What is shown and hidden together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Body,
    Glass,
    /// Above the cut: only under the roof.
    Roof,
    RoofGlass,
}

#[derive(Component, Debug)]
struct Piece {
    /// `None` for what is on no level that the scene knows: always shown.
    level: Option<LevelId>,
    group: Group,
}

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
            Group::Body | Group::Roof => &layers.solid,
            Group::Glass | Group::RoofGlass => &layers.glass,
        };
        let aabb = Aabb::enclosing(piece.positions.iter().map(|p| Vec3::from(*p)));
        let mesh = flat_mesh(piece.positions, piece.colors, piece.indices);
        let mut entity = commands.spawn((
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(material.clone()),
            Piece { level, group },
        ));
        if let Some(aabb) = aabb {
            entity.insert(aabb);
        }
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

#[derive(Default)]
struct Geometry {
    positions: Vec<[f32; 3]>,
    colors: Vec<[u8; 4]>,
    indices: Vec<u32>,
}

impl Geometry {
    /// Copies some triangles of a part, and the vertices that they use. `renamed` is scratch space.
    fn take(&mut self, model: &HallModel, part: &Part, triangles: Range<u32>, renamed: &mut Vec<Option<u32>>) {
        renamed.clear();
        renamed.resize(part.vertices.len(), None);
        for old in &model.indices[triangles.start as usize..triangles.end as usize] {
            let new = renamed[(*old - part.vertices.start) as usize].get_or_insert_with(|| {
                self.positions.push(model.positions[*old as usize]);
                self.colors.push(model.colors[*old as usize]);
                self.positions.len() as u32 - 1
            });
            self.indices.push(*new);
        }
    }
}

/// The model's triangles by level and group.
fn pieces(model: &HallModel) -> BTreeMap<(Option<LevelId>, Group), Geometry> {
    let mut pieces: BTreeMap<(Option<LevelId>, Group), Geometry> = BTreeMap::new();
    let mut renamed = Vec::new();
    for part in &model.parts {
        let (solid, glass) = match part.kind {
            // Signs hang from the roof.
            PartKind::Roof | PartKind::Signs => (Group::Roof, Group::RoofGlass),
            _ => (Group::Body, Group::Glass),
        };
        for (group, triangles) in [(solid, &part.opaque), (glass, &part.glass)] {
            if !triangles.is_empty() {
                let key = (part.level.as_deref().map(LevelId::new), group);
                pieces
                    .entry(key)
                    .or_default()
                    .take(model, part, triangles.clone(), &mut renamed);
            }
        }
    }
    pieces
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

fn show_and_hide(rig: Res<Rig>, site: Res<Site>, shown: Res<Shown>, mut pieces: Query<(&Piece, &mut Visibility)>) {
    for (piece, mut visibility) in &mut pieces {
        let ordinal = piece
            .level
            .as_ref()
            .and_then(|id| site.level(id))
            .map(|level| level.ordinal);
        let is_roof = matches!(piece.group, Group::Roof | Group::RoofGlass);
        let is_shown = ordinal.is_none_or(|ordinal| shown.shows(ordinal)) && (!is_roof || rig.is_under_the_roof());
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
