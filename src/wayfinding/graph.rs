//! The nav graph, derived from geometry and never drawn by hand.
//!
//! Its nodes are the corners that a shortest way can bend at, both sides of each opening, and the ends of connectors. Its edges are the straight
//! lines between nodes of one floor that see each other (a reduced visibility graph: Lozano-Pérez and Wesley 1979; only tangents at corners, as
//! in Rohnert 1986), the steps through openings, and the rides of connectors. Stops are no nodes: a search looks from them to what they see.

mod remake;

use super::Profile;
use super::corners::{self, Corner};
use super::engine::Engine;
use super::floor::{CLEARANCE_M, FloorId, Floors};
use super::landmarks::Landmarks;
use super::profile::Ability;
use super::shadow::{Shadow, angle};
use super::stops::Spot;
use crate::venue::{Connector, ConnectorKind, FreeFloor, LevelId, Opening, Point, UnitId, Venue};
use std::sync::{Arc, Mutex, PoisonError};

/// Index of a node of one [`NavGraph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Debug)]
pub struct Node {
    pub floor: FloorId,
    pub point: Point,
    pub kind: NodeKind,
}

#[derive(Clone, Debug)]
pub enum NodeKind {
    Corner(Corner),
    /// One side of an opening.
    Threshold {
        opening: usize,
    },
    /// Where one steps on or off a connector.
    Landing,
}

impl NodeKind {
    /// Whether edges lead from it to other floors.
    pub(super) fn leads_out(&self) -> bool {
        !matches!(self, Self::Corner(_))
    }
}

#[derive(Clone, Debug)]
pub struct Edge {
    pub to: NodeId,
    /// Metres walked; 0 in a lift.
    pub length_m: f64,
    pub kind: EdgeKind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EdgeKind {
    /// Straight over free floor.
    Walk,
    /// Through the opening of that index in the venue's list.
    Opening(usize),
    /// With the connector of that index, up by so many metres (down if negative).
    Connector { connector: usize, rise_m: f64 },
}

/// The graph of one venue. Building it takes time in proportion to the corners that see each other; asking it changes nothing.
#[derive(Debug)]
pub struct NavGraph {
    floors: Floors,
    /// By level, as contours.
    walls: Vec<(LevelId, Vec<Vec<Point>>)>,
    nodes: Vec<Node>,
    edges: Vec<Vec<Edge>>,
    landmarks: Landmarks,
    /// Those asked for last.
    engines: Mutex<Vec<Arc<Engine>>>,
    inherited: remake::Inherited,
}

/// As many engines are kept as there are profiles, and one for a person's own speed.
const ENGINES_MOST: usize = Profile::ALL.len() + 1;

impl NavGraph {
    /// From the venue's geometry alone.
    #[cfg(feature = "cli")]
    pub fn derive(venue: &Venue) -> Self {
        Self::on(venue, super::free_floor(venue))
    }

    /// On a free floor that is known: the venue's own.
    pub fn on(venue: &Venue, floor: Vec<FreeFloor>) -> Self {
        let mut graph = Self::unjoined(venue, floor);
        let mut shadow = Shadow::default();
        for node in graph.ids() {
            graph.look_round(node, &mut shadow);
        }
        graph
    }

    /// Nodes, and the edges that lead from floor to floor.
    fn unjoined(venue: &Venue, floor: Vec<FreeFloor>) -> Self {
        let mut graph = Self {
            floors: Floors::of(&floor),
            walls: floor.into_iter().map(|free| (free.level, free.walls)).collect(),
            nodes: Vec::new(),
            edges: Vec::new(),
            landmarks: Landmarks::of(venue),
            engines: Mutex::default(),
            inherited: Vec::new(),
        };
        graph.add_corners();
        for (i, opening) in venue.openings().iter().enumerate() {
            graph.add_opening(venue, i, opening);
        }
        for (i, connector) in venue.connectors().iter().enumerate() {
            graph.add_connector(venue, i, connector);
        }
        graph
    }

    pub(super) fn floors(&self) -> &Floors {
        &self.floors
    }

    pub(super) fn landmarks(&self) -> &Landmarks {
        &self.landmarks
    }

    /// The nodes of each floor.
    pub(super) fn nodes_by_floor(&self) -> Vec<Vec<NodeId>> {
        let mut by_floor = vec![Vec::new(); self.floors.iter().count()];
        for (id, node) in self.nodes() {
            by_floor[node.floor.index()].push(id);
        }
        by_floor
    }

