//! Where one stands at a place: before a booth's open side, inside a room's door, at an amenity.

use super::floor::{CLEARANCE_M, FloorId};
use super::graph::{NavGraph, NodeKind};
use crate::venue::{Booth, LevelId, OpeningKind, Place, Point, Session, Unit, Venue};

/// A point of the free floor.
pub type Spot = (FloorId, Point);

/// How far, at most, the floor may be from a point that a person or a file names, in metres.
const REACH_M: f64 = 4.0;

/// All the spots that count as being at `place`; none where nobody can get near it.
pub fn spots(venue: &Venue, graph: &NavGraph, place: Place<'_>) -> Vec<Spot> {
    let near = |level: &LevelId, point| graph.floors().nearest(level, point, REACH_M).into_iter().collect();
    match place {
        Place::Booth(booth) => before(venue, graph, booth),
        Place::Exhibitor(exhibitor) => exhibitor
            .booths
            .iter()
            .filter_map(|id| venue.booth(id))
            .flat_map(|booth| before(venue, graph, booth))
            .collect(),
        Place::Unit(unit) => within(venue, graph, unit),
        Place::Session(Session { room, .. }) => venue
            .unit(room)
            .map(|unit| within(venue, graph, unit))
            .unwrap_or_default(),
        Place::Amenity(amenity) => near(&amenity.level, amenity.point),
        Place::Kiosk(kiosk) => near(&kiosk.level, kiosk.point),
        Place::Connector(connector) => connector
            .ends
            .iter()
            .filter_map(|end| graph.floors().nearest(&end.level, end.point, REACH_M))
            .collect(),
        Place::Opening(opening) => {
            let middle = opening.from.lerp(opening.to, 0.5);
            let levels = opening
                .between
                .iter()
                .filter_map(|unit| venue.unit(unit))
                .map(|unit| &unit.level);
            levels
                .filter_map(|level| graph.floors().nearest(level, middle, REACH_M))
                .collect()
        }
    }
}

/// A point given by hand, moved to the nearest floor.
pub fn spot_near(graph: &NavGraph, level: &LevelId, point: Point) -> Option<Spot> {
    graph.floors().nearest(level, point, REACH_M)
}

/// How far before its open side one stands at a booth: near first.
const STAND_BEFORE_M: [f64; 3] = [CLEARANCE_M + 0.15, CLEARANCE_M + 0.02, CLEARANCE_M + 0.6];

/// One spot before each open side of a booth, as near to its middle as the floor allows.
fn before(venue: &Venue, graph: &NavGraph, booth: &Booth) -> Vec<Spot> {
    let Some(unit) = venue.unit(&booth.unit) else {
        return Vec::new();
    };
    let spot = |side: usize| {
        let (a, b) = booth.footprint.side(side)?;
        let out = booth.footprint.outward(side)?;
        [0.5, 0.3, 0.7, 0.1, 0.9]
            .iter()
            .flat_map(|&t| STAND_BEFORE_M.map(|depth| (t, depth)))
            .find_map(|(t, depth)| {
                let on_side = a.lerp(b, t);
                let point = Point::new(on_side.x + out.x * depth, on_side.y + out.y * depth);
                graph.floors().at(&unit.level, point).map(|floor| (floor, point))
            })
    };
    booth.open_sides.iter().filter_map(|&side| spot(side)).collect()
}

/// Inside each door of a walled unit; on open floor, and in a room without doors, its middle.
fn within(venue: &Venue, graph: &NavGraph, unit: &Unit) -> Vec<Spot> {
    let leads_in = |index: usize| {
        let opening = &venue.openings()[index];
        opening.kind != OpeningKind::EmergencyExit && opening.between.contains(&unit.id)
    };
    let doors: Vec<Spot> = graph
        .nodes()
        .filter(|(_, node)| matches!(node.kind, NodeKind::Threshold { opening } if leads_in(opening)))
        .filter(|(_, node)| unit.polygon.contains(node.point))
        .map(|(_, node)| (node.floor, node.point))
        .collect();
    if unit.kind.is_walled() && !doors.is_empty() {
        return doors;
    }
    // One spot on each piece of its floor, near its middle: the middle of a ring lies outside it, and a hall's may be under a stand.
    let middle = unit.polygon.centroid();
    let floors = graph.floors().iter().filter(|(_, floor)| floor.level == unit.level);
    floors
        .filter_map(|(id, floor)| Some((id, floor.nearest_within(&unit.polygon, middle)?)))
        .collect()
}
