//! From the scene's labels to what is on the screen.

use super::atlas::{Atlas, Slot};
use super::layout::{Candidate, Rect, Stillness, choose};
use super::raster::{Raster, Texels, icon_px};
use super::sight::{Lens, Seen};
use super::style::{self, Icon, Style};
use crate::guide::{LabelRank, SceneLabel};
use crate::stage::canvas::Screen;
use crate::stage::commands::Step;
use crate::stage::idle::Wake;
use crate::stage::models;
use crate::stage::nameplates;
use crate::stage::painter::{Painter, Quads};
use crate::stage::site::Site;
use crate::stage::venue::Language;
use bevy::prelude::*;
use std::collections::BTreeMap;

/// No more are shown at once.
const MOST: usize = 300;
const FADE_S: f32 = 0.15;
/// Measured and drawn in one frame, at most: the picture goes on while words come.
const MEASURED_A_FRAME: usize = 80;
const DRAWN_A_FRAME: usize = 24;
/// Between the pin's tip and the name under it, in CSS pixels.
const UNDER_PIN_PX: f32 = 8.0;

const ACCENT: [u8; 4] = [0xFF, 0x5A, 0x1F, 0xFF];
const ROUTE: [u8; 4] = [0x1A, 0x5C, 0xFF, 0xFF];

/// A sign that is seen from everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pin {
    pub at: Vec3,
}

/// The number of something in a list beside the picture, where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Badge {
    pub at: Vec3,
    pub number: usize,
    pub color: [u8; 4],
}

#[derive(Resource, Debug, Default)]
pub struct Pins {
    pub selected: Option<Pin>,
    /// The person who looks.
    pub here: Option<Pin>,
    pub route_start: Option<Pin>,
    pub route_end: Option<Pin>,
    pub badges: Vec<Badge>,
}

/// Where labels are, for whoever points at one: index into the scene's labels.
#[derive(Resource, Debug, Default)]
pub struct LabelsOnScreen(Vec<(usize, Rect)>);

impl LabelsOnScreen {
    pub fn at(&self, pixel: Vec2) -> Option<usize> {
        self.0
            .iter()
            .find(|(_, rect)| rect.contains(pixel))
            .map(|(label, _)| *label)
    }
}

/// What the atlas holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Label { index: usize, selected: bool },
    Icon(Icon),
}

/// A label as it could be shown.
#[derive(Debug)]
pub(super) struct Spot {
    pub text: String,
    pub anchor: Vec3,
    /// Of what it names.
    pub width_m: f32,
    /// Where that is wider in the picture, in CSS pixels, another label says the same.
    pub to_px: f32,
    pub rank: LabelRank,
    pub ordinal: i32,
    /// As it fits, and its size, plain and selected.
    measured: [Option<(String, Vec2)>; 2],
}

#[derive(Resource, Debug)]
struct Labels {
    spots: Vec<Spot>,
    atlas: Atlas<Key>,
    ratio: f32,
    /// How far each shown label has faded in.
    alphas: BTreeMap<usize, f32>,
    stillness: Stillness<Lens>,
}

pub(in crate::stage) fn plugin(app: &mut App) {
    app.init_resource::<Pins>()
        .init_resource::<LabelsOnScreen>()
        .add_systems(Startup, set_up)
        .add_systems(
            Update,
            (gather, lay_out.run_if(models::were_in))
                .chain()
                .after(nameplates::write)
                .in_set(Step::Show),
        );
    match Raster::new() {
        Ok(raster) => {
            app.insert_non_send(raster);
        }
        // Without it there are no labels; everything else is there.
        Err(error) => web_sys::console::warn_1(&error),
    }
}

/// The atlas's texels a side: room for some 600 names at that many drawn pixels each.
pub(in crate::stage) fn atlas_px(screen: &Screen) -> u32 {
    if screen.pixel_ratio > 1.25 { 2048 } else { 1024 }
}

fn set_up(screen: Res<Screen>, mut commands: Commands) {
    commands.insert_resource(Labels {
        spots: Vec::new(),
        atlas: Atlas::new(atlas_px(&screen)),
        ratio: screen.pixel_ratio,
        alphas: BTreeMap::new(),
        stillness: Stillness::default(),
    });
}

