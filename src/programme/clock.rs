//! The venue's calendar as a number line. A venue keeps one clock: a night on which its hour changes is not seen.

use crate::venue::LocalTime;

const MINUTES_AN_HOUR: u64 = 60;
const MINUTES_A_DAY: u64 = 24 * MINUTES_AN_HOUR;

const DAYS_IN_400_YEARS: u64 = 146_097;
const LAST_YEAR: u64 = 9999;
const BEFORE_YEARS: u64 = 400;

/// Minutes from a moment long ago to `time`, by the proleptic Gregorian calendar.
pub fn minutes(time: &LocalTime) -> u64 {
    let [year, month, day, hour, minute] = time.fields();
    days(year, month, day) * MINUTES_A_DAY + hour * MINUTES_AN_HOUR + minute
}

/// The time that is so many [`minutes`]; `None` beyond the year 9999.
pub fn time_at(minutes: u64) -> Option<LocalTime> {
    let (year, month, day) = date(minutes / MINUTES_A_DAY);
    let (hour, minute) = (minutes / MINUTES_AN_HOUR % 24, minutes % MINUTES_AN_HOUR);
    let time = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}");
    (year <= LAST_YEAR).then(|| time.parse().ok()).flatten()
}

// Years begin in March here, so that a leap day is a year's last: "chrono-Compatible Low-Level Date Algorithms" (Hinnant 2013), counted from so
// many years before the year 0. The library for this, jiff, weighed 20 kB in the guide.

fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = year + BEFORE_YEARS - u64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let (cycle, year) = (year / 400, year % 400);
    cycle * DAYS_IN_400_YEARS + year * 365 + year / 4 - year / 100 + of_year
}

fn date(days: u64) -> (u64, u64, u64) {
    let (cycle, of_cycle) = (days / DAYS_IN_400_YEARS, days % DAYS_IN_400_YEARS);
    let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = (shifted + 2) % 12 + 1;
    (
        (cycle * 400 + year + u64::from(month <= 2)).saturating_sub(BEFORE_YEARS),
        month,
        day,
    )
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
