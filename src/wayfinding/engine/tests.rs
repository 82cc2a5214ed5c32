//! The engine against plain A\*: equal costs over edges that are there, whoever walks and whatever is closed.

use super::*;
use crate::demo::{Options, generate};
use crate::venue::PlaceId;
use crate::wayfinding::conditions::{Conditions, Situation};
use crate::wayfinding::free_way::{direct, join, seen};
use crate::wayfinding::search::{Hop, least_cost_way, plain_way};
use crate::wayfinding::stops::{Spot, spots};
use crate::wayfinding::time::{Clock, Moment};
use crate::wayfinding::{Profile, Stop, Walker};
use oorandom::Rand32;

/// As they are, none, and nothing but rooms.
const SIZES: [RoomSize; 3] = [
    ROOM,
    RoomSize { nodes: 0, gates: 0 },
    RoomSize {
        nodes: usize::MAX,
        gates: usize::MAX,
    },
];
const PAIRS: usize = 24;

fn fair(seed: u64) -> Venue {
    Venue::new(generate(&Options {
        booths: Options::FEWEST_BOOTHS,
        seed,
    }))
    .unwrap()
}

/// Nothing, and a few of everything that can be closed.
fn closures(venue: &Venue, random: &mut Rand32) -> Vec<Vec<PlaceId>> {
    let openings = venue.openings().iter().map(|opening| PlaceId::from(&opening.id));
    let connectors = venue.connectors().iter().map(|connector| PlaceId::from(&connector.id));
    let aisles = venue.aisles().iter().map(|aisle| PlaceId::from(&aisle.id));
    let units = venue.units().iter().map(|unit| PlaceId::from(&unit.id));
    let kinds: [Vec<PlaceId>; 4] = [
        openings.collect(),
        connectors.collect(),
        aisles.collect(),
        units.collect(),
    ];
    let mut some = |ids: &[PlaceId], count: usize| -> Vec<PlaceId> {
        let one = |_| ids[random.rand_range(0..ids.len() as u32) as usize].clone();
        (0..count).map(one).collect()
    };
    let mut sets = vec![Vec::new()];
    sets.extend(kinds.iter().map(|ids| some(ids, ids.len().div_ceil(8))));
    sets.push(kinds.iter().flat_map(|ids| some(ids, ids.len().div_ceil(12))).collect());
    sets
}

/// Spots at a place of any kind.
fn anywhere(venue: &Venue, graph: &NavGraph, random: &mut Rand32) -> Vec<Spot> {
    let places: Vec<_> = venue.places().collect();
    loop {
        let spots = spots(venue, graph, places[random.rand_range(0..places.len() as u32) as usize]);
        if !spots.is_empty() {
            return spots;
        }
    }
}

/// What a way takes in all.
fn takes(hops: &[Hop]) -> Moment {
    hops.iter().map(|hop| hop.wait + hop.cost).sum()
}

#[test]
fn the_engine_finds_ways_of_the_least_cost() {
    let mut over_nodes = 0;
    for seed in 1..=3 {
        let (venue, mut random) = (fair(seed), Rand32::new(seed));
        let graph = NavGraph::derive(&venue);
        for profile in Profile::ALL {
            let now = Situation::new((&venue, &graph), (profile, None), &[], Clock::Unknown).unwrap();
            let conditions = Conditions {
                venue: &venue,
                graph: &graph,
                now: &now,
            };
            let engines = SIZES.map(|size| Engine::with_rooms(&venue, &graph, profile.ability(), size));
            for _ in 0..8 * PAIRS {
                let [from, to] = [(); 2].map(|()| anywhere(&venue, &graph, &mut random));
                let plain = plain_way(conditions, &from, &to).map(|hops| takes(&hops));
                let [from_seen, to_seen] = [&from, &to].map(|spots| seen(&join(conditions, spots)));
                let straight = direct(conditions, &from, &to).map(|(cost, ..)| cost);
                for engine in &engines {
                    let way = engine.way(&venue, &graph, &from_seen, &to_seen);
                    let cost = way.as_ref().map(|(cost, _)| *cost);
                    assert_eq!(
                        [cost, straight].into_iter().flatten().min(),
                        plain,
                        "seed {seed}, {profile:?}"
                    );
                    assert_eq!(engine.cost(&from_seen, &to_seen), cost);
                    for (toward, here, there) in [
                        (Toward::Elsewhere, &from_seen, &to_seen),
                        (Toward::It, &to_seen, &from_seen),
                    ] {
                        assert_eq!(Field::of(engine, toward, here).between(there), cost);
                    }
                    let Some((cost, nodes)) = way else { continue };
                    let joined = |seen: Seen<'_>, node: NodeId| {
                        let here = seen.iter().filter(|(other, _)| *other == node);
                        here.map(|&(_, cost)| cost)
                            .min()
                            .expect("the way begins and ends at what stops see")
                    };
                    let ends = joined(&from_seen, nodes[0]) + joined(&to_seen, nodes[nodes.len() - 1]);
                    assert_eq!(ends + along(&venue, &graph, profile, &nodes), cost);
                    over_nodes += 1;
                }
            }
        }
    }
    assert!(over_nodes > 1000, "{over_nodes}");
}

