//! `fairway check DIR --placements FILES`: what can be said of many stands' designs, by the venue's rules and side by side.

use crate::check::{count_findings, locate, print, wants_more};
use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use crate::locate::Source;
use fairway::placement::{
    Design, DesignError, Hulls, Judge, PlacementFinding, PlacementReport, advice, check_all, judged, said, why,
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

pub fn run(dir: &Path, files: &[PathBuf], as_json: bool) -> Outcome {
    let venue = load_venue(dir)?;
    let texts: Vec<(String, String)> = files
        .iter()
        .map(|path| Ok((path.display().to_string(), text(path)?)))
        .collect::<Result<_, Failure>>()?;
    let bookings = bookings(&venue, &texts);
    let mut out = io::stdout().lock();
    let sources: Vec<_> = texts.iter().map(|(name, text)| Source::new(name, text)).collect();
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
        writeln!(out, "{}", count_findings(&located, texts.len()))?;
    }
    Ok(wants_more(&located))
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::Read {
        path: path.to_owned(),
        source,
    })?;
    String::from_utf8(bytes)
        .map_err(|_| Failure::Input(format!("{} is not UTF-8 text; save it as UTF-8.", path.display())))
}

fn bookings<'t>(venue: &Venue, texts: &'t [(String, String)]) -> Vec<Booking<'t>> {
    let read: Vec<Result<Design, DesignError>> = texts.iter().map(|(_, text)| Design::read(text)).collect();
    let designs: Vec<Design> = read.iter().flatten().cloned().collect();
    let mut reports = check_all(venue, &designs, &Hulls::new()).into_iter();
    let booking = |((file, _), read): (&'t (String, String), Result<Design, DesignError>)| {
        let report = if read.is_ok() { reports.next().flatten() } else { None };
        let findings = match (&read, &report) {
            (Err(error), _) => vec![unreadable(file, error)],
            (Ok(design), None) => vec![no_stand(venue, file, &design.stand)],
            (Ok(design), Some(report)) => report
                .findings
                .iter()
                .map(|finding| worded(file, design, finding))
                .collect(),
        };
        Booking { file, findings, report }
    };
    texts.iter().zip(read).map(booking).collect()
}

fn unreadable(file: &str, error: &DesignError) -> Finding {
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
