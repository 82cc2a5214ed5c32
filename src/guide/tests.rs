mod day;
mod programme;

use super::*;
use crate::directory::HitKind;
use crate::venue::{LevelId, Point};
use serde_json::{Value, json};

fn guide() -> Guide {
    let mut guide = Guide::default();
    let opened = guide.open(test_venue::bundle_json().to_string().as_bytes());
    assert!(matches!(opened, GuideEvent::VenueOpened { .. }), "{opened:?}");
    guide
}

/// Asks as the page does: JSON in, JSON out.
fn ask(command: &Value) -> Value {
    serde_json::from_str(&guide().handle_json(&command.to_string())).unwrap()
}

fn card(place: &str) -> Card {
    match guide().handle(GuideCommand::Describe {
        place: PlaceId::new(place),
    }) {
        GuideEvent::Described { card } => card,
        other => panic!("{other:?}"),
    }
}

fn refused(bytes: &[u8]) -> (RefusedReason, Vec<String>) {
    match Guide::default().open(bytes) {
        GuideEvent::VenueRefused { reason, details } => (reason, details),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_summary_tells_what_the_page_needs_at_once() {
    let GuideEvent::VenueOpened { summary } = Guide::default().open(test_venue::bundle_json().to_string().as_bytes())
    else {
        panic!("the test venue opens");
    };
    insta::assert_compact_json_snapshot!(summary);
}

#[test]
fn bytes_that_are_no_venue_are_refused_with_a_reason() {
    let good = test_venue::bundle_json().to_string();
    for no_data in [
        &b""[..],
        b"<!doctype html><title>404</title>",
        &good.as_bytes()[..good.len() / 2],
        b"[]",
    ] {
        assert_eq!(
            refused(no_data).0,
            RefusedReason::NotData,
            "{}",
            String::from_utf8_lossy(no_data)
        );
    }
    let with = |pointer: &str, value: Value| {
        let mut bundle = test_venue::bundle_json();
        *bundle.pointer_mut(pointer).unwrap() = value;
        refused(bundle.to_string().as_bytes())
    };
    assert_eq!(
        with("/format", json!("fairway-venue/9")).0,
        RefusedReason::UnknownFormat
    );
    assert_eq!(
        with("/layout/format", json!("fairway-layout/9")).0,
        RefusedReason::UnknownFormat
    );
    assert_eq!(with("/layout/booths", json!(7)).0, RefusedReason::NotData);
    let (reason, details) = with("/layout/booths/0/unit", json!("hall-9"));
    assert_eq!(reason, RefusedReason::Invalid);
    assert!(details[0].contains("hall-9"), "{details:?}");
    let empty = json!({
        "format": "fairway-venue/1", "models": [], "floor": [],
        "layout": {"format": "fairway-layout/1", "id": "empty", "name": {}, "languages": ["en"], "time_zone": "Asia/Shanghai", "booth_label": {}, "levels": [], "units": []},
        "exhibitors": {"format": "fairway-exhibitors/1", "exhibitors": []},
        "programme": {"format": "fairway-programme/1", "sessions": []},
        "rules": {"format": "fairway-rules/1", "rules": []},
    });
    assert_eq!(refused(empty.to_string().as_bytes()).0, RefusedReason::Empty);
}

#[test]
fn a_refused_venue_leaves_the_one_before_open() {
    let mut guide = guide();
    guide.open(b"<html>");
    let event = guide.handle(GuideCommand::Describe {
        place: PlaceId::new("1A01"),
    });
    assert!(matches!(event, GuideEvent::Described { .. }));
}

#[test]
fn commands_that_cannot_be_read_or_come_too_early_are_answered() {
    assert_eq!(ask(&json!("fly_to_the_moon"))["type"], "not_understood");
    let early = Guide::default().handle(GuideCommand::DrawPlan);
    assert!(matches!(early, GuideEvent::NotUnderstood { .. }));
}

#[test]
fn every_command_is_answered_by_an_event_that_survives_json() {
    let guide = guide();
    let place = || json!({"place": "1A01"});
    let commands = [
        (
            json!({"search": {"query": "acme", "language": "en", "limit": 5}}),
            "found",
        ),
        (
            json!({"search": {"query": "", "language": "en", "limit": 5, "filter": {"chosen": [{"by": "hall", "value": "hall-1"}], "on_at": "2026-09-24T10:00", "kept": ["acme"]}}}),
            "found",
        ),
        (json!({"describe": {"place": "1A01"}}), "described"),
        (json!({"describe": {"place": "9Z99"}}), "place_unknown"),
        (json!({"list_unit": {"unit": "hall-1"}}), "unit_listed"),
        (json!({"list_unit": {"unit": "hall-9"}}), "place_unknown"),
        (json!({"list_starts": {"language": "zh-Hans"}}), "starts_listed"),
        (json!({"pick": {"level": "ground", "point": [6.0, 22.0]}}), "picked"),
        (
            json!({"plan_route": {"request": {"from": {"place": "kiosk-1"}, "to": place(), "profile": "step-free"}}}),
            "route_planned",
        ),
        (
            json!({"plan_route": {"request": {"from": {"place": "nowhere-at-all"}, "to": place(), "profile": "walking"}}}),
            "route_refused",
        ),
        (json!("draw_plan"), "plan_drawn"),
        (json!("describe_scene"), "scene_described"),
    ];
    for (json, answer) in commands {
        let command: GuideCommand = serde_json::from_value(json.clone()).unwrap();
        let again = serde_json::from_value(serde_json::to_value(&command).unwrap()).unwrap();
        assert_eq!(command, again);
        let text = guide.handle_json(&json.to_string());
        let event: GuideEvent = serde_json::from_str(&text).unwrap();
        let again = serde_json::to_value(&event).unwrap();
        assert_eq!(again["type"], answer, "{json}: {text}");
        assert_eq!(again, serde_json::from_str::<Value>(&text).unwrap());
    }
}

#[test]
fn cards_tell_all_about_a_place() {
    insta::assert_compact_json_snapshot!(card("1b02"));
    insta::assert_compact_json_snapshot!(card("acme"));
    insta::assert_compact_json_snapshot!(card("s-2"));
}

#[test]
fn every_place_has_a_card() {
    let venue = crate::venue::Venue::new(test_venue::bundle().files).unwrap();
    for place in venue.places() {
        let card = card(place.id().as_str());
        assert!(!card.title.in_language("zh-Hans").is_empty(), "{card:?}");
        let knows_where = card.level.is_some();
        assert_eq!(knows_where, card.place != PlaceId::new("nowhere"), "{card:?}");
    }
}

#[test]
fn what_has_no_name_is_called_by_its_kind() {
    let card = card("wc-1");
    assert_eq!(card.title.in_language("en"), "Restroom");
    assert_eq!(card.title.in_language("zh-Hans"), "洗手间");
    assert_eq!(card.unit, Some(UnitId::new("concourse")));
}

#[test]
fn neighbours_are_beside_or_across_the_aisle() {
    let neighbours = |booth: &str| -> Vec<String> {
        let lines = card(booth).neighbours.into_iter();
        lines.map(|line| line.booth.to_string()).collect()
    };
    assert_eq!(neighbours("1A01"), ["1A02", "1B01"]);
    assert_eq!(neighbours("1B02"), ["1B01", "1A02"]);
    assert_eq!(neighbours("2A01"), [""; 0]);
}

#[test]
fn a_hall_is_listed_in_walking_order() {
    let GuideEvent::UnitListed { rows, .. } = guide().handle(GuideCommand::ListUnit {
        unit: UnitId::new("hall-1"),
    }) else {
        panic!("hall 1 is a unit");
    };
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let aisle = row.aisle.as_ref().map_or("-", |aisle| aisle.in_language("en"));
            format!("{aisle}: {} {}", row.place, row.title.in_language("en"))
        })
        .collect();
    assert_eq!(
        rows,
        [
            "Aisle A: 1A01 Acmé Robotics",
            "Aisle A: 1A02 1A02",
            "Aisle A: 1B01 1B01",
            "Aisle A: 1B02 Brook & Sons Lighting +1",
            "Aisle B: 1C01 1C01",
        ]
    );
}

