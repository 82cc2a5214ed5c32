//! Three days of talks in the upper level's rooms.

use super::exhibitors::capitalised;
use super::random::Random;
use super::text;
use crate::venue::{
    Day, Exhibitors, Layout, LocalTime, PROGRAMME_FORMAT, ProgrammeFile, Session, SessionId, Track, TrackId, Unit,
    UnitKind,
};

const DAYS: [(&str, &str, &str); 3] = [
    ("2026-12-10", "09:00", "17:30"),
    ("2026-12-11", "09:00", "17:30"),
    ("2026-12-12", "09:00", "16:00"),
];
const SLOTS: [(&str, &str); 4] = [
    ("09:30", "10:30"),
    ("11:00", "12:00"),
    ("13:30", "14:30"),
    ("15:00", "16:00"),
];

pub(super) fn programme(layout: &Layout, exhibitors: &Exhibitors, seed: u64) -> ProgrammeFile {
    let mut random = Random::new(seed, "sessions", 0);
    let tracks: Vec<Track> = layout
        .themes
        .iter()
        .map(|theme| Track {
            id: TrackId::new(theme.id.as_str()),
            name: theme.name.clone(),
        })
        .collect();
    let rooms: Vec<&Unit> = layout
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Room)
        .take(12)
        .collect();
    let time = |date: &str, time: &str| format!("{date}T{time}").parse::<LocalTime>().ok();
    let mut sessions = Vec::new();
    for (date, _, _) in DAYS {
        for (start, end) in SLOTS {
            for room in &rooms {
                if random.chance(0.25) {
                    continue;
                }
                let (Some(start), Some(end)) = (time(date, start), time(date, end)) else {
                    continue;
                };
                let exhibitor = random.pick(&exhibitors.exhibitors);
                let product = random.pick(&exhibitor.products);
                sessions.push(Session {
                    id: SessionId::new(format!("session-{:03}", sessions.len() + 1)),
                    title: text(
                        format!("{} in practice", capitalised(product.in_language("en"))),
                        format!("{}的实践", product.in_language("zh-Hans")),
                    ),
                    summary: None,
                    room: room.id.clone(),
                    track: Some(random.pick(&tracks).id.clone()),
                    start,
                    end,
                    exhibitors: vec![exhibitor.id.clone()],
                });
            }
        }
    }
    ProgrammeFile {
        format: PROGRAMME_FORMAT.to_owned(),
        tracks,
        days: DAYS
            .iter()
            .filter_map(|(date, open, close)| {
                Some(Day {
                    open: time(date, open)?,
                    close: time(date, close)?,
                })
            })
            .collect(),
        sessions,
    }
}
