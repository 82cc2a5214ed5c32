//! Files → checked [`Venue`]. Everything else asks the venue; nothing else reads its files.

mod bundle;
pub(crate) mod by_name;
mod checked;
mod door;
mod exhibitors;
mod finding;
mod geometry;
mod id;
mod layout;
mod live;
mod nearest;
mod place;
mod programme;
#[cfg(feature = "cli")]
mod read;
mod rules;
mod text;

pub use bundle::{BUNDLE_FORMAT, BuiltVenue, Bundle, BundleError, FreeFloor, ModelFile, VenueFiles, read_bundle};
pub use checked::{Rejected, Venue};
#[cfg(feature = "cli")]
pub(crate) use door::is_near;
pub use door::{Unread, findings as door_findings};
pub use exhibitors::{EXHIBITORS_FORMAT, Exhibitor, Exhibitors};
pub use finding::{FilePlace, Finding, Severity};
pub use geometry::{Bounds, Point, Polygon, cross, nearest_on_segment, segments_cross};
pub use id::{
    AisleId, AmenityId, BoothId, CategoryId, ConnectorId, ExhibitorId, FixtureId, KioskId, LevelId, OpeningId, PlaceId,
    SessionId, ThemeId, TrackId, UnitId, VenueId,
};
pub use layout::{
    About, Aisle, AisleKind, Amenity, AmenityKind, Booth, BoothKind, Category, Connector, ConnectorEnd, ConnectorKind,
    Direction, Fact, Fixture, FixtureKind, Georeference, Kiosk, KioskManner, LAYOUT_FORMAT, Layout, Level, Opening,
    OpeningKind, Theme, Unit, UnitKind,
};
pub use live::{
    AlongLine, Announcement, Area, Closure, Crowd, Extent, Hours, LIVE_FORMAT, Live, OneWay, SessionChange, UpOrDown,
    Way, WayAlong, WayThrough, WayWith,
};
pub use nearest::nearest;
pub use place::Place;
pub use programme::{Day, LocalTime, NotATime, PROGRAMME_FORMAT, ProgrammeFile, Session, Track};
#[cfg(feature = "cli")]
pub use read::{ExhibitorsText, ReadVenue, VenueTexts, read, read_live};
pub use rules::{Applies, RULES_FORMAT, Rule, RuleUnit, Rules};
pub use text::{Language, LocalText};
