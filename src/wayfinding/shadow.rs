//! Directions that are hidden from a point, as intervals of a full turn.

use crate::venue::Point;

/// A full turn in the measure of [`angle`].
pub const TURN: f64 = 4.0;

/// The direction from `eye` to `p`, counter-clockwise from east, in `0..4`. No angle in degrees, but in the same order, and quicker.
pub fn angle(eye: Point, p: Point) -> f64 {
    let (dx, dy) = (p.x - eye.x, p.y - eye.y);
    // From a point to itself the direction is any: east.
    let share = dy / (dx.abs() + dy.abs()).max(f64::MIN_POSITIVE);
    if dx < 0.0 {
        2.0 - share
    } else if dy < 0.0 {
        TURN + share
    } else {
        share
    }
}

/// What is hidden so far from one point.
#[derive(Debug, Default)]
pub struct Shadow(
    /// Apart from each other, in order; each from its right end to its left end.
    Vec<(f64, f64)>,
);

impl Shadow {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Hides all from direction `a` to direction `b`, the shorter way round.
    pub fn add(&mut self, a: f64, b: f64) {
        let (low, high) = (a.min(b), a.max(b));
        if high - low <= TURN / 2.0 {
            self.hide(low, high);
        } else {
            self.hide(0.0, low);
            self.hide(high, TURN);
        }
    }

    /// Whether all from direction `a` to direction `b`, the shorter way round, is hidden.
    pub fn covers(&self, a: f64, b: f64) -> bool {
        let (low, high) = (a.min(b), a.max(b));
        if high - low <= TURN / 2.0 {
            self.hides(low, high)
        } else {
            self.hides(0.0, low) && self.hides(high, TURN)
        }
    }

    fn hides(&self, low: f64, high: f64) -> bool {
        let next = self.0.partition_point(|&(start, _)| start <= low);
        next > 0 && self.0[next - 1].1 >= high
    }

    fn hide(&mut self, low: f64, high: f64) {
        let first = self.0.partition_point(|&(_, end)| end < low);
        let Some(&(start, end)) = self.0.get(first).filter(|&&(start, _)| start <= high) else {
            self.0.insert(first, (low, high));
            return;
        };
        let after = first + self.0[first..].partition_point(|&(start, _)| start <= high);
        self.0[first] = (start.min(low), self.0[after - 1].1.max(end).max(high));
        self.0.drain(first + 1..after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shadows_that_meet_become_one_and_a_gap_stays_open() {
        let mut shadow = Shadow::default();
        shadow.add(0.5, 1.0);
        shadow.add(2.0, 1.5);
        assert!(shadow.covers(0.6, 0.9) && shadow.covers(1.6, 1.7));
        assert!(!shadow.covers(0.9, 1.6) && !shadow.covers(1.2, 1.2));
        shadow.add(1.0, 1.5);
        assert!(shadow.covers(0.5, 2.0));
        assert_eq!(shadow.0.len(), 1);
    }

    #[test]
    fn a_shadow_goes_the_shorter_way_round() {
        let mut shadow = Shadow::default();
        shadow.add(3.5, 0.5);
        assert!(shadow.covers(3.6, 0.4) && shadow.covers(0.1, 0.2));
        assert!(!shadow.covers(1.0, 1.1) && !shadow.covers(3.0, 3.1));
    }

    #[test]
    fn directions_are_in_the_order_of_their_angles() {
        let eye = Point::new(1.0, 2.0);
        let round = (0..72).map(|i| f64::from(i) * 5f64.to_radians() + 0.01);
        let angles = round.map(|a| angle(eye, Point::new(1.0 + 3.0 * a.cos(), 2.0 + 3.0 * a.sin())));
        assert!(angles.collect::<Vec<_>>().is_sorted());
    }
}
