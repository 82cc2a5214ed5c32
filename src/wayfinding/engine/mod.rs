//! The fast engine: the least costs and ways of plain A\*, sooner, while nothing is closed, crowded or timed.
//!
//! A fair is halls with few doors round a few wide floors. A piece of floor with few gates is a [`Room`]: tables hold the way from each of its nodes to each of its gates, and
//! from each gate to each node. What is left is the core, the gates and the nodes of the other floors, searched by A\* with bounds from [`Landmarks`]. It is a two-level overlay
//! as in "Customizable Route Planning" (Delling, Goldberg, Pajor and Werneck 2011), whose cells are those that people built.
//!
//! What is closed, crowded or timed only makes ways longer. So a way that the engine finds and that nothing hits is the best there is, and where something hits it, the distances
//! of a [`Field`] are the bounds by which A\* looks for another.
//!
//! Hub labels instead of landmarks (Akiba, Iwata and Yoshida 2013) were measured: they answer eight times as fast, but at 20,000 booths they take fifteen times as long to
//! prepare and three times the memory, for in a wide hall of many corners each node needs some 170 hubs.

mod arcs;
mod field;
mod landmarks;
mod room;
#[cfg(test)]
mod tests;
mod ways;

use super::cost::{self, Cost};
use super::graph::{EdgeKind, NavGraph, NodeId};
use super::profile::Ability;
use crate::venue::Venue;
use arcs::{Arcs, Joint, Reach};
pub use field::Field;
use landmarks::Landmarks;
use room::{Gate, Room};

/// Rooms are no larger than this: tables grow by the product of both.
const ROOM: RoomSize = RoomSize { nodes: 1024, gates: 48 };

/// How many nodes and gates, at most.
#[derive(Clone, Copy, Debug)]
struct RoomSize {
    nodes: usize,
    gates: usize,
}

/// What is known beforehand about one graph and whoever walks it, nothing being closed.
#[derive(Debug)]
pub struct Engine {
    ability: Ability,
    places: Vec<Place>,
    rooms: Vec<Room>,
    core: Core,
}

/// Where a node is: in a room, in the core, or in both as a gate.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Index of the room and index in it.
    room: Option<(u32, u16)>,
    core: Option<u32>,
}

#[derive(Debug)]
struct Core {
    nodes: Vec<NodeId>,
    /// For gates: index of the room and which of its gates.
    gates: Vec<Option<(u32, u16)>>,
    /// Edges, and ways through rooms; by the order of [`Toward`], seen from where a search begins.
    arcs: [Arcs; 2],
    landmarks: Landmarks,
}

/// Nodes that a stop sees, and what it costs to walk there or from there.
pub type Seen<'s> = &'s [(NodeId, Cost)];

/// Which way something is walked, seen from a gate, a hub or a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// From elsewhere to it.
    It,
    /// From it to elsewhere.
    Elsewhere,
}

impl Toward {
    fn opposite(self) -> Self {
        match self {
            Self::It => Self::Elsewhere,
            Self::Elsewhere => Self::It,
        }
    }
}

impl Engine {
    pub fn of(venue: &Venue, graph: &NavGraph, ability: Ability) -> Self {
        Self::with_rooms(venue, graph, ability, ROOM)
    }

    fn with_rooms(venue: &Venue, graph: &NavGraph, ability: Ability, most: RoomSize) -> Self {
        let mut places = vec![Place::default(); graph.size().0];
        let mut core_nodes = Vec::new();
        let mut core_gates = Vec::new();
        let mut drafts = Vec::new();
        for nodes in graph.nodes_by_floor() {
            let gates: Vec<u16> = (0..)
                .zip(&nodes)
                .filter(|(_, node)| graph.node(**node).kind.leads_out())
                .map(|(local, _)| local)
                .collect();
            if nodes.len() > most.nodes || gates.len() > most.gates {
                for node in nodes {
                    places[node.index()].core = Some(core_nodes.len() as u32);
                    core_nodes.push(node);
                    core_gates.push(None);
                }
                continue;
            }
            let room = drafts.len() as u32;
            for (local, node) in (0..).zip(&nodes) {
                places[node.index()].room = Some((room, local));
            }
            let to_gate = |(i, local): (u16, u16)| {
                let (node, core) = (nodes[usize::from(local)], core_nodes.len() as u32);
                places[node.index()].core = Some(core);
                core_nodes.push(node);
                core_gates.push(Some((room, i)));
                Gate { local, core }
            };
            let gates: Vec<Gate> = (0..).zip(gates).map(to_gate).collect();
            drafts.push((nodes, gates));
        }
        let edges = |node: NodeId| {
            let usable = graph.edges(node).iter();
            usable.filter_map(move |edge| Some((edge, Reach::new(cost::edge(venue, ability, edge)?))))
        };
        let within = |(local, node): (u32, &NodeId)| {
            let walks = edges(*node).filter(|(edge, _)| edge.kind == EdgeKind::Walk);
            let joints = walks.filter_map(|(edge, reach)| Some((local, places[edge.to.index()].room?.1.into(), reach)));
            joints.collect::<Vec<Joint>>()
        };
        let furnish = |(nodes, gates): (Vec<NodeId>, Vec<Gate>)| {
            let joints: Vec<Joint> = (0..).zip(&nodes).flat_map(within).collect();
            Room::of(nodes, gates, &joints)
        };
        let rooms: Vec<Room> = drafts.into_iter().map(furnish).collect();
        let mut joints: Vec<Joint> = rooms.iter().flat_map(Room::through).collect();
        for (from, &node) in (0..).zip(&core_nodes) {
            let in_room = places[node.index()].room.is_some();
            let outside = edges(node).filter(|(edge, _)| !in_room || edge.kind != EdgeKind::Walk);
            joints.extend(outside.filter_map(|(edge, reach)| Some((from, places[edge.to.index()].core?, reach))));
        }
        let onward = Arcs::of(core_nodes.len(), &joints);
        let arcs = [onward.turned(), onward];
        let core = Core {
            landmarks: Landmarks::of(&arcs),
            arcs,
            nodes: core_nodes,
            gates: core_gates,
        };
        Self {
            ability,
            places,
            rooms,
            core,
        }
    }

    pub fn ability(&self) -> Ability {
        self.ability
    }

    fn place(&self, node: NodeId) -> Place {
        self.places[node.index()]
    }
}
