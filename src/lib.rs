//! Fairway: a navigator for trade fairs.

pub mod directory;
pub mod guide;
pub mod programme;
pub mod stage;
pub mod venue;
pub mod wayfinding;
