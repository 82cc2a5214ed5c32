//! The way through the stand: wide enough from the aisle to all that is visited, and without steps.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure, TOLERANCE};
use crate::placement::kit::PartKind;
use crate::placement::passages::{Passages, Reach, Region, widest};
use crate::placement::plane::Area;
use crate::placement::solids::{HEADROOM_M, Role};
use crate::venue::{Bounds, Point, Rule};

/// Whoever is so near a part beside half of their width has reached it, in metres.
const TOUCH_M: f64 = 0.01;
/// Who gets so far from a stand, in metres, is in an aisle, and not in a nook before it.
const AISLE_M: f64 = 2.0;
/// Parts so near each other touch.
const JOIN_M: f64 = 0.05;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let limits = found.limits(case, Measure::WayMinWidth);
    let widest_m = limits.iter().map(|rule| rule.value).fold(0.0, f64::max);
    if !limits.is_empty() {
        let walkable = walkable(case, widest_m);
        let passages = Passages::amid(&walkable, widest_m);
        let mut ways = Ways {
            passages: &passages,
            stand: &case.footprint,
            known: Vec::new(),
        };
        for rule in limits {
            widths(case, &walkable, &mut ways, rule, found);
        }
    }
    steps(case, found);
}

/// The floor of the stand and of the aisles round it, as far as it decides how somebody that wide gets in, without what is in the way.
fn walkable(case: &Case<'_>, widest_m: f64) -> Area {
    let blocked = case.blocked();
    let bounds = blocked.bounds().into_iter().chain(case.footprint.bounds());
    let Some(round) = bounds.reduce(Bounds::union) else {
        return Area::default();
    };
    case.ground(round.grown(AISLE_M + widest_m)).less(blocked)
}

/// Ways from the aisles, by how wide they are.
struct Ways<'p> {
    passages: &'p Passages<'p>,
    stand: &'p Area,
    /// At first, each narrow part is looked for at the same widths.
    known: Vec<Entered<'p>>,
}

/// Where something of one width gets to from the aisles.
struct Entered<'p> {
    reach: Reach<'p>,
    regions: Vec<Region>,
}

/// Where ways lead.
enum Goal<'g> {
    Part(&'g Area),
    Floor(Point),
}

impl<'p> Ways<'p> {
    fn of_width(&mut self, width_m: f64) -> &Entered<'p> {
        let known = self.known.iter().position(|entered| entered.reach.width_m() == width_m);
        let at = known.unwrap_or_else(|| {
            let reach = self.passages.for_width(width_m);
            let in_aisles = reach.places(self.stand.lines_round(AISLE_M));
            let mut regions: Vec<Region> = in_aisles.map(|p| reach.region(p)).collect();
            regions.dedup();
            self.known.push(Entered { reach, regions });
            self.known.len() - 1
        });
        &self.known[at]
    }

    fn lead_to(&mut self, goal: &Goal<'_>, width_m: f64) -> bool {
        let stand = self.stand;
        let Entered { reach, regions } = self.of_width(width_m);
        let is_entered = |p: Point| stand.distance_to(p) >= AISLE_M || regions.contains(&reach.region(p));
        match goal {
            Goal::Part(area) => reach.places(area.lines_round(width_m / 2.0 + TOUCH_M)).any(is_entered),
            Goal::Floor(p) => is_entered(*p),
        }
    }

    /// How wide the widest is that leads there, if it is narrower than that.
    fn narrower(&mut self, goal: &Goal<'_>, width_m: f64) -> Option<f64> {
        let tolerated_m = width_m - TOLERANCE;
        (!self.lead_to(goal, tolerated_m)).then(|| widest(0.0, tolerated_m, |width_m| self.lead_to(goal, width_m)))
    }
}

fn widths(case: &Case<'_>, walkable: &Area, ways: &mut Ways<'_>, rule: &Rule, found: &mut Found) {
    let mut hold = |parts, area: &Area, measured| {
        found.hold(rule, Measure::WayMinWidth, Bound::AtLeast, measured, || About {
            parts,
            beside: None,
            mark: Mark::new(case.level(), area, (0.0, HEADROOM_M)),
        });
    };
    let visited = case.by_part(&|solid| solid.is_in_the_way() && case.design.parts[solid.part].kind.kit().visited);
    let mut all_are_reached = true;
    for (part, _, area) in &visited {
        if let Some(measured) = ways.narrower(&Goal::Part(area), rule.value) {
            all_are_reached = false;
            hold(case.part(*part), area, measured);
        }
    }
    if all_are_reached {
        // Floor that is wide enough to stand on, but nobody comes to.
        let on_stand = walkable.and(&case.footprint).shrunk(rule.value / 2.0);
        for piece in on_stand.pieces() {
            let measured = piece
                .corners()
                .next()
                .and_then(|p| ways.narrower(&Goal::Floor(p), rule.value));
            if let Some(measured) = measured {
                hold(Vec::new(), &piece, measured);
            }
        }
    }
}

fn steps(case: &Case<'_>, found: &mut Found) {
    let of = |kind: PartKind| {
        case.by_part(&move |solid| solid.role == Role::Floor && case.design.parts[solid.part].kind == kind)
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
