//! Who sees whom: whether a straight line is free of walls, and which of many points a point sees. A k-d tree (Bentley 1975) of walls and points,
//! searched from near to far: what near walls hide is never looked at, so that looking round takes time in proportion to what is seen.

use super::shadow::{Shadow, angle};
use crate::venue::{Bounds, Point, cross};

/// So many walls are looked at one by one.
const LEAF_MOST: usize = 8;
/// Where splitting does not separate them, it ends here.
const DEPTH_MOST: usize = 24;
/// Lines that pass a split within this many metres are looked for on both its sides, whatever rounding says.
const ROUNDING_M: f64 = 1e-9;

type Wall = (Point, Point);

/// The walls of a floor, and points between them, known by their indices.
#[derive(Debug)]
pub struct SightTree {
    bounds: Bounds,
    root: Branch,
}

#[derive(Debug)]
enum Branch {
    Leaf {
        walls: Vec<Wall>,
        points: Vec<(Point, u32)>,
    },
    Split(Box<Split>),
}

#[derive(Debug)]
struct Split {
    axis: Axis,
    at: f64,
    low: Branch,
    high: Branch,
}

#[derive(Clone, Copy, Debug)]
enum Axis {
    X,
    Y,
}

impl Axis {
    fn of(self, p: Point) -> f64 {
        match self {
            Self::X => p.x,
            Self::Y => p.y,
        }
    }

    /// Both halves of a box, cut at that place.
    fn cut(self, bounds: Bounds, at: f64) -> (Bounds, Bounds) {
        let (mut low, mut high) = (bounds, bounds);
        match self {
            Self::X => (low.max.x, high.min.x) = (at, at),
            Self::Y => (low.max.y, high.min.y) = (at, at),
        }
        (low, high)
    }
}

impl SightTree {
    /// All walls are inside `bounds`.
    pub fn new(bounds: Bounds, walls: Vec<Wall>) -> Self {
        Self {
            bounds,
            root: Branch::new(bounds, walls, 0),
        }
    }

    /// Adds a point inside the bounds that [`look_from`](Self::look_from) can see.
    pub fn add_point(&mut self, point: Point, index: u32) {
        self.root.add_point(point, index);
    }

    /// Whether the segment `a`–`b` touches no wall.
    pub fn is_clear(&self, a: Point, b: Point) -> bool {
        self.root.is_clear((a, b), (a, b))
    }

    /// How many walls are due east of `p`.
    pub fn walls_east_of(&self, p: Point) -> usize {
        self.root.walls_east_of(p)
    }

    /// Calls `visit` with each point that `eye` sees and its index; with `eye` too if it is one of them. `shadow` holds directions that do not
    /// matter; afterwards it is used up.
    pub fn look_from(&self, eye: Point, shadow: &mut Shadow, visit: &mut dyn FnMut(Point, u32)) {
        self.root.look_from(self.bounds, eye, shadow, visit);
    }
}

impl Branch {
    fn new(bounds: Bounds, walls: Vec<Wall>, depth: usize) -> Self {
        if walls.len() <= LEAF_MOST || depth == DEPTH_MOST {
            return Self::Leaf {
                walls,
                points: Vec::new(),
            };
        }
        let (width, height) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
        let axis = if width > height { Axis::X } else { Axis::Y };
        let at = axis.of(bounds.center());
        let (mut low_walls, mut high_walls) = (Vec::new(), Vec::new());
        for (a, b) in walls {
            let (from, to) = (axis.of(a), axis.of(b));
            if from <= at && to <= at {
                low_walls.push((a, b));
            } else if from >= at && to >= at {
                high_walls.push((a, b));
            } else {
                // Both halves end in one and the same point, so that no line slips through between them.
                let middle = a.lerp(b, (at - from) / (to - from));
                let (low, high) = if from < at { (a, b) } else { (b, a) };
                low_walls.push((low, middle));
                high_walls.push((middle, high));
            }
        }
        let (low, high) = axis.cut(bounds, at);
        Self::Split(Box::new(Split {
            axis,
            at,
            low: Self::new(low, low_walls, depth + 1),
            high: Self::new(high, high_walls, depth + 1),
        }))
    }

