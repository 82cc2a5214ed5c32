//! What can be found: every line that the directory may answer, and the words that lead to it.

use super::surroundings::{Surroundings, SurroundingsId, folded};
use super::wording::kind_of;
use super::{HitKind, fold, natural_order};
use crate::order;
use crate::venue::{Exhibitor, LocalText, OpeningKind, Place, PlaceId, UnitKind, Venue};
use crate::words;

/// What of a place a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Itself,
    /// One of an exhibitor's products, by its position.
    Product(usize),
    /// One of an exhibitor's categories, by its position.
    Category(usize),
}

/// One line that a search may answer.
#[derive(Clone, Debug)]
pub struct Entry {
    pub place: PlaceId,
    pub kind: HitKind,
    pub topic: Topic,
    /// Names in all languages, folded.
    pub names: Vec<String>,
    /// Numbers and short names that are compared without their punctuation, folded: `3b12`.
    pub codes: Vec<String>,
    /// Names of where it is.
    pub surroundings: Option<SurroundingsId>,
}

/// All lines, by kind and then by id: the order in which equally good ones are answered.
pub fn entries<'v>(venue: &'v Venue, surroundings: &mut Surroundings<'v>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for place in venue.places() {
        let around = surroundings.around(place);
        match place {
            Place::Exhibitor(exhibitor) => exhibitor_entries(exhibitor, venue, around, &mut entries),
            _ => entries.extend(entry(place, around)),
        }
    }
    order::sort_by(&mut entries, |a, b| {
        let by_kind = a.kind.cmp(&b.kind);
        by_kind
            .then_with(|| natural_order(a.place.as_str(), b.place.as_str()))
            .then(a.topic.cmp(&b.topic))
    });
    entries
}

/// The line of a place; `None` where nobody looks for it: a plain door, a corridor.
fn entry(place: Place, surroundings: Option<SurroundingsId>) -> Option<Entry> {
    let mut names = place.name().map(folded).unwrap_or_default();
    let mut codes = Vec::new();
    match place {
        Place::Booth(booth) => codes = booth_codes(booth.id.as_str()),
        Place::Unit(unit) => {
            if matches!(unit.kind, UnitKind::Corridor | UnitKind::Outdoor) {
                return None;
            }
            if let (UnitKind::Hall, Some(number)) = (unit.kind, &unit.number) {
                let spoken = words::of_hall(number);
                names.extend(spoken.iter().map(|word| fold::joined(word)));
                codes.extend(spoken.iter().map(|word| fold::compact(word)));
            }
        }
        Place::Opening(opening) => {
            if opening.kind != OpeningKind::Entrance && opening.name.is_none() {
                return None;
            }
            names.extend(words::of_opening(opening.kind).all().map(fold::joined));
        }
        Place::Connector(connector) => names.extend(words::of_connector(connector.kind).all().map(fold::joined)),
        Place::Amenity(amenity) => names.extend(words::of_amenity(amenity.kind).all().map(fold::joined)),
        Place::Kiosk(_) => names.extend(words::KIOSK.all().map(fold::joined)),
        Place::Exhibitor(_) | Place::Session(_) => {}
    }
    if names.is_empty() && codes.is_empty() {
        return None;
    }
    Some(Entry {
        place: place.id(),
        kind: kind_of(place),
        topic: Topic::Itself,
        names,
        codes,
        surroundings,
    })
}

fn exhibitor_entries(
    exhibitor: &Exhibitor,
    venue: &Venue,
    surroundings: Option<SurroundingsId>,
    entries: &mut Vec<Entry>,
) {
    let mut add = |kind, topic, name: &LocalText| {
        entries.push(Entry {
            place: (&exhibitor.id).into(),
            kind,
            topic,
            names: folded(name),
            codes: Vec::new(),
            surroundings,
        });
    };
    add(HitKind::Exhibitor, Topic::Itself, &exhibitor.name);
    for (i, product) in exhibitor.products.iter().enumerate() {
        add(HitKind::Product, Topic::Product(i), product);
    }
    for (i, category) in exhibitor.categories.iter().enumerate() {
        if let Some(category) = venue.category(category) {
            add(HitKind::Category, Topic::Category(i), &category.name);
        }
    }
}

/// `3B05` is also found as `3B5`.
fn booth_codes(id: &str) -> Vec<String> {
    let code = fold::compact(id);
    let mut short = String::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        let after_digit = short.chars().next_back().is_some_and(|last| last.is_ascii_digit());
        let is_leading_zero = c == '0' && !after_digit && rest.peek().is_some_and(char::is_ascii_digit);
        if !is_leading_zero {
            short.push(c);
        }
    }
    let mut codes = vec![code];
    if codes[0] != short {
        codes.push(short);
    }
    codes
}
