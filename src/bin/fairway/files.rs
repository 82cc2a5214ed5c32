//! A venue's folder on the disk.

use crate::failure::Failure;
use fairway::venue::{ExhibitorsText, Rejected, Severity, Venue, VenueTexts, read, read_live};
use std::io::ErrorKind;
use std::path::Path;

/// Reads the files of the venue in `dir`; those that a venue may lack are `None` where they are not there.
pub fn read_texts(dir: &Path) -> Result<VenueTexts, Failure> {
    let Some(layout) = text(&dir.join("layout.json"))? else {
        return Err(Failure::Input(if dir.is_dir() {
            format!("{} holds no layout.json, so it is no venue.", dir.display())
        } else {
            format!("There is no folder {}.", dir.display())
        }));
    };
    let exhibitors = match (text(&dir.join("exhibitors.json"))?, text(&dir.join("exhibitors.csv"))?) {
        (Some(_), Some(_)) => {
            return Err(Failure::Input(format!(
                "{} holds exhibitors.json and exhibitors.csv; remove the one that is not kept up.",
                dir.display()
            )));
        }
        (Some(json), None) => Some(ExhibitorsText::Json(json)),
        (None, csv) => csv.map(ExhibitorsText::Csv),
    };
    Ok(VenueTexts {
        layout,
        exhibitors,
        programme: text(&dir.join("programme.json"))?,
        rules: text(&dir.join("rules.json"))?,
        live: text(&dir.join("live.json"))?,
    })
}

/// The checked venue in `dir`, for subcommands that need one.
pub fn load_venue(dir: &Path) -> Result<Venue, Failure> {
    read(&read_texts(dir)?).into_venue().map_err(|rejected| {
        let errors: Vec<_> = rejected
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        Failure::Input(format!(
            "The venue in {} has {}{}. Run `fairway check {0}` to see {}.",
            dir.display(),
            if errors.len() == 1 { "an error" } else { "errors" },
            errors
                .first()
                .map(|first| format!(": {first}"))
                .unwrap_or_default()
                .trim_end_matches('.'),
            if errors.len() == 1 {
                "it in its place"
            } else {
                "them all"
            },
        ))
    })
}

/// The same venue with what another live file says.
pub fn with_live(venue: Venue, file: &Path) -> Result<Venue, Failure> {
    let Some(text) = text(file)? else {
        return Err(Failure::Input(format!("There is no file {}.", file.display())));
    };
    let live = read_live(&text).and_then(|live| venue.with_live(live));
    live.map_err(|Rejected { findings }| {
        let said: Vec<String> = findings
            .iter()
            .map(|finding| format!("{}: {} {}", finding.place.pointer, finding.message, finding.mend))
            .collect();
        Failure::Input(format!("{} cannot be used. {}", file.display(), said.join(" ")))
    })
}

/// The text of a file; `None` if it is not there.
fn text(path: &Path) -> Result<Option<String>, Failure> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(source) => {
            return Err(Failure::Read {
                path: path.to_owned(),
                source,
            });
        }
    };
    String::from_utf8(bytes).map(Some).map_err(|_| {
        Failure::Input(format!(
            "{} is not UTF-8 text; save it as UTF-8 (spreadsheets: \"CSV UTF-8\").",
            path.display()
        ))
    })
}
