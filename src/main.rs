//! The stage's entry: what the worker calls.

use fairway::stage::Runtime;
use std::sync::Mutex;
use wasm_bindgen::prelude::*;

/// The first panic's text. After a panic the stage is not to be called again, but this can still be asked.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

fn main() {
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&text));
        if let Ok(mut first) = PANIC.lock() {
            first.get_or_insert(text);
        }
    }));
}

/// The text of the panic that ended the stage, if one did.
#[wasm_bindgen(js_name = panicText)]
pub fn panic_text() -> Option<String> {
    PANIC.lock().ok().and_then(|text| text.clone())
}

/// The stage on one canvas, driven by the worker's animation frames.
#[wasm_bindgen]
pub struct Stage(Runtime);

#[wasm_bindgen]
impl Stage {
    /// Takes over the context of an `OffscreenCanvas`. Sizes in CSS pixels.
    #[wasm_bindgen(constructor)]
    pub fn new(
        context: web_sys::WebGl2RenderingContext,
        width_px: f32,
        height_px: f32,
        pixel_ratio: f32,
    ) -> Result<Self, JsError> {
        Ok(Self(Runtime::new(context, width_px, height_px, pixel_ratio)?))
    }

    /// A picture of the model that is added next, as four bytes a texel, row by row; its number is that of the file's list.
    pub fn add_picture(&mut self, number: usize, width: usize, texels: &[u8]) {
        self.0.add_picture(number, width, texels);
    }

    /// A `.glb`. Answered by `ModelAdded` or `ModelRefused`.
    pub fn add_model(&mut self, file: &str, bytes: Vec<u8>) {
        self.0.add_model(file, bytes);
    }

    /// An own model of the design that is shown. Answered by `ModelRefused` if it cannot be used.
    pub fn add_own_model(&mut self, name: &str, glb: &[u8]) {
        self.0.add_own_model(name, glb);
    }

    /// A `StageCommand` as JSON in UTF-8: a string's length is known only when it is written, and so it would take three times its room.
    pub fn handle(&mut self, command_json: Vec<u8>) {
        self.0.handle(command_json);
    }

    /// Draws if something moves or waits; returns whether another frame is wanted.
    pub fn frame(&mut self, now_ms: f64) -> Result<bool, JsError> {
        Ok(self.0.frame(now_ms)?)
    }

    /// What it has handed to the GPU, in bytes, by its own count.
    pub fn gpu_bytes(&self) -> usize {
        self.0.gpu_bytes()
    }

    /// How many triangles the last frame drew.
    pub fn triangles(&self) -> usize {
        self.0.triangles()
    }

    /// The `StageEvent`s since the last call, as a JSON array.
    pub fn take_events(&mut self) -> String {
        self.0.take_events()
    }
}
