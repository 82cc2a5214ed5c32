//! Instructions in Chinese.

use super::super::Maneuver;
use super::super::naming::spoken_distance;
use super::{Instruction, wording};

const LANGUAGE: &str = "zh-Hans";
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
        .map_or(String::new(), |turn| format!("，随后{turn}"));
    let walk = if instruction.ahead_m < SHORT_M {
        String::new()
    } else {
        format!("，直行{}", spoken_distance(instruction.ahead_m, LANGUAGE))
    };
    let to = |verb: &str| into.map_or(String::new(), |level| format!("{verb}{level}"));
    match instruction.maneuver {
        Maneuver::Depart => match into {
            Some(aisle) => format!("从{place}出发，沿{aisle}{}。", walk.trim_start_matches('，')),
            None => format!("从{place}出发{walk}。"),
        },
        Maneuver::Enter => {
            let through = wording(instruction.through, LANGUAGE).unwrap_or("门");
            let start = if instruction.place.is_some() {
                format!("从{place}出发，")
            } else {
                String::new()
            };
            match into {
                Some(unit) => format!("{start}穿过{through}进入{unit}{then}{walk}。"),
                None => format!("{start}穿过{through}{then}{walk}。"),
            }
        }
        Maneuver::Lift => format!("乘电梯{}{then}。", to("至")),
        Maneuver::EscalatorUp => format!("乘自动扶梯上行{}{then}。", to("至")),
        Maneuver::EscalatorDown => format!("乘自动扶梯下行{}{then}。", to("至")),
        Maneuver::StairsUp => format!("走楼梯上{}{then}。", to("至")),
        Maneuver::StairsDown => format!("走楼梯下{}{then}。", to("至")),
        Maneuver::RampUp => format!("沿坡道上行{}{then}。", to("至")),
        Maneuver::RampDown => format!("沿坡道下行{}{then}。", to("至")),
        Maneuver::Arrive => match instruction.then {
            Some(Maneuver::Left) => format!("到达目的地：{place}在您的左侧。"),
            Some(Maneuver::Right) => format!("到达目的地：{place}在您的右侧。"),
            Some(Maneuver::Straight) => format!("到达目的地：{place}就在您的前方。"),
            _ => format!("到达目的地：{place}。"),
        },
        other => {
            let turn = turn(other).unwrap_or("直行");
            match into {
                Some(aisle) => format!("{turn}进入{aisle}{walk}。"),
                None => format!("{turn}{walk}。"),
            }
        }
    }
}

fn turn(maneuver: Maneuver) -> Option<&'static str> {
    match maneuver {
        Maneuver::SlightLeft => Some("向左前方走"),
        Maneuver::SlightRight => Some("向右前方走"),
        Maneuver::Left => Some("左转"),
        Maneuver::Right => Some("右转"),
        Maneuver::SharpLeft => Some("向左后方转"),
        Maneuver::SharpRight => Some("向右后方转"),
        _ => None,
    }
}
