//! Walks that change in the course of the day, against all orders there are.

use super::*;
use crate::itinerary::slices::{go, ready_by};
use proptest::prelude::*;

const SITES: usize = 4;
const LAST: Millis = 60;

/// In each slice some ways are shut, and the way round takes longer; what is shut in either of two is shut for a walk from the one into the other.
fn slices() -> impl Strategy<Value = Vec<Slice>> {
    let ways = prop::collection::vec((0u64..12, 0u64..12, prop::bool::weighted(0.1)), SITES * SITES);
    let shut = prop::collection::vec(prop::bool::weighted(0.3), SITES * SITES);
    let begins = prop::sample::subsequence((1..LAST).collect::<Vec<_>>(), 1..3);
    (ways, prop::collection::vec(shut, 3), begins).prop_map(|(ways, shut, begins)| {
        let begins: Vec<Millis> = [0].into_iter().chain(begins).collect();
        let matrix = |i: usize, j: usize| {
            Matrix::of(SITES, |from, to| {
                let (walk, detour, cut_off) = ways[from * SITES + to];
                let is_shut = [i, j]
                    .iter()
                    .any(|&slice| shut[slice.min(begins.len() - 1)][from * SITES + to]);
                match (from == to, is_shut) {
                    (true, _) => Some(0),
                    (false, false) => Some(walk * MINUTE),
                    (false, true) => (!cut_off).then_some((walk + detour) * MINUTE),
                }
            })
        };
        let slice = |i: usize| Slice {
            from: begins[i] * MINUTE,
            within: matrix(i, i),
            into_next: matrix(i, i + 1),
        };
        (0..begins.len()).map(slice).collect()
    })
}

/// The first arrival of whoever sets out at any minute from `ready` on.
fn minute_by_minute(slices: &[Slice], from: Site, to: Site, ready: Millis) -> Option<(Millis, Millis)> {
    let begins = |i: usize| slices.get(i).map_or(Millis::MAX, |slice: &Slice| slice.from);
    let arrivals = (ready / MINUTE..=LAST.max(ready / MINUTE)).flat_map(|minute| {
        let leave = minute * MINUTE;
        let now = slices.iter().rposition(|slice| slice.from <= leave).unwrap();
        let walk = |matrix: &Matrix, until: Millis| {
            let walk = matrix.duration(from, to)?;
            (leave + walk <= until).then_some((leave + walk, walk))
        };
        let into_next = walk(&slices[now].into_next, begins(now + 2));
        [walk(&slices[now].within, begins(now + 1)), into_next]
    });
    arrivals.flatten().min()
}

fn requests() -> impl Strategy<Value = Request> {
    let window = (0u64..50, 1u64..40).prop_map(|(opens, long)| Window {
        opens: opens * MINUTE,
        closes: (opens + long) * MINUTE,
    });
    let item = (0..SITES, 0u64..8, prop::option::weighted(0.3, window)).prop_map(|(site, dwell, window)| Item {
        site: Some(Site(site)),
        dwell: window.map_or(dwell * MINUTE, |window| {
            (dwell * MINUTE).min(window.closes - window.opens)
        }),
        windows: window.into_iter().collect(),
    });
    (
        prop::collection::vec(item, 0..=5),
        prop::option::of(0..SITES),
        20u64..90,
    )
        .prop_map(|(items, end, closes)| Request {
            end: end.map(Site),
            hours: Some(Window {
                opens: 0,
                closes: closes * MINUTE,
            }),
            ..request(items)
        })
}

/// Walking and finish of an order, minute by minute; `None` if it cannot be kept.
fn kept(slices: &[Slice], request: &Request, order: &[usize]) -> Option<(Millis, Millis)> {
    let closes = request.hours.unwrap().closes;
    let (mut now, mut at, mut walked) = (request.depart, request.start, 0);
    for &item in order {
        let item = &request.items[item];
        let (arrival, walk) = minute_by_minute(slices, at, item.site?, now)?;
        (at, walked) = (item.site?, walked + walk);
        let window = item.windows.first().copied().unwrap_or(Window { opens: 0, closes });
        now = arrival.max(window.opens) + item.dwell;
        if now > window.closes.min(closes) {
            return None;
        }
    }
    if let Some(end) = request.end {
        let (arrival, walk) = minute_by_minute(slices, at, end, now)?;
        (now, walked) = (arrival, walked + walk);
    }
    (now <= closes).then_some((walked, now))
}

