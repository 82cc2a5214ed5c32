//! Which places are to be named from where the camera is.

use super::plugin::{Pins, Spot};
use super::style;
use crate::guide::LabelRank;
use crate::stage::CameraMode;
use crate::stage::appearance::Appearance;
use crate::stage::camera::{Ray, Rig};
use crate::stage::canvas::Screen;
use crate::stage::idle::Clock;
use crate::stage::selection::Selection;
use crate::stage::site::{PlaceKind, Site};
use crate::stage::space::Box3;
use crate::stage::venue::Shown;
use crate::venue::PlaceId;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

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
    shown: Res<'w, Shown>,
    selection: Res<'w, Selection>,
}

impl Seen<'_> {
    fn place(&self, index: usize) -> Option<&PlaceId> {
        self.site.labels().get(index).map(|label| &label.place)
    }

    /// Whether the label names the selected place, and goes under its pin.
    pub fn is_selected(&self, index: usize) -> bool {
        let label = self.site.labels().get(index);
        label.is_some_and(|l| !is_hall(l.rank) && Some(&l.place) == self.selection.selected.as_ref())
    }

    /// Where the label's anchor is on the screen, and how deep in it.
    pub fn project(&self, index: usize, spot: &Spot) -> Option<(Vec2, f32)> {
        let pin = self.pins.selected.filter(|_| self.is_selected(index));
        let anchor = pin.map_or(spot.anchor, |pin| pin.at);
        self.rig.view().project(&self.screen.frame, anchor)
    }

    /// How wide what it names is in the picture, and where its anchor is; `None` if it is not to be named from here.
    pub fn sight(&self, index: usize, spot: &Spot, hiding: &[(&PlaceId, Box3)]) -> Option<(f32, Vec2)> {
        if !self.shown.shows(spot.ordinal) || spot.text.is_empty() {
            return None;
        }
        let (pixel, depth) = self.project(index, spot)?;
        let width = spot.width_m * self.rig.view().pixels_per_metre(&self.screen.frame, depth);
        let is_named = self.is_selected(index)
            || width >= style::style(spot.rank).from_px
                && (self.rig.mode() == CameraMode::Fly
                    || !is_hall(spot.rank) && depth < READ_FROM_M && !self.is_hidden(index, spot, hiding));
        is_named.then_some((width, pixel))
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

fn is_hall(rank: LabelRank) -> bool {
    matches!(rank, LabelRank::HallNumber | LabelRank::HallName)
}
