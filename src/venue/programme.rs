//! `programme.json`: what happens when, in which room. All times are the venue's own.

use super::LocalText;
use super::id::{ExhibitorId, SessionId, TrackId, UnitId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The `format` that a programme file must name.
pub const PROGRAMME_FORMAT: &str = "fairway-programme/1";

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    /// `fairway-programme/1`.
    pub format: String,
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// The days and hours that the fair is open.
    #[serde(default)]
    pub days: Vec<Day>,
    pub sessions: Vec<Session>,
}

impl ProgrammeFile {
    /// The file of a venue that has none.
    pub fn none() -> Self {
        Self {
            format: PROGRAMME_FORMAT.to_owned(),
            tracks: Vec::new(),
            days: Vec::new(),
            sessions: Vec::new(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Day {
    pub open: LocalTime,
    pub close: LocalTime,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: TrackId,
    pub name: LocalText,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Session {
    pub id: SessionId,
    pub title: LocalText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<LocalText>,
    pub room: UnitId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<TrackId>,
    pub start: LocalTime,
    pub end: LocalTime,
    /// Exhibitors who give it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibitors: Vec<ExhibitorId>,
}

/// A minute of the venue's own calendar: `2026-09-24T10:00`. Ordered by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "cli", schemars(with = "String", extend("pattern" = r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")))]
#[cfg_attr(test, ts(as = "String"))]
pub struct LocalTime(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time like 2026-09-24T10:00")]
pub struct NotATime(String);

impl LocalTime {
    /// `2026-09-24`.
    pub fn date(&self) -> &str {
        &self.0[..10]
    }

    /// `10:00`.
    pub fn time(&self) -> &str {
        &self.0[11..]
    }

    /// Year, month, day, hour and minute.
    pub fn fields(&self) -> [u64; 5] {
        // All of them are digits.
        [0..4, 5..7, 8..10, 11..13, 14..16].map(|range| self.0[range].parse().unwrap_or_default())
    }
}

impl FromStr for LocalTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let shape = |(i, c): (usize, u8)| match i {
            4 | 7 => c == b'-',
            10 => c == b'T',
            13 => c == b':',
            _ => c.is_ascii_digit(),
        };
        let fits = text.len() == 16 && text.bytes().enumerate().all(shape);
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u32>().ok());
        let real = fits
            && match (
                number(0..4),
                number(5..7),
                number(8..10),
                number(11..13),
                number(14..16),
            ) {
                (Some(year), Some(month), Some(day), Some(hour), Some(minute)) => {
                    (1..=days_in_month(year, month)).contains(&day) && hour < 24 && minute < 60
                }
                _ => false,
            };
        if real {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotATime(text.to_owned()))
        }
    }
}

/// 0 for a month that is none.
fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl TryFrom<String> for LocalTime {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<LocalTime> for String {
    fn from(time: LocalTime) -> Self {
        time.0
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_minutes_are_times() {
        for good in ["2026-09-24T10:00", "2024-02-29T23:59"] {
            assert_eq!(good.parse::<LocalTime>().unwrap().to_string(), good);
        }
        for bad in [
            "2026-09-24",
            "2026-9-24T10:00",
            "2026-02-29T10:00",
            "2026-09-24T24:00",
            "2026-13-01T00:00",
            "२०२६-०१T1",
        ] {
            assert!(bad.parse::<LocalTime>().is_err(), "{bad}");
        }
    }
}
