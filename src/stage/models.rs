//! The halls' models as meshes: one for each level and group of parts that are shown and hidden together.

use super::StageEvent;
use super::appearance::Appearance;
use super::camera::Rig;
use super::canvas::Screen;
use super::commands::{Outbox, Step};
use super::idle::Wake;
use super::painter::{Broken, Drawn, Layer, Painter};
use super::pieces::{Group, pieces};
use super::site::{PlaceKind, Site, SitePlace};
use super::space::{self, Box3};
use super::venue::Shown;
use crate::hall_model::{self, HallModel, Part, PartKind, Pictures};
use crate::venue::{LevelId, PlaceId};
use bevy::ecs::system::SystemParam;
use bevy::platform::time::Instant;
use bevy::prelude::*;
use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

/// A model as it came.
pub struct Arrival {
    pub file: String,
    pub bytes: Vec<u8>,
    pub pictures: Pictures,
}

#[derive(Resource, Default)]
pub struct Arrivals(pub VecDeque<Arrival>);

/// Whether the venue is seen already and no model waits to be: time for what is finer.
pub fn are_in(arrivals: Res<Arrivals>, pieces: Query<(), With<Piece>>) -> bool {
    arrivals.0.is_empty() && !pieces.is_empty()
}

#[derive(Component, Debug)]
pub struct Piece {
    /// `None` for what is on no level that the scene knows: always shown.
    level: Option<LevelId>,
    group: Group,
}

/// No further model is begun in a frame that has read for so long.
const READING: Duration = Duration::from_millis(40);
/// What is small begins to be drawn where its largest would be so many drawn pixels long, and is all there at the second number.
const SEEN_PX: [f32; 2] = [2.0, 3.5];

/// Booths of models that the scene was not asked about yet.
#[derive(Resource, Default)]
struct Unchecked(Vec<(String, Vec<String>)>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Arrivals>()
        .init_resource::<Unchecked>()
        .add_systems(Update, (take_in, check).chain().in_set(Step::Listen))
        .add_systems(Update, show_and_hide.in_set(Step::Show))
        .add_systems(Update, tell_first_frame.after(Step::Paint));
}

/// Reads the first model alone, so that something is seen soon, and then so many a frame that the picture goes on.
fn take_in(
    mut arrivals: ResMut<Arrivals>,
    mut site: ResMut<Site>,
    mut unchecked: ResMut<Unchecked>,
    mut builder: Builder,
    mut wake: ResMut<Wake>,
    mut has_first: Local<bool>,
) {
    // The scene first: it knows the levels that the parts are on.
    if !site.has_scene() || arrivals.0.is_empty() {
        return;
    }
    wake.up();
    let begun = Instant::now();
    while let Some(Arrival { file, bytes, pictures }) = arrivals.0.pop_front() {
        match hall_model::read(&bytes, &pictures) {
            Ok(model) => {
                let booths = know_places(&model, &mut site);
                builder.outbox.tell(StageEvent::ModelAdded {
                    file: file.clone(),
                    booths: booths.len(),
                    triangles: model.indices.len() / 3,
                });
                unchecked.0.push((file, booths));
                builder.build(&model);
            }
            Err(error) => builder.outbox.tell(StageEvent::ModelRefused {
                file,
                message: error.to_string(),
            }),
        }
        if !std::mem::replace(&mut *has_first, true) || begun.elapsed() > READING {
            break;
        }
    }
}

/// Puts a model's geometry into the venue.
#[derive(SystemParam)]
struct Builder<'w, 's> {
    commands: Commands<'w, 's>,
    painter: NonSendMut<'w, Painter>,
    broken: ResMut<'w, Broken>,
    outbox: ResMut<'w, Outbox>,
}

impl Builder<'_, '_> {
    fn build(&mut self, model: &HallModel) {
        for ((level, group, _), piece) in pieces(model) {
            let layer = match group {
                Group::Body | Group::Detail | Group::Fine | Group::Roof | Group::People => Layer::Solid,
                Group::Glass | Group::RoofGlass => Layer::Glass,
            };
            let bounds = Box3::of(piece.positions.iter().map(|p| space::to_venue((*p).into())));
            match self.painter.upload(&piece.positions, &piece.colors, &piece.indices) {
                Ok(geometry) => {
                    let drawn = Drawn {
                        geometry,
                        layer,
                        bounds,
                        presence: 0.0,
                    };
                    self.commands.spawn((drawn, Piece { level, group }));
                }
                Err(error) => self.broken.0 = Some(error),
            }
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
        let kind = match part.kind {
            PartKind::Booth => PlaceKind::Booth,
            PartKind::Amenity | PartKind::Connector | PartKind::Kiosk => PlaceKind::Spot,
            _ => continue,
        };
        let Some(id) = &part.id else { continue };
        if kind == PlaceKind::Booth {
            booths.insert(id.clone());
        }
        let place = SitePlace {
            kind,
            bounds,
            ordinal,
            outline: Vec::new(),
        };
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
    (site, shown, appearance): (Res<Site>, Res<Shown>, Res<Appearance>),
    mut pieces: Query<(&Piece, &mut Drawn)>,
) {
    let view = rig.view();
    for (piece, mut drawn) in &mut pieces {
        let ordinal = piece
            .level
            .as_ref()
            .and_then(|id| site.level(id))
            .map(|level| level.ordinal);
        let part_seen = |size_m: f32| {
            let distance = drawn
                .bounds
                .map_or(0.0, |bounds| view.eye.clamp(bounds.min, bounds.max).distance(view.eye));
            let px = size_m * view.pixels_per_metre(&screen.frame, distance) * screen.pixel_ratio;
            let [from, to] = SEEN_PX;
            ((px - from) / (to - from)).clamp(0.0, 1.0)
        };
        let presence = match piece.group {
            Group::Roof | Group::RoofGlass => f32::from(rig.is_under_the_roof()),
            Group::People if !appearance.visitors => 0.0,
            group => group.size_m().map_or(1.0, part_seen),
        };
        let is_on_a_shown_level = ordinal.is_none_or(|ordinal| shown.shows(ordinal));
        drawn.presence = if is_on_a_shown_level { presence } else { 0.0 };
    }
}

fn tell_first_frame(mut is_told: Local<bool>, pieces: Query<(), With<Piece>>, mut outbox: ResMut<Outbox>) {
    if !*is_told && !pieces.is_empty() {
        *is_told = true;
        outbox.tell(StageEvent::FirstFrame);
    }
}
