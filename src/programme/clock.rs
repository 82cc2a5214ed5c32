//! The venue's calendar as a number line. A venue keeps one clock: a night on which its hour changes is not seen.

use crate::venue::LocalTime;
use jiff::Span;
use jiff::civil::{DateTime, datetime};

const MINUTES_A_DAY: u64 = 24 * 60;
/// No venue's time is before it.
const BEGINNING: DateTime = datetime(0, 1, 1, 0, 0, 0, 0);

/// Minutes from a moment long ago to `time`, by the proleptic Gregorian calendar.
pub fn minutes(time: &LocalTime) -> u64 {
    // A `LocalTime` is a real date and time, which jiff reads in this very form.
    let civil: DateTime = time.to_string().parse().expect("a checked time is one");
    civil.duration_since(BEGINNING).as_mins().unsigned_abs()
}

/// The time that is so many [`minutes`]; `None` beyond the year 9999.
pub fn time_at(minutes: u64) -> Option<LocalTime> {
    let days = i64::try_from(minutes / MINUTES_A_DAY).ok()?;
    let since = Span::new().try_days(days).ok()?;
    let since = since.try_minutes((minutes % MINUTES_A_DAY) as i64).ok()?;
    let civil = BEGINNING.checked_add(since).ok()?;
    civil.strftime("%Y-%m-%dT%H:%M").to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> u64 {
        minutes(&text.parse().unwrap())
    }

    #[test]
    fn a_day_has_1440_minutes_and_a_leap_year_a_day_more() {
        assert_eq!(at("2026-12-11T09:00") - at("2026-12-10T09:00"), 1440);
        assert_eq!(at("2024-03-01T00:00") - at("2024-02-28T00:00"), 2 * 1440);
        assert_eq!(at("2100-03-01T00:00") - at("2100-02-28T00:00"), 1440);
        assert_eq!(at("2026-01-01T00:00") - at("2025-12-31T23:59"), 1);
    }

    #[test]
    fn every_day_is_found_again() {
        let mut day = at("0000-01-01T10:30");
        while let Some(time) = time_at(day) {
            assert_eq!(minutes(&time), day, "{time}");
            day += MINUTES_A_DAY;
        }
        assert_eq!(day, at("9999-12-31T10:30") + MINUTES_A_DAY);
        assert_eq!(time_at(u64::MAX), None);
    }
}
