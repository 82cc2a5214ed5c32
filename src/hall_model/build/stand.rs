//! Where a booth stands and how it is turned, so that booths of one build share one mesh, and the choices that its id makes.

use crate::venue::{Booth, Point};

/// A rectangular stand in its own axes: its middle at the origin, x to the right as one faces it from its main aisle,
/// z towards that aisle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    pub width: f64,
    pub depth: f64,
    pub open: OpenSides,
    /// The middle of its footprint in the plan.
    pub center: Point,
    /// Turn about the vertical from its own axes to glTF's, in radians.
    pub turn: f64,
}

/// Which sides open to an aisle, as seen from the main one. `front` is open if any is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenSides {
    pub front: bool,
    pub right: bool,
    pub back: bool,
    pub left: bool,
}

impl Stand {
    /// `None` if the footprint is no rectangle.
    pub fn of(booth: &Booth) -> Option<Self> {
        let mut corners: Vec<Point> = booth.footprint.points().to_vec();
        let count = corners.len();
        let mut open: Vec<bool> = (0..count).map(|side| booth.open_sides.contains(&side)).collect();
        if booth.footprint.signed_area() < 0.0 {
            // Reversed, side i joins the corners that side n − 2 − i joined.
            corners.reverse();
            open.rotate_right(1);
            open.reverse();
        }
        let [a, b, c, d]: [Point; 4] = corners.try_into().ok()?;
        let square = |p: Point, q: Point, r: Point| {
            let along = (q.x - p.x) * (r.x - q.x) + (q.y - p.y) * (r.y - q.y);
            along.abs() < 1e-3 * p.distance(q) * q.distance(r)
        };
        if !(square(a, b, c) && square(b, c, d) && square(c, d, a)) {
            return None;
        }
        let corners = [a, b, c, d];
        (0..4)
            .map(|front| {
                let at = |i: usize| (front + i) % 4;
                let (from, to) = (corners[at(0)], corners[at(1)]);
                let sides = OpenSides {
                    front: open[at(0)],
                    right: open[at(1)],
                    back: open[at(2)],
                    left: open[at(3)],
                };
                Self {
                    width: from.distance(to),
                    depth: to.distance(corners[at(2)]),
                    open: sides,
                    center: a.lerp(c, 0.5),
                    turn: (to.y - from.y).atan2(to.x - from.x),
                }
            })
            // The aisle in front and a wall behind, else the longer side; of equals, the first.
            .reduce(|best, next| if next.rank() > best.rank() { next } else { best })
    }

    fn rank(&self) -> (bool, bool, bool, i64) {
        let open = self.open;
        (open.front, !open.back, open.right, (self.width * 1000.0).round() as i64)
    }

    /// A point in the stand's axes as a point of the plan.
    pub fn to_plan(self, x: f64, z: f64) -> Point {
        let (sin, cos) = self.turn.sin_cos();
        Point::new(self.center.x + x * cos + z * sin, self.center.y + x * sin - z * cos)
    }

    /// Names the build of all stands of this size and openness.
    pub fn key(&self) -> String {
        let OpenSides {
            front,
            right,
            back,
            left,
        } = self.open;
        let flag = |open: bool, letter| if open { letter } else { '-' };
        format!(
            "{}x{} {}{}{}{}",
            (self.width * 128.0).round(),
            (self.depth * 128.0).round(),
            flag(front, 'f'),
            flag(right, 'r'),
            flag(back, 'b'),
            flag(left, 'l')
        )
    }
}

/// Choices that look like chance and are always the same for one id.
#[derive(Clone, Copy, Debug)]
pub struct Seed(u64);

impl Seed {
    /// FNV-1a, which is stable across versions and machines.
    pub fn of(id: &str) -> Self {
        Self(fnv1a(id.as_bytes()))
    }

    /// A number below `count`, another for each question.
    pub fn pick(self, question: u64, count: usize) -> usize {
        (self.mixed(question) % count.max(1) as u64) as usize
    }

    /// Another set of choices.
    pub fn next(self) -> Self {
        self.again(u64::MAX)
    }

    /// One of many other sets of choices.
    pub fn again(self, which: u64) -> Self {
        Self(self.mixed(which))
    }

    fn mixed(self, question: u64) -> u64 {
        // SplitMix64's finalizer.
        let mut z = self.0 ^ question.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo).
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::{BoothId, BoothKind, Polygon, UnitId};

    fn booth(footprint: Polygon, open_sides: &[usize]) -> Booth {
        Booth {
            id: BoothId::new("1A01"),
            unit: UnitId::new("hall-1"),
            kind: BoothKind::ShellScheme,
            footprint,
            open_sides: open_sides.to_vec(),
            height_m: 2.5,
            double_deck: false,
        }
    }

    #[test]
    fn the_same_build_turned_has_the_same_key() {
        let south = Stand::of(&booth(Polygon::rectangle(0.0, 0.0, 3.0, 4.0), &[0, 1])).unwrap();
        let north = Stand::of(&booth(Polygon::rectangle(9.0, 9.0, 3.0, 4.0), &[2, 3])).unwrap();
        assert_eq!(south.key(), north.key());
        assert_eq!(south.key(), "384x512 fr--");
        let mut clockwise = Polygon::rectangle(0.0, 0.0, 3.0, 4.0);
        clockwise.0.reverse();
        // Corners NW NE SE SW: side 2 is south, side 1 is east.
        assert_eq!(Stand::of(&booth(clockwise, &[1, 2])).unwrap(), south);
    }

    #[test]
    fn a_stand_faces_its_aisle() {
        let west = Stand::of(&booth(Polygon::rectangle(0.0, 0.0, 4.0, 3.0), &[3])).unwrap();
        assert_eq!((west.width, west.depth), (3.0, 4.0));
        let front = west.to_plan(0.0, 2.0);
        assert!(front.distance(Point::new(0.0, 1.5)) < 1e-9, "{front:?}");
        // To the right, seen from the west, is south.
        assert!(west.to_plan(1.5, 2.0).distance(Point::new(0.0, 0.0)) < 1e-9);
    }

    #[test]
    fn what_is_no_rectangle_is_no_stand() {
        let mut corners = Polygon::rectangle(0.0, 0.0, 3.0, 3.0);
        corners.0[2].x = 4.0;
        assert_eq!(Stand::of(&booth(corners, &[0])), None);
    }
}
