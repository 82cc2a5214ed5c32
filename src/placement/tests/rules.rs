//! Each rule: what keeps it, and what breaks it by a value that is known.

use super::*;
use crate::placement::{Hull, Measure, Unchecked, Why, said};
use crate::venue::Severity;
use PartKind::*;

struct Broken {
    rules: Vec<Value>,
    stand: &'static str,
    keeps: Vec<Part>,
    breaks: Vec<Part>,
    measured: f64,
    parts: &'static str,
    beside: Option<&'static str>,
}

fn one(
    id: &str,
    value: f64,
    unit: &str,
    stand: &'static str,
    keeps: Vec<Part>,
    breaks: Vec<Part>,
    measured: f64,
) -> Broken {
    Broken {
        rules: vec![rule(id, value, unit)],
        stand,
        keeps,
        breaks,
        measured,
        parts: "a",
        beside: None,
    }
}

impl Broken {
    fn by(self, parts: &'static str) -> Self {
        Self { parts, ..self }
    }

    fn beside(self, beside: &'static str) -> Self {
        Self {
            beside: Some(beside),
            ..self
        }
    }

    fn with(mut self, id: &str, value: f64) -> Self {
        self.rules.push(rule(id, value, "m"));
        self
    }

    fn expect(self) {
        let venue = venue_of(layout(), &json!(self.rules));
        let id = self.rules[0]["id"].as_str().unwrap();
        let kept = checked(&venue, self.stand, self.keeps);
        assert_eq!(kept.findings, [], "{id}");
        assert!(kept.checked.iter().any(|checked| checked == id), "{kept:?}");
        let broken = checked(&venue, self.stand, self.breaks);
        let [finding] = broken.findings.as_slice() else {
            panic!("{id}: {:#?}", broken.findings);
        };
        let parts: String = finding.parts.iter().map(ToString::to_string).collect();
        assert_eq!(
            (parts.as_str(), finding.beside.as_deref()),
            (self.parts, self.beside),
            "{finding:?}"
        );
        assert!((finding.measured - self.measured).abs() < 1e-3, "{finding:?}");
        assert_eq!(finding.measure.name(), id);
        assert!(said(finding, "en").source.starts_with("the manual"));
    }
}

fn high(kind: PartKind, above_m: f64) -> Part {
    Part {
        above_m: Some(above_m),
        ..part(kind, 3.0, 2.0)
    }
}

fn turned(part: Part, turn_deg: f64) -> Part {
    Part { turn_deg, ..part }
}

#[test]
fn nothing_is_outside_the_stand() {
    let boundary = |breaks, out| {
        one(
            "boundary_max_overhang",
            0.0,
            "m",
            "island",
            vec![part(Counter, 0.5, 0.25)],
            vec![breaks],
            out,
        )
    };
    boundary(part(Counter, 0.2, 2.0), 0.3).expect();
    // On its corner: half a diagonal.
    boundary(
        turned(sized(Counter, 0.5, 2.0, [1.0, 1.0, 1.0]), 45.0),
        0.5_f64.sqrt() - 0.5,
    )
    .expect();
    // Overhead counts as well: a truss's beam, and what hangs.
    boundary(sized(Truss, 1.0, 2.0, [3.0, 0.3, 3.0]), 0.5).expect();
    boundary(
        Part {
            at: Point::new(3.0, 4.0),
            ..high(Banner, 4.0)
        },
        0.15,
    )
    .expect();
}

#[test]
fn heights_go_by_the_kind_of_stand() {
    let tower = |height| sized(Tower, 1.5, 1.5, [1.0, 1.0, height]);
    let deck = |above_m| Part {
        size_m: Some([3.0, 3.0, 1.4]),
        ..high(UpperDeck, above_m)
    };
    one(
        "single_deck_max_height",
        4.5,
        "m",
        "island",
        vec![tower(4.5), high(Banner, 6.0)],
        vec![tower(5.0)],
        5.0,
    )
    .expect();
    one(
        "double_deck_max_height",
        6.0,
        "m",
        "island",
        vec![deck(2.5), tower(6.0)],
        vec![deck(5.0)],
        6.4,
    )
    .expect();
    one(
        "shell_scheme_panel_height",
        2.5,
        "m",
        "row-1",
        vec![part(ShellScheme, 0.0, 0.0)],
        vec![tower(4.0)],
        4.0,
    )
    .expect();
    let venue = venue_of(layout(), &json!([rule("shell_scheme_panel_height", 2.5, "m")]));
    assert_eq!(checked(&venue, "island", vec![tower(4.0)]).findings, []);
}

