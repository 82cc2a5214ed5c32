//! Who is where: `Venue` → `Directory` → [`Hit`]s for what a person types, in any of the venue's languages.

#[cfg(feature = "cli")]
mod characters;
mod collation;
mod entry;
mod filter;
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
pub use filter::{Choice, Facet, Filter, FilterBy};
pub use hit::{Hit, HitKind};
pub use lookup::Lookup;
pub use occupants::Occupants;
pub use whereabouts::{Whereabouts, anchor_of, whereabouts};
pub use wording::{in_all_languages, kind_of, name_of};

use crate::order;
use crate::venue::{AmenityKind, ConnectorKind, Place, PlaceId, Venue};
use entry::Entry;
use filter::Sieve;
use han::Han;
use index::{Index, Query};
use std::collections::BTreeSet;
use surroundings::Surroundings;
use wording::Wording;

/// The index of all that can be found in a venue, and who is on which booth. It belongs to the venue that it was made of.
#[derive(Clone, Debug)]
pub struct Directory {
    occupants: Occupants,
    index: Index,
}

/// What a filter leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrowed {
    pub hits: Vec<Hit>,
    /// How many there are, beyond the limit too.
    pub total: usize,
    pub facets: Vec<Facet>,
}

impl From<Vec<Hit>> for Narrowed {
    fn from(hits: Vec<Hit>) -> Self {
        Self {
            total: hits.len(),
            hits,
            facets: Vec::new(),
        }
    }
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
        let lines = best.filter_map(|entry| self.found_line(venue, entry, &query, language));
        grouped_by_kind(lines.collect())
    }

    /// The same of what the filter leaves, with what else one could choose. Where nothing was typed, all exhibitors by name.
    pub fn narrowed(&self, venue: &Venue, text: &str, language: &str, limit: usize, filter: &Filter) -> Narrowed {
        let query = self.index.query(text);
        let mut sieve = Sieve::new(self, venue, filter, language);
        let mut total = 0;
        let mut is_shown = |place| {
            let passes = sieve.passes(place);
            total += usize::from(passes);
            passes && total <= limit
        };
        let hits = if text.trim().is_empty() {
            let exhibitors = self.exhibitors(venue, language).into_iter().map(Place::Exhibitor);
            let shown = exhibitors.filter(|&place| is_shown(place));
            let line = |place| {
                let hit = self.hit(venue, place, language);
                let initial = Some(self.initial(&hit.title, language));
                Hit { initial, ..hit }
            };
            shown.map(line).collect()
        } else {
            let mut seen = BTreeSet::new();
            let found = self.index.search(&query).filter(|entry| seen.insert(&entry.place));
            let shown = found.filter(|entry| venue.place(&entry.place).is_some_and(&mut is_shown));
            let lines = shown.filter_map(|entry| self.found_line(venue, entry, &query, language));
            grouped_by_kind(lines.collect())
        };
        Narrowed {
            hits,
            total,
            facets: sieve.facets(),
        }
    }

    /// What the person may have meant by what leads nowhere.
    pub fn meant(&self, text: &str) -> Option<String> {
        self.index.meant(&self.index.query(text))
    }

    /// A place's line in a list that nothing was typed for.
    pub fn hit(&self, venue: &Venue, place: Place, language: &str) -> Hit {
        self.line(venue, place, kind_of(place), Topic::Itself, language)
    }

    /// The place that a person means by `id`, however they spell it.
    pub fn lookup(&self, venue: &Venue, id: &PlaceId) -> Lookup {
        lookup::lookup(venue, id)
    }

    fn found_line(&self, venue: &Venue, entry: &Entry, query: &Query, language: &str) -> Option<Hit> {
        let hit = self.line(venue, venue.place(&entry.place)?, entry.kind, entry.topic, language);
        let marks = marks::marks(&hit.title, &self.index, query);
        Some(Hit { marks, ..hit })
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
            initial: None,
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
fn grouped_by_kind(mut hits: Vec<Hit>) -> Vec<Hit> {
    let mut kinds: Vec<HitKind> = Vec::new();
    for hit in &hits {
        if !kinds.contains(&hit.kind) {
            kinds.push(hit.kind);
        }
    }
    order::sort_by_key(&mut hits, |hit| kinds.iter().position(|&kind| kind == hit.kind));
    hits
}
