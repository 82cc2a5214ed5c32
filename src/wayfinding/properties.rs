//! What holds for every hall: seeded random stands, against a slow and obvious search on a fine grid.

use super::tests::{layout, request, venue};
use super::*;
use crate::venue::*;
use pathfinding::directed::dijkstra::dijkstra;
use proptest::prelude::*;

/// Edge of the oracle's cells in metres.
const CELL_M: f64 = 0.25;

fn hall(stands: &[(f64, f64, f64, f64)], from: Point, to: Point) -> Venue {
    let mut layout = layout(&[("L0", 0.0)]);
    super::tests::draw(&mut layout, "1", "L0", (0.0, 0.0), &vec![".".repeat(12); 12].join("\n"));
    layout.fixtures = stands
        .iter()
        .enumerate()
        .map(|(i, &(x, y, width, depth))| Fixture {
            id: FixtureId::new(format!("f{i}")),
            kind: FixtureKind::Furniture,
            level: LevelId::new("L0"),
            footprint: Polygon::rectangle(x, y, width, depth),
            height_m: None,
        })
        .collect();
    for (id, point) in [("a", from), ("b", to)] {
        layout.amenities.push(Amenity {
            id: AmenityId::new(id),
            kind: AmenityKind::Seating,
            level: LevelId::new("L0"),
            point,
            name: None,
            footprint: None,
        });
    }
    venue(layout)
}

/// Whether a person of that clearance can stand at `p`.
fn is_free(venue: &Venue, p: Point, clearance_m: f64) -> bool {
    let hall = &venue.units()[0].polygon;
    hall.contains(p)
        && hall.distance_to_border(p) >= clearance_m
        && venue.fixtures().iter().all(|fixture| {
            // As the floor is made: corners of the kept distance are square.
            let bounds = fixture.footprint.bounds().unwrap().grown(clearance_m);
            !(bounds.min.x < p.x && p.x < bounds.max.x && bounds.min.y < p.y && p.y < bounds.max.y)
        })
}

/// Length of the shortest way over the grid's eight directions; `None` if there is none.
fn on_grid(venue: &Venue, from: Point, to: Point) -> Option<f64> {
    let cell = |p: Point| ((p.x / CELL_M).round() as i32, (p.y / CELL_M).round() as i32);
    let free = |(x, y): (i32, i32)| {
        is_free(
            venue,
            Point::new(f64::from(x) * CELL_M, f64::from(y) * CELL_M),
            CLEARANCE_M,
        )
    };
    let goal = cell(to);
    let steps = |&(x, y): &(i32, i32)| {
        let around = (-1..=1)
            .flat_map(|dx| (-1..=1).map(move |dy| (dx, dy)))
            .filter(|&step| step != (0, 0));
        around
            .filter(|&(dx, dy)| free((x + dx, y + dy)) && free((x + dx, y)) && free((x, y + dy)))
            .map(|(dx, dy)| ((x + dx, y + dy), if dx != 0 && dy != 0 { 1414 } else { 1000 }))
            .collect::<Vec<_>>()
    };
    dijkstra(&cell(from), steps, |&at| at == goal).map(|(_, cost)| f64::from(cost) / 1000.0 * CELL_M)
}

fn on_cells() -> impl Strategy<Value = Point> {
    (4..92, 4..92).prop_map(|(x, y)| Point::new(f64::from(x) * CELL_M, f64::from(y) * CELL_M))
}

fn stands() -> impl Strategy<Value = Vec<(f64, f64, f64, f64)>> {
    let stand =
        (0..20, 0..20, 1..8, 1..8).prop_map(|(x, y, w, d)| (f64::from(x), f64::from(y), f64::from(w), f64::from(d)));
    prop::collection::vec(stand, 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_route_is_never_longer_than_on_the_grid_and_never_in_the_way(stands in stands(), from in on_cells(), to in on_cells()) {
        let venue = hall(&stands, from, to);
        prop_assume!(is_free(&venue, from, CLEARANCE_M + 0.05) && is_free(&venue, to, CLEARANCE_M + 0.05));
        let there = tests::route(&venue, &request("a", "b"));
        if let Some(length) = on_grid(&venue, from, to) {
            let route = there.as_ref().expect("the grid has a way");
            prop_assert!(route.distance_m <= length + 0.05, "{} m against {length} m", route.distance_m);
        }
        if let Ok(route) = there {
            let back = tests::route(&venue, &request("b", "a")).unwrap();
            prop_assert!((back.distance_m - route.distance_m).abs() < 0.05, "{} m there, {} m back", route.distance_m, back.distance_m);
            for pair in route.points.windows(2) {
                for i in 0..=50 {
                    let p = Point::new(pair[0].x, pair[0].y).lerp(Point::new(pair[1].x, pair[1].y), f64::from(i) / 50.0);
                    prop_assert!(is_free(&venue, p, CLEARANCE_M - 0.02), "in the way at {p:?}");
                }
            }
        }
    }
}
