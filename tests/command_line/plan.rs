//! `fairway plan` in the demo venue.

use super::{demo, fairway, text};
use serde_json::Value;

/// On the first day of the demo's fair, from its metro entrance.
fn plan(depart: &str, arguments: &[&str]) -> std::process::Output {
    let folder = demo();
    let start = ["plan", folder.as_str(), "--from", "entrance-metro", "--depart", depart];
    fairway(&[start.as_slice(), arguments].concat())
}

fn json(arguments: &[&str]) -> (Option<i32>, Value) {
    let output = plan("2026-12-10T09:05", &[&["--json"], arguments].concat());
    let answer = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)));
    (output.status.code(), answer)
}

fn refused(depart: &str, arguments: &[&str]) -> String {
    let output = plan(depart, arguments);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    text(&output.stderr)
}

const DAY: [&str; 12] = [
    "--stop",
    "3B12@20min",
    "--stop",
    "5A10",
    "--stop",
    "2A03@1h5min",
    "--session",
    "session-001",
    "--session",
    "session-020",
    "--end",
    "entrance-metro",
];

#[test]
fn what_is_not_over_in_time_is_in_conflict() {
    assert_eq!(json(&[&DAY[..6], &["--until", "2026-12-10T16:00"]].concat()).0, Some(0));
    let (code, conflict) = json(&[&DAY[..6], &["--until", "2026-12-10T09:50"]].concat());
    assert_eq!(code, Some(3));
    assert!(!conflict["places"].as_array().unwrap().is_empty());
}

#[test]
fn an_appointment_is_kept() {
    let (code, plan) = json(&["--stop", "5A10", "--stop", "3B12@20min@14:00"]);
    assert_eq!(code, Some(0));
    let visit = &plan["visits"].as_array().unwrap()[1];
    assert_eq!(
        [&visit["place"], &visit["start"], &visit["end"]],
        ["3B12", "2026-12-10T14:00", "2026-12-10T14:20"]
    );
}

#[test]
fn five_stops_with_two_sessions_are_a_plan() {
    let (code, plan) = json(&DAY);
    assert_eq!(code, Some(0));
    let visits = plan["visits"].as_array().unwrap();
    let visit = |place: &str| visits.iter().find(|visit| visit["place"] == place).unwrap();
    assert_eq!(visits.len(), 5);
    let opening = visit("session-001");
    assert_eq!(
        [&opening["start"], &opening["end"]],
        ["2026-12-10T09:30", "2026-12-10T10:30"]
    );
    assert_eq!(opening["arrive_by"], "2026-12-10T09:30");
    assert!(opening["arrival"].as_str().unwrap() <= "2026-12-10T09:30" && opening["slack_s"].as_f64().unwrap() >= 0.0);
    let minutes = |visit: &Value, key: &str| {
        let clock = &visit[key].as_str().unwrap()[11..];
        clock[..2].parse::<u32>().unwrap() * 60 + clock[3..].parse::<u32>().unwrap()
    };
    for (place, stay) in [("3B12", 20), ("5A10", 10), ("2A03", 65)] {
        assert_eq!(
            minutes(visit(place), "end") - minutes(visit(place), "start"),
            stay,
            "{place}"
        );
    }
    let walks = visits
        .iter()
        .map(|visit| &visit["walk_s"])
        .chain([&plan["last_walk_s"]]);
    let sum: f64 = walks.map(|walk| walk.as_f64().unwrap()).sum();
    assert!((sum - plan["walk_s"].as_f64().unwrap()).abs() < 0.01);
    assert_eq!(plan["proven_best"], true);
}

#[test]
fn the_printed_plan_says_when_to_be_where() {
    let output = plan("2026-12-10T09:05", &DAY);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    let lines: Vec<_> = printed.lines().collect();
    assert_eq!(lines.len(), 8, "{printed}");
    assert!(
        lines[0].starts_with("09:05 ") && lines[0].contains("leave by 09:"),
        "{printed}"
    );
    assert!(
        printed.contains("Opening ceremony (session-001)  [walk ") && printed.contains("starts 09:30, until 10:30"),
        "{printed}"
    );
}

#[test]
fn two_sessions_at_one_time_are_named_with_what_each_would_save() {
    let both = ["--stop", "3B12", "--session", "session-001", "--session", "session-002"];
    let (code, conflict) = json(&both);
    assert_eq!(code, Some(3));
    assert_eq!(conflict["places"], serde_json::json!(["session-001", "session-002"]));
    assert_eq!(conflict["evidence"], "smallest");
    for drop in conflict["drops"].as_array().unwrap() {
        assert!(drop["saves_s"].as_f64().unwrap() >= 3600.0);
        assert_eq!(drop["plan"]["visits"].as_array().unwrap().len(), 2);
    }
    let printed = text(&plan("2026-12-10T09:05", &both).stdout);
    assert!(
        printed.starts_with("It cannot be done. These cannot be had together:"),
        "{printed}"
    );
}

#[test]
fn a_closed_hall_makes_its_stand_the_conflict() {
    let (code, conflict) = json(&["--stop", "3B12", "--stop", "5A10", "--close", "Hall 3"]);
    assert_eq!(code, Some(3));
    assert_eq!(conflict["places"], serde_json::json!(["3B12"]));
}

