//! The triangles of one primitive, whichever way they are written.

use super::ReadError;
use super::accessor::Elements;
use super::buffers::Buffers;
use gltf::json::mesh::{Mode, Primitive, Semantic};
use gltf::json::validation::Checked;
use gltf::json::{Accessor, Index, Root};

/// One attribute of a primitive's vertices.
pub fn attribute(primitive: &Primitive, semantic: Semantic) -> Option<Index<Accessor>> {
    primitive.attributes.get(&Checked::Valid(semantic)).copied()
}

pub struct Source<'a> {
    positions: Elements<'a>,
    colors: Option<Elements<'a>>,
    /// With the accessor that they are in.
    indices: Option<(usize, Elements<'a>)>,
    mode: Mode,
}

impl<'a> Source<'a> {
    /// `None` if there is nothing with an area: points, lines, or no positions.
    pub fn of(root: &Root, buffers: &'a Buffers<'_>, primitive: &Primitive) -> Result<Option<Self>, ReadError> {
        let Checked::Valid(mode @ (Mode::Triangles | Mode::TriangleStrip | Mode::TriangleFan)) = primitive.mode else {
            return Ok(None);
        };
        let Some(position) = attribute(primitive, Semantic::Positions) else {
            return Ok(None);
        };
        let wrong = |accessor: Index<Accessor>, problem| ReadError::Accessor {
            accessor: accessor.value(),
            problem,
        };
        let positions = Elements::of(root, buffers, position)?;
        let is_quantized = root.extensions_used.iter().any(|name| name == "KHR_mesh_quantization");
        if positions.components() != 3 || !(positions.is_float() || is_quantized) {
            return Err(wrong(position, "holds positions that are not three floats each"));
        }
        let colors = match attribute(primitive, Semantic::Colors(0)) {
            Some(accessor) => {
                let colors = Elements::of(root, buffers, accessor)?;
                if colors.components() < 3 || colors.len() != positions.len() {
                    return Err(wrong(accessor, "holds colours that do not fit the positions"));
                }
                Some(colors)
            }
            None => None,
        };
        let indices = match primitive.indices {
            Some(accessor) => {
                let indices = Elements::of(root, buffers, accessor)?;
                if !indices.is_index() {
                    return Err(wrong(accessor, "holds indices that are no whole numbers"));
                }
                Some((accessor.value(), indices))
            }
            None => None,
        };
        Ok(Some(Self {
            positions,
            colors,
            indices,
            mode,
        }))
    }

    pub fn vertices(&self) -> usize {
        self.positions.len()
    }

    pub fn triangles(&self) -> usize {
        let corners = self
            .indices
            .as_ref()
            .map_or(self.positions.len(), |(_, indices)| indices.len());
        match self.mode {
            Mode::TriangleStrip | Mode::TriangleFan => corners.saturating_sub(2),
            _ => corners / 3,
        }
    }

    /// The vertices of a triangle, against the clock as seen from its front.
    pub fn corners(&self, triangle: usize) -> Result<[u32; 3], ReadError> {
        let places = match self.mode {
            // Every second one of a strip would face the other way.
            Mode::TriangleStrip => [triangle, triangle + 1 + triangle % 2, triangle + 2 - triangle % 2],
            Mode::TriangleFan => [triangle + 1, triangle + 2, 0],
            _ => [0, 1, 2].map(|i| triangle * 3 + i),
        };
        let mut corners = [0; 3];
        for (corner, place) in corners.iter_mut().zip(places) {
            *corner = match &self.indices {
                Some((accessor, indices)) => indices
                    .index(place)
                    .filter(|index| (*index as usize) < self.positions.len())
                    .ok_or(ReadError::Accessor {
                        accessor: *accessor,
                        problem: "has an index past the last vertex",
                    })?,
                None => place as u32,
            };
        }
        Ok(corners)
    }

    pub fn position(&self, vertex: u32) -> Option<[f32; 3]> {
        let at = |part| self.positions.float(vertex as usize, part);
        Some([at(0)?, at(1)?, at(2)?])
    }

    /// White where the file says nothing.
    pub fn color(&self, vertex: u32) -> Option<[f32; 4]> {
        let mut color = [1.0; 4];
        if let Some(colors) = &self.colors {
            for (part, channel) in color.iter_mut().enumerate().take(colors.components()) {
                *channel = colors.share(vertex as usize, part)?;
            }
        }
        Some(color)
    }
}
