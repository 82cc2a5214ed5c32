//! Lower bounds from a few landmarks and the triangle inequality (ALT: Goldberg and Harrelson 2005).

use super::arcs::{Arcs, Reach};
use crate::order;
use std::cmp::Reverse;

/// Twice as many were measured to save a tenth of the nodes looked at, for twice the memory and preparation: 8 bytes each for each node of the core.
const MOST: usize = 8;
/// So many bounds are looked at in one search: those that say most where it begins.
const ACTIVE: usize = 4;

/// The heights of a node: no way climbs faster than it is long, so that the goal is no nearer than it is lower. By each landmark, the way to it is a height, and so is
/// the way from it, taken from "never".
type Heights = [Reach; 2 * MOST];

#[derive(Debug)]
pub struct Landmarks(Vec<Heights>);

impl Landmarks {
    /// Each landmark is the node farthest from those before it: they end up at the venue's far ends.
    pub fn of([back, onward]: &[Arcs; 2]) -> Self {
        let nodes = onward.len();
        let mut heights = vec![[Reach::HERE; 2 * MOST]; nodes];
        let mut nearest = vec![Reach::NEVER; nodes];
        // From where most begins: an island in a corner of the plan would have all landmarks for itself.
        let Some(middle) = (0..nodes as u32).max_by_key(|&node| onward.from(node).len()) else {
            return Self(heights);
        };
        let mut landmark = farthest(&onward.tree(middle).reach);
        for i in 0..MOST {
            let (to, from) = (back.tree(landmark).reach, onward.tree(landmark).reach);
            for (node, heights) in heights.iter_mut().enumerate() {
                (heights[2 * i], heights[2 * i + 1]) = (to[node], Reach::NEVER.less(from[node]));
                nearest[node] = nearest[node].min(from[node]);
            }
            landmark = farthest(&nearest);
        }
        Self(heights)
    }

    /// What is known about ways from `start` to the nearest of `goals`, each with what is still to be walked from there.
    pub fn bound(&self, start: Option<u32>, goals: impl Iterator<Item = (u32, Reach)>) -> Bound<'_> {
        let mut goal = [Reach::HERE; 2 * MOST];
        for (node, rest) in goals {
            for (goal, height) in goal.iter_mut().zip(&self.0[node as usize]) {
                *goal = height.less(rest).max(*goal);
            }
        }
        let mut active: Vec<usize> = (0..2 * MOST).collect();
        if let Some(start) = start {
            let heights = &self.0[start as usize];
            order::sort_by_key(&mut active, |&i| Reverse(heights[i].less(goal[i])));
        }
        Bound {
            landmarks: self,
            active: std::array::from_fn(|i| (active[i], goal[active[i]])),
        }
    }
}

/// The farthest of those that can be reached.
fn farthest(reach: &[Reach]) -> u32 {
    let reached = (0..).zip(reach).filter(|(_, reach)| **reach != Reach::NEVER);
    reached.max_by_key(|(_, reach)| **reach).map_or(0, |(node, _)| node)
}

pub struct Bound<'l> {
    landmarks: &'l Landmarks,
    /// Which heights, and that of the goal.
    active: [(usize, Reach); ACTIVE],
}

impl Bound<'_> {
    /// No goal is nearer than this.
    pub fn at_least(&self, node: u32) -> Reach {
        let heights = &self.landmarks.0[node as usize];
        let bounds = self.active.iter().map(|&(i, goal)| heights[i].less(goal));
        bounds.max().unwrap_or(Reach::HERE)
    }
}