#[test]
fn what_is_overhead_keeps_its_distances() {
    one(
        "ceiling_gap",
        0.5,
        "m",
        "island",
        vec![high(Banner, 6.5)],
        vec![high(Banner, 6.8)],
        0.2,
    )
    .expect();
    one(
        "hanging_min_height",
        2.5,
        "m",
        "island",
        vec![high(Banner, 2.5)],
        vec![high(Banner, 2.4)],
        2.4,
    )
    .expect();
}

#[test]
fn open_sides_stay_open() {
    let along = |kind, width| sized(kind, 3.0, 0.2, [width, 0.1, 2.5]);
    let entry = |keeps, breaks, gap| {
        one(
            "open_side_entry_min_width",
            1.5,
            "m",
            "island",
            vec![keeps],
            vec![breaks],
            gap,
        )
        .by("")
        .beside("0")
    };
    entry(along(Wall, 3.0), along(Wall, 4.8), 0.6).expect();
    entry(along(GlassWall, 3.0), along(GlassWall, 4.8), 0.6).expect();
    let walled = |keeps| {
        one(
            "aisle_side_wall_max_share",
            0.5,
            "share",
            "island",
            vec![keeps],
            vec![along(Wall, 4.8)],
            0.8,
        )
        .beside("0")
    };
    walled(along(Wall, 3.0)).expect();
    walled(along(GlassWall, 4.8)).expect();
    walled(sized(Counter, 3.0, 0.3, [4.8, 0.5, 1.05])).expect();
    walled(sized(Wall, 3.0, 1.0, [4.8, 0.1, 2.5])).expect();
}

#[test]
fn neighbours_are_not_hidden() {
    let tower = |y, height| vec![sized(Tower, 1.5, y, [1.0, 1.0, height])];
    let sight = |keeps| {
        let sight = one("sight_line_setback", 1.52, "m", "row-1", keeps, tower(0.8, 2.4), 0.3).beside("row-2");
        sight
            .with("sight_line_low_height", 1.22)
            .with("sight_line_neighbour_distance", 3.05)
    };
    sight(tower(2.2, 2.4)).expect();
    sight(tower(0.8, 1.2)).expect();
    let venue = venue_of(layout(), &json!([rule("sight_line_setback", 1.52, "m")]));
    let report = checked(&venue, "row-1", tower(0.8, 2.4));
    assert_eq!(
        (report.findings.len(), report.checked.len()),
        (0, 0),
        "without its heights it cannot be checked"
    );
}

#[test]
fn room_is_left_round_what_is_in_the_hall() {
    let away = || vec![part(Counter, 3.0, 1.0)];
    let island = |id, limit, x, y, measured| one(id, limit, "m", "island", away(), vec![part(Counter, x, y)], measured);
    island("hydrant_clearance", 1.4, 5.5, 3.5, 1.25)
        .beside("hydrant")
        .expect();
    island("column_clearance", 0.6, 1.25, 3.75, 0.5)
        .beside("column")
        .expect();
    island("shutter_clearance", 0.6, 5.5, 2.0, 0.2)
        .beside("shutter")
        .expect();
    one(
        "wall_clearance",
        1.2,
        "m",
        "edge",
        vec![part(Counter, 2.0, 2.0)],
        vec![part(Counter, 0.5, 1.5)],
        1.0,
    )
    .beside("hall")
    .expect();
    one(
        "exit_front_clearance",
        4.0,
        "m",
        "edge",
        vec![part(Counter, 3.5, 1.5), part(Counter, 1.5, 2.76)],
        vec![part(Counter, 1.5, 1.5)],
        2.0,
    )
    .beside("exit")
    .expect();
    let banner = sized(Banner, 6.0, 2.0, [1.0, 1.0, 1.0]);
    one("under_shutter_max_area", 0.0, "m2", "island", away(), vec![banner], 0.2)
        .beside("shutter")
        .expect();
}

#[test]
fn upper_decks_are_small_and_have_stairs() {
    let deck = |width| sized(UpperDeck, width / 2.0, 2.0, [width, 4.0, 1.4]);
    one(
        "upper_deck_max_share",
        0.5,
        "share",
        "island",
        vec![deck(3.0)],
        vec![deck(4.5)],
        0.75,
    )
    .expect();
    let stairs = |x| sized(Stairs, x, 2.0, [1.0, 3.0, 2.8]);
    one(
        "upper_deck_min_exits",
        1.0,
        "number",
        "island",
        vec![deck(3.0), stairs(3.5)],
        vec![deck(3.0), stairs(4.0)],
        0.0,
    )
    .expect();
}

/// A room of 3 × 3 m with a door that wide, and a table in it.
fn room(door_m: f64) -> Vec<Part> {
    let front = (3.0 - door_m) / 2.0;
    let wall = |x, y, width| sized(Wall, x, y, [width, 0.1, 2.5]);
    vec![
        part(Table, 2.5, 2.0),
        turned(wall(1.05, 2.0, 3.0), 90.0),
        turned(wall(3.95, 2.0, 3.0), 90.0),
        wall(2.5, 3.45, 3.0),
        wall(1.0 + front / 2.0, 0.55, front),
        wall(4.0 - front / 2.0, 0.55, front),
    ]
}

