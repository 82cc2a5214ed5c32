//! Models that an organiser brings: `models/hall-3.glb` beside layout.json, in place of the one that would be made.

use crate::failure::Failure;
use fairway::hall_model;
use fairway::venue::{FilePlace, Finding, Venue};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

const FOLDER: &str = "models";

/// The models in a venue's folder, by their names without `.glb`.
pub fn read_models(dir: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let folder = dir.join(FOLDER);
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::Read { path, source }
    };
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(BTreeMap::new());
        }
        Err(source) => return Err(Failure::Read { path: folder, source }),
    };
    let mut models = BTreeMap::new();
    for entry in entries {
        let path = entry.map_err(failed(&folder))?.path();
        let (Some(stem), Some("glb")) = (
            path.file_stem().and_then(|stem| stem.to_str()),
            path.extension().and_then(|extension| extension.to_str()),
        ) else {
            continue;
        };
        models.insert(stem.to_owned(), std::fs::read(&path).map_err(failed(&path))?);
    }
    Ok(models)
}

/// All that can be said of them.
pub fn findings(models: &BTreeMap<String, Vec<u8>>, venue: &Venue) -> Vec<Finding> {
    let known: BTreeMap<_, _> = hall_model::stems(venue).into_iter().collect();
    let about = |(stem, bytes): (&String, &Vec<u8>)| {
        let file = format!("{FOLDER}/{stem}.glb");
        match known.get(stem) {
            Some(units) => hall_model::inspect(bytes, &file, units, venue),
            None => vec![Finding::warning(
                "model-of-nothing",
                FilePlace::new(&file, ""),
                "The venue has no model of that name, so the file is not used.",
                format!(
                    "Name it after what it shows: {}.",
                    known.keys().cloned().collect::<Vec<_>>().join(", ")
                ),
            )],
        }
    };
    models.iter().flat_map(about).collect()
}
