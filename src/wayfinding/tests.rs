//! Routing in halls drawn in ASCII: one character is a cell of 2 × 2 m, the first line is the north.
//! `.` is floor, `#` a wall, a capital letter (part of) a booth with all sides open, a small letter an amenity, a space nothing.

use super::*;
use crate::venue::*;
use std::collections::BTreeMap;

const CELL: f64 = 2.0;

fn text(wording: &str) -> LocalText {
    LocalText::of([("en", wording)])
}

pub(super) fn layout(levels: &[(&str, f64)]) -> Layout {
    let level = |(i, &(id, elevation_m)): (usize, &(&str, f64))| Level {
        id: LevelId::new(id),
        ordinal: i as i32,
        name: text(&format!("Level {i}")),
        elevation_m,
    };
    Layout {
        format: LAYOUT_FORMAT.into(),
        id: VenueId::new("test"),
        name: text("Test"),
        languages: vec!["en".into()],
        time_zone: "UTC".into(),
        booth_label: LocalText::of([("en", "booth"), ("zh-Hans", "展位")]),
        about: About::default(),
        georeference: None,
        themes: vec![],
        categories: vec![],
        levels: levels.iter().enumerate().map(level).collect(),
        units: vec![],
        openings: vec![],
        connectors: vec![],
        amenities: vec![],
        fixtures: vec![],
        kiosks: vec![],
        aisles: vec![],
        booths: vec![],
    }
}

pub(super) fn venue(layout: Layout) -> Venue {
    Venue::new(VenueFiles {
        layout,
        exhibitors: Exhibitors::none(),
        programme: ProgrammeFile::none(),
        rules: Rules::none(),
        live: Live::none(),
    })
    .unwrap()
}

/// Adds a hall as drawn, its south-west corner at `(x, y)`.
pub(super) fn draw(layout: &mut Layout, id: &str, level: &str, (x, y): (f64, f64), drawing: &str) {
    let rows: Vec<Vec<char>> = drawing
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.chars().collect())
        .collect();
    let (columns, height) = (rows.iter().map(Vec::len).max().unwrap(), rows.len() as f64 * CELL);
    layout.units.push(Unit {
        id: UnitId::new(id),
        kind: UnitKind::Hall,
        level: LevelId::new(level),
        name: text(&format!("Hall {id}")),
        number: None,
        polygon: Polygon::rectangle(x, y, columns as f64 * CELL, height),
        height_m: None,
        theme: None,
        capacity: None,
    });
    let mut booths: BTreeMap<char, Bounds> = BTreeMap::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, &cell) in row.iter().enumerate() {
            let (west, south) = (x + c as f64 * CELL, y + height - (r + 1) as f64 * CELL);
            let square = Bounds {
                min: Point::new(west, south),
                max: Point::new(west + CELL, south + CELL),
            };
            if cell == '#' {
                layout.fixtures.push(Fixture {
                    id: FixtureId::new(format!("{id}-{r}-{c}")),
                    kind: FixtureKind::Wall,
                    level: LevelId::new(level),
                    footprint: Polygon::rectangle(west, south, CELL, CELL),
                    height_m: None,
                });
            } else if cell.is_ascii_uppercase() {
                booths
                    .entry(cell)
                    .and_modify(|bounds| *bounds = bounds.union(square))
                    .or_insert(square);
            } else if cell.is_ascii_lowercase() {
                layout.amenities.push(Amenity {
                    id: AmenityId::new(cell.to_string()),
                    kind: AmenityKind::Cafe,
                    level: LevelId::new(level),
                    point: square.center(),
                    name: None,
                    footprint: None,
                });
            }
        }
    }
    layout
        .booths
        .extend(booths.into_iter().map(|(letter, Bounds { min, max })| Booth {
            id: BoothId::new(letter.to_string()),
            unit: UnitId::new(id),
            kind: BoothKind::RawSpace,
            footprint: Polygon::rectangle(min.x, min.y, max.x - min.x, max.y - min.y),
            open_sides: vec![0, 1, 2, 3],
            height_m: 4.0,
            double_deck: false,
        }));
}

