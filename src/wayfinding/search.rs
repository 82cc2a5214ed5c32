//! The way that arrives first, or leaves last, by A\* (Hart, Nilsson and Raphael 1968) as the `pathfinding` crate has it.
//!
//! Passages are shut at times, so that what an edge costs depends on when one comes to it. Since one may wait, nobody arrives earlier by coming later
//! ([`time`](super::time)), and A\* stays exact when it settles nodes by their earliest arrival. To arrive by a time, it goes backwards from the goal and
//! settles nodes by the latest time to leave them.
//!
//! Most ways need no search: that of the [engine](super::engine) holds. Where something hits it, the engine's distances are A\*'s bounds.

use super::bounds::Bounds;
pub use super::conditions::{Conditions, Passage, Situation};
use super::cost::Cost;
use super::engine::{Engine, Toward};
use super::free_way::{free_way, holds};
use super::graph::{EdgeKind, NodeId};
use super::stops::Spot;
use super::time::{BanId, Clock, Moment, earliest_start, latest_start};
use super::timetable;
use pathfinding::directed::astar::astar;
use std::cell::RefCell;

/// A spot of a way, and how the way goes on from it.
#[derive(Clone, Copy, Debug)]
pub struct Hop {
    pub spot: Spot,
    /// Kind and length in metres; `None` at the end.
    pub onward: Option<(EdgeKind, f64)>,
    /// What going on takes, without the wait.
    pub cost: Cost,
    /// How long one waits here before going on.
    pub wait: Cost,
    /// What one waits for.
    pub waits_for: Option<BanId>,
}

impl Hop {
    pub fn new(spot: Spot, onward: Option<(EdgeKind, f64)>) -> Self {
        Self {
            spot,
            onward,
            cost: 0,
            wait: 0,
            waits_for: None,
        }
    }
}

/// Where a search is. Near is where it begins and far is where it ends: forwards the start and the goal of the way, backwards the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum State {
    Begin,
    Near(usize),
    At(NodeId),
    Far(usize),
    End,
}

struct Search<'a> {
    conditions: Conditions<'a>,
    near: &'a [Spot],
    far: &'a [Spot],
    /// Backwards: for each node, those that lead to it.
    inward: Option<Vec<Vec<Inward>>>,
    /// The nodes that one walk joins to a far spot, and which.
    last: Vec<(NodeId, usize, Passage)>,
    /// When each state is reached, as far as known; by its slot.
    reached: RefCell<Vec<Option<Moment>>>,
    bounds: Bounds<'a>,
}

#[derive(Clone, Copy)]
struct Inward {
    from: NodeId,
    kind: EdgeKind,
    length_m: f64,
}

/// The best way from any of `from` to any of `to`, with its times; `None` if there is none.
pub fn least_cost_way(conditions: Conditions<'_>, from: &[Spot], to: &[Spot]) -> Option<Vec<Hop>> {
    let engine = conditions.engine();
    // Without a way while everything is open there is none while something is closed.
    let free = free_way(conditions, &engine, from, to)?;
    // Where ways may bend elsewhere, another may be shorter by what the rounding of costs makes up.
    let holds = conditions.bends().next().is_none() && holds(conditions, &free);
    if holds {
        set_out(conditions, free)
    } else {
        search(Search::new(conditions, Some(&engine), from, to))
    }
}

/// Like [`least_cost_way`], by A\* alone: what the engine is checked against.
#[cfg(feature = "cli")]
pub fn plain_way(conditions: Conditions<'_>, from: &[Spot], to: &[Spot]) -> Option<Vec<Hop>> {
    search(Search::new(conditions, None, from, to))
}

fn search(search: Search<'_>) -> Option<Vec<Hop>> {
    let (mut states, _) = astar(
        &State::Begin,
        |&state| search.next(state),
        |&state| search.at_least(state),
        |&state| state == State::End,
    )?;
    if search.inward.is_some() {
        states.reverse();
    }
    set_out(search.conditions, search.hops(&states))
}

/// A way with its times.
fn set_out(conditions: Conditions<'_>, mut hops: Vec<Hop>) -> Option<Vec<Hop>> {
    let depart = timetable::departure(conditions, &hops)?;
    timetable::set_out(conditions, &mut hops, depart)?;
    Some(hops)
}

impl<'a> Search<'a> {
    fn new(conditions: Conditions<'a>, engine: Option<&'a Engine>, from: &'a [Spot], to: &'a [Spot]) -> Self {
        let backwards = matches!(conditions.now.clock, Clock::ArriveBy(_));
        let (near, far) = if backwards { (to, from) } else { (from, to) };
        let slots = conditions.node_count() + near.len() + far.len() + 2;
        let mut search = Self {
            conditions,
            near,
            far,
            inward: backwards.then(|| inward(conditions)),
            last: Vec::new(),
            reached: RefCell::new(vec![None; slots]),
            bounds: Bounds::of(
                conditions,
                engine,
                if backwards { Toward::Elsewhere } else { Toward::It },
                far,
            ),
        };
        for (i, &spot) in far.iter().enumerate() {
            for node in conditions.seen_from(spot) {
                if let Some(passage) = search.walk(conditions.spot(node), spot) {
                    search.last.push((node, i, passage));
                }
            }
        }
        search.reached.get_mut()[0] = Some(conditions.now.clock.start());
        search
    }

    fn slot(&self, state: State) -> usize {
        match state {
            State::Begin => 0,
            State::End => 1,
            State::Near(i) => 2 + i,
            State::Far(i) => 2 + self.near.len() + i,
            State::At(node) => 2 + self.near.len() + self.far.len() + node.0 as usize,
        }
    }

