//! Pictures that lie on what is drawn.

use super::PaintError;
use crate::hall_model::{Picture, Wrap};
use std::collections::BTreeMap;
use web_sys::{WebGl2RenderingContext as Gl, WebGlTexture};

/// Which of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PrintId(u32);

/// A picture on something that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    pub id: PrintId,
    /// Whether nothing is where it covers less than half.
    pub is_cut: bool,
}

#[derive(Default)]
pub struct Prints {
    next: u32,
    /// With the bytes that each takes.
    all: BTreeMap<PrintId, (WebGlTexture, usize)>,
}

impl Prints {
    pub fn add(&mut self, gl: &Gl, picture: &Picture, wrap: [Wrap; 2]) -> Result<PrintId, PaintError> {
        let texture = gl.create_texture().ok_or(PaintError::Lost("texture"))?;
        gl.bind_texture(Gl::TEXTURE_2D, Some(&texture));
        gl.pixel_storei(Gl::UNPACK_ALIGNMENT, 1);
        let [width, height] = picture.size();
        // It throws for too few bytes only, and a picture has as many as its size says.
        let _ = gl.tex_image_2d_with_i32_and_i32_and_i32_and_format_and_type_and_opt_u8_array(
            Gl::TEXTURE_2D,
            0,
            Gl::RGBA8 as i32,
            width as i32,
            height as i32,
            0,
            Gl::RGBA,
            Gl::UNSIGNED_BYTE,
            Some(picture.texels()),
        );
        gl.generate_mipmap(Gl::TEXTURE_2D);
        gl.tex_parameteri(Gl::TEXTURE_2D, Gl::TEXTURE_MIN_FILTER, Gl::LINEAR_MIPMAP_LINEAR as i32);
        for (side, wrap) in [Gl::TEXTURE_WRAP_S, Gl::TEXTURE_WRAP_T].into_iter().zip(wrap) {
            let mode = match wrap {
                Wrap::Repeat => Gl::REPEAT,
                Wrap::Mirror => Gl::MIRRORED_REPEAT,
                Wrap::Clamp => Gl::CLAMP_TO_EDGE,
            };
            gl.tex_parameteri(Gl::TEXTURE_2D, side, mode as i32);
        }
        let id = PrintId(self.next);
        self.next += 1;
        // The smaller ones that are made of it take a third as much.
        self.all.insert(id, (texture, picture.texels().len() * 4 / 3));
        Ok(id)
    }

    pub fn remove(&mut self, gl: &Gl, id: PrintId) {
        if let Some((texture, _)) = self.all.remove(&id) {
            gl.delete_texture(Some(&texture));
        }
    }

    /// What is drawn with a picture has that one from here on.
    pub fn bind(&self, gl: &Gl, id: PrintId) {
        gl.bind_texture(Gl::TEXTURE_2D, self.all.get(&id).map(|(texture, _)| texture));
    }

    /// What they take of the GPU's memory.
    pub fn bytes(&self) -> usize {
        self.all.values().map(|(_, bytes)| bytes).sum()
    }
}