pub(super) fn opening(id: &str, kind: OpeningKind, from: (f64, f64), to: (f64, f64), between: &[&str]) -> Opening {
    Opening {
        id: OpeningId::new(id),
        kind,
        from: Point::new(from.0, from.1),
        to: Point::new(to.0, to.1),
        between: between.iter().map(|&id| UnitId::new(id)).collect(),
        name: None,
        clear_width_m: None,
        step_free: true,
    }
}

pub(super) fn connector(id: &str, kind: ConnectorKind, direction: Direction, ends: &[(&str, f64, f64)]) -> Connector {
    let end = |&(level, x, y): &(&str, f64, f64)| ConnectorEnd {
        level: LevelId::new(level),
        point: Point::new(x, y),
        footprint: None,
    };
    Connector {
        id: ConnectorId::new(id),
        kind,
        name: None,
        ends: ends.iter().map(end).collect(),
        direction,
        width_m: None,
        length_m: None,
    }
}

pub(super) fn request(from: &str, to: &str) -> RouteRequest {
    let stop = |id: &str| Stop::Place {
        place: PlaceId::new(id),
    };
    RouteRequest::between(stop(from), stop(to))
}

pub(super) fn route(venue: &Venue, request: &RouteRequest) -> Result<Route, NoWay> {
    NavGraph::derive(venue).route(venue, request)
}

