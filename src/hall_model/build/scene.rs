//! The tree of a model before it becomes bytes: tagged nodes that share meshes.

use super::mesh::{Mesh, Meshes, Shape, V3};
use crate::hall_model::tag::{NameRoom, Tag};
use std::collections::BTreeMap;

/// Which mesh a node shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeshId(pub usize);

/// A node and what hangs on it.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub name: Option<String>,
    pub tag: Option<Tag>,
    pub name_room: Option<NameRoom>,
    pub at: V3,
    pub rotation: Rotation,
    /// The same on all axes.
    pub scale: Option<f64>,
    pub mesh: Option<MeshId>,
    pub children: Vec<Node>,
}

/// A unit quaternion, x y z w.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation(pub [f64; 4]);

impl Default for Rotation {
    fn default() -> Self {
        Self([0.0, 0.0, 0.0, 1.0])
    }
}

impl Rotation {
    /// About the vertical, in radians, counter-clockwise seen from above.
    pub fn turn(angle: f64) -> Self {
        let (sin, cos) = (angle / 2.0).sin_cos();
        Self([0.0, sin, 0.0, cos])
    }

    /// First laid on its back, so that what faced +z faces up, then turned.
    pub fn flat(angle: f64) -> Self {
        let (sin, cos) = (angle / 2.0).sin_cos();
        let half = std::f64::consts::FRAC_1_SQRT_2;
        Self([-half * cos, half * sin, half * sin, half * cos])
    }

    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Node {
    pub fn tagged(tag: Tag) -> Self {
        Self {
            name: Some(match &tag.id {
                Some(id) => id.clone(),
                None => format!("{:?}", tag.kind).to_lowercase(),
            }),
            tag: Some(tag),
            ..Self::default()
        }
    }

    pub fn mesh(mesh: Option<MeshId>) -> Self {
        Self {
            mesh,
            ..Self::default()
        }
    }

    pub fn with_mesh(self, mesh: Option<MeshId>) -> Self {
        Self { mesh, ..self }
    }

    pub fn at(self, at: V3) -> Self {
        Self { at, ..self }
    }

    pub fn turned(self, angle: f64) -> Self {
        Self {
            rotation: Rotation::turn(angle),
            ..self
        }
    }

    /// Adds a child, unless it shows nothing: validators frown at empty nodes.
    pub fn push(&mut self, child: Node) {
        if child.mesh.is_some() || !child.children.is_empty() {
            self.children.push(child);
        }
    }
}

/// The meshes of one model, each once.
#[derive(Debug, Default)]
pub struct Stock {
    meshes: Vec<Meshes>,
    by_key: BTreeMap<String, Option<MeshId>>,
}

impl Stock {
    /// Takes in a shape that stands once; `None` if there is nothing to see of it.
    pub fn take(&mut self, shape: &Shape) -> Option<MeshId> {
        self.keep(Meshes::from(shape))
    }

    /// The same for what is meshes already.
    pub fn keep(&mut self, meshes: Meshes) -> Option<MeshId> {
        let seen = |mesh: &Mesh| !mesh.indices.is_empty();
        (seen(&meshes.opaque) || seen(&meshes.glass)).then(|| {
            self.meshes.push(meshes);
            MeshId(self.meshes.len() - 1)
        })
    }

    /// The mesh of that key; made by `make` the first time.
    pub fn shared(&mut self, key: &str, make: impl FnOnce() -> Shape) -> Option<MeshId> {
        if let Some(known) = self.by_key.get(key) {
            return *known;
        }
        let mesh = self.take(&make());
        self.by_key.insert(key.to_owned(), mesh);
        mesh
    }

    pub fn meshes(&self) -> &[Meshes] {
        &self.meshes
    }
}
