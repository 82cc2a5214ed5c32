//! Bans in words.

use super::closures::{RuleExtent, RuleKind};
use super::conditions::Conditions;
use super::naming::{in_each, is_chinese, place_name};
use super::time::{BanId, Moment, minute_from, minute_of};
use super::{Ban, BanKind};
use crate::venue::{Area, LocalText, LocalTime, PlaceId, Venue};

/// A ban as people are told of it at `now`.
pub fn told(conditions: Conditions<'_>, ban: BanId, now: Option<Moment>) -> Ban {
    let rule = conditions.now.closures.get(ban);
    let (place, what) = match &rule.extent {
        RuleExtent::Place(id) => (Some(id.clone()), name(conditions.venue, id)),
        RuleExtent::Area(area) => (None, part(conditions.venue, area)),
    };
    Ban {
        kind: match rule.kind {
            RuleKind::Closed => BanKind::Closed,
            RuleKind::OneWay => BanKind::OneWay,
            RuleKind::OutsideHours => BanKind::OutsideHours,
        },
        place,
        what,
        reason: rule.reason.cloned(),
        until: rule.opens(now).and_then(minute_from),
    }
}

/// What can be closed, as a sentence names it.
pub fn name(venue: &Venue, id: &PlaceId) -> LocalText {
    match venue.place(id) {
        Some(place) => place_name(venue, place),
        None => venue.aisle(id).map(|aisle| aisle.name.clone()).unwrap_or_default(),
    }
}

/// An area is named by the smallest unit that its middle is in.
fn part(venue: &Venue, area: &Area) -> LocalText {
    let unit = venue.unit_at(&area.level, area.polygon.centroid());
    let level = venue.level(&area.level).map(|level| &level.name);
    let whole = unit.map(|unit| &unit.name).or(level);
    in_each(|language| {
        let whole = whole.map_or("", |name| name.in_language(language));
        if is_chinese(language) {
            format!("{whole}的部分区域")
        } else {
            format!("a part of {whole}")
        }
    })
}

/// `Aisle C is closed until 14:00 (film crew)`: a clause without a full stop. The day is named if it is not that of `now`.
pub fn clause(ban: &Ban, now: Option<Moment>, language: &str) -> String {
    let what = ban.what.in_language(language);
    let until = ban.until.as_ref().map(|time| spoken(time, now, language));
    let chinese = is_chinese(language);
    let mut clause = match (ban.kind, until, chinese) {
        (BanKind::Closed | BanKind::OutsideHours, None, false) => format!("{what} is closed"),
        (BanKind::Closed | BanKind::OutsideHours, None, true) => format!("{what}已关闭"),
        (BanKind::Closed, Some(until), false) => format!("{what} is closed until {until}"),
        (BanKind::Closed, Some(until), true) => format!("{what}关闭至{until}"),
        (BanKind::OutsideHours, Some(opens), false) => format!("{what} opens at {opens}"),
        (BanKind::OutsideHours, Some(opens), true) => format!("{what}{opens}开放"),
        (BanKind::OneWay, None, false) => format!("{what} is one-way"),
        (BanKind::OneWay, None, true) => format!("{what}单向通行"),
        (BanKind::OneWay, Some(until), false) => format!("{what} is one-way until {until}"),
        (BanKind::OneWay, Some(until), true) => format!("{what}单向通行至{until}"),
    };
    clause += &reason(ban, language);
    clause
}

/// "Wait here until 14:00, when Aisle C opens (film crew)."
pub fn wait(ban: &Ban, until: Moment) -> LocalText {
    let time = minute_from(until)
        .map(|time| time.time().to_owned())
        .unwrap_or_default();
    in_each(|language| {
        let what = ban.what.in_language(language);
        let why = reason(ban, language);
        match (ban.kind, is_chinese(language)) {
            (BanKind::OneWay, false) => format!("Wait here until {time}: {what} is one-way until then{why}."),
            (BanKind::OneWay, true) => format!("在此等候至{time}：此前{what}单向通行{why}。"),
            (_, false) => format!("Wait here until {time}, when {what} opens{why}."),
            (_, true) => format!("在此等候至{time}，届时{what}开放{why}。"),
        }
    })
}

/// ` (film crew)`
fn reason(ban: &Ban, language: &str) -> String {
    let Some(reason) = &ban.reason else {
        return String::new();
    };
    let reason = reason.in_language(language);
    if is_chinese(language) {
        format!("（{reason}）")
    } else {
        format!(" ({reason})")
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `14:00`; on another day than `now`, `14:00 on 25 September`.
fn spoken(time: &LocalTime, now: Option<Moment>, language: &str) -> String {
    let clock = time.time();
    let today = now.and_then(minute_of);
    if today.is_some_and(|today| today.date() == time.date()) {
        return clock.to_owned();
    }
    let [_, month, day, ..] = time.fields();
    if is_chinese(language) {
        return format!("{month}月{day}日{clock}");
    }
    let name = MONTHS
        .get((month as usize).wrapping_sub(1))
        .copied()
        .unwrap_or_default();
    format!("{clock} on {day} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wayfinding::time::moment;

    #[test]
    fn a_time_on_another_day_is_told_with_its_day() {
        let until: LocalTime = "2026-09-05T14:00".parse().unwrap();
        let now = |text: &str| Some(moment(&text.parse().unwrap()));
        assert_eq!(spoken(&until, now("2026-09-05T09:00"), "en"), "14:00");
        for now in [None, now("2026-09-04T09:00")] {
            assert_eq!(spoken(&until, now, "en"), "14:00 on 5 September");
            assert_eq!(spoken(&until, now, "zh-Hans"), "9月5日14:00");
        }
    }
}
