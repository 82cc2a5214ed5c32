//! `fairway route` in the demo venue.

use super::{demo, fairway, text};
use serde_json::Value;

fn json(arguments: &[&str]) -> (Option<i32>, Value) {
    let folder = demo();
    let output = fairway(&[&["route", folder.as_str(), "--json"], arguments].concat());
    (
        output.status.code(),
        serde_json::from_slice(&output.stdout).expect("JSON on stdout"),
    )
}

#[test]
fn a_route_has_its_length_its_time_its_steps_in_each_language_and_its_line() {
    let (code, route) = json(&["--from", "entrance-metro", "--to", "3b12"]);
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
        let (code, route) = json(&["--from", "3B12", "--to", "room-205", "--profile", profile]);
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
    let (code, no_way) = json(&["--from", "entrance-metro", "--to", "3B12", "--close", "Hall 3"]);
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
