//! What an instruction says, as data: all that a walker is given besides the manoeuvre. The sentences are worded from it and from nothing else.

use super::Maneuver;
use crate::venue::PlaceId;
use serde::{Deserialize, Serialize};

/// What one step says. Ids are those of the venue's places, aisles and levels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Cues {
    /// How one stands at the start; in the first step alone.
    pub start: Option<Start>,
    /// What one has just passed where the manoeuvre is made, on the side that one turns to or goes through the door on.
    pub after: Option<Landmark>,
    /// Where exactly the turn is made, if that is not plain.
    pub bend: Option<Bend>,
    /// The how-manyth of the doors that look alike, on the side where it is, counted from what one has just passed or else from the manoeuvre
    /// before; `None` for the first.
    pub nth: Option<u32>,
    /// A turn right before the openings or the connector.
    pub turn: Option<Maneuver>,
    /// The openings to go through, one behind the other, or the connector to take.
    pub through: Vec<PlaceId>,
    /// The unit or the level that one gets into.
    pub into: Option<PlaceId>,
    /// A turn right behind the openings, the connector or the start.
    pub then: Option<Maneuver>,
    /// The aisle that one walks along.
    pub along: Option<PlaceId>,
    /// What one walks up to, in sight from here.
    pub towards: Option<PlaceId>,
    /// What one passes on the way.
    pub past: Option<Landmark>,
    /// How many booths one passes on the way, on the side of the goal.
    pub booths: Option<Passed>,
    /// Metres to walk until the next step, as people say them; `None` if not worth a word.
    pub walk_m: Option<f64>,
    /// Where the goal is when one has arrived.
    pub goal: Option<Side>,
    /// What the goal is next to.
    pub beside: Option<PlaceId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// One stands with the back to the place; `then` is relative to that.
    BackTo,
    /// One walks off with the place on the left.
    OnTheLeft,
    /// One walks off with the place on the right.
    OnTheRight,
    /// One walks out of it.
    Leave,
    /// One goes through it.
    Through,
    /// One is there.
    From,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Left,
    Right,
    Ahead,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Bend {
    /// Round the corner of a wall, which nothing else tells.
    Corner,
    /// At the far end of what one has passed: one has bent round its near corner before.
    FarEnd,
}

/// A place at the way, and on which side of the walker it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Landmark {
    pub place: PlaceId,
    pub side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Passed {
    pub count: u32,
    pub side: Side,
}
