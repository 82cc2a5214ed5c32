//! Places that no walker can reach, as findings.

use super::graph::{NavGraph, NodeId};
use super::stops::{Spot, spots};
use super::{Profile, cost};
use crate::venue::{FilePlace, Finding, LevelId, Place, Venue};
use std::collections::{BTreeMap, BTreeSet};

/// A finding for each level that nothing joins to the others, and for each stand, unit, amenity and kiosk that nobody can walk to from the rest of
/// its level.
pub fn unreachable(venue: &Venue, graph: &NavGraph) -> Vec<Finding> {
    let parts = Parts::of(venue, graph);
    let mut findings = parts.cut_off_levels(venue);
    let mut look = |place: Place<'_>, list: &str, i: usize| {
        let at = FilePlace::new("layout.json", format!("/{list}/{i}"));
        let what = list.trim_end_matches('s').replace("amenitie", "amenity");
        let spots = spots(venue, graph, place);
        if spots.is_empty() {
            findings.push(Finding::warning(
                "walled-in",
                at,
                format!(
                    "Nobody can stand at {what} `{}`: there is no free floor of 0.8 m before it.",
                    place.id()
                ),
                "Move what stands before it, or open another side to an aisle.",
            ));
        } else if !parts.reach(graph, &spots) {
            findings.push(Finding::warning(
                "unreachable",
                at,
                format!(
                    "No walker can reach {what} `{}` from the rest of its level.",
                    place.id()
                ),
                "Add an opening or a connector that joins its floor to the rest, or widen the way to it to 0.8 m.",
            ));
        }
    };
    for (i, booth) in venue.booths().iter().enumerate() {
        look(Place::Booth(booth), "booths", i);
    }
    for (i, unit) in venue.units().iter().enumerate() {
        look(Place::Unit(unit), "units", i);
    }
    for (i, amenity) in venue.amenities().iter().enumerate() {
        look(Place::Amenity(amenity), "amenities", i);
    }
    for (i, kiosk) in venue.kiosks().iter().enumerate() {
        look(Place::Kiosk(kiosk), "kiosks", i);
    }
    findings
}

/// The parts of a graph that a walker gets about in.
struct Parts<'g> {
    part_of: BTreeMap<NodeId, usize>,
    /// By level: the part with most of its nodes.
    main: BTreeMap<&'g LevelId, usize>,
    /// The part with most nodes of all.
    largest: Option<usize>,
}

impl<'g> Parts<'g> {
    fn of(venue: &Venue, graph: &'g NavGraph) -> Self {
        let part_of = label(venue, graph);
        let mut sizes: BTreeMap<(&LevelId, usize), usize> = BTreeMap::new();
        for (id, node) in graph.nodes() {
            if let Some(&part) = part_of.get(&id) {
                *sizes.entry((&graph.floors().get(node.floor).level, part)).or_default() += 1;
            }
        }
        let mut main: BTreeMap<&LevelId, (usize, usize)> = BTreeMap::new();
        let mut totals: BTreeMap<usize, usize> = BTreeMap::new();
        for (&(level, part), &size) in &sizes {
            *totals.entry(part).or_default() += size;
            let best = main.entry(level).or_insert((part, size));
            if size > best.1 {
                *best = (part, size);
            }
        }
        Self {
            part_of,
            main: main.into_iter().map(|(level, (part, _))| (level, part)).collect(),
            largest: totals.into_iter().max_by_key(|&(_, size)| size).map(|(part, _)| part),
        }
    }

    fn cut_off_levels(&self, venue: &Venue) -> Vec<Finding> {
        let cut_off = |level: &LevelId| self.main.get(level).is_some_and(|part| Some(*part) != self.largest);
        let levels = venue
            .levels()
            .iter()
            .enumerate()
            .filter(|(_, level)| cut_off(&level.id));
        levels
            .map(|(i, level)| {
                Finding::warning(
                    "levels-not-joined",
                    FilePlace::new("layout.json", format!("/levels/{i}")),
                    format!("No lift, stairs, escalator or ramp joins level `{}` to the rest of the venue, so no route leads there.", level.id),
                    "Add a connector with an end on this level and one on another.",
                )
            })
            .collect()
    }

    /// Whether any of the spots is in the main part of its level. A level without a node is all one floor.
    fn reach(&self, graph: &NavGraph, spots: &[Spot]) -> bool {
        spots.iter().any(|&(floor, point)| {
            let Some(main) = self.main.get(&graph.floors().get(floor).level) else {
                return true;
            };
            let mut seen = graph.seen_from((floor, point)).into_iter();
            seen.any(|node| self.part_of.get(&node) == Some(main))
        })
    }
}

/// The number of the part that each node is in; two nodes are in one part if a walker gets from one to the other.
fn label(venue: &Venue, graph: &NavGraph) -> BTreeMap<NodeId, usize> {
    let mut neighbours: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
    for (id, _) in graph.nodes() {
        for edge in graph
            .edges(id)
            .iter()
            .filter(|edge| cost::edge(venue, Profile::Walking.ability(), edge).is_some())
        {
            neighbours.entry(id).or_default().insert(edge.to);
            neighbours.entry(edge.to).or_default().insert(id);
        }
    }
    let mut part_of = BTreeMap::new();
    for (part, (start, _)) in graph.nodes().enumerate() {
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if part_of.contains_key(&node) {
                continue;
            }
            part_of.insert(node, part);
            open.extend(neighbours.get(&node).into_iter().flatten());
        }
    }
    part_of
}
