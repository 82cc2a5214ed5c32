//! The checked venue: every id is unique and every reference leads somewhere, so that nobody past the door needs to ask again.

use super::{
    Aisle, Amenity, AmenityKind, Booth, BoothId, Category, CategoryId, Connector, Exhibitor, Finding, Fixture, Kiosk,
    Layout, Level, LevelId, Live, Opening, OpeningKind, Place, PlaceId, Point, ProgrammeFile, Rules, Session,
    SessionChange, SessionId, Severity, Theme, ThemeId, Track, TrackId, Unit, UnitId, Unread, VenueFiles, door,
};
use std::collections::BTreeMap;

/// A venue whose references all resolve. Made by [`Venue::new`] alone.
#[derive(Clone, Debug)]
pub struct Venue {
    files: VenueFiles,
    places: BTreeMap<PlaceId, PlaceIndex>,
    /// Those of the programme, as they are held.
    sessions: Vec<Session>,
}

/// Which list of the files a place stands in, and at which position.
#[derive(Clone, Copy, Debug)]
pub(super) enum PlaceIndex {
    Booth(usize),
    Aisle(usize),
    Unit(usize),
    Opening(usize),
    Connector(usize),
    Amenity(usize),
    Kiosk(usize),
    Exhibitor(usize),
    Session(usize),
}

impl PlaceIndex {
    /// What it is the place of: `a booth`.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Booth(_) => "a booth",
            Self::Aisle(_) => "an aisle",
            Self::Unit(_) => "a unit",
            Self::Opening(_) => "an opening",
            Self::Connector(_) => "a connector",
            Self::Amenity(_) => "an amenity",
            Self::Kiosk(_) => "a kiosk",
            Self::Exhibitor(_) => "an exhibitor",
            Self::Session(_) => "a session",
        }
    }
}

/// Why files are not a venue: at least one finding is an error.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the venue's files have {} findings; the first: {}", .findings.len(), .findings.first().map(ToString::to_string).unwrap_or_default())]
pub struct Rejected {
    pub findings: Vec<Finding>,
}

