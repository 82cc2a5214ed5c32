//! All about one place.

use super::summary::theme_of;
use super::{Card, ExhibitorLine, NeighbourLine, OpenVenue, SessionLine, SessionNews, bounds, neighbours};
use crate::directory::{amenity_of, connector_of, kind_of, name_of, whereabouts};
use crate::order;
use crate::venue::{CategoryId, Exhibitor, LocalText, Place, PlaceId, Session};

impl OpenVenue {
    pub(super) fn card(&self, place: Place) -> Card {
        let venue = &self.venue;
        let at = whereabouts(venue, place);
        let unit = at.as_ref().and_then(|at| at.unit);
        let exhibitors = self.exhibitors_of(place);
        // What a session's exhibitors show is not the session's.
        let shown = match place {
            Place::Session(_) => &[][..],
            _ => &exhibitors[..],
        };
        let bounds = at.as_ref().map_or_else(|| bounds::of_venue(venue), |at| at.bounds);
        Card {
            place: place.id(),
            kind: kind_of(place),
            amenity: amenity_of(place),
            connector: connector_of(place),
            title: name_of(place, venue),
            about: about(place),
            level: at.as_ref().map(|at| at.level.clone()),
            unit: unit.map(|unit| unit.id.clone()),
            unit_name: unit.map(|unit| unit.name.clone()),
            theme: unit.and_then(|unit| theme_of(venue, unit)),
            booths: booths_of(place),
            categories: self.categories_of(shown),
            products: shown.iter().flat_map(|exhibitor| exhibitor.products.clone()).collect(),
            country: match shown {
                [only] => only.country.clone(),
                _ => None,
            },
            exhibitors: exhibitors.into_iter().map(ExhibitorLine::from).collect(),
            size_m2: self.size_of(place),
            sessions: self.sessions_of(place),
            neighbours: self.neighbours_of(place),
            anchor: at.as_ref().map_or_else(|| bounds.center(), |at| at.anchor),
            bounds,
        }
    }

    fn exhibitors_of<'v>(&'v self, place: Place<'v>) -> Vec<&'v Exhibitor> {
        match place {
            Place::Booth(booth) => self.directory.occupants().on(&self.venue, &booth.id).collect(),
            Place::Exhibitor(exhibitor) => vec![exhibitor],
            Place::Session(session) => {
                let exhibitors = session.exhibitors.iter();
                let places = exhibitors.filter_map(|id| self.venue.place(&id.into()));
                places
                    .filter_map(|place| match place {
                        Place::Exhibitor(exhibitor) => Some(exhibitor),
                        _ => None,
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Each category once, in the order in which exhibitors name them.
    fn categories_of(&self, exhibitors: &[&Exhibitor]) -> Vec<LocalText> {
        let mut ids: Vec<&CategoryId> = Vec::new();
        for id in exhibitors.iter().flat_map(|exhibitor| &exhibitor.categories) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let categories = ids.into_iter().filter_map(|id| self.venue.category(id));
        categories.map(|category| category.name.clone()).collect()
    }

    /// Of a unit, a booth, or all of an exhibitor's booths.
    fn size_of(&self, place: Place) -> Option<f64> {
        match place {
            Place::Unit(unit) => Some(unit.polygon.area()),
            Place::Booth(booth) => Some(booth.footprint.area()),
            Place::Exhibitor(exhibitor) => {
                let booths = exhibitor.booths.iter().filter_map(|id| self.venue.booth(id));
                let size: f64 = booths.map(|booth| booth.footprint.area()).sum();
                (size > 0.0).then_some(size)
            }
            _ => None,
        }
    }

    fn sessions_of(&self, place: Place) -> Vec<SessionLine> {
        let venue = &self.venue;
        let mut sessions: Vec<&Session> = match place {
            Place::Unit(unit) => self.sessions.in_room(venue, &unit.id).collect(),
            Place::Session(session) => vec![session],
            Place::Exhibitor(exhibitor) => {
                let sessions = venue.sessions().iter();
                sessions
                    .filter(|session| session.exhibitors.contains(&exhibitor.id))
                    .collect()
            }
            _ => Vec::new(),
        };
        self.session_lines(&mut sessions)
    }

    pub(super) fn session_lines(&self, sessions: &mut [&Session]) -> Vec<SessionLine> {
        order::sort_by_key(sessions, |session| (&session.start, &session.id));
        sessions.iter().map(|session| self.session_line(session)).collect()
    }

    fn session_line(&self, session: &Session) -> SessionLine {
        let room = self.venue.unit(&session.room);
        let track = session.track.as_ref().and_then(|id| self.venue.track(id));
        SessionLine {
            id: (&session.id).into(),
            title: session.title.clone(),
            room: (&session.room).into(),
            room_name: room.map(|room| room.name.clone()).unwrap_or_default(),
            track: track.map(|track| track.name.clone()),
            start: session.start.to_string(),
            end: session.end.to_string(),
            change: self.news_of(session),
        }
    }

    fn news_of(&self, session: &Session) -> Option<SessionNews> {
        let change = self.venue.change_of(&session.id)?;
        let mut planned = self.venue.programme().sessions.iter();
        let planned = planned.find(|planned| planned.id == session.id)?;
        let room = self.venue.unit(&planned.room).filter(|room| room.id != session.room);
        Some(SessionNews {
            cancelled: change.cancelled,
            was_in: room.map(|room| room.name.clone()),
            was_at: (planned.start != session.start).then(|| planned.start.clone()),
            reason: change.reason.clone(),
        })
    }

    fn neighbours_of(&self, place: Place) -> Vec<NeighbourLine> {
        let Place::Booth(booth) = place else {
            return Vec::new();
        };
        let lines = neighbours::of(&self.venue, booth)
            .into_iter()
            .map(|other| NeighbourLine {
                booth: (&other.id).into(),
                name: self.directory.occupants().name_on(&self.venue, &other.id),
            });
        lines.collect()
    }
}

fn booths_of(place: Place) -> Vec<PlaceId> {
    match place {
        Place::Booth(booth) => vec![(&booth.id).into()],
        Place::Exhibitor(exhibitor) => exhibitor.booths.iter().map(PlaceId::from).collect(),
        _ => Vec::new(),
    }
}

fn about(place: Place) -> Option<LocalText> {
    match place {
        Place::Exhibitor(exhibitor) => exhibitor.about.clone(),
        Place::Session(session) => session.summary.clone(),
        _ => None,
    }
}

impl From<&Exhibitor> for ExhibitorLine {
    fn from(exhibitor: &Exhibitor) -> Self {
        Self {
            id: (&exhibitor.id).into(),
            name: exhibitor.name.clone(),
            about: exhibitor.about.clone(),
        }
    }
}
