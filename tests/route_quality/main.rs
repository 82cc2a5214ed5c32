//! How much longer routes are than the shortest there can be. `cargo bench --bench route_quality` measures the same over more pairs.

mod columns;
mod compare;
mod grid_map;
mod hall;
mod inputs;
mod reference;

use compare::{Comparison, flat, with_lengths, with_the_shortest};
use fairway::venue::LevelId;

const PAIRS: usize = 200;

/// The nodes are a hair off the walls, lines are told in millimetres.
const HAIRS_M: f64 = 0.02;

fn assert_near_the_shortest(name: &str, comparison: &Comparison) {
    let summary = format!(
        "{name}: least {:.4}, median {:.4}, worst {:.4}, {:.3} m in walls",
        comparison.at(0.0),
        comparison.at(0.5),
        comparison.at(1.0),
        comparison.depth_in_walls_m,
    );
    assert_eq!(comparison.missing, 0, "{summary}");
    assert!(comparison.at(0.5) <= 1.02, "{summary}");
    assert!(comparison.at(1.0) <= 1.06, "{summary}");
    assert!(comparison.depth_in_walls_m <= HAIRS_M, "{summary}");
    // A way shorter than the shortest, by more than rounding, goes through something.
    assert!(comparison.at(0.0) >= 0.995, "{summary}");
}

#[test]
fn routes_in_the_demo_venue_are_near_the_shortest() {
    assert_near_the_shortest("demo", &with_the_shortest(&flat(inputs::demo()), PAIRS, 1));
}

#[test]
fn routes_round_columns_of_many_sides_are_near_the_shortest() {
    assert_near_the_shortest("columns", &with_the_shortest(&columns::hall_of_columns(1), PAIRS, 1));
}

#[test]
fn routes_in_imported_buildings_are_near_the_shortest() {
    for name in inputs::BUILDINGS {
        let Some(files) = inputs::building(name) else { continue };
        assert_near_the_shortest(name, &with_the_shortest(&flat(files), PAIRS, 1));
    }
}

#[test]
fn routes_through_cities_are_shorter_than_the_shortest_in_eight_directions() {
    for name in inputs::CITIES {
        let Some((map, scenarios)) = inputs::city(name) else {
            continue;
        };
        let pairs: Vec<_> = grid_map::pairs(&scenarios).into_iter().step_by(5).collect();
        let comparison = with_lengths(&grid_map::venue(&map), &LevelId::new(hall::LEVEL), &pairs);
        let summary = format!(
            "{name}: median {:.4}, worst {:.4}",
            comparison.at(0.5),
            comparison.at(1.0)
        );
        assert_eq!(comparison.missing, 0, "{summary}");
        assert!(comparison.at(0.5) < 1.0, "{summary}");
        assert!(comparison.at(1.0) <= 1.02, "{summary}");
    }
}
