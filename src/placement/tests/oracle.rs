//! The slow check: points on a fine grid, each asked by itself what is there, with no polygon ever cut.

use super::*;
use crate::placement::Measure;
use oorandom::Rand64;
use std::collections::{BTreeMap, VecDeque};

const STEP_M: f64 = 0.05;
const LIMIT_M: f64 = 2.4;

/// A box on the island, as a test of points.
struct Block {
    middle: Point,
    half: [f64; 2],
    turn: f64,
}

impl Block {
    fn distance(&self, p: Point) -> f64 {
        let (sin, cos) = self.turn.sin_cos();
        let (x, y) = (p.x - self.middle.x, p.y - self.middle.y);
        let (along, across) = (x * cos + y * sin, y * cos - x * sin);
        let (dx, dy) = (
            (along.abs() - self.half[0]).max(0.0),
            (across.abs() - self.half[1]).max(0.0),
        );
        dx.hypot(dy)
    }
}

fn to_rectangle(p: Point, x: f64, y: f64, width: f64, depth: f64) -> f64 {
    let out = |value: f64, low: f64, size: f64| (low - value).max(value - low - size).max(0.0);
    out(p.x, x, width).hypot(out(p.y, y, depth))
}

fn random_parts(random: &mut Rand64) -> (Vec<Part>, Vec<Block>) {
    let count = random.rand_range(7..13);
    let made = (0..count).map(|i| {
        let mut number = |low: f64, high: f64| low + random.rand_float() * (high - low);
        let size = if i == 0 {
            [0.5, 0.5, 1.0]
        } else {
            [number(0.5, 3.0), number(0.1, 0.8), number(1.0, 3.0)]
        };
        let kind = if i == 0 { PartKind::Counter } else { PartKind::Wall };
        let at = Point::new(number(-0.3, 6.3), number(-0.3, 4.3));
        let turn_deg = number(0.0, 360.0);
        let block = Block {
            middle: Point::new(10.0 + at.x, 10.0 + at.y),
            half: [size[0] / 2.0, size[1] / 2.0],
            turn: turn_deg.to_radians(),
        };
        (
            Part {
                turn_deg,
                ..sized(kind, at.x, at.y, size)
            },
            block,
        )
    });
    made.unzip()
}

/// The grid round the island.
fn grid() -> impl Iterator<Item = (i32, i32)> {
    let cells = |from: f64, to: f64| (from / STEP_M) as i32..=(to / STEP_M) as i32;
    cells(6.0, 20.0).flat_map(move |x| cells(6.0, 18.0).map(move |y| (x, y)))
}

fn point((x, y): (i32, i32)) -> Point {
    Point::new(f64::from(x) * STEP_M, f64::from(y) * STEP_M)
}

/// Whether something that wide gets from the aisle to the first block, by steps from point to point; `touch_m` more than half of its width away is there.
fn gets_there(clear: &BTreeMap<(i32, i32), f64>, first: &Block, width_m: f64, touch_m: f64) -> bool {
    let is_free = |cell: &(i32, i32)| clear.get(cell).is_some_and(|clear| *clear >= width_m / 2.0);
    let outside = |cell: &(i32, i32)| to_rectangle(point(*cell), 10.0, 10.0, 6.0, 4.0) > 2.5;
    let mut open: VecDeque<(i32, i32)> = clear
        .keys()
        .copied()
        .filter(|cell| outside(cell) && is_free(cell))
        .collect();
    let mut seen: std::collections::BTreeSet<(i32, i32)> = open.iter().copied().collect();
    while let Some((x, y)) = open.pop_front() {
        if first.distance(point((x, y))) <= width_m / 2.0 + touch_m {
            return true;
        }
        for next in [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)] {
            if is_free(&next) && seen.insert(next) {
                open.push_back(next);
            }
        }
    }
    false
}

#[test]
fn points_on_a_grid_say_the_same() {
    let rules = json!([
        rule("boundary_max_overhang", -1.0, "m"),
        rule("column_clearance", 100.0, "m"),
        rule("way_min_width", LIMIT_M, "m")
    ]);
    let venue = venue_of(layout(), &rules);
    let mut random = Rand64::new(20);
    let mut narrow = 0;
    for case in 0..40 {
        let (parts, blocks) = random_parts(&mut random);
        let report = checked(&venue, "island", parts);
        let measured = |measure: Measure, part: usize| {
            let of = |letter: &str| letter.bytes().next().map(|byte| usize::from(byte - b'a')) == Some(part);
            let mut findings = report.findings.iter().filter(|finding| finding.measure == measure);
            findings
                .find(|finding| finding.parts.iter().any(|id| of(&id.0)))
                .map(|finding| finding.measured)
        };
        let points: Vec<Point> = grid().map(point).collect();
        for (i, block) in blocks.iter().enumerate() {
            let covered = || points.iter().filter(|p| block.distance(**p) == 0.0);
            let out = covered()
                .map(|p| to_rectangle(*p, 10.0, 10.0, 6.0, 4.0))
                .fold(0.0, f64::max);
            let exact = measured(Measure::BoundaryMaxOverhang, i).unwrap();
            assert!(
                out <= exact + 1e-3 && exact <= out + 2.0 * STEP_M,
                "{case}: {exact} and {out}"
            );
            let near = covered()
                .map(|p| to_rectangle(*p, 11.0, 14.5, 0.5, 0.5))
                .fold(f64::INFINITY, f64::min);
            let exact = measured(Measure::ColumnClearance, i).unwrap();
            assert!(
                exact <= near + 1e-3 && near <= exact + 2.0 * STEP_M,
                "{case}: {exact} and {near}"
            );
        }
        let clear: BTreeMap<(i32, i32), f64> = grid()
            .map(|cell| {
                let p = point(cell);
                let fixtures = [(11.0, 14.5, 0.5, 0.5), (15.5, 15.0, 0.5, 0.2)]
                    .map(|(x, y, width, depth)| to_rectangle(p, x, y, width, depth));
                let blocks = blocks.iter().map(|block| block.distance(p));
                (cell, blocks.chain(fixtures).fold(f64::INFINITY, f64::min))
            })
            .collect();
        let way = measured(Measure::WayMinWidth, 0);
        narrow += usize::from(way.is_some());
        let width_m = way.unwrap_or(LIMIT_M);
        assert!(
            width_m < 0.1 || gets_there(&clear, &blocks[0], width_m - 0.1, 0.08),
            "{case}: {width_m} m is too wide"
        );
        assert!(
            way.is_none() || !gets_there(&clear, &blocks[0], width_m + 0.1, 0.01),
            "{case}: {width_m} m is too narrow"
        );
    }
    assert!((8..=38).contains(&narrow), "{narrow} of 40 ways are narrow");
}
