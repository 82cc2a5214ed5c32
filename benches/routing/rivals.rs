//! Others' engines on the same graph, with stops joined to it alike.

use fairway::wayfinding::{Joined, Snapshot};
use fast_paths::{FastGraph, InputGraph, PathCalculator};
use pathfinding::directed::{astar, dijkstra};
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeMap;

pub type Cost = u64;

/// The graph as a list of edges a node, for the `pathfinding` crate.
pub struct Lists(Vec<Vec<(usize, Cost)>>);

impl Lists {
    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let mut lists = vec![Vec::new(); snapshot.points().count()];
        for (from, to, cost) in snapshot.edges() {
            lists[from].push((to, cost));
        }
        Self(lists)
    }

    fn start(&self) -> usize {
        self.0.len()
    }

    fn goal(&self) -> usize {
        self.0.len() + 1
    }

    fn successors(&self, from: &Joined, last: &BTreeMap<usize, Cost>, node: usize) -> Vec<(usize, Cost)> {
        if node == self.start() {
            return from.seen().collect();
        }
        let Some(edges) = self.0.get(node) else {
            return Vec::new();
        };
        let end = last.get(&node).map(|&cost| (self.goal(), cost));
        edges.iter().copied().chain(end).collect()
    }

    pub fn astar(&self, snapshot: &Snapshot<'_>, from: &Joined, to: &Joined) -> Option<Cost> {
        let last: BTreeMap<_, _> = to.seen().collect();
        let at_least = |&node: &usize| {
            if node < self.0.len() {
                snapshot.at_least(node, to)
            } else {
                0
            }
        };
        let successors = |&node: &usize| self.successors(from, &last, node);
        let found = astar::astar(&self.start(), successors, at_least, |&node| node == self.goal());
        found.map(|(_, cost)| cost)
    }

    pub fn dijkstra(&self, from: &Joined, to: &Joined) -> Option<Cost> {
        let last: BTreeMap<_, _> = to.seen().collect();
        let successors = |&node: &usize| self.successors(from, &last, node);
        let found = dijkstra::dijkstra(&self.start(), successors, |&node| node == self.goal());
        found.map(|(_, cost)| cost)
    }

    pub fn dijkstra_to_all(&self, from: &Joined, to: &[&Joined]) -> Vec<Option<Cost>> {
        let nowhere = BTreeMap::new();
        let successors = |&node: &usize| self.successors(from, &nowhere, node);
        let reached = dijkstra::dijkstra_all(&self.start(), successors);
        let cost = |to: &&Joined| {
            let ends = to.seen().filter_map(|(node, cost)| Some(reached.get(&node)?.1 + cost));
            ends.min()
        };
        to.iter().map(cost).collect()
    }
}

/// The graph for the `petgraph` crate, with two nodes more for the stops.
pub struct Petgraph {
    graph: DiGraph<(), Cost>,
    start: NodeIndex,
}

impl Petgraph {
    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let mut graph = DiGraph::new();
        for _ in snapshot.points() {
            graph.add_node(());
        }
        for (from, to, cost) in snapshot.edges() {
            graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), cost);
        }
        let start = graph.add_node(());
        Self { graph, start }
    }

    fn joined<T>(
        &mut self,
        from: &Joined,
        to: Option<&Joined>,
        search: impl FnOnce(&DiGraph<(), Cost>, NodeIndex, NodeIndex) -> T,
    ) -> T {
        let goal = self.graph.add_node(());
        for (node, cost) in from.seen() {
            self.graph.add_edge(self.start, NodeIndex::new(node), cost);
        }
        for (node, cost) in to.into_iter().flat_map(Joined::seen) {
            self.graph.add_edge(NodeIndex::new(node), goal, cost);
        }
        let found = search(&self.graph, self.start, goal);
        self.graph.remove_node(goal);
        while let Some(edge) = self.graph.first_edge(self.start, petgraph::Outgoing) {
            self.graph.remove_edge(edge);
        }
        found
    }

    pub fn astar(&mut self, snapshot: &Snapshot<'_>, from: &Joined, to: &Joined) -> Option<Cost> {
        let start = self.start.index();
        self.joined(from, Some(to), |graph, first, goal| {
            let at_least = |node: NodeIndex| {
                if node.index() < start {
                    snapshot.at_least(node.index(), to)
                } else {
                    0
                }
            };
            let cost = |edge: petgraph::graph::EdgeReference<'_, Cost>| *edge.weight();
            petgraph::algo::astar(graph, first, |node| node == goal, cost, at_least).map(|(cost, _)| cost)
        })
    }

    pub fn dijkstra(&mut self, from: &Joined, to: &Joined) -> Option<Cost> {
        self.joined(from, Some(to), |graph, start, goal| {
            let reached = petgraph::algo::dijkstra(graph, start, Some(goal), |edge| *edge.weight());
            reached.get(&goal).copied()
        })
    }

    pub fn dijkstra_to_all(&mut self, from: &Joined, to: &[&Joined]) -> Vec<Option<Cost>> {
        self.joined(from, None, |graph, start, _| {
            let reached = petgraph::algo::dijkstra(graph, start, None, |edge| *edge.weight());
            let cost = |to: &&Joined| {
                let ends = to
                    .seen()
                    .filter_map(|(node, cost)| Some(reached.get(&NodeIndex::new(node))? + cost));
                ends.min()
            };
            to.iter().map(cost).collect()
        })
    }
}

/// Contraction hierarchies, of the `fast_paths` crate.
pub struct FastPaths {
    graph: FastGraph,
    calculator: PathCalculator,
}

impl FastPaths {
    fn input(snapshot: &Snapshot<'_>) -> InputGraph {
        let mut input = InputGraph::new();
        for (from, to, cost) in snapshot.edges() {
            // It takes no weight of nothing.
            input.add_edge(from, to, (cost as usize).max(1));
        }
        input.freeze();
        input
    }

    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let graph = fast_paths::prepare(&Self::input(snapshot));
        let calculator = fast_paths::create_calculator(&graph);
        Self { graph, calculator }
    }

    /// Prepared again for other costs, in the order that was found for these.
    pub fn again(&self, snapshot: &Snapshot<'_>) -> Option<Self> {
        let order = self.graph.get_node_ordering();
        let graph = fast_paths::prepare_with_order(&Self::input(snapshot), &order).ok()?;
        let calculator = fast_paths::create_calculator(&graph);
        Some(Self { graph, calculator })
    }

    pub fn cost(&mut self, from: &Joined, to: &Joined) -> Option<Cost> {
        let ends = |joined: &Joined| joined.seen().map(|(node, cost)| (node, cost as usize)).collect();
        let found = self
            .calculator
            .calc_path_multiple_sources_and_targets(&self.graph, ends(from), ends(to));
        found.map(|path| path.get_weight() as Cost)
    }
}
