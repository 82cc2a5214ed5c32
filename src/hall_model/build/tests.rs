use super::*;
use crate::demo::{Options, generate};
use crate::hall_model::{Box3, HallModel, Part, Pictures, compare, read};
use crate::venue::{BoothId, Point, Polygon, VenueFiles};
use std::collections::BTreeSet;
use std::sync::OnceLock;

struct Built {
    venue: Venue,
    models: Vec<(Model, HallModel)>,
}

/// The demo venue, built once for all tests.
fn demo() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let venue = Venue::new(files()).unwrap();
        let models = build(&venue)
            .unwrap()
            .into_iter()
            .map(|model| {
                let drawn = read(&model.bytes, &Pictures::new()).unwrap();
                (model, drawn)
            })
            .collect();
        Built { venue, models }
    })
}

fn files() -> VenueFiles {
    generate(&Options {
        booths: Options::FEWEST_BOOTHS,
        ..Options::default()
    })
}

#[test]
fn from_afar_a_hall_is_as_large_as_it_is_and_has_the_same_stands_of_fewer_triangles() {
    for (model, whole) in &demo().models {
        let bytes = model.far.as_ref().unwrap();
        assert_eq!(model.file.far.as_ref().map(|far| far.bytes), Some(bytes.len() as u64));
        let far = read(bytes, &Pictures::new()).unwrap();
        assert!(far.indices.len() * 3 < whole.indices.len(), "{}", model.stem);
        let plan = |model: &HallModel| {
            let floors = model.parts.iter().filter(|part| part.kind == PartKind::Floor);
            let boxes: Vec<Box3> = floors.filter_map(|part| part.bounds).collect();
            boxes
                .iter()
                .map(|b| [b.min[0], b.min[2], b.max[0], b.max[2]])
                .collect::<Vec<_>>()
        };
        assert_eq!(plan(&far), plan(whole), "{}", model.stem);
        let stands = |model: &HallModel| {
            let stands = model.parts.iter().filter(|part| part.kind == PartKind::Booth);
            stands.map(|part| part.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(stands(&far), stands(whole), "{}", model.stem);
        let is_left_out = |part: &Part| matches!(part.kind, PartKind::Roof | PartKind::People | PartKind::Signs);
        assert!(!far.parts.iter().any(is_left_out));
    }
}

#[test]
fn each_hall_has_a_file_and_the_rest_has_one() {
    let stems: Vec<&str> = demo()
        .models
        .iter()
        .filter_map(|(model, _)| model.file.file.rsplit_once('-').map(|(stem, _)| stem))
        .collect();
    assert_eq!(
        stems,
        [
            "hall-1",
            "hall-2",
            "hall-3",
            "hall-4",
            "hall-5",
            "hall-6",
            "hall-7",
            "concourse"
        ]
    );
    let shown: usize = demo().models.iter().map(|(model, _)| model.file.units.len()).sum();
    assert_eq!(shown, demo().venue.units().len());
}

#[test]
fn equal_input_gives_equal_bytes() {
    let again = build(&Venue::new(files()).unwrap()).unwrap();
    for ((first, _), second) in demo().models.iter().zip(&again) {
        assert!(first.bytes == second.bytes, "{} differs", first.file.file);
    }
}

#[test]
fn models_and_files_know_the_same_booths() {
    let Built { venue, models } = demo();
    for (model, drawn) in models {
        assert_eq!(compare(drawn, &model.file.file, &model.file.units, venue), []);
    }
    let mut renamed = files();
    let old = std::mem::replace(&mut renamed.layout.booths[0].id, BoothId::new("9Z99"));
    for exhibitor in &mut renamed.exhibitors.exhibitors {
        exhibitor.booths.retain(|booth| *booth != old);
    }
    let hall = renamed.layout.booths[0].unit.clone();
    let renamed = Venue::new(renamed).unwrap();
    let (model, drawn) = models
        .iter()
        .find(|(model, _)| model.file.units.contains(&hall))
        .unwrap();
    let findings = compare(drawn, &model.file.file, &model.file.units, &renamed);
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["model-unknown-booth", "model-missing-booth"]);
}

/// The rules and messages of comparing hall 3, after somebody changed it.
fn compared(change: impl FnOnce(&mut HallModel)) -> Vec<(String, String)> {
    let Built { venue, models } = demo();
    let (model, drawn) = models.iter().find(|(model, _)| model.stem == "hall-3").unwrap();
    let mut drawn = drawn.clone();
    change(&mut drawn);
    compare(&drawn, &model.file.file, &model.file.units, venue)
        .into_iter()
        .map(|finding| (finding.rule, finding.message))
        .collect()
}

fn booths(drawn: &mut HallModel) -> impl Iterator<Item = &mut Part> {
    drawn.parts.iter_mut().filter(|part| part.kind == PartKind::Booth)
}

/// Moves and stretches what is drawn of a part.
fn stretch(part: &mut Part, factor: f32, by: [f32; 3]) {
    let bounds = part.bounds.as_mut().unwrap();
    for corner in [&mut bounds.min, &mut bounds.max] {
        *corner = std::array::from_fn(|i| corner[i] * factor + by[i]);
    }
}

#[test]
fn booths_elsewhere_or_of_another_size_are_found() {
    let one = |factor, by| {
        let found = compared(|drawn| stretch(booths(drawn).next().unwrap(), factor, by));
        let [(rule, message)] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(rule, "model-booth-elsewhere");
        message.clone()
    };
    assert!(one(1.0, [20.0, 0.0, 0.0]).contains("beyond its footprint"));
    assert!(one(1.0, [0.0, 4.0, 0.0]).contains("its level's floor is at"));
    let (x, z) = {
        let mut at = (0.0, 0.0);
        compared(|drawn| {
            let bounds = booths(drawn).next().unwrap().bounds.unwrap();
            at = (bounds.min[0] + 1.0, bounds.min[2] + 1.0);
        });
        at
    };
    assert!(
        one(0.01, [x, 0.0, z]).contains("in the layout"),
        "a doll's house on its place"
    );
}

#[test]
fn a_model_in_another_unit_is_one_finding() {
    let found = compared(|drawn| booths(drawn).for_each(|part| stretch(part, 100.0, [0.0; 3])));
    let [(rule, message)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(rule, "model-booth-elsewhere");
    assert!(
        message.contains("booths are not where the layout has them"),
        "{message}"
    );
}

#[test]
fn a_model_without_names_is_one_finding() {
    let found = compared(|drawn| booths(drawn).for_each(|part| part.kind = PartKind::Other));
    let [(rule, message)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(rule, "model-missing-booth");
    assert!(message.contains("none of the layout's"), "{message}");
    let found = compared(|drawn| booths(drawn).for_each(|part| part.level = Some("attic".into())));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "model-unknown-level");
}

#[test]
fn booths_stand_on_their_footprints() {
    let Built { venue, models } = demo();
    for part in models.iter().flat_map(|(_, drawn)| &drawn.parts) {
        if part.kind != PartKind::Booth {
            continue;
        }
        let booth = venue.booth(&BoothId::new(part.id.as_deref().unwrap())).unwrap();
        let Box3 { min, max } = part.bounds.unwrap();
        let footprint = booth.footprint.bounds().unwrap();
        // A step of the grid, and the turn of whole stands.
        let slack = 0.02;
        let inside = f64::from(min[0]) > footprint.min.x - slack
            && f64::from(max[0]) < footprint.max.x + slack
            && f64::from(-max[2]) > footprint.min.y - slack
            && f64::from(-min[2]) < footprint.max.y + slack;
        assert!(
            inside,
            "{} stands at {min:?} to {max:?}, not on {footprint:?}",
            booth.id
        );
        assert!(
            f64::from(max[1]) <= booth.height_m + slack,
            "{} is {} m high",
            booth.id,
            max[1]
        );
    }
}

#[test]
fn most_stands_have_room_for_their_names() {
    let Built { venue, models } = demo();
    let mut named = BTreeSet::new();
    for name in models.iter().flat_map(|(_, drawn)| &drawn.names) {
        let booth = venue.booth(&BoothId::new(&name.booth)).unwrap();
        let footprint = booth.footprint.bounds().unwrap();
        for [x, y, z] in name.ends.map(|end| end.map(f64::from)) {
            assert!(footprint.min.x - 0.1 < x && x < footprint.max.x + 0.1, "{}", booth.id);
            assert!(footprint.min.y - 0.1 < -z && -z < footprint.max.y + 0.1, "{}", booth.id);
            assert!((0.5..booth.height_m).contains(&y), "{}", booth.id);
        }
        let [left, right] = name.ends;
        let wide = (left[0] - right[0]).hypot(left[2] - right[2]);
        let high = name.up[1];
        assert!((0.15..=0.5).contains(&high) && wide > 4.9 * high, "{}", booth.id);
        named.insert(&name.booth);
    }
    let stands = models.iter().flat_map(|(_, drawn)| &drawn.parts);
    let stands = stands.filter(|part| part.kind == PartKind::Booth).count();
    assert!(named.len() * 5 > stands * 4, "{} of {stands}", named.len());
}

#[test]
fn the_whole_venue_stays_inside_its_budget_of_triangles() {
    let triangles: usize = demo().models.iter().map(|(_, drawn)| drawn.indices.len() / 3).sum();
    assert!(triangles <= 600_000, "{triangles} triangles");
}

#[test]
fn visitors_stand_in_nobody_s_way() {
    let Built { venue, models } = demo();
    let people = models
        .iter()
        .flat_map(|(_, drawn)| drawn.parts.iter().map(move |part| (part, drawn)))
        .filter(|(part, _)| part.kind == PartKind::People);
    let mut count = 0;
    for (part, drawn) in people {
        let own = part.vertices.start as usize..part.vertices.end as usize;
        for [x, y, z] in &drawn.positions[own] {
            let at = Point::new(f64::from(*x), f64::from(-*z));
            assert!(*y <= 1.8, "{y} m tall");
            for aisle in venue.aisles() {
                let ends = aisle.line.windows(2);
                let off = ends.map(|ends| crate::venue::nearest_on_segment(ends[0], ends[1], at).distance(at));
                let off = off.fold(f64::INFINITY, f64::min);
                assert!(off > aisle.width_m * 0.2, "{at:?} in {}", aisle.id);
            }
            assert!(
                venue.booths().iter().all(|booth| !booth.footprint.contains(at)),
                "{at:?}"
            );
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn levels_lie_at_their_elevation() {
    let Built { venue, models } = demo();
    let (_, concourse) = models.last().unwrap();
    for level in venue.levels() {
        let floor = concourse
            .parts
            .iter()
            .find(|part| part.kind == PartKind::Floor && part.level.as_deref() == Some(level.id.as_str()))
            .and_then(|part| part.bounds)
            .unwrap();
        assert!((f64::from(floor.max[1]) - level.elevation_m).abs() < 1e-3);
    }
}

#[test]
fn who_walks_indoors_has_a_roof_overhead() {
    let Built { venue, models } = demo();
    let indoors = venue.units().iter().filter_map(|unit| {
        let is_roofed = matches!(unit.kind, UnitKind::Hall | UnitKind::Concourse);
        is_roofed.then_some((unit, unit.height_m?))
    });
    let mut random = oorandom::Rand64::new(5);
    for (unit, height) in indoors {
        let is_of_it = |(model, _): &&(Model, HallModel)| model.file.units.contains(&unit.id);
        let (_, drawn) = models.iter().find(is_of_it).unwrap();
        let roofs = drawn.parts.iter().filter(|part| part.kind == PartKind::Roof);
        let roofs: Vec<Point3> = roofs.flat_map(|part| overhead(drawn, part, height)).flatten().collect();
        let bounds = unit.polygon.bounds().unwrap();
        for _ in 0..100 {
            let mut between = |low: f64, high: f64| low + random.rand_float() * (high - low);
            let at = Point::new(between(bounds.min.x, bounds.max.x), between(bounds.min.y, bounds.max.y));
            if unit.polygon.contains(at) && unit.polygon.distance_to_border(at) > 0.1 {
                assert!(
                    roofs.as_chunks::<3>().0.iter().any(|roof| covers(roof, at)),
                    "{} {at:?}",
                    unit.id
                );
            }
        }
    }
}

#[test]
fn a_low_hall_has_a_plain_ceiling_and_no_trusses_at_eye_level() {
    let nodes = |height: f64| {
        let mut files = files();
        files
            .layout
            .units
            .iter_mut()
            .for_each(|unit| unit.height_m = Some(height));
        let venue = Venue::new(files).unwrap();
        let hall = venue.units().iter().find(|unit| unit.kind == UnitKind::Hall).unwrap();
        roof::build(&Site { venue: &venue }, hall, &mut Stock::default()).len()
    };
    assert_eq!(nodes(5.5), 1);
    assert!(nodes(14.0) > 5);
}

type Point3 = [f64; 3];

/// The triangles of a part that lie level at that height or little above it.
fn overhead<'m>(model: &'m HallModel, part: &Part, height: f64) -> impl Iterator<Item = [Point3; 3]> + 'm {
    let ranges = [part.opaque.clone(), part.glass.clone()];
    let indices = ranges
        .into_iter()
        .flat_map(|range| &model.indices[range.start as usize..range.end as usize]);
    let corners: Vec<Point3> = indices.map(|i| model.positions[*i as usize].map(f64::from)).collect();
    let triangles = corners.as_chunks::<3>().0.to_vec();
    let is_level = move |triangle: &[Point3; 3]| {
        triangle
            .iter()
            .all(|corner| (0.0..0.5).contains(&(corner[1] - height + 1e-3)))
    };
    triangles.into_iter().filter(is_level)
}

fn covers(triangle: &[Point3; 3], at: Point) -> bool {
    let [a, b, c] = triangle.map(|[x, _, z]| Point::new(x, -z));
    let turns = [(a, b), (b, c), (c, a)].map(|(from, to)| crate::venue::cross(from, to, at));
    turns.iter().all(|turn| *turn >= -1e-6) || turns.iter().all(|turn| *turn <= 1e-6)
}

#[test]
fn doors_are_gaps_in_the_walls() {
    let Built { venue, models } = demo();
    for opening in venue.openings() {
        let middle = opening.from.lerp(opening.to, 0.5);
        let solid = models.iter().any(|(_, drawn)| {
            drawn
                .parts
                .iter()
                .filter(|part| part.kind == PartKind::Walls)
                .any(|part| {
                    is_blocked(
                        drawn,
                        part.opaque.clone(),
                        middle,
                        venue
                            .level(&venue.unit(&opening.between[0]).unwrap().level)
                            .unwrap()
                            .elevation_m
                            + 1.5,
                    )
                })
        });
        let closed = opening.kind == crate::venue::OpeningKind::EmergencyExit;
        assert_eq!(solid, closed, "{}", opening.id);
    }
}

/// Whether a wide upright face passes within a foot of a point at that height.
fn is_blocked(model: &HallModel, indices: std::ops::Range<u32>, at: Point, height: f64) -> bool {
    let corner = |i: u32| model.positions[i as usize].map(f64::from);
    model.indices[indices.start as usize..indices.end as usize]
        .as_chunks::<3>()
        .0
        .iter()
        .any(|triangle| {
            let [a, b, c] = [corner(triangle[0]), corner(triangle[1]), corner(triangle[2])];
            let near = |i: usize, value: f64, reach: f64| {
                let (low, high) = (a[i].min(b[i]).min(c[i]), a[i].max(b[i]).max(c[i]));
                low - reach < value && value < high + reach
            };
            let wide = [0, 2].map(|i| a[i].max(b[i]).max(c[i]) - a[i].min(b[i]).min(c[i]));
            near(0, at.x, 0.3) && near(2, -at.y, 0.3) && near(1, height, 0.0) && wide[0].max(wide[1]) > 0.5
        })
}

#[test]
fn a_booth_may_have_any_outline() {
    let mut files = files();
    let booth = &mut files.layout.booths[0];
    let Polygon(corners) = &mut booth.footprint;
    // A corner cut off.
    let (a, b, c) = (corners[0], corners[1], corners[2]);
    corners.splice(1..2, [a.lerp(b, 0.6), b.lerp(c, 0.4)]);
    let id = booth.id.clone();
    let venue = Venue::new(files).unwrap();
    let hall = venue.booth(&id).unwrap().unit.clone();
    let model = build(&venue)
        .unwrap()
        .into_iter()
        .find(|model| model.file.units.contains(&hall))
        .unwrap();
    let drawn = read(&model.bytes, &Pictures::new()).unwrap();
    let part = drawn
        .parts
        .iter()
        .find(|part| part.id.as_deref() == Some(id.as_str()))
        .unwrap();
    assert!(!part.opaque.is_empty());
}

#[test]
fn a_building_without_halls_has_a_file_a_level() {
    let mut files = files();
    files.layout.units.retain(|unit| unit.kind != UnitKind::Hall);
    let units: Vec<_> = files.layout.units.iter().map(|unit| unit.id.clone()).collect();
    files
        .layout
        .openings
        .retain(|opening| opening.between.iter().all(|unit| units.contains(unit)));
    files.layout.aisles.clear();
    files.layout.booths.clear();
    for exhibitor in &mut files.exhibitors.exhibitors {
        exhibitor.booths.clear();
    }
    let models = build(&Venue::new(files).unwrap()).unwrap();
    let stems: Vec<&str> = models
        .iter()
        .filter_map(|model| model.file.file.rsplit_once('-').map(|(stem, _)| stem))
        .collect();
    assert_eq!(stems, ["level-ground", "level-upper"]);
}
