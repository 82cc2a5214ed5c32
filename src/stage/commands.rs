//! The page's commands, in a queue until the next frame; the stage's events, in one until the page fetches them.

use super::{StageCommand, StageEvent};
use bevy::prelude::*;

/// A command of the page, for whichever systems it concerns.
#[derive(Message, Debug)]
pub struct Told(pub StageCommand);

/// What the page will be told.
#[derive(Resource, Debug, Default)]
pub struct Outbox(pub Vec<StageEvent>);

impl Outbox {
    pub fn tell(&mut self, event: StageEvent) {
        self.0.push(event);
    }
}

/// The order of a frame.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// What the venue is and what is to be shown of it.
    Listen,
    /// The camera.
    Move,
    /// What follows from both: ribbon, selection, labels, picks.
    Show,
    /// The picture.
    Paint,
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Told>()
        .init_resource::<Outbox>()
        .configure_sets(Update, (Step::Listen, Step::Move, Step::Show, Step::Paint).chain());
}