fn orders(items: &[usize]) -> Vec<Vec<usize>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let begun = items.iter().flat_map(|&first| {
        let rest: Vec<usize> = items.iter().copied().filter(|&item| item != first).collect();
        orders(&rest)
            .into_iter()
            .map(move |order| [&[first], order.as_slice()].concat())
    });
    begun.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: proptest::test_runner::RngSeed::Fixed(11), ..ProptestConfig::default() })]

    #[test]
    fn a_walk_arrives_first_and_is_begun_last(slices in slices(), from in 0..SITES, to in 0..SITES, time in 0..2 * LAST) {
        let (from, to, time) = (Site(from), Site(to), time * MINUTE);
        let first = go(&slices, from, to, time).map(|leg| (leg.arrival, leg.walk));
        prop_assert_eq!(first, minute_by_minute(&slices, from, to, time));
        let arrives = |ready: Millis| go(&slices, from, to, ready).is_some_and(|leg| leg.arrival <= time);
        match ready_by(&slices, from, to, time) {
            Some(latest) => prop_assert!(arrives(latest) && !arrives(latest + 1), "ready at {}", latest),
            None => prop_assert!(!arrives(0)),
        }
    }

    #[test]
    fn a_plan_is_found_if_there_is_one_and_keeps_to_its_times(slices in slices(), request in requests()) {
        let matrix = Matrix::changing(slices.clone());
        let all: Vec<usize> = (0..request.items.len()).collect();
        let best = |items: &[usize]| orders(items).iter().filter_map(|order| kept(&slices, &request, order)).min_by_key(|&told| cost(told));
        match solve(&matrix, &request) {
            Ok(plan) => {
                let told = (plan.walk, plan.finish);
                prop_assert_eq!(Some(told), kept(&slices, &request, &order(&plan)));
                let best = best(&all).unwrap();
                prop_assert!(cost(best) <= cost(told) && (best == told || !plan.proven_best), "{:?} against {:?}", told, best);
                for visit in &plan.visits {
                    prop_assert!(visit.arrival <= visit.arrive_by.unwrap() && visit.end <= visit.leave_by.unwrap());
                }
            }
            Err(Unsolved::Conflict(conflict)) => {
                prop_assert_eq!(best(&all), None);
                let set: Vec<usize> = conflict.items.iter().map(|item| item.0).collect();
                prop_assert_eq!(best(&set), None);
                for &without in &set {
                    let others: Vec<usize> = set.iter().copied().filter(|&item| item != without).collect();
                    prop_assert!(best(&others).is_some());
                }
            }
            Err(bad) => return Err(TestCaseError::fail(bad.to_string())),
        }
    }

    #[test]
    fn the_search_keeps_to_them_too(slices in slices(), request in requests()) {
        let matrix = Matrix::changing(slices.clone());
        let problem = problem::Problem::new(&matrix, &request).unwrap();
        let all: Vec<usize> = (0..request.items.len()).collect();
        let effort = Effort { work: 500, ..Effort::default() };
        if let Some(found) = search::search(&problem, &all, effort) {
            prop_assert!(kept(&slices, &request, &found).is_some());
        }
    }
}

#[test]
fn what_is_shut_at_an_hour_that_does_not_matter_does_not_matter() {
    let open = on_a_line(&[0, 5, 10]);
    let shut = Matrix::of(3, |_, _| None);
    let slice = |from: Millis, within: &Matrix| Slice {
        from: from * MINUTE,
        within: within.clone(),
        into_next: shut.clone(),
    };
    let items = |start: u64| {
        vec![
            Item::session(Site(2), start * MINUTE, (start + 10) * MINUTE),
            Item::stop(Site(1), 0),
        ]
    };
    let lunch = Matrix::changing(vec![slice(0, &open), slice(30, &shut), slice(60, &open)]);
    let early = solve(&lunch, &request(items(10))).unwrap();
    assert_eq!((early.walk, early.proven_best), (10 * MINUTE, true));
    // Whoever comes out of the talk after half an hour waits for the end of the hour, if the other stop has to come after it.
    let talk = Request {
        precedence: vec![(ItemId(0), ItemId(1))],
        ..request(vec![
            Item::session(Site(1), 20 * MINUTE, 31 * MINUTE),
            Item::stop(Site(2), 0),
        ])
    };
    let late = solve(&lunch, &talk).unwrap();
    assert_eq!((order(&late), late.visits[1].arrival), (vec![0, 1], 65 * MINUTE));
}
