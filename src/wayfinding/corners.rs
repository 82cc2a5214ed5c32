//! Corners that a shortest way can bend at.

use super::floor::{Floor, HAIR_M};
use crate::venue::{Point, cross};

/// Lines within this angle of a wall are along it, in radians: 1 mm at 100 m.
const ALONG_RAD: f64 = 1e-5;

/// A corner round which the floor takes more than half a turn. The way bends round what is between `before` and `after`.
#[derive(Clone, Debug)]
pub struct Corner {
    /// Unit vectors along its walls.
    before: Point,
    after: Point,
}

impl Corner {
    /// Whether the line from `from` only touches the corner at `at`, so that a way coming from there may bend at it.
    pub fn is_tangent(&self, from: Point, at: Point) -> bool {
        let (dx, dy) = (at.x - from.x, at.y - from.y);
        let tolerance = ALONG_RAD * (dx.abs() + dy.abs());
        let side = |wall: Point| dx * wall.y - dy * wall.x;
        // Both walls on one side of the line, or in it.
        let (before, after) = (side(self.before), side(self.after));
        (before >= -tolerance && after >= -tolerance) || (before <= tolerance && after <= tolerance)
    }

    /// Two points between which, as seen from the corner at `at`, nothing is that a way bending here comes from: straight ahead of its tip.
    pub fn ahead(&self, at: Point) -> (Point, Point) {
        let point = |share: f64| {
            let wall = self.before.lerp(self.after, share);
            Point::new(at.x - wall.x, at.y - wall.y)
        };
        // A little less than all of it, so that lines along a wall are surely not in it.
        (point(0.001), point(0.999))
    }
}

/// The corners of a floor, each a hair away from its wall.
pub fn of(floor: &Floor) -> impl Iterator<Item = (Point, Corner)> + '_ {
    floor.contours().iter().flat_map(move |contour| {
        let n = contour.len();
        (0..n).filter_map(move |i| {
            let (before, at, after) = (contour[(i + n - 1) % n], contour[i], contour[(i + 1) % n]);
            // The floor is to the left of its border: where the border turns right, the floor goes round the corner.
            let turns_right = cross(before, at, after) < 0.0;
            let (arriving, leaving) = (direction(before, at)?, direction(at, after)?);
            let away = direction(
                Point::new(0.0, 0.0),
                Point::new(arriving.x - leaving.x, arriving.y - leaving.y),
            );
            let point = away
                .filter(|_| turns_right)
                .map(|away| Point::new(at.x + away.x * HAIR_M, at.y + away.y * HAIR_M))?;
            let corner = Corner {
                before: Point::new(-arriving.x, -arriving.y),
                after: leaving,
            };
            floor.contains(point).then_some((point, corner))
        })
    })
}

/// The unit vector from `a` to `b`; `None` where they are one.
fn direction(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-9).then(|| Point::new((b.x - a.x) / length, (b.y - a.y) / length))
}
