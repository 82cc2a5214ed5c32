//! The guide with the demo venue, asked what visitors ask.

use fairway::guide::{Card, Guide, GuideCommand, GuideEvent, LabelRank, Plan, SearchRequest, VenueSummary};
use fairway::venue::{AmenityKind, BUNDLE_FORMAT, PlaceId, Polygon, Venue, VenueFiles};
use fairway::wayfinding::{Profile, RouteRequest, Stop, free_floor};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;

const LANGUAGES: [&str; 2] = ["en", "zh-Hans"];

/// What `fairway build` makes of the venue's files, without models.
fn bundle() -> &'static Value {
    static BUNDLE: OnceLock<Value> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues/gdte");
        let file = |name: &str| -> Value {
            let text = std::fs::read_to_string(folder.join(name)).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let mut bundle = json!({
            "layout": file("layout.json"),
            "exhibitors": file("exhibitors.json"),
            "programme": file("programme.json"),
            "rules": file("rules.json"),
        });
        let files: VenueFiles = serde_json::from_value(bundle.clone()).unwrap();
        bundle["floor"] = json!(free_floor(&Venue::new(files).unwrap()));
        bundle["format"] = json!(BUNDLE_FORMAT);
        bundle["models"] = json!([]);
        bundle
    })
}

fn open() -> (Guide, VenueSummary) {
    let mut guide = Guide::default();
    match guide.open(bundle().to_string().as_bytes()) {
        GuideEvent::VenueOpened { summary } => (guide, summary),
        other => panic!("{other:?}"),
    }
}

fn found(guide: &Guide, query: &str, language: &str) -> Vec<(String, Option<AmenityKind>)> {
    let command = GuideCommand::Search(SearchRequest {
        query: query.to_owned(),
        language: language.to_owned(),
        limit: 12,
        near: None,
        filter: None,
    });
    match guide.handle(command) {
        GuideEvent::Found { hits, .. } => hits
            .into_iter()
            .map(|hit| (hit.place.to_string(), hit.amenity))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn card(guide: &Guide, place: &str) -> Card {
    match guide.handle(GuideCommand::Describe {
        place: PlaceId::new(place),
    }) {
        GuideEvent::Described { card } => card,
        other => panic!("{other:?}"),
    }
}

fn plan(guide: &Guide) -> Plan {
    match guide.handle(GuideCommand::DrawPlan) {
        GuideEvent::PlanDrawn { plan } => plan,
        other => panic!("{other:?}"),
    }
}

fn ids<'b>(pointer: &str) -> impl Iterator<Item = &'b str> {
    list(pointer).iter().map(|item| item["id"].as_str().unwrap())
}

fn list(pointer: &str) -> &'static Vec<Value> {
    bundle().pointer(pointer).unwrap().as_array().unwrap()
}

#[test]
fn every_exhibitor_is_found_by_its_name_in_each_language() {
    let (guide, summary) = open();
    assert_eq!(summary.exhibitors, list("/exhibitors/exhibitors").len());
    for exhibitor in list("/exhibitors/exhibitors") {
        for language in LANGUAGES {
            let name = exhibitor["name"][language].as_str().unwrap();
            let hits = found(&guide, name, language);
            let is_it = |(place, _): &(String, _)| *place == exhibitor["id"].as_str().unwrap();
            assert!(hits.iter().any(is_it), "{name}: {hits:?}");
        }
    }
}

#[test]
fn every_booth_is_found_first_by_its_number() {
    let (guide, _) = open();
    for id in ids("/layout/booths") {
        for spelling in [id.to_owned(), id.to_lowercase(), format!("展位 {id}")] {
            let hits = found(&guide, &spelling, "zh-Hans");
            assert_eq!(hits.first().map(|hit| hit.0.as_str()), Some(id), "{spelling}: {hits:?}");
        }
    }
}

#[test]
fn everyday_words_find_what_they_mean() {
    let (guide, _) = open();
    for (word, kind) in [
        ("toilet", AmenityKind::Restroom),
        ("WC", AmenityKind::Restroom),
        ("卫生间", AmenityKind::Restroom),
        ("wheelchair toilet", AmenityKind::RestroomWheelchair),
        ("无障碍", AmenityKind::RestroomWheelchair),
        ("cafe", AmenityKind::Cafe),
        ("咖啡", AmenityKind::Cafe),
        ("first aid", AmenityKind::FirstAid),
        ("急救", AmenityKind::FirstAid),
        ("luggage", AmenityKind::Cloakroom),
        ("母婴", AmenityKind::NursingRoom),
        ("prayer", AmenityKind::PrayerRoom),
        ("info", AmenityKind::Information),
    ] {
        let hits = found(&guide, word, "en");
        assert!(hits.iter().any(|hit| hit.1 == Some(kind)), "{word}: {hits:?}");
    }
}

#[test]
fn halls_come_first_by_any_of_their_names() {
    let (guide, summary) = open();
    assert_eq!(summary.units[0].number.as_deref(), Some("1"));
    for number in 1..=7 {
        for name in [format!("hall {number}"), format!("h{number}"), format!("{number}号馆")] {
            let hits = found(&guide, &name, "en");
            assert_eq!(
                card(&guide, &hits[0].0).title.in_language("en"),
                format!("Hall {number}"),
                "{name}"
            );
        }
    }
}

#[test]
fn every_place_has_a_card_that_says_where_it_is() {
    let (guide, _) = open();
    let lists = [
        "/layout/units",
        "/layout/openings",
        "/layout/connectors",
        "/layout/amenities",
        "/layout/kiosks",
        "/layout/booths",
        "/exhibitors/exhibitors",
        "/programme/sessions",
    ];
    for id in lists.into_iter().flat_map(ids) {
        let card = card(&guide, id);
        assert!(card.level.is_some(), "{card:?}");
        for language in LANGUAGES {
            assert!(
                card.title.0.get(language).is_some_and(|title| !title.is_empty()),
                "{card:?}"
            );
        }
    }
}

#[test]
fn names_on_the_plan_are_inside_what_they_name() {
    let (guide, _) = open();
    for level in plan(&guide).levels {
        let shape_of = |place: &PlaceId| -> Option<Polygon> {
            let shape = level.shapes.iter().find(|shape| shape.place.as_ref() == Some(place))?;
            Some(shape.polygon.clone())
        };
        for label in level.labels.iter().filter(|label| label.rank >= LabelRank::Room) {
            let Some(shape) = shape_of(&label.place) else {
                continue;
            };
            assert!(shape.contains(label.at), "{label:?}");
            assert!(label.width_m > 0.5 && label.height_m > 0.5, "{label:?}");
        }
    }
}

#[test]
fn a_person_gets_from_every_start_to_every_hall() {
    let (guide, summary) = open();
    for start in &summary.starts {
        for hall in summary.units.iter().filter(|unit| unit.booths > 0) {
            let request = RouteRequest {
                profile: Profile::StepFree,
                ..RouteRequest::between(
                    Stop::Place {
                        place: start.place.clone(),
                    },
                    Stop::Place {
                        place: (&hall.id).into(),
                    },
                )
            };
            match guide.handle(GuideCommand::PlanRoute { request }) {
                GuideEvent::RoutePlanned { route, .. } => assert!(route.distance_m > 0.0),
                other => panic!("{} to {}: {other:?}", start.place, hall.id),
            }
        }
    }
}
