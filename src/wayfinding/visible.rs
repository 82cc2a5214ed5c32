//! Which of many points a point sees, walls between: a k-d tree of points and walls, searched from near to far. What near walls hide is
//! never looked at, so that a search takes time in proportion to what it sees and not to the floor.

use super::shadow::{Shadow, angle};
use super::sight::touch;
use crate::venue::{Bounds, Point};

/// So many points and walls are looked at one by one.
const LEAF_MOST: usize = 12;
/// Where splitting does not separate them, it ends here.
const DEPTH_MOST: usize = 24;

type Wall = (Point, Point);

/// Points, known by their indices, and the walls between them.
#[derive(Debug)]
pub struct VisibilityTree {
    bounds: Bounds,
    root: Branch,
}

#[derive(Debug)]
enum Branch {
    Leaf {
        points: Vec<(Point, u32)>,
        walls: Vec<Wall>,
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

impl VisibilityTree {
    /// All points and walls are inside `bounds`.
    pub fn new(bounds: Bounds, points: Vec<(Point, u32)>, walls: Vec<Wall>) -> Self {
        Self {
            bounds,
            root: Branch::new(bounds, points, walls, 0),
        }
    }

    /// Calls `visit` with the index of each point that `eye` sees, itself included if it is one of them. `shadow` holds directions that do not
    /// matter; afterwards it is used up.
    pub fn look_from(&self, eye: Point, shadow: &mut Shadow, mut visit: impl FnMut(u32)) {
        self.root.look(self.bounds, eye, shadow, &mut visit);
    }
}

impl Branch {
    fn new(bounds: Bounds, points: Vec<(Point, u32)>, walls: Vec<Wall>, depth: usize) -> Self {
        if points.len() + walls.len() <= LEAF_MOST || depth == DEPTH_MOST {
            return Self::Leaf { points, walls };
        }
        let (width, height) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
        let axis = if width > height { Axis::X } else { Axis::Y };
        let at = axis.of(bounds.center());
        let (low_points, high_points) = points.into_iter().partition(|(p, _)| axis.of(*p) < at);
        let (mut low_walls, mut high_walls) = (Vec::new(), Vec::new());
        for (a, b) in walls {
            let (from, to) = (axis.of(a), axis.of(b));
            if from <= at && to <= at {
                low_walls.push((a, b));
            } else if from >= at && to >= at {
                high_walls.push((a, b));
            } else {
                // Both halves meet in one and the same point, so that no direction slips through between them.
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
            low: Self::new(low, low_points, low_walls, depth + 1),
            high: Self::new(high, high_points, high_walls, depth + 1),
        }))
    }

    /// Whatever is on the way to a branch has been looked at before it.
    fn look(&self, bounds: Bounds, eye: Point, shadow: &mut Shadow, visit: &mut impl FnMut(u32)) {
        if silhouette(bounds, eye).is_some_and(|(a, b)| shadow.covers(angle(eye, a), angle(eye, b))) {
            return;
        }
        match self {
            Self::Leaf { points, walls } => {
                for &(p, index) in points {
                    let direction = angle(eye, p);
                    if !shadow.covers(direction, direction) && !walls.iter().any(|&(a, b)| touch(eye, p, a, b)) {
                        visit(index);
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
                near.0.look(near.1, eye, shadow, visit);
                far.0.look(far.1, eye, shadow, visit);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wayfinding::sight::SightGrid;
    use proptest::prelude::*;

    const BOUNDS: Bounds = Bounds {
        min: Point::new(-50.0, -20.0),
        max: Point::new(70.0, 90.0),
    };

    fn point() -> impl Strategy<Value = Point> {
        (-50.0..70.0, -20.0..90.0).prop_map(|(x, y)| Point::new(x, y))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

        #[test]
        fn the_tree_sees_what_looking_at_each_point_sees(
            walls in prop::collection::vec((point(), -9.0..9.0, -9.0..9.0), 0..120),
            points in prop::collection::vec(point(), 1..60),
        ) {
            let inside = |p: Point| Point::new(p.x.clamp(-50.0, 70.0), p.y.clamp(-20.0, 90.0));
            let walls: Vec<Wall> = walls.into_iter().map(|(p, x, y)| (p, inside(Point::new(p.x + x, p.y + y)))).collect();
            let grid = SightGrid::new(BOUNDS, walls.iter().copied());
            let indexed = points.iter().zip(0..).map(|(&p, i)| (p, i)).collect();
            let tree = VisibilityTree::new(BOUNDS, indexed, walls);
            let mut shadow = Shadow::default();
            for &eye in &points {
                let mut seen = Vec::new();
                shadow.clear();
                tree.look_from(eye, &mut shadow, |i| seen.push(i as usize));
                seen.sort_unstable();
                let slow: Vec<usize> = (0..points.len()).filter(|&i| grid.is_clear(eye, points[i])).collect();
                prop_assert_eq!(seen, slow);
            }
        }
    }
}
