//! Which place is at a point of the plan.

use crate::venue::{LevelId, OpeningKind, PlaceId, Point, Venue};

/// How near a symbol must be, in metres.
const REACH_M: f64 = 1.5;

/// The topmost place: a booth, else the nearest symbol within reach, else the smallest walled unit. Open floor is none.
pub fn pick(venue: &Venue, level: &LevelId, point: Point) -> Option<PlaceId> {
    booth(venue, level, point)
        .or_else(|| symbol(venue, level, point))
        .or_else(|| walled_unit(venue, level, point))
}

fn booth(venue: &Venue, level: &LevelId, point: Point) -> Option<PlaceId> {
    let on_level = |unit| venue.unit(unit).is_some_and(|unit| unit.level == *level);
    let mut booths = venue.booths().iter();
    let booth = booths.find(|booth| booth.footprint.contains(point) && on_level(&booth.unit))?;
    Some((&booth.id).into())
}

fn symbol(venue: &Venue, level: &LevelId, point: Point) -> Option<PlaceId> {
    let mut nearest: Option<(f64, PlaceId)> = None;
    let mut offer = |place: PlaceId, distance: f64| {
        let nearer = nearest.as_ref().is_none_or(|(best, _)| distance < *best);
        if distance <= REACH_M && nearer {
            nearest = Some((distance, place));
        }
    };
    let inside = |footprint: &Option<crate::venue::Polygon>| footprint.as_ref().is_some_and(|f| f.contains(point));
    for amenity in venue.amenities().iter().filter(|amenity| amenity.level == *level) {
        let on_it = inside(&amenity.footprint);
        offer(
            (&amenity.id).into(),
            if on_it { 0.0 } else { amenity.point.distance(point) },
        );
    }
    for kiosk in venue.kiosks().iter().filter(|kiosk| kiosk.level == *level) {
        offer((&kiosk.id).into(), kiosk.point.distance(point));
    }
    for connector in venue.connectors() {
        for end in connector.ends.iter().filter(|end| end.level == *level) {
            let on_it = inside(&end.footprint);
            offer(
                (&connector.id).into(),
                if on_it { 0.0 } else { end.point.distance(point) },
            );
        }
    }
    for opening in venue
        .openings()
        .iter()
        .filter(|opening| opening.kind == OpeningKind::Entrance)
    {
        let unit = opening.between.first().and_then(|unit| venue.unit(unit));
        if unit.is_some_and(|unit| unit.level == *level) {
            offer((&opening.id).into(), opening.from.lerp(opening.to, 0.5).distance(point));
        }
    }
    nearest.map(|(_, place)| place)
}

fn walled_unit(venue: &Venue, level: &LevelId, point: Point) -> Option<PlaceId> {
    let units = venue.units().iter();
    let around = units.filter(|unit| unit.kind.is_walled() && unit.level == *level && unit.polygon.contains(point));
    let smallest = around.min_by(|a, b| a.polygon.area().total_cmp(&b.polygon.area()))?;
    Some((&smallest.id).into())
}
