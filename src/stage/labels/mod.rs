//! Names on the venue: chosen so that none lies over another, drawn by the browser's own text, shown as quads on the screen.

mod atlas;
mod layout;
#[cfg(feature = "stage")]
mod plugin;
#[cfg(feature = "stage")]
mod raster;
#[cfg(feature = "stage")]
mod sight;
mod style;

#[cfg(feature = "stage")]
pub(super) use plugin::{Badge, LabelsOnScreen, Pin, Pins, atlas_px, plugin};
#[cfg(feature = "stage")]
pub use {atlas::Slot, layout::Rect, raster::Texels};
#[cfg(feature = "stage")]
pub(super) use {raster::Raster, style::SELECTED_PX};
