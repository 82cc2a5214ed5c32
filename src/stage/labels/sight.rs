//! Which places are to be named from where the camera is.

use super::plugin::{Pins, Spot};
use super::style;
use crate::guide::LabelRank;
use crate::stage::CameraMode;
use crate::stage::appearance::Appearance;
use crate::stage::camera::{Frame, Ray, Rig};
use crate::stage::canvas::Screen;
use crate::stage::idle::Clock;
use crate::stage::nameplates::NamesShown;
use crate::stage::selection::Selection;
use crate::stage::site::{PlaceKind, Site};
use crate::stage::space::Box3;
use crate::stage::venue::Shown;
use crate::venue::PlaceId;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

/// Nothing nearer has a name.
const NEAREST_M: f32 = 0.05;
/// Walking, one reads the names of stands this near; halls have their signs.
const READ_FROM_M: f32 = 28.0;

#[derive(SystemParam)]
pub struct Seen<'w> {
    pub site: Res<'w, Site>,
    pub rig: Res<'w, Rig>,
    pub screen: Res<'w, Screen>,
    pub pins: Res<'w, Pins>,
    pub appearance: Res<'w, Appearance>,
    pub clock: Res<'w, Clock>,
    names: Res<'w, NamesShown>,
    shown: Res<'w, Shown>,
    selection: Res<'w, Selection>,
}

impl Seen<'_> {
    fn place(&self, index: usize) -> Option<&PlaceId> {
        self.site.labels().get(index).map(|label| &label.place)
    }

    /// Whether the label names the selected place, and goes under its pin.
    pub fn is_selected(&self, index: usize) -> bool {
        let Some(selected) = &self.selection.selected else {
            return false;
        };
        let label = self.site.labels().get(index);
        label.is_some_and(|label| !is_hall(label.rank) && label.place == *selected)
    }

    /// What all labels of a frame are looked at through.
    pub fn lens(&self) -> Lens {
        Lens::new(&self.rig, &self.screen.frame)
    }

    /// Where the label hangs.
    pub fn anchor(&self, index: usize, spot: &Spot) -> Vec3 {
        let pin = self.pins.selected.filter(|_| self.is_selected(index));
        pin.map_or(spot.anchor, |pin| pin.at)
    }

    /// How wide what it names is in the picture, and where its anchor is; `None` if it is not to be named from here.
    pub fn sight(&self, index: usize, spot: &Spot, lens: &Lens, hiding: &[(&PlaceId, Box3)]) -> Option<(f32, Vec2)> {
        if !self.shown.shows(spot.ordinal) || spot.text.is_empty() {
            return None;
        }
        let anchor = self.anchor(index, spot);
        let depth = lens.depth(anchor)?;
        let width = spot.width_m * lens.pixels_per_metre(depth);
        let on_stand_px = self.place(index).and_then(|place| self.names.high_px(place));
        let is_named = self.is_selected(index) && on_stand_px.is_none_or(|px| px < style::SELECTED_PX)
            || on_stand_px.is_none()
                && (style::style(spot.rank).from_px..spot.to_px).contains(&width)
                && (self.rig.mode() == CameraMode::Fly
                    || !is_hall(spot.rank) && depth < READ_FROM_M && !self.is_hidden(index, spot, hiding));
        is_named.then(|| (width, lens.pixel(anchor, depth)))
    }

    /// What could stand before a name, for somebody on foot: the stands round about.
    pub fn hiding(&self) -> Vec<(&PlaceId, Box3)> {
        if self.rig.mode() == CameraMode::Fly {
            return Vec::new();
        }
        let eye = self.rig.view().eye;
        self.site
            .places()
            .filter(|(_, place)| place.kind == PlaceKind::Booth)
            .filter(|(_, place)| eye.clamp(place.bounds.min, place.bounds.max).distance(eye) < READ_FROM_M)
            .map(|(id, place)| (id, place.bounds))
            .collect()
    }

    fn is_hidden(&self, index: usize, spot: &Spot, hiding: &[(&PlaceId, Box3)]) -> bool {
        let eye = self.rig.view().eye;
        let away = spot.anchor - eye;
        let ray = Ray {
            origin: eye,
            direction: away.normalize(),
        };
        hiding.iter().any(|(id, bounds)| {
            let before = ray
                .meets(bounds)
                .is_some_and(|distance| distance > 0.0 && distance < away.length());
            before && Some(*id) != self.place(index)
        })
    }
}

/// A view with its angles worked out once: asked for each of twenty thousand labels, they cost more than the labels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    eye: Vec3,
    forward: Vec3,
    right: Vec3,
    up: Vec3,
    middle: Vec2,
    /// Of a metre at the depth of a metre.
    scale_px: f32,
}

impl Lens {
    fn new(rig: &Rig, frame: &Frame) -> Self {
        let view = rig.view();
        Self {
            eye: view.eye,
            forward: view.forward(),
            right: view.right(),
            up: view.up(),
            middle: frame.size / 2.0,
            scale_px: view.pixels_per_metre(frame, 1.0),
        }
    }

    /// `None` behind the eye.
    pub fn depth(&self, point: Vec3) -> Option<f32> {
        let depth = (point - self.eye).dot(self.forward);
        (depth >= NEAREST_M).then_some(depth)
    }

    fn pixels_per_metre(&self, depth: f32) -> f32 {
        self.scale_px / depth
    }

    pub fn pixel(&self, point: Vec3, depth: f32) -> Vec2 {
        let away = point - self.eye;
        self.middle + Vec2::new(away.dot(self.right), -away.dot(self.up)) * self.pixels_per_metre(depth)
    }
}

fn is_hall(rank: LabelRank) -> bool {
    matches!(rank, LabelRank::HallNumber | LabelRank::HallName)
}
