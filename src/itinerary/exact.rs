//! The best order of all: dynamic programming over subsets (Bellman 1962; Held and Karp 1962), with times as in Dumas et al. 1995.
//!
//! A state is which items are done and where one stands. Of two ways into a state, one that is neither shorter nor sooner there can be forgotten; all others
//! are kept, as labels. With n items there are at most n·2ⁿ states; without windows each has one label, and windows that leave a choice between a short
//! walk and an early arrival add a few.

use super::Millis;
use super::problem::Problem;

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

/// The order of `items` with the least walking, and of those with equal walking the one that is over first; `None` if there is none.
/// At most [`EXACT_MOST`] items.
pub fn shortest(problem: &Problem<'_>, items: &[usize]) -> Option<Vec<usize>> {
    let table = Table::fill(problem, items);
    let full = (1 << items.len()) - 1;
    let ends = (0..=items.len()).flat_map(|at| table.labels(full, at).map(move |label| (at, label)));
    let finished = ends.filter_map(|(at, index)| {
        let label = table.arena[index as usize];
        let (walk, finish) = problem.finish(table.site(at), label.ready)?;
        Some((label.walk + walk, finish, index))
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
        let mut front = Vec::new();
        for done in 1..1usize << count {
            let deadline = table.deadline_of_the_rest(done);
            for at in 0..=count {
                front.clear();
                for last in (0..count).filter(|&last| done >> last & 1 == 1) {
                    let earlier = done & !(1 << last);
                    if after[last] & earlier != 0 {
                        continue;
                    }
                    match problem.stays[items[last]].site {
                        Some(_) if last == at => {
                            for from in 0..=count {
                                table.go_on(&mut front, (earlier, from), last, deadline);
                            }
                        }
                        Some(_) => {}
                        None => table.go_on(&mut front, (earlier, at), last, deadline),
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

    fn site(&self, at: usize) -> super::Site {
        let item = self.items.get(at).map(|&item| &self.problem.stays[item]);
        item.and_then(|stay| stay.site).unwrap_or(self.problem.start)
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

    /// By when one must be ready to begin the most urgent item that is not done.
    fn deadline_of_the_rest(&self, done: usize) -> Millis {
        let rest = self.items.iter().enumerate().filter(|(bit, _)| done >> bit & 1 == 0);
        let starts = rest.map(|(_, &item)| self.problem.stays[item].latest_start(self.problem.closes).unwrap_or(0));
        starts.min().unwrap_or(self.problem.closes)
    }

    /// Offers `front` what comes of going on from each label of a state with `item`.
    fn go_on(&self, front: &mut Vec<Label>, (done, at): (usize, usize), item: usize, deadline: Millis) {
        let stay = &self.problem.stays[self.items[item]];
        let labels = self.labels(done, at);
        if labels.is_empty() {
            return;
        }
        let Some(walk) = self.problem.walk_to(self.site(at), stay) else {
            return;
        };
        for index in labels {
            let label = self.arena[index as usize];
            let Some(start) = stay.start(label.ready + walk) else {
                continue;
            };
            let next = Label {
                walk: label.walk + walk,
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

/// Keeps `label` if none is as short and as soon, and then drops those that it beats.
fn offer(front: &mut Vec<Label>, label: Label) {
    let beats = |a: &Label, b: &Label| a.walk <= b.walk && a.ready <= b.ready;
    if !front.iter().any(|other| beats(other, &label)) {
        front.retain(|other| !beats(&label, other));
        front.push(label);
    }
}
