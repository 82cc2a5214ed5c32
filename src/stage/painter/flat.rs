//! The program for all that stands in the venue or is laid over it.

use super::program::Program;
use super::{PaintError, Print};
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
    /// The picture on it, which is bound.
    pub print: Option<Print>,
}

/// Covering less, a picture that is cut is not there.
const CUT: f32 = 0.5;

pub struct Flat {
    /// Without a picture and with one, by day and by night. All but the first are compiled when they are needed for the first time.
    programs: [[OnceCell<Shades>; 2]; 2],
}

/// One of the programs. Each vertex costs as much as its program is long, whatever of it is used.
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
    cut: Option<WebGlUniformLocation>,
}

impl Shades {
    fn new(gl: &Gl, has_print: bool, is_night: bool) -> Result<Self, PaintError> {
        let defined = [(has_print, "#define PRINT\n"), (is_night, "#define NIGHT\n")];
        let defined: String = defined.iter().filter(|(is, _)| *is).map(|(_, line)| *line).collect();
        // After the line that says in which language it is.
        let source = |text: &str| text.replacen('\n', &format!("\n{defined}"), 1);
        let (vertex, fragment) = (source(include_str!("flat.vert")), source(include_str!("flat.frag")));
        let program = Program::new(gl, "flat", &vertex, &fragment)?;
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
            cut: self.program.uniform(gl, "cut"),
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
        let is_cut = look.print.is_some_and(|print| print.is_cut);
        gl.uniform1f(places.cut.as_ref(), if is_cut { CUT } else { 0.0 });
        switch(gl, Gl::CULL_FACE, layer == Layer::Solid);
        switch(gl, Gl::BLEND, !is_solid || look.presence < 1.0);
        switch(gl, Gl::DEPTH_TEST, layer != Layer::Through);
        gl.depth_mask(is_solid);
        Ok(())
    }
}

impl Flat {
    pub fn new(gl: &Gl) -> Result<Self, PaintError> {
        let flat = Self {
            programs: Default::default(),
        };
        flat.shades(gl, false, false)?;
        Ok(flat)
    }

    /// Has the program for what has a picture on it compiled before it is needed, so that no frame waits for it.
    pub fn warm(&self, gl: &Gl, is_night: bool) -> Result<(), PaintError> {
        self.shades(gl, true, is_night).map(drop)
    }

    /// Draws what is of that layer and looks so from here on, through that camera. Returns how it is moved.
    pub fn enter(&self, gl: &Gl, camera: (Mat4, Vec3), layer: Layer, look: &Look) -> Result<&Shades, PaintError> {
        let shades = self.shades(gl, look.print.is_some(), look.is_night)?;
        shades.enter(gl, camera, layer, look)?;
        Ok(shades)
    }

    fn shades(&self, gl: &Gl, has_print: bool, is_night: bool) -> Result<&Shades, PaintError> {
        let cell = &self.programs[usize::from(has_print)][usize::from(is_night)];
        if let Some(shades) = cell.get() {
            return Ok(shades);
        }
        let shades = Shades::new(gl, has_print, is_night)?;
        Ok(cell.get_or_init(|| shades))
    }
}

fn switch(gl: &Gl, capability: u32, on: bool) {
    if on {
        gl.enable(capability);
    } else {
        gl.disable(capability);
    }
}
