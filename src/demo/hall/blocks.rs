//! What stands in each cell: rows back to back, islands, a stage, a lounge.

use super::super::draft::Rect;
use super::super::random::Random;
use super::aisles::{INNER_AISLE_M, MODULE_M, PAIR_M, Plan, Span};
use crate::venue::BoothKind;

#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    pub(super) rect: Rect,
    pub(super) kind: BoothKind,
}

/// A place in a hall that is no stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FeatureKind {
    Stage,
    Lounge,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Feature {
    pub(super) kind: FeatureKind,
    pub(super) rect: Rect,
}

/// All that fills a hall's cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Filling {
    pub(super) stands: Vec<Stand>,
    pub(super) features: Vec<Feature>,
}

/// Raw space starts at 36 m². [gcinte.com]
const RAW_SPACE_FROM_M2: f64 = 36.0;

/// Fills the cells of `plan`; `rows` from 0 to 1 says how many of them hold rows rather than islands.
pub(super) fn fill(plan: &Plan, rows: f64, random: &mut Random) -> Filling {
    let mut filling = Filling {
        features: features(plan, random),
        ..Filling::default()
    };
    for (z, zone) in plan.zones.iter().enumerate() {
        for (c, cell) in plan.cells.iter().enumerate() {
            let rect = plan.cell(*zone, *cell);
            if filling.features.iter().any(|feature| feature.rect.overlaps(rect)) {
                continue;
            }
            // Big stands want the entrance and the middle; rows take what is further out.
            let likely = (rows * 1.9 - 0.9 * prominence(plan, z, c)).clamp(0.0, 1.0);
            if random.chance(likely) {
                row_pairs(rect, random, &mut filling.stands);
            } else {
                islands(rect, random, &mut filling.stands);
            }
        }
    }
    for strip in plan.wall_rows.iter().flatten() {
        for cell in &plan.cells {
            wall_row(*strip, *cell, random, &mut filling.stands);
        }
    }
    filling
}

/// How much a cell is looked at, from 0 to 1.
fn prominence(plan: &Plan, zone: usize, cell: usize) -> f64 {
    let at_firebreak = cell == plan.firebreak || cell == plan.firebreak + 1;
    let middle = (plan.zones.len() - 1) as f64 / 2.0;
    let off_middle = (zone as f64 - middle).abs() / middle.max(1.0);
    let along: f64 = match cell {
        0 => 0.8,
        _ if at_firebreak => 0.6,
        1 => 0.4,
        _ => 0.1,
    };
    (along + 0.35 * (1.0 - off_middle)).min(1.0)
}

fn features(plan: &Plan, random: &mut Random) -> Vec<Feature> {
    let mut features = Vec::new();
    // Never empty: each scheme has a zone of 15 m or more.
    let roomy: Vec<Span> = plan.zones.iter().copied().filter(|zone| zone.length >= 15.0).collect();
    if random.chance(0.7) {
        let zone = roomy[roomy.len() / 2];
        let cell = plan.cells[plan.firebreak + random.below(2)];
        features.push(Feature {
            kind: FeatureKind::Stage,
            rect: plan.cell(zone, cell),
        });
    }
    // A lounge wants no prominent place, and not the widest.
    if random.chance(0.6) {
        let narrow: Vec<Span> = roomy.iter().copied().filter(|zone| zone.length < 20.0).collect();
        let zone = *random.pick(if narrow.is_empty() { &roomy } else { &narrow });
        let cell = plan.cells[plan.cells.len() - 1 - random.below(2)];
        let rect = plan.cell(zone, cell);
        if features.iter().all(|feature| !feature.rect.overlaps(rect)) {
            features.push(Feature {
                kind: FeatureKind::Lounge,
                rect,
            });
        }
    }
    features
}

/// Pairs of rows with aisles between.
fn row_pairs(cell: Rect, random: &mut Random, stands: &mut Vec<Stand>) {
    let mut x = cell.x;
    while x + PAIR_M <= cell.right() + 1e-6 {
        row_pair(Rect::new(x, cell.y, PAIR_M, cell.d), random, stands);
        x += PAIR_M + INNER_AISLE_M;
    }
}

