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
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The colour of the distance; `w` is how much of it the farthest things take on.
    pub haze: Vec4,
    /// How much of it covers what is behind it.
    pub presence: f32,
    pub is_night: bool,
}

pub struct Flat {
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
    night: Option<WebGlUniformLocation>,
}

impl Flat {
    pub fn new(gl: &Gl) -> Result<Self, PaintError> {
        let program = Program::new(gl, "flat", include_str!("flat.vert"), include_str!("flat.frag"))?;
        Ok(Self {
            program,
            places: OnceCell::new(),
        })
    }

    /// Draws with it from here on, through that camera.
    pub fn bind(&self, gl: &Gl, clip_from_world: Mat4, eye: Vec3) -> Result<(), PaintError> {
        self.program.bind(gl)?;
        let places = self.places(gl);
        gl.uniform1f(places.eye_height.as_ref(), eye.z);
        self.place(gl, clip_from_world);
        Ok(())
    }

    /// Asked for with the first frame: earlier it would wait for the linking.
    fn places(&self, gl: &Gl) -> &Places {
        self.places.get_or_init(|| Places {
            clip_from_world: self.program.uniform(gl, "clip_from_world"),
            eye_height: self.program.uniform(gl, "eye_height_m"),
            haze: self.program.uniform(gl, "haze"),
            presence: self.program.uniform(gl, "presence"),
            solid: self.program.uniform(gl, "solid"),
            night: self.program.uniform(gl, "night"),
        })
    }

    /// Draws from here on what is in other axes than the renderer's.
    pub fn place(&self, gl: &Gl, clip_from_model: Mat4) {
        let matrix = clip_from_model.to_cols_array();
        gl.uniform_matrix4fv_with_f32_array(self.places(gl).clip_from_world.as_ref(), false, &matrix);
    }

    /// Draws what is of that layer and looks so from here on.
    pub fn enter(&self, gl: &Gl, layer: Layer, look: &Look) {
        let places = self.places(gl);
        gl.uniform4fv_with_f32_array(places.haze.as_ref(), &look.haze.to_array());
        gl.uniform1f(places.presence.as_ref(), look.presence);
        gl.uniform1f(places.night.as_ref(), f32::from(look.is_night));
        let is_solid = layer.is_solid();
        gl.uniform1i(places.solid.as_ref(), is_solid.into());
        switch(gl, Gl::CULL_FACE, layer == Layer::Solid);
        switch(gl, Gl::BLEND, !is_solid || look.presence < 1.0);
        switch(gl, Gl::DEPTH_TEST, layer != Layer::Through);
        gl.depth_mask(is_solid);
    }
}

fn switch(gl: &Gl, capability: u32, on: bool) {
    if on {
        gl.enable(capability);
    } else {
        gl.disable(capability);
    }
}
