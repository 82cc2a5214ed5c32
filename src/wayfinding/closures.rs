//! What is closed now. A closed thing is never used, whatever that makes of the route.

use super::graph::EdgeKind;
use crate::venue::{Aisle, LevelId, Place, PlaceId, Point, Polygon, Venue};

/// The closures of one request, resolved against the venue.
#[derive(Debug, Default)]
pub struct Closures<'v> {
    openings: Vec<usize>,
    connectors: Vec<usize>,
    areas: Vec<(&'v LevelId, Polygon)>,
}

impl<'v> Closures<'v> {
    /// # Errors
    /// The first id that is nothing which can be closed.
    pub fn resolve(venue: &'v Venue, closed: &[PlaceId]) -> Result<Self, PlaceId> {
        let mut closures = Self::default();
        for id in closed {
            closures.add(venue, id).ok_or_else(|| id.clone())?;
        }
        Ok(closures)
    }

    fn add(&mut self, venue: &'v Venue, id: &PlaceId) -> Option<()> {
        match venue.place(id) {
            Some(Place::Opening(_)) => {
                self.openings.extend(
                    venue
                        .openings()
                        .iter()
                        .position(|opening| PlaceId::from(&opening.id) == *id),
                );
            }
            Some(Place::Connector(_)) => {
                self.connectors.extend(
                    venue
                        .connectors()
                        .iter()
                        .position(|connector| PlaceId::from(&connector.id) == *id),
                );
            }
            Some(Place::Unit(unit)) => self.areas.push((&unit.level, unit.polygon.clone())),
            _ => {
                let aisle = venue.aisles().iter().find(|aisle| PlaceId::from(&aisle.id) == *id)?;
                let level = &venue.unit(&aisle.unit)?.level;
                self.areas.extend(strips(aisle).map(|strip| (level, strip)));
            }
        }
        Some(())
    }

    /// Whether an edge of that kind may be used.
    pub fn allow(&self, kind: EdgeKind) -> bool {
        match kind {
            EdgeKind::Walk => true,
            EdgeKind::Opening(index) => !self.openings.contains(&index),
            EdgeKind::Connector { connector, .. } => !self.connectors.contains(&connector),
        }
    }

    /// Whether the straight line from `a` to `b` stays out of every closed area.
    pub fn allow_line(&self, level: &LevelId, a: Point, b: Point) -> bool {
        !self.areas.iter().any(|(on, area)| *on == level && enters(area, a, b))
    }
}

/// The floor of an aisle, a rectangle for each stretch of its centre line.
fn strips(aisle: &Aisle) -> impl Iterator<Item = Polygon> + '_ {
    aisle.line.windows(2).filter_map(|ends| {
        let &[a, b] = ends else { return None };
        let length = a.distance(b);
        let half = aisle.width_m / 2.0 / length;
        let side = Point::new(-(b.y - a.y) * half, (b.x - a.x) * half);
        (length > 0.0).then(|| {
            Polygon(vec![
                Point::new(a.x - side.x, a.y - side.y),
                Point::new(b.x - side.x, b.y - side.y),
                Point::new(b.x + side.x, b.y + side.y),
                Point::new(a.x + side.x, a.y + side.y),
            ])
        })
    })
}

/// Whether any part of the segment `a`–`b` is inside the polygon.
fn enters(polygon: &Polygon, a: Point, b: Point) -> bool {
    // Between two crossings of the border the segment is wholly inside or wholly outside: one look at each middle is enough.
    let mut crossings = vec![0.0, 1.0];
    crossings.extend(polygon.sides().filter_map(|(c, d)| {
        let (dx, dy, ex, ey) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
        let denominator = dx * ey - dy * ex;
        let t = ((c.x - a.x) * ey - (c.y - a.y) * ex) / denominator;
        (denominator != 0.0 && t > 0.0 && t < 1.0).then_some(t)
    }));
    crossings.sort_by(f64::total_cmp);
    crossings
        .windows(2)
        .any(|pair| polygon.contains(a.lerp(b, (pair[0] + pair[1]) / 2.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_enters_an_area_only_through_its_inside() {
        let area = Polygon::rectangle(0.0, 0.0, 10.0, 10.0);
        let p = Point::new;
        assert!(enters(&area, p(-5.0, 5.0), p(15.0, 5.0)));
        assert!(enters(&area, p(2.0, 2.0), p(3.0, 3.0)));
        assert!(enters(&area, p(-1.0, 8.0), p(3.0, 12.0)));
        assert!(!enters(&area, p(-5.0, -1.0), p(15.0, -1.0)));
        assert!(!enters(&area, p(-5.0, 12.0), p(2.0, 12.0)));
    }
}
