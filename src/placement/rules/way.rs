//! The way through the stand: wide enough from the aisle to all that is visited, and without steps.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure};
use crate::placement::kit::PartKind;
use crate::placement::plane::Area;
use crate::placement::solids::{HEADROOM_M, Role};
use crate::venue::{Bounds, Rule};

/// Whoever is so near a part beside half of their width has reached it, in metres.
const TOUCH_M: f64 = 0.01;
/// The widest that passes is told so exactly.
const WIDTH_STEP_M: f64 = 5e-4;
/// Who gets so far from a stand, in metres, is in an aisle, and not in a nook before it.
const AISLE_M: f64 = 2.0;
/// Parts so near each other touch.
const JOIN_M: f64 = 0.05;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let limits = found.limits(case, Measure::WayMinWidth);
    let widest_m = limits.iter().map(|rule| rule.value).fold(0.0, f64::max);
    let walkable = walkable(case, widest_m);
    for rule in limits {
        widths(case, &walkable, rule, found);
    }
    steps(case, found);
}

/// The floor of the stand and of the aisles round it, as far as it decides how somebody that wide gets in, without what is in the way. Nobody gets into
/// something closed, like a hollow model.
fn walkable(case: &Case<'_>, widest_m: f64) -> Area {
    let blockers: Vec<Area> = case.blockers().map(|solid| solid.area.filled()).collect();
    let parts = blockers.iter().filter_map(Area::bounds).chain(case.footprint.bounds());
    let Some(round) = parts.reduce(Bounds::union) else {
        return Area::default();
    };
    case.ground(round.grown(AISLE_M + widest_m))
        .less(&Area::union(&blockers))
}

/// Where the middle of something that wide gets to from the aisles.
fn reached(walkable: &Area, stand: &Area, width_m: f64) -> Area {
    let middle = walkable.shrunk(width_m / 2.0);
    let is_aisle = |piece: &Area| piece.corners().any(|p| stand.distance_to(p) >= AISLE_M);
    let from_aisle: Vec<Area> = middle.pieces().filter(is_aisle).collect();
    Area::union(&from_aisle)
}

fn widths(case: &Case<'_>, walkable: &Area, rule: &Rule, found: &mut Found) {
    let at_limit = reached(walkable, &case.footprint, rule.value);
    // Each narrow part is looked for at the same widths, at first.
    let mut known: Vec<(f64, Area)> = Vec::new();
    // How wide a way leads there, if it is narrower than it must be.
    let mut too_narrow = |area: &Area, slack: &dyn Fn(f64) -> f64| {
        let is_reached = |reached: &Area, width_m: f64| reached.is_within(slack(width_m), area);
        if is_reached(&at_limit, rule.value) {
            return None;
        }
        let (mut passes, mut fails) = (0.0, rule.value);
        while fails - passes > WIDTH_STEP_M {
            let width_m = (passes + fails) / 2.0;
            let at = known.iter().position(|(known_m, _)| *known_m == width_m);
            let at = at.unwrap_or_else(|| {
                known.push((width_m, reached(walkable, &case.footprint, width_m)));
                known.len() - 1
            });
            if is_reached(&known[at].1, width_m) {
                passes = width_m;
            } else {
                fails = width_m;
            }
        }
        Some(passes)
    };
    let mut hold = |parts, area: &Area, measured| {
        found.hold(rule, Measure::WayMinWidth, Bound::AtLeast, measured, || About {
            parts,
            beside: None,
            mark: Mark::new(case.level(), area, (0.0, HEADROOM_M)),
        });
    };
    let visited = case.by_part(|solid| solid.is_in_the_way() && case.design.parts[solid.part].kind.kit().visited);
    let narrow = visited.into_iter().filter_map(|(part, _, area)| {
        let measured = too_narrow(&area, &|width_m| width_m / 2.0 + TOUCH_M)?;
        Some((part, area, measured))
    });
    let narrow: Vec<(usize, Area, f64)> = narrow.collect();
    for (part, area, measured) in &narrow {
        hold(case.part(*part), area, *measured);
    }
    if narrow.is_empty() {
        // Floor that is wide enough to stand on, but nobody comes to.
        let on_stand = walkable.and(&case.footprint).shrunk(rule.value / 2.0);
        for piece in on_stand.pieces() {
            if let Some(measured) = too_narrow(&piece, &|_| TOUCH_M) {
                hold(Vec::new(), &piece, measured);
            }
        }
    }
}

fn steps(case: &Case<'_>, found: &mut Found) {
    let of = |kind: PartKind| {
        case.by_part(move |solid| solid.role == Role::Floor && case.design.parts[solid.part].kind == kind)
    };
    let (platforms, ramps) = (of(PartKind::Platform), of(PartKind::Ramp));
    for rule in found.limits(case, Measure::StepMaxHeight) {
        for (part, solids, area) in &platforms {
            if ramps.iter().any(|(_, _, ramp)| ramp.distance(area) <= JOIN_M) {
                continue;
            }
            let (low, high) = heights(solids.iter().copied());
            found.hold(rule, Measure::StepMaxHeight, Bound::AtMost, high, || About {
                parts: case.part(*part),
                beside: None,
                mark: Mark::new(case.level(), area, (low, high)),
            });
        }
    }
    for rule in found.limits(case, Measure::RampMaxSlope) {
        for (part, solids, area) in &ramps {
            let [_, depth, height] = case.design.parts[*part].size();
            found.hold(rule, Measure::RampMaxSlope, Bound::AtMost, height / depth, || About {
                parts: case.part(*part),
                beside: None,
                mark: Mark::new(case.level(), area, heights(solids.iter().copied())),
            });
        }
    }
}
