//! What of a mesh is between two heights, seen from above: the lines that bound it, and those along which it is thin.
//!
//! Two faces that share a side have the same piece of it in a band, one on either side: counted by the side's number, the two take each other away before
//! anything is made of them. Where surfaces are smooth, little is left: folds, and where the band cuts the faces.

use super::mesh::{Mesh, Triangle};
use super::outline::{Edge, loops, order};
use super::{Corner, FLAT_M, SHEET_M};
use crate::venue::{Point, Polygon, cross};
use arrayvec::ArrayVec;
use std::cmp::Ordering;

/// One band of a mesh.
pub struct Slice<'m> {
    pub mesh: &'m Mesh,
    /// Those that the band has any of.
    pub triangles: Vec<u32>,
    pub from_m: f64,
    pub to_m: f64,
}

/// A piece of a face's border, and the side that it is a piece of; that of a cut is none.
struct Piece {
    from: Point,
    to: Point,
    side: Option<(usize, i32)>,
}

/// Of each side of a triangle what is between two heights, and what joins it to the next.
type Border = ArrayVec<Piece, 6>;

/// A triangle, cut four times at most: by rounding, too, no cut leaves more than half as many corners again.
pub type Face = ArrayVec<Corner, 13>;

/// How often what is seen lies more on the left of each side than on its right.
#[derive(Default)]
pub struct Turns {
    of_side: Vec<i32>,
    is_met: Vec<bool>,
    met: Vec<(usize, Point, Point)>,
}

impl Slice<'_> {
    /// Borders round all that is seen of it, more often to their left than to their right; with corners moved to a grid so wide, 0 being none.
    pub fn borders(&self, grid_m: f64, turns: &mut Turns) -> Vec<Polygon> {
        let (mut edges, mut thin) = (Vec::new(), Vec::new());
        turns.of_side.resize(self.mesh.sides, 0);
        turns.is_met.resize(self.mesh.sides, false);
        for number in &self.triangles {
            let triangle = &self.mesh.triangles[*number as usize];
            let border = self.border(triangle, grid_m);
            if is_thin(self.mesh.corners_of(triangle).map(|[x, y, _]| on_grid(x, y, grid_m))) {
                thin.extend(longest(&border));
            }
            let twice_m2 = twice_area(&border);
            if twice_m2 == 0.0 {
                continue;
            }
            let left = if twice_m2 > 0.0 { 1 } else { -1 };
            for Piece { from, to, side } in border {
                match side {
                    Some((side, way)) => turns.count(side, way, left * way, from, to),
                    None => edges.extend(Edge::of(from, to, left)),
                }
            }
        }
        edges.extend(turns.drain());
        // What stands upright has many faces on one line.
        thin.sort_unstable_by(|a, b| order(&a.0, &b.0).then_with(|| order(&a.1, &b.1)));
        thin.dedup();
        for (a, b) in thin {
            edges.extend(Edge::round(&sheet(a, b)));
        }
        loops(edges)
    }

    fn border(&self, triangle: &Triangle, grid_m: f64) -> Border {
        let corners = self.mesh.corners_of(triangle);
        let mut border = Border::new();
        for (k, (a, b, way)) in [(0, 1, 1), (1, 2, 1), (2, 0, -1)].into_iter().enumerate() {
            // Always from the lesser number, so that the face on the other side has the same to the last bit.
            let (low, high) = if way > 0 { (a, b) } else { (b, a) };
            let Some((p, q)) = self.clipped(&corners[low], &corners[high], grid_m) else {
                continue;
            };
            let (from, to) = if way > 0 { (p, q) } else { (q, p) };
            let side = Some((triangle.sides[k] as usize, way));
            if let Some(last) = border.last()
                && last.to != from
            {
                let from_last = last.to;
                border.push(Piece {
                    from: from_last,
                    to: from,
                    side: None,
                });
            }
            border.push(Piece { from, to, side });
        }
        let ends = border
            .last()
            .zip(border.first())
            .map(|(last, first)| (last.to, first.from));
        if let Some((from, to)) = ends.filter(|(from, to)| from != to) {
            border.push(Piece { from, to, side: None });
        }
        border
    }

    /// The piece of a side that is between the heights.
    fn clipped(&self, a: &Corner, b: &Corner, grid_m: f64) -> Option<(Point, Point)> {
        let (from_m, to_m) = (self.from_m, self.to_m);
        if a[2].max(b[2]) < from_m || a[2].min(b[2]) > to_m {
            return None;
        }
        let at = |end: &Corner| {
            let height = end[2].clamp(from_m, to_m);
            if height == end[2] {
                return on_grid(end[0], end[1], grid_m);
            }
            let t = (height - a[2]) / (b[2] - a[2]);
            on_grid(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, grid_m)
        };
        Some((at(a), at(b)))
    }

    /// What of each of its triangles is between the heights.
    pub fn faces(&self) -> impl Iterator<Item = Face> + '_ {
        self.triangles.iter().map(|number| {
            let corners = self.mesh.corners_of(&self.mesh.triangles[*number as usize]);
            let above = cut(&corners, |corner| corner[2] - self.from_m);
            cut(&above, |corner| self.to_m - corner[2])
        })
    }
}

