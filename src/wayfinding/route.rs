//! What a route is: `Route` → `Leg` (between consecutive stops) → `Step` (a manoeuvre and the way after it), as OSRM and Valhalla name them.

use super::Cues;
use crate::venue::{LevelId, LocalText, PlaceId, Point};
use serde::{Deserialize, Serialize};

/// Who walks. Each is a row of data in `profile.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    #[default]
    Walking,
    /// Wheels: no stairs, no escalators, no steps, no narrow doors.
    StepFree,
}

/// From where or to where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Stop {
    /// A place by its id.
    Place { place: PlaceId },
    /// Any point that one can stand on.
    Point { level: LevelId, point: Point },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RouteRequest {
    pub from: Stop,
    pub to: Stop,
    pub profile: Profile,
    /// Openings, connectors, aisles or units that are closed now.
    #[serde(default)]
    pub closed: Vec<PlaceId>,
}

/// A way from stop to stop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Route {
    pub profile: Profile,
    pub distance_m: f64,
    pub duration_s: f64,
    pub legs: Vec<Leg>,
    /// The line to draw. Two points with one position and different levels are a lift.
    pub points: Vec<RoutePoint>,
}

/// The way between two consecutive stops.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Leg {
    pub from: LocalText,
    pub to: LocalText,
    pub distance_m: f64,
    pub duration_s: f64,
    pub steps: Vec<Step>,
}

/// A manoeuvre, and the way after it until the next one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Step {
    pub maneuver: Maneuver,
    /// One sentence in each of the venue's languages that Fairway speaks.
    pub text: LocalText,
    pub distance_m: f64,
    pub duration_s: f64,
    pub level: LevelId,
    /// Where it begins: an index into the route's `points`.
    pub first_point: usize,
    /// What the sentence says besides the manoeuvre.
    pub cues: Cues,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Maneuver {
    Depart,
    Straight,
    SlightLeft,
    SlightRight,
    Left,
    Right,
    SharpLeft,
    SharpRight,
    /// Through an opening.
    Enter,
    Lift,
    EscalatorUp,
    EscalatorDown,
    StairsUp,
    StairsDown,
    RampUp,
    RampDown,
    Arrive,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RoutePoint {
    pub x: f64,
    pub y: f64,
    pub level: LevelId,
}

/// Why there is no route. `text` is a whole sentence with the next step, in each language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[error("{}", .text.in_language("en"))]
pub struct NoWay {
    pub reason: NoWayReason,
    pub text: LocalText,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoWayReason {
    /// There is no such place.
    UnknownPlace { place: PlaceId },
    /// Nobody can stand there: closed in by stands or walls.
    WalledIn { place: Option<PlaceId> },
    /// The venue's data has no connector between the levels.
    LevelsNotJoined { from: LevelId, to: LevelId },
    /// There is a way, but not for this profile.
    UnfitForProfile { profile: Profile },
    /// There would be a way without these closures.
    Closed { closed: Vec<PlaceId> },
    /// The floors do not touch.
    Apart,
}

/// Metres to the millimetre, as routes tell them: no digits that mean nothing.
pub(super) fn to_mm(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0
}
