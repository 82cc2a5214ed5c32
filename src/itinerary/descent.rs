//! Descent to where no small change of an order helps: Or-opt (Or 1976), which moves a few neighbours elsewhere, either way round, and with
//! that 2-opt (Croes 1958), which turns a stretch round.

use super::Millis;
use super::problem::{Items, Problem, contains};

/// Or-opt moves so many neighbours at most.
const MOST_MOVED: usize = 3;

/// Shortens `order`, which can be kept, until no move of [`MOST_MOVED`] neighbours and no turning round of a stretch shortens it more.
pub fn descend(problem: &Problem<'_>, order: &mut Vec<usize>) {
    let Some(mut best) = walk_below(problem, order, Millis::MAX) else {
        return;
    };
    let mut candidate = Vec::with_capacity(order.len());
    let mut improved = true;
    while improved {
        improved = false;
        for (first, end) in stretches(order.len()) {
            for to in destinations(order.len(), first, end) {
                for turned in [false, true] {
                    moved(order, (first, end), to, turned, &mut candidate);
                    if let Some(walk) = walk_below(problem, &candidate, best) {
                        best = walk;
                        std::mem::swap(order, &mut candidate);
                        improved = true;
                    }
                }
            }
        }
    }
}

fn stretches(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |first| (first + 1..=count).map(move |end| (first, end)))
}

/// Where in the rest a stretch may go: a short one anywhere, a long one only where it is.
fn destinations(count: usize, first: usize, end: usize) -> std::ops::RangeInclusive<usize> {
    if end - first <= MOST_MOVED {
        0..=count - (end - first)
    } else {
        first..=first
    }
}

fn moved(order: &[usize], (first, end): (usize, usize), to: usize, turned: bool, into: &mut Vec<usize>) {
    into.clear();
    into.extend(order[..first].iter().chain(&order[end..]));
    let tail = into.len() - to;
    if turned {
        into.extend(order[first..end].iter().rev());
    } else {
        into.extend(&order[first..end]);
    }
    into[to..].rotate_left(tail);
}

/// The walking of an order that can be kept, if it is less than `limit`.
fn walk_below(problem: &Problem<'_>, order: &[usize], limit: Millis) -> Option<Millis> {
    let (mut ready, mut at, mut total) = (problem.depart, problem.start, 0);
    let mut done: Items = 0;
    for &item in order {
        let stay = &problem.stays[item];
        let walk = problem.walk_to(at, stay)?;
        total += walk;
        if total >= limit || stay.all_after & done != 0 {
            return None;
        }
        ready = stay.start(ready + walk)? + stay.dwell;
        at = stay.site.unwrap_or(at);
        done |= 1 << item;
    }
    let (walk, _) = problem.finish(at, ready)?;
    (total + walk < limit).then_some(total + walk)
}

/// Whether the order keeps to all precedences among its items.
pub fn keeps_precedence(problem: &Problem<'_>, order: &[usize]) -> bool {
    let mut done: Items = 0;
    order.iter().all(|&item| {
        let stay = &problem.stays[item];
        done |= 1 << item;
        !order
            .iter()
            .any(|&other| contains(stay.after, other) && contains(done, other))
    })
}
