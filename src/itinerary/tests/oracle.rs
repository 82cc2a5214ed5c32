//! Seeded random requests of up to nine items against all orders there are.

use super::*;
use proptest::prelude::*;

const MOST: usize = 9;

fn matrices() -> impl Strategy<Value = Matrix> {
    // Places in a square of ten minutes, and a toll that depends on the direction; now and then one is cut off.
    let place = (0u64..10, 0u64..10);
    (
        prop::collection::vec(place, 2..7),
        0u64..4,
        prop::option::weighted(0.05, 0usize..6),
    )
        .prop_map(|(places, toll, cut_off)| {
            Matrix::of(places.len(), |a, b| {
                let (p, q) = (places[a], places[b]);
                let uphill = if q.0 > p.0 { (q.0 - p.0) * toll } else { 0 };
                let walk = (p.0.abs_diff(q.0) + p.1.abs_diff(q.1) + uphill) * MINUTE;
                (a == b || Some(b) != cut_off).then_some(walk)
            })
        })
}

fn items(sites: usize) -> impl Strategy<Value = Item> {
    let minutes = |from: u64, long: u64| Window {
        opens: from * MINUTE,
        closes: (from + long) * MINUTE,
    };
    prop_oneof![
        4 => (0..sites, 0u64..10).prop_map(|(site, dwell)| Item::stop(Site(site), dwell * MINUTE)),
        2 => (0..sites, 0u64..100, 1u64..15).prop_map(|(site, start, long)| Item::session(Site(site), start * MINUTE, (start + long) * MINUTE)),
        2 => (0..sites, 0u64..8, 0u64..80, 8u64..60).prop_map(move |(site, dwell, from, long)| Item {
            site: Some(Site(site)),
            dwell: dwell * MINUTE,
            windows: vec![minutes(from, long)],
        }),
        1 => (0..sites, 0u64..8, 0u64..30, 40u64..90).prop_map(move |(site, dwell, one, other)| Item {
            site: Some(Site(site)),
            dwell: dwell * MINUTE,
            windows: vec![minutes(one, 8), minutes(other, 20)],
        }),
        1 => (1u64..10, 0u64..80, 10u64..60).prop_map(move |(dwell, from, long)| Item::rest(dwell * MINUTE, minutes(from, long))),
    ]
}

fn cases(most: usize) -> impl Strategy<Value = (Matrix, Request)> {
    matrices().prop_flat_map(move |matrix| {
        let sites = matrix.sites();
        let request = (
            prop::collection::vec(items(sites), 0..=most),
            0..sites,
            prop::option::of(0..sites),
            prop::option::weighted(0.5, 60u64..240),
            prop::collection::vec((0..MOST, 0..MOST), 0..4),
        );
        (Just(matrix), request).prop_map(|(matrix, (items, start, end, closes, pairs))| {
            let pairs = pairs.into_iter().filter(|&(a, b)| a < b && b < items.len());
            let request = Request {
                depart: 0,
                start: Site(start),
                end: end.map(Site),
                hours: closes.map(|closes| Window {
                    opens: 0,
                    closes: closes * MINUTE,
                }),
                precedence: pairs.map(|(a, b)| (ItemId(a), ItemId(b))).collect(),
                items,
            };
            (matrix, request)
        })
    })
}

/// Walking and finish of an order, told by the rules alone; `None` if one of them is broken.
fn kept(matrix: &Matrix, request: &Request, order: &[usize]) -> Option<(Millis, Millis)> {
    let (mut now, mut at, mut walked) = (request.depart, request.start, 0);
    for (i, &item) in order.iter().enumerate() {
        if request
            .precedence
            .iter()
            .any(|&(a, b)| a.0 == item && order[..i].contains(&b.0))
        {
            return None;
        }
        let Item { site, dwell, windows } = &request.items[item];
        let walk = site.map_or(Some(0), |site| matrix.duration(at, site))?;
        walked += walk;
        now += walk;
        at = site.unwrap_or(at);
        let starts = windows.iter().map(|window| (now.max(window.opens), window.closes));
        let fitting = starts
            .filter(|(start, closes)| start + dwell <= *closes)
            .map(|(start, _)| start);
        now = if windows.is_empty() { now } else { fitting.min()? } + dwell;
        if request.hours.is_some_and(|hours| now > hours.closes) {
            return None;
        }
    }
    let last = request.end.map_or(Some(0), |end| matrix.duration(at, end))?;
    let finish = now + last;
    let in_time = request.hours.is_none_or(|hours| finish <= hours.closes);
    in_time.then_some((walked + last, finish))
}

/// The best of all orders of `items` that begin with `order`, by depth-first search: an order whose beginning breaks a rule breaks it.
fn brute(
    matrix: &Matrix,
    request: &Request,
    order: &mut Vec<usize>,
    items: &[usize],
    best: &mut Option<(Millis, Millis)>,
) {
    if order.len() == items.len() {
        let found = kept(matrix, request, order);
        *best = best.iter().copied().chain(found).min_by_key(|&told| cost(told));
        return;
    }
    let open_end = Request {
        end: None,
        ..request.clone()
    };
    for &item in items {
        if !order.contains(&item) {
            order.push(item);
            if kept(matrix, &open_end, order).is_some() {
                brute(matrix, request, order, items, best);
            }
            order.pop();
        }
    }
}

fn best_of_all(matrix: &Matrix, request: &Request, items: &[usize]) -> Option<(Millis, Millis)> {
    let mut best = None;
    brute(matrix, request, &mut Vec::new(), items, &mut best);
    best
}

