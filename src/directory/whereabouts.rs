//! Where a place is: level, unit, and the point and box that a plan shows for it.

use crate::order;
use crate::venue::{Bounds, LevelId, Place, Point, Polygon, Unit, Venue};

/// Where on the plan a place is.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts<'v> {
    pub level: &'v LevelId,
    /// The hall or room that it is in, or is.
    pub unit: Option<&'v Unit>,
    /// The point that stands for it.
    pub anchor: Point,
    pub bounds: Bounds,
}

/// What a place without an extent of its own is shown with around it, in metres.
const AROUND_POINT_M: f64 = 2.0;

/// `None` for an exhibitor without a booth, and for whatever says no level.
pub fn whereabouts<'v>(venue: &'v Venue, place: Place<'v>) -> Option<Whereabouts<'v>> {
    match place {
        Place::Booth(booth) => {
            let unit = venue.unit(&booth.unit)?;
            on_polygon(&unit.level, Some(unit), &booth.footprint)
        }
        Place::Unit(unit) => on_polygon(&unit.level, Some(unit), &unit.polygon),
        Place::Opening(opening) => {
            let unit = venue.unit(opening.between.first()?)?;
            Some(at_point(&unit.level, Some(unit), opening.from.lerp(opening.to, 0.5)))
        }
        Place::Connector(connector) => {
            let end = connector.ends.first()?;
            Some(at_point(&end.level, venue.unit_at(&end.level, end.point), end.point))
        }
        Place::Amenity(amenity) => Some(at_point(
            &amenity.level,
            venue.unit_at(&amenity.level, amenity.point),
            amenity.point,
        )),
        Place::Kiosk(kiosk) => Some(at_point(
            &kiosk.level,
            venue.unit_at(&kiosk.level, kiosk.point),
            kiosk.point,
        )),
        Place::Exhibitor(exhibitor) => {
            let mut booths = exhibitor.booths.iter().filter_map(|id| venue.booth(id));
            let first = whereabouts(venue, Place::Booth(booths.next()?))?;
            // Its other booths widen the box while they are on the same level.
            let bounds = booths
                .filter_map(|booth| whereabouts(venue, Place::Booth(booth)))
                .filter(|other| other.level == first.level)
                .fold(first.bounds, |bounds, other| bounds.union(other.bounds));
            Some(Whereabouts { bounds, ..first })
        }
        Place::Session(session) => whereabouts(venue, Place::Unit(venue.unit(&session.room)?)),
    }
}

/// A point inside `polygon` that stands for it: its centre of mass if that is inside, else the middle of its widest part
/// on a line through the middle of its bounds.
pub fn anchor_of(polygon: &Polygon) -> Point {
    let centroid = polygon.centroid();
    if polygon.contains(centroid) {
        return centroid;
    }
    let Some(bounds) = polygon.bounds() else {
        return centroid;
    };
    let y = bounds.center().y;
    let mut crossings: Vec<f64> = polygon
        .sides()
        .filter(|(a, b)| (a.y > y) != (b.y > y))
        .map(|(a, b)| (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        .collect();
    order::sort_by(&mut crossings, f64::total_cmp);
    crossings
        .as_chunks::<2>()
        .0
        .iter()
        .max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))
        .map_or(centroid, |widest| Point::new((widest[0] + widest[1]) / 2.0, y))
}

fn on_polygon<'v>(level: &'v LevelId, unit: Option<&'v Unit>, polygon: &Polygon) -> Option<Whereabouts<'v>> {
    Some(Whereabouts {
        level,
        unit,
        anchor: anchor_of(polygon),
        bounds: polygon.bounds()?,
    })
}

fn at_point<'v>(level: &'v LevelId, unit: Option<&'v Unit>, point: Point) -> Whereabouts<'v> {
    Whereabouts {
        level,
        unit,
        anchor: point,
        bounds: Bounds { min: point, max: point }.grown(AROUND_POINT_M),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_anchor_of_a_bent_shape_is_inside_it() {
        let horseshoe = Polygon(
            [
                [0.0, 0.0],
                [10.0, 0.0],
                [10.0, 10.0],
                [8.0, 10.0],
                [8.0, 1.0],
                [3.0, 1.0],
                [3.0, 10.0],
                [0.0, 10.0],
            ]
            .map(Point::from)
            .to_vec(),
        );
        assert!(!horseshoe.contains(horseshoe.centroid()));
        assert_eq!(anchor_of(&horseshoe), Point::new(1.5, 5.0));
    }
}
