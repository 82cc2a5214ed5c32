//! What people call things, in the two languages that Fairway speaks.

use crate::venue::{Booth, LevelId, LocalText, Place, Venue};
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
            (None, Place::Amenity(amenity)) => the(language, words::of_amenity(amenity.kind)),
            (None, Place::Connector(connector)) => the(language, words::of_connector(connector.kind)),
            (None, Place::Opening(opening)) => the(language, words::of_opening(opening.kind)),
            (None, _) => place.id().to_string(),
        },
    })
}

/// A kind as a sentence names one of it: "the restroom", "the ATM".
fn the(language: &str, kind: KindWords) -> String {
    let name = kind.name();
    let word = name.in_language(language);
    if is_chinese(language) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("the {}{}", first.to_lowercase(), letters.as_str())
        }
        _ => format!("the {word}"),
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
