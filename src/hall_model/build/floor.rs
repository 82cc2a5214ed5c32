//! Floors: each unit's own, with its aisles and its number painted on, darker where things stand on it. Nothing overlaps, so
//! nothing flickers from afar.

use super::extrude::{self, strip};
use super::ink::{AISLE, CONCOURSE, CORRIDOR, FLOOR, GROUND, Ink, WALL};
use super::lettering;
use super::mesh::Shape;
use super::region::Region;
use super::sheet::Storey;
use super::site::{SLAB_M, Site, layer};
use crate::venue::{
    Aisle, AisleKind, Bounds, FixtureKind, OpeningKind, Point, Polygon, Unit, UnitKind, nearest_on_segment,
};

/// Where shade begins and how light it is, by distance from what stands there.
const NEAR_THINGS: [(f64, f64); 3] = [(0.0, 0.75), (0.25, 0.875), (1.25, 1.0)];
const NEAR_WALLS: [(f64, f64); 3] = [(0.0, 0.6875), (0.5, 0.8125), (3.0, 1.0)];
/// Sizes that a hall's numeral may have, best first.
const NUMERAL_M: [f64; 6] = [20.0, 16.0, 12.0, 10.0, 8.0, 6.0];
/// How far the edge of the lowest floor reaches down.
const SKIRT_M: f64 = 0.15;

/// All floors of a storey in one shape.
pub fn build(site: &Site, storey: &Storey) -> Shape {
    let mut shape = Shape::default();
    let wells = site.wells(storey.level);
    let shade = Shade::of(site, storey);
    let booths = Region::union_of(storey.booths.iter().map(|booth| &booth.footprint));
    let furniture = storey.fixtures.iter().map(|fixture| &fixture.footprint);
    let amenities = storey.amenities.iter().filter_map(|amenity| amenity.footprint.as_ref());
    let standing = booths.or(&Region::union_of(furniture.chain(amenities)));
    let mut whole = Region::default();
    for unit in &storey.units {
        let own = own_floor(site, unit).without(&wells);
        whole = whole.or(&own);
        let mut left = own.without(&booths);
        for (paint, ink) in paints(site, unit, &standing) {
            let painted = left.and(&paint);
            left = left.without(&painted);
            shade.floor(&mut shape, &painted, ink);
        }
        shade.floor(&mut shape, &left, base(site, unit));
    }
    if site.is_lowest(storey.level) {
        extrude::sides(&mut shape, &whole, [-SKIRT_M, 0.0], WALL);
    } else {
        extrude::sides(&mut shape, &whole, [-SLAB_M, 0.0], WALL);
        extrude::ceiling(&mut shape, &whole, -SLAB_M, WALL);
    }
    shape
}

/// A unit's polygon less what lies on top of it.
pub fn own_floor(site: &Site, unit: &Unit) -> Region {
    let mut above = Vec::new();
    let mut before = true;
    for other in site.units_on(&unit.level) {
        if other.id == unit.id {
            before = false;
            continue;
        }
        if layer(other.kind) > layer(unit.kind) || (layer(other.kind) == layer(unit.kind) && before) {
            above.push(&other.polygon);
        }
    }
    Region::of(&unit.polygon).without(&Region::union_of(above))
}

fn base(site: &Site, unit: &Unit) -> Ink {
    match unit.kind {
        UnitKind::Hall => FLOOR,
        UnitKind::Room => FLOOR.mix(WALL, 0.5),
        UnitKind::Shop => FLOOR.mix(site.theme(unit), 0.12),
        UnitKind::Concourse => CONCOURSE,
        UnitKind::Corridor => CORRIDOR,
        UnitKind::Area => AISLE,
        UnitKind::Outdoor => GROUND,
    }
}

