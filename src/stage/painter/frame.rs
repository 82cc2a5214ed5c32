//! One frame: what is in the picture, layer by layer, then the words.

use super::flat::{Layer, Look, Shades};
use super::occlusion::may_hide;
use super::{GeometryId, PaintError, Painter, Print};
use crate::stage::appearance::Appearance;
use crate::stage::camera::{Rig, View};
use crate::stage::canvas::Screen;
use crate::stage::commands::Step;
use crate::stage::frustum::may_see;
use crate::stage::idle::{Clock, Wake};
use crate::stage::pace::Pace;
use crate::stage::space::Box3;
use bevy::prelude::*;
use std::collections::BTreeMap;
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
    /// The hall that it is in; all of one may be hidden by others.
    pub hall: Option<usize>,
    /// The picture on it.
    pub print: Option<Print>,
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
            hall: None,
            print: None,
        }
    }
}

/// Why the frame could not be drawn.
#[derive(Resource, Default, Debug)]
pub struct Broken(pub Option<PaintError>);

pub fn plugin(app: &mut App) {
    app.init_resource::<Broken>().init_resource::<Pace>().add_systems(
        Update,
        (
            fit.run_if(not(any_with_component::<Drawn>)),
            paint.run_if(any_with_component::<Drawn>),
        )
            .in_set(Step::Paint),
    );
}

/// Gives the canvas its size while models are still on their way: that waits for the GPU's process, and the first picture should not.
fn fit(painter: NonSend<Painter>, screen: Res<Screen>) {
    if screen.is_changed() {
        painter.fit(screen.physical(1.0));
    }
}

fn paint(
    mut painter: NonSendMut<Painter>,
    (rig, screen, appearance): (Res<Rig>, Res<Screen>, Res<Appearance>),
    (clock, mut pace, mut seen_before): (Res<Clock>, ResMut<Pace>, Local<Option<View>>),
    drawn: Query<&Drawn>,
    (mut broken, mut wake): (ResMut<Broken>, ResMut<Wake>),
) {
    let view = rig.view();
    let has_moved = seen_before.replace(view).is_some_and(|before| before != view);
    let (width_px, height_px) = screen.physical(1.0);
    pace.advance(
        clock.now_ms,
        clock.dt_s * 1000.0,
        has_moved,
        (width_px * height_px) as f32,
    );
    let sharpness = pace.sharpness();
    let clip_from_world = view.clip_from_world(&screen.frame);
    let mut seen: Vec<&Drawn> = drawn
        .iter()
        .filter(|drawn| drawn.presence > 0.0 && drawn.bounds.is_none_or(|bounds| may_see(&clip_from_world, &bounds)))
        .collect();
    // From above, nothing hides a hall.
    let mut halls = if rig.is_under_the_roof() {
        boxes(&seen)
    } else {
        BTreeMap::new()
    };
    halls.retain(|_, bounds| may_hide(bounds, view.eye));
    let Painter { gl, occlusion, .. } = &mut *painter;
    occlusion.listen(gl, &halls);
    seen.retain(|drawn| !drawn.hall.is_some_and(|hall| occlusion.hides(hall)));
    // Near things first where they hide others, far ones first where those shine through them.
    let distance = |drawn: &Drawn| {
        let near = |bounds: Box3| view.eye.clamp(bounds.min, bounds.max).distance(view.eye);
        let distance = drawn.bounds.map_or(0.0, near);
        if drawn.layer.is_solid() { distance } else { -distance }
    };
    // What fades in lies over what is there.
    let key = |drawn: &Drawn| (drawn.layer, drawn.presence < 1.0);
    seen.sort_by(|a, b| key(a).cmp(&key(b)).then(distance(a).total_cmp(&distance(b))));
    let camera = (clip_from_world, view.eye);
    let sizes = [screen.physical(1.0), screen.physical(sharpness)];
    let painted = painter.paint(camera, *appearance, sizes, (&seen, &halls));
    if let Err(error) = painted {
        broken.0 = Some(error);
    }
    if sharpness < 1.0 || painter.occlusion.is_waiting() {
        wake.up();
    }
}

