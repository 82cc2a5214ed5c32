//! The layout's own fields: languages, time zone, colours, the order of levels.

use super::context::{Context, in_layout};
use crate::venue::{Finding, KioskId, KioskManner};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Sooner would hurry people, later would show one what another did.
const IDLE_S: RangeInclusive<u32> = 20..=600;
const LAST_HOUR: u8 = 23;
/// Of the code that opens the page of a kiosk's health.
const CODE_DIGITS: RangeInclusive<usize> = 4..=12;

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let layout = context.layout;
    if layout.languages.is_empty() {
        findings.push(Finding::error(
            "no-languages",
            in_layout("/languages"),
            "The layout lists no language.",
            "List those that the texts are in, the venue's own first: `[\"en\", \"zh-Hans\"]`.",
        ));
    }
    let mut seen = BTreeSet::new();
    for (i, language) in layout.languages.iter().enumerate() {
        let is_tag = !language.is_empty()
            && language
                .split('-')
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !is_tag {
            findings.push(Finding::error(
                "bad-language",
                in_layout(format!("/languages/{i}")),
                format!("`{language}` is no language tag."),
                "Use BCP 47 tags as `en` or `zh-Hans`.",
            ));
        } else if !seen.insert(language) {
            findings.push(Finding::error(
                "bad-language",
                in_layout(format!("/languages/{i}")),
                format!("The language `{language}` is listed twice."),
                "List it once.",
            ));
        }
    }
    if !is_time_zone(&layout.time_zone) {
        findings.push(Finding::error(
            "bad-time-zone",
            in_layout("/time_zone"),
            format!("The time zone is `{}`, which is no IANA zone.", layout.time_zone),
            "Name the zone by continent and city, as `Asia/Shanghai`.",
        ));
    }
    for (i, theme) in layout.themes.iter().enumerate() {
        let is_color = theme
            .color
            .strip_prefix('#')
            .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if !is_color {
            findings.push(Finding::error(
                "bad-color",
                in_layout(format!("/themes/{i}/color")),
                format!("The colour of theme `{}` is `{}`.", theme.id, theme.color),
                "Write it as `#rrggbb`, two hexadecimal digits each of red, green and blue: `#1f6feb`.",
            ));
        }
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        if let Some(manner) = &kiosk.manner {
            check_manner(&kiosk.id, manner, &format!("/kiosks/{i}/manner"), findings);
        }
    }
    let mut by_ordinal: Vec<_> = layout.levels.iter().enumerate().collect();
    by_ordinal.sort_by_key(|(_, level)| level.ordinal);
    for pair in by_ordinal.windows(2) {
        let [(_, below), (i, above)] = pair else { continue };
        if above.ordinal > below.ordinal && above.elevation_m <= below.elevation_m {
            findings.push(Finding::error(
                "levels-out-of-order",
                in_layout(format!("/levels/{i}/elevation_m")),
                format!(
                    "Level `{}` (ordinal {}) is at {} m, not above level `{}` (ordinal {}) at {} m.",
                    above.id, above.ordinal, above.elevation_m, below.id, below.ordinal, below.elevation_m
                ),
                "Give the level with the higher ordinal the greater elevation.",
            ));
        }
    }
}

fn check_manner(id: &KioskId, manner: &KioskManner, at: &str, findings: &mut Vec<Finding>) {
    if let Some(idle_s) = manner.idle_s.filter(|idle_s| !IDLE_S.contains(idle_s)) {
        findings.push(Finding::error(
            "bad-measure",
            in_layout(format!("{at}/idle_s")),
            format!("Kiosk `{id}` is to ask after {idle_s} s whether somebody is still there."),
            format!("Give it {} to {} s.", IDLE_S.start(), IDLE_S.end()),
        ));
    }
    if let Some(hour) = manner.reload_hour.filter(|hour| *hour > LAST_HOUR) {
        findings.push(Finding::error(
            "bad-measure",
            in_layout(format!("{at}/reload_hour")),
            format!("Kiosk `{id}` is to begin anew at {hour} o'clock."),
            format!("Give it an hour of the day, 0 to {LAST_HOUR}."),
        ));
    }
    let is_code = |code: &String| CODE_DIGITS.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    if manner.health_code.as_ref().is_some_and(|code| !is_code(code)) {
        findings.push(Finding::error(
            "bad-code",
            in_layout(format!("{at}/health_code")),
            format!("The code of kiosk `{id}` cannot be typed there, or is soon guessed."),
            format!("Give it {} to {} digits.", CODE_DIGITS.start(), CODE_DIGITS.end()),
        ));
    }
    // The page's policy lets it tell nobody else.
    let is_path = |url: &String| url.starts_with('/') && !url.starts_with("//") && !url.contains([' ', '\\']);
    if let Some(url) = manner.health_url.as_ref().filter(|url| !is_path(url)) {
        findings.push(Finding::error(
            "bad-path",
            in_layout(format!("{at}/health_url")),
            format!("Kiosk `{id}` is to tell `{url}` how it does, which is no path on the site's own host."),
            "Write it as `/kiosks/health`, and have the host pass on what comes there.",
        ));
    }
}

/// Whether it has the form of a name in the IANA database; which names there are, the browser knows.
fn is_time_zone(zone: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-+".contains(&byte))
    };
    zone.split('/').all(is_part) && (zone.contains('/') || zone == "UTC")
}
