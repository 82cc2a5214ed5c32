//! An accepted route and a venue that changes.

use super::*;

fn detour(before: Venue, after: Live, request: &RouteRequest) -> Result<Option<Detour>, NoWay> {
    let graph = NavGraph::derive(&before);
    let accepted = graph.route(&before, request).unwrap();
    let after = before.with_live(after).unwrap();
    graph.detour(&after, request, &accepted)
}

fn said(detour: &Detour) -> [&str; 2] {
    ["en", "zh-Hans"].map(|language| detour.text.in_language(language))
}

#[test]
fn a_route_that_is_not_hit_stays() {
    for untouched in [
        closure(place("N"), "", ""),
        closure(place("S"), "12:00", "14:00"),
        closure(place("S"), "", "09:00"),
    ] {
        let detour = detour(venue(two_aisles()), closures(vec![untouched]), &depart("10:00")).unwrap();
        assert_eq!(detour, None);
    }
}

#[test]
fn the_detour_names_its_reason_its_way_and_its_price() {
    let mut far = two_aisles();
    far.units[0].polygon = Polygon::rectangle(0.0, 0.0, 20.0, 60.0);
    far.fixtures.push(Fixture {
        id: FixtureId::new("far"),
        kind: FixtureKind::Wall,
        level: LevelId::new("L0"),
        footprint: Polygon::rectangle(2.0, 2.0, 16.0, 56.0),
        height_m: None,
    });
    far.aisles[1].line = vec![Point::new(2.5, 59.0), Point::new(17.5, 59.0)];
    let closed = closures(vec![closure(place("S"), "12:00", "14:00")]);
    let found = detour(venue(far), closed, &depart("12:30")).unwrap().unwrap();
    assert_eq!(
        said(&found),
        [
            "Detour by Aisle N: Aisle S is closed until 14:00, +1 min.",
            "改道经N通道：S通道关闭至14:00，多用1分钟。"
        ]
    );
    assert_eq!(found.ban.place, Some(PlaceId::new("S")));
    assert!((found.extra_s - 116.0 / 1.34).abs() < 2.0, "{}", found.extra_s);
}

#[test]
fn a_door_that_shuts_is_replaced_by_the_other() {
    let found = detour(
        venue(two_halls()),
        closures(vec![closure(place("e"), "", "")]),
        &request("a", "b"),
    );
    // The first door on the way may be either.
    if let Some(found) = found.unwrap() {
        assert_eq!(through(&found.route), ["d"]);
        assert!(
            said(&found)[0].starts_with("Detour by the door: the door is closed"),
            "{:?}",
            said(&found)
        );
    }
}

#[test]
fn the_same_way_later_or_earlier_is_said_so() {
    let closed = || closures(vec![closure(place("2"), "12:00", "12:20")]);
    let wait = detour(venue(two_halls()), closed(), &depart("12:05")).unwrap().unwrap();
    assert_eq!(
        said(&wait),
        [
            "A wait of 15 min: Hall 2 is closed until 12:20.",
            "等候15分钟：Hall 2关闭至12:20。"
        ]
    );
    let earlier = detour(venue(two_halls()), closed(), &arrive("12:10")).unwrap().unwrap();
    assert_eq!(said(&earlier)[0], "Set out at 11:59: Hall 2 is closed until 12:20.");
}

#[test]
fn a_route_that_leads_nowhere_any_more_says_why() {
    let closed = closures(vec![closure(place("2"), "", "")]);
    let no_way = detour(venue(two_halls()), closed, &depart("12:05")).unwrap_err();
    let NoWayReason::Closed { closed, bans } = no_way.reason else {
        panic!("{no_way}")
    };
    assert_eq!((closed, bans.len()), (vec![PlaceId::new("2")], 1));
}
