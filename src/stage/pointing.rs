//! What the pointer is over, and what was tapped.

use super::camera::Rig;
use super::canvas::Screen;
use super::commands::{Outbox, Step, Told};
use super::labels::LabelsOnScreen;
use super::picking;
use super::selection::Selection;
use super::site::{PlaceKind, Site};
use super::venue::Shown;
use super::{CameraMode, StageCommand, StageEvent};
use crate::venue::PlaceId;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

/// What is narrower in the picture is too small to mean: the hall round it is meant.
const SMALLEST_PX: f32 = 5.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, point.in_set(Step::Show));
}

#[derive(SystemParam)]
struct Sight<'w> {
    site: Res<'w, Site>,
    rig: Res<'w, Rig>,
    screen: Res<'w, Screen>,
    shown: Res<'w, Shown>,
    labels: Res<'w, LabelsOnScreen>,
}

impl Sight<'_> {
    fn place_at(&self, pixel: Vec2) -> Option<PlaceId> {
        if let Some(label) = self.labels.at(pixel) {
            return self.site.labels().get(label).map(|label| label.place.clone());
        }
        let (view, frame) = (self.rig.view(), &self.screen.frame);
        let ray = view.ray(frame, pixel);
        let id = picking::pick(&self.site, &ray, self.shown.highest())?;
        let place = self.site.place(&id)?;
        let depth = (place.bounds.center() - view.eye).dot(view.forward());
        let width = place.bounds.size().truncate().max_element() * view.pixels_per_metre(frame, depth);
        if place.kind != PlaceKind::Unit && width < SMALLEST_PX && self.rig.mode() == CameraMode::Fly {
            return self
                .site
                .unit_at(place.bounds.center().truncate(), place.ordinal)
                .cloned();
        }
        Some(id)
    }
}

fn point(mut told: MessageReader<Told>, sight: Sight, mut selection: ResMut<Selection>, mut outbox: ResMut<Outbox>) {
    for Told(command) in told.read() {
        match command {
            StageCommand::Pick { at, peek } => outbox.tell(StageEvent::Picked {
                place: sight.place_at((*at).into()),
                at: *at,
                peek: *peek,
            }),
            StageCommand::Hover { at } => {
                let place = at.and_then(|at| sight.place_at(at.into()));
                if place != selection.hovered {
                    selection.hovered.clone_from(&place);
                    outbox.tell(StageEvent::Hovered { place });
                }
            }
            _ => {}
        }
    }
}
