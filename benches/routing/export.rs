//! The graph and its requests as a file, for engines in other languages.

use super::table::median_ms;
use fairway::wayfinding::{FastWays, Joined, Snapshot};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Where the file for a fair of so many booths is: beside what cargo builds.
pub fn path(booths: usize) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    target.join(format!("routing-{booths}.json"))
}

pub fn write(to: &Path, snapshot: &Snapshot<'_>, ways: &FastWays<'_>, ends: &[(Joined, Joined)]) {
    let seen = |joined: &Joined| joined.seen().collect::<Vec<_>>();
    let requests: Vec<_> = ends
        .iter()
        .map(|(a, b)| {
            let at = |joined: &Joined| joined.points().map(|p| [p.x, p.y]).collect::<Vec<_>>();
            json!({"from": seen(a), "to": seen(b), "toPoints": at(b), "cost": ways.cost(a, b)})
        })
        .collect();
    let file = json!({
        "points": snapshot.points().map(|p| [p.x, p.y]).collect::<Vec<_>>(),
        "edges": snapshot.edges().collect::<Vec<_>>(),
        "requests": requests,
        "fairwayNativeMs": median_ms(ends, |(a, b)| ways.cost(a, b)),
    });
    if let Err(error) = std::fs::write(to, file.to_string()) {
        println!("{} could not be written: {error}", to.display());
    }
}
