//! Each rule: the clean example broken in exactly one way gives exactly that finding, at its pointer and line.

use crate::example::{Folder, replaced, text};

const LAYOUT: &str = "layout.json";
const EXHIBITORS: &str = "exhibitors.json";
const PROGRAMME: &str = "programme.json";
const RULES: &str = "rules.json";
const LIVE: &str = "live.json";

/// Replaces `from` by `to` in `file`, and expects one finding of `rule` at `pointer`, on the line that holds `line`.
struct Break {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static str,
    pointer: &'static str,
    line: &'static str,
}

fn expect(name: &str, breaks: &[Break]) {
    for (n, case) in breaks.iter().enumerate() {
        let folder = Folder::example(&format!("{name}-{n}"));
        let broken = replaced(text(case.file), case.from, case.to);
        folder.write(case.file, &broken);
        let findings = folder.findings();
        let about = format!("{} → {}: {findings:#?}", case.from, case.to);
        assert_eq!(findings.len(), 1, "{about}");
        let place = &findings[0]["place"];
        assert_eq!(findings[0]["rule"], case.rule, "{about}");
        assert_eq!(
            (&place["file"], &place["pointer"]),
            (&case.file.into(), &case.pointer.into()),
            "{about}"
        );
        let line = place["line"].as_u64().unwrap_or_else(|| panic!("no line: {about}"));
        let source = broken.lines().nth(line as usize - 1).unwrap_or_default();
        assert!(source.contains(case.line), "line {line} is `{source}`: {about}");
    }
}

/// What is put into the file is on the finding's line, unless the case says otherwise after an `@`.
macro_rules! breaks {
    ($name:ident: $($file:ident $from:literal => $to:literal: $rule:literal $pointer:literal $(@ $line:literal)?;)+) => {
        #[test]
        fn $name() {
            expect(stringify!($name), &[$(Break {
                file: $file,
                from: $from,
                to: $to,
                rule: $rule,
                pointer: $pointer,
                line: [$to $(, $line)?].last().unwrap_or(&$to),
            }),+]);
        }
    };
}

breaks! { fields:
    LAYOUT r#""time_zone""# => r#""timezone""#: "unknown-field" "/timezone";
    LAYOUT r#""color""# => r#""colour": "red", "color""#: "unknown-field" "/themes/0/colour";
    LAYOUT r#""elevation_m": 6"# => r#""elevation_m": "6""#: "wrong-type" "/levels/1/elevation_m";
    LAYOUT r#""clear_width_m": 1.4"# => r#""clear_width_m": "1,4""#: "wrong-type" "/openings/3/clear_width_m";
    LAYOUT r#""kind": "information""# => r#""kind": "info""#: "unknown-word" "/amenities/0/kind";
    LAYOUT r#"[30, 30], [0, 30]]"# => r#"[30, 30], [0]]"#: "wrong-type" "/units/0/polygon/3";
    LAYOUT r#", "heading_deg": 0"# => r#""#: "missing-field" "/kiosks/0";
    PROGRAMME r#""2026-09-24T09:30""# => r#""9:30""#: "bad-value" "/sessions/0/start";
    RULES r#""value": 4"# => r#""value": 4, "value": 5"#: "duplicate-field" "";
}

breaks! { ids:
    LAYOUT r#""id": "kiosk-1""# => r#""id": "foyer""#: "duplicate-id" "/kiosks/0/id";
    LAYOUT r#""id": "kiosk-1""# => r#""id": "aisle-a""#: "duplicate-id" "/aisles/0/id";
    LAYOUT r#""zh-Hans": "储能"}}"# => "\"zh-Hans\": \"储能\"}},\n{\"id\": \"solar\", \"name\": {\"en\": \"Sun\", \"zh-Hans\": \"太阳\"}}": "duplicate-id" "/categories/2/id" @ "Sun";
    PROGRAMME r#""zh-Hans": "电力"}}"# => "\"zh-Hans\": \"电力\"}},\n{\"id\": \"power\", \"name\": {\"en\": \"Sun\", \"zh-Hans\": \"太阳\"}}": "duplicate-id" "/tracks/1/id" @ "Sun";
    EXHIBITORS r#""id": "lumen""# => r#""id": "room-a""#: "duplicate-id" "/exhibitors/2/id";
    LAYOUT r#""ordinal": 1"# => r#""ordinal": 0"#: "duplicate-ordinal" "/levels/1/ordinal";
}

