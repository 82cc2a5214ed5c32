//! Walking times in the demo venue against its routes.

use fairway::venue::{ExhibitorsText, PlaceId, Venue, VenueTexts, read};
use fairway::wayfinding::{NavGraph, Profile, RouteRequest, Stop, Walker};
use std::path::Path;

fn demo() -> Venue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues/gdte");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let texts = VenueTexts {
        layout: text("layout.json"),
        exhibitors: Some(ExhibitorsText::Json(text("exhibitors.json"))),
        programme: Some(text("programme.json")),
        rules: Some(text("rules.json")),
        live: None,
    };
    read(&texts).into_venue().unwrap()
}

#[test]
fn the_walks_to_many_places_are_as_long_as_the_routes_there() {
    let venue = demo();
    let graph = NavGraph::derive(&venue);
    let stop = |place: &PlaceId| Stop::Place { place: place.clone() };
    let booths = venue
        .booths()
        .iter()
        .step_by(venue.booths().len() / 20)
        .map(|booth| (&booth.id).into());
    let rooms = venue.units().iter().step_by(6).map(|unit| (&unit.id).into());
    let places: Vec<PlaceId> = booths.chain(rooms).collect();
    for profile in Profile::ALL {
        let walker = Walker {
            profile,
            closed: vec![PlaceId::new("room-205")],
            ..Walker::default()
        };
        let from = PlaceId::new("entrance-metro");
        let walks = graph.by_walking_time(&venue, &stop(&from), &places, &walker).unwrap();
        assert_eq!(walks.len(), places.len());
        assert!(
            walks
                .iter()
                .is_sorted_by_key(|walk| (walk.duration.is_none(), walk.duration))
        );
        for walk in walks {
            let request = RouteRequest {
                profile,
                closed: walker.closed.clone(),
                ..RouteRequest::between(stop(&from), stop(&walk.place))
            };
            let route = graph.route(&venue, &request).ok();
            assert_eq!(route.is_some(), walk.duration.is_some(), "{}", walk.place);
            if let (Some(route), Some(duration)) = (route, walk.duration) {
                // The drawn line passes wide openings more directly than the graph's lanes do.
                let ratio = route.duration_s * 1000.0 / duration as f64;
                assert!((0.95..1.001).contains(&ratio), "{}: {ratio}", walk.place);
            }
        }
    }
}
