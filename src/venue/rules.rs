//! `rules.json`: what an organiser asks of stands, as data with its source. A check by it is advice, not an approval.

use super::{Area, Booth, BoothKind, LevelId, Severity, UnitId};
use serde::{Deserialize, Serialize};

/// The `format` that a rules file must name.
pub const RULES_FORMAT: &str = "fairway-rules/1";

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// `fairway-rules/1`.
    pub format: String,
    pub rules: Vec<Rule>,
}

impl Rules {
    /// The file of a venue that has none.
    pub fn none() -> Self {
        Self {
            format: RULES_FORMAT.to_owned(),
            rules: Vec::new(),
        }
    }
}

/// One limit: `{"id": "aisle_main_min_width", "value": 6, "unit": "m", "source": "shexpocenter.com"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    /// What it limits, where several rules limit the same: `single_deck_max_height`. Its id, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<String>,
    pub value: f64,
    pub unit: RuleUnit,
    /// How bad it is to break it; an error, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Where it holds; everywhere, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies: Option<Applies>,
    /// The clause of the manual it stands in, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Who published it.
    pub source: String,
}

impl Rule {
    /// The name of what it limits.
    pub fn measure(&self) -> &str {
        self.limits.as_deref().unwrap_or(&self.id)
    }
}

/// The stands that a rule is for: those that are in each list. An empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Applies {
    /// Kinds of stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stands: Vec<BoothKind>,
    /// How many sides are open: 1 is a row stand, 2 a corner, 3 a peninsula, 4 an island.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_sides: Vec<usize>,
    /// Halls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelId>,
    /// Zones: the middle of the stand is in one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
}

impl Applies {
    /// Whether a stand on `level` is among them.
    pub fn to(&self, booth: &Booth, level: &LevelId) -> bool {
        fn has<T: PartialEq>(list: &[T], item: &T) -> bool {
            list.is_empty() || list.contains(item)
        }
        let middle = booth.footprint.centroid();
        has(&self.stands, &booth.kind)
            && has(&self.open_sides, &booth.open_sides.len())
            && has(&self.units, &booth.unit)
            && has(&self.levels, level)
            && (self.areas.is_empty()
                || self
                    .areas
                    .iter()
                    .any(|area| area.level == *level && area.polygon.contains(middle)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum RuleUnit {
    #[serde(rename = "m")]
    Metre,
    #[serde(rename = "m2")]
    SquareMetre,
    #[serde(rename = "t/m2")]
    TonnePerSquareMetre,
    /// A share from 0 to 1.
    #[serde(rename = "share")]
    Share,
    /// How many.
    #[serde(rename = "number")]
    Number,
}
