//! A directed graph as flat arrays, and the shortest ways over it from one node.

use crate::order;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Milliseconds to somewhere, in four bytes, for tables hold many of them: 49 days at most. "Never" is farther than anything and stays so whatever is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach(u32);

impl Reach {
    pub const NEVER: Self = Self(u32::MAX);
    pub const HERE: Self = Self(0);

    pub fn new(cost: u64) -> Self {
        Self(u32::try_from(cost).unwrap_or(u32::MAX))
    }

    /// How much farther this is than `other`, nothing at least; very far if this is "never" alone.
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    pub fn cost(self) -> Option<u64> {
        (self != Self::NEVER).then_some(u64::from(self.0))
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Arc {
    pub to: u32,
    pub reach: Reach,
}

/// The arcs of all nodes in one row.
#[derive(Debug)]
pub struct Arcs {
    /// Where each node's arcs begin, and where the last one's end.
    first: Vec<u32>,
    arcs: Vec<Arc>,
}

/// From, to, how far.
pub type Joint = (u32, u32, Reach);

/// The shortest ways from a root to all nodes.
pub struct Tree {
    pub reach: Vec<Reach>,
    /// The node before each on the way from the root; itself where there is none.
    pub before: Vec<u32>,
}

impl Arcs {
    pub fn of(nodes: usize, joints: &[Joint]) -> Self {
        let mut first = vec![0; nodes + 1];
        for &(from, ..) in joints {
            first[from as usize + 1] += 1;
        }
        for i in 0..nodes {
            first[i + 1] += first[i];
        }
        let nothing = Arc {
            to: 0,
            reach: Reach::NEVER,
        };
        let mut arcs = vec![nothing; joints.len()];
        let mut next = first.clone();
        for &(from, to, reach) in joints {
            let at = &mut next[from as usize];
            arcs[*at as usize] = Arc { to, reach };
            *at += 1;
        }
        Self { first, arcs }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.first.len() - 1
    }

    pub fn from(&self, node: u32) -> &[Arc] {
        &self.arcs[self.places(node)]
    }

    /// Where a node's arcs are among all.
    pub fn places(&self, node: u32) -> Range<usize> {
        let node = node as usize;
        self.first[node] as usize..self.first[node + 1] as usize
    }

    /// Puts the arcs of each node in order, by where they come from and go to; the keys of all.
    pub fn sort<K: Copy + Ord>(&mut self, key: impl Fn(u32, u32) -> K) -> Vec<K> {
        let mut sorted_keys = Vec::with_capacity(self.arcs.len());
        for node in 0..self.len() as u32 {
            let places = self.places(node);
            let row = self.arcs[places.clone()].to_vec();
            let keys: Vec<K> = row.iter().map(|arc| key(node, arc.to)).collect();
            let sorted = order::sorted(row.len(), &|a, b| keys[a].cmp(&keys[b]));
            for (arc, from) in self.arcs[places].iter_mut().zip(sorted) {
                *arc = row[from];
                sorted_keys.push(keys[from]);
            }
        }
        sorted_keys
    }

    /// The same arcs the other way round.
    pub fn turned(&self) -> Self {
        let arcs =
            (0..self.len() as u32).flat_map(|from| self.from(from).iter().map(move |arc| (arc.to, from, arc.reach)));
        Self::of(self.len(), &arcs.collect::<Vec<_>>())
    }

    /// Dijkstra's search (1959) from `root` to everything.
    pub fn tree(&self, root: u32) -> Tree {
        let mut tree = Tree::bare(self.len());
        let mut queue = Queue::default();
        tree.visit(&mut queue, root, root, Reach::HERE);
        self.grow(&mut tree, &mut queue, Reach::NEVER);
        tree
    }

    /// Goes on with a search, up to `most`.
    pub fn grow(&self, tree: &mut Tree, queue: &mut Queue, most: Reach) {
        while let Some((reach, node)) = queue.pop().filter(|&(reach, _)| reach < most) {
            if reach > tree.reach[node as usize] {
                continue;
            }
            for arc in self.from(node) {
                tree.visit(queue, arc.to, node, reach.plus(arc.reach));
            }
        }
    }
}

impl Tree {
    /// Nothing is reached yet.
    pub fn bare(nodes: usize) -> Self {
        Self {
            reach: vec![Reach::NEVER; nodes],
            before: (0..nodes as u32).collect(),
        }
    }

    pub fn visit(&mut self, queue: &mut Queue, node: u32, before: u32, reach: Reach) {
        let here = &mut self.reach[node as usize];
        if reach < *here {
            *here = reach;
            self.before[node as usize] = before;
            queue.push(reach, node);
        }
    }

    /// The nodes from where the search began to `node`, both included.
    pub fn way_to(&self, node: u32) -> Vec<u32> {
        let before = |&at: &u32| Some(self.before[at as usize]).filter(|&next| next != at);
        let mut way: Vec<u32> = std::iter::successors(Some(node), before).collect();
        way.reverse();
        way
    }
}

/// Nodes to look at, near ones first; of those equally near the lower index.
#[derive(Default)]
pub struct Queue(BinaryHeap<Reverse<u64>>);

impl Queue {
    pub fn push(&mut self, reach: Reach, node: u32) {
        self.0.push(Reverse(u64::from(reach.0) << 32 | u64::from(node)));
    }

    pub fn pop(&mut self) -> Option<(Reach, u32)> {
        let Reverse(packed) = self.0.pop()?;
        Some((Reach((packed >> 32) as u32), packed as u32))
    }
}
