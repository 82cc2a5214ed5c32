//! Seen by whom: from how much of the aisles near a stand, each place weighted by the walking routes through it, one sees the stand and its sign. Before, the
//! stand is as the plan has it, a block of its height; after, it is as designed. The same for each neighbour, who may lose or gain by it.

use super::case::Case;
use super::plane::Area;
use super::sight::{EYE_M, Screen};
use super::solids::Solid;
use crate::venue::{BoothId, FixtureKind, LevelId, OpeningKind, Point, Polygon, Venue, nearest_on_segment};
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

    /// How many routes pass there.
    fn at(&self, p: Point) -> usize {
        let passes = |line: &&Vec<Point>| {
            line.windows(2)
                .any(|ab| nearest_on_segment(ab[0], ab[1], p).distance(p) <= PASS_M)
        };
        self.0.iter().filter(passes).count()
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
    let before = hall.screens(&hall.block());
    let designed: Vec<Screen> = case
        .solids
        .iter()
        .filter(|solid| !solid.see_through)
        .filter_map(screen)
        .collect();
    let after = hall.screens(&designed);
    let of_sign = |solid: &&Solid| case.design.parts[solid.part].kind.kit().sign;
    let block = looks(&case.footprint, 0.0, case.booth.height_m);
    let stand: Vec<Look> = case
        .solids
        .iter()
        .flat_map(|solid| looks(&solid.area, solid.from_m, solid.to_m))
        .collect();
    let sign: Vec<Look> = case
        .solids
        .iter()
        .filter(of_sign)
        .flat_map(|solid| looks(&solid.area, solid.from_m, solid.to_m))
        .collect();
    let seen: Vec<ViewPlace> = places
        .iter()
        .map(|&(point, routes)| ViewPlace {
            point,
            routes,
            sees_before: sees(point, &block, &before),
            sees_after: sees(point, &stand, &after),
            sees_sign: sees(point, &sign, &after),
        })
        .collect();
    let share = |sees: &dyn Fn(usize) -> bool| share(&places, sees);
    let neighbours = hall.stands.iter().filter_map(|(id, block)| {
        let looks = looks(&block.area, block.from_m, block.to_m);
        let among = |screens: &[Screen]| share(&|i| sees(places[i].0, &looks, screens));
        let change = ShareChange {
            before: among(&before),
            after: among(&after),
        };
        (change.before != change.after).then(|| SeenNeighbour {
            stand: (*id).clone(),
            seen: change,
        })
    });
    Views {
        level: case.level().clone(),
        seen: ShareChange {
            before: share(&|i| seen[i].sees_before),
            after: share(&|i| seen[i].sees_after),
        },
        sign: (!sign.is_empty()).then(|| share(&|i| seen[i].sees_sign)),
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

fn sees(from: Point, looks: &[Look], screens: &[Screen]) -> bool {
    looks.iter().any(|Look { at, out }| {
        let is_before = (from.x - at.0.x) * out.x + (from.y - at.0.y) * out.y > 0.0;
        is_before && !screens.iter().any(|screen| screen.hides((from, EYE_M), *at))
    })
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
        let near = |polygon: &Polygon| Area::of(polygon).distance(&case.footprint) <= VIEW_M;
        let stands = venue.booths().iter().filter(|booth| {
            booth.id != case.booth.id
                && venue.unit(&booth.unit).is_some_and(|unit| unit.level == *case.level())
                && near(&booth.footprint)
        });
        let fixtures = venue
            .fixtures()
            .iter()
            .filter(|fixture| fixture.level == *case.level() && near(&fixture.footprint));
        let ceiling_m = case.unit.height_m.unwrap_or(f64::MAX);
        let standing = fixtures.filter_map(|fixture| {
            let high = match fixture.kind {
                // It hangs overhead, open.
                FixtureKind::Shutter => return None,
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
    fn screens(&self, own: &[Screen]) -> Vec<Screen> {
        let others = self.stands.iter().map(|(_, block)| block);
        own.iter().chain(others).chain(&self.fixtures).cloned().collect()
    }

    /// Where one stands and looks, with how many routes pass.
    fn places(&self, traffic: &Traffic) -> Vec<(Point, usize)> {
        let venue = self.case.venue;
        let mut places = Vec::new();
        let here = venue.aisles().iter().filter(|aisle| {
            venue
                .unit(&aisle.unit)
                .is_some_and(|unit| unit.level == *self.case.level())
        });
        for line in here.flat_map(|aisle| aisle.line.windows(2)) {
            let count = (line[0].distance(line[1]) / SAMPLE_M).ceil().max(1.0);
            for i in 0..count as u32 {
                let p = line[0].lerp(line[1], (f64::from(i) + 0.5) / count);
                let is_taken = self
                    .stands
                    .iter()
                    .map(|(_, block)| block)
                    .chain(&self.fixtures)
                    .any(|block| block.area.contains(p));
                if self.case.footprint.distance_to(p) <= VIEW_M && !self.case.footprint.contains(p) && !is_taken {
                    places.push((p, traffic.at(p)));
                }
            }
        }
        places
    }
}
