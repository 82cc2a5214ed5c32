//! A small hall, and designs in it.

mod bookings;
mod desk;
mod oracle;
mod parcels;
mod properties;
mod rules;
mod strangers;
mod views;

use super::{DESIGN_FORMAT, Design, Hulls, Part, PartKind, PlacementReport, check};
use crate::venue::{BoothId, Exhibitors, Layout, Live, Point, Polygon, ProgrammeFile, Rules, Venue, VenueFiles};
use serde_json::{Value, json};

/// A hall of 30 × 30 m with an island, two stands in a row and one by an exit; north of the island a column and a hydrant, east of it a shutter.
fn layout() -> Value {
    let rectangle =
        |x: f64, y: f64, width: f64, depth: f64| serde_json::to_value(Polygon::rectangle(x, y, width, depth)).unwrap();
    json!({
        "format": "fairway-layout/1", "id": "v", "name": {"en": "V"}, "languages": ["en"], "time_zone": "UTC", "booth_label": {"en": "stand"},
        "levels": [{"id": "L0", "ordinal": 0, "name": {"en": "Ground"}, "elevation_m": 0}],
        "units": [{"id": "hall", "kind": "hall", "level": "L0", "name": {"en": "Hall"}, "height_m": 8, "polygon": rectangle(0.0, 0.0, 30.0, 30.0)},
            {"id": "lobby", "kind": "concourse", "level": "L0", "name": {"en": "Lobby"}, "polygon": rectangle(0.0, -5.0, 30.0, 5.0)},
        ],
        "openings": [
            {"id": "exit", "kind": "emergency_exit", "from": [0, 1.5], "to": [0, 3.5], "between": ["hall"]},
            {"id": "entrance", "kind": "entrance", "from": [14, 0], "to": [18, 0], "between": ["hall"]},
        ],
        "fixtures": [
            {"id": "column", "kind": "column", "level": "L0", "footprint": rectangle(11.0, 14.5, 0.5, 0.5)},
            {"id": "hydrant", "kind": "hydrant", "level": "L0", "footprint": rectangle(15.5, 15.0, 0.5, 0.2)},
            {"id": "shutter", "kind": "shutter", "level": "L0", "footprint": rectangle(16.2, 10.0, 0.2, 4.0)},
        ],
        "aisles": [
            {"id": "south", "unit": "hall", "kind": "main", "name": {"en": "South"}, "line": [[5, 8], [25, 8]], "width_m": 4},
            {"id": "east", "unit": "hall", "kind": "secondary", "name": {"en": "East"}, "line": [[18, 5], [18, 18]], "width_m": 4},
        ],
        "booths": [
            {"id": "island", "unit": "hall", "kind": "raw_space", "footprint": rectangle(10.0, 10.0, 6.0, 4.0), "open_sides": [0, 1, 2, 3], "height_m": 4},
            {"id": "row-1", "unit": "hall", "kind": "shell_scheme", "footprint": rectangle(20.0, 20.0, 3.0, 3.0), "open_sides": [0], "height_m": 2.5},
            {"id": "row-2", "unit": "hall", "kind": "shell_scheme", "footprint": rectangle(23.0, 20.0, 3.0, 3.0), "open_sides": [0], "height_m": 2.5},
            {"id": "edge", "unit": "hall", "kind": "raw_space", "footprint": rectangle(1.0, 1.0, 4.0, 3.0), "open_sides": [1, 2], "height_m": 4},
        ],
    })
}

fn venue_of(layout: Value, rules: &Value) -> Venue {
    let layout: Layout = serde_json::from_value(layout).unwrap();
    let rules: Rules = serde_json::from_value(json!({"format": "fairway-rules/1", "rules": rules})).unwrap();
    Venue::new(VenueFiles {
        layout,
        exhibitors: Exhibitors::none(),
        programme: ProgrammeFile::none(),
        rules,
        live: Live::none(),
    })
    .unwrap()
}

fn rule(id: &str, value: f64, unit: &str) -> Value {
    json!({"id": id, "value": value, "unit": unit, "source": "the manual"})
}

fn part(kind: PartKind, x: f64, y: f64) -> Part {
    Part::new("part", kind, Point::new(x, y))
}

fn sized(kind: PartKind, x: f64, y: f64, size_m: [f64; 3]) -> Part {
    Part {
        size_m: Some(size_m),
        ..part(kind, x, y)
    }
}

/// A design whose parts are called `a`, `b`, `c`, … in their order.
fn design(stand: &str, parts: Vec<Part>) -> Design {
    let mut parts = parts;
    for (part, letter) in parts.iter_mut().zip('a'..) {
        part.id.0 = letter.to_string();
    }
    Design {
        format: DESIGN_FORMAT.to_owned(),
        stand: BoothId::new(stand),
        name: String::new(),
        parts,
    }
}

fn checked(venue: &Venue, stand: &str, parts: Vec<Part>) -> PlacementReport {
    let design = design(stand, parts);
    design.check().unwrap();
    check(venue, &design, &Hulls::new()).unwrap()
}
