//! What the stage needs beside the models.

use super::labels::{Label, heading_deg};
use super::summary::levels;
use super::{OpenVenue, Scene, SceneConnector, SceneLevel, ScenePose, bounds};
use crate::venue::{ConnectorEnd, ConnectorKind, Direction, Opening, OpeningKind, Point, UnitKind, Venue};
use crate::wayfinding::RoutePoint;

/// How far inside the door walking starts, in metres.
const INSIDE_M: f64 = 2.0;

impl OpenVenue {
    pub(super) fn scene(&self) -> Scene {
        let levels = levels(&self.venue).into_iter().map(|level| SceneLevel {
            id: level.id.clone(),
            ordinal: level.ordinal,
            elevation_m: level.elevation_m,
            bounds: bounds::of_level(&self.venue, level),
            walls: self.walls(&level.id),
        });
        Scene {
            levels: levels.collect(),
            labels: self.labels().into_iter().map(Label::in_scene).collect(),
            connectors: connectors(&self.venue),
            start: start(&self.venue),
        }
    }
}

/// Between each end and the next, in the way that it carries. Nobody walks in a lift, and a ramp is folded: its ends do not say how it goes.
fn connectors(venue: &Venue) -> Vec<SceneConnector> {
    let height_m = |end: &ConnectorEnd| venue.level(&end.level).map_or(0.0, |level| level.elevation_m);
    let mut walked = Vec::new();
    for connector in venue.connectors() {
        if !matches!(connector.kind, ConnectorKind::Stairs | ConnectorKind::Escalator) {
            continue;
        }
        for pair in connector.ends.windows(2) {
            let carries = connector.direction.allows(height_m(&pair[1]) - height_m(&pair[0]));
            walked.push(SceneConnector {
                from: landing(&pair[usize::from(!carries)]),
                to: landing(&pair[usize::from(carries)]),
                both_ways: connector.direction == Direction::Both,
                width_m: connector.width_m,
            });
        }
    }
    walked
}

fn landing(end: &ConnectorEnd) -> RoutePoint {
    RoutePoint {
        x: end.point.x,
        y: end.point.y,
        level: end.level.clone(),
    }
}

/// At the first entrance that leads somewhere, named ones before others; without any, at the first kiosk.
fn start(venue: &Venue) -> Option<ScenePose> {
    let entrances = || {
        let openings = venue.openings().iter();
        openings.filter(|opening| opening.kind == OpeningKind::Entrance)
    };
    let named = entrances().filter(|entrance| entrance.name.is_some());
    let at_kiosk = || {
        let kiosk = venue.kiosks().first()?;
        Some(ScenePose {
            level: kiosk.level.clone(),
            point: kiosk.point,
            heading_deg: kiosk.heading_deg,
        })
    };
    let mut poses = named.chain(entrances()).filter_map(|entrance| inside(venue, entrance));
    poses.next().or_else(at_kiosk)
}

/// A step inside the entrance, looking away from it.
fn inside(venue: &Venue, entrance: &Opening) -> Option<ScenePose> {
    let middle = entrance.from.lerp(entrance.to, 0.5);
    let length = entrance.from.distance(entrance.to);
    if length == 0.0 {
        return None;
    }
    let across = Point::new(
        (entrance.to.y - entrance.from.y) / length,
        -(entrance.to.x - entrance.from.x) / length,
    );
    let units = entrance.between.iter().filter_map(|unit| venue.unit(unit));
    let indoors = units.filter(|unit| unit.kind != UnitKind::Outdoor);
    for unit in indoors {
        for sign in [1.0, -1.0] {
            let ahead = Point::new(across.x * sign, across.y * sign);
            let point = Point::new(middle.x + ahead.x * INSIDE_M, middle.y + ahead.y * INSIDE_M);
            if unit.polygon.contains(point) {
                return Some(ScenePose {
                    level: unit.level.clone(),
                    point,
                    heading_deg: heading_deg(ahead),
                });
            }
        }
    }
    None
}
