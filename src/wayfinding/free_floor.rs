//! The free floor of a venue, worked out from its geometry (polygon work by `i_overlay`). `fairway build` writes it into the bundle: what a phone need not do.

use super::CLEARANCE_M;
use crate::venue::{Bounds, FixtureKind, FreeFloor, Level, LevelId, Opening, OpeningKind, Point, Polygon, Unit, Venue};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::single::SingleFloatOverlay;
use i_overlay::mesh::float::outline::offset::OutlineOffset;
use i_overlay::mesh::float::style::{LineJoin, OutlineStyle};

/// Interior angles sharper than this are cut off when the floor is shrunk, so that a thin spike does not reach far (radians).
const SHARPEST_MITER: f64 = 0.5;

/// Open units drawn at most so far apart are one floor, in metres.
const DRAWN_GAP_M: f64 = 0.1;

type Contour = Vec<[f64; 2]>;
type Shape = Vec<Contour>;

/// The free floor of each level.
pub fn free_floor(venue: &Venue) -> Vec<FreeFloor> {
    let levels = venue.levels().iter().map(|level| {
        let shapes = free_shapes(venue, level);
        let walls = walls(venue, level, &shapes);
        FreeFloor {
            level: level.id.clone(),
            pieces: shapes.iter().map(|shape| contours(shape)).collect(),
            walls: contours(&walls),
        }
    });
    levels.collect()
}

/// As files have it, so that all programs see the same. To a ten-thousandth of a millimetre: what is coarser bends walls that are straight, and the
/// corners at the bends lose ways.
fn contours(contours: &[Contour]) -> Vec<Vec<Point>> {
    let rounded = |metres: f64| (metres * 1e7).round() / 1e7;
    let point = |[x, y]: [f64; 2]| Point::new(rounded(x), rounded(y));
    let contours = contours.iter();
    contours
        .map(|contour| contour.iter().map(|&corner| point(corner)).collect())
        .collect()
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

/// The border of all free floor of a level, with the openings that a walker uses cut through.
fn walls(venue: &Venue, level: &Level, shapes: &[Shape]) -> Vec<Contour> {
    let is_here = |opening: &Opening| {
        let units = opening.between.iter().map(|unit| venue.unit(unit));
        let mut levels = units.map(|unit| unit.map(|unit| &unit.level));
        levels.all(|of_unit| of_unit == Some(&level.id))
    };
    let passages: Vec<Contour> = venue
        .openings()
        .iter()
        .filter(|opening| opening.kind != OpeningKind::EmergencyExit && opening.between.len() == 2)
        .filter(|opening| is_here(opening))
        .filter_map(|opening| passage(opening.from, opening.to))
        .collect();
    let joined: Vec<Shape> = shapes
        .to_vec()
        .overlay(&passages, OverlayRule::Union, FillRule::NonZero);
    joined.into_iter().flatten().collect()
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
