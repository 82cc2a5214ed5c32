//! Fairway: a navigator for trade fairs that runs in a web page.
//!
//! ```text
//! venue files ──read──► VenueFiles ──door──► Venue ──┬─► check        findings with place and mend
//!                                                    ├─► hall_model   .glb for the stage
//!                                                    ├─► wayfinding   NavGraph → Route
//!                                                    ├─► itinerary    many stops → Plan
//!                                                    ├─► placement    Design → findings by the venue's rules
//!                                                    ├─► directory    search
//!                                                    └─► guide        commands in, events out ──► page ──► stage
//! ```
//!
//! The field's own words: a [`venue::Level`] is all at one height (it has an `ordinal`); a [`venue::Unit`] is a space with a border, a hall is
//! one kind of it; an [`venue::Opening`] joins two units; a [`venue::Connector`] joins levels; a [`venue::Booth`] is one stand, an
//! [`venue::Exhibitor`] the business on it; a [`venue::Place`] is whatever a person can look up or walk to. A route has legs, a leg has steps.
//!
//! The domain knows neither Bevy nor the web and does no I/O. `ARCHITECTURE.md` has the whole map.

#[cfg(feature = "cli")]
pub mod check;
#[cfg(feature = "cli")]
pub mod demo;
pub mod design;
pub mod directory;
pub mod guide;
pub mod hall_model;
#[cfg(feature = "cli")]
pub mod import;
pub mod itinerary;
mod order;
#[cfg(feature = "placement")]
pub mod placement;
pub mod programme;
mod spelling;
pub mod stage;
pub mod venue;
pub mod wayfinding;
mod words;
