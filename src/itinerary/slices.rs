//! Walking where durations change in the course of the day.
//!
//! One sets out when one is ready, or waits for the beginning of a later slice if one arrives sooner by that. So whoever is ready sooner never arrives
//! later, and to be early is never to be worse off: the searches rely on it. A walk that would last longer than the next slice is not made.

use super::problem::NEVER;
use super::{Leg, Millis, Site, Slice};

/// The walk that arrives first; of several such the shortest. `None` if there is none.
pub fn go(slices: &[Slice], from: Site, to: Site, ready: Millis) -> Option<Leg> {
    let now = slices.partition_point(|slice| slice.from <= ready).saturating_sub(1);
    let legs = (now..slices.len()).flat_map(|i| {
        let leave = ready.max(slices[i].from);
        walks(slices, i, from, to).map(move |(walk, until)| {
            let arrival = leave + walk;
            (arrival <= until).then_some(Leg { arrival, walk })
        })
    });
    legs.flatten().min()
}

/// When to be ready at the latest, so as to arrive by then; `None` if there is no such time.
pub fn ready_by(slices: &[Slice], from: Site, to: Site, arrive_by: Millis) -> Option<Millis> {
    let latest = (0..slices.len()).flat_map(|i| {
        walks(slices, i, from, to).map(move |(walk, until)| {
            let leave = arrive_by.min(until).checked_sub(walk)?.min(end(slices, i) - 1);
            (leave >= slices[i].from).then_some(leave)
        })
    });
    latest.flatten().max()
}

/// The walks that begin in a slice, and when they have to be over.
fn walks(slices: &[Slice], i: usize, from: Site, to: Site) -> impl Iterator<Item = (Millis, Millis)> + use<> {
    let within = slices[i].within.duration(from, to).zip(Some(end(slices, i)));
    let into_next = slices[i].into_next.duration(from, to).zip(Some(end(slices, i + 1)));
    within.into_iter().chain(into_next)
}

fn end(slices: &[Slice], i: usize) -> Millis {
    slices.get(i + 1).map_or(NEVER, |next| next.from)
}
