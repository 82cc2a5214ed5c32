//! Small buildings drawn by hand, one convention each; two real ones; and damaged files.

use super::{ImportError, Imported, NotGeoJson, NoteKind, Options, osm_indoor};
use crate::venue::{AmenityKind, ConnectorKind, Direction, OpeningKind, Unit, UnitKind, Venue};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Degrees for metres about a point at 45° north.
fn degrees([x, y]: [f64; 2]) -> Value {
    json!([5.0 + x / 78_847.0, 45.0 + y / 111_132.0])
}

fn feature(id: &str, geometry: Value, tags: Value) -> Value {
    json!({"type": "Feature", "id": id, "properties": tags, "geometry": geometry})
}

fn area(id: &str, [x, y, width, depth]: [f64; 4], tags: Value) -> Value {
    let corners = [[x, y], [x + width, y], [x + width, y + depth], [x, y + depth], [x, y]];
    feature(
        id,
        json!({"type": "Polygon", "coordinates": [corners.map(degrees)]}),
        tags,
    )
}

fn line(id: &str, points: &[[f64; 2]], tags: Value) -> Value {
    let positions: Vec<Value> = points.iter().map(|&point| degrees(point)).collect();
    feature(id, json!({"type": "LineString", "coordinates": positions}), tags)
}

fn point(id: &str, at: [f64; 2], tags: Value) -> Value {
    feature(id, json!({"type": "Point", "coordinates": degrees(at)}), tags)
}

fn import(features: &[Value]) -> Imported {
    let text = json!({"type": "FeatureCollection", "features": features}).to_string();
    osm_indoor(
        &text,
        &Options {
            id: "test".to_owned(),
            ..Options::default()
        },
    )
    .unwrap()
}

fn corridor(level: &str) -> Value {
    area(
        &format!("way/corridor{level}"),
        [0.0, 0.0, 40.0, 4.0],
        json!({"indoor": "corridor", "level": level}),
    )
}

fn unit<'i>(imported: &'i Imported, id: &str) -> &'i Unit {
    let units = &imported.files.layout.units;
    units
        .iter()
        .find(|unit| unit.id.as_str() == id)
        .unwrap_or_else(|| panic!("no unit {id} in {units:?}"))
}

fn says(imported: &Imported, kind: NoteKind, feature: &str, part: &str) -> bool {
    imported
        .notes
        .iter()
        .any(|note| note.kind == kind && note.feature == feature && note.text.contains(part))
}

/// What `fairway check` asks of openings: on the border of each unit.
fn assert_openings_lie_on_borders(imported: &Imported) {
    for opening in &imported.files.layout.openings {
        for id in &opening.between {
            let polygon = &unit(imported, id.as_str()).polygon;
            for t in [0.0, 0.5, 1.0] {
                let off = polygon.distance_to_border(opening.from.lerp(opening.to, t));
                assert!(off <= 0.3, "{} is {off} m off {id}", opening.id);
            }
        }
    }
}

#[test]
fn a_shop_on_two_levels_is_a_unit_on_each() {
    let shop = area(
        "way/1",
        [0.0, 4.0, 10.0, 8.0],
        json!({"indoor": "room", "shop": "books", "name": "Ex Libris", "level": "0-1"}),
    );
    let imported = import(&[corridor("0"), corridor("1"), shop]);
    for (id, level) in [("way-1-L0", "L0"), ("way-1-L1", "L1")] {
        let unit = unit(&imported, id);
        assert_eq!(
            (unit.kind, unit.level.as_str(), unit.name.in_language("en")),
            (UnitKind::Shop, level, "Ex Libris")
        );
    }
}

