//! A way → when one is where on it, waits included.

use super::conditions::Conditions;
use super::search::Hop;
use super::time::{Clock, Moment, earliest_start, latest_start};

/// Whoever sets out then: writes what each passage takes and each wait into `hops`, and answers when they arrive. `None` if what is shut never opens.
pub fn set_out(conditions: Conditions<'_>, hops: &mut [Hop], depart: Moment) -> Option<Moment> {
    let mut now = depart;
    for i in 1..hops.len() {
        let there = hops[i].spot;
        let here = &mut hops[i - 1];
        let (kind, length_m) = here.onward?;
        let passage = conditions.passage(kind, length_m, here.spot, there)?;
        let (start, waits_for) = earliest_start(&passage.shut, now, passage.cost)?;
        here.cost = passage.cost;
        here.wait = start - now;
        here.waits_for = waits_for;
        now = start + passage.cost;
    }
    Some(now)
}

/// When to set out: at the time that was asked for, or as late as the time to arrive by allows.
pub fn departure(conditions: Conditions<'_>, hops: &[Hop]) -> Option<Moment> {
    let Clock::ArriveBy(by) = conditions.now.clock else {
        return Some(conditions.now.clock.start());
    };
    hops.windows(2).rev().try_fold(by, |by, pair| {
        let (kind, length_m) = pair[0].onward?;
        let passage = conditions.passage(kind, length_m, pair[0].spot, pair[1].spot)?;
        latest_start(&passage.shut, by, passage.cost)
    })
}
