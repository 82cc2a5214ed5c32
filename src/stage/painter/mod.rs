//! Draws the stage with WebGL2: short programs, and geometries that are uploaded once.
//!
//! Bevy's own renderer is not used: it serves every scene there can be, and on the web that costs 18 MB of code and a second and
//! a half before the first frame (ARCHITECTURE.md has the measurement). What the stage draws are lit triangles by the hundred
//! thousand in some sixty draws, and words.

mod flat;
mod frame;
mod geometry;
mod ink;
mod occlusion;
mod prints;
mod program;
mod smaller;
mod texture;

pub use flat::Layer;
pub use frame::{Broken, Drawn, plugin};
pub use geometry::GeometryId;
pub use ink::Quads;
pub use prints::{Print, PrintId};

use crate::hall_model::{Picture, Wrap};
use flat::Flat;
use geometry::Geometries;
use ink::Ink;
use occlusion::Occlusion;
use prints::Prints;
use smaller::Smaller;
use wasm_bindgen::JsCast;
use web_sys::{OffscreenCanvas, WebGl2RenderingContext as Gl};

/// Of a pixel that is seen, and of one that is drawn next.
const PIXEL_BYTES: usize = 4;
/// Of a sample: its colour and its depth.
const SAMPLE_BYTES: usize = 8;

/// Why nothing can be drawn.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PaintError {
    #[error("the WebGL2 context is not one of an OffscreenCanvas")]
    NoCanvas,
    #[error("WebGL2 gave no {0}: its context is lost")]
    Lost(&'static str),
    #[error("the shader {name} was refused: {log}")]
    Shader { name: &'static str, log: String },
}

/// The WebGL2 context and all that lies in it.
pub struct Painter {
    gl: Gl,
    canvas: OffscreenCanvas,
    flat: Flat,
    ink: Ink,
    smaller: Smaller,
    geometries: Geometries,
    prints: Prints,
    occlusion: Occlusion,
    triangles: usize,
}

impl Painter {
    /// Takes over a canvas's context. The atlas for words is `atlas_px` texels square.
    pub fn new(gl: Gl, atlas_px: u32) -> Result<Self, PaintError> {
        let canvas = gl
            .canvas()
            .and_then(|canvas| canvas.dyn_into::<OffscreenCanvas>().ok())
            .ok_or(PaintError::NoCanvas)?;
        // Compiling goes on beside us until the first frame asks for the result.
        let flat = Flat::new(&gl)?;
        let ink = Ink::new(&gl, atlas_px)?;
        let mut geometries = Geometries::default();
        let smaller = Smaller::new(&gl, &mut geometries)?;
        Ok(Self {
            gl,
            canvas,
            flat,
            ink,
            smaller,
            geometries,
            prints: Prints::default(),
            occlusion: Occlusion::default(),
            triangles: 0,
        })
    }

    /// Hands triangles to the GPU: positions in the renderer's axes, sRGB colours with coverage.
    pub fn upload(
        &mut self,
        positions: &[[f32; 3]],
        colors: &[[u8; 4]],
        indices: &[u32],
    ) -> Result<GeometryId, PaintError> {
        self.geometries.add(&self.gl, positions, colors, indices)
    }

    /// Says where in the picture on it each vertex of a geometry is: 0 to 1 from its upper left corner.
    pub fn lay(&mut self, id: GeometryId, places: &[[f32; 2]]) -> Result<(), PaintError> {
        self.geometries.lay(&self.gl, id, places)
    }

    /// Makes ready to draw what has a picture on it.
    pub fn warm_prints(&self, is_night: bool) -> Result<(), PaintError> {
        self.flat.warm(&self.gl, is_night)
    }

    /// Hands a picture to the GPU.
    pub fn hang(&mut self, picture: &Picture, wrap: [Wrap; 2]) -> Result<PrintId, PaintError> {
        self.prints.add(&self.gl, picture, wrap)
    }

    /// Gives a picture's memory back; nothing is drawn with it any more.
    pub fn take_down(&mut self, id: PrintId) {
        self.prints.remove(&self.gl, id);
    }

    pub fn free(&mut self, id: GeometryId) {
        self.geometries.remove(&self.gl, id);
    }

    /// What the geometries take of the GPU's memory.
    pub fn model_bytes(&self) -> usize {
        self.geometries.bytes()
    }

    /// How many triangles the last frame drew of what is in the venue or laid over it.
    pub fn triangles(&self) -> usize {
        self.triangles
    }

    /// What all that was handed to the GPU takes of its memory, by our own count: buffers, textures, and the canvas with the samples
    /// of its edges. What the driver adds is not in it. Asks the GPU, and waits for it.
    pub fn bytes(&self) -> usize {
        let samples = self
            .gl
            .get_parameter(Gl::SAMPLES)
            .ok()
            .and_then(|samples| samples.as_f64());
        let samples = samples.map_or(1, |samples| (samples as usize).max(1));
        let pixels = (self.canvas.width() * self.canvas.height()) as usize;
        let canvas = pixels * (2 * PIXEL_BYTES + samples * SAMPLE_BYTES);
        canvas + self.smaller.bytes() + self.ink.bytes() + self.prints.bytes() + self.model_bytes()
    }

    /// Writes a word into the atlas.
    pub fn write(&self, slot: super::labels::Slot, texels: &super::labels::Texels) {
        self.ink.write(&self.gl, slot, texels);
    }

    /// Shows these words in place of the ones before.
    pub fn show(&mut self, quads: &Quads) {
        self.ink.show(&self.gl, quads);
    }
}
