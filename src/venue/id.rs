//! Identifiers of what a venue holds. All ids of one venue share one namespace, so that an id alone names a place, in a link as on the command line.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// The venue itself: also its folder's name on the site.
    VenueId,
    /// A level: all that is at one height.
    LevelId,
    /// A unit: hall, room, concourse, corridor.
    UnitId,
    /// An opening: door, entrance, emergency exit.
    OpeningId,
    /// A connector: lift, escalator, stairs, ramp.
    ConnectorId,
    /// An amenity: restroom, café, first aid.
    AmenityId,
    /// A fixture: column, hydrant, wall.
    FixtureId,
    /// A kiosk's position.
    KioskId,
    /// A booth, as painted on the floor: `3B12`.
    BoothId,
    /// A named aisle.
    AisleId,
    /// A theme that halls carry.
    ThemeId,
    /// A category of what exhibitors show.
    CategoryId,
    /// A business that exhibits.
    ExhibitorId,
    /// A session of the programme.
    SessionId,
    /// A track of the programme.
    TrackId,
    /// Any of the above that a person can look up or walk to.
    PlaceId,
}

macro_rules! places {
    ($($name:ident),+ $(,)?) => {$(
        impl From<&$name> for PlaceId {
            fn from(id: &$name) -> Self {
                PlaceId(id.0.clone())
            }
        }
    )+};
}

places!(
    LevelId,
    UnitId,
    OpeningId,
    ConnectorId,
    AmenityId,
    KioskId,
    BoothId,
    AisleId,
    ExhibitorId,
    SessionId
);
