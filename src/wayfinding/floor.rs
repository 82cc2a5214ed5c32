//! The free floor: where the middle of a walking person can be. Levels minus walls, stands, columns and fixtures, each kept a body's half-width away.

use super::shadow::Shadow;
use super::sight::SightTree;
use crate::venue::{Bounds, FreeFloor, LevelId, Point, Polygon, nearest_on_segment};

/// Half the width that a walking person needs, in metres: shoulders of 0.5 m and some sway. A gap must be twice as wide to be a way.
pub const CLEARANCE_M: f64 = 0.4;

/// Index into [`Floors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FloorId(u32);

impl FloorId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One connected piece of free floor. Openings and connectors join it to others.
#[derive(Debug)]
pub struct Floor {
    pub level: LevelId,
    bounds: Bounds,
    /// Free floor is to the left of each contour: the first runs counter-clockwise round it, the others clockwise round holes.
    contours: Vec<Vec<Point>>,
    sight: SightTree,
}

impl Floor {
    fn of(level: &LevelId, contours: &[Vec<Point>]) -> Option<Self> {
        let contours = contours.to_vec();
        let bounds = Bounds::of(contours.iter().flatten().copied())?;
        let sight = SightTree::new(bounds, borders(&contours).collect());
        Some(Self {
            level: level.clone(),
            bounds,
            contours,
            sight,
        })
    }

    /// Whether it is the same piece, drawn the same way.
    pub fn is_same(&self, other: &Self) -> bool {
        self.level == other.level && self.contours == other.contours
    }

    pub fn contours(&self) -> &[Vec<Point>] {
        &self.contours
    }

    pub fn contains(&self, p: Point) -> bool {
        self.bounds.grown(1e-6).overlaps(Bounds { min: p, max: p }) && self.sight.walls_east_of(p) % 2 == 1
    }

    /// Whether one can walk straight from `a` to `b`, both on this floor.
    pub fn is_clear(&self, a: Point, b: Point) -> bool {
        self.sight.is_clear(a, b)
    }

    /// Calls `visit` with each of the floor's nodes that one can walk to straight from `eye`, but for those in the directions of `shadow`.
    pub fn look_from(&self, eye: Point, shadow: &mut Shadow, visit: &mut dyn FnMut(Point, u32)) {
        self.sight.look_from(eye, shadow, visit);
    }

    /// The point on this floor nearest to `p`, a hair inside its border, with the distance to it.
    fn nearest(&self, p: Point) -> Option<(Point, f64)> {
        let (a, b, on_border) = borders(&self.contours)
            .map(|(a, b)| (a, b, nearest_on_segment(a, b, p)))
            .min_by(|(.., s), (.., t)| s.distance(p).total_cmp(&t.distance(p)))?;
        let length = a.distance(b);
        // The floor is to the left of its border.
        let inside = Point::new(
            on_border.x - (b.y - a.y) / length * HAIR_M,
            on_border.y + (b.x - a.x) / length * HAIR_M,
        );
        let candidate = if self.contains(inside) {
            inside
        } else {
            on_border.lerp(self.bounds.center(), 1e-4)
        };
        self.contains(candidate).then(|| (candidate, candidate.distance(p)))
    }
}

impl Floor {
    /// A point of this floor that is inside `area`, as near to `p` as its corners allow.
    pub fn nearest_within(&self, area: &Polygon, p: Point) -> Option<Point> {
        let inside = |point: &Point| area.contains(*point) && self.contains(*point);
        if inside(&p) {
            return Some(p);
        }
        let corners = self.contours.iter().flatten().copied();
        let on_border = borders(&self.contours).map(|(a, b)| nearest_on_segment(a, b, p));
        let nudged = corners.chain(on_border).flat_map(|point| {
            let nudges = [
                (HAIR_M, HAIR_M),
                (-HAIR_M, HAIR_M),
                (-HAIR_M, -HAIR_M),
                (HAIR_M, -HAIR_M),
            ];
            nudges.map(|(x, y)| Point::new(point.x + x, point.y + y))
        });
        nudged
            .filter(inside)
            .min_by(|a, b| a.distance(p).total_cmp(&b.distance(p)))
    }
}

/// How far inside the border a point is put so that it is surely on the floor.
pub(super) const HAIR_M: f64 = 0.01;

fn borders(contours: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    contours.iter().flat_map(|contour| {
        let n = contour.len();
        (0..n)
            .map(move |i| (contour[i], contour[(i + 1) % n]))
            .filter(|(a, b)| a != b)
    })
}

/// All pieces of free floor of a venue.
#[derive(Debug)]
pub struct Floors(Vec<Floor>);

impl Floors {
    pub fn of(levels: &[FreeFloor]) -> Self {
        let floors = levels.iter().flat_map(|free| {
            let pieces = free.pieces.iter();
            pieces.filter_map(|contours| Floor::of(&free.level, contours))
        });
        Self(floors.collect())
    }

    pub fn get(&self, id: FloorId) -> &Floor {
        &self.0[id.index()]
    }

    /// Makes a node known to the floor that it is on.
    pub fn add_node(&mut self, id: FloorId, point: Point, node: u32) {
        self.0[id.index()].sight.add_point(point, node);
    }

    pub fn iter(&self) -> impl Iterator<Item = (FloorId, &Floor)> {
        self.0.iter().enumerate().map(|(i, floor)| (FloorId(i as u32), floor))
    }

    /// The floor of `level` that `p` is on.
    pub fn at(&self, level: &LevelId, p: Point) -> Option<FloorId> {
        self.iter()
            .find(|(_, floor)| floor.level == *level && floor.contains(p))
            .map(|(id, _)| id)
    }

    /// Where one can stand nearest to `p`, at most `reach_m` away.
    pub fn nearest(&self, level: &LevelId, p: Point, reach_m: f64) -> Option<(FloorId, Point)> {
        if let Some(id) = self.at(level, p) {
            return Some((id, p));
        }
        self.iter()
            .filter(|(_, floor)| {
                floor.level == *level
                    && floor
                        .bounds
                        .grown(reach_m)
                        .overlaps(Bounds { min: p, max: p }.grown(1e-6))
            })
            .filter_map(|(id, floor)| floor.nearest(p).map(|(point, distance)| (id, point, distance)))
            .filter(|(.., distance)| *distance <= reach_m)
            .min_by(|(.., s), (.., t)| s.total_cmp(t))
            .map(|(id, point, _)| (id, point))
    }
}