#[test]
fn repeat_on_adds_levels_and_halves_lie_between() {
    let room = area(
        "way/1",
        [0.0, 4.0, 10.0, 8.0],
        json!({"indoor": "room", "level": "0", "repeat_on": "0.5;2"}),
    );
    let levels = import(&[room]).files.layout.levels;
    let found: Vec<_> = levels
        .iter()
        .map(|level| (level.id.as_str(), level.ordinal, level.elevation_m))
        .collect();
    assert_eq!(found, [("L0", 0, 0.0), ("L0.5", 1, 2.0), ("L2", 2, 8.0)]);
}

#[test]
fn a_mapped_door_is_an_opening_on_both_borders() {
    let room = area("way/1", [5.0, 4.0, 6.0, 5.0], json!({"indoor": "room", "level": "0"}));
    let door = point(
        "node/1",
        [7.0, 4.0],
        json!({"door": "hinged", "level": "0", "door:width": "0.9", "wheelchair": "no"}),
    );
    let imported = import(&[corridor("0"), room, door]);
    let [opening] = &imported.files.layout.openings[..] else {
        panic!("{:?}", imported.files.layout.openings)
    };
    assert_eq!(
        (opening.kind, opening.between.len(), opening.step_free),
        (OpeningKind::Door, 2, false)
    );
    assert!((opening.from.distance(opening.to) - 0.9).abs() < 0.05);
    assert_openings_lie_on_borders(&imported);
}

#[test]
fn a_room_without_a_door_is_given_one_and_the_guess_is_told() {
    let room = area("way/1", [5.0, 4.0, 6.0, 5.0], json!({"indoor": "room", "level": "0"}));
    let behind = area("way/2", [5.0, 9.0, 6.0, 5.0], json!({"indoor": "room", "level": "0"}));
    let far = area("way/3", [5.0, 300.0, 6.0, 5.0], json!({"indoor": "room", "level": "1"}));
    let imported = import(&[corridor("0"), room, behind, far]);
    assert!(says(&imported, NoteKind::Guessed, "way/1", "along a corridor"));
    assert_openings_lie_on_borders(&imported);
    let entered = |id: &str| {
        imported
            .files
            .layout
            .openings
            .iter()
            .any(|opening| opening.between.iter().any(|unit| unit.as_str() == id))
    };
    assert!(entered("way-1") && entered("way-2") && !entered("way-3"));
    assert!(says(&imported, NoteKind::Unreachable, "way/3", "no route leads there"));
}

#[test]
fn closed_rooms_and_doors_are_left_out() {
    let room = area(
        "way/1",
        [5.0, 2.0, 6.0, 5.0],
        json!({"indoor": "room", "level": "0", "access": "private"}),
    );
    let door = point(
        "node/1",
        [0.0, 2.0],
        json!({"entrance": "yes", "level": "0", "access": "no"}),
    );
    let imported = import(&[corridor("0"), room, door]);
    assert!(
        says(&imported, NoteKind::LeftOut, "way/1", "access") && says(&imported, NoteKind::LeftOut, "node/1", "access")
    );
    // Its floor is nobody's.
    let area: f64 = imported.files.layout.units.iter().map(|unit| unit.polygon.area()).sum();
    assert!((area - (160.0 - 12.0)).abs() < 0.5, "{area}");
}

#[test]
fn rooms_take_their_floor_from_the_hall_they_stand_in() {
    let hall = area(
        "way/hall",
        [0.0, 0.0, 40.0, 30.0],
        json!({"indoor": "area", "level": "0", "name": "Hall"}),
    );
    let kiosk = area(
        "way/kiosk",
        [18.0, 12.0, 4.0, 4.0],
        json!({"indoor": "room", "level": "0", "shop": "newsagent"}),
    );
    let imported = import(&[hall, kiosk]);
    let hall: Vec<_> = imported
        .files
        .layout
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Area)
        .collect();
    let area: f64 = hall.iter().map(|unit| unit.polygon.area()).sum();
    assert!((area - (1200.0 - 16.0)).abs() < 1.0, "{area}");
    let kiosk = unit(&imported, "way-kiosk").polygon.centroid();
    assert!(!hall.iter().any(|unit| unit.polygon.contains(kiosk)));
    assert_openings_lie_on_borders(&imported);
}

