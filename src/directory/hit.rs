//! One line of an answer.

use crate::venue::{AmenityKind, ConnectorKind, PlaceId};
use serde::{Deserialize, Serialize};

/// What a line stands for. In this order kinds take precedence where two match a search equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    Hall,
    Exhibitor,
    Booth,
    /// A product: the line leads to its exhibitor.
    Product,
    /// A category: the line leads to one of its exhibitors.
    Category,
    Session,
    Room,
    /// Open floor: a concourse, a garden.
    Area,
    Shop,
    Amenity,
    Entrance,
    Kiosk,
    Connector,
}

/// One line of a list of places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// What choosing the line leads to.
    pub place: PlaceId,
    pub kind: HitKind,
    /// In the language asked for: the place's name, a booth's number, a product, the exhibitor of a category.
    pub title: String,
    /// Where it is: hall and booth, or level. Each wording stands alone.
    pub subtitle: String,
    /// Amenities: which icon.
    pub amenity: Option<AmenityKind>,
    /// Connectors: which icon.
    #[serde(default)]
    pub connector: Option<ConnectorKind>,
    /// Ranges of the title that match, in UTF-16 units: [from, to).
    pub marks: Vec<[usize; 2]>,
    /// What the title stands under in a list by names; nothing in others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub initial: Option<String>,
    /// Seconds on foot from where the person is, where that was asked for and there is a way.
    #[serde(default)]
    pub walk_s: Option<f64>,
}
