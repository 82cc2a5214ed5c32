//! `venue.json`: what `fairway build` writes for the page, all of a venue's files in one, with the list of its models.

use super::{
    Exhibitors, Finding, Layout, LevelId, Live, Point, ProgrammeFile, Rejected, Rules, UnitId, Venue, by_name,
};
use serde::{Deserialize, Serialize};

/// The `format` that a bundle must name.
pub const BUNDLE_FORMAT: &str = "fairway-venue/1";

/// A whole venue in one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Fields")]
pub struct Bundle {
    /// `fairway-venue/1`.
    pub format: String,
    #[serde(flatten)]
    pub files: VenueFiles,
    /// Level by level.
    pub floor: Vec<FreeFloor>,
    pub models: Vec<ModelFile>,
    /// How its Chinese characters are read and what else they are written as: see [`crate::directory::Directory::of`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub characters: String,
}

/// Where the middle of a walking person can be on a level, as `fairway build` worked it out. All contours have the free floor to their left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FreeFloor {
    pub level: LevelId,
    /// Pieces that only openings and connectors join, each with its outer border first and then its holes.
    pub pieces: Vec<Vec<Vec<Point>>>,
    /// The borders of all pieces together, with the openings cut through.
    pub walls: Vec<Vec<Point>>,
}

/// A venue that was built: checked, with what was worked out from it.
#[derive(Debug)]
pub struct BuiltVenue {
    pub venue: Venue,
    pub floor: Vec<FreeFloor>,
    pub models: Vec<ModelFile>,
    pub characters: String,
}

/// A venue as people write it: the files, parsed but not yet checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VenueFiles {
    pub layout: Layout,
    pub exhibitors: Exhibitors,
    pub programme: ProgrammeFile,
    pub rules: Rules,
    #[serde(default = "Live::none", skip_serializing_if = "Live::is_none")]
    pub live: Live,
}

/// One `.glb` beside the bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ModelFile {
    /// Its name, with a hash of its content: `hall-1-3fa9c2d1.glb`.
    pub file: String,
    /// The units that it shows.
    pub units: Vec<UnitId>,
    /// Size in bytes before any compression, for the progress bar.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// A small model of the same units that stands in for it from afar, in fairs that are too large to be held whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub far: Option<Box<ModelFile>>,
}

/// The bundle as its file spells it. Read by this, no part of it is held twice, as `flatten` would.
#[derive(Deserialize)]
struct Fields {
    format: String,
    layout: Layout,
    exhibitors: Exhibitors,
    programme: ProgrammeFile,
    // The guide asks nothing of stands, and is smaller without a reader of rules.
    #[cfg_attr(not(feature = "placement"), serde(skip, default = "Rules::none"))]
    rules: Rules,
    #[serde(default = "Live::none")]
    live: Live,
    floor: Vec<FreeFloor>,
    models: Vec<ModelFile>,
    #[serde(default)]
    characters: String,
}

impl From<Fields> for Bundle {
    fn from(fields: Fields) -> Self {
        Self {
            format: fields.format,
            files: VenueFiles {
                layout: fields.layout,
                exhibitors: fields.exhibitors,
                programme: fields.programme,
                rules: fields.rules,
                live: fields.live,
            },
            floor: fields.floor,
            models: fields.models,
            characters: fields.characters,
        }
    }
}

/// Why bytes are not a venue's bundle.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BundleError {
    /// There is not a byte in it.
    #[error("the file is empty")]
    Empty,
    /// Not JSON, cut off, or not a bundle: a web page for instance.
    #[error("the file is no venue: {0}")]
    NotData(String),
    #[error("the file's format is `{found}`, not `{BUNDLE_FORMAT}`")]
    UnknownFormat { found: String },
    /// All that keeps it from being a venue.
    #[error("the venue has {} findings; the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Invalid(Vec<Finding>),
}

