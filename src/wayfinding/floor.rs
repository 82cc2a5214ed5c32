//! The free floor: where the middle of a walking person can be. Levels minus walls, stands, columns and fixtures, each kept a body's half-width away.

use super::shadow::Shadow;
use super::sight::SightTree;
use crate::venue::{Bounds, FixtureKind, Level, LevelId, OpeningKind, Point, Polygon, Unit, Venue, nearest_on_segment};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::single::SingleFloatOverlay;
use i_overlay::mesh::float::outline::offset::OutlineOffset;
use i_overlay::mesh::float::style::{LineJoin, OutlineStyle};

/// Half the width that a walking person needs, in metres: shoulders of 0.5 m and some sway. A gap must be twice as wide to be a way.
pub const CLEARANCE_M: f64 = 0.4;

/// Interior angles sharper than this are cut off when the floor is shrunk, so that a thin spike does not reach far (radians).
const SHARPEST_MITER: f64 = 0.5;

/// Open units drawn at most so far apart are one floor, in metres.
const DRAWN_GAP_M: f64 = 0.1;

type Contour = Vec<[f64; 2]>;
type Shape = Vec<Contour>;

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
    fn of(level: &LevelId, shape: &Shape) -> Option<Self> {
        let contours: Vec<Vec<Point>> = shape
            .iter()
            .map(|contour| contour.iter().map(|&point| point.into()).collect())
            .collect();
        let bounds = Bounds::of(contours.iter().flatten().copied())?;
        let sight = SightTree::new(bounds, borders(&contours).collect());
        Some(Self {
            level: level.clone(),
            bounds,
            contours,
            sight,
        })
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
    pub fn of(venue: &Venue) -> Self {
        let floors = venue.levels().iter().flat_map(|level| {
            free_shapes(venue, level)
                .into_iter()
                .filter_map(|shape| Floor::of(&level.id, &shape))
                .collect::<Vec<_>>()
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

/// The free floor of a level, shape by shape: walled units each on their own, then all open units together.
fn free_shapes(venue: &Venue, level: &Level) -> Vec<Shape> {
    let units: Vec<&Unit> = venue.units().iter().filter(|unit| unit.level == level.id).collect();
    let (walled, open): (Vec<&Unit>, Vec<&Unit>) = units.into_iter().partition(|unit| unit.kind.is_walled());
    let obstacles = obstacles(venue, &level.id);
    let mut shapes = Vec::new();
    for unit in &walled {
        // A room inside a hall is no part of the hall's floor.
        let inner = walled
            .iter()
            .filter(|other| other.id != unit.id && other.polygon.area() < unit.polygon.area());
        let inner = inner.filter_map(|other| bounded(&other.polygon));
        let taken = inner.chain(obstacles.iter().copied());
        shapes.extend(shrunk_difference(&[&unit.polygon], taken));
    }
    let open: Vec<&Polygon> = open.iter().map(|unit| &unit.polygon).collect();
    let walled = walled.iter().filter_map(|unit| bounded(&unit.polygon));
    let taken = walled.chain(obstacles.iter().copied());
    shapes.extend(shrunk_difference(&open, taken));
    shapes
}

/// Whatever nobody walks through on that level.
fn obstacles<'v>(venue: &'v Venue, level: &LevelId) -> Vec<Bounded<'v>> {
    let on_level = |id: &LevelId| id == level;
    let booths = venue
        .booths()
        .iter()
        .filter(|booth| venue.unit(&booth.unit).is_some_and(|unit| on_level(&unit.level)))
        .map(|booth| &booth.footprint);
    // A fire shutter hangs overhead.
    let fixtures = venue
        .fixtures()
        .iter()
        .filter(|fixture| on_level(&fixture.level) && fixture.kind != FixtureKind::Shutter)
        .map(|fixture| &fixture.footprint);
    let amenities = venue
        .amenities()
        .iter()
        .filter(|amenity| on_level(&amenity.level))
        .filter_map(|amenity| amenity.footprint.as_ref());
    let connectors = venue
        .connectors()
        .iter()
        .flat_map(|connector| &connector.ends)
        .filter(|end| on_level(&end.level))
        .filter_map(|end| end.footprint.as_ref());
    let all = booths.chain(fixtures).chain(amenities).chain(connectors);
    all.filter_map(bounded).collect()
}

/// A polygon and the box round it, which is asked for again and again.
type Bounded<'v> = (&'v Polygon, Bounds);

fn bounded(polygon: &Polygon) -> Option<Bounded<'_>> {
    polygon.bounds().map(|bounds| (polygon, bounds))
}

