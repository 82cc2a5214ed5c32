//! All sessions, what has become of them, and what a person cannot have of those they keep.

use super::{GuideEvent, OpenVenue, SessionLine};
use crate::programme::SessionsByRoom;
use crate::venue::{Live, PlaceId, Rejected, Session};

impl OpenVenue {
    pub(super) fn list_programme(&self, kept: &[PlaceId]) -> GuideEvent {
        let mut sessions: Vec<&Session> = self.venue.sessions().iter().collect();
        let sessions = self.session_lines(&mut sessions);
        GuideEvent::ProgrammeListed {
            clashes: clashes(&sessions, kept),
            sessions,
        }
    }

    /// Takes what holds for now. A state that is older than the one before changes nothing.
    pub(super) fn set_live(&mut self, live: Live) -> Result<GuideEvent, Rejected> {
        let before = self.venue.live();
        let is_older = live.as_of.is_some() && live.as_of < before.as_of;
        let changed = !is_older && live != *before;
        if changed {
            self.venue.set_live(live)?;
            self.sessions = SessionsByRoom::of(&self.venue);
        }
        let mut sessions: Vec<&Session> = self.venue.sessions().iter().collect();
        sessions.retain(|session| self.venue.change_of(&session.id).is_some());
        Ok(GuideEvent::LiveSet {
            changed,
            announcements: self.venue.live().announcements.clone(),
            sessions: self.session_lines(&mut sessions),
        })
    }
}

/// Sessions are in the order of their starts, so those that overlap one follow it at once. Times of one length are in the order of their text.
fn clashes(sessions: &[SessionLine], kept: &[PlaceId]) -> Vec<(PlaceId, PlaceId)> {
    let mut clashes = Vec::new();
    let is_held = |session: &SessionLine| session.change.as_ref().is_none_or(|change| !change.cancelled);
    let mut rest = sessions
        .iter()
        .filter(|session| kept.contains(&session.id) && is_held(session));
    while let Some(first) = rest.next() {
        let others = rest.clone().take_while(|other| other.start < first.end);
        clashes.extend(others.map(|other| (first.id.clone(), other.id.clone())));
    }
    clashes
}
