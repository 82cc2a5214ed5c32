//! A design: what one stand is built of. One JSON file, kept for years, so that its form has a version (`docs/placement.md`).

use super::kit::PartKind;
use crate::venue::{BoothId, Point, by_name};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The `format` that a design is written with.
pub const DESIGN_FORMAT: &str = "fairway-placement/1";
const FAMILY: &str = "fairway-placement/";
const VERSION: u32 = 1;
/// Nothing on a stand is larger or farther away, in metres.
const FARTHEST_M: f64 = 1000.0;

/// Names a part within its design.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct PartId(pub String);

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// `fairway-placement/1`.
    pub format: String,
    /// The stand that it is for.
    pub stand: BoothId,
    /// What its makers call it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<String>"))]
    pub name: String,
    pub parts: Vec<Part>,
}

/// One thing on the stand. Its place is in the stand's own axes: the origin is the footprint's first corner, x runs along side 0, and y to the left of that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: PartId,
    pub kind: PartKind,
    /// The middle of what it covers.
    pub at: Point,
    /// Degrees counter-clockwise.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[cfg_attr(test, ts(optional, as = "Option<f64>"))]
    pub turn_deg: f64,
    /// Width, depth and height in metres; the kit's, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub size_m: Option<[f64; 3]>,
    /// Its underside over the floor, in metres; the kit's, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub above_m: Option<f64>,
    /// The kit's, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub weight_kg: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub name: Option<String>,
    /// The name of an own model, for the kind `model`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub model: Option<String>,
    /// Stays where it is while others are moved.
    #[serde(default, skip_serializing_if = "is_no")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub locked: bool,
    /// Parts with the same word are moved together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub group: Option<String>,
}

impl Part {
    /// A part of the kit as it comes.
    pub fn new(id: &str, kind: PartKind, at: Point) -> Self {
        Self {
            id: PartId(id.to_owned()),
            kind,
            at,
            turn_deg: 0.0,
            size_m: None,
            above_m: None,
            weight_kg: None,
            name: None,
            model: None,
            locked: false,
            group: None,
        }
    }

    pub fn size(&self) -> [f64; 3] {
        self.size_m.unwrap_or(self.kind.kit().size_m)
    }

    pub fn above(&self) -> f64 {
        self.above_m.unwrap_or(self.kind.kit().above_m)
    }

    pub fn weight(&self) -> Option<f64> {
        self.weight_kg.or(self.kind.kit().weight_kg)
    }
}

fn is_zero(value: &f64) -> bool {
    *value == 0.0
}

fn is_no(value: &bool) -> bool {
    !*value
}

/// Why a text is no design that can be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DesignError {
    #[error("This is no design: {message}.")]
    NotData {
        message: String,
        line: usize,
        column: usize,
    },
    #[error("The format is `{found}`, which is later than this Fairway's `{DESIGN_FORMAT}`.")]
    Newer { found: String },
    #[error("The format is `{found}`, not `{DESIGN_FORMAT}`.")]
    Unknown { found: String },
    #[error("Part `{id}` is there twice.")]
    Twice { part: usize, id: PartId },
    #[error("The {what} of part `{id}` is {value}.")]
    Measure {
        part: usize,
        id: PartId,
        what: &'static str,
        value: f64,
    },
    #[error("Part `{id}` is a model, but names none.")]
    NoModel { part: usize, id: PartId },
}

impl DesignError {
    /// How to mend it.
    pub fn mend(&self) -> &'static str {
        match self {
            Self::NotData { .. } => "Mend the JSON; docs/placement.md has the fields.",
            Self::Newer { .. } => "Use a Fairway that knows it, or save the design in the older format.",
            Self::Unknown { .. } => "Begin the file with that format.",
            Self::Twice { .. } => "Give each part an id of its own.",
            Self::Measure { .. } => {
                "Give sizes in metres, more than 0 and at most 1,000, and weights and heights that are not negative."
            }
            Self::NoModel { .. } => "Name the model in `model`.",
        }
    }

    /// A JSON pointer to it; empty for the whole file.
    pub fn pointer(&self) -> String {
        match self {
            Self::NotData { .. } => String::new(),
            Self::Newer { .. } | Self::Unknown { .. } => "/format".to_owned(),
            Self::Twice { part, .. } | Self::Measure { part, .. } | Self::NoModel { part, .. } => {
                format!("/parts/{part}")
            }
        }
    }
}

