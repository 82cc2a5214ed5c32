//! Edges round what is covered → the few loops that they make.

use crate::venue::{Point, Polygon};
use std::cmp::Ordering;

/// From a corner to the next, the lesser one first.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    from: Point,
    to: Point,
    /// How often what it bounds is on its left rather than on its right.
    times: i32,
}

impl Edge {
    /// `None` if nothing is bounded.
    pub fn of(from: Point, to: Point, times: i32) -> Option<Self> {
        let (from, to, times) = match order(&from, &to) {
            Ordering::Less => (from, to, times),
            Ordering::Equal => return None,
            Ordering::Greater => (to, from, -times),
        };
        (times != 0).then_some(Self { from, to, times })
    }

    /// Round a polygon, counter-clockwise.
    pub fn round(polygon: &Polygon) -> impl Iterator<Item = Self> {
        let corners: Vec<Point> = polygon.counter_clockwise().into_iter().map(Point::from).collect();
        let n = corners.len();
        (0..n).filter_map(move |i| Self::of(corners[i], corners[(i + 1) % n], 1))
    }
}

/// Closed loops that go round each point as often as the edges do: those that run both ways are left out. As many edges are to begin at each corner as end
/// there. Corners are the same if they are so to the last bit.
pub fn loops(mut edges: Vec<Edge>) -> Vec<Polygon> {
    edges.sort_unstable_by(|a, b| order(&a.from, &b.from).then_with(|| order(&a.to, &b.to)));
    let mut left: Vec<Edge> = Vec::new();
    for same in edges.chunk_by(|a, b| a.from == b.from && a.to == b.to) {
        let times: i32 = same.iter().map(|edge| edge.times).sum();
        let Edge { from, to, .. } = same[0];
        let edge = if times > 0 { (from, to) } else { (to, from) };
        left.extend((0..times.abs()).map(|_| Edge {
            from: edge.0,
            to: edge.1,
            times: 1,
        }));
    }
    left.sort_unstable_by(|a, b| order(&a.from, &b.from));
    closed(&left)
}

/// From one edge to the next that begins where it ends. As many edges end at each corner as begin there, so that every walk comes back.
fn closed(edges: &[Edge]) -> Vec<Polygon> {
    let mut loops = Vec::new();
    // Of the edges of each corner, which are together, how many are used; kept at the first of them.
    let mut used = vec![0; edges.len()];
    let mut take = |at: &Point| {
        let first = edges.partition_point(|edge| order(&edge.from, at) == Ordering::Less);
        let edge = edges.get(first + used.get(first)?).filter(|edge| edge.from == *at)?;
        used[first] += 1;
        Some(edge.to)
    };
    for edge in edges {
        let mut corners = Vec::new();
        let mut at = edge.from;
        while let Some(next) = take(&at) {
            corners.push(at);
            at = next;
        }
        if !corners.is_empty() {
            loops.push(Polygon(corners));
        }
    }
    loops
}

pub fn order(a: &Point, b: &Point) -> Ordering {
    a.x.total_cmp(&b.x).then_with(|| a.y.total_cmp(&b.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::plane::Area;
    use proptest::prelude::*;

    #[test]
    fn of_a_floor_of_many_triangles_its_border_is_left() {
        let at = |x: i32, y: i32| Point::new(f64::from(x) * 0.1, f64::from(y) * 0.1);
        let squares = (0..30).flat_map(|x| (0..20).map(move |y| (x, y)));
        let halves = squares.flat_map(|(x, y)| {
            // Whichever way round they are.
            let (lower, upper) = (
                [at(x, y), at(x + 1, y), at(x, y + 1)],
                [at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)],
            );
            [lower, upper].map(|corners| Polygon(corners.to_vec()))
        });
        let loops = loops(halves.flat_map(|half| Edge::round(&half).collect::<Vec<_>>()).collect());
        assert_eq!(loops.len(), 1);
        assert_eq!(loops[0].points().len(), 2 * (30 + 20));
        assert!((loops[0].signed_area() - 6.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn they_cover_what_each_polygon_covers(
            // Few places for corners, so that edges are shared in all ways.
            corners in proptest::collection::vec((0..5, 0..5, 0..5, 0..5, 0..5, 0..5), 1..30),
        ) {
            let point = |x: i32, y: i32| Point::new(f64::from(x), f64::from(y));
            let triangles: Vec<Polygon> = corners.iter().map(|&(a, b, c, d, e, f)| Polygon(vec![point(a, b), point(c, d), point(e, f)])).collect();
            let (each, round) = (Area::joined(&triangles), Area::within(&loops(triangles.iter().flat_map(Edge::round).collect())));
            prop_assert!(each.is_same(&round, 1e-6), "{} and {} m²", each.m2(), round.m2());
        }
    }
}
