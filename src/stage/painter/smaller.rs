//! A picture of fewer pixels than the canvas has, and the canvas filled with it. To change the canvas's own size instead would wait, twice, for all that
//! the GPU's process has still to do: seconds, where a processor draws and the page has changed too.

use super::PaintError;
use super::geometry::{Geometries, GeometryId};
use super::program::Program;
use super::texture;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{WebGl2RenderingContext as Gl, WebGlFramebuffer, WebGlRenderbuffer, WebGlTexture};

/// As many as every WebGL2 has.
const SAMPLES: i32 = 4;
/// Of a pixel or a sample: colour, and depth.
const COLOR_BYTES: usize = 4;
const DEPTH_BYTES: usize = 4;
/// Covers the whole screen, and more.
const TRIANGLE: [[f32; 3]; 3] = [[-1.0, -1.0, 0.0], [3.0, -1.0, 0.0], [-1.0, 3.0, 0.0]];

pub struct Smaller {
    program: Program,
    triangle: GeometryId,
    /// Whether edges are smooth, as they are on the canvas.
    is_smooth: bool,
    surface: Option<Surface>,
}

/// What is drawn on.
struct Surface {
    size: (u32, u32),
    texture: WebGlTexture,
    depth: WebGlRenderbuffer,
    /// Where the samples of smooth edges lie, and the frame that they are in; without them, the texture's own is drawn on.
    samples: Option<(WebGlRenderbuffer, WebGlFramebuffer)>,
    framebuffer: WebGlFramebuffer,
}

impl Smaller {
    pub fn new(gl: &Gl, geometries: &mut Geometries) -> Result<Self, PaintError> {
        let given = gl.get_context_attributes();
        Ok(Self {
            program: Program::new(
                gl,
                "enlarge",
                include_str!("enlarge.vert"),
                include_str!("enlarge.frag"),
            )?,
            triangle: geometries.add(gl, &TRIANGLE, &[[0; 4]; 3], &[0, 1, 2])?,
            is_smooth: given.is_some_and(|given| given.get_antialias() == Some(true)),
            surface: None,
        })
    }

    /// Draws on a picture of that size from here on.
    pub fn enter(&mut self, gl: &Gl, size: (u32, u32)) -> Result<(), PaintError> {
        let kept = self.surface.take_if(|surface| surface.size == size);
        if let Some(surface) = self.surface.take() {
            surface.free(gl);
        }
        let surface = kept.map_or_else(|| Surface::new(gl, size, self.is_smooth), Ok)?;
        gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(surface.drawn_on()));
        self.surface = Some(surface);
        Ok(())
    }

    /// Fills the canvas, of that size, with what has been drawn, and draws there from here on.
    pub fn show(&self, gl: &Gl, geometries: &Geometries, (width, height): (u32, u32)) -> Result<(), PaintError> {
        let Some(surface) = &self.surface else { return Ok(()) };
        surface.resolve(gl);
        gl.bind_framebuffer(Gl::FRAMEBUFFER, None);
        gl.viewport(0, 0, width as i32, height as i32);
        gl.disable(Gl::DEPTH_TEST);
        gl.disable(Gl::BLEND);
        self.program.bind(gl)?;
        gl.bind_texture(Gl::TEXTURE_2D, Some(&surface.texture));
        geometries.draw(gl, self.triangle);
        Ok(())
    }

    /// What it takes of the GPU's memory.
    pub fn bytes(&self) -> usize {
        self.surface.as_ref().map_or(0, Surface::bytes)
    }
}

impl Surface {
    fn new(gl: &Gl, size: (u32, u32), is_smooth: bool) -> Result<Self, PaintError> {
        let (width, height) = (size.0 as i32, size.1 as i32);
        let samples = if is_smooth { SAMPLES } else { 0 };
        let texture = texture::empty(gl, Gl::RGBA8, size)?;
        let buffer = |format| {
            let buffer = gl.create_renderbuffer().ok_or(PaintError::Lost("renderbuffer"))?;
            gl.bind_renderbuffer(Gl::RENDERBUFFER, Some(&buffer));
            gl.renderbuffer_storage_multisample(Gl::RENDERBUFFER, samples, format, width, height);
            Ok(buffer)
        };
        let framebuffer = bound(gl)?;
        gl.framebuffer_texture_2d(
            Gl::FRAMEBUFFER,
            Gl::COLOR_ATTACHMENT0,
            Gl::TEXTURE_2D,
            Some(&texture),
            0,
        );
        let samples = if is_smooth {
            let (color, framebuffer) = (buffer(Gl::RGBA8)?, bound(gl)?);
            attach(gl, Gl::COLOR_ATTACHMENT0, &color);
            Some((color, framebuffer))
        } else {
            None
        };
        // To the frame that is drawn on, which was bound last.
        let depth = buffer(Gl::DEPTH_COMPONENT24)?;
        attach(gl, Gl::DEPTH_ATTACHMENT, &depth);
        Ok(Self {
            size,
            texture,
            depth,
            samples,
            framebuffer,
        })
    }

    fn drawn_on(&self) -> &WebGlFramebuffer {
        self.samples
            .as_ref()
            .map_or(&self.framebuffer, |(_, framebuffer)| framebuffer)
    }

    /// Makes a picture of the samples, and lets go of what nobody looks at: a phone's GPU need not bring it to its memory.
    fn resolve(&self, gl: &Gl) {
        let mut done = vec![Gl::DEPTH_ATTACHMENT];
        if self.samples.is_some() {
            let (width, height) = (self.size.0 as i32, self.size.1 as i32);
            gl.bind_framebuffer(Gl::DRAW_FRAMEBUFFER, Some(&self.framebuffer));
            let (mask, filter) = (Gl::COLOR_BUFFER_BIT, Gl::NEAREST);
            gl.blit_framebuffer(0, 0, width, height, 0, 0, width, height, mask, filter);
            done.push(Gl::COLOR_ATTACHMENT0);
        }
        let done: Array = done.into_iter().map(JsValue::from).collect();
        // It throws for what is no list only.
        let _ = gl.invalidate_framebuffer(Gl::READ_FRAMEBUFFER, &done);
    }

    fn bytes(&self) -> usize {
        let pixels = (self.size.0 * self.size.1) as usize;
        let samples = if self.samples.is_some() { SAMPLES as usize } else { 0 };
        pixels * (COLOR_BYTES + samples * COLOR_BYTES + samples.max(1) * DEPTH_BYTES)
    }

    fn free(self, gl: &Gl) {
        gl.delete_framebuffer(Some(&self.framebuffer));
        gl.delete_texture(Some(&self.texture));
        gl.delete_renderbuffer(Some(&self.depth));
        if let Some((color, framebuffer)) = &self.samples {
            gl.delete_framebuffer(Some(framebuffer));
            gl.delete_renderbuffer(Some(color));
        }
    }
}

fn bound(gl: &Gl) -> Result<WebGlFramebuffer, PaintError> {
    let framebuffer = gl.create_framebuffer().ok_or(PaintError::Lost("framebuffer"))?;
    gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(&framebuffer));
    Ok(framebuffer)
}

fn attach(gl: &Gl, at: u32, buffer: &WebGlRenderbuffer) {
    gl.framebuffer_renderbuffer(Gl::FRAMEBUFFER, at, Gl::RENDERBUFFER, Some(buffer));
}