#[test]
fn a_concourse_lists_its_amenities_and_ways_in() {
    let GuideEvent::UnitListed { rows, .. } = guide().handle(GuideCommand::ListUnit {
        unit: UnitId::new("concourse"),
    }) else {
        panic!("the concourse is a unit");
    };
    let places: Vec<_> = rows.iter().map(|row| row.place.as_str()).collect();
    assert_eq!(
        places,
        ["cafe-1", "info", "wc-1", "entrance-south", "kiosk-1", "lift-1"]
    );
}

#[test]
fn the_topmost_place_is_picked() {
    let guide = guide();
    let pick = |level: &str, x: f64, y: f64| {
        let command = GuideCommand::Pick {
            level: LevelId::new(level),
            point: Point::new(x, y),
        };
        match guide.handle(command) {
            GuideEvent::Picked { place } => place.map(|place| place.to_string()).unwrap_or_default(),
            other => panic!("{other:?}"),
        }
    };
    for (level, x, y, place) in [
        ("ground", 6.0, 22.0, "1A01"),
        ("ground", 15.0, 19.0, "hall-1"),
        ("ground", 20.5, 1.5, "cafe-1"),
        ("ground", 6.8, 0.2, "wc-1"),
        ("ground", 54.0, 5.5, "lift-1"),
        ("upper", 54.0, 5.5, "lift-1"),
        ("upper", 6.0, 14.0, "room-201"),
        ("upper", 6.0, 22.0, ""),
        ("ground", 40.0, 5.0, ""),
        ("ground", -40.0, 5.0, ""),
    ] {
        assert_eq!(pick(level, x, y), place, "{level} {x} {y}");
    }
}

