//! The search against a slow and obvious one: seeded random venues × live state × profiles × times, 30,000 ways in all.
//!
//! The [`reference`] reads the live file by itself, has its own costs and its own clock, and corrects labels until nothing changes. It shares with the
//! search only the nodes and who sees whom.

mod reference;
mod venues;

use super::conditions::{Conditions, Situation};
use super::cost::Cost;
use super::graph::{EdgeKind, NavGraph};
use super::search::{Hop, least_cost_way};
use super::stops::Spot;
use super::time::{Clock, Moment, moment};
use super::trip::Trip;
use super::*;
use crate::venue::*;
use oorandom::Rand32;
use reference::{Reference, Rules};
use venues::{random_live, random_spots, random_venue};

/// Costs are rounded up edge by edge; among crowds the last digits of both differ.
const ROUNDING_MS: Cost = 20;

#[derive(Default)]
struct Tally {
    ways: usize,
    /// Of them, those that do not exist, those with a wait, and those that are symmetric.
    refused: usize,
    waiting: usize,
    both_ways: usize,
}

/// One situation of one venue, looked at by both.
struct Bench<'a> {
    conditions: Conditions<'a>,
    reference: Reference,
    rules: Rules<'a>,
    spots: &'a [Spot],
}

impl Bench<'_> {
    fn way(&self, from: usize, to: usize) -> Option<Vec<Hop>> {
        least_cost_way(self.conditions, &self.spots[from..=from], &self.spots[to..=to])
    }

    /// Replays a way by the reference's own rules: how long it takes from `depart`. Fails where it meets a ban.
    fn replay(&self, hops: &[Hop], depart: Moment) -> Cost {
        let mut now = depart;
        for pair in hops.windows(2) {
            let (kind, length_m) = pair[0].onward.expect("only the last hop ends");
            let (cost, shut) = self
                .rules
                .passage(kind, length_m, pair[0].spot, pair[1].spot)
                .expect("a way is fit for its walker");
            now += pair[0].wait;
            let end = now + pair[0].cost;
            assert!(
                shut.iter()
                    .all(|&(from, until)| end.max(now + 1) <= from || until <= now),
                "banned: {pair:?} at {now}, shut {shut:?}"
            );
            assert!(cost.abs_diff(pair[0].cost) <= 1, "{cost} and {pair:?}");
            now = end;
        }
        now - depart
    }

    fn forwards(&self, tally: &mut Tally, depart: Moment, free: Option<&Reference>) {
        for from in 0..self.spots.len() {
            let arrivals = self.reference.arrivals(from, depart);
            let unhindered = free.map(|free| free.arrivals(from, depart));
            for to in (0..self.spots.len()).filter(|&to| to != from) {
                tally.ways += 1;
                let arrival = arrivals[to];
                let Some(hops) = self.way(from, to) else {
                    assert_eq!(arrival, None, "a way was not found");
                    tally.refused += 1;
                    continue;
                };
                let takes = self.replay(&hops, depart);
                let arrival = arrival.expect("the reference has no way");
                assert!(
                    (depart + takes).abs_diff(arrival) <= self.slack(),
                    "{takes} and {}",
                    arrival - depart
                );
                tally.waiting += usize::from(hops.iter().any(|hop| hop.wait > 0));
                if let Some(free) = unhindered.as_ref().and_then(|unhindered| unhindered[to]) {
                    assert!(arrival + ROUNDING_MS >= free, "a closure made it shorter");
                }
                if to % 3 == 0 {
                    let trip = Trip::along(self.conditions, hops.clone()).unwrap();
                    let straight = self.replay(&trip.hops, depart);
                    assert!(
                        straight <= takes + ROUNDING_MS,
                        "the line takes {straight}, not {takes}"
                    );
                }
                self.same_both_ways(tally, (from, to), &hops);
            }
        }
    }

    /// Where nothing has a direction and no connector is used, the way back takes as long.
    fn same_both_ways(&self, tally: &mut Tally, (from, to): (usize, usize), there: &[Hop]) {
        let level = |hops: &[Hop]| {
            hops.iter()
                .all(|hop| !matches!(hop.onward, Some((EdgeKind::Connector { .. }, _))))
        };
        let directed = !self.conditions.venue.live().one_way.is_empty();
        if directed || self.conditions.now.clock != Clock::Unknown || !level(there) {
            return;
        }
        let back = self.way(to, from).expect("there is a way there");
        if level(&back) {
            let cost = |hops: &[Hop]| hops.iter().map(|hop| hop.cost).sum::<Cost>();
            assert!(cost(there).abs_diff(cost(&back)) <= self.slack());
            tally.both_ways += 1;
        }
    }

    /// The latest departure: with it one is in time, and a millisecond later one is not.
    fn backwards(&self, tally: &mut Tally, random: &mut Rand32, by: Moment) {
        for _ in 0..8 {
            let from = random.rand_range(0..self.spots.len() as u32) as usize;
            let to = random.rand_range(0..self.spots.len() as u32) as usize;
            if from == to {
                continue;
            }
            tally.ways += 1;
            let in_time = |depart| self.reference.arrivals(from, depart)[to].is_some_and(|arrival| arrival <= by);
            match self.way(from, to) {
                None => {
                    assert!(!in_time(0), "a way was not found");
                    tally.refused += 1;
                }
                Some(hops) => {
                    let depart = super::timetable::departure(self.conditions, &hops).unwrap();
                    let takes = self.replay(&hops, depart);
                    assert!(depart + takes <= by && in_time(depart.saturating_sub(self.slack())));
                    assert!(
                        !in_time(depart + 1 + self.slack()),
                        "one may set out later than {depart}"
                    );
                    tally.waiting += usize::from(hops.iter().any(|hop| hop.wait > 0));
                }
            }
        }
    }

    /// Only crowds are computed another way, digit by digit.
    fn slack(&self) -> Cost {
        if self.conditions.venue.live().crowds.is_empty() {
            0
        } else {
            ROUNDING_MS
        }
    }
}

