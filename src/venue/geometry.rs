//! Plane geometry in the venue's local metres: x east, y north.

use serde::{Deserialize, Serialize};

/// A point in metres, written `[x, y]`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
#[cfg_attr(feature = "cli", schemars(with = "[f64; 2]"))]
#[cfg_attr(test, ts(as = "[f64; 2]"))]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl From<[f64; 2]> for Point {
    fn from([x, y]: [f64; 2]) -> Self {
        Self { x, y }
    }
}

impl From<Point> for [f64; 2] {
    fn from(point: Point) -> Self {
        [point.x, point.y]
    }
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// The unit vector of a compass heading in degrees, 0 being north and 90 east; to 1e-5. By doubling a small angle's: the library's sine is eight kilobytes
    /// of program, for angles that nothing has.
    pub fn heading(degrees: f64) -> Self {
        const DOUBLINGS: u32 = 12;
        let small = (degrees % 360.0).to_radians() / f64::from(1 << DOUBLINGS);
        let (mut east, mut north) = (small, 1.0 - small * small / 2.0);
        for _ in 0..DOUBLINGS {
            (east, north) = (2.0 * east * north, north * north - east * east);
        }
        let length = (east * east + north * north).sqrt();
        Self::new(east / length, north / length)
    }

    /// The point `t` of the way to `other`: 0 is here, 1 is there.
    pub fn lerp(self, other: Self, t: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }
}

/// The z of `(b − a) × (c − a)`: positive where a → b → c turns left.
pub fn cross(a: Point, b: Point, c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// The point of segment `a`–`b` nearest to `p`.
pub fn nearest_on_segment(a: Point, b: Point, p: Point) -> Point {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    if length2 == 0.0 {
        return a;
    }
    a.lerp(b, (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2).clamp(0.0, 1.0))
}

/// Whether the segments `a`–`b` and `c`–`d` cross in a point inside both.
pub fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    cross(a, b, c) * cross(a, b, d) < 0.0 && cross(c, d, a) * cross(c, d, b) < 0.0
}

/// An axis-parallel box.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bounds {
    pub min: Point,
    pub max: Point,
}

