//! Routes against lengths that others found for the same pairs of points.

use super::hall::obstacle;
use super::reference::FreeFloor;
use fairway::venue::{Layout, LevelId, OpeningKind, Point, Venue, VenueFiles};
use fairway::wayfinding::{NavGraph, Route, RouteRequest, Stop};
use oorandom::Rand64;

/// What came of comparing many routes.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Each route's length by the reference's.
    pub ratios: Vec<f64>,
    /// How far into a wall any of them goes, in metres.
    pub depth_in_walls_m: f64,
    /// The reference has a way and Fairway has none.
    pub missing: usize,
}

impl Comparison {
    /// The ratio that this share of the routes does not exceed: the median at 0.5, the worst at 1.
    pub fn at(&self, share: f64) -> f64 {
        let mut sorted = self.ratios.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1) as f64;
        sorted.get((last * share) as usize).copied().unwrap_or(f64::NAN)
    }

    fn add(&mut self, route: Option<&Route>, reference_m: f64) {
        match route {
            Some(route) => self.ratios.push(route.distance_m / reference_m),
            None => self.missing += 1,
        }
    }
}

/// The venue with nothing but distance to choose a way by: no doors to wait at, no levels to go over.
pub fn flat(files: VenueFiles) -> Venue {
    let VenueFiles { mut layout, .. } = files;
    let Layout {
        openings, connectors, ..
    } = &mut layout;
    for opening in openings {
        opening.clear_width_m = None;
        if opening.kind != OpeningKind::EmergencyExit {
            opening.kind = OpeningKind::Passage;
        }
    }
    let ends = connectors.iter().flat_map(|connector| &connector.ends);
    let obstacles: Vec<_> = ends
        .filter_map(|end| Some((end.level.clone(), end.footprint.clone()?)))
        .collect();
    connectors.clear();
    for (i, (level, footprint)) in obstacles.into_iter().enumerate() {
        layout.fixtures.push(obstacle(i, level, footprint));
    }
    Venue::new(VenueFiles { layout, ..files }).expect("a venue stays one")
}

/// Routes between `pairs` random points of free floor, two of one piece each, at least a metre apart.
pub fn with_the_shortest(venue: &Venue, pairs: usize, seed: u64) -> Comparison {
    let graph = NavGraph::derive(venue);
    let floors: Vec<FreeFloor> = venue
        .levels()
        .iter()
        .filter_map(|level| FreeFloor::of(&graph, &level.id))
        .collect();
    let mut random = Rand64::new(seed.into());
    let mut comparison = Comparison::default();
    let mut found = 0;
    while found < pairs {
        let floor = &floors[random.rand_range(0..floors.len() as u64) as usize];
        let (from, to) = (point(floor, &mut random), point(floor, &mut random));
        let Some(piece) = floor.at(from) else { continue };
        let Some(shortest_m) = piece.shortest_m(from, to).filter(|&length| length >= 1.0) else {
            continue;
        };
        let route = graph.route(venue, &request(&floor.level, from, to)).ok();
        // In the depth of an opening nobody stops: the route ends before or behind it, and has another length.
        let is_moved = |route: &Route| {
            let ends = route.points.first().into_iter().chain(route.points.last());
            let mut moved = ends
                .zip([from, to])
                .filter(|(end, p)| p.distance(Point::new(end.x, end.y)) > 0.002);
            moved.next().is_some()
        };
        if route.as_ref().is_some_and(is_moved) {
            continue;
        }
        found += 1;
        comparison.add(route.as_ref(), shortest_m);
        let line = route.iter().flat_map(|route| route.points.windows(2));
        let depth = line.map(|pair| {
            let [a, b] = [&pair[0], &pair[1]].map(|p| Point::new(p.x, p.y));
            piece.depth_in_walls_m(a, b)
        });
        comparison.depth_in_walls_m = depth.fold(comparison.depth_in_walls_m, f64::max);
    }
    comparison
}

/// Routes between given points of a level, against the lengths given with them.
pub fn with_lengths(venue: &Venue, level: &LevelId, pairs: &[(Point, Point, f64)]) -> Comparison {
    let graph = NavGraph::derive(venue);
    let mut comparison = Comparison::default();
    for &(from, to, length_m) in pairs {
        comparison.add(graph.route(venue, &request(level, from, to)).ok().as_ref(), length_m);
    }
    comparison
}

fn request(level: &LevelId, from: Point, to: Point) -> RouteRequest {
    let stop = |point| Stop::Point {
        level: level.clone(),
        point,
    };
    RouteRequest::between(stop(from), stop(to))
}

fn point(floor: &FreeFloor, random: &mut Rand64) -> Point {
    let mut between = |low: f64, high: f64| low + (high - low) * random.rand_float();
    Point::new(
        between(floor.bounds.min.x, floor.bounds.max.x),
        between(floor.bounds.min.y, floor.bounds.max.y),
    )
}
