//! A day of many stops, as the page asks for it.

use super::*;

fn wish(stops: &Value, depart: &str) -> Value {
    ask(
        &json!({"plan_day": {"request": {"from": {"place": "entrance-south"}, "stops": stops, "depart": depart, "profile": "walking", "language": "en"}}}),
    )
}

#[test]
fn a_day_is_planned_round_its_sessions_with_one_line_to_walk() {
    let stops = json!([{"place": "1B02", "minutes": 20}, {"place": "s-1", "minutes": 0}, {"place": "1A01", "minutes": 15}, {"place": "9Z99", "minutes": 5}]);
    let answer = wish(&stops, "2026-09-24T09:00");
    let named: Vec<&Value> = answer["stops"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| &hit["place"])
        .collect();
    assert_eq!(named, ["1B02", "s-1", "1A01"], "what does not exist is not named");
    assert_eq!(answer["outcome"]["kind"], "planned", "{answer}");
    let visits = answer["outcome"]["plan"]["visits"].as_array().unwrap();
    assert_eq!(visits.len(), 3);
    let session = visits.iter().find(|visit| visit["place"] == "s-1").unwrap();
    assert_eq!(
        (&session["start"], &session["end"]),
        (&json!("2026-09-24T10:00"), &json!("2026-09-24T11:00"))
    );
    assert!(answer["outcome"]["points"].as_array().unwrap().len() > 3);
}

#[test]
fn what_cannot_be_had_on_a_day_is_said() {
    let both = json!([{"place": "s-1", "minutes": 0}, {"place": "s-2", "minutes": 0}]);
    let late = wish(&both, "2026-09-24T10:30");
    assert_eq!(late["outcome"]["kind"], "conflict", "{late}");
    assert_eq!(late["outcome"]["conflict"]["places"], json!(["s-1"]));
    let many: Vec<Value> = (0..101).map(|_| json!({"place": "1A01", "minutes": 1})).collect();
    assert_eq!(
        wish(&json!(many), "2026-09-24T10:30")["outcome"],
        json!({"kind": "too_many", "most": 100})
    );
}

#[test]
fn a_day_keeps_to_a_persons_own_order_and_end() {
    let day = |guide: &Guide, places: &[&str], wishes: &Value| -> Value {
        let stops = places.iter().map(|place| json!({"place": place, "minutes": 15}));
        let mut request = json!({"from": {"place": "entrance-south"}, "stops": stops.collect::<Vec<_>>(), "depart": "2026-09-24T11:30", "profile": "walking", "language": "en"});
        request
            .as_object_mut()
            .unwrap()
            .extend(wishes.as_object().unwrap().clone());
        let command = json!({"plan_day": {"request": request}}).to_string();
        let answer: Value = serde_json::from_str(&guide.handle_json(&command)).unwrap();
        answer["outcome"].clone()
    };
    let order = |outcome: &Value| -> Vec<String> {
        let visits = outcome["plan"]["visits"].as_array().unwrap();
        let places = visits.iter().map(|visit| visit["place"].as_str().unwrap().to_owned());
        places.collect()
    };
    let guide = guide();
    let best = order(&day(&guide, &["1A01", "room-201", "1B02"], &json!({})));
    let mut own: Vec<&str> = best.iter().map(String::as_str).collect();
    own.swap(0, 1);
    own.insert(1, "9Z99");
    let kept = order(&day(&guide, &own, &json!({"in_order": true})));
    own.remove(1);
    assert_eq!(kept, own, "what does not exist is passed over");
    assert_eq!(
        order(&day(&guide, &own, &json!({}))),
        best,
        "and the best order is found again"
    );

    assert_eq!(
        day(&guide, &own, &json!({"until": "2026-09-24T16:00"}))["kind"],
        "planned"
    );
    let short = day(&guide, &own, &json!({"until": "2026-09-24T12:10"}));
    assert_eq!(
        short["kind"], "conflict",
        "three quarters of an hour do not go into forty minutes"
    );
    let left = &short["conflict"]["drops"][0]["plan"]["finish"];
    assert!(left.as_str().unwrap() <= "2026-09-24T12:10", "{left}");
    assert_eq!(
        day(&guide, &own, &json!({"until": "2026-09-24T11:30"}))["kind"],
        "over_before"
    );
}

#[test]
fn a_day_keeps_an_appointment() {
    let stops = |at: &str| json!([{"place": "1A01", "minutes": 15}, {"place": "1B02", "minutes": 20, "at": at}]);
    let kept = wish(&stops("2026-09-24T14:00"), "2026-09-24T11:30");
    let visits = kept["outcome"]["plan"]["visits"].as_array().unwrap();
    let appointment = visits.iter().find(|visit| visit["place"] == "1B02").unwrap();
    assert_eq!(appointment["start"], "2026-09-24T14:00");
    assert_eq!(appointment["end"], "2026-09-24T14:20");
    let missed = wish(&stops("2026-09-24T11:00"), "2026-09-24T11:30");
    assert_eq!(missed["outcome"]["conflict"]["places"], json!(["1B02"]));
}
