//! The way of least cost, by A\* (Hart, Nilsson and Raphael 1968) as the `pathfinding` crate has it.

use super::Profile;
use super::closures::Closures;
use super::cost::{self, Cost};
use super::graph::{EdgeKind, NavGraph, NodeId};
use super::stops::Spot;
use crate::venue::Venue;
use pathfinding::directed::astar::astar;
use std::collections::BTreeMap;

/// Under which conditions a way is sought.
#[derive(Clone, Copy)]
pub struct Conditions<'a> {
    pub venue: &'a Venue,
    pub graph: &'a NavGraph,
    pub profile: Profile,
    pub closures: &'a Closures<'a>,
}

impl Conditions<'_> {
    /// Whether one can walk straight from one spot to the other.
    pub fn is_clear(&self, from: Spot, to: Spot) -> bool {
        let floor = self.graph.floors().get(from.0);
        from.0 == to.0 && floor.is_clear(from.1, to.1) && self.closures.allow_line(&floor.level, from.1, to.1)
    }
}

/// A spot of a way, and how the way goes on from it; `None` at the end.
#[derive(Clone, Copy, Debug)]
pub struct Hop {
    pub spot: Spot,
    pub onward: Option<(EdgeKind, f64)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum State {
    Start,
    At(NodeId),
    Goal,
}

/// The way of least cost from any of `from` to any of `to`; `None` if there is none.
pub fn least_cost_way(conditions: Conditions<'_>, from: &[Spot], to: &[Spot]) -> Option<Vec<Hop>> {
    let Conditions { graph, profile, .. } = conditions;
    let first = reach(conditions, from);
    let last = reach(conditions, to);
    let direct = from
        .iter()
        .flat_map(|&a| to.iter().map(move |&b| (a, b)))
        .filter(|&(a, b)| conditions.is_clear(a, b))
        .map(|(a, b)| (cost::walk(profile, a.1.distance(b.1)), a, b))
        .min_by_key(|&(cost, ..)| cost);

    let successors = |state: &State| -> Vec<(State, Cost)> {
        match *state {
            State::Start => {
                let onto_graph = first.iter().map(|(&node, &(cost, _))| (State::At(node), cost));
                onto_graph.chain(direct.map(|(cost, ..)| (State::Goal, cost))).collect()
            }
            State::At(node) => {
                let along = onward(conditions, node).map(|(next, cost)| (State::At(next), cost));
                along
                    .chain(last.get(&node).map(|&(cost, _)| (State::Goal, cost)))
                    .collect()
            }
            State::Goal => Vec::new(),
        }
    };
    // Nobody is faster than walking straight through everything. Rounded down, for costs are rounded up.
    let at_least = |state: &State| match *state {
        State::At(node) => {
            let here = graph.node(node).point;
            let distance = to
                .iter()
                .map(|(_, point)| here.distance(*point))
                .fold(f64::INFINITY, f64::min);
            cost::walk(profile, distance).saturating_sub(1)
        }
        State::Start | State::Goal => 0,
    };
    let (states, _) = astar(&State::Start, successors, at_least, |state| *state == State::Goal)?;
    let nodes: Vec<NodeId> = states
        .iter()
        .filter_map(|state| match state {
            State::At(node) => Some(*node),
            State::Start | State::Goal => None,
        })
        .collect();
    Some(match (nodes.first(), nodes.last()) {
        (Some(first_node), Some(last_node)) => hops(graph, &nodes, first.get(first_node)?.1, last.get(last_node)?.1),
        _ => direct.map(|(_, a, b)| vec![walk_to(a, b), Hop { spot: b, onward: None }])?,
    })
}

/// Where the edges of `node` lead that may be used now, and at which cost.
pub(super) fn onward(conditions: Conditions<'_>, node: NodeId) -> impl Iterator<Item = (NodeId, Cost)> {
    let Conditions {
        venue,
        graph,
        profile,
        closures,
    } = conditions;
    let here = graph.node(node);
    graph.edges(node).iter().filter_map(move |edge| {
        let open = match edge.kind {
            EdgeKind::Walk => {
                let level = &graph.floors().get(here.floor).level;
                closures.allow_line(level, here.point, graph.node(edge.to).point)
            }
            kind => closures.allow(kind),
        };
        let cost = open.then(|| cost::edge(venue, profile, edge)).flatten()?;
        Some((edge.to, cost))
    })
}

fn walk_to(from: Spot, to: Spot) -> Hop {
    Hop {
        spot: from,
        onward: Some((EdgeKind::Walk, from.1.distance(to.1))),
    }
}

/// The nodes that can be walked to straight from any of `spots`: at which cost, from which spot.
pub(super) fn reach(conditions: Conditions<'_>, spots: &[Spot]) -> BTreeMap<NodeId, (Cost, Spot)> {
    let graph = conditions.graph;
    let mut reached = BTreeMap::new();
    for &spot in spots {
        let level = &graph.floors().get(spot.0).level;
        for id in graph.seen_from(spot) {
            let point = graph.node(id).point;
            if conditions.closures.allow_line(level, spot.1, point) {
                let cost = cost::walk(conditions.profile, spot.1.distance(point));
                let best = reached.entry(id).or_insert((cost, spot));
                if cost < best.0 {
                    *best = (cost, spot);
                }
            }
        }
    }
    reached
}

fn hops(graph: &NavGraph, nodes: &[NodeId], start: Spot, goal: Spot) -> Vec<Hop> {
    let spot = |id: NodeId| (graph.node(id).floor, graph.node(id).point);
    let mut hops = Vec::with_capacity(nodes.len() + 2);
    if let Some(&first) = nodes.first() {
        hops.push(walk_to(start, spot(first)));
    }
    for pair in nodes.windows(2) {
        let edge = graph.edges(pair[0]).iter().find(|edge| edge.to == pair[1]);
        hops.push(Hop {
            spot: spot(pair[0]),
            onward: edge.map(|edge| (edge.kind, edge.length_m)),
        });
    }
    if let Some(&last) = nodes.last() {
        hops.push(walk_to(spot(last), goal));
    }
    hops.push(Hop {
        spot: goal,
        onward: None,
    });
    hops
}
