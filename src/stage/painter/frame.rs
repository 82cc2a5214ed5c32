//! One frame: what is in the picture, layer by layer, then the words.

use super::flat::{Layer, Look};
use super::{GeometryId, PaintError, Painter};
use crate::stage::appearance::Appearance;
use crate::stage::camera::Rig;
use crate::stage::canvas::Screen;
use crate::stage::commands::Step;
use crate::stage::frustum::may_see;
use crate::stage::space::Box3;
use bevy::prelude::*;
use web_sys::WebGl2RenderingContext as Gl;

/// How much of the ground's colour the farthest things take on.
const HAZE: f32 = 0.6;
/// How much of a mark shows through what stands before it.
const THROUGH: f32 = 0.3;

/// Something that is drawn.
#[derive(Component, Debug)]
pub struct Drawn {
    pub geometry: GeometryId,
    pub layer: Layer,
    /// `None` for what is small and always drawn.
    pub bounds: Option<Box3>,
    /// How much of it covers what is behind it: 0 is not drawn.
    pub presence: f32,
    /// From its axes to the renderer's.
    pub place: Mat4,
}

impl Drawn {
    /// Where the renderer's own axes have it, always and wholly drawn.
    pub fn new(geometry: GeometryId, layer: Layer) -> Self {
        Self {
            geometry,
            layer,
            bounds: None,
            presence: 1.0,
            place: Mat4::IDENTITY,
        }
    }
}

/// Why the frame could not be drawn.
#[derive(Resource, Default, Debug)]
pub struct Broken(pub Option<PaintError>);

pub fn plugin(app: &mut App) {
    app.init_resource::<Broken>()
        .add_systems(Update, paint.run_if(any_with_component::<Drawn>).in_set(Step::Paint));
}

fn paint(
    mut painter: NonSendMut<Painter>,
    (rig, screen, appearance): (Res<Rig>, Res<Screen>, Res<Appearance>),
    drawn: Query<&Drawn>,
    mut broken: ResMut<Broken>,
) {
    let view = rig.view();
    let clip_from_world = view.clip_from_world(&screen.frame);
    let mut seen: Vec<&Drawn> = drawn
        .iter()
        .filter(|drawn| drawn.presence > 0.0 && drawn.bounds.is_none_or(|bounds| may_see(&clip_from_world, &bounds)))
        .collect();
    // Near things first where they hide others, far ones first where those shine through them.
    let distance = |drawn: &Drawn| {
        let near = |bounds: Box3| view.eye.clamp(bounds.min, bounds.max).distance(view.eye);
        let distance = drawn.bounds.map_or(0.0, near);
        if drawn.layer.is_solid() { distance } else { -distance }
    };
    // What fades in lies over what is there.
    let key = |drawn: &Drawn| (drawn.layer, drawn.presence < 1.0);
    seen.sort_by(|a, b| key(a).cmp(&key(b)).then(distance(a).total_cmp(&distance(b))));
    let painted = painter.paint(clip_from_world, view.eye, *appearance, screen.physical(), &seen);
    if let Err(error) = painted {
        broken.0 = Some(error);
    }
}

impl Painter {
    fn paint(
        &mut self,
        clip_from_world: Mat4,
        eye: Vec3,
        appearance: Appearance,
        size: (u32, u32),
        drawn: &[&Drawn],
    ) -> Result<(), PaintError> {
        let Self {
            gl,
            canvas,
            flat,
            ink,
            geometries,
        } = self;
        // Giving a canvas its size clears it, even if it has that size.
        if (canvas.width(), canvas.height()) != size {
            canvas.set_width(size.0);
            canvas.set_height(size.1);
        }
        gl.viewport(0, 0, size.0 as i32, size.1 as i32);
        let palette = appearance.palette();
        let [r, g, b] = palette.ground.to_array();
        gl.clear_color(r, g, b, 1.0);
        gl.depth_mask(true);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        // The canvas stays opaque, whatever is mixed into it.
        gl.blend_func_separate(Gl::SRC_ALPHA, Gl::ONE_MINUS_SRC_ALPHA, Gl::ONE, Gl::ONE_MINUS_SRC_ALPHA);

        flat.bind(gl, clip_from_world, eye)?;
        let mut within = None;
        let mut placed = Mat4::IDENTITY;
        for drawn in drawn {
            if within != Some((drawn.layer, drawn.presence)) {
                within = Some((drawn.layer, drawn.presence));
                let is_model = drawn.layer.is_solid() || drawn.layer == Layer::Glass;
                let through = if drawn.layer == Layer::Through { THROUGH } else { 1.0 };
                let look = Look {
                    haze: palette.ground.extend(if is_model { HAZE } else { 0.0 }),
                    presence: drawn.presence * through,
                    is_night: is_model && appearance.dark,
                };
                flat.enter(gl, drawn.layer, &look);
            }
            if placed != drawn.place {
                placed = drawn.place;
                flat.place(gl, clip_from_world * placed);
            }
            geometries.draw(gl, drawn.geometry);
        }
        ink.draw(gl, palette.halo)
    }
}
