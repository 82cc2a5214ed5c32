//! The OffscreenCanvas as Bevy's window: there is no winit in a worker.

use super::StageCommand;
use super::camera::Frame;
use super::commands::{Step, Told};
use bevy::prelude::*;
use bevy::window::{
    ExitCondition, PrimaryWindow, RawHandleWrapper, RawHandleWrapperHolder, WindowResized, WindowResolution,
    WindowWrapper,
};
use raw_window_handle::{
    DisplayHandle, HandleError, HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle, WebDisplayHandle,
    WebOffscreenCanvasWindowHandle, WindowHandle,
};
use std::sync::Mutex;
use wasm_bindgen::JsValue;

/// More pixels than this a side no WebGL2 promises.
const LARGEST_PX: f32 = 4096.0;

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
        let largest = frame.size.max_element();
        Self {
            frame,
            pixel_ratio: pixel_ratio.clamp(0.5, 4.0).min(LARGEST_PX / largest),
        }
    }

    fn physical(&self) -> (u32, u32) {
        let size = (self.frame.size * self.pixel_ratio).round();
        (size.x as u32, size.y as u32)
    }
}

struct Canvas(web_sys::OffscreenCanvas);

// SAFETY: wasm32 without atomics has one thread; no other one can ever see the canvas.
unsafe impl Send for Canvas {}
// SAFETY: as above.
unsafe impl Sync for Canvas {}

impl HasWindowHandle for Canvas {
    fn window_handle(&self) -> Result<WindowHandle<'_>, HandleError> {
        let value: &JsValue = self.0.as_ref();
        let handle = WebOffscreenCanvasWindowHandle::new(core::ptr::NonNull::from(value).cast());
        // SAFETY: the pointer is to this canvas's `JsValue`, which the `WindowWrapper`'s `Arc` keeps alive where it is.
        Ok(unsafe { WindowHandle::borrow_raw(RawWindowHandle::WebOffscreenCanvas(handle)) })
    }
}

impl HasDisplayHandle for Canvas {
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        // SAFETY: the web's display handle holds nothing that could dangle.
        Ok(unsafe { DisplayHandle::borrow_raw(RawDisplayHandle::Web(WebDisplayHandle::new())) })
    }
}

/// The window that Bevy is to be told of.
pub fn window(screen: &Screen) -> bevy::window::WindowPlugin {
    let (width, height) = screen.physical();
    bevy::window::WindowPlugin {
        primary_window: Some(Window {
            resolution: WindowResolution::new(width, height).with_scale_factor_override(1.0),
            ..default()
        }),
        exit_condition: ExitCondition::DontExit,
        ..default()
    }
}

/// Hands the canvas to the renderer; goes right after the window plugin, before the render plugin looks for a surface.
pub struct CanvasPlugin(Mutex<Option<Canvas>>);

impl CanvasPlugin {
    pub fn new(canvas: web_sys::OffscreenCanvas) -> Self {
        Self(Mutex::new(Some(Canvas(canvas))))
    }
}

impl Plugin for CanvasPlugin {
    fn build(&self, app: &mut App) {
        let canvas = self.0.lock().ok().and_then(|mut canvas| canvas.take());
        let Some(wrapper) = canvas.map(WindowWrapper::new) else {
            return;
        };
        let Ok(handle) = RawHandleWrapper::new(&wrapper) else {
            return;
        };
        let mut windows = app
            .world_mut()
            .query_filtered::<(Entity, &RawHandleWrapperHolder), With<PrimaryWindow>>();
        let Ok((window, holder)) = windows.single(app.world()) else {
            return;
        };
        if let Ok(mut held) = holder.0.lock() {
            *held = Some(handle.clone());
        }
        app.world_mut().entity_mut(window).insert(handle);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (resize, cover).in_set(Step::Listen));
}

fn resize(
    mut told: MessageReader<Told>,
    mut screen: ResMut<Screen>,
    mut windows: Query<(Entity, &mut Window), With<PrimaryWindow>>,
    mut resized: MessageWriter<WindowResized>,
) {
    for Told(command) in told.read() {
        let StageCommand::Resize {
            width_px,
            height_px,
            pixel_ratio,
        } = command
        else {
            continue;
        };
        let covered = (screen.frame.covered_min, screen.frame.covered_max);
        *screen = Screen::new(*width_px, *height_px, *pixel_ratio);
        (screen.frame.covered_min, screen.frame.covered_max) = covered;
        let (width, height) = screen.physical();
        for (entity, mut window) in &mut windows {
            window.resolution.set_physical_resolution(width, height);
            resized.write(WindowResized {
                window: entity,
                width: width as f32,
                height: height as f32,
            });
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
