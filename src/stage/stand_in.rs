//! Halls that no model shows, since theirs is on its way or cannot be used: their outlines from the plan, as low walls.

use super::commands::Step;
use super::loading::Loading;
use super::models;
use super::overlay::{Overlay, Overlays};
use super::shapes::{Rgba, Shape, rgba};
use super::site::Site;
use bevy::prelude::*;

const WALL_M: f32 = 3.0;
const BAND_M: f32 = 0.6;
const FOOT: Rgba = rgba(0x8A_90_96, 150);
const TOP: Rgba = rgba(0x8A_90_96, 40);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        draw.run_if(models::are_in).run_if(is_at_rest).in_set(Step::Show),
    );
}

/// Looking for bare halls takes a while among tens of thousands of stands.
fn is_at_rest(loading: Res<Loading>) -> bool {
    loading.is_at_rest()
}

fn draw(site: Res<Site>, mut overlays: Overlays, mut overlay: Local<Overlay>) {
    if !site.is_changed() {
        return;
    }
    let mut shape = Shape::default();
    for (outline, floor) in site.bare_halls() {
        shape.border(&outline, floor, BAND_M, FOOT);
        shape.walls(&outline, floor, WALL_M, FOOT, TOP);
    }
    overlays.show(&mut overlay, &shape);
}
