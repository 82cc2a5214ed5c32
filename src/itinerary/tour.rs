//! An order in the making: what can be put where is known at once.

use super::problem::{Items, NEVER, Problem, Stay, WAITING, contains};
use super::{Leg, Millis, Site};

/// An order that can be kept, with when one is ready, where one stands, and how late one may be at each place of it.
#[derive(Clone)]
pub struct Tour<'p> {
    problem: &'p Problem<'p>,
    order: Vec<usize>,
    /// Each item, and the end.
    places: Vec<Place>,
    pub walk: Millis,
    pub finish: Millis,
}

#[derive(Clone, Copy)]
struct Place {
    /// When one is ready to go on from the place before, and where one stands then.
    ready: Millis,
    at: Site,
    /// Where one walks to, and how far that is; nowhere for a break, nor at the end where the plan ends with the last item.
    site: Option<Site>,
    walk: Millis,
    arrival: Millis,
    /// Waiting from here on: whoever comes later by less than that is no later at the end, if nothing closes for a while meanwhile.
    waits: Millis,
    /// When to be there at the latest.
    arrive_by: Millis,
}

/// Where an item can go, and what it costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// What it adds to the cost of the tour, as far as known: where durations change, what follows may change with it. Less than nothing where a
    /// detour is shorter than the way that the matrix has.
    pub extra: i64,
    pub position: usize,
}

impl<'p> Tour<'p> {
    /// `None` if the order cannot be kept.
    pub fn of(problem: &'p Problem<'p>, order: Vec<usize>) -> Option<Self> {
        // Nobody is ready then: all of it is still to be computed.
        let unknown = Place {
            ready: NEVER,
            at: problem.start,
            site: None,
            walk: 0,
            arrival: 0,
            waits: 0,
            arrive_by: 0,
        };
        let mut tour = Self {
            problem,
            places: vec![unknown; order.len() + 1],
            order,
            walk: 0,
            finish: 0,
        };
        tour.places[0].ready = problem.depart;
        tour.ready_from(0)?;
        tour.arrive_by_before(tour.order.len(), tour.order.len())?;
        tour.add_up();
        Some(tour)
    }

    pub fn order(&self) -> &[usize] {
        &self.order
    }

    pub fn cost(&self) -> Millis {
        self.problem.cost(self.walk, self.finish)
    }

    /// The cheapest gap for `item`; the first of several.
    pub fn best_gap(&self, item: usize) -> Option<Gap> {
        let stay = &self.problem.stays[item];
        let (mut first, mut last) = (0, self.order.len());
        if stay.all_before != 0 {
            let before = |&other: &usize| contains(stay.all_before, other);
            first = self.order.iter().rposition(before).map_or(0, |at| at + 1);
        }
        if stay.all_after != 0 {
            let after = |&other: &usize| contains(stay.all_after, other);
            last = self.order.iter().position(after).unwrap_or(last);
        }
        let mut best: Option<Gap> = None;
        for position in first..=last {
            let Some(walk) = self.extra_walk(stay, position) else {
                continue;
            };
            let walking = (WAITING as i64 - 1) * walk;
            let may_be_cheaper = best.is_none_or(|best| walking + walk.min(0) < best.extra);
            if may_be_cheaper && let Some(later) = self.later(stay, position) {
                let gap = Gap {
                    extra: walking + later,
                    position,
                };
                best = best.into_iter().chain([gap]).min();
            }
        }
        best
    }

    /// Walking that the stay adds before the item that is at `position` now; `None` if there is no way.
    fn extra_walk(&self, stay: &Stay, position: usize) -> Option<i64> {
        let Some(site) = stay.site else { return Some(0) };
        let there = self.problem.walk(self.places[position].at, site)?;
        // A break is taken where the new item is.
        let next = self.places[position..]
            .iter()
            .find_map(|next| Some((next.site?, next.walk)));
        let (onward, before) = match next {
            Some((next, before)) => (self.problem.walk(site, next)?, before),
            None => (0, 0),
        };
        Some((there + onward) as i64 - before as i64)
    }

