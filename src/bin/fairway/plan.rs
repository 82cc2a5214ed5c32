//! `fairway plan DIR --from PLACE --stop PLACE@20min --session ID --depart TIME`: many stops in the best order, with the times at each.

use crate::answer::{IMPOSSIBLE, WalkerArgs, clock, print_json};
use crate::failure::{Failure, Outcome};
use crate::places::find;
use fairway::directory::Directory;
use fairway::itinerary::day::{DayBreak, DayConflict, DayPlan, DayRequest, DayStop, NoDay, plan_day};
use fairway::venue::{LocalTime, PlaceId, SessionId, Venue};
use fairway::wayfinding::{NavGraph, Stop};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// How long one stays at a stop that says nothing else.
const STAY_MINUTES: u64 = 10;

/// Order stops and sessions for the shortest walk, with the times at each.
///
/// Exit code 0: a plan; 3: it cannot be done, with the fewest stops that are in conflict; 2: bad input.
#[derive(clap::Args)]
pub struct Args {
    /// The venue's folder.
    dir: PathBuf,
    /// Where to start: a booth's number, an id, or a name (with `@` and its level where several share one: "Monoprix@-1").
    #[arg(long, value_name = "PLACE")]
    from: String,
    /// Where to go and how long to stay: "3B12@20min", "room-205@1h30min"; ten minutes if it does not say. May be given several times.
    /// With a time it is an appointment: "3B12@20min@14:00".
    #[arg(long, value_name = "PLACE[@DWELL][@TIME]")]
    stop: Vec<String>,
    /// A session to attend from its start to its end. May be given several times.
    #[arg(long, value_name = "ID")]
    session: Vec<String>,
    /// A break of some length between two times, taken where one then is: "12:00-14:00@45min". May be given several times.
    #[arg(long = "break", value_name = "FROM-UNTIL@LONG")]
    rest: Vec<String>,
    /// Two stops or sessions of which the first comes before the second: "3B12=session-001". May be given several times.
    #[arg(long, value_name = "FIRST=SECOND")]
    before: Vec<String>,
    /// When to leave the start, in the venue's time: 2026-12-10T09:30.
    #[arg(long, value_name = "TIME")]
    depart: LocalTime,
    /// When all of it must be over, in the venue's time; when the fair closes if it is not given.
    #[arg(long, value_name = "TIME")]
    until: Option<LocalTime>,
    /// Where to end; with the last stop if it is not given.
    #[arg(long, value_name = "PLACE")]
    end: Option<String>,
    #[command(flatten)]
    walker: WalkerArgs,
    /// The language of the places' names.
    #[arg(long, default_value = "en")]
    language: String,
    /// Print the plan, or what is in conflict, as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: Args) -> Outcome {
    let venue = args.walker.load_venue(&args.dir)?;
    let directory = Directory::of(&venue, "");
    let place = |spelling: &str| find(&venue, &directory, spelling);
    let from = place(&args.from)?;
    let request = DayRequest {
        from: Stop::Place { place: from.clone() },
        end: args.end.as_deref().map(place).transpose()?,
        stops: args
            .stop
            .iter()
            .map(|spelling| stop(spelling, &args.depart, place))
            .collect::<Result<_, _>>()?,
        // A booth or a room found by such a spelling is no session, which the plan says.
        sessions: args
            .session
            .iter()
            .map(|spelling| Ok::<_, Failure>(SessionId::new(place(spelling)?.as_str())))
            .collect::<Result<_, _>>()?,
        breaks: args
            .rest
            .iter()
            .map(|spelling| rest(spelling, &args.depart))
            .collect::<Result<_, _>>()?,
        precedence: args
            .before
            .iter()
            .map(|spelling| pair(spelling, place))
            .collect::<Result<_, _>>()?,
        accepted: Vec::new(),
        depart: args.depart,
        until: args.until,
        walker: args.walker.walker(&venue, &directory)?,
    };
    let mut out = io::stdout().lock();
    let shown = Shown {
        venue: &venue,
        from: &from,
        language: &args.language,
    };
    match plan_day(&venue, &NavGraph::derive(&venue), &request) {
        Ok(plan) if args.json => print_json(&mut out, &plan)?,
        Ok(plan) => shown.plan(&mut out, &plan)?,
        Err(NoDay::Conflict(conflict)) => {
            if args.json {
                print_json(&mut out, &conflict)?;
            } else {
                shown.conflict(&mut out, &conflict)?;
            }
            return Ok(ExitCode::from(IMPOSSIBLE));
        }
        Err(other) => return Err(Failure::Input(other.to_string())),
    }
    Ok(ExitCode::SUCCESS)
}

/// `3B12@20min@14:00`. What is behind the last `@` is a level if it is neither a duration nor a time.
fn stop(
    spelling: &str,
    depart: &LocalTime,
    place: impl Fn(&str) -> Result<PlaceId, Failure>,
) -> Result<DayStop, Failure> {
    let with_time = spelling
        .rsplit_once('@')
        .and_then(|(stop, clock)| Some((stop, Some(time_on(depart, clock)?))));
    let (spelling, at) = with_time.unwrap_or((spelling, None));
    let with_stay = spelling
        .rsplit_once('@')
        .and_then(|(name, stay)| Some((name, stay_minutes(stay)?)));
    let (name, minutes) = with_stay.unwrap_or((spelling, STAY_MINUTES));
    let place = place(name).map_err(|failure| match spelling.rsplit_once('@') {
        Some((name, number)) if number.parse::<u32>().is_ok() => Failure::Input(format!(
            "{failure} To stay for {number} minutes write \"{name}@{number}min\"."
        )),
        _ => failure,
    })?;
    Ok(DayStop { place, minutes, at })
}

