//! Writes the nearest names, and takes away those that are far.

use super::plate::{CORNERS, Nameplate, READ_PX, nearest};
use crate::hall_model::Wrap;
use crate::stage::appearance::Appearance;
use crate::stage::camera::Rig;
use crate::stage::canvas::Screen;
use crate::stage::commands::Step;
use crate::stage::design::DesignShown;
use crate::stage::idle::Wake;
use crate::stage::labels::Raster;
use crate::stage::labels::SELECTED_PX;
use crate::stage::loading::Role;
use crate::stage::models;
use crate::stage::painter::{Broken, Drawn, GeometryId, Layer, PaintError, Painter, Print, PrintId};
use crate::stage::selection::Selection;
use crate::stage::site::Site;
use crate::stage::space::{self, Box3};
use crate::stage::venue::{Language, Shown};
use crate::venue::PlaceId;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use std::collections::BTreeMap;

/// Written in one frame, at most: the picture goes on while names come.
const WRITTEN_A_FRAME: usize = 3;
/// As the numbers beside them.
const DARK: [u8; 4] = [0x3B, 0x40, 0x48, 0xFF];
const BRIGHT: [u8; 4] = [0xFB, 0xFA, 0xF8, 0xFF];

/// Those of one model.
#[derive(Component, Debug)]
pub struct Nameplates {
    pub role: Option<Role>,
    plates: Vec<Nameplate>,
    bounds: Box3,
}

impl Nameplates {
    /// `None` if there are none.
    pub fn new(role: Option<Role>, plates: Vec<Nameplate>) -> Option<Self> {
        let bounds = Box3::of(plates.iter().flat_map(|plate| plate.line(1.0)))?;
        Some(Self { role, plates, bounds })
    }
}

/// One of a model's.
type Key = (Entity, usize);

/// What is written.
#[derive(Resource, Default)]
pub struct NamesShown {
    all: BTreeMap<Key, Written>,
    /// Whose names are read on their stands, and how high their letters are in the picture.
    read: BTreeMap<PlaceId, f32>,
}

impl NamesShown {
    /// How high the letters of a stand's name are on it, in CSS pixels, if it is read there.
    pub fn high_px(&self, booth: &PlaceId) -> Option<f32> {
        self.read.get(booth).copied()
    }
}

/// A name on the GPU.
struct Written {
    entity: Entity,
    geometry: GeometryId,
    print: PrintId,
}

pub fn plugin(app: &mut App) {
    app.init_resource::<NamesShown>()
        .add_systems(Update, write.run_if(models::were_in).in_set(Step::Show));
}

/// What decides which names are seen.
#[derive(SystemParam)]
pub struct Sight<'w> {
    rig: Res<'w, Rig>,
    screen: Res<'w, Screen>,
    site: Res<'w, Site>,
    shown: Res<'w, Shown>,
    design: Res<'w, DesignShown>,
    selection: Res<'w, Selection>,
    appearance: Res<'w, Appearance>,
    language: Res<'w, Language>,
}

impl Sight<'_> {
    fn name(&self, booth: &PlaceId) -> Option<&str> {
        let name = self.site.label(booth)?.text.in_language(&self.language.0);
        (!name.is_empty()).then_some(name)
    }

    /// Whether it is to be read, and not left to the selected place's label.
    fn is_shown(&self, plate: &Nameplate, high_px: f32) -> bool {
        let is_labelled = self.selection.selected.as_ref() == Some(&plate.booth) && high_px < SELECTED_PX;
        let level = plate.level.as_ref().and_then(|id| self.site.level(id));
        !is_labelled
            && level.is_none_or(|level| self.shown.shows(level.ordinal))
            && self.design.shows(self.design.whose_booth(plate.booth.as_str()))
    }
}

/// Puts names into the picture.
#[derive(SystemParam)]
pub struct Brush<'w, 's> {
    commands: Commands<'w, 's>,
    painter: NonSendMut<'w, Painter>,
    broken: ResMut<'w, Broken>,
    drawn: Query<'w, 's, &'static mut Drawn>,
    raster: Option<NonSend<'w, Raster>>,
}