    /// By how much all is over later with the stay before the item that is at `position` now; `None` if that makes anything too late.
    fn later(&self, stay: &Stay, position: usize) -> Option<i64> {
        let here = &self.places[position];
        let there = self.problem.go(here.at, stay.site, here.ready)?;
        let mut now = stay.start(there.arrival)? + stay.dwell;
        let site = stay.site.unwrap_or(here.at);
        for (&next, place) in self.order[position..].iter().zip(&self.places[position..]) {
            let next = &self.problem.stays[next];
            if next.site.is_some() {
                let onward = self.problem.go(site, next.site, now)?;
                let late = onward.arrival as i64 - place.arrival as i64;
                return (onward.arrival <= place.arrive_by).then(|| late - late.clamp(0, place.waits as i64));
            }
            // A break is taken where the new item is.
            now = next.start(now)? + next.dwell;
        }
        let last = self.problem.finish(site, now)?;
        Some(last.arrival as i64 - self.finish as i64)
    }

    /// Puts `item` into a gap that was found for it in this very tour.
    pub fn insert(&mut self, item: usize, gap: Gap) {
        self.order.insert(gap.position, item);
        self.places.insert(gap.position, self.places[gap.position]);
        // The gap was found because this can be kept.
        self.ready_from(gap.position);
        let mut after = gap.position + 1..self.order.len();
        let next_site = after.find(|&i| self.places[i].site.is_some());
        self.arrive_by_before(next_site.unwrap_or(self.order.len()), gap.position);
        self.add_up();
    }

    /// Takes items out; `None` if the rest cannot be kept then, which happens only where a detour is shorter than the direct way.
    pub fn without(&self, items: Items) -> Option<Self> {
        let order = self.order.iter().copied().filter(|&item| !contains(items, item));
        Self::of(self.problem, order.collect())
    }

    /// When one is ready at each place from `first` on, until it is known already; `None` if one is too late.
    fn ready_from(&mut self, first: usize) -> Option<()> {
        let Place { mut ready, mut at, .. } = self.places[first];
        for i in first..self.order.len() {
            let stay = &self.problem.stays[self.order[i]];
            let place = &mut self.places[i];
            if i > first && (ready, at) == (place.ready, place.at) {
                return Some(());
            }
            let Leg { arrival, walk } = self.problem.go(at, stay.site, ready)?;
            let arrive_by = place.arrive_by;
            *place = Place {
                ready,
                at,
                site: stay.site,
                walk,
                arrival,
                waits: 0,
                arrive_by,
            };
            ready = stay.start(arrival)? + stay.dwell;
            at = stay.site.unwrap_or(at);
        }
        let last = self.problem.finish(at, ready)?;
        self.finish = last.arrival;
        self.places[self.order.len()] = Place {
            ready,
            at,
            site: self.problem.end,
            walk: last.walk,
            arrival: last.arrival,
            waits: 0,
            arrive_by: self.problem.closes,
        };
        Some(())
    }

    /// All walking, and the waiting that is still to come at each place.
    fn add_up(&mut self) {
        self.walk = self.places.iter().map(|place| place.walk).sum();
        let mut waits = 0;
        for i in (0..self.order.len()).rev() {
            let next = self.places[i + 1].ready;
            let dwell = self.problem.stays[self.order[i]].dwell;
            let place = &mut self.places[i];
            waits += next - dwell - place.arrival;
            place.waits = waits;
        }
    }

    /// When to be at each place before `end` at the latest, until it is known already before `first`; `None` if there is no such time.
    fn arrive_by_before(&mut self, end: usize, first: usize) -> Option<()> {
        for i in (0..end).rev() {
            let next = &self.places[i + 1];
            let leave_by = self.problem.ready_by(next.at, next.site, next.arrive_by)?;
            let arrive_by = self.problem.stays[self.order[i]].latest_start(leave_by)?;
            if i < first && arrive_by == self.places[i].arrive_by {
                break;
            }
            self.places[i].arrive_by = arrive_by;
        }
        Some(())
    }
}
