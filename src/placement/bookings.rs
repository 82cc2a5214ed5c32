//! Many designs at once, as an organiser has them: the same findings, with what they do to each other.

use super::case::Case;
use super::design::Design;
use super::finding::{Mark, Measure, PlacementFinding, PlacementReport};
use super::plane::Area;
use super::rules::report;
use super::solids::{Hulls, Solid};
use crate::venue::{Severity, Venue};

/// Overlaps up to this area are rounding: 1 cm².
const LEAST_AREA_M2: f64 = 1e-4;

/// What can be said of one design; `None` if the venue does not have its stand.
pub fn check(venue: &Venue, design: &Design, hulls: &Hulls) -> Option<PlacementReport> {
    Some(report(&Case::new(venue, design, hulls)?))
}

/// The reports on designs that are built side by side, in their order. What one of them puts into an aisle or before a stand counts for the others, and what
/// two of them cover is a finding of the later one.
pub fn check_all(venue: &Venue, designs: &[Design], hulls: &Hulls) -> Vec<Option<PlacementReport>> {
    let mut cases: Vec<Option<Case<'_>>> = designs.iter().map(|design| Case::new(venue, design, hulls)).collect();
    let solids: Vec<Vec<Solid>> = cases
        .iter()
        .map(|case| case.as_ref().map_or_else(Vec::new, |case| case.solids.clone()))
        .collect();
    for i in 0..cases.len() {
        let others: Vec<Solid> = (0..cases.len())
            .filter(|j| *j != i && are_near(&cases, i, *j))
            .flat_map(|j| solids[j].iter().cloned())
            .collect();
        if let Some(case) = &mut cases[i] {
            case.others = others;
        }
    }
    let mut reports: Vec<Option<PlacementReport>> = cases.iter().map(|case| case.as_ref().map(report)).collect();
    for (i, later) in cases.iter().enumerate() {
        for (j, earlier) in cases[..i].iter().enumerate() {
            if let (Some(later), Some(earlier), Some(report)) = (later, earlier, &mut reports[i])
                && are_near(&cases, i, j)
            {
                between(later, earlier, &mut report.findings);
            }
        }
    }
    reports
}

fn are_near(cases: &[Option<Case<'_>>], i: usize, j: usize) -> bool {
    match (&cases[i], &cases[j]) {
        (Some(a), Some(b)) => a.level() == b.level() && a.near().overlaps(b.near()),
        _ => false,
    }
}

fn between(later: &Case<'_>, earlier: &Case<'_>, findings: &mut Vec<PlacementFinding>) {
    let finding = |measure: Measure, parts, measured, mark| PlacementFinding {
        measure,
        severity: Severity::Error,
        rule: None,
        parts,
        beside: Some(earlier.booth.id.to_string()),
        measured,
        allowed: 0.0,
        unit: measure.unit(),
        mark,
    };
    if later.booth.id == earlier.booth.id {
        let mark = Mark::new(later.level(), &later.footprint, (0.0, 0.0));
        findings.push(PlacementFinding {
            allowed: 1.0,
            ..finding(Measure::StandBookedTwice, Vec::new(), 2.0, mark)
        });
        return;
    }
    for (part, solids) in later.solids_by_part(&|_| true) {
        let mut shared = Vec::new();
        let (mut low, mut high) = (f64::INFINITY, 0.0);
        for (solid, other) in solids
            .iter()
            .flat_map(|solid| earlier.solids.iter().map(move |other| (*solid, other)))
        {
            let Some((from, to)) = solid.shared_heights(other) else {
                continue;
            };
            let both = solid.area.and(&other.area);
            if both.m2() > LEAST_AREA_M2 {
                (low, high) = (f64::min(low, from), f64::max(high, to));
                shared.push(both);
            }
        }
        if !shared.is_empty() {
            let area = Area::union(&shared);
            let mark = Mark::new(later.level(), &area, (low, high));
            findings.push(finding(Measure::BookingsOverlap, later.part(part), area.m2(), mark));
        }
    }
}