/// Round what is drawn of each hall.
fn boxes(seen: &[&Drawn]) -> BTreeMap<usize, Box3> {
    let mut halls = BTreeMap::new();
    for drawn in seen {
        if let (Some(hall), Some(bounds)) = (drawn.hall, drawn.bounds) {
            let all = halls.entry(hall).or_insert(bounds);
            *all = all.union(bounds);
        }
    }
    halls
}

impl Painter {
    /// Giving a canvas its size clears it, even if it has that size.
    fn fit(&self, (width, height): (u32, u32)) {
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }

    /// Of a canvas of that size and a picture of the other.
    fn paint(
        &mut self,
        camera: (Mat4, Vec3),
        appearance: Appearance,
        [whole, drawn]: [(u32, u32); 2],
        seen: (&[&Drawn], &BTreeMap<usize, Box3>),
    ) -> Result<(), PaintError> {
        self.fit(whole);
        self.gl.viewport(0, 0, drawn.0 as i32, drawn.1 as i32);
        if drawn == whole {
            self.draw(camera, appearance, seen)?;
        } else {
            self.smaller.enter(&self.gl, drawn)?;
            self.draw(camera, appearance, seen)?;
            self.smaller.show(&self.gl, &self.geometries, whole)?;
        }
        // Words are sharp at all times.
        self.ink.draw(&self.gl, appearance.palette().halo)
    }

    /// All but the words.
    fn draw(
        &mut self,
        (clip_from_world, eye): (Mat4, Vec3),
        appearance: Appearance,
        (drawn, halls): (&[&Drawn], &BTreeMap<usize, Box3>),
    ) -> Result<(), PaintError> {
        let Self {
            gl,
            flat,
            geometries,
            prints,
            occlusion,
            triangles,
            ..
        } = self;
        *triangles = 0;
        let palette = appearance.palette();
        let [r, g, b] = palette.ground.to_array();
        gl.clear_color(r, g, b, 1.0);
        gl.depth_mask(true);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        // The canvas stays opaque, whatever is mixed into it.
        gl.blend_func_separate(Gl::SRC_ALPHA, Gl::ONE_MINUS_SRC_ALPHA, Gl::ONE, Gl::ONE_MINUS_SRC_ALPHA);

        // What is drawn like the one before needs nothing but its place.
        let mut last: Option<(&Drawn, &Shades)> = None;
        for drawn in drawn {
            let manner = |drawn: &Drawn| (drawn.layer, drawn.presence, drawn.print);
            let alike = last.filter(|(before, _)| manner(before) == manner(drawn));
            let (placed, shades) = if let Some((before, shades)) = alike {
                (before.place, shades)
            } else {
                let is_model = drawn.layer.is_solid() || drawn.layer == Layer::Glass;
                let through = if drawn.layer == Layer::Through { THROUGH } else { 1.0 };
                let look = Look {
                    haze: palette.ground.extend(if is_model { HAZE } else { 0.0 }),
                    presence: drawn.presence * through,
                    is_night: is_model && appearance.dark,
                    print: drawn.print,
                };
                if let Some(print) = drawn.print {
                    prints.bind(gl, print.id);
                }
                (
                    Mat4::IDENTITY,
                    flat.enter(gl, (clip_from_world, eye), drawn.layer, &look)?,
                )
            };
            if placed != drawn.place {
                shades.place(gl, clip_from_world * drawn.place);
            }
            last = Some((drawn, shades));
            *triangles += geometries.draw(gl, drawn.geometry);
        }
        // Hidden by what is solid, and hiding nothing.
        let boxes = flat.enter(gl, (clip_from_world, eye), Layer::Mark, &Look::default())?;
        occlusion.ask(gl, boxes, geometries, clip_from_world, halls)
    }
}