    /// The fast engine for whoever walks like that, made when it is first asked for. `venue` is the graph's own.
    pub(super) fn engine(&self, venue: &Venue, ability: Ability) -> Arc<Engine> {
        let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = engines.iter().position(|engine| engine.ability() == ability) {
            return engines[at].clone();
        }
        if engines.len() == ENGINES_MOST {
            engines.remove(0);
        }
        let engine = Arc::new(Engine::of(venue, self, ability));
        engines.push(engine.clone());
        engine
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    pub(super) fn edges(&self, id: NodeId) -> &[Edge] {
        &self.edges[id.0 as usize]
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(i, node)| (NodeId(i as u32), node))
    }

    fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// How many nodes and edges it has.
    pub fn size(&self) -> (usize, usize) {
        (self.nodes.len(), self.edges.iter().map(Vec::len).sum())
    }

    /// Border of the floor of `level` that a person's middle can be on, openings cut through: segments `[x1, y1, x2, y2]`.
    pub fn walls(&self, level: &LevelId) -> Vec<[f64; 4]> {
        let contours = self
            .walls
            .iter()
            .filter(|(id, _)| id == level)
            .flat_map(|(_, walls)| walls);
        let segments = contours.flat_map(|contour| {
            let next = contour.iter().cycle().skip(1);
            contour.iter().zip(next).map(|(a, b)| [a.x, a.y, b.x, b.y])
        });
        segments.collect()
    }

    /// The nodes that the first or last stretch of a shortest way, straight from or to `from`, can bend at.
    pub(super) fn seen_from(&self, (floor, from): Spot) -> Vec<NodeId> {
        let mut seen = Vec::new();
        let floor = self.floors.get(floor);
        floor.look_from(from, &mut Shadow::default(), &mut |point, index| {
            let bends = match &self.node(NodeId(index)).kind {
                NodeKind::Corner(corner) => corner.is_tangent_from_anywhere(from, point),
                NodeKind::Threshold { .. } | NodeKind::Landing => true,
            };
            if bends {
                seen.push(NodeId(index));
            }
        });
        seen
    }

    fn add_node(&mut self, floor: FloorId, point: Point, kind: NodeKind) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node { floor, point, kind });
        self.edges.push(Vec::new());
        self.floors.add_node(floor, point, id.0);
        id
    }

    fn add_edge(&mut self, from: NodeId, to: NodeId, length_m: f64, kind: EdgeKind) {
        self.edges[from.0 as usize].push(Edge { to, length_m, kind });
    }

    fn add_corners(&mut self) {
        let corners: Vec<_> = self
            .floors
            .iter()
            .flat_map(|(id, floor)| corners::of(floor).map(move |(point, corner)| (id, point, corner)))
            .collect();
        for (floor, point, corner) in corners {
            self.add_node(floor, point, NodeKind::Corner(corner));
        }
    }

    /// Adds a pair of nodes for each lane of an opening between two floors.
    fn add_opening(&mut self, venue: &Venue, index: usize, opening: &Opening) {
        let [first, second] = opening.between.as_slice() else {
            return;
        };
        for t in lanes(opening.from.distance(opening.to)) {
            let middle = opening.from.lerp(opening.to, t);
            let (Some(a), Some(b)) = (
                threshold(&self.floors, venue, opening, middle, first),
                threshold(&self.floors, venue, opening, middle, second),
            ) else {
                continue;
            };
            if a.0 == b.0 {
                continue;
            }
            let length = a.1.distance(b.1);
            let a = self.add_node(a.0, a.1, NodeKind::Threshold { opening: index });
            let b = self.add_node(b.0, b.1, NodeKind::Threshold { opening: index });
            self.add_edge(a, b, length, EdgeKind::Opening(index));
            self.add_edge(b, a, length, EdgeKind::Opening(index));
        }
    }

    fn add_connector(&mut self, venue: &Venue, index: usize, connector: &Connector) {
        let mut landings = Vec::new();
        for at in &connector.ends {
            let Some(level) = venue.level(&at.level) else { continue };
            if let Some((floor, point)) = self.floors.nearest(&at.level, at.point, LANDING_REACH_M) {
                let node = self.add_node(floor, point, NodeKind::Landing);
                landings.push((node, level.elevation_m, point));
            }
        }
        for (i, &(a, low, from)) in landings.iter().enumerate() {
            for &(b, high, to) in &landings[i + 1..] {
                let rise_m = high - low;
                let length = ride_length(connector, rise_m, from.distance(to));
                if connector.direction.allows(rise_m) {
                    self.add_edge(
                        a,
                        b,
                        length,
                        EdgeKind::Connector {
                            connector: index,
                            rise_m,
                        },
                    );
                }
                if connector.direction.allows(-rise_m) {
                    self.add_edge(
                        b,
                        a,
                        length,
                        EdgeKind::Connector {
                            connector: index,
                            rise_m: -rise_m,
                        },
                    );
                }
            }
        }
    }

    /// Joins a node to those of its floor that it sees, where a shortest way can bend at both, coming from the other.
    fn look_round(&mut self, a: NodeId, shadow: &mut Shadow) {
        let mut edges = std::mem::take(&mut self.edges[a.0 as usize]);
        let Node { floor, point, kind } = self.node(a);
        shadow.clear();
        if let NodeKind::Corner(corner) = kind {
            let (from, to) = corner.ahead(*point);
            shadow.add(angle(*point, from), angle(*point, to));
        }
        self.floors.get(*floor).look_from(*point, shadow, &mut |there, index| {
            let to = NodeId(index);
            if a != to && self.bends(a, there) && self.bends(to, *point) {
                let length_m = point.distance(there);
                edges.push(Edge {
                    to,
                    length_m,
                    kind: EdgeKind::Walk,
                });
            }
        });
        self.edges[a.0 as usize] = edges;
    }

    /// Whether a shortest way to or from `from` can bend at `node`.
    fn bends(&self, node: NodeId, from: Point) -> bool {
        match self.node(node) {
            Node {
                kind: NodeKind::Corner(corner),
                point,
                ..
            } => corner.is_tangent(from, *point),
            _ => true,
        }
    }
}

