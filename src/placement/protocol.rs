//! What the page and the designer's desk say to each other, as with the guide: commands in, one event out for each.
//! The TypeScript types in `web/src/bindings/` are generated from these by `cargo test`.

use super::design::{Design, Part, PartId};
use super::finding::{PlacementFinding, PlacementReport};
use super::hull::Hull;
use super::kit::PartKind;
use super::own_model::{OwnModel, TakenAs};
use super::parcel::Parcel;
use super::solids::Role;
use super::views::Views;
use super::ways::WayChanges;
use super::words::{Refusal, refusal};
use crate::venue::{BoothId, LevelId, LocalText, Polygon};
use serde::{Deserialize, Serialize};

/// From the page to the desk. The venue itself arrives as bytes, beside these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum PlacementCommand {
    /// Lays the text of a design's file on the desk.
    ReadDesign {
        text: String,
    },
    /// Begins an empty design.
    StartDesign {
        stand: BoothId,
    },
    /// Adds a part, or replaces the one of that id.
    PutPart {
        part: Part,
    },
    RemovePart {
        part: PartId,
    },
    /// What an own model covers; parts name it by that name from now on.
    KnowModel {
        name: String,
        hull: Hull,
    },
    /// What there is to build of.
    ListKit,
    /// Who sees the stand, before and after.
    LookRound,
    /// What the design does to aisles and walks.
    CompareWays,
}

/// From the desk to the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PlacementEvent {
    VenueOpened,
    /// The bytes are no venue. `details` are for the organiser, in English.
    VenueRefused {
        details: String,
    },
    /// The design as it now is: what it is in space, and all that is found about it.
    Designed {
        design: Design,
        level: LevelId,
        solids: Vec<SolidShape>,
        report: PlacementReport,
        /// The report's findings in words, in their order.
        lines: Vec<FindingLine>,
    },
    /// The design is none, or would be none with that part: the one before is kept. `pointer` is where in its file.
    DesignRefused {
        message: String,
        mend: String,
        pointer: String,
    },
    StandUnknown {
        stand: BoothId,
        meant: Option<BoothId>,
    },
    ModelKnown,
    KitListed {
        kit: Vec<KitRow>,
    },
    Seen {
        views: Views,
    },
    WaysCompared {
        changes: WayChanges,
    },
    /// There is no venue, or no design, to do that with.
    NotReady,
    /// The command itself could not be read: page and desk are of different versions.
    NotUnderstood {
        message: String,
    },
}

/// What was in a file that somebody gave. The models' own files come beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FileEvent {
    FileRead {
        /// The text of a design.
        design: Option<String>,
        models: Vec<ReadModel>,
    },
    FileRefused {
        refusal: Refusal,
    },
}

/// A model of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReadModel {
    /// As the design beside it names it.
    pub name: String,
    /// A name that no other model has.
    pub keep_as: String,
    pub triangles: usize,
    pub taken_as: Option<TakenAs>,
    pub hull: Hull,
}

impl FileEvent {
    /// Reads a file; and beside it, for each of its models, one file that is plain and safe.
    pub fn of(name: &str, bytes: &[u8]) -> (Self, Vec<Vec<u8>>) {
        let parcel = match Parcel::read(name, bytes) {
            Ok(parcel) => parcel,
            Err(error) => {
                return (
                    Self::FileRefused {
                        refusal: refusal(&error),
                    },
                    Vec::new(),
                );
            }
        };
        let files: Vec<Vec<u8>> = parcel.models.iter().map(|(_, model)| model.to_glb()).collect();
        let read = |((name, model), file): (&(String, OwnModel), &Vec<u8>)| ReadModel {
            name: name.clone(),
            keep_as: OwnModel::name(name, file),
            triangles: model.triangles(),
            taken_as: model.taken_as,
            hull: model.hull.clone(),
        };
        let models = parcel.models.iter().zip(&files).map(read).collect();
        let design = parcel.design;
        (Self::FileRead { design, models }, files)
    }
}

/// An upright prism.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SolidShape {
    pub part: PartId,
    /// Outer borders run counter-clockwise, those of holes clockwise.
    pub borders: Vec<Polygon>,
    pub from_m: f64,
    pub to_m: f64,
    pub role: Role,
    pub see_through: bool,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FindingLine {
    pub message: LocalText,
    pub mend: LocalText,
    /// Empty if the finding needs no rule.
    pub source: LocalText,
}

impl FindingLine {
    pub fn of(finding: &PlacementFinding) -> Self {
        let in_each = ["en", "zh-Hans"].map(|language| (language, super::said(finding, language)));
        let [message, mend, source] = [0, 1, 2].map(|which| {
            let pairs = in_each.iter().map(|(language, said)| {
                let text = [&said.message, &said.mend, &said.source][which];
                ((*language).to_owned(), text.clone())
            });
            pairs.collect()
        });
        Self { message, mend, source }
    }
}

/// A kind of part as it comes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KitRow {
    pub kind: PartKind,
    /// Width, depth and height.
    pub size_m: [f64; 3],
    pub above_m: f64,
    pub weight_kg: Option<f64>,
}
