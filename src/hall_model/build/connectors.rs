//! What joins levels: flights of stairs, escalators, ramps, lifts in glass.

use super::extrude::{beam, left_of, moved, pane, solid, strip};
use super::ink::{CUT, GLASS, Ink, SCREEN, STEEL, STEEL_DARK, WALL};
use super::mesh::{Shape, V3, lift};
use super::region::Region;
use super::scene::{Node, Stock};
use super::site::Site;
use super::walls::post;
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Bounds, Connector, ConnectorEnd, ConnectorKind, Point, Polygon};

const RISER_M: f64 = 0.17;
/// A flight whose ends are nearer than this share of its rise is folded within its footprint.
const STEEPEST: f64 = 1.2;
const RAIL_M: f64 = 1.0;

/// A way from one level to the next, in the plan, with heights over the connector's lowest level.
struct Flight {
    from: Point,
    to: Point,
    bottom: f64,
    top: f64,
    width: f64,
}

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
            for flight in flights(connector, lower, upper, low - base, high - base) {
                match connector.kind {
                    ConnectorKind::Stairs | ConnectorKind::Lift => stairs(&mut shape, &flight),
                    ConnectorKind::Escalator => escalator(&mut shape, &flight),
                    ConnectorKind::Ramp => ramp(&mut shape, &flight),
                }
            }
        }
    }
    let mesh = stock.take(&shape);
    Node::tagged(Tag::of(PartKind::Connector, &connector.id)).with_mesh(mesh)
}

/// One straight flight where there is room for it; else as many as fit, back and forth within the footprint.
fn flights(connector: &Connector, lower: &ConnectorEnd, upper: &ConnectorEnd, bottom: f64, top: f64) -> Vec<Flight> {
    let rise = top - bottom;
    let usual = match connector.kind {
        ConnectorKind::Stairs => 1.6,
        ConnectorKind::Ramp => 1.8,
        ConnectorKind::Escalator | ConnectorKind::Lift => 1.0,
    };
    let width = connector.width_m.unwrap_or(usual);
    let footprint = lower.footprint.as_ref().or(upper.footprint.as_ref());
    let (from, to) = footprint.map_or((lower.point, upper.point), |footprint| {
        (entry(footprint, lower.point), entry(footprint, upper.point))
    });
    let run = from.distance(to);
    let walked = connector.length_m.unwrap_or(run);
    let folded = run < rise * STEEPEST || walked > run * 1.8;
    if !folded {
        return vec![Flight {
            from,
            to,
            bottom,
            top,
            width,
        }];
    }
    let around = Polygon::rectangle(lower.point.x - 1.5, lower.point.y - 2.5, 3.0, 5.0);
    let Some(lanes) = Lanes::in_footprint(footprint.unwrap_or(&around), from, width) else {
        return Vec::new();
    };
    let wanted = (walked / lanes.length).round().max(2.0);
    // An odd number of flights ends at the far end, an even one where it began.
    let far = lanes.is_far(to);
    let count = if (wanted as i64 % 2 == 1) == far {
        wanted
    } else {
        wanted + 1.0
    };
    (0..count as usize)
        .map(|i| {
            let at = |n: usize| bottom + rise * n as f64 / count;
            let (from, to) = lanes.lane(i);
            Flight {
                from,
                to,
                bottom: at(i),
                top: at(i + 1),
                width: lanes.width,
            }
        })
        .collect()
}

/// Where one enters a footprint from a point beside it: in the middle of the side next to that point.
fn entry(footprint: &Polygon, point: Point) -> Point {
    footprint
        .sides()
        .map(|(a, b)| a.lerp(b, 0.5))
        .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)))
        .unwrap_or(point)
}

/// The rectangle round a footprint that lies along its longest side.
struct Oriented {
    center: Point,
    /// Unit vector along the longer way.
    axis: Point,
    long: f64,
    short: f64,
}

impl Oriented {
    fn of(footprint: &Polygon) -> Option<Self> {
        let (a, b) = footprint
            .sides()
            .max_by(|x, y| x.0.distance(x.1).total_cmp(&y.0.distance(y.1)))?;
        let left = left_of(a, b)?;
        let along = Point::new(left.y, -left.x);
        // In axes along and across that side.
        let turned = Bounds::of(
            footprint
                .points()
                .iter()
                .map(|p| Point::new(p.x * along.x + p.y * along.y, p.x * left.x + p.y * left.y)),
        )?;
        let middle = turned.center();
        let (w, d) = (turned.max.x - turned.min.x, turned.max.y - turned.min.y);
        let center = Point::new(
            middle.x * along.x + middle.y * left.x,
            middle.x * along.y + middle.y * left.y,
        );
        Some(if w >= d {
            Self {
                center,
                axis: along,
                long: w,
                short: d,
            }
        } else {
            Self {
                center,
                axis: left,
                long: d,
                short: w,
            }
        })
    }

    /// Shrunk by `by` on all sides.
    fn polygon(&self, by: f64) -> Option<Polygon> {
        let half = (self.long / 2.0 - by).max(0.1);
        strip(
            moved(self.center, self.axis, -half),
            moved(self.center, self.axis, half),
            (self.short - 2.0 * by).max(0.2),
        )
    }
}

/// Parallel lanes along the longer way of a rectangle.
struct Lanes {
    start: Point,
    along: Point,
    across: Point,
    length: f64,
    width: f64,
    count: usize,
    gap: f64,
}

impl Lanes {
    fn in_footprint(footprint: &Polygon, from: Point, width: f64) -> Option<Self> {
        let frame = Oriented::of(footprint)?;
        let (middle, long, short, axis) = (frame.center, frame.long, frame.short, frame.axis);
        let toward = (middle.x - from.x) * axis.x + (middle.y - from.y) * axis.y;
        let sign = if toward < 0.0 { -1.0 } else { 1.0 };
        let along = Point::new(axis.x * sign, axis.y * sign);
        let across = Point::new(-along.y, along.x);
        let width = width.min(short / 2.0);
        let count = (short / width).floor().max(2.0) as usize;
        let gap = short / count as f64;
        Some(Self {
            start: moved(moved(middle, along, -long / 2.0), across, -short / 2.0 + gap / 2.0),
            along,
            across,
            length: long,
            width: width.min(gap * 0.96),
            count,
            gap,
        })
    }

    fn is_far(&self, p: Point) -> bool {
        (p.x - self.start.x) * self.along.x + (p.y - self.start.y) * self.along.y > self.length / 2.0
    }

    /// The `i`-th way, there and back by turns.
    fn lane(&self, i: usize) -> (Point, Point) {
        let near = moved(self.start, self.across, self.gap * (i % self.count) as f64);
        let far = moved(near, self.along, self.length);
        if i.is_multiple_of(2) { (near, far) } else { (far, near) }
    }
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
