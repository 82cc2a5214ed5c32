//! The guide in its worker: all that wasm-bindgen sees of it.

use fairway::guide;
use wasm_bindgen::prelude::wasm_bindgen;

/// The guide, for JavaScript. Events and commands are the JSON of `web/src/bindings/`.
///
/// A panic is thrown to the caller as an `Error` with the panic's text; the guide is then spent, and the page starts another.
#[wasm_bindgen]
#[derive(Default)]
pub struct Guide(guide::Guide);

#[wasm_bindgen]
impl Guide {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
        Self::default()
    }

    /// Opens the bytes of a `venue.json`; answers a `GuideEvent`.
    pub fn open(&mut self, bundle: &[u8]) -> String {
        self.0.open(bundle).to_json()
    }

    /// Takes the bytes of a `live.json`; answers a `GuideEvent`.
    pub fn set_live(&mut self, live: &[u8]) -> String {
        self.0.set_live(live).to_json()
    }

    /// Answers a `GuideCommand` with a `GuideEvent`.
    pub fn handle(&self, command: &str) -> String {
        self.0.handle_json(command)
    }
}

fn main() {}
