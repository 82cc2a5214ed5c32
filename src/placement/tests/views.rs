use super::*;
use crate::placement::{Case, Traffic, views, ways};
use crate::venue::{LevelId, PlaceId};
use crate::wayfinding::{FreeFloors, NavGraph};
use PartKind::*;

fn ground() -> LevelId {
    LevelId::new("L0")
}

fn with_case<T>(venue: &Venue, stand: &str, parts: Vec<Part>, ask: impl FnOnce(&Case<'_>) -> T) -> T {
    ask(&Case::new(venue, &design(stand, parts), &Hulls::new()).unwrap())
}

#[test]
fn a_high_sign_is_seen_over_what_hides_the_stand() {
    let mut plan = layout();
    // A wall along the south side, with a gap at its west end; nobody looks from the east.
    plan["fixtures"] = json!([{"id": "wall", "kind": "wall", "level": "L0", "height_m": 3, "footprint": [[8, 9.6], [30, 9.6], [30, 9.8], [8, 9.8]]}]);
    plan["aisles"].as_array_mut().unwrap().remove(1);
    let venue = venue_of(plan, &json!([]));
    let low = vec![part(Counter, 5.0, 2.0)];
    let high = vec![
        part(Counter, 5.0, 2.0),
        Part {
            above_m: Some(5.0),
            ..sized(Banner, 3.0, 2.0, [3.0, 1.0, 2.0])
        },
    ];
    let of = |parts| with_case(&venue, "island", parts, |case| views(case, &Traffic::default()));
    let (low, high) = (of(low), of(high));
    assert_eq!(low.places.len(), 10);
    assert_eq!(low.sign, None);
    assert!(low.seen.after < 0.3, "{:?}", low.seen);
    assert!(
        high.seen.after > 0.9 && high.sign == Some(high.seen.after),
        "{:?}",
        high.seen
    );
    assert!(
        low.seen.before > low.seen.after,
        "a block of 4 m is seen over the wall: {:?}",
        low.seen
    );
}

#[test]
fn a_wall_hides_the_neighbour_behind_it() {
    let mut plan = layout();
    plan["aisles"] = json!([{"id": "south", "unit": "hall", "kind": "main", "name": {"en": "South"}, "line": [[5, 19], [20, 19]], "width_m": 2}]);
    let venue = venue_of(plan, &json!([]));
    let hidden = with_case(
        &venue,
        "row-1",
        vec![sized(Wall, 2.95, -1.0, [8.0, 0.1, 6.0])]
            .into_iter()
            .map(|wall| Part { turn_deg: 90.0, ..wall })
            .collect(),
        |case| views(case, &Traffic::default()),
    );
    let [neighbour] = hidden.neighbours.as_slice() else {
        panic!("{:?}", hidden.neighbours)
    };
    assert_eq!(neighbour.stand.as_str(), "row-2");
    assert!(neighbour.seen.before > neighbour.seen.after, "{neighbour:?}");
    let as_planned = with_case(
        &venue,
        "row-1",
        vec![sized(Storage, 1.5, 1.5, [3.0, 3.0, 2.5])],
        |case| views(case, &Traffic::default()),
    );
    assert_eq!(
        (as_planned.seen.before, as_planned.neighbours.len()),
        (as_planned.seen.after, 0)
    );
}

#[test]
fn services_in_the_floor_are_in_nobodys_way_and_hide_nothing() {
    let plain = venue_of(
        layout(),
        &json!([rule("way_min_width", 1.2, "m"), rule("aisle_main_min_width", 3.9, "m")]),
    );
    let mut served = layout();
    for (kind, x, y) in [
        ("power", 10.0, 10.0),
        ("water", 13.0, 10.0),
        ("air", 10.0, 6.0),
        ("data", 15.0, 6.0),
    ] {
        let footprint = serde_json::to_value(Polygon::rectangle(x, y, 3.0, 4.0)).unwrap();
        let fixture = json!({"id": kind, "kind": kind, "level": "L0", "footprint": footprint, "height_m": 2.0});
        served["fixtures"].as_array_mut().unwrap().push(fixture);
    }
    let served = venue_of(served, &serde_json::to_value(&plain.rules().rules).unwrap());
    assert_eq!(FreeFloors::of(&served).levels, FreeFloors::of(&plain).levels);
    let parts = || vec![part(Storage, 1.0, 0.0), part(Tower, 4.0, 2.0)];
    let report = checked(&served, "island", parts());
    assert_ne!(report.findings, []);
    assert_eq!(report, checked(&plain, "island", parts()));
    let seen = |venue| with_case(venue, "island", parts(), |case| views(case, &Traffic::default()));
    assert_eq!(seen(&served), seen(&plain));
}

#[test]
fn places_count_by_the_routes_through_them() {
    let venue = venue_of(layout(), &json!([]));
    let traffic = Traffic::of(&venue, &NavGraph::derive(&venue), &ground());
    let seen = with_case(&venue, "island", vec![part(Tower, 3.0, 2.0)], |case| {
        views(case, &traffic)
    });
    let on = |x: f64, y: f64| {
        seen.places
            .iter()
            .find(|place| place.point.distance(Point::new(x, y)) < 1.1)
            .unwrap()
            .routes
    };
    assert!(
        on(17.0, 8.0) > on(24.0, 8.0),
        "routes lead from the entrance past the island: {:?}",
        seen.places
    );
    let all: usize = seen.places.iter().map(|place| place.routes).sum();
    let seeing: usize = seen
        .places
        .iter()
        .filter(|place| place.sees_after)
        .map(|place| place.routes)
        .sum();
    assert!((seen.seen.after - seeing as f64 / all as f64).abs() < 1e-9);
}

#[test]
fn what_sticks_out_is_walked_round() {
    let venue = venue_of(layout(), &json!([]));
    let floors = FreeFloors::of(&venue);
    let graph = NavGraph::on(&venue, floors.levels.clone());
    let of = |parts| with_case(&venue, "island", parts, |case| ways(case, &floors, &graph));
    assert_eq!(of(vec![part(Tower, 3.0, 2.0)]), Default::default());
    // A wall from the island to the east, across the aisle and beyond.
    let out = of(vec![sized(Wall, 10.0, 2.0, [10.0, 0.2, 2.5])]);
    let east = &out.aisles[0];
    assert_eq!(east.aisle.as_str(), "east");
    assert!((east.before_m - 4.0).abs() < 1e-3 && east.after_m < 1e-3, "{east:?}");
    let row = out.walks.iter().find(|walk| walk.to == PlaceId::new("row-1")).unwrap();
    assert!(row.before_s.unwrap() + 0.5 < row.after_s.unwrap(), "{row:?}");
    assert!(out.walks.iter().all(|walk| walk.from == PlaceId::new("entrance")));
    // From wall to wall nobody gets to the north.
    let closed = of(vec![sized(Wall, 5.0, 2.0, [32.0, 0.2, 2.5])]);
    let row = closed
        .walks
        .iter()
        .find(|walk| walk.to == PlaceId::new("row-1"))
        .unwrap();
    assert_eq!(row.after_s, None);
}
