//! How things are drawn: two short shaders of our own. No lights: the models' vertex colours have theirs baked in.

use super::shapes::Shape;
use super::space;
use bevy::asset::{RenderAssetUsages, uuid_handle};
use bevy::mesh::{Indices, MeshVertexAttribute, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, VertexFormat,
};
use bevy::shader::ShaderRef;

/// Linear colour and coverage, a byte each: with the position 16 bytes a vertex.
pub const ATTRIBUTE_RGBA: MeshVertexAttribute = MeshVertexAttribute::new("Fairway_Rgba", 7_301, VertexFormat::Unorm8x4);

const FLAT_SHADER: Handle<Shader> = uuid_handle!("5f1b6a52-6c43-4e7e-9f0a-6f1b0c9f3a01");
const INK_SHADER: Handle<Shader> = uuid_handle!("5f1b6a52-6c43-4e7e-9f0a-6f1b0c9f3a02");

/// In what order and against what things are drawn: each is one pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Hides what is behind it.
    Solid,
    /// What is behind it shines through; drawn after all that is solid.
    Glass,
    /// Drawn over everything, whatever stands before it.
    Through,
    /// Marks on the venue, hidden by what stands before them.
    Mark,
}

impl Layer {
    /// Added to the distance by which transparent things are sorted: venues are far smaller than these steps.
    fn after(self) -> f32 {
        match self {
            Self::Solid | Self::Glass => 0.0,
            Self::Through => 1e5,
            Self::Mark => 2e5,
        }
    }
}

/// Labels come last.
const INK_AFTER: f32 = 4e5;

/// What all of a layer shares.
#[derive(ShaderType, Clone, Copy, Debug)]
pub struct Look {
    /// Linear colour of the distance; `w` is how much of it the farthest things take on.
    pub haze: Vec4,
    /// Multiplies every colour and its coverage.
    pub tint: Vec4,
}

/// Vertex colours as they are, in a gentle haze.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(Layer)]
pub struct Flat {
    #[uniform(0)]
    pub look: Look,
    pub layer: Layer,
}

impl From<&Flat> for Layer {
    fn from(flat: &Flat) -> Self {
        flat.layer
    }
}

impl Material for Flat {
    fn vertex_shader() -> ShaderRef {
        FLAT_SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        FLAT_SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        match self.layer {
            Layer::Solid => AlphaMode::Opaque,
            Layer::Glass | Layer::Through | Layer::Mark => AlphaMode::Blend,
        }
    }

    fn depth_bias(&self) -> f32 {
        self.layer.after()
    }

    fn enable_prepass() -> bool {
        false
    }

    fn enable_shadows() -> bool {
        false
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            ATTRIBUTE_RGBA.at_shader_location(1),
        ])?];
        let layer = key.bind_group_data;
        if layer != Layer::Solid {
            descriptor.primitive.cull_mode = None;
        }
        if layer == Layer::Through {
            see_through(descriptor);
        }
        Ok(())
    }
}

fn see_through(descriptor: &mut RenderPipelineDescriptor) {
    if let Some(depth) = &mut descriptor.depth_stencil {
        depth.depth_compare = Some(CompareFunction::Always);
    }
}

/// Words and signs from the atlas, at places of the screen.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub struct Ink {
    /// Linear colour round the letters.
    #[uniform(0)]
    pub halo: Vec4,
    /// Red: the letter's part of what is covered; green: what letter and halo cover.
    #[texture(1)]
    #[sampler(2)]
    pub atlas: Handle<Image>,
}

impl Material for Ink {
    fn vertex_shader() -> ShaderRef {
        INK_SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        INK_SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn depth_bias(&self) -> f32 {
        INK_AFTER
    }

    fn enable_prepass() -> bool {
        false
    }

    fn enable_shadows() -> bool {
        false
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            ATTRIBUTE_RGBA.at_shader_location(1),
            Mesh::ATTRIBUTE_UV_0.at_shader_location(2),
        ])?];
        descriptor.primitive.cull_mode = None;
        see_through(descriptor);
        Ok(())
    }
}

/// One material for each layer.
#[derive(Resource, Debug)]
pub struct Layers {
    pub solid: Handle<Flat>,
    pub glass: Handle<Flat>,
    pub through: Handle<Flat>,
    pub mark: Handle<Flat>,
}

pub(super) fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, source, name) in [
        (FLAT_SHADER, include_str!("flat.wgsl"), "fairway/flat.wgsl"),
        (INK_SHADER, include_str!("ink.wgsl"), "fairway/ink.wgsl"),
    ] {
        // An id of ours is always in its first generation, the only reason to be refused.
        let _ = shaders.insert(handle.id(), Shader::from_wgsl(source, name));
    }
    app.add_plugins((MaterialPlugin::<Flat>::default(), MaterialPlugin::<Ink>::default()));
    let mut flats = app.world_mut().resource_mut::<Assets<Flat>>();
    let mut of = |layer| {
        flats.add(Flat {
            look: Look {
                haze: Vec4::ZERO,
                tint: Vec4::ONE,
            },
            layer,
        })
    };
    let layers = Layers {
        solid: of(Layer::Solid),
        glass: of(Layer::Glass),
        through: of(Layer::Through),
        mark: of(Layer::Mark),
    };
    app.insert_resource(layers);
}

/// A mesh for [`Flat`], kept by the GPU alone.
pub fn flat_mesh(positions: Vec<[f32; 3]>, colors: Vec<[u8; 4]>, indices: Vec<u32>) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(ATTRIBUTE_RGBA, bevy::mesh::VertexAttributeValues::Unorm8x4(colors))
        .with_inserted_indices(Indices::U32(indices))
}

/// A shape's mesh.
pub fn shape_mesh(shape: &Shape) -> Mesh {
    flat_mesh(
        shape.positions.iter().map(|p| space::to_world(*p).to_array()).collect(),
        shape.colors.iter().map(|c| linear(*c)).collect(),
        shape.indices.clone(),
    )
}

/// CSS colour to what the shaders reckon in.
pub fn linear([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    let linear = Srgba::rgba_u8(r, g, b, a);
    let linear: LinearRgba = linear.into();
    linear.to_u8_array()
}
