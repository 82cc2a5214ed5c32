//! The halls' models as meshes: one for each level and group of parts that are shown and hidden together.

use super::appearance::Appearance;
use super::camera::Rig;
use super::canvas::Screen;
use super::commands::{Outbox, Step, Told};
use super::design::DesignShown;
use super::idle::{Clock, Wake};
use super::loading::{Loading, Role};
use super::nameplates::{Nameplate, Nameplates};
use super::painter::{Broken, Drawn, Layer, Painter};
use super::pieces::{Group, Pieces, Whose, gather};
use super::site::{PlaceKind, Site, SitePlace};
use super::space::{self, Box3};
use super::venue::Shown;
use super::{StageCommand, StageEvent};
use crate::hall_model::{self, FAR_M, Part, PartKind, Pictures};
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

/// Whether that was so once: what moves with the camera stands still for no model that comes later.
pub fn were_in(arrivals: Res<Arrivals>, pieces: Query<(), With<Piece>>, mut were: Local<bool>) -> bool {
    *were |= are_in(arrivals, pieces);
    *were
}

#[derive(Component, Debug)]
pub struct Piece {
    /// `None` for what is on no level that the scene knows: always shown.
    level: Option<LevelId>,
    whose: Whose,
    group: Group,
    /// `None` for models that were not announced: always shown.
    role: Option<Role>,
}

/// How much each hall is shown by its whole model, and not as it is seen from afar.
#[derive(Resource, Default)]
struct Wholeness(Vec<f32>);

/// A whole model comes and goes in so long.
const FADE_S: f32 = 0.3;

/// No further model is begun in a frame that has read for so long.
const READING: Duration = Duration::from_millis(40);
/// What is small begins to be drawn where its largest would be so many drawn pixels long, and is all there at the second number.
const SEEN_PX: [f32; 2] = [2.5, 4.0];

/// Booths of models that the scene was not asked about yet.
#[derive(Resource, Default)]
struct Unchecked(Vec<(String, Vec<String>)>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Arrivals>()
        .init_resource::<Unchecked>()
        .init_resource::<Loading>()
        .init_resource::<Wholeness>()
        .add_systems(Update, (listen, take_in, check).chain().in_set(Step::Listen))
        .add_systems(Update, (want, fade, show_and_hide).chain().in_set(Step::Show))
        .add_systems(Update, tell_first_frame.after(Step::Paint));
}

fn listen(mut told: MessageReader<Told>, arrivals: Res<Arrivals>, mut loading: ResMut<Loading>) {
    for Told(command) in told.read() {
        match command {
            StageCommand::ShowModels { models, memory_mb } => {
                *loading = Loading::new(models.clone(), u64::from(*memory_mb) << 20);
            }
            StageCommand::ModelMissed { file } => loading.failed(file),
            StageCommand::LoadAgain { file } => loading.forgive(file),
            _ => {}
        }
    }
    for arrival in &arrivals.0 {
        loading.came(&arrival.file);
    }
}

/// Reads the first model alone, so that something is seen soon, and then so many a frame that the picture goes on.
fn take_in(
    (mut arrivals, design): (ResMut<Arrivals>, Res<DesignShown>),
    mut site: ResMut<Site>,
    mut unchecked: ResMut<Unchecked>,
    mut loading: ResMut<Loading>,
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
        let role = loading.role(&file);
        // Part by part: a whole model and all that is drawn of it at once would take twice the memory, for good.
        let (mut parts, mut names, mut pieces) = (Vec::new(), Vec::new(), Pieces::new());
        let read = hall_model::read_parts(&bytes, &pictures, |mut model| {
            gather(&model, &mut pieces, |part| design.whose(part));
            parts.append(&mut model.parts);
            names.extend(model.names.drain(..).filter_map(Nameplate::of));
        });
        drop(bytes);
        match read {
            Ok(()) => {
                // What was seen from afar told where its places are: labels need not all be made anew.
                let is_known = role.is_some_and(|role| !role.is_far && loading.has_stand_in(role.hall));
                let places = if is_known {
                    site.bypass_change_detection()
                } else {
                    &mut *site
                };
                let booths = know_places(&parts, places);
                builder.outbox.tell(StageEvent::ModelAdded {
                    file: file.clone(),
                    booths: booths.len(),
                    triangles: pieces.values().map(|piece| piece.indices.len()).sum::<usize>() / 3,
                });
                unchecked.0.push((file, booths));
                let (bounds, gpu_bytes) = builder.build(pieces, names, role);
                if let Some(role) = role {
                    loading.read(role, bounds, gpu_bytes);
                }
            }
            Err(error) => {
                loading.failed(&file);
                builder.outbox.tell(StageEvent::ModelRefused {
                    file,
                    message: error.to_string(),
                });
            }
        }
        if !std::mem::replace(&mut *has_first, true) || begun.elapsed() > READING {
            break;
        }
    }
}

