//! Where the camera is and how it moves. All but the plugin is plain arithmetic in venue axes.

mod flight;
mod fly;
mod follow;
mod framing;
#[cfg(feature = "stage")]
mod plugin;
mod ride;
mod rig;
mod view;
mod walk;

#[cfg(feature = "stage")]
pub(super) use plugin::plugin;
pub use rig::Rig;
#[cfg(test)]
pub use view::FLY_LENS_DEG;
pub use view::{Frame, Ray, View};
