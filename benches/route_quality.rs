//! How much longer routes are than the shortest there can be, in venues and on city maps:
//!   cargo bench --bench route_quality

#[path = "../tests/route_quality/compare.rs"]
mod compare;
#[path = "../tests/route_quality/grid_map.rs"]
mod grid_map;
#[path = "../tests/route_quality/hall.rs"]
mod hall;
#[path = "../tests/route_quality/inputs.rs"]
mod inputs;
#[path = "../tests/route_quality/reference.rs"]
mod reference;

use compare::{Comparison, flat, with_lengths, with_the_shortest};
use fairway::venue::LevelId;

const PAIRS: usize = 2000;

fn main() {
    println!("route quality: per cent over the reference, by seeded random pairs (venues) and published ones (cities)");
    println!(
        "{:<16} {:<28} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8} {:>9}",
        "", "reference", "pairs", "least", "median", "p95", "worst", "no way", "in walls"
    );
    let optimum = "any-angle optimum (polyanya)";
    row("demo", optimum, &with_the_shortest(&flat(inputs::demo()), PAIRS, 1));
    for name in inputs::BUILDINGS {
        if let Some(files) = inputs::building(name) {
            row(name, optimum, &with_the_shortest(&flat(files), PAIRS, 1));
        }
    }
    for name in inputs::CITIES {
        if let Some((map, scenarios)) = inputs::city(name) {
            let pairs = grid_map::pairs(&scenarios);
            let comparison = with_lengths(&grid_map::venue(&map), &LevelId::new(hall::LEVEL), &pairs);
            row(name, "octile optimum (published)", &comparison);
        }
    }
}

fn row(name: &str, reference: &str, comparison: &Comparison) {
    let over = |share: f64| format!("{:+.2} %", (comparison.at(share) - 1.0) * 100.0);
    println!(
        "{name:<16} {reference:<28} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8} {:>7.3} m",
        comparison.ratios.len(),
        over(0.0),
        over(0.5),
        over(0.95),
        over(1.0),
        comparison.missing,
        comparison.depth_in_walls_m,
    );
}
