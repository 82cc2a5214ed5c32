//! What the demo venue promises, checked on the venue itself.

use super::names::is_denied;
use super::*;
use crate::venue::{
    AisleKind, Booth, BoothKind, Bounds, FixtureKind, LevelId, LocalText, OpeningKind, Point, Polygon, UnitKind, Venue,
};
use std::collections::{BTreeMap, BTreeSet};

const SEEDS: [u64; 4] = [7, 1, 2, 1_000_003];

fn of_seed(seed: u64) -> VenueFiles {
    generate(&Options {
        seed,
        ..Options::default()
    })
}

fn of_size(booths: usize) -> VenueFiles {
    generate(&Options {
        booths,
        ..Options::default()
    })
}

fn bounds(polygon: &Polygon) -> Bounds {
    polygon.bounds().unwrap()
}

/// A box a little smaller, so that what only touches does not overlap.
fn inside(polygon: &Polygon) -> Bounds {
    bounds(polygon).grown(-0.01)
}

fn booths_by_hall(files: &VenueFiles) -> BTreeMap<&str, Vec<&Booth>> {
    let mut halls: BTreeMap<&str, Vec<&Booth>> = BTreeMap::new();
    for booth in &files.layout.booths {
        halls.entry(booth.unit.as_str()).or_default().push(booth);
    }
    halls
}

/// All that stands on the ground's floor besides stands.
fn obstacles(files: &VenueFiles) -> Vec<Bounds> {
    let layout = &files.layout;
    let amenities = layout.amenities.iter().filter(|x| x.level.as_str() == "ground");
    let fixtures = layout
        .fixtures
        .iter()
        .filter(|x| x.kind.is_in_the_way() && x.level.as_str() == "ground");
    amenities
        .filter_map(|amenity| amenity.footprint.as_ref())
        .chain(fixtures.map(|fixture| &fixture.footprint))
        .map(inside)
        .collect()
}

#[test]
fn every_reference_resolves_and_every_id_is_given_once() {
    for seed in SEEDS {
        Venue::new(of_seed(seed)).unwrap();
    }
}

#[test]
fn the_committed_files_are_a_venue() {
    fn read<T: serde::de::DeserializeOwned>(file: &str) -> T {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/venues/gdte/");
        let text = std::fs::read_to_string(format!("{folder}{file}")).unwrap();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
    Venue::new(VenueFiles {
        layout: read("layout.json"),
        exhibitors: read("exhibitors.json"),
        programme: read("programme.json"),
        rules: read("rules.json"),
        live: Live::none(),
    })
    .unwrap();
}

#[test]
fn seven_halls_cover_the_announced_area() {
    let files = generate(&Options::default());
    let halls: Vec<_> = files
        .layout
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Hall)
        .collect();
    assert_eq!(halls.len(), 7);
    let area: f64 = halls.iter().map(|hall| hall.polygon.area()).sum();
    assert!((area / 80_000.0 - 1.0).abs() < 0.005, "{area} m²");
}

#[test]
fn the_seed_alone_decides() {
    let bytes = |seed| serde_json::to_vec(&of_seed(seed)).unwrap();
    assert_eq!(bytes(7), bytes(7));
    assert_ne!(bytes(7), bytes(8));
}

#[test]
fn the_number_of_booths_is_met_within_two_percent() {
    for wanted in [Options::FEWEST_BOOTHS, 1_000, 1_500, 5_000, 20_000, 74_000] {
        let files = of_size(wanted);
        let made = files.layout.booths.len();
        assert!(made.abs_diff(wanted) * 50 <= wanted, "{made} for {wanted}");
        for (hall, booths) in booths_by_hall(&files) {
            assert!(booths.len() <= 400, "{hall} has {}", booths.len());
        }
    }
}

#[test]
fn a_large_venue_is_a_venue_with_every_hall_joined() {
    let files = of_size(20_000);
    for hall in files.layout.units.iter().filter(|unit| unit.kind == UnitKind::Hall) {
        let doors = files
            .layout
            .openings
            .iter()
            .filter(|x| x.kind == OpeningKind::Door && x.between.contains(&hall.id));
        assert!(doors.count() >= 2, "{}", hall.id);
    }
    // From the first concourse through passages and doors to every hall.
    let mut reached: BTreeSet<_> = [files.layout.units[0].id.clone()].into();
    loop {
        let before = reached.len();
        for opening in &files.layout.openings {
            if opening.between.iter().any(|unit| reached.contains(unit)) {
                reached.extend(opening.between.iter().cloned());
            }
        }
        if reached.len() == before {
            break;
        }
    }
    for unit in files.layout.units.iter().filter(|unit| unit.level.as_str() == "ground") {
        assert!(reached.contains(&unit.id), "{} is cut off", unit.id);
    }
    Venue::new(files).unwrap();
}

