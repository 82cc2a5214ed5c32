//! The designer's desk in its worker: all that wasm-bindgen sees of it.

use fairway::placement::Desk;
use wasm_bindgen::prelude::wasm_bindgen;

/// The desk, for JavaScript. Events and commands are the JSON of `web/src/bindings/`.
///
/// A panic is thrown to the caller as an `Error` with the panic's text; the desk is then spent, and the page starts another.
#[wasm_bindgen]
#[derive(Default)]
pub struct Placement(Desk);

#[wasm_bindgen]
impl Placement {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
        Self::default()
    }

    /// Opens the bytes of a `venue.json`; answers a `PlacementEvent`.
    pub fn open(&mut self, bundle: &[u8]) -> String {
        self.0.open(bundle).to_json()
    }

    /// Makes later answers quicker, and changes none.
    pub fn practise(&mut self) {
        self.0.practise();
    }

    /// Answers a `PlacementCommand` with a `PlacementEvent`.
    pub fn handle(&mut self, command: &str) -> String {
        self.0.handle_json(command)
    }
}

fn main() {}