impl Bounds {
    /// The smallest box round `points`; `None` if there are none.
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        Some(points.fold(Self { min: first, max: first }, |b, p| Self {
            min: Point::new(b.min.x.min(p.x), b.min.y.min(p.y)),
            max: Point::new(b.max.x.max(p.x), b.max.y.max(p.y)),
        }))
    }

    pub fn of_segment(a: Point, b: Point) -> Self {
        Self {
            min: Point::new(a.x.min(b.x), a.y.min(b.y)),
            max: Point::new(a.x.max(b.x), a.y.max(b.y)),
        }
    }

    pub fn union(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    pub fn center(self) -> Point {
        self.min.lerp(self.max, 0.5)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    pub fn grown(self, by: f64) -> Self {
        Self {
            min: Point::new(self.min.x - by, self.min.y - by),
            max: Point::new(self.max.x + by, self.max.y + by),
        }
    }
}

/// A simple polygon: corners in order, either way round, the last one not repeating the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Polygon(pub Vec<Point>);

impl Polygon {
    /// The axis-parallel rectangle from its south-west corner, counter-clockwise: sides 0 south, 1 east, 2 north, 3 west.
    pub fn rectangle(x: f64, y: f64, width: f64, depth: f64) -> Self {
        Self(vec![
            Point::new(x, y),
            Point::new(x + width, y),
            Point::new(x + width, y + depth),
            Point::new(x, y + depth),
        ])
    }

    pub fn points(&self) -> &[Point] {
        &self.0
    }

    /// The sides in order; side `i` runs from corner `i` to the next.
    pub fn sides(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        let n = self.0.len();
        (0..n).map(move |i| (self.0[i], self.0[(i + 1) % n]))
    }

    /// Side `i`, from corner `i` to the next; `None` past the last.
    pub fn side(&self, i: usize) -> Option<(Point, Point)> {
        (i < self.0.len()).then(|| (self.0[i], self.0[(i + 1) % self.0.len()]))
    }

    /// Area in m², positive where the corners run counter-clockwise.
    pub fn signed_area(&self) -> f64 {
        self.sides().map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
    }

    /// The corners counter-clockwise: polygons that are all one way round add up where they overlap, instead of cancelling.
    pub fn counter_clockwise(&self) -> Vec<[f64; 2]> {
        let points = self.0.iter().map(|&point| point.into());
        if self.signed_area() < 0.0 {
            points.rev().collect()
        } else {
            points.collect()
        }
    }

    pub fn area(&self) -> f64 {
        self.signed_area().abs()
    }

    /// `None` if the polygon has no corner.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.0.iter().copied())
    }

    /// The centre of mass; the mean of the corners if the area is nothing.
    pub fn centroid(&self) -> Point {
        let area = self.signed_area();
        let n = self.0.len().max(1) as f64;
        if area.abs() < 1e-9 {
            let sum = self
                .0
                .iter()
                .fold(Point::new(0.0, 0.0), |s, p| Point::new(s.x + p.x, s.y + p.y));
            return Point::new(sum.x / n, sum.y / n);
        }
        // Relative to the first corner, so that far-away coordinates lose no digits.
        let o = self.0[0];
        let (mut x, mut y) = (0.0, 0.0);
        for (a, b) in self.sides() {
            let (ax, ay, bx, by) = (a.x - o.x, a.y - o.y, b.x - o.x, b.y - o.y);
            let f = ax * by - bx * ay;
            x += (ax + bx) * f;
            y += (ay + by) * f;
        }
        Point::new(o.x + x / (6.0 * area), o.y + y / (6.0 * area))
    }

    /// Whether `p` is inside, by the even–odd rule; on the border either answer may come.
    pub fn contains(&self, p: Point) -> bool {
        self.sides()
            .filter(|(a, b)| (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            .count()
            % 2
            == 1
    }

    /// The point of the border nearest to `p`; `p` itself if there is no border.
    pub fn nearest_on_border(&self, p: Point) -> Point {
        self.sides()
            .map(|(a, b)| nearest_on_segment(a, b, p))
            .min_by(|s, t| s.distance(p).total_cmp(&t.distance(p)))
            .unwrap_or(p)
    }

    /// The distance from `p` to the nearest side.
    pub fn distance_to_border(&self, p: Point) -> f64 {
        self.nearest_on_border(p).distance(p)
    }

    /// The unit vector that points out of side `i`; `None` past the last side or if the side has no length.
    pub fn outward(&self, i: usize) -> Option<Point> {
        let (a, b) = self.side(i)?;
        let length = a.distance(b);
        let sign = self.signed_area().signum();
        (length > 0.0).then(|| Point::new((b.y - a.y) / length * sign, -(b.x - a.x) / length * sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_knows_its_measures() {
        let r = Polygon::rectangle(2.0, 1.0, 4.0, 3.0);
        assert_eq!(r.area(), 12.0);
        assert_eq!(r.centroid(), Point::new(4.0, 2.5));
        assert!(r.contains(Point::new(3.0, 2.0)) && !r.contains(Point::new(7.0, 2.0)));
        assert_eq!(r.outward(1), Some(Point::new(1.0, 0.0)));
        assert_eq!(r.distance_to_border(Point::new(4.0, 2.0)), 1.0);
    }

    #[test]
    fn a_heading_is_what_sine_and_cosine_say() {
        for degrees in [-450.0, -90.0, 0.0, 0.5, 45.0, 90.0, 135.0, 180.0, 359.0, 7e6] {
            let (east, north) = f64::to_radians(degrees).sin_cos();
            assert!(
                Point::heading(degrees).distance(Point::new(east, north)) < 1e-5,
                "{degrees}"
            );
        }
    }

    #[test]
    fn outward_does_not_depend_on_the_winding() {
        let mut corners = Polygon::rectangle(0.0, 0.0, 2.0, 2.0).0;
        corners.reverse();
        let clockwise = Polygon(corners);
        for i in 0..4 {
            let (a, b) = clockwise.side(i).unwrap();
            let n = clockwise.outward(i).unwrap();
            let m = a.lerp(b, 0.5);
            assert!(!clockwise.contains(Point::new(m.x + n.x * 0.1, m.y + n.y * 0.1)));
        }
    }
}
