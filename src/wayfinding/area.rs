//! Areas of a level that something holds for, and lines that cross them.

use crate::order;
use crate::venue::{Aisle, Area, Bounds, LevelId, Place, PlaceId, Point, Polygon, Venue};

/// A polygon on a level.
#[derive(Clone, Debug)]
pub struct Zone<'v> {
    pub level: &'v LevelId,
    pub polygon: Polygon,
    bounds: Bounds,
}

impl<'v> Zone<'v> {
    /// `None` for a polygon without corners.
    pub fn new(level: &'v LevelId, polygon: Polygon) -> Option<Self> {
        let bounds = polygon.bounds()?;
        Some(Self { level, polygon, bounds })
    }

    pub fn of_area(area: &'v Area) -> Option<Self> {
        Self::new(&area.level, area.polygon.clone())
    }

    pub fn contains(&self, level: &LevelId, p: Point) -> bool {
        self.level == level && self.polygon.contains(p)
    }

    /// The parts of the segment `a`–`b` inside it, as shares of the way.
    pub fn parts_inside(&self, level: &LevelId, a: Point, b: Point) -> Vec<(f64, f64)> {
        let around = Bounds {
            min: Point::new(a.x.min(b.x), a.y.min(b.y)),
            max: Point::new(a.x.max(b.x), a.y.max(b.y)),
        };
        // Grown, since a segment along an axis has a box without area.
        if self.level != level || !self.bounds.overlaps(around.grown(1e-9)) {
            return Vec::new();
        }
        // Between two crossings of the border the segment is wholly inside or wholly outside: one look at each middle is enough.
        let shares = crossings(&self.polygon, a, b);
        let pairs = shares.windows(2).map(|pair| (pair[0], pair[1]));
        pairs
            .filter(|(s, t)| self.polygon.contains(a.lerp(b, (s + t) / 2.0)))
            .collect()
    }
}

/// Where `a`–`b` crosses the polygon's border, in order, with both its ends: 0 and 1.
fn crossings(polygon: &Polygon, a: Point, b: Point) -> Vec<f64> {
    let mut shares = vec![0.0, 1.0];
    shares.extend(polygon.sides().filter_map(|(c, d)| {
        let (dx, dy, ex, ey) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
        let denominator = dx * ey - dy * ex;
        let t = ((c.x - a.x) * ey - (c.y - a.y) * ex) / denominator;
        (denominator != 0.0 && t > 0.0 && t < 1.0).then_some(t)
    }));
    order::sort_by(&mut shares, f64::total_cmp);
    shares
}

/// The floor of an aisle: a rectangle for each stretch of its centre line, with that stretch.
pub fn strips<'v>(venue: &'v Venue, aisle: &'v Aisle) -> impl Iterator<Item = (Zone<'v>, Point, Point)> {
    let level = venue.unit(&aisle.unit).map(|unit| &unit.level);
    aisle.line.windows(2).filter_map(move |ends| {
        let &[a, b] = ends else { return None };
        let length = a.distance(b);
        let half = aisle.width_m / 2.0 / length;
        let side = Point::new(-(b.y - a.y) * half, (b.x - a.x) * half);
        let rectangle = Polygon(vec![
            Point::new(a.x - side.x, a.y - side.y),
            Point::new(b.x - side.x, b.y - side.y),
            Point::new(b.x + side.x, b.y + side.y),
            Point::new(a.x + side.x, a.y + side.y),
        ]);
        (length > 0.0).then(|| Some((Zone::new(level?, rectangle)?, a, b)))?
    })
}

/// Half the side of the square that one stands in to use an amenity, in metres.
const AT_AMENITY_M: f64 = 0.75;

/// What a place covers of the floor; nothing for one that covers none, as a door.
pub fn zones<'v>(venue: &'v Venue, id: &PlaceId) -> Vec<Zone<'v>> {
    match (venue.place(id), venue.aisle(id)) {
        (Some(Place::Unit(unit)), _) => Zone::new(&unit.level, unit.polygon.clone()).into_iter().collect(),
        (Some(Place::Amenity(amenity)), _) => {
            let Point { x, y } = amenity.point;
            let size = 2.0 * AT_AMENITY_M;
            let before = Polygon::rectangle(x - AT_AMENITY_M, y - AT_AMENITY_M, size, size);
            let all = std::iter::once(before).chain(amenity.footprint.clone());
            all.filter_map(|polygon| Zone::new(&amenity.level, polygon)).collect()
        }
        (None, Some(aisle)) => strips(venue, aisle).map(|(zone, ..)| zone).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_enters_an_area_only_through_its_inside() {
        let level = LevelId::new("L0");
        let area = Zone::new(&level, Polygon::rectangle(0.0, 0.0, 10.0, 10.0)).unwrap();
        let p = Point::new;
        let enters = |a, b| !area.parts_inside(&level, a, b).is_empty();
        assert!(enters(p(-5.0, 5.0), p(15.0, 5.0)));
        assert!(enters(p(2.0, 2.0), p(3.0, 3.0)));
        assert!(enters(p(-1.0, 8.0), p(3.0, 12.0)));
        assert!(!enters(p(-5.0, -1.0), p(15.0, -1.0)));
        assert!(!enters(p(-5.0, 12.0), p(2.0, 12.0)));
        assert!(enters(p(5.0, 5.0), p(5.0, 5.0)), "standing in it");
        assert!(
            area.parts_inside(&LevelId::new("L1"), p(2.0, 2.0), p(3.0, 3.0))
                .is_empty()
        );
        assert_eq!(area.parts_inside(&level, p(-5.0, 5.0), p(15.0, 5.0)), [(0.25, 0.75)]);
    }
}