fn gather(site: Res<Site>, language: Res<Language>, screen: Res<Screen>, mut labels: ResMut<Labels>) {
    let is_sharp = labels.ratio == screen.pixel_ratio;
    if !site.is_changed() && !language.is_changed() && is_sharp {
        return;
    }
    labels.ratio = screen.pixel_ratio;
    labels.atlas.clear();
    labels.spots = site
        .labels()
        .iter()
        .map(|label| spot(label, &site, &language.0))
        .collect();
    let known = labels.spots.len();
    labels.alphas.retain(|index, _| *index < known);
}

fn spot(label: &SceneLabel, site: &Site, language: &str) -> Spot {
    let level = site.level(&label.level);
    let floor = level.map_or(0.0, |level| level.elevation_m);
    let name = label.text.in_language(language);
    let number = label.number.as_deref().unwrap_or_default();
    let text = match label.rank {
        LabelRank::HallNumber if !number.is_empty() => number,
        _ if name.is_empty() => number,
        _ => name,
    };
    let size = site.place(&label.place).map_or(Vec3::ONE, |place| place.bounds.size());
    Spot {
        text: text.to_owned(),
        anchor: Vec3::new(label.at.x as f32, label.at.y as f32, floor + label.height_m as f32),
        width_m: size.truncate().max_element(),
        to_px: if is_said_by_a_name(label, site, language) {
            style::style(LabelRank::HallName).from_px
        } else {
            f32::INFINITY
        },
        rank: label.rank,
        ordinal: level.map_or(0, |level| level.ordinal),
        measured: [None, None],
    }
}

/// Whether a numeral's hall has a name that the number is a word of: “5” where “Hall 5” is.
fn is_said_by_a_name(label: &SceneLabel, site: &Site, language: &str) -> bool {
    let name = site.label(&label.place).filter(|name| name.rank == LabelRank::HallName);
    label.rank == LabelRank::HallNumber
        && name.is_some_and(|name| style::has_word(name.text.in_language(language), label.text.in_language(language)))
}

fn style_of(spot: &Spot, selected: bool) -> Style {
    if selected {
        style::SELECTED
    } else {
        style::style(spot.rank)
    }
}

fn place_rect(pixel: Vec2, size: Vec2, selected: bool) -> Rect {
    let below = if selected {
        Vec2::Y * (size.y / 2.0 + UNDER_PIN_PX)
    } else {
        Vec2::ZERO
    };
    Rect::centered(pixel + below, size)
}

/// Draws what the atlas lacks, so much a frame.
struct Pen<'a> {
    raster: &'a Raster,
    atlas: &'a mut Atlas<Key>,
    painter: &'a Painter,
    ratio: f32,
    left: usize,
}

impl Pen<'_> {
    fn slot(
        &mut self,
        key: Key,
        draw: impl FnOnce(&Raster, f32) -> Result<Texels, wasm_bindgen::JsValue>,
    ) -> Option<Slot> {
        if let Some(slot) = self.atlas.find(&key) {
            return Some(slot);
        }
        self.left = self.left.checked_sub(1)?;
        let texels = draw(self.raster, self.ratio).ok()?;
        let slot = self.atlas.insert(key, texels.width, texels.height)?;
        self.painter.write(slot, &texels);
        Some(slot)
    }
}

