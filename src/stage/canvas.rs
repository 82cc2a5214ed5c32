//! The canvas that is drawn on: its size, and what panels cover of it.

use super::StageCommand;
use super::camera::Frame;
use super::commands::{Step, Told};
use bevy::prelude::*;

/// More pixels than this a side no WebGL2 promises.
const LARGEST_PX: f32 = 4096.0;
/// And no more in all: with the samples of its edges a canvas of 3840 × 2160 takes 330 MB of the GPU's memory, which may be all that it gives.
const MOST_PIXELS: f32 = 3840.0 * 2160.0;

/// What of the canvas the camera reckons with.
#[derive(Resource, Debug)]
pub struct Screen {
    pub frame: Frame,
    /// Drawn pixels for each CSS pixel.
    pub pixel_ratio: f32,
}

impl Screen {
    pub fn new(width_px: f32, height_px: f32, pixel_ratio: f32) -> Self {
        let frame = Frame::new(width_px, height_px);
        let most = (MOST_PIXELS / frame.size.element_product()).sqrt();
        let most = most.min(LARGEST_PX / frame.size.max_element());
        Self {
            frame,
            pixel_ratio: pixel_ratio.clamp(0.5, 4.0).min(most),
        }
    }

    /// Width and height in drawn pixels, each side being so much of what it is at its sharpest.
    pub fn physical(&self, sharpness: f32) -> (u32, u32) {
        let size = (self.frame.size * self.pixel_ratio * sharpness).round().max(Vec2::ONE);
        (size.x as u32, size.y as u32)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (resize, cover).in_set(Step::Listen));
}

fn resize(mut told: MessageReader<Told>, mut screen: ResMut<Screen>) {
    for Told(command) in told.read() {
        if let StageCommand::Resize {
            width_px,
            height_px,
            pixel_ratio,
        } = command
        {
            let covered = (screen.frame.covered_min, screen.frame.covered_max);
            *screen = Screen::new(*width_px, *height_px, *pixel_ratio);
            (screen.frame.covered_min, screen.frame.covered_max) = covered;
        }
    }
}

fn cover(mut told: MessageReader<Told>, mut screen: ResMut<Screen>) {
    for Told(command) in told.read() {
        if let StageCommand::SetInsets {
            top,
            right,
            bottom,
            left,
        } = command
        {
            screen.frame.covered_min = Vec2::new(*left, *top).max(Vec2::ZERO);
            screen.frame.covered_max = Vec2::new(*right, *bottom).max(Vec2::ZERO);
        }
    }
}
