//! Exhibitors' names on their stands, where models have room for them: written while one is near, by the browser's own text.

mod plate;
#[cfg(feature = "stage")]
mod plugin;

#[cfg(feature = "stage")]
pub use {
    plate::Nameplate,
    plugin::{Nameplates, NamesShown, plugin, write},
};
