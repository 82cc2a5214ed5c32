//! The slow search: labels corrected until nothing changes, with rules and costs of its own. All areas here are rectangles along the axes.

use super::super::graph::NodeId;
use super::*;
use std::collections::VecDeque;

type Span = (Moment, Moment);
const FOR_EVER: Span = (0, Moment::MAX);

/// West, south, east, north.
type Rectangle = [f64; 4];

/// What a live file says, read anew.
pub struct Rules<'a> {
    conditions: Conditions<'a>,
    with_bans: bool,
}

impl<'a> Rules<'a> {
    pub fn new(conditions: Conditions<'a>) -> Self {
        Self {
            conditions,
            with_bans: true,
        }
    }

    pub fn without_bans(conditions: Conditions<'a>) -> Self {
        Self {
            conditions,
            with_bans: false,
        }
    }

    /// What a passage costs and when it is shut; `None` if it is not for this walker, or never open.
    pub fn passage(&self, kind: EdgeKind, length_m: f64, a: Spot, b: Spot) -> Option<(Cost, Vec<Span>)> {
        let shut = if self.with_bans {
            self.shut(kind, a, b)
        } else {
            Vec::new()
        };
        (!shut.contains(&FOR_EVER)).then_some(())?;
        Some((self.cost(kind, length_m, a, b)?, shut))
    }

    fn cost(&self, kind: EdgeKind, length_m: f64, a: Spot, b: Spot) -> Option<Cost> {
        let venue = self.conditions.venue;
        let (speed, wheels, steps) = match self.conditions.now.profile {
            Profile::Walking => (1.34, false, true),
            Profile::Brisk => (1.6, false, true),
            Profile::Slow => (0.91, false, true),
            Profile::StepFree => (1.34 * 0.72, true, false),
            Profile::Pram => (1.07, true, true),
        };
        let ms = |seconds: f64| (seconds * 1000.0).ceil() as Cost;
        match kind {
            EdgeKind::Walk => {
                let mut metres = length_m;
                for crowd in &venue.live().crowds {
                    let Extent::Place(id) = &crowd.what else {
                        unreachable!("crowds are at places here")
                    };
                    let (level, rectangle) = self.rectangle(id.as_str()).unwrap();
                    if level == *self.conditions.level(a.0) && crowd.persons_per_m2 > 0.0 {
                        let share = 1.0 - (-1.913 * (1.0 / crowd.persons_per_m2 - 1.0 / 5.4)).exp();
                        metres += length_m * inside(rectangle, a.1, b.1).unwrap_or(0.0) * (1.0 / share - 1.0);
                    }
                }
                Some(ms(metres / speed))
            }
            EdgeKind::Opening(i) => {
                let opening = &venue.openings()[i];
                let wide = opening.clear_width_m.unwrap_or(1.0) >= if wheels { 0.8 } else { 0.6 };
                let door = if opening.kind == OpeningKind::Door { 1500 } else { 0 };
                (wide && (steps || opening.step_free)).then(|| ms(length_m / speed) + door)
            }
            EdgeKind::Connector { connector, rise_m } => match venue.connectors()[connector].kind {
                ConnectorKind::Lift => Some(ms(35.0 + rise_m.abs())),
                ConnectorKind::Escalator => (!wheels).then(|| ms(rise_m.abs() * 4.0)),
                ConnectorKind::Stairs => {
                    let share = if rise_m > 0.0 { 0.35 } else { 0.5 };
                    (!wheels).then(|| ms(length_m / (speed * share)))
                }
                ConnectorKind::Ramp => unreachable!("there are no ramps here"),
            },
        }
    }

