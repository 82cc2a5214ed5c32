//! `fairway route DIR --from PLACE --to PLACE`: the way between two places, in steps.

use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use fairway::directory::{Directory, Lookup, whereabouts};
use fairway::venue::{Level, Place, PlaceId, Venue};
use fairway::wayfinding::{NavGraph, NoWay, Profile, Route, RouteRequest, Stop};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Exit code where there is no way.
const NO_WAY: u8 = 3;

/// Find the way between two places of a venue.
///
/// Exit code 0: a route; 3: no way, with the reason; 2: bad input.
#[derive(clap::Args)]
pub struct Args {
    /// The venue's folder.
    dir: PathBuf,
    /// Where to start: a booth's number, an id, or a name (with `@` and its level where several share one: "Monoprix@-1").
    #[arg(long, value_name = "PLACE")]
    from: String,
    /// Where to go.
    #[arg(long, value_name = "PLACE")]
    to: String,
    #[arg(long, value_enum, default_value_t)]
    profile: ProfileName,
    /// What is closed: an opening, a connector, an aisle or a unit. May be given several times.
    #[arg(long, value_name = "PLACE")]
    close: Vec<String>,
    /// The language of the steps.
    #[arg(long, default_value = "en")]
    language: String,
    /// Print the route, or why there is none, as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum ProfileName {
    #[default]
    Walking,
    StepFree,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Walking => Self::Walking,
            ProfileName::StepFree => Self::StepFree,
        }
    }
}

pub fn run(args: Args) -> Outcome {
    let venue = load_venue(&args.dir)?;
    let directory = Directory::of(&venue);
    let stop = |spelling: &str| {
        Ok::<_, Failure>(Stop::Place {
            place: find(&venue, &directory, spelling)?,
        })
    };
    let request = RouteRequest {
        from: stop(&args.from)?,
        to: stop(&args.to)?,
        profile: args.profile.into(),
        closed: args
            .close
            .iter()
            .map(|spelling| closable(&venue, &directory, spelling))
            .collect::<Result<_, _>>()?,
    };
    let answer = NavGraph::derive(&venue).route(&venue, &request);
    let mut out = io::stdout().lock();
    match &answer {
        Ok(route) if args.json => print_json(&mut out, route)?,
        Ok(route) => print_route(&mut out, &venue, route, &args.language)?,
        Err(no_way) if args.json => print_json(&mut out, no_way)?,
        Err(NoWay { text, .. }) => writeln!(out, "{}", text.in_language(&args.language))?,
    }
    Ok(ExitCode::from(if answer.is_ok() { 0 } else { NO_WAY }))
}

/// The place that a person means: by its id, in any spelling, or by its name, with its level behind an `@` where several share one.
fn find(venue: &Venue, directory: &Directory, spelling: &str) -> Result<PlaceId, Failure> {
    let suggestions = match directory.lookup(venue, &PlaceId::new(spelling)) {
        Lookup::Found(id) => return Ok(id),
        Lookup::Unknown { suggestions } => suggestions,
    };
    let with_level = spelling
        .rsplit_once('@')
        .and_then(|(name, level)| Some((name, level_spelt(venue, level)?)));
    let (name, level) = with_level.map_or((spelling, None), |(name, level)| (name, Some(level)));
    let named: Vec<Place<'_>> = venue
        .places()
        .filter(|place| {
            place
                .name()
                .is_some_and(|text| text.wordings().any(|wording| alike(wording, name)))
        })
        .filter(|place| level.is_none_or(|level| level_of(venue, *place) == Some(level)))
        .collect();
    match named.as_slice() {
        [only] => Ok(only.id()),
        [] => {
            let first = venue.layout().languages.first().map_or("en", String::as_str);
            let found = directory.search(venue, name, first, 3).into_iter().map(|hit| hit.place);
            let near: Vec<String> = suggestions
                .into_iter()
                .chain(found)
                .take(3)
                .map(|id| format!("\"{id}\""))
                .collect();
            let hint = if near.is_empty() {
                "Use a booth's number, an id, or a name.".to_owned()
            } else {
                format!("Did you mean {}?", near.join(", "))
            };
            Err(Failure::Input(format!(
                "There is no place \"{spelling}\" in this venue. {hint}"
            )))
        }
        several => Err(Failure::Input(format!(
            "\"{spelling}\" is the name of {} places. Name one by its level or its id: {}.",
            several.len(),
            several
                .iter()
                .map(|place| told_apart(venue, *place, name))
                .collect::<Vec<_>>()
                .join(", ")
        ))),
    }
}

/// `"Monoprix@-1" (way-398056953)`.
fn told_apart(venue: &Venue, place: Place<'_>, name: &str) -> String {
    match level_of(venue, place) {
        Some(level) => format!("\"{name}@{}\" ({})", level.ordinal, place.id()),
        None => format!("\"{}\"", place.id()),
    }
}

fn level_of<'v>(venue: &'v Venue, place: Place<'v>) -> Option<&'v Level> {
    venue.level(whereabouts(venue, place)?.level)
}

/// A level by its id, its ordinal or its name.
fn level_spelt<'v>(venue: &'v Venue, spelling: &str) -> Option<&'v Level> {
    venue.levels().iter().find(|level| {
        alike(level.id.as_str(), spelling)
            || spelling.trim() == level.ordinal.to_string()
            || level.name.wordings().any(|wording| alike(wording, spelling))
    })
}

/// Like [`find`], and aisles too, which are no places to go to but can be closed.
fn closable(venue: &Venue, directory: &Directory, spelling: &str) -> Result<PlaceId, Failure> {
    let aisle = venue.aisles().iter().find(|aisle| {
        alike(aisle.id.as_str(), spelling) || aisle.name.wordings().any(|wording| alike(wording, spelling))
    });
    aisle.map_or_else(|| find(venue, directory, spelling), |aisle| Ok((&aisle.id).into()))
}

fn alike(wording: &str, spelling: &str) -> bool {
    wording.trim().to_lowercase() == spelling.trim().to_lowercase()
}

fn print_json(out: &mut impl Write, answer: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, answer).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

fn print_route(out: &mut impl Write, venue: &Venue, route: &Route, language: &str) -> io::Result<()> {
    for leg in &route.legs {
        writeln!(
            out,
            "{} → {}: {:.0} m, {}",
            leg.from.in_language(language),
            leg.to.in_language(language),
            leg.distance_m,
            clock(leg.duration_s)
        )?;
        for (i, step) in leg.steps.iter().enumerate() {
            let level = venue
                .level(&step.level)
                .map_or("", |level| level.name.in_language(language));
            writeln!(
                out,
                "{:>3}. {}  [{:.0} m, {}, {level}]",
                i + 1,
                step.text.in_language(language),
                step.distance_m,
                clock(step.duration_s)
            )?;
        }
    }
    Ok(())
}

/// `3:05 min`.
fn clock(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    format!("{}:{:02} min", whole / 60, whole % 60)
}
