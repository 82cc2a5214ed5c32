//! Routes by Fairway's engine and by others', on the same graphs and the same seeded requests, in turn in one run:
//!   cargo bench --bench routing
//!   cargo bench --bench routing -- 20000
//!
//! "distance" is the search alone, its stops being joined to the graph already; "route" is all of it, from two ids to the words.

#[path = "routing/export.rs"]
mod export;
#[path = "routing/memory.rs"]
mod memory;
#[path = "routing/rivals.rs"]
mod rivals;
#[path = "routing/table.rs"]
mod table;

use export::Export;
use fairway::demo::{Options, generate};
use fairway::venue::{PlaceId, Venue};
use fairway::wayfinding::{Joined, NavGraph, Profile, RouteRequest, Snapshot, Stop};
use oorandom::Rand32;
use rivals::{FastPaths, Lists, Petgraph};
use table::Row;

const PROFILE: Profile = Profile::Walking;
const PAIRS: usize = 50;
const SIDE: usize = 50;
/// Contraction hierarchies are prepared for graphs up to this size only: at 20,000 booths a quarter of an hour was not enough.
const FAST_PATHS_BOOTHS_MOST: usize = 2_000;

fn main() {
    let wanted: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    for booths in [1_000, 20_000, 74_000] {
        if !wanted.is_empty() && !wanted.contains(&booths) {
            continue;
        }
        match Venue::new(generate(&Options { booths, seed: 1 })) {
            Ok(venue) => measure(&venue, booths),
            Err(_) => println!("{booths} booths: the generator made no venue"),
        }
    }
}

fn measure(venue: &Venue, booths: usize) {
    let (graph, graph_mb) = memory::kept(|| NavGraph::derive(venue));
    let (nodes, edges) = graph.size();
    println!("\n{booths} booths, {nodes} nodes, {edges} edges; the graph keeps {graph_mb:.1} MB");
    Row::heading();
    let Ok(snapshot) = Snapshot::of(venue, &graph, PROFILE, &[]) else {
        return;
    };

    let mut row = Row::new("preparation");
    let (ways, ways_mb) = memory::kept(|| row.time("Fairway", || snapshot.ways()));
    let (lists, lists_mb) = memory::kept(|| row.time("pathfinding (lists)", || Lists::of(&snapshot)));
    let (mut petgraph, petgraph_mb) = memory::kept(|| row.time("petgraph (graph)", || Petgraph::of(&snapshot)));
    let (mut fast_paths, fast_paths_mb) = memory::kept(|| {
        let fits = booths <= FAST_PATHS_BOOTHS_MOST;
        fits.then(|| row.time("fast_paths", || FastPaths::of(&snapshot)))
    });
    row.print();
    let heading = "memory in MB beside the graph";
    println!("{heading:<34} Fairway {ways_mb:.1}, lists {lists_mb:.1}, petgraph {petgraph_mb:.1}");
    if fast_paths.is_some() {
        println!("{heading:<34} fast_paths {fast_paths_mb:.1}");
    }

    let stops: Vec<Stop> = venue
        .booths()
        .iter()
        .map(|booth| Stop::Place {
            place: PlaceId::from(&booth.id),
        })
        .collect();
    let pairs = pairs(stops.len());
    let join = |i: usize| snapshot.join(&stops[i]).ok().filter(|joined| joined.seen().count() > 0);

    let ends: Vec<(Joined, Joined)> = pairs.iter().filter_map(|&(a, b)| Some((join(a)?, join(b)?))).collect();
    let place = |i: usize| PlaceId::from(&venue.booths()[i].id);
    let export = Export {
        venue,
        snapshot: &snapshot,
        ways: &ways,
        requests: &pairs.iter().map(|&(a, b)| (place(a), place(b))).collect::<Vec<_>>(),
        ends: &ends,
    };
    export.write(booths);
    let mut row = Row::new("distance");
    let costs = row.each("Fairway", &ends, |(from, to)| ways.cost(from, to));
    row.each("Fairway, and its nodes", &ends, |(from, to)| ways.way(from, to));
    let mut others = vec![
        row.each("pathfinding A*", &ends, |(from, to)| lists.astar(&snapshot, from, to)),
        row.each("pathfinding Dijkstra", &ends, |(from, to)| lists.dijkstra(from, to)),
        row.each("petgraph A*", &ends, |(from, to)| petgraph.astar(&snapshot, from, to)),
        row.each("petgraph Dijkstra", &ends, |(from, to)| petgraph.dijkstra(from, to)),
    ];
    if let Some(fast_paths) = &mut fast_paths {
        others.push(row.each("fast_paths", &ends, |(from, to)| fast_paths.cost(from, to)));
    }
    row.print();
    let differ = others.iter().filter(|other| **other != costs).count();
    println!("{:<34} {differ}", "engines with other costs");

    let requests: Vec<RouteRequest> = pairs.iter().map(|&(a, b)| request(&stops, a, b, &[])).collect();
    let mut row = Row::new("route, with its words");
    row.each("Fairway", &requests, |request| graph.route(venue, request).is_ok());
    row.each("Fairway on pathfinding A*", &requests, |request| {
        graph.route_plainly(venue, request).is_ok()
    });
    row.each("of it: joining the stops", &pairs, |&(a, b)| (join(a), join(b)));
    row.print();

    after_a_closure(venue, &graph, &stops, &pairs, fast_paths.as_ref());

    let sources: Vec<Joined> = pairs.iter().filter_map(|&(a, _)| join(a)).take(SIDE).collect();
    let all: Vec<Joined> = (0..stops.len()).filter_map(join).collect();
    let some: Vec<&Joined> = pairs.iter().filter_map(|&(_, b)| all.get(b)).take(SIDE).collect();
    let all: Vec<&Joined> = all.iter().collect();
    let mut row = Row::new("one to all");
    for source in sources.iter().take(5) {
        let costs = row.time("Fairway", || ways.costs(source, all.iter().copied()));
        assert_eq!(
            costs,
            row.time("pathfinding Dijkstra", || lists.dijkstra_to_all(source, &all))
        );
        row.time("petgraph Dijkstra", || petgraph.dijkstra_to_all(source, &all));
        if let Some(fast_paths) = &mut fast_paths {
            row.time("fast_paths", || {
                all.iter().map(|to| fast_paths.cost(source, to)).collect::<Vec<_>>()
            });
        }
    }
    row.print();

    let mut row = Row::new(format!("many to many, {SIDE} × {SIDE}"));
    for _ in 0..3 {
        row.time("Fairway", || {
            sources
                .iter()
                .map(|from| ways.costs(from, some.iter().copied()))
                .collect::<Vec<_>>()
        });
        row.time("pathfinding Dijkstra", || {
            sources
                .iter()
                .map(|from| lists.dijkstra_to_all(from, &some))
                .collect::<Vec<_>>()
        });
        row.time("petgraph Dijkstra", || {
            sources
                .iter()
                .map(|from| petgraph.dijkstra_to_all(from, &some))
                .collect::<Vec<_>>()
        });
        if let Some(fast_paths) = &mut fast_paths {
            row.time("fast_paths", || {
                let one = |from| some.iter().map(|to| fast_paths.cost(from, to)).collect::<Vec<_>>();
                sources.iter().map(one).collect::<Vec<_>>()
            });
        }
    }
    row.print();
}

