//! Corners that a shortest way can bend at.

use super::floor::{Floor, HAIR_M};
use crate::venue::{Point, cross};

/// Lines within this angle of a wall are along it, in radians: 1 mm at 100 m.
const ALONG_RAD: f64 = 1e-5;

/// The sharpest corners are this much nearer to their walls than to their tips.
const LEAST_OFF_WALLS: f64 = 0.2;

/// A corner round which the floor takes more than half a turn. The way bends round what is between `before` and `after`.
#[derive(Clone, Debug)]
pub struct Corner {
    /// Unit vectors along its walls.
    before: Point,
    after: Point,
}

impl Corner {
    /// Whether the line from another corner at `from` only touches the corner at `at`, so that a way coming from there may bend at it.
    pub fn is_tangent(&self, from: Point, at: Point) -> bool {
        self.touches(from, at, ALONG_RAD * ((at.x - from.x).abs() + (at.y - from.y).abs()))
    }

    /// Like [`is_tangent`](Self::is_tangent), from anywhere: nearer to a wall than corners are, too.
    pub fn is_tangent_from_anywhere(&self, from: Point, at: Point) -> bool {
        self.touches(from, at, HAIR_M / LEAST_OFF_WALLS)
    }

    /// `tolerance` is in metres: how far the line may lead away from a wall, or into it, a metre along that wall.
    fn touches(&self, from: Point, at: Point, tolerance: f64) -> bool {
        let (dx, dy) = (at.x - from.x, at.y - from.y);
        let side = |wall: Point| dx * wall.y - dy * wall.x;
        // Both walls on one side of the line, or in it.
        let (before, after) = (side(self.before), side(self.after));
        (before >= -tolerance && after >= -tolerance) || (before <= tolerance && after <= tolerance)
    }

    /// A point in the middle of what ways bend round, as seen from the corner at `at`.
    pub fn behind(&self, at: Point) -> Point {
        let wall = self.before.lerp(self.after, 0.5);
        Point::new(at.x + wall.x, at.y + wall.y)
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
            )
            .filter(|_| turns_right)?;
            // As far from both walls, so that the line to the next corner is along the wall between them, however short that is.
            let off_walls = (away.y * arriving.x - away.x * arriving.y).abs().max(LEAST_OFF_WALLS);
            let reach =
                |hair_m: f64| Point::new(at.x + away.x * hair_m / off_walls, at.y + away.y * hair_m / off_walls);
            // Less than a hair where two walls are that near.
            let point = [HAIR_M, HAIR_M / 10.0]
                .map(reach)
                .into_iter()
                .find(|&point| floor.contains(point))?;
            let corner = Corner {
                before: Point::new(-arriving.x, -arriving.y),
                after: leaving,
            };
            Some((point, corner))
        })
    })
}

/// The unit vector from `a` to `b`; `None` where they are one.
fn direction(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-9).then(|| Point::new((b.x - a.x) / length, (b.y - a.y) / length))
}