#[test]
fn starts_are_named_in_the_language_asked_for() {
    let starts = ask(&json!({"list_starts": {"language": "zh-Hans"}}));
    let titles: Vec<_> = starts["starts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|start| start["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["南入口", "导览屏1", "咨询台"]);
}

#[test]
fn the_plan_shows_levels_from_the_ground_up_with_names_inside_their_shapes() {
    let GuideEvent::PlanDrawn { plan } = guide().handle(GuideCommand::DrawPlan) else {
        panic!("the plan is drawn");
    };
    let levels: Vec<_> = plan.levels.iter().map(|level| level.id.as_str()).collect();
    assert_eq!(levels, ["ground", "upper"]);
    let labels: Vec<_> = plan.levels[0]
        .labels
        .iter()
        .map(|label| {
            let number = label.number.as_deref().unwrap_or("-");
            format!(
                "{:?} {}: {} {number}",
                label.rank,
                label.place,
                label.text.in_language("en")
            )
        })
        .collect();
    insta::assert_debug_snapshot!(labels);
    let on_booths = plan.levels[0]
        .labels
        .iter()
        .filter(|label| label.rank >= LabelRank::Anchor);
    for label in on_booths {
        let shape = plan.levels[0]
            .shapes
            .iter()
            .find(|shape| shape.place.as_ref() == Some(&label.place));
        let bounds = shape.and_then(|shape| shape.polygon.bounds()).unwrap();
        assert!(label.at.x - label.width_m / 2.0 >= bounds.min.x && label.at.x + label.width_m / 2.0 <= bounds.max.x);
    }
}

#[test]
fn the_scene_has_what_carries_a_walker_in_the_way_that_it_carries() {
    let mut bundle = test_venue::bundle_json();
    let end = |level: &str, x: f64| json!({"level": level, "point": [x, 5.0]});
    bundle["layout"]["connectors"] = json!([
        {"id": "lift-1", "kind": "lift", "ends": [end("ground", 55.0), end("upper", 55.0)]},
        {"id": "ramp-1", "kind": "ramp", "ends": [end("ground", 10.0), end("upper", 15.0)], "length_m": 60.0},
        {"id": "stairs-1", "kind": "stairs", "ends": [end("ground", 40.0), end("upper", 50.0)], "width_m": 3.0},
        {"id": "escalator-1", "kind": "escalator", "ends": [end("ground", 20.0), end("upper", 30.0)], "direction": "down"},
    ]);
    let mut guide = Guide::default();
    guide.open(bundle.to_string().as_bytes());
    let GuideEvent::SceneDescribed { scene } = guide.handle(GuideCommand::DescribeScene) else {
        panic!("the scene is described");
    };
    let [stairs, escalator] = &scene.connectors[..] else {
        panic!("neither lift nor ramp: {:?}", scene.connectors);
    };
    assert_eq!((stairs.from.x, stairs.to.x, stairs.both_ways), (40.0, 50.0, true));
    assert_eq!(stairs.width_m, Some(3.0));
    assert_eq!(
        (escalator.from.x, escalator.to.x, escalator.both_ways),
        (30.0, 20.0, false)
    );
    assert_eq!(escalator.from.level.as_str(), "upper");
}

