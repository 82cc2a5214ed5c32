//! A day at a fair: places and sessions of a venue → what to do when, in the venue's own time.

mod answer;
mod walks;

pub use answer::{DayConflict, DayDrop, DayPlan, DayRest, DayVisit};

use super::{BadRequest, Item, ItemId, MOST_ITEMS, Matrix, Millis, Request, Site, Unsolved, Window, replan};
use crate::programme::minutes;
use crate::venue::{LocalTime, PlaceId, Session, SessionId, Venue};
use crate::wayfinding::{NavGraph, NoWay, Stop, Walker};
use answer::{explained, told};
use serde::{Deserialize, Serialize};
use walks::MINUTE_MS;

/// What somebody wants of a day.
#[derive(Clone, Debug)]
pub struct DayRequest {
    pub from: Stop,
    /// Where it ends; with the last stop if `None`.
    pub end: Option<PlaceId>,
    pub stops: Vec<DayStop>,
    pub sessions: Vec<SessionId>,
    pub breaks: Vec<DayBreak>,
    /// Pairs of stops or sessions of which the first comes before the second.
    pub precedence: Vec<(PlaceId, PlaceId)>,
    /// The order that somebody has accepted of these or some of these: as little of it is changed as can be.
    pub accepted: Vec<PlaceId>,
    pub depart: LocalTime,
    /// When all of it must be over; when the fair closes if `None`, or if that is earlier.
    pub until: Option<LocalTime>,
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
    /// When the stay begins, if it must not be at another time: an appointment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub at: Option<LocalTime>,
}

/// A rest at some time, taken where one then is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayBreak {
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
    /// All of it takes place between both.
    pub from: LocalTime,
    pub until: LocalTime,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoDay {
    #[error(transparent)]
    NoWay(#[from] NoWay),
    #[error("There is no session \"{0}\" in the programme.")]
    UnknownSession(SessionId),
    #[error("Make \"{0}\" a stop, too: it is to come before or after another, but is none.")]
    NotAStop(PlaceId),
    #[error("A break of {} minutes does not fit between {} and {}.", .0.minutes, .0.from, .0.until)]
    BreakTooLong(DayBreak),
    #[error("Each of these would have to come before the next, and the last before the first: {}.", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    Circle(Vec<PlaceId>),
    #[error("The fair is closed on {date}. It is open on {}.", .open.join(", "))]
    ClosedThatDay { date: String, open: Vec<String> },
    #[error("The fair opens at {opens}. Depart then or later.")]
    BeforeOpening { opens: LocalTime },
    #[error("The fair closes at {closes}. Depart earlier, or on another day.")]
    AfterClosing { closes: LocalTime },
    #[error("It would be over at {until}, before it begins.")]
    OverBefore { until: LocalTime },
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
    let hours = own_hours(hours(venue, &request.depart)?, request)?;
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
    let count = places.len() + request.breaks.len();
    if count > MOST_ITEMS {
        // Before so many searches are made.
        return Err(NoDay::BadRequest(BadRequest::TooMany { count }));
    }
    let rests: Vec<Item> = request.breaks.iter().map(rest).collect::<Result<_, _>>()?;
    let item = |place: &PlaceId| {
        let item = places.iter().position(|other| other == place).map(ItemId);
        item.ok_or_else(|| NoDay::NotAStop(place.clone()))
    };
    let pairs = request.precedence.iter();
    let precedence = pairs.map(|(first, second)| Ok((item(first)?, item(second)?)));
    let precedence = precedence.collect::<Result<_, NoDay>>()?;
    let matrix = walks(venue, graph, request, &places, hours.map(|hours| hours.closes))?;
    let stops = request.stops.iter().enumerate().map(|(i, stop)| {
        let (site, stay) = (Site(i + 1), millis(stop.minutes));
        let start = stop.at.as_ref().map(|at| millis(minutes(at)));
        start.map_or(Item::stop(site, stay), |start| {
            Item::session(site, start, start.saturating_add(stay))
        })
    });
    let talks = sessions.iter().enumerate().map(|(i, session)| {
        let site = Site(request.stops.len() + i + 1);
        Item::session(site, millis(minutes(&session.start)), millis(minutes(&session.end)))
    });
    let asked = Request {
        depart: millis(minutes(&request.depart)),
        start: Site(0),
        end: request.end.as_ref().map(|_| Site(places.len() + 1)),
        hours,
        items: stops.chain(talks).chain(rests).collect(),
        precedence,
    };
    let mut accepted: Vec<ItemId> = Vec::new();
    for item in request.accepted.iter().filter_map(|place| item(place).ok()) {
        // A place that is visited twice is one item here, and the other as if it were new.
        if !accepted.contains(&item) {
            accepted.push(item);
        }
    }
    match replan(&matrix, &asked, &accepted) {
        Ok(plan) => told(request, &places, &plan),
        Err(Unsolved::BadRequest(BadRequest::Cycle(items))) => Err(NoDay::Circle(
            items.iter().filter_map(|item| places.get(item.0).cloned()).collect(),
        )),
        Err(Unsolved::BadRequest(bad)) => Err(NoDay::BadRequest(bad)),
        Err(Unsolved::Conflict(conflict)) => Err(explained(request, &places, &conflict)?),
    }
}

fn session<'v>(venue: &'v Venue, id: &SessionId) -> Result<&'v Session, NoDay> {
    let session = venue.sessions().iter().find(|session| session.id == *id);
    session.ok_or_else(|| NoDay::UnknownSession(id.clone()))
}

fn rest(of: &DayBreak) -> Result<Item, NoDay> {
    let (from, until) = (minutes(&of.from), minutes(&of.until));
    if until.checked_sub(from).is_none_or(|long| long < of.minutes) {
        return Err(NoDay::BreakTooLong(of.clone()));
    }
    let within = Window {
        opens: millis(from),
        closes: millis(until),
    };
    Ok(Item::rest(millis(of.minutes), within))
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

/// Those of `hours` until the person's own end.
fn own_hours(hours: Option<Window>, request: &DayRequest) -> Result<Option<Window>, NoDay> {
    let Some(until) = request.until.as_ref() else {
        return Ok(hours);
    };
    if *until <= request.depart {
        let until = until.clone();
        return Err(NoDay::OverBefore { until });
    }
    let own = Window {
        opens: millis(minutes(&request.depart)),
        closes: millis(minutes(until)),
    };
    Ok(Some(hours.map_or(own, |hours| Window {
        closes: hours.closes.min(own.closes),
        ..hours
    })))
}

/// The start, then all `places`, then the end if there is one.
fn walks(
    venue: &Venue,
    graph: &NavGraph,
    request: &DayRequest,
    places: &[PlaceId],
    closes: Option<Millis>,
) -> Result<Matrix, NoDay> {
    let stops = places.iter().chain(&request.end);
    let stops = stops.map(|place| Stop::Place { place: place.clone() });
    let stops: Vec<Stop> = std::iter::once(request.from.clone()).chain(stops).collect();
    let depart = millis(minutes(&request.depart));
    let close = closes.unwrap_or(depart + DAY_MS);
    Ok(walks::walks((venue, graph), &request.walker, &stops, (depart, close))?)
}

const DAY_MS: Millis = 24 * 60 * MINUTE_MS;

fn millis(minutes: u64) -> Millis {
    minutes.saturating_mul(MINUTE_MS)
}
