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

#[cfg(feature = "cli")]
#[test]
fn the_walker_gets_there_in_imported_buildings() {
    for file in ["caserne.geojson", "gare-de-l-est.geojson"] {
        let Some(venue) = imported(file) else { continue };
        let lost = replayed(&venue, 1, 500);
        for one in lost.iter() {
            println!("{one}");
        }
        assert!(lost.is_empty(), "{file}: {} lost", lost.len());
    }
}
