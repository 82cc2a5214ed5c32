//! Instructions in English.

use super::super::Maneuver;
use super::super::naming::spoken_distance;
use super::{Instruction, wording};

const LANGUAGE: &str = "en";
/// A walk shorter than this is not worth a word, in metres.
const SHORT_M: f64 = 3.0;

pub fn sentence(instruction: &Instruction<'_>) -> String {
    let into = wording(instruction.into, LANGUAGE);
    let place = instruction
        .place
        .as_ref()
        .map_or("", |place| place.in_language(LANGUAGE));
    let then = instruction
        .then
        .and_then(turn)
        .map_or(String::new(), |turn| format!(", then {turn}"));
    let walk = if instruction.ahead_m < SHORT_M {
        String::new()
    } else {
        format!(" and walk {}", spoken_distance(instruction.ahead_m, LANGUAGE))
    };
    let up_to = into.map_or(String::new(), |level| format!(" to {level}"));
    match instruction.maneuver {
        Maneuver::Depart => match into {
            Some(aisle) => format!("Start at {place}{walk} along {aisle}."),
            None => format!("Start at {place}{walk}."),
        },
        Maneuver::Enter => {
            let through = wording(instruction.through, LANGUAGE).unwrap_or("the door");
            let start = if instruction.place.is_some() {
                format!("Start at {place}: go")
            } else {
                "Go".to_owned()
            };
            match into {
                Some(unit) => format!("{start} through {through} into {unit}{then}{walk}."),
                None => format!("{start} through {through}{then}{walk}."),
            }
        }
        Maneuver::Lift => format!("Take the lift{up_to}{then}."),
        Maneuver::EscalatorUp => format!("Take the escalator up{up_to}{then}."),
        Maneuver::EscalatorDown => format!("Take the escalator down{up_to}{then}."),
        Maneuver::StairsUp => format!("Climb the stairs{up_to}{then}."),
        Maneuver::StairsDown => format!("Go down the stairs{up_to}{then}."),
        Maneuver::RampUp => format!("Go up the ramp{up_to}{then}."),
        Maneuver::RampDown => format!("Go down the ramp{up_to}{then}."),
        Maneuver::Arrive => match instruction.then {
            Some(Maneuver::Left) => format!("You have arrived: {place} is on your left."),
            Some(Maneuver::Right) => format!("You have arrived: {place} is on your right."),
            Some(Maneuver::Straight) => format!("You have arrived: {place} is in front of you."),
            _ => format!("You have arrived at {place}."),
        },
        other => {
            let turn = capitalised(turn(other).unwrap_or("go straight on"));
            match into {
                Some(aisle) => format!("{turn} into {aisle}{walk}."),
                None => format!("{turn}{walk}."),
            }
        }
    }
}

fn turn(maneuver: Maneuver) -> Option<&'static str> {
    match maneuver {
        Maneuver::SlightLeft => Some("bear left"),
        Maneuver::SlightRight => Some("bear right"),
        Maneuver::Left => Some("turn left"),
        Maneuver::Right => Some("turn right"),
        Maneuver::SharpLeft => Some("turn sharply left"),
        Maneuver::SharpRight => Some("turn sharply right"),
        _ => None,
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
