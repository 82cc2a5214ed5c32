//! Why there is no route: found by asking what would have to be otherwise, and never used to relax anything.

use super::closures::Closures;
use super::naming::{level_name, place_name};
use super::profile::SPEEDS_M_S;
use super::search::{Conditions, least_cost_way};
use super::stops::Spot;
use super::time::BanId;
use super::{Ban, NoWay, NoWayReason, Profile, bans};
use crate::venue::{LevelId, LocalText, PlaceId, Venue};

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

/// Nobody walks at that speed.
pub fn bad_speed(speed_m_s: f64) -> NoWay {
    let (least, most) = (SPEEDS_M_S.start(), SPEEDS_M_S.end());
    NoWay {
        reason: NoWayReason::BadSpeed { speed_m_s },
        text: LocalText::of([
            (
                "en",
                &format!("Nobody walks at {speed_m_s} m/s. Give a speed from {least} to {most} m/s."),
            ),
            (
                "zh-Hans",
                &format!("步行速度不可能是每秒{speed_m_s}米。请输入每秒{least}至{most}米的速度。"),
            ),
        ]),
    }
}

/// There are spots at both ends and yet no way between them.
pub fn explain(conditions: Conditions<'_>, from: &[Spot], to: &[Spot]) -> NoWay {
    let (venue, now) = (conditions.venue, conditions.now);
    let exists = |profile: Option<Profile>, closures: Closures<'_>| {
        let now = now.with(profile.map_or(now.ability, Profile::ability), closures);
        least_cost_way(
            Conditions {
                now: &now,
                ..conditions
            },
            from,
            to,
        )
        .is_some()
    };
    if exists(None, Closures::default()) {
        return closed(conditions, &to_blame(&now.closures, |closures| exists(None, closures)));
    }
    if now.profile != Profile::Walking && exists(Some(Profile::Walking), Closures::default()) {
        return unfit(now.profile);
    }
    if let (Some(a), Some(b)) = (from.first(), to.first()) {
        let (a, b) = (conditions.level(a.0), conditions.level(b.0));
        if a != b && !joined_levels(venue, a).contains(&b) {
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

/// Bans that together leave no way, none of which is needless for that.
fn to_blame(closures: &Closures<'_>, exists: impl Fn(Closures<'_>) -> bool) -> Vec<BanId> {
    let mut blamed: Vec<BanId> = closures.bans().collect();
    for ban in closures.bans() {
        let others: Vec<BanId> = blamed.iter().copied().filter(|&other| other != ban).collect();
        if !exists(closures.keeping(&others)) {
            blamed = others;
        }
    }
    blamed
}

/// Those bans leave no way.
pub fn closed(conditions: Conditions<'_>, blamed: &[BanId]) -> NoWay {
    let now = conditions.now.clock.now();
    let bans: Vec<Ban> = blamed.iter().map(|&ban| bans::told(conditions, ban, now)).collect();
    let list = |language: &str, separator: &str| {
        let sentences = bans.iter().map(|ban| bans::clause(ban, now, language));
        sentences.collect::<Vec<_>>().join(separator)
    };
    let text = LocalText::of([
        (
            "en",
            &format!("No way: {}. There is no other way round.", list("en", "; ")),
        ),
        (
            "zh-Hans",
            &format!("无法到达：{}。没有其他路线。", list("zh-Hans", "；")),
        ),
    ]);
    let closed = bans.iter().filter_map(|ban| ban.place.clone()).collect();
    NoWay {
        reason: NoWayReason::Closed { closed, bans },
        text,
    }
}

fn unfit(profile: Profile) -> NoWay {
    let (en, zh) = match profile {
        Profile::Pram => (
            "No way for a pram: every way there has stairs, an escalator or a narrow door. Ask at an information desk for help.",
            "没有适合婴儿车的路线：所有路线都有楼梯、扶梯或窄门。请到服务台寻求帮助。",
        ),
        _ => (
            "No step-free way: every way there has stairs, an escalator, a step or a narrow door. Ask at an information desk for help.",
            "没有无障碍路线：所有路线都有楼梯、扶梯、台阶或窄门。请到服务台寻求帮助。",
        ),
    };
    NoWay {
        reason: NoWayReason::UnfitForProfile { profile },
        text: LocalText::of([("en", en), ("zh-Hans", zh)]),
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
fn joined_levels<'v>(venue: &'v Venue, start: &'v LevelId) -> Vec<&'v LevelId> {
    let mut joined = vec![start];
    // Those behind the first `looked_from` have still to be looked from.
    let mut looked_from = 0;
    while let Some(&level) = joined.get(looked_from) {
        let here = venue
            .connectors()
            .iter()
            .filter(|it| it.ends.iter().any(|end| end.level == *level));
        for end in here.flat_map(|connector| &connector.ends) {
            if !joined.contains(&&end.level) {
                joined.push(&end.level);
            }
        }
        looked_from += 1;
    }
    joined
}