    fn shut(&self, kind: EdgeKind, a: Spot, b: Spot) -> Vec<Span> {
        let live = self.conditions.venue.live();
        let closures = live
            .closures
            .iter()
            .filter(|closure| self.closes(&closure.what, kind, a, b));
        let closures = closures.filter_map(|closure| self.span(closure.from.as_ref(), closure.until.as_ref()));
        let one_way = live
            .one_way
            .iter()
            .filter(|rule| self.is_against(&rule.way, kind, a, b));
        let one_way = one_way.filter_map(|rule| self.span(rule.from.as_ref(), rule.until.as_ref()));
        let mut shut: Vec<Span> = closures.chain(one_way).collect();
        for hours in &live.hours {
            let what = Extent::Place((&hours.unit).into());
            let [day] = hours.days.as_slice() else {
                unreachable!("one day here")
            };
            if self.conditions.now.clock != Clock::Unknown && self.closes(&what, kind, a, b) {
                shut.extend([(0, moment(&day.open)), (moment(&day.close), Moment::MAX)]);
            }
        }
        shut
    }

    fn span(&self, from: Option<&LocalTime>, until: Option<&LocalTime>) -> Option<Span> {
        match (self.conditions.now.clock, from) {
            (Clock::Unknown, Some(_)) => None,
            (Clock::Unknown, None) => Some(FOR_EVER),
            _ => Some((from.map_or(0, moment), until.map_or(Moment::MAX, moment))),
        }
    }

    fn closes(&self, what: &Extent, kind: EdgeKind, a: Spot, b: Spot) -> bool {
        let venue = self.conditions.venue;
        if let Extent::Place(id) = what {
            let named = match kind {
                EdgeKind::Walk => None,
                EdgeKind::Opening(i) => Some(venue.openings()[i].id.as_str()),
                EdgeKind::Connector { connector, .. } => Some(venue.connectors()[connector].id.as_str()),
            };
            if named == Some(id.as_str()) {
                return true;
            }
        }
        let area = match what {
            Extent::Place(id) => self.rectangle(id.as_str()),
            Extent::Area(area) => Some((area.level.clone(), bounds(&area.polygon))),
        };
        let Some((level, area)) = area else { return false };
        let here = |spot: Spot| *self.conditions.level(spot.0) == level;
        match kind {
            EdgeKind::Connector { .. } => [a, b]
                .iter()
                .any(|&end| here(end) && inside(area, end.1, end.1).is_some()),
            EdgeKind::Walk | EdgeKind::Opening(_) => here(a) && inside(area, a.1, b.1).is_some(),
        }
    }

    fn is_against(&self, way: &Way, kind: EdgeKind, a: Spot, b: Spot) -> bool {
        let venue = self.conditions.venue;
        match (way, kind) {
            (Way::Opening(way), EdgeKind::Opening(i)) => {
                let (_, unit) = self.rectangle(way.into.as_str()).unwrap();
                venue.openings()[i].id == way.id && inside(unit, b.1, b.1).is_none()
            }
            (Way::Connector(way), EdgeKind::Connector { connector, rise_m }) => {
                venue.connectors()[connector].id == way.id && (rise_m > 0.0) != (way.direction == UpOrDown::Up)
            }
            (Way::Aisle(way), EdgeKind::Walk | EdgeKind::Opening(_)) => {
                let (level, strip) = self.rectangle(way.id.as_str()).unwrap();
                let line = &venue.aisles().iter().find(|aisle| aisle.id == way.id).unwrap().line;
                // Along one axis: the sign of the line's direction there.
                let ahead = (line[1].x - line[0].x).signum() * (b.1.x - a.1.x);
                let ahead = if line[0].x == line[1].x {
                    (line[1].y - line[0].y).signum() * (b.1.y - a.1.y)
                } else {
                    ahead
                };
                let ahead = if way.direction == AlongLine::Forward {
                    ahead
                } else {
                    -ahead
                };
                let share = inside(strip, a.1, b.1).unwrap_or(0.0);
                level == *self.conditions.level(a.0) && share * ahead < -0.05
            }
            _ => false,
        }
    }

    /// What a unit or an aisle covers.
    fn rectangle(&self, id: &str) -> Option<(LevelId, Rectangle)> {
        let venue = self.conditions.venue;
        if let Some(unit) = venue.unit(&UnitId::new(id)) {
            return Some((unit.level.clone(), bounds(&unit.polygon)));
        }
        let aisle = venue.aisles().iter().find(|aisle| aisle.id.as_str() == id)?;
        let level = venue.unit(&aisle.unit).unwrap().level.clone();
        let [west, south, east, north] = bounds(&Polygon(aisle.line.clone()));
        let half = aisle.width_m / 2.0;
        Some((
            level,
            if south == north {
                [west, south - half, east, north + half]
            } else {
                [west - half, south, east + half, north]
            },
        ))
    }
}