/// Two rows back to back, some with a peninsula at an end.
fn row_pair(pair: Rect, random: &mut Random, stands: &mut Vec<Stand>) {
    let mut from = pair.y;
    let mut to = pair.top();
    for at_front in [true, false] {
        // A head needs four modules, so that a corner stand is left on each side.
        let depth = match random.weighted(&[60, 20, 20]) {
            1 => MODULE_M,
            2 => 2.0 * MODULE_M,
            _ => continue,
        };
        if to - from < depth + 2.0 * MODULE_M {
            continue;
        }
        let y = if at_front { from } else { to - depth };
        push(Rect::new(pair.x, y, PAIR_M, depth), stands);
        if at_front {
            from += depth;
        } else {
            to -= depth;
        }
    }
    for x in [pair.x, pair.x + MODULE_M] {
        row(Span::new(from, to - from), random, |run| {
            push(Rect::new(x, run.at, MODULE_M, run.length), stands);
        });
    }
}

/// One row at a wall.
fn wall_row(strip: Span, cell: Span, random: &mut Random, stands: &mut Vec<Stand>) {
    row(cell, random, |run| {
        push(Rect::new(strip.at, run.at, strip.length, run.length), stands);
    });
}

/// Divides a row into stands of one module, some of two, a few of three.
fn row(whole: Span, random: &mut Random, mut stand: impl FnMut(Span)) {
    let mut y = whole.at;
    while whole.end() - y > 1e-6 {
        let modules = (random.weighted(&[76, 20, 4]) + 1) as f64;
        let length = (modules * MODULE_M).min(whole.end() - y);
        stand(Span::new(y, length));
        y += length;
    }
}

/// Stands with free floor all round them.
fn islands(cell: Rect, random: &mut Random, stands: &mut Vec<Stand>) {
    let columns: &[f64] = match cell.w as usize {
        ..12 => &[6.0],
        12..20 => random.pick(&[&[15.0] as &[f64], &[15.0], &[6.0, 6.0]]),
        _ => random.pick(&[
            &[9.0, 12.0] as &[f64],
            &[12.0, 9.0],
            &[15.0, 6.0],
            &[6.0, 15.0],
            &[18.0],
            &[9.0, 9.0],
            &[6.0, 6.0, 6.0],
        ]),
    };
    let spare = cell.w - columns.iter().sum::<f64>();
    // One column stands in the middle of its cell; several share the spare floor as aisles between them.
    let (mut x, gap) = match columns.len() {
        1 => (cell.x + spare / 2.0, 0.0),
        n => (cell.x, spare / (n - 1) as f64),
    };
    for width in columns {
        let column = Rect::new(x, cell.y, *width, cell.d);
        if *width <= PAIR_M && random.chance(0.4) {
            row_pair(column, random, stands);
        } else {
            island_column(column, random, stands);
        }
        x += width + gap;
    }
}

/// Cuts a column of floor into islands of good proportions, up to 15 × 18 m.
fn island_column(column: Rect, random: &mut Random, stands: &mut Vec<Stand>) {
    let depths: &[f64] = match (column.d as usize, column.w as usize) {
        (..12, _) => &[9.0],
        (12..15, _) => &[12.0],
        (15..18, ..10) => &[6.0, 6.0],
        (15..18, _) => random.pick(&[&[15.0] as &[f64], &[6.0, 6.0]]),
        (_, 12..16) => random.pick(&[&[18.0] as &[f64], &[9.0, 6.0], &[6.0, 9.0]]),
        _ => random.pick(&[&[9.0, 6.0] as &[f64], &[6.0, 9.0]]),
    };
    let mut y = column.y;
    for depth in depths {
        push(Rect::new(column.x, y, column.w, *depth), stands);
        y += depth + INNER_AISLE_M;
    }
}

fn push(rect: Rect, stands: &mut Vec<Stand>) {
    let kind = if rect.area() < RAW_SPACE_FROM_M2 {
        BoothKind::ShellScheme
    } else {
        BoothKind::RawSpace
    };
    stands.push(Stand { rect, kind });
}
