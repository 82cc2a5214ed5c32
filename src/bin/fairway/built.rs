//! A folder that `fairway build` wrote, and models that somebody may have changed since.

use crate::failure::Failure;
use fairway::hall_model;
use fairway::venue::{BuiltVenue, BundleError, FilePlace, Finding, ModelFile, Venue, read_bundle};
use std::path::Path;

const BUNDLE: &str = "venue.json";

/// What is wrong with a built venue.
pub struct Built {
    pub findings: Vec<Finding>,
    /// How many files were looked at.
    pub files: usize,
}

impl Built {
    /// Looks at all of the venue in `dir`; `None` if it was not built but is a venue as people edit it, or nothing.
    pub fn read(dir: &Path) -> Result<Option<Self>, Failure> {
        let path = dir.join(BUNDLE);
        if dir.join("layout.json").exists() || !path.exists() {
            return Ok(None);
        }
        let bytes = std::fs::read(&path).map_err(|source| Failure::Read { path, source })?;
        let BuiltVenue { venue, models, .. } = match read_bundle(&bytes) {
            Ok(bundle) => bundle,
            Err(BundleError::Invalid(findings)) => return Ok(Some(Self { findings, files: 1 })),
            Err(error) => {
                return Err(Failure::Input(format!(
                    "{}: {error}. Build the venue anew with `fairway build`.",
                    dir.join(BUNDLE).display()
                )));
            }
        };
        Ok(Some(Self {
            findings: models.iter().flat_map(|model| about(model, dir, &venue)).collect(),
            files: models.len() + 1,
        }))
    }
}

fn about(model: &ModelFile, dir: &Path, venue: &Venue) -> Vec<Finding> {
    let read = |file: &str| std::fs::read(dir.join(file));
    let mut findings = match read(&model.file) {
        Ok(bytes) => hall_model::inspect(&bytes, &model.file, &model.units, venue),
        Err(error) => vec![unreadable(&model.file, &error)],
    };
    if let Some(far) = &model.far
        && let Err(error) = read(&far.file)
    {
        findings.push(unreadable(&far.file, &error));
    }
    findings
}

fn unreadable(file: &str, error: &std::io::Error) -> Finding {
    Finding::error(
        "model-unreadable",
        FilePlace::new(file, ""),
        format!("The model cannot be read: {error}."),
        "Build the venue anew with `fairway build`.",
    )
}
