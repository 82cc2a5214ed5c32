//! Ways of least cost between what stops see.

use super::arcs::{Queue, Reach};
use super::{Engine, Seen, Toward};
use crate::venue::Venue;
use crate::wayfinding::cost::{self, Cost};
use crate::wayfinding::graph::{NavGraph, NodeId};

/// Where a way enters or leaves the core: at a node of the core that a stop sees, or at a gate of the room of another.
#[derive(Clone, Copy)]
pub(super) struct End {
    /// The node of the core.
    pub(super) node: u32,
    pub(super) reach: Reach,
    /// The node that the stop sees and that the way goes through.
    seen: NodeId,
}

/// A way over the core.
struct Crossing {
    reach: Reach,
    /// Nodes of the core, from the first to the last.
    nodes: Vec<u32>,
}

/// What a search over the core knows of a node.
#[derive(Clone, Copy)]
struct Known {
    reach: Reach,
    /// The node before it; itself where the search began.
    before: u32,
    /// No goal is nearer; `NEVER` while that was not asked.
    rest: Reach,
    /// How far the goal is from here over nodes that are not of the core.
    goal: Reach,
}

const UNKNOWN: Known = Known {
    reach: Reach::NEVER,
    before: 0,
    rest: Reach::NEVER,
    goal: Reach::NEVER,
};

impl Engine {
    /// The cost of the way of least cost, and the nodes on it.
    pub fn way(&self, venue: &Venue, graph: &NavGraph, from: Seen<'_>, to: Seen<'_>) -> Option<(Cost, Vec<NodeId>)> {
        let (starts, goals) = (self.ends(from, Toward::It), self.ends(to, Toward::Elsewhere));
        let crossing = self.cross(&starts, &goals);
        let most = crossing.as_ref().map_or(Reach::NEVER, |crossing| crossing.reach);
        if let Some((reach, way)) = self.stay(from, to, most) {
            return Some((reach.cost()?, way));
        }
        let Crossing { reach, nodes } = crossing?;
        let end = |ends: &[End], node: Option<&u32>| {
            let here = ends.iter().filter(|end| Some(&end.node) == node);
            here.min_by_key(|end| end.reach).copied()
        };
        let mut way = self.between(end(&starts, nodes.first())?, Toward::It);
        for pair in nodes.windows(2) {
            way.extend(self.step(venue, graph, pair[0], pair[1]));
        }
        way.extend(self.between(end(&goals, nodes.last())?, Toward::Elsewhere));
        way.dedup();
        Some((reach.cost()?, way))
    }

    /// The cost of the way of least cost.
    #[cfg(feature = "cli")]
    pub fn cost(&self, from: Seen<'_>, to: Seen<'_>) -> Option<Cost> {
        let (starts, goals) = (self.ends(from, Toward::It), self.ends(to, Toward::Elsewhere));
        let crossing = self
            .cross(&starts, &goals)
            .map_or(Reach::NEVER, |crossing| crossing.reach);
        let best = self.stay(from, to, crossing).map_or(crossing, |(reach, _)| reach);
        best.cost()
    }

    /// Where ways between a stop and the core meet the core: toward it, or from it to the stop.
    pub(super) fn ends(&self, seen: Seen<'_>, toward: Toward) -> Vec<End> {
        let in_core = seen.iter().filter_map(|&(seen, cost)| {
            let place = self.place(seen);
            let node = place.core.filter(|_| place.room.is_none())?;
            let reach = Reach::new(cost);
            Some(End { node, reach, seen })
        });
        let mut ends: Vec<End> = in_core.collect();
        for index in self.rooms_of(seen) {
            let room = &self.rooms[index as usize];
            for (i, gate) in room.gates.iter().enumerate() {
                let by_node = self.in_room(index, seen).map(|(local, cost)| End {
                    node: gate.core,
                    reach: cost.plus(room.reach(toward, i, local)),
                    seen: room.nodes[usize::from(local)],
                });
                ends.extend(
                    by_node
                        .min_by_key(|end| end.reach)
                        .filter(|end| end.reach != Reach::NEVER),
                );
            }
        }
        ends
    }

