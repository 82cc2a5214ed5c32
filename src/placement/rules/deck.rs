//! Upper decks: how much of the stand they cover, and how one gets down.

use crate::placement::case::{About, Bound, Case, Found};
use crate::placement::finding::{Mark, Measure};
use crate::placement::kit::PartKind;
use crate::placement::plane::Area;
use crate::placement::solids::{Role, Solid};

/// Stairs so near a deck lead to it, in metres.
const TOUCH_M: f64 = 0.05;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let slabs: Vec<&Solid> = case.solids.iter().filter(|solid| solid.role == Role::Deck).collect();
    let decks = Area::union(slabs.iter().map(|solid| &solid.area));
    let parts = || {
        let mut parts: Vec<usize> = slabs.iter().map(|solid| solid.part).collect();
        parts.dedup();
        parts.into_iter().flat_map(|part| case.part(part)).collect()
    };
    let about = || {
        let heights = crate::placement::case::heights(slabs.iter().copied());
        About {
            parts: parts(),
            beside: None,
            mark: Mark::new(case.level(), &decks, heights),
        }
    };
    for rule in found.limits(case, Measure::UpperDeckMaxShare) {
        let measured = decks.m2() / case.footprint.m2();
        found.hold(rule, Measure::UpperDeckMaxShare, Bound::AtMost, measured, about);
    }
    let rules = found.limits(case, Measure::UpperDeckMinExits);
    if decks.is_empty() {
        return;
    }
    let stairs = case.by_part(&|solid| case.design.parts[solid.part].kind == PartKind::Stairs);
    let leading = stairs
        .iter()
        .filter(|(_, _, area)| area.distance(&decks) <= TOUCH_M)
        .count();
    for rule in rules {
        found.hold(rule, Measure::UpperDeckMinExits, Bound::AtLeast, leading as f64, about);
    }
}
