//! The free floor of a venue, worked out from its geometry (polygon work by `i_overlay`). `fairway build` writes it into the bundle: what a phone need not do.

use super::CLEARANCE_M;
use crate::venue::{Bounds, FreeFloor, Level, LevelId, Opening, OpeningKind, Point, Polygon, Unit, Venue};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::single::SingleFloatOverlay;
use i_overlay::mesh::float::outline::offset::OutlineOffset;
use i_overlay::mesh::float::style::{LineJoin, OutlineStyle};
use std::sync::Arc;

/// Interior angles sharper than this are cut off when the floor is shrunk, so that a thin spike does not reach far (radians).
const SHARPEST_MITER: f64 = 0.5;

/// Open units drawn at most so far apart are one floor, in metres.
const DRAWN_GAP_M: f64 = 0.1;

type Contour = Vec<[f64; 2]>;
type Shape = Vec<Contour>;

/// The free floor of each level.
pub fn free_floor(venue: &Venue) -> Vec<FreeFloor> {
    FreeFloors::of(venue).levels
}

/// The free floor of each level, and how it was worked out: when something moves, the units that it stands in are done again, and the others kept.
#[derive(Debug)]
pub struct FreeFloors {
    pub levels: Vec<FreeFloor>,
    patches: Vec<Arc<Patch>>,
}

impl FreeFloors {
    pub fn of(venue: &Venue) -> Self {
        Self::knowing(&[], venue)
    }

    /// Of the same venue in which a little has changed.
    pub fn remade(&self, venue: &Venue) -> Self {
        Self::knowing(&self.patches, venue)
    }

    fn knowing(known: &[Arc<Patch>], venue: &Venue) -> Self {
        let mut made = Self {
            levels: Vec::new(),
            patches: Vec::new(),
        };
        for level in venue.levels() {
            let patches: Vec<Arc<Patch>> = grounds(venue, level)
                .into_iter()
                .map(|ground| match known.iter().find(|patch| patch.ground == ground) {
                    Some(patch) => patch.clone(),
                    None => Arc::new(Patch::of(ground)),
                })
                .collect();
            let shapes: Vec<&Shape> = patches.iter().flat_map(|patch| &patch.free).collect();
            made.levels.push(FreeFloor {
                level: level.id.clone(),
                pieces: shapes.iter().map(|shape| contours(shape)).collect(),
                walls: contours(&walls(venue, level, &shapes)),
            });
            made.patches.extend(patches);
        }
        made
    }
}

/// What the free floor of a unit, or of all open ones together, depends on.
#[derive(Debug, PartialEq)]
struct Ground {
    drawn: Vec<Contour>,
    /// Whatever nobody walks through.
    taken: Vec<Contour>,
}

#[derive(Debug)]
struct Patch {
    ground: Ground,
    free: Vec<Shape>,
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

/// Walled units each on their own, then all open units together.
fn grounds(venue: &Venue, level: &Level) -> Vec<Ground> {
    let units: Vec<&Unit> = venue.units().iter().filter(|unit| unit.level == level.id).collect();
    let (walled, open): (Vec<&Unit>, Vec<&Unit>) = units.into_iter().partition(|unit| unit.kind.is_walled());
    let obstacles = obstacles(venue, &level.id);
    let each = walled.iter().filter_map(|unit| {
        // A room inside a hall is no part of the hall's floor.
        let inner = walled
            .iter()
            .filter(|other| other.id != unit.id && other.polygon.area() < unit.polygon.area());
        let inner = inner.filter_map(|other| bounded(&other.polygon));
        Ground::of(&[&unit.polygon], inner.chain(obstacles.iter().copied()))
    });
    let open: Vec<&Polygon> = open.iter().map(|unit| &unit.polygon).collect();
    let around = walled.iter().filter_map(|unit| bounded(&unit.polygon));
    let together = Ground::of(&open, around.chain(obstacles.iter().copied()));
    each.chain(together).collect()
}

/// Whatever nobody walks through on that level.
fn obstacles<'v>(venue: &'v Venue, level: &LevelId) -> Vec<Bounded<'v>> {
    let on_level = |id: &LevelId| id == level;
    let booths = venue
        .booths()
        .iter()
        .filter(|booth| venue.unit(&booth.unit).is_some_and(|unit| on_level(&unit.level)))
        .map(|booth| &booth.footprint);
    let fixtures = venue
        .fixtures()
        .iter()
        .filter(|fixture| on_level(&fixture.level) && fixture.kind.is_in_the_way())
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

