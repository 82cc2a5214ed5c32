//! Venue → [`NavGraph`] → [`Route`]: the walkable floor from geometry, the way by A\*, the words to follow it.

mod area;
mod around;
mod bans;
mod bounds;
#[cfg(test)]
mod cases;
mod closures;
mod conditions;
mod corners;
mod cost;
mod crowds;
mod cues;
mod detour;
mod durations;
mod engine;
mod floor;
#[cfg(feature = "placement")]
mod free_floor;
mod free_way;
mod graph;
mod instructions;
mod landmarks;
mod line;
mod naming;
mod no_way;
#[cfg(test)]
mod oracle;
mod plan;
mod profile;
#[cfg(test)]
mod properties;
mod reach;
mod route;
mod search;
mod shadow;
mod sight;
#[cfg(feature = "cli")]
mod snapshot;
mod stops;
#[cfg(test)]
mod tests;
mod time;
mod timetable;
mod trip;

pub use cues::{Cues, Landmark, Passed, Side, Start};
pub use durations::{Walk, Walker};
pub use floor::CLEARANCE_M;
#[cfg(feature = "placement")]
pub use free_floor::{FreeFloors, free_floor};
pub use graph::NavGraph;
pub use profile::SPEEDS_M_S;
pub use reach::unreachable;
pub use route::{
    Ban, BanKind, Detour, Leg, Maneuver, NoWay, NoWayReason, Profile, Route, RoutePoint, RouteRequest, Step, Stop,
    Through, Wait, When,
};
#[cfg(feature = "cli")]
pub use snapshot::{FastWays, Joined, Snapshot};
#[cfg(test)]
mod walker;
