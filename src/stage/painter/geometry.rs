//! Triangles in the GPU's memory.

use super::PaintError;
use js_sys::{Float32Array, Uint16Array, Uint32Array};
use std::collections::BTreeMap;
use web_sys::{WebGl2RenderingContext as Gl, WebGlBuffer, WebGlVertexArrayObject};

/// Where the programs find position and colour.
pub const POSITION: u32 = 0;
pub const COLOR: u32 = 1;
/// And the place in a picture.
pub const PLACE: u32 = 2;

/// Which of the uploaded geometries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GeometryId(u32);

struct Geometry {
    array: WebGlVertexArrayObject,
    buffers: Vec<WebGlBuffer>,
    indices: i32,
    index_type: u32,
    bytes: usize,
}

#[derive(Default)]
pub struct Geometries {
    next: u32,
    all: BTreeMap<GeometryId, Geometry>,
}

impl Geometries {
    pub fn add(
        &mut self,
        gl: &Gl,
        positions: &[[f32; 3]],
        colors: &[[u8; 4]],
        indices: &[u32],
    ) -> Result<GeometryId, PaintError> {
        let array = gl.create_vertex_array().ok_or(PaintError::Lost("vertex array"))?;
        gl.bind_vertex_array(Some(&array));
        let position = filled(gl, Gl::ARRAY_BUFFER, &Float32Array::from(positions.as_flattened()))?;
        gl.enable_vertex_attrib_array(POSITION);
        gl.vertex_attrib_pointer_with_i32(POSITION, 3, Gl::FLOAT, false, 0, 0);
        let color = bound(gl, Gl::ARRAY_BUFFER)?;
        gl.buffer_data_with_u8_array(Gl::ARRAY_BUFFER, colors.as_flattened(), Gl::STATIC_DRAW);
        gl.enable_vertex_attrib_array(COLOR);
        gl.vertex_attrib_pointer_with_i32(COLOR, 4, Gl::UNSIGNED_BYTE, true, 0, 0);
        // The largest number of 16 bits restarts a primitive.
        let is_short = positions.len() <= usize::from(u16::MAX);
        let (index_type, index_bytes) = if is_short {
            (Gl::UNSIGNED_SHORT, 2)
        } else {
            (Gl::UNSIGNED_INT, 4)
        };
        let index = if is_short {
            let short: Vec<u16> = indices.iter().map(|index| *index as u16).collect();
            filled(gl, Gl::ELEMENT_ARRAY_BUFFER, &Uint16Array::from(&short[..]))?
        } else {
            filled(gl, Gl::ELEMENT_ARRAY_BUFFER, &Uint32Array::from(indices))?
        };
        gl.bind_vertex_array(None);

        let id = GeometryId(self.next);
        self.next += 1;
        let geometry = Geometry {
            array,
            buffers: vec![position, color, index],
            indices: indices.len() as i32,
            index_type,
            bytes: size_of_val(positions) + size_of_val(colors) + indices.len() * index_bytes,
        };
        self.all.insert(id, geometry);
        Ok(id)
    }

    /// Says where in a picture each vertex is.
    pub fn lay(&mut self, gl: &Gl, id: GeometryId, places: &[[f32; 2]]) -> Result<(), PaintError> {
        let Some(geometry) = self.all.get_mut(&id) else {
            return Ok(());
        };
        gl.bind_vertex_array(Some(&geometry.array));
        let place = filled(gl, Gl::ARRAY_BUFFER, &Float32Array::from(places.as_flattened()))?;
        gl.enable_vertex_attrib_array(PLACE);
        gl.vertex_attrib_pointer_with_i32(PLACE, 2, Gl::FLOAT, false, 0, 0);
        gl.bind_vertex_array(None);
        geometry.buffers.push(place);
        geometry.bytes += size_of_val(places);
        Ok(())
    }

    pub fn remove(&mut self, gl: &Gl, id: GeometryId) {
        let Some(geometry) = self.all.remove(&id) else { return };
        gl.delete_vertex_array(Some(&geometry.array));
        for buffer in &geometry.buffers {
            gl.delete_buffer(Some(buffer));
        }
    }

    /// What all of them take of the GPU's memory.
    pub fn bytes(&self) -> usize {
        self.all.values().map(|geometry| geometry.bytes).sum()
    }

    /// Returns how many triangles they were.
    pub fn draw(&self, gl: &Gl, id: GeometryId) -> usize {
        let Some(geometry) = self.all.get(&id) else { return 0 };
        gl.bind_vertex_array(Some(&geometry.array));
        gl.draw_elements_with_i32(Gl::TRIANGLES, geometry.indices, geometry.index_type, 0);
        geometry.indices as usize / 3
    }
}

/// A new buffer, bound.
pub fn bound(gl: &Gl, target: u32) -> Result<WebGlBuffer, PaintError> {
    let buffer = gl.create_buffer().ok_or(PaintError::Lost("buffer"))?;
    gl.bind_buffer(target, Some(&buffer));
    Ok(buffer)
}

fn filled(gl: &Gl, target: u32, data: &js_sys::Object) -> Result<WebGlBuffer, PaintError> {
    let buffer = bound(gl, target)?;
    gl.buffer_data_with_array_buffer_view(target, data, Gl::STATIC_DRAW);
    Ok(buffer)
}