fn one_hall(drawing: &str) -> Venue {
    let mut layout = layout(&[("L0", 0.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), drawing);
    venue(layout)
}

/// Two halls side by side, joined by doors `d` in the south and `e` in the north.
pub(super) fn two_halls() -> Layout {
    let mut layout = layout(&[("L0", 0.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "a....\n.....\n.....\n.....\n.....");
    draw(&mut layout, "2", "L0", (10.0, 0.0), ".....\n.....\n.....\n.....\n....b");
    layout
        .openings
        .push(opening("d", OpeningKind::Door, (10.0, 1.0), (10.0, 3.0), &["1", "2"]));
    layout
        .openings
        .push(opening("e", OpeningKind::Door, (10.0, 7.0), (10.0, 9.0), &["1", "2"]));
    layout
}

#[test]
fn the_way_over_empty_floor_is_straight() {
    let venue = one_hall(
        "a.....
         ......
         .....b",
    );
    let route = route(&venue, &request("a", "b")).unwrap();
    assert_eq!(route.points.len(), 2);
    assert!((route.distance_m - 10f64.hypot(4.0)).abs() < 1e-3);
    assert!((route.duration_s - route.distance_m / 1.34).abs() < 0.01);
}

#[test]
fn the_way_bends_round_a_stand_and_keeps_a_body_s_width_off_it() {
    let venue = one_hall(
        ".......
         .......
         a.SSS.b
         ..SSS..
         ..SSS..
         .......",
    );
    let route = route(&venue, &request("a", "b")).unwrap();
    let stand = &venue.booths()[0].footprint;
    for pair in route.points.windows(2) {
        for i in 0..=100 {
            let p = Point::new(pair[0].x, pair[0].y).lerp(Point::new(pair[1].x, pair[1].y), f64::from(i) / 100.0);
            assert!(
                !stand.contains(p) && stand.distance_to_border(p) > CLEARANCE_M - 0.02,
                "{p:?}"
            );
        }
    }
    assert_eq!(
        route.points.len(),
        4,
        "over the nearer, northern side: {:?}",
        route.points
    );
}

#[test]
fn a_stand_s_route_ends_before_its_open_side() {
    let venue = one_hall(
        "a.....
         ..SS..
         ......",
    );
    let route = route(&venue, &request("a", "S")).unwrap();
    let last = route.points.last().unwrap();
    let distance = venue.booths()[0]
        .footprint
        .distance_to_border(Point::new(last.x, last.y));
    assert!((CLEARANCE_M..1.1).contains(&distance), "{distance}");
}

#[test]
fn halls_are_joined_by_their_doors_alone() {
    let mut layout = two_halls();
    let open = route(&venue(layout.clone()), &request("a", "b")).unwrap();
    assert!(
        open.points
            .iter()
            .any(|p| (p.x - 10.0).abs() < 0.5 && (0.9..9.1).contains(&p.y))
    );
    layout.openings.clear();
    let shut = route(&venue(layout), &request("a", "b")).unwrap_err();
    assert_eq!(shut.reason, NoWayReason::Apart);
}

#[test]
fn the_line_goes_straight_through_a_wide_opening() {
    let mut layout = two_halls();
    layout.openings = vec![opening(
        "wide",
        OpeningKind::Passage,
        (10.0, 0.5),
        (10.0, 9.5),
        &["1", "2"],
    )];
    let route = route(&venue(layout), &request("a", "b")).unwrap();
    assert!(
        (route.distance_m - 18f64.hypot(8.0)).abs() < 0.05,
        "{}",
        route.distance_m
    );
}

#[test]
fn a_closed_door_is_never_used() {
    let venue = venue(two_halls());
    let shut = |ids: &[&str]| {
        let closed = ids.iter().map(|&id| PlaceId::new(id)).collect();
        route(
            &venue,
            &RouteRequest {
                closed,
                ..request("a", "b")
            },
        )
    };
    let by = |route: &Route, south: f64, north: f64| {
        route
            .points
            .iter()
            .any(|p| (p.x - 10.0).abs() < 0.5 && (south..north).contains(&p.y))
    };
    assert!(by(&shut(&["d"]).unwrap(), 7.0, 9.0));
    assert!(by(&shut(&["e"]).unwrap(), 1.0, 3.0));
    let closed = vec![PlaceId::new("d"), PlaceId::new("e")];
    let blamed = |no_way: NoWay| match no_way.reason {
        NoWayReason::Closed { closed, .. } => closed,
        other => panic!("{other:?}"),
    };
    assert_eq!(blamed(shut(&["d", "e"]).unwrap_err()), closed);
    assert_eq!(blamed(shut(&["2"]).unwrap_err()), [PlaceId::new("2")]);
}

#[test]
fn an_emergency_exit_is_never_a_way() {
    let mut layout = two_halls();
    for opening in &mut layout.openings {
        opening.kind = OpeningKind::EmergencyExit;
    }
    assert_eq!(
        route(&venue(layout), &request("a", "b")).unwrap_err().reason,
        NoWayReason::Apart
    );
}

#[test]
fn wheels_take_no_step_and_no_narrow_door() {
    let wheels = RouteRequest {
        profile: Profile::StepFree,
        ..request("a", "b")
    };
    let mut layout = two_halls();
    layout.openings[0].step_free = false;
    layout.openings[1].clear_width_m = Some(0.7);
    let venue = venue(layout);
    assert!(route(&venue, &request("a", "b")).is_ok());
    let refused = route(&venue, &wheels).unwrap_err();
    assert_eq!(
        refused.reason,
        NoWayReason::UnfitForProfile {
            profile: Profile::StepFree
        }
    );
}

/// Two levels; `a` below and `b` above.
fn two_levels(connectors: Vec<Connector>) -> Venue {
    let mut layout = layout(&[("L0", 0.0), ("L1", 5.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "a.........\n..........\n..........");
    draw(&mut layout, "2", "L1", (0.0, 0.0), "b.........\n..........\n..........");
    layout.connectors = connectors;
    venue(layout)
}

#[test]
fn levels_are_joined_by_what_the_profile_can_use() {
    let stairs = connector(
        "s",
        ConnectorKind::Stairs,
        Direction::Both,
        &[("L0", 4.0, 1.0), ("L1", 8.0, 1.0)],
    );
    let lift = connector(
        "l",
        ConnectorKind::Lift,
        Direction::Both,
        &[("L0", 19.0, 3.0), ("L1", 19.0, 3.0)],
    );
    let venue = two_levels(vec![stairs, lift]);
    let maneuvers = |profile| {
        let route = route(
            &venue,
            &RouteRequest {
                profile,
                ..request("a", "b")
            },
        )
        .unwrap();
        route.legs[0].steps.iter().map(|step| step.maneuver).collect::<Vec<_>>()
    };
    assert!(maneuvers(Profile::Walking).contains(&Maneuver::StairsUp));
    assert!(maneuvers(Profile::StepFree).contains(&Maneuver::Lift));
}

#[test]
fn an_escalator_carries_one_way() {
    let up = connector(
        "u",
        ConnectorKind::Escalator,
        Direction::Up,
        &[("L0", 4.0, 1.0), ("L1", 12.0, 1.0)],
    );
    let venue = two_levels(vec![up]);
    assert!(route(&venue, &request("a", "b")).is_ok());
    assert_eq!(
        route(&venue, &request("b", "a")).unwrap_err().reason,
        NoWayReason::Apart
    );
}

#[test]
fn levels_that_nothing_joins_are_named() {
    let refused = route(&two_levels(vec![]), &request("a", "b")).unwrap_err();
    assert_eq!(
        refused.reason,
        NoWayReason::LevelsNotJoined {
            from: LevelId::new("L0"),
            to: LevelId::new("L1")
        }
    );
    assert!(
        refused
            .to_string()
            .starts_with("No way, because the data joins no levels"),
        "{refused}"
    );
}

#[test]
fn a_closed_in_stand_is_found_and_said() {
    let venue = one_hall(
        "a.........
         ..######..
         ..#SSSS#..
         ..######..
         ..........",
    );
    let rules: Vec<_> = unreachable(&venue, &NavGraph::derive(&venue))
        .into_iter()
        .map(|finding| (finding.rule, finding.place.pointer))
        .collect();
    assert_eq!(rules, [("walled-in".to_owned(), "/booths/0".to_owned())]);
    assert!(matches!(
        route(&venue, &request("a", "S")).unwrap_err().reason,
        NoWayReason::WalledIn { .. }
    ));
}

#[test]
fn a_stand_in_a_closed_yard_is_unreachable() {
    let venue = one_hall(
        "a.........
         ..######..
         ..#....#..
         ..#SS..#..
         ..######..
         .b........",
    );
    let rules: Vec<_> = unreachable(&venue, &NavGraph::derive(&venue))
        .into_iter()
        .map(|finding| (finding.rule, finding.place.pointer))
        .collect();
    assert_eq!(rules, [("unreachable".to_owned(), "/booths/0".to_owned())]);
}

#[test]
fn places_that_do_not_exist_are_said_to() {
    let venue = one_hall("a..b");
    assert_eq!(
        route(&venue, &request("a", "z")).unwrap_err().reason,
        NoWayReason::UnknownPlace {
            place: PlaceId::new("z")
        }
    );
}

#[test]
fn steps_add_up_and_tell_each_decision_once() {
    let venue = one_hall(
        ".............
         a.SSSSSSSSS.b
         ..SSSSSSSSS..
         ..SSSSSSSSS..
         .............
         ..TTTTTTTTT..",
    );
    let route = route(&venue, &request("a", "T")).unwrap();
    let leg = &route.legs[0];
    let sum: f64 = leg.steps.iter().map(|step| step.distance_m).sum();
    assert!((sum - route.distance_m).abs() < 1e-6);
    let maneuvers: Vec<_> = leg.steps.iter().map(|step| step.maneuver).collect();
    assert_eq!(maneuvers.first(), Some(&Maneuver::Depart));
    assert_eq!(maneuvers.last(), Some(&Maneuver::Arrive));
    assert!(leg.steps.iter().all(|step| {
        ["en", "zh-Hans"]
            .iter()
            .all(|language| !step.text.0[*language].is_empty())
    }));
}

#[test]
fn straight_through_two_doors_is_no_turn() {
    let venue = venue(two_halls());
    let route = route(&venue, &request("a", "b")).unwrap();
    let texts: Vec<_> = route.legs[0]
        .steps
        .iter()
        .map(|step| step.text.in_language("en"))
        .collect();
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert!(texts[1].starts_with("Go through the door into Hall 2"), "{texts:?}");
}

#[test]
fn open_units_drawn_a_hair_apart_are_one_floor() {
    let mut layout = layout(&[("L0", 0.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), "a....\n.....");
    draw(&mut layout, "2", "L0", (10.03, 0.0), ".....\n....b");
    for unit in &mut layout.units {
        unit.kind = UnitKind::Corridor;
    }
    assert!(route(&venue(layout), &request("a", "b")).is_ok());
}
