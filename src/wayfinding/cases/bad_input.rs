//! What makes no sense gets a clear answer.

use super::super::tests::opening;
use super::*;

/// Rule and pointer of each finding about `live`.
fn findings(live: Live) -> Vec<(String, String)> {
    let Rejected { findings } = venue(two_aisles()).with_live(live).unwrap_err();
    assert!(findings.iter().all(|finding| finding.place.file == "live.json"));
    let pairs = findings
        .into_iter()
        .map(|finding| (finding.rule, finding.place.pointer));
    pairs.collect()
}

fn found(rule: &str, pointer: &str) -> Vec<(String, String)> {
    vec![(rule.to_owned(), pointer.to_owned())]
}

#[test]
fn a_live_file_that_makes_no_sense_is_refused_where_it_does() {
    let nowhere = closures(vec![closure(place("nowhere"), "", "")]);
    assert_eq!(findings(nowhere), found("unknown-reference", "/closures/0/what/place"));
    let backwards = closures(vec![closure(place("S"), "14:00", "12:00")]);
    assert_eq!(findings(backwards), found("ends-before-start", "/closures/0/until"));
    let crowd = |persons_per_m2| Live {
        crowds: vec![Crowd {
            what: place("S"),
            persons_per_m2,
        }],
        ..Live::none()
    };
    for density in [f64::NAN, f64::INFINITY, -1.0, 5.4] {
        assert_eq!(
            findings(crowd(density)),
            found("bad-density", "/crowds/0/persons_per_m2")
        );
    }
    let mut never_open = hours("1", "09:00", "17:00");
    never_open.hours[0].days.clear();
    assert_eq!(findings(never_open), found("no-hours", "/hours/0/days"));
    let area = |polygon| {
        closures(vec![closure(
            Extent::Area(Area {
                level: LevelId::new("L0"),
                polygon: Polygon(polygon),
            }),
            "",
            "",
        )])
    };
    assert_eq!(
        findings(area(vec![])),
        found("no-area", "/closures/0/what/area/polygon")
    );
    let nan = vec![Point::new(f64::NAN, 0.0), Point::new(1.0, 0.0), Point::new(0.0, 1.0)];
    assert_eq!(findings(area(nan))[0].0, "far-away");
    let later = Live {
        format: "fairway-live/2".into(),
        ..Live::none()
    };
    assert_eq!(findings(later), found("unknown-format", "/format"));
}

#[test]
fn a_door_is_one_way_into_one_of_its_own_units() {
    let rule = OneWay {
        way: Way::Opening(WayThrough {
            id: OpeningId::new("d"),
            into: UnitId::new("3"),
        }),
        from: None,
        until: None,
        reason: None,
    };
    let one_way = vec![rule];
    let Rejected { findings } = venue(two_halls())
        .with_live(Live {
            one_way,
            ..Live::none()
        })
        .unwrap_err();
    assert_eq!(findings[0].rule, "not-beside");
}

#[test]
fn a_speed_is_one_that_people_walk_at() {
    let venue = venue(two_halls());
    for speed in [f64::NAN, f64::INFINITY, 0.0, -1.0, 0.1, 3.1] {
        let request = RouteRequest {
            speed_m_s: Some(speed),
            ..request("a", "b")
        };
        let no_way = route(&venue, &request).unwrap_err();
        assert!(matches!(no_way.reason, NoWayReason::BadSpeed { .. }), "{speed}");
    }
}

#[test]
fn what_does_not_exist_or_cannot_be_closed_is_named() {
    let mut venue = two_aisles();
    draw(&mut venue, "2", "L0", (30.0, 0.0), "..\nX.");
    let venue = super::venue(venue);
    for id in ["nowhere", "X"] {
        let request = RouteRequest {
            closed: vec![PlaceId::new(id)],
            ..request("a", "b")
        };
        let place = PlaceId::new(id);
        assert_eq!(
            route(&venue, &request).unwrap_err().reason,
            NoWayReason::UnknownPlace { place }
        );
    }
}

#[test]
fn when_everything_is_closed_one_closure_is_enough_to_say() {
    let all = ["1", "2", "d", "e", "a", "b"].map(|id| closure(place(id), "", ""));
    let venue = live(two_halls(), closures(all.to_vec()));
    let no_way = route(&venue, &depart("12:00")).unwrap_err();
    let NoWayReason::Closed { bans, .. } = no_way.reason else {
        panic!("{no_way}")
    };
    assert_eq!(bans.len(), 1, "{bans:?}");
}

#[test]
fn from_a_place_to_itself_is_no_walk_unless_it_is_closed() {
    let venue = live(two_halls(), closures(vec![closure(place("1"), "12:00", "13:00")]));
    let here = |when: Option<When>| {
        route(
            &venue,
            &RouteRequest {
                when,
                ..request("a", "a")
            },
        )
    };
    for when in [
        None,
        Some(When::DepartAt(time("11:00"))),
        Some(When::ArriveBy(time("11:00"))),
    ] {
        assert_eq!(here(when).unwrap().duration_s, 0.0);
    }
    assert_eq!(here(Some(When::DepartAt(time("12:30")))).unwrap().waits.len(), 1);
}

#[test]
fn a_door_without_a_width_leads_nowhere() {
    let mut layout = two_halls();
    layout.openings = vec![opening("o", OpeningKind::Door, (10.0, 2.0), (10.0, 2.0), &["1", "2"])];
    for request in [request("a", "b"), depart("12:00"), arrive("12:00")] {
        assert_eq!(
            route(&venue(layout.clone()), &request).unwrap_err().reason,
            NoWayReason::Apart
        );
    }
}