#[test]
fn the_search_finds_what_a_slow_one_finds_and_nothing_that_is_banned() {
    let mut tally = Tally::default();
    for seed in 0..VENUES {
        let mut random = Rand32::new(seed);
        let random = &mut random;
        let plain = random_venue(random);
        let graph = NavGraph::derive(&plain);
        let spots = random_spots(&graph, random);
        for _ in 0..LIVE_STATES {
            let venue = plain.clone().with_live(random_live(random)).unwrap();
            let profile = Profile::ALL[random.rand_range(0..5) as usize];
            let noon = moment(&"2026-12-10T12:00".parse().unwrap());
            let at = noon + u64::from(random.rand_range(0..600)) * 1000;
            for clock in [Clock::Unknown, Clock::DepartAt(at), Clock::ArriveBy(at)] {
                let now = Situation::new((&venue, &graph), (profile, None), &[], clock).unwrap();
                let conditions = Conditions {
                    venue: &venue,
                    graph: &graph,
                    now: &now,
                };
                let rules = Rules::new(conditions);
                let bench = Bench {
                    conditions,
                    reference: Reference::of(conditions, &rules, &spots),
                    rules,
                    spots: &spots,
                };
                if matches!(clock, Clock::ArriveBy(_)) {
                    bench.backwards(&mut tally, random, at);
                } else {
                    let free = venue.live().crowds.is_empty().then(|| {
                        let rules = Rules::without_bans(conditions);
                        Reference::of(conditions, &rules, &spots)
                    });
                    bench.forwards(&mut tally, clock.start(), free.as_ref());
                }
            }
        }
    }
    let Tally {
        ways,
        refused,
        waiting,
        both_ways,
    } = tally;
    println!("{ways} ways: {refused} refused, {waiting} with a wait, {both_ways} held against their way back");
    assert!(ways >= 29_000 && refused > 1000 && waiting > 1000 && both_ways > 1000);
}

const VENUES: u64 = 150;
const LIVE_STATES: usize = 3;
