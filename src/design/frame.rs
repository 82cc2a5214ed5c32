//! The axes that a design's places are in.

use crate::venue::{Point, Polygon};

/// From a stand's own axes to the venue's.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    origin: Point,
    /// Of length 1.
    along: Point,
}

impl Frame {
    pub fn of(footprint: &Polygon) -> Self {
        let (origin, to) = footprint
            .side(0)
            .unwrap_or((Point::new(0.0, 0.0), Point::new(1.0, 0.0)));
        let length = origin.distance(to);
        let along = if length > 0.0 {
            Point::new((to.x - origin.x) / length, (to.y - origin.y) / length)
        } else {
            Point::new(1.0, 0.0)
        };
        Self { origin, along }
    }

    /// The axes at a place on it, turned counter-clockwise.
    pub fn at(self, at: Point, turn_deg: f64) -> Self {
        let origin = self.to_venue(at);
        let (sin, cos) = match turn_deg.rem_euclid(360.0) {
            0.0 => (0.0, 1.0),
            90.0 => (1.0, 0.0),
            180.0 => (0.0, -1.0),
            270.0 => (-1.0, 0.0),
            other => other.to_radians().sin_cos(),
        };
        let along = Point::new(
            self.along.x * cos - self.along.y * sin,
            self.along.x * sin + self.along.y * cos,
        );
        Self { origin, along }
    }

    /// How far its x is turned from the venue's, in radians counter-clockwise.
    pub fn turn(self) -> f64 {
        self.along.y.atan2(self.along.x)
    }

    pub fn to_venue(self, p: Point) -> Point {
        let Self { origin, along } = self;
        Point::new(
            origin.x + p.x * along.x - p.y * along.y,
            origin.y + p.x * along.y + p.y * along.x,
        )
    }
}
