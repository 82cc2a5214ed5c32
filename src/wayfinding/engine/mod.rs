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
mod bend;
mod field;
mod landmarks;
mod room;
#[cfg(test)]
mod tests;
mod ways;

use super::cost::{self, Cost};
use super::floor::FloorId;
use super::graph::{Edge, EdgeKind, NavGraph, NodeId};
use super::profile::Ability;
use crate::venue::Venue;
use arcs::{Arcs, Joint, Reach};
use bend::Bends;
pub use field::Field;
use landmarks::Landmarks;
pub use room::Inside;
use room::{Gate, Room};
use std::sync::Arc;

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
    /// Of ways onward.
    bends: Bends,
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
        let walked = Walked { venue, graph, ability };
        let Parts {
            places,
            rooms,
            core,
            gates,
        } = Parts::of(graph, most);
        let rooms = rooms.into_iter();
        let rooms: Vec<Room> = rooms.map(|(nodes, gates)| walked.room(&places, nodes, gates)).collect();
        let mut arcs = walked.core_arcs(&places, &core, &rooms);
        Self {
            ability,
            places,
            rooms,
            core: Core {
                landmarks: Landmarks::of(&arcs),
                bends: Bends::of(graph, &core, &mut arcs[Toward::Elsewhere as usize]),
                arcs,
                nodes: core,
                gates,
            },
        }
    }

    pub fn ability(&self) -> Ability {
        self.ability
    }

    fn place(&self, node: NodeId) -> Place {
        self.places[node.index()]
    }

    /// What it knows of each piece of floor that is a room.
    pub fn insides<'e>(&'e self, graph: &'e NavGraph) -> impl Iterator<Item = (FloorId, Arc<Inside>)> + 'e {
        let rooms = self.rooms.iter();
        rooms.filter_map(|room| Some((graph.node(*room.nodes.first()?).floor, room.inside.clone())))
    }
}

/// What belongs to rooms, and what to the core.
struct Parts {
    places: Vec<Place>,
    /// The nodes of each, and which of them are gates.
    rooms: Vec<(Vec<NodeId>, Vec<Gate>)>,
    /// As in [`Core`].
    core: Vec<NodeId>,
    gates: Vec<Option<(u32, u16)>>,
}

impl Parts {
    fn of(graph: &NavGraph, most: RoomSize) -> Self {
        let mut parts = Self {
            places: vec![Place::default(); graph.size().0],
            rooms: Vec::new(),
            core: Vec::new(),
            gates: Vec::new(),
        };
        for nodes in graph.nodes_by_floor() {
            let leads_out = |(_, node): &(u16, &NodeId)| graph.node(**node).kind.leads_out();
            let gates: Vec<u16> = (0..).zip(&nodes).filter(leads_out).map(|(local, _)| local).collect();
            if nodes.len() > most.nodes || gates.len() > most.gates {
                for node in nodes {
                    parts.add_to_core(node, None);
                }
            } else {
                parts.add_room(nodes, &gates);
            }
        }
        parts
    }

    fn add_room(&mut self, nodes: Vec<NodeId>, gates: &[u16]) {
        let room = self.rooms.len() as u32;
        for (local, node) in (0..).zip(&nodes) {
            self.places[node.index()].room = Some((room, local));
        }
        let to_gate = |(i, &local): (u16, &u16)| Gate {
            local,
            core: self.add_to_core(nodes[usize::from(local)], Some((room, i))),
        };
        let gates = (0..).zip(gates).map(to_gate).collect();
        self.rooms.push((nodes, gates));
    }

    fn add_to_core(&mut self, node: NodeId, gate: Option<(u32, u16)>) -> u32 {
        let index = self.core.len() as u32;
        self.places[node.index()].core = Some(index);
        self.core.push(node);
        self.gates.push(gate);
        index
    }
}

/// A graph, and who walks it.
struct Walked<'a> {
    venue: &'a Venue,
    graph: &'a NavGraph,
    ability: Ability,
}

impl Walked<'_> {
    fn edges(&self, node: NodeId) -> impl Iterator<Item = (&Edge, Reach)> {
        let edges = self.graph.edges(node).iter();
        edges.filter_map(|edge| Some((edge, Reach::new(cost::edge(self.venue, self.ability, edge)?))))
    }

    fn room(&self, places: &[Place], nodes: Vec<NodeId>, gates: Vec<Gate>) -> Room {
        let inside = self.known_inside(&nodes).unwrap_or_else(|| {
            let joints = (0..).zip(&nodes).flat_map(|(local, &node)| {
                let walks = self.edges(node).filter(|(edge, _)| edge.kind == EdgeKind::Walk);
                walks.filter_map(move |(edge, reach)| Some((local, places[edge.to.index()].room?.1.into(), reach)))
            });
            Arc::new(Inside::of(nodes.len(), &gates, &joints.collect::<Vec<Joint>>()))
        });
        Room { nodes, gates, inside }
    }

    /// From the graph before, if this piece of floor is as it was.
    fn known_inside(&self, nodes: &[NodeId]) -> Option<Arc<Inside>> {
        let floor = self.graph.node(*nodes.first()?).floor;
        self.graph.inherited(self.ability, floor)
    }

    fn core_arcs(&self, places: &[Place], core: &[NodeId], rooms: &[Room]) -> [Arcs; 2] {
        let mut joints: Vec<Joint> = rooms.iter().flat_map(Room::through).collect();
        for (from, &node) in (0..).zip(core) {
            let in_room = places[node.index()].room.is_some();
            let outside = self
                .edges(node)
                .filter(|(edge, _)| !in_room || edge.kind != EdgeKind::Walk);
            joints.extend(outside.filter_map(|(edge, reach)| Some((from, places[edge.to.index()].core?, reach))));
        }
        let onward = Arcs::of(core.len(), &joints);
        [onward.turned(), onward]
    }
}
