//! Ways round closed areas. On open floor a shortest way bends at an area's corners, which the graph does not have as nodes: they are laid over it for as
//! long as the area matters.

use super::closures::Closures;
use super::floor::HAIR_M;
use super::graph::{Edge, EdgeKind, NavGraph, NodeId};
use super::stops::Spot;
use crate::order;
use crate::venue::{Point, Polygon, cross};

/// Nodes and edges beside those of a graph.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The number of the first of its nodes: as many as the graph has.
    first: usize,
    spots: Vec<Spot>,
    /// With the node that each leaves, in the order of those.
    edges: Vec<(NodeId, Edge)>,
}

impl Around {
    pub fn of(graph: &NavGraph, closures: &Closures<'_>) -> Self {
        let floors = graph.floors();
        let corners = closures.zones().flat_map(|zone| {
            let corners = outer_corners(&zone.polygon).into_iter();
            corners.filter_map(|corner| Some((floors.at(zone.level, corner)?, corner)))
        });
        let mut around = Self {
            first: graph.size().0,
            spots: corners.collect(),
            edges: Vec::new(),
        };
        for i in 0..around.spots.len() {
            let (here, spot) = (around.node(i), around.spots[i]);
            for there in graph.seen_from(spot) {
                around.join(here, there, spot.1.distance(graph.node(there).point));
            }
            for j in 0..i {
                let (floor, other) = around.spots[j];
                if floor == spot.0 && floors.get(floor).is_clear(spot.1, other) {
                    around.join(here, around.node(j), spot.1.distance(other));
                }
            }
        }
        order::sort_by_key(&mut around.edges, |(from, _)| *from);
        around
    }

    pub fn len(&self) -> usize {
        self.spots.len()
    }

    /// `None` for a node of the graph.
    pub fn spot(&self, node: NodeId) -> Option<Spot> {
        let index = (node.0 as usize).checked_sub(self.first)?;
        self.spots.get(index).copied()
    }

    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, Spot)> {
        self.spots.iter().enumerate().map(|(i, &spot)| (self.node(i), spot))
    }

    pub fn edges(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        let first = self.edges.partition_point(|(from, _)| *from < node);
        let own = self.edges[first..].iter().take_while(move |(from, _)| *from == node);
        own.map(|(_, edge)| edge)
    }

    fn node(&self, i: usize) -> NodeId {
        NodeId((self.first + i) as u32)
    }

    fn join(&mut self, a: NodeId, b: NodeId, length_m: f64) {
        for (from, to) in [(a, b), (b, a)] {
            let kind = EdgeKind::Walk;
            self.edges.push((from, Edge { to, length_m, kind }));
        }
    }
}

/// The corners that a way round the polygon can bend at, each a hair away from both its sides.
fn outer_corners(polygon: &Polygon) -> Vec<Point> {
    let corners = polygon.points();
    let n = corners.len();
    let turn = polygon.signed_area().signum();
    let corner = |i: usize| {
        let (before, at, after) = (corners[(i + n - 1) % n], corners[i], corners[(i + 1) % n]);
        if cross(before, at, after) * turn <= 0.0 {
            return None;
        }
        let (u, v) = (polygon.outward((i + n - 1) % n)?, polygon.outward(i)?);
        // Needles end nearer than their point would be.
        let reach = HAIR_M / (1.0 + u.x * v.x + u.y * v.y).max(0.1);
        Some(Point::new(at.x + (u.x + v.x) * reach, at.y + (u.y + v.y) * reach))
    };
    (0..n).filter_map(corner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_bends_at_outer_corners_only() {
        let p = Point::new;
        let angle = Polygon(vec![
            p(0.0, 0.0),
            p(4.0, 0.0),
            p(4.0, 2.0),
            p(2.0, 2.0),
            p(2.0, 4.0),
            p(0.0, 4.0),
        ]);
        let corners = outer_corners(&angle);
        assert_eq!(corners.len(), 5);
        assert!((corners[0].x + HAIR_M).abs() < 1e-12 && (corners[0].y + HAIR_M).abs() < 1e-12);
        let mut clockwise = angle;
        clockwise.0.reverse();
        assert_eq!(outer_corners(&clockwise).len(), 5);
    }
}
