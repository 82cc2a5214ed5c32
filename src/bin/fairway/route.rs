//! `fairway route DIR --from PLACE --to PLACE`: the way between two places, in steps.

use crate::answer::{IMPOSSIBLE, WalkerArgs, clock, print_json};
use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use crate::places::find;
use fairway::directory::Directory;
use fairway::venue::Venue;
use fairway::wayfinding::{NavGraph, NoWay, Route, RouteRequest, Stop, Walker};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

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
    #[command(flatten)]
    walker: WalkerArgs,
    /// The language of the steps.
    #[arg(long, default_value = "en")]
    language: String,
    /// Print the route, or why there is none, as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: Args) -> Outcome {
    let venue = load_venue(&args.dir)?;
    let directory = Directory::of(&venue);
    let stop = |spelling: &str| {
        Ok::<_, Failure>(Stop::Place {
            place: find(&venue, &directory, spelling)?,
        })
    };
    let Walker { profile, closed } = args.walker.walker(&venue, &directory)?;
    let request = RouteRequest {
        from: stop(&args.from)?,
        to: stop(&args.to)?,
        profile,
        closed,
    };
    let answer = NavGraph::derive(&venue).route(&venue, &request);
    let mut out = io::stdout().lock();
    match &answer {
        Ok(route) if args.json => print_json(&mut out, route)?,
        Ok(route) => print_route(&mut out, &venue, route, &args.language)?,
        Err(no_way) if args.json => print_json(&mut out, no_way)?,
        Err(NoWay { text, .. }) => writeln!(out, "{}", text.in_language(&args.language))?,
    }
    Ok(ExitCode::from(if answer.is_ok() { 0 } else { IMPOSSIBLE }))
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
