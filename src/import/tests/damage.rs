//! Broken features and broken files.

use super::{area, assert_openings_lie_on_borders, corridor, degrees, feature, import, line, point, says};
use crate::import::{ImportError, NotGeoJson, NoteKind, Options, osm_indoor};
use crate::venue::{UnitKind, Venue};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn what_is_broken_is_left_out_and_told() {
    let good = area("way/1", [0.0, 4.0, 10.0, 8.0], json!({"indoor": "room", "level": "0"}));
    let twin = area(
        "way/1",
        [20.0, 4.0, 10.0, 8.0],
        json!({"indoor": "room", "level": "cellar"}),
    );
    let nowhere = json!({"type": "Feature", "id": "way/2", "properties": {"indoor": "room"}, "geometry": null});
    let empty = feature(
        "way/3",
        json!({"type": "Polygon", "coordinates": []}),
        json!({"indoor": "room"}),
    );
    let infinite = feature(
        "way/4",
        json!({"type": "Polygon", "coordinates": [[[null, 1], [2, 3], [4, 5]]]}),
        json!({}),
    );
    let metres = feature(
        "way/5",
        json!({"type": "Point", "coordinates": [637_000.0, 5_600_000.0]}),
        Value::Null,
    );
    let imported = import(&[
        corridor("0"),
        good,
        twin,
        nowhere,
        empty,
        infinite,
        metres,
        Value::Null,
        json!(3),
    ]);
    assert_eq!(
        imported
            .files
            .layout
            .units
            .iter()
            .filter(|unit| unit.kind == UnitKind::Room)
            .count(),
        2
    );
    assert!(says(&imported, NoteKind::Guessed, "way/1", "level=cellar"));
    for (id, why) in [
        ("way/2", "geometry"),
        ("way/3", "outline"),
        ("way/4", "finite"),
        ("way/5", "degrees"),
        ("feature 7", "geometry"),
    ] {
        assert!(
            says(&imported, NoteKind::LeftOut, id, why),
            "{id}: {:?}",
            imported.notes
        );
    }
}

#[test]
fn what_is_no_indoor_map_is_refused_with_the_reason() {
    let error = |text: &str| osm_indoor(text, &Options::default()).unwrap_err();
    assert!(matches!(
        error("<!doctype html>"),
        ImportError::NotGeoJson(NotGeoJson::Markup)
    ));
    assert!(matches!(
        error("{\"type\": "),
        ImportError::NotGeoJson(NotGeoJson::Json(_))
    ));
    assert!(matches!(error(""), ImportError::NotGeoJson(NotGeoJson::Json(_))));
    assert!(matches!(
        error("{\"elements\": []}"),
        ImportError::NotGeoJson(NotGeoJson::Overpass)
    ));
    assert!(matches!(
        error("[1, 2]"),
        ImportError::NotGeoJson(NotGeoJson::OtherJson)
    ));
    assert!(matches!(
        error("{\"type\": \"FeatureCollection\", \"features\": []}"),
        ImportError::NothingIndoors
    ));
}

/// A value of a JSON text made into something else.
fn damaged(value: &mut Value, path: &[usize], damage: &Value) {
    let Some((&step, rest)) = path.split_first() else {
        *value = damage.clone();
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let index = step % items.len();
            damaged(&mut items[index], rest, damage);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let index = step % fields.len();
            if let Some(field) = fields.values_mut().nth(index) {
                damaged(field, rest, damage);
            }
        }
        other => *other = damage.clone(),
    }
}

fn building() -> Value {
    let features = [
        corridor("0"),
        corridor("1"),
        area(
            "way/1",
            [5.0, 3.0, 6.0, 5.0],
            json!({"indoor": "room", "level": "0;1", "shop": "books", "name": "Ex Libris"}),
        ),
        area("way/2", [15.0, 1.0, 2.0, 2.0], json!({"indoor": "room", "level": "0"})),
        area(
            "way/3",
            [20.0, 4.0, 3.0, 6.0],
            json!({"indoor": "room", "stairs": "yes", "level": "0-1"}),
        ),
        line(
            "way/4",
            &[[30.0, 2.0], [38.0, 2.0]],
            json!({"highway": "steps", "level": "0;1", "incline": "up"}),
        ),
        line(
            "way/5",
            &[[0.0, 2.0], [12.0, 2.0]],
            json!({"indoor": "wall", "level": "0"}),
        ),
        point("node/1", [7.0, 4.0], json!({"door": "yes", "level": "0"})),
        point("node/2", [1.0, 1.0], json!({"amenity": "toilets"})),
        point("node/3", [25.0, 2.0], json!({"highway": "elevator", "level": "0;1"})),
    ];
    json!({"type": "FeatureCollection", "features": features})
}

fn damage() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!("")),
        Just(json!("level")),
        Just(json!("-3--1;7")),
        Just(json!([[5.0, 45.0], [5.0, 45.0], [5.0, 45.0]])),
        (-200.0..200.0).prop_map(|number| json!(number)),
        (4.999..5.001).prop_map(|number| json!(number)),
        (44.9995..45.0005).prop_map(|number| json!(number)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_damage_makes_it_panic_and_what_comes_is_a_venue(
        places in prop::collection::vec((prop::collection::vec(0_usize..40, 1..8), damage()), 1..12),
    ) {
        let mut text = building();
        for (path, damage) in &places {
            damaged(&mut text, path, damage);
        }
        if let Ok(imported) = osm_indoor(&text.to_string(), &Options::default()) {
            prop_assert!(Venue::new(imported.files).is_ok());
        }
    }

    #[test]
    fn no_outline_makes_it_panic(
        rings in prop::collection::vec(prop::collection::vec((-30_i32..30, -30_i32..30), 3..9), 1..6),
        kinds in prop::collection::vec(0_usize..4, 6),
    ) {
        const KINDS: [&str; 4] = ["room", "corridor", "area", "level"];
        let features: Vec<Value> = rings.iter().zip(&kinds).enumerate().map(|(i, (ring, &kind))| {
            let positions: Vec<Value> = ring.iter().map(|&(x, y)| degrees([f64::from(x) / 2.0, f64::from(y) / 2.0])).collect();
            feature(&format!("way/{i}"), json!({"type": "Polygon", "coordinates": [positions]}), json!({"indoor": KINDS[kind], "level": "0"}))
        }).collect();
        let text = json!({"type": "FeatureCollection", "features": features}).to_string();
        match osm_indoor(&text, &Options::default()) {
            Ok(imported) => assert_openings_lie_on_borders(&imported),
            Err(error) => prop_assert!(matches!(error, ImportError::NothingIndoors), "{error}"),
        }
    }
}
