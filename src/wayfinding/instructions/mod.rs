//! Hops → steps: few instructions, one at each decision, each with what the walker can confirm. One structure, worded in each language.

mod chinese;
mod english;
mod manoeuvres;

use super::cost::{self, Cost};
use super::graph::EdgeKind;
use super::naming::in_each;
use super::route::to_mm;
use super::search::{Conditions, Hop};
use super::{Maneuver, Step};
use crate::venue::{LevelId, LocalText, Place, Venue};
use manoeuvres::{Stretch, stretches};

/// What one instruction says; the languages word it.
struct Instruction<'v> {
    maneuver: Maneuver,
    /// The hall, room or level that it leads into, or the aisle that it goes along.
    into: Option<&'v LocalText>,
    /// What it leads through or by: an opening's name.
    through: Option<&'v LocalText>,
    /// A turn right behind an opening or a connector.
    then: Option<Maneuver>,
    /// Metres to walk until the next instruction.
    ahead_m: f64,
    /// The start or the goal, as a sentence names it.
    place: Option<LocalText>,
}

/// The steps of a straightened way from `from` to `to`, with the names of both.
pub fn steps(
    conditions: Conditions<'_>,
    hops: &[Hop],
    from: &LocalText,
    to: &LocalText,
    goal: Option<Place<'_>>,
) -> Vec<Step> {
    let venue = conditions.venue;
    let stretches = stretches(conditions, hops);
    let mut steps: Vec<Step> = stretches
        .iter()
        .enumerate()
        .map(|(i, stretch)| {
            let place = (i == 0).then(|| from.clone());
            let instruction = instruction(venue, stretch, place);
            let (distance_m, cost) = measure(&hops[stretch.first..stretch.last]);
            step(
                instruction,
                distance_m,
                cost,
                level_of(conditions, &hops[stretch.first]),
                stretch.first,
            )
        })
        .collect();
    if let Some(last) = hops.last() {
        let arrival = Instruction {
            maneuver: Maneuver::Arrive,
            into: None,
            through: None,
            then: manoeuvres::side_of(venue, hops, goal),
            ahead_m: 0.0,
            place: Some(to.clone()),
        };
        steps.push(step(arrival, 0.0, 0, level_of(conditions, last), hops.len() - 1));
    }
    steps
}

fn instruction<'v>(venue: &'v Venue, stretch: &Stretch<'v>, place: Option<LocalText>) -> Instruction<'v> {
    let opening = stretch.opening.map(|index| &venue.openings()[index]);
    Instruction {
        maneuver: stretch.maneuver,
        into: stretch.into,
        through: opening.and_then(|opening| opening.name.as_ref()),
        then: stretch.then,
        ahead_m: stretch.ahead_m,
        place,
    }
}

fn step(instruction: Instruction<'_>, distance_m: f64, cost: Cost, level: LevelId, first_point: usize) -> Step {
    let text = in_each(|language| {
        if super::naming::is_chinese(language) {
            chinese::sentence(&instruction)
        } else {
            english::sentence(&instruction)
        }
    });
    Step {
        maneuver: instruction.maneuver,
        text,
        distance_m: to_mm(distance_m),
        duration_s: cost::seconds(cost),
        level,
        first_point,
    }
}

fn level_of(conditions: Conditions<'_>, hop: &Hop) -> LevelId {
    conditions.graph.floors().get(hop.spot.0).level.clone()
}

/// Metres and cost of the ways onward from `hops`, waits included.
pub(super) fn measure(hops: &[Hop]) -> (f64, Cost) {
    hops.iter().fold((0.0, 0), |(metres, cost), hop| {
        let length_m = hop.onward.map_or(0.0, |(_, length_m)| length_m);
        (metres + length_m, cost + hop.wait + hop.cost)
    })
}

fn wording<'a>(text: Option<&'a LocalText>, language: &str) -> Option<&'a str> {
    text.map(|text| text.in_language(language))
}

/// Whether that hop goes on with something else than walking on one floor.
fn changes(kind: EdgeKind) -> bool {
    kind != EdgeKind::Walk
}
