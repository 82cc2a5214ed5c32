//! One-way rules, and who may take which way.

use super::super::tests::{connector, opening};
use super::*;

fn one_way(way: Way) -> OneWay {
    OneWay {
        way,
        from: None,
        until: None,
        reason: None,
    }
}

fn rules(ways: Vec<Way>) -> Live {
    Live {
        one_way: ways.into_iter().map(one_way).collect(),
        ..Live::none()
    }
}

fn into(id: &str, unit: &str) -> Way {
    Way::Opening(WayThrough {
        id: OpeningId::new(id),
        into: UnitId::new(unit),
    })
}

fn is_in_the_north(route: &Route) -> bool {
    route.points.iter().any(|point| point.y > 8.0)
}

#[test]
fn an_aisle_is_walked_in_its_direction_only() {
    let aisle = |direction| {
        rules(vec![Way::Aisle(WayAlong {
            id: AisleId::new("S"),
            direction,
        })])
    };
    for (direction, there, back) in [(AlongLine::Forward, false, true), (AlongLine::Backward, true, false)] {
        let venue = live(two_aisles(), aisle(direction));
        assert_eq!(is_in_the_north(&route(&venue, &request("a", "b")).unwrap()), there);
        assert_eq!(is_in_the_north(&route(&venue, &request("b", "a")).unwrap()), back);
    }
}

