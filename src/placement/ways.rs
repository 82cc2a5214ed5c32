//! What a design does to ways: how wide aisles still are, and how much longer the walks past it take.

use super::case::Case;
use super::rules::narrowed;
use crate::venue::{
    AisleId, Exhibitors, Fixture, FixtureId, FixtureKind, Live, OpeningKind, PlaceId, Polygon, ProgrammeFile, Rules,
    Venue, VenueFiles,
};
use crate::wayfinding::{FreeFloors, NavGraph, Stop, Walker};
use serde::Serialize;

/// Walks lead to stands at most so far from the design, in metres.
const NEAR_M: f64 = 40.0;
/// Times that differ by less, in milliseconds, are the same.
const LEAST_MS: u64 = 50;

/// An aisle that the design sticks out into.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AisleChange {
    pub aisle: AisleId,
    /// The widest that gets through beside the design.
    pub before_m: f64,
    pub after_m: f64,
}

/// A walk that takes another time than before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WalkChange {
    pub from: PlaceId,
    pub to: PlaceId,
    /// Seconds; `None` where there is no way.
    pub before_s: Option<f64>,
    pub after_s: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WayChanges {
    pub aisles: Vec<AisleChange>,
    pub walks: Vec<WalkChange>,
}

/// The walks from all entrances to the stands near it, where they change. `floors` and `graph` are the venue's own.
pub fn ways(case: &Case<'_>, floors: &FreeFloors, graph: &NavGraph) -> WayChanges {
    let mut changes = WayChanges {
        aisles: narrowed(case)
            .into_iter()
            .map(|narrowed| AisleChange {
                aisle: narrowed.aisle.id.clone(),
                before_m: narrowed.before_m(),
                after_m: narrowed.left_m(),
            })
            .collect(),
        walks: Vec::new(),
    };
    let Some(after) = built(case) else {
        return changes;
    };
    let graph_after = graph.remade(&after, floors.remade(&after).levels);
    let entrances = case
        .venue
        .openings()
        .iter()
        .filter(|opening| opening.kind == OpeningKind::Entrance);
    let from: Vec<PlaceId> = entrances.map(|opening| (&opening.id).into()).collect();
    let near = case.venue.booths().iter().filter(|booth| {
        let unit = case.venue.unit(&booth.unit);
        unit.is_some_and(|unit| unit.level == *case.level()) && case.is_within(NEAR_M, &booth.footprint)
    });
    let to: Vec<PlaceId> = near.map(|booth| (&booth.id).into()).collect();
    let stops = |places: &[PlaceId]| -> Vec<Stop> {
        places
            .iter()
            .map(|place| Stop::Place { place: place.clone() })
            .collect()
    };
    let times = |venue: &Venue, graph: &NavGraph| {
        graph
            .durations(venue, &stops(&from), &stops(&to), &Walker::default())
            .unwrap_or_default()
    };
    let (was, is) = (times(case.venue, graph), times(&after, &graph_after));
    for (i, (was, is)) in was.iter().zip(&is).enumerate() {
        for (j, (was, is)) in was.iter().zip(is).enumerate() {
            let is_same = match (was, is) {
                (Some(was), Some(is)) => was.abs_diff(*is) < LEAST_MS,
                _ => was == is,
            };
            if !is_same {
                let seconds = |ms: &Option<u64>| ms.map(|ms| ms as f64 / 1000.0);
                changes.walks.push(WalkChange {
                    from: from[i].clone(),
                    to: to[j].clone(),
                    before_s: seconds(was),
                    after_s: seconds(is),
                });
            }
        }
    }
    changes
}

/// The venue with what the design puts outside its stand; `None` if that is nothing.
fn built(case: &Case<'_>) -> Option<Venue> {
    let outside = case.blocked().less(&case.footprint);
    let borders: Vec<Polygon> = outside
        .borders()
        .into_iter()
        .filter(|border| border.signed_area() > 0.0)
        .collect();
    if borders.is_empty() {
        return None;
    }
    let files = case.venue.files();
    // Who exhibits there, and when, changes no walk.
    let mut layout = files.layout.clone();
    layout
        .fixtures
        .extend(borders.into_iter().enumerate().map(|(i, footprint)| Fixture {
            id: FixtureId::new(format!("{}, part of its design {i}", case.booth.id)),
            kind: FixtureKind::Furniture,
            level: case.level().clone(),
            footprint,
            height_m: None,
        }));
    Venue::new(VenueFiles {
        layout,
        exhibitors: Exhibitors::none(),
        programme: ProgrammeFile::none(),
        rules: Rules::none(),
        live: Live {
            sessions: Vec::new(),
            ..files.live.clone()
        },
    })
    .ok()
}
