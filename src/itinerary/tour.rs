//! An order in the making: what can be put where is known at once.

use super::problem::{Items, Problem, contains};
use super::{Millis, Site};

/// An order that can be kept, with when one is ready, where one stands, and how late one may be at each place of it.
#[derive(Clone)]
pub struct Tour<'p> {
    problem: &'p Problem<'p>,
    order: Vec<usize>,
    /// Before the first item, and after each: when one is ready, and where.
    ready: Vec<(Millis, Site)>,
    /// When to be at each item at the latest, and at the end.
    arrive_by: Vec<Millis>,
    pub walk: Millis,
    pub finish: Millis,
}

/// Where an item can go, and what it costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// Walking that it adds; less than nothing where a detour is shorter than the way that the matrix has.
    pub extra: i64,
    pub position: usize,
}

impl<'p> Tour<'p> {
    /// `None` if the order cannot be kept.
    pub fn of(problem: &'p Problem<'p>, order: Vec<usize>) -> Option<Self> {
        let mut tour = Self {
            problem,
            ready: Vec::with_capacity(order.len() + 1),
            arrive_by: Vec::with_capacity(order.len() + 1),
            order,
            walk: 0,
            finish: 0,
        };
        tour.time().then_some(tour)
    }

    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The cheapest gap for `item` of those that `fits` likes; the first of several.
    pub fn best_gap(&self, item: usize, mut fits: impl FnMut(usize) -> bool) -> Option<Gap> {
        let stay = &self.problem.stays[item];
        let first = self.order.iter().rposition(|&other| contains(stay.all_before, other));
        let last = self.order.iter().position(|&other| contains(stay.all_after, other));
        let positions = first.map_or(0, |at| at + 1)..=last.unwrap_or(self.order.len());
        let gaps = positions.filter(|&position| fits(position)).filter_map(|position| {
            let extra = self.extra(item, position)?;
            Some(Gap { extra, position })
        });
        gaps.min()
    }

    /// Walking that `item` adds before the one that is at `position` now; `None` if it makes anything too late.
    fn extra(&self, item: usize, position: usize) -> Option<i64> {
        let stay = &self.problem.stays[item];
        let (ready, at) = self.ready[position];
        let walk = self.problem.walk_to(at, stay)?;
        let mut now = stay.start(ready + walk)? + stay.dwell;
        let here = stay.site.unwrap_or(at);
        for (i, &next) in self.order.iter().enumerate().skip(position) {
            let next = &self.problem.stays[next];
            if next.site.is_some() {
                let onward = self.problem.walk_to(here, next)?;
                let before = self.problem.walk_to(at, next)?;
                return (now + onward <= self.arrive_by[i]).then_some((walk + onward) as i64 - before as i64);
            }
            // A break is taken where the new item is.
            now = next.start(now)? + next.dwell;
        }
        let (before, _) = self.problem.finish(at, self.problem.depart)?;
        let (onward, _) = self.problem.finish(here, now)?;
        Some((walk + onward) as i64 - before as i64)
    }

    /// Puts `item` into a gap that was found for it in this very tour.
    pub fn insert(&mut self, item: usize, gap: Gap) {
        self.order.insert(gap.position, item);
        self.time();
    }

    /// Takes items out; `None` if the rest cannot be kept then, which happens only where a detour is shorter than the direct way.
    pub fn without(&self, items: Items) -> Option<Self> {
        let order = self.order.iter().copied().filter(|&item| !contains(items, item));
        Self::of(self.problem, order.collect())
    }

    /// Computes all times; false if one is missed.
    fn time(&mut self) -> bool {
        self.timed().is_some()
    }

    fn timed(&mut self) -> Option<()> {
        let problem = self.problem;
        let (mut ready, mut at) = (problem.depart, problem.start);
        self.walk = 0;
        self.ready.clear();
        self.ready.push((ready, at));
        for &item in &self.order {
            let stay = &problem.stays[item];
            let walk = problem.walk_to(at, stay)?;
            self.walk += walk;
            ready = stay.start(ready + walk)? + stay.dwell;
            at = stay.site.unwrap_or(at);
            self.ready.push((ready, at));
        }
        let (last_walk, finish) = problem.finish(at, ready)?;
        self.walk += last_walk;
        self.finish = finish;
        self.arrive_by.resize(self.order.len() + 1, problem.closes);
        self.arrive_by[self.order.len()] = problem.closes;
        let mut leave_by = problem.closes - last_walk;
        for (i, &item) in self.order.iter().enumerate().rev() {
            let stay = &problem.stays[item];
            self.arrive_by[i] = stay.latest_start(leave_by)?;
            leave_by = self.arrive_by[i] - problem.walk_to(self.ready[i].1, stay)?;
        }
        Some(())
    }
}
