//! Seen by whom: from how much of the aisles near a stand, each place weighted by the walking routes through it, one sees the stand and its sign. Before, the
//! stand is as the plan has it, a block of its height; after, it is as designed. The same for each neighbour, who may lose or gain by it.

use super::case::Case;
use super::plane::Area;
use super::sight::{EYE_M, GRAZE_M, Screen};
use super::solids::Solid;
use crate::venue::{BoothId, Bounds, FixtureKind, LevelId, OpeningKind, Point, Venue, nearest_on_segment};
use crate::wayfinding::{NavGraph, RouteRequest, Stop};
use serde::Serialize;

/// One looks from aisles at most so far from the stand, in metres.
const VIEW_M: f64 = 30.0;
/// Places along an aisle are so far apart.
const SAMPLE_M: f64 = 2.0;
/// A route passes through a place that is so near.
const PASS_M: f64 = 2.5;
/// One looks at points of a stand at most so far apart.
const LOOK_M: f64 = 1.0;
/// Points that one looks at are so far before the surface.
const BEFORE_M: f64 = 0.01;
/// Routes lead to at most so many stands from each entrance: an even choice of them stands for all.
const MOST_GOALS: usize = 40;

/// The lines that visitors walk on one level.
#[derive(Clone, Debug, Default)]
pub struct Traffic(Vec<Vec<Point>>);

impl Traffic {
    /// From each entrance to an even choice of the stands.
    pub fn of(venue: &Venue, graph: &NavGraph, level: &LevelId) -> Self {
        let entrances = venue
            .openings()
            .iter()
            .filter(|opening| opening.kind == OpeningKind::Entrance);
        let every = venue.booths().len().div_ceil(MOST_GOALS).max(1);
        let mut lines = Vec::new();
        for entrance in entrances {
            for booth in venue.booths().iter().step_by(every) {
                let stop = |place| Stop::Place { place };
                let request = RouteRequest::between(stop((&entrance.id).into()), stop((&booth.id).into()));
                let Ok(route) = graph.route(venue, &request) else {
                    continue;
                };
                let stretches = route.points.chunk_by(|a, b| a.level == b.level);
                let here = stretches.filter(|stretch| stretch.len() > 1 && stretch[0].level == *level);
                lines.extend(here.map(|stretch| stretch.iter().map(|point| Point::new(point.x, point.y)).collect()));
            }
        }
        Self(lines)
    }

    /// What may pass somewhere within the bounds.
    fn within(&self, bounds: Bounds) -> Passing {
        let reach = bounds.grown(PASS_M);
        let near = |ab: &&[Point]| Bounds::of_segment(ab[0], ab[1]).grown(GRAZE_M).overlaps(reach);
        let of_line = |line: &Vec<Point>| line.windows(2).filter(near).map(|ab| (ab[0], ab[1])).collect();
        Passing(self.0.iter().map(of_line).collect())
    }
}

/// The sides of each route.
struct Passing(Vec<Vec<(Point, Point)>>);

impl Passing {
    /// How many routes pass there.
    fn at(&self, p: Point) -> usize {
        let is_near = |(a, b): &(Point, Point)| nearest_on_segment(*a, *b, p).distance(p) <= PASS_M;
        self.0.iter().filter(|sides| sides.iter().any(is_near)).count()
    }
}

/// A place on an aisle, for a map of who sees what.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ViewPlace {
    pub point: Point,
    /// How many of the routes pass through it.
    pub routes: usize,
    pub sees_before: bool,
    pub sees_after: bool,
    pub sees_sign: bool,
}

