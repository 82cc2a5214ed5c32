//! Three days of talks in the upper level's rooms: each room has one track a day.

mod titles;

use super::exhibitors::capitalised;
use super::random::Random;
use super::text;
use crate::venue::{
    Day, Exhibitor, ExhibitorId, Exhibitors, Layout, LocalText, LocalTime, PROGRAMME_FORMAT, ProgrammeFile, Session,
    SessionId, ThemeId, Track, TrackId, Unit, UnitId, UnitKind,
};
use std::collections::{BTreeMap, BTreeSet};
use titles::{TITLES, Title};

/// Date, opening, closing.
const DAYS: [(&str, &str, &str); 3] = [
    ("2026-12-10", "09:00", "17:30"),
    ("2026-12-11", "09:00", "17:30"),
    ("2026-12-12", "09:00", "16:00"),
];
/// Start and end of the talks; rooms take turns between the two, so that not everybody is on the way at once.
const SLOTS: [&[(&str, &str)]; 2] = [
    &[
        ("09:30", "10:30"),
        ("11:00", "12:00"),
        ("13:30", "14:30"),
        ("15:00", "15:45"),
        ("16:15", "17:15"),
    ],
    &[
        ("10:00", "10:45"),
        ("11:15", "12:15"),
        ("14:00", "15:30"),
        ("16:00", "17:00"),
    ],
];
/// A room rests now and then.
const REST: f64 = 0.18;
/// A venue with more galleries than one still has one programme.
const MOST_ROOMS: usize = 12;

/// How a talk is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Keynote,
    Panel,
    Case,
    Workshop,
}

impl Form {
    fn summary(self, random: &mut Random) -> LocalText {
        let wordings: &[(&str, &str)] = match self {
            Self::Keynote => &[
                ("A lecture with time for questions.", "主题演讲，留有提问时间。"),
                (
                    "Forty minutes of thought, twenty of answers.",
                    "四十分钟演讲，二十分钟答疑。",
                ),
            ],
            Self::Panel => &[
                (
                    "Four speakers, two opinions at least, and your questions.",
                    "四位嘉宾，至少两种观点，欢迎现场提问。",
                ),
                (
                    "A round table with interpreters in both languages.",
                    "圆桌讨论，提供双语同声传译。",
                ),
                (
                    "Practitioners compare what worked and what did not.",
                    "从业者比较哪些做法有效，哪些无效。",
                ),
            ],
            Self::Case => &[
                (
                    "A case from practice, with figures, detours and what it cost.",
                    "真实案例：数据、弯路与成本。",
                ),
                (
                    "How it began, what went wrong, and what stayed.",
                    "如何开始、哪里出错、留下了什么。",
                ),
            ],
            Self::Workshop => &[
                (
                    "Bring a laptop; places are limited to the room's seats.",
                    "请自带笔记本电脑，座位有限。",
                ),
                (
                    "Learn by doing, in small groups; no previous knowledge needed.",
                    "分组动手学习，无需基础。",
                ),
            ],
        };
        let (en, zh) = random.pick(wordings);
        text(*en, *zh)
    }
}

/// What exhibitors call the talks that they give themselves: with `{name}` and `{product}`.
const EXHIBITOR_TITLES: &[(&str, &str)] = &[
    ("{product} in practice", "{product}的实践经验"),
    ("Live demonstration: {product}", "现场演示：{product}"),
    ("What buyers ask about {product}", "关于{product}，采购商都在问什么"),
    ("From pilot to daily use: {product}", "从试点到日常：{product}"),
    (
        "{product}: costs, risks and first steps",
        "{product}：成本、风险与第一步",
    ),
    ("{name}: what is new this year", "{name}年度新品发布"),
];

pub(super) fn programme(layout: &Layout, exhibitors: &Exhibitors, seed: u64) -> ProgrammeFile {
    let rooms: Vec<&Unit> = layout
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Room)
        .take(MOST_ROOMS)
        .collect();
    let mut writer = Writer::new(layout, exhibitors, seed);
    for (d, (date, _, closing)) in DAYS.into_iter().enumerate() {
        for (r, room) in rooms.iter().enumerate() {
            // Five rooms on, so that no track keeps its room for all three days.
            let track = (r + d * 5) % layout.themes.len();
            for (s, (start, end)) in SLOTS[r % SLOTS.len()].iter().enumerate() {
                let (Some(start), Some(end), Some(closing)) = (time(date, start), time(date, end), time(date, closing))
                else {
                    continue;
                };
                if end > closing {
                    continue;
                }
                let first = d == 0 && r == 0 && s == 0;
                let last = d + 1 == DAYS.len() && r == 0 && start.time() == "15:00";
                if first || last {
                    writer.ceremony(first, &room.id, start, end);
                } else if !writer.random.chance(REST) {
                    writer.talk(&layout.themes[track].id, &room.id, start, end);
                }
            }
        }
    }
    let mut sessions = writer.sessions;
    sessions.sort_by(|a, b| (&a.start, &a.room).cmp(&(&b.start, &b.room)));
    for (i, session) in sessions.iter_mut().enumerate() {
        session.id = SessionId::new(format!("session-{:03}", i + 1));
    }
    ProgrammeFile {
        format: PROGRAMME_FORMAT.to_owned(),
        tracks: layout
            .themes
            .iter()
            .map(|theme| Track {
                id: TrackId::new(theme.id.as_str()),
                name: theme.name.clone(),
            })
            .collect(),
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

fn time(date: &str, time: &str) -> Option<LocalTime> {
    format!("{date}T{time}").parse().ok()
}

/// Writes sessions one after the other; no title twice.
struct Writer<'a> {
    random: Random,
    /// Titles not yet used, by theme.
    titles: BTreeMap<&'static str, Vec<Title>>,
    exhibitors: BTreeMap<&'a str, Vec<&'a Exhibitor>>,
    used: BTreeSet<String>,
    sessions: Vec<Session>,
}

