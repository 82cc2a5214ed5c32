//! Many stops → a [`Plan`]: their order for the least walking and waiting, with the times at each.
//!
//! ```text
//! Matrix (who is how far from whom) ┐
//!                                   ├─ solve ─► Plan       the order, and when to be and leave where
//! Request (stops, hours, rules)     ┘      └──► Conflict   the fewest stops that cannot be had together
//! ```
//!
//! It knows no venue: places are rows of a [`Matrix`], times are whole milliseconds since any moment the caller likes (the same for all). A matrix may
//! change in the course of the day, a [`Slice`] at a time (`slices.rs`).
//! Up to [`EXACT_MOST`] stops the plan is the best there is (`exact.rs`), beyond that it is searched for (`search.rs`), the same one for the same
//! request. [`insert`] adds a stop to a plan that somebody has accepted already. [`day`] asks all this of a venue.

mod check;
mod conflict;
pub mod day;
mod earliest;
mod exact;
mod insert;
mod matrix;
mod plan;
mod problem;
mod random;
mod request;
mod search;
mod slices;
mod solve;
#[cfg(test)]
mod tests;
mod tour;

pub use check::{BadRequest, MOST_ITEMS, MOST_MS};
pub use conflict::{Conflict, Dropped, Evidence};
pub use exact::EXACT_MOST;
pub use insert::{Insertion, insert, replan};
use matrix::Leg;
pub use matrix::{Matrix, Site, Slice};
pub use plan::{Plan, Visit};
pub use request::{Item, ItemId, Millis, Request, Window};
pub use search::Effort;
pub use solve::{Unsolved, solve, solve_with};
