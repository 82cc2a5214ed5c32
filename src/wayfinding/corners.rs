//! Corners that a shortest way can bend at.

use super::floor::{Floor, HAIR_M};
use crate::venue::{Point, cross};

/// A corner round which the floor takes more than half a turn. The way bends round what is between `before` and `after`.
#[derive(Clone, Debug)]
pub struct Corner {
    before: Point,
    after: Point,
}

impl Corner {
    /// Whether the line from `from` only touches the corner at `at`, so that a way coming from there may bend at it.
    pub fn is_tangent(&self, from: Point, at: Point) -> bool {
        // Both walls on one side of the line, or in it.
        let tolerance = 1e-6 * from.distance(at);
        let (before, after) = (cross(from, at, self.before), cross(from, at, self.after));
        (before >= -tolerance && after >= -tolerance) || (before <= tolerance && after <= tolerance)
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
            // Shifted with the point, so that a line along a wall stays parallel to it.
            let shifted = |p: Point| Point::new(p.x + point.x - at.x, p.y + point.y - at.y);
            floor.contains(point).then(|| {
                (
                    point,
                    Corner {
                        before: shifted(before),
                        after: shifted(after),
                    },
                )
            })
        })
    })
}

/// The unit vector from `a` to `b`; `None` where they are one.
fn direction(a: Point, b: Point) -> Option<Point> {
    let length = a.distance(b);
    (length > 1e-9).then(|| Point::new((b.x - a.x) / length, (b.y - a.y) / length))
}
