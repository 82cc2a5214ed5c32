//! Venue → `NavGraph` → `Route`: the walkable floor from geometry, the way by A\*, the words to follow it.

mod route;

pub use route::{Leg, Maneuver, NoWay, NoWayReason, Profile, Route, RoutePoint, RouteRequest, Step, Stop};
