//! The program for all that stands in the venue or is laid over it.

use super::PaintError;
use super::program::Program;
use glam::{Mat4, Vec3, Vec4};
use std::cell::OnceCell;
use web_sys::{WebGl2RenderingContext as Gl, WebGlUniformLocation};

/// In what order and against what things are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Hides what is behind it.
    Solid,
    /// The same for faces that may look either way.
    TwoSided,
    /// What is behind it shines through; drawn after all that is solid.
    Glass,
    /// Drawn over everything, whatever stands before it.
    Through,
    /// Marks on the venue, hidden by what stands before them.
    Mark,
}

impl Layer {
    pub fn is_solid(self) -> bool {
        matches!(self, Self::Solid | Self::TwoSided)
    }
}

/// How what is drawn together looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// The colour of the distance; `w` is how much of it the farthest things take on.
    pub haze: Vec4,
    /// How much of it covers what is behind it.
    pub presence: f32,
    pub is_night: bool,
}

const VERTEX: &str = include_str!("flat.vert");

pub struct Flat {
    day: Shades,
    /// Compiled when it is dark for the first time.
    night: OnceCell<Shades>,
}

/// One of the two programs. Each vertex costs as much as its program is long, whatever of it is used.
pub struct Shades {
    program: Program,
    places: OnceCell<Places>,
}

/// Where the program finds its uniforms.
struct Places {
    clip_from_world: Option<WebGlUniformLocation>,
    eye_height: Option<WebGlUniformLocation>,
    haze: Option<WebGlUniformLocation>,
    presence: Option<WebGlUniformLocation>,
    solid: Option<WebGlUniformLocation>,
}

impl Shades {
    fn new(gl: &Gl, name: &'static str, vertex: &str) -> Result<Self, PaintError> {
        let program = Program::new(gl, name, vertex, include_str!("flat.frag"))?;
        Ok(Self {
            program,
            places: OnceCell::new(),
        })
    }

    /// Asked for with the first frame: earlier it would wait for the linking.
    fn places(&self, gl: &Gl) -> &Places {
        self.places.get_or_init(|| Places {
            clip_from_world: self.program.uniform(gl, "clip_from_world"),
            eye_height: self.program.uniform(gl, "eye_height_m"),
            haze: self.program.uniform(gl, "haze"),
            presence: self.program.uniform(gl, "presence"),
            solid: self.program.uniform(gl, "solid"),
        })
    }

    /// Draws from here on what is in other axes than the renderer's.
    pub fn place(&self, gl: &Gl, clip_from_model: Mat4) {
        let matrix = clip_from_model.to_cols_array();
        gl.uniform_matrix4fv_with_f32_array(self.places(gl).clip_from_world.as_ref(), false, &matrix);
    }

    /// Draws what is of that layer and looks so from here on, through that camera.
    fn enter(
        &self,
        gl: &Gl,
        (clip_from_world, eye): (Mat4, Vec3),
        layer: Layer,
        look: &Look,
    ) -> Result<(), PaintError> {
        self.program.bind(gl)?;
        let places = self.places(gl);
        gl.uniform1f(places.eye_height.as_ref(), eye.z);
        self.place(gl, clip_from_world);
        gl.uniform4fv_with_f32_array(places.haze.as_ref(), &look.haze.to_array());
        gl.uniform1f(places.presence.as_ref(), look.presence);
        let is_solid = layer.is_solid();
        gl.uniform1i(places.solid.as_ref(), is_solid.into());
        switch(gl, Gl::CULL_FACE, layer == Layer::Solid);
        switch(gl, Gl::BLEND, !is_solid || look.presence < 1.0);
        switch(gl, Gl::DEPTH_TEST, layer != Layer::Through);
        gl.depth_mask(is_solid);
        Ok(())
    }
}

impl Flat {
    pub fn new(gl: &Gl) -> Result<Self, PaintError> {
        Ok(Self {
            day: Shades::new(gl, "flat", VERTEX)?,
            night: OnceCell::new(),
        })
    }

    /// Draws what is of that layer and looks so from here on, through that camera. Returns how it is moved.
    pub fn enter(&self, gl: &Gl, camera: (Mat4, Vec3), layer: Layer, look: &Look) -> Result<&Shades, PaintError> {
        let shades = match (look.is_night, self.night.get()) {
            (false, _) => &self.day,
            (true, Some(night)) => night,
            (true, None) => {
                let vertex = VERTEX.replacen('\n', "\n#define NIGHT\n", 1);
                let night = Shades::new(gl, "flat by night", &vertex)?;
                self.night.get_or_init(|| night)
            }
        };
        shades.enter(gl, camera, layer, look)?;
        Ok(shades)
    }
}

fn switch(gl: &Gl, capability: u32, on: bool) {
    if on {
        gl.enable(capability);
    } else {
        gl.disable(capability);
    }
}