#[test]
fn ways_are_wide_enough_and_without_steps() {
    one("way_min_width", 1.0, "m", "island", room(1.01), room(0.8), 0.8).expect();
    // Nothing to visit, but floor that nobody comes to.
    one(
        "way_min_width",
        1.0,
        "m",
        "island",
        room(1.01).split_off(1),
        room(0.8).split_off(1),
        0.8,
    )
    .by("")
    .expect();
    let platform = || part(Platform, 1.5, 1.5);
    one(
        "step_max_height",
        0.02,
        "m",
        "island",
        vec![platform(), part(Ramp, 3.6, 1.5)],
        vec![platform(), part(Ramp, 5.0, 1.5)],
        0.1,
    )
    .expect();
    let ramp = |height| vec![sized(Ramp, 3.0, 2.0, [1.2, 1.2, height])];
    one("ramp_max_slope", 0.1, "share", "island", ramp(0.1), ramp(0.18), 0.15).expect();
}

#[test]
fn the_floor_carries_what_is_heaped_on_it() {
    let block = |x, kg| Part {
        weight_kg: Some(kg),
        ..sized(Storage, x, 2.0, [1.0, 1.0, 1.0])
    };
    let load = |breaks, measured| {
        one(
            "floor_max_load",
            3.0,
            "t/m2",
            "island",
            vec![block(1.0, 2000.0), block(2.0, 2000.0)],
            breaks,
            measured,
        )
    };
    load(vec![block(1.0, 4000.0)], 4.0).expect();
    load(vec![block(1.0, 2000.0), block(1.5, 1500.0)], 3.5)
        .by("ab")
        .expect();
    // A truss stands on its legs.
    let truss = Part {
        weight_kg: Some(720.0),
        ..part(Truss, 3.0, 2.0)
    };
    load(vec![truss], 4.0).expect();
    let venue = venue_of(layout(), &json!([rule("floor_max_load", 3.0, "t/m2")]));
    let hulls = Hulls::from([(
        "machine".to_owned(),
        Hull::of_triangles(&[[[0.0; 3], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]]),
    )]);
    let machine = Part {
        model: Some("machine".to_owned()),
        ..part(Model, 1.0, 1.0)
    };
    let report = check(&venue, &design("island", vec![machine]), &hulls).unwrap();
    assert!(report.unchecked.contains(&Unchecked {
        what: "a".to_owned(),
        why: Why::NoWeight
    }));
}

#[test]
fn aisles_keep_their_width() {
    let inside = || vec![part(Counter, 3.0, 2.0)];
    let out_east = || vec![sized(Counter, 6.0, 2.0, [2.0, 1.0, 1.0])];
    one("aisle_min_width", 3.5, "m", "island", inside(), out_east(), 3.0)
        .beside("east")
        .expect();
    let out_south = vec![sized(Counter, 3.0, 0.0, [1.0, 2.0, 1.0])];
    one("aisle_main_min_width", 3.5, "m", "island", inside(), out_south, 3.0)
        .beside("south")
        .expect();
    // People walk under what is high enough.
    one(
        "aisle_min_width",
        3.5,
        "m",
        "island",
        vec![Part {
            at: Point::new(6.0, 2.0),
            ..high(Banner, 2.5)
        }],
        out_east(),
        3.0,
    )
    .beside("east")
    .expect();
}

#[test]
fn a_rule_is_for_the_stands_that_it_names() {
    let limited = |applies: Value| {
        let rules = json!([{"id": "low", "limits": "single_deck_max_height", "value": 2, "unit": "m", "source": "the manual", "severity": "warning",
            "clause": "4.1", "applies": applies}]);
        checked(&venue_of(layout(), &rules), "island", vec![part(Tower, 2.0, 2.0)])
    };
    for applies in [
        json!({}),
        json!({"stands": ["raw_space"]}),
        json!({"open_sides": [4]}),
        json!({"units": ["hall"], "levels": ["L0"]}),
        json!({"areas": [{"level": "L0", "polygon": [[12, 11], [14, 11], [14, 13], [12, 13]]}]}),
    ] {
        let report = limited(applies);
        let [finding] = report.findings.as_slice() else {
            panic!("{report:?}")
        };
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(said(finding, "en").source, "the manual, 4.1");
        assert_eq!(report.checked, ["low"]);
    }
    for applies in [
        json!({"stands": ["shell_scheme"]}),
        json!({"open_sides": [1, 2]}),
        json!({"units": ["lobby"]}),
        json!({"areas": [{"level": "L0", "polygon": [[0, 0], [5, 0], [5, 5], [0, 5]]}]}),
    ] {
        let report = limited(applies);
        assert_eq!((report.findings.len(), report.checked.len()), (0, 0));
        assert!(report.unchecked.contains(&Unchecked {
            what: "single_deck_max_height".to_owned(),
            why: Why::NoRule
        }));
    }
}

