//! One search for all against one for each.

use super::super::instructions::measure;
use super::super::search::plain_way;
use super::super::tests::{connector, draw, layout, opening, two_halls, venue};
use super::*;
use crate::venue::{ConnectorKind, Direction, Layout, LevelId, OpeningKind, Point};
use proptest::prelude::*;

fn stop(id: &str) -> Stop {
    Stop::Place {
        place: PlaceId::new(id),
    }
}

/// As [`NavGraph::durations`], by one search for each pair.
fn one_by_one(venue: &Venue, stops: &[Stop], walker: &Walker) -> Vec<Vec<Option<Cost>>> {
    let graph = NavGraph::derive(venue);
    let now = Situation::new((venue, &graph), (walker.profile, None), &walker.closed, Clock::Unknown).unwrap();
    let conditions = Conditions {
        venue,
        graph: &graph,
        now: &now,
    };
    let spots = |stop: &Stop| graph.spots_at(venue, stop).unwrap();
    let cost = |a: &Stop, b: &Stop| {
        let (from, to) = (spots(a), spots(b));
        // A search wants to know where it goes.
        let hops = if to.is_empty() {
            None
        } else {
            plain_way(conditions, &from, &to)
        }?;
        Some(measure(&hops).1)
    };
    stops
        .iter()
        .map(|a| stops.iter().map(|b| cost(a, b)).collect())
        .collect()
}

/// Two halls above each other and one beside: stairs, a lift, an escalator that runs up, and two doors.
fn three_halls(drawings: &[String; 3]) -> Layout {
    let mut layout = layout(&[("L0", 0.0), ("L1", 5.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), &drawings[0]);
    draw(&mut layout, "2", "L0", (16.0, 0.0), &drawings[1]);
    draw(&mut layout, "3", "L1", (0.0, 0.0), &drawings[2]);
    for (id, south) in [("d", 1.0), ("e", 11.0)] {
        let (from, to) = ((16.0, south), (16.0, south + 2.0));
        layout
            .openings
            .push(opening(id, OpeningKind::Door, from, to, &["1", "2"]));
    }
    for (id, kind, direction, x) in [
        ("stairs", ConnectorKind::Stairs, Direction::Both, 3.0),
        ("lift", ConnectorKind::Lift, Direction::Both, 7.0),
        ("escalator", ConnectorKind::Escalator, Direction::Up, 13.0),
    ] {
        layout
            .connectors
            .push(connector(id, kind, direction, &[("L0", x, 1.0), ("L1", x, 1.0)]));
    }
    layout
}

fn drawings() -> impl Strategy<Value = [String; 3]> {
    // Booths of a cell each, more floor than booths; the southern row stays free for doors and connectors.
    let cells = prop::collection::vec(prop::bool::weighted(0.2), 3 * 7 * 8);
    cells.prop_map(|cells| {
        [0, 1, 2].map(|hall| {
            let cell = |&taken: &bool| if taken { '#' } else { '.' };
            let rows = cells[hall * 56..][..56]
                .chunks(8)
                .map(|row| row.iter().map(cell).collect::<String>());
            rows.chain(["........".to_owned()]).collect::<Vec<_>>().join("\n")
        })
    })
}

fn points() -> impl Strategy<Value = Vec<Stop>> {
    let point = (prop::bool::ANY, 1.0f64..31.0, 0.5f64..15.5).prop_map(|(up, x, y)| Stop::Point {
        level: LevelId::new(if up { "L1" } else { "L0" }),
        point: Point::new(if up { x / 2.0 } else { x }, y),
    });
    prop::collection::vec(point, 2..7)
}

fn walkers() -> impl Strategy<Value = Walker> {
    let closable = vec!["d", "e", "stairs", "lift", "escalator", "3"];
    (prop::bool::ANY, prop::sample::subsequence(closable, 0..3)).prop_map(|(step_free, closed)| Walker {
        profile: if step_free { Profile::StepFree } else { Profile::Walking },
        closed: closed.into_iter().map(PlaceId::new).collect(),
        ..Walker::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: proptest::test_runner::RngSeed::Fixed(5), ..ProptestConfig::default() })]

    #[test]
    fn one_search_for_all_says_what_one_for_each_says(drawings in drawings(), mut stops in points(), walker in walkers()) {
        let venue = venue(three_halls(&drawings));
        stops.extend(["2", "3", "lift"].map(stop));
        let durations = NavGraph::derive(&venue).durations(&venue, &stops, &stops, &walker).unwrap();
        prop_assert_eq!(durations, one_by_one(&venue, &stops, &walker));
    }
}

#[test]
fn an_escalator_up_is_quicker_up_than_the_stairs_are_down() {
    let empty = || ["........"; 8].join("\n");
    let venue = venue(three_halls(&[empty(), empty(), empty()]));
    let at = |level: &str| Stop::Point {
        level: LevelId::new(level),
        point: Point::new(13.0, 2.0),
    };
    let stops = [at("L0"), at("L1")];
    let durations = NavGraph::derive(&venue)
        .durations(&venue, &stops, &stops, &Walker::default())
        .unwrap();
    assert!(durations[0][1] < durations[1][0], "{durations:?}");
    assert_eq!([durations[0][0], durations[1][1]], [Some(0), Some(0)]);
}

#[test]
fn the_nearest_is_the_one_with_the_shortest_walk_and_not_the_one_next_door() {
    // b is 4 m from a, behind a wall.
    let mut layout = layout(&[("L0", 0.0)]);
    let drawing = "a#b...
                   .#....
                   .#....
                   ......
                   c.....";
    draw(&mut layout, "1", "L0", (0.0, 0.0), drawing);
    let venue = venue(layout);
    let places = ["b", "c"].map(PlaceId::new);
    let graph = NavGraph::derive(&venue);
    let walks = graph
        .by_walking_time(&venue, &stop("a"), &places, &Walker::default())
        .unwrap();
    let ranked: Vec<_> = walks.iter().map(|walk| walk.place.as_str()).collect();
    assert_eq!(ranked, ["c", "b"]);
    assert_eq!(walks[0].duration, Some((8.0f64 / 1.34 * 1000.0).ceil() as Cost));
}

#[test]
fn what_cannot_be_reached_comes_last_and_what_does_not_exist_is_an_error() {
    let venue = venue(two_halls());
    let graph = NavGraph::derive(&venue);
    let walker = Walker {
        closed: ["d", "e"].map(PlaceId::new).to_vec(),
        ..Walker::default()
    };
    let places = ["b", "1"].map(PlaceId::new);
    let walks = graph.by_walking_time(&venue, &stop("a"), &places, &walker).unwrap();
    assert_eq!(
        walks.iter().map(|walk| walk.place.as_str()).collect::<Vec<_>>(),
        ["1", "b"]
    );
    assert_eq!(walks[1].duration, None);
    let nowhere = graph
        .by_walking_time(&venue, &stop("a"), &[PlaceId::new("x")], &walker)
        .unwrap_err();
    assert_eq!(nowhere, no_way::unknown(&PlaceId::new("x")));
}