    fn spot(&self, state: State) -> Option<Spot> {
        match state {
            State::Begin | State::End => None,
            State::Near(i) => Some(self.near[i]),
            State::Far(i) => Some(self.far[i]),
            State::At(node) => Some(self.conditions.spot(node)),
        }
    }

    /// The states after one, and what it costs to get there: the time that passes, waits included.
    fn next(&self, state: State) -> Vec<(State, Cost)> {
        let mut reached = self.reached.borrow_mut();
        // A state is asked for after it was reached.
        let Some(here) = reached[self.slot(state)] else {
            return Vec::new();
        };
        let steps = self.steps(state);
        let timed = steps.into_iter().filter_map(|(next, passage)| {
            let there = match passage {
                Some(passage) => self.pass(here, &passage)?,
                None => here,
            };
            let known = &mut reached[self.slot(next)];
            if known
                .is_none_or(|known| there.abs_diff(here) + here.abs_diff(self.start()) < known.abs_diff(self.start()))
            {
                *known = Some(there);
            }
            Some((next, there.abs_diff(here)))
        });
        timed.collect()
    }

    /// The states after one, and the passages there.
    fn steps(&self, state: State) -> Vec<(State, Option<Passage>)> {
        let conditions = self.conditions;
        let step = |next: State, passage: Option<Passage>| passage.map(|passage| (next, Some(passage)));
        match state {
            State::Begin => (0..self.near.len()).map(|i| (State::Near(i), None)).collect(),
            State::Far(_) => vec![(State::End, None)],
            State::End => Vec::new(),
            State::Near(i) => {
                let spot = self.near[i];
                let seen = conditions.seen_from(spot).into_iter();
                let onto_graph = seen.filter_map(|node| step(State::At(node), self.walk(spot, conditions.spot(node))));
                let far = self.far.iter().enumerate();
                let clear = far.filter(|&(_, &there)| conditions.is_clear(spot, there));
                let direct = clear.filter_map(|(j, &there)| step(State::Far(j), self.walk(spot, there)));
                onto_graph.chain(direct).collect()
            }
            State::At(node) => {
                let along: Vec<_> = match &self.inward {
                    Some(inward) => {
                        let edges = inward[node.0 as usize].iter();
                        let passage = |edge: &Inward| {
                            let (a, b) = (conditions.spot(edge.from), conditions.spot(node));
                            step(State::At(edge.from), conditions.passage(edge.kind, edge.length_m, a, b))
                        };
                        edges.filter_map(passage).collect()
                    }
                    None => onward(conditions, node)
                        .map(|(next, passage)| (State::At(next), Some(passage)))
                        .collect(),
                };
                let last = self.last.iter().filter(|(from, ..)| *from == node);
                let last = last.map(|(_, i, passage)| (State::Far(*i), Some(passage.clone())));
                along.into_iter().chain(last).collect()
            }
        }
    }

    fn start(&self) -> Moment {
        self.conditions.now.clock.start()
    }

    /// The walk between two spots, in the direction of the way.
    fn walk(&self, nearer: Spot, farther: Spot) -> Option<Passage> {
        match self.inward {
            Some(_) => self.conditions.walk(farther, nearer),
            None => self.conditions.walk(nearer, farther),
        }
    }

    /// When one is at the other end of a passage; backwards, when one has to begin it.
    fn pass(&self, here: Moment, passage: &Passage) -> Option<Moment> {
        match self.inward {
            Some(_) => latest_start(&passage.shut, here, passage.cost),
            None => earliest_start(&passage.shut, here, passage.cost).map(|(start, _)| start + passage.cost),
        }
    }

    fn at_least(&self, state: State) -> Cost {
        match state {
            State::At(node) => self.bounds.at_least(node),
            State::Begin | State::Near(_) | State::Far(_) | State::End => 0,
        }
    }

    /// The hops through states that are in the order of the way.
    fn hops(&self, states: &[State]) -> Vec<Hop> {
        let stations: Vec<(State, Spot)> = states
            .iter()
            .filter_map(|&state| Some((state, self.spot(state)?)))
            .collect();
        let ahead = stations.iter().skip(1).map(Some).chain([None]);
        let hops = stations.iter().zip(ahead).map(|(&(state, spot), next)| {
            let onward = next.map(|&(next, there)| match (state, next) {
                (State::At(a), State::At(b)) => self
                    .conditions
                    .edges(a)
                    .find(|edge| edge.to == b)
                    .map_or((EdgeKind::Walk, spot.1.distance(there.1)), |edge| {
                        (edge.kind, edge.length_m)
                    }),
                _ => (EdgeKind::Walk, spot.1.distance(there.1)),
            });
            Hop::new(spot, onward)
        });
        hops.collect()
    }
}

/// For each node, the edges that lead to it.
fn inward(conditions: Conditions<'_>) -> Vec<Vec<Inward>> {
    let mut inward = vec![Vec::new(); conditions.node_count()];
    for from in (0..conditions.node_count() as u32).map(NodeId) {
        for edge in conditions.edges(from) {
            inward[edge.to.0 as usize].push(Inward {
                from,
                kind: edge.kind,
                length_m: edge.length_m,
            });
        }
    }
    inward
}

/// Where the edges of `node` lead that may be used at some time, and what that takes.
pub(super) fn onward<'a>(
    conditions: Conditions<'a>,
    node: NodeId,
) -> impl Iterator<Item = (NodeId, Passage)> + use<'a> {
    let here = conditions.spot(node);
    conditions.edges(node).filter_map(move |edge| {
        let there = conditions.spot(edge.to);
        let passage = conditions.passage(edge.kind, edge.length_m, here, there)?;
        Some((edge.to, passage))
    })
}
