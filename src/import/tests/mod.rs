//! Small buildings drawn by hand, one convention each; two real ones; and damaged files.

mod damage;
mod real;
mod spaces;
mod ways;

use super::{Imported, NoteKind, Options, osm_indoor};
use crate::venue::Unit;
use serde_json::{Value, json};

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