    /// A\* over the core with bounds from landmarks.
    fn cross(&self, starts: &[End], goals: &[End]) -> Option<Crossing> {
        let core = &self.core;
        let nearest = starts.iter().min_by_key(|end| end.reach).map(|end| end.node);
        let bound = core
            .landmarks
            .bound(nearest, goals.iter().map(|end| (end.node, end.reach)));
        let mut known = vec![UNKNOWN; core.nodes.len()];
        let mut queue = Queue::default();
        for end in goals {
            let goal = &mut known[end.node as usize].goal;
            *goal = end.reach.min(*goal);
        }
        let (mut best, mut last) = (Reach::NEVER, None);
        let visit = |known: &mut [Known], queue: &mut Queue, node: u32, before: u32, reach: Reach, best: Reach| {
            let here = &mut known[node as usize];
            if reach < here.reach {
                (here.reach, here.before) = (reach, before);
                if here.rest == Reach::NEVER {
                    here.rest = bound.at_least(node);
                }
                let least = reach.plus(here.rest);
                if least < best {
                    queue.push(least, node);
                }
            }
        };
        for end in starts {
            visit(&mut known, &mut queue, end.node, end.node, end.reach, best);
        }
        while let Some((least, node)) = queue.pop() {
            let here = known[node as usize];
            if least >= best {
                break;
            }
            if least > here.reach.plus(here.rest) {
                continue;
            }
            let whole = here.reach.plus(here.goal);
            if whole < best {
                (best, last) = (whole, Some(node));
            }
            for arc in core
                .bends
                .onward(&core.arcs[Toward::Elsewhere as usize], node, here.before)
            {
                visit(&mut known, &mut queue, arc.to, node, here.reach.plus(arc.reach), best);
            }
        }
        let before = |&node: &u32| Some(known[node as usize].before).filter(|&before| before != node);
        let mut nodes: Vec<u32> = std::iter::successors(Some(last?), before).collect();
        nodes.reverse();
        Some(Crossing { reach: best, nodes })
    }

    /// The nodes of a step over the core.
    fn step(&self, venue: &Venue, graph: &NavGraph, from: u32, to: u32) -> Vec<NodeId> {
        let [a, b] = [from, to].map(|node| self.core.nodes[node as usize]);
        let (Some((room, i)), Some((other, j))) = (self.core.gates[from as usize], self.core.gates[to as usize]) else {
            return vec![a, b];
        };
        let (room, same) = (&self.rooms[room as usize], room == other);
        let local = room.gates[usize::from(i)].local;
        // A ramp may join two gates of one room.
        let over_edge = || {
            let edges = graph.edges(a).iter().filter(|edge| edge.to == b);
            let costs = edges.filter_map(|edge| cost::edge(venue, self.ability, edge));
            costs.min().map_or(Reach::NEVER, Reach::new)
        };
        if same && room.reach(Toward::It, usize::from(j), local) <= over_edge() {
            room.way(Toward::It, usize::from(j), local)
        } else {
            vec![a, b]
        }
    }

    /// The nodes between one that a stop sees and the core.
    fn between(&self, end: End, toward: Toward) -> Vec<NodeId> {
        let gate = self.core.gates[end.node as usize];
        match (self.place(end.seen).room, gate) {
            (Some((_, local)), Some((room, gate))) => self.rooms[room as usize].way(toward, usize::from(gate), local),
            _ => vec![end.seen],
        }
    }

    /// The way of least cost that stays in one room, if it is shorter than `most`.
    fn stay(&self, from: Seen<'_>, to: Seen<'_>, most: Reach) -> Option<(Reach, Vec<NodeId>)> {
        let (mut best, mut way) = (most, None);
        let there = self.rooms_of(to);
        for index in self.rooms_of(from).into_iter().filter(|room| there.contains(room)) {
            let room = &self.rooms[index as usize];
            let tree = room.walks_from(self.in_room(index, from), best);
            for (local, cost) in self.in_room(index, to) {
                let whole = tree.reach[usize::from(local)].plus(cost);
                if whole < best {
                    best = whole;
                    way = Some((room, tree.way_to(local.into())));
                }
            }
        }
        way.map(|(room, way)| (best, way.into_iter().map(|local| room.nodes[local as usize]).collect()))
    }

    /// The rooms that a stop sees nodes of.
    pub(super) fn rooms_of(&self, seen: Seen<'_>) -> Vec<u32> {
        let mut rooms = Vec::new();
        for (room, _) in seen.iter().filter_map(|&(node, _)| self.place(node).room) {
            if !rooms.contains(&room) {
                rooms.push(room);
            }
        }
        rooms
    }

    /// The nodes of a room that a stop sees, by their indices in it.
    pub(super) fn in_room<'s>(&'s self, room: u32, seen: Seen<'s>) -> impl Iterator<Item = (u16, Reach)> + 's {
        seen.iter().filter_map(move |&(node, cost)| {
            let (at, local) = self.place(node).room?;
            (at == room).then_some((local, Reach::new(cost)))
        })
    }
}
