//! Files that strangers made, opened in a worker that lives for one of them: all that wasm-bindgen sees of it.

use fairway::placement::{FileEvent, OwnModel, Parcel};
use wasm_bindgen::prelude::wasm_bindgen;

/// A file that somebody gave, read.
///
/// A panic is thrown to the caller as an `Error` with the panic's text.
#[wasm_bindgen]
pub struct Given(String, Vec<Vec<u8>>);

#[wasm_bindgen]
impl Given {
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
        let (event, files) = FileEvent::of(name, bytes);
        Self(event.to_json(), files)
    }

    /// A `FileEvent`.
    pub fn event(&self) -> String {
        self.0.clone()
    }

    /// The file of its model of that number.
    pub fn file(&self, number: usize) -> Vec<u8> {
        self.1.get(number).cloned().unwrap_or_default()
    }
}

/// Reads a model that nobody gave: browsers compile well only what has run often, and a large file would take twice as long. Nothing comes of it.
#[wasm_bindgen]
pub fn practise() {
    std::hint::black_box(Given::new("practice.glb", &OwnModel::sample().to_glb()));
}

/// A design's text with the files of its models, as one file.
#[wasm_bindgen]
pub struct Packing(Vec<(String, Vec<u8>)>);

#[wasm_bindgen]
impl Packing {
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    pub fn add(&mut self, name: String, file: Vec<u8>) {
        self.0.push((name, file));
    }

    /// # Errors
    /// It is too large for a zip file.
    pub fn finish(&self, design: &str) -> Result<Vec<u8>, String> {
        Parcel::write(design, &self.0).map_err(|error| error.to_string())
    }
}

fn main() {}
