//! What joins levels: flights of stairs, escalators, ramps, lifts in glass.

mod flights;
mod oriented;

use super::extrude::{beam, left_of, moved, pane, solid, strip};
use super::ink::{CUT, GLASS, Ink, SCREEN, STEEL, STEEL_DARK, WALL};
use super::mesh::{Shape, V3, lift};
use super::region::Region;
use super::scene::{Node, Stock};
use super::site::Site;
use super::walls::post;
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Connector, ConnectorEnd, ConnectorKind, Point, Polygon};
use flights::{Flight, way};
use oriented::Oriented;

const RISER_M: f64 = 0.17;
const RAIL_M: f64 = 1.0;
const LANDING_M: f64 = 0.25;

/// The connector's node, under the level of its lowest end.
pub fn build(site: &Site, connector: &Connector, stock: &mut Stock) -> Node {
    let mut ends: Vec<(f64, &ConnectorEnd)> = connector
        .ends
        .iter()
        .filter_map(|end| Some((site.venue.level(&end.level)?.elevation_m, end)))
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let base = ends.first().map_or(0.0, |(elevation, _)| *elevation);
    let mut shape = Shape::default();
    if connector.kind == ConnectorKind::Lift {
        lift_shaft(&mut shape, &ends, base);
    } else {
        for pair in ends.windows(2) {
            let [(low, lower), (high, upper)] = [pair[0], pair[1]];
            let way = way(connector, lower, upper, low - base, high - base);
            for flight in &way.flights {
                match connector.kind {
                    ConnectorKind::Stairs | ConnectorKind::Lift => stairs(&mut shape, flight),
                    ConnectorKind::Escalator => escalator(&mut shape, flight),
                    ConnectorKind::Ramp => ramp(&mut shape, flight),
                }
            }
            for landing in &way.landings {
                let slab = Region::of(&landing.floor);
                solid(
                    &mut shape,
                    &slab,
                    [landing.height - LANDING_M, landing.height],
                    WALL,
                    WALL,
                );
            }
        }
    }
    let mesh = stock.take(&shape);
    Node::tagged(Tag::of(PartKind::Connector, &connector.id)).with_mesh(mesh)
}

fn stairs(shape: &mut Shape, flight: &Flight) {
    let Flight {
        from,
        to,
        bottom,
        top,
        width,
    } = *flight;
    let steps = ((top - bottom) / RISER_M).round().max(2.0);
    for i in 0..steps as i32 {
        let (t0, t1) = (f64::from(i) / steps, f64::from(i + 1) / steps);
        let y = bottom + (top - bottom) * t1;
        let Some(tread) = strip(from.lerp(to, t0), from.lerp(to, t1), width) else {
            return;
        };
        let [a, b, c, d] = [0, 1, 2, 3].map(|i| tread.points()[i]);
        shape.quad([a, b, c, d].map(|p| lift(p, y)), WALL);
        let below = y - (top - bottom) / steps;
        shape.quad([lift(d, below), lift(a, below), lift(a, y), lift(d, y)], STEEL);
    }
    stringers(shape, flight, 0.35, WALL);
    rails(shape, flight, RAIL_M);
}

fn escalator(shape: &mut Shape, flight: &Flight) {
    let Flight {
        from,
        to,
        bottom,
        top,
        width,
    } = *flight;
    let run = from.distance(to);
    // Flat where one steps on and off.
    let flat = (run * 0.12).min(1.4) / run;
    let profile = [(0.0, bottom), (flat, bottom), (1.0 - flat, top), (1.0, top)];
    for ends in profile.windows(2) {
        let [(t0, y0), (t1, y1)] = [ends[0], ends[1]];
        let part = Flight {
            from: from.lerp(to, t0),
            to: from.lerp(to, t1),
            bottom: y0 + 0.03,
            top: y1 + 0.03,
            width,
        };
        slope(shape, &part, 0.0, SCREEN.mix(STEEL, 0.35));
        let wide = Flight {
            width: width + 0.5,
            ..part
        };
        stringers(shape, &wide, 0.5, STEEL);
        rails(
            shape,
            &Flight {
                width: width + 0.25,
                ..wide
            },
            0.95,
        );
    }
}

fn ramp(shape: &mut Shape, flight: &Flight) {
    slope(shape, flight, 0.0, WALL);
    stringers(shape, flight, 0.25, WALL);
    rails(shape, flight, RAIL_M);
}