#[test]
fn the_scene_starts_inside_the_entrance_and_labels_face_the_aisle() {
    let GuideEvent::SceneDescribed { scene } = guide().handle(GuideCommand::DescribeScene) else {
        panic!("the scene is described");
    };
    assert_eq!(
        scene.start,
        Some(ScenePose {
            level: LevelId::new("ground"),
            point: Point::new(30.0, 2.0),
            heading_deg: 0.0
        })
    );
    let facing = |place: &str| {
        let label = scene.labels.iter().find(|label| label.place.as_str() == place).unwrap();
        (label.height_m, label.facing_deg)
    };
    assert_eq!(facing("1A01"), (2.9, Some(180.0)));
    assert_eq!(facing("1B01"), (2.9, Some(0.0)));
    assert!(scene.levels.iter().all(|level| !level.walls.is_empty()));
}

#[test]
fn the_same_venue_gives_the_same_answers() {
    for command in [GuideCommand::DrawPlan, GuideCommand::DescribeScene] {
        assert_eq!(
            guide().handle(command.clone()).to_json(),
            guide().handle(command).to_json()
        );
    }
}

#[test]
fn a_day_and_a_search_may_begin_at_any_point_of_the_floor() {
    let booth = card("1B02");
    let beside = json!({"level": booth.level, "point": booth.anchor});
    let walk = |from: Value| {
        let command = json!({"plan_day": {"request": {"from": from, "stops": [{"place": "1B02", "minutes": 20}], "depart": "2026-09-24T11:30", "profile": "walking", "language": "en"}}});
        ask(&command)["outcome"]["plan"]["walk_s"].as_f64().unwrap()
    };
    assert!(walk(beside.clone()) < 5.0);
    assert!(walk(json!({"place": "entrance-south"})) > 5.0);
    let command = json!({"search": {"query": "hall", "language": "en", "limit": 50, "near": {"from": beside, "profile": "walking"}}});
    assert!(ask(&command)["hits"][0]["walk_s"].is_number());
}

#[test]
fn a_place_is_found_by_the_code_on_its_sign() {
    let venue = Venue::new(test_venue::bundle().files).unwrap();
    for place in venue.starts().map(|place| place.id()) {
        let answer = ask(&json!({"search": {"query": place, "language": "en", "limit": 50}}));
        let hits = answer["hits"].as_array().unwrap();
        assert!(hits.iter().any(|hit| hit["place"] == json!(place)), "{place}: {answer}");
    }
}

#[test]
fn what_is_found_can_be_ranked_by_the_walk_there() {
    let found = |near: &Value| {
        let answer = ask(&json!({"search": {"query": "hall", "language": "en", "limit": 50, "near": near}}));
        let hits = answer["hits"].as_array().unwrap().clone();
        assert!(hits.len() > 1, "{answer}");
        hits
    };
    let from = |place: &str| found(&json!({"from": {"place": place}, "profile": "walking"}));
    let walks: Vec<f64> = from("1A01").iter().filter_map(|hit| hit["walk_s"].as_f64()).collect();
    assert!(walks.len() > 1 && walks.is_sorted(), "{walks:?}");
    assert_ne!(
        from("1A01")[0]["place"],
        from("2A01")[0]["place"],
        "who is elsewhere is near something else"
    );
    assert!(found(&Value::Null).iter().all(|hit| hit["walk_s"].is_null()));
    assert_eq!(
        from("nowhere").len(),
        from("1A01").len(),
        "what is found stays when nobody can be where one is said to be"
    );
}

