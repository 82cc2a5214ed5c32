//! Places that no walker can reach, as findings.

use super::graph::{NavGraph, NodeId};
use super::stops::{Spot, spots};
use super::{Profile, cost};
use crate::venue::{FilePlace, Finding, Place, Venue};
use std::collections::BTreeSet;

/// A finding for each stand, unit and amenity that nobody can walk to from where most of the venue can be reached, and one if levels are not joined.
pub fn unreachable(venue: &Venue, graph: &NavGraph) -> Vec<Finding> {
    let reached = largest_part(venue, graph);
    let reaches = |spots: &[Spot]| {
        spots.iter().any(|&(floor, point)| {
            graph
                .nodes_on(floor)
                .iter()
                .any(|&node| reached.contains(&node) && graph.sees(point, node))
                || (reached.is_empty() && graph.size().0 == 0)
        })
    };
    let layout = |list: &str, i: usize| FilePlace::new("layout.json", format!("/{list}/{i}"));
    let mut findings = Vec::new();
    let mut look = |place: Place<'_>, at: FilePlace, what: &str| {
        let spots = spots(venue, graph, place);
        if spots.is_empty() {
            findings.push(Finding::error(
                "walled-in",
                at,
                format!(
                    "Nobody can stand at {what} `{}`: there is no free floor of 0.8 m before it.",
                    place.id()
                ),
                "Move what stands before it, or open another side to an aisle.",
            ));
        } else if !reaches(&spots) {
            findings.push(Finding::error(
                "unreachable",
                at,
                format!(
                    "No walker can reach {what} `{}` from the rest of the venue.",
                    place.id()
                ),
                "Add an opening or a connector that joins its floor to the rest, or widen the way to it to 0.8 m.",
            ));
        }
    };
    for (i, booth) in venue.booths().iter().enumerate() {
        look(Place::Booth(booth), layout("booths", i), "booth");
    }
    for (i, unit) in venue.units().iter().enumerate() {
        look(Place::Unit(unit), layout("units", i), "unit");
    }
    for (i, amenity) in venue.amenities().iter().enumerate() {
        look(Place::Amenity(amenity), layout("amenities", i), "amenity");
    }
    for (i, kiosk) in venue.kiosks().iter().enumerate() {
        look(Place::Kiosk(kiosk), layout("kiosks", i), "kiosk");
    }
    findings
}

/// The nodes of the largest part of the graph that a walker gets about in.
fn largest_part(venue: &Venue, graph: &NavGraph) -> BTreeSet<NodeId> {
    let mut left: BTreeSet<NodeId> = graph.nodes().map(|(id, _)| id).collect();
    let mut largest = BTreeSet::new();
    while let Some(&start) = left.first() {
        let mut part = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            for edge in graph.edges(node) {
                if cost::edge(venue, Profile::Walking, edge).is_some() && part.insert(edge.to) {
                    open.push(edge.to);
                }
            }
        }
        left.retain(|id| !part.contains(id));
        if part.len() > largest.len() {
            largest = part;
        }
    }
    largest
}