/// Reads what `fairway build` wrote.
///
/// # Errors
/// See [`BundleError`].
pub fn read_bundle(bytes: &[u8]) -> Result<BuiltVenue, BundleError> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }

    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BundleError::Empty);
    }
    match by_name::from_slice::<Bundle>(bytes) {
        Ok(bundle) if bundle.format == BUNDLE_FORMAT => {
            let venue = Venue::new(bundle.files).map_err(|Rejected { findings }| BundleError::Invalid(findings))?;
            Ok(BuiltVenue {
                venue,
                floor: bundle.floor,
                models: bundle.models,
                characters: bundle.characters,
            })
        }
        Ok(bundle) => Err(BundleError::UnknownFormat { found: bundle.format }),
        // A later format has other fields, and what it is says more than that its fields are unknown.
        Err(error) => match by_name::from_slice::<Head>(bytes) {
            Ok(head) if head.format != BUNDLE_FORMAT => Err(BundleError::UnknownFormat { found: head.format }),
            _ => Err(BundleError::NotData(error.to_string())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The bundle of a venue with one hall.
    fn bundle() -> Value {
        json!({
            "format": BUNDLE_FORMAT,
            "layout": {
                "format": "fairway-layout/1", "id": "v", "name": {"en": "V"}, "languages": ["en"], "time_zone": "UTC",
                "booth_label": {"en": "booth"},
                "levels": [{"id": "L0", "ordinal": 0, "name": {"en": "Ground"}, "elevation_m": 0}],
                "units": [{
                    "id": "hall-1", "kind": "hall", "level": "L0", "name": {"en": "Hall 1"},
                    "polygon": [[0, 0], [10, 0], [10, 10], [0, 10]],
                }],
            },
            "exhibitors": Exhibitors::none(),
            "programme": ProgrammeFile::none(),
            "rules": Rules::none(),
            "floor": [],
            "models": [
                {"file": "hall-1-3fa9c2d1.glb", "units": ["hall-1"], "bytes": 1024, "far": {"file": "hall-1.far-3fa9c2d1.glb", "units": ["hall-1"], "bytes": 64}},
            ],
        })
    }

    fn read_value(bundle: &Value) -> Result<BuiltVenue, BundleError> {
        read_bundle(bundle.to_string().as_bytes())
    }

    #[test]
    fn what_build_writes_is_read() {
        let BuiltVenue {
            venue,
            floor,
            models,
            characters,
        } = read_value(&bundle()).unwrap();
        assert_eq!((venue.units().len(), models.len()), (1, 1));
        let files = venue.files().clone();
        let format = BUNDLE_FORMAT.to_owned();
        let again = serde_json::to_vec(&Bundle {
            format,
            files,
            floor,
            models,
            characters,
        })
        .unwrap();
        assert_eq!(read_bundle(&again).unwrap().venue.files(), venue.files());
    }

    #[test]
    fn each_kind_of_bad_bytes_is_told_apart() {
        let text = bundle().to_string();
        assert!(matches!(read_bundle(b""), Err(BundleError::Empty)));
        assert!(matches!(read_bundle(b" \n"), Err(BundleError::Empty)));
        for bytes in [
            b"<!doctype html><title>404</title>".as_slice(),
            &text.as_bytes()[..text.len() / 2],
            b"{\"format\": \"fairway-venue/1\"}",
            b"\x1f\x8b\x08 compressed \xff",
            b"[]",
        ] {
            assert!(matches!(read_bundle(bytes), Err(BundleError::NotData(_))));
        }
        let unknown = |found: &Result<_, BundleError>| matches!(found, Err(BundleError::UnknownFormat { found }) if found == "fairway-venue/2");
        assert!(unknown(&read_bundle(br#"{"format": "fairway-venue/2", "halls": []}"#)));
        let mut later = bundle();
        later["format"] = json!("fairway-venue/2");
        assert!(unknown(&read_value(&later)));
    }

    #[test]
    fn a_venue_that_is_none_brings_its_findings() {
        let mut broken = bundle();
        broken["layout"]["units"][0]["level"] = json!("L9");
        let Err(BundleError::Invalid(findings)) = read_value(&broken) else {
            panic!("it has an error");
        };
        assert_eq!(findings[0].rule, "unknown-reference");
    }
}
