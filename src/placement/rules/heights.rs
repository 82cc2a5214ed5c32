//! Heights by the kind of stand, the gap under the ceiling, and what hangs.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure, Why};
use crate::placement::plane::Area;
use crate::placement::solids::{Role, Solid};
use crate::venue::{BoothKind, Rule};

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let has_deck = case.solids.iter().any(|solid| solid.role == Role::Deck);
    let (by_decks, other) = if has_deck {
        (Measure::DoubleDeckMaxHeight, Measure::SingleDeckMaxHeight)
    } else {
        (Measure::SingleDeckMaxHeight, Measure::DoubleDeckMaxHeight)
    };
    found.skip(other.name(), Why::NotThisStand);
    let is_shell = case.booth.kind == BoothKind::ShellScheme;
    if !is_shell {
        found.skip(Measure::ShellSchemePanelHeight.name(), Why::NotThisStand);
    }
    let by_kind = is_shell.then_some(Measure::ShellSchemePanelHeight);
    for measure in by_kind.into_iter().chain([by_decks]) {
        for rule in found.limits(case, measure) {
            for (part, solids) in case.solids_by_part(&|solid| solid.role != Role::Hangs) {
                let too_high = |solid: &&Solid| solid.to_m > rule.value;
                let (_, measured) = heights(solids.iter().copied());
                found.hold(rule, measure, Bound::AtMost, measured, || About {
                    parts: case.part(part),
                    beside: None,
                    mark: mark(case, solids.iter().copied().filter(too_high), (rule.value, measured)),
                });
            }
        }
    }
    ceiling(case, found);
    for rule in found.limits(case, Measure::HangingMinHeight) {
        for (part, solids) in case.solids_by_part(&|solid| solid.role == Role::Hangs) {
            let (measured, _) = heights(solids.iter().copied());
            found.hold(rule, Measure::HangingMinHeight, Bound::AtLeast, measured, || About {
                parts: case.part(part),
                beside: None,
                mark: mark(
                    case,
                    solids.iter().copied().filter(|solid| solid.from_m < rule.value),
                    (measured, rule.value),
                ),
            });
        }
    }
}

fn ceiling(case: &Case<'_>, found: &mut Found) {
    let rules: Vec<&Rule> = found.limits(case, Measure::CeilingGap);
    let Some(ceiling_m) = case.unit.height_m else {
        return found.give_up(&rules, Why::PlanLacks);
    };
    for rule in rules {
        for (part, solids) in case.solids_by_part(&|_| true) {
            let (_, high) = heights(solids.iter().copied());
            found.hold(rule, Measure::CeilingGap, Bound::AtLeast, ceiling_m - high, || {
                let least = ceiling_m - rule.value;
                About {
                    parts: case.part(part),
                    beside: None,
                    mark: mark(
                        case,
                        solids.iter().copied().filter(|solid| solid.to_m > least),
                        (least, high),
                    ),
                }
            });
        }
    }
}

fn mark<'s>(case: &Case<'_>, solids: impl Iterator<Item = &'s Solid>, heights: (f64, f64)) -> Mark {
    Mark::new(case.level(), &Area::union(solids.map(|solid| &solid.area)), heights)
}
