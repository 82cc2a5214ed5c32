//! A plan of numbers → a day in the venue's own time.

use super::walks::MINUTE_MS;
use super::{DayBreak, DayRequest, NoDay};
use crate::itinerary::{BadRequest, Conflict, Evidence, ItemId, Millis, Plan};
use crate::programme::time_at;
use crate::venue::{LocalTime, PlaceId};
use serde::{Deserialize, Serialize};

/// What to do, in order. Arrivals are rounded up to the minute and latest times down, so that whoever keeps to them is in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayPlan {
    pub depart: LocalTime,
    /// When to leave at the latest; `None` if nothing has a time.
    pub leave_by: Option<LocalTime>,
    pub visits: Vec<DayVisit>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<DayRest>>"))]
    pub breaks: Vec<DayRest>,
    pub end: Option<PlaceId>,
    /// Seconds from the last visit to the end.
    pub last_walk_s: f64,
    pub finish: LocalTime,
    /// Seconds walked in all.
    pub walk_s: f64,
    /// Whether no better plan exists, or it is the best that was found.
    pub proven_best: bool,
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

/// A break, taken where one then is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayRest {
    /// How many of the visits come before it.
    pub after: usize,
    pub start: LocalTime,
    pub end: LocalTime,
}

/// The fewest visits that cannot be had together, as [`Conflict`] defines it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayConflict {
    pub places: Vec<PlaceId>,
    /// Breaks that are in it, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<DayBreak>>"))]
    pub breaks: Vec<DayBreak>,
    pub evidence: Evidence,
    /// For each of the places.
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

fn seconds(time: Millis) -> f64 {
    time as f64 / 1000.0
}

pub fn told(request: &DayRequest, places: &[PlaceId], plan: &Plan) -> Result<DayPlan, NoDay> {
    // Beyond the year 9999 there are no more times to tell.
    let at_minute = |minute| time_at(minute).ok_or(NoDay::BadRequest(BadRequest::TooLong));
    let earliest = |time: Millis| at_minute(time.div_ceil(MINUTE_MS));
    let latest = |time: Option<Millis>| time.map(|time| at_minute(time / MINUTE_MS)).transpose();
    let (mut visits, mut breaks) = (Vec::new(), Vec::new());
    for visit in &plan.visits {
        let (start, end) = (earliest(visit.start)?, earliest(visit.end)?);
        let Some(place) = places.get(visit.item.0) else {
            let after = visits.len();
            breaks.push(DayRest { after, start, end });
            continue;
        };
        visits.push(DayVisit {
            place: place.clone(),
            walk_s: seconds(visit.walk),
            arrival: earliest(visit.arrival)?,
            start,
            end,
            arrive_by: latest(visit.arrive_by)?,
            leave_by: latest(visit.leave_by)?,
            slack_s: visit.slack.map(seconds),
        });
    }
    Ok(DayPlan {
        depart: request.depart.clone(),
        leave_by: latest(plan.leave_by)?,
        visits,
        breaks,
        end: request.end.clone(),
        last_walk_s: seconds(plan.last_walk),
        finish: earliest(plan.finish)?,
        walk_s: seconds(plan.walk),
        proven_best: plan.proven_best,
    })
}

pub fn explained(request: &DayRequest, places: &[PlaceId], conflict: &Conflict) -> Result<NoDay, NoDay> {
    let place = |item: ItemId| places.get(item.0);
    let drops = conflict.drops.iter().filter_map(|drop| Some((place(drop.item)?, drop)));
    let drops = drops.map(|(place, drop)| {
        Ok(DayDrop {
            place: place.clone(),
            saves_s: seconds(drop.saves),
            plan: drop.plan.as_ref().map(|plan| told(request, places, plan)).transpose()?,
        })
    });
    // After the places come the breaks.
    let rest = |item: &ItemId| request.breaks.get(item.0.checked_sub(places.len())?).cloned();
    Ok(NoDay::Conflict(Box::new(DayConflict {
        places: conflict.items.iter().filter_map(|&item| place(item).cloned()).collect(),
        breaks: conflict.items.iter().filter_map(rest).collect(),
        evidence: conflict.evidence,
        drops: drops.collect::<Result<_, NoDay>>()?,
    })))
}