impl<'a> Writer<'a> {
    fn new(layout: &'a Layout, exhibitors: &'a Exhibitors, seed: u64) -> Self {
        let mut random = Random::new(seed, "sessions", 0);
        let mut titles = BTreeMap::new();
        for (track, list) in TITLES {
            let mut list = list.to_vec();
            random.shuffle(&mut list);
            titles.insert(*track, list);
        }
        let theme_of_booth: BTreeMap<_, _> = {
            let theme_of_hall: BTreeMap<_, _> = layout
                .units
                .iter()
                .filter_map(|unit| Some((&unit.id, unit.theme.as_ref()?)))
                .collect();
            layout
                .booths
                .iter()
                .filter_map(|booth| Some((&booth.id, *theme_of_hall.get(&booth.unit)?)))
                .collect()
        };
        let mut by_theme: BTreeMap<&str, Vec<&Exhibitor>> = BTreeMap::new();
        for exhibitor in &exhibitors.exhibitors {
            if let Some(theme) = exhibitor.booths.first().and_then(|booth| theme_of_booth.get(booth)) {
                by_theme.entry(theme.as_str()).or_default().push(exhibitor);
            }
        }
        Self {
            random,
            titles,
            exhibitors: by_theme,
            used: BTreeSet::new(),
            sessions: Vec::new(),
        }
    }

    fn ceremony(&mut self, opening: bool, room: &UnitId, start: LocalTime, end: LocalTime) {
        let (title, summary) = if opening {
            (
                text("Opening ceremony", "开幕式"),
                text("Welcome, music and a walk through the halls.", "致辞、音乐与展馆巡礼。"),
            )
        } else {
            (
                text("Closing: what we take home", "闭幕：我们带走什么"),
                text(
                    "Results of the three days and thanks to all who made them.",
                    "三天成果回顾，并向所有参与者致谢。",
                ),
            )
        };
        self.push(title, summary, None, room, (start, end), Vec::new());
    }

    /// The next talk of a track: one of the organiser's while there are any, then an exhibitor's own.
    fn talk(&mut self, theme: &ThemeId, room: &UnitId, start: LocalTime, end: LocalTime) {
        let track = Some(TrackId::new(theme.as_str()));
        let own_talk = self.random.chance(0.2);
        let title = match self.titles.get_mut(theme.as_str()) {
            Some(titles) if !own_talk => titles.pop(),
            _ => None,
        };
        if let Some((form, en, zh)) = title {
            let speakers = match form {
                Form::Panel => 3,
                Form::Case => 1,
                Form::Keynote | Form::Workshop => usize::from(self.random.chance(0.5)),
            };
            let speakers = (0..speakers).filter_map(|_| self.speaker(theme)).map(|x| x.id.clone());
            let mut speakers: Vec<ExhibitorId> = speakers.collect();
            speakers.sort();
            speakers.dedup();
            let summary = form.summary(&mut self.random);
            self.push(text(en, zh), summary, track, room, (start, end), speakers);
            return;
        }
        let Some(speaker) = self.speaker(theme) else { return };
        let product = self.random.pick(&speaker.products);
        // With so many exhibitors a title seldom comes twice; a few tries find one that has not.
        for _ in 0..EXHIBITOR_TITLES.len() * 4 {
            let (en, zh) = self.random.pick(EXHIBITOR_TITLES);
            let fill = |pattern: &str, language: &str| {
                pattern
                    .replace("{name}", speaker.name.in_language(language))
                    .replace("{product}", &in_sentence(pattern, product.in_language(language)))
            };
            let (en, zh) = (capitalised(&fill(en, "en")), fill(zh, "zh-Hans"));
            if self.used.insert(en.clone()) {
                let summary = speaker.about.clone().unwrap_or_default();
                self.push(
                    text(en, zh),
                    summary,
                    track,
                    room,
                    (start, end),
                    vec![speaker.id.clone()],
                );
                return;
            }
        }
    }

    fn speaker(&mut self, theme: &ThemeId) -> Option<&'a Exhibitor> {
        let list = self.exhibitors.get(theme.as_str())?;
        Some(*self.random.pick(list))
    }

    fn push(
        &mut self,
        title: LocalText,
        summary: LocalText,
        track: Option<TrackId>,
        room: &UnitId,
        (start, end): (LocalTime, LocalTime),
        exhibitors: Vec<ExhibitorId>,
    ) {
        self.sessions.push(Session {
            // Numbered when all are in order of time.
            id: SessionId::new(""),
            title,
            summary: Some(summary),
            room: room.clone(),
            track,
            start,
            end,
            exhibitors,
        });
    }
}

/// A product's name as it stands inside a title: small at first, unless it is an abbreviation.
fn in_sentence(pattern: &str, product: &str) -> String {
    let abbreviation = product.chars().nth(1).is_some_and(char::is_uppercase);
    if abbreviation || pattern.starts_with("{product}") {
        return product.to_owned();
    }
    let mut chars = product.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}
