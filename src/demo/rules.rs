//! The rules that published manuals ask of stands, each with its source. A check by them is advice, not an approval.

use crate::venue::{Applies, RULES_FORMAT, Rule, RuleUnit, Rules, Severity};
use RuleUnit::{Metre, Share, SquareMetre, TonnePerSquareMetre};

struct Row(&'static str, f64, RuleUnit, &'static str);

const RULES: &[Row] = &[
    Row("shell_scheme_width", 3.0, Metre, "qiceg.com"),
    Row("shell_scheme_depth", 3.0, Metre, "qiceg.com"),
    Row("shell_scheme_panel_height", 2.5, Metre, "flcecbe.com"),
    Row("raw_space_min_area", 36.0, SquareMetre, "gcinte.com"),
    Row("stands_max_share", 0.4, Share, "shexpocenter.com"),
    Row("aisle_main_min_width", 6.0, Metre, "shexpocenter.com"),
    Row("aisle_min_width", 3.0, Metre, "shexpocenter.com"),
    Row("row_max_length", 21.0, Metre, "shexpocenter.com"),
    Row("row_gap_min_width", 4.0, Metre, "pwtcexpo.com"),
    Row("exit_min_width", 3.0, Metre, "shexpocenter.com"),
    Row("exit_front_clearance", 4.0, Metre, "pwtcexpo.com"),
    Row("hydrant_clearance", 1.4, Metre, "shexpocenter.com"),
    Row("hydrant_sight_aisle_min_width", 1.0, Metre, "shexpocenter.com"),
    Row("column_clearance", 0.6, Metre, "shexpocenter.com"),
    Row("shutter_clearance", 0.6, Metre, "shexpocenter.com"),
    Row("glass_wall_clearance", 0.6, Metre, "shexpocenter.com"),
    Row("wall_clearance", 0.6, Metre, "cneaexpo.org"),
    Row("wall_working_passage", 1.0, Metre, "pwtcexpo.com"),
    Row("firebreak_min_width", 12.0, Metre, "a Chinese hall manual, unnamed"),
    Row(
        "firebreak_every_area",
        10_000.0,
        SquareMetre,
        "a Chinese hall manual, unnamed",
    ),
    Row("single_deck_max_height", 4.5, Metre, "gtiexpo.com.tw"),
    Row("double_deck_max_height", 6.0, Metre, "gtiexpo.com.tw"),
    Row("upper_deck_max_share", 0.5, Share, "cneaexpo.org"),
    Row("ceiling_gap", 0.5, Metre, "cneaexpo.org"),
    Row("hanging_min_height", 2.5, Metre, "US halls"),
    Row("aisle_side_wall_max_share", 0.5, Share, "advancedmaterialsshow.com"),
    Row("floor_max_load", 3.0, TonnePerSquareMetre, "cneaexpo.org"),
    Row("boundary_max_overhang", 0.0, Metre, "cneaexpo.org"),
    Row("under_shutter_max_area", 0.0, SquareMetre, "pwtcexpo.com"),
    Row(
        "way_min_width",
        1.2,
        Metre,
        "a digest of an older Chinese accessibility code",
    ),
    Row(
        "ramp_max_slope",
        0.083,
        Share,
        "a digest of an older Chinese accessibility code",
    ),
];

/// An American custom among stands in a row; elsewhere it is good to know.
const SIGHT_LINES: &[Row] = &[
    Row("sight_line_setback", 1.52, Metre, "wsashow.com"),
    Row("sight_line_low_height", 1.22, Metre, "wsashow.com"),
    Row("sight_line_neighbour_distance", 3.05, Metre, "wsashow.com"),
];

pub(super) fn rules() -> Rules {
    let rule = |Row(id, value, unit, source): &Row| Rule {
        id: (*id).to_owned(),
        limits: None,
        value: *value,
        unit: *unit,
        severity: None,
        applies: None,
        clause: None,
        source: (*source).to_owned(),
    };
    let in_rows = Applies {
        open_sides: vec![1, 2],
        ..Applies::default()
    };
    let sight_lines = SIGHT_LINES.iter().map(|row| Rule {
        severity: Some(Severity::Note),
        applies: Some(in_rows.clone()),
        ..rule(row)
    });
    Rules {
        format: RULES_FORMAT.to_owned(),
        rules: RULES.iter().map(rule).chain(sight_lines).collect(),
    }
}