/// The union of `whole` less the union of `taken`, then shrunk by [`CLEARANCE_M`].
fn shrunk_difference<'a>(whole: &[&Polygon], taken: impl Iterator<Item = Bounded<'a>>) -> Vec<Shape> {
    let Some(bounds) = whole
        .iter()
        .filter_map(|polygon| polygon.bounds())
        .reduce(Bounds::union)
    else {
        return Vec::new();
    };
    let drawn: Vec<Contour> = whole.iter().map(|polygon| counter_clockwise(polygon)).collect();
    // Units that share a border are rarely drawn to the last digit: hairlines between them would cut the floor in two.
    let subject: Vec<Shape> = outline(outline(drawn, DRAWN_GAP_M / 2.0), -DRAWN_GAP_M / 2.0);
    let clip: Vec<Contour> = taken
        .filter(|(_, other)| other.overlaps(bounds))
        .map(|(polygon, _)| counter_clockwise(polygon))
        .collect();
    let free: Vec<Shape> = subject.overlay(&clip, OverlayRule::Difference, FillRule::NonZero);
    outline(free, -CLEARANCE_M)
}

fn outline(shapes: impl OutlineOffset<[f64; 2]>, by_m: f64) -> Vec<Shape> {
    shapes.outline(&OutlineStyle::new(by_m).line_join(LineJoin::Miter(SHARPEST_MITER)))
}

/// All one way round, so that overlapping polygons add up instead of cancelling.
fn counter_clockwise(polygon: &Polygon) -> Contour {
    let points = polygon.points().iter().map(|&point| point.into());
    if polygon.signed_area() < 0.0 {
        points.rev().collect()
    } else {
        points.collect()
    }
}

/// Border segments `[x1, y1, x2, y2]` of all free floor of a level, with the openings that a walker uses cut through.
pub fn walls(floors: &Floors, venue: &Venue, level: &LevelId) -> Vec<[f64; 4]> {
    let shapes: Vec<Shape> = floors
        .iter()
        .filter(|(_, floor)| floor.level == *level)
        .map(|(_, floor)| {
            floor
                .contours
                .iter()
                .map(|contour| contour.iter().map(|&point| point.into()).collect())
                .collect()
        })
        .collect();
    let passages: Vec<Contour> = venue
        .openings()
        .iter()
        .filter(|opening| opening.kind != OpeningKind::EmergencyExit && opening.between.len() == 2)
        .filter(|opening| {
            opening
                .between
                .iter()
                .all(|unit| venue.unit(unit).is_some_and(|unit| unit.level == *level))
        })
        .filter_map(|opening| passage(opening.from, opening.to))
        .collect();
    let joined: Vec<Shape> = shapes.overlay(&passages, OverlayRule::Union, FillRule::NonZero);
    joined
        .iter()
        .flatten()
        .flat_map(|contour| (0..contour.len()).map(|i| (contour[i], contour[(i + 1) % contour.len()])))
        .map(|(a, b)| [a[0], a[1], b[0], b[1]])
        .collect()
}

/// How deep an opening is, at most, from floor to floor: both clearances, a thick wall and a hair.
const PASSAGE_DEPTH_M: f64 = 2.0 * CLEARANCE_M + 0.5;

/// The strip through an opening on which one's middle can be; `None` if it is too narrow.
fn passage(from: Point, to: Point) -> Option<Contour> {
    let length = from.distance(to);
    if length <= 2.0 * CLEARANCE_M {
        return None;
    }
    let (along, deep) = (CLEARANCE_M / length, PASSAGE_DEPTH_M / 2.0 / length);
    let (a, b) = (from.lerp(to, along), from.lerp(to, 1.0 - along));
    let normal = Point::new(-(to.y - from.y) * deep, (to.x - from.x) * deep);
    let corners = Polygon(vec![
        Point::new(a.x - normal.x, a.y - normal.y),
        Point::new(b.x - normal.x, b.y - normal.y),
        Point::new(b.x + normal.x, b.y + normal.y),
        Point::new(a.x + normal.x, a.y + normal.y),
    ]);
    Some(counter_clockwise(&corners))
}
