//! Names on the venue: chosen so that none lies over another, drawn by the browser's own text, shown as quads on the screen.

mod atlas;
#[cfg(feature = "stage")]
mod draw;
mod layout;
#[cfg(feature = "stage")]
mod plugin;
#[cfg(feature = "stage")]
mod raster;
#[cfg(feature = "stage")]
mod sight;
mod style;

#[cfg(feature = "stage")]
pub(super) use plugin::{LabelsOnScreen, Pin, Pins, plugin};
