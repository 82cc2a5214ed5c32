//! The aisles of a hall, and what is left between them: zones from side to side, cells from front to back.

use super::super::draft::Rect;
use super::super::random::Random;
use super::super::site::{HALL_DEPTH_M, HALL_WIDTH_M};
use super::WHOLE_HALL;

/// Main aisles are 6 m wide at least, three in a hall. [shexpocenter.com]
const MAIN_AISLE_M: f64 = 6.0;
const WIDEST_MAIN_AISLE_M: f64 = 8.0;
/// Other aisles are 3 m wide at least. [shexpocenter.com]
pub(super) const INNER_AISLE_M: f64 = 3.0;
const CROSS_AISLE_M: f64 = 4.0;
/// Along the side walls: 4 m in front of each exit. [pwtcexpo.com]
const WALL_AISLE_M: f64 = 4.0;
/// A strip without stands for every 10,000 m². [a Chinese hall manual]
const FIREBREAK_M: f64 = 12.0;
/// Behind stands at a wall: 1 m to work in, and more than 0.6 m from the columns there. [pwtcexpo.com, cneaexpo.org]
const BEHIND_WALL_ROW_M: f64 = 1.2;
pub(super) const PILASTER_M: f64 = 0.6;
/// Free floor behind the doors, and before the back wall.
const FRONT_M: f64 = 9.0;
const BACK_M: f64 = 9.0;
const FRONT_AISLE_M: f64 = 7.0;
const BACK_AISLE_M: f64 = 3.5;
/// The module that stands are made of.
pub(super) const MODULE_M: f64 = 3.0;
/// A pair of rows, back to back.
pub(super) const PAIR_M: f64 = 6.0;

/// Cells in a hall, and how many modules they have together: 81 m.
const CELLS: usize = 6;
const CELL_MODULES: usize = 27;
/// Rows are shorter than 21 m. [shexpocenter.com]
const CELL_MODULES_RANGE: std::ops::RangeInclusive<usize> = 3..=6;

/// Which walls have a row of stands, and how wide the zones between the main aisles are: each holds 1, 2 or 3 pairs of rows.
struct Scheme {
    wall_rows: [bool; 2],
    zones: &'static [f64],
}

const SCHEMES: &[Scheme] = &[
    scheme([false, false], &[15.0, 15.0, 15.0, 15.0]),
    scheme([false, false], &[6.0, 24.0, 24.0, 6.0]),
    scheme([true, false], &[24.0, 15.0, 24.0]),
    scheme([false, false], &[15.0, 24.0, 15.0, 6.0]),
    scheme([true, true], &[15.0, 24.0, 15.0]),
    scheme([false, true], &[24.0, 24.0, 15.0]),
    scheme([false, false], &[6.0, 15.0, 24.0, 15.0]),
    scheme([true, true], &[24.0, 15.0, 15.0]),
    scheme([false, false], &[24.0, 15.0, 24.0]),
];

const fn scheme(wall_rows: [bool; 2], zones: &'static [f64]) -> Scheme {
    Scheme { wall_rows, zones }
}

/// A stretch of one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) at: f64,
    pub(super) length: f64,
}

impl Span {
    pub(super) const fn new(at: f64, length: f64) -> Self {
        Self { at, length }
    }

    pub(super) fn end(self) -> f64 {
        self.at + self.length
    }

    pub(super) fn middle(self) -> f64 {
        self.at + self.length / 2.0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LaneKind {
    /// Along a side wall.
    Wall,
    Main,
    /// Between the pairs of rows of a zone, where they are built.
    Inner,
}

/// An aisle from the front to the back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    pub(super) kind: LaneKind,
    pub(super) across: Span,
}

/// What a hall's floor is divided into, before any stand is placed.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Left to right.
    pub(super) lanes: Vec<Lane>,
    /// Left to right.
    pub(super) zones: Vec<Span>,
    /// Front to back.
    pub(super) cells: Vec<Span>,
    /// The aisles between the cells, front to back.
    pub(super) cross_aisles: Vec<Span>,
    /// Which of the cross aisles is the wide one.
    pub(super) firebreak: usize,
    /// The strips for rows at the left and the right wall.
    pub(super) wall_rows: [Option<Span>; 2],
    /// The way from door to door, behind the front wall.
    pub(super) front_aisle: Span,
    /// The way along the last cells.
    pub(super) back_aisle: Span,
    /// The deep part at the back wall, for what serves the hall.
    pub(super) back: Span,
}

impl Plan {
    pub(super) fn cell(&self, zone: Span, cell: Span) -> Rect {
        Rect::new(zone.at, cell.at, zone.length, cell.length)
    }

    pub(super) fn main_aisles(&self) -> impl Iterator<Item = Span> + '_ {
        self.lanes
            .iter()
            .filter(|lane| lane.kind == LaneKind::Main)
            .map(|lane| lane.across)
    }
}

