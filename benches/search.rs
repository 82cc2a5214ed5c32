//! The fair that `benches/search.mjs` searches, 20,000 exhibitors of the demo's, and how long its index takes natively:
//!   cargo bench --bench search

use fairway::demo::{Options, generate};
use fairway::directory::{Directory, characters};
use fairway::venue::{BUNDLE_FORMAT, Bundle, Venue};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Of some 20,000 exhibitors: some take several.
const BOOTHS: usize = 25_650;

fn main() {
    let files = generate(&Options {
        booths: BOOTHS,
        seed: 1,
    });
    let Ok(venue) = Venue::new(files) else {
        println!("the generator made no venue");
        return;
    };
    let begun = Instant::now();
    let characters = characters(&venue);
    println!(
        "characters: {} bytes, worked out in {:.1?}",
        characters.len(),
        begun.elapsed()
    );
    let begun = Instant::now();
    let directory = Directory::of(&venue, &characters);
    println!(
        "index of {} exhibitors: {:.1?}",
        venue.exhibitors().len(),
        begun.elapsed()
    );
    let begun = Instant::now();
    let hits = directory.search(&venue, "kejiyouxian", "en", 20);
    println!("a search, {} hits: {:.1?}", hits.len(), begun.elapsed());
    let bundle = Bundle {
        format: BUNDLE_FORMAT.to_owned(),
        files: venue.files().clone(),
        floor: Vec::new(),
        models: Vec::new(),
        characters,
    };
    if let Err(error) = write(&bundle) {
        println!("the fair could not be written: {error}");
    }
}

fn write(bundle: &Bundle) -> std::io::Result<()> {
    let folder = folder();
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("fair.json"), serde_json::to_vec(bundle)?)
}

/// Beside what cargo builds.
fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    target.join("search")
}
