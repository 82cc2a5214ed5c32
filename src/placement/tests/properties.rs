use super::*;
use crate::placement::{Measure, PlacementFinding};
use crate::venue::FixtureKind;
use PartKind::*;
use proptest::prelude::*;

const KINDS: [PartKind; 9] = [Wall, GlassWall, Tower, Counter, Table, Storage, Truss, Banner, Stairs];

/// Limits that everything breaks, so that all measures are told.
fn impossible() -> Value {
    json!([
        rule("boundary_max_overhang", 0.0, "m"),
        rule("single_deck_max_height", 0.0, "m"),
        rule("ceiling_gap", 100.0, "m"),
        rule("hanging_min_height", 100.0, "m"),
        rule("open_side_entry_min_width", 100.0, "m"),
        rule("column_clearance", 100.0, "m"),
        rule("hydrant_clearance", 100.0, "m"),
        rule("way_min_width", 1.5, "m"),
        rule("floor_max_load", 0.0, "t/m2"),
        rule("aisle_min_width", 100.0, "m"),
    ])
}

/// The same hall, turned and moved.
fn moved(by: Point, turn: f64) -> Venue {
    let mut files = venue_of(layout(), &impossible()).files().clone();
    let (sin, cos) = turn.sin_cos();
    let place = |p: &mut Point| *p = Point::new(p.x * cos - p.y * sin + by.x, p.x * sin + p.y * cos + by.y);
    let layout = &mut files.layout;
    layout.fixtures.retain(|fixture| fixture.kind != FixtureKind::Shutter);
    layout
        .units
        .iter_mut()
        .flat_map(|unit| &mut unit.polygon.0)
        .for_each(place);
    layout
        .fixtures
        .iter_mut()
        .flat_map(|fixture| &mut fixture.footprint.0)
        .for_each(place);
    layout
        .aisles
        .iter_mut()
        .flat_map(|aisle| &mut aisle.line)
        .for_each(place);
    layout
        .booths
        .iter_mut()
        .flat_map(|booth| &mut booth.footprint.0)
        .for_each(place);
    layout
        .openings
        .iter_mut()
        .flat_map(|opening| [&mut opening.from, &mut opening.to])
        .for_each(place);
    Venue::new(files).unwrap()
}

/// Floor without parts is told piece by piece, and pieces that hang together by a hair are one or two.
fn told(findings: &[PlacementFinding]) -> Vec<(Measure, String, Option<String>, f64)> {
    let of_parts = findings
        .iter()
        .filter(|finding| finding.measure != Measure::WayMinWidth || !finding.parts.is_empty());
    let told = of_parts.map(|finding| {
        let parts: String = finding.parts.iter().map(ToString::to_string).collect();
        (finding.measure, parts, finding.beside.clone(), finding.measured)
    });
    told.collect()
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = (0..KINDS.len(), -1.0..7.0, -1.0..5.0, 0.0..360.0).prop_map(|(kind, x, y, turn_deg)| Part {
        turn_deg,
        ..part(KINDS[kind], x, y)
    });
    proptest::collection::vec(part, 1..6)
}

/// Its middle stands in the stairs: nobody gets to it, whichever way the hall is turned.
#[test]
fn a_table_within_stairs_is_not_reached() {
    let turned = |part: Part, turn_deg| Part { turn_deg, ..part };
    let parts = [
        turned(
            part(Stairs, 2.052_151_452_216_64, 4.404_857_611_242_288),
            117.494_233_060_120_57,
        ),
        part(Table, 2.619_912_379_145_472, 4.657_996_788_551_363),
        turned(part(Truss, 0.0, 0.0), 310.885_658_450_753_2),
        part(Wall, 6.940_820_930_145_831, 0.0),
    ];
    for turn in [0.0, 1.0, 2.0, 4.95] {
        let report = checked(&moved(Point::new(0.0, 0.0), turn), "island", parts.to_vec());
        let of_table = told(&report.findings)
            .into_iter()
            .find(|(measure, part, ..)| *measure == Measure::WayMinWidth && part == "b");
        assert_eq!(of_table.map(|(.., measured)| measured), Some(0.0), "{turn}");
    }
}

/// Two trusses lie on the same stairs, as heavy as each other: the first is told, whichever way the hall is turned.
#[test]
fn of_heaps_that_weigh_the_same_the_first_is_told() {
    let parts = [
        part(Stairs, 3.496_376_974_894_734_4, 0.0),
        Part {
            turn_deg: 135.915_283_797_716_6,
            ..part(Truss, 2.325_288_250_105_5, 0.0)
        },
        part(Truss, 2.412_902_379_018_123_4, 0.0),
    ];
    for turn in [0.0, 1.0, 1.617_903_070_666_313_8, 4.95] {
        let report = checked(&moved(Point::new(0.0, 0.0), turn), "island", parts.to_vec());
        let heap = told(&report.findings)
            .into_iter()
            .find(|(measure, ..)| *measure == Measure::FloorMaxLoad);
        assert_eq!(heap.map(|(_, parts, ..)| parts).as_deref(), Some("ab"), "{turn}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_measured_does_not_depend_on_where_the_hall_lies(parts in parts(), turn in 0.0..6.3, x in -500.0..500.0, y in -500.0..500.0) {
        let here = checked(&moved(Point::new(0.0, 0.0), 0.0), "island", parts.clone());
        let there = checked(&moved(Point::new(x, y), turn), "island", parts);
        let (here, there) = (told(&here.findings), told(&there.findings));
        prop_assert_eq!(here.len(), there.len(), "{:?} {:?}", here, there);
        for (a, b) in here.iter().zip(&there) {
            prop_assert_eq!((a.0, &a.1, &a.2), (b.0, &b.1, &b.2));
            prop_assert!((a.3 - b.3).abs() < 3e-3, "{:?} {:?}", a, b);
        }
    }
}
