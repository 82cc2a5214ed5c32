//! The venue's calendar as a number line. A venue keeps one clock: a night on which its hour changes is not seen.

use crate::venue::LocalTime;
use jiff::SignedDuration;
use jiff::civil::{DateTime, datetime};

/// No venue's time is before it.
const BEGINNING: DateTime = datetime(0, 1, 1, 0, 0, 0, 0);

/// Minutes from a moment long ago to `time`, by the proleptic Gregorian calendar.
// Taken apart and put together by hand: jiff's parser and printer are for all of ISO 8601, and would weigh more than the guide's routes.
pub fn minutes(time: &LocalTime) -> u64 {
    let number = |text: Option<&str>| text.and_then(|digits| digits.parse::<i16>().ok()).unwrap_or_default();
    let (mut date, mut clock) = (time.date().split('-'), time.time().split(':'));
    let year = number(date.next());
    let [month, day] = [date.next(), date.next()].map(|text| number(text) as i8);
    let [hour, minute] = [clock.next(), clock.next()].map(|text| number(text) as i8);
    // A `LocalTime` is a real date and time, and its numbers have at most four and two digits.
    let civil = DateTime::new(year, month, day, hour, minute, 0, 0).expect("a checked time is one");
    civil.duration_since(BEGINNING).as_mins().unsigned_abs()
}

/// The time that is so many [`minutes`]; `None` beyond the year 9999.
pub fn time_at(minutes: u64) -> Option<LocalTime> {
    // jiff adds no more days at once than there are from here to its end.
    let middle = datetime(1970, 1, 1, 0, 0, 0, 0);
    let seconds = i64::try_from(minutes).ok()?.checked_mul(60)? - middle.duration_since(BEGINNING).as_secs();
    let civil = middle.checked_add(SignedDuration::from_secs(seconds)).ok()?;
    let (date, clock) = (civil.date(), civil.time());
    let (year, month, day) = (date.year(), date.month(), date.day());
    let text = format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}",
        clock.hour(),
        clock.minute()
    );
    text.parse().ok()
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
            day += 24 * 60;
        }
        assert_eq!(day, at("9999-12-31T10:30") + 24 * 60);
        assert_eq!(time_at(u64::MAX), None);
    }
}
