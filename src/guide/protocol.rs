//! What the page and the guide say to each other. The page speaks in commands, the guide answers each with one event.
//! The TypeScript types in `web/src/bindings/` are generated from these by `cargo test`.

use crate::directory::{Facet, Filter, Hit, HitKind};
use crate::itinerary::day::{DayConflict, DayPlan, DayStop};
use crate::venue::{
    AmenityKind, Announcement, Bounds, ConnectorKind, Day, Fact, FixtureKind, KioskManner, LevelId, LocalText,
    LocalTime, ModelFile, OpeningKind, PlaceId, Point, Polygon, UnitId, UnitKind,
};
use crate::wayfinding::{NoWay, Profile, Route, RoutePoint, RouteRequest, Stop};
use serde::{Deserialize, Serialize};

macro_rules! message {
    ($($item:item)+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        $item
    )+};
}

message! {
    /// From the page to the guide. The venue itself arrives as bytes, beside these.
    // Not tagged inside, as events are: reading that takes six more kilobytes of program.
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(test, ts(export))]
    pub enum GuideCommand {
        /// Finds exhibitors, booths, products, categories, sessions, rooms, amenities, halls.
        Search(SearchRequest),
        /// All about one place, for its card.
        Describe { place: PlaceId },
        /// What is in a hall (or any unit), in walking order.
        ListUnit { unit: UnitId },
        /// A line for each of these that exists, in their order: what a person keeps.
        ListPlaces { places: Vec<PlaceId>, language: String },
        /// Every session, in the order of time, and which of the `kept` ones overlap.
        ListProgramme { kept: Vec<PlaceId> },
        /// Named ways in, kiosks and information desks: where a person may be.
        ListStarts { language: String },
        /// Which place is at a point of the plan.
        Pick { level: LevelId, point: Point },
        PlanRoute { request: RouteRequest },
        /// The best order of many stops, with the times at each.
        PlanDay { request: DayWish },
        /// The shapes of the 2D plan.
        DrawPlan,
        /// What the stage needs beside the models: labels, walls, levels.
        DescribeScene,
    }

    /// From the guide to the page.
    #[serde(tag = "type", rename_all = "snake_case")]
    #[cfg_attr(test, ts(export))]
    pub enum GuideEvent {
        VenueOpened { summary: VenueSummary },
        /// The bytes are no venue. `details` are for the organiser, in English.
        VenueRefused { reason: RefusedReason, details: Vec<String> },
        /// `total` counts the lines beyond the limit too, and `facets` say what one could choose: both with a filter only.
        /// `meant` is what may lead somewhere, where nothing was found.
        Found { query: String, hits: Vec<Hit>, total: usize, facets: Vec<Facet>, meant: Option<String> },
        Described { card: Card },
        /// There is no such place; `suggestions` are spelt alike.
        PlaceUnknown { place: PlaceId, suggestions: Vec<PlaceId> },
        UnitListed { unit: UnitId, rows: Vec<UnitRow> },
        PlacesListed { hits: Vec<Hit> },
        /// `clashes` are pairs of sessions that nobody can attend both of, the earlier one first.
        ProgrammeListed { sessions: Vec<SessionLine>, clashes: Vec<(PlaceId, PlaceId)> },
        StartsListed { starts: Vec<Hit> },
        Picked { place: Option<PlaceId> },
        /// `detour` says why it differs from the route that was planned for the same request before, and at which price.
        RoutePlanned { route: Route, detour: Option<LocalText> },
        RouteRefused { no_way: NoWay },
        /// `stops` are those of the wish that exist, in its order.
        /// The `cancelled` sessions among them are not in the outcome.
        DayAnswered { stops: Vec<Hit>, cancelled: Vec<PlaceId>, outcome: DayOutcome },
        PlanDrawn { plan: Plan },
        SceneDescribed { scene: Scene },
        /// What holds for now is another than before, or the same: what everyone is told, and the sessions that are not as planned.
        LiveSet { changed: bool, announcements: Vec<Announcement>, sessions: Vec<SessionLine> },
        /// The bytes are no live file; what held before still does. `details` are for the organiser, in English.
        LiveRefused { details: Vec<String> },
        /// The command itself could not be read: page and guide are of different versions.
        NotUnderstood { message: String },
    }

    pub struct SearchRequest {
        pub query: String,
        pub language: String,
        pub limit: usize,
        /// Those that are found are ranked by the walk there.
        pub near: Option<Near>,
        /// Only what it leaves is found; where nothing was typed, all exhibitors by name.
        pub filter: Option<Filter>,
    }

    /// Where a person is, and how they walk.
    pub struct Near {
        pub from: Stop,
        pub profile: Profile,
        /// The person's own speed, as in a [`RouteRequest`].
        #[cfg_attr(test, ts(optional))]
        pub speed_m_s: Option<f64>,
    }

    /// What a person wants of a day.
    pub struct DayWish {
        pub from: Stop,
        /// Places and sessions. A session is attended from its start to its end, whatever its minutes.
        pub stops: Vec<DayStop>,
        /// Whether they are to be visited in this order, and not in the best one.
        #[serde(default)]
        #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
        pub in_order: bool,
        pub depart: LocalTime,
        /// When all of it must be over, if that is before the fair closes.
        #[cfg_attr(test, ts(optional))]
        pub until: Option<LocalTime>,
        pub profile: Profile,
        /// The person's own speed, as in a [`RouteRequest`].
        #[cfg_attr(test, ts(optional))]
        pub speed_m_s: Option<f64>,
        pub language: String,
    }

    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum DayOutcome {
        /// `points` are the line of the whole walk; `arrivals` say which of them each visit is reached at.
        Planned { plan: DayPlan, points: Vec<RoutePoint>, arrivals: Vec<usize> },
        /// The fair is not open at the departure.
        OutsideHours,
        /// It would be over before it begins.
        OverBefore,
        /// These cannot be had together.
        Conflict { conflict: DayConflict },
        TooMany { most: usize },
        NoWay { no_way: NoWay },
        /// Nothing that a page asks for. `message` is in English.
        BadWish { message: String },
    }

    #[serde(rename_all = "snake_case")]
    pub enum RefusedReason {
        /// Not JSON at all: truncated, or a host's HTML error page.
        NotData,
        /// A format version that this guide does not know.
        UnknownFormat,
        /// JSON of the right format, with errors.
        Invalid,
        /// No hall, room or other unit.
        Empty,
    }

    pub struct VenueSummary {
        pub id: String,
        pub name: LocalText,
        pub languages: Vec<String>,
        pub time_zone: String,
        pub booth_label: LocalText,
        pub notice: Option<LocalText>,
        pub facts: Vec<FactLine>,
        pub credit: Option<String>,
        /// Degrees clockwise from true north to the plan's up; 0 if the venue does not say.
        #[serde(default)]
        pub bearing_deg: f64,
        /// In the order of their ordinals, lowest first.
        pub levels: Vec<LevelSummary>,
        /// Halls first, in the order of their numbers; then rooms and shops.
        pub units: Vec<UnitSummary>,
        /// What `ListStarts` answers, in the venue's own language.
        pub starts: Vec<Hit>,
        pub kiosks: Vec<KioskSummary>,
        /// When the fair is open, in venue time.
        pub days: Vec<Day>,
        pub models: Vec<ModelFile>,
        pub booths: usize,
        pub exhibitors: usize,
        pub sessions: usize,
    }

    pub struct FactLine {
        pub text: LocalText,
        pub source: String,
    }

    pub struct LevelSummary {
        pub id: LevelId,
        pub ordinal: i32,
        pub name: LocalText,
    }

    pub struct UnitSummary {
        pub id: UnitId,
        pub kind: UnitKind,
        pub level: LevelId,
        pub name: LocalText,
        pub number: Option<String>,
        pub theme: Option<ThemeSummary>,
        pub area_m2: f64,
        pub booths: usize,
        pub sessions: usize,
    }

    pub struct KioskSummary {
        pub id: PlaceId,
        pub level: LevelId,
        pub point: Point,
        /// The way a person at the screen looks, clockwise from the plan's up.
        pub heading_deg: f64,
        pub name: LocalText,
        pub manner: KioskManner,
    }

    pub struct ThemeSummary {
        pub name: LocalText,
        /// `#rrggbb`.
        pub color: String,
    }

    pub struct Card {
        pub place: PlaceId,
        pub kind: HitKind,
        pub amenity: Option<AmenityKind>,
        #[serde(default)]
        pub connector: Option<ConnectorKind>,
        pub title: LocalText,
        pub about: Option<LocalText>,
        pub level: Option<LevelId>,
        /// The hall or room it is in (or is).
        pub unit: Option<UnitId>,
        pub unit_name: Option<LocalText>,
        pub theme: Option<ThemeSummary>,
        /// Its booths (an exhibitor's), or itself.
        pub booths: Vec<PlaceId>,
        /// Who exhibits there: exhibitors of a booth; one for an exhibitor.
        pub exhibitors: Vec<ExhibitorLine>,
        pub categories: Vec<LocalText>,
        pub products: Vec<LocalText>,
        pub country: Option<String>,
        pub size_m2: Option<f64>,
        /// Sessions in the room, or given by the exhibitor.
        pub sessions: Vec<SessionLine>,
        /// Booths beside it.
        pub neighbours: Vec<NeighbourLine>,
        /// Where the plan puts its pin. The middle of the venue if it is nowhere (`level` is `None`).
        pub anchor: Point,
        pub bounds: Bounds,
    }

    pub struct ExhibitorLine {
        pub id: PlaceId,
        pub name: LocalText,
        pub about: Option<LocalText>,
    }

    pub struct NeighbourLine {
        pub booth: PlaceId,
        pub name: Option<LocalText>,
    }

    pub struct SessionLine {
        pub id: PlaceId,
        pub title: LocalText,
        pub room: PlaceId,
        pub room_name: LocalText,
        pub track: Option<LocalText>,
        /// Venue time: `2026-09-24T10:00`.
        pub start: String,
        pub end: String,
        /// If it is not as planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        pub change: Option<SessionNews>,
    }

    /// How a session is not as planned.
    pub struct SessionNews {
        pub cancelled: bool,
        /// The room and the start that it was planned with, where they are others.
        pub was_in: Option<LocalText>,
        pub was_at: Option<LocalTime>,
        pub reason: Option<LocalText>,
    }

    pub struct UnitRow {
        pub place: PlaceId,
        pub kind: HitKind,
        pub amenity: Option<AmenityKind>,
        #[serde(default)]
        pub connector: Option<ConnectorKind>,
        pub title: LocalText,
        /// The aisle it lies on, for the headings of the list.
        pub aisle: Option<LocalText>,
    }

    /// The 2D plan, level by level, lowest first. Shapes are in drawing order.
    pub struct Plan {
        pub bounds: Bounds,
        pub levels: Vec<PlanLevel>,
    }

    pub struct PlanLevel {
        pub id: LevelId,
        pub bounds: Bounds,
        pub shapes: Vec<PlanShape>,
        pub openings: Vec<PlanOpening>,
        pub symbols: Vec<PlanSymbol>,
        pub labels: Vec<PlanLabel>,
    }

    pub struct PlanShape {
        /// What tapping it chooses.
        pub place: Option<PlaceId>,
        pub kind: PlanShapeKind,
        pub polygon: Polygon,
        /// `#rrggbb` of the hall's theme.
        pub color: Option<String>,
    }

    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum PlanShapeKind {
        Unit { unit: UnitKind },
        /// `main`: one of the hall's main aisles.
        Aisle { main: bool },
        Booth { raw_space: bool },
        Fixture { fixture: FixtureKind },
        Connector { connector: ConnectorKind },
        Amenity { amenity: AmenityKind },
    }

    pub struct PlanOpening {
        pub kind: OpeningKind,
        pub from: Point,
        pub to: Point,
    }

    pub struct PlanSymbol {
        pub place: PlaceId,
        pub icon: SymbolIcon,
        pub point: Point,
    }

    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum SymbolIcon {
        Amenity { amenity: AmenityKind },
        Connector { connector: ConnectorKind, to: Vec<LevelId> },
        Entrance,
        Kiosk,
    }

    pub struct PlanLabel {
        pub place: PlaceId,
        pub text: LocalText,
        /// A second line: the booth's number under its exhibitor.
        pub number: Option<String>,
        pub at: Point,
        /// The widest that the label may be without leaving its shape, in metres.
        pub width_m: f64,
        pub height_m: f64,
        pub rank: LabelRank,
    }

    /// Higher goes first where labels compete for room.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum LabelRank {
        HallNumber,
        HallName,
        Room,
        Anchor,
        Booth,
    }

    /// What the stage needs to know of a venue beside its models.
    pub struct Scene {
        pub levels: Vec<SceneLevel>,
        pub labels: Vec<SceneLabel>,
        /// Stairs and escalators.
        pub connectors: Vec<SceneConnector>,
        /// Where a person may come in, and which way they look then: where walking starts.
        pub start: Option<ScenePose>,
    }

    pub struct SceneLevel {
        pub id: LevelId,
        pub ordinal: i32,
        pub elevation_m: f64,
        pub bounds: Bounds,
        /// Border of the floor that a person's middle can be on: a walker crosses none of these segments `[x1, y1, x2, y2]`.
        pub walls: Vec<[f64; 4]>,
    }

    pub struct SceneLabel {
        pub place: PlaceId,
        pub text: LocalText,
        pub number: Option<String>,
        pub level: LevelId,
        pub at: Point,
        /// Metres above the level's floor.
        pub height_m: f64,
        pub rank: LabelRank,
        /// Booths: degrees clockwise from north, out of its main open side.
        pub facing_deg: Option<f64>,
        /// Halls and rooms: their border. Empty for booths, which the models show.
        pub outline: Vec<Point>,
    }

    /// Carries a walker from one point to the other.
    pub struct SceneConnector {
        pub from: RoutePoint,
        pub to: RoutePoint,
        pub both_ways: bool,
        /// Clear width in metres, if the layout says it.
        pub width_m: Option<f64>,
    }

    pub struct ScenePose {
        pub level: LevelId,
        pub point: Point,
        pub heading_deg: f64,
    }
}

impl From<&Fact> for FactLine {
    fn from(fact: &Fact) -> Self {
        Self {
            text: fact.text.clone(),
            source: fact.source.clone(),
        }
    }
}
