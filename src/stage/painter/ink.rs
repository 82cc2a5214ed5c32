//! Words and signs: quads in the screen's own coordinates, with pictures from one atlas texture that is written to piece by piece.

use super::PaintError;
use super::geometry::{COLOR, PLACE, POSITION, bound};
use super::program::Program;
use super::texture;
use crate::stage::labels::{Rect, Slot, Texels};
use glam::{Vec2, Vec3};
use js_sys::{Float32Array, Uint32Array};
use std::cell::OnceCell;
use web_sys::{WebGl2RenderingContext as Gl, WebGlBuffer, WebGlTexture, WebGlUniformLocation, WebGlVertexArrayObject};

/// Of a texel: letters and halo.
const ATLAS_BYTES: usize = 2;

/// Pictures from the atlas on the screen, drawn in their order.
#[derive(Debug, Default)]
pub struct Quads {
    positions: Vec<[f32; 2]>,
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
        let clip = |x: f32, y: f32| {
            let unit = Vec2::new(x, y) / canvas * 2.0 - 1.0;
            [unit.x, -unit.y]
        };
        let uv = |x: u32, y: u32| [x as f32 / atlas_size as f32, y as f32 / atlas_size as f32];
        let base = self.positions.len() as u32;
        self.positions.extend([
            clip(min.x, min.y),
            clip(max.x, min.y),
            clip(max.x, max.y),
            clip(min.x, max.y),
        ]);
        let (right, bottom) = (slot.x + slot.width, slot.y + slot.height);
        self.uvs.extend([
            uv(slot.x, slot.y),
            uv(right, slot.y),
            uv(right, bottom),
            uv(slot.x, bottom),
        ]);
        self.colors.extend([color; 4]);
        self.indices.extend([0, 1, 2, 0, 2, 3].map(|i| base + i));
    }
}

pub struct Ink {
    program: Program,
    halo: OnceCell<Option<WebGlUniformLocation>>,
    atlas: WebGlTexture,
    array: WebGlVertexArrayObject,
    position: WebGlBuffer,
    color: WebGlBuffer,
    uv: WebGlBuffer,
    index: WebGlBuffer,
    indices: i32,
    /// Of the atlas, and of the quads that are shown.
    bytes: [usize; 2],
}

impl Ink {
    pub fn new(gl: &Gl, atlas_px: u32) -> Result<Self, PaintError> {
        let program = Program::new(gl, "ink", include_str!("ink.vert"), include_str!("ink.frag"))?;
        let array = gl.create_vertex_array().ok_or(PaintError::Lost("vertex array"))?;
        gl.bind_vertex_array(Some(&array));
        let attribute = |at, components, kind| {
            let buffer = bound(gl, Gl::ARRAY_BUFFER)?;
            gl.enable_vertex_attrib_array(at);
            gl.vertex_attrib_pointer_with_i32(at, components, kind, kind == Gl::UNSIGNED_BYTE, 0, 0);
            Ok(buffer)
        };
        let position = attribute(POSITION, 2, Gl::FLOAT)?;
        let color = attribute(COLOR, 4, Gl::UNSIGNED_BYTE)?;
        let uv = attribute(PLACE, 2, Gl::FLOAT)?;
        let index = bound(gl, Gl::ELEMENT_ARRAY_BUFFER)?;
        gl.bind_vertex_array(None);
        Ok(Self {
            program,
            halo: OnceCell::new(),
            atlas: texture::empty(gl, Gl::RG8, (atlas_px, atlas_px))?,
            array,
            position,
            color,
            uv,
            index,
            indices: 0,
            bytes: [(atlas_px * atlas_px) as usize * ATLAS_BYTES, 0],
        })
    }

    pub fn write(&self, gl: &Gl, slot: Slot, texels: &Texels) {
        gl.bind_texture(Gl::TEXTURE_2D, Some(&self.atlas));
        gl.pixel_storei(Gl::UNPACK_ALIGNMENT, 1);
        let (x, y) = (slot.x as i32, slot.y as i32);
        let (width, height) = (texels.width as i32, texels.height as i32);
        // It throws for too few bytes only, and a word's bytes are as many as its width and height say.
        let _ = gl.tex_sub_image_2d_with_i32_and_i32_and_u32_and_type_and_opt_u8_array(
            Gl::TEXTURE_2D,
            0,
            x,
            y,
            width,
            height,
            Gl::RG,
            Gl::UNSIGNED_BYTE,
            Some(&texels.bytes),
        );
    }

    /// What it takes of the GPU's memory.
    pub fn bytes(&self) -> usize {
        self.bytes.iter().sum()
    }

    pub fn show(&mut self, gl: &Gl, quads: &Quads) {
        self.indices = quads.indices.len() as i32;
        if self.indices == 0 {
            return;
        }
        self.bytes[1] = size_of_val(&*quads.positions)
            + size_of_val(&*quads.uvs)
            + size_of_val(&*quads.colors)
            + size_of_val(&*quads.indices);
        gl.bind_vertex_array(Some(&self.array));
        for (buffer, data) in [(&self.position, &quads.positions), (&self.uv, &quads.uvs)] {
            gl.bind_buffer(Gl::ARRAY_BUFFER, Some(buffer));
            let data = Float32Array::from(data.as_flattened());
            gl.buffer_data_with_array_buffer_view(Gl::ARRAY_BUFFER, &data, Gl::DYNAMIC_DRAW);
        }
        gl.bind_buffer(Gl::ARRAY_BUFFER, Some(&self.color));
        gl.buffer_data_with_u8_array(Gl::ARRAY_BUFFER, quads.colors.as_flattened(), Gl::DYNAMIC_DRAW);
        gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, Some(&self.index));
        let indices = Uint32Array::from(quads.indices.as_slice());
        gl.buffer_data_with_array_buffer_view(Gl::ELEMENT_ARRAY_BUFFER, &indices, Gl::DYNAMIC_DRAW);
        gl.bind_vertex_array(None);
    }

    /// Over everything.
    pub fn draw(&self, gl: &Gl, halo: Vec3) -> Result<(), PaintError> {
        if self.indices == 0 {
            return Ok(());
        }
        self.program.bind(gl)?;
        let place = self.halo.get_or_init(|| self.program.uniform(gl, "halo"));
        gl.uniform3fv_with_f32_array(place.as_ref(), &halo.to_array());
        gl.active_texture(Gl::TEXTURE0);
        gl.bind_texture(Gl::TEXTURE_2D, Some(&self.atlas));
        gl.disable(Gl::DEPTH_TEST);
        gl.disable(Gl::CULL_FACE);
        gl.enable(Gl::BLEND);
        gl.bind_vertex_array(Some(&self.array));
        gl.draw_elements_with_i32(Gl::TRIANGLES, self.indices, Gl::UNSIGNED_INT, 0);
        Ok(())
    }
}
