//! `fairway check DIR --placements FILES`: what can be said of many stands' designs, by the venue's rules and side by side.

use crate::check::{count_findings, locate, print, wants_more};
use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use crate::locate::Source;
use fairway::placement::{
    Design, DesignError, Hulls, Judge, Parcel, ParcelError, PlacementFinding, PlacementReport, advice, check_all,
    judged, refusal, said, why,
};
use fairway::venue::{BoothId, FilePlace, Finding, Venue, nearest};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The language that the command line speaks.
const LANGUAGE: &str = "en";

/// One file, and all that is said of it.
#[derive(Serialize)]
struct Booking<'t> {
    file: &'t str,
    /// In words, with their places in the file.
    findings: Vec<Finding>,
    /// The same as data; `null` if the file is no design for a stand of the venue.
    report: Option<PlacementReport>,
}

/// A file as it was given.
struct Given {
    name: String,
    /// Of the design; empty if there is none.
    text: String,
    /// The design with the hulls that it names.
    read: Result<(Design, Hulls), Refused>,
}

enum Refused {
    Design(DesignError),
    File(ParcelError),
}

pub fn run(dir: &Path, files: &[PathBuf], as_json: bool) -> Outcome {
    let venue = load_venue(dir)?;
    let given: Vec<Given> = files.iter().map(|path| give(path)).collect::<Result<_, Failure>>()?;
    let bookings = bookings(&venue, &given);
    let mut out = io::stdout().lock();
    let sources: Vec<_> = given.iter().map(|file| Source::new(&file.name, &file.text)).collect();
    let findings = bookings
        .iter()
        .flat_map(|booking| booking.findings.iter().cloned())
        .collect();
    let located = locate(findings, &sources);
    if as_json {
        serde_json::to_writer_pretty(&mut out, &bookings).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        print(&mut out, &located)?;
        for report in bookings.iter().filter_map(|booking| booking.report.as_ref()) {
            writeln!(out, "{}", checked(report))?;
        }
        let judge: Vec<&str> = Judge::ALL.into_iter().map(|judge| judged(judge, LANGUAGE)).collect();
        writeln!(out, "A person must still judge: {}.", judge.join("; "))?;
        writeln!(out, "{}", advice(LANGUAGE))?;
        writeln!(out, "{}", count_findings(&located, given.len()))?;
    }
    Ok(wants_more(&located))
}

fn give(path: &Path) -> Result<Given, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::Read {
        path: path.to_owned(),
        source,
    })?;
    let name = path.display().to_string();
    let unpacked = if bytes.starts_with(b"PK") {
        Parcel::read(&name, &bytes)
    } else {
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::Input(format!("{name} is not UTF-8 text; save it as UTF-8.")))?;
        Ok(Parcel {
            design: Some(text),
            models: Vec::new(),
        })
    };
    Ok(match unpacked {
        Ok(parcel) => {
            let text = parcel.design.unwrap_or_default();
            let read = Design::read(&text).map_err(Refused::Design);
            let hulls = parcel
                .models
                .iter()
                .map(|(name, model)| (name.clone(), model.hull.clone()));
            let read = read.map(|design| (design, hulls.collect()));
            Given { name, text, read }
        }
        Err(error) => Given {
            name,
            text: String::new(),
            read: Err(Refused::File(error)),
        },
    })
}

fn bookings<'t>(venue: &Venue, given: &'t [Given]) -> Vec<Booking<'t>> {
    let mut hulls = Hulls::new();
    let mut designs = Vec::new();
    for (i, (design, own)) in given
        .iter()
        .enumerate()
        .filter_map(|(i, file)| Some((i, file.read.as_ref().ok()?)))
    {
        let mut design = design.clone();
        // Two bookings may call two models the same.
        for name in design.parts.iter_mut().filter_map(|part| part.model.as_mut()) {
            if let Some(hull) = own.get(name) {
                *name = format!("{i}/{name}");
                hulls.insert(name.clone(), hull.clone());
            }
        }
        designs.push(design);
    }
    let mut reports = check_all(venue, &designs, &hulls).into_iter();
    let booking = |given: &'t Given| {
        let report = if given.read.is_ok() {
            reports.next().flatten()
        } else {
            None
        };
        let file = given.name.as_str();
        let findings = match (&given.read, &report) {
            (Err(refused), _) => vec![unreadable(file, refused)],
            (Ok((design, _)), None) => vec![no_stand(venue, file, &design.stand)],
            (Ok((design, _)), Some(report)) => report
                .findings
                .iter()
                .map(|finding| worded(file, design, finding))
                .collect(),
        };
        Booking { file, findings, report }
    };
    given.iter().map(booking).collect()
}

fn unreadable(file: &str, refused: &Refused) -> Finding {
    let error = match refused {
        Refused::Design(error) => error,
        Refused::File(error) => {
            let refusal = refusal(error);
            let [message, mend] = [&refusal.message, &refusal.mend].map(|text| text.in_language(LANGUAGE).to_owned());
            return Finding::error("not-a-design", FilePlace::new(file, ""), message, mend);
        }
    };
    let mut place = FilePlace::new(file, error.pointer());
    if let DesignError::NotData { line, column, .. } = error {
        place.line = (*line > 0).then_some(*line);
        place.column = (*column > 0).then_some(*column);
    }
    Finding::error("not-a-design", place, error.to_string(), error.mend())
}

fn no_stand(venue: &Venue, file: &str, stand: &BoothId) -> Finding {
    let known = venue.booths().iter().map(|booth| booth.id.as_str());
    Finding::error(
        "unknown-reference",
        FilePlace::new(file, "/stand"),
        format!("The venue has no stand `{stand}`."),
        match nearest(stand.as_str(), known) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "Name a stand of layout.json.".to_owned(),
        },
    )
}

fn worded(file: &str, design: &Design, finding: &PlacementFinding) -> Finding {
    let words = said(finding, LANGUAGE);
    let part = finding
        .parts
        .first()
        .and_then(|id| design.parts.iter().position(|part| part.id == *id));
    Finding {
        rule: finding.measure.name().replace('_', "-"),
        severity: finding.severity,
        place: FilePlace::new(
            file,
            part.map_or_else(|| "/stand".to_owned(), |part| format!("/parts/{part}")),
        ),
        message: words.message,
        mend: match words.source.as_str() {
            "" => words.mend,
            source => format!("{} Rule of: {source}.", words.mend),
        },
    }
}

/// `1A01: 12 rules checked. Not checked: the venue has no rule on it for this stand: ceiling_gap, …`
fn checked(report: &PlacementReport) -> String {
    let mut by_reason: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for unchecked in &report.unchecked {
        by_reason.entry(unchecked.why).or_default().push(&unchecked.what);
    }
    let mut said = format!(
        "{}: {} of the venue's rules checked.",
        report.stand,
        report.checked.len()
    );
    for (reason, what) in by_reason {
        said += &format!("\n  Not checked, since {}: {}.", why(reason, LANGUAGE), what.join(", "));
    }
    said
}
