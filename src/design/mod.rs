//! A stand's design: the file, the kit that it is made of, and the stand's own axes. What it is measured by is in [`crate::placement`], which the
//! stage does without.

mod file;
mod frame;
#[cfg_attr(
    not(any(feature = "placement", feature = "stage")),
    allow(dead_code, reason = "the measures are for those who measure and show designs")
)]
pub(crate) mod kit;

pub use file::{DESIGN_FORMAT, Design, DesignError, Part, PartId};
pub use frame::Frame;
pub use kit::{KIT, Kit, PartKind, Shape};
