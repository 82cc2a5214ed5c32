//! Shader programs, compiled while other things go on.

use super::PaintError;
use std::cell::Cell;
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlShader, WebGlUniformLocation};

pub struct Program {
    name: &'static str,
    program: WebGlProgram,
    shaders: [WebGlShader; 2],
    is_checked: Cell<bool>,
}

impl Program {
    /// Starts compiling. Whether it succeeded is asked by [`Self::bind`], so that the GPU's process may take its time.
    pub fn new(gl: &Gl, name: &'static str, vertex: &str, fragment: &str) -> Result<Self, PaintError> {
        let program = gl.create_program().ok_or(PaintError::Lost("program"))?;
        let shader = |kind, source| {
            let shader = gl.create_shader(kind).ok_or(PaintError::Lost("shader"))?;
            gl.shader_source(&shader, source);
            gl.compile_shader(&shader);
            gl.attach_shader(&program, &shader);
            Ok(shader)
        };
        let shaders = [
            shader(Gl::VERTEX_SHADER, vertex)?,
            shader(Gl::FRAGMENT_SHADER, fragment)?,
        ];
        gl.link_program(&program);
        // Drivers compile for good with the first draw: a triangle without extent makes them do it while models arrive.
        gl.use_program(Some(&program));
        gl.draw_arrays(Gl::TRIANGLES, 0, 3);
        Ok(Self {
            name,
            program,
            shaders,
            is_checked: Cell::new(false),
        })
    }

    /// Draws with it from here on.
    pub fn bind(&self, gl: &Gl) -> Result<(), PaintError> {
        if !self.is_checked.get() {
            self.check(gl)?;
            self.is_checked.set(true);
        }
        gl.use_program(Some(&self.program));
        Ok(())
    }

    fn check(&self, gl: &Gl) -> Result<(), PaintError> {
        let is_linked = gl.get_program_parameter(&self.program, Gl::LINK_STATUS).as_bool();
        // A lost context calls everything a success.
        if is_linked == Some(true) || gl.is_context_lost() {
            return Ok(());
        }
        let logs = self.shaders.iter().filter_map(|shader| gl.get_shader_info_log(shader));
        let log = logs.chain(gl.get_program_info_log(&self.program)).collect();
        Err(PaintError::Shader { name: self.name, log })
    }

    /// `None` where the program does not use it, which WebGL takes for “nowhere”.
    pub fn uniform(&self, gl: &Gl, name: &str) -> Option<WebGlUniformLocation> {
        gl.get_uniform_location(&self.program, name)
    }
}
