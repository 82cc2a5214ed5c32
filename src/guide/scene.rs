//! What the stage needs beside the models.

use super::labels::{Label, heading_deg};
use super::summary::levels;
use super::{OpenVenue, Scene, SceneLevel, ScenePose, bounds};
use crate::venue::{Opening, OpeningKind, Point, UnitKind, Venue};

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
            start: start(&self.venue),
        }
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
