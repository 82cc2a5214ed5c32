//! Who sees whom: whether a straight line is free of walls, by a uniform grid over the walls' segments.

use crate::venue::{Bounds, Point, cross};

/// Edge of a grid cell in metres: about an aisle and a stand, so that a cell holds a handful of segments.
const CELL_M: f64 = 6.0;

/// Segments in a grid of square cells.
#[derive(Debug)]
pub struct SightGrid {
    origin: Point,
    columns: usize,
    rows: usize,
    segments: Vec<(Point, Point)>,
    /// Per cell, row by row: where its segments begin in `members`; one more entry than cells.
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl SightGrid {
    pub fn new(bounds: Bounds, segments: impl Iterator<Item = (Point, Point)>) -> Self {
        let segments: Vec<_> = segments.collect();
        let cells = |length: f64| (length / CELL_M) as usize + 1;
        let columns = cells(bounds.max.x - bounds.min.x);
        let rows = cells(bounds.max.y - bounds.min.y);
        let mut grid = Self {
            origin: bounds.min,
            columns,
            rows,
            segments,
            starts: Vec::new(),
            members: Vec::new(),
        };
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (i, &(a, b)) in grid.segments.iter().enumerate() {
            grid.visit_cells(a, b, |cell| {
                pairs.push((cell as u32, i as u32));
                true
            });
        }
        pairs.sort_unstable();
        let mut starts = vec![0; columns * rows + 1];
        for &(cell, _) in &pairs {
            starts[cell as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        grid.members = pairs.into_iter().map(|(_, segment)| segment).collect();
        grid.starts = starts;
        grid
    }

    /// Whether the segment `a`–`b` touches none of the segments.
    pub fn is_clear(&self, a: Point, b: Point) -> bool {
        self.visit_cells(a, b, |cell| {
            let members = &self.members[self.starts[cell] as usize..self.starts[cell + 1] as usize];
            members.iter().all(|&i| {
                let (c, d) = self.segments[i as usize];
                !touch(a, b, c, d)
            })
        })
    }

    /// Calls `visit` with each cell that the segment passes, from `a` to `b`, until it answers `false`; answers whether it never did.
    /// The walk of Amanatides and Woo, "A fast voxel traversal algorithm for ray tracing", 1987.
    fn visit_cells(&self, a: Point, b: Point, mut visit: impl FnMut(usize) -> bool) -> bool {
        let (ax, ay) = ((a.x - self.origin.x) / CELL_M, (a.y - self.origin.y) / CELL_M);
        let (bx, by) = ((b.x - self.origin.x) / CELL_M, (b.y - self.origin.y) / CELL_M);
        let clamp = |v: f64, n: usize| (v.max(0.0) as usize).min(n - 1) as i64;
        let (mut column, mut row) = (clamp(ax, self.columns), clamp(ay, self.rows));
        let (last_column, last_row) = (clamp(bx, self.columns), clamp(by, self.rows));
        let (dx, dy) = (bx - ax, by - ay);
        let step = |d: f64| if d > 0.0 { 1 } else { -1 };
        // Parameter along the segment at which the next column or row begins.
        let next = |at: f64, d: f64, cell: i64| {
            if d == 0.0 {
                f64::INFINITY
            } else {
                (cell as f64 + if d > 0.0 { 1.0 } else { 0.0 } - at) / d
            }
        };
        loop {
            if !visit(row as usize * self.columns + column as usize) {
                return false;
            }
            if column == last_column && row == last_row {
                return true;
            }
            let (tx, ty) = (next(ax, dx, column), next(ay, dy, row));
            // Once one axis has arrived only the other may move, whatever rounding says.
            if row == last_row || (column != last_column && tx < ty) {
                column += step(dx);
            } else {
                row += step(dy);
            }
            if column < 0 || row < 0 || column >= self.columns as i64 || row >= self.rows as i64 {
                return true;
            }
        }
    }
}

/// Whether two segments have a point in common, ends included.
pub(super) fn touch(a: Point, b: Point, c: Point, d: Point) -> bool {
    let (c_side, d_side) = (cross(a, b, c), cross(a, b, d));
    let (a_side, b_side) = (cross(c, d, a), cross(c, d, b));
    if c_side == 0.0 && d_side == 0.0 {
        let overlap = |p: f64, q: f64, r: f64, s: f64| p.min(q) <= r.max(s) && r.min(s) <= p.max(q);
        let is_on_line = a != b || a_side == 0.0;
        return is_on_line && overlap(a.x, b.x, c.x, d.x) && overlap(a.y, b.y, c.y, d.y);
    }
    c_side * d_side <= 0.0 && a_side * b_side <= 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Bounds = Bounds {
        min: Point::new(-50.0, -20.0),
        max: Point::new(70.0, 90.0),
    };

    fn point() -> impl Strategy<Value = Point> {
        (-50.0..70.0, -20.0..90.0).prop_map(|(x, y)| Point::new(x, y))
    }

    #[test]
    fn a_point_beside_a_slanted_wall_sees_itself() {
        let grid = SightGrid::new(BOUNDS, [(Point::new(0.0, 0.0), Point::new(2.0, 1.0))].into_iter());
        let beside = Point::new(1.0, 0.9);
        assert!(grid.is_clear(beside, beside));
        let on_it = Point::new(1.0, 0.5);
        assert!(!grid.is_clear(on_it, on_it));
    }

    proptest! {
        #[test]
        fn the_grid_sees_what_testing_each_segment_sees(
            walls in prop::collection::vec((point(), point()), 0..30),
            a in point(),
            b in point(),
        ) {
            let slow = walls.iter().all(|&(c, d)| !touch(a, b, c, d));
            let grid = SightGrid::new(BOUNDS, walls.into_iter());
            prop_assert_eq!(grid.is_clear(a, b), slow);
        }
    }
}
