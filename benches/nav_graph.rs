//! How long the nav graph of a fair takes to make, by its size, and to remake when one booth has moved:
//!   cargo bench --bench nav_graph

use fairway::demo::{Options, generate};
use fairway::venue::{Point, Polygon, Venue, VenueFiles};
use fairway::wayfinding::{FreeFloors, NavGraph, Profile, Snapshot};
use std::time::{Duration, Instant};

const RUNS: usize = 5;

fn main() {
    println!("nav graph: milliseconds, the least of {RUNS} runs; in brackets when one booth has moved");
    println!(
        "{:>8} {:>9} {:>10} {:>19} {:>19} {:>19}",
        "booths", "nodes", "edges", "free floor", "graph", "engine"
    );
    for booths in [1_000, 20_000, 74_000] {
        let options = Options { booths, seed: 1 };
        let files = generate(&options);
        let moved = with_a_booth_moved(files.clone());
        let (Ok(venue), Ok(after)) = (Venue::new(files), Venue::new(moved)) else {
            println!("{booths:>8} the generator made no venue");
            continue;
        };
        let [mut floor, mut graph, mut engine] = [Cell::default(); 3];
        let mut size = (0, 0);
        for _ in 0..RUNS {
            let free = floor.whole.time(|| FreeFloors::of(&venue));
            let whole = graph.whole.time(|| NavGraph::on(&venue, free.levels.clone()));
            engine.whole.time(|| prepare(&venue, &whole));
            let free_after = floor.changed.time(|| free.remade(&after));
            let remade = graph.changed.time(|| whole.remade(&after, free_after.levels.clone()));
            engine.changed.time(|| prepare(&after, &remade));
            size = whole.size();
        }
        let cells = [floor, graph, engine].map(|cell| format!("{:>19}", cell.text()));
        println!(
            "{:>8} {:>9} {:>10} {}",
            venue.booths().len(),
            size.0,
            size.1,
            cells.join(" ")
        );
    }
}

fn prepare(venue: &Venue, graph: &NavGraph) {
    if let Ok(snapshot) = Snapshot::of(venue, graph, Profile::Walking, &[]) {
        snapshot.ways();
    }
}

/// By a hand's breadth, in the middle of the list.
fn with_a_booth_moved(mut files: VenueFiles) -> VenueFiles {
    let booths = &mut files.layout.booths;
    let middle = booths.len() / 2;
    let footprint = &mut booths[middle].footprint;
    *footprint = Polygon(footprint.points().iter().map(|p| Point::new(p.x + 0.1, p.y)).collect());
    files
}

/// The least time of each.
#[derive(Clone, Copy, Default)]
struct Cell {
    whole: Least,
    changed: Least,
}

impl Cell {
    fn text(self) -> String {
        format!("{:.1} ({:.1})", self.whole.ms(), self.changed.ms())
    }
}

#[derive(Clone, Copy)]
struct Least(Duration);

impl Default for Least {
    fn default() -> Self {
        Self(Duration::MAX)
    }
}

impl Least {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let made = work();
        self.0 = self.0.min(begun.elapsed());
        made
    }

    fn ms(self) -> f64 {
        self.0.as_secs_f64() * 1000.0
    }
}
