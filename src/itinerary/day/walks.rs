//! The walks of a day: between all its places, and at all its times.
//!
//! What is closed changes at a few moments of the day. Between two of them the durations do not change, so that they are asked for once for each such slice,
//! and once for the walks from it into the next. No walk leads through what is closed at its time. Not exact is one thing: a walk during which something
//! changes goes round what is closed before or after the change, even where one would be through before it closes.

use crate::itinerary::{Matrix, Millis, Slice};
use crate::order;
use crate::programme::{minutes, time_at};
use crate::venue::Venue;
use crate::wayfinding::{NavGraph, NoWay, Stop, Walker};

pub const MINUTE_MS: Millis = 60_000;

/// So many changes are told apart, for each takes two searches from each place. After the last of them, what is closed at any time is closed.
const MOST_CHANGES: usize = 8;

/// # Errors
/// A place or a closure that the venue does not have, or a speed that nobody walks at.
pub fn walks(
    (venue, graph): (&Venue, &NavGraph),
    walker: &Walker,
    stops: &[Stop],
    (depart, close): (Millis, Millis),
) -> Result<Matrix, NoWay> {
    let during = |from: Millis, until: Millis| {
        let walker = Walker {
            during: time_at(from / MINUTE_MS).zip(time_at(until / MINUTE_MS)),
            ..walker.clone()
        };
        let rows = graph.durations(venue, stops, stops, &walker)?;
        // As many rows as stops, each as long.
        Ok(Matrix::of(stops.len(), |from, to| rows[from][to]))
    };
    let changes = venue.live().changes().map(|time| minutes(time) * MINUTE_MS);
    let mut changes: Vec<Millis> = changes.filter(|&time| depart < time && time < close).collect();
    order::sort_by_key(&mut changes, |&time| time);
    changes.dedup();
    if changes.is_empty() {
        return during(depart, close);
    }
    let begins: Vec<Millis> = [depart].into_iter().chain(changes).take(MOST_CHANGES + 1).collect();
    let end = |i: usize| begins.get(i + 1).copied().unwrap_or(close);
    let slice = |(i, &from): (usize, &Millis)| {
        Ok(Slice {
            from,
            within: during(from, end(i))?,
            into_next: during(from, end(i + 1))?,
        })
    };
    let slices: Vec<Slice> = begins.iter().enumerate().map(slice).collect::<Result<_, _>>()?;
    Ok(Matrix::changing(slices))
}