impl Venue {
    /// Checks `files` at the door: formats, ids, references, polygons.
    ///
    /// # Errors
    /// All findings, if any of them is an error.
    pub fn new(files: VenueFiles) -> Result<Self, Rejected> {
        let findings = door::findings(&files, &Unread::default());
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(Rejected { findings });
        }
        let places = door::places(&files);
        let sessions = held(&files);
        Ok(Self {
            files,
            places,
            sessions,
        })
    }

    /// Puts the venue into another state. What is derived from it stays as it is. One that is refused leaves the state before.
    ///
    /// # Errors
    /// All findings about `live`, if any of them is an error.
    pub fn set_live(&mut self, live: Live) -> Result<(), Rejected> {
        let before = std::mem::replace(&mut self.files.live, live);
        let findings = door::live_findings(&self.files);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            self.files.live = before;
            return Err(Rejected { findings });
        }
        self.sessions = held(&self.files);
        Ok(())
    }

    /// The same venue in another state.
    ///
    /// # Errors
    /// See [`set_live`](Self::set_live).
    pub fn with_live(mut self, live: Live) -> Result<Self, Rejected> {
        self.set_live(live)?;
        Ok(self)
    }

    pub fn files(&self) -> &VenueFiles {
        &self.files
    }

    pub fn layout(&self) -> &Layout {
        &self.files.layout
    }

    pub fn programme(&self) -> &ProgrammeFile {
        &self.files.programme
    }

    pub fn rules(&self) -> &Rules {
        &self.files.rules
    }

    /// What holds for now.
    pub fn live(&self) -> &Live {
        &self.files.live
    }

    pub fn levels(&self) -> &[Level] {
        &self.files.layout.levels
    }

    pub fn units(&self) -> &[Unit] {
        &self.files.layout.units
    }

    pub fn openings(&self) -> &[Opening] {
        &self.files.layout.openings
    }

    pub fn connectors(&self) -> &[Connector] {
        &self.files.layout.connectors
    }

    pub fn amenities(&self) -> &[Amenity] {
        &self.files.layout.amenities
    }

    pub fn fixtures(&self) -> &[Fixture] {
        &self.files.layout.fixtures
    }

    pub fn kiosks(&self) -> &[Kiosk] {
        &self.files.layout.kiosks
    }

    pub fn aisles(&self) -> &[Aisle] {
        &self.files.layout.aisles
    }

    pub fn booths(&self) -> &[Booth] {
        &self.files.layout.booths
    }

    pub fn exhibitors(&self) -> &[Exhibitor] {
        &self.files.exhibitors.exhibitors
    }

    /// As they are held: in the room and at the time that `live.json` says, cancelled ones as they were planned.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// What has become of a session.
    pub fn change_of(&self, session: &SessionId) -> Option<&SessionChange> {
        self.live().sessions.iter().find(|change| change.session == *session)
    }

    pub fn is_cancelled(&self, session: &SessionId) -> bool {
        self.change_of(session).is_some_and(|change| change.cancelled)
    }

    /// The place of that id, exactly as spelt.
    pub fn place(&self, id: &PlaceId) -> Option<Place<'_>> {
        let place = match *self.places.get(id)? {
            PlaceIndex::Aisle(_) => return None,
            PlaceIndex::Booth(i) => Place::Booth(&self.booths()[i]),
            PlaceIndex::Unit(i) => Place::Unit(&self.units()[i]),
            PlaceIndex::Opening(i) => Place::Opening(&self.openings()[i]),
            PlaceIndex::Connector(i) => Place::Connector(&self.connectors()[i]),
            PlaceIndex::Amenity(i) => Place::Amenity(&self.amenities()[i]),
            PlaceIndex::Kiosk(i) => Place::Kiosk(&self.kiosks()[i]),
            PlaceIndex::Exhibitor(i) => Place::Exhibitor(&self.exhibitors()[i]),
            PlaceIndex::Session(i) => Place::Session(&self.sessions()[i]),
        };
        Some(place)
    }

    /// All places in the order of their ids.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.places.keys().filter_map(|id| self.place(id))
    }

    /// Where a person may be: the entrances that have a name, kiosks, information desks.
    pub fn starts(&self) -> impl Iterator<Item = Place<'_>> {
        let named = |opening: &&Opening| opening.kind == OpeningKind::Entrance && opening.name.is_some();
        let entrances = self.openings().iter().filter(named).map(Place::Opening);
        let kiosks = self.kiosks().iter().map(Place::Kiosk);
        let informs = |amenity: &&Amenity| amenity.kind == AmenityKind::Information;
        let desks = self.amenities().iter().filter(informs).map(Place::Amenity);
        entrances.chain(kiosks).chain(desks)
    }

    pub fn booth(&self, id: &BoothId) -> Option<&Booth> {
        match self.place(&id.into())? {
            Place::Booth(booth) => Some(booth),
            _ => None,
        }
    }

    /// The smallest unit of the level that `point` is in.
    pub fn unit_at(&self, level: &LevelId, point: Point) -> Option<&Unit> {
        let around = self.units().iter();
        around
            .filter(|unit| unit.polygon.contains(point) && unit.level == *level)
            .min_by(|a, b| a.polygon.area().total_cmp(&b.polygon.area()))
    }

    /// An aisle by its id; it is no place that one goes to, but one that can be closed.
    pub fn aisle(&self, id: &PlaceId) -> Option<&Aisle> {
        match *self.places.get(id)? {
            PlaceIndex::Aisle(i) => Some(&self.aisles()[i]),
            _ => None,
        }
    }

    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        match self.place(&id.into())? {
            Place::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels().iter().find(|level| level.id == *id)
    }

    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.layout().themes.iter().find(|theme| theme.id == *id)
    }

    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        self.layout().categories.iter().find(|category| category.id == *id)
    }

    pub fn track(&self, id: &TrackId) -> Option<&Track> {
        self.files.programme.tracks.iter().find(|track| track.id == *id)
    }

    /// The exhibitors on that booth, in the file's order.
    pub fn exhibitors_on<'v>(&'v self, booth: &'v BoothId) -> impl Iterator<Item = &'v Exhibitor> {
        self.exhibitors()
            .iter()
            .filter(move |exhibitor| exhibitor.booths.contains(booth))
    }
}

fn held(files: &VenueFiles) -> Vec<Session> {
    let mut sessions = files.programme.sessions.clone();
    for session in &mut sessions {
        let mut changes = files.live.sessions.iter();
        if let Some(change) = changes.find(|change| change.session == session.id && !change.cancelled) {
            let SessionChange { room, start, end, .. } = change.clone();
            session.room = room.unwrap_or_else(|| session.room.clone());
            session.start = start.unwrap_or_else(|| session.start.clone());
            session.end = end.unwrap_or_else(|| session.end.clone());
        }
    }
    sessions
}