/// The surface that one walks or stands on, `above` the flight's line.
fn slope(shape: &mut Shape, flight: &Flight, above: f64, ink: Ink) {
    let Some(ground) = strip(flight.from, flight.to, flight.width) else {
        return;
    };
    let p = ground.points();
    let heights = [flight.bottom, flight.top, flight.top, flight.bottom];
    shape.quad([0, 1, 2, 3].map(|i| lift(p[i], heights[i] + above)), ink);
}

/// The sides and the underside of a flight that is `depth` thick.
fn stringers(shape: &mut Shape, flight: &Flight, depth: f64, ink: Ink) {
    let Some(ground) = strip(flight.from, flight.to, flight.width) else {
        return;
    };
    let p = ground.points();
    let heights = [flight.bottom, flight.top, flight.top, flight.bottom];
    let top: [V3; 4] = [0, 1, 2, 3].map(|i| lift(p[i], heights[i]));
    let low: [V3; 4] = [0, 1, 2, 3].map(|i| lift(p[i], (heights[i] - depth).max(0.0)));
    for i in 0..4 {
        let j = (i + 1) % 4;
        shape.quad([low[i], low[j], top[j], top[i]], ink);
    }
    shape.quad([low[3], low[2], low[1], low[0]], ink);
}

/// Glass and a dark rail on both sides.
fn rails(shape: &mut Shape, flight: &Flight, height: f64) {
    let Some(side) = left_of(flight.from, flight.to) else {
        return;
    };
    for sign in [-1.0, 1.0] {
        let off = |p: Point| moved(p, side, sign * (flight.width / 2.0 - 0.05));
        let (a, b) = (off(flight.from), off(flight.to));
        let corner = |p: Point, y: f64, up: f64| lift(p, y + up);
        let quad = [
            corner(a, flight.bottom, 0.05),
            corner(b, flight.top, 0.05),
            corner(b, flight.top, height - 0.05),
            corner(a, flight.bottom, height - 0.05),
        ];
        shape.quad(quad, GLASS);
        shape.quad([quad[1], quad[0], quad[3], quad[2]], GLASS);
        shape.bar(
            corner(a, flight.bottom, height),
            corner(b, flight.top, height),
            0.08,
            CUT,
        );
    }
}

/// A shaft of glass from the lowest to the highest level, with a car at the bottom and doors at each.
fn lift_shaft(shape: &mut Shape, ends: &[(f64, &ConnectorEnd)], base: f64) {
    let (Some((_, lowest)), Some((highest, _))) = (ends.first(), ends.last()) else {
        return;
    };
    let around = Polygon::rectangle(lowest.point.x - 1.1, lowest.point.y - 1.1, 2.2, 2.2);
    let footprint = lowest.footprint.as_ref().unwrap_or(&around);
    let top = highest - base + 3.0;
    let Some(frame) = Oriented::of(footprint) else { return };
    let (Some(corners), Some(car)) = (frame.polygon(0.0), frame.polygon(0.25)) else {
        return;
    };
    for (a, b) in corners.sides() {
        post(shape, a, [0.0, top], 0.14);
        pane(shape, a, b, [0.1, top - 0.2], GLASS);
        beam(shape, a, b, [top - 0.2, top], 0.16, STEEL_DARK, CUT);
    }
    for (elevation, end) in ends {
        let y = elevation - base;
        for (a, b) in corners.sides() {
            beam(
                shape,
                a,
                b,
                [y.max(0.12) - 0.12, y + 0.02],
                0.12,
                STEEL_DARK,
                STEEL_DARK,
            );
        }
        // Doors on the side where one waits.
        let Some((a, b)) = corners.sides().min_by(|x, y| {
            x.0.lerp(x.1, 0.5)
                .distance(end.point)
                .total_cmp(&y.0.lerp(y.1, 0.5).distance(end.point))
        }) else {
            continue;
        };
        let Some(inside) = left_of(a, b) else { continue };
        let out = |t: f64| moved(a.lerp(b, t), inside, -0.03);
        beam(shape, out(0.25), out(0.745), [y + 0.02, y + 2.2], 0.08, STEEL, STEEL);
        beam(
            shape,
            out(0.495),
            out(0.505),
            [y + 0.05, y + 2.18],
            0.1,
            STEEL_DARK,
            STEEL_DARK,
        );
        beam(shape, out(0.22), out(0.78), [y + 2.2, y + 2.32], 0.12, CUT, CUT);
    }
    let car = Region::of(&car);
    solid(shape, &car, [0.06, 0.12], STEEL_DARK, STEEL_DARK);
    solid(shape, &car, [2.35, 2.55], WALL, CUT);
}
