//! Hours, closures from a time until a time, crowds.

use super::*;

#[test]
fn a_route_has_its_times_where_its_request_has_one() {
    let venue = venue(two_halls());
    let timeless = route(&venue, &request("a", "b")).unwrap();
    assert_eq!((timeless.depart, timeless.arrive), (None, None));
    let late = route(&venue, &depart("23:59")).unwrap();
    assert_eq!(late.depart, Some(time("23:59")));
    assert_eq!(late.arrive.unwrap().to_string(), "2026-12-11T00:00");
    let early = route(&venue, &arrive("10:00")).unwrap();
    assert_eq!((early.depart, early.arrive), (Some(time("09:59")), Some(time("10:00"))));
}

#[test]
fn one_waits_before_a_hall_that_opens_soon() {
    let venue = live(two_halls(), hours("2", "09:00", "17:00"));
    let route = route(&venue, &depart("08:55")).unwrap();
    assert_eq!(route.arrive, Some(time("09:01")));
    let [wait] = route.waits.as_slice() else {
        panic!("{:?}", route.waits)
    };
    assert_eq!(wait.text.in_language("en"), "Wait here until 09:00, when Hall 2 opens.");
    assert_eq!(wait.text.in_language("zh-Hans"), "在此等候至09:00，届时Hall 2开放。");
    // In hall 1, before the door.
    assert!(route.points[wait.point].x < 10.0);
    let sum: f64 = route.legs[0].steps.iter().map(|step| step.duration_s).sum();
    assert!((sum - route.duration_s).abs() < 1e-6 && route.duration_s > wait.duration_s);
}

#[test]
fn nobody_waits_for_hours_and_nobody_is_led_in_after_closing() {
    let venue = live(two_halls(), hours("2", "09:00", "17:00"));
    for (request, says) in [
        (depart("03:00"), "Hall 2 opens at 09:00"),
        (depart("17:00"), "Hall 2 is closed"),
        (depart("18:00"), "Hall 2 is closed"),
        (arrive("08:30"), "Hall 2 opens at 09:00"),
        (arrive("09:00"), "Hall 2 opens at 09:00"),
    ] {
        let said = refused(&venue, &request);
        assert_eq!(
            said,
            format!("No way: {says}. There is no other way round."),
            "{request:?}"
        );
    }
    assert!(route(&venue, &depart("16:59")).is_ok());
    let late = route(&venue, &arrive("20:00")).unwrap();
    assert_eq!(
        late.arrive,
        Some(time("17:00")),
        "the last moment that one can be there"
    );
}

#[test]
fn hours_between_two_days_say_the_day() {
    let mut live = hours("2", "09:00", "17:00");
    live.hours[0].days.push(Day {
        open: "2026-12-11T09:00".parse().unwrap(),
        close: "2026-12-11T17:00".parse().unwrap(),
    });
    let venue = super::live(two_halls(), live);
    assert_eq!(
        refused(&venue, &depart("18:00")),
        "No way: Hall 2 opens at 09:00 on 11 December. There is no other way round."
    );
}

#[test]
fn what_closes_at_noon_is_open_in_the_morning() {
    let closed = closures(vec![closure(place("S"), "12:00", "14:00")]);
    let venue = live(two_aisles(), closed);
    let north = |request: &RouteRequest| {
        let route = route(&venue, request).unwrap();
        route.points.iter().any(|point| point.y > 8.0)
    };
    assert!(!north(&depart("11:00")));
    assert!(north(&depart("12:30")));
    assert!(!north(&depart("14:00")));
    assert!(
        !north(&request("a", "b")),
        "without a time it is not known to have begun"
    );
    // Twelve seconds are too few: the aisle would close over one's head.
    assert!(north(&arrive("13:00")) || route(&venue, &arrive("13:00")).unwrap().arrive <= Some(time("12:00")));
}