breaks! { references:
    LAYOUT r#""level": "L1", "name": {"en": "Room A""# => r#""level": "L2", "name": {"en": "Room A""#: "unknown-reference" "/units/3/level";
    LAYOUT r#""theme": "energy""# => r#""theme": "energi""#: "unknown-reference" "/units/0/theme";
    LAYOUT r#""between": ["foyer", "hall-1"]"# => r#""between": ["foyer", "hall-9"]"#: "unknown-reference" "/openings/1/between/1";
    LAYOUT r#""id": "aisle-a", "unit": "hall-1""# => r#""id": "aisle-a", "unit": "hall-2""#: "unknown-reference" "/aisles/0/unit";
    EXHIBITORS r#""booths": ["1B01"]"# => r#""booths": ["1B02"]"#: "unknown-reference" "/exhibitors/1/booths/0";
    EXHIBITORS r#"["storage", "solar"]"# => r#"["storage", "solr"]"#: "unknown-reference" "/exhibitors/1/categories/1";
    PROGRAMME r#""room": "room-a", "start""# => r#""room": "room-b", "start""#: "unknown-reference" "/sessions/0/room";
    PROGRAMME r#""track": "power""# => r#""track": "wind""#: "unknown-reference" "/sessions/1/track";
    PROGRAMME r#"["sunny"]"# => r#"["sunny", "rainy"]"#: "unknown-reference" "/sessions/1/exhibitors/1";
}

breaks! { polygons:
    LAYOUT "[[18, 20], [26, 20], [26, 27], [18, 27]]" => "[[18, 20], [20, 20], [26, 20], [22, 20]]": "no-area" "/booths/3/footprint";
    LAYOUT "[[18, 20], [26, 20], [26, 27], [18, 27]]" => "[[18, 20], [26, 20], [20, 27], [26, 26]]": "self-crossing" "/booths/3/footprint";
    LAYOUT "[15, 10], [0, 10]]" => "[15, 10], [0, 10], [0, 5]]": "repeated-corner" "/units/3/polygon/4";
    LAYOUT r#""open_sides": [0, 1, 2, 3]"# => r#""open_sides": [0, 1, 2, 4]"#: "unknown-side" "/booths/3/open_sides/3";
    LAYOUT "[11.7, 22.3]]" => "[11.7, 22300000]]": "far-away" "/fixtures/0/footprint/3";
}

breaks! { overlaps:
    LAYOUT "[[7, 14], [10, 14], [10, 17], [7, 17]]" => "[[6.9, 14], [10, 14], [10, 17], [6.9, 17]]": "overlap" "/booths/1/footprint";
    LAYOUT "[[11.7, 21.7], [12.3, 21.7], [12.3, 22.3], [11.7, 22.3]]" => "[[20, 21.7], [20.6, 21.7], [20.6, 22.3], [20, 22.3]]": "overlap" "/booths/3/footprint" @ "1B01";
    LAYOUT r#""point": [22, 8.5]"# => r#""point": [22, 8.5], "footprint": [[25, 19], [28, 19], [28, 21], [25, 21]]"#: "overlap" "/booths/3/footprint" @ "1B01";
    LAYOUT r#""point": [26, 3]}, {"level": "L1""# => r#""point": [26, 3], "footprint": [[25, 19], [28, 19], [28, 21], [25, 21]]}, {"level": "L1""#: "overlap" "/booths/3/footprint" @ "1B01";
    LAYOUT r#"[15, 10], [0, 10]]}"# => "[15, 10], [0, 10]]},\n{\"id\": \"door-b\", \"kind\": \"room\", \"level\": \"L1\", \"name\": {\"en\": \"B\", \"zh-Hans\": \"B\"}, \"polygon\": [[14, 5], [30, 5], [30, 10], [14, 10]]}": "overlap" "/units/4/polygon" @ "door-b";
}

