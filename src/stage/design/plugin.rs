//! The design that the page tells, drawn and grasped.

use super::facets::{self, Facet, Lit};
use super::marks;
use super::pieces::{Models, Plot, Seen, first_on};
use crate::design::{Design, PartId};
use crate::hall_model::{Limits, Part, PartKind, Picture, Pictures, ReadError, Wrap, read_faces};
use crate::stage::camera::Rig;
use crate::stage::canvas::Screen;
use crate::stage::commands::{Outbox, Step, Told};
use crate::stage::painter::{Broken, Drawn, GeometryId, Layer, PaintError, Painter, Print, PrintId};
use crate::stage::pieces::{Geometry, Whose};
use crate::stage::site::Site;
use crate::stage::{DesignMark, DesignedStand, StageCommand, StageEvent};
use crate::venue::Point;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is grasped moves on a plane that is so far below the eye at least: on one at its height, a pixel would be a hall.
const BELOW_EYE_M: f32 = 0.9;
/// And no farther away than this.
const REACH_M: f32 = 60.0;

/// What the page wants to be shown.
#[derive(Resource, Default)]
pub struct DesignShown {
    pub stand: Option<DesignedStand>,
    pub(super) design: Option<Design>,
    at_rest: bool,
    pub(super) chosen: Option<PartId>,
    pub(super) marks: Vec<DesignMark>,
    is_alone: bool,
}

impl DesignShown {
    /// On whose stand a part of a model is.
    pub fn whose(&self, part: &Part) -> Whose {
        match part.kind {
            PartKind::Booth => self.whose_booth(part.id.as_deref().unwrap_or_default()),
            _ => Whose::Venue,
        }
    }

    pub fn whose_booth(&self, id: &str) -> Whose {
        match &self.stand {
            Some(stand) if stand.id.as_str() == id => Whose::Designer,
            Some(_) => Whose::Neighbour,
            None => Whose::Venue,
        }
    }

    pub fn shows(&self, whose: Whose) -> bool {
        match whose {
            Whose::Venue => true,
            Whose::Designer => self.design.is_none(),
            Whose::Neighbour => !self.is_alone,
        }
    }
}

/// The exhibitor's own models, as they came.
#[derive(Resource, Default)]
pub struct OwnModels {
    pub(super) models: Models,
    pictures: Vec<Picture>,
}

impl OwnModels {
    /// With those of its pictures that could be decoded.
    ///
    /// # Errors
    /// It is no file as the desk writes them.
    pub fn add(&mut self, name: &str, glb: &[u8], pictures: Pictures) -> Result<(), ReadError> {
        let shown = read_faces(glb, Limits::default())?;
        let first = self.pictures.len();
        let (own, decoded): (Vec<usize>, Vec<Picture>) = pictures.into_iter().unzip();
        let number = |picture| own.binary_search(&picture).ok().map(|at| first + at);
        let facets = facets::of_faces(&shown.faces, number);
        self.pictures.extend(decoded);
        self.models.insert(name.to_owned(), facets.into());
        Ok(())
    }
}

/// The parts as they stand.
#[derive(Resource, Default)]
pub(super) struct Standing {
    pub parts: BTreeMap<PartId, Seen>,
    /// The floor is no part.
    drawn: BTreeMap<Option<PartId>, Painted>,
}

/// A part on the GPU.
struct Painted {
    facets: Arc<[Facet]>,
    lit_for: f64,
    entities: Vec<(Entity, GeometryId)>,
}

pub fn plugin(app: &mut App) {
    app.init_resource::<DesignShown>()
        .init_resource::<OwnModels>()
        .init_resource::<Standing>()
        .add_systems(Update, listen.in_set(Step::Listen))
        .add_systems(Update, (stand, grasp, marks::draw).chain().in_set(Step::Show));
}

fn listen(mut told: MessageReader<Told>, mut shown: ResMut<DesignShown>) {
    for Told(command) in told.read() {
        match command {
            StageCommand::SetStand { stand } => shown.stand = Some(stand.clone()),
            StageCommand::ShowDesign { design, at_rest } => {
                shown.design = Some(design.clone());
                shown.at_rest = *at_rest;
            }
            StageCommand::MarkDesign { part, marks } => {
                shown.chosen.clone_from(part);
                shown.marks.clone_from(marks);
            }
            StageCommand::ShowNeighbours { shown: are_shown } => shown.is_alone = !are_shown,
            _ => {}
        }
    }
}

