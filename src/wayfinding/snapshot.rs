//! The nav graph as numbers, while nothing is closed: for measuring engines, this one and others, on the same graph and the same stops.

use super::conditions::{Conditions, Situation};
use super::cost::{self, Cost};
use super::engine::{Engine, Field, Toward};
use super::free_way::{direct, join, seen};
use super::graph::{NavGraph, NodeId};
use super::stops::Spot;
use super::time::Clock;
use super::{NoWay, Profile, Stop};
use crate::venue::{PlaceId, Point, Venue};
use std::sync::Arc;

/// A graph, and who walks it.
pub struct Snapshot<'a> {
    venue: &'a Venue,
    graph: &'a NavGraph,
    now: Situation<'a>,
}

/// A stop, joined to the nodes that it sees.
pub struct Joined {
    spots: Vec<Spot>,
    seen: Vec<(NodeId, Cost)>,
}

impl Joined {
    /// Indices of nodes, and milliseconds from or to each.
    pub fn seen(&self) -> impl Iterator<Item = (usize, Cost)> + '_ {
        self.seen.iter().map(|&(node, cost)| (node.index(), cost))
    }

    /// Where one stands there.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.spots.iter().map(|spot| spot.1)
    }
}

impl<'a> Snapshot<'a> {
    /// # Errors
    /// A closure that the venue does not have.
    pub fn of(venue: &'a Venue, graph: &'a NavGraph, profile: Profile, closed: &[PlaceId]) -> Result<Self, NoWay> {
        let now = Situation::new((venue, graph), (profile, None), closed, Clock::Unknown)?;
        Ok(Self { venue, graph, now })
    }

    /// Each edge that may be used: from node, to node, milliseconds.
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, Cost)> + '_ {
        let conditions = self.conditions();
        let nodes = self.graph.nodes();
        nodes.flat_map(move |(from, _)| {
            let edges = self.graph.edges(from).iter();
            edges.filter_map(move |edge| {
                let (here, there) = (conditions.spot(from), conditions.spot(edge.to));
                let passage = conditions.passage(edge.kind, edge.length_m, here, there)?;
                Some((from.index(), edge.to.index(), passage.cost))
            })
        })
    }

    /// Where each node is.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.graph.nodes().map(|(_, node)| node.point)
    }

    /// # Errors
    /// A place that the venue does not have.
    pub fn join(&self, stop: &Stop) -> Result<Joined, NoWay> {
        let spots = self.graph.spots_at(self.venue, stop)?;
        // Each node once, from the spot that is nearest to it.
        let mut seen = seen(&join(self.conditions(), &spots));
        seen.sort_unstable();
        seen.dedup_by_key(|(node, _)| *node);
        Ok(Joined { spots, seen })
    }

    /// Milliseconds straight from the one to the other, if nothing is between.
    pub fn direct(&self, from: &Joined, to: &Joined) -> Option<Cost> {
        direct(self.conditions(), &from.spots, &to.spots).map(|(cost, ..)| cost)
    }

    /// No way from that node to the goal is shorter, in milliseconds.
    pub fn at_least(&self, node: usize, to: &Joined) -> Cost {
        let here = self.graph.node(NodeId(node as u32)).point;
        let nearest = to
            .points()
            .map(|point| here.distance(point))
            .fold(f64::INFINITY, f64::min);
        cost::walk(self.now.ability, nearest).saturating_sub(1)
    }

    /// Prepares the engine, as the first question does.
    pub fn ways(&self) -> FastWays<'a> {
        FastWays {
            venue: self.venue,
            graph: self.graph,
            engine: self.conditions().engine(),
        }
    }

    fn conditions(&self) -> Conditions<'_> {
        Conditions {
            venue: self.venue,
            graph: self.graph,
            now: &self.now,
        }
    }
}

/// The engine's answers: least costs over nodes, in milliseconds.
pub struct FastWays<'a> {
    venue: &'a Venue,
    graph: &'a NavGraph,
    engine: Arc<Engine>,
}

impl FastWays<'_> {
    pub fn cost(&self, from: &Joined, to: &Joined) -> Option<Cost> {
        self.engine.cost(&from.seen, &to.seen)
    }

    /// The cost, and the nodes on the way.
    pub fn way(&self, from: &Joined, to: &Joined) -> Option<(Cost, Vec<usize>)> {
        let (cost, nodes) = self.engine.way(self.venue, self.graph, &from.seen, &to.seen)?;
        Some((cost, nodes.into_iter().map(NodeId::index).collect()))
    }

    /// From one to many.
    pub fn costs<'j>(&self, from: &Joined, to: impl IntoIterator<Item = &'j Joined>) -> Vec<Option<Cost>> {
        let field = Field::of(&self.engine, Toward::Elsewhere, &from.seen);
        to.into_iter().map(|to| field.between(&to.seen)).collect()
    }
}
