//! A place by an id that a person typed or a link carries.

use super::{fold, natural_order};
use crate::venue::{PlaceId, Venue};
use crate::{order, spelling};

/// What came of looking for an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    Found(PlaceId),
    /// No place has it; these are spelt alike, the most alike first.
    Unknown {
        suggestions: Vec<PlaceId>,
    },
}

const SUGGESTIONS: usize = 3;

/// Errors in an id that still make it a suggestion.
const MOST_ERRORS: usize = 3;

/// The place with that id; else the only one that differs in case, width and punctuation alone (`3-b12` for `3B12`).
pub(super) fn lookup(venue: &Venue, id: &PlaceId) -> Lookup {
    if venue.place(id).is_some() {
        return Lookup::Found(id.clone());
    }
    let typed: Vec<char> = fold::compact(id.as_str()).chars().collect();
    // Among short ids almost any is three errors away from any other.
    let most = MOST_ERRORS.min(typed.len() / 2);
    let mut alike: Vec<(usize, PlaceId)> = Vec::new();
    for place in venue.places() {
        let other: Vec<char> = fold::compact(place.id().as_str()).chars().collect();
        if let Some(errors) = spelling::errors(&typed, &other, most) {
            alike.push((errors, place.id()));
        }
    }
    order::sort_by(&mut alike, |(a, id_a), (b, id_b)| {
        a.cmp(b).then_with(|| natural_order(id_a.as_str(), id_b.as_str()))
    });
    match &alike[..] {
        [(0, only)] => Lookup::Found(only.clone()),
        [(0, only), (errors, _), ..] if *errors > 0 => Lookup::Found(only.clone()),
        _ => Lookup::Unknown {
            suggestions: alike.into_iter().take(SUGGESTIONS).map(|(_, id)| id).collect(),
        },
    }
}
