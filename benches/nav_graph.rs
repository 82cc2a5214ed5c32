//! How long the nav graph of a fair takes to derive, by its size:
//!   cargo bench --bench nav_graph

use fairway::demo::{Options, generate};
use fairway::venue::Venue;
use fairway::wayfinding::NavGraph;
use std::time::{Duration, Instant};

const RUNS: usize = 5;

fn main() {
    println!("nav graph: the least of {RUNS} derivations");
    println!("{:>8} {:>9} {:>10} {:>10}", "booths", "nodes", "edges", "ms");
    for booths in [1_000, 20_000, 74_000] {
        let options = Options { booths, seed: 1 };
        let Ok(venue) = Venue::new(generate(&options)) else {
            println!("{booths:>8} the generator made no venue");
            continue;
        };
        let (mut least, mut size) = (Duration::MAX, (0, 0));
        for _ in 0..RUNS {
            let begun = Instant::now();
            let graph = NavGraph::derive(&venue);
            least = least.min(begun.elapsed());
            size = graph.size();
        }
        let ms = least.as_secs_f64() * 1000.0;
        println!("{:>8} {:>9} {:>10} {ms:>10.1}", venue.booths().len(), size.0, size.1);
    }
}
