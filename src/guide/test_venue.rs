//! A small venue for tests: two halls beside a concourse, with a room and a kiosk above.
//!
//! ```text
//!  y 30 ┌──────── hall 1 ────────┬──────── hall 2 ────────┐
//!       │ 1A01 1A02   aisle A    │  2A01                  │
//!       │ 1B01 1B02 ═══════════  │                        │
//!  y 10 ├──────────╴ ╶───────────┴──────────╴ ╶───────────┤
//!       │ concourse: restroom, café, lift, entrance south │
//!  y  0 └─────────────────────╴ ╶─────────────────────────┘   x 0 … 60
//! ```

use crate::venue::{Bundle, FreeFloor, Live, Venue, VenueFiles};
use crate::wayfinding::free_floor;
use serde_json::{Value, json};

pub fn bundle() -> Bundle {
    serde_json::from_value(bundle_json()).unwrap()
}

pub fn bundle_json() -> Value {
    json!({
        "format": "fairway-venue/1",
        "layout": layout(),
        "exhibitors": exhibitors(),
        "programme": programme(),
        "rules": rules(),
        "floor": floor(),
        "models": [{"file": "hall-1.00.glb", "units": ["hall-1"], "bytes": 1000}],
    })
}

/// What `fairway build` would work out.
fn floor() -> Vec<FreeFloor> {
    let files = VenueFiles {
        layout: serde_json::from_value(layout()).unwrap(),
        exhibitors: serde_json::from_value(exhibitors()).unwrap(),
        programme: serde_json::from_value(programme()).unwrap(),
        rules: serde_json::from_value(rules()).unwrap(),
        live: Live::none(),
    };
    free_floor(&Venue::new(files).unwrap())
}

fn rules() -> Value {
    json!({"format": "fairway-rules/1", "rules": []})
}

fn text(en: &str, zh: &str) -> Value {
    json!({"en": en, "zh-Hans": zh})
}

fn rectangle(x: f64, y: f64, width: f64, depth: f64) -> Value {
    json!([[x, y], [x + width, y], [x + width, y + depth], [x, y + depth]])
}

