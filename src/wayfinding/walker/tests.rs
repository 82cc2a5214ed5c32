//! Instructions, replayed by the simulated walker.

use super::super::conditions::{Conditions, Situation};
use super::super::time::Clock;
use super::super::{Maneuver, NavGraph, Profile, RouteRequest, Step};
use super::replay;
use crate::venue::*;
use oorandom::Rand32;
use std::path::Path;

pub fn demo() -> Venue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues/gdte");
    let file = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let texts = VenueTexts {
        layout: file("layout.json"),
        exhibitors: Some(ExhibitorsText::Json(file("exhibitors.json"))),
        programme: Some(file("programme.json")),
        rules: Some(file("rules.json")),
        ..VenueTexts::default()
    };
    read(&texts).into_venue().unwrap()
}

/// A building from the real data beside the checkout; `None`, saying so, where it is not.
#[cfg(feature = "cli")]
pub fn imported(file: &str) -> Option<Venue> {
    let folder = std::env::var_os("FAIRWAY_SHARED_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        std::path::PathBuf::from,
    );
    let path = folder.join("osm-indoor").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    };
    let options = crate::import::Options {
        id: "building".to_owned(),
        name: None,
        language: None,
    };
    Some(Venue::new(crate::import::osm_indoor(&text, &options).unwrap().files).unwrap())
}

/// A route drawn by chance, and the walk by its steps.
struct Replayed<'v> {
    from: Place<'v>,
    to: Place<'v>,
    profile: Profile,
    steps: Vec<Step>,
}

/// So many routes between places drawn by chance, walking and step-free in turn.
fn routes<'v>(venue: &'v Venue, graph: &NavGraph, seed: u64, count: usize) -> Vec<Replayed<'v>> {
    let places: Vec<Place<'_>> = venue.places().collect();
    let mut random = Rand32::new(seed);
    let mut any = || places[random.rand_range(0..places.len() as u32) as usize];
    let mut routes = Vec::new();
    while routes.len() < count {
        let (from, to) = (any(), any());
        let profile = [Profile::Walking, Profile::StepFree][routes.len() % 2];
        let request = RouteRequest {
            profile,
            ..super::super::tests::request(from.id().as_str(), to.id().as_str())
        };
        match graph.route(venue, &request) {
            Ok(mut route) if route.distance_m >= 1.0 => {
                let steps = route.legs.remove(0).steps;
                routes.push(Replayed {
                    from,
                    to,
                    profile,
                    steps,
                });
            }
            _ => {}
        }
    }
    routes
}

/// How many of them the walker gets to their ends by; prints the others.
fn arrived(venue: &Venue, graph: &NavGraph, routes: &[Replayed<'_>]) -> usize {
    let walks = routes.iter().map(|route| {
        let now = Situation::new((venue, graph), (route.profile, None), &[], Clock::Unknown).unwrap();
        let conditions = Conditions {
            venue,
            graph,
            now: &now,
        };
        let walk = replay(conditions, route.from, route.to, &route.steps);
        if let Err(lost) = &walk {
            println!("{} → {} ({:?}): {lost}", route.from.id(), route.to.id(), route.profile);
            for step in &route.steps {
                println!("    {} [{:.0} m]", step.text.in_language("en"), step.distance_m);
            }
        }
        walk.is_ok()
    });
    walks.filter(|&is_there| is_there).count()
}

#[test]
fn the_walker_gets_there_in_the_demo() {
    let venue = demo();
    let graph = NavGraph::derive(&venue);
    for seed in 1..=3 {
        let arrived = arrived(&venue, &graph, &routes(&venue, &graph, seed, 2000));
        println!("{arrived} of 2000 in the demo, seed {seed}");
        assert_eq!(arrived, 2000, "seed {seed}");
    }
}

#[cfg(feature = "cli")]
#[test]
fn the_walker_gets_there_in_imported_buildings() {
    // Not all: many of their doors and rooms have no names, and lie where no turn can be told by anything. Those are the numbers so far.
    for (file, least) in [("caserne.geojson", 461), ("gare-de-l-est.geojson", 478)] {
        let Some(venue) = imported(file) else { continue };
        let graph = NavGraph::derive(&venue);
        let arrived = arrived(&venue, &graph, &routes(&venue, &graph, 1, 500));
        println!("{arrived} of 500 in {file}");
        assert!(arrived >= least, "{arrived} of 500 in {file}");
    }
}

#[test]
fn the_walker_is_lost_where_left_and_right_are_swapped() {
    let venue = demo();
    let graph = NavGraph::derive(&venue);
    let mut routes = routes(&venue, &graph, 2, 300);
    routes.retain(|route| route.steps.iter().any(|step| swapped(step.maneuver) != step.maneuver));
    for step in routes.iter_mut().flat_map(|route| &mut route.steps) {
        step.maneuver = swapped(step.maneuver);
    }
    let arrived = arrived(&venue, &graph, &routes);
    println!("{arrived} of {} swapped", routes.len());
    assert!(arrived * 5 <= routes.len(), "{arrived} of {}", routes.len());
}

fn swapped(turn: Maneuver) -> Maneuver {
    use Maneuver::{Left, Right, SharpLeft, SharpRight, SlightLeft, SlightRight};
    match turn {
        Left => Right,
        Right => Left,
        SlightLeft => SlightRight,
        SlightRight => SlightLeft,
        SharpLeft => SharpRight,
        SharpRight => SharpLeft,
        other => other,
    }
}

#[test]
fn the_walker_is_lost_where_a_step_is_missing() {
    let venue = demo();
    let graph = NavGraph::derive(&venue);
    let mut routes = routes(&venue, &graph, 3, 300);
    routes.retain(|route| route.steps.len() >= 5);
    for route in &mut routes {
        route.steps.remove(route.steps.len() / 2);
    }
    let arrived = arrived(&venue, &graph, &routes);
    println!("{arrived} of {} with a step missing", routes.len());
    assert!(arrived * 5 <= routes.len(), "{arrived} of {}", routes.len());
}