fn stand((shown, site): (Res<DesignShown>, Res<Site>), mut standing: ResMut<Standing>, mut easel: Easel) {
    let models = &easel.models;
    if !shown.is_changed() && !models.is_changed() && !site.is_changed() {
        return;
    }
    let (Some(stand), Some(design)) = (&shown.stand, &shown.design) else {
        return;
    };
    let Some(level) = site.level(&stand.level) else { return };
    let plot = Plot {
        stand,
        floor_m: level.elevation_m,
    };
    let Standing { parts, drawn } = &mut *standing;
    *parts = plot.seen(design, &models.models, parts);
    drawn.retain(|id, painted| {
        let stays = id.as_ref().is_none_or(|id| parts.contains_key(id));
        if !stays {
            easel.clear(painted);
        }
        stays
    });
    drawn.entry(None).or_insert_with(|| {
        let mut floor = Painted::new(plot.floor().into(), 0.0);
        easel.paint(&mut floor, plot.on_floor(), Layer::Solid);
        floor
    });
    for (id, seen) in parts {
        let layer = if seen.is_own() { Layer::TwoSided } else { Layer::Solid };
        let painted = drawn
            .entry(Some(id.clone()))
            .or_insert_with(|| Painted::new(Arc::default(), seen.turn));
        let is_lit = painted.lit_for == seen.turn || !shown.at_rest;
        if is_lit && Arc::ptr_eq(&painted.facets, &seen.facets) {
            easel.place(painted, seen.place);
        } else {
            easel.clear(painted);
            *painted = Painted::new(seen.facets.clone(), seen.turn);
            easel.paint(painted, seen.place, layer);
        }
    }
}

impl Painted {
    fn new(facets: Arc<[Facet]>, lit_for: f64) -> Self {
        Self {
            facets,
            lit_for,
            entities: Vec::new(),
        }
    }
}

/// Puts parts into the picture.
#[derive(SystemParam)]
struct Easel<'w, 's> {
    commands: Commands<'w, 's>,
    painter: NonSendMut<'w, Painter>,
    broken: ResMut<'w, Broken>,
    drawn: Query<'w, 's, &'static mut Drawn>,
    models: Res<'w, OwnModels>,
    /// The pictures that are on the GPU.
    hung: Local<'s, BTreeMap<(usize, [Wrap; 2]), PrintId>>,
}

impl Easel<'_, '_> {
    fn paint(&mut self, painted: &mut Painted, place: Mat4, layer: Layer) {
        for lit in facets::lit(&painted.facets, painted.lit_for) {
            let layer = if lit.is_glass { Layer::Glass } else { layer };
            match self.upload(&lit) {
                Ok((geometry, print)) => {
                    let drawn = Drawn {
                        place,
                        print,
                        ..Drawn::new(geometry, layer)
                    };
                    painted.entities.push((self.commands.spawn(drawn).id(), geometry));
                }
                Err(error) => self.broken.0 = Some(error),
            }
        }
    }

    fn upload(&mut self, lit: &Lit) -> Result<(GeometryId, Option<Print>), PaintError> {
        let Geometry {
            positions,
            colors,
            indices,
            places,
        } = &lit.geometry;
        let geometry = self.painter.upload(positions, colors, indices)?;
        let Some((number, wrap, is_cut)) = lit.print else {
            return Ok((geometry, None));
        };
        self.painter.lay(geometry, places)?;
        let key = (number, wrap);
        let id = match self.hung.get(&key) {
            Some(id) => *id,
            None => *self
                .hung
                .entry(key)
                .or_insert(self.painter.hang(&self.models.pictures[number], wrap)?),
        };
        Ok((geometry, Some(Print { id, is_cut })))
    }

    fn place(&mut self, painted: &Painted, place: Mat4) {
        for (entity, _) in &painted.entities {
            if let Ok(mut drawn) = self.drawn.get_mut(*entity) {
                drawn.place = place;
            }
        }
    }

    fn clear(&mut self, painted: &mut Painted) {
        for (entity, geometry) in painted.entities.drain(..) {
            self.painter.free(geometry);
            self.commands.entity(entity).despawn();
        }
    }
}

/// What a finger takes hold of, and where it wants to have it.
fn grasp(
    mut told: MessageReader<Told>,
    (standing, rig, screen): (Res<Standing>, Res<Rig>, Res<Screen>),
    mut height_m: Local<f32>,
    mut outbox: ResMut<Outbox>,
) {
    let view = rig.view();
    let ray = |at: [f32; 2]| view.ray(&screen.frame, at.into());
    let on_plane = |at: [f32; 2], height_m: f32| {
        let point = ray(at).on_floor(height_m, REACH_M);
        Point::new(f64::from(point.x), f64::from(point.y))
    };
    for Told(command) in told.read() {
        match command {
            StageCommand::Grasp { at } => {
                let met = first_on(&standing.parts, &ray(*at));
                let highest = view.eye.z - BELOW_EYE_M;
                *height_m = met.map_or(highest, |(_, point)| point.z.min(highest));
                outbox.tell(StageEvent::Grasped {
                    part: met.map(|(id, _)| id.clone()),
                    at: *at,
                    point: on_plane(*at, *height_m),
                });
            }
            StageCommand::Reach { at } => outbox.tell(StageEvent::Reached {
                point: on_plane(*at, *height_m),
            }),
            _ => {}
        }
    }
}
