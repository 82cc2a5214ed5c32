//! The venue's calendar as a number line. A venue keeps one clock: a night on which its hour changes is not seen.

use crate::venue::LocalTime;

const MINUTES_A_DAY: u64 = 24 * 60;
const DAYS_A_CYCLE: u64 = 146_097;
/// So that January of the year 0, which counts as the end of the year before, is not before the beginning.
const EARLIER_YEARS: u64 = 400;

/// Minutes from a moment long ago to `time`, by the proleptic Gregorian calendar (Hinnant 2013, "chrono-compatible low-level date algorithms").
pub fn minutes(time: &LocalTime) -> u64 {
    let number = |text: &str| {
        text.bytes()
            .fold(0, |value, digit| value * 10 + u64::from(digit - b'0'))
    };
    let (date, clock) = (time.date(), time.time());
    let (month, day) = (number(&date[5..7]), number(&date[8..10]));
    // Years begin in March, so that the leap day is the last one.
    let year = number(&date[..4]) + EARLIER_YEARS - u64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let year_of_cycle = year % 400;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    let days = year / 400 * DAYS_A_CYCLE + day_of_cycle;
    days * MINUTES_A_DAY + number(&clock[..2]) * 60 + number(&clock[3..5])
}

/// The time that is so many [`minutes`]; `None` beyond the year 9999.
pub fn time_at(minutes: u64) -> Option<LocalTime> {
    let (days, minute) = (minutes / MINUTES_A_DAY, minutes % MINUTES_A_DAY);
    let day_of_cycle = days % DAYS_A_CYCLE;
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = (days / DAYS_A_CYCLE * 400 + year_of_cycle + u64::from(month <= 2)).checked_sub(EARLIER_YEARS)?;
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", minute / 60, minute % 60)
        .parse()
        .ok()
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
    }
}
