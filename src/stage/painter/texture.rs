//! Textures that are filled, or drawn on, by us.

use super::PaintError;
use web_sys::{WebGl2RenderingContext as Gl, WebGlTexture};

/// An empty one, bound: smooth between its texels, and ending at its edges.
pub fn empty(gl: &Gl, format: u32, (width, height): (u32, u32)) -> Result<WebGlTexture, PaintError> {
    let texture = gl.create_texture().ok_or(PaintError::Lost("texture"))?;
    gl.bind_texture(Gl::TEXTURE_2D, Some(&texture));
    gl.tex_storage_2d(Gl::TEXTURE_2D, 1, format, width as i32, height as i32);
    for (name, value) in [
        (Gl::TEXTURE_MIN_FILTER, Gl::LINEAR),
        (Gl::TEXTURE_MAG_FILTER, Gl::LINEAR),
        (Gl::TEXTURE_WRAP_S, Gl::CLAMP_TO_EDGE),
        (Gl::TEXTURE_WRAP_T, Gl::CLAMP_TO_EDGE),
    ] {
        gl.tex_parameteri(Gl::TEXTURE_2D, name, value as i32);
    }
    Ok(texture)
}
