//! Who is where: `Venue` → `Directory` → [`Hit`]s for what a person types, in any of the venue's languages.

#[cfg(feature = "cli")]
mod characters;
mod entry;
mod fold;
mod han;
mod hit;
mod index;
mod lookup;
mod marks;
mod occupants;
mod surroundings;
#[cfg(test)]
mod tests;
mod whereabouts;
mod wording;

pub use crate::spelling::natural_order;
#[cfg(feature = "cli")]
pub use characters::characters;
pub use entry::Topic;
pub use hit::{Hit, HitKind};
pub use lookup::Lookup;
pub use occupants::Occupants;
pub use whereabouts::{Whereabouts, anchor_of, whereabouts};
pub use wording::{in_all_languages, kind_of, name_of};

use crate::order;
use crate::venue::{AmenityKind, ConnectorKind, Place, PlaceId, Venue};
use han::Han;
use index::Index;
use std::collections::BTreeSet;
use surroundings::Surroundings;
use wording::Wording;

/// The index of all that can be found in a venue, and who is on which booth. It belongs to the venue that it was made of.
#[derive(Clone, Debug)]
pub struct Directory {
    occupants: Occupants,
    index: Index,
}

impl Directory {
    /// `characters` is what `fairway build` has found out about those of the venue; without it, Chinese is found as it is written only.
    pub fn of(venue: &Venue, characters: &str) -> Self {
        let booth_words = venue.layout().booth_label.wordings().map(fold::joined);
        let mut surroundings = Surroundings::of(venue);
        let entries = entry::entries(venue, &mut surroundings);
        Self {
            occupants: Occupants::of(venue),
            index: Index::new(entries, surroundings.names, booth_words, Han::new(characters)),
        }
    }

    pub fn occupants(&self) -> &Occupants {
        &self.occupants
    }

    /// The best `limit` lines for what was typed, each place once. Lines of one kind stand together, the kind with the best line first.
    pub fn search(&self, venue: &Venue, text: &str, language: &str, limit: usize) -> Vec<Hit> {
        let query = self.index.query(text);
        let mut seen = BTreeSet::new();
        let found = self.index.search(&query);
        let best = found.filter(|entry| seen.insert(&entry.place)).take(limit);
        let mut hits: Vec<Hit> = best
            .filter_map(|entry| {
                let place = venue.place(&entry.place)?;
                let hit = self.line(venue, place, entry.kind, entry.topic, language);
                let marks = marks::marks(&hit.title, &self.index, &query);
                Some(Hit { marks, ..hit })
            })
            .collect();
        group_by_kind(&mut hits);
        hits
    }

    /// A place's line in a list that nothing was typed for.
    pub fn hit(&self, venue: &Venue, place: Place, language: &str) -> Hit {
        self.line(venue, place, kind_of(place), Topic::Itself, language)
    }

    /// The place that a person means by `id`, however they spell it.
    pub fn lookup(&self, venue: &Venue, id: &PlaceId) -> Lookup {
        lookup::lookup(venue, id)
    }

    fn line(&self, venue: &Venue, place: Place, kind: HitKind, topic: Topic, language: &str) -> Hit {
        let wording = Wording {
            venue,
            occupants: &self.occupants,
            language,
        };
        Hit {
            place: place.id(),
            kind,
            title: wording.title(place, topic),
            subtitle: wording.subtitle(place, topic),
            amenity: amenity_of(place),
            connector: connector_of(place),
            marks: Vec::new(),
            walk_s: None,
        }
    }
}

/// Which icon an amenity has.
pub fn amenity_of(place: Place) -> Option<AmenityKind> {
    match place {
        Place::Amenity(amenity) => Some(amenity.kind),
        _ => None,
    }
}

/// Which icon a connector has.
pub fn connector_of(place: Place) -> Option<ConnectorKind> {
    match place {
        Place::Connector(connector) => Some(connector.kind),
        _ => None,
    }
}

/// Brings lines of one kind together, in the order in which kinds first appear.
fn group_by_kind(hits: &mut [Hit]) {
    let mut kinds: Vec<HitKind> = Vec::new();
    for hit in hits.iter() {
        if !kinds.contains(&hit.kind) {
            kinds.push(hit.kind);
        }
    }
    order::sort_by_key(hits, |hit| kinds.iter().position(|&kind| kind == hit.kind));
}