/// One aisle is closed now: the time to the first right answer.
fn after_a_closure(
    venue: &Venue,
    graph: &NavGraph,
    stops: &[Stop],
    pairs: &[(usize, usize)],
    prepared: Option<&FastPaths>,
) {
    let mut row = Row::new("route after an aisle is closed");
    for (&(a, b), aisle) in pairs.iter().zip(venue.aisles().iter().cycle()) {
        let request = request(stops, a, b, &[PlaceId::from(&aisle.id)]);
        let ours = row.time("Fairway", || graph.route(venue, &request)).ok();
        let plain = row
            .time("Fairway on pathfinding A*", || graph.route_plainly(venue, &request))
            .ok();
        assert_eq!(ours.is_some(), plain.is_some());
    }
    let Some(aisle) = venue.aisles().first().filter(|_| prepared.is_some()) else {
        row.print();
        return;
    };
    let closed = Snapshot::of(venue, graph, PROFILE, &[PlaceId::from(&aisle.id)]);
    if let (Ok(closed), Some(prepared)) = (closed, prepared) {
        row.time("fast_paths, same order", || prepared.again(&closed));
    }
    row.print();
}

fn request(stops: &[Stop], from: usize, to: usize, closed: &[PlaceId]) -> RouteRequest {
    RouteRequest {
        from: stops[from].clone(),
        to: stops[to].clone(),
        profile: PROFILE,
        speed_m_s: None,
        closed: closed.to_vec(),
        when: None,
    }
}

fn pairs(stops: usize) -> Vec<(usize, usize)> {
    let mut random = Rand32::new(7);
    let mut stop = || random.rand_range(0..stops as u32) as usize;
    (0..PAIRS).map(|_| (stop(), stop())).collect()
}
