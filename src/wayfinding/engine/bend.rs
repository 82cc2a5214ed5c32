//! Where a shortest way may bend: it goes round corners like a taut string, and turns at openings and connectors only to pass them. What it may go on by at a node depends on
//! where it comes from, and a search that heeds that looks at a third of the arcs.
//!
//! So only ways between stops are found: at a node where no shortest way bends that comes from there, one may still end, and then it is not told how far that is.

use super::arcs::{Arc, Arcs};
use crate::venue::Point;
use crate::wayfinding::floor::FloorId;
use crate::wayfinding::graph::{NavGraph, NodeId, NodeKind};
use crate::wayfinding::shadow::{TURN, angle};
use std::ops::Range;

/// Places arcs among those of their node: as angles, 65,536 to a full turn.
type Order = u16;

const HALF_TURN: Order = 1 << 15;
/// Ways that bend needlessly by so little are let be: costs are rounded edge by edge, and a way of fewer edges may win by it.
const HARDLY: Order = 500;
/// Of what leads to another floor.
const OUT: Order = 1;

/// How ways bend at each node of the core.
#[derive(Debug)]
pub struct Bends {
    nodes: Vec<Bend>,
    /// Of each arc.
    orders: Vec<Order>,
}

impl Bends {
    /// At those nodes of a graph. Puts the `arcs` between them in order.
    pub fn of(graph: &NavGraph, nodes: &[NodeId], arcs: &mut Arcs) -> Self {
        let nodes: Vec<Bend> = nodes.iter().map(|&node| Bend::at(graph, node)).collect();
        let orders = arcs.sort(|from, to| nodes[from as usize].order(&nodes[to as usize]));
        Self { nodes, orders }
    }

    /// Those of a node's arcs that a shortest way may go on by that comes from `before`; all where it begins here.
    pub fn onward<'a>(&self, arcs: &'a Arcs, node: u32, before: u32) -> &'a [Arc] {
        let all = arcs.from(node);
        if before == node {
            return all;
        }
        let [here, before] = [node, before].map(|node| &self.nodes[node as usize]);
        &all[here.onward(before, &self.orders[arcs.places(node)])]
    }
}

#[derive(Debug)]
struct Bend {
    floor: FloorId,
    at: Point,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// Round what is in that direction.
    Round(f64),
    /// From a walk only to another floor, and on only by a walk.
    Through,
    Anyhow,
}

impl Bend {
    fn at(graph: &NavGraph, id: NodeId) -> Self {
        let node = graph.node(id);
        let kind = match &node.kind {
            NodeKind::Corner(corner) => Kind::Round(angle(node.point, corner.behind(node.point))),
            NodeKind::Threshold { .. } => Kind::Through,
            // A ramp may lead back to its own floor.
            NodeKind::Landing => Kind::Anyhow,
        };
        Self {
            floor: node.floor,
            at: node.point,
            kind,
        }
    }

    /// By what arcs from here to `there` are in order: counter-clockwise from what ways bend round; those to other floors come last.
    fn order(&self, there: &Self) -> Order {
        match self.kind {
            Kind::Round(obstacle) => turn(obstacle, angle(self.at, there.at)),
            Kind::Through if self.floor != there.floor => OUT,
            Kind::Through | Kind::Anyhow => 0,
        }
    }

    /// Which of the arcs from here, of which the orders are known, a way from `before` may go on by.
    fn onward(&self, before: &Self, orders: &[Order]) -> Range<usize> {
        let (cut, is_below) = match self.kind {
            Kind::Round(obstacle) => {
                let ahead = turn(obstacle, angle(before.at, self.at));
                // What it bends round is to the right, or to the left.
                if ahead < HALF_TURN {
                    (ahead + HARDLY, true)
                } else {
                    (ahead - HARDLY, false)
                }
            }
            Kind::Through => (OUT, before.floor != self.floor),
            Kind::Anyhow => (0, false),
        };
        let at = orders.partition_point(|&order| order < cut);
        if is_below { 0..at } else { at..orders.len() }
    }
}

/// Counter-clockwise from one direction to another.
fn turn(from: f64, to: f64) -> Order {
    let turn = if to < from { to + TURN - from } else { to - from };
    (turn * f64::from(HALF_TURN) / (TURN / 2.0)) as Order
}
