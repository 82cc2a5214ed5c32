//! A good order of many items: insertion, then ruin and recreate (Schrimpf et al. 2000; the ruins as in Christiaens and Vanden Berghe 2020).
//! Seeded, without clocks or fractions: the same request has the same answer everywhere.

use super::Millis;
use super::problem::{Items, Problem, WAITING};
use super::random::Random;
use super::tour::Tour;

/// How hard to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    pub seed: u64,
    /// Ruins tried, times the number of items: larger requests have fewer rounds, so that the time grows slowly.
    pub work: usize,
}

impl Default for Effort {
    /// Some 45 ms at 50 stops; `benches/itinerary.rs` measures how near to the best that comes.
    fn default() -> Self {
        Self {
            seed: 0x5EED,
            work: 450_000,
        }
    }
}

/// The work is shared by so many runs from the first order: one of them may end some per cent from the best, but seldom all do.
const RUNS: usize = 4;
/// Items that a ruin takes out at most.
const MOST_RUINED: usize = 25;

/// A good order of `items` that can be kept; `None` if none was found. It has no bound on how much more than the best it costs.
pub fn search(problem: &Problem<'_>, items: &[usize], effort: Effort) -> Option<Vec<usize>> {
    let mut search = Search {
        problem,
        random: Random::new(effort.seed),
        neighbours: neighbours(problem, items),
    };
    let empty = Tour::of(problem, Vec::new())?;
    let mut by_urgency = items.to_vec();
    crate::order::sort_by_key(&mut by_urgency, |&item| {
        (problem.stays[item].latest_start(problem.closes), item)
    });
    let first = rebuilt(Attempt::new(empty), by_urgency, Millis::MAX);
    let mut best = first.clone();
    let rounds = effort.work / RUNS / items.len().max(1);
    // Threshold accepting (Dueck and Scheuer 1990): what is rebuilt is gone on with if it costs more by less than a walk between neighbours, which
    // shrinks to nothing.
    let leeway = WAITING * first.tour.walk / (items.len() as Millis + 1);
    for _ in 0..RUNS {
        let mut current = first.clone();
        for round in 0..rounds {
            let Some((ruined, missing)) = search.ruined(&current) else {
                continue;
            };
            let most = current.tour.cost() + leeway * (rounds - round) as Millis / rounds as Millis;
            // Fewer absent are worth any cost.
            let limit = if current.absent.is_empty() { most } else { Millis::MAX };
            let candidate = rebuilt(ruined, missing, limit);
            let fewer = candidate.absent.len() < current.absent.len();
            if fewer || candidate.absent.len() == current.absent.len() && candidate.tour.cost() <= most {
                current = candidate;
                if current.rank() < best.rank() {
                    best = current.clone();
                }
            }
        }
    }
    best.absent.is_empty().then(|| best.tour.order().to_vec())
}

/// An order, and what is not in it yet.
#[derive(Clone)]
struct Attempt<'p> {
    tour: Tour<'p>,
    absent: Vec<usize>,
}

impl<'p> Attempt<'p> {
    fn new(tour: Tour<'p>) -> Self {
        Self {
            tour,
            absent: Vec::new(),
        }
    }

    fn rank(&self) -> (usize, Millis, Millis) {
        (self.absent.len(), self.tour.cost(), self.tour.walk)
    }
}

/// For each item of the problem those asked for, near ones first.
fn neighbours(problem: &Problem<'_>, items: &[usize]) -> Vec<Vec<usize>> {
    let apart = |a: usize, b: usize| {
        let (a, b) = (problem.stays[a].site?, problem.stays[b].site?);
        problem.walk(a, b).min(problem.walk(b, a)).or(problem.walk(a, b))
    };
    let near = |a: usize| {
        let mut near = items.to_vec();
        // `None`, which is a break or what cannot be reached, is as good a neighbour as any.
        crate::order::sort_by_key(&mut near, |&b| (apart(a, b), b));
        near
    };
    (0..problem.stays.len()).map(near).collect()
}

struct Search<'p> {
    problem: &'p Problem<'p>,
    random: Random,
    neighbours: Vec<Vec<usize>>,
}

impl<'p> Search<'p> {
    /// Takes a stretch out of the order, or what is near to one item; with it goes whatever was absent.
    fn ruined(&mut self, current: &Attempt<'p>) -> Option<(Attempt<'p>, Vec<usize>)> {
        let order = current.tour.order();
        let many = 1 + self.random.below(MOST_RUINED.min(order.len()));
        let center = self.random.below(order.len());
        let out: Vec<usize> = if self.random.below(2) == 0 {
            let first = center.saturating_sub(self.random.below(many));
            order.iter().copied().skip(first).take(many).collect()
        } else {
            let near = self.neighbours.get(*order.get(center)?)?;
            near.iter()
                .copied()
                .filter(|item| !current.absent.contains(item))
                .take(many)
                .collect()
        };
        let tour = current
            .tour
            .without(out.iter().fold(0 as Items, |set, &item| set | 1 << item))?;
        let mut missing = out;
        missing.extend(&current.absent);
        match self.random.below(3) {
            0 => self.random.shuffle(&mut missing),
            1 => self.by_window(&mut missing),
            _ => self.far_first(&mut missing),
        }
        Some((Attempt::new(tour), missing))
    }

    /// What must be done soonest comes first.
    fn by_window(&self, items: &mut [usize]) {
        crate::order::sort_by_key(items, |&item| {
            self.problem.stays[item].latest_start(self.problem.closes)
        });
    }

    fn far_first(&self, items: &mut [usize]) {
        let distance = |item: &usize| self.problem.walk_to(self.problem.start, &self.problem.stays[*item]);
        crate::order::sort_by_key(items, |item| std::cmp::Reverse(distance(item)));
    }
}

/// Puts each of `missing` where it costs least; what fits nowhere is absent. Beyond that `limit` of cost it gives up, with some absent.
fn rebuilt<'p>(mut attempt: Attempt<'p>, missing: Vec<usize>, limit: Millis) -> Attempt<'p> {
    for item in missing {
        let goes_on = attempt.tour.cost() <= limit;
        match goes_on.then(|| attempt.tour.best_gap(item)).flatten() {
            Some(gap) => attempt.tour.insert(item, gap),
            None => attempt.absent.push(item),
        }
    }
    attempt
}
