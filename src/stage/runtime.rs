//! The Bevy app, driven frame by frame by the worker's own animation frames.

use super::canvas::Screen;
use super::commands::{Outbox, Told};
use super::idle::{Clock, Wake};
use super::models::Arrivals;
use super::painter::{self, Broken, PaintError, Painter};
use super::{StageCommand, StageEvent};
use super::{appearance, camera, canvas, commands, idle, labels, models, pointing, route, selection, venue};
use bevy::prelude::*;
use web_sys::WebGl2RenderingContext;

/// The stage on one canvas.
pub struct Runtime {
    app: App,
}

impl Runtime {
    /// Sizes in CSS pixels. Nothing is drawn before [`Self::frame`] is called.
    ///
    /// # Errors
    /// If the context is lost already, or not one of an `OffscreenCanvas`.
    pub fn new(
        context: WebGl2RenderingContext,
        width_px: f32,
        height_px: f32,
        pixel_ratio: f32,
    ) -> Result<Self, PaintError> {
        let screen = Screen::new(width_px, height_px, pixel_ratio);
        let painter = Painter::new(context, labels::atlas_px(&screen))?;
        let mut app = App::new();
        app.insert_non_send(painter).insert_resource(screen).add_plugins((
            commands::plugin,
            idle::plugin,
            appearance::plugin,
            canvas::plugin,
            venue::plugin,
            models::plugin,
            camera::plugin,
            selection::plugin,
            route::plugin,
            labels::plugin,
            pointing::plugin,
            painter::plugin,
        ));
        Ok(Self { app })
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
    ///
    /// # Errors
    /// If the GPU refused to draw; it will refuse the next frame too.
    pub fn frame(&mut self, now_ms: f64) -> Result<bool, PaintError> {
        let world = self.app.world_mut();
        if !world.resource::<Wake>().is_awake() {
            world.resource_mut::<Clock>().rest();
            return Ok(false);
        }
        world.resource_mut::<Clock>().advance(now_ms);
        world.resource_mut::<Wake>().spend();
        self.app.update();
        let world = self.app.world_mut();
        if let Some(error) = world.resource_mut::<Broken>().0.take() {
            return Err(error);
        }
        let is_awake = world.resource::<Wake>().is_awake();
        if !is_awake {
            world.resource_mut::<Clock>().rest();
        }
        Ok(is_awake)
    }

    /// What there is to tell the page, as a JSON array of [`StageEvent`]; empties the queue.
    pub fn take_events(&mut self) -> String {
        let events = std::mem::take(&mut self.app.world_mut().resource_mut::<Outbox>().0);
        // Events are plain data: writing them cannot fail.
        serde_json::to_string(&events).unwrap_or_else(|_| "[]".into())
    }
}
