//! Instructions in English.

use super::super::Maneuver;
use super::super::cues::{Bend, Landmark, Side, Start};
use super::wording::{Words, fill};

pub fn sentence(words: &Words<'_>) -> String {
    let cues = words.cues;
    match words.maneuver {
        Maneuver::Arrive => arrival(words),
        Maneuver::Depart => depart(words),
        Maneuver::Enter => enter(words),
        ride if ride.is_ride() => {
            let way = match ride {
                Maneuver::StairsUp | Maneuver::RampUp => " up",
                Maneuver::StairsDown | Maneuver::RampDown => " down",
                _ => "",
            };
            let ride = fill(
                "ake {}{}{}",
                &[
                    &words.named("{}", cues.through.first()),
                    way,
                    &words.named(" to {}", cues.into.as_ref()),
                ],
            );
            let start = if cues.start.is_some() {
                fill("From {}, t", &[words.from])
            } else {
                "T".to_owned()
            };
            fill("{}{}{}.", &[&start, &ride, &onward(words)])
        }
        _ => turning(words),
    }
}

fn arrival(words: &Words<'_>) -> String {
    let at = match words.cues.goal {
        Some(Side::Left) => ", on your left",
        Some(Side::Right) => ", on your right",
        Some(Side::Ahead) => ", in front of you",
        None => "",
    };
    let beside = words.named(", next to {}", words.cues.beside.as_ref());
    fill("You have arrived at {}{}{}.", &[words.to, at, &beside])
}

fn depart(words: &Words<'_>) -> String {
    let cues = words.cues;
    let along = words.named(" along {}", cues.along.as_ref());
    let start = match cues.start {
        Some(Start::BackTo) => {
            let turn = match cues.then {
                Some(then) => fill(
                    "{}{}{}",
                    &[turn(then), &words.named(" into {}", cues.along.as_ref()), &walk(words)],
                ),
                None => fill("{}{}", &[&go(words, " straight ahead"), &along]),
            };
            return fill("With your back to {}, {}{}.", &[words.from, &turn, &aims(words)]);
        }
        Some(Start::OnTheLeft) => "With {} on your left",
        Some(Start::OnTheRight) => "With {} on your right",
        _ => "From {}",
    };
    let start = fill(start, &[words.from]);
    fill("{}, {}{}{}.", &[&start, &go(words, ""), &along, &aims(words)])
}

fn enter(words: &Words<'_>) -> String {
    let cues = words.cues;
    let doors: Vec<String> = cues
        .through
        .iter()
        .enumerate()
        .map(|(i, id)| {
            words.opening(id).unwrap_or_else(|| match (i, cues.nth) {
                (0, Some(n)) => fill("the {} door", &[&ordinal(n)]),
                (0, None) => "the door".to_owned(),
                _ => "the next door".to_owned(),
            })
        })
        .collect();
    let into = words.named(" into {}", cues.into.as_ref());
    let through = fill("through {}{}", &[&doors.join(" and "), &into]);
    let lead = match (cues.start, cues.turn) {
        (Some(Start::Leave), _) => fill("Leave {} ", &[words.from]),
        (Some(Start::Through), _) => "Go ".to_owned(),
        (Some(_), _) => fill("From {}, go ", &[words.from]),
        (None, Some(to)) => fill("{} ", &[&after(words, turn(to))]),
        (None, None) if doors.len() > 1 => "Go straight ".to_owned(),
        (None, None) => after(words, "go "),
    };
    fill("{}{}{}.", &[&lead, &through, &onward(words)])
}

fn turning(words: &Words<'_>) -> String {
    let cues = words.cues;
    let lead = after(words, turn(words.maneuver));
    let into = words.named(" into {}", cues.along.as_ref());
    fill("{}{}{}{}.", &[&lead, &into, &walk(words), &aims(words)])
}

/// What one does, and where.
fn after(words: &Words<'_>, what: &str) -> String {
    match &words.cues.after {
        Some(Landmark { place, .. }) => {
            let lead = match words.cues.bend {
                Some(Bend::FarEnd) => "At the far end of {}, {}",
                _ => "After {}, {}",
            };
            fill(lead, &[&words.name(place), what])
        }
        None if words.cues.bend.is_some() => fill("At the corner, {}", &[what]),
        None => capitalised(what),
    }
}

/// What follows a door or a ride: the turn behind it and the walk.
fn onward(words: &Words<'_>) -> String {
    let cues = words.cues;
    let then = match cues.then {
        Some(then) => fill(
            ", then {}{}",
            &[turn(then), &words.named(" into {}", cues.along.as_ref())],
        ),
        None => String::new(),
    };
    let along = if cues.then.is_none() && cues.walk_m.is_some() {
        words.named(" along {}", cues.along.as_ref())
    } else {
        String::new()
    };
    fill("{}{}{}{}", &[&then, &walk(words), &along, &aims(words)])
}

fn walk(words: &Words<'_>) -> String {
    match words.cues.walk_m {
        Some(metres) => fill(" and walk {}\u{a0}m", &[&metres.to_string()]),
        None => String::new(),
    }
}

fn go(words: &Words<'_>, how: &str) -> String {
    match words.cues.walk_m {
        Some(metres) => fill(
            "walk{} {}\u{a0}m",
            &[
                if how.is_empty() { "" } else { " straight ahead for" },
                &metres.to_string(),
            ],
        ),
        None => fill("go{}", &[how]),
    }
}

/// What one walks up to or past.
fn aims(words: &Words<'_>) -> String {
    let cues = words.cues;
    let mut text = words.named(" towards {}", cues.towards.as_ref());
    if let Some(Landmark { place, side }) = &cues.past {
        text.push_str(&fill(", past {} on your {}", &[&words.name(place), hand(*side)]));
    }
    if let Some(passed) = cues.booths {
        text.push_str(&fill(
            ", past {} on your {}",
            &[&words.stands(passed.count), hand(passed.side)],
        ));
    }
    text
}

fn hand(side: Side) -> &'static str {
    if side == Side::Left { "left" } else { "right" }
}

fn ordinal(n: u32) -> String {
    match n {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => fill("{}th", &[&n.to_string()]),
    }
}

fn turn(maneuver: Maneuver) -> &'static str {
    match maneuver {
        Maneuver::SlightLeft => "bear left",
        Maneuver::SlightRight => "bear right",
        Maneuver::Left => "turn left",
        Maneuver::Right => "turn right",
        Maneuver::SharpLeft => "turn sharply left",
        Maneuver::SharpRight => "turn sharply right",
        _ => "go straight on",
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
