//! What a check of a design says: data first; `words` says it in the page's languages.

use super::design::PartId;
use super::plane::Area;
use crate::venue::{BoothId, LevelId, Polygon, Rule, RuleUnit, Severity};
use serde::{Deserialize, Serialize};

/// A value may pass its limit by so much of its unit: rounding, and corners that are drawn as arcs.
pub const TOLERANCE: f64 = 1e-3;

macro_rules! measures {
    ($($(#[$doc:meta])* $variant:ident $name:literal $unit:ident),+ $(,)?) => {
        /// What can be measured of a design. A venue's rules limit most of it, by these names; the last few are no matter of rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum Measure {
            $($(#[$doc])* #[serde(rename = $name)] $variant),+
        }

        impl Measure {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            pub fn unit(self) -> RuleUnit {
                match self {
                    $(Self::$variant => RuleUnit::$unit),+
                }
            }
        }
    };
}

measures! {
    /// How far anything is outside the stand, seen from above.
    BoundaryMaxOverhang "boundary_max_overhang" Metre,
    /// The height of what stands on a shell scheme's stand.
    ShellSchemePanelHeight "shell_scheme_panel_height" Metre,
    SingleDeckMaxHeight "single_deck_max_height" Metre,
    DoubleDeckMaxHeight "double_deck_max_height" Metre,
    /// What is free between the highest and the ceiling.
    CeilingGap "ceiling_gap" Metre,
    /// The underside of what hangs.
    HangingMinHeight "hanging_min_height" Metre,
    /// The widest gap on an open side.
    OpenSideEntryMinWidth "open_side_entry_min_width" Metre,
    /// How much of an open side is walled.
    AisleSideWallMaxShare "aisle_side_wall_max_share" Share,
    /// How far what is high stays from the aisle beside a neighbour.
    SightLineSetback "sight_line_setback" Metre,
    ExitFrontClearance "exit_front_clearance" Metre,
    HydrantClearance "hydrant_clearance" Metre,
    ColumnClearance "column_clearance" Metre,
    ShutterClearance "shutter_clearance" Metre,
    WallClearance "wall_clearance" Metre,
    UnderShutterMaxArea "under_shutter_max_area" SquareMetre,
    /// How much of the stand an upper deck covers.
    UpperDeckMaxShare "upper_deck_max_share" Share,
    UpperDeckMinExits "upper_deck_min_exits" Number,
    /// The widest that passes on the way to a part.
    WayMinWidth "way_min_width" Metre,
    /// A raised floor without a ramp.
    StepMaxHeight "step_max_height" Metre,
    RampMaxSlope "ramp_max_slope" Share,
    FloorMaxLoad "floor_max_load" TonnePerSquareMetre,
    AisleMainMinWidth "aisle_main_min_width" Metre,
    AisleMinWidth "aisle_min_width" Metre,
    /// What two bookings both cover.
    BookingsOverlap "bookings_overlap" SquareMetre,
    /// Two designs for one stand.
    StandBookedTwice "stand_booked_twice" Number,
    /// A design that names a model which is not there, so that its hull is not known.
    UnknownModel "unknown_model" Number,
}

/// Names of rules that only help another: they are read with it.
pub const SIGHT_LINE_LOW_HEIGHT: &str = "sight_line_low_height";
pub const SIGHT_LINE_NEIGHBOUR_DISTANCE: &str = "sight_line_neighbour_distance";

impl Measure {
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|measure| measure.name() == name)
    }

    /// Whether a venue can limit it.
    pub fn is_ruled(self) -> bool {
        self < Self::BookingsOverlap
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlacementFinding {
    pub measure: Measure,
    pub severity: Severity,
    /// The venue's rule; `None` where none is needed to be wrong.
    pub rule: Option<Cited>,
    /// The parts that it is about, none if it is the stand as a whole.
    pub parts: Vec<PartId>,
    /// What it is about beside the stand: an exit, a column, an aisle, a neighbour.
    pub beside: Option<String>,
    pub measured: f64,
    pub allowed: f64,
    pub unit: RuleUnit,
    pub mark: Mark,
}

/// Whose rule it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Cited {
    pub id: String,
    pub clause: Option<String>,
    pub source: String,
}

impl From<&Rule> for Cited {
    fn from(rule: &Rule) -> Self {
        Self {
            id: rule.id.clone(),
            clause: rule.clause.clone(),
            source: rule.source.clone(),
        }
    }
}

/// Where: an area of a level, between two heights over its floor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mark {
    pub level: LevelId,
    /// Outer borders run counter-clockwise, those of holes clockwise.
    pub borders: Vec<Polygon>,
    pub from_m: f64,
    pub to_m: f64,
}

impl Mark {
    pub fn new(level: &LevelId, area: &Area, (from_m, to_m): (f64, f64)) -> Self {
        Self {
            level: level.clone(),
            borders: area.borders(),
            from_m,
            to_m,
        }
    }
}

/// All that a check says of one design. It is advice, not an approval.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlacementReport {
    pub stand: BoothId,
    pub findings: Vec<PlacementFinding>,
    /// The ids of the venue's rules that were checked.
    pub checked: Vec<String>,
    pub unchecked: Vec<Unchecked>,
    /// What no program can see: a person must.
    pub judge: Vec<Judge>,
}

/// What was not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Unchecked {
    /// A measure, or a rule of the venue.
    pub what: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The venue has no rule on it for this stand.
    NoRule,
    /// It is about stands of another kind.
    NotThisStand,
    /// The venue's plan lacks what it is measured against.
    PlanLacks,
    /// The design gives no weight.
    NoWeight,
    /// The rule is in another unit than what it limits.
    OtherUnit,
    /// It is no matter of one design: of the plan, or of what no program sees.
    NotOfDesigns,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    Materials,
    Electrics,
    Structure,
    Rigging,
}

impl Judge {
    pub const ALL: [Self; 4] = [Self::Materials, Self::Electrics, Self::Structure, Self::Rigging];
}
