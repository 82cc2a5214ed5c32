//! The brain: owns the checked venue and answers the page's commands. Plain Rust; `src/bin/guide.rs` puts it into a worker.

mod bounds;
mod card;
mod day;
mod label_box;
mod labels;
mod neighbours;
mod open;
mod pick;
mod plan;
mod programme;
mod protocol;
mod scene;
mod summary;
#[cfg(test)]
pub(crate) mod test_venue;
#[cfg(test)]
mod tests;
mod unit_list;
mod ways;

pub use protocol::*;

use crate::directory::{Directory, Hit, Lookup};
use crate::programme::SessionsByRoom;
use crate::venue::{BuiltVenue, FreeFloor, ModelFile, PlaceId, Rejected, UnitId, Venue, by_name, read_bundle};
use crate::wayfinding::{NavGraph, Route, RouteRequest};
use std::cell::{OnceCell, RefCell};

/// The guide: no venue at first, then the last one that could be opened.
#[derive(Default)]
pub struct Guide {
    open: Option<OpenVenue>,
}

/// A venue and what is derived from it.
struct OpenVenue {
    venue: Venue,
    models: Vec<ModelFile>,
    directory: Directory,
    sessions: SessionsByRoom,
    floor: Vec<FreeFloor>,
    /// Made by the first command that needs it.
    nav_graph: OnceCell<NavGraph>,
    /// The route that was planned last, and for what.
    accepted: RefCell<Option<(RouteRequest, Route)>>,
    /// The order of the day that was planned last, and for what.
    accepted_day: RefCell<Option<(DayWish, Vec<PlaceId>)>>,
}

impl Guide {
    /// Opens the venue in the bytes of a `venue.json`. One that is refused leaves the one before open.
    pub fn open(&mut self, bundle: &[u8]) -> GuideEvent {
        match read_bundle(bundle) {
            Ok(built) => {
                let open = OpenVenue::new(built);
                let summary = open.summary();
                self.open = Some(open);
                GuideEvent::VenueOpened { summary }
            }
            Err(error) => error.into(),
        }
    }

    /// Takes what holds for now from the bytes of a `live.json`.
    pub fn set_live(&mut self, live: &[u8]) -> GuideEvent {
        let Some(open) = &mut self.open else {
            return not_open();
        };
        let refused = |details| GuideEvent::LiveRefused { details };
        match by_name::from_slice(live) {
            Ok(live) => open
                .set_live(live)
                .unwrap_or_else(|Rejected { findings }| refused(findings.iter().map(ToString::to_string).collect())),
            Err(error) => refused(vec![error.to_string()]),
        }
    }

    /// Answers one command.
    pub fn handle(&self, command: GuideCommand) -> GuideEvent {
        match &self.open {
            Some(open) => open.handle(command),
            None => not_open(),
        }
    }

    /// Answers one command in JSON with one event in JSON.
    pub fn handle_json(&self, command: &str) -> String {
        // As bytes, like the venue: the program then has one reader of JSON, not two.
        let event = match by_name::from_slice(command.as_bytes()) {
            Ok(command) => self.handle(command),
            Err(error) => GuideEvent::NotUnderstood {
                message: error.to_string(),
            },
        };
        event.to_json()
    }
}

impl GuideEvent {
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|error| {
            // Every event is made of structs, lists and maps with text keys, so this is a fault of ours; say so rather than stop.
            let message = serde_json::to_string(&error.to_string()).unwrap_or_default();
            format!(r#"{{"type":"not_understood","message":{message}}}"#)
        })
    }
}

impl OpenVenue {
    fn new(built: BuiltVenue) -> Self {
        let BuiltVenue {
            venue,
            floor,
            models,
            characters,
        } = built;
        Self {
            directory: Directory::of(&venue, &characters),
            sessions: SessionsByRoom::of(&venue),
            venue,
            models,
            floor,
            nav_graph: OnceCell::new(),
            accepted: RefCell::default(),
            accepted_day: RefCell::default(),
        }
    }

    fn handle(&self, command: GuideCommand) -> GuideEvent {
        match command {
            GuideCommand::Search(request) => self.search(request),
            GuideCommand::Describe { place } => self.describe(place),
            GuideCommand::ListUnit { unit } => self.list_unit(unit),
            GuideCommand::ListPlaces { places, language } => self.list_places(&places, &language),
            GuideCommand::ListProgramme { kept } => self.list_programme(&kept),
            GuideCommand::ListStarts { language } => GuideEvent::StartsListed {
                starts: self.starts(&language),
            },
            GuideCommand::Pick { level, point } => GuideEvent::Picked {
                place: pick::pick(&self.venue, &level, point),
            },
            GuideCommand::PlanRoute { request } => self.plan_route(&request),
            GuideCommand::PlanDay { request } => self.plan_day(&request),
            GuideCommand::DrawPlan => GuideEvent::PlanDrawn { plan: self.plan() },
            GuideCommand::DescribeScene => GuideEvent::SceneDescribed { scene: self.scene() },
        }
    }

    fn search(&self, request: SearchRequest) -> GuideEvent {
        let SearchRequest {
            query,
            language,
            limit,
            near,
            filter,
        } = request;
        let (directory, venue) = (&self.directory, &self.venue);
        let filtered = filter.is_some();
        let mut found = match filter {
            Some(filter) => directory.narrowed(venue, &query, &language, limit, &filter),
            None => directory.search(venue, &query, &language, limit).into(),
        };
        if found.total == 0 && !filtered {
            found = self.by_code(&query, &language).into();
        }
        if let Some(near) = near {
            self.rank_by_walk(&mut found.hits, &near);
        }
        GuideEvent::Found {
            meant: if found.total == 0 {
                directory.meant(&query)
            } else {
                None
            },
            query,
            hits: found.hits,
            total: found.total,
            facets: found.facets,
        }
    }

    /// The place whose id was typed, as it stands on a sign.
    fn by_code(&self, code: &str, language: &str) -> Vec<Hit> {
        let place = match self.directory.lookup(&self.venue, &PlaceId::new(code)) {
            Lookup::Found(id) => self.venue.place(&id),
            Lookup::Unknown { .. } => None,
        };
        let hit = place.map(|place| self.directory.hit(&self.venue, place, language));
        hit.into_iter().collect()
    }

    fn describe(&self, id: PlaceId) -> GuideEvent {
        match self.directory.lookup(&self.venue, &id) {
            Lookup::Found(found) => match self.venue.place(&found) {
                Some(place) => GuideEvent::Described { card: self.card(place) },
                None => unknown(id, Vec::new()),
            },
            Lookup::Unknown { suggestions } => unknown(id, suggestions),
        }
    }

    fn list_places(&self, ids: &[PlaceId], language: &str) -> GuideEvent {
        let places = ids.iter().filter_map(|id| self.venue.place(id));
        let hits = places.map(|place| self.directory.hit(&self.venue, place, language));
        GuideEvent::PlacesListed { hits: hits.collect() }
    }

    fn list_unit(&self, id: UnitId) -> GuideEvent {
        match self.venue.unit(&id) {
            Some(unit) => GuideEvent::UnitListed {
                rows: self.unit_rows(unit),
                unit: id,
            },
            None => unknown((&id).into(), Vec::new()),
        }
    }
}

fn not_open() -> GuideEvent {
    GuideEvent::NotUnderstood {
        message: "No venue is open yet.".to_owned(),
    }
}

fn unknown(place: PlaceId, suggestions: Vec<PlaceId>) -> GuideEvent {
    GuideEvent::PlaceUnknown { place, suggestions }
}
