//! The graph of a venue in which a little has changed. What is known of a piece of floor depends on that piece alone: where one is as it was, who sees whom
//! on it and how far it is across are taken over.

use super::{Edge, EdgeKind, NavGraph, NodeId};
use crate::order;
use crate::venue::{FreeFloor, Venue};
use crate::wayfinding::engine::Inside;
use crate::wayfinding::floor::FloorId;
use crate::wayfinding::profile::Ability;
use crate::wayfinding::shadow::Shadow;
use std::sync::{Arc, PoisonError};

/// What an engine knew of the pieces of floor that are as they were.
pub type Inherited = Vec<(Ability, Vec<(FloorId, Arc<Inside>)>)>;

impl NavGraph {
    /// As [`on`](Self::on) makes it, but sooner: `self` is the graph of the same venue before, and only pieces of floor that have changed are looked over again.
    pub fn remade(&self, venue: &Venue, floor: Vec<FreeFloor>) -> Self {
        let mut graph = Self::unjoined(venue, floor);
        let kept = Kept::of(self, &graph);
        let mut shadow = Shadow::default();
        for node in graph.ids() {
            match kept.node_before(node) {
                Some(before) => {
                    let walks = self.edges(before).iter().filter(|edge| edge.kind == EdgeKind::Walk);
                    let walks = walks.filter_map(|edge| {
                        let to = kept.node_now(edge.to)?;
                        Some(Edge { to, ..edge.clone() })
                    });
                    graph.edges[node.index()].extend(walks);
                }
                None => graph.look_round(node, &mut shadow),
            }
        }
        graph.inherited = self.known_inside();
        for (_, rooms) in &mut graph.inherited {
            let still = |(floor, inside): &(FloorId, Arc<Inside>)| Some((kept.floor_now(*floor)?, inside.clone()));
            *rooms = rooms.iter().filter_map(still).collect();
        }
        graph
    }

    /// What its engines know of pieces of floor, and what was inherited for those that were not asked for since.
    fn known_inside(&self) -> Inherited {
        let engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known: Inherited = engines
            .iter()
            .map(|engine| (engine.ability(), engine.insides(self).collect()))
            .collect();
        let unasked = self
            .inherited
            .iter()
            .filter(|(ability, _)| known.iter().all(|(other, _)| other != ability));
        let unasked: Inherited = unasked.cloned().collect();
        known.extend(unasked);
        known
    }

    /// What is known of that piece of floor for whoever walks like that.
    pub(in crate::wayfinding) fn inherited(&self, ability: Ability, floor: FloorId) -> Option<Arc<Inside>> {
        let (_, rooms) = self.inherited.iter().find(|(other, _)| *other == ability)?;
        let (_, inside) = rooms.iter().find(|(other, _)| *other == floor)?;
        Some(inside.clone())
    }
}

/// Which pieces of floor two graphs share, and which of their nodes are the same.
struct Kept {
    /// By the floors before.
    floors: Vec<Option<FloorId>>,
    /// By the nodes before.
    now: Vec<Option<NodeId>>,
    /// By the nodes now.
    before: Vec<Option<NodeId>>,
}

impl Kept {
    fn of(before: &NavGraph, now: &NavGraph) -> Self {
        let (nodes_before, nodes_now) = (before.nodes_by_floor(), now.nodes_by_floor());
        let mut kept = Self {
            floors: vec![None; nodes_before.len()],
            now: vec![None; before.nodes.len()],
            before: vec![None; now.nodes.len()],
        };
        // By where they begin, that each is found at once.
        let begins = |graph: &NavGraph, id: FloorId| {
            let first = graph
                .floors
                .get(id)
                .contours()
                .first()
                .and_then(|contour| contour.first());
            first.map(|point| (point.x.to_bits(), point.y.to_bits()))
        };
        let mut by_begin: Vec<_> = now.floors.iter().map(|(id, _)| (begins(now, id), id)).collect();
        order::sort_by_key(&mut by_begin, |&entry| entry);
        for (id, floor) in before.floors.iter() {
            let begin = begins(before, id);
            let from = by_begin.partition_point(|(other, _)| *other < begin);
            let candidates = by_begin[from..].iter().take_while(|(other, _)| *other == begin);
            let same = candidates.map(|&(_, id)| id).find(|&other| {
                let (nodes, others) = (&nodes_before[id.index()], &nodes_now[other.index()]);
                now.floors.get(other).is_same(floor)
                    && nodes.len() == others.len()
                    && nodes.iter().zip(others).all(|(&a, &b)| is_same(before, a, now, b))
            });
            let Some(same) = same else { continue };
            kept.floors[id.index()] = Some(same);
            for (&a, &b) in nodes_before[id.index()].iter().zip(&nodes_now[same.index()]) {
                (kept.now[a.index()], kept.before[b.index()]) = (Some(b), Some(a));
            }
        }
        kept
    }

