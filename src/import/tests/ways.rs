//! What joins levels.

use super::{area, corridor, import, line, point, says, unit};
use crate::import::NoteKind;
use crate::venue::{ConnectorKind, Direction};
use serde_json::json;

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
