//! What a material says of a face's colour.

use super::ReadError;
use super::accessor::Elements;
use super::buffers::Buffers;
use super::picture::{Picture, Pictures, Print, Wrap};
use super::primitive::attribute;
use gltf::json::Root;
use gltf::json::extensions::texture::TextureTransform;
use gltf::json::material::AlphaMode;
use gltf::json::mesh::{Primitive, Semantic};
use gltf::json::texture::{Info, WrappingMode};
use gltf::json::validation::Checked;

pub struct Paint<'a> {
    factor: [f32; 4],
    pub is_glass: bool,
    pub is_unlit: bool,
    is_two_sided: bool,
    /// Whether nothing is where the picture on it covers less than half.
    is_cut: bool,
    sheet: Option<Sheet<'a>>,
}

/// A picture as it lies on all faces.
struct Sheet<'a> {
    /// Its number in the file.
    number: usize,
    /// If it is decoded.
    picture: Option<&'a Picture>,
    wrap: [Wrap; 2],
    uvs: Elements<'a>,
    /// Texture coordinates to places in the picture: columns of the matrix, then the offset.
    transform: [[f32; 2]; 3],
}

impl<'a> Paint<'a> {
    pub fn of(
        root: &Root,
        buffers: &'a Buffers<'_>,
        pictures: &'a Pictures,
        primitive: &Primitive,
        vertices: usize,
    ) -> Result<Self, ReadError> {
        let Some(index) = primitive.material else {
            return Ok(Self {
                factor: [1.0; 4],
                is_glass: false,
                is_unlit: false,
                is_two_sided: false,
                is_cut: false,
                sheet: None,
            });
        };
        let index = index.value();
        let material = root.materials.get(index).ok_or(ReadError::Reference {
            what: "material",
            index,
        })?;
        let is_glass = material.alpha_mode == Checked::Valid(AlphaMode::Blend);
        let mut factor = material.pbr_metallic_roughness.base_color_factor.0;
        if !is_glass {
            factor[3] = 1.0;
        }
        let sheet = match &material.pbr_metallic_roughness.base_color_texture {
            Some(info) => Sheet::of(root, buffers, pictures, primitive, info, vertices)?,
            None => None,
        };
        Ok(Self {
            factor,
            is_glass,
            is_unlit: material.extensions.as_ref().is_some_and(|known| known.unlit.is_some()),
            is_two_sided: material.double_sided,
            // What is glass by its picture alone is mostly not: cut out, it hides what is behind it in any order.
            is_cut: material.alpha_mode == Checked::Valid(AlphaMode::Mask) || is_glass && factor[3] >= 1.0,
            sheet,
        })
    }

    /// Glass is drawn on both sides anyhow.
    pub fn sides(&self) -> usize {
        if self.is_two_sided && !self.is_glass { 2 } else { 1 }
    }

    /// The linear colour of a face, and how much it covers.
    pub fn on(&self, corners: [u32; 3]) -> [f32; 4] {
        let Some(texels) = self.sheet.as_ref().and_then(|sheet| sheet.on(corners)) else {
            return self.factor;
        };
        std::array::from_fn(|c| self.factor[c] * texels[c])
    }

    /// How a picture lies on a face, if one does.
    pub fn print(&self, corners: [u32; 3]) -> Option<Print> {
        let sheet = self.sheet.as_ref()?;
        let places = sheet.places(corners)?;
        places.as_flattened().iter().all(|c| c.is_finite()).then_some(Print {
            picture: sheet.number,
            wrap: sheet.wrap,
            is_cut: self.is_cut,
            places,
        })
    }
}

impl<'a> Sheet<'a> {
    /// `None` if the coordinates are not there.
    fn of(
        root: &Root,
        buffers: &'a Buffers<'_>,
        pictures: &'a Pictures,
        primitive: &Primitive,
        info: &Info,
        vertices: usize,
    ) -> Result<Option<Self>, ReadError> {
        let index = info.index.value();
        let texture = root
            .textures
            .get(index)
            .ok_or(ReadError::Reference { what: "texture", index })?;
        let number = texture.source.value();
        let transform = info
            .extensions
            .as_ref()
            .and_then(|extensions| extensions.texture_transform.as_ref());
        let set = transform
            .and_then(|transform| transform.tex_coord)
            .unwrap_or(info.tex_coord);
        let Some(accessor) = attribute(primitive, Semantic::TexCoords(set)) else {
            return Ok(None);
        };
        let uvs = Elements::of(root, buffers, accessor)?;
        if uvs.components() != 2 || uvs.len() != vertices {
            return Err(ReadError::Accessor {
                accessor: accessor.value(),
                problem: "holds texture coordinates that do not fit the positions",
            });
        }
        let sampler = texture.sampler.and_then(|sampler| root.samplers.get(sampler.value()));
        let wrap = sampler.map_or([Wrap::Repeat; 2], |sampler| [sampler.wrap_s, sampler.wrap_t].map(wrap));
        Ok(Some(Self {
            number,
            picture: pictures.get(&number),
            wrap,
            uvs,
            transform: transform.map_or([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], matrix),
        }))
    }

    fn on(&self, corners: [u32; 3]) -> Option<[f32; 4]> {
        self.picture?.mean(self.places(corners)?, self.wrap)
    }

    fn places(&self, corners: [u32; 3]) -> Option<[[f32; 2]; 3]> {
        let mut places = [[0.0; 2]; 3];
        for (place, corner) in places.iter_mut().zip(corners) {
            let (u, v) = (self.uvs.float(corner as usize, 0)?, self.uvs.float(corner as usize, 1)?);
            let [a, b, offset] = self.transform;
            *place = [0, 1].map(|i| a[i] * u + b[i] * v + offset[i]);
        }
        Some(places)
    }
}

fn wrap(mode: Checked<WrappingMode>) -> Wrap {
    match mode {
        Checked::Valid(WrappingMode::ClampToEdge) => Wrap::Clamp,
        Checked::Valid(WrappingMode::MirroredRepeat) => Wrap::Mirror,
        _ => Wrap::Repeat,
    }
}

/// `KHR_texture_transform`: scaled, then turned, then moved.
fn matrix(transform: &TextureTransform) -> [[f32; 2]; 3] {
    let (sin, cos) = transform.rotation.0.sin_cos();
    let [x, y] = transform.scale.0;
    [[cos * x, -sin * x], [sin * y, cos * y], transform.offset.0]
}