    fn add_point(&mut self, point: Point, index: u32) {
        match self {
            Self::Leaf { points, .. } => points.push((point, index)),
            Self::Split(split) if split.axis.of(point) < split.at => split.low.add_point(point, index),
            Self::Split(split) => split.high.add_point(point, index),
        }
    }

    /// Whether no wall touches `line`, of which `part` is in this branch.
    fn is_clear(&self, line: Wall, (a, b): Wall) -> bool {
        match self {
            Self::Leaf { walls, .. } => walls.iter().all(|&wall| !touch(line, wall)),
            Self::Split(split) => {
                let (from, to, at) = (split.axis.of(a), split.axis.of(b), split.at);
                let (least, most) = (from.min(to), from.max(to));
                if most < at - ROUNDING_M {
                    return split.low.is_clear(line, (a, b));
                }
                if least > at + ROUNDING_M {
                    return split.high.is_clear(line, (a, b));
                }
                if least >= at - ROUNDING_M || most <= at + ROUNDING_M {
                    return split.low.is_clear(line, (a, b)) && split.high.is_clear(line, (a, b));
                }
                let middle = a.lerp(b, (at - from) / (to - from));
                let (near, far) = if from < to {
                    (&split.low, &split.high)
                } else {
                    (&split.high, &split.low)
                };
                near.is_clear(line, (a, middle)) && far.is_clear(line, (middle, b))
            }
        }
    }

    fn walls_east_of(&self, p: Point) -> usize {
        match self {
            Self::Leaf { walls, .. } => walls.iter().filter(|wall| is_east(**wall, p)).count(),
            Self::Split(split) => {
                // A wall ends at a split from both sides in one point: the rule of `is_east` counts it on one side alone.
                let (low, high) = match split.axis {
                    Axis::X => (p.x <= split.at, true),
                    Axis::Y => (p.y <= split.at, p.y >= split.at),
                };
                let count = |wanted: bool, branch: &Self| if wanted { branch.walls_east_of(p) } else { 0 };
                count(low, &split.low) + count(high, &split.high)
            }
        }
    }

    /// Whatever is on the way to a branch has been looked at before it.
    fn look_from(&self, bounds: Bounds, eye: Point, shadow: &mut Shadow, visit: &mut dyn FnMut(Point, u32)) {
        if silhouette(bounds, eye).is_some_and(|(a, b)| shadow.covers(angle(eye, a), angle(eye, b))) {
            return;
        }
        match self {
            Self::Leaf { walls, points } => {
                for &(p, index) in points {
                    let direction = angle(eye, p);
                    if !shadow.covers(direction, direction) && walls.iter().all(|&wall| !touch((eye, p), wall)) {
                        visit(p, index);
                    }
                }
                for &(a, b) in walls {
                    shadow.add(angle(eye, a), angle(eye, b));
                }
            }
            Self::Split(split) => {
                let (low, high) = split.axis.cut(bounds, split.at);
                let (low, high) = ((&split.low, low), (&split.high, high));
                let (near, far) = if split.axis.of(eye) < split.at {
                    (low, high)
                } else {
                    (high, low)
                };
                near.0.look_from(near.1, eye, shadow, visit);
                far.0.look_from(far.1, eye, shadow, visit);
            }
        }
    }
}

