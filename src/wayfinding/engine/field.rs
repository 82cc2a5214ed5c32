//! How far it is between one stop and everywhere.

use super::arcs::{Queue, Reach, Tree};
use super::{Engine, Seen, Toward};
use crate::wayfinding::cost::Cost;
use crate::wayfinding::graph::NodeId;
use std::cell::{OnceCell, RefCell};

/// Distances between one stop and all nodes: over the core by Dijkstra's search (1959), and in rooms by their tables when they are first asked for.
pub struct Field<'e> {
    engine: &'e Engine,
    toward: Toward,
    /// Between the stop and each node of the core.
    core: Vec<Reach>,
    /// The rooms that the stop is in, with the nodes that it sees there and the ways that stay there.
    rooms: Vec<Stay>,
    known: RefCell<Vec<Option<Reach>>>,
}

struct Stay {
    room: u32,
    seen: Vec<(u16, Reach)>,
    tree: OnceCell<Tree>,
}

impl<'e> Field<'e> {
    /// Toward the stop that sees those nodes, or from it.
    pub fn of(engine: &'e Engine, toward: Toward, seen: Seen<'_>) -> Self {
        let arcs = &engine.core.arcs[toward as usize];
        let (mut core, mut queue) = (Tree::bare(arcs.len()), Queue::default());
        for end in engine.ends(seen, toward.opposite()) {
            core.visit(&mut queue, end.node, end.node, end.reach);
        }
        arcs.grow(&mut core, &mut queue, Reach::NEVER);
        let stay = |room| Stay {
            room,
            seen: engine.in_room(room, seen).collect(),
            tree: OnceCell::new(),
        };
        Self {
            engine,
            toward,
            core: core.reach,
            rooms: engine.rooms_of(seen).into_iter().map(stay).collect(),
            known: RefCell::new(vec![None; engine.places.len()]),
        }
    }

    /// Between that node and the stop; `None` if there is no way.
    pub fn at(&self, node: NodeId) -> Option<Cost> {
        self.reach(node).cost()
    }

    /// Between the stop and another, which sees those nodes.
    pub fn between(&self, seen: Seen<'_>) -> Option<Cost> {
        let each = seen.iter().map(|&(node, cost)| self.reach(node).plus(Reach::new(cost)));
        each.min().and_then(Reach::cost)
    }

    fn reach(&self, node: NodeId) -> Reach {
        if let Some(known) = self.known.borrow()[node.index()] {
            return known;
        }
        let place = self.engine.place(node);
        let reach = match (place.core, place.room) {
            (Some(core), _) => self.core[core as usize],
            (None, Some((room, local))) => {
                let by_gates = self.by_gates(room, local);
                self.inside(room, local).map_or(by_gates, |inside| inside.min(by_gates))
            }
            (None, None) => Reach::NEVER,
        };
        self.known.borrow_mut()[node.index()] = Some(reach);
        reach
    }

    fn by_gates(&self, room: u32, local: u16) -> Reach {
        let room = &self.engine.rooms[room as usize];
        let gates = room.gates.iter().enumerate();
        let by_gate = gates.map(|(i, gate)| {
            let beyond = self.reach(room.nodes[usize::from(gate.local)]);
            beyond.plus(room.reach(self.toward, i, local))
        });
        by_gate.min().unwrap_or(Reach::NEVER)
    }

    /// The same without leaving the room, for walks are as long both ways.
    fn inside(&self, room: u32, local: u16) -> Option<Reach> {
        let stay = self.rooms.iter().find(|stay| stay.room == room)?;
        let tree = stay.tree.get_or_init(|| {
            let room = &self.engine.rooms[room as usize];
            room.walks_from(stay.seen.iter().copied(), Reach::NEVER)
        });
        Some(tree.reach[usize::from(local)])
    }
}
