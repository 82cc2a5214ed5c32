//! What hides what: straight lines from eyes to what they look at, among upright prisms. Exact: no grid, no boxes.

use super::plane::Area;
use crate::venue::{Bounds, Point, cross};

/// How high eyes are over the floor, in metres.
pub const EYE_M: f64 = 1.6;
/// A line that is so little inside something, in metres, touches it only.
pub const GRAZE_M: f64 = 1e-6;

/// Something that one does not see through.
#[derive(Clone, Debug)]
pub struct Screen {
    pub area: Area,
    pub from_m: f64,
    pub to_m: f64,
    sides: Vec<(Point, Point)>,
    bounds: Bounds,
}

impl Screen {
    /// `None` if it covers nothing.
    pub fn new(area: Area, from_m: f64, to_m: f64) -> Option<Self> {
        let bounds = area.bounds()?;
        Some(Self {
            sides: area.sides().collect(),
            area,
            from_m,
            to_m,
            bounds,
        })
    }

    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    pub fn covers(&self, p: Point) -> bool {
        let Bounds { min, max } = self.bounds;
        (min.x..=max.x).contains(&p.x) && (min.y..=max.y).contains(&p.y) && self.area.contains(p)
    }

    /// Whether it is between two points, given with their heights.
    pub fn hides(&self, (eye, eye_m): (Point, f64), (at, at_m): (Point, f64)) -> bool {
        let is_beside = !Bounds::of_segment(eye, at).grown(GRAZE_M).overlaps(self.bounds);
        if is_beside || eye_m.max(at_m) <= self.from_m || eye_m.min(at_m) >= self.to_m {
            return false;
        }
        let mut cuts: Vec<f64> = self
            .sides
            .iter()
            .filter_map(|(a, b)| crossing(eye, at, *a, *b))
            .collect();
        cuts.extend([0.0, 1.0]);
        cuts.sort_by(f64::total_cmp);
        let length = eye.distance(at);
        cuts.windows(2).any(|cut| {
            let (start, end) = (cut[0], cut[1]);
            if (end - start) * length <= GRAZE_M || !self.area.contains(eye.lerp(at, (start + end) / 2.0)) {
                return false;
            }
            let height = |t: f64| eye_m + (at_m - eye_m) * t;
            let (low, high) = (height(start).min(height(end)), height(start).max(height(end)));
            high > self.from_m + GRAZE_M && low < self.to_m - GRAZE_M
        })
    }
}

/// How far along `from`–`to`, 0 to 1, side `a`–`b` is crossed.
fn crossing(from: Point, to: Point, a: Point, b: Point) -> Option<f64> {
    let (at_a, at_b) = (cross(from, to, a), cross(from, to, b));
    let (at_from, at_to) = (cross(a, b, from), cross(a, b, to));
    let meets = (at_a <= 0.0) != (at_b <= 0.0) && at_from != at_to;
    let t = at_from / (at_from - at_to);
    (meets && (0.0..=1.0).contains(&t)).then_some(t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::Polygon;
    use oorandom::Rand64;

    fn turned_box(random: &mut Rand64) -> Polygon {
        let mut number = |low: f64, high: f64| low + random.rand_float() * (high - low);
        let (x, y, width, depth, turn) = (
            number(2.0, 8.0),
            number(2.0, 8.0),
            number(0.3, 2.0),
            number(0.3, 2.0),
            number(0.0, 3.0),
        );
        let (sin, cos) = turn.sin_cos();
        let corners = Polygon::rectangle(-width / 2.0, -depth / 2.0, width, depth);
        Polygon(
            corners
                .points()
                .iter()
                .map(|p| Point::new(x + p.x * cos - p.y * sin, y + p.x * sin + p.y * cos))
                .collect(),
        )
    }

    /// How deep a point is inside a convex polygon that runs counter-clockwise; negative outside.
    fn depth(polygon: &Polygon, p: Point) -> f64 {
        polygon
            .sides()
            .map(|(a, b)| cross(a, b, p) / a.distance(b))
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn marching_along_rays_says_the_same() {
        const MARGIN_M: f64 = 0.02;
        let mut random = Rand64::new(3);
        let (mut hidden, mut clear) = (0, 0);
        for _ in 0..4000 {
            let polygon = turned_box(&mut random);
            let mut number = |low: f64, high: f64| low + random.rand_float() * (high - low);
            let (from_m, to_m) = (number(0.0, 2.0), number(2.0, 4.0));
            let (eye, at) = (
                Point::new(number(0.0, 10.0), number(0.0, 10.0)),
                Point::new(number(0.0, 10.0), number(0.0, 10.0)),
            );
            let (eye_m, at_m) = (EYE_M, number(0.0, 5.0));
            let steps = (eye.distance(at) / 0.01).ceil().max(1.0) as u32;
            // How deep the ray gets into the prism.
            let deepest = (0..=steps)
                .map(|step| {
                    let t = f64::from(step) / f64::from(steps);
                    let height = eye_m + (at_m - eye_m) * t;
                    depth(&polygon, eye.lerp(at, t)).min(height - from_m).min(to_m - height)
                })
                .fold(f64::NEG_INFINITY, f64::max);
            let screen = Screen::new(Area::of(&polygon), from_m, to_m).unwrap();
            let hides = screen.hides((eye, eye_m), (at, at_m));
            if deepest > MARGIN_M {
                hidden += 1;
                assert!(hides, "{polygon:?} from {from_m} to {to_m}: {eye:?} {at:?} {at_m}");
            } else if deepest < -MARGIN_M {
                clear += 1;
                assert!(!hides, "{polygon:?} from {from_m} to {to_m}: {eye:?} {at:?} {at_m}");
            }
        }
        assert!(hidden > 300 && clear > 3000, "{hidden} {clear}");
    }
}
