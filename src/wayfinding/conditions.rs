//! Under which conditions a way is sought: who walks, what is closed when, where it is crowded. What a passage costs is asked here and nowhere else.

use super::around::Around;
use super::closures::Closures;
use super::cost::{self, Cost};
use super::crowds::Crowds;
use super::engine::Engine;
use super::floor::FloorId;
use super::graph::{Edge, EdgeKind, NavGraph, NodeId};
use super::profile::{Ability, SPEEDS_M_S};
use super::stops::Spot;
use super::time::{Clock, Moment, Shut};
use super::{NoWay, Profile, no_way};
use crate::venue::{LevelId, PlaceId, Point, Venue};
use std::sync::Arc;

/// What a request and the venue's live file make of the venue.
#[derive(Clone, Debug)]
pub struct Situation<'v> {
    pub profile: Profile,
    pub ability: Ability,
    pub clock: Clock,
    pub closures: Closures<'v>,
    pub crowds: Crowds<'v>,
    around: Around,
}

impl<'v> Situation<'v> {
    /// # Errors
    /// A closure that the venue does not have, or a speed that nobody walks at.
    pub fn new(
        (venue, graph): (&'v Venue, &NavGraph),
        (profile, speed_m_s): (Profile, Option<f64>),
        closed: &[PlaceId],
        clock: Clock,
    ) -> Result<Self, NoWay> {
        let mut ability = profile.ability();
        if let Some(speed) = speed_m_s {
            if !SPEEDS_M_S.contains(&speed) {
                return Err(no_way::bad_speed(speed));
            }
            ability.speed_m_s = speed;
        }
        let closures = Closures::resolve(venue, closed, clock).map_err(|id| no_way::unknown(&id))?;
        Ok(Self {
            profile,
            ability,
            clock,
            around: Around::of(graph, &closures),
            closures,
            crowds: Crowds::of(venue),
        })
    }

    /// Whether nothing is closed or crowded, whenever one walks.
    pub fn is_free(&self) -> bool {
        self.closures.are_none() && self.crowds.are_none()
    }

    /// The same for somebody else, with fewer closures.
    pub fn with(&self, ability: Ability, closures: Closures<'v>) -> Self {
        Self {
            ability,
            closures,
            ..self.clone()
        }
    }
}

/// The conditions of one search.
#[derive(Clone, Copy)]
pub struct Conditions<'a> {
    pub venue: &'a Venue,
    pub graph: &'a NavGraph,
    pub now: &'a Situation<'a>,
}

/// What it takes to pass from one spot to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub cost: Cost,
    /// When it is shut: never for ever.
    pub shut: Vec<Shut>,
}

impl<'a> Conditions<'a> {
    pub fn level(&self, floor: FloorId) -> &'a LevelId {
        &self.graph.floors().get(floor).level
    }

    pub fn spot(&self, node: NodeId) -> Spot {
        self.now.around.spot(node).unwrap_or_else(|| {
            let node = self.graph.node(node);
            (node.floor, node.point)
        })
    }

    /// All nodes: those of the graph, and those at the corners of what is closed.
    pub fn node_count(&self) -> usize {
        self.graph.size().0 + self.now.around.len()
    }

    /// Where ways may bend beside the graph's nodes: round what is closed.
    pub fn bends(&self) -> impl Iterator<Item = Spot> + use<'a> {
        self.now.around.nodes().map(|(_, spot)| spot)
    }

    /// What is known beforehand for whoever walks.
    pub fn engine(&self) -> Arc<Engine> {
        self.graph.engine(self.venue, self.now.ability)
    }

    /// The edges that leave a node, whoever may use them.
    pub fn edges(&self, node: NodeId) -> impl Iterator<Item = &'a Edge> + use<'a> {
        let own: &'a [Edge] = match self.now.around.spot(node) {
            Some(_) => &[],
            None => self.graph.edges(node),
        };
        own.iter().chain(self.now.around.edges(node))
    }

    /// What it takes to pass from `a` to `b` by an edge of that kind; `None` if it is never allowed.
    pub fn passage(&self, kind: EdgeKind, length_m: f64, a: Spot, b: Spot) -> Option<Passage> {
        let (from, to) = ((self.level(a.0), a.1), (self.level(b.0), b.1));
        let shut = self.now.closures.shut(kind, from, to);
        if shut.iter().any(Shut::is_for_ever) {
            return None;
        }
        let length_m = match kind {
            EdgeKind::Walk => self.now.crowds.effective_m(from.0, a.1, b.1),
            EdgeKind::Opening(_) | EdgeKind::Connector { .. } => length_m,
        };
        let cost = cost::passage(self.venue, self.now.ability, kind, length_m)?;
        Some(Passage { cost, shut })
    }

    /// The same straight over a floor on which nothing is in the way.
    pub fn walk(&self, a: Spot, b: Spot) -> Option<Passage> {
        self.passage(EdgeKind::Walk, a.1.distance(b.1), a, b)
    }

    /// Whether a floor is between both spots and nothing else.
    pub fn is_clear(&self, a: Spot, b: Spot) -> bool {
        a.0 == b.0 && self.graph.floors().get(a.0).is_clear(a.1, b.1)
    }

    /// Metres of free floor that a line is like; `None` if anything is in its way, or shut at any time between both moments.
    pub fn free_m(&self, kind: EdgeKind, a: Spot, b: Spot, (from, until): (Moment, Moment)) -> Option<f64> {
        if kind == EdgeKind::Walk && !self.is_clear(a, b) {
            return None;
        }
        let passage = self.passage(kind, a.1.distance(b.1), a, b)?;
        let free = !passage.shut.iter().any(|shut| shut.hits(from, until - from));
        free.then(|| self.now.crowds.effective_m(self.level(a.0), a.1, b.1))
    }

    /// The nodes that one sees from a spot.
    pub fn seen_from(&self, spot: Spot) -> Vec<NodeId> {
        let mut seen = self.graph.seen_from(spot);
        let around = self.now.around.nodes().filter(|&(_, there)| self.is_clear(spot, there));
        seen.extend(around.map(|(node, _)| node));
        seen
    }

    /// Where a hop is: its level and its point.
    pub fn place_of(&self, spot: Spot) -> (&'a LevelId, Point) {
        (self.level(spot.0), spot.1)
    }
}