/// The cost of the edges between the nodes, each of which must be there.
fn along(venue: &Venue, graph: &NavGraph, profile: Profile, nodes: &[NodeId]) -> Cost {
    let edge = |pair: &[NodeId]| {
        let edges = graph.edges(pair[0]).iter().filter(|edge| edge.to == pair[1]);
        let costs = edges.filter_map(|edge| cost::edge(venue, profile.ability(), edge));
        costs.min().expect("a way goes over usable edges")
    };
    nodes.windows(2).map(edge).sum()
}

#[test]
fn what_is_closed_makes_the_way_that_plain_a_star_finds() {
    let (mut found, mut refused, mut hit) = (0, 0, 0);
    for seed in 1..=2 {
        let (venue, mut random) = (fair(seed), Rand32::new(seed));
        let graph = NavGraph::derive(&venue);
        for closed in closures(&venue, &mut random) {
            for profile in Profile::ALL {
                let now = |closed: &[PlaceId]| {
                    Situation::new((&venue, &graph), (profile, None), closed, Clock::Unknown).unwrap()
                };
                let (now, open) = (now(&closed), now(&[]));
                let [conditions, free] = [&now, &open].map(|now| Conditions {
                    venue: &venue,
                    graph: &graph,
                    now,
                });
                for _ in 0..PAIRS {
                    let [from, to] = [(); 2].map(|()| anywhere(&venue, &graph, &mut random));
                    let way = |conditions| least_cost_way(conditions, &from, &to).map(|hops| takes(&hops));
                    let ours = way(conditions);
                    assert_eq!(
                        ours,
                        plain_way(conditions, &from, &to).map(|hops| takes(&hops)),
                        "seed {seed}, {profile:?}, closed: {closed:?}"
                    );
                    found += usize::from(ours.is_some());
                    refused += usize::from(ours.is_none());
                    hit += usize::from(ours != way(free));
                }
            }
        }
    }
    assert!(
        found > 500 && refused > 50 && hit > 100,
        "{found} found, {refused} refused, {hit} hit"
    );
}

#[test]
fn from_one_to_many_costs_what_it_costs_one_by_one() {
    let (venue, mut random) = (fair(4), Rand32::new(4));
    let graph = NavGraph::derive(&venue);
    for closed in closures(&venue, &mut random) {
        let walker = Walker {
            closed,
            ..Walker::default()
        };
        let stops: Vec<Stop> = (0..40)
            .map(|_| {
                let booths = venue.booths();
                let booth = &booths[random.rand_range(0..booths.len() as u32) as usize];
                Stop::Place {
                    place: PlaceId::from(&booth.id),
                }
            })
            .collect();
        let to_many = graph.durations(&venue, &stops[..4], &stops, &walker).unwrap();
        for (from, row) in stops.iter().zip(&to_many) {
            for (to, duration) in stops.iter().zip(row) {
                let one = graph
                    .durations(&venue, std::slice::from_ref(from), std::slice::from_ref(to), &walker)
                    .unwrap();
                assert_eq!(one[0][0], *duration);
            }
        }
    }
}

#[test]
fn a_way_goes_on_only_where_a_taut_line_would() {
    let (venue, mut random) = (fair(1), Rand32::new(1));
    let graph = NavGraph::derive(&venue);
    let now = Situation::new((&venue, &graph), (Profile::Walking, None), &[], Clock::Unknown).unwrap();
    let conditions = Conditions {
        venue: &venue,
        graph: &graph,
        now: &now,
    };
    let engine = Engine::with_rooms(&venue, &graph, Profile::Walking.ability(), SIZES[1]);
    let arcs = &engine.core.arcs[Toward::Elsewhere as usize];
    let (mut onward, mut all) = (0, 0);
    for _ in 0..8 * PAIRS {
        let [from, to] = [(); 2].map(|()| seen(&join(conditions, &anywhere(&venue, &graph, &mut random))));
        let Some((_, nodes)) = engine.way(&venue, &graph, &from, &to) else {
            continue;
        };
        let core: Vec<u32> = nodes.iter().filter_map(|&node| engine.place(node).core).collect();
        for on_way in core.windows(3) {
            let taut = engine.core.bends.onward(arcs, on_way[1], on_way[0]);
            assert!(taut.iter().any(|arc| arc.to == on_way[2]));
            onward += taut.len();
            all += arcs.from(on_way[1]).len();
        }
    }
    assert!(all > 10_000 && onward * 2 < all, "{onward} of {all}");
}