breaks! { places:
    LAYOUT "[[0, 22], [3, 22], [3, 26], [0, 26]]" => "[[-1, 22], [3, 22], [3, 26], [-1, 26]]": "outside-unit" "/booths/2/footprint";
    LAYOUT r#""height_m": 5.5"# => r#""height_m": 12"#: "too-high" "/booths/3/height_m";
    LAYOUT r#""height_m": 5.5"# => r#""height_m": -5.5"#: "bad-measure" "/booths/3/height_m";
    LAYOUT r#""point": [10, 6]"# => r#""point": [10, -6]"#: "off-floor" "/kiosks/0/point";
    LAYOUT r#""heading_deg": 0, "# => r#""heading_deg": 0, "manner": {"idle_s": 5}, "#: "bad-measure" "/kiosks/0/manner/idle_s";
    LAYOUT r#""heading_deg": 0, "# => r#""heading_deg": 0, "manner": {"reload_hour": 24}, "#: "bad-measure" "/kiosks/0/manner/reload_hour";
    LAYOUT r#""heading_deg": 0, "# => r#""heading_deg": 0, "manner": {"health_code": "123"}, "#: "bad-code" "/kiosks/0/manner/health_code";
    LAYOUT r#""heading_deg": 0, "# => r#""heading_deg": 0, "manner": {"health_url": "https://elsewhere.example/"}, "#: "bad-path" "/kiosks/0/manner/health_url";
    LAYOUT r#""heading_deg": 0, "# => r#""heading_deg": 0, "manner": {"greetings": [{"en": "Hello"}]}, "#: "missing-translation" "/kiosks/0/manner/greetings/0";
    LAYOUT r#""point": [10, 6]"# => r#""point": [22, 25]"#: "inside-booth" "/kiosks/0/point";
    LAYOUT r#""point": [22, 8.5]"# => r#""point": [22, 85]"#: "off-floor" "/amenities/1/point";
    LAYOUT r#""line": [[15, 10], [15, 30]]"# => r#""line": [[15, 10], [15, 31]]"#: "outside-unit" "/aisles/0/line/1";
    LAYOUT r#""line": [[15, 10], [15, 30]]"# => r#""line": [[15, 10], [25, 30]]"#: "aisle-through-booth" "/aisles/0/line";
    LAYOUT r#""line": [[15, 10], [15, 30]]"# => r#""line": [[15, 10]]"#: "no-line" "/aisles/0/line";
    LAYOUT r#""open_sides": [0, 1]"# => r#""open_sides": [0, 3]"#: "blocked-side" "/booths/1/open_sides/1";
    LAYOUT r#""open_sides": [1]"# => r#""open_sides": [1, 3]"#: "blocked-side" "/booths/2/open_sides/1";
    LAYOUT r#""open_sides": [1]"# => r#""open_sides": []"#: "no-open-side" "/booths/2/open_sides";
}

breaks! { ways:
    LAYOUT r#""from": [12, 10], "to": [18, 10]"# => r#""from": [12, 10], "to": [18, 10.4]"#: "door-to-nowhere" "/openings/1";
    LAYOUT r#""between": ["hall-1"]"# => r#""between": ["foyer"]"#: "door-to-nowhere" "/openings/2/between/0";
    LAYOUT r#""between": ["foyer", "hall-1"]"# => r#""between": ["foyer", "gallery"]"#: "door-to-nowhere" "/openings/1/between/1";
    LAYOUT r#""from": [30, 18], "to": [30, 20]"# => r#""from": [30, 18], "to": [30, 18]"#: "door-to-nowhere" "/openings/2/to";
    LAYOUT r#""between": ["hall-1"]"# => r#""between": []"#: "door-to-nowhere" "/openings/2/between";
    LAYOUT r#""between": ["hall-1"]"# => r#""between": ["hall-1", "hall-1"]"#: "door-to-nowhere" "/openings/2/between/1";
    LAYOUT r#""clear_width_m": 1.4"# => r#""clear_width_m": 2.4"#: "bad-measure" "/openings/3/clear_width_m";
    LAYOUT r#"[{"level": "L0", "point": [26, 3]}, {"level": "L1", "point": [26, 3]}]"# => r#"[{"level": "L0", "point": [26, 3]}]"#: "joins-nothing" "/connectors/0/ends";
    LAYOUT r#"{"level": "L1", "point": [26, 3]}"# => r#"{"level": "L0", "point": [26, 3]}"#: "joins-nothing" "/connectors/0/ends/1/level";
    LAYOUT r#"{"level": "L1", "point": [26, 3]}"# => r#"{"level": "L1", "point": [26, 33]}"#: "joins-nothing" "/connectors/0/ends/1/point";
    LAYOUT r#""to": [8.5, 5], "between": ["gallery", "room-a"]"# => r#""to": [8.5, 5], "between": ["gallery"]"#: "unreachable" "/units/3" @ "room-a";
    LAYOUT "[[11.7, 21.7], [12.3, 21.7], [12.3, 22.3], [11.7, 22.3]]" => "[[3.1, 21], [8, 21], [8, 27], [3.1, 27]]": "walled-in" "/booths/2" @ "1A03";
}

breaks! { settings:
    LAYOUT r#"["en", "zh-Hans"]"# => "[]": "no-languages" "/languages";
    LAYOUT r#"["en", "zh-Hans"]"# => r#"["en", "zh-Hans", "en"]"#: "bad-language" "/languages/2";
    LAYOUT r#""Europe/London""# => r#""""#: "bad-time-zone" "/time_zone";
    LAYOUT r#""Europe/London""# => r#""GMT+1""#: "bad-time-zone" "/time_zone";
    LAYOUT r##""#2e8b57""## => r#""seagreen""#: "bad-color" "/themes/0/color";
    LAYOUT r#""elevation_m": 6"# => r#""elevation_m": -6"#: "levels-out-of-order" "/levels/1/elevation_m";
    LAYOUT r#""latitude": 51.4779"# => r#""latitude": 514779"#: "bad-measure" "/georeference/latitude";
    RULES r#""value": 4"# => r#""value": -4"#: "bad-measure" "/rules/0/value";
}