/// How far from a connector's end, at most, its floor may begin, in metres.
const LANDING_REACH_M: f64 = 2.5;

/// Metres walked on a connector. Where its ends say no more than the height, a slope of 30° is assumed, the usual one of escalators.
fn ride_length(connector: &Connector, rise_m: f64, apart_m: f64) -> f64 {
    match (connector.kind, connector.length_m) {
        (ConnectorKind::Lift, _) => 0.0,
        (_, Some(length)) => length.max(rise_m.hypot(apart_m)),
        (_, None) => rise_m.hypot(apart_m).max(rise_m.abs() * 2.0),
    }
}

/// A wide opening has a lane for each so many metres, so that nobody walks to its middle for nothing.
const LANE_M: f64 = 2.5;
/// Wider ones than there are anywhere have no more lanes: each sees all others.
const LANES_MOST: usize = 40;

/// Where along an opening of that length its lanes are: 0 at one end, 1 at the other.
fn lanes(length_m: f64) -> impl Iterator<Item = f64> {
    let usable = (length_m - 2.0 * CLEARANCE_M).max(0.0);
    let count = ((usable / LANE_M) as usize).min(LANES_MOST - 1) + 1;
    (0..count).map(move |i| (CLEARANCE_M.min(length_m / 2.0) + usable * (i as f64 + 0.5) / count as f64) / length_m)
}

/// How far beyond an opening, in metres, its floor may begin: right behind the clearance, or behind a thick wall.
const THRESHOLD_DEPTHS_M: [f64; 4] = [
    CLEARANCE_M + 0.02,
    CLEARANCE_M + 0.2,
    CLEARANCE_M + 0.5,
    CLEARANCE_M + 1.0,
];

/// Where one stands in `unit` before the opening's lane.
fn threshold(
    floors: &Floors,
    venue: &Venue,
    opening: &Opening,
    middle: Point,
    unit: &UnitId,
) -> Option<(FloorId, Point)> {
    let unit = venue.unit(unit)?;
    let length = opening.from.distance(opening.to);
    let normal = Point::new(
        -(opening.to.y - opening.from.y) / length,
        (opening.to.x - opening.from.x) / length,
    );
    THRESHOLD_DEPTHS_M
        .iter()
        .flat_map(|&depth| [depth, -depth])
        .map(|depth| Point::new(middle.x + normal.x * depth, middle.y + normal.y * depth))
        .filter(|&point| unit.polygon.contains(point))
        .find_map(|point| floors.at(&unit.level, point).map(|floor| (floor, point)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_has_lanes_by_its_width_but_not_without_end() {
        assert_eq!(lanes(1.0).count(), 1);
        assert_eq!(lanes(10.8).count(), 5);
        for width in [99_999.0, 1e300] {
            assert_eq!(lanes(width).count(), LANES_MOST);
            assert!(lanes(width).all(|along| (0.0..=1.0).contains(&along)));
        }
    }
}
