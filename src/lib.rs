//! Fairway: a navigator for trade fairs.

pub mod check;
pub mod guide;
pub mod stage;
pub mod venue;
pub mod wayfinding;
