//! Venue → `.glb`, and `.glb` → what the stage draws.
//!
//! A model is an architect's: warm white, cut open above the doors, colour only where it says something. Its axes are glTF's:
//! x is the venue's x, y is height, z is the venue's −y, all in metres. Each level is a node `{"kind": "level", "id": …}` at its
//! elevation; under it hang floor, walls, columns, roof and numbers, and one node for each booth, fixture, amenity, kiosk and
//! connector, tagged in `extras.fairway` ([`Tag`]). Faces carry vertex colours with soft occlusion baked in, and no normals:
//! every plane has vertices of its own, so the flat normals that glTF prescribes then are exact.

mod amenities;
mod booths;
mod build;
mod connectors;
mod doors;
mod edges;
mod extrude;
mod fixtures;
mod floor;
mod glb;
mod ink;
mod island;
mod lettering;
mod mesh;
mod occlusion;
mod outline;
mod prism;
mod props;
mod region;
mod roof;
mod scene;
mod sheet;
mod shell;
mod signs;
mod site;
mod stand;
mod tag;
mod walls;

pub use build::{Model, build};
pub use glb::WriteError;
pub use tag::{Extras, PartKind, Tag};
