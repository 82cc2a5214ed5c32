//! A scene as binary glTF 2.0: positions and vertex colours only, every accessor with its bounds, equal input to equal bytes.

use super::mesh::Mesh;
use super::scene::{MeshId, Node, Stock};
use crate::hall_model::tag::{Extras, Told};
use gltf::binary::{Glb, Header};
use gltf::json::accessor::{ComponentType, GenericComponentType, Type};
use gltf::json::buffer::{Stride, Target, View};
use gltf::json::material::{AlphaMode, PbrMetallicRoughness, StrengthFactor};
use gltf::json::mesh::{Mode, Primitive, Semantic};
use gltf::json::scene::UnitQuaternion;
use gltf::json::validation::Checked::Valid;
use gltf::json::validation::USize64;
use gltf::json::{Accessor, Asset, Buffer, Index, Material, Root, Scene};
use std::borrow::Cow;

/// Why a scene did not become a file.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the model is larger than a glb file can be")]
    TooLarge(#[from] gltf::Error),
    #[error("the model's description could not be written")]
    Description(#[from] serde_json::Error),
}

/// Writes the trees under `roots` with the meshes that they show.
///
/// # Errors
/// If the file would pass 4 GiB.
pub fn write(roots: Vec<Node>, stock: &Stock) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer::new();
    for meshes in stock.meshes() {
        let primitives = [(&meshes.opaque, OPAQUE), (&meshes.glass, GLASS)]
            .into_iter()
            .filter(|(mesh, _)| !mesh.indices.is_empty())
            .map(|(mesh, material)| writer.primitive(mesh, material))
            .collect();
        writer.root.meshes.push(gltf::json::Mesh {
            primitives,
            name: None,
            weights: None,
            extensions: None,
            extras: None,
        });
    }
    let mut nodes = Vec::new();
    for node in roots {
        nodes.push(writer.node(node)?);
    }
    writer.root.scenes.push(Scene {
        nodes,
        name: None,
        extensions: None,
        extras: None,
    });
    writer.root.scene = Some(Index::new(0));
    writer.finish()
}

const OPAQUE: u32 = 0;
const GLASS: u32 = 1;

/// Buffer views, in the order of their data in the file.
const POSITIONS: u32 = 0;
const COLORS: u32 = 1;
const INDICES: u32 = 2;

struct Writer {
    root: Root,
    positions: Vec<u8>,
    colors: Vec<u8>,
    /// 16 bits each, and 32 where a mesh needs it; each accessor begins at a multiple of four.
    indices: Vec<u8>,
}

impl Writer {
    fn new() -> Self {
        let material = |name: &str, alpha_mode| Material {
            name: Some(name.to_owned()),
            alpha_mode: Valid(alpha_mode),
            pbr_metallic_roughness: PbrMetallicRoughness {
                metallic_factor: StrengthFactor(0.0),
                roughness_factor: StrengthFactor(1.0),
                ..PbrMetallicRoughness::default()
            },
            ..Material::default()
        };
        Self {
            root: Root {
                asset: Asset {
                    generator: Some(concat!("Fairway ", env!("CARGO_PKG_VERSION")).to_owned()),
                    ..Asset::default()
                },
                materials: vec![
                    material("paper", AlphaMode::Opaque),
                    material("glass", AlphaMode::Blend),
                ],
                ..Root::default()
            },
            positions: Vec::new(),
            colors: Vec::new(),
            indices: Vec::new(),
        }
    }

