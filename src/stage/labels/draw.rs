//! The labels' quads: one mesh in the screen's own coordinates, words from one atlas texture that is written to piece by piece.

use super::atlas::Slot;
use super::layout::Rect;
use super::raster::Texels;
use crate::stage::material::{ATTRIBUTE_RGBA, Ink, linear};
use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::image::ImageSampler;
use bevy::mesh::{Indices, PrimitiveTopology, VertexAttributeValues};
use bevy::prelude::*;
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_resource::{
    Extent3d, Origin3d, TexelCopyBufferLayout, TexelCopyTextureInfo, TextureAspect, TextureDimension, TextureFormat,
};
use bevy::render::renderer::RenderQueue;
use bevy::render::texture::GpuImage;
use bevy::render::{ExtractSchedule, MainWorld, Render, RenderApp, RenderSystems};

/// The entity that draws all labels.
#[derive(Resource, Debug)]
pub struct Sheet {
    pub ink: Handle<Ink>,
    pub atlas: Handle<Image>,
    mesh: Handle<Mesh>,
    entity: Entity,
}

/// Words that the atlas texture does not have yet.
#[derive(Resource, Debug, Default)]
pub struct Uploads(pub Vec<(Slot, Texels)>);

#[derive(Resource, Debug, Default)]
struct Arriving {
    atlas: Option<AssetId<Image>>,
    uploads: Vec<(Slot, Texels)>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Uploads>();
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render
            .init_resource::<Arriving>()
            .add_systems(ExtractSchedule, extract)
            .add_systems(Render, write.in_set(RenderSystems::PrepareResources));
    }
}

impl Sheet {
    /// Makes the texture, `size` texels square, and the entity.
    pub fn new(
        size: u32,
        commands: &mut Commands,
        images: &mut Assets<Image>,
        inks: &mut Assets<Ink>,
        meshes: &mut Assets<Mesh>,
    ) -> Self {
        let extent = Extent3d {
            width: size,
            height: size,
            depth_or_array_layers: 1,
        };
        let mut image = Image::new_fill(
            extent,
            TextureDimension::D2,
            &[0, 0],
            TextureFormat::Rg8Unorm,
            RenderAssetUsages::RENDER_WORLD,
        );
        image.sampler = ImageSampler::linear();
        let atlas = images.add(image);
        let ink = inks.add(Ink {
            halo: Vec4::ONE,
            atlas: atlas.clone(),
        });
        let mesh = meshes.add(Quads::default().mesh());
        let entity = commands
            .spawn((
                Mesh3d(mesh.clone()),
                MeshMaterial3d(ink.clone()),
                NoFrustumCulling,
                Visibility::Hidden,
            ))
            .id();
        Self {
            ink,
            atlas,
            mesh,
            entity,
        }
    }

    /// Shows these quads in place of the ones before.
    pub fn show(&self, quads: Quads, commands: &mut Commands, meshes: &mut Assets<Mesh>) {
        let visibility = if quads.indices.is_empty() {
            Visibility::Hidden
        } else {
            Visibility::Inherited
        };
        commands.entity(self.entity).insert(visibility);
        // A handle that is held is always of the present generation, the only reason to be refused.
        let _ = meshes.insert(self.mesh.id(), quads.mesh());
    }
}

/// Pictures from the atlas on the screen, drawn in their order.
#[derive(Debug, Default)]
pub struct Quads {
    positions: Vec<[f32; 3]>,
    uvs: Vec<[f32; 2]>,
    colors: Vec<[u8; 4]>,
    indices: Vec<u32>,
}

impl Quads {
    /// `rect` in CSS pixels of a canvas of that size; it is moved to the nearest whole drawn pixel, or letters blur.
    pub fn push(&mut self, rect: &Rect, slot: Slot, atlas_size: u32, color: [u8; 4], canvas: Vec2, ratio: f32) {
        let texels = Vec2::new(slot.width as f32, slot.height as f32);
        let min = (rect.min * ratio).round() / ratio;
        let max = min + texels / ratio;
        let ndc = |p: Vec2| {
            let unit = p / canvas * 2.0 - 1.0;
            [unit.x, -unit.y, 0.5]
        };
        let uv = |x: u32, y: u32| [x as f32 / atlas_size as f32, y as f32 / atlas_size as f32];
        let base = self.positions.len() as u32;
        self.positions.extend([
            ndc(min),
            ndc(Vec2::new(max.x, min.y)),
            ndc(max),
            ndc(Vec2::new(min.x, max.y)),
        ]);
        let (right, bottom) = (slot.x + slot.width, slot.y + slot.height);
        self.uvs.extend([
            uv(slot.x, slot.y),
            uv(right, slot.y),
            uv(right, bottom),
            uv(slot.x, bottom),
        ]);
        self.colors.extend([linear(color); 4]);
        self.indices.extend([0, 1, 2, 0, 2, 3].map(|i| base + i));
    }

    fn mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, self.uvs)
            .with_inserted_attribute(ATTRIBUTE_RGBA, VertexAttributeValues::Unorm8x4(self.colors))
            .with_inserted_indices(Indices::U32(self.indices))
    }
}

fn extract(mut main: ResMut<MainWorld>, mut arriving: ResMut<Arriving>) {
    arriving.atlas = main.get_resource::<Sheet>().map(|sheet| sheet.atlas.id());
    if let Some(mut uploads) = main.get_resource_mut::<Uploads>()
        && !uploads.0.is_empty()
    {
        arriving.uploads.append(&mut uploads.0);
    }
}

/// Writes words to the texture as soon as there is one.
fn write(mut arriving: ResMut<Arriving>, images: Res<RenderAssets<GpuImage>>, queue: Res<RenderQueue>) {
    let Some(image) = arriving.atlas.and_then(|atlas| images.get(atlas)) else {
        return;
    };
    for (slot, texels) in arriving.uploads.drain(..) {
        queue.write_texture(
            TexelCopyTextureInfo {
                texture: &image.texture,
                mip_level: 0,
                origin: Origin3d {
                    x: slot.x,
                    y: slot.y,
                    z: 0,
                },
                aspect: TextureAspect::All,
            },
            &texels.bytes,
            TexelCopyBufferLayout {
                offset: 0,
                bytes_per_row: Some(texels.width * 2),
                rows_per_image: None,
            },
            Extent3d {
                width: texels.width,
                height: texels.height,
                depth_or_array_layers: 1,
            },
        );
    }
}