/// The plan of a visit to Hall 3, with its main door closed for a while.
fn with_a_door_closed(folder: &str, from: &str, until: &str) -> Value {
    let folder = super::scratch(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let closure = serde_json::json!({"what": {"place": "hall-3-door-1"}, "from": from, "until": until});
    let live = serde_json::json!({"format": "fairway-live/1", "closures": [closure]});
    let file = folder.join("live.json");
    std::fs::write(&file, live.to_string()).unwrap();
    let (code, plan) = json(&["--stop", "3B12", "--live", file.to_str().unwrap()]);
    assert_eq!(code, Some(0));
    plan
}

#[test]
fn what_is_closed_for_an_hour_is_walked_round_in_that_hour_alone() {
    let walk = |plan: &Value| plan["walk_s"].as_f64().unwrap();
    let at = |from: &str, until: &str| with_a_door_closed("plan-live", from, until);
    let other_day = at("2026-12-11T09:00", "2026-12-11T17:00");
    let at_noon = at("2026-12-10T12:00", "2026-12-10T13:00");
    let now = at("2026-12-10T09:00", "2026-12-10T10:00");
    assert_eq!(at_noon, other_day);
    assert!(walk(&now) > walk(&other_day));
    assert_eq!(at_noon["proven_best"], true);
}

#[test]
fn a_break_is_taken_at_its_time_and_what_comes_first_comes_first() {
    let stops = ["--stop", "3B12@90min", "--stop", "5A10@90min"];
    let order = |more: &[&str]| {
        let (code, plan) = json(&[&stops, more].concat());
        assert_eq!(code, Some(0));
        let visits = plan["visits"].as_array().unwrap().iter();
        let places = visits.map(|visit| visit["place"].as_str().unwrap().to_owned());
        (places.collect::<Vec<_>>(), plan)
    };
    assert_eq!(order(&["--before", "3B12=5A10"]).0, ["3B12", "5A10"]);
    assert_eq!(order(&["--before", "5A10=3B12"]).0, ["5A10", "3B12"]);
    let (_, plan) = order(&["--break", "10:00-11:45@45min"]);
    assert_eq!(plan["breaks"][0]["after"], 1);
    let (start, end) = (&plan["breaks"][0]["start"], &plan["breaks"][0]["end"]);
    assert!(start.as_str() >= plan["visits"][0]["end"].as_str() && end.as_str() <= Some("2026-12-10T11:45"));
    let printed = plan_text(&["--break", "10:00-11:45@45min"], &stops);
    assert!(printed.contains(" break  [until 1"), "{printed}");
    let (code, conflict) = json(&["--session", "session-001", "--break", "09:30-10:20@30min"]);
    assert_eq!(code, Some(3));
    assert_eq!(
        (&conflict["places"][0], &conflict["breaks"][0]["minutes"]),
        (&"session-001".into(), &30.into())
    );
}

#[test]
fn a_break_when_the_fair_is_closed_does_not_fit() {
    let printed = plan_text(&["--break", "18:00-19:00@30min"], &["--stop", "3B12"]);
    let wanted = "It cannot be done: a break of 30 minutes between 18:00 and 19:00 does not fit into the day.";
    assert!(printed.contains(wanted), "{printed}");
}

#[test]
fn nothing_to_visit_is_surely_no_longer_than_it_has_to_be() {
    let (code, plan) = json(&[]);
    assert_eq!((code, &plan["proven_best"]), (Some(0), &true.into()));
}

fn plan_text(more: &[&str], stops: &[&str]) -> String {
    text(&plan("2026-12-10T09:05", &[stops, more].concat()).stdout)
}

#[test]
fn breaks_and_pairs_that_make_no_sense_are_bad_input() {
    let refused = |more: &[&str]| {
        refused(
            "2026-12-10T10:00",
            &[&["--stop", "3B12", "--stop", "5A10"], more].concat(),
        )
    };
    assert!(refused(&["--break", "noon"]).contains("no break like"));
    assert!(refused(&["--break", "12:00-12:30@45min"]).contains("does not fit"));
    assert!(refused(&["--before", "3B12"]).contains("no pair of stops"));
    assert!(refused(&["--before", "3B12=2A03"]).contains("Make \"2A03\" a stop, too"));
    let circle = refused(&["--before", "3B12=5A10", "--before", "5A10=3B12"]);
    assert!(circle.contains("the last before the first: 5A10, 3B12"), "{circle}");
}

#[test]
fn wheels_walk_longer() {
    let walk = |profile: &str| {
        let (code, plan) = json(&["--stop", "3B12", "--stop", "room-205", "--profile", profile]);
        assert_eq!(code, Some(0));
        plan["walk_s"].as_f64().unwrap()
    };
    assert!(walk("step-free") > walk("walking") / 0.72);
}

#[test]
fn what_makes_no_sense_is_bad_input() {
    let early = refused("2026-12-10T07:00", &["--stop", "3B12"]);
    assert!(early.contains("opens at 2026-12-10T09:00"), "{early}");
    let late = refused("2026-12-10T18:00", &["--stop", "3B12"]);
    assert!(late.contains("closes at 2026-12-10T17:30"), "{late}");
    let other_day = refused("2026-12-20T10:00", &["--stop", "3B12"]);
    assert!(other_day.contains("closed on 2026-12-20"), "{other_day}");
    assert!(refused("10 o'clock", &["--stop", "3B12"]).contains("not a time like"));
    let no_unit = refused("2026-12-10T10:00", &["--stop", "3B12@20"]);
    assert!(no_unit.contains("write \"3B12@20min\""), "{no_unit}");
    let misspelt = refused("2026-12-10T10:00", &["--stop", "3B1222@20min"]);
    assert!(
        misspelt.contains("There is no place \"3B1222\"") && misspelt.contains("Did you mean"),
        "{misspelt}"
    );
    let booth = refused("2026-12-10T10:00", &["--session", "3B12"]);
    assert!(booth.contains("no session \"3B12\""), "{booth}");
    let many = refused("2026-12-10T10:00", &["--stop", "3B12"].repeat(500));
    assert!(many.contains("500 items are too many"), "{many}");
}
