//! `fairway route` in the demo venue.

use super::{demo, fairway, text};
use serde_json::{Value, json};

fn answer(arguments: &[&str]) -> (Option<i32>, Value) {
    let folder = demo();
    let output = fairway(&[&["route", folder.as_str(), "--json"], arguments].concat());
    (
        output.status.code(),
        serde_json::from_slice(&output.stdout).expect("JSON on stdout"),
    )
}

#[test]
fn a_route_has_its_length_its_time_its_steps_in_each_language_and_its_line() {
    let (code, route) = answer(&["--from", "entrance-metro", "--to", "3b12"]);
    assert_eq!(code, Some(0));
    let steps = route["legs"][0]["steps"].as_array().unwrap();
    let sum = |key: &str| steps.iter().map(|step| step[key].as_f64().unwrap()).sum::<f64>();
    assert!((sum("distance_m") - route["distance_m"].as_f64().unwrap()).abs() < 0.01);
    assert!((sum("duration_s") - route["duration_s"].as_f64().unwrap()).abs() < 0.01);
    for step in steps {
        assert!(
            !step["text"]["en"].as_str().unwrap().is_empty() && !step["text"]["zh-Hans"].as_str().unwrap().is_empty()
        );
    }
    for point in route["points"].as_array().unwrap() {
        assert!(point["x"].is_f64() && point["y"].is_f64() && point["level"].is_string());
    }
}

#[test]
fn wheels_go_up_by_lift_or_ramp() {
    let maneuvers = |profile: &str| {
        let (code, route) = answer(&["--from", "3B12", "--to", "room-205", "--profile", profile]);
        assert_eq!(code, Some(0));
        let steps = route["legs"][0]["steps"].as_array().unwrap().clone();
        steps
            .iter()
            .map(|step| step["maneuver"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let up = |list: &[String]| {
        list.iter()
            .filter(|m| ["lift", "ramp_up", "stairs_up", "escalator_up"].contains(&m.as_str()))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert!(matches!(up(&maneuvers("walking")).as_slice(), [one] if one == "escalator_up" || one == "stairs_up"));
    assert!(matches!(up(&maneuvers("step-free")).as_slice(), [one] if one == "lift" || one == "ramp_up"));
}

#[test]
fn a_closed_hall_cannot_be_entered_and_is_named() {
    let (code, no_way) = answer(&["--from", "entrance-metro", "--to", "3B12", "--close", "Hall 3"]);
    assert_eq!(code, Some(3));
    assert_eq!(no_way["reason"]["kind"], "closed");
    assert!(no_way["text"]["en"].as_str().unwrap().contains("Hall 3"));
}

#[test]
fn a_misspelt_place_is_bad_input_with_a_hint() {
    let folder = demo();
    let output = fairway(&["route", &folder, "--from", "entrance-metro", "--to", "3B1222"]);
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(
        message.contains("There is no place \"3B1222\"") && message.contains("Did you mean"),
        "{message}"
    );
}

#[test]
fn a_folder_that_is_no_venue_is_said_to_be_none() {
    let output = fairway(&["route", "nowhere", "--from", "a", "--to", "b"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("nowhere"));
}

/// The answer with that live file.
fn with_live(name: &str, live: &Value, arguments: &[&str]) -> (Option<i32>, Value) {
    let folder = super::scratch(name);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("other.json");
    std::fs::write(&file, live.to_string()).unwrap();
    answer(&[&["--live", file.to_str().unwrap()], arguments].concat())
}

#[test]
fn a_live_file_is_kept_to_and_the_detour_is_explained() {
    let live = json!({
        "format": "fairway-live/1",
        "closures": [{"what": {"place": "hall-3-door-1"}, "from": "2026-12-10T12:00", "until": "2026-12-10T14:00", "reason": {"en": "film crew", "zh-Hans": "拍摄"}}],
    });
    let ask = |depart| {
        with_live(
            "route-live",
            &live,
            &["--from", "entrance-metro", "--to", "3B12", "--depart", depart],
        )
    };
    let (code, before) = ask("2026-12-10T10:00");
    assert_eq!(
        (code, &before["depart"], &before["detour"]),
        (Some(0), &json!("2026-12-10T10:00"), &Value::Null)
    );
    let (_, during) = ask("2026-12-10T12:30");
    let passes = |route: &Value| route["passages"].to_string().contains("hall-3-door-1");
    assert!(!passes(&during) && passes(&before), "{}", before["passages"]);
    let detour = &during["detour"];
    for (language, says) in [
        ("en", "is closed until 14:00 (film crew)"),
        ("zh-Hans", "关闭至14:00（拍摄）"),
    ] {
        assert!(detour[language].as_str().unwrap().contains(says), "{detour}");
    }
}

#[test]
fn one_waits_for_a_hall_to_open_and_arrives_by_a_time() {
    let live = json!({
        "format": "fairway-live/1",
        "hours": [{"unit": "hall-3", "days": [{"open": "2026-12-10T09:00", "close": "2026-12-10T17:00"}]}],
    });
    let ask = |when: &[&str]| {
        let ends = ["--from", "entrance-metro", "--to", "3B12"];
        with_live("route-hours", &live, &[ends.as_slice(), when].concat())
    };
    let (_, waiting) = ask(&["--depart", "2026-12-10T08:30"]);
    assert_eq!(waiting["waits"][0]["ban"]["until"], "2026-12-10T09:00");
    let (_, in_time) = ask(&["--arrive", "2026-12-10T10:00"]);
    assert!(
        in_time["depart"].as_str() > Some("2026-12-10T09:50") && in_time["arrive"].as_str() <= Some("2026-12-10T10:00")
    );
    let (code, too_early) = ask(&["--arrive", "2026-12-10T08:30"]);
    assert_eq!(code, Some(3));
    assert_eq!(
        too_early["text"]["en"],
        "No way: Hall 3 opens at 09:00. There is no other way round."
    );
}

#[test]
fn a_live_file_with_errors_and_a_speed_that_is_none_are_bad_input() {
    let folder = super::scratch("route-bad-live");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("live.json");
    std::fs::write(
        &file,
        r#"{"format": "fairway-live/1", "closures": [{"what": {"place": "hall-33"}}]}"#,
    )
    .unwrap();
    let venue = demo();
    let ends = ["route", venue.as_str(), "--from", "entrance-metro", "--to", "3B12"];
    for (more, says) in [
        (["--live", file.to_str().unwrap()], "/closures/0/what/place"),
        (["--speed", "NaN"], "Give a speed from 0.2 to 3 m/s"),
        (["--depart", "10:00"], "not a time"),
    ] {
        let output = fairway(&[ends.as_slice(), more.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        let said = text(&output.stdout) + &text(&output.stderr);
        assert!(said.contains(says), "{said}");
    }
}
