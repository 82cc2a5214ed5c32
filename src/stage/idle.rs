//! When to draw: only while something moves or changes.

use bevy::prelude::*;

/// No frame stands for more time than this: after a stall the camera goes on, it does not jump.
const LONGEST_FRAME_S: f32 = 0.1;
/// What the first frame after a rest stands for.
const FIRST_FRAME_S: f32 = 1.0 / 60.0;

/// The page's time.
#[derive(Resource, Debug, Default)]
pub struct Clock {
    pub now_ms: f64,
    /// Since the last frame.
    pub dt_s: f32,
    last_ms: Option<f64>,
}

impl Clock {
    pub fn advance(&mut self, now_ms: f64) {
        self.dt_s = self.last_ms.map_or(FIRST_FRAME_S, |last| {
            (((now_ms - last) / 1000.0) as f32).clamp(0.0, LONGEST_FRAME_S)
        });
        self.now_ms = now_ms;
        self.last_ms = Some(now_ms);
    }

    /// Nothing is drawn from here on: the time until the next frame does not count.
    pub fn rest(&mut self) {
        self.last_ms = None;
    }
}

/// Whether another frame is wanted.
#[derive(Resource, Debug, Default)]
pub struct Wake(bool);

impl Wake {
    /// Something moves or changed.
    pub fn up(&mut self) {
        self.0 = true;
    }

    pub fn is_awake(&self) -> bool {
        self.0
    }

    /// A frame begins: it shows all that has changed so far.
    pub fn spend(&mut self) {
        self.0 = false;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Clock>().init_resource::<Wake>();
}
