//! A day at a fair: places and sessions of a venue → what to do when, in the venue's own time.

use super::walks::{self, MINUTE_MS};
use super::{BadRequest, Conflict, Evidence, Item, Matrix, Millis, Plan, Request, Site, Unsolved, Window, solve};
use crate::programme::{minutes, time_at};
use crate::venue::{LocalTime, PlaceId, Session, SessionId, Venue};
use crate::wayfinding::{NavGraph, NoWay, Stop, Walker};
use serde::{Deserialize, Serialize};

/// What somebody wants of a day.
#[derive(Clone, Debug)]
pub struct DayRequest {
    pub from: PlaceId,
    /// Where it ends; with the last stop if `None`.
    pub end: Option<PlaceId>,
    pub stops: Vec<DayStop>,
    pub sessions: Vec<SessionId>,
    pub depart: LocalTime,
    /// Its `during` is not looked at: the walks take place when the plan says.
    pub walker: Walker,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayStop {
    pub place: PlaceId,
    /// How long one stays.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
}

/// What to do, in order. Arrivals are rounded up to the minute and latest times down, so that whoever keeps to them is in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayPlan {
    pub from: PlaceId,
    pub depart: LocalTime,
    /// When to leave at the latest; `None` if nothing has a time.
    pub leave_by: Option<LocalTime>,
    pub visits: Vec<DayVisit>,
    pub end: Option<PlaceId>,
    /// Seconds from the last visit to the end.
    pub last_walk_s: f64,
    pub finish: LocalTime,
    /// Seconds walked in all.
    pub walk_s: f64,
    /// Whether no shorter walk exists, or it is the shortest that was found.
    pub proven_shortest: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayVisit {
    /// A place or a session.
    pub place: PlaceId,
    /// Seconds from the visit before.
    pub walk_s: f64,
    pub arrival: LocalTime,
    pub start: LocalTime,
    pub end: LocalTime,
    pub arrive_by: Option<LocalTime>,
    pub leave_by: Option<LocalTime>,
    /// How many seconds later than planned one may arrive.
    pub slack_s: Option<f64>,
}

/// The fewest visits that cannot be had together, as [`Conflict`] defines it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayConflict {
    pub places: Vec<PlaceId>,
    pub evidence: Evidence,
    pub drops: Vec<DayDrop>,
}

/// What comes of leaving one of them out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayDrop {
    pub place: PlaceId,
    /// Seconds that it takes, the detour included.
    pub saves_s: f64,
    /// The plan for all others; `None` if they are in conflict, too.
    pub plan: Option<DayPlan>,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoDay {
    #[error(transparent)]
    NoWay(#[from] NoWay),
    #[error("There is no session \"{0}\" in the programme.")]
    UnknownSession(SessionId),
    #[error("The fair is closed on {date}. It is open on {}.", .open.join(", "))]
    ClosedThatDay { date: String, open: Vec<String> },
    #[error("The fair opens at {opens}. Depart then or later.")]
    BeforeOpening { opens: LocalTime },
    #[error("The fair closes at {closes}. Depart earlier, or on another day.")]
    AfterClosing { closes: LocalTime },
    #[error("No such plan can be asked for: {0}.")]
    BadRequest(BadRequest),
    #[error("These cannot be had together: {}.", .0.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    Conflict(Box<DayConflict>),
}

/// Plans a day. `graph` is the venue's.
///
/// # Errors
/// What makes no sense, or what cannot be had together.
pub fn plan_day(venue: &Venue, graph: &NavGraph, request: &DayRequest) -> Result<DayPlan, NoDay> {
    let hours = hours(venue, &request.depart)?;
    let sessions: Vec<&Session> = request
        .sessions
        .iter()
        .map(|id| session(venue, id))
        .collect::<Result<_, _>>()?;
    let places: Vec<PlaceId> = request
        .stops
        .iter()
        .map(|stop| stop.place.clone())
        .chain(request.sessions.iter().map(PlaceId::from))
        .collect();
    if places.len() > super::MOST_ITEMS {
        // Before so many searches are made.
        return Err(NoDay::BadRequest(BadRequest::TooMany { count: places.len() }));
    }
    let matrix = walks(venue, graph, request, &places, hours.map(|hours| hours.closes))?;
    let stays = request.stops.iter().map(|stop| millis(stop.minutes)).enumerate();
    let stops = stays.map(|(i, stay)| Item::stop(Site(i + 1), stay));
    let talks = sessions.iter().enumerate().map(|(i, session)| {
        let site = Site(request.stops.len() + i + 1);
        Item::session(site, millis(minutes(&session.start)), millis(minutes(&session.end)))
    });
    let asked = Request {
        depart: millis(minutes(&request.depart)),
        start: Site(0),
        end: request.end.as_ref().map(|_| Site(places.len() + 1)),
        hours,
        items: stops.chain(talks).collect(),
        precedence: Vec::new(),
    };
    match solve(&matrix, &asked) {
        Ok(plan) => told(request, &places, &plan),
        Err(Unsolved::BadRequest(bad)) => Err(NoDay::BadRequest(bad)),
        Err(Unsolved::Conflict(conflict)) => Err(explained(request, &places, &conflict)?),
    }
}

fn session<'v>(venue: &'v Venue, id: &SessionId) -> Result<&'v Session, NoDay> {
    let session = venue.sessions().iter().find(|session| session.id == *id);
    session.ok_or_else(|| NoDay::UnknownSession(id.clone()))
}