/// The two corners between which `eye` sees a box; `None` if it is in it.
fn silhouette(Bounds { min, max }: Bounds, eye: Point) -> Option<(Point, Point)> {
    let (west, east) = (eye.x < min.x, eye.x > max.x);
    let (south, north) = (eye.y < min.y, eye.y > max.y);
    let corners = match (west, east, south, north) {
        (false, false, false, false) => return None,
        // Beside it: the near side's ends.
        (true, _, false, false) => (min, Point::new(min.x, max.y)),
        (_, true, false, false) => (Point::new(max.x, min.y), max),
        (false, false, true, _) => (min, Point::new(max.x, min.y)),
        (false, false, _, true) => (Point::new(min.x, max.y), max),
        // Off a corner: the ends of the diagonal that it faces.
        (true, _, true, _) | (_, true, _, true) => (Point::new(min.x, max.y), Point::new(max.x, min.y)),
        (true, _, _, true) | (_, true, true, _) => (min, max),
    };
    Some(corners)
}

/// Whether a line due east from `p` meets the wall; a wall's lower end is part of it, its upper one is not.
fn is_east((a, b): Wall, p: Point) -> bool {
    (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x
}

/// Whether two segments have a point in common, ends included.
fn touch((a, b): Wall, (c, d): Wall) -> bool {
    let (c_side, d_side) = (cross(a, b, c), cross(a, b, d));
    let (a_side, b_side) = (cross(c, d, a), cross(c, d, b));
    if c_side == 0.0 && d_side == 0.0 {
        let overlap = |p: f64, q: f64, r: f64, s: f64| p.min(q) <= r.max(s) && r.min(s) <= p.max(q);
        let is_on_line = a != b || a_side == 0.0;
        return is_on_line && overlap(a.x, b.x, c.x, d.x) && overlap(a.y, b.y, c.y, d.y);
    }
    c_side * d_side <= 0.0 && a_side * b_side <= 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Bounds = Bounds {
        min: Point::new(-50.0, -20.0),
        max: Point::new(70.0, 90.0),
    };

    fn point() -> impl Strategy<Value = Point> {
        (-50.0..70.0, -20.0..90.0).prop_map(|(x, y)| Point::new(x, y))
    }

    /// Many short walls and a few long ones.
    fn walls() -> impl Strategy<Value = Vec<Wall>> {
        let inside = |p: Point| Point::new(p.x.clamp(-50.0, 70.0), p.y.clamp(-20.0, 90.0));
        let short =
            (point(), -9.0..9.0, -9.0..9.0).prop_map(move |(p, x, y)| (p, inside(Point::new(p.x + x, p.y + y))));
        (
            prop::collection::vec(short, 0..120),
            prop::collection::vec((point(), point()), 0..4),
        )
            .prop_map(|(short, long)| [short, long].concat())
    }

    #[test]
    fn a_point_beside_a_slanted_wall_sees_itself() {
        let tree = SightTree::new(BOUNDS, vec![(Point::new(0.0, 0.0), Point::new(2.0, 1.0))]);
        let beside = Point::new(1.0, 0.9);
        assert!(tree.is_clear(beside, beside));
        let on_it = Point::new(1.0, 0.5);
        assert!(!tree.is_clear(on_it, on_it));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        #[test]
        fn the_tree_sees_what_testing_each_wall_sees(walls in walls(), points in prop::collection::vec(point(), 1..40)) {
            let mut tree = SightTree::new(BOUNDS, walls.clone());
            for (&point, i) in points.iter().zip(0..) {
                tree.add_point(point, i);
            }
            for &eye in &points {
                let slow = |p: Point| walls.iter().all(|&wall| !touch((eye, p), wall));
                let mut seen = Vec::new();
                tree.look_from(eye, &mut Shadow::default(), &mut |_, i| seen.push(i as usize));
                seen.sort_unstable();
                prop_assert_eq!(seen, (0..points.len()).filter(|&i| slow(points[i])).collect::<Vec<_>>());
                for &p in &points {
                    prop_assert_eq!(tree.is_clear(eye, p), slow(p));
                }
                prop_assert_eq!(tree.walls_east_of(eye), walls.iter().filter(|wall| is_east(**wall, eye)).count());
            }
        }
    }
}