fn check_conflict(matrix: &Matrix, request: &Request, conflict: &Conflict) -> Result<(), TestCaseError> {
    let all: Vec<usize> = (0..request.items.len()).collect();
    let sets =
        (0..1usize << all.len()).map(|set| all.iter().copied().filter(|i| set >> i & 1 == 1).collect::<Vec<_>>());
    let mut sets: Vec<_> = sets.filter(|set| set.len() <= conflict.items.len()).collect();
    sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let first = sets
        .iter()
        .find(|set| best_of_all(matrix, request, set).is_none())
        .unwrap();
    prop_assert_eq!(&ids(first), &conflict.items);
    prop_assert_eq!(conflict.evidence, Evidence::Smallest);
    for (drop, &item) in conflict.drops.iter().zip(&conflict.items) {
        let others: Vec<usize> = all.iter().copied().filter(|&other| other != item.0).collect();
        let plan = drop.plan.as_ref().map(|plan| (plan.walk, plan.finish));
        prop_assert_eq!(plan, best_of_all(matrix, request, &others));
    }
    Ok(())
}

/// The told times are those of the order, and the latest ones are the latest: whoever is there then can keep to all the rest, a millisecond later not.
fn check_times(matrix: &Matrix, request: &Request, plan: &Plan) -> Result<(), TestCaseError> {
    let order = order(plan);
    prop_assert_eq!(kept(matrix, request, &order), Some((plan.walk, plan.finish)));
    let rest = |i: usize, depart: Millis| {
        let place = order[..i].iter().rev().find_map(|&item| request.items[item].site);
        let from_there = Request {
            depart,
            start: place.unwrap_or(request.start),
            ..request.clone()
        };
        kept(matrix, &from_there, &order[i..]).is_some()
    };
    let latest = std::iter::once(plan.leave_by).chain(plan.visits.iter().map(|visit| visit.leave_by));
    for (i, leave_by) in latest.enumerate() {
        match leave_by {
            Some(time) => prop_assert!(rest(i, time) && !rest(i, time + 1), "leaving place {} at {}", i, time),
            None => prop_assert!(rest(i, MOST_MS), "nothing limits leaving place {}", i),
        }
    }
    for visit in &plan.visits {
        prop_assert!(visit.arrival <= visit.start && visit.start + request.items[visit.item.0].dwell == visit.end);
        prop_assert_eq!(visit.slack, visit.arrive_by.map(|latest| latest - visit.arrival));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, rng_seed: proptest::test_runner::RngSeed::Fixed(3), ..ProptestConfig::default() })]

    #[test]
    fn no_order_is_better_and_a_conflict_is_the_smallest((matrix, request) in cases(7)) {
        let all: Vec<usize> = (0..request.items.len()).collect();
        let best = best_of_all(&matrix, &request, &all);
        match solve(&matrix, &request) {
            Ok(plan) => {
                prop_assert_eq!(Some((plan.walk, plan.finish)), best);
                prop_assert!(plan.proven_best);
                check_times(&matrix, &request, &plan)?;
            }
            Err(Unsolved::Conflict(conflict)) => {
                prop_assert_eq!(best, None);
                check_conflict(&matrix, &request, &conflict)?;
            }
            Err(bad) => return Err(TestCaseError::fail(bad.to_string())),
        }
    }

    #[test]
    fn what_is_inserted_keeps_the_order_wherever_that_can_be((matrix, request) in cases(6)) {
        prop_assume!(!request.items.is_empty());
        let new = request.items.len() - 1;
        let mut before = request.clone();
        before.items.pop();
        before.precedence.retain(|(a, b)| a.0 < new && b.0 < new);
        let Ok(accepted) = solve(&matrix, &before) else { return Ok(()) };
        let accepted = order(&accepted);
        let with_new = |at: usize| [&accepted[..at], &[new], &accepted[at..]].concat();
        let best = (0..=accepted.len()).filter_map(|at| kept(&matrix, &request, &with_new(at))).min_by_key(|&told| cost(told));
        match insert(&matrix, &request, &ids(&accepted), ItemId(new)) {
            Ok(inserted) => {
                check_times(&matrix, &request, &inserted.plan)?;
                prop_assert_eq!(inserted.moved.is_empty(), best.is_some());
                if let Some(best) = best {
                    prop_assert_eq!(cost((inserted.plan.walk, inserted.plan.finish)).0, cost(best).0);
                }
            }
            Err(Unsolved::Conflict(_)) => {
                let all: Vec<usize> = (0..request.items.len()).collect();
                prop_assert_eq!(best_of_all(&matrix, &request, &all), None);
            }
            Err(bad) => return Err(TestCaseError::fail(bad.to_string())),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: proptest::test_runner::RngSeed::Fixed(9), ..ProptestConfig::default() })]

    #[test]
    fn nine_items_too((matrix, request) in cases(MOST)) {
        let all: Vec<usize> = (0..request.items.len()).collect();
        let found = solve(&matrix, &request).ok().map(|plan| (plan.walk, plan.finish));
        prop_assert_eq!(found, best_of_all(&matrix, &request, &all));
    }

    #[test]
    fn the_search_keeps_to_all_rules_and_comes_near_the_best((matrix, request) in cases(MOST)) {
        let all: Vec<usize> = (0..request.items.len()).collect();
        let problem = problem::Problem::new(&matrix, &request).unwrap();
        let effort = Effort { work: 2_000, ..Effort::default() };
        let best = best_of_all(&matrix, &request, &all);
        if let Some(found) = search::search(&problem, &all, effort) {
            let found = kept(&matrix, &request, &found).expect("what is found can be kept");
            let (least, walk) = cost(best.expect("then there is one"));
            prop_assert!(cost(found).0 <= least + walk + 12 * MINUTE, "{:?} against {}", found, least);
        }
    }
}
