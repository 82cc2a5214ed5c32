//! How stairs, escalators and ramps run from one level to the next: straight where there is room, else back and forth.

use super::oriented::Oriented;
use crate::hall_model::build::extrude::{moved, strip};
use crate::venue::{Connector, ConnectorEnd, ConnectorKind, Point, Polygon};

/// A flight whose ends are nearer than this share of its rise is folded within its footprint.
const STEEPEST: f64 = 1.2;
/// A way that is longer than this many times the straight line is folded, too.
const WINDING: f64 = 1.8;

/// A straight run, with heights over the connector's lowest level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    pub from: Point,
    pub to: Point,
    pub bottom: f64,
    pub top: f64,
    pub width: f64,
}

/// Level floor between two flights.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    pub floor: Polygon,
    pub height: f64,
}

/// All of the way from one level to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Way {
    pub flights: Vec<Flight>,
    pub landings: Vec<Landing>,
}

/// Plans the way of a connector between two of its ends that lie at those heights.
pub fn way(connector: &Connector, lower: &ConnectorEnd, upper: &ConnectorEnd, bottom: f64, top: f64) -> Way {
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
    if run >= rise * STEEPEST && walked <= run * WINDING {
        return Way {
            flights: vec![Flight {
                from,
                to,
                bottom,
                top,
                width,
            }],
            landings: Vec::new(),
        };
    }
    let around = Polygon::rectangle(lower.point.x - 1.5, lower.point.y - 2.5, 3.0, 5.0);
    match Lanes::of(footprint.unwrap_or(&around), from, width) {
        Some(lanes) => lanes.way(to, walked, bottom, top),
        None => Way::default(),
    }
}

/// Where one enters a footprint from a point beside it: in the middle of the side next to that point.
fn entry(footprint: &Polygon, point: Point) -> Point {
    footprint
        .sides()
        .map(|(a, b)| a.lerp(b, 0.5))
        .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)))
        .unwrap_or(point)
}

/// Parallel lanes along the longer way of a rectangle, from the end where one enters.
struct Lanes {
    /// Where the first lane begins.
    start: Point,
    along: Point,
    across: Point,
    length: f64,
    count: usize,
    /// From the middle of one lane to that of the next.
    gap: f64,
    width: f64,
}

impl Lanes {
    fn of(footprint: &Polygon, from: Point, width: f64) -> Option<Self> {
        let Oriented {
            center,
            axis,
            long,
            short,
        } = Oriented::of(footprint)?;
        let toward = (center.x - from.x) * axis.x + (center.y - from.y) * axis.y;
        let sign = if toward < 0.0 { -1.0 } else { 1.0 };
        let along = Point::new(axis.x * sign, axis.y * sign);
        let across = Point::new(-along.y, along.x);
        let width = width.min(short / 2.0);
        let count = (short / width).floor().max(2.0) as usize;
        let gap = short / count as f64;
        Some(Self {
            start: moved(moved(center, along, -long / 2.0), across, -short / 2.0 + gap / 2.0),
            along,
            across,
            length: long,
            count,
            gap,
            width: width.min(gap * 0.96),
        })
    }

    fn way(&self, to: Point, walked: f64, bottom: f64, top: f64) -> Way {
        let wanted = (walked / self.length).round().max(2.0) as usize;
        // An odd number of flights ends at the far end, an even one where it began.
        let count = if (wanted % 2 == 1) == self.is_far(to) {
            wanted
        } else {
            wanted + 1
        };
        let height = |n: usize| bottom + (top - bottom) * n as f64 / count as f64;
        let depth = self.width.min(self.length * 0.2);
        let flights = (0..count)
            .map(|i| {
                let begin = if i == 0 { 0.0 } else { depth };
                let end = if i + 1 == count { 0.0 } else { depth };
                let (first, last) = if i.is_multiple_of(2) {
                    (begin, self.length - end)
                } else {
                    (self.length - begin, end)
                };
                Flight {
                    from: self.at(i, first),
                    to: self.at(i, last),
                    bottom: height(i),
                    top: height(i + 1),
                    width: self.width,
                }
            })
            .collect();
        let landings = (0..count - 1)
            .filter_map(|i| {
                let along = if i.is_multiple_of(2) {
                    self.length - depth / 2.0
                } else {
                    depth / 2.0
                };
                let (a, b) = (self.at(i, along), self.at(i + 1, along));
                let (a, b) = if i % self.count < (i + 1) % self.count {
                    (a, b)
                } else {
                    (b, a)
                };
                let half = self.width / 2.0;
                Some(Landing {
                    floor: strip(moved(a, self.across, -half), moved(b, self.across, half), depth)?,
                    height: height(i + 1),
                })
            })
            .collect();
        Way { flights, landings }
    }

    /// A point on the middle of the `i`-th lane, so far from its near end.
    fn at(&self, i: usize, along: f64) -> Point {
        let near = moved(self.start, self.across, self.gap * (i % self.count) as f64);
        moved(near, self.along, along)
    }

    fn is_far(&self, p: Point) -> bool {
        (p.x - self.start.x) * self.along.x + (p.y - self.start.y) * self.along.y > self.length / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::{ConnectorId, Direction, LevelId};

    fn plan(run: f64, length_m: Option<f64>) -> Way {
        let footprint = Polygon::rectangle(0.0, 0.0, run, 6.0);
        let end = |level: &str, x: f64| ConnectorEnd {
            level: LevelId::new(level),
            point: Point::new(x, 3.0),
            footprint: Some(footprint.clone()),
        };
        let connector = Connector {
            id: ConnectorId::new("c"),
            kind: ConnectorKind::Ramp,
            name: None,
            ends: vec![end("low", -1.0), end("high", run + 1.0)],
            direction: Direction::Both,
            width_m: Some(1.9),
            length_m,
        };
        way(&connector, &connector.ends[0], &connector.ends[1], 0.0, 6.0)
    }

    #[test]
    fn where_there_is_room_it_runs_straight() {
        let way = plan(20.0, None);
        assert_eq!(way.flights.len(), 1);
        assert_eq!((way.flights[0].bottom, way.flights[0].top), (0.0, 6.0));
        assert!(way.landings.is_empty());
    }

    #[test]
    fn a_long_way_is_folded_and_still_ends_where_it_should() {
        let way = plan(20.0, Some(58.0));
        assert_eq!((way.flights.len(), way.landings.len()), (3, 2));
        for (flight, next) in way.flights.iter().zip(&way.flights[1..]) {
            assert_eq!(flight.top, next.bottom);
            assert!(flight.to.distance(next.from) < 2.1, "they meet on a landing");
        }
        assert_eq!(way.flights[0].from.x, 0.0);
        assert_eq!(way.flights[2].to.x, 20.0);
    }
}
