//! What the page tells of the venue: its scene, the route, the highest level shown, the language.

use super::commands::{Outbox, Step, Told};
use super::path::Path;
use super::site::Site;
use super::{StageCommand, StageEvent, Target};
use crate::wayfinding::RoutePoint;
use bevy::prelude::*;

/// Which levels are shown.
#[derive(Resource, Debug, Default, PartialEq)]
pub struct Shown {
    /// The highest that the page wants to be shown, by its ordinal; all if `None`.
    told: Option<i32>,
    /// The level of the place that is looked at: what lies above would hide it.
    looked_at: Option<i32>,
}

impl Shown {
    /// The highest level that is shown; all if `None`.
    pub fn highest(&self) -> Option<i32> {
        self.told.into_iter().chain(self.looked_at).min()
    }

    pub fn shows(&self, ordinal: i32) -> bool {
        self.highest().is_none_or(|highest| ordinal <= highest)
    }
}

/// Of labels.
#[derive(Resource, Debug)]
pub struct Language(pub String);

/// The route as it was told: its levels' heights are known with the scene.
#[derive(Resource, Debug, Default)]
struct RouteTold(Vec<RoutePoint>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Site>()
        .init_resource::<Path>()
        .init_resource::<Shown>()
        .init_resource::<RouteTold>()
        .insert_resource(Language("en".into()))
        .add_systems(Update, (listen, lay_route).chain().in_set(Step::Listen));
}

fn listen(
    mut told: MessageReader<Told>,
    site: Res<Site>,
    mut shown: ResMut<Shown>,
    mut language: ResMut<Language>,
    mut route: ResMut<RouteTold>,
    mut outbox: ResMut<Outbox>,
) {
    for Told(command) in told.read() {
        match command {
            StageCommand::SetLanguage { language: new } => language.0.clone_from(new),
            StageCommand::ShowRoute { points } => route.0.clone_from(points),
            StageCommand::ShowLevel { level } => {
                shown.looked_at = None;
                shown.told = level.as_ref().and_then(|id| site.level(id)).map(|level| level.ordinal);
                if let (Some(id), None) = (level, shown.told) {
                    outbox.tell(StageEvent::NotUnderstood {
                        message: format!("there is no level {id}"),
                    });
                }
            }
            StageCommand::LookAt {
                target: Target::Place { place },
            } => shown.looked_at = site.place(place).map(|place| place.ordinal),
            StageCommand::LookAt { .. }
            | StageCommand::Walk { .. }
            | StageCommand::Stand { .. }
            | StageCommand::FollowRoute => shown.looked_at = None,
            _ => {}
        }
    }
}

fn lay_route(route: Res<RouteTold>, site: Res<Site>, mut path: ResMut<Path>) {
    if route.is_changed() || site.is_changed() {
        path.set_if_neq(Path::new(site.route(&route.0)));
    }
}
