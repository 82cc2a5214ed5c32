//! `rules.json`: what an organiser asks of stands, as data with its source. A check by it is advice, not an approval.

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
    pub value: f64,
    pub unit: RuleUnit,
    /// The clause of the manual it stands in, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Who published it.
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
}