breaks! { rules_for_some_stands:
    RULES r#""units": ["hall-1"]"# => r#""units": ["hall-9"]"#: "unknown-reference" "/rules/1/applies/units/0";
    RULES r#""units": ["hall-1"]"# => r#""levels": ["L9"]"#: "unknown-reference" "/rules/1/applies/levels/0";
    RULES r#""units": ["hall-1"]"# => r#""areas": [{"level": "L9", "polygon": [[0, 0], [1, 0], [1, 1]]}]"#: "unknown-reference" "/rules/1/applies/areas/0/level";
    RULES r#""severity": "warning""# => r#""severity": "grave""#: "unknown-word" "/rules/1/severity";
}

breaks! { texts:
    LAYOUT r#"{"en": "Room A", "zh-Hans": "A会议室"}"# => r#"{"en": "Room A"}"#: "missing-translation" "/units/3/name";
    LAYOUT r#""zh-Hans": "A会议室""# => r#""zh-Hans": " ""#: "empty-text" "/units/3/name/zh-Hans";
    LAYOUT r#"{"en": "stand", "zh-Hans": "展位"}"# => "{}": "missing-translation" "/booth_label";
    EXHIBITORS r#"{"en": "Solar tiles", "zh-Hans": "太阳能瓦"}"# => r#"{"en": "Solar tiles"}"#: "missing-translation" "/exhibitors/0/products/0";
    PROGRAMME r#"{"en": "Opening", "zh-Hans": "开幕式"}"# => r#"{"zh-Hans": "开幕式"}"#: "missing-translation" "/sessions/0/title";
}

breaks! { exhibitors:
    EXHIBITORS r#""booths": ["1B01"]"# => r#""booths": []"#: "no-booth" "/exhibitors/1/booths";
    EXHIBITORS r#""booths": ["1B01"]"# => r#""booths": ["1B01", "1B01"]"#: "named-twice" "/exhibitors/1/booths/1";
    EXHIBITORS r#""GB""# => r#""Britain""#: "bad-country" "/exhibitors/0/country";
}

breaks! { programme:
    PROGRAMME r#""end": "2026-09-24T11:15""# => r#""end": "2026-09-24T10:15""#: "ends-before-start" "/sessions/1/end";
    PROGRAMME r#""start": "2026-09-24T10:30""# => r#""start": "2026-09-24T10:29""#: "room-taken" "/sessions/1/room";
    PROGRAMME r#""start": "2026-09-24T09:30""# => r#""start": "2026-09-24T08:30""#: "outside-hours" "/sessions/0/start";
    PROGRAMME r#""room": "room-a", "start""# => r#""room": "foyer", "start""#: "not-a-room" "/sessions/0/room";
}

breaks! { live:
    LIVE r#"{"place": "aisle-a"}"# => r#"{"place": "aisle-b"}"#: "unknown-reference" "/closures/0/what/place";
    LIVE r#"{"place": "aisle-a"}"# => r#"{"place": "1A01"}"#: "unknown-reference" "/closures/0/what/place";
    LIVE r#"{"place": "aisle-a"}"# => r#"{"plce": "aisle-a"}"#: "unknown-word" "/closures/0/what";
    LIVE r#""until": "2026-09-24T14:00""# => r#""until": "2026-09-24T11:00""#: "ends-before-start" "/closures/0/until";
    LIVE r#""level": "L0""# => r#""level": "L2""#: "unknown-reference" "/closures/2/what/area/level";
    LIVE "[26, 30], [20, 30]]" => "[23, 28]]": "no-area" "/closures/2/what/area/polygon";
    LIVE r#""into": "foyer""# => r#""into": "room-a""#: "not-beside" "/one_way/0/way/opening/into";
    LIVE r#""direction": "up""# => r#""direction": "both""#: "unknown-word" "/one_way/1/way/connector/direction";
    LIVE r#""close": "2026-09-24T16:00""# => r#""close": "2026-09-24T08:00""#: "ends-before-start" "/hours/0/days/0/close";
    LIVE r#""persons_per_m2": 1.2"# => r#""persons_per_m2": 12"#: "bad-density" "/crowds/0/persons_per_m2";
    LIVE r#"{"en": "film crew", "zh-Hans": "拍摄"}"# => r#"{"en": "film crew"}"#: "missing-translation" "/closures/0/reason";
}