#[test]
fn small_holes_are_columns() {
    let ring =
        |x: f64, y: f64, side: f64| [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]].map(degrees);
    let geometry = json!({"type": "MultiPolygon", "coordinates": [[ring(0.0, 0.0, 20.0), ring(5.0, 5.0, 1.0)]]});
    let imported = import(&[feature("relation/1", geometry, json!({"indoor": "area", "level": "0"}))]);
    assert_eq!(imported.files.layout.units.len(), 1);
    assert_eq!(imported.files.layout.fixtures.len(), 1);
}

#[test]
fn a_lift_room_stops_where_there_is_floor() {
    let lift = area(
        "way/lift",
        [10.0, 4.0, 2.0, 2.0],
        json!({"indoor": "room", "room": "elevator", "level": "0-2"}),
    );
    let door = point("node/1", [11.0, 4.0], json!({"highway": "elevator", "level": "0-2"}));
    let imported = import(&[corridor("0"), corridor("1"), lift, door]);
    let [connector] = &imported.files.layout.connectors[..] else {
        panic!("{:?}", imported.files.layout.connectors)
    };
    assert_eq!(connector.kind, ConnectorKind::Lift);
    let levels: Vec<_> = connector.ends.iter().map(|end| end.level.as_str()).collect();
    assert_eq!(levels, ["L0", "L1"]);
    assert!(
        connector
            .ends
            .iter()
            .all(|end| unit(&imported, "way-corridor0").polygon.contains(end.point) && end.footprint.is_some())
    );
    assert!(imported.findings.is_empty());
}

#[test]
fn stairs_drawn_on_each_level_are_one_if_they_stand_over_each_other() {
    let stairs = |id: &str, level: &str| {
        area(
            id,
            [10.0, 4.0, 3.0, 6.0],
            json!({"indoor": "room", "stairs": "yes", "level": level}),
        )
    };
    let imported = import(&[corridor("0"), corridor("1"), stairs("way/a", "0"), stairs("way/b", "1")]);
    assert_eq!(imported.files.layout.connectors.len(), 1);
    assert!(says(&imported, NoteKind::Guessed, "way/b", "way/a"));
}

#[test]
fn steps_lead_from_the_floor_they_begin_on() {
    let upper = area(
        "way/upper",
        [50.0, 0.0, 20.0, 4.0],
        json!({"indoor": "corridor", "level": "1"}),
    );
    let down = line(
        "way/steps",
        &[[52.0, 2.0], [45.0, 2.0], [38.0, 2.0]],
        json!({"highway": "steps", "level": "0;1", "conveying": "forward"}),
    );
    let imported = import(&[corridor("0"), upper, down]);
    let [connector] = &imported.files.layout.connectors[..] else {
        panic!("{:?}", imported.files.layout.connectors)
    };
    assert_eq!(
        (connector.kind, connector.direction),
        (ConnectorKind::Escalator, Direction::Down)
    );
    assert!(
        unit(&imported, "way-corridor0")
            .polygon
            .contains(connector.ends[0].point)
    );
    assert!(unit(&imported, "way-upper").polygon.contains(connector.ends[1].point));
}

#[test]
fn flights_with_a_landing_between_are_one_way_up() {
    let upper = area(
        "way/upper",
        [50.0, 0.0, 20.0, 4.0],
        json!({"indoor": "corridor", "level": "1"}),
    );
    let first = line(
        "way/1",
        &[[38.0, 2.0], [45.0, 2.0]],
        json!({"highway": "steps", "level": "0;0.5"}),
    );
    let second = line(
        "way/2",
        &[[45.0, 2.0], [52.0, 2.0]],
        json!({"highway": "steps", "level": "0.5;1"}),
    );
    let imported = import(&[corridor("0"), upper, first, second]);
    let [connector] = &imported.files.layout.connectors[..] else {
        panic!("{:?}", imported.files.layout.connectors)
    };
    assert_eq!(connector.ends.len(), 2);
    assert!((connector.ends[0].point.x - connector.ends[1].point.x).abs() > 13.0);
}