/// A hall's own aisles, by chance.
pub(super) fn arrange(random: &mut Random) -> Plan {
    let scheme = random.pick(SCHEMES);
    let mirrored = random.chance(0.5);
    let mut zone_widths = scheme.zones.to_vec();
    let mut wall_rows = scheme.wall_rows;
    if mirrored {
        zone_widths.reverse();
        wall_rows.reverse();
    }
    let (lanes, zones, wall_rows) = across(&zone_widths, wall_rows);
    let firebreak = 1 + random.weighted(&[2, 3, 2]);
    let (cells, cross_aisles) = along(&cell_modules(random), firebreak);
    Plan {
        lanes,
        zones,
        cells,
        cross_aisles,
        firebreak,
        wall_rows,
        front_aisle: Span::new(FRONT_M - FRONT_AISLE_M, FRONT_AISLE_M),
        back_aisle: Span::new(HALL_DEPTH_M - BACK_M, BACK_AISLE_M),
        back: Span::new(HALL_DEPTH_M - BACK_M, BACK_M),
    }
}

/// Left to right: wall, zone, main aisle, zone … wall.
fn across(zone_widths: &[f64], wall_rows: [bool; 2]) -> (Vec<Lane>, Vec<Span>, [Option<Span>; 2]) {
    let mains = zone_widths.len() - 1;
    let wall_row = |there: bool| if there { BEHIND_WALL_ROW_M + MODULE_M } else { 0.0 };
    let [left, right] = wall_rows.map(wall_row);
    let taken = zone_widths.iter().sum::<f64>() + mains as f64 * MAIN_AISLE_M + left + right + 2.0 * WALL_AISLE_M;
    let slack = HALL_WIDTH_M - taken;
    // What is left over widens the main aisles first, by half metres, then the aisles along the walls.
    let wider = ((slack / mains as f64 * 2.0).floor() / 2.0).clamp(0.0, WIDEST_MAIN_AISLE_M - MAIN_AISLE_M);
    let wall_aisle = WALL_AISLE_M + (slack - wider * mains as f64) / 2.0;

    let mut lanes = Vec::new();
    let mut zones = Vec::new();
    // Without a row at the wall, the columns there narrow the aisle.
    let narrowed = |wall_row: f64| if wall_row > 0.0 { 0.0 } else { PILASTER_M };
    lanes.push(Lane {
        kind: LaneKind::Wall,
        across: Span::new(left + narrowed(left), wall_aisle - narrowed(left)),
    });
    let mut x = left + wall_aisle;
    for (i, width) in zone_widths.iter().enumerate() {
        if i > 0 {
            let main = Span::new(x, MAIN_AISLE_M + wider);
            lanes.push(Lane {
                kind: LaneKind::Main,
                across: main,
            });
            x = main.end();
        }
        zones.push(Span::new(x, *width));
        let mut inner = x + PAIR_M;
        while inner + INNER_AISLE_M + PAIR_M <= x + width + 1e-6 {
            lanes.push(Lane {
                kind: LaneKind::Inner,
                across: Span::new(inner, INNER_AISLE_M),
            });
            inner += INNER_AISLE_M + PAIR_M;
        }
        x += width;
    }
    lanes.push(Lane {
        kind: LaneKind::Wall,
        across: Span::new(x, wall_aisle - narrowed(right)),
    });
    let strips = [
        wall_rows[0].then_some(Span::new(BEHIND_WALL_ROW_M, MODULE_M)),
        wall_rows[1].then_some(Span::new(WHOLE_HALL.w - BEHIND_WALL_ROW_M - MODULE_M, MODULE_M)),
    ];
    (lanes, zones, strips)
}

/// How many modules each cell is long.
fn cell_modules(random: &mut Random) -> [usize; CELLS] {
    let mut modules = [CELL_MODULES / CELLS; CELLS];
    let mut left = CELL_MODULES % CELLS;
    while left > 0 {
        let cell = &mut modules[random.below(CELLS)];
        if *cell < *CELL_MODULES_RANGE.end() {
            *cell += 1;
            left -= 1;
        }
    }
    for _ in 0..CELLS {
        let (from, to) = (random.below(CELLS), random.below(CELLS));
        if from != to
            && CELL_MODULES_RANGE.contains(&(modules[from] - 1))
            && CELL_MODULES_RANGE.contains(&(modules[to] + 1))
        {
            modules[from] -= 1;
            modules[to] += 1;
        }
    }
    modules
}

/// Front to back: cell, cross aisle, cell …
fn along(modules: &[usize; CELLS], firebreak: usize) -> (Vec<Span>, Vec<Span>) {
    let mut cells = Vec::new();
    let mut aisles = Vec::new();
    let mut y = FRONT_M;
    for (i, modules) in modules.iter().enumerate() {
        if i > 0 {
            let width = if i - 1 == firebreak { FIREBREAK_M } else { CROSS_AISLE_M };
            aisles.push(Span::new(y, width));
            y += width;
        }
        cells.push(Span::new(y, *modules as f64 * MODULE_M));
        y += *modules as f64 * MODULE_M;
    }
    (cells, aisles)
}
