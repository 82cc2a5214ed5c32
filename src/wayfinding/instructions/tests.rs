//! What the instructions say: what must hold for all, and a dozen to read aloud.

use super::super::walker::tests::demo;
use super::super::{Maneuver, NavGraph, Profile, Route, RoutePoint, RouteRequest, Side};
use crate::venue::*;
use oorandom::Rand32;

fn random_routes(venue: &Venue, count: usize) -> Vec<(Place<'_>, Route)> {
    let graph = NavGraph::derive(venue);
    let places: Vec<Place<'_>> = venue.places().collect();
    let mut random = Rand32::new(7);
    let mut any = || places[random.rand_range(0..places.len() as u32) as usize];
    let mut routes = Vec::new();
    while routes.len() < count {
        let (from, to) = (any(), any());
        let request = super::super::tests::request(from.id().as_str(), to.id().as_str());
        if let Ok(route) = graph.route(venue, &request) {
            routes.push((to, route));
        }
    }
    routes
}

#[test]
fn no_step_is_without_a_decision() {
    let venue = demo();
    for (goal, route) in random_routes(&venue, 500) {
        let steps = &route.legs[0].steps;
        assert!(steps[0].cues.start.is_some());
        // Who stands before the door that is the goal is there.
        let is_door = matches!(goal, Place::Opening(_));
        assert!(!is_door || steps[1..].iter().all(|step| !step.cues.through.contains(&goal.id())));
        for step in &steps[1..] {
            assert!(
                step.maneuver != Maneuver::Straight && step.cues.start.is_none(),
                "{step:?}"
            );
        }
        for pair in steps.windows(2) {
            let follows = pair[1].cues.along.is_some() && pair[1].cues.along == pair[0].cues.along;
            let is_slight = matches!(pair[1].maneuver, Maneuver::SlightLeft | Maneuver::SlightRight);
            assert!(!(follows && is_slight), "an aisle leads by itself: {pair:#?}");
        }
    }
}

#[test]
fn sentences_are_whole_and_not_long() {
    let venue = demo();
    let mut long = 0;
    let mut all = 0;
    for (_, route) in random_routes(&venue, 500) {
        for step in &route.legs[0].steps {
            let (en, zh) = (&step.text.0["en"], &step.text.0["zh-Hans"]);
            assert!(
                en.ends_with('.') && !en.contains("..") && !en.contains("  ") && !en.contains("{}"),
                "{en}"
            );
            assert!(zh.ends_with('。') && !zh.contains("，，") && !zh.contains("{}"), "{zh}");
            all += 1;
            long += usize::from(en.chars().count() > 110);
        }
    }
    assert!(long * 20 <= all, "{long} of {all} are long");
}

#[test]
fn booths_passed_are_those_that_one_sees_pass() {
    let venue = demo();
    let mut told = 0;
    for (goal, route) in random_routes(&venue, 1500) {
        for pair in route.legs[0].steps.windows(2) {
            if let Some(passed) = pair[0].cues.booths {
                told += 1;
                let along = pair[0].cues.along.as_ref().unwrap();
                let aisle = venue
                    .aisles()
                    .iter()
                    .find(|aisle| PlaceId::from(&aisle.id) == *along)
                    .unwrap();
                let points = &route.points[pair[0].first_point..=pair[1].first_point];
                let seen = seen_aside(&venue, aisle, points, passed.side, goal);
                assert_eq!(
                    passed.count as usize,
                    seen,
                    "{} → {:?}",
                    pair[0].text.in_language("en"),
                    goal.id()
                );
            }
        }
    }
    assert!(told > 100, "{told}");
}

/// Walks the last stretch in small steps, looking aside at right angles to the aisle, and counts the booths whose fronts go by from end to end.
fn seen_aside(venue: &Venue, aisle: &Aisle, points: &[RoutePoint], side: Side, goal: Place<'_>) -> usize {
    let end = points.last().unwrap();
    let line = (aisle.line[0], *aisle.line.last().unwrap());
    let length = line.0.distance(line.1);
    let axis = Point::new((line.1.x - line.0.x) / length, (line.1.y - line.0.y) / length);
    let before = points
        .iter()
        .rev()
        .find(|p| ((p.x - end.x) * axis.x + (p.y - end.y) * axis.y).abs() > 0.5)
        .unwrap();
    let sign = ((end.x - before.x) * axis.x + (end.y - before.y) * axis.y).signum();
    let ahead = Point::new(axis.x * sign, axis.y * sign);
    let hand = if side == Side::Left { 1.0 } else { -1.0 };
    let aside = Point::new(-ahead.y * hand, ahead.x * hand);
    let along = |p: Point| (p.x - line.0.x) * ahead.x + (p.y - line.0.y) * ahead.y;
    let goals: Vec<&BoothId> = match goal {
        Place::Booth(booth) => vec![&booth.id],
        Place::Exhibitor(exhibitor) => exhibitor.booths.iter().collect(),
        _ => vec![],
    };
    // One counts from where one gets into the hall.
    let hall = &venue.unit(&aisle.unit).unwrap().polygon;
    let inside = points
        .iter()
        .map(|p| Point::new(p.x, p.y))
        .filter(|&p| hall.contains(p));
    let start = inside.map(along).fold(f64::INFINITY, f64::min);
    let mut seen: Vec<&Booth> = Vec::new();
    let end_along = along(Point::new(end.x, end.y));
    let mut t = start;
    while t < end_along {
        let on_axis = Point::new(line.0.x + ahead.x * t, line.0.y + ahead.y * t);
        let hit = (0..((aisle.width_m / 2.0 + 2.0) / 0.1) as usize).find_map(|i| {
            let p = Point::new(
                on_axis.x + aside.x * 0.1 * i as f64,
                on_axis.y + aside.y * 0.1 * i as f64,
            );
            venue
                .booths()
                .iter()
                .find(|booth| booth.unit == aisle.unit && booth.footprint.contains(p))
        });
        if let Some(booth) = hit
            && seen.last().is_none_or(|last| last.id != booth.id)
        {
            seen.push(booth);
        }
        t += 0.1;
    }
    let whole = seen
        .iter()
        .filter(|booth| booth.footprint.points().iter().all(|&p| along(p) >= start - 0.5));
    whole.filter(|booth| !goals.contains(&&booth.id)).count()
}

#[test]
fn a_dozen_to_read_aloud() {
    let venue = demo();
    let graph = NavGraph::derive(&venue);
    let walking = Profile::Walking;
    let wanted = [
        ("1A02", "1E11", walking),
        ("1A02", "3B12", walking),
        ("3B12", "2C05", walking),
        ("entrance-metro", "room-205", walking),
        ("entrance-metro", "room-205", Profile::StepFree),
        ("entrance-coach", "6D02", walking),
        ("3G04", "restroom-3", walking),
        ("room-205", "4D11", walking),
        ("room-205", "4D11", Profile::StepFree),
        ("7H20", "2E04", walking),
        ("6G13", "3B13", Profile::StepFree),
        ("kiosk-1", "1C04", walking),
    ];
    let mut read = String::new();
    for (from, to, profile) in wanted {
        let request = RouteRequest {
            profile,
            ..super::super::tests::request(from, to)
        };
        let Ok(route) = graph.route(&venue, &request) else {
            panic!("no way from {from} to {to}");
        };
        read += &format!("{from} → {to}, {profile:?}, {:.0} m\n", route.distance_m);
        for language in ["en", "zh-Hans"] {
            for step in &route.legs[0].steps {
                read += &format!("  {}\n", step.text.in_language(language));
            }
        }
    }
    insta::assert_snapshot!(read);
}
