//! Instructions, replayed by the simulated [walker](super::walker).

use super::closures::Closures;
use super::search::Conditions;
use super::walker::replay;
use super::*;
use crate::venue::*;
use oorandom::Rand32;
use std::collections::BTreeMap;
use std::path::Path;

pub fn demo() -> Venue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues/gdte");
    let file = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let texts = VenueTexts {
        layout: file("layout.json"),
        exhibitors: Some(ExhibitorsText::Json(file("exhibitors.json"))),
        programme: Some(file("programme.json")),
        rules: Some(file("rules.json")),
    };
    read(&texts).into_venue().unwrap()
}

/// Routes between places drawn by chance, each replayed; those that lost the walker, and why.
fn replayed(venue: &Venue, seed: u64, count: usize) -> Vec<String> {
    let graph = NavGraph::derive(venue);
    let nothing = Closures::resolve(venue, &[]).unwrap();
    let places: Vec<Place<'_>> = venue.places().collect();
    let mut random = Rand32::new(seed);
    let mut lost = Vec::new();
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    let mut done = 0;
    while done < count {
        let from = places[random.rand_range(0..places.len() as u32) as usize];
        let to = places[random.rand_range(0..places.len() as u32) as usize];
        let profile = Profile::ALL[done % 2];
        let stop = |place: Place<'_>| Stop::Place { place: place.id() };
        let request = RouteRequest {
            from: stop(from),
            to: stop(to),
            profile,
            closed: vec![],
        };
        let Ok(route) = graph.route(venue, &request) else {
            continue;
        };
        if route.distance_m < 1.0 {
            continue;
        }
        done += 1;
        let conditions = Conditions {
            venue,
            graph: &graph,
            profile,
            closures: &nothing,
        };
        let steps = &route.legs[0].steps;
        if let Err(reason) = replay(conditions, from, to, steps) {
            let texts: Vec<_> = steps
                .iter()
                .map(|step| format!("{} [{:.0}]", step.text.in_language("en"), step.distance_m))
                .collect();
            let kind: String = reason
                .split(" @")
                .next()
                .unwrap()
                .chars()
                .filter(|letter| letter.is_ascii_lowercase() || *letter == ' ' || *letter == ':')
                .collect();
            *why.entry(
                kind.split(": ")
                    .last()
                    .unwrap()
                    .split(" is ")
                    .last()
                    .unwrap()
                    .to_owned(),
            )
            .or_default() += 1;
            lost.push(format!(
                "{} → {} ({profile:?}): {reason}\n    {}",
                from.id(),
                to.id(),
                texts.join("\n    ")
            ));
        }
    }
    println!("{} of {count} lost: {why:#?}", lost.len());
    lost
}

#[test]
fn the_walker_gets_there_in_the_demo() {
    let lost = replayed(&demo(), 1, 2000);
    for one in lost.iter() {
        println!("{one}");
    }
    assert!(lost.is_empty(), "{} lost", lost.len());
}