fn bounds(polygon: &Polygon) -> Rectangle {
    let Bounds { min, max } = polygon.bounds().unwrap();
    [min.x, min.y, max.x, max.y]
}

/// The share of a segment inside a rectangle, by clipping it at each side (Liang and Barsky 1984); `None` if it is outside.
fn inside([west, south, east, north]: Rectangle, a: Point, b: Point) -> Option<f64> {
    if a == b {
        let within = west < a.x && a.x < east && south < a.y && a.y < north;
        return within.then_some(1.0);
    }
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (from, step, low, high) in [(a.x, b.x - a.x, west, east), (a.y, b.y - a.y, south, north)] {
        if step == 0.0 {
            if from <= low || from >= high {
                return None;
            }
        } else {
            let (s, t) = ((low - from) / step, (high - from) / step);
            enter = enter.max(s.min(t));
            leave = leave.min(s.max(t));
        }
    }
    (enter < leave).then_some(leave - enter)
}

/// Where edges lead, at which cost, and when they are shut. First the stops, then the nodes.
pub struct Reference {
    edges: Vec<Vec<(usize, Cost, Vec<Span>)>>,
    stops: usize,
}

impl Reference {
    pub fn of(conditions: Conditions<'_>, rules: &Rules<'_>, stops: &[Spot]) -> Self {
        let count = stops.len() + conditions.node_count();
        let mut edges = vec![Vec::new(); count];
        let mut add = |from: usize, to: usize, kind, length_m, a, b| {
            if let Some((cost, shut)) = rules.passage(kind, length_m, a, b) {
                edges[from].push((to, cost, shut));
            }
        };
        let index = |node: NodeId| stops.len() + node.0 as usize;
        for node in (0..conditions.node_count() as u32).map(NodeId) {
            for edge in conditions.edges(node) {
                let (a, b) = (conditions.spot(node), conditions.spot(edge.to));
                add(index(node), index(edge.to), edge.kind, edge.length_m, a, b);
            }
        }
        for (i, &stop) in stops.iter().enumerate() {
            for node in conditions.seen_from(stop) {
                let there = conditions.spot(node);
                let length_m = stop.1.distance(there.1);
                add(i, index(node), EdgeKind::Walk, length_m, stop, there);
                add(index(node), i, EdgeKind::Walk, length_m, there, stop);
            }
            for (j, &other) in stops.iter().enumerate() {
                if i != j && conditions.is_clear(stop, other) {
                    add(i, j, EdgeKind::Walk, stop.1.distance(other.1), stop, other);
                }
            }
        }
        Self {
            edges,
            stops: stops.len(),
        }
    }

    /// When one is at each stop at the earliest, who sets out from one of them at `depart`.
    pub fn arrivals(&self, from: usize, depart: Moment) -> Vec<Option<Moment>> {
        let mut arrivals: Vec<Option<Moment>> = vec![None; self.edges.len()];
        arrivals[from] = Some(depart);
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            let Some(now) = arrivals[at] else { continue };
            for (to, cost, shut) in &self.edges[at] {
                // One may begin at once, or when something opens; the first of these that is possible.
                let ends = shut
                    .iter()
                    .map(|&(_, until)| until)
                    .filter(|&until| until > now && until < Moment::MAX);
                let possible = ends.chain([now]).filter(|&start| {
                    let end = start + (*cost).max(1);
                    shut.iter().all(|&(from, until)| end <= from || until <= start)
                });
                let Some(start) = possible.min() else { continue };
                let arrival = start + cost;
                if arrivals[*to].is_none_or(|known| arrival < known) {
                    arrivals[*to] = Some(arrival);
                    // Other stops lie beside the way.
                    if *to >= self.stops {
                        open.push_back(*to);
                    }
                }
            }
        }
        arrivals.truncate(self.stops);
        arrivals
    }
}