    fn floor_now(&self, before: FloorId) -> Option<FloorId> {
        self.floors[before.index()]
    }

    fn node_now(&self, before: NodeId) -> Option<NodeId> {
        self.now[before.index()]
    }

    fn node_before(&self, now: NodeId) -> Option<NodeId> {
        self.before[now.index()]
    }
}

/// Corners follow from the floor; what leads out of it may have come or gone.
fn is_same(before: &NavGraph, a: NodeId, now: &NavGraph, b: NodeId) -> bool {
    let (a, b) = (before.node(a), now.node(b));
    a.point == b.point && a.kind.leads_out() == b.kind.leads_out()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Options, generate};
    use crate::venue::{PlaceId, Point, Polygon, VenueFiles};
    use crate::wayfinding::{FreeFloors, Profile, Snapshot, Stop, free_floor};
    use oorandom::Rand32;

    fn fair(seed: u64) -> VenueFiles {
        let booths = Options::FEWEST_BOOTHS;
        generate(&Options { booths, seed })
    }

    /// What an exhibitor or an organiser may do to the floor.
    fn change(files: &mut VenueFiles, random: &mut Rand32) {
        let layout = &mut files.layout;
        let booth = random.rand_range(0..layout.booths.len() as u32) as usize;
        match random.rand_range(0..3) {
            0 => {
                let by = Point::new(f64::from(random.rand_float()) - 0.5, 0.3);
                let footprint = &mut layout.booths[booth].footprint;
                let moved = footprint.points().iter().map(|p| Point::new(p.x + by.x, p.y + by.y));
                *footprint = Polygon(moved.collect());
            }
            1 => {
                let fixture = random.rand_range(0..layout.fixtures.len() as u32) as usize;
                layout.fixtures.remove(fixture);
            }
            _ => {
                let opening = random.rand_range(0..layout.openings.len() as u32) as usize;
                layout.openings.remove(opening);
            }
        }
    }

    /// Some booths from each to each, in milliseconds.
    fn costs(venue: &Venue, graph: &NavGraph, profile: Profile) -> Vec<Option<u64>> {
        let snapshot = Snapshot::of(venue, graph, profile, &[]).unwrap();
        let booths = venue.booths().iter().step_by(venue.booths().len() / 12);
        let stops = booths.map(|booth| Stop::Place {
            place: PlaceId::from(&booth.id),
        });
        let joined: Vec<_> = stops.map(|stop| snapshot.join(&stop).unwrap()).collect();
        let ways = snapshot.ways();
        let pairs = joined.iter().flat_map(|from| joined.iter().map(move |to| (from, to)));
        pairs.map(|(from, to)| ways.cost(from, to)).collect()
    }

    #[test]
    fn a_graph_made_from_the_one_before_is_the_one_that_the_venue_gives() {
        let (mut rounds, mut taken_over) = (0, 0);
        for seed in 1..=2 {
            let (mut files, mut random) = (fair(seed), Rand32::new(seed));
            let venue = Venue::new(files.clone()).unwrap();
            let mut graph = NavGraph::derive(&venue);
            let mut floors = FreeFloors::of(&venue);
            costs(&venue, &graph, Profile::Walking);
            for round in 0..8 {
                let before = files.clone();
                change(&mut files, &mut random);
                // What a venue refuses is not what this is about.
                let Ok(venue) = Venue::new(files.clone()) else {
                    files = before;
                    continue;
                };
                floors = floors.remade(&venue);
                assert_eq!(floors.levels, free_floor(&venue));
                graph = graph.remade(&venue, floors.levels.clone());
                let fresh = NavGraph::derive(&venue);
                assert_eq!(graph.size(), fresh.size());
                for node in fresh.ids() {
                    let edges = |graph: &NavGraph| -> Vec<(NodeId, u64, EdgeKind)> {
                        let edges = graph.edges(node).iter();
                        edges
                            .map(|edge| (edge.to, edge.length_m.to_bits(), edge.kind))
                            .collect()
                    };
                    assert_eq!(
                        edges(&graph),
                        edges(&fresh),
                        "seed {seed}, round {round}, node {node:?}"
                    );
                }
                let known: usize = graph.inherited.iter().map(|(_, rooms)| rooms.len()).sum();
                // In some rounds nobody asks for a way, or somebody who walks otherwise.
                for profile in [Profile::Walking, Profile::StepFree].iter().skip(round % 3) {
                    assert_eq!(costs(&venue, &graph, *profile), costs(&venue, &fresh, *profile));
                }
                rounds += 1;
                taken_over += known;
            }
        }
        assert!(
            rounds >= 12 && taken_over >= 4 * rounds,
            "{taken_over} in {rounds} rounds"
        );
    }
}
