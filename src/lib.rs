//! Fairway: a navigator for trade fairs.

#[cfg(feature = "cli")]
pub mod demo;
pub mod guide;
pub mod hall_model;
pub mod stage;
pub mod venue;
pub mod wayfinding;
