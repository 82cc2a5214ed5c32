//! What a route is: `Route` → `Leg` (between consecutive stops) → `Step` (a manoeuvre and the way after it), as OSRM and Valhalla name them.

use super::Cues;
use crate::venue::{LevelId, LocalText, LocalTime, PlaceId, Point};
use serde::{Deserialize, Serialize};

/// Who walks. Each is a row of data in `profile.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    #[default]
    Walking,
    Brisk,
    Slow,
    /// Wheels: no stairs, no escalators, no steps, no narrow doors.
    StepFree,
    /// No stairs, no escalators, no narrow doors.
    Pram,
}

/// From where or to where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged, try_from = "StopFields")]
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
    /// The person's own speed on the level in metres a second, from 0.2 to 3, instead of the profile's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub speed_m_s: Option<f64>,
    /// Openings, connectors, aisles, units or amenities that are closed now, beside what the venue's live file says.
    #[serde(default)]
    pub closed: Vec<PlaceId>,
    /// Without a time, what has a beginning is not known to have begun: see `docs/venue-files.md`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub when: Option<When>,
}

/// A stop as JSON spells it. Read by this, and not variant by variant, which takes three more kilobytes of program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StopFields {
    place: Option<PlaceId>,
    level: Option<LevelId>,
    point: Option<Point>,
}

impl TryFrom<StopFields> for Stop {
    type Error = &'static str;

    fn try_from(fields: StopFields) -> Result<Self, Self::Error> {
        match fields {
            StopFields {
                place: Some(place),
                level: None,
                point: None,
            } => Ok(Self::Place { place }),
            StopFields {
                place: None,
                level: Some(level),
                point: Some(point),
            } => Ok(Self::Point { level, point }),
            _ => Err("a stop is a `place`, or a `level` and a `point`"),
        }
    }
}

impl RouteRequest {
    /// On foot, at no particular time, with nothing closed but what the live file says.
    pub fn between(from: Stop, to: Stop) -> Self {
        Self {
            from,
            to,
            profile: Profile::Walking,
            speed_m_s: None,
            closed: Vec::new(),
            when: None,
        }
    }
}

/// When a way is to begin or to end, in the venue's time: `{"depart_at": "2026-09-24T10:00"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum When {
    DepartAt(LocalTime),
    /// As late as can be, and be there by then.
    ArriveBy(LocalTime),
}

/// A way from stop to stop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Route {
    pub profile: Profile,
    pub distance_m: f64,
    /// Waits included.
    pub duration_s: f64,
    /// When to set out and when one is there, to the minute; `None` if the request has no time.
    pub depart: Option<LocalTime>,
    pub arrive: Option<LocalTime>,
    pub legs: Vec<Leg>,
    /// The line to draw. Two points with one position and different levels are a lift.
    pub points: Vec<RoutePoint>,
    /// The openings and connectors that it leads through, in order.
    pub passages: Vec<Through>,
    pub waits: Vec<Wait>,
    /// Whether it leads through a crowd, so that its times are estimates.
    pub crowded: bool,
}

/// An opening or a connector of a route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Through {
    /// An index into the route's `points`: where one enters it. One leaves it at the next point.
    pub point: usize,
    pub place: PlaceId,
    /// Without a wait before it.
    pub duration_s: f64,
}

/// A wait before something that is shut when one comes to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Wait {
    /// An index into the route's `points`.
    pub point: usize,
    pub duration_s: f64,
    pub ban: Ban,
    /// One sentence: "Wait here until 14:00, when Aisle C opens."
    pub text: LocalText,
}

/// Why something must not be passed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ban {
    pub kind: BanKind,
    /// What is closed; `None` for an area.
    pub place: Option<PlaceId>,
    /// The same as a sentence names it: "Aisle C", "the lift", "a part of Hall 3".
    pub what: LocalText,
    /// What the live file says of it: "out of order".
    pub reason: Option<LocalText>,
    /// When it ends; `None` if it does not.
    pub until: Option<LocalTime>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BanKind {
    Closed,
    /// Closed in the other direction.
    OneWay,
    /// Closed because of its hours.
    OutsideHours,
}

/// What becomes of an accepted route that a ban has hit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Detour {
    /// The route instead.
    pub route: Route,
    /// What hit the accepted one: the first ban on its way.
    pub ban: Ban,
    /// How much longer it takes; negative if it is shorter.
    pub extra_s: f64,
    /// By way of what, if it can be said.
    pub via: Option<LocalText>,
    /// One sentence: "Detour by Hall 4: Aisle C is closed until 14:00, +2 min."
    pub text: LocalText,
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

impl Maneuver {
    /// Whether it is a way with a connector.
    pub fn is_ride(self) -> bool {
        matches!(
            self,
            Self::Lift
                | Self::EscalatorUp
                | Self::EscalatorDown
                | Self::StairsUp
                | Self::StairsDown
                | Self::RampUp
                | Self::RampDown
        )
    }
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
    /// There would be a way without these bans. `closed` are the places among them.
    Closed { closed: Vec<PlaceId>, bans: Vec<Ban> },
    /// Nobody walks at such a speed.
    BadSpeed { speed_m_s: f64 },
    /// The floors do not touch.
    Apart,
}

/// Metres to the millimetre, as routes tell them: no digits that mean nothing.
pub(super) fn to_mm(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0
}