fn layout() -> Value {
    json!({
        "format": "fairway-layout/1",
        "id": "test",
        "name": text("Test Fair", "测试展"),
        "languages": ["en", "zh-Hans"],
        "time_zone": "Asia/Shanghai",
        "booth_label": text("booth", "展位"),
        "themes": [{"id": "ai", "name": text("Artificial Intelligence", "人工智能"), "color": "#3366cc"}],
        "categories": [
            {"id": "robots", "name": text("Robotics", "机器人")},
            {"id": "home", "name": text("Smart Home", "智能家居")},
        ],
        "levels": [
            {"id": "upper", "ordinal": 1, "name": text("Upper level", "二层"), "elevation_m": 6.0},
            {"id": "ground", "ordinal": 0, "name": text("Ground level", "一层"), "elevation_m": 0.0},
        ],
        "units": [
            {"id": "hall-2", "kind": "hall", "level": "ground", "name": text("Hall 2", "2号馆"), "number": "2", "polygon": rectangle(30.0, 10.0, 30.0, 20.0), "height_m": 12.0},
            {"id": "hall-1", "kind": "hall", "level": "ground", "name": text("Hall 1", "1号馆"), "number": "1", "polygon": rectangle(0.0, 10.0, 30.0, 20.0), "height_m": 12.0, "theme": "ai"},
            {"id": "concourse", "kind": "concourse", "level": "ground", "name": text("Concourse", "中央大厅"), "polygon": rectangle(0.0, 0.0, 60.0, 10.0)},
            {"id": "foyer", "kind": "area", "level": "upper", "name": text("Foyer", "前厅"), "polygon": rectangle(0.0, 0.0, 60.0, 10.0)},
            {"id": "room-201", "kind": "room", "level": "upper", "name": text("Room 201", "201会议室"), "polygon": rectangle(0.0, 10.0, 12.0, 8.0), "capacity": 80},
        ],
        "openings": [
            {"id": "door-1", "kind": "door", "from": [14.0, 10.0], "to": [16.0, 10.0], "between": ["hall-1", "concourse"]},
            {"id": "door-2", "kind": "door", "from": [44.0, 10.0], "to": [46.0, 10.0], "between": ["hall-2", "concourse"]},
            {"id": "entrance-south", "kind": "entrance", "from": [29.0, 0.0], "to": [31.0, 0.0], "between": ["concourse"], "name": text("South entrance", "南入口")},
            {"id": "door-201", "kind": "door", "from": [5.0, 10.0], "to": [6.0, 10.0], "between": ["room-201", "foyer"]},
        ],
        "connectors": [
            {"id": "lift-1", "kind": "lift", "ends": [{"level": "ground", "point": [55.0, 5.0]}, {"level": "upper", "point": [55.0, 5.0]}]},
        ],
        "amenities": [
            {"id": "wc-1", "kind": "restroom", "level": "ground", "point": [5.0, 1.0], "footprint": rectangle(3.0, 0.0, 4.0, 0.8)},
            {"id": "cafe-1", "kind": "cafe", "level": "ground", "point": [20.0, 1.0], "name": text("Lotus Café", "莲花咖啡")},
            {"id": "wc-hall-2", "kind": "restroom", "level": "ground", "point": [58.0, 28.0]},
            {"id": "info", "kind": "information", "level": "ground", "point": [32.0, 3.0]},
        ],
        "fixtures": [
            {"id": "column-1", "kind": "column", "level": "ground", "footprint": rectangle(29.0, 20.0, 0.6, 0.6)},
        ],
        "kiosks": [{"id": "kiosk-1", "level": "ground", "point": [28.0, 3.0], "heading_deg": 0.0, "name": text("Kiosk 1", "导览屏1")}],
        "aisles": [
            {"id": "aisle-a", "unit": "hall-1", "kind": "main", "name": text("Aisle A", "A通道"), "line": [[2.0, 19.5], [28.0, 19.5]], "width_m": 3.0},
            {"id": "aisle-b", "unit": "hall-1", "kind": "secondary", "name": text("Aisle B", "B通道"), "line": [[2.0, 12.0], [28.0, 12.0]], "width_m": 3.0},
        ],
        "booths": [
            booth("1A02", "hall-1", "shell_scheme", rectangle(8.0, 21.0, 3.0, 3.0), &[0]),
            booth("1A01", "hall-1", "shell_scheme", rectangle(5.0, 21.0, 3.0, 3.0), &[0]),
            booth("1B01", "hall-1", "shell_scheme", rectangle(5.0, 15.0, 3.0, 3.0), &[2]),
            booth("1B02", "hall-1", "shell_scheme", rectangle(8.0, 15.0, 3.0, 3.0), &[2, 1]),
            booth("1C01", "hall-1", "shell_scheme", rectangle(20.0, 14.0, 3.0, 3.0), &[0]),
            booth("2A01", "hall-2", "raw_space", rectangle(40.0, 15.0, 9.0, 8.0), &[0, 1, 2, 3]),
        ],
    })
}

fn booth(id: &str, unit: &str, kind: &str, footprint: Value, open_sides: &[usize]) -> Value {
    json!({"id": id, "unit": unit, "kind": kind, "footprint": footprint, "open_sides": open_sides, "height_m": 2.5})
}

fn exhibitors() -> Value {
    json!({
        "format": "fairway-exhibitors/1",
        "exhibitors": [
            {"id": "acme", "name": text("Acmé Robotics", "顶点机器人有限公司"), "about": text("Makes arms that lift.", "制造搬运机械臂。"), "categories": ["robots"], "products": [text("Robot arm", "机械臂"), text("Gripper", "夹爪")], "booths": ["1A01"], "country": "CN"},
            {"id": "brook", "name": text("Brook & Sons Lighting", "小溪照明"), "categories": ["home"], "products": [text("Smart lamp", "智能灯")], "booths": ["1B02", "2A01"], "country": "SE"},
            {"id": "cloud", "name": text("Cloud Nine", "九云科技"), "categories": ["home", "robots"], "booths": ["1B02"]},
            {"id": "nowhere", "name": text("Nowhere Yet", "待定"), "booths": []},
        ],
    })
}

fn programme() -> Value {
    json!({
        "format": "fairway-programme/1",
        "tracks": [{"id": "machines", "name": text("Machines", "机器")}],
        "sessions": [
            {"id": "s-2", "title": text("Lamps at home", "居家照明"), "room": "room-201", "start": "2026-09-24T14:00", "end": "2026-09-24T15:00", "exhibitors": ["brook"]},
            {"id": "s-1", "title": text("Robots at work", "工作中的机器人"), "summary": text("What they can lift.", "它们能举起什么。"), "room": "room-201", "track": "machines", "start": "2026-09-24T10:00", "end": "2026-09-24T11:00"},
        ],
    })
}
