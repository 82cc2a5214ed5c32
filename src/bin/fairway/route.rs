//! `fairway route DIR --from PLACE --to PLACE`: the way between two places, in steps.

use crate::answer::{IMPOSSIBLE, WalkerArgs, clock, print_json};
use crate::failure::{Failure, Outcome};
use crate::places::find;
use fairway::directory::Directory;
use fairway::venue::{Live, LocalText, LocalTime, Venue};
use fairway::wayfinding::{Detour, NavGraph, NoWay, NoWayReason, Route, RouteRequest, Stop, When};
use serde::Serialize;
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
    /// When to set out, in the venue's time: 2026-12-10T09:30.
    #[arg(long, value_name = "TIME", conflicts_with = "arrive")]
    depart: Option<LocalTime>,
    /// When to be there at the latest.
    #[arg(long, value_name = "TIME")]
    arrive: Option<LocalTime>,
    /// The language of the steps.
    #[arg(long, default_value = "en")]
    language: String,
    /// Print the route, or why there is none, as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: Args) -> Outcome {
    let venue = args.walker.load_venue(&args.dir)?;
    let directory = Directory::of(&venue, "");
    let stop = |spelling: &str| {
        Ok::<_, Failure>(Stop::Place {
            place: find(&venue, &directory, spelling)?,
        })
    };
    let walker = args.walker.walker(&venue, &directory)?;
    let request = RouteRequest {
        from: stop(&args.from)?,
        to: stop(&args.to)?,
        profile: walker.profile,
        speed_m_s: walker.speed_m_s,
        closed: walker.closed,
        when: args.depart.map(When::DepartAt).or(args.arrive.map(When::ArriveBy)),
    };
    let graph = NavGraph::derive(&venue);
    let answer = graph.route(&venue, &request).map(|route| Answer {
        detour: detour(&venue, &graph, &request).map(|detour| detour.text),
        route,
    });
    let mut out = io::stdout().lock();
    match &answer {
        Ok(answer) if args.json => print_json(&mut out, answer)?,
        Ok(answer) => print_answer(&mut out, &venue, answer, &args.language)?,
        Err(no_way) if args.json => print_json(&mut out, no_way)?,
        Err(NoWay { text, reason }) => {
            writeln!(out, "{}", text.in_language(&args.language))?;
            if let NoWayReason::BadSpeed { .. } = reason {
                return Ok(ExitCode::from(2));
            }
        }
    }
    Ok(ExitCode::from(if answer.is_ok() { 0 } else { IMPOSSIBLE }))
}

/// A route, and why it is no other.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    route: Route,
    /// What keeps one from the way that one would take with nothing closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    detour: Option<LocalText>,
}

/// How the way differs from the one with nothing closed, if it does.
fn detour(venue: &Venue, graph: &NavGraph, request: &RouteRequest) -> Option<Detour> {
    let free = venue.clone().with_live(Live {
        crowds: venue.live().crowds.clone(),
        ..Live::none()
    });
    let unhindered = RouteRequest {
        closed: Vec::new(),
        ..request.clone()
    };
    let accepted = graph.route(&free.ok()?, &unhindered).ok()?;
    graph.detour(venue, request, &accepted).ok()?
}

fn print_answer(out: &mut impl Write, venue: &Venue, answer: &Answer, language: &str) -> io::Result<()> {
    if let Some(detour) = &answer.detour {
        writeln!(out, "{}", detour.in_language(language))?;
    }
    let route = &answer.route;
    if let (Some(depart), Some(arrive)) = (&route.depart, &route.arrive) {
        let arrive = if depart.date() == arrive.date() {
            arrive.time()
        } else {
            &arrive.to_string()
        };
        writeln!(out, "{} {} – {arrive}", depart.date(), depart.time())?;
    }
    print_route(out, venue, route, language)?;
    if route.crowded {
        writeln!(out, "It leads through a crowd: the times are estimates.")?;
    }
    Ok(())
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
            let next = leg.steps.get(i + 1).map_or(usize::MAX, |next| next.first_point);
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
            let waits = route.waits.iter();
            for wait in waits.filter(|wait| (step.first_point..next).contains(&wait.point)) {
                writeln!(out, "     {}", wait.text.in_language(language))?;
            }
        }
    }
    Ok(())
}
