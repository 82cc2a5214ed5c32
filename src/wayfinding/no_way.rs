//! Why there is no route: found by asking what would have to be otherwise, and never used to relax anything.

use super::closures::Closures;
use super::naming::{level_name, place_name};
use super::search::{Conditions, least_cost_way};
use super::stops::Spot;
use super::{NoWay, NoWayReason, Profile, RouteRequest};
use crate::venue::{LevelId, LocalText, PlaceId, Venue};
use std::collections::BTreeSet;

/// No such place.
pub fn unknown(place: &PlaceId) -> NoWay {
    NoWay {
        reason: NoWayReason::UnknownPlace { place: place.clone() },
        text: LocalText::of([
            (
                "en",
                &format!("There is no “{place}” here. Check the spelling, or search for it."),
            ),
            ("zh-Hans", &format!("这里没有“{place}”。请检查拼写，或使用搜索。")),
        ]),
    }
}

/// Nobody can stand there.
pub fn walled_in(venue: &Venue, place: Option<&PlaceId>) -> NoWay {
    let name = place
        .and_then(|id| venue.place(id))
        .map(|place| place_name(venue, place));
    let named = |language, otherwise: &str| {
        name.as_ref()
            .map_or(otherwise.to_owned(), |name| name.in_language(language).to_owned())
    };
    NoWay {
        reason: NoWayReason::WalledIn { place: place.cloned() },
        text: LocalText::of([
            (
                "en",
                &format!(
                    "No way: {} is closed in by walls or stands. Choose a place next to it.",
                    named("en", "that point")
                ),
            ),
            (
                "zh-Hans",
                &format!(
                    "无法到达：{}被墙或展位围住。请选择它旁边的地点。",
                    named("zh-Hans", "该位置")
                ),
            ),
        ]),
    }
}

/// There are spots at both ends and yet no way between them.
pub fn explain(conditions: Conditions<'_>, request: &RouteRequest, from: &[Spot], to: &[Spot]) -> NoWay {
    let venue = conditions.venue;
    let exists = |conditions: Conditions<'_>| least_cost_way(conditions, from, to).is_some();
    let nothing_closed = Closures::default();
    if exists(Conditions {
        closures: &nothing_closed,
        ..conditions
    }) {
        return closed(venue, to_blame(conditions, &request.closed, exists));
    }
    if conditions.profile != Profile::Walking
        && exists(Conditions {
            profile: Profile::Walking,
            closures: &nothing_closed,
            ..conditions
        })
    {
        return unfit(conditions.profile);
    }
    let floors = conditions.graph.floors();
    if let (Some(a), Some(b)) = (from.first(), to.first()) {
        let (a, b) = (&floors.get(a.0).level, &floors.get(b.0).level);
        if a != b && !joined_levels(venue, a).contains(b) {
            return levels_not_joined(venue, a, b);
        }
    }
    NoWay {
        reason: NoWayReason::Apart,
        text: LocalText::of([
            (
                "en",
                "No way: the venue's plan shows no walkable floor between the two places. Ask at an information desk.",
            ),
            (
                "zh-Hans",
                "无法到达：平面图上两地之间没有可通行的路面。请到服务台咨询。",
            ),
        ]),
    }
}

/// The closures without which alone there would be a way; all of them if only several together are to blame.
fn to_blame(conditions: Conditions<'_>, closed: &[PlaceId], exists: impl Fn(Conditions<'_>) -> bool) -> Vec<PlaceId> {
    let alone: Vec<PlaceId> = closed
        .iter()
        .filter(|id| {
            let others: Vec<PlaceId> = closed.iter().filter(|other| other != id).cloned().collect();
            Closures::resolve(conditions.venue, &others).is_ok_and(|closures| {
                exists(Conditions {
                    closures: &closures,
                    ..conditions
                })
            })
        })
        .cloned()
        .collect();
    if alone.is_empty() { closed.to_vec() } else { alone }
}

fn closed(venue: &Venue, closed: Vec<PlaceId>) -> NoWay {
    let list = |language: &str, separator: &str| {
        let name = |id: &PlaceId| match venue.place(id) {
            Some(place) => place_name(venue, place).in_language(language).to_owned(),
            None => {
                let aisle = venue.aisles().iter().find(|aisle| PlaceId::from(&aisle.id) == *id);
                aisle.map_or_else(|| id.to_string(), |aisle| aisle.name.in_language(language).to_owned())
            }
        };
        closed.iter().map(name).collect::<Vec<_>>().join(separator)
    };
    let text = LocalText::of([
        (
            "en",
            &format!(
                "No way, because this is closed: {}. There is no other way round.",
                list("en", ", ")
            ),
        ),
        (
            "zh-Hans",
            &format!(
                "无法到达，因为以下地点已关闭：{}。没有其他路线。",
                list("zh-Hans", "、")
            ),
        ),
    ]);
    NoWay {
        reason: NoWayReason::Closed { closed },
        text,
    }
}

fn unfit(profile: Profile) -> NoWay {
    NoWay {
        reason: NoWayReason::UnfitForProfile { profile },
        text: LocalText::of([
            (
                "en",
                "No step-free way: every way there has stairs, an escalator, a step or a narrow door. Ask at an information desk for help.",
            ),
            (
                "zh-Hans",
                "没有无障碍路线：所有路线都有楼梯、扶梯、台阶或窄门。请到服务台寻求帮助。",
            ),
        ]),
    }
}

fn levels_not_joined(venue: &Venue, from: &LevelId, to: &LevelId) -> NoWay {
    let (a, b) = (level_name(venue, from), level_name(venue, to));
    let sentence = |language: &str| (a.in_language(language).to_owned(), b.in_language(language).to_owned());
    let (en, zh) = (sentence("en"), sentence("zh-Hans"));
    NoWay {
        reason: NoWayReason::LevelsNotJoined {
            from: from.clone(),
            to: to.clone(),
        },
        text: LocalText::of([
            (
                "en",
                &format!(
                    "No way, because the data joins no levels between {} and {}: it has no lift, stairs or ramp there. Follow the signs on site.",
                    en.0, en.1
                ),
            ),
            (
                "zh-Hans",
                &format!(
                    "无法到达，因为数据中{}与{}之间没有电梯、楼梯或坡道相连。请按现场指示牌前往。",
                    zh.0, zh.1
                ),
            ),
        ]),
    }
}

/// All levels that connectors lead to from `start`, whoever may use them.
fn joined_levels<'v>(venue: &'v Venue, start: &'v LevelId) -> BTreeSet<&'v LevelId> {
    let mut joined = BTreeSet::from([start]);
    loop {
        let before = joined.len();
        for connector in venue.connectors() {
            if connector.ends.iter().any(|end| joined.contains(&end.level)) {
                joined.extend(connector.ends.iter().map(|end| &end.level));
            }
        }
        if joined.len() == before {
            return joined;
        }
    }
}