impl Ground {
    /// Of units, less what of `taken` is near one of them; `None` without units.
    fn of<'a>(units: &[&Polygon], taken: impl Iterator<Item = Bounded<'a>>) -> Option<Self> {
        let bounds: Vec<Bounds> = units.iter().filter_map(|polygon| polygon.bounds()).collect();
        let near = taken.filter(|(_, other)| bounds.iter().any(|unit| unit.overlaps(*other)));
        (!bounds.is_empty()).then(|| Self {
            drawn: units.iter().map(|polygon| polygon.counter_clockwise()).collect(),
            taken: near.map(|(polygon, _)| polygon.counter_clockwise()).collect(),
        })
    }
}

impl Patch {
    /// What is drawn less what is taken, then shrunk by [`CLEARANCE_M`].
    fn of(ground: Ground) -> Self {
        // Units that share a border are rarely drawn to the last digit: hairlines between them would cut the floor in two.
        let subject = outline(outline(ground.drawn.clone(), DRAWN_GAP_M / 2.0), -DRAWN_GAP_M / 2.0);
        let free: Vec<Shape> = subject.overlay(&ground.taken, OverlayRule::Difference, FillRule::NonZero);
        Self {
            free: outline(free, -CLEARANCE_M),
            ground,
        }
    }
}

fn outline(shapes: impl OutlineOffset<[f64; 2]>, by_m: f64) -> Vec<Shape> {
    shapes.outline(&OutlineStyle::new(by_m).line_join(LineJoin::Miter(SHARPEST_MITER)))
}

/// The border of all free floor of a level, with the openings that a walker uses cut through.
fn walls(venue: &Venue, level: &Level, shapes: &[&Shape]) -> Vec<Contour> {
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
    // The border of a stand that no passage comes near stays as it is.
    let cuts: Vec<Bounds> = passages.iter().filter_map(bounds).collect();
    let is_cut = |contour: &&Contour| bounds(contour).is_some_and(|bounds| cuts.iter().any(|cut| cut.overlaps(bounds)));
    let all = shapes.iter().flat_map(|shape| shape.iter());
    let (cut, whole): (Vec<&Contour>, Vec<&Contour>) = all.partition(is_cut);
    let cut: Vec<Contour> = cut.into_iter().cloned().collect();
    let joined: Vec<Shape> = cut.overlay(&passages, OverlayRule::Union, FillRule::NonZero);
    joined.into_iter().flatten().chain(whole.into_iter().cloned()).collect()
}

fn bounds(contour: &Contour) -> Option<Bounds> {
    Bounds::of(contour.iter().map(|&corner| corner.into()))
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
    Some(corners.counter_clockwise())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Options, generate};

    #[test]
    fn only_the_floor_round_a_stand_that_has_moved_is_worked_out_again() {
        let mut files = generate(&Options {
            booths: Options::FEWEST_BOOTHS,
            seed: 1,
        });
        let before = FreeFloors::of(&Venue::new(files.clone()).unwrap());
        let footprint = &mut files.layout.booths[0].footprint;
        *footprint = Polygon(footprint.points().iter().map(|p| Point::new(p.x + 0.1, p.y)).collect());
        let venue = Venue::new(files).unwrap();
        let after = before.remade(&venue);
        assert_eq!(after.levels, free_floor(&venue));
        assert_ne!(after.levels, before.levels);
        let anew = after
            .patches
            .iter()
            .filter(|patch| !before.patches.iter().any(|known| Arc::ptr_eq(known, patch)));
        // The hall that it stands in, and the floor outside, which the hall's doors are on.
        assert_eq!((anew.count(), after.patches.len() > 20), (2, true));
    }
}
