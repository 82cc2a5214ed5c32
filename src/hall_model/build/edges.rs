//! Balustrades where a floor ends over a drop.

use super::extrude::{beam, pane};
use super::floor::own_floor;
use super::ink::{CUT, GLASS, STEEL};
use super::mesh::Shape;
use super::outline::drops;
use super::region::Region;
use super::sheet::Storey;
use super::site::Site;
use super::walls::post;
use crate::venue::{Point, nearest_on_segment};

const HEIGHT_M: f64 = 1.1;
const POSTS_M: f64 = 2.0;
/// A connector's end that is not farther from an edge is stepped on over it.
const STEP_ON_M: f64 = 1.4;

/// Glass along the edges of a level's open floors, and round the wells that connectors come up through. On the ground and below,
/// the floor's own edge is no drop.
pub fn build(site: &Site, storey: &Storey) -> Shape {
    let mut shape = Shape::default();
    let open: Region = storey
        .units
        .iter()
        .filter(|unit| !unit.kind.is_walled())
        .fold(Region::default(), |all, unit| all.or(&own_floor(site, unit)));
    let wells = site.wells(storey.level);
    let open = open.without(&wells);
    for border in open.borders() {
        for (a, b) in drops(site, storey, &wells, &border) {
            for (from, to) in without_gaps(site, storey, a, b) {
                railing(&mut shape, from, to);
            }
        }
    }
    shape
}

/// The parts of an edge where nobody steps on or off a connector.
fn without_gaps(site: &Site, storey: &Storey, a: Point, b: Point) -> Vec<(Point, Point)> {
    let length = a.distance(b);
    let mut parts: Vec<(f64, f64)> = vec![(0.0, length)];
    for connector in site.venue.connectors() {
        let half = connector.width_m.unwrap_or(1.6) / 2.0 + 0.2;
        for end in connector.ends.iter().filter(|end| end.level == storey.level.id) {
            let nearest = nearest_on_segment(a, b, end.point);
            if nearest.distance(end.point) > STEP_ON_M {
                continue;
            }
            let at = a.distance(nearest);
            // Beside the edge's end one does not step over it but past it.
            if at < 0.05 || at > length - 0.05 {
                continue;
            }
            parts = parts
                .into_iter()
                .flat_map(|(from, to)| [(from, to.min(at - half)), (from.max(at + half), to)])
                .filter(|(from, to)| to - from > 0.1)
                .collect();
        }
    }
    parts
        .into_iter()
        .map(|(from, to)| (a.lerp(b, from / length), a.lerp(b, to / length)))
        .collect()
}

/// A balustrade of glass with a dark rail.
pub fn railing(shape: &mut Shape, a: Point, b: Point) {
    pane(shape, a, b, [0.06, HEIGHT_M - 0.06], GLASS);
    beam(shape, a, b, [HEIGHT_M - 0.06, HEIGHT_M], 0.08, STEEL, CUT);
    let count = (a.distance(b) / POSTS_M).round().max(1.0);
    // The border goes on: its next stretch has the post at the end.
    for i in 0..count as i32 {
        post(shape, a.lerp(b, f64::from(i) / count), [0.0, HEIGHT_M - 0.06], 0.05);
    }
}
