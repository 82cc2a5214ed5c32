//! Which sets of items can be had at all.

use super::Millis;
use super::problem::{Problem, contains};

/// For each subset of some items, whether it can be done by itself: in some order that keeps to all times, and to the precedences among its own items.
/// Time n²·2ⁿ: for at most `EXACT_MOST` items.
pub struct Possible {
    count: usize,
    possible: Vec<bool>,
}

impl Possible {
    pub fn of(problem: &Problem<'_>, items: &[usize]) -> Self {
        let count = items.len();
        let width = count + 1;
        // When one is ready at the earliest, by set of items done and the item where one then stands (the start comes last).
        let mut ready: Vec<Option<Millis>> = vec![None; width << count];
        ready[count] = Some(problem.depart);
        let site = |at: usize| {
            items
                .get(at)
                .and_then(|&item| problem.stays[item].site)
                .unwrap_or(problem.start)
        };
        let mut possible = Vec::with_capacity(1 << count);
        for done in 0..1usize << count {
            let mut finished = false;
            for at in 0..width {
                let Some(now) = ready[done * width + at] else { continue };
                finished |= problem.finish(site(at), now).is_some();
                for next in (0..count).filter(|&next| done >> next & 1 == 0) {
                    let stay = &problem.stays[items[next]];
                    let comes_too_late = (0..count).any(|i| done >> i & 1 == 1 && contains(stay.after, items[i]));
                    let leg = problem.go(site(at), stay.site, now);
                    let start = leg.and_then(|leg| stay.start(leg.arrival));
                    if let (false, Some(start)) = (comes_too_late, start) {
                        let there = if stay.site.is_some() { next } else { at };
                        let slot = &mut ready[(done | 1 << next) * width + there];
                        let end = start + stay.dwell;
                        *slot = Some(slot.map_or(end, |known| known.min(end)));
                    }
                }
            }
            possible.push(finished);
        }
        Self { count, possible }
    }

    /// The fewest items that cannot be had together, as indices into the list asked about; of several such sets the one that names the first items.
    pub fn smallest_impossible(&self) -> Option<Vec<usize>> {
        let members = |set: usize| (0..self.count).filter(|&i| set >> i & 1 == 1).collect::<Vec<_>>();
        let impossible = (0..self.possible.len()).filter(|&set| !self.possible[set]);
        impossible
            .map(members)
            .min_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)))
    }
}