#[test]
fn a_one_way_aisle_may_be_crossed() {
    let mut layout = layout(&[("L0", 0.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "..b..\n.....\n..a..");
    layout.aisles.push(Aisle {
        id: AisleId::new("A"),
        unit: UnitId::new("1"),
        kind: AisleKind::Main,
        name: LocalText::of([("en", "Aisle A")]),
        line: vec![Point::new(0.0, 3.0), Point::new(10.0, 3.0)],
        width_m: 2.0,
    });
    let way = Way::Aisle(WayAlong {
        id: AisleId::new("A"),
        direction: AlongLine::Forward,
    });
    let route = route(&live(layout, rules(vec![way])), &request("a", "b")).unwrap();
    assert_eq!(route.points.len(), 2);
}

#[test]
fn a_door_leads_one_way() {
    let venue = live(two_halls(), rules(vec![into("d", "2")]));
    let back = RouteRequest {
        closed: vec![PlaceId::new("e")],
        ..request("b", "a")
    };
    assert_eq!(through(&route(&venue, &request("b", "a")).unwrap()), ["e"]);
    let there = RouteRequest {
        from: back.to.clone(),
        to: back.from.clone(),
        ..back.clone()
    };
    assert_eq!(through(&route(&venue, &there).unwrap()), ["d"]);
    assert_eq!(
        refused(&venue, &back),
        "No way: the door is closed; the door is one-way. There is no other way round."
    );
}

/// Two levels with stairs and a lift; `a` below and `b` above.
fn levels() -> Layout {
    let mut layout = layout(&[("L0", 0.0), ("L1", 5.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "a.........\n..........");
    draw(&mut layout, "2", "L1", (0.0, 0.0), "b.........\n..........");
    let ends = |x: f64| [("L0", x, 1.0), ("L1", x, 1.0)];
    layout.connectors = vec![
        connector("stairs", ConnectorKind::Stairs, Direction::Both, &ends(4.0)),
        connector("lift", ConnectorKind::Lift, Direction::Both, &ends(19.0)),
    ];
    layout
}

#[test]
fn stairs_lead_up_only() {
    let way = Way::Connector(WayWith {
        id: ConnectorId::new("stairs"),
        direction: UpOrDown::Up,
    });
    let venue = live(levels(), rules(vec![way]));
    assert_eq!(through(&route(&venue, &request("a", "b")).unwrap()), ["stairs"]);
    assert_eq!(through(&route(&venue, &request("b", "a")).unwrap()), ["lift"]);
}

#[test]
fn prams_take_the_lift_and_there_is_no_way_when_it_is_out_of_order() {
    let pram = RouteRequest {
        profile: Profile::Pram,
        ..request("a", "b")
    };
    let venue = venue(levels());
    assert_eq!(through(&route(&venue, &pram).unwrap()), ["lift"]);
    let broken = Closure {
        reason: Some(LocalText::of([("en", "out of order"), ("zh-Hans", "故障")])),
        ..closure(place("lift"), "", "")
    };
    let venue = venue.with_live(closures(vec![broken])).unwrap();
    let no_way = route(&venue, &pram).unwrap_err();
    assert_eq!(
        no_way.text.in_language("en"),
        "No way: the lift is closed (out of order). There is no other way round."
    );
    assert_eq!(
        no_way.text.in_language("zh-Hans"),
        "无法到达：电梯已关闭（故障）。没有其他路线。"
    );
    assert_eq!(through(&route(&venue, &request("a", "b")).unwrap()), ["stairs"]);
}

#[test]
fn a_pram_passes_a_step_and_no_narrow_door() {
    let pram = RouteRequest {
        profile: Profile::Pram,
        ..request("a", "b")
    };
    let mut layout = two_halls();
    layout.openings[0].step_free = false;
    layout.openings[1].clear_width_m = Some(0.7);
    assert_eq!(through(&route(&venue(layout.clone()), &pram).unwrap()), ["d"]);
    layout.openings.remove(0);
    assert!(refused(&venue(layout), &pram).starts_with("No way for a pram"));
}

#[test]
fn ten_levels_are_climbed_one_by_one() {
    let ids: Vec<String> = (0..10).map(|i| format!("L{i}")).collect();
    let levels: Vec<(&str, f64)> = ids
        .iter()
        .zip(0..)
        .map(|(id, i)| (id.as_str(), f64::from(i) * 4.0))
        .collect();
    let mut layout = layout(&levels);
    for (i, id) in ids.iter().enumerate() {
        let drawing = [("a....", 0), ("....b", 9)].iter().find(|(_, at)| *at == i);
        draw(
            &mut layout,
            &i.to_string(),
            id,
            (0.0, 0.0),
            drawing.map_or(".....", |(drawing, _)| drawing),
        );
    }
    for (i, pair) in ids.windows(2).enumerate() {
        let ends = [(pair[0].as_str(), 5.0, 1.0), (pair[1].as_str(), 5.0, 1.0)];
        layout.connectors.push(connector(
            &format!("s{i}"),
            ConnectorKind::Stairs,
            Direction::Both,
            &ends,
        ));
    }
    let venue = venue(layout);
    assert_eq!(through(&route(&venue, &request("a", "b")).unwrap()).len(), 9);
    let shut = RouteRequest {
        closed: vec![PlaceId::new("s4")],
        ..request("a", "b")
    };
    assert!(refused(&venue, &shut).contains("the stairs"));
}

#[test]
fn a_slow_walker_may_stand_on_an_escalator_that_is_faster_than_walking() {
    // A long, gentle one beside a passage as long.
    let mut layout = layout(&[("L0", 0.0), ("L1", 1.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "a.........");
    draw(&mut layout, "2", "L1", (0.0, 0.0), ".........b");
    let ends = [("L0", 1.0, 1.0), ("L1", 19.0, 1.0)];
    layout.connectors = vec![
        connector("ramp", ConnectorKind::Ramp, Direction::Both, &ends),
        connector("escalator", ConnectorKind::Escalator, Direction::Up, &ends),
    ];
    let venue = venue(layout);
    let by = |speed| {
        let request = RouteRequest {
            speed_m_s: Some(speed),
            ..request("a", "b")
        };
        through(&route(&venue, &request).unwrap())[0].to_owned()
    };
    assert_eq!([by(0.3), by(1.3)], ["escalator", "ramp"]);
}

#[test]
fn islands_that_only_a_closed_door_joins_are_apart_while_it_is_closed() {
    let mut layout = two_halls();
    layout.openings = vec![opening("o", OpeningKind::Door, (10.0, 1.0), (10.0, 3.0), &["1", "2"])];
    let venue = live(layout, closures(vec![closure(place("o"), "12:00", "14:00")]));
    assert_eq!(through(&route(&venue, &depart("11:00")).unwrap()), ["o"]);
    assert_eq!(route(&venue, &depart("13:00")).unwrap().waits.len(), 1);
}

#[test]
fn a_gap_is_a_way_if_a_body_fits_through() {
    let gap = |width: f64| {
        let mut layout = layout(&[("L0", 0.0)]);
        draw(&mut layout, "1", "L0", (0.0, 0.0), "a...b\n.....");
        for (id, south, north) in [("f", 0.0, 1.0), ("g", 1.0 + width, 4.0)] {
            layout.fixtures.push(Fixture {
                id: FixtureId::new(id),
                kind: FixtureKind::Wall,
                level: LevelId::new("L0"),
                footprint: Polygon::rectangle(4.5, south, 1.0, north - south),
                height_m: None,
            });
        }
        route(&venue(layout), &request("a", "b"))
    };
    assert!(gap(0.9).is_ok());
    assert_eq!(gap(0.7).unwrap_err().reason, NoWayReason::Apart);
}