#[test]
fn levels_that_nothing_joins_are_a_finding() {
    let imported = import(&[corridor("0"), corridor("-1")]);
    let [finding] = &imported.findings[..] else {
        panic!("{:?}", imported.findings)
    };
    assert_eq!(finding.rule, "levels-not-joined");
    assert!(finding.message.contains("the data joins no levels"), "{finding}");
}

#[test]
fn shops_that_face_the_street_are_reached_by_the_ground_outside() {
    let entrance = point(
        "node/1",
        [0.0, 2.0],
        json!({"entrance": "main", "level": "0", "name": "West"}),
    );
    let shop = area(
        "way/1",
        [60.0, 0.0, 8.0, 8.0],
        json!({"indoor": "room", "shop": "shoes", "level": "0"}),
    );
    let imported = import(&[corridor("0"), entrance, shop]);
    let layout = &imported.files.layout;
    assert!(layout.units.iter().any(|unit| unit.kind == UnitKind::Outdoor));
    assert!(says(&imported, NoteKind::Guessed, "file", "ground"));
    let west = layout
        .openings
        .iter()
        .find(|opening| opening.kind == OpeningKind::Entrance)
        .unwrap();
    assert_eq!(west.between.len(), 2);
    assert!(
        layout
            .openings
            .iter()
            .any(|opening| opening.between.iter().any(|unit| unit.as_str() == "way-1"))
    );
    assert_openings_lie_on_borders(&imported);
}

#[test]
fn an_outline_of_a_level_is_its_floor_where_nothing_else_is() {
    let outline = area(
        "way/level",
        [0.0, 0.0, 40.0, 30.0],
        json!({"indoor": "level", "level": "2", "name": "Mezzanine"}),
    );
    let room = area("way/1", [0.0, 0.0, 10.0, 30.0], json!({"indoor": "room", "level": "2"}));
    let imported = import(&[outline, room]);
    assert_eq!(imported.files.layout.levels[0].name.in_language("en"), "Mezzanine");
    assert!((unit(&imported, "way-level").polygon.area() - 900.0).abs() < 1.0);
}

#[test]
fn amenities_are_kept_by_kind_and_names_by_language() {
    let toilets = area(
        "way/1",
        [5.0, 4.0, 6.0, 5.0],
        json!({"indoor": "room", "amenity": "toilets", "wheelchair": "yes", "level": "0"}),
    );
    let atm = point("node/1", [3.0, 2.0], json!({"amenity": "atm", "level": "0"}));
    let box_ = point("node/2", [4.0, 2.0], json!({"amenity": "post_box"}));
    let shop = area(
        "way/2",
        [15.0, 4.0, 6.0, 5.0],
        json!({"indoor": "room", "shop": "tea", "level": "0", "name": "Teehaus", "name:de": "Teehaus", "name:en": "Tea house"}),
    );
    let imported = import(&[corridor("0"), toilets, atm, box_, shop]);
    let kinds: Vec<_> = imported
        .files
        .layout
        .amenities
        .iter()
        .map(|amenity| amenity.kind)
        .collect();
    assert_eq!(
        kinds,
        [AmenityKind::RestroomWheelchair, AmenityKind::Atm, AmenityKind::Other]
    );
    assert!(says(&imported, NoteKind::Guessed, "node/2", "without a level"));
    assert_eq!(imported.files.layout.languages, ["de"]);
    let name = &unit(&imported, "way-2").name;
    assert_eq!(
        (name.in_language("de"), name.in_language("en")),
        ("Teehaus", "Tea house")
    );
}

