//! Venue → [`NavGraph`] → [`Route`]: the walkable floor from geometry, the way by A\*, the words to follow it.

mod closures;
mod corners;
mod cost;
mod cues;
mod durations;
mod floor;
mod graph;
mod instructions;
mod landmarks;
mod line;
mod naming;
mod no_way;
mod plan;
mod profile;
#[cfg(test)]
mod properties;
mod reach;
mod route;
mod search;
mod shadow;
mod sight;
mod stops;
#[cfg(test)]
mod tests;

pub use cues::{Cues, Landmark, Passed, Side, Start};
pub use durations::{Walk, Walker};
pub use floor::CLEARANCE_M;
pub use graph::NavGraph;
pub use reach::unreachable;
pub use route::{Leg, Maneuver, NoWay, NoWayReason, Profile, Route, RoutePoint, RouteRequest, Step, Stop};
#[cfg(test)]
mod walker;
