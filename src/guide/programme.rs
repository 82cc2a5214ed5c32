//! All sessions, and what a person cannot have of those they keep.

use super::{GuideEvent, OpenVenue, SessionLine};
use crate::venue::{PlaceId, Session};

impl OpenVenue {
    pub(super) fn list_programme(&self, kept: &[PlaceId]) -> GuideEvent {
        let mut sessions: Vec<&Session> = self.venue.sessions().iter().collect();
        let sessions = self.session_lines(&mut sessions);
        GuideEvent::ProgrammeListed {
            clashes: clashes(&sessions, kept),
            sessions,
        }
    }
}

/// Sessions are in the order of their starts, so those that overlap one follow it at once. Times of one length are in the order of their text.
fn clashes(sessions: &[SessionLine], kept: &[PlaceId]) -> Vec<(PlaceId, PlaceId)> {
    let mut clashes = Vec::new();
    let mut rest = sessions.iter().filter(|session| kept.contains(&session.id));
    while let Some(first) = rest.next() {
        let others = rest.clone().take_while(|other| other.start < first.end);
        clashes.extend(others.map(|other| (first.id.clone(), other.id.clone())));
    }
    clashes
}