#[test]
fn stands_lie_in_their_halls_and_never_overlap() {
    for seed in SEEDS {
        let files = of_seed(seed);
        let obstacles = obstacles(&files);
        for (hall, booths) in booths_by_hall(&files) {
            let unit = files.layout.units.iter().find(|unit| unit.id.as_str() == hall).unwrap();
            let walls = bounds(&unit.polygon);
            for (i, booth) in booths.iter().enumerate() {
                let own = inside(&booth.footprint);
                // 0.6 m is the least that manuals ask of a stand at a wall.
                assert!(
                    walls.grown(-0.6).union(own) == walls.grown(-0.6),
                    "{} leaves its hall",
                    booth.id
                );
                for other in &booths[i + 1..] {
                    assert!(!own.overlaps(inside(&other.footprint)), "{} on {}", booth.id, other.id);
                }
                assert!(
                    obstacles.iter().all(|x| !x.overlaps(own)),
                    "{} stands on something",
                    booth.id
                );
            }
        }
    }
}

#[test]
fn exactly_the_sides_with_three_metres_of_free_floor_are_open() {
    for seed in SEEDS {
        let files = of_seed(seed);
        let obstacles = obstacles(&files);
        for (hall, booths) in booths_by_hall(&files) {
            let unit = files.layout.units.iter().find(|unit| unit.id.as_str() == hall).unwrap();
            for booth in &booths {
                assert!(!booth.open_sides.is_empty(), "{} cannot be entered", booth.id);
                for side in 0..4 {
                    let (a, b) = booth.footprint.side(side).unwrap();
                    let out = booth.footprint.outward(side).unwrap();
                    let far = |p: Point| Point::new(p.x + out.x * 3.0, p.y + out.y * 3.0);
                    let front = Bounds::of([a, b, far(a), far(b)]).unwrap().grown(-0.01);
                    let walls = bounds(&unit.polygon);
                    let free = walls.union(front) == walls
                        && booths.iter().all(|other| !inside(&other.footprint).overlaps(front))
                        && obstacles.iter().all(|obstacle| !obstacle.overlaps(front));
                    assert_eq!(booth.open_sides.contains(&side), free, "{} side {side}", booth.id);
                }
            }
        }
    }
}

#[test]
fn aisles_are_free_as_wide_as_they_say() {
    for seed in SEEDS {
        let files = of_seed(seed);
        let obstacles = obstacles(&files);
        let halls = booths_by_hall(&files);
        for aisle in &files.layout.aisles {
            let least = if aisle.kind == AisleKind::Main { 6.0 } else { 3.0 };
            assert!(aisle.width_m >= least, "{} is {} m wide", aisle.id, aisle.width_m);
            let [from, to] = aisle.line[..] else {
                panic!("{} bends", aisle.id)
            };
            let half = aisle.width_m / 2.0 - 0.01;
            let (dx, dy) = if from.x == to.x { (half, 0.0) } else { (0.0, half) };
            let floor = Bounds::of([
                Point::new(from.x - dx, from.y - dy),
                Point::new(to.x + dx, to.y + dy),
                Point::new(from.x + dx, from.y + dy),
                Point::new(to.x - dx, to.y - dy),
            ])
            .unwrap();
            let stands = &halls[aisle.unit.as_str()];
            assert!(
                stands.iter().all(|x| !inside(&x.footprint).overlaps(floor)),
                "a stand in {}",
                aisle.id
            );
            assert!(
                obstacles.iter().all(|x| !x.overlaps(floor)),
                "something in {}",
                aisle.id
            );
        }
        for hall in halls.keys() {
            let mains = files
                .layout
                .aisles
                .iter()
                .filter(|x| x.unit.as_str() == *hall && x.kind == AisleKind::Main);
            assert!(mains.count() >= 3, "{hall} has too few main aisles");
        }
    }
}

