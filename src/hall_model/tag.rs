//! What a node of a model says about itself: `extras.fairway = {"kind": "booth", "id": "3B12"}`.

use serde::{Deserialize, Serialize};

/// The key under a node's `extras`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extras {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fairway: Option<Tag>,
}

/// Which part of the venue a node shows. Nodes without a tag belong to the nearest tagged node above them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    pub kind: PartKind,
    /// The id of the level, booth, fixture, …; parts such as floor and walls have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl Tag {
    pub fn new(kind: PartKind) -> Self {
        Self { kind, id: None }
    }

    pub fn of(kind: PartKind, id: impl ToString) -> Self {
        Self {
            kind,
            id: Some(id.to_string()),
        }
    }
}

/// What a part is, so that the stage can show, hide and pick it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Everything on one level; its parts are its children.
    Level,
    Floor,
    /// Walls up to where the model is cut, doors and glass fronts among them.
    Walls,
    Columns,
    /// What lies above the cut: upper walls, trusses, skylights. Left out where one looks in from above.
    Roof,
    /// Booth numbers painted on the floor.
    Numbers,
    /// Hanging signs.
    Signs,
    Booth,
    Fixture,
    Amenity,
    Connector,
    Kiosk,
    /// Visitors: left out where somebody asked for calm.
    People,
    /// Anything else, and kinds of later versions.
    #[serde(other)]
    Other,
}
