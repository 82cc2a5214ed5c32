//! The way while nothing is closed, crowded or timed, and whether it holds as things are.

use super::conditions::Conditions;
use super::cost::{self, Cost};
use super::engine::Engine;
use super::graph::{EdgeKind, NodeId};
use super::search::Hop;
use super::stops::Spot;
use super::time::Clock;
use super::timetable;

/// A stop's spot and a node that it sees, and the cost of the walk between both.
#[derive(Clone, Copy, Debug)]
pub struct Join {
    pub node: NodeId,
    pub cost: Cost,
    pub spot: Spot,
}

/// All that a stop's spots see.
pub fn join(conditions: Conditions<'_>, spots: &[Spot]) -> Vec<Join> {
    let from = |&spot: &Spot| {
        let seen = conditions.graph.seen_from(spot).into_iter();
        seen.map(move |node| {
            let there = conditions.graph.node(node).point;
            let cost = cost::walk(conditions.now.ability, spot.1.distance(there));
            Join { node, cost, spot }
        })
    };
    spots.iter().flat_map(from).collect()
}

/// The same as the engine wants it.
pub fn seen(joins: &[Join]) -> Vec<(NodeId, Cost)> {
    joins.iter().map(|join| (join.node, join.cost)).collect()
}

/// The straight line of least cost from one of `from` to one of `to` that nothing but closures is in.
pub fn direct(conditions: Conditions<'_>, from: &[Spot], to: &[Spot]) -> Option<(Cost, Spot, Spot)> {
    let pairs = from.iter().flat_map(|&a| to.iter().map(move |&b| (a, b)));
    let clear = pairs.filter(|&(a, b)| conditions.is_clear(a, b));
    let costs = clear.map(|(a, b)| (cost::walk(conditions.now.ability, a.1.distance(b.1)), a, b));
    costs.min_by_key(|&(cost, ..)| cost)
}

/// The way of least cost while nothing hinders; `None` if there is none.
pub fn free_way(conditions: Conditions<'_>, engine: &Engine, from: &[Spot], to: &[Spot]) -> Option<Vec<Hop>> {
    let (starts, goals) = (join(conditions, from), join(conditions, to));
    let direct = direct(conditions, from, to);
    let over_nodes = engine.way(conditions.venue, conditions.graph, &seen(&starts), &seen(&goals));
    let nodes = match (direct, over_nodes) {
        (Some((straight, a, b)), over_nodes) if over_nodes.as_ref().is_none_or(|&(cost, _)| straight <= cost) => {
            return Some(vec![walk(straight, a, b), Hop::new(b, None)]);
        }
        (_, over_nodes) => over_nodes?.1,
    };
    let spot_beside = |joins: &[Join], node: &NodeId| {
        let here = joins.iter().filter(|join| join.node == *node);
        here.min_by_key(|join| join.cost).copied()
    };
    let (first, last) = (
        spot_beside(&starts, nodes.first()?)?,
        spot_beside(&goals, nodes.last()?)?,
    );
    let spot = |node: NodeId| conditions.spot(node);
    let mut hops = vec![walk(first.cost, first.spot, spot(first.node))];
    for pair in nodes.windows(2) {
        let edges = conditions.graph.edges(pair[0]).iter().filter(|edge| edge.to == pair[1]);
        let usable = edges.filter_map(|edge| Some((cost::edge(conditions.venue, engine.ability(), edge)?, edge)));
        let (cost, edge) = usable.min_by_key(|&(cost, _)| cost)?;
        let mut hop = Hop::new(spot(pair[0]), Some((edge.kind, edge.length_m)));
        hop.cost = cost;
        hops.push(hop);
    }
    hops.push(walk(last.cost, spot(last.node), last.spot));
    hops.push(Hop::new(last.spot, None));
    Some(hops)
}

fn walk(cost: Cost, from: Spot, to: Spot) -> Hop {
    let mut hop = Hop::new(from, Some((EdgeKind::Walk, from.1.distance(to.1))));
    hop.cost = cost;
    hop
}

/// Whether a free way takes no longer as things are: nothing on it is shut when one comes there, nor crowded. It is the best one then, for nothing makes others shorter.
pub fn holds(conditions: Conditions<'_>, free: &[Hop]) -> bool {
    if conditions.now.is_free() {
        return true;
    }
    let takes: Cost = free.iter().map(|hop| hop.cost).sum();
    let mut hops = free.to_vec();
    let arrive = timetable::departure(conditions, free).and_then(|depart| {
        let arrive = timetable::set_out(conditions, &mut hops, depart)?;
        let in_time = !matches!(conditions.now.clock, Clock::ArriveBy(by) if by != arrive);
        in_time.then_some(arrive - depart)
    });
    arrive == Some(takes)
}
