//! Buildings that none of us made: OpenStreetMap's indoor data → venue → check, build, route.

use super::{fairway, scratch, text};
use std::path::{Path, PathBuf};

/// The real data beside the checkout; the test passes, saying so, where it is not.
fn indoor(name: &str) -> Option<String> {
    let folder = std::env::var_os("FAIRWAY_SHARED_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let file = folder.join("osm-indoor").join(name);
    if !file.is_file() {
        eprintln!("skipped: {} is not here", file.display());
        return None;
    }
    Some(file.display().to_string())
}

fn import(name: &str) -> Option<String> {
    let file = indoor(name)?;
    let out = scratch(name).display().to_string();
    let output = fairway(&["import", "osm-indoor", &file, "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    Some(out)
}

#[test]
fn in_the_shopping_centre_one_gets_from_monoprix_below_to_decathlon_above() {
    let Some(venue) = import("caserne.geojson") else { return };
    let check = fairway(&["check", &venue]);
    assert!(text(&check.stdout).contains("0 errors"), "{}", text(&check.stdout));
    let between = ["route", venue.as_str(), "--from", "Monoprix@-1", "--to", "Decathlon@1"];
    let walking = fairway(&between);
    assert_eq!(walking.status.code(), Some(0), "{}", text(&walking.stderr));
    let step_free = fairway(&[between.as_slice(), &["--profile", "step-free"]].concat());
    let steps = text(&step_free.stdout);
    assert!(
        step_free.status.success() && steps.contains("lift") && !steps.contains("stairs"),
        "{steps}"
    );

    let built = scratch("caserne-built");
    let build = fairway(&["build", &venue, "--out", &built.display().to_string()]);
    assert!(build.status.success(), "{}", text(&build.stderr));
    let models = std::fs::read_dir(built.join("caserne")).unwrap().filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|extension| extension == "glb")
    });
    assert_eq!(models.count(), 3, "a model a level");
}

#[test]
fn a_name_on_two_levels_must_be_told_apart() {
    let Some(venue) = import("caserne.geojson") else { return };
    let output = fairway(&["route", &venue, "--from", "Monoprix", "--to", "Decathlon@1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("\"Monoprix@-1\""),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn in_the_station_whose_data_joins_no_levels_there_is_no_way_between_them() {
    let Some(venue) = import("gare-de-l-est.geojson") else {
        return;
    };
    let check = fairway(&["check", &venue]);
    assert!(text(&check.stdout).contains("joins level"), "{}", text(&check.stdout));
    let layout: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(Path::new(&venue).join("layout.json")).unwrap()).unwrap();
    let shops = |level: &str| {
        let units = layout["units"].as_array().unwrap().clone();
        units
            .into_iter()
            .filter(|unit| unit["kind"] == "shop" && unit["level"] == level)
            .map(|unit| unit["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let (ground, below) = (shops("L0"), shops("L-1"));
    let between = fairway(&["route", &venue, "--from", &ground[0], "--to", &below[0]]);
    assert_eq!(between.status.code(), Some(3));
    assert!(
        text(&between.stdout).starts_with("No way, because the data joins no levels"),
        "{}",
        text(&between.stdout)
    );
    let on_one = ground.iter().skip(1).any(|shop| {
        fairway(&["route", &venue, "--from", &ground[0], "--to", shop])
            .status
            .success()
    });
    assert!(on_one, "some two shops of the ground level are joined");
}
