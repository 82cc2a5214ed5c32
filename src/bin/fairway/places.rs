//! Places as people spell them.

use crate::failure::Failure;
use fairway::directory::{Directory, Lookup, whereabouts};
use fairway::venue::{Level, Place, PlaceId, Venue};

/// The place that a person means: by its id, in any spelling, or by its name, with its level behind an `@` where several share one.
pub fn find(venue: &Venue, directory: &Directory, spelling: &str) -> Result<PlaceId, Failure> {
    let suggestions = match directory.lookup(venue, &PlaceId::new(spelling)) {
        Lookup::Found(id) => return Ok(id),
        Lookup::Unknown { suggestions } => suggestions,
    };
    let with_level = spelling
        .rsplit_once('@')
        .and_then(|(name, level)| Some((name, level_spelt(venue, level)?)));
    let (name, level) = with_level.map_or((spelling, None), |(name, level)| (name, Some(level)));
    let named: Vec<Place<'_>> = venue
        .places()
        .filter(|place| {
            place
                .name()
                .is_some_and(|text| text.wordings().any(|wording| alike(wording, name)))
        })
        .filter(|place| level.is_none_or(|level| level_of(venue, *place) == Some(level)))
        .collect();
    match named.as_slice() {
        [only] => Ok(only.id()),
        [] => {
            let first = venue.layout().languages.first().map_or("en", String::as_str);
            let found = directory.search(venue, name, first, 3).into_iter().map(|hit| hit.place);
            let near: Vec<String> = suggestions
                .into_iter()
                .chain(found)
                .take(3)
                .map(|id| format!("\"{id}\""))
                .collect();
            let hint = if near.is_empty() {
                "Use a booth's number, an id, or a name.".to_owned()
            } else {
                format!("Did you mean {}?", near.join(", "))
            };
            Err(Failure::Input(format!(
                "There is no place \"{spelling}\" in this venue. {hint}"
            )))
        }
        several => Err(Failure::Input(format!(
            "\"{spelling}\" is the name of {} places. Name one by its level or its id: {}.",
            several.len(),
            several
                .iter()
                .map(|place| told_apart(venue, *place, name))
                .collect::<Vec<_>>()
                .join(", ")
        ))),
    }
}

/// `"Monoprix@-1" (way-398056953)`.
fn told_apart(venue: &Venue, place: Place<'_>, name: &str) -> String {
    match level_of(venue, place) {
        Some(level) => format!("\"{name}@{}\" ({})", level.ordinal, place.id()),
        None => format!("\"{}\"", place.id()),
    }
}

fn level_of<'v>(venue: &'v Venue, place: Place<'v>) -> Option<&'v Level> {
    venue.level(whereabouts(venue, place)?.level)
}

/// A level by its id, its ordinal or its name.
fn level_spelt<'v>(venue: &'v Venue, spelling: &str) -> Option<&'v Level> {
    venue.levels().iter().find(|level| {
        alike(level.id.as_str(), spelling)
            || spelling.trim() == level.ordinal.to_string()
            || level.name.wordings().any(|wording| alike(wording, spelling))
    })
}

/// Like [`find`], and aisles too, which are no places to go to but can be closed.
pub fn closable(venue: &Venue, directory: &Directory, spelling: &str) -> Result<PlaceId, Failure> {
    let aisle = venue.aisles().iter().find(|aisle| {
        alike(aisle.id.as_str(), spelling) || aisle.name.wordings().any(|wording| alike(wording, spelling))
    });
    aisle.map_or_else(|| find(venue, directory, spelling), |aisle| Ok((&aisle.id).into()))
}

fn alike(wording: &str, spelling: &str) -> bool {
    wording.trim().to_lowercase() == spelling.trim().to_lowercase()
}