#[test]
fn emergency_exits_are_close_together_and_clear() {
    let files = generate(&Options::default());
    for unit in files.layout.units.iter().filter(|unit| unit.kind == UnitKind::Hall) {
        let exits: Vec<_> = files
            .layout
            .openings
            .iter()
            .filter(|x| x.kind == OpeningKind::EmergencyExit && x.between == [unit.id.clone()])
            .collect();
        for exit in &exits {
            let middle = exit.from.lerp(exit.to, 0.5);
            let nearest = exits
                .iter()
                .filter(|other| other.id != exit.id)
                .map(|other| other.from.lerp(other.to, 0.5).distance(middle))
                .fold(f64::INFINITY, f64::min);
            assert!(nearest <= 30.0, "{} stands alone", exit.id);
            let front = clear_front(exit.from, exit.to, &unit.polygon);
            for booth in &files.layout.booths {
                assert!(
                    !inside(&booth.footprint).overlaps(front),
                    "{} before {}",
                    booth.id,
                    exit.id
                );
            }
        }
    }
}

#[test]
fn stands_keep_off_hydrants_and_columns() {
    for seed in SEEDS {
        let files = of_seed(seed);
        for fixture in &files.layout.fixtures {
            let clearance = match fixture.kind {
                FixtureKind::Hydrant => 1.4,
                FixtureKind::Column | FixtureKind::Shutter => 0.6,
                _ => continue,
            };
            let around = inside(&fixture.footprint).grown(clearance);
            for booth in &files.layout.booths {
                assert!(
                    !inside(&booth.footprint).overlaps(around),
                    "{} at {}",
                    booth.id,
                    fixture.id
                );
            }
        }
    }
}

#[test]
fn every_stand_on_bare_floor_has_electricity_in_it() {
    for seed in SEEDS {
        let layout = of_seed(seed).layout;
        let power = layout
            .fixtures
            .iter()
            .filter(|fixture| fixture.kind == FixtureKind::Power);
        let boxes: Vec<Bounds> = power.map(|fixture| inside(&fixture.footprint)).collect();
        for booth in layout.booths.iter().filter(|booth| booth.kind == BoothKind::RawSpace) {
            let floor = inside(&booth.footprint);
            let is_in = |bounds: &&Bounds| floor.union(**bounds) == floor;
            assert_eq!(boxes.iter().filter(is_in).count(), 1, "{}", booth.id);
        }
    }
}

#[test]
fn whatever_one_walks_to_stands_on_free_floor() {
    let files = generate(&Options::default());
    let layout = &files.layout;
    let ends = layout
        .connectors
        .iter()
        .flat_map(|x| x.ends.iter().map(|end| (x.id.to_string(), &end.level, end.point)));
    let places = layout
        .amenities
        .iter()
        .map(|x| (x.id.to_string(), &x.level, x.point))
        .chain(layout.kiosks.iter().map(|x| (x.id.to_string(), &x.level, x.point)))
        .chain(ends);
    for (id, level, point) in places {
        assert!(
            layout
                .units
                .iter()
                .any(|unit| unit.level == *level && unit.polygon.contains(point)),
            "{id} is in no unit"
        );
        let on_level = |x: &LevelId| x == level;
        let solid = layout
            .amenities
            .iter()
            .filter(|x| on_level(&x.level))
            .filter_map(|x| x.footprint.as_ref())
            .chain(
                layout
                    .fixtures
                    .iter()
                    .filter(|x| x.kind.is_in_the_way() && on_level(&x.level))
                    .map(|x| &x.footprint),
            )
            .chain(layout.connectors.iter().flat_map(|x| {
                x.ends
                    .iter()
                    .filter(|end| on_level(&end.level))
                    .filter_map(|end| end.footprint.as_ref())
            }))
            .chain(
                layout
                    .booths
                    .iter()
                    .filter(|_| level.as_str() == "ground")
                    .map(|x| &x.footprint),
            );
        for footprint in solid {
            // Half a metre is left for a person's shoulders.
            assert!(
                !footprint.contains(point) && footprint.distance_to_border(point) > 0.5,
                "{id} is inside something or too close to it"
            );
        }
    }
}

#[test]
fn openings_lie_on_the_borders_of_what_they_join() {
    let files = of_size(5_000);
    for opening in &files.layout.openings {
        for id in &opening.between {
            let unit = files.layout.units.iter().find(|unit| unit.id == *id).unwrap();
            for point in [opening.from, opening.to] {
                assert!(
                    unit.polygon.distance_to_border(point) < 0.001,
                    "{} is off {id}",
                    opening.id
                );
            }
        }
    }
}

/// The 4 m of floor behind an exit.
fn clear_front(from: Point, to: Point, hall: &Polygon) -> Bounds {
    let center = bounds(hall).center();
    let middle = from.lerp(to, 0.5);
    let inwards = if from.x == to.x {
        Point::new((center.x - middle.x).signum() * 4.0, 0.0)
    } else {
        Point::new(0.0, (center.y - middle.y).signum() * 4.0)
    };
    Bounds::of([
        from,
        to,
        Point::new(from.x + inwards.x, from.y + inwards.y),
        Point::new(to.x + inwards.x, to.y + inwards.y),
    ])
    .unwrap()
}

