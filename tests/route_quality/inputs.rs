//! The venues and maps that routes are measured in. Those that others made are read from the folder that `FAIRWAY_SHARED_DATA` names.

use fairway::import::{Options, osm_indoor};
use fairway::venue::{VenueFiles, VenueTexts, read};
use std::path::{Path, PathBuf};

pub const BUILDINGS: [&str; 2] = ["caserne", "gare-de-l-est"];
pub const CITIES: [&str; 2] = ["Berlin_0_256", "Shanghai_0_256"];

/// The demo venue's layout; who exhibits there does not matter here.
pub fn demo() -> VenueFiles {
    let layout = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues/gdte/layout.json");
    let texts = VenueTexts {
        layout: std::fs::read_to_string(layout).expect("the demo venue is part of the product"),
        ..VenueTexts::default()
    };
    read(&texts).files().expect("the demo venue can be read").clone()
}

/// A building imported from OpenStreetMap; `None` where the data is not there.
pub fn building(name: &str) -> Option<VenueFiles> {
    let text = shared(&format!("osm-indoor/{name}.geojson"))?;
    let options = Options {
        id: name.into(),
        ..Options::default()
    };
    Some(osm_indoor(&text, &options).expect("it can be imported").files)
}

/// A grid map and its scenarios; `None` where the data is not there.
pub fn city(name: &str) -> Option<(String, String)> {
    let map = format!("grid-maps/{name}.map");
    Some((shared(&map)?, shared(&format!("{map}.scen"))?))
}

fn shared(path: &str) -> Option<String> {
    let folder = std::env::var_os("FAIRWAY_SHARED_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(folder.join(path)).ok();
    if text.is_none() {
        println!(
            "left out: there is no {path} in {} (set FAIRWAY_SHARED_DATA)",
            folder.display()
        );
    }
    text
}
