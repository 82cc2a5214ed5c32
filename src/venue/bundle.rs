//! `venue.json`: what `fairway build` writes for the page, all of a venue's files in one, with the list of its models.

use super::{Exhibitors, Layout, ProgrammeFile, Rules, UnitId};
use serde::{Deserialize, Serialize};

/// The `format` that a bundle must name.
pub const BUNDLE_FORMAT: &str = "fairway-venue/1";

/// A whole venue in one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// `fairway-venue/1`.
    pub format: String,
    #[serde(flatten)]
    pub files: VenueFiles,
    pub models: Vec<ModelFile>,
}

/// A venue as people write it: the files, parsed but not yet checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VenueFiles {
    pub layout: Layout,
    pub exhibitors: Exhibitors,
    pub programme: ProgrammeFile,
    pub rules: Rules,
}

/// One `.glb` beside the bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ModelFile {
    /// Its name, with a hash of its content: `hall-1.3fa9c2d1.glb`.
    pub file: String,
    /// The units that it shows.
    pub units: Vec<UnitId>,
    /// Size in bytes before any compression, for the progress bar.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
}
