//! Open sides: kept open, not walled, and neighbours not hidden.

use crate::placement::case::{About, Bound, Case, Covering, Found, heights, inside};
use crate::placement::finding::{Mark, Measure, SIGHT_LINE_LOW_HEIGHT, SIGHT_LINE_NEIGHBOUR_DISTANCE, Why};
use crate::placement::kit::PartKind;
use crate::placement::plane::Area;
use crate::placement::solids::{Role, Solid};
use crate::venue::Point;

/// What stands so near an open side, in metres, closes it.
const SIDE_M: f64 = 0.5;
/// A wall hides what is behind it from the eyes of who walks by: it reaches from below the one height to above the other.
const WALL_FROM_M: f64 = 0.8;
const WALL_TO_M: f64 = 1.6;
/// Stands so near each other are neighbours.
const TOUCH_M: f64 = 0.05;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    entries(case, found);
    walls(case, found);
    sight_lines(case, found);
}

fn entries(case: &Case<'_>, found: &mut Found) {
    for rule in found.limits(case, Measure::OpenSideEntryMinWidth) {
        for (side, from, to) in case.open_sides() {
            let covered = covered(case.blocked(), (from, to));
            let length = from.distance(to);
            let mut widest = (0.0, 0.0, 0.0);
            let mut at = 0.0;
            for (start, end) in covered.iter().copied().chain([(length, length)]) {
                if start - at > widest.0 {
                    widest = (start - at, at, start);
                }
                at = end;
            }
            found.hold(rule, Measure::OpenSideEntryMinWidth, Bound::AtLeast, widest.0, || {
                About {
                    parts: Vec::new(),
                    beside: Some(side.to_string()),
                    mark: Mark::new(case.level(), &inside(from, to, SIDE_M), (0.0, WALL_TO_M)),
                }
            });
        }
    }
}

fn walls(case: &Case<'_>, found: &mut Found) {
    let rules = found.limits(case, Measure::AisleSideWallMaxShare);
    let walls = if rules.is_empty() { Vec::new() } else { walled(case) };
    let together = Area::union(walls.iter().map(|wall| &wall.area));
    for rule in rules {
        for (side, from, to) in case.open_sides() {
            let strip = inside(from, to, SIDE_M);
            let stretches = covered(&together, (from, to));
            let walled_m: f64 = stretches.iter().map(|(start, end)| end - start).sum();
            let measured = walled_m / from.distance(to);
            found.hold(rule, Measure::AisleSideWallMaxShare, Bound::AtMost, measured, || {
                let by = walls.iter().filter(|wall| wall.area.meets(&strip));
                let area = together.and(&strip);
                let heights = walls.iter().fold((f64::INFINITY, 0.0), |(low, high), wall| {
                    (f64::min(low, wall.from_m), f64::max(high, wall.to_m))
                });
                About {
                    parts: by.flat_map(|wall| case.part(wall.part)).collect(),
                    beside: Some(side.to_string()),
                    mark: Mark::new(case.level(), &area, heights),
                }
            });
        }
    }
}

/// Where a part hides what is behind it.
struct Wall {
    part: usize,
    area: Area,
    from_m: f64,
    to_m: f64,
}

/// What of each part is closed all the way between the two heights, be it of many solids.
fn walled(case: &Case<'_>) -> Vec<Wall> {
    const JUST: f64 = 1e-9;
    let (low, high) = (WALL_FROM_M - JUST, WALL_TO_M + JUST);
    let hides =
        |solid: &Solid| solid.role == Role::Stands && !solid.see_through && solid.from_m < high && solid.to_m > low;
    let wall = |(part, solids, _): Covering<'_>| {
        let ends = solids.iter().flat_map(|solid| [solid.from_m, solid.to_m]);
        let mut edges: Vec<f64> = ends.filter(|z| (low..high).contains(z)).chain([low, high]).collect();
        edges.sort_by(f64::total_cmp);
        let slices = edges
            .windows(2)
            .filter(|edge| edge[1] - edge[0] > JUST / 2.0)
            .map(|edge| {
                let through = solids
                    .iter()
                    .filter(|solid| solid.from_m <= edge[0] && solid.to_m >= edge[1]);
                Area::union(through.map(|solid| &solid.area))
            });
        let area = slices.reduce(|area, slice| area.and(&slice)).unwrap_or_default();
        let (from_m, to_m) = heights(solids.iter().copied());
        (!area.is_empty()).then_some(Wall {
            part,
            area,
            from_m,
            to_m,
        })
    };
    case.by_part(&hides).into_iter().filter_map(wall).collect()
}

/// Which stretches of a side have any of the area within [`SIDE_M`] behind them, in order and apart.
fn covered(area: &Area, (from, to): (Point, Point)) -> Vec<(f64, f64)> {
    let strip = inside(from, to, SIDE_M);
    let length = from.distance(to);
    let along =
        |p: Point| (((p.x - from.x) * (to.x - from.x) + (p.y - from.y) * (to.y - from.y)) / length).clamp(0.0, length);
    let there = area.and(&strip);
    let mut stretches: Vec<(f64, f64)> = there
        .pieces()
        .map(|piece| {
            let ends = piece.corners().map(along);
            ends.fold((length, 0.0), |(low, high), at| (f64::min(low, at), f64::max(high, at)))
        })
        .collect();
    crate::order::sort_by(&mut stretches, |a, b| a.0.total_cmp(&b.0));
    let mut joined: Vec<(f64, f64)> = Vec::new();
    for (start, end) in stretches {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

/// What is high stays away from the aisle where it would hide a neighbour.
fn sight_lines(case: &Case<'_>, found: &mut Found) {
    let rules = found.limits(case, Measure::SightLineSetback);
    let low_m = found.helper(case, SIGHT_LINE_LOW_HEIGHT);
    let neighbour_m = found.helper(case, SIGHT_LINE_NEIGHBOUR_DISTANCE);
    let (Some(low_m), Some(neighbour_m)) = (low_m, neighbour_m) else {
        return found.give_up(&rules, Why::NoRule);
    };
    let stands = case
        .neighbours()
        .iter()
        .map(|booth| (booth, Area::of(&booth.footprint)));
    let neighbours: Vec<_> = stands
        .filter(|(_, area)| area.distance(&case.footprint) <= TOUCH_M)
        .collect();
    // The organiser's own panels are as high as they are.
    let is_shell = |solid: &Solid| case.design.parts[solid.part].kind == PartKind::ShellScheme;
    let is_high =
        |solid: &Solid| solid.role == Role::Stands && !solid.see_through && solid.to_m > low_m && !is_shell(solid);
    for rule in rules {
        for (part, solids, area) in case.by_part(&is_high) {
            let near = |(_, neighbour): &&(_, Area)| neighbour.distance(&area) < neighbour_m;
            let Some((hidden, _)) = neighbours.iter().find(near) else {
                continue;
            };
            let measured = area.distance_to_lines(case.open_sides().map(|(_, from, to)| (from, to)));
            found.hold(rule, Measure::SightLineSetback, Bound::AtLeast, measured, || About {
                parts: case.part(part),
                beside: Some(hidden.id.to_string()),
                mark: Mark::new(case.level(), &area, (low_m, heights(solids.iter().copied()).1)),
            });
        }
    }
}
