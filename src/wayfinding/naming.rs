//! What people call things, in the two languages that Fairway speaks.

use crate::venue::{AmenityKind, Booth, ConnectorKind, LevelId, LocalText, OpeningKind, Place, Venue};

/// The languages that Fairway itself speaks; a venue's other languages fall back to the nearest of its own.
pub const SPOKEN: [&str; 2] = ["en", "zh-Hans"];

/// A text in each spoken language.
pub fn in_each(wording: impl Fn(&str) -> String) -> LocalText {
    LocalText(
        SPOKEN
            .into_iter()
            .map(|language| (language.to_owned(), wording(language)))
            .collect(),
    )
}

/// Whether that language is written without spaces between words.
pub fn is_chinese(language: &str) -> bool {
    language.starts_with("zh")
}

/// The name of a place as it stands in a sentence: "booth 3B12", "Hall 3", "the restroom".
pub fn place_name(venue: &Venue, place: Place<'_>) -> LocalText {
    in_each(|language| match place {
        Place::Booth(booth) => booth_name(venue, booth, language),
        Place::Exhibitor(exhibitor) => {
            let name = exhibitor.name.in_language(language);
            match exhibitor.booths.first().and_then(|id| venue.booth(id)) {
                Some(booth) if is_chinese(language) => format!("{name}（{}）", booth_name(venue, booth, language)),
                Some(booth) => format!("{name} ({})", booth_name(venue, booth, language)),
                None => name.to_owned(),
            }
        }
        Place::Session(session) => venue
            .unit(&session.room)
            .map_or_else(String::new, |unit| unit.name.in_language(language).to_owned()),
        _ => match (place.name(), place) {
            (Some(name), _) => name.in_language(language).to_owned(),
            (None, Place::Amenity(amenity)) => the(language, amenity_word(amenity.kind, language)),
            (None, Place::Connector(connector)) => the(language, connector_word(connector.kind, language)),
            (None, Place::Opening(opening)) => the(language, opening_word(opening.kind, language)),
            (None, _) => place.id().to_string(),
        },
    })
}

fn the(language: &str, word: &str) -> String {
    if is_chinese(language) {
        word.to_owned()
    } else {
        format!("the {word}")
    }
}

fn booth_name(venue: &Venue, booth: &Booth, language: &str) -> String {
    let label = venue.layout().booth_label.in_language(language);
    if is_chinese(language) {
        format!("{label}{}", booth.id)
    } else {
        format!("{label} {}", booth.id)
    }
}

pub fn level_name(venue: &Venue, level: &LevelId) -> LocalText {
    venue.level(level).map(|level| level.name.clone()).unwrap_or_default()
}

pub fn connector_word(kind: ConnectorKind, language: &str) -> &'static str {
    let (en, zh) = match kind {
        ConnectorKind::Lift => ("lift", "电梯"),
        ConnectorKind::Escalator => ("escalator", "自动扶梯"),
        ConnectorKind::Stairs => ("stairs", "楼梯"),
        ConnectorKind::Ramp => ("ramp", "坡道"),
    };
    if is_chinese(language) { zh } else { en }
}

pub fn opening_word(kind: OpeningKind, language: &str) -> &'static str {
    let (en, zh) = match kind {
        OpeningKind::Door => ("door", "门"),
        OpeningKind::Entrance => ("entrance", "入口"),
        OpeningKind::EmergencyExit => ("emergency exit", "紧急出口"),
        OpeningKind::Passage => ("passage", "通道口"),
    };
    if is_chinese(language) { zh } else { en }
}

pub fn amenity_word(kind: AmenityKind, language: &str) -> &'static str {
    let (en, zh) = match kind {
        AmenityKind::Restroom => ("restroom", "洗手间"),
        AmenityKind::RestroomWheelchair => ("accessible restroom", "无障碍洗手间"),
        AmenityKind::Cafe => ("café", "咖啡厅"),
        AmenityKind::Restaurant => ("restaurant", "餐厅"),
        AmenityKind::FirstAid => ("first aid", "医务室"),
        AmenityKind::Information => ("information desk", "服务台"),
        AmenityKind::Cloakroom => ("cloakroom", "衣帽间"),
        AmenityKind::PrayerRoom => ("prayer room", "祈祷室"),
        AmenityKind::NursingRoom => ("nursing room", "母婴室"),
        AmenityKind::Charging => ("charging point", "充电处"),
        AmenityKind::Atm => ("cash machine", "自动取款机"),
        AmenityKind::Seating => ("seating", "休息区"),
        AmenityKind::Lockers => ("lockers", "储物柜"),
        AmenityKind::Other => ("service", "服务设施"),
    };
    if is_chinese(language) { zh } else { en }
}

/// A distance as people say it: 4, 15, 120 metres.
pub fn spoken_distance(metres: f64, language: &str) -> String {
    let unit = if metres < 10.0 {
        1.0
    } else if metres < 100.0 {
        5.0
    } else {
        10.0
    };
    let rounded = ((metres / unit).round() * unit).max(1.0);
    if is_chinese(language) {
        format!("{rounded}米")
    } else {
        format!("{rounded} m")
    }
}