impl Design {
    /// # Errors
    /// The text is no design of a version that is known, or has parts that cannot be.
    pub fn read(text: &str) -> Result<Self, DesignError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }

        let not_data = |error: serde_json::Error| DesignError::NotData {
            message: error.to_string(),
            line: error.line(),
            column: error.column(),
        };
        // What a later version has may be unknown here, and that it is later says more.
        let Head { format: found } = by_name::from_slice(text.as_bytes()).map_err(not_data)?;
        let version = found
            .strip_prefix(FAMILY)
            .and_then(|version| version.parse::<u32>().ok());
        match version {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(DesignError::Newer { found }),
            _ => return Err(DesignError::Unknown { found }),
        }
        let design: Self = by_name::from_slice(text.as_bytes()).map_err(not_data)?;
        design.check()?;
        Ok(design)
    }

    /// # Errors
    /// The first part that cannot be.
    pub fn check(&self) -> Result<(), DesignError> {
        let mut ids = BTreeSet::new();
        for (part, it) in self.parts.iter().enumerate() {
            let id = || it.id.clone();
            if !ids.insert(&it.id) {
                return Err(DesignError::Twice { part, id: id() });
            }
            let [width, depth, height] = it.size();
            let size = f64::MIN_POSITIVE..=FARTHEST_M;
            let place = -FARTHEST_M..=FARTHEST_M;
            for (what, value, range) in [
                ("width", width, &size),
                ("depth", depth, &size),
                ("height", height, &size),
                ("place", it.at.x, &place),
                ("place", it.at.y, &place),
                ("turn", it.turn_deg, &(-360.0..=360.0)),
                ("height over the floor", it.above(), &(0.0..=FARTHEST_M)),
                ("weight", it.weight().unwrap_or_default(), &(0.0..=f64::MAX)),
            ] {
                if !range.contains(&value) {
                    return Err(DesignError::Measure {
                        part,
                        id: id(),
                        what,
                        value,
                    });
                }
            }
            if it.kind == PartKind::Model && it.model.is_none() {
                return Err(DesignError::NoModel { part, id: id() });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut part = Part::new("desk", PartKind::Counter, Point::new(1.5, 0.5));
        part.turn_deg = 90.0;
        part.group = Some("front".to_owned());
        let design = Design {
            format: DESIGN_FORMAT.to_owned(),
            stand: BoothId::new("1A01"),
            name: "Spring".to_owned(),
            parts: vec![part],
        };
        let text = serde_json::to_string(&design).unwrap();
        assert_eq!(Design::read(&text), Ok(design));
        assert!(!text.contains("size_m"), "{text}");
    }

    #[test]
    fn what_cannot_be_used_is_told_apart() {
        let design =
            |format: &str, parts: &str| format!(r#"{{"format": "{format}", "stand": "1A01", "parts": [{parts}]}}"#);
        let desk = r#"{"id": "desk", "kind": "counter", "at": [1, 1]}"#;
        assert!(Design::read(&design(DESIGN_FORMAT, desk)).is_ok());
        for (text, says, pointer) in [
            ("<html>".to_owned(), "no design", ""),
            (
                design("fairway-placement/2", r#"{"hologram": 1}"#),
                "later than",
                "/format",
            ),
            (design("fairway-layout/1", ""), "not `fairway-placement/1`", "/format"),
            (
                design(
                    DESIGN_FORMAT,
                    r#"{"id": "a", "kind": "counter", "at": [1, 1], "colour": "red"}"#,
                ),
                "unknown field `colour`",
                "",
            ),
            (
                design(DESIGN_FORMAT, &format!("{desk}, {desk}")),
                "`desk` is there twice",
                "/parts/1",
            ),
            (
                design(
                    DESIGN_FORMAT,
                    r#"{"id": "a", "kind": "wall", "at": [1, 1], "size_m": [1, 0, 2]}"#,
                ),
                "depth of part `a` is 0",
                "/parts/0",
            ),
            (
                design(DESIGN_FORMAT, r#"{"id": "a", "kind": "wall", "at": [1, 1e9]}"#),
                "place of part `a`",
                "/parts/0",
            ),
            (
                design(DESIGN_FORMAT, r#"{"id": "a", "kind": "model", "at": [1, 1]}"#),
                "names none",
                "/parts/0",
            ),
        ] {
            let error = Design::read(&text).unwrap_err();
            assert!(error.to_string().contains(says), "{error}");
            assert_eq!(error.pointer(), pointer);
        }
    }
}
