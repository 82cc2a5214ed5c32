//! What joins levels where the data joins them: outlines and points of lifts, outlines of stairs, lines of steps, escalators and ramps.

use super::doors::ShaftDoor;
use super::flight::{self, Flight};
use super::landing::{Certainty, Ground};
use super::level::LevelNumber;
use super::plan::Ids;
use super::report::Report;
use super::role::PointRole;
use super::shapes;
use super::survey::Item;
use super::wording::Wording;
use crate::venue::{Connector, ConnectorEnd, ConnectorId, ConnectorKind, Direction, Point, Polygon};
use std::collections::{BTreeMap, BTreeSet};

/// A lift's point, or a line of steps, this near to an outline of the same belongs to it (m).
const SAME_SHAFT_M: f64 = 0.6;

pub(super) struct Making<'a> {
    pub items: &'a [Item],
    pub ground: Ground<'a>,
    /// Levels that have floor.
    pub levels: BTreeSet<LevelNumber>,
    pub wording: &'a Wording,
}

impl Making<'_> {
    pub fn connectors(&self, mut doors: Vec<ShaftDoor>, ids: &mut Ids, report: &mut Report) -> Vec<Connector> {
        let mut connectors = Vec::new();
        let points = self.lift_points(&mut doors, report);
        let flights: Vec<Flight> = flight::flights(self.items, &self.ground)
            .into_iter()
            .filter(|flight| !self.is_in_shaft(flight, &mut doors, report))
            .collect();
        for stack in self.stacks(report) {
            connectors.extend(self.of_stack(&stack, &doors, ids, report));
        }
        for (item, point) in points {
            connectors.extend(self.of_point(item, point, ids, report));
        }
        for flight in &flights {
            connectors.extend(self.of_flight(flight, ids, report));
        }
        connectors
    }

    /// Points of lifts that no outline explains; the others become doors of their outline.
    fn lift_points(&self, doors: &mut Vec<ShaftDoor>, report: &mut Report) -> Vec<(usize, Point)> {
        let mut alone = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            if item.point_role() != PointRole::Lift {
                continue;
            }
            for point in item.points() {
                let shaft = self.ground.shafts.iter().position(|shaft| {
                    shaft.kind == ConnectorKind::Lift
                        && (item.levels.is_empty() || item.levels.iter().any(|level| shaft.levels.contains(level)))
                        && (shaft.polygon.contains(point) || shaft.polygon.distance_to_border(point) <= SAME_SHAFT_M)
                });
                let Some(shaft) = shaft else {
                    alone.push((index, point));
                    continue;
                };
                report.used(&item.osm_id, "a lift whose outline is mapped too");
                // On the outline it is the door; inside it says nothing more.
                if self.ground.shafts[shaft].polygon.distance_to_border(point) <= 0.2 {
                    doors.extend(item.levels.iter().map(|&level| ShaftDoor { shaft, level, point }));
                }
            }
        }
        alone
    }

    /// Whether the flight runs inside an outline of stairs, which then gets its ends as doors.
    fn is_in_shaft(&self, flight: &Flight, doors: &mut Vec<ShaftDoor>, report: &mut Report) -> bool {
        let Some((first, last)) = flight.ends() else {
            return true;
        };
        let (Some(&low), Some(&high)) = (flight.levels.first(), flight.levels.last()) else {
            return false;
        };
        let near = |polygon: &Polygon, p: Point| polygon.contains(p) || polygon.distance_to_border(p) <= SAME_SHAFT_M;
        let shaft = self.ground.shafts.iter().position(|shaft| {
            shaft.kind != ConnectorKind::Lift
                && shaft.levels.len() > 1
                && flight.levels.is_subset(&shaft.levels)
                && near(&shaft.polygon, first)
                && near(&shaft.polygon, last)
        });
        let Some(shaft) = shaft else { return false };
        for &item in &flight.items {
            report.used(&self.items[item].osm_id, "steps whose outline is mapped too");
        }
        if low != high {
            let rise = flight::rise(flight, &self.items[flight.items[0]], low, high, &self.ground);
            if rise.is_told {
                let (lower, upper) = if rise.first_is_low {
                    (first, last)
                } else {
                    (last, first)
                };
                doors.push(ShaftDoor {
                    shaft,
                    level: low,
                    point: lower,
                });
                doors.push(ShaftDoor {
                    shaft,
                    level: high,
                    point: upper,
                });
            }
        }
        true
    }

    /// Shafts that are one connector: one drawn for several levels, or several that stand one over the other.
    fn stacks(&self, report: &mut Report) -> Vec<Vec<usize>> {
        let shafts = self.ground.shafts;
        let mut stacks: Vec<Vec<usize>> = Vec::new();
        for (index, shaft) in shafts.iter().enumerate() {
            let fits = |&other: &usize| {
                let other = &shafts[other];
                (shaft.levels.len() == 1 || other.levels.len() == 1)
                    && other.kind == shaft.kind
                    && shapes::common_area(&other.polygon, &shaft.polygon)
                        > 0.3 * other.polygon.area().min(shaft.polygon.area())
            };
            let apart = |stack: &Vec<usize>| {
                stack
                    .iter()
                    .all(|&other| shafts[other].levels.is_disjoint(&shaft.levels))
            };
            match stacks.iter_mut().find(|stack| stack.iter().any(fits) && apart(stack)) {
                Some(stack) => {
                    let lower = &self.items[shafts[stack[0]].item].osm_id;
                    let text = format!(
                        "it stands over or under {lower}; taken as one {} through all their levels",
                        word(shaft.kind)
                    );
                    report.guessed(&self.items[shaft.item].osm_id, text);
                    stack.push(index);
                }
                None => stacks.push(vec![index]),
            }
        }
        stacks
    }

    fn of_stack(&self, stack: &[usize], doors: &[ShaftDoor], ids: &mut Ids, report: &mut Report) -> Option<Connector> {
        let first = &self.ground.shafts[*stack.first()?];
        let item = &self.items[first.item];
        let mut ends = BTreeMap::new();
        for &index in stack {
            let shaft = &self.ground.shafts[index];
            for &level in shaft.levels.intersection(&self.levels) {
                let doors: Vec<Point> = doors
                    .iter()
                    .filter(|door| door.shaft == index && door.level == level)
                    .map(|door| door.point)
                    .collect();
                let Some((point, certainty)) = self.ground.beside(&shaft.polygon, level, &doors) else {
                    report.guessed(
                        &item.osm_id,
                        format!(
                            "{}: no floor of level {level} lies at it; taken not to stop there",
                            word(first.kind)
                        ),
                    );
                    continue;
                };
                if certainty == Certainty::Guessed {
                    let text = format!(
                        "{}: where one enters it on level {level} is not mapped; taken to be from the floor beside it",
                        word(first.kind)
                    );
                    report.guessed(&item.osm_id, text);
                }
                ends.insert(level, (point, Some(shaft.polygon.clone())));
            }
        }
        for &index in stack {
            report.used(&self.items[self.ground.shafts[index].item].osm_id, word(first.kind));
        }
        self.finish(item, first.kind, ends, ids, report)
    }

    fn of_point(&self, index: usize, point: Point, ids: &mut Ids, report: &mut Report) -> Option<Connector> {
        let item = &self.items[index];
        if item.tags.is_closed() {
            report.left_out(&item.osm_id, "visitors may not use it (`access`)");
            return None;
        }
        let mut ends = BTreeMap::new();
        for &level in item.levels.intersection(&self.levels) {
            match self.ground.at(level, point) {
                Some((at, Certainty::Mapped)) => {
                    ends.insert(level, (at, None));
                }
                Some((at, Certainty::Guessed)) => {
                    report.guessed(
                        &item.osm_id,
                        format!("the lift's point is on no floor of level {level}; taken to open to the nearest"),
                    );
                    ends.insert(level, (at, None));
                }
                None => report.guessed(
                    &item.osm_id,
                    format!("no floor of level {level} lies at this lift; taken not to stop there"),
                ),
            }
        }
        report.used(&item.osm_id, word(ConnectorKind::Lift));
        self.finish(item, ConnectorKind::Lift, ends, ids, report)
    }

    fn of_flight(&self, flight: &Flight, ids: &mut Ids, report: &mut Report) -> Option<Connector> {
        let item = &self.items[*flight.items.first()?];
        let (first, last) = flight.ends()?;
        if item.tags.is_closed() {
            report.left_out(&item.osm_id, "visitors may not use it (`access`)");
            return None;
        }
        let levels: Vec<LevelNumber> = flight.levels.intersection(&self.levels).copied().collect();
        let (Some(&low), Some(&high)) = (levels.first(), levels.last()) else {
            report.left_out(
                &item.osm_id,
                format!("{}, but on no level that has floor", word(flight.kind)),
            );
            return None;
        };
        if low == high {
            report.left_out(
                &item.osm_id,
                format!(
                    "{} that the data gives one level only ({low}): it joins none",
                    word(flight.kind)
                ),
            );
            return None;
        }
        let rise = flight::rise(flight, item, low, high, &self.ground);
        if !rise.is_told {
            report.guessed(
                &item.osm_id,
                format!("which end is above is not told; taken to lead up from its first point on level {low}"),
            );
        }
        let (lower, upper) = if rise.first_is_low {
            (first, last)
        } else {
            (last, first)
        };
        let mut ends = BTreeMap::new();
        for (level, point) in [(low, lower), (high, upper)] {
            match self.ground.at(level, point) {
                Some((at, certainty)) => {
                    if certainty == Certainty::Guessed {
                        report.guessed(
                            &item.osm_id,
                            format!("its end is on no floor of level {level}; taken to meet the nearest"),
                        );
                    }
                    ends.insert(level, (at, None));
                }
                None => report.guessed(&item.osm_id, format!("its end meets no floor of level {level}")),
            }
        }
        for level in &levels[1..levels.len() - 1] {
            report.guessed(
                &item.osm_id,
                format!("where it meets level {level} on its way is not mapped; taken not to"),
            );
        }
        for &index in &flight.items {
            report.used(&self.items[index].osm_id, word(flight.kind));
        }
        let mut connector = self.finish(item, flight.kind, ends, ids, report)?;
        connector.direction = if flight.kind == ConnectorKind::Escalator {
            flight::direction(item, rise.first_is_low)
        } else {
            Direction::Both
        };
        connector.width_m = item.tags.metres("width");
        let straight = connector
            .ends
            .first()
            .zip(connector.ends.last())
            .map_or(0.0, |(a, b)| a.point.distance(b.point));
        let walked = (flight.length() * 100.0).round() / 100.0;
        connector.length_m = (walked > straight + 1.0).then_some(walked);
        Some(connector)
    }

    /// `None`, with the reason told, if it has not two ends.
    fn finish(
        &self,
        item: &Item,
        kind: ConnectorKind,
        ends: BTreeMap<LevelNumber, (Point, Option<Polygon>)>,
        ids: &mut Ids,
        report: &mut Report,
    ) -> Option<Connector> {
        if ends.len() < 2 {
            let on = ends.keys().map(ToString::to_string).next();
            let on = on.map_or("no level".to_owned(), |level| format!("level {level} only"));
            report.left_out(
                &item.osm_id,
                format!("{}: it reaches the floor of {on}, so it joins nothing", word(kind)),
            );
            return None;
        }
        let kind = if kind == ConnectorKind::Ramp && item.tags.is("wheelchair", &["no"]) {
            report.guessed(
                &item.osm_id,
                "a ramp that is not for wheels (`wheelchair=no`); taken as stairs",
            );
            ConnectorKind::Stairs
        } else {
            kind
        };
        Some(Connector {
            id: ConnectorId::new(ids.fresh(&super::plan::slug(&item.osm_id))),
            kind,
            name: Some(
                self.wording
                    .name(&item.tags)
                    .unwrap_or_else(|| self.wording.connector(kind)),
            ),
            ends: ends
                .into_iter()
                .map(|(level, (point, footprint))| ConnectorEnd {
                    level: level.id(),
                    point: shapes::round(point),
                    footprint,
                })
                .collect(),
            direction: Direction::Both,
            width_m: None,
            length_m: None,
        })
    }
}

fn word(kind: ConnectorKind) -> &'static str {
    match kind {
        ConnectorKind::Lift => "a lift",
        ConnectorKind::Escalator => "an escalator",
        ConnectorKind::Stairs => "stairs",
        ConnectorKind::Ramp => "a ramp",
    }
}
