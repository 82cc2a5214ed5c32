//! What a walker may not cross: the border of a level's free floor, as segments in a grid.

use glam::Vec2;
use std::collections::HashMap;

/// Metres; a walker's step meets a handful of cells.
const CELL_M: f32 = 8.0;
/// How far from a wall a walker stops, so that the next step starts on the right side of it.
const CLEARANCE_M: f32 = 0.02;

/// Segments by the grid cells that they touch.
#[derive(Clone, Debug, Default)]
pub struct Walls {
    segments: Vec<[Vec2; 2]>,
    cells: HashMap<(i32, i32), Vec<u32>>,
    /// The cells' range of columns; `None` without walls.
    columns: Option<(i32, i32)>,
}

fn cell(p: Vec2) -> (i32, i32) {
    let c = (p / CELL_M).floor();
    (c.x as i32, c.y as i32)
}

impl Walls {
    pub fn new(segments: impl IntoIterator<Item = [f64; 4]>) -> Self {
        let mut walls = Self::default();
        for [x1, y1, x2, y2] in segments {
            let (a, b) = (Vec2::new(x1 as f32, y1 as f32), Vec2::new(x2 as f32, y2 as f32));
            let index = walls.segments.len() as u32;
            walls.segments.push([a, b]);
            let (low, high) = (cell(a.min(b)), cell(a.max(b)));
            for x in low.0..=high.0 {
                for y in low.1..=high.1 {
                    walls.cells.entry((x, y)).or_default().push(index);
                }
            }
            let (first, last) = walls.columns.unwrap_or((low.0, high.0));
            walls.columns = Some((first.min(low.0), last.max(high.0)));
        }
        walls
    }

    fn near(&self, a: Vec2, b: Vec2) -> impl Iterator<Item = [Vec2; 2]> + '_ {
        let (low, high) = (cell(a.min(b)), cell(a.max(b)));
        (low.0..=high.0)
            .flat_map(move |x| (low.1..=high.1).map(move |y| (x, y)))
            .filter_map(|c| self.cells.get(&c))
            .flatten()
            .map(|i| self.segments[*i as usize])
    }

    /// Whether `p` is on the free floor, by the even–odd rule. Without walls all is free.
    pub fn is_free(&self, p: Vec2) -> bool {
        let Some((first, _)) = self.columns else { return true };
        let row = cell(p).1;
        let mut seen: Vec<u32> = (first..=cell(p).0)
            .filter_map(|x| self.cells.get(&(x, row)))
            .flatten()
            .copied()
            .collect();
        seen.sort_unstable();
        seen.dedup();
        let crossings = seen
            .into_iter()
            .map(|i| self.segments[i as usize])
            .filter(|[a, b]| (a.y > p.y) != (b.y > p.y) && p.x > (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            .count();
        crossings % 2 == 1
    }

    /// Both ends of each wall.
    pub fn ends(&self) -> impl Iterator<Item = Vec2> + '_ {
        self.segments.iter().flatten().copied()
    }

    /// Where a walker gets who wants to go by `step` from `from`: up to the first wall, then along it.
    pub fn slide(&self, from: Vec2, step: Vec2) -> Vec2 {
        let (mut at, mut left) = (from, step);
        // A corner has two walls; a third pass ends in it.
        for _ in 0..3 {
            let Some((t, wall)) = self.first_hit(at, left) else {
                return at + left;
            };
            let length = left.length();
            at += left * (t - CLEARANCE_M / length).max(0.0);
            left = (left * (1.0 - t)).project_onto(wall);
            if left.length_squared() < 1e-8 {
                break;
            }
        }
        at
    }

    /// The part of `step` up to the first wall, and that wall's direction.
    fn first_hit(&self, from: Vec2, step: Vec2) -> Option<(f32, Vec2)> {
        let length = step.length();
        if length < 1e-6 {
            return None;
        }
        // Look a little further, so that the walker's clearance is kept.
        let reach = step * (1.0 + CLEARANCE_M / length);
        let mut first: Option<(f32, Vec2)> = None;
        for [a, b] in self.near(from, from + reach) {
            let wall = b - a;
            let cross = reach.perp_dot(wall);
            if cross.abs() < 1e-9 {
                continue;
            }
            let t = (a - from).perp_dot(wall) / cross;
            let u = (a - from).perp_dot(reach) / cross;
            if (0.0..=1.0).contains(&t) && (-1e-4..=1.0001).contains(&u) && first.is_none_or(|(best, _)| t < best) {
                first = Some((t, wall));
            }
        }
        first.map(|(t, wall)| ((t * (1.0 + CLEARANCE_M / length)).min(1.0), wall))
    }

    /// The free point nearest to `p` on rings round it, at most `reach` metres away.
    pub fn nearest_free(&self, p: Vec2, reach: f32) -> Option<Vec2> {
        if self.is_free(p) {
            return Some(p);
        }
        let rings = (reach / 0.5) as usize;
        (1..=rings)
            .flat_map(|ring| {
                let r = ring as f32 * 0.5;
                (0..16).map(move |k| p + Vec2::from_angle(k as f32 * std::f32::consts::TAU / 16.0) * r)
            })
            .find(|q| self.is_free(*q))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A floor of 20 × 10 m with a stand of 4 × 4 m in it.
    fn floor() -> Walls {
        let ring = |x0: f64, y0: f64, x1: f64, y1: f64| {
            [[x0, y0, x1, y0], [x1, y0, x1, y1], [x1, y1, x0, y1], [x0, y1, x0, y0]]
        };
        Walls::new(ring(0.0, 0.0, 20.0, 10.0).into_iter().chain(ring(8.0, 3.0, 12.0, 7.0)))
    }

    #[test]
    fn the_floor_is_free_and_the_stand_is_not() {
        let walls = floor();
        assert!(walls.is_free(Vec2::new(2.0, 5.0)));
        assert!(walls.is_free(Vec2::new(15.0, 5.0)));
        assert!(!walls.is_free(Vec2::new(10.0, 5.0)));
        assert!(!walls.is_free(Vec2::new(25.0, 5.0)));
        let out = walls.nearest_free(Vec2::new(9.0, 5.0), 10.0).unwrap();
        assert!(walls.is_free(out) && out.distance(Vec2::new(9.0, 5.0)) <= 2.0);
    }

    #[test]
    fn a_walker_slides_along_the_stand() {
        let end = floor().slide(Vec2::new(7.0, 5.0), Vec2::new(3.0, 1.0));
        assert!(end.x < 8.0 && end.x > 7.9, "{end}");
        assert!((end.y - 6.0).abs() < 0.05, "{end}");
    }

    #[test]
    fn no_walk_leaves_the_floor() {
        let walls = floor();
        let mut at = Vec2::new(2.0, 2.0);
        let mut angle = 0.3f32;
        for i in 0..20_000 {
            // A walk that turns by an irrational angle meets every wall from many sides.
            angle += 0.754_877_7 * if i % 7 == 0 { 3.0 } else { 0.1 };
            at = walls.slide(at, Vec2::from_angle(angle) * 0.4);
            assert!(walls.is_free(at), "step {i}: {at}");
        }
    }
}
