//! Sessions as they are planned, and as they are held.

use super::*;

#[test]
fn the_programme_is_every_session_in_the_order_of_time() {
    let listed = ask(&json!({"list_programme": {"kept": ["s-1", "s-2"]}}));
    let sessions = listed["sessions"].as_array().unwrap();
    assert_eq!(
        sessions.iter().map(|session| &session["id"]).collect::<Vec<_>>(),
        ["s-1", "s-2"]
    );
    assert_eq!(sessions[0]["track"]["en"], "Machines");
    assert_eq!(sessions[1]["track"], Value::Null);
    assert_eq!(listed["clashes"], json!([]));
}

#[test]
fn kept_sessions_at_the_same_time_clash_and_those_one_after_the_other_do_not() {
    let mut bundle = test_venue::bundle_json();
    let session = |id: &str, start: &str, end: &str| json!({"id": id, "title": {"en": id}, "room": "room-201", "start": format!("2026-09-24T{start}"), "end": format!("2026-09-24T{end}")});
    *bundle.pointer_mut("/programme/sessions").unwrap() = json!([
        session("after", "11:00", "12:00"),
        session("long", "10:00", "11:30"),
        session("early", "10:00", "11:00"),
        session("not-kept", "10:00", "12:00"),
    ]);
    let mut guide = Guide::default();
    guide.open(bundle.to_string().as_bytes());
    let kept = ["after", "early", "long"].map(PlaceId::new).to_vec();
    let GuideEvent::ProgrammeListed { clashes, .. } = guide.handle(GuideCommand::ListProgramme { kept }) else {
        panic!("the programme is listed");
    };
    let clashes: Vec<_> = clashes.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(clashes, [("early", "long"), ("long", "after")]);
}

fn with_live(live: &Value) -> (Guide, Value) {
    let mut guide = guide();
    let mut file = json!({"format": "fairway-live/1"});
    file.as_object_mut().unwrap().extend(live.as_object().unwrap().clone());
    let event = guide.set_live(file.to_string().as_bytes());
    let told = serde_json::from_str(&event.to_json()).unwrap();
    (guide, told)
}

fn answer(guide: &Guide, command: &Value) -> Value {
    serde_json::from_str(&guide.handle_json(&command.to_string())).unwrap()
}

#[test]
fn a_session_is_held_where_and_when_the_live_state_says() {
    let moved = json!({"session": "s-1", "room": "hall-2", "start": "2026-09-24T10:30", "end": "2026-09-24T11:30", "reason": {"en": "more seats"}});
    let (guide, told) = with_live(&json!({"sessions": [moved]}));
    assert_eq!(told["sessions"][0]["room"], "hall-2");
    let programme = answer(&guide, &json!({"list_programme": {"kept": []}}));
    let [first, second] = [0, 1].map(|i| programme["sessions"][i].clone());
    assert_eq!(
        (first["start"].as_str(), first["room"].as_str()),
        (Some("2026-09-24T10:30"), Some("hall-2"))
    );
    assert_eq!(
        first["change"],
        json!({"cancelled": false, "was_in": {"en": "Room 201", "zh-Hans": "201会议室"}, "was_at": "2026-09-24T10:00", "reason": {"en": "more seats"}})
    );
    assert_eq!(second["change"], Value::Null);
    let rooms = ["hall-2", "room-201"].map(|place| answer(&guide, &json!({"describe": {"place": place}})));
    let held = rooms.map(|room| room["card"]["sessions"].as_array().unwrap().len());
    assert_eq!(held, [1, 1]);
}

#[test]
fn a_cancelled_session_stays_in_the_programme_and_leaves_the_day() {
    let (guide, _) = with_live(&json!({"sessions": [{"session": "s-2", "cancelled": true}]}));
    let programme = answer(&guide, &json!({"list_programme": {"kept": []}}));
    assert_eq!(programme["sessions"][1]["change"]["cancelled"], true);
    let stops = json!([{"place": "s-1", "minutes": 15}, {"place": "s-2", "minutes": 15}]);
    for in_order in [false, true] {
        let wish = json!({"from": {"place": "entrance-south"}, "stops": stops, "depart": "2026-09-24T09:00", "profile": "walking", "in_order": in_order, "language": "en"});
        let day = answer(&guide, &json!({"plan_day": {"request": wish}}));
        assert_eq!(day["cancelled"], json!(["s-2"]));
        let visits = day["outcome"]["plan"]["visits"].as_array().unwrap();
        assert_eq!(visits.len(), 1, "{day}");
        assert_eq!(visits[0]["place"], "s-1");
    }
}

#[test]
fn an_older_state_never_takes_the_place_of_a_newer_one() {
    let announced = |as_of: &str, text: &str| json!({"format": "fairway-live/1", "as_of": as_of, "announcements": [{"text": {"en": text}}]});
    let mut guide = guide();
    let mut set =
        |live: Value| serde_json::from_str::<Value>(&guide.set_live(live.to_string().as_bytes()).to_json()).unwrap();
    for (as_of, text, changed, told) in [
        ("2026-09-24T10:05", "Doors open", true, "Doors open"),
        ("2026-09-24T10:00", "Doors closed", false, "Doors open"),
        ("2026-09-24T10:05", "Doors open wide", true, "Doors open wide"),
    ] {
        let event = set(announced(as_of, text));
        assert_eq!(event["changed"], changed, "{text}");
        assert_eq!(event["announcements"][0]["text"]["en"], told, "{text}");
    }
}

#[test]
fn a_change_of_what_does_not_exist_is_refused() {
    for change in [
        json!({"session": "s-9", "cancelled": true}),
        json!({"session": "s-1", "room": "room-999"}),
        json!({"session": "s-1", "start": "2026-09-24T12:00"}),
    ] {
        let (_, told) = with_live(&json!({"sessions": [change]}));
        assert_eq!(told["type"], "live_refused", "{change}");
    }
}