/// What is painted on a unit's floor, topmost first.
fn paints(site: &Site, unit: &Unit, standing: &Region) -> Vec<(Region, Ink)> {
    let theme = site.theme(unit);
    let mut paints = Vec::new();
    if let Some(number) = unit.number.as_deref().filter(|_| unit.kind == UnitKind::Hall)
        && let Some(numeral) = numeral(number, unit, standing, way_in(site, unit))
    {
        paints.push((numeral, FLOOR.mix(theme, 0.6)));
    }
    for (kind, ink) in [(AisleKind::Main, FLOOR.mix(theme, 0.18)), (AisleKind::Secondary, AISLE)] {
        let strips: Vec<Polygon> = site
            .venue
            .aisles()
            .iter()
            .filter(|aisle| aisle.unit == unit.id && aisle.kind == kind)
            .flat_map(aisle_strips)
            .collect();
        paints.push((Region::union_of(&strips), ink));
    }
    paints
}

/// The ground that an aisle covers: a strip along each part of its line, and a square at each bend.
fn aisle_strips(aisle: &Aisle) -> Vec<Polygon> {
    let half = aisle.width_m / 2.0;
    let bends = aisle.line.iter().skip(1).take(aisle.line.len().saturating_sub(2));
    aisle
        .line
        .windows(2)
        .filter_map(|ends| strip(ends[0], ends[1], aisle.width_m))
        .chain(bends.map(|p| Polygon::rectangle(p.x - half, p.y - half, aisle.width_m, aisle.width_m)))
        .collect()
}

/// The way that most people look who come in, along an axis: from the side with the widest openings.
fn way_in(site: &Site, unit: &Unit) -> Point {
    let mut sides = [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)].map(|(x, y)| (Point::new(x, y), 0.0));
    for opening in site.venue.openings() {
        if opening.kind == OpeningKind::EmergencyExit || !opening.between.contains(&unit.id) {
            continue;
        }
        let middle = opening.from.lerp(opening.to, 0.5);
        let to_side = |i: &usize| {
            let nearest = unit.polygon.side(*i).map(|(a, b)| nearest_on_segment(a, b, middle));
            nearest.map_or(f64::INFINITY, |nearest| nearest.distance(middle))
        };
        let side = (0..unit.polygon.points().len()).min_by(|a, b| to_side(a).total_cmp(&to_side(b)));
        let Some(out) = side.and_then(|side| unit.polygon.outward(side)) else {
            continue;
        };
        let inwards = |way: &Point| -(way.x * out.x + way.y * out.y);
        if let Some((_, width)) = sides.iter_mut().max_by(|a, b| inwards(&a.0).total_cmp(&inwards(&b.0))) {
            *width += opening.from.distance(opening.to);
        }
    }
    // The first of equals.
    let widest = sides.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    widest.map_or(Point::new(0.0, 1.0), |(way, _)| way)
}

/// The unit's number as large as its free floor allows, as near to the middle as may be.
fn numeral(number: &str, unit: &Unit, standing: &Region, ahead: Point) -> Option<Region> {
    let bounds = unit.polygon.bounds()?;
    let taken: Vec<Bounds> = standing.borders().filter_map(|border| border.bounds()).collect();
    let middle = bounds.center();
    NUMERAL_M.into_iter().find_map(|height| {
        let across = lettering::width(number) * height / 2.0 + 0.5;
        let along = lettering::depth(number) * height + 0.5;
        let (half_w, half_h) = if ahead.x == 0.0 {
            (across, along)
        } else {
            (along, across)
        };
        let free = |p: Point| {
            let spot = Bounds {
                min: Point::new(p.x - half_w, p.y - half_h),
                max: Point::new(p.x + half_w, p.y + half_h),
            };
            let corners = [
                spot.min,
                spot.max,
                Point::new(spot.min.x, spot.max.y),
                Point::new(spot.max.x, spot.min.y),
            ];
            corners.iter().all(|corner| unit.polygon.contains(*corner)) && !taken.iter().any(|b| b.overlaps(spot))
        };
        let steps = |low: f64, high: f64| (0..=((high - low) as usize)).map(move |i| low + i as f64);
        steps(bounds.min.x, bounds.max.x)
            .flat_map(|x| steps(bounds.min.y, bounds.max.y).map(move |y| Point::new(x, y)))
            .filter(|p| free(*p))
            .min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)))
            .map(|at| lettering::painted(number, at, height, ahead))
    })
}