/// A share before and after, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShareChange {
    pub before: f64,
    pub after: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeenNeighbour {
    pub stand: BoothId,
    pub seen: ShareChange,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Views {
    pub level: LevelId,
    pub places: Vec<ViewPlace>,
    /// The share of the places that see the stand.
    pub seen: ShareChange,
    /// The share that sees its sign; `None` if it has none.
    pub sign: Option<f64>,
    /// Stands within view that gain or lose anything.
    pub neighbours: Vec<SeenNeighbour>,
}

/// Who sees the case's stand. Places that nobody passes count for nothing, unless nobody passes any.
pub fn views(case: &Case<'_>, traffic: &Traffic) -> Views {
    let hall = Hall::of(case);
    let places = hall.places(traffic);
    let block = hall.block();
    let designed: Vec<Screen> = case
        .solids
        .iter()
        .filter(|solid| !solid.see_through)
        .filter_map(screen)
        .collect();
    let (before, after) = (hall.screens(&block), hall.screens(&designed));
    let of_sign = |solid: &&Solid| case.design.parts[solid.part].kind.kit().sign;
    let prism = |solid: &Solid| looks(&solid.area, solid.from_m, solid.to_m);
    let planned = Target::new(looks(&case.footprint, 0.0, case.booth.height_m));
    let stand = Target::new(case.solids.iter().flat_map(prism).collect());
    let sign = Target::new(case.solids.iter().filter(of_sign).flat_map(prism).collect());
    let seen: Vec<ViewPlace> = places
        .iter()
        .map(|&(point, routes)| ViewPlace {
            point,
            routes,
            sees_before: planned.is_seen_from(point, &before),
            sees_after: stand.is_seen_from(point, &after),
            sees_sign: sign.is_seen_from(point, &after),
        })
        .collect();
    let share = |sees: &dyn Fn(usize) -> bool| share(&places, sees);
    let own = block.iter().chain(&designed).map(Screen::bounds).reduce(Bounds::union);
    let neighbours = hall.stands.iter().filter_map(|(id, block)| {
        let target = Target::new(looks(&block.area, block.from_m, block.to_m));
        let sees = |i: usize, screens: &[&Screen]| target.is_seen_from(places[i].0, screens);
        // From elsewhere the stand is not before it.
        let is_behind = |(point, _): &(Point, usize)| own.is_some_and(|own| target.is_behind(own, *point));
        let behind: Vec<usize> = (0..places.len()).filter(|i| is_behind(&places[*i])).collect();
        if behind.iter().all(|i| sees(*i, &before) == sees(*i, &after)) {
            return None;
        }
        let seen = ShareChange {
            before: share(&|i| sees(i, &before)),
            after: share(&|i| sees(i, &after)),
        };
        let stand = (*id).clone();
        (seen.before != seen.after).then_some(SeenNeighbour { stand, seen })
    });
    Views {
        level: case.level().clone(),
        seen: ShareChange {
            before: share(&|i| seen[i].sees_before),
            after: share(&|i| seen[i].sees_after),
        },
        sign: (!sign.looks.is_empty()).then(|| share(&|i| seen[i].sees_sign)),
        neighbours: neighbours.collect(),
        places: seen,
    }
}

fn share(places: &[(Point, usize)], sees: &dyn Fn(usize) -> bool) -> f64 {
    let nobody_walks = places.iter().all(|(_, routes)| *routes == 0);
    let weight = |i: usize| if nobody_walks { 1.0 } else { places[i].1 as f64 };
    let whole: f64 = (0..places.len()).map(weight).sum();
    let seeing: f64 = (0..places.len()).filter(|i| sees(*i)).map(weight).sum();
    if whole > 0.0 { seeing / whole } else { 0.0 }
}

fn screen(solid: &Solid) -> Option<Screen> {
    Screen::new(solid.area.clone(), solid.from_m, solid.to_m)
}

/// A point that one looks at, with its height, and the way out of the surface that it is before.
struct Look {
    at: (Point, f64),
    out: Point,
}

/// Points before all sides, in the middle of its height and at its top.
fn looks(area: &Area, from_m: f64, to_m: f64) -> Vec<Look> {
    let mut looks = Vec::new();
    for (a, b) in area.sides() {
        let length = a.distance(b);
        if length < BEFORE_M {
            continue;
        }
        // What is covered is to the left of its border.
        let out = Point::new((b.y - a.y) / length, (a.x - b.x) / length);
        let count = (length / LOOK_M).ceil();
        for i in 0..count as u32 {
            let on = a.lerp(b, (f64::from(i) + 0.5) / count);
            let before = Point::new(on.x + out.x * BEFORE_M, on.y + out.y * BEFORE_M);
            for height in [(from_m + to_m) / 2.0, to_m - BEFORE_M] {
                looks.push(Look {
                    at: (before, height),
                    out,
                });
            }
        }
    }
    looks
}

/// What one looks at.
struct Target {
    looks: Vec<Look>,
    bounds: Option<Bounds>,
}

impl Target {
    fn new(looks: Vec<Look>) -> Self {
        let bounds = Bounds::of(looks.iter().map(|look| look.at.0));
        Self { looks, bounds }
    }

    /// Whether what is within the bounds may be before any of it.
    fn is_behind(&self, bounds: Bounds, from: Point) -> bool {
        let between = self.bounds.and_then(|own| Bounds::of([own.min, own.max, from]));
        between.is_some_and(|between| between.grown(GRAZE_M).overlaps(bounds))
    }

    fn is_seen_from(&self, from: Point, screens: &[&Screen]) -> bool {
        let mut between = screens.to_vec();
        between.retain(|screen| self.is_behind(screen.bounds(), from));
        // What hid one point most often hides the next.
        let mut last = 0;
        self.looks.iter().any(|Look { at, out }| {
            let is_before = (from.x - at.0.x) * out.x + (from.y - at.0.y) * out.y > 0.0;
            let hides = |screen: &&Screen| screen.hides((from, EYE_M), *at);
            if !is_before || between.get(last).is_some_and(hides) {
                return false;
            }
            let hidden = between.iter().position(hides);
            last = hidden.unwrap_or(last);
            hidden.is_none()
        })
    }
}

/// What is round the stand, within view.
struct Hall<'c, 'v> {
    case: &'c Case<'v>,
    /// Other stands as blocks, those of other bookings as the plan has them.
    stands: Vec<(&'v BoothId, Screen)>,
    fixtures: Vec<Screen>,
}

impl<'c, 'v> Hall<'c, 'v> {
    fn of(case: &'c Case<'v>) -> Self {
        let venue = case.venue;
        let stands = venue.booths().iter().filter(|booth| {
            booth.id != case.booth.id
                && venue.unit(&booth.unit).is_some_and(|unit| unit.level == *case.level())
                && case.is_within(VIEW_M, &booth.footprint)
        });
        let fixtures = venue
            .fixtures()
            .iter()
            .filter(|fixture| fixture.level == *case.level() && case.is_within(VIEW_M, &fixture.footprint));
        let ceiling_m = case.unit.height_m.unwrap_or(f64::MAX);
        let standing = fixtures.filter_map(|fixture| {
            let high = match fixture.kind {
                // It hangs overhead, open.
                FixtureKind::Shutter => return None,
                FixtureKind::Power | FixtureKind::Water | FixtureKind::Air | FixtureKind::Data => return None,
                FixtureKind::Column | FixtureKind::Wall => fixture.height_m.unwrap_or(ceiling_m),
                FixtureKind::Hydrant | FixtureKind::Planter | FixtureKind::Furniture => fixture.height_m?,
            };
            Screen::new(Area::of(&fixture.footprint), 0.0, high)
        });
        Self {
            case,
            stands: stands
                .filter_map(|booth| Some((&booth.id, Screen::new(Area::of(&booth.footprint), 0.0, booth.height_m)?)))
                .collect(),
            fixtures: standing.collect(),
        }
    }

    fn block(&self) -> Vec<Screen> {
        Screen::new(self.case.footprint.clone(), 0.0, self.case.booth.height_m)
            .into_iter()
            .collect()
    }

    /// All that hides, with the stand itself as given.
    fn screens<'s>(&'s self, own: &'s [Screen]) -> Vec<&'s Screen> {
        let others = self.stands.iter().map(|(_, block)| block);
        own.iter().chain(others).chain(&self.fixtures).collect()
    }

    /// Where one stands and looks, with how many routes pass.
    fn places(&self, traffic: &Traffic) -> Vec<(Point, usize)> {
        let (venue, case) = (self.case.venue, self.case);
        let Some(reach) = case.footprint.bounds().map(|bounds| bounds.grown(VIEW_M)) else {
            return Vec::new();
        };
        let passing = traffic.within(reach);
        let mut places = Vec::new();
        let here = venue
            .aisles()
            .iter()
            .filter(|aisle| venue.unit(&aisle.unit).is_some_and(|unit| unit.level == *case.level()));
        for line in here.flat_map(|aisle| aisle.line.windows(2)) {
            let (from, to) = (line[0], line[1]);
            if !Bounds::of_segment(from, to).grown(GRAZE_M).overlaps(reach) {
                continue;
            }
            let count = (from.distance(to) / SAMPLE_M).ceil().max(1.0);
            for i in 0..count as u32 {
                let p = from.lerp(to, (f64::from(i) + 0.5) / count);
                let mut blocks = self.stands.iter().map(|(_, block)| block).chain(&self.fixtures);
                let is_far = case.footprint.distance_to(p) > VIEW_M;
                if !is_far && !case.footprint.contains(p) && !blocks.any(|block| block.covers(p)) {
                    places.push((p, passing.at(p)));
                }
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::Polygon;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_elsewhere_need_not_be_asked(
            boxes in proptest::collection::vec((0.0..20.0, 0.0..20.0, 0.1..4.0, 0.1..4.0, 0.5..5.0), 1..12),
            eyes in proptest::collection::vec((-2.0..24.0, -2.0..24.0), 20),
        ) {
            let area = |(x, y, width, depth, _): &(f64, f64, f64, f64, f64)| Area::of(&Polygon::rectangle(*x, *y, *width, *depth));
            let target = Target::new(looks(&area(&boxes[0]), 0.0, boxes[0].4));
            let all: Vec<Screen> = boxes.iter().filter_map(|each| Screen::new(area(each), 0.0, each.4)).collect();
            let screens: Vec<&Screen> = all.iter().collect();
            for eye in eyes.into_iter().map(|(x, y)| Point::new(x, y)) {
                let is_open = |Look { at, out }: &Look| {
                    (eye.x - at.0.x) * out.x + (eye.y - at.0.y) * out.y > 0.0
                        && screens.iter().all(|screen| !screen.hides((eye, EYE_M), *at))
                };
                prop_assert_eq!(target.is_seen_from(eye, &screens), target.looks.iter().any(is_open), "{:?}", eye);
            }
        }
    }
}