/// The hours of the day of departure; `None` where the programme names no days at all.
fn hours(venue: &Venue, depart: &LocalTime) -> Result<Option<Window>, NoDay> {
    let days = &venue.programme().days;
    let Some(day) = days.iter().find(|day| day.open.date() == depart.date()) else {
        let date = depart.date().to_owned();
        let open: Vec<String> = days.iter().map(|day| day.open.date().to_owned()).collect();
        return if open.is_empty() {
            Ok(None)
        } else {
            Err(NoDay::ClosedThatDay { date, open })
        };
    };
    if *depart < day.open {
        let opens = day.open.clone();
        Err(NoDay::BeforeOpening { opens })
    } else if *depart >= day.close {
        let closes = day.close.clone();
        Err(NoDay::AfterClosing { closes })
    } else {
        Ok(Some(Window {
            opens: millis(minutes(&day.open)),
            closes: millis(minutes(&day.close)),
        }))
    }
}

/// The start, then all `places`, then the end if there is one.
fn walks(
    venue: &Venue,
    graph: &NavGraph,
    request: &DayRequest,
    places: &[PlaceId],
    closes: Option<Millis>,
) -> Result<Matrix, NoDay> {
    let all = std::iter::once(&request.from).chain(places).chain(&request.end);
    let stops: Vec<Stop> = all.map(|place| Stop::Place { place: place.clone() }).collect();
    let depart = millis(minutes(&request.depart));
    let close = closes.unwrap_or(depart + DAY_MS);
    Ok(walks::walks((venue, graph), &request.walker, &stops, (depart, close))?)
}

const DAY_MS: Millis = 24 * 60 * MINUTE_MS;

fn millis(minutes: u64) -> Millis {
    minutes.saturating_mul(MINUTE_MS)
}

fn seconds(time: Millis) -> f64 {
    time as f64 / 1000.0
}

fn told(request: &DayRequest, places: &[PlaceId], plan: &Plan) -> Result<DayPlan, NoDay> {
    // Beyond the year 9999 there are no more times to tell.
    let at_minute = |minute| time_at(minute).ok_or(NoDay::BadRequest(BadRequest::TooLong));
    let earliest = |time: Millis| at_minute(time.div_ceil(MINUTE_MS));
    let latest = |time: Option<Millis>| time.map(|time| at_minute(time / MINUTE_MS)).transpose();
    let visits = plan.visits.iter().map(|visit| {
        Ok(DayVisit {
            place: places[visit.item.0].clone(),
            walk_s: seconds(visit.walk),
            arrival: earliest(visit.arrival)?,
            start: earliest(visit.start)?,
            end: earliest(visit.end)?,
            arrive_by: latest(visit.arrive_by)?,
            leave_by: latest(visit.leave_by)?,
            slack_s: visit.slack.map(seconds),
        })
    });
    Ok(DayPlan {
        from: request.from.clone(),
        depart: request.depart.clone(),
        leave_by: latest(plan.leave_by)?,
        visits: visits.collect::<Result<_, NoDay>>()?,
        end: request.end.clone(),
        last_walk_s: seconds(plan.last_walk),
        finish: earliest(plan.finish)?,
        walk_s: seconds(plan.walk),
        proven_shortest: plan.proven_shortest,
    })
}

fn explained(request: &DayRequest, places: &[PlaceId], conflict: &Conflict) -> Result<NoDay, NoDay> {
    let drops = conflict.drops.iter().map(|drop| {
        Ok(DayDrop {
            place: places[drop.item.0].clone(),
            saves_s: seconds(drop.saves),
            plan: drop.plan.as_ref().map(|plan| told(request, places, plan)).transpose()?,
        })
    });
    Ok(NoDay::Conflict(Box::new(DayConflict {
        places: conflict.items.iter().map(|item| places[item.0].clone()).collect(),
        evidence: conflict.evidence,
        drops: drops.collect::<Result<_, NoDay>>()?,
    })))
}
