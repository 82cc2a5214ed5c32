//! Small random venues: two halls side by side and one above, with stands, doors, stairs, a lift, an escalator and aisles.

use super::super::tests::{connector, draw, layout, opening, venue};
use super::*;

const CELLS: u32 = 5;
/// Width of a hall in metres.
const HALL_M: f64 = 10.0;

fn chance(random: &mut Rand32, percent: u32) -> bool {
    random.rand_range(0..100) < percent
}

fn drawing(random: &mut Rand32) -> String {
    let mut rows: Vec<String> = (1..CELLS)
        .map(|_| {
            let cell = |random: &mut Rand32| if chance(random, 25) { '#' } else { '.' };
            (0..CELLS).map(|_| cell(random)).collect()
        })
        .collect();
    // Doors and connectors stay free.
    rows.push(".".repeat(CELLS as usize));
    rows.join("\n")
}

pub fn random_venue(random: &mut Rand32) -> Venue {
    let mut layout = layout(&[("L0", 0.0), ("L1", 5.0)]);
    draw(&mut layout, "1", "L0", (0.0, 0.0), &drawing(random));
    draw(&mut layout, "2", "L0", (HALL_M, 0.0), &drawing(random));
    draw(&mut layout, "3", "L1", (0.0, 0.0), &drawing(random));
    for (id, kind, south, width) in [
        ("d", OpeningKind::Door, 0.5, 1.0),
        ("e", OpeningKind::Passage, 4.3, 2.0),
        ("narrow", OpeningKind::Door, 8.0, 0.9),
    ] {
        let mut opening = opening(id, kind, (HALL_M, south), (HALL_M, south + width), &["1", "2"]);
        opening.step_free = chance(random, 70);
        opening.clear_width_m = (id == "narrow").then_some(0.7);
        layout.openings.push(opening);
    }
    for (id, kind, direction, x) in [
        ("stairs", ConnectorKind::Stairs, Direction::Both, 1.5),
        ("lift", ConnectorKind::Lift, Direction::Both, 4.5),
        ("escalator", ConnectorKind::Escalator, Direction::Up, 7.5),
    ] {
        let ends = [("L0", x, 1.0), ("L1", x, 1.2)];
        layout.connectors.push(connector(id, kind, direction, &ends));
    }
    for (id, unit, from, to) in [
        ("S", "1", (0.7, 1.1), (9.3, 1.1)),
        ("V", "2", (15.1, 9.3), (15.1, 0.7)),
        ("U", "3", (8.8, 5.1), (1.2, 5.1)),
    ] {
        layout.aisles.push(Aisle {
            id: AisleId::new(id),
            unit: UnitId::new(unit),
            kind: AisleKind::Main,
            name: LocalText::of([("en", id)]),
            line: vec![Point::new(from.0, from.1), Point::new(to.0, to.1)],
            width_m: 1.7,
        });
    }
    venue(layout)
}

/// Six spots on the floor.
pub fn random_spots(graph: &NavGraph, random: &mut Rand32) -> Vec<Spot> {
    let mut spots = Vec::new();
    while spots.len() < 6 {
        let level = LevelId::new(if chance(random, 35) { "L1" } else { "L0" });
        let width = if level.as_str() == "L1" { HALL_M } else { 2.0 * HALL_M };
        let point = Point::new(
            f64::from(random.rand_float()) * width,
            f64::from(random.rand_float()) * HALL_M,
        );
        spots.extend(super::super::stops::spot_near(graph, &level, point));
    }
    spots
}

fn minute(random: &mut Rand32) -> u32 {
    random.rand_range(0..12)
}

fn time(minute: u32) -> LocalTime {
    format!("2026-12-10T12:{minute:02}").parse().unwrap()
}

/// From and until, each often missing.
fn times(random: &mut Rand32) -> (Option<LocalTime>, Option<LocalTime>) {
    let from = minute(random);
    let until = from + 1 + random.rand_range(0..5);
    (
        chance(random, 60).then(|| time(from)),
        chance(random, 75).then(|| time(until)),
    )
}

fn area(random: &mut Rand32) -> Extent {
    let upper = chance(random, 30);
    let (x, y) = (random.rand_float(), random.rand_float());
    let width = 1.0 + f64::from(random.rand_float()) * 5.0;
    Extent::Area(Area {
        level: LevelId::new(if upper { "L1" } else { "L0" }),
        polygon: Polygon::rectangle(f64::from(x) * 15.0, f64::from(y) * 8.0, width, width / 2.0),
    })
}

pub fn random_live(random: &mut Rand32) -> Live {
    let mut live = Live::none();
    for _ in 0..random.rand_range(0..5) {
        let what = match random.rand_range(0..9) {
            0 => "d",
            1 => "e",
            2 => "stairs",
            3 => "lift",
            4 => "escalator",
            5 => "S",
            6 => "V",
            7 if chance(random, 50) => "2",
            _ => "",
        };
        let what = if what.is_empty() {
            area(random)
        } else {
            Extent::Place(PlaceId::new(what))
        };
        let (from, until) = times(random);
        let reason = None;
        live.closures.push(Closure {
            what,
            from,
            until,
            reason,
        });
    }
    if chance(random, 40) {
        let along = |id: &str, random: &mut Rand32| {
            Way::Aisle(WayAlong {
                id: AisleId::new(id),
                direction: if chance(random, 50) {
                    AlongLine::Forward
                } else {
                    AlongLine::Backward
                },
            })
        };
        let ways = [
            along("S", random),
            along("V", random),
            along("U", random),
            Way::Opening(WayThrough {
                id: OpeningId::new("e"),
                into: UnitId::new(if chance(random, 50) { "1" } else { "2" }),
            }),
            Way::Connector(WayWith {
                id: ConnectorId::new("stairs"),
                direction: UpOrDown::Up,
            }),
        ];
        for way in ways {
            if chance(random, 60) {
                continue;
            }
            let (from, until) = times(random);
            let reason = None;
            live.one_way.push(OneWay {
                way,
                from,
                until,
                reason,
            });
        }
    }
    if chance(random, 25) {
        let (open, close) = (time(minute(random)), time(30 + minute(random)));
        live.hours.push(Hours {
            unit: UnitId::new("3"),
            days: vec![Day { open, close }],
        });
    }
    if chance(random, 25) {
        live.crowds.push(Crowd {
            what: Extent::Place(PlaceId::new(if chance(random, 50) { "1" } else { "V" })),
            persons_per_m2: f64::from(random.rand_float()) * 4.0,
        });
    }
    live
}
