//! `fairway check DIR`: all findings about a venue's files.

use crate::built::Built;
use crate::failure::Outcome;
use crate::files::read_texts;
use crate::locate::Source;
use crate::own;
use crate::placements;
use crate::report::Report;
use fairway::check::check_read;
use fairway::venue::{Finding, ReadVenue, Severity, Venue, read};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Say all that is wrong with a venue's files, or with what was built of them; where, and how to mend it.
///
/// Exit code 0: nothing was found but notes; 1: there are errors or warnings; 2: the files could not be read.
#[derive(clap::Args)]
pub struct Args {
    /// The folder with layout.json, exhibitors.json or .csv, programme.json, rules.json, live.json and models/; or a built one, with venue.json and models.
    dir: PathBuf,
    /// Print the findings as a JSON list.
    #[arg(long)]
    json: bool,
    /// Check these designs of stands instead (docs/placement.md), each by the venue's rules and all side by side.
    #[arg(long, value_name = "FILES", num_args = 1..)]
    placements: Vec<PathBuf>,
}

pub fn run(args: Args) -> Outcome {
    if !args.placements.is_empty() {
        return placements::run(&args.dir, &args.placements, args.json);
    }
    if let Some(built) = Built::read(&args.dir)? {
        let findings = locate(built.findings, &[]);
        return tell(&findings, args.json, || count_findings(&findings, built.files));
    }
    let texts = read_texts(&args.dir)?;
    let read = read(&texts);
    let sources: Vec<_> = texts.files().map(|(name, text)| Source::new(name, text)).collect();
    let mut findings = check_read(&read);
    let models = own::read_models(&args.dir)?;
    if let Some(venue) = read.files().and_then(|files| Venue::new(files.clone()).ok()) {
        findings.extend(own::findings(&models, &venue));
    }
    let located = locate(findings, &sources);
    tell(&located, args.json, || {
        summary(&located, &read, texts.files().count() + models.len())
    })
}

fn tell(located: &[Located<'_>], as_json: bool, summary: impl FnOnce() -> String) -> Outcome {
    let mut out = io::stdout().lock();
    if as_json {
        let findings: Vec<_> = located.iter().map(|located| &located.finding).collect();
        serde_json::to_writer_pretty(&mut out, &findings).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        print(&mut out, located)?;
        writeln!(out, "{}", summary())?;
    }
    Ok(wants_more(located))
}

pub fn print(out: &mut impl Write, located: &[Located<'_>]) -> io::Result<()> {
    let mut report = Report::new(out, wants_colours());
    located.iter().try_for_each(|located| report.print(located))
}

/// 1 where anything is to be mended.
pub fn wants_more(located: &[Located<'_>]) -> ExitCode {
    let is_wrong = |located: &Located<'_>| located.finding.severity != Severity::Note;
    ExitCode::from(u8::from(located.iter().any(is_wrong)))
}

/// A finding with the bytes that it is about, if its file has them.
pub struct Located<'s> {
    pub finding: Finding,
    pub source: Option<(&'s Source<'s>, std::ops::Range<usize>)>,
}

/// Gives findings their lines, and sorts them as the files are read.
pub fn locate<'s>(findings: Vec<Finding>, sources: &'s [Source<'s>]) -> Vec<Located<'s>> {
    let mut located: Vec<_> = findings
        .into_iter()
        .map(|mut finding| {
            let place = &mut finding.place;
            let source = sources
                .iter()
                .find(|source| source.name() == place.file)
                .and_then(|source| Some((source, source.span(place)?)));
            if let Some((source, span)) = &source {
                let (line, column) = source.position(span.start);
                (place.line, place.column) = (Some(line), Some(column));
            }
            Located { finding, source }
        })
        .collect();
    located.sort_by(|a, b| {
        let key = |located: &Located<'_>| (located.finding.place.line, located.finding.place.column);
        (&a.finding.place.file, key(a)).cmp(&(&b.finding.place.file, key(b)))
    });
    located
}

/// On a terminal only, and there unless `NO_COLOR` is set (no-color.org).
fn wants_colours() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn summary(located: &[Located<'_>], read: &ReadVenue, files_read: usize) -> String {
    if let (true, Some(files)) = (located.is_empty(), read.files()) {
        let layout = &files.layout;
        return format!(
            "No findings. {}, {}, {}, {}.",
            count(layout.units.len(), "unit"),
            count(layout.booths.len(), "booth"),
            count(files.exhibitors.exhibitors.len(), "exhibitor"),
            count(files.programme.sessions.len(), "session"),
        );
    }
    count_findings(located, files_read)
}

/// `1 error, 2 warnings in 9 files.`, and notes if there are any.
pub fn count_findings(located: &[Located<'_>], files: usize) -> String {
    if located.is_empty() {
        return format!("No findings in {}.", count(files, "file"));
    }
    let of = |severity| {
        located
            .iter()
            .filter(|located| located.finding.severity == severity)
            .count()
    };
    let notes = match of(Severity::Note) {
        0 => String::new(),
        n => format!(", {}", count(n, "note")),
    };
    format!(
        "{}, {}{notes} in {}.",
        count(of(Severity::Error), "error"),
        count(of(Severity::Warning), "warning"),
        count(files, "file")
    )
}

/// `1 hall`, `1,003 halls`.
fn count(n: usize, noun: &str) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {noun}{}", if n == 1 { "" } else { "s" })
}
