//! An order of items → the times at each.

use super::problem::Problem;
use super::{ItemId, Leg, Millis};

/// What to do, in order, and when. As early as it goes; `leave_by` says how late it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub visits: Vec<Visit>,
    /// When to leave the start at the latest, so that all the rest still holds; `None` if nothing has a time.
    pub leave_by: Option<Millis>,
    /// Walking from the last stop to the end; 0 if the plan ends with the last stop.
    pub last_walk: Millis,
    /// Walking in all.
    pub walk: Millis,
    /// When one is at the end.
    pub finish: Millis,
    /// Whether no better plan exists. Otherwise it is the best that was found.
    pub proven_best: bool,
}

/// One item of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub item: ItemId,
    /// Walking from the stop before; 0 for a break.
    pub walk: Millis,
    /// Later than the end of the stop before and the walk where one has to wait for something to open.
    pub arrival: Millis,
    /// When the stay begins: later than the arrival where one has to wait.
    pub start: Millis,
    /// When the stay is over.
    pub end: Millis,
    /// When to be here at the latest, so that this and all the rest still hold; `None` if nothing from here on has a time.
    pub arrive_by: Option<Millis>,
    /// When to leave at the latest, so that all the rest still holds.
    pub leave_by: Option<Millis>,
    /// How much later than planned one may arrive.
    pub slack: Option<Millis>,
}

/// The times of that order; `None` if it cannot be kept.
pub fn schedule(problem: &Problem<'_>, order: &[usize], proven_best: bool) -> Option<Plan> {
    let (mut at, mut ready, mut total) = (problem.start, problem.depart, 0);
    let mut visits = Vec::with_capacity(order.len());
    let mut legs = Vec::with_capacity(order.len());
    for &i in order {
        let stay = &problem.stays[i];
        let Leg { arrival, walk } = problem.go(at, stay.site, ready)?;
        legs.push((at, stay.site));
        let start = stay.start(arrival)?;
        at = stay.site.unwrap_or(at);
        ready = start + stay.dwell;
        total += walk;
        visits.push(Visit {
            item: ItemId(i),
            walk,
            arrival,
            start,
            end: ready,
            arrive_by: None,
            leave_by: None,
            slack: None,
        });
    }
    let last = problem.finish(at, ready)?;
    let mut leave_by = problem.ready_by(at, problem.end, problem.closes)?;
    for (visit, (from, to)) in visits.iter_mut().zip(legs).rev() {
        let arrive_by = problem.stays[visit.item.0].latest_start(leave_by)?;
        visit.leave_by = bounded(leave_by);
        visit.arrive_by = bounded(arrive_by);
        visit.slack = visit.arrive_by.map(|latest| latest - visit.arrival);
        leave_by = problem.ready_by(from, to, arrive_by)?;
    }
    Some(Plan {
        visits,
        leave_by: bounded(leave_by),
        last_walk: last.walk,
        walk: total + last.walk,
        finish: last.arrival,
        proven_best,
    })
}

/// What nothing limits is so near to [`NEVER`](super::problem::NEVER) that all walks and stays together do not bring it down to a time that a request may name.
fn bounded(latest: Millis) -> Option<Millis> {
    (latest <= super::MOST_MS).then_some(latest)
}
