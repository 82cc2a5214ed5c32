//! `exhibitors.json` (or `.csv`): who shows what, and on which booths.

use super::LocalText;
use super::id::{BoothId, CategoryId, ExhibitorId};
use serde::{Deserialize, Serialize};

/// The `format` that an exhibitors file must name.
pub const EXHIBITORS_FORMAT: &str = "fairway-exhibitors/1";

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exhibitors {
    /// `fairway-exhibitors/1`.
    pub format: String,
    pub exhibitors: Vec<Exhibitor>,
}

impl Exhibitors {
    /// The file of a venue that has none.
    pub fn none() -> Self {
        Self {
            format: EXHIBITORS_FORMAT.to_owned(),
            exhibitors: Vec::new(),
        }
    }
}

/// A business that exhibits; IMDF's occupant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exhibitor {
    pub id: ExhibitorId,
    pub name: LocalText,
    /// A sentence about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<LocalText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryId>,
    /// What it shows, brands included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<LocalText>,
    /// One or more booths; many exhibitors may share one.
    pub booths: Vec<BoothId>,
    /// ISO 3166-1 alpha-2: `CN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}
