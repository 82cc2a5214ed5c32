//! `live.json`: what holds for now. Closures, one-way rules, opening hours, crowds, changes of the programme, announcements. All times are the venue's own.

use super::id::{AisleId, ConnectorId, LevelId, OpeningId, PlaceId, SessionId, UnitId};
use super::{Day, LocalText, LocalTime, Polygon};
use serde::{Deserialize, Serialize};

/// The `format` that a live file must name.
pub const LIVE_FORMAT: &str = "fairway-live/1";

macro_rules! file_type {
    ($($item:item)+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        $item
    )+};
}

file_type! {
    /// The whole file. It may be missing: then nothing is closed, and nowhere is a crowd.
    pub struct Live {
        /// `fairway-live/1`.
        pub format: String,
        /// When it was as this says: of two files, the older one never takes the place of the newer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub as_of: Option<LocalTime>,
        #[serde(default)]
        pub closures: Vec<Closure>,
        #[serde(default)]
        pub one_way: Vec<OneWay>,
        #[serde(default)]
        pub hours: Vec<Hours>,
        #[serde(default)]
        pub crowds: Vec<Crowd>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sessions: Vec<SessionChange>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub announcements: Vec<Announcement>,
    }

    /// What has become of a session: `{"session": "session-007", "cancelled": true}`, or another room or time.
    pub struct SessionChange {
        pub session: SessionId,
        #[serde(default)]
        pub cancelled: bool,
        /// As in the programme if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub room: Option<UnitId>,
        /// As in the programme if not said; with `end`, or it becomes shorter or longer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub start: Option<LocalTime>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub end: Option<LocalTime>,
        /// A few words that people are told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<LocalText>,
    }

    /// What everyone is told.
    #[cfg_attr(test, derive(ts_rs::TS))]
    pub struct Announcement {
        pub text: LocalText,
        /// Already now if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<LocalTime>,
        /// As long as it stands here if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<LocalTime>,
    }

    /// What nobody may pass: `{"what": {"place": "aisle-c"}, "until": "2026-09-24T14:00"}`. A lift out of order is one, with a reason.
    pub struct Closure {
        pub what: Extent,
        /// Already now if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<LocalTime>,
        /// For good if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<LocalTime>,
        /// A few words that people are told: `{"en": "out of order", "zh-Hans": "故障"}`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<LocalText>,
    }

    /// What may be passed one way only.
    pub struct OneWay {
        pub way: Way,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<LocalTime>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<LocalTime>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<LocalText>,
    }

    /// When one can be in a unit. Without a row here it has no hours of its own.
    pub struct Hours {
        pub unit: UnitId,
        pub days: Vec<Day>,
    }

    /// How full it is: an estimate that makes walking there slower.
    pub struct Crowd {
        pub what: Extent,
        /// From 0 to 5; at 5.4 nobody moves any more (Weidmann 1993).
        #[cfg_attr(feature = "cli", schemars(range(min = 0, max = 5)))]
        pub persons_per_m2: f64,
    }

    /// Where something holds.
    #[serde(rename_all = "snake_case")]
    pub enum Extent {
        /// An opening, a connector, an aisle, a unit or an amenity (for a crowd: an aisle or a unit).
        Place(PlaceId),
        Area(Area),
    }

    pub struct Area {
        pub level: LevelId,
        pub polygon: Polygon,
    }

    /// The one way.
    #[serde(rename_all = "snake_case")]
    pub enum Way {
        Opening(WayThrough),
        Connector(WayWith),
        Aisle(WayAlong),
    }

    /// Through an opening, into one of its units.
    pub struct WayThrough {
        pub id: OpeningId,
        pub into: UnitId,
    }

    pub struct WayWith {
        pub id: ConnectorId,
        pub direction: UpOrDown,
    }

    /// Along an aisle, as its centre line is drawn or against that.
    pub struct WayAlong {
        pub id: AisleId,
        pub direction: AlongLine,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UpOrDown {
    Up,
    Down,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlongLine {
    /// From the line's first point to its last.
    Forward,
    Backward,
}

impl Live {
    /// The file of a venue that has none.
    pub fn none() -> Self {
        Self {
            format: LIVE_FORMAT.to_owned(),
            as_of: None,
            closures: Vec::new(),
            one_way: Vec::new(),
            hours: Vec::new(),
            crowds: Vec::new(),
            sessions: Vec::new(),
            announcements: Vec::new(),
        }
    }

    /// When anything begins or ends, in no order.
    pub fn changes(&self) -> impl Iterator<Item = &LocalTime> {
        let closures = self.closures.iter().flat_map(|closure| [&closure.from, &closure.until]);
        let one_way = self.one_way.iter().flat_map(|rule| [&rule.from, &rule.until]);
        let days = self.hours.iter().flat_map(|hours| &hours.days);
        let hours = days.flat_map(|day| [&day.open, &day.close]);
        closures.chain(one_way).flatten().chain(hours)
    }

    /// Whether it says nothing.
    pub fn is_none(&self) -> bool {
        *self == Self::none()
    }
}
