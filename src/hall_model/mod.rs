//! Venue → `.glb`, and `.glb` → what the stage draws.
//!
//! A model is an architect's: warm white, cut open above the doors, colour only where it says something. Its axes are glTF's:
//! x is the venue's x, y is height, z is the venue's −y, all in metres. Each level is a node `{"kind": "level", "id": …}` at its
//! elevation; under it hang floor, walls, columns, roof, numbers and people, and one node for each booth, fixture, amenity, kiosk and
//! connector, tagged in `extras.fairway` ([`Tag`]). Faces carry vertex colours with soft occlusion baked in, and no normals:
//! every plane has vertices of its own, so the flat normals that glTF prescribes then are exact.

#[cfg(feature = "cli")]
mod build;
#[cfg(feature = "cli")]
mod compare;
#[cfg(feature = "cli")]
mod inspect;
mod read;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(any(feature = "cli", feature = "stage"))]
pub(crate) mod shapes;
mod tag;

#[cfg(feature = "cli")]
pub use build::{Model, WriteError, build, stems};
#[cfg(feature = "cli")]
pub use compare::compare;
#[cfg(feature = "cli")]
pub use inspect::inspect;
#[cfg(any(feature = "stage", test))]
pub(crate) use read::light;
pub use read::{
    Box3, Face, Faces, HallModel, Limits, NamePlate, Part, Picture, Pictures, Print, ReadError, Wrap, read, read_faces,
    read_parts,
};
pub use tag::{Extras, PartKind, Tag};

/// A model for what is seen from afar leaves out what is smaller, in metres.
pub const FAR_M: f64 = 1.2;
