//! What stands wholly behind other things need not be drawn. For each hall the GPU is asked whether a box round it would show; the answer comes
//! with one of the next frames, and holds until another one does.

use super::PaintError;
use super::flat::Shades;
use super::geometry::{Geometries, GeometryId};
use crate::stage::space::{self, Box3};
use glam::{Mat4, Vec3};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use web_sys::{WebGl2RenderingContext as Gl, WebGlQuery};

/// An eye so near a box is as good as in it: the sides that are asked about would be cut off.
const NEAR_M: f32 = 1.0;
/// A box of one metre, its corners numbered by the bits of x, y and z.
const SIDES: [[u32; 4]; 6] = [
    [0, 1, 3, 2],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 3, 7, 6],
    [0, 2, 6, 4],
    [1, 3, 7, 5],
];

/// What has not been answered after so many frames keeps nobody awake: a stage at rest is to rest, whatever its driver does.
const PATIENCE_FRAMES: u32 = 60;

struct Asked {
    query: WebGlQuery,
    is_waiting: bool,
    is_hidden: bool,
}

#[derive(Default)]
pub struct Occlusion {
    cube: Option<GeometryId>,
    halls: BTreeMap<usize, Asked>,
    /// Through this camera it was asked last.
    asked_through: Mat4,
    frames_since: u32,
}

impl Occlusion {
    /// Takes in the answers that have come about these halls, and forgets the others.
    pub fn listen(&mut self, gl: &Gl, boxes: &BTreeMap<usize, Box3>) {
        self.halls.retain(|hall, asked| {
            let is_kept = boxes.contains_key(hall);
            if !is_kept {
                gl.delete_query(Some(&asked.query));
            }
            is_kept
        });
        self.frames_since = self.frames_since.saturating_add(1);
        for asked in self.halls.values_mut().filter(|asked| asked.is_waiting) {
            let is = |what| gl.get_query_parameter(&asked.query, what).is_truthy();
            if is(Gl::QUERY_RESULT_AVAILABLE) {
                asked.is_hidden = !is(Gl::QUERY_RESULT);
                asked.is_waiting = false;
            }
        }
    }

    /// Whether nothing of the hall was seen when it was last asked about.
    pub fn hides(&self, hall: usize) -> bool {
        self.halls.get(&hall).is_some_and(|asked| asked.is_hidden)
    }

    /// Whether a later frame will know more.
    pub fn is_waiting(&self) -> bool {
        self.frames_since < PATIENCE_FRAMES && self.halls.values().any(|asked| asked.is_waiting)
    }

    /// Asks about these halls, if it has not been asked through this camera before. What hides them is drawn already.
    pub fn ask(
        &mut self,
        gl: &Gl,
        shades: &Shades,
        geometries: &mut Geometries,
        clip_from_world: Mat4,
        boxes: &BTreeMap<usize, Box3>,
    ) -> Result<(), PaintError> {
        let has_moved = self.asked_through != clip_from_world;
        self.asked_through = clip_from_world;
        if boxes.is_empty() {
            return Ok(());
        }
        let cube = match self.cube {
            Some(cube) => cube,
            None => *self.cube.insert(cube(gl, geometries)?),
        };
        gl.color_mask(false, false, false, false);
        for (hall, bounds) in boxes {
            let asked = match self.halls.entry(*hall) {
                Entry::Occupied(asked) if !has_moved || asked.get().is_waiting => continue,
                Entry::Occupied(asked) => asked.into_mut(),
                Entry::Vacant(free) => free.insert(Asked {
                    query: gl.create_query().ok_or(PaintError::Lost("query"))?,
                    is_waiting: false,
                    is_hidden: false,
                }),
            };
            asked.is_waiting = true;
            self.frames_since = 0;
            gl.begin_query(Gl::ANY_SAMPLES_PASSED_CONSERVATIVE, &asked.query);
            shades.place(gl, clip_from_world * from_cube(bounds));
            geometries.draw(gl, cube);
            gl.end_query(Gl::ANY_SAMPLES_PASSED_CONSERVATIVE);
        }
        gl.color_mask(true, true, true, true);
        Ok(())
    }
}

/// Whether something in that box can hide as a whole.
pub fn may_hide(bounds: &Box3, eye: Vec3) -> bool {
    eye.clamp(bounds.min, bounds.max).distance(eye) > NEAR_M
}

fn cube(gl: &Gl, geometries: &mut Geometries) -> Result<GeometryId, PaintError> {
    let corner = |i: u32| [i & 1, i >> 1 & 1, i >> 2 & 1].map(|bit| bit as f32);
    let positions: Vec<[f32; 3]> = (0..8).map(corner).collect();
    let indices: Vec<u32> = SIDES
        .iter()
        .flat_map(|[a, b, c, d]| [a, b, c, a, c, d])
        .copied()
        .collect();
    geometries.add(gl, &positions, &[[0; 4]; 8], &indices)
}

/// From the box of one metre to one in the renderer's axes.
fn from_cube(bounds: &Box3) -> Mat4 {
    let (a, b) = (space::to_world(bounds.min), space::to_world(bounds.max));
    Mat4::from_translation(a) * Mat4::from_scale(b - a)
}
