//! The one cost: what the search minimises, and what the times are made of.

use super::graph::{Edge, EdgeKind};
use super::profile::Ability;
use crate::venue::{ConnectorKind, OpeningKind, Venue};

/// Thousandths of a second. Whole, so that costs have a total order and sums do not depend on their order.
pub type Cost = u64;

/// Seconds for the doors of a lift to open and close, and the usual wait for it.
const LIFT_WAIT_S: f64 = 35.0;
/// Metres a second of a lift.
const LIFT_SPEED_M_S: f64 = 1.0;
/// Metres a second along an escalator. On the usual slope of 30° that is 4 s a metre of rise.
const ESCALATOR_SPEED_M_S: f64 = 0.5;
/// Share of the level speed on stairs, down and up (IES VE).
const STAIRS_DOWN_FACTOR: f64 = 0.5;
const STAIRS_UP_FACTOR: f64 = 0.35;
/// Seconds to pass a door or an entrance; a passage takes none.
const DOOR_S: f64 = 1.5;

/// Cost of walking that far on the level.
pub fn walk(ability: Ability, length_m: f64) -> Cost {
    whole(length_m / ability.speed_m_s)
}

/// What it costs at least to get that far, by whatever means. Rounded down, for costs are rounded up.
pub fn at_least(ability: Ability, distance_m: f64) -> Cost {
    let carried = if ability.takes_escalators {
        ESCALATOR_SPEED_M_S
    } else {
        0.0
    };
    whole(distance_m / ability.speed_m_s.max(carried)).saturating_sub(1)
}

/// Cost of an edge; `None` where that profile must not use it. Closures and crowds are not the edge's own and are asked elsewhere.
pub fn edge(venue: &Venue, ability: Ability, edge: &Edge) -> Option<Cost> {
    passage(venue, ability, edge.kind, edge.length_m)
}

/// The same for any passage of that kind and length.
pub fn passage(venue: &Venue, ability: Ability, kind: EdgeKind, length_m: f64) -> Option<Cost> {
    match kind {
        EdgeKind::Walk => Some(walk(ability, length_m)),
        EdgeKind::Opening(index) => {
            let opening = &venue.openings()[index];
            let width = opening
                .clear_width_m
                .unwrap_or_else(|| opening.from.distance(opening.to));
            let usable = opening.kind != OpeningKind::EmergencyExit
                && (opening.step_free || ability.takes_steps)
                && width >= ability.narrowest_m;
            let wait = if opening.kind == OpeningKind::Passage {
                0.0
            } else {
                DOOR_S
            };
            usable.then(|| walk(ability, length_m) + whole(wait))
        }
        EdgeKind::Connector { connector, rise_m } => {
            ride(venue.connectors()[connector].kind, ability, length_m, rise_m)
        }
    }
}

fn ride(kind: ConnectorKind, ability: Ability, length_m: f64, rise_m: f64) -> Option<Cost> {
    let stairs_factor = if rise_m > 0.0 {
        STAIRS_UP_FACTOR
    } else {
        STAIRS_DOWN_FACTOR
    };
    match kind {
        ConnectorKind::Lift => Some(LIFT_WAIT_S + rise_m.abs() / LIFT_SPEED_M_S),
        ConnectorKind::Escalator => ability.takes_escalators.then_some(length_m / ESCALATOR_SPEED_M_S),
        ConnectorKind::Stairs => ability
            .takes_stairs
            .then_some(length_m / (ability.speed_m_s * stairs_factor)),
        ConnectorKind::Ramp => Some(length_m / ability.speed_m_s),
    }
    .map(whole)
}

/// Rounded up, so that no part of a way is for nothing.
fn whole(seconds: f64) -> Cost {
    (seconds * 1000.0).ceil() as Cost
}

/// Seconds of a cost.
pub fn seconds(cost: Cost) -> f64 {
    cost as f64 / 1000.0
}
