//! Smooth edges: each pixel from four samples.

use super::PaintError;
use web_sys::{WebGl2RenderingContext as Gl, WebGlFramebuffer, WebGlRenderbuffer};

const SAMPLES: i32 = 4;

/// Samples cost a GPU little; a CPU that draws pays for every one.
fn is_worth_it(gl: &Gl) -> bool {
    /// `UNMASKED_RENDERER_WEBGL` of the extension.
    const UNMASKED_RENDERER: u32 = 0x9246;
    let is_unmasked = matches!(gl.get_extension("WEBGL_debug_renderer_info"), Ok(Some(_)));
    let name = gl.get_parameter(if is_unmasked { UNMASKED_RENDERER } else { Gl::RENDERER });
    let name = name
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
        .to_lowercase();
    !["swiftshader", "llvmpipe", "software", "basic render"]
        .iter()
        .any(|software| name.contains(software))
}

struct Target {
    size: (u32, u32),
    frame: WebGlFramebuffer,
    buffers: [WebGlRenderbuffer; 2],
}

/// Where the samples lie until they become pixels; without a target every pixel is its own sample.
pub struct Smooth {
    is_worth_it: bool,
    target: Option<Target>,
}

impl Smooth {
    pub fn new(gl: &Gl) -> Self {
        Self {
            is_worth_it: is_worth_it(gl),
            target: None,
        }
    }

    /// What its samples take of the GPU's memory: colour and depth, four bytes each.
    pub fn bytes(&self) -> usize {
        self.target.as_ref().map_or(0, |target| {
            let (width, height) = target.size;
            (width * height) as usize * SAMPLES as usize * 8
        })
    }

    /// Draws into the samples from here on.
    pub fn begin(&mut self, gl: &Gl, size: (u32, u32)) -> Result<(), PaintError> {
        if !self.is_worth_it {
            return Ok(());
        }
        if let Some(target) = self.target.take_if(|target| target.size != size) {
            gl.delete_framebuffer(Some(&target.frame));
            for buffer in &target.buffers {
                gl.delete_renderbuffer(Some(buffer));
            }
        }
        let target = match self.target.take() {
            Some(target) => target,
            None => Target::new(gl, size)?,
        };
        gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(&target.frame));
        self.target = Some(target);
        Ok(())
    }

    /// Makes the canvas's pixels of them, and draws to the canvas itself from here on.
    pub fn resolve(&self, gl: &Gl) {
        let Some(target) = &self.target else { return };
        gl.bind_framebuffer(Gl::READ_FRAMEBUFFER, Some(&target.frame));
        gl.bind_framebuffer(Gl::DRAW_FRAMEBUFFER, None);
        let (width, height) = (target.size.0 as i32, target.size.1 as i32);
        let all = Gl::COLOR_BUFFER_BIT;
        gl.blit_framebuffer(0, 0, width, height, 0, 0, width, height, all, Gl::NEAREST);
        gl.bind_framebuffer(Gl::FRAMEBUFFER, None);
    }
}

impl Target {
    fn new(gl: &Gl, size: (u32, u32)) -> Result<Self, PaintError> {
        let frame = gl.create_framebuffer().ok_or(PaintError::Lost("framebuffer"))?;
        gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(&frame));
        let buffer = |format, at| {
            let buffer = gl.create_renderbuffer().ok_or(PaintError::Lost("renderbuffer"))?;
            gl.bind_renderbuffer(Gl::RENDERBUFFER, Some(&buffer));
            let (width, height) = (size.0 as i32, size.1 as i32);
            gl.renderbuffer_storage_multisample(Gl::RENDERBUFFER, SAMPLES, format, width, height);
            gl.framebuffer_renderbuffer(Gl::FRAMEBUFFER, at, Gl::RENDERBUFFER, Some(&buffer));
            Ok(buffer)
        };
        let color = buffer(Gl::RGBA8, Gl::COLOR_ATTACHMENT0)?;
        let depth = buffer(Gl::DEPTH_COMPONENT24, Gl::DEPTH_ATTACHMENT)?;
        Ok(Self {
            size,
            frame,
            buffers: [color, depth],
        })
    }
}
