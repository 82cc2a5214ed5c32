//! One hall with nothing in it but obstacles.

use fairway::venue::*;

pub const LEVEL: &str = "L0";

/// Its south-west corner is at the origin, its size in metres.
pub fn hall((width, depth): (f64, f64), obstacles: Vec<Fixture>) -> Venue {
    let name = LocalText::of([("en", "Hall")]);
    let unit = Unit {
        id: UnitId::new("hall"),
        kind: UnitKind::Hall,
        level: LevelId::new(LEVEL),
        name: name.clone(),
        number: None,
        polygon: Polygon::rectangle(0.0, 0.0, width, depth),
        height_m: None,
        theme: None,
        capacity: None,
    };
    let level = Level {
        id: LevelId::new(LEVEL),
        ordinal: 0,
        name: name.clone(),
        elevation_m: 0.0,
    };
    let layout = Layout {
        format: LAYOUT_FORMAT.into(),
        id: VenueId::new("venue"),
        name,
        languages: vec!["en".into()],
        time_zone: "UTC".into(),
        booth_label: LocalText::of([("en", "booth")]),
        about: About::default(),
        georeference: None,
        themes: vec![],
        categories: vec![],
        levels: vec![level],
        units: vec![unit],
        openings: vec![],
        connectors: vec![],
        amenities: vec![],
        fixtures: obstacles,
        kiosks: vec![],
        aisles: vec![],
        booths: vec![],
    };
    let files = VenueFiles {
        layout,
        exhibitors: Exhibitors::none(),
        programme: ProgrammeFile::none(),
        rules: Rules::none(),
        live: Live::none(),
    };
    Venue::new(files).expect("a hall with obstacles is a venue")
}

pub fn obstacle(index: usize, level: LevelId, footprint: Polygon) -> Fixture {
    Fixture {
        id: FixtureId::new(format!("obstacle-{index}")),
        kind: FixtureKind::Wall,
        level,
        footprint,
        height_m: None,
    }
}