fn lay_out(
    seen: Seen,
    raster: Option<NonSend<Raster>>,
    mut painter: NonSendMut<Painter>,
    (mut labels, mut on_screen, mut wake): (ResMut<Labels>, ResMut<LabelsOnScreen>, ResMut<Wake>),
) {
    let Some(raster) = raster else { return };
    let Labels {
        spots,
        atlas,
        ratio,
        alphas,
        stillness,
    } = &mut *labels;
    let canvas = seen.screen.frame.size;
    let signs = signs(&seen);
    let (lens, hiding) = (seen.lens(), seen.hiding());
    let is_rest = stillness.is_rest(lens, seen.clock.dt_s);
    if !is_rest {
        wake.up();
    }
    let mut candidates = Vec::new();
    let mut may_measure = MEASURED_A_FRAME;
    for (index, spot) in spots.iter_mut().enumerate() {
        let selected = seen.is_selected(index);
        let Some((width, pixel)) = seen.sight(index, spot, &lens, &hiding) else {
            continue;
        };
        let style = style_of(spot, selected);
        let measured = &mut spot.measured[usize::from(selected)];
        if measured.is_none() {
            if may_measure == 0 {
                wake.up();
                continue;
            }
            may_measure -= 1;
            *measured = raster.measure(&spot.text, &style).ok();
        }
        let Some((_, size)) = measured else { continue };
        candidates.push(Candidate {
            id: index,
            rect: place_rect(pixel, *size, selected),
            rank: style.rank,
            weight: width,
            stays: !is_rest && alphas.contains_key(&index),
        });
    }
    let taken: Vec<Rect> = signs.iter().map(|(_, rect, _)| *rect).collect();
    let chosen = choose(&mut candidates, &taken, canvas, MOST);
    fade(alphas, &chosen, seen.clock.dt_s / FADE_S, &mut wake);

    atlas.begin_frame();
    let size = atlas.size();
    let mut pen = Pen {
        raster: &raster,
        atlas,
        painter: &painter,
        ratio: *ratio,
        left: DRAWN_A_FRAME,
    };
    let mut quads = Quads::default();
    let ink = seen.appearance.palette().text;
    on_screen.0.clear();
    for (index, alpha) in alphas.iter() {
        let spot = &spots[*index];
        let selected = seen.is_selected(*index);
        let Some((text, box_px)) = &spot.measured[usize::from(selected)] else {
            continue;
        };
        let anchor = seen.anchor(*index, spot);
        let Some(depth) = lens.depth(anchor) else { continue };
        let rect = place_rect(lens.pixel(anchor, depth), *box_px, selected);
        let key = Key::Label {
            index: *index,
            selected,
        };
        let style = style_of(spot, selected);
        let Some(slot) = pen.slot(key, |raster, ratio| raster.text(text, &style, *box_px, ratio)) else {
            wake.up();
            continue;
        };
        let color = [ink[0], ink[1], ink[2], (alpha * 255.0) as u8];
        quads.push(&rect, slot, size, color, canvas, *ratio);
        on_screen.0.push((*index, rect));
    }
    for (icon, rect, color) in signs {
        if let Some(slot) = pen.slot(Key::Icon(icon), |raster, ratio| raster.icon(icon, ratio)) {
            quads.push(&rect, slot, size, color, canvas, *ratio);
        }
    }
    painter.show(&quads);
}

/// Badges, pins and dots: where on the screen, in what colour, the most important last.
fn signs(seen: &Seen) -> Vec<(Icon, Rect, [u8; 4])> {
    let pins = &seen.pins;
    let badges = pins.badges.iter().enumerate().map(|(i, badge)| {
        // Those of one place stand side by side.
        let beside = pins.badges[..i].iter().filter(|before| before.at == badge.at).count();
        (
            Some(Pin { at: badge.at }),
            Icon::Badge(badge.number),
            badge.color,
            beside,
        )
    });
    let ends = [
        (pins.here, Icon::Dot, ROUTE, 0),
        (pins.route_start, Icon::Dot, ROUTE, 0),
        (pins.route_end, Icon::Pin, ROUTE, 0),
        (pins.selected, Icon::Pin, ACCENT, 0),
    ];
    let all = badges.chain(ends);
    all.filter_map(|(pin, icon, color, beside)| {
        let (pixel, _) = seen.rig.view().project(&seen.screen.frame, pin?.at)?;
        let size = icon_px(icon);
        let pixel = pixel + Vec2::X * size.x * beside as f32;
        // A pin stands on its tip, a dot lies round its middle.
        let up = if icon == Icon::Pin { size.y / 2.0 - 3.0 } else { 0.0 };
        Some((icon, Rect::centered(pixel - Vec2::Y * up, size), color))
    })
    .collect()
}

/// Chosen labels come, the others go.
fn fade(alphas: &mut BTreeMap<usize, f32>, chosen: &[usize], step: f32, wake: &mut Wake) {
    for index in chosen {
        alphas.entry(*index).or_insert(0.0);
    }
    let mut chosen: Vec<usize> = chosen.to_vec();
    chosen.sort_unstable();
    alphas.retain(|index, alpha| {
        let goal = if chosen.binary_search(index).is_ok() { 1.0 } else { 0.0 };
        if *alpha != goal {
            *alpha = if goal > *alpha {
                (*alpha + step).min(1.0)
            } else {
                (*alpha - step).max(0.0)
            };
            wake.up();
        }
        *alpha > 0.0 || goal > 0.0
    });
}
