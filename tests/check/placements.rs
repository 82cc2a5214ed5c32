//! `fairway check DIR --placements FILES`: designs of stands by the venue's rules, side by side.

use crate::example::{Folder, fairway, placement, text};
use base64::Engine;
use fairway::placement::{OwnModel, Parcel};
use serde_json::Value;

/// Two rules: an island's height, and the boundary.
const RULES: &str = r#"{"format": "fairway-rules/1", "rules": [
    {"id": "single_deck_max_height", "value": 4.5, "unit": "m", "source": "the manual", "clause": "4.1"},
    {"id": "boundary_max_overhang", "value": 0, "unit": "m", "source": "the manual"}
]}"#;

fn design(stand: &str, parts: &str) -> String {
    format!("{{\"format\": \"fairway-placement/1\", \"stand\": \"{stand}\", \"parts\": [\n{parts}\n]}}")
}

fn check(folder: &Folder, files: &[(&str, String)], options: &[&str]) -> (i32, String) {
    let mut arguments = vec!["check".to_owned(), folder.path().display().to_string()];
    arguments.extend(options.iter().map(|option| (*option).to_owned()));
    if !files.is_empty() {
        arguments.push("--placements".to_owned());
    }
    for (name, text) in files {
        folder.write(name, text);
        arguments.push(folder.path().join(name).display().to_string());
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = fairway(&arguments);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn a_design_that_keeps_the_rules_is_0_and_no_approval() {
    let folder = Folder::example("placements-clean");
    let (code, said) = check(&folder, &[("booking.json", placement().to_owned())], &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1B01: 1 of the venue's rules checked."), "{said}");
    assert!(
        said.contains("Not checked, since the venue has no rule on it for this stand: aisle_min_width, "),
        "{said}"
    );
    assert!(
        said.contains("A person must still judge: materials") && said.contains("not an approval"),
        "{said}"
    );
    assert!(said.ends_with("No findings in 1 file.\n"), "{said}");
}

#[test]
fn findings_have_their_rule_their_line_and_a_mend() {
    let folder = Folder::example("placements-broken");
    folder.write("rules.json", RULES);
    let tower = r#"{"id": "desk", "kind": "counter", "at": [2, 2]},
{"id": "mast", "kind": "tower", "at": [0.2, 3], "size_m": [1, 1, 5]}"#;
    let files = [("tall.json", design("1B01", tower))];
    let (code, said) = check(&folder, &files, &[]);
    assert_eq!(code, 1, "{said}");
    for words in [
        "`mast` is 5 m high; 4.5 m is allowed.",
        "Rule of: the manual, 4.1.",
        "`mast` is 0.3 m outside the stand",
        "tall.json:3:1",
        "2 errors, 0 warnings in 1 file.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (code, json) = check(&folder, &files, &["--json"]);
    let bookings: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(code, 1);
    let report = &bookings[0]["report"];
    assert_eq!(report["stand"], "1B01");
    assert_eq!(report["findings"][1]["measure"], "single_deck_max_height");
    assert_eq!(report["findings"][1]["measured"], 5.0);
    assert_eq!(bookings[0]["findings"][1]["place"]["pointer"], "/parts/1");
}

#[test]
fn bookings_are_looked_at_together() {
    let folder = Folder::example("placements-many");
    folder.write("rules.json", RULES);
    let files = [
        (
            "a.json",
            design("1A01", r#"{"id": "wall", "kind": "wall", "at": [1.5, 1.5]}"#),
        ),
        ("b.json", design("1A01", "")),
        (
            "c.json",
            design("1A02", r#"{"id": "shelf", "kind": "wall", "at": [-1.5, 1.5]}"#),
        ),
        ("d.json", design("1A2", "")),
        ("e.json", "{".to_owned()),
        ("f.json", design("1A01", "").replace("placement/1", "placement/9")),
    ];
    let (code, said) = check(&folder, &files, &[]);
    assert_eq!(code, 1);
    for words in [
        "Stand `1A01` has another design too.",
        "`shelf` covers 0.1 m² where stand `1A01` has built too.",
        "The venue has no stand `1A2`.",
        "Did you mean `1A02`?",
        "This is no design: EOF",
        "later than this Fairway's",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_design_comes_with_its_models_in_one_file() {
    let folder = Folder::example("placements-models");
    folder.write("rules.json", RULES);
    // Four faces, 5 m high.
    let corners: [[f32; 3]; 4] = [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 5.0, 0.0]];
    let faces = [[0, 1, 2], [0, 3, 1], [0, 2, 3], [1, 3, 2]];
    let data: Vec<u8> = faces
        .as_flattened()
        .iter()
        .flat_map(|i| corners[*i])
        .flat_map(f32::to_le_bytes)
        .collect();
    let data = base64::engine::general_purpose::STANDARD.encode(data);
    let model = format!(
        r#"{{"asset": {{"version": "2.0"}}, "scenes": [{{"nodes": [0]}}], "scene": 0, "nodes": [{{"mesh": 0}}],
        "meshes": [{{"primitives": [{{"attributes": {{"POSITION": 0}}}}]}}],
        "accessors": [{{"bufferView": 0, "componentType": 5126, "count": 12, "type": "VEC3"}}],
        "bufferViews": [{{"buffer": 0, "byteLength": 144}}],
        "buffers": [{{"byteLength": 144, "uri": "data:application/octet-stream;base64,{data}"}}]}}"#
    );
    let glb = OwnModel::read(model.as_bytes()).unwrap().to_glb();
    let mast = r#"{"id": "mast", "kind": "model", "model": "mast", "at": [2, 2]}"#;
    let parcel = Parcel::write(&design("1B01", mast), &[("mast".to_owned(), glb)]).unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("whole.fairway.zip"), &parcel).unwrap();
    std::fs::write(path("half.fairway.zip"), &parcel[..parcel.len() / 2]).unwrap();
    let files = [("without.json", design("1B01", mast))];
    let (code, said) = check(&folder, &[], &["--placements", &path("whole.fairway.zip")]);
    assert!(
        code == 1 && said.contains("`mast` is 5 m high; 4.5 m is allowed."),
        "{said}"
    );
    assert!(said.contains("1 error, 0 warnings in 1 file."), "{said}");
    let (_, said) = check(&folder, &files, &[]);
    assert!(
        said.contains("`mast` names the model `mast`, which is not there"),
        "{said}"
    );
    let (_, said) = check(&folder, &[], &["--placements", &path("half.fairway.zip")]);
    assert!(
        said.contains("The zip file is damaged") && said.contains("Export the design again"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_read_is_2() {
    let folder = Folder::example("placements-none");
    let (code, said) = check(&folder, &[], &["--placements", "nowhere.json"]);
    assert_eq!(code, 2, "{said}");
    folder.write(
        "layout.json",
        text("layout.json").replace("\"hall-1\", \"kind\"", "\"hall-9\", \"kind\""),
    );
    let (code, said) = check(&folder, &[("one.json", placement().to_owned())], &[]);
    assert!(code == 2 && said.contains("Run `fairway check"), "{said}");
}
