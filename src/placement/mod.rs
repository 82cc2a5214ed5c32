//! A stand's design → what it is in space → findings by the venue's rules, and what it does to views and ways.
//!
//! ```text
//! Parcel (files that strangers made) ──► Design, own models' hulls
//! Design (parts of the kit, own models) ──► Solids (upright prisms) ──┬─► PlacementReport   findings: rule, measured, allowed, where
//!                        Venue (stands, halls, rules) ────────────────┼─► Views             who sees the stand, before and after
//!                                                                     └─► WayChanges        aisles and walks, before and after
//! ```
//!
//! What is measured is what is really there, never a box round it. A report is advice: `docs/placement.md` has the rules with their units and sources, and what
//! a person must still judge.

mod bookings;
mod case;
mod desk;
mod finding;
mod hull;
mod own_model;
mod parcel;
mod passages;
mod plane;
mod protocol;
mod rules;
mod sight;
mod solids;
#[cfg(test)]
mod tests;
mod views;
mod ways;
mod words;

use crate::design::{self, kit};

pub use crate::design::{DESIGN_FORMAT, Design, DesignError, KIT, Kit, Part, PartId, PartKind, Shape};
pub use bookings::{check, check_all};
pub use case::Case;
pub use desk::Desk;
pub use finding::{Cited, Judge, Mark, Measure, PlacementFinding, PlacementReport, TOLERANCE, Unchecked, Why};
pub use hull::{Band, Corner, Hull};
pub use own_model::{LIMITS, ModelError, OwnModel, TakenAs};
pub use parcel::{Parcel, ParcelError};
pub use plane::Area;
pub use protocol::{FileEvent, FindingLine, KitRow, PlacementCommand, PlacementEvent, ReadModel, SolidShape};
pub use sight::{EYE_M, Screen};
pub use solids::{HEADROOM_M, Hulls, Role, Solid, solids};
pub use views::{SeenNeighbour, ShareChange, Traffic, ViewPlace, Views, views};
pub use ways::{AisleChange, WalkChange, WayChanges, ways};
pub use words::{Refusal, Said, advice, judged, refusal, said, why};