fn on_grid(x: f64, y: f64, grid_m: f64) -> Point {
    if grid_m == 0.0 {
        return Point::new(x, y);
    }
    // −0 is 0.
    let moved = |metres: f64| (metres / grid_m).round() * grid_m + 0.0;
    Point::new(moved(x), moved(y))
}

/// The part of a convex polygon in space that is inside (Sutherland and Hodgman 1974).
pub fn cut(corners: &[Corner], inside: impl Fn(&Corner) -> f64) -> Face {
    let mut kept = Face::new();
    for (i, a) in corners.iter().enumerate() {
        let b = &corners[(i + 1) % corners.len()];
        let (at_a, at_b) = (inside(a), inside(b));
        if at_a >= 0.0 {
            kept.push(*a);
        }
        if at_a * at_b < 0.0 {
            let t = at_a / (at_a - at_b);
            kept.push([0, 1, 2].map(|axis| a[axis] + (b[axis] - a[axis]) * t));
        }
    }
    kept
}

impl Turns {
    fn count(&mut self, side: usize, way: i32, times: i32, from: Point, to: Point) {
        self.of_side[side] += times;
        if !std::mem::replace(&mut self.is_met[side], true) {
            self.met.push(if way > 0 { (side, from, to) } else { (side, to, from) });
        }
    }

    fn drain(&mut self) -> impl Iterator<Item = Edge> + '_ {
        let Self { of_side, is_met, met } = self;
        met.drain(..).filter_map(|(side, from, to)| {
            is_met[side] = false;
            Edge::of(from, to, std::mem::take(&mut of_side[side]))
        })
    }
}

/// Positive if it runs counter-clockwise.
fn twice_area(border: &Border) -> f64 {
    let Some(origin) = border.first().map(|piece| piece.from) else {
        return 0.0;
    };
    let about = |p: Point| (p.x - origin.x, p.y - origin.y);
    let cross = |piece: &Piece| {
        let ((a, b), (c, d)) = (about(piece.from), about(piece.to));
        a * d - b * c
    };
    border.iter().map(cross).sum()
}

/// Whether a triangle seen from above is hardly wider than a line.
fn is_thin([a, b, c]: [Point; 3]) -> bool {
    let longest = a.distance(b).max(b.distance(c)).max(c.distance(a));
    cross(a, b, c).abs() <= longest * FLAT_M
}

/// The line between the two places on a border that are farthest apart, from the lesser one.
fn longest(border: &Border) -> Option<(Point, Point)> {
    let points = || border.iter().map(|piece| piece.from);
    let pairs = points().flat_map(|a| points().map(move |b| (a, b)));
    let (a, b) = pairs.max_by(|(a, b), (c, d)| a.distance(*b).total_cmp(&c.distance(*d)))?;
    match order(&a, &b) {
        Ordering::Less => Some((a, b)),
        Ordering::Equal => None,
        Ordering::Greater => Some((b, a)),
    }
}

fn sheet(a: Point, b: Point) -> Polygon {
    let length = a.distance(b);
    let (x, y) = (
        (b.x - a.x) / length * SHEET_M / 2.0,
        (b.y - a.y) / length * SHEET_M / 2.0,
    );
    Polygon(vec![
        Point::new(a.x + y, a.y - x),
        Point::new(b.x + y, b.y - x),
        Point::new(b.x - y, b.y + x),
        Point::new(a.x - y, a.y + x),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::plane::Area;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn borders_go_round_what_each_face_covers(
            // Few places for corners, so that sides are shared in all ways, stand upright, and lie in the heights that are cut at.
            corners in proptest::collection::vec((0..5, 0..5, 0..5), 3..12),
            triangles in proptest::collection::vec((0..12u32, 0..12u32, 0..12u32), 1..30),
            (from_m, high_m) in (prop_oneof![Just(1.0), 0.0..3.0], prop_oneof![Just(1.0), 0.1..3.0]),
        ) {
            let corners: Vec<Corner> = corners.iter().map(|&(x, y, z)| [x, y, z].map(f64::from)).collect();
            let n = corners.len() as u32;
            let mesh = Mesh::of(&corners, triangles.iter().map(|&(a, b, c)| [a % n, b % n, c % n]), 1e4);
            for slice in mesh.slices(&[from_m, from_m + high_m]) {
                let round = Area::within(&slice.borders(0.0, &mut Turns::default()));
                let seen = slice.faces().map(|face| Polygon(face.iter().map(|[x, y, _]| Point::new(*x, *y)).collect()));
                let each = Area::joined(&seen.collect::<Vec<_>>());
                // Round it are sheets, and what is upright is one.
                let beside = each.sides().map(|(a, b)| a.distance(b)).sum::<f64>() + 40.0 * 30.0;
                prop_assert!(each.less(&round).m2() < 1e-6, "{} m² are not covered", each.less(&round).m2());
                prop_assert!(round.less(&each).m2() <= beside * SHEET_M, "{} m² are covered too much", round.less(&each).m2());
            }
        }
    }
}