/// The shade on a storey's floor.
struct Shade {
    things: Vec<(Bounds, Polygon)>,
    walls: Vec<(Bounds, Polygon)>,
    /// The floor nearest to things and walls, and the floor not far from them.
    near: Region,
    around: Region,
}

impl Shade {
    fn of(site: &Site, storey: &Storey) -> Self {
        let standing = |kind| matches!(kind, FixtureKind::Column | FixtureKind::Wall | FixtureKind::Furniture);
        let things: Vec<&Polygon> = storey
            .booths
            .iter()
            .map(|booth| &booth.footprint)
            .chain(
                storey
                    .fixtures
                    .iter()
                    .filter(|fixture| standing(fixture.kind))
                    .map(|fixture| &fixture.footprint),
            )
            .collect();
        let walls: Vec<&Polygon> = site
            .units_on(&storey.level.id)
            .filter(|unit| unit.kind.is_walled())
            .map(|unit| &unit.polygon)
            .collect();
        let (all_things, all_walls) = (
            Region::union_of(things.iter().copied()),
            Region::union_of(walls.iter().copied()),
        );
        let band = |i: usize| {
            let along_walls = walls.iter().fold(all_walls.grown(NEAR_WALLS[i].0), |band, wall| {
                band.without(&Region::of(wall).grown(-NEAR_WALLS[i].0))
            });
            all_things.grown(NEAR_THINGS[i].0).or(&along_walls)
        };
        let boxed = |polygons: Vec<&Polygon>| {
            polygons
                .into_iter()
                .filter_map(|polygon| Some((polygon.bounds()?, polygon.clone())))
                .collect()
        };
        Self {
            near: band(1),
            around: band(2),
            things: boxed(things),
            walls: boxed(walls),
        }
    }

    /// Lays a floor, cut along the edges of the shade.
    fn floor(&self, shape: &mut Shape, region: &Region, ink: Ink) {
        if region.is_empty() {
            return;
        }
        let outside = region.without(&self.around);
        let inside = region.and(&self.around);
        for part in [outside, inside.without(&self.near), inside.and(&self.near)] {
            extrude::floor(shape, &part, 0.0, ink, |p| self.light(p));
        }
    }

    fn light(&self, p: Point) -> f64 {
        let light = ramp(&NEAR_THINGS, distance(&self.things, p, NEAR_THINGS[2].0))
            * ramp(&NEAR_WALLS, distance(&self.walls, p, NEAR_WALLS[2].0));
        (light * 16.0).round() / 16.0
    }
}

/// The distance to the nearest border, as far as `farthest`.
fn distance(polygons: &[(Bounds, Polygon)], p: Point, farthest: f64) -> f64 {
    polygons
        .iter()
        .filter(|(bounds, _)| {
            let near = bounds.grown(farthest);
            near.min.x < p.x && p.x < near.max.x && near.min.y < p.y && p.y < near.max.y
        })
        .map(|(_, polygon)| polygon.distance_to_border(p))
        .fold(farthest, f64::min)
}

/// The value at `x` on the line through the knots.
fn ramp(knots: &[(f64, f64); 3], x: f64) -> f64 {
    let [(x0, y0), (x1, y1), (x2, y2)] = *knots;
    if x <= x1 {
        y0 + (y1 - y0) * ((x - x0) / (x1 - x0)).max(0.0)
    } else {
        y1 + (y2 - y1) * ((x - x1) / (x2 - x1)).min(1.0)
    }
}
