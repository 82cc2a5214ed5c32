//! How far a level reaches.

use crate::venue::{Bounds, Level, Point, Venue};

/// The box round all of a level's units; nothing at the origin if it has none.
pub fn of_level(venue: &Venue, level: &Level) -> Bounds {
    let units = venue.units().iter().filter(|unit| unit.level == level.id);
    or_nothing(Bounds::of(units.flat_map(|unit| unit.polygon.points().iter().copied())))
}

pub fn of_venue(venue: &Venue) -> Bounds {
    or_nothing(Bounds::of(
        venue
            .units()
            .iter()
            .flat_map(|unit| unit.polygon.points().iter().copied()),
    ))
}

fn or_nothing(bounds: Option<Bounds>) -> Bounds {
    let origin = Point::new(0.0, 0.0);
    bounds.unwrap_or(Bounds {
        min: origin,
        max: origin,
    })
}
