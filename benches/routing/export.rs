//! The fair, its graph and the requests as files, for engines that are not Rust's: in `target/routing/`.

use super::table::median_ms;
use fairway::directory::characters;
use fairway::venue::{BUNDLE_FORMAT, Bundle, PlaceId, Venue};
use fairway::wayfinding::{FastWays, Joined, Snapshot, free_floor};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub struct Export<'a> {
    pub venue: &'a Venue,
    pub snapshot: &'a Snapshot<'a>,
    pub ways: &'a FastWays<'a>,
    /// From and to.
    pub requests: &'a [(PlaceId, PlaceId)],
    pub ends: &'a [(Joined, Joined)],
}

impl Export<'_> {
    /// `fair-1000.json` is the venue as the guide opens it, `graph-1000.json` all else.
    pub fn write(&self, booths: usize) {
        let bundle = Bundle {
            format: BUNDLE_FORMAT.to_owned(),
            files: self.venue.files().clone(),
            floor: free_floor(self.venue),
            models: Vec::new(),
            characters: characters(self.venue),
        };
        write(&folder().join(format!("fair-{booths}.json")), &json!(bundle));
        write(&folder().join(format!("graph-{booths}.json")), &self.graph());
    }

    fn graph(&self) -> Value {
        let seen = |joined: &Joined| joined.seen().collect::<Vec<_>>();
        let ends = self.ends.iter().map(|(a, b)| {
            let goals: Vec<_> = b.points().map(|p| [p.x, p.y]).collect();
            json!({"from": seen(a), "to": seen(b), "toPoints": goals, "cost": self.ways.cost(a, b)})
        });
        json!({
            "points": self.snapshot.points().map(|p| [p.x, p.y]).collect::<Vec<_>>(),
            "edges": self.snapshot.edges().collect::<Vec<_>>(),
            "ends": ends.collect::<Vec<_>>(),
            "requests": self.requests,
            "aisles": self.venue.aisles().iter().map(|aisle| &aisle.id).collect::<Vec<_>>(),
            "fairwayNativeMs": median_ms(self.ends, |(a, b)| self.ways.cost(a, b)),
        })
    }
}

/// Beside what cargo builds.
fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    target.join("routing")
}

fn write(to: &Path, what: &Value) {
    let made = std::fs::create_dir_all(folder());
    if let Err(error) = made.and_then(|()| std::fs::write(to, what.to_string())) {
        println!("{} could not be written: {error}", to.display());
    }
}