    fn primitive(&mut self, mesh: &Mesh, material: u32) -> Primitive {
        let bound = |pick: fn(f32, f32) -> f32, start: f32| {
            let bound = mesh
                .positions
                .iter()
                .fold([start; 3], |b, p| std::array::from_fn(|i| pick(b[i], p[i])));
            Some(serde_json::json!(bound))
        };
        let positions = self.accessor(
            (POSITIONS, self.positions.len(), mesh.positions.len()),
            (ComponentType::F32, Type::Vec3),
        );
        if let Some(accessor) = self.root.accessors.last_mut() {
            accessor.min = bound(f32::min, f32::INFINITY);
            accessor.max = bound(f32::max, f32::NEG_INFINITY);
        }
        self.positions
            .extend(mesh.positions.iter().flatten().flat_map(|c| c.to_le_bytes()));

        let colors = self.accessor(
            (COLORS, self.colors.len(), mesh.colors.len()),
            (ComponentType::U8, Type::Vec4),
        );
        if let Some(accessor) = self.root.accessors.last_mut() {
            accessor.normalized = true;
        }
        self.colors.extend(mesh.colors.iter().flatten());

        // The largest 16-bit number restarts a primitive, so it is no index.
        let wide = mesh.positions.len() > usize::from(u16::MAX);
        let component = if wide { ComponentType::U32 } else { ComponentType::U16 };
        let indices = self.accessor(
            (INDICES, self.indices.len(), mesh.indices.len()),
            (component, Type::Scalar),
        );
        for index in &mesh.indices {
            let bytes = index.to_le_bytes();
            self.indices.extend(if wide { &bytes[..] } else { &bytes[..2] });
        }
        self.indices.resize(self.indices.len().next_multiple_of(4), 0);

        Primitive {
            attributes: [(Semantic::Positions, positions), (Semantic::Colors(0), colors)]
                .map(|(semantic, accessor)| (Valid(semantic), accessor))
                .into(),
            indices: Some(indices),
            material: Some(Index::new(material)),
            mode: Valid(Mode::Triangles),
            targets: None,
            extensions: None,
            extras: None,
        }
    }

    fn accessor(
        &mut self,
        (view, offset, count): (u32, usize, usize),
        (component, type_): (ComponentType, Type),
    ) -> Index<Accessor> {
        self.root.push(Accessor {
            buffer_view: Some(Index::new(view)),
            byte_offset: (offset > 0).then(|| USize64::from(offset)),
            count: USize64::from(count),
            component_type: Valid(GenericComponentType(component)),
            type_: Valid(type_),
            min: None,
            max: None,
            name: None,
            normalized: false,
            sparse: None,
            extensions: None,
            extras: None,
        })
    }

    fn node(&mut self, node: Node) -> Result<Index<gltf::json::Node>, WriteError> {
        let mut children = Vec::new();
        for child in node.children {
            children.push(self.node(child)?);
        }
        let extras = Extras {
            fairway: node.tag.map(Told::Tag),
            name: node.name_room,
        };
        let extras = match extras == Extras::default() {
            true => None,
            false => Some(serde_json::value::to_raw_value(&extras)?),
        };
        Ok(self.root.push(gltf::json::Node {
            name: node.name,
            mesh: node.mesh.map(|MeshId(mesh)| Index::new(mesh as u32)),
            translation: (node.at != [0.0; 3]).then(|| node.at.map(|c| c as f32 + 0.0)),
            rotation: (!node.rotation.is_none()).then(|| UnitQuaternion(node.rotation.0.map(|c| c as f32 + 0.0))),
            scale: node.scale.map(|scale| [scale as f32; 3]),
            children: (!children.is_empty()).then_some(children),
            extras,
            ..gltf::json::Node::default()
        }))
    }

    fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        let parts = [
            (&self.positions, Some(12), Target::ArrayBuffer),
            (&self.colors, Some(4), Target::ArrayBuffer),
            (&self.indices, None, Target::ElementArrayBuffer),
        ];
        let mut bytes = Vec::new();
        for (part, stride, target) in parts {
            // All three are empty, or none is: a mesh has all of them.
            if part.is_empty() {
                continue;
            }
            self.root.buffer_views.push(View {
                buffer: Index::new(0),
                byte_length: USize64::from(part.len()),
                byte_offset: (!bytes.is_empty()).then(|| USize64::from(bytes.len())),
                byte_stride: stride.map(Stride),
                target: Some(Valid(target)),
                name: None,
                extensions: None,
                extras: None,
            });
            bytes.extend(part);
        }
        if !bytes.is_empty() {
            self.root.buffers.push(Buffer {
                byte_length: USize64::from(bytes.len()),
                uri: None,
                name: None,
                extensions: None,
                extras: None,
            });
        }
        let uses_glass = self
            .root
            .meshes
            .iter()
            .flat_map(|mesh| &mesh.primitives)
            .any(|primitive| {
                primitive
                    .material
                    .is_some_and(|material| material.value() == GLASS as usize)
            });
        if !uses_glass {
            self.root.materials.truncate(1);
        }
        let json = self.root.to_vec()?;
        let glb = Glb {
            header: Header {
                magic: *b"glTF",
                version: 2,
                // Computed by the writer.
                length: 0,
            },
            json: Cow::Owned(json),
            bin: (!bytes.is_empty()).then_some(Cow::Owned(bytes)),
        };
        Ok(glb.to_vec()?)
    }
}