/// `14:00`, on the day of departure.
fn time_on(depart: &LocalTime, clock: &str) -> Option<LocalTime> {
    format!("{}T{clock}", depart.date()).parse().ok()
}

/// `12:00-14:00@45min`, on the day of departure.
fn rest(spelling: &str, depart: &LocalTime) -> Result<DayBreak, Failure> {
    let time = |clock: &str| time_on(depart, clock);
    let read = || {
        let (times, long) = spelling.split_once('@')?;
        let (from, until) = times.split_once('-')?;
        Some(DayBreak {
            minutes: stay_minutes(long)?,
            from: time(from)?,
            until: time(until)?,
        })
    };
    read().ok_or_else(|| Failure::Input(format!("\"{spelling}\" is no break like \"12:00-14:00@45min\".")))
}

/// `3B12=session-001`.
fn pair(spelling: &str, place: impl Fn(&str) -> Result<PlaceId, Failure>) -> Result<(PlaceId, PlaceId), Failure> {
    let (first, second) = spelling
        .split_once('=')
        .ok_or_else(|| Failure::Input(format!("\"{spelling}\" is no pair of stops like \"3B12=5A10\".")))?;
    Ok((place(first)?, place(second)?))
}

/// The minutes of `20min`, `2h` or `1h30min`.
fn stay_minutes(spelling: &str) -> Option<u64> {
    let (hours, rest) = spelling.split_once('h').unwrap_or(("0", spelling));
    let minutes = if rest.is_empty() {
        "0"
    } else {
        rest.strip_suffix("min")?
    };
    let whole = |text: &str| text.parse::<u32>().ok().map(u64::from);
    Some(whole(hours)? * 60 + whole(minutes)?)
}

/// The breaks after so many visits.
fn breaks(out: &mut impl Write, plan: &DayPlan, visits: usize) -> io::Result<()> {
    for rest in plan.breaks.iter().filter(|rest| rest.after == visits) {
        writeln!(out, "{} break  [until {}]", rest.start.time(), rest.end.time())?;
    }
    Ok(())
}

/// How a plan is printed.
struct Shown<'v> {
    venue: &'v Venue,
    from: &'v PlaceId,
    language: &'v str,
}

impl Shown<'_> {
    /// `Room 201 (room-201)`.
    fn name(&self, id: &PlaceId) -> String {
        let name = self.venue.place(id).and_then(|place| place.name());
        name.map_or_else(
            || id.to_string(),
            |name| format!("{} ({id})", name.in_language(self.language)),
        )
    }

    fn plan(&self, out: &mut impl Write, plan: &DayPlan) -> io::Result<()> {
        write!(out, "{} {}", plan.depart.time(), self.name(self.from))?;
        if let Some(latest) = &plan.leave_by {
            write!(out, ", leave by {}", latest.time())?;
        }
        writeln!(out)?;
        breaks(out, plan, 0)?;
        for (i, visit) in plan.visits.iter().enumerate() {
            let (arrival, start, end) = (visit.arrival.time(), visit.start.time(), visit.end.time());
            write!(out, "{arrival} {}", self.name(&visit.place))?;
            write!(out, "  [walk {}", clock(visit.walk_s))?;
            if start != arrival {
                write!(out, ", starts {start}")?;
            }
            write!(out, ", until {end}")?;
            if let Some(latest) = &visit.leave_by {
                write!(out, ", leave by {}", latest.time())?;
            }
            writeln!(out, "]")?;
            breaks(out, plan, i + 1)?;
        }
        if let Some(end) = &plan.end {
            let walk = clock(plan.last_walk_s);
            writeln!(out, "{} {}  [walk {walk}]", plan.finish.time(), self.name(end))?;
        }
        let surety = if plan.proven_best {
            "no plan takes less walking and waiting"
        } else {
            "the least walking and waiting that was found"
        };
        writeln!(out, "Walking {} in all, {surety}.", clock(plan.walk_s))
    }

    fn conflict(&self, out: &mut impl Write, conflict: &DayConflict) -> io::Result<()> {
        let breaks = conflict.breaks.iter().map(|rest| {
            let (from, until) = (rest.from.time(), rest.until.time());
            format!("a break of {} minutes between {from} and {until}", rest.minutes)
        });
        let names: Vec<String> = conflict.places.iter().map(|id| self.name(id)).chain(breaks).collect();
        match names.as_slice() {
            [] => writeln!(out, "It cannot be done: the end cannot be reached in time.")?,
            [rest] if conflict.places.is_empty() => {
                writeln!(out, "It cannot be done: {rest} does not fit into the day.")?;
            }
            [only] => writeln!(out, "It cannot be done: {only} cannot be reached in time, or at all.")?,
            several => {
                writeln!(out, "It cannot be done. These cannot be had together:")?;
                for name in several {
                    writeln!(out, "  {name}")?;
                }
            }
        }
        for drop in &conflict.drops {
            let then = match &drop.plan {
                Some(plan) => format!("the rest can be done, walking {}", clock(plan.walk_s)),
                None => "the rest cannot be done either".to_owned(),
            };
            let saves = clock(drop.saves_s);
            writeln!(out, "Without {}: {saves} saved; {then}.", self.name(&drop.place))?;
        }
        Ok(())
    }
}
