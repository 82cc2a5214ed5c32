//! Instructions in Chinese.

use super::super::Maneuver;
use super::super::cues::{Bend, Landmark, Side, Start};
use super::wording::{Words, fill};

pub fn sentence(words: &Words<'_>) -> String {
    let cues = words.cues;
    let ride = match words.maneuver {
        Maneuver::Arrive => return arrival(words),
        Maneuver::Depart => return depart(words),
        Maneuver::Enter => return enter(words),
        Maneuver::Lift | Maneuver::EscalatorUp | Maneuver::EscalatorDown => "乘{}",
        Maneuver::StairsUp | Maneuver::RampUp => "走{}上",
        Maneuver::StairsDown | Maneuver::RampDown => "走{}下",
        _ => return turning(words),
    };
    let start = if cues.start.is_some() {
        fill("从{}出发，", &[words.from])
    } else {
        String::new()
    };
    let ride = words.named(ride, cues.through.first());
    fill(
        "{}{}{}{}。",
        &[&start, &ride, &words.named("到{}", cues.into.as_ref()), &onward(words)],
    )
}

fn arrival(words: &Words<'_>) -> String {
    let beside = words.named("，紧邻{}", words.cues.beside.as_ref());
    let at = match words.cues.goal {
        Some(Side::Left) => "在您左侧",
        Some(Side::Right) => "在您右侧",
        Some(Side::Ahead) => "就在您面前",
        None => return fill("到达{}。", &[words.to]),
    };
    fill("到达目的地：{}{}{}。", &[words.to, at, &beside])
}

fn depart(words: &Words<'_>) -> String {
    let cues = words.cues;
    let start = match cues.start {
        Some(Start::BackTo) => "背对{}",
        Some(Start::OnTheLeft) => "{}在您左手边",
        Some(Start::OnTheRight) => "{}在您右手边",
        _ => "从{}出发",
    };
    let start = fill(start, &[words.from]);
    let way = match cues.then {
        Some(then) => fill(
            "，{}{}{}",
            &[turn(then), &words.named("进入{}", cues.along.as_ref()), &walk(words)],
        ),
        None => straight(words),
    };
    fill("{}{}{}。", &[&start, &way, &past(words)])
}

fn enter(words: &Words<'_>) -> String {
    let cues = words.cues;
    let doors: Vec<String> = cues
        .through
        .iter()
        .enumerate()
        .map(|(i, id)| {
            words.opening(id).unwrap_or_else(|| match (i, cues.nth) {
                (0, Some(n)) => fill("第{}道门", &[&n.to_string()]),
                (0, None) => "门".to_owned(),
                _ => "下一道门".to_owned(),
            })
        })
        .collect();
    let lead = match (cues.start, cues.turn) {
        (Some(Start::Leave), _) => fill("离开{}，", &[words.from]),
        (Some(Start::Through), _) => String::new(),
        (Some(_), _) => fill("从{}出发，", &[words.from]),
        (None, Some(to)) => fill("{}，", &[&after(words, turn(to))]),
        (None, None) if doors.len() > 1 => "直行，".to_owned(),
        (None, None) => after(words, ""),
    };
    let into = words.named("进入{}", cues.into.as_ref());
    let is_named = cues.through.iter().all(|id| words.opening(id).is_some());
    let by = if is_named { "经" } else { "穿过" };
    fill("{}{}{}{}{}。", &[&lead, by, &doors.join("和"), &into, &onward(words)])
}

fn turning(words: &Words<'_>) -> String {
    let cues = words.cues;
    let lead = after(words, turn(words.maneuver));
    let into = words.named("进入{}", cues.along.as_ref());
    fill("{}{}{}{}。", &[&lead, &into, &walk(words), &past(words)])
}

/// What one does, and where.
fn after(words: &Words<'_>, what: &str) -> String {
    match &words.cues.after {
        Some(Landmark { place, .. }) => {
            let lead = match words.cues.bend {
                Some(Bend::FarEnd) => "走到{}尽头后{}",
                _ => "走过{}后{}",
            };
            fill(lead, &[&words.name(place), what])
        }
        None if words.cues.bend.is_some() => fill("到拐角处{}", &[what]),
        None => what.to_owned(),
    }
}

/// What follows a door or a ride: the turn behind it and the walk.
fn onward(words: &Words<'_>) -> String {
    let cues = words.cues;
    let way = match cues.then {
        Some(then) => fill(
            "，随后{}{}{}",
            &[turn(then), &words.named("进入{}", cues.along.as_ref()), &walk(words)],
        ),
        None if cues.walk_m.is_some() => straight(words),
        None => String::new(),
    };
    fill("{}{}", &[&way, &past(words)])
}

/// The walk behind a turn.
fn walk(words: &Words<'_>) -> String {
    let towards = words.named("，朝{}方向", words.cues.towards.as_ref());
    match words.cues.walk_m {
        Some(metres) if towards.is_empty() => fill("，直行{}米", &[&metres.to_string()]),
        Some(metres) => fill("{}走{}米", &[&towards, &metres.to_string()]),
        None => String::new(),
    }
}

/// The walk without a turn before it.
fn straight(words: &Words<'_>) -> String {
    let along = words.named("，沿{}", words.cues.along.as_ref());
    let towards = words.named("朝{}方向", words.cues.towards.as_ref());
    let comma = if along.is_empty() { "，" } else { "" };
    let go = match (words.cues.walk_m, towards.is_empty()) {
        (Some(metres), true) => fill("直行{}米", &[&metres.to_string()]),
        (Some(metres), false) => fill("走{}米", &[&metres.to_string()]),
        (None, _) => "向前走".to_owned(),
    };
    fill("{}{}{}{}", &[&along, comma, &towards, &go])
}

/// What one passes.
fn past(words: &Words<'_>) -> String {
    let mut text = String::new();
    if let Some(Landmark { place, side }) = &words.cues.past {
        text.push_str(&fill("，途经{}的{}", &[hand(*side), &words.name(place)]));
    }
    if let Some(passed) = words.cues.booths {
        text.push_str(&fill("，走过{}的{}", &[hand(passed.side), &words.stands(passed.count)]));
    }
    text
}

fn hand(side: Side) -> &'static str {
    if side == Side::Left { "左侧" } else { "右侧" }
}

fn turn(maneuver: Maneuver) -> &'static str {
    match maneuver {
        Maneuver::SlightLeft => "稍向左转",
        Maneuver::SlightRight => "稍向右转",
        Maneuver::Left => "左转",
        Maneuver::Right => "右转",
        Maneuver::SharpLeft => "向左后方转",
        Maneuver::SharpRight => "向右后方转",
        _ => "直行",
    }
}