/// Names come and go as one moves.
pub fn write(
    sight: Sight,
    plates: Query<(Entity, &Nameplates)>,
    mut names: ResMut<NamesShown>,
    mut brush: Brush,
    mut wake: ResMut<Wake>,
) {
    if let Err(error) = brush.painter.warm_prints(sight.appearance.dark) {
        brush.broken.0 = Some(error);
    }
    let NamesShown { all, read } = &mut *names;
    if sight.site.is_changed() || sight.language.is_changed() {
        std::mem::take(all)
            .into_values()
            .for_each(|written| brush.wipe(&written));
    }
    let view = sight.rig.view();
    let scale_px = view.pixels_per_metre(&sight.screen.frame, 1.0);
    let mut seen = BTreeMap::new();
    for (entity, of_model) in &plates {
        let nearest = view
            .eye
            .clamp(of_model.bounds.min, of_model.bounds.max)
            .distance(view.eye);
        // No letters are a metre high.
        if nearest * READ_PX[0] > scale_px {
            continue;
        }
        for (index, plate) in of_model.plates.iter().enumerate() {
            let from_here = plate.sight(&view, scale_px);
            if let Some(from_here) = from_here.filter(|(_, high_px)| sight.is_shown(plate, *high_px)) {
                seen.insert((entity, index), (plate, from_here));
            }
        }
    }
    let chosen = nearest(seen.iter().map(|(key, (_, (distance, _)))| (*key, *distance)), |key| {
        all.contains_key(key)
    });
    all.retain(|key, written| {
        let stays = chosen.contains(key);
        if !stays {
            brush.wipe(written);
        }
        stays
    });
    let mut left = WRITTEN_A_FRAME;
    let before = std::mem::take(read);
    for key in chosen {
        let (plate, (_, high_px)) = seen[&key];
        let Some(name) = sight.name(&plate.booth) else { continue };
        let presence = ((high_px - READ_PX[0]) / (READ_PX[1] - READ_PX[0])).clamp(0.0, 1.0);
        match all.get(&key) {
            Some(written) => {
                brush.fade(written, presence);
                note(read, plate, high_px);
            }
            None if left == 0 => wake.up(),
            None => {
                left -= 1;
                match brush.write(plate, name, presence) {
                    Ok(Some(written)) => {
                        all.insert(key, written);
                        note(read, plate, high_px);
                    }
                    Ok(None) => {}
                    Err(error) => brush.broken.0 = Some(error),
                }
            }
        }
    }
    if !read.keys().eq(before.keys()) {
        wake.up();
    }
}

/// Of a stand's names the largest.
fn note(read: &mut BTreeMap<PlaceId, f32>, plate: &Nameplate, high_px: f32) {
    let highest = read.entry(plate.booth.clone()).or_insert(high_px);
    *highest = highest.max(high_px);
}

impl Brush<'_, '_> {
    /// `None` if the browser draws no words.
    fn write(&mut self, plate: &Nameplate, name: &str, presence: f32) -> Result<Option<Written>, PaintError> {
        let picture = self.raster.as_ref().and_then(|raster| raster.name(name).ok().flatten());
        let Some(picture) = picture else { return Ok(None) };
        let [width, height] = picture.size();
        let corners = plate.line(width as f32 / height as f32);
        let positions = corners.map(|corner| space::to_world(corner).to_array());
        let ink = if plate.is_bright { BRIGHT } else { DARK };
        let geometry = self.painter.upload(&positions, &[ink; 4], &[0, 1, 2, 0, 2, 3])?;
        self.painter.lay(geometry, &CORNERS.map(|place| place.to_array()))?;
        let print = self.painter.hang(&picture, [Wrap::Clamp; 2])?;
        let drawn = Drawn {
            bounds: Box3::of(corners),
            presence,
            print: Some(Print {
                id: print,
                is_cut: false,
            }),
            ..Drawn::new(geometry, Layer::Glass)
        };
        Ok(Some(Written {
            entity: self.commands.spawn(drawn).id(),
            geometry,
            print,
        }))
    }

    fn fade(&mut self, written: &Written, presence: f32) {
        if let Ok(mut drawn) = self.drawn.get_mut(written.entity) {
            drawn.presence = presence;
        }
    }

    fn wipe(&mut self, written: &Written) {
        self.commands.entity(written.entity).despawn();
        self.painter.free(written.geometry);
        self.painter.take_down(written.print);
    }
}
