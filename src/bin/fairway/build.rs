//! `fairway build DIR…`: what the page loads of each venue: `venue.json`, its models, and the list of all venues.

use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use crate::own;
use fairway::directory::characters;
use fairway::hall_model::{self, Model};
use fairway::venue::{BUNDLE_FORMAT, Bundle, Finding, LocalText, Severity, Venue, VenueId};
use fairway::wayfinding::free_floor;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make what the page loads: the venue as one file, and a model of each hall.
#[derive(clap::Args)]
pub struct Args {
    /// The folders of the venues; the page lists them in this order.
    #[arg(required = true)]
    dirs: Vec<PathBuf>,
    /// The folder to write into. If not given, `built` in each venue's own folder.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// The stage holds the models of a fair of that size whole, on phones too (`MODELS_MB` in `web/src/stage/client.ts`); larger ones are shown from
/// afar by models of their own.
const HELD_WHOLE_BYTES: usize = 20_000_000;

/// `index.json`.
#[derive(Serialize)]
struct VenueList {
    venues: Vec<VenueEntry>,
}

#[derive(Serialize)]
struct VenueEntry {
    id: VenueId,
    name: LocalText,
}

pub fn run(args: &Args) -> Outcome {
    match &args.out {
        Some(out) => build_all(&args.dirs, out)?,
        None => {
            for dir in &args.dirs {
                build_all(std::slice::from_ref(dir), &dir.join("built"))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn build_all(dirs: &[PathBuf], out: &Path) -> Result<(), Failure> {
    let mut list = VenueList { venues: Vec::new() };
    for dir in dirs {
        let entry = build_venue(dir, out)?;
        if list.venues.iter().any(|other| other.id == entry.id) {
            return Err(Failure::Input(format!(
                "Two of the venues have the id `{}`; give {} another one in its layout.json.",
                entry.id,
                dir.display()
            )));
        }
        list.venues.push(entry);
    }
    write(&out.join("index.json"), &json(&list)?)
}

fn build_venue(dir: &Path, out: &Path) -> Result<VenueEntry, Failure> {
    let venue = load_venue(dir)?;
    let layout = venue.layout();
    let entry = VenueEntry {
        id: layout.id.clone(),
        name: layout.name.clone(),
    };
    let models = models(dir, &venue)?;
    let folder = out.join(folder_name(&layout.id)?);
    std::fs::create_dir_all(&folder).map_err(|source| Failure::Write {
        path: folder.clone(),
        source,
    })?;
    let mut fresh = BTreeSet::from(["venue.json".to_owned()]);
    for model in &models {
        write(&folder.join(&model.file.file), &model.bytes)?;
        fresh.insert(model.file.file.clone());
        if let (Some(far), Some(bytes)) = (&model.file.far, &model.far) {
            write(&folder.join(&far.file), bytes)?;
            fresh.insert(far.file.clone());
        }
    }
    let bundle = Bundle {
        format: BUNDLE_FORMAT.to_owned(),
        files: venue.files().clone(),
        floor: free_floor(&venue),
        models: models.iter().map(|model| model.file.clone()).collect(),
        characters: characters(&venue),
    };
    let bytes = json(&bundle)?;
    write(&folder.join("venue.json"), &bytes)?;
    // By itself, too: the page looks at it again and again, and the organiser may change it without a build.
    write(&folder.join("live.json"), &json(venue.live())?)?;
    remove_stale(&folder, &fresh)?;
    let total: u64 = models.iter().map(|model| model.file.bytes).sum();
    println!(
        "{}: {} models, {:.1} MB, and venue.json, {:.1} MB",
        folder.display(),
        models.len(),
        total as f64 / 1e6,
        bytes.len() as f64 / 1e6
    );
    Ok(entry)
}

/// The models that the organiser brings, and for the rest those that are made.
fn models(dir: &Path, venue: &Venue) -> Result<Vec<Model>, Failure> {
    let mut own = own::read_models(dir)?;
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    if let Some(finding) = own::findings(&own, venue).into_iter().find(is_error) {
        return Err(Failure::Input(format!(
            "A model in {} cannot be used: {finding} Run `fairway check {0}` to see all.",
            dir.display()
        )));
    }
    let made = hall_model::build(venue)
        .map_err(|error| Failure::Input(format!("The models of {} cannot be built: {error}.", dir.display())))?;
    let models: Vec<Model> = made
        .into_iter()
        .map(|model| match own.remove(&model.stem) {
            Some(bytes) => model.replaced_by(bytes),
            None => model,
        })
        .collect();
    let total: usize = models.iter().map(|model| model.bytes.len()).sum();
    if total > HELD_WHOLE_BYTES {
        return Ok(models);
    }
    Ok(models.into_iter().map(Model::without_far).collect())
}

/// A venue's id names its folder, so it may not lead elsewhere.
fn folder_name(id: &VenueId) -> Result<&str, Failure> {
    let id = id.as_str();
    let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if plain {
        Ok(id)
    } else {
        Err(Failure::Input(format!(
            "The venue's id `{id}` names its folder on the site; use letters, digits, - and _ only."
        )))
    }
}

/// Removes what an earlier build left: only files that a build writes.
fn remove_stale(folder: &Path, fresh: &BTreeSet<String>) -> Result<(), Failure> {
    let failed = |source| Failure::Write {
        path: folder.to_owned(),
        source,
    };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.ends_with(".glb") && !fresh.contains(name) {
            std::fs::remove_file(&path).map_err(|source| Failure::Write { path, source })?;
        }
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(|error| Failure::Output(error.into()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|source| Failure::Write {
        path: path.to_owned(),
        source,
    })
}
