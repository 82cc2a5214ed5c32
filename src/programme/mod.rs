//! What happens when, in which room.

mod clock;

pub use clock::{minutes, time_at};

use crate::order;
use crate::venue::{Session, UnitId, Venue};
use std::collections::BTreeMap;

/// Sessions by room, each list in the order of time.
#[derive(Clone, Debug)]
pub struct SessionsByRoom(BTreeMap<UnitId, Vec<usize>>);

impl SessionsByRoom {
    pub fn of(venue: &Venue) -> Self {
        let sessions = venue.sessions();
        let mut by_room: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (i, session) in sessions.iter().enumerate() {
            by_room.entry(session.room.clone()).or_default().push(i);
        }
        for list in by_room.values_mut() {
            order::sort_by_key(list, |&i| (&sessions[i].start, &sessions[i].end, &sessions[i].id));
        }
        Self(by_room)
    }

    pub fn in_room<'v>(&self, venue: &'v Venue, room: &UnitId) -> impl Iterator<Item = &'v Session> {
        let sessions = self.0.get(room).map_or(&[][..], Vec::as_slice);
        sessions.iter().filter_map(|&i| venue.sessions().get(i))
    }
}