#[test]
fn most_stands_are_let_some_exhibitors_have_several() {
    let files = generate(&Options::default());
    let let_booths: BTreeSet<_> = files.exhibitors.exhibitors.iter().flat_map(|x| &x.booths).collect();
    let taken: usize = files.exhibitors.exhibitors.iter().map(|x| x.booths.len()).sum();
    assert_eq!(taken, let_booths.len(), "a stand is let twice");
    let share = let_booths.len() as f64 / files.layout.booths.len() as f64;
    assert!((0.94..0.99).contains(&share), "{share}");
    assert!((740..=860).contains(&files.exhibitors.exhibitors.len()));
    assert!(files.exhibitors.exhibitors.iter().any(|x| x.booths.len() > 2));
}

#[test]
fn ninety_sessions_in_eight_rooms_never_clash() {
    for seed in SEEDS {
        let files = of_seed(seed);
        let sessions = &files.programme.sessions;
        let rooms: BTreeSet<_> = sessions.iter().map(|session| &session.room).collect();
        let titles: BTreeSet<_> = sessions.iter().map(|session| session.title.in_language("en")).collect();
        assert!(sessions.len() >= 90 && rooms.len() >= 8);
        assert_eq!(titles.len(), sessions.len(), "a title comes twice");
        for (i, a) in sessions.iter().enumerate() {
            assert!(
                files
                    .programme
                    .days
                    .iter()
                    .any(|day| day.open <= a.start && a.end <= day.close),
                "{}",
                a.id
            );
            for b in &sessions[i + 1..] {
                assert!(
                    a.room != b.room || a.end <= b.start || b.end <= a.start,
                    "{} and {}",
                    a.id,
                    b.id
                );
            }
        }
    }
}

#[test]
fn every_text_is_in_both_languages_and_names_nobody_real() {
    fn look(value: &serde_json::Value, texts: &mut Vec<LocalText>) {
        match value {
            serde_json::Value::Object(fields) if fields.contains_key("en") || fields.contains_key("zh-Hans") => {
                texts.push(serde_json::from_value(value.clone()).unwrap());
            }
            serde_json::Value::Object(fields) => fields.values().for_each(|x| look(x, texts)),
            serde_json::Value::Array(items) => items.iter().for_each(|x| look(x, texts)),
            _ => {}
        }
    }
    for seed in SEEDS {
        let files = of_seed(seed);
        let mut texts = Vec::new();
        look(&serde_json::to_value(&files).unwrap(), &mut texts);
        assert!(texts.len() > 3_000);
        for text in &texts {
            assert_eq!(text.0.len(), 2, "{text:?}");
            for wording in text.wordings() {
                assert!(
                    !wording.trim().is_empty() && !wording.contains('{') && !wording.contains(".."),
                    "{text:?}"
                );
                assert!(!is_denied(wording), "{text:?}");
            }
            let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(!han(text.in_language("en")), "{text:?}");
        }
        for exhibitor in &files.exhibitors.exhibitors {
            let length = exhibitor.name.in_language("zh-Hans").chars().count();
            assert!((4..=10).contains(&length), "{:?}", exhibitor.name);
        }
    }
}

#[test]
fn the_upper_level_can_be_reached_in_every_way() {
    use crate::venue::{ConnectorKind, Direction};
    let files = generate(&Options::default());
    let count = |kind, direction| {
        let connectors = files.layout.connectors.iter();
        connectors
            .filter(|x| x.kind == kind && x.direction == direction)
            .count()
    };
    assert!(count(ConnectorKind::Lift, Direction::Both) >= 3);
    assert!(count(ConnectorKind::Escalator, Direction::Up) >= 1);
    assert!(count(ConnectorKind::Escalator, Direction::Down) >= 1);
    assert!(count(ConnectorKind::Stairs, Direction::Both) >= 1);
    let ramp = files
        .layout
        .connectors
        .iter()
        .find(|x| x.kind == ConnectorKind::Ramp)
        .unwrap();
    let rise = files.layout.levels[1].elevation_m - files.layout.levels[0].elevation_m;
    assert!(ramp.length_m.unwrap() >= rise * 12.0, "steeper than 1 : 12");
    let rooms = files.layout.units.iter().filter(|unit| unit.kind == UnitKind::Room);
    assert!(rooms.count() >= 8);
}