#[test]
fn walls_have_gaps_where_doors_are() {
    let hall = area(
        "way/hall",
        [0.0, 4.0, 40.0, 10.0],
        json!({"indoor": "area", "level": "0"}),
    );
    let door = point("node/1", [20.0, 4.0], json!({"door": "yes", "level": "0"}));
    let wall = line(
        "way/wall",
        &[[0.0, 4.0], [40.0, 4.0]],
        json!({"indoor": "wall", "level": "0"}),
    );
    let walls = import(&[corridor("0"), hall, door, wall]).files.layout.fixtures;
    assert_eq!(walls.len(), 2);
}

#[test]
fn a_line_round_a_room_is_the_room_and_a_crossed_outline_is_mended() {
    let ring = line(
        "way/1",
        &[[5.0, 4.0], [9.0, 4.0], [9.0, 8.0], [5.0, 8.0], [5.0, 4.0]],
        json!({"indoor": "room", "level": "0"}),
    );
    let bow = line(
        "way/2",
        &[[15.0, 4.0], [19.0, 8.0], [19.0, 4.0], [15.0, 8.0], [15.0, 4.0]],
        json!({"indoor": "room", "level": "0"}),
    );
    let open = line(
        "way/3",
        &[[25.0, 4.0], [29.0, 4.0]],
        json!({"indoor": "room", "level": "0"}),
    );
    let imported = import(&[corridor("0"), ring, bow, open]);
    assert!((unit(&imported, "way-1").polygon.area() - 16.0).abs() < 0.2);
    assert!(says(&imported, NoteKind::Mended, "way/2", "crosses itself"));
    assert!(says(&imported, NoteKind::LeftOut, "way/3", "encloses no area"));
}

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

/// A file that others mapped; `None`, said aloud, where this machine has it not.
fn real(name: &str) -> Option<String> {
    let root = std::env::var_os("FAIRWAY_SHARED_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let file = root.join("osm-indoor").join(name);
    let text = std::fs::read_to_string(&file).ok();
    if text.is_none() {
        eprintln!("skipped: there is no {}", file.display());
    }
    text
}

fn import_real(name: &str) -> Option<Imported> {
    let options = Options {
        id: name.trim_end_matches(".geojson").to_owned(),
        ..Options::default()
    };
    Some(osm_indoor(&real(name)?, &options).unwrap())
}

#[test]
fn a_shopping_centre_is_whole() {
    let Some(imported) = import_real("caserne.geojson") else {
        return;
    };
    assert_openings_lie_on_borders(&imported);
    let layout = &imported.files.layout;
    assert_eq!(layout.name.in_language("fr"), "Caserne de Bonne");
    let shop = |name: &str, level: &str| {
        layout.units.iter().any(|unit| {
            unit.kind == UnitKind::Shop && unit.name.in_language("fr") == name && unit.level.as_str() == level
        })
    };
    assert!(shop("Monoprix", "L-1") && shop("Decathlon", "L1"));
    for (low, high) in [("L-1", "L0"), ("L0", "L1")] {
        for kind in [ConnectorKind::Lift, ConnectorKind::Stairs] {
            let joins = |level: &str, connector: &crate::venue::Connector| {
                connector.ends.iter().any(|end| end.level.as_str() == level)
            };
            assert!(
                layout
                    .connectors
                    .iter()
                    .any(|c| c.kind == kind && joins(low, c) && joins(high, c)),
                "{kind:?} {low} {high}"
            );
        }
    }
    assert!(imported.findings.is_empty());
    assert_eq!(imported.files, import_real("caserne.geojson").unwrap().files);
}

#[test]
fn a_station_that_maps_no_lift_is_told_so() {
    let Some(imported) = import_real("gare-de-l-est.geojson") else {
        return;
    };
    assert_openings_lie_on_borders(&imported);
    assert!(imported.files.layout.connectors.is_empty());
    assert!(
        imported
            .findings
            .iter()
            .any(|finding| finding.message.contains("the data joins no levels"))
    );
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
