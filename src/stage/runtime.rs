//! The Bevy app, driven frame by frame by the worker's own animation frames.

use super::canvas::{self, CanvasPlugin, Screen};
use super::commands::{Outbox, Told};
use super::idle::{Clock, Wake};
use super::models::Arrivals;
use super::{StageCommand, StageEvent};
use super::{appearance, camera, commands, idle, labels, material, models, pointing, route, selection, venue};
use bevy::app::{PanicHandlerPlugin, PluginsState};
use bevy::prelude::*;
use bevy::window::WindowPlugin;

/// The stage on one canvas.
pub struct Runtime {
    app: App,
    is_ready: bool,
}

impl Runtime {
    /// Sizes in CSS pixels. Nothing is drawn before [`Self::frame`] is called.
    pub fn new(canvas: web_sys::OffscreenCanvas, width_px: f32, height_px: f32, pixel_ratio: f32) -> Self {
        let screen = Screen::new(width_px, height_px, pixel_ratio);
        let mut app = App::new();
        app.add_plugins(
            DefaultPlugins
                .build()
                // The entry has its own, which keeps the text.
                .disable::<PanicHandlerPlugin>()
                .set(canvas::window(&screen))
                .add_after::<WindowPlugin>(CanvasPlugin::new(canvas)),
        )
        .insert_resource(screen)
        .add_plugins((
            commands::plugin,
            idle::plugin,
            material::plugin,
            appearance::plugin,
            canvas::plugin,
            venue::plugin,
            models::plugin,
            camera::plugin,
            selection::plugin,
            route::plugin,
            labels::plugin,
            pointing::plugin,
        ));
        Self { app, is_ready: false }
    }

    /// Queues a model's bytes; it is drawn with one of the next frames.
    pub fn add_model(&mut self, file: &str, bytes: &[u8]) {
        let world = self.app.world_mut();
        world
            .resource_mut::<Arrivals>()
            .0
            .push_back((file.to_owned(), bytes.to_vec()));
        world.resource_mut::<Wake>().up();
    }

    /// Queues a command for the next frame. One that cannot be read is answered by `NotUnderstood`.
    pub fn handle(&mut self, command_json: &str) {
        let world = self.app.world_mut();
        match serde_json::from_str::<StageCommand>(command_json) {
            Ok(command) => {
                world.write_message(Told(command));
                world.resource_mut::<Wake>().up();
            }
            Err(error) => world.resource_mut::<Outbox>().tell(StageEvent::NotUnderstood {
                message: error.to_string(),
            }),
        }
    }

    /// Draws one frame if something moves or waits; returns whether another one is wanted. `now_ms` is the page's clock.
    pub fn frame(&mut self, now_ms: f64) -> bool {
        if !self.is_ready {
            if self.app.plugins_state() == PluginsState::Adding {
                return true;
            }
            self.app.finish();
            self.app.cleanup();
            self.is_ready = true;
        }
        let world = self.app.world_mut();
        if !world.resource::<Wake>().is_awake() {
            world.resource_mut::<Clock>().rest();
            return false;
        }
        world.resource_mut::<Clock>().advance(now_ms);
        world.resource_mut::<Wake>().spend();
        self.app.update();
        let is_awake = self.app.world().resource::<Wake>().is_awake();
        if !is_awake {
            self.app.world_mut().resource_mut::<Clock>().rest();
        }
        is_awake
    }

    /// What there is to tell the page, as a JSON array of [`StageEvent`]; empties the queue.
    pub fn take_events(&mut self) -> String {
        let events = std::mem::take(&mut self.app.world_mut().resource_mut::<Outbox>().0);
        // Events are plain data: writing them cannot fail.
        serde_json::to_string(&events).unwrap_or_else(|_| "[]".into())
    }
}
