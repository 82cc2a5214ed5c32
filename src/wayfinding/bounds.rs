//! How far it is at least to the end of a search, whatever is closed: A\* looks at nothing that this rules out.

use super::conditions::Conditions;
use super::cost::{self, Cost};
use super::engine::{Engine, Field, Toward};
use super::floor::FloorId;
use super::free_way::{join, seen};
use super::graph::NodeId;
use super::stops::Spot;
use crate::venue::Point;

pub struct Bounds<'a> {
    conditions: Conditions<'a>,
    end: &'a [Spot],
    /// How far it is while nothing hinders; without it, only the straight line says something.
    free: Option<Field<'a>>,
    /// On floors where ways may bend beside the graph's nodes, its ways out, and how far it is from there. What the engine knows of corners are ways that bend there.
    ways_out: Vec<(FloorId, Vec<(Point, Cost)>)>,
}

/// No way is as long: thirty years.
const FAR: Cost = 1 << 40;

/// Costs are rounded up edge by edge. Over other edges the same way may take so much less.
const ROUNDING: Cost = 100;

impl<'a> Bounds<'a> {
    /// By what the engine knows about ways toward the end, or from it; without an engine, by straight lines.
    pub fn of(conditions: Conditions<'a>, engine: Option<&'a Engine>, toward: Toward, end: &'a [Spot]) -> Self {
        let free = engine.map(|engine| Field::of(engine, toward, &seen(&join(conditions, end))));
        let mut ways_out: Vec<(FloorId, Vec<(Point, Cost)>)> = Vec::new();
        for (floor, _) in conditions.bends() {
            if ways_out.iter().all(|(other, _)| *other != floor) {
                ways_out.push((floor, Vec::new()));
            }
        }
        let leading_out = conditions.graph.nodes().filter(|(_, node)| node.kind.leads_out());
        for (id, node) in leading_out {
            if let Some((_, ways_out)) = ways_out.iter_mut().find(|(floor, _)| *floor == node.floor)
                && let Some(beyond) = free.as_ref().and_then(|free| free.at(id))
            {
                ways_out.push((node.point, beyond.saturating_sub(ROUNDING)));
            }
        }
        Self {
            conditions,
            end,
            free,
            ways_out,
        }
    }

    pub fn at_least(&self, node: NodeId) -> Cost {
        let (floor, here) = self.conditions.spot(node);
        let Some(free) = &self.free else {
            return self.straight_to(self.end.iter().map(|(_, end)| (*end, 0)), here);
        };
        let Some((_, ways_out)) = self.ways_out.iter().find(|(other, _)| *other == floor) else {
            let rounding = if self.ways_out.is_empty() { 0 } else { ROUNDING };
            return free.at(node).map_or(FAR, |free| free.saturating_sub(rounding));
        };
        let ends = self.end.iter().filter(|(other, _)| *other == floor);
        self.straight_to(ends.map(|(_, end)| (*end, 0)).chain(ways_out.iter().copied()), here)
    }

    /// Straight to the best of some points, each with what is left from there.
    fn straight_to(&self, points: impl Iterator<Item = (Point, Cost)>, here: Point) -> Cost {
        let ability = self.conditions.now.ability;
        let each = points.map(|(point, beyond)| cost::at_least(ability, here.distance(point)) + beyond);
        each.min().unwrap_or(FAR)
    }
}
