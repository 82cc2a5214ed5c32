//! `layout.json`: what stands where. Vocabulary of IMDF 1.0 (OGC 20-094); metres, x east, y north.

use super::id::{
    AisleId, AmenityId, BoothId, CategoryId, ConnectorId, FixtureId, KioskId, LevelId, OpeningId, ThemeId, UnitId,
    VenueId,
};
use super::{Language, LocalText, Point, Polygon};
use serde::{Deserialize, Serialize};

/// The `format` that a layout file must name.
pub const LAYOUT_FORMAT: &str = "fairway-layout/1";

macro_rules! file_type {
    ($($item:item)+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        $item
    )+};
}

macro_rules! kinds {
    ($($item:item)+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        $item
    )+};
}

file_type! {
    /// The whole file.
    pub struct Layout {
        /// `fairway-layout/1`.
        pub format: String,
        pub id: VenueId,
        pub name: LocalText,
        /// The languages that every text must have; the first is the venue's own.
        pub languages: Vec<Language>,
        /// An IANA zone: `Asia/Shanghai`. All times of the venue are in it.
        pub time_zone: String,
        /// What people call a stand here: `{"en": "booth", "zh-Hans": "展位"}`.
        pub booth_label: LocalText,
        #[serde(default)]
        pub about: About,
        /// Where the local axes lie on the Earth.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub georeference: Option<Georeference>,
        #[serde(default)]
        pub themes: Vec<Theme>,
        #[serde(default)]
        pub categories: Vec<Category>,
        pub levels: Vec<Level>,
        pub units: Vec<Unit>,
        #[serde(default)]
        pub openings: Vec<Opening>,
        #[serde(default)]
        pub connectors: Vec<Connector>,
        #[serde(default)]
        pub amenities: Vec<Amenity>,
        #[serde(default)]
        pub fixtures: Vec<Fixture>,
        #[serde(default)]
        pub kiosks: Vec<Kiosk>,
        #[serde(default)]
        pub aisles: Vec<Aisle>,
        #[serde(default)]
        pub booths: Vec<Booth>,
    }

    /// What the about panel says: what is fact, with its source, and what is illustration.
    #[derive(Default)]
    pub struct About {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub notice: Option<LocalText>,
        #[serde(default)]
        pub facts: Vec<Fact>,
        /// Credit that the data's licence asks for: `© OpenStreetMap contributors, ODbL`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub credit: Option<String>,
    }

    pub struct Fact {
        pub text: LocalText,
        pub source: String,
    }

    pub struct Georeference {
        /// WGS 84 degrees of the local origin.
        pub latitude: f64,
        pub longitude: f64,
        /// Degrees clockwise from true north to the local y axis.
        pub bearing_deg: f64,
    }

    pub struct Theme {
        pub id: ThemeId,
        pub name: LocalText,
        /// `#rrggbb`, sRGB.
        #[cfg_attr(feature = "cli", schemars(extend("pattern" = "^#[0-9A-Fa-f]{6}$")))]
        pub color: String,
    }

    pub struct Category {
        pub id: CategoryId,
        pub name: LocalText,
    }

    pub struct Level {
        pub id: LevelId,
        /// 0 is the ground; levels above count up, below count down. Each ordinal once.
        pub ordinal: i32,
        pub name: LocalText,
        /// Height of the level's floor over the ground's, in metres.
        pub elevation_m: f64,
    }

    /// A space with a border: IMDF's unit.
    pub struct Unit {
        pub id: UnitId,
        pub kind: UnitKind,
        pub level: LevelId,
        pub name: LocalText,
        /// What is painted large on a hall: `3`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<String>,
        pub polygon: Polygon,
        /// Clear height in metres.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub height_m: Option<f64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub theme: Option<ThemeId>,
        /// Seats of a room.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub capacity: Option<u32>,
    }

    /// A gap in the walls between two units, or between one and the outside. Its segment lies on the border of each.
    pub struct Opening {
        pub id: OpeningId,
        pub kind: OpeningKind,
        pub from: Point,
        pub to: Point,
        /// One unit (an opening to the outside) or two.
        pub between: Vec<UnitId>,
        /// An entrance that people name: "Metro entrance".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<LocalText>,
        /// Metres that one can pass through; the segment's length if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clear_width_m: Option<f64>,
        /// `false` where a step is in the way of wheels.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        pub step_free: bool,
    }

    /// What joins levels.
    pub struct Connector {
        pub id: ConnectorId,
        pub kind: ConnectorKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<LocalText>,
        /// Where one steps on and off, one a level, two at least.
        pub ends: Vec<ConnectorEnd>,
        /// Which way it carries; lifts, stairs and ramps go both ways.
        #[serde(default, skip_serializing_if = "Direction::is_both")]
        pub direction: Direction,
        /// Clear width in metres.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub width_m: Option<f64>,
        /// Metres walked along a ramp or stairs, where it is more than the straight line.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub length_m: Option<f64>,
    }

    pub struct ConnectorEnd {
        pub level: LevelId,
        pub point: Point,
        /// What it covers of that level's floor: nobody walks through it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub footprint: Option<Polygon>,
    }

    pub struct Amenity {
        pub id: AmenityId,
        pub kind: AmenityKind,
        pub level: LevelId,
        /// Where one stands to use it.
        pub point: Point,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<LocalText>,
        /// What it covers of the floor.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub footprint: Option<Polygon>,
    }

    /// What stands in the way, hangs over it, or ends in the floor.
    pub struct Fixture {
        pub id: FixtureId,
        pub kind: FixtureKind,
        pub level: LevelId,
        pub footprint: Polygon,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub height_m: Option<f64>,
    }

    pub struct Kiosk {
        pub id: KioskId,
        pub level: LevelId,
        pub point: Point,
        /// Degrees clockwise from the y axis: the way a person at the screen looks.
        pub heading_deg: f64,
        pub name: LocalText,
        /// How the page behaves there, where it is not as usual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub manner: Option<KioskManner>,
    }

    #[derive(Default)]
    #[cfg_attr(test, derive(ts_rs::TS))]
    pub struct KioskManner {
        /// Those that are offered, the first one at first; all that the page has if there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(test, ts(type = "string[]"))]
        pub languages: Vec<Language>,
        /// Seconds without a touch after which it asks whether somebody is still there; 60 if it does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub idle_s: Option<u32>,
        /// What it tells people who pass by, one after the other.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub greetings: Vec<LocalText>,
        /// The hour of the venue's day, 0 to 23, in which it begins anew while nobody uses it; at none if it does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reload_hour: Option<u8>,
        /// Digits: they open the page that says how it does, behind a long press on the upper left corner. No code, no page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub health_code: Option<String>,
        /// Where on the site's own host it tells how it does, as a path: `/kiosks/health`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub health_url: Option<String>,
    }

    /// A way between stands that has a name.
    pub struct Aisle {
        pub id: AisleId,
        pub unit: UnitId,
        pub kind: AisleKind,
        pub name: LocalText,
        /// Its centre line.
        pub line: Vec<Point>,
        pub width_m: f64,
    }

    /// One stand.
    pub struct Booth {
        /// As painted on the floor: `3B12`.
        pub id: BoothId,
        /// The hall that it stands in.
        pub unit: UnitId,
        pub kind: BoothKind,
        pub footprint: Polygon,
        /// Numbers of the footprint's sides that open to an aisle; side 0 runs from the first corner to the second.
        pub open_sides: Vec<usize>,
        /// Height that it is built to, in metres.
        pub height_m: f64,
        /// Has an upper deck.
        #[serde(default, skip_serializing_if = "is_no")]
        pub double_deck: bool,
    }
}

