//! What people call things, in the two languages that Fairway speaks.

use crate::venue::{Booth, Exhibitor, LevelId, LocalText, Opening, Place, PlaceId, UnitKind, Venue};
use crate::words::{self, KindWords};

/// The languages that Fairway itself speaks; a venue's other languages fall back to the nearest of its own.
pub const SPOKEN: [&str; 2] = ["en", "zh-Hans"];

/// A text in each spoken language.
pub fn in_each(wording: impl Fn(&str) -> String) -> LocalText {
    SPOKEN
        .into_iter()
        .map(|language| (language.to_owned(), wording(language)))
        .collect()
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
            let booth = exhibitor.booths.first().and_then(|id| venue.booth(id));
            exhibitor_name(venue, exhibitor, booth, language)
        }
        Place::Session(session) => venue
            .unit(&session.room)
            .map_or_else(String::new, |unit| unit.name.in_language(language).to_owned()),
        _ => match (place.name(), place) {
            (Some(name), _) => name.in_language(language).to_owned(),
            (None, Place::Amenity(amenity)) => the(language, words::of_amenity(amenity.kind)),
            (None, Place::Connector(connector)) => the(language, words::of_connector(connector.kind)),
            (None, Place::Opening(opening)) => opening_name(venue, opening, language),
            (None, _) => place.id().to_string(),
        },
    })
}

/// An opening without a name, by the room that it leads into: "the door of Room 205".
fn opening_name(venue: &Venue, opening: &Opening, language: &str) -> String {
    let word = the(language, words::of_opening(opening.kind));
    let mut units = opening.between.iter().filter_map(|unit| venue.unit(unit));
    let room = units.find(|unit| matches!(unit.kind, UnitKind::Room | UnitKind::Shop) && words::unit_has_a_name(unit));
    match room.map(|room| spoken(venue, &(&room.id).into(), language)) {
        Some(room) if is_chinese(language) => format!("{room}的{word}"),
        Some(room) => format!("{word} of {room}"),
        None => word,
    }
}

/// A kind as a sentence names one of it: "the restroom", "the ATM".
fn the(language: &str, kind: KindWords) -> String {
    let name = kind.name();
    let word = name.in_language(language);
    if is_chinese(language) {
        return word.to_owned();
    }
    format!("the {}", begun_small(word))
}

/// An exhibitor and one of its booths: "Acme (booth 3B12)".
pub fn exhibitor_name(venue: &Venue, exhibitor: &Exhibitor, booth: Option<&Booth>, language: &str) -> String {
    let name = exhibitor.name.in_language(language);
    match booth {
        Some(booth) if is_chinese(language) => format!("{name}（{}）", booth_name(venue, booth, language)),
        Some(booth) => format!("{name} ({})", booth_name(venue, booth, language)),
        None => name.to_owned(),
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

/// A distance as people say it: 4, 15, 120 metres.
pub fn rounded_distance(metres: f64) -> f64 {
    let unit = if metres < 10.0 {
        1.0
    } else if metres < 100.0 {
        5.0
    } else {
        10.0
    };
    ((metres / unit).round() * unit).max(1.0)
}

/// What a sentence calls a place, an aisle or a level that one sees on the way: "the café", "Hall 3", "a corridor", "booth 3B12".
pub fn spoken(venue: &Venue, id: &PlaceId, language: &str) -> String {
    let Some(place) = venue.place(id) else {
        let aisle = venue.aisle(id);
        let level = || venue.levels().iter().find(|level| PlaceId::from(&level.id) == *id);
        let name = aisle
            .map(|aisle| &aisle.name)
            .or_else(|| level().map(|level| &level.name));
        return name.map_or_else(|| id.to_string(), |name| with_article(name, language, None));
    };
    match (place, place.name()) {
        // One does not go "into an outside".
        (Place::Unit(unit), _)
            if unit.kind == UnitKind::Outdoor && !words::unit_has_a_name(unit) && !is_chinese(language) =>
        {
            "the open air".to_owned()
        }
        (Place::Unit(unit), _) if !words::unit_has_a_name(unit) => a(language, words::of_unit(unit.kind)),
        (Place::Unit(unit), Some(name)) => with_article(name, language, Some(words::of_unit(unit.kind))),
        (Place::Amenity(amenity), Some(name)) => with_article(name, language, Some(words::of_amenity(amenity.kind))),
        (Place::Connector(connector), Some(name)) => {
            with_article(name, language, Some(words::of_connector(connector.kind)))
        }
        (Place::Opening(_) | Place::Kiosk(_), Some(name)) => with_article(name, language, None),
        (Place::Exhibitor(_), Some(name)) => name.in_language(language).to_owned(),
        _ => place_name(venue, place).in_language(language).to_owned(),
    }
}

/// A name in a sentence. In English common nouns have an article and begin small: "the information desk", but "Hall 3", "Monoprix".
fn with_article(name: &LocalText, language: &str, kind: Option<KindWords>) -> String {
    let name = name.in_language(language);
    if is_chinese(language) {
        return name.to_owned();
    }
    let is_kind = kind.is_some_and(|kind| kind.all().any(|word| name.starts_with(word)));
    // "Information desk", "Stage of hall 2", but "Cross aisle 2", "Decathlon Grenoble Centre ville".
    let head = name.split(',').next().unwrap_or(name);
    let head = head.split(" of ").next().unwrap_or(head);
    let is_small = head.starts_with(char::is_uppercase)
        && name.contains(' ')
        && head.split(' ').skip(1).all(|word| word.starts_with(char::is_lowercase));
    let is_common = (is_kind || is_small) && !head.contains(|letter: char| letter.is_ascii_digit());
    if is_common {
        format!("the {}", begun_small(name))
    } else {
        name.to_owned()
    }
}

fn begun_small(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// A kind as a sentence names one of several: "a corridor", "an area".
fn a(language: &str, kind: KindWords) -> String {
    let name = kind.name();
    let word = name.in_language(language);
    if is_chinese(language) {
        return word.to_owned();
    }
    let article = if word.starts_with(['A', 'E', 'I', 'O', 'U']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {}", begun_small(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_nouns_have_an_article_and_names_have_none() {
        let said = |name: &str| with_article(&LocalText::of([("en", name)]), "en", None);
        assert_eq!(said("Information desk"), "the information desk");
        assert_eq!(said("Stage of hall 2"), "the stage of hall 2");
        assert_eq!(said("Accessible restroom, hall 7"), "the accessible restroom, hall 7");
        for name in ["Cross aisle 2", "Monoprix", "Decathlon Grenoble Centre ville", "i am"] {
            assert_eq!(said(name), name);
        }
    }
}
