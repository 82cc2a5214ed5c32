//! The best order of all: dynamic programming over subsets (Bellman 1962; Held and Karp 1962), with times as in Dumas et al. 1995.
//!
//! A state is which items are done and where one stands. Of two ways into a state, one that is neither shorter nor sooner there can be forgotten; all others
//! are kept, as labels. With n items there are at most n·2ⁿ states; without windows each has one label, and windows that leave a choice between a short
//! walk and an early arrival add a few.
//!
//! Where durations change in the course of the day the order that is found can be kept if any can, but a shorter one may have been forgotten: whoever is
//! ready later may walk less, for what was closed has opened.

use super::problem::Problem;
use super::{Millis, Site};

/// Up to so many items the best order is computed: 12·2¹² states.
pub const EXACT_MOST: usize = 12;

/// One way into a state.
#[derive(Clone, Copy)]
struct Label {
    walk: Millis,
    ready: Millis,
    /// The label that it goes on from, and with which item; `None` at the start.
    from: Option<(u32, u8)>,
}

/// The order of `items` that costs least, and of several such the one with the least walking; `None` if there is none.
/// At most [`EXACT_MOST`] items. Where durations change, it may not be the least.
pub fn cheapest(problem: &Problem<'_>, items: &[usize]) -> Option<Vec<usize>> {
    let table = Table::fill(problem, items);
    let full = (1 << items.len()) - 1;
    let ends = (0..=items.len()).flat_map(|at| table.labels(full, at).map(move |label| (at, label)));
    let finished = ends.filter_map(|(at, index)| {
        let label = table.arena[index as usize];
        let last = problem.finish(site(problem, items, at), label.ready)?;
        let walk = label.walk + last.walk;
        Some((problem.cost(walk, last.arrival), walk, index))
    });
    let (.., best) = finished.min()?;
    Some(table.order(best))
}

/// The labels of all states, state by state.
struct Table<'a> {
    problem: &'a Problem<'a>,
    items: &'a [usize],
    arena: Vec<Label>,
    /// Where in `arena` the labels of a state begin and end: by set of items done, then by the item where one stands (the start comes last).
    states: Vec<(u32, u32)>,
}

impl<'a> Table<'a> {
    fn fill(problem: &'a Problem<'a>, items: &'a [usize]) -> Self {
        let count = items.len();
        let mut table = Self {
            problem,
            items,
            arena: vec![Label {
                walk: 0,
                ready: problem.depart,
                from: None,
            }],
            states: vec![(0, 0); (count + 1) << count],
        };
        table.states[count] = (0, 1);
        let after = table.after();
        let latest: Vec<Millis> = items.iter().map(|&item| latest_start(problem, item)).collect();
        let is_break = |item: usize| problem.stays[items[item]].site.is_none();
        let has_breaks = (0..count).any(is_break);
        let mut front = Vec::new();
        for done in 1..1usize << count {
            // By when one must be ready to begin the most urgent of the rest.
            let rest = (0..count).filter(|&item| !has(done, item));
            let deadline = rest.map(|item| latest[item]).min().unwrap_or(problem.closes);
            let may_be_last = |&last: &usize| has(done, last) && after[last] & done & !(1 << last) == 0;
            for at in (0..count).filter(|&at| has(done, at)).chain([count]) {
                front.clear();
                if at < count && !is_break(at) && may_be_last(&at) {
                    let earlier = done & !(1 << at);
                    for from in (0..count).filter(|&from| has(earlier, from)).chain([count]) {
                        table.go_on(&mut front, (earlier, from), at, deadline);
                    }
                }
                if has_breaks {
                    for last in (0..count).filter(|&last| is_break(last)).filter(may_be_last) {
                        table.go_on(&mut front, (done & !(1 << last), at), last, deadline);
                    }
                }
                let first = table.arena.len() as u32;
                table.arena.extend_from_slice(&front);
                table.states[done * (count + 1) + at] = (first, table.arena.len() as u32);
            }
        }
        table
    }

    fn labels(&self, done: usize, at: usize) -> std::ops::Range<u32> {
        let (first, end) = self.states[done * (self.items.len() + 1) + at];
        first..end
    }

    /// For each of the items, which others must come after it, a bit each.
    fn after(&self) -> Vec<usize> {
        let bits = |i: &usize| {
            let after = self.problem.stays[*i].after;
            let others = self.items.iter().enumerate();
            others.fold(0, |set, (bit, &other)| {
                set | usize::from(super::problem::contains(after, other)) << bit
            })
        };
        self.items.iter().map(bits).collect()
    }

    /// Offers `front` what comes of going on from each label of a state with `item`.
    fn go_on(&self, front: &mut Vec<Label>, (done, at): (usize, usize), item: usize, deadline: Millis) {
        let stay = &self.problem.stays[self.items[item]];
        let from = site(self.problem, self.items, at);
        for index in self.labels(done, at) {
            let label = self.arena[index as usize];
            let Some(leg) = self.problem.go(from, stay.site, label.ready) else {
                continue;
            };
            let Some(start) = stay.start(leg.arrival) else {
                continue;
            };
            let next = Label {
                walk: label.walk + leg.walk,
                ready: start + stay.dwell,
                from: Some((index, item as u8)),
            };
            if next.ready <= deadline {
                offer(front, next);
            }
        }
    }

    fn order(&self, end: u32) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.items.len());
        let mut index = end;
        while let Some((from, item)) = self.arena[index as usize].from {
            order.push(self.items[usize::from(item)]);
            index = from;
        }
        order.reverse();
        order
    }
}

fn has(set: usize, item: usize) -> bool {
    set >> item & 1 == 1
}

/// Where one stands after that one of `items`; beyond the last, at the start.
fn site(problem: &Problem<'_>, items: &[usize], at: usize) -> Site {
    let item = items.get(at).map(|&item| &problem.stays[item]);
    item.and_then(|stay| stay.site).unwrap_or(problem.start)
}

/// The latest start that the item has at all; long ago if it cannot be had.
fn latest_start(problem: &Problem<'_>, item: usize) -> Millis {
    problem.stays[item].latest_start(problem.closes).unwrap_or(0)
}

/// Keeps `label` if none is as short and as soon, and then drops those that it beats.
fn offer(front: &mut Vec<Label>, label: Label) {
    let beats = |a: &Label, b: &Label| a.walk <= b.walk && a.ready <= b.ready;
    if !front.iter().any(|other| beats(other, &label)) {
        front.retain(|other| !beats(&label, other));
        front.push(label);
    }
}