kinds! {
    pub enum UnitKind {
        /// An exhibition hall; walled.
        Hall,
        /// A room; walled.
        Room,
        /// A shop or other let place with walls, as imported buildings have.
        Shop,
        /// Open floor that joins halls.
        Concourse,
        /// Open floor; unwalled towards other open floor.
        Corridor,
        /// Open floor without walls of its own.
        Area,
        /// Ground outside that one can walk on.
        Outdoor,
    }

    pub enum OpeningKind {
        Door,
        /// A way in from outside that visitors use.
        Entrance,
        /// Never part of a route.
        EmergencyExit,
        /// A gap without a door.
        Passage,
    }

    pub enum ConnectorKind {
        Lift,
        Escalator,
        Stairs,
        Ramp,
    }

    #[derive(Default)]
    pub enum Direction {
        #[default]
        Both,
        Up,
        Down,
    }

    pub enum AmenityKind {
        Restroom,
        RestroomWheelchair,
        Cafe,
        Restaurant,
        FirstAid,
        Information,
        Cloakroom,
        PrayerRoom,
        NursingRoom,
        Charging,
        Atm,
        Seating,
        Lockers,
        Other,
    }

    pub enum FixtureKind {
        Column,
        Hydrant,
        Wall,
        Shutter,
        Planter,
        Furniture,
        /// Electricity for stands, in a box in the floor.
        Power,
        /// Water and a drain for stands, in a box in the floor.
        Water,
        /// Compressed air for stands, in a box in the floor.
        Air,
        /// Network for stands, in a box in the floor.
        Data,
    }

    pub enum AisleKind {
        Main,
        Secondary,
    }

    pub enum BoothKind {
        /// Built by the organiser from panels.
        ShellScheme,
        /// Built by the exhibitor on bare floor.
        RawSpace,
    }
}

impl FixtureKind {
    /// Whether people walk round it: a fire shutter hangs overhead, and one walks over services.
    pub fn is_in_the_way(self) -> bool {
        self != Self::Shutter && !self.is_service()
    }

    pub fn is_service(self) -> bool {
        matches!(self, Self::Power | Self::Water | Self::Air | Self::Data)
    }
}

impl UnitKind {
    /// Whether walls stand all round it, so that one enters by an opening only.
    pub fn is_walled(self) -> bool {
        matches!(self, Self::Hall | Self::Room | Self::Shop)
    }
}

impl ConnectorKind {
    /// Whether wheels can use it.
    pub fn is_step_free(self) -> bool {
        matches!(self, Self::Lift | Self::Ramp)
    }
}

impl Direction {
    pub fn is_both(&self) -> bool {
        *self == Self::Both
    }

    /// Whether it carries over that rise: up if positive.
    pub fn allows(self, rise_m: f64) -> bool {
        match self {
            Self::Both => true,
            Self::Up => rise_m > 0.0,
            Self::Down => rise_m < 0.0,
        }
    }
}

fn yes() -> bool {
    true
}

fn is_yes(value: &bool) -> bool {
    *value
}

fn is_no(value: &bool) -> bool {
    !*value
}
