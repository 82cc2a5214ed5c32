//! The Bevy app, driven frame by frame by the worker's own animation frames.

use super::canvas::Screen;
use super::commands::{Outbox, Told};
use super::design::OwnModels;
use super::idle::{Clock, Wake};
use super::models::{Arrival, Arrivals};
use super::painter::{self, Broken, PaintError, Painter};
use super::site::Site;
use super::{StageCommand, StageEvent};
use super::{
    appearance, camera, canvas, commands, design, here, idle, labels, models, nameplates, pointing, route, selection,
    stand_in, venue,
};
use crate::hall_model::{Picture, Pictures};
use bevy::prelude::*;
use web_sys::WebGl2RenderingContext;

/// The stage on one canvas.
pub struct Runtime {
    app: App,
    /// Of the model that comes next.
    pictures: Pictures,
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
            stand_in::plugin,
            camera::plugin,
            (selection::plugin, route::plugin, here::plugin),
            design::plugin,
            nameplates::plugin,
            labels::plugin,
            pointing::plugin,
            painter::plugin,
        ));
        Ok(Self {
            app,
            pictures: Pictures::new(),
        })
    }

    /// Keeps a picture for the model that comes next: its number in the file, sRGB and coverage. One that is none is left out.
    pub fn add_picture(&mut self, number: usize, width: usize, texels: &[u8]) {
        self.pictures
            .extend(Picture::new(width, texels).map(|picture| (number, picture)));
    }

    /// Queues a model's bytes; it is drawn with one of the next frames.
    pub fn add_model(&mut self, file: &str, bytes: Vec<u8>) {
        let arrival = Arrival {
            file: file.to_owned(),
            bytes,
            pictures: std::mem::take(&mut self.pictures),
        };
        let world = self.app.world_mut();
        world.resource_mut::<Arrivals>().0.push_back(arrival);
        world.resource_mut::<Wake>().up();
    }

    /// Takes an own model of a design, as the desk wrote it.
    pub fn add_own_model(&mut self, name: &str, glb: &[u8]) {
        let pictures = std::mem::take(&mut self.pictures);
        let world = self.app.world_mut();
        if let Err(error) = world.resource_mut::<OwnModels>().add(name, glb, pictures) {
            world.resource_mut::<Outbox>().tell(StageEvent::ModelRefused {
                file: name.to_owned(),
                message: error.to_string(),
            });
        }
        world.resource_mut::<Wake>().up();
    }

    /// Queues a command, JSON in UTF-8, for the next frame. One that cannot be read is answered by `NotUnderstood`.
    pub fn handle(&mut self, command_json: Vec<u8>) {
        let world = self.app.world_mut();
        let command = StageCommand::read(&command_json);
        drop(command_json);
        match command {
            // It may be large: handed on as a message, it would be there twice.
            Ok(StageCommand::SetScene { scene }) => {
                world.resource_mut::<Site>().set_scene(scene);
                world.resource_mut::<Wake>().up();
            }
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

    /// What the painter has handed to the GPU, in bytes.
    pub fn gpu_bytes(&self) -> usize {
        self.app.world().get_non_send::<Painter>().map_or(0, Painter::bytes)
    }

    /// How many triangles the last frame drew.
    pub fn triangles(&self) -> usize {
        self.app.world().get_non_send::<Painter>().map_or(0, Painter::triangles)
    }

    /// What there is to tell the page, as a JSON array of [`StageEvent`]; empties the queue.
    pub fn take_events(&mut self) -> String {
        let events = std::mem::take(&mut self.app.world_mut().resource_mut::<Outbox>().0);
        // Events are plain data: writing them cannot fail.
        serde_json::to_string(&events).unwrap_or_else(|_| "[]".into())
    }
}