#[test]
fn what_is_closed_already_is_closed_without_a_time_too() {
    for until in ["", "14:00"] {
        let venue = live(two_aisles(), closures(vec![closure(place("S"), "", until)]));
        let route = route(&venue, &request("a", "b")).unwrap();
        assert!(route.points.iter().any(|point| point.y > 8.0));
    }
}

#[test]
fn it_is_quicker_to_wait_than_to_go_a_long_way_round() {
    let venue = live(two_aisles(), closures(vec![closure(place("S"), "12:00", "12:01")]));
    let soon = NavGraph::derive(&venue).route(&venue, &depart("12:00")).unwrap();
    assert!(soon.waits.is_empty(), "the way round takes less than a minute");
    let mut far = two_aisles();
    far.units[0].polygon = Polygon::rectangle(0.0, 0.0, 20.0, 100.0);
    far.fixtures.push(Fixture {
        id: FixtureId::new("far"),
        kind: FixtureKind::Wall,
        level: LevelId::new("L0"),
        footprint: Polygon::rectangle(2.0, 2.0, 16.0, 90.0),
        height_m: None,
    });
    let venue = live(far, closures(vec![closure(place("S"), "12:00", "12:01")]));
    let route = route(&venue, &depart("12:00")).unwrap();
    assert_eq!(route.waits.len(), 1);
}

#[test]
fn the_way_round_a_closed_area_bends_at_its_corners() {
    let mut layout = layout(&[("L0", 0.0)]);
    draw(
        &mut layout,
        "1",
        "L0",
        (0.0, 0.0),
        &["..........", "a........b", ".........."].join("\n"),
    );
    let area = Area {
        level: LevelId::new("L0"),
        polygon: Polygon::rectangle(8.0, 2.0, 4.0, 6.0),
    };
    let venue = live(layout, closures(vec![closure(Extent::Area(area), "", "")]));
    let route = route(&venue, &request("a", "b")).unwrap();
    let corner = 7f64.hypot(1.0) * 2.0 + 4.0;
    assert!((route.distance_m - corner).abs() < 0.05, "{} m", route.distance_m);
    assert_eq!(route.points.len(), 4);
}

#[test]
fn a_closed_amenity_cannot_be_gone_to() {
    let venue = live(two_halls(), closures(vec![closure(place("b"), "", "11:00")]));
    assert_eq!(
        refused(&venue, &request("a", "b")),
        "No way: the café is closed until 11:00 on 10 December. There is no other way round."
    );
    assert!(route(&venue, &depart("11:00")).is_ok());
}

#[test]
fn a_crowd_is_gone_round_where_that_is_quicker() {
    let crowd = |persons_per_m2| {
        let what = place("S");
        let crowds = vec![Crowd { what, persons_per_m2 }];
        live(two_aisles(), Live { crowds, ..Live::none() })
    };
    let free = route(&crowd(0.0), &request("a", "b")).unwrap();
    let thin = route(&crowd(1.0), &request("a", "b")).unwrap();
    let dense = route(&crowd(4.0), &request("a", "b")).unwrap();
    assert_eq!(thin.points, free.points);
    assert!(thin.duration_s > free.duration_s && thin.crowded && !free.crowded);
    assert!(dense.points.iter().any(|point| point.y > 8.0) && dense.duration_s > thin.duration_s);
}

#[test]
fn each_profile_has_its_speed_and_a_person_their_own() {
    let venue = venue(two_halls());
    let time = |request: RouteRequest| route(&venue, &request).unwrap().duration_s;
    let profiles = [
        Profile::Brisk,
        Profile::Walking,
        Profile::Pram,
        Profile::StepFree,
        Profile::Slow,
    ];
    let times = profiles.map(|profile| {
        time(RouteRequest {
            profile,
            ..request("a", "b")
        })
    });
    assert!(times.is_sorted(), "{times:?}");
    let own = time(RouteRequest {
        speed_m_s: Some(0.5),
        ..request("a", "b")
    });
    assert!(own > 2.0 * times[0]);
}
