//! Room before exits, and round what stands or hangs in the hall.

use crate::placement::case::{About, Bound, Case, Covering, Found, heights};
use crate::placement::finding::{Mark, Measure};
use crate::placement::plane::{Area, strip};
use crate::placement::solids::{Role, Solid};
use crate::venue::{FixtureKind, Point, Polygon};
use std::cell::LazyCell;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let standing = case.by_part(&|solid| solid.role != Role::Hangs);
    for (measure, kind) in [
        (Measure::HydrantClearance, FixtureKind::Hydrant),
        (Measure::ColumnClearance, FixtureKind::Column),
        (Measure::ShutterClearance, FixtureKind::Shutter),
    ] {
        for rule in found.limits(case, measure) {
            for fixture in case.fixtures(kind) {
                let clear_of = Area::of(&fixture.footprint);
                for (part, solids, area) in standing
                    .iter()
                    .filter(|(.., area)| area.is_within(rule.value, &clear_of))
                {
                    found.hold(rule, measure, Bound::AtLeast, area.distance(&clear_of), || About {
                        parts: case.part(*part),
                        beside: Some(fixture.id.to_string()),
                        mark: Mark::new(case.level(), area, heights(solids.iter().copied())),
                    });
                }
            }
        }
    }
    walls(case, &standing, found);
    exits(case, found);
    under_shutters(case, found);
}

fn walls(case: &Case<'_>, standing: &[Covering<'_>], found: &mut Found) {
    let hall = &case.unit.polygon;
    let rooms = case.venue.units().iter().filter(|unit| {
        unit.kind.is_walled()
            && unit.level == *case.level()
            && unit.id != case.unit.id
            && unit.polygon.area() < hall.area()
    });
    let mut walls: Vec<(&str, &Polygon)> = vec![(case.unit.id.as_str(), hall)];
    walls.extend(rooms.map(|room| (room.id.as_str(), &room.polygon)));
    walls.extend(
        case.fixtures(FixtureKind::Wall)
            .map(|wall| (wall.id.as_str(), &wall.footprint)),
    );
    let near = case.near();
    walls.retain(|(_, wall)| wall.bounds().is_some_and(|bounds| bounds.overlaps(near)));
    for rule in found.limits(case, Measure::WallClearance) {
        for (part, solids, area) in standing {
            let Some((measured, wall)) = walls
                .iter()
                .map(|(id, wall)| (area.distance_to_lines(wall.sides()), id))
                .min_by(|a, b| a.0.total_cmp(&b.0))
            else {
                continue;
            };
            found.hold(rule, Measure::WallClearance, Bound::AtLeast, measured, || About {
                parts: case.part(*part),
                beside: Some((*wall).to_owned()),
                mark: Mark::new(case.level(), area, heights(solids.iter().copied())),
            });
        }
    }
}

/// As deep as the rule says and as wide as the exit, nothing stands before it.
fn exits(case: &Case<'_>, found: &mut Found) {
    let in_the_way = LazyCell::new(|| case.by_part(&Solid::is_in_the_way));
    for rule in found.limits(case, Measure::ExitFrontClearance) {
        for exit in case.openings() {
            let (from, to) = into(&case.unit.polygon, exit.from, exit.to);
            let front = Area::of(&strip(from, to, rule.value));
            for (part, solids, area) in in_the_way.iter() {
                let within = area.and(&front);
                if within.is_empty() {
                    continue;
                }
                let measured = within.distance_to_lines([(from, to)].into_iter());
                found.hold(rule, Measure::ExitFrontClearance, Bound::AtLeast, measured, || About {
                    parts: case.part(*part),
                    beside: Some(exit.id.to_string()),
                    mark: Mark::new(case.level(), &within, heights(solids.iter().copied())),
                });
            }
        }
    }
}

/// The segment run through so that the hall is to its left.
fn into(hall: &Polygon, from: Point, to: Point) -> (Point, Point) {
    /// Farther than a wall is thick.
    const STEP_M: f64 = 0.5;
    let probe = strip(from, to, STEP_M);
    let inner = probe.points()[2].lerp(probe.points()[3], 0.5);
    if hall.contains(inner) { (from, to) } else { (to, from) }
}

fn under_shutters(case: &Case<'_>, found: &mut Found) {
    let all = LazyCell::new(|| case.by_part(&|_| true));
    for rule in found.limits(case, Measure::UnderShutterMaxArea) {
        for shutter in case.fixtures(FixtureKind::Shutter) {
            let shut = Area::of(&shutter.footprint);
            for (part, solids, area) in all.iter() {
                let under = area.and(&shut);
                found.hold(rule, Measure::UnderShutterMaxArea, Bound::AtMost, under.m2(), || {
                    About {
                        parts: case.part(*part),
                        beside: Some(shutter.id.to_string()),
                        mark: Mark::new(case.level(), &under, heights(solids.iter().copied())),
                    }
                });
            }
        }
    }
}
