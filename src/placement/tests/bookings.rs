use super::*;
use crate::placement::{Measure, check_all};
use PartKind::*;

#[test]
fn bookings_are_checked_together() {
    let venue = venue_of(layout(), &json!([rule("aisle_min_width", 2.5, "m")]));
    let out_of_row = |x| design("row-1", vec![sized(Counter, x, 1.0, [1.0, 1.0, 1.0])]);
    let designs = [
        out_of_row(2.8),
        design("attic", vec![]),
        design(
            "row-2",
            vec![sized(Tower, 0.5, 1.0, [1.0, 2.0, 3.0]), part(Banner, 0.5, 1.0)],
        ),
        out_of_row(1.0),
    ];
    let reports = check_all(&venue, &designs, &Hulls::new());
    assert!(reports[1].is_none());
    assert_eq!(reports[0].as_ref().unwrap().findings, []);
    // The tower and the counter, from the floor to the counter's top; the banner is above it.
    let [overlap] = reports[2].as_ref().unwrap().findings.as_slice() else {
        panic!("{:?}", reports[2])
    };
    assert_eq!(
        (overlap.measure, overlap.beside.as_deref()),
        (Measure::BookingsOverlap, Some("row-1"))
    );
    assert!((overlap.measured - 0.3).abs() < 1e-5, "{overlap:?}");
    assert_eq!((overlap.mark.from_m, overlap.mark.to_m), (0.0, 1.0));
    let again: Vec<Measure> = reports[3]
        .as_ref()
        .unwrap()
        .findings
        .iter()
        .map(|finding| finding.measure)
        .collect();
    assert_eq!(again, [Measure::StandBookedTwice]);
}

#[test]
fn one_booking_alone_gets_the_same_numbers() {
    let rules = json!([
        rule("boundary_max_overhang", 0.0, "m"),
        rule("way_min_width", 1.2, "m"),
        rule("single_deck_max_height", 3.0, "m")
    ]);
    let venue = venue_of(layout(), &rules);
    let designs = [
        design("island", vec![part(Tower, 0.2, 2.0)]),
        design("edge", vec![part(Tower, 2.0, 2.0)]),
    ];
    let together = check_all(&venue, &designs, &Hulls::new());
    for (design, report) in designs.iter().zip(&together) {
        assert_eq!(check(&venue, design, &Hulls::new()), *report);
    }
}

#[test]
fn two_that_stick_out_narrow_the_aisle_together() {
    let mut plan = layout();
    plan["aisles"][1]["width_m"] = json!(4);
    plan["booths"][1]["footprint"] = json!([[20, 10], [23, 10], [23, 14], [20, 14]]);
    let venue = venue_of(plan, &json!([rule("aisle_min_width", 2.5, "m")]));
    let designs = [
        design("island", vec![sized(Counter, 6.0, 2.0, [2.0, 1.0, 1.0])]),
        design("row-1", vec![sized(Counter, 0.0, 2.0, [2.0, 1.0, 1.0])]),
    ];
    assert_eq!(check(&venue, &designs[0], &Hulls::new()).unwrap().findings, []);
    for report in check_all(&venue, &designs, &Hulls::new()) {
        let findings = report.unwrap().findings;
        assert!((findings[0].measured - 2.0).abs() < 1e-3, "{findings:?}");
    }
}
