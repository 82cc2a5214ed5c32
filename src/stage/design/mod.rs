//! A design on its stand, in place of what the hall's model has there: shown piece by piece, so that a move is a matrix.

pub mod facets;
mod looks;
#[cfg(feature = "stage")]
mod marks;
mod pieces;
#[cfg(feature = "stage")]
mod plugin;

#[cfg(feature = "stage")]
pub use plugin::{DesignShown, OwnModels, plugin};
