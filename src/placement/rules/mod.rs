//! The rules, a family a file. What a venue does not limit is not checked, and the report says so.

mod aisles;
mod boundary;
mod clearance;
mod deck;
mod floor;
mod heights;
mod sides;
mod way;

pub use aisles::narrowed;

use super::case::{Case, Found};
use super::finding::{Judge, Mark, Measure, PlacementFinding, PlacementReport, Unchecked, Why};
use super::finding::{SIGHT_LINE_LOW_HEIGHT, SIGHT_LINE_NEIGHBOUR_DISTANCE};
use super::plane::Area;
use crate::venue::Severity;

/// All that can be said of a design where it stands.
pub fn report(case: &Case<'_>) -> PlacementReport {
    let mut found = Found::default();
    let families = [
        boundary::findings,
        heights::findings,
        sides::findings,
        clearance::findings,
        deck::findings,
        way::findings,
        floor::findings,
        aisles::findings,
    ];
    for family in families {
        family(case, &mut found);
    }
    found
        .findings
        .extend(case.unknown.iter().map(|part| unknown_model(case, *part)));
    let helps = [SIGHT_LINE_LOW_HEIGHT, SIGHT_LINE_NEIGHBOUR_DISTANCE];
    let rules = case.venue.rules().rules.iter();
    let of_no_design = rules.filter(|rule| !helps.contains(&rule.measure()) && Measure::of(rule.measure()).is_none());
    found.unchecked.extend(of_no_design.map(|rule| Unchecked {
        what: rule.id.clone(),
        why: Why::NotOfDesigns,
    }));
    PlacementReport {
        stand: case.booth.id.clone(),
        findings: found.findings,
        checked: found.checked.into_iter().collect(),
        unchecked: found.unchecked.into_iter().collect(),
        judge: Judge::ALL.to_vec(),
    }
}

fn unknown_model(case: &Case<'_>, part: usize) -> PlacementFinding {
    PlacementFinding {
        measure: Measure::UnknownModel,
        severity: Severity::Warning,
        rule: None,
        parts: case.part(part),
        beside: case.design.parts[part].model.clone(),
        measured: 0.0,
        allowed: 1.0,
        unit: Measure::UnknownModel.unit(),
        mark: Mark::new(case.level(), &Area::default(), (0.0, 0.0)),
    }
}