/// Nothing announced, and all sessions as planned.
fn live_set(changed: bool) -> GuideEvent {
    GuideEvent::LiveSet {
        changed,
        announcements: Vec::new(),
        sessions: Vec::new(),
    }
}

#[test]
fn a_route_that_a_new_closure_hits_is_replaced_with_the_reason() {
    let mut guide = guide();
    let ask = |guide: &Guide| -> Value {
        let command = json!({"plan_route": {"request": {"from": {"place": "1A01"}, "to": {"place": "room-201"}, "profile": "walking"}}});
        serde_json::from_str(&guide.handle_json(&command.to_string())).unwrap()
    };
    let first = ask(&guide);
    assert_eq!(
        (&first["type"], &first["detour"]),
        (&json!("route_planned"), &Value::Null),
        "{first}"
    );
    let passed = first["route"]["passages"][0]["place"].clone();
    let closed = json!({"format": "fairway-live/1", "closures": [{"what": {"place": passed}}]}).to_string();
    assert_eq!(guide.set_live(closed.as_bytes()), live_set(true));
    assert_eq!(guide.set_live(closed.as_bytes()), live_set(false));
    let second = ask(&guide);
    let told = second["detour"]["en"]
        .as_str()
        .or(second["no_way"]["text"]["en"].as_str());
    assert!(told.is_some_and(|text| text.contains("closed")), "{second}");
    assert_ne!(second["route"], first["route"]);
    let unknown = json!({"format": "fairway-live/1", "closures": [{"what": {"place": "nowhere"}}]}).to_string();
    assert!(matches!(
        guide.set_live(unknown.as_bytes()),
        GuideEvent::LiveRefused { .. }
    ));
    assert!(matches!(
        guide.set_live(b"<!doctype html>"),
        GuideEvent::LiveRefused { .. }
    ));
    assert_eq!(ask(&guide)["route"], second["route"], "what is refused changes nothing");
}

#[test]
fn a_stop_more_leaves_the_others_of_an_accepted_day_in_their_order() {
    let day = |guide: &Guide, places: &[&str]| -> Vec<String> {
        let stops: Vec<Value> = places
            .iter()
            .map(|place| json!({"place": place, "minutes": 5}))
            .collect();
        let request = json!({"from": {"place": "entrance-south"}, "stops": stops, "depart": "2026-09-24T11:30", "profile": "walking", "language": "en"});
        let command = json!({"plan_day": {"request": request}}).to_string();
        let answer: Value = serde_json::from_str(&guide.handle_json(&command)).unwrap();
        let visits = answer["outcome"]["plan"]["visits"].as_array().unwrap();
        let places = visits.iter().map(|visit| visit["place"].as_str().unwrap().to_owned());
        places.collect()
    };
    let places = [
        "room-201",
        "1A01",
        "info",
        "1B02",
        "wc-hall-2",
        "1A02",
        "cafe-1",
        "1B01",
    ];
    let guide = guide();
    let (mut accepted, mut disturbed) = (day(&guide, &places[..1]), 0);
    for more in 2..=places.len() {
        let order = day(&guide, &places[..more]);
        let others = |order: &[String]| {
            let others = order.iter().filter(|place| *place != places[more - 1]);
            others.cloned().collect::<Vec<_>>()
        };
        assert_eq!(others(&order), accepted, "{} is put between", places[more - 1]);
        assert_eq!(day(&guide, &places[..more]), order, "and asked again it stays");
        disturbed += usize::from(others(&day(&self::guide(), &places[..more])) != accepted);
        accepted = order;
    }
    assert!(disturbed > 0, "planned anew, some other would have moved");
}

#[test]
fn what_a_person_keeps_is_listed_in_their_order() {
    let places = ["s-1", "9Z99", "1A01", "acme"].map(PlaceId::new).to_vec();
    let language = "en".to_owned();
    let GuideEvent::PlacesListed { hits } = guide().handle(GuideCommand::ListPlaces { places, language }) else {
        panic!("places are listed");
    };
    let listed: Vec<_> = hits.iter().map(|hit| (hit.place.as_str(), hit.kind)).collect();
    assert_eq!(
        listed,
        [
            ("s-1", HitKind::Session),
            ("1A01", HitKind::Booth),
            ("acme", HitKind::Exhibitor)
        ]
    );
}
