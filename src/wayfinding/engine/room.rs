//! A piece of floor with few ways out, a hall mostly: tables say how far each of its nodes is from each of its gates, so that no search ever goes through it.

use super::Toward;
use super::arcs::{Arcs, Joint, Queue, Reach, Tree};
use crate::wayfinding::graph::NodeId;
use std::sync::Arc;

/// A node of a room that something leads out at: a side of an opening, an end of a connector.
#[derive(Clone, Copy, Debug)]
pub struct Gate {
    /// Its index in the room.
    pub local: u16,
    /// Its index in the core.
    pub core: u32,
}

#[derive(Debug)]
pub struct Room {
    pub nodes: Vec<NodeId>,
    pub gates: Vec<Gate>,
    pub inside: Arc<Inside>,
}

/// What does not depend on where the room is, nor on what its nodes are called elsewhere.
#[derive(Debug)]
pub struct Inside {
    /// Edges between its nodes, by their indices in it.
    arcs: Arcs,
    /// For each gate, by the order of [`Toward`].
    tables: [Vec<Table>; 2],
}

/// The ways between one gate and all nodes.
#[derive(Debug)]
struct Table {
    reach: Vec<Reach>,
    /// The node that is next to each, nearer to the gate.
    beside: Vec<u16>,
}

impl From<Tree> for Table {
    fn from(tree: Tree) -> Self {
        Self {
            reach: tree.reach,
            beside: tree.before.into_iter().map(|node| node as u16).collect(),
        }
    }
}

impl Inside {
    /// `joints` are between so many nodes, by their indices in the room, as are the gates.
    pub fn of(nodes: usize, gates: &[Gate], joints: &[Joint]) -> Self {
        let arcs = Arcs::of(nodes, joints);
        let tables = |arcs: &Arcs| gates.iter().map(|gate| arcs.tree(gate.local.into()).into()).collect();
        Self {
            tables: [tables(&arcs.turned()), tables(&arcs)],
            arcs,
        }
    }
}

impl Room {
    /// Between a node, by its index in the room, and a gate.
    pub fn reach(&self, toward: Toward, gate: usize, local: u16) -> Reach {
        self.inside.tables[toward as usize][gate].reach[usize::from(local)]
    }

    /// The nodes from one to a gate, or from the gate to it; both included.
    pub fn way(&self, toward: Toward, gate: usize, local: u16) -> Vec<NodeId> {
        let beside = &self.inside.tables[toward as usize][gate].beside;
        let next = |&at: &u16| Some(beside[usize::from(at)]).filter(|&next| next != at);
        let locals = std::iter::successors(Some(local), next);
        let mut way: Vec<NodeId> = locals.map(|at| self.nodes[usize::from(at)]).collect();
        if toward == Toward::Elsewhere {
            way.reverse();
        }
        way
    }

    /// From each gate to each other.
    pub fn through(&self) -> impl Iterator<Item = Joint> + '_ {
        self.gates.iter().flat_map(move |from| {
            let ways = self.gates.iter().enumerate();
            ways.map(move |(i, to)| (from.core, to.core, self.reach(Toward::It, i, from.local)))
                .filter(|&(from, to, reach)| from != to && reach != Reach::NEVER)
        })
    }

    /// How far each node is from the nearest of `from`, each with what was walked to it, over ways that stay in the room. Nothing farther than `most` is looked for.
    pub fn walks_from(&self, from: impl Iterator<Item = (u16, Reach)>, most: Reach) -> Tree {
        let mut tree = Tree::bare(self.nodes.len());
        let mut queue = Queue::default();
        for (local, reach) in from {
            tree.visit(&mut queue, local.into(), local.into(), reach);
        }
        self.inside.arcs.grow(&mut tree, &mut queue, most);
        tree
    }
}