#[test]
fn what_was_not_checked_is_said() {
    let mut plan = layout();
    plan["units"][0].as_object_mut().unwrap().remove("height_m");
    let rules = json!([
        rule("ceiling_gap", 0.5, "m"),
        rule("row_max_length", 21.0, "m"),
        rule("wall_clearance", 0.6, "share")
    ]);
    let report = checked(&venue_of(plan, &rules), "island", vec![part(Tower, 3.0, 2.0)]);
    for (what, why) in [
        ("ceiling_gap", Why::PlanLacks),
        ("row_max_length", Why::NotOfDesigns),
        ("wall_clearance", Why::OtherUnit),
    ] {
        let unchecked = Unchecked {
            what: what.to_owned(),
            why,
        };
        assert!(report.unchecked.contains(&unchecked), "{report:?}");
    }
    assert_eq!(report.checked, [] as [&str; 0]);
    let unruled = report
        .unchecked
        .iter()
        .filter(|unchecked| unchecked.why == Why::NoRule)
        .count();
    assert_eq!(
        unruled,
        Measure::ALL.iter().filter(|measure| measure.is_ruled()).count() - 4
    );
}

#[test]
fn a_model_is_what_its_triangles_cover() {
    // A roof of 6 × 1 m on one leg: its box would stand in the aisle.
    let slab = |x: f64, y: f64, width: f64, depth: f64, z: f64| {
        let corners = [
            [x, y, z],
            [x + width, y, z],
            [x + width, y + depth, z],
            [x, y + depth, z],
        ];
        [
            [corners[0], corners[1], corners[2]],
            [corners[0], corners[2], corners[3]],
        ]
    };
    let triangles = [slab(-0.5, -0.5, 1.0, 1.0, 0.0), slab(-3.0, -0.5, 6.0, 1.0, 3.0)].concat();
    let hulls = Hulls::from([("roof".to_owned(), Hull::of_triangles(&triangles))]);
    let venue = venue_of(
        layout(),
        &json!([
            rule("boundary_max_overhang", 0.0, "m"),
            rule("aisle_min_width", 4.0, "m")
        ]),
    );
    let roof = |model: &str| Part {
        model: Some(model.to_owned()),
        ..part(Model, 4.0, 2.0)
    };
    let report = check(&venue, &design("island", vec![roof("roof")]), &hulls).unwrap();
    let [finding] = report.findings.as_slice() else {
        panic!("{report:?}")
    };
    assert_eq!(finding.measure, Measure::BoundaryMaxOverhang);
    assert!(
        (finding.measured - 1.0).abs() < 1e-3 && finding.mark.from_m > 2.5,
        "{finding:?}"
    );
    let report = check(&venue, &design("island", vec![roof("tent")]), &hulls).unwrap();
    assert_eq!(report.findings[0].measure, Measure::UnknownModel);
}

#[test]
fn one_walks_on_a_models_carpet_and_not_into_what_is_closed() {
    // A carpet of 6 × 4 m, and on it the four sides of a box of 3 × 3 m, without a lid.
    let quad = |a, b, c, d| [[a, b, c], [a, c, d]];
    let carpet = quad(
        [-3.0, -2.0, 0.01],
        [3.0, -2.0, 0.01],
        [3.0, 2.0, 0.01],
        [-3.0, 2.0, 0.01],
    );
    let corners = [[-1.5, -1.5], [1.5, -1.5], [1.5, 1.5], [-1.5, 1.5]];
    let side = |i: usize| {
        let ([x, y], [u, v]) = (corners[i], corners[(i + 1) % 4]);
        quad([x, y, 0.01], [u, v, 0.01], [u, v, 2.0], [x, y, 2.0])
    };
    let triangles = [carpet, side(0), side(1), side(2), side(3)].concat();
    let hulls = Hulls::from([("box".to_owned(), Hull::of_triangles(&triangles))]);
    let venue = venue_of(layout(), &json!([rule("way_min_width", 1.0, "m")]));
    let model = Part {
        model: Some("box".to_owned()),
        ..part(Model, 3.0, 2.0)
    };
    let report = check(&venue, &design("island", vec![model]), &hulls).unwrap();
    assert_eq!(report.findings, []);
}

#[test]
fn a_stand_that_is_none_has_no_report() {
    let venue = venue_of(layout(), &json!([]));
    assert_eq!(check(&venue, &design("attic", vec![]), &Hulls::new()), None);
}
