//! Rooms, doors, levels, names.

use super::{area, assert_openings_lie_on_borders, corridor, degrees, feature, import, line, point, says, unit};
use crate::import::NoteKind;
use crate::venue::{AmenityKind, OpeningKind, UnitKind};
use serde_json::json;

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
