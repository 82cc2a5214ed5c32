//! What the floor carries: weights spread over what they stand on, added up where parts stand on each other.

use crate::placement::case::{About, Bound, Case, Found};
use crate::placement::finding::{Mark, Measure, Why};
use crate::placement::plane::Area;
use crate::placement::solids::Role;

/// Of heaps that differ by less, in t/m², the first is told: rounding is not to choose.
const ALIKE_T_M2: f64 = 1e-6;

/// A part on the floor: its position, what it covers, and its load in t/m².
type Load = (usize, Area, f64);

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let rules = found.limits(case, Measure::FloorMaxLoad);
    let standing = case.by_part(&|solid| !matches!(solid.role, Role::Hangs | Role::Deck));
    let mut loads: Vec<Load> = Vec::new();
    for (part, solids, _) in standing {
        let lowest = solids.iter().fold(f64::INFINITY, |low, solid| low.min(solid.from_m));
        let foot = Area::union(
            solids
                .iter()
                .filter(|solid| solid.from_m <= lowest + 1e-3)
                .map(|solid| &solid.area),
        );
        match case.design.parts[part].weight() {
            Some(kg) => loads.push((part, foot.clone(), kg / 1000.0 / foot.m2())),
            None => found.skip(&case.design.parts[part].id.0, Why::NoWeight),
        }
    }
    for rule in rules {
        for (i, (part, area, own)) in loads.iter().enumerate() {
            // Each heap is told once, by the first of its parts.
            let (measured, heap, parts) = heaviest(&loads[i + 1..], area.clone(), *own, vec![*part]);
            found.hold(rule, Measure::FloorMaxLoad, Bound::AtMost, measured, || About {
                parts: parts.into_iter().flat_map(|part| case.part(part)).collect(),
                beside: None,
                mark: Mark::new(case.level(), &heap, (0.0, 0.0)),
            });
        }
    }
}

/// The most that is added up anywhere on `area`, where, and by which parts.
fn heaviest(others: &[Load], area: Area, load: f64, parts: Vec<usize>) -> (f64, Area, Vec<usize>) {
    let mut most = (load, area.clone(), parts.clone());
    for (i, (part, other, more)) in others.iter().enumerate() {
        let both = area.and(other);
        if *more > 0.0 && both.m2() > 1e-4 {
            let heap = heaviest(
                &others[i + 1..],
                both,
                load + more,
                [parts.as_slice(), &[*part]].concat(),
            );
            if heap.0 > most.0 + ALIKE_T_M2 {
                most = heap;
            }
        }
    }
    most
}