/// Puts a model's geometry into the venue, and takes it away.
#[derive(SystemParam)]
struct Builder<'w, 's> {
    commands: Commands<'w, 's>,
    painter: NonSendMut<'w, Painter>,
    broken: ResMut<'w, Broken>,
    outbox: ResMut<'w, Outbox>,
    pieces: Query<'w, 's, (Entity, &'static Piece, &'static Drawn)>,
    names: Query<'w, 's, (Entity, &'static Nameplates)>,
}

impl Builder<'_, '_> {
    /// Returns where it is, and what it takes of the GPU's memory.
    fn build(&mut self, pieces: Pieces, names: Vec<Nameplate>, role: Option<Role>) -> (Option<Box3>, u64) {
        // The one before may still be on its way out.
        self.clear(role);
        if let Some(names) = Nameplates::new(role, names) {
            self.commands.spawn(names);
        }
        let before = self.painter.model_bytes();
        let mut all = None;
        for ((level, whose, group, _), piece) in pieces {
            let layer = match group {
                Group::Body
                | Group::Panel
                | Group::Shape
                | Group::Detail
                | Group::Fine
                | Group::Roof
                | Group::People => Layer::Solid,
                Group::Glass | Group::RoofGlass => Layer::Glass,
            };
            let bounds = Box3::of(piece.positions.iter().map(|p| space::to_venue((*p).into())));
            all = all.into_iter().chain(bounds).reduce(Box3::union);
            match self.painter.upload(&piece.positions, &piece.colors, &piece.indices) {
                Ok(geometry) => {
                    let drawn = Drawn {
                        bounds,
                        presence: 0.0,
                        hall: role.map(|role| role.hall),
                        ..Drawn::new(geometry, layer)
                    };
                    self.commands.spawn((
                        drawn,
                        Piece {
                            level,
                            whose,
                            group,
                            role,
                        },
                    ));
                }
                Err(error) => self.broken.0 = Some(error),
            }
        }
        (all, (self.painter.model_bytes() - before) as u64)
    }

    fn clear(&mut self, role: Option<Role>) {
        for (entity, piece, drawn) in &self.pieces {
            if role.is_some() && piece.role == role {
                self.painter.free(drawn.geometry);
                self.commands.entity(entity).despawn();
            }
        }
        for (entity, names) in &self.names {
            if role.is_some() && names.role == role {
                self.commands.entity(entity).despawn();
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

/// Takes note of where a model's places are; returns its booths.
fn know_places(parts: &[Part], site: &mut Site) -> Vec<String> {
    let mut booths = BTreeSet::new();
    for part in parts {
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

/// Tells which models are to be fetched: for where the camera flies to, not for what it passes.
fn want(
    mut loading: ResMut<Loading>,
    (rig, screen, arrivals): (Res<Rig>, Res<Screen>, Res<Arrivals>),
    mut outbox: ResMut<Outbox>,
) {
    if loading.is_empty() {
        return;
    }
    let view = rig.destination();
    let [seen_px, _] = SEEN_PX;
    let seen_m = FAR_M as f32 * view.pixels_per_metre(&screen.frame, 1.0) * screen.pixel_ratio / seen_px;
    let files = loading.plan(view.eye, seen_m).to_vec();
    let is_still_read = files.is_empty() && !arrivals.0.is_empty();
    if !is_still_read && loading.take_news() {
        outbox.tell(StageEvent::ModelsWanted { files });
    }
}

/// A whole model grows out of what was seen from afar, and goes back into it.
fn fade(
    (loading, clock, rig): (Res<Loading>, Res<Clock>, Res<Rig>),
    mut wholeness: ResMut<Wholeness>,
    mut builder: Builder,
    mut wake: ResMut<Wake>,
) {
    wholeness.0.resize(loading.halls(), 0.0);
    for (hall, share) in wholeness.0.iter_mut().enumerate() {
        let aim = f32::from(loading.is_whole(hall));
        if *share == aim {
            continue;
        }
        let is_soft = loading.has_stand_in(hall) && !rig.reduced_motion;
        let step = if is_soft { clock.dt_s / FADE_S } else { 1.0 };
        *share += (aim - *share).clamp(-step, step);
        if *share == 0.0 {
            builder.clear(Some(Role { hall, is_far: false }));
        }
        wake.up();
    }
}

fn show_and_hide(
    (rig, screen, wholeness): (Res<Rig>, Res<Screen>, Res<Wholeness>),
    (site, shown, appearance, design): (Res<Site>, Res<Shown>, Res<Appearance>, Res<DesignShown>),
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
        let is_seen = is_on_a_shown_level && design.shows(piece.whose);
        let share = match piece.role {
            None => 1.0,
            // What grows out of it lies over it.
            Some(Role { hall, is_far: true }) => f32::from(wholeness.0[hall] < 1.0),
            Some(Role { hall, is_far: false }) => wholeness.0[hall],
        };
        drawn.presence = if is_seen { presence * share } else { 0.0 };
    }
}

fn tell_first_frame(mut is_told: Local<bool>, pieces: Query<(), With<Piece>>, mut outbox: ResMut<Outbox>) {
    if !*is_told && !pieces.is_empty() {
        *is_told = true;
        outbox.tell(StageEvent::FirstFrame);
    }
}
