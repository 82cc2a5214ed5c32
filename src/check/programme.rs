//! Sessions that can take place.

use super::context::Context;
use crate::venue::{Day, FilePlace, Finding, Session, UnitId, UnitKind};
use std::collections::BTreeMap;

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let programme = &context.files.programme;
    for (i, day) in programme.days.iter().enumerate() {
        if day.close <= day.open {
            findings.push(Finding::error(
                "ends-before-start",
                place(format!("/days/{i}/close")),
                format!("The day opens at {} and closes at {}.", day.open, day.close),
                "Let it close after it opens.",
            ));
        }
    }
    for (i, session) in programme.sessions.iter().enumerate() {
        if session.end <= session.start {
            findings.push(Finding::error(
                "ends-before-start",
                place(format!("/sessions/{i}/end")),
                format!(
                    "Session `{}` starts at {} and ends at {}.",
                    session.id, session.start, session.end
                ),
                "Let it end after it starts.",
            ));
        }
        let within = |day: &Day| day.open <= session.start && session.end <= day.close;
        if !programme.days.is_empty() && !programme.days.iter().any(within) {
            findings.push(Finding::warning(
                "outside-hours",
                place(format!("/sessions/{i}/start")),
                format!(
                    "Session `{}` ({} to {}) is not within the opening hours of any day.",
                    session.id, session.start, session.end
                ),
                "Mend the session's time or the day's.",
            ));
        }
        if let Some((_, unit)) = context.unit(&session.room)
            && !matches!(unit.kind, UnitKind::Room | UnitKind::Hall | UnitKind::Area)
        {
            findings.push(Finding::warning(
                "not-a-room",
                place(format!("/sessions/{i}/room")),
                format!("Session `{}` is in `{}`, which is no room.", session.id, unit.id),
                "Name a unit of kind `room` (or a `hall` or an `area` in one).",
            ));
        }
    }
    clashes(&programme.sessions, findings);
}

/// Two sessions in one room at once: each is held against the one before it that ends last.
fn clashes(sessions: &[Session], findings: &mut Vec<Finding>) {
    let mut by_room: BTreeMap<&UnitId, Vec<usize>> = BTreeMap::new();
    for (i, session) in sessions.iter().enumerate() {
        by_room.entry(&session.room).or_default().push(i);
    }
    for mut in_room in by_room.into_values() {
        in_room.sort_by_key(|i| (&sessions[*i].start, *i));
        let mut last: Option<&Session> = None;
        for i in in_room {
            let session = &sessions[i];
            if let Some(earlier) = last.filter(|earlier| session.start < earlier.end && session.start < session.end) {
                findings.push(Finding::error(
                    "room-taken",
                    place(format!("/sessions/{i}/room")),
                    format!(
                        "Session `{}` starts at {} in `{}`, where session `{}` goes on until {}.",
                        session.id, session.start, session.room, earlier.id, earlier.end
                    ),
                    "Give one of them another room or another time.",
                ));
            }
            if last.is_none_or(|earlier| earlier.end < session.end) {
                last = Some(session);
            }
        }
    }
}

fn place(pointer: String) -> FilePlace {
    FilePlace::new("programme.json", pointer)
}
