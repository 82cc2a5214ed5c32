//! The rectangle round a footprint.

use crate::hall_model::build::extrude::{left_of, moved, strip};
use crate::venue::{Bounds, Point, Polygon};

/// The rectangle round a footprint that lies along its longest side.
pub struct Oriented {
    pub center: Point,
    /// Unit vector along the longer way.
    pub axis: Point,
    pub long: f64,
    pub short: f64,
}

impl Oriented {
    /// `None` for a footprint without a side.
    pub fn of(footprint: &Polygon) -> Option<Self> {
        let (a, b) = footprint
            .sides()
            .max_by(|x, y| x.0.distance(x.1).total_cmp(&y.0.distance(y.1)))?;
        let left = left_of(a, b)?;
        let along = Point::new(left.y, -left.x);
        // In axes along and across that side.
        let turned = Bounds::of(
            footprint
                .points()
                .iter()
                .map(|p| Point::new(p.x * along.x + p.y * along.y, p.x * left.x + p.y * left.y)),
        )?;
        let middle = turned.center();
        let (w, d) = (turned.max.x - turned.min.x, turned.max.y - turned.min.y);
        let center = Point::new(
            middle.x * along.x + middle.y * left.x,
            middle.x * along.y + middle.y * left.y,
        );
        let (axis, long, short) = if w >= d { (along, w, d) } else { (left, d, w) };
        Some(Self {
            center,
            axis,
            long,
            short,
        })
    }

    /// Shrunk by `by` on all sides.
    pub fn polygon(&self, by: f64) -> Option<Polygon> {
        let half = (self.long / 2.0 - by).max(0.1);
        strip(
            moved(self.center, self.axis, -half),
            moved(self.center, self.axis, half),
            (self.short - 2.0 * by).max(0.2),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lies_along_the_longest_side_whichever_way_that_runs() {
        let turned = Polygon(vec![
            Point::new(0.0, 0.0),
            Point::new(3.0, 3.0),
            Point::new(2.0, 4.0),
            Point::new(-1.0, 1.0),
        ]);
        let frame = Oriented::of(&turned).unwrap();
        assert!((frame.long - 18f64.sqrt()).abs() < 1e-9 && (frame.short - 2f64.sqrt()).abs() < 1e-9);
        assert!(frame.center.distance(Point::new(1.0, 2.0)) < 1e-9);
        assert!((frame.polygon(0.0).unwrap().area() - turned.area()).abs() < 1e-9);
    }
}
