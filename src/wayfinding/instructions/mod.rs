//! Hops → steps: few instructions, one at each decision, each with what the walker can confirm. What is said is data ([`Cues`]), worded in each language.

mod chinese;
mod doors;
mod english;
mod seen;
mod start;
mod stretches;
#[cfg(test)]
mod tests;
mod way;
mod wording;

use super::cost::{self, Cost};
use super::cues::{Bend, Cues, Side, Start};
use super::graph::EdgeKind;
use super::naming::{exhibitor_name, in_each, rounded_distance, spoken};
use super::route::to_mm;
use super::search::{Conditions, Hop};
use super::{Maneuver, Step};
use crate::venue::{LocalText, Place, PlaceId, Point, Polygon, Unit, Venue};
use doors::Door;
use start::Origin;
use stretches::{Stretch, stretches};
use way::{Walk, direction, level_of, turn_deg};

/// An end of the way, as a sentence names it.
pub struct End<'v> {
    name: LocalText,
    place: Option<Place<'v>>,
}

impl<'v> End<'v> {
    /// `name` is what the place is called elsewhere, or the point if it is none; `hop` is where the way begins or ends.
    pub fn of(venue: &'v Venue, name: &LocalText, place: Option<Place<'v>>, hop: Option<&Hop>) -> Self {
        let spoken = place.map(|place| {
            in_each(|language| match (place, hop) {
                (Place::Exhibitor(exhibitor), Some(hop)) => exhibitor_name(
                    venue,
                    exhibitor,
                    start::booth_at(venue, exhibitor, hop.spot.1),
                    language,
                ),
                (Place::Session(session), _) => spoken(venue, &(&session.room).into(), language),
                _ => spoken(venue, &place.id(), language),
            })
        });
        Self {
            name: spoken.unwrap_or_else(|| name.clone()),
            place,
        }
    }
}

/// A walk shorter than this is not worth a word, in metres.
const SHORT_M: f64 = 3.0;
/// A walk over open floor so long has its aim named, in metres.
const AIMLESS_M: f64 = 10.0;
/// A goal so far away is not seen from the last manoeuvre, in metres.
const FAR_M: f64 = 40.0;
/// More booths than that nobody counts.
const COUNTED: u32 = 6;

/// The steps of a straightened way.
pub fn steps(conditions: Conditions<'_>, whole: &[Hop], from: &End<'_>, to: &End<'_>) -> Vec<Step> {
    let hops = &up_to_door(conditions.venue, whole, to.place)[..];
    let origin = Origin::of(conditions, hops, from.place);
    let stretches = stretches(conditions, hops, origin.heading);
    let goal = Goal::of(conditions, hops, to.place, stretches.last());
    let mut told: Vec<(Maneuver, Cues)> = Vec::new();
    for (i, stretch) in stretches.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|before| stretches[before].walk.as_ref());
        told.push((stretch.maneuver, cues(conditions, hops, stretch, before)));
    }
    if let (Some(first), Some((_, cues))) = (stretches.first(), told.first_mut()) {
        cues.start = Some(origin.start(first));
    }
    for i in 0..told.len() {
        let aim = |i: usize| match told.get(i) {
            Some((_, next)) => aims_of(conditions, hops, &stretches[i], next),
            None => to
                .place
                .map(Place::id)
                .filter(|_| i == told.len())
                .into_iter()
                .collect(),
        };
        let (next, later) = (aim(i + 1), aim(i + 2));
        let is_far = told.get(i + 1).is_none() && stretches[i].ahead_m > FAR_M;
        let level = level_of(conditions, &hops[stretches[i].last.min(hops.len() - 1)]);
        let cues = &mut told[i].1;
        let is_start = cues.start == Some(Start::From);
        let Some(walk) = &stretches[i].walk else { continue };
        if is_start || cues.along.is_none() && stretches[i].ahead_m >= AIMLESS_M {
            let is_new = |aim: &PlaceId| {
                !is_nameless(conditions.venue, aim)
                    && cues.along.as_ref() != Some(aim)
                    && cues.after.as_ref().is_none_or(|after| after.place != *aim)
                    && (i > 0 || spoken(conditions.venue, aim, "en") != from.name.in_language("en"))
            };
            let is_aim = |aim: &PlaceId| is_new(aim) && seen::is_ahead(conditions.venue, walk, aim);
            let seen = || seen::ahead(conditions, level, walk).filter(is_new);
            // A stand far away is not seen yet; a gate or a big stand is.
            cues.towards = if is_far {
                seen().or_else(|| next.into_iter().find(is_aim))
            } else {
                // Who starts in the open needs something to go by, be it what comes after.
                let later = later.into_iter().filter(|_| i == 0);
                next.into_iter()
                    .find(is_aim)
                    .or_else(seen)
                    .or_else(|| later.into_iter().find(is_aim))
            };
        }
        if cues.towards.is_none() && cues.after.is_none() {
            cues.past = seen::passed(conditions, level, walk, is_start);
        }
    }
    let mut arrival = goal.cues;
    if let (Some(stretch), Some((_, cues)), Some(outline)) = (stretches.last(), told.last_mut(), goal.outline)
        && let (Some(walk), Some(side @ (Side::Left | Side::Right)), None) = (&stretch.walk, arrival.goal, &cues.past)
        && let Some(last) = hops.last()
    {
        cues.booths = seen::booths_passed(conditions, level_of(conditions, last), walk, side, outline)
            .filter(|passed| (1..=COUNTED).contains(&passed.count));
    }
    arrival.walk_m = None;
    let spans = stretches.iter().map(|stretch| (stretch.first, stretch.last));
    let spans: Vec<(usize, usize)> = spans
        .chain(hops.len().checked_sub(1).map(|last| (last, whole.len() - 1)))
        .collect();
    told.push((Maneuver::Arrive, arrival));
    told.into_iter()
        .zip(spans)
        .map(|((maneuver, cues), (first, last))| {
            let (distance_m, cost) = measure(&whole[first..last]);
            Step {
                maneuver,
                text: wording::sentence(conditions.venue, maneuver, &cues, from, to),
                distance_m: to_mm(distance_m),
                duration_s: cost::seconds(cost),
                level: level_of(conditions, &hops[first]).clone(),
                first_point: first,
                cues,
            }
        })
        .collect()
}

/// The way without going through the door that is the goal: who stands before it is there.
fn up_to_door(venue: &Venue, hops: &[Hop], goal: Option<Place<'_>>) -> Vec<Hop> {
    let mut hops = hops.to_vec();
    let is_goal = |hop: &Hop| match (goal, hop.onward) {
        (Some(Place::Opening(goal)), Some((EdgeKind::Opening(index), _))) => venue.openings()[index].id == goal.id,
        _ => false,
    };
    if let Some(door @ 1..) = hops.iter().rposition(is_goal) {
        hops.truncate(door + 1);
        hops[door].onward = None;
    }
    hops
}

/// What a stretch says by itself.
fn cues(conditions: Conditions<'_>, hops: &[Hop], stretch: &Stretch, before: Option<&Walk>) -> Cues {
    let venue = conditions.venue;
    let aisle = stretch.walk.and_then(|walk| walk.aisle);
    let aisle_id = |index: usize| PlaceId::from(&venue.aisles()[index].id);
    let mut cues = Cues {
        turn: stretch.turn,
        then: stretch.then,
        through: stretch
            .changes
            .iter()
            .filter_map(|&hop| changed(conditions, &hops[hop]))
            .collect(),
        into: stretch.changes.last().and_then(|&hop| got_into(conditions, hops, hop)),
        along: aisle.map(aisle_id),
        walk_m: (stretch.ahead_m >= SHORT_M).then(|| rounded_distance(stretch.ahead_m)),
        ..Cues::default()
    };
    let Some(before) = before else { return cues };
    let level = level_of(conditions, &hops[stretch.first]);
    if let (Some(into), [door]) = (&cues.into, &cues.through[..])
        && let Some(Place::Opening(opening)) = venue.place(door)
        && opening.name.is_none()
    {
        let door = Door {
            opening,
            into,
            level,
            walk: before,
        };
        cues.nth = door.nth(conditions, 0.0);
        if (cues.nth.is_some() || is_nameless(venue, into))
            && let Some((landmark, end)) = door.landmark(conditions)
        {
            cues.after = Some(landmark);
            cues.nth = door.nth(conditions, end);
        }
    }
    if let (Some(walk), []) = (&stretch.walk, &stretch.changes[..]) {
        let is_across = aisle.is_none() || before.aisle.is_none() || aisle == before.aisle;
        let bend = seen::bent_round(conditions, level, before, walk).filter(|bend| bend.is_big || is_across);
        cues.bend = match &bend {
            Some(bend) => bend
                .is_far_end(before, &hops[before.first..walk.first])
                .then_some(Bend::FarEnd),
            None => (aisle.is_none() && seen::is_at_wall(venue, level, walk.from)).then_some(Bend::Corner),
        };
        cues.after = bend.map(|bend| bend.landmark);
    }
    cues
}

/// The opening or connector that a hop goes on by.
fn changed(conditions: Conditions<'_>, hop: &Hop) -> Option<PlaceId> {
    match hop.onward?.0 {
        EdgeKind::Walk => None,
        EdgeKind::Opening(index) => Some((&conditions.venue.openings()[index].id).into()),
        EdgeKind::Connector { connector, .. } => Some((&conditions.venue.connectors()[connector].id).into()),
    }
}

/// The unit behind an opening, or the level that a connector leads to.
fn got_into(conditions: Conditions<'_>, hops: &[Hop], hop: usize) -> Option<PlaceId> {
    let there = hops.get(hop + 1)?;
    match hops[hop].onward?.0 {
        EdgeKind::Walk => None,
        EdgeKind::Opening(_) => unit_at(conditions, there).map(|unit| (&unit.id).into()),
        EdgeKind::Connector { .. } => Some(level_of(conditions, there).into()),
    }
}

/// The smallest unit that a hop is in.
fn unit_at<'v>(conditions: Conditions<'v>, hop: &Hop) -> Option<&'v Unit> {
    conditions.venue.unit_at(level_of(conditions, hop), hop.spot.1)
}

/// What the next manoeuvre is made at, as something to walk up to: the best first.
fn aims_of(conditions: Conditions<'_>, hops: &[Hop], stretch: &Stretch, cues: &Cues) -> Vec<PlaceId> {
    let venue = conditions.venue;
    let corner = cues.after.as_ref().map(|landmark| landmark.place.clone());
    let gate = cues.through.first().and_then(|first| match venue.place(first) {
        // A door without a name is known by what is behind it.
        Some(Place::Opening(opening)) if opening.name.is_none() => {
            let unit = unit_at(conditions, &hops[stretch.changes.first()? + 1])?;
            Some((&unit.id).into())
        }
        _ => Some(first.clone()),
    });
    let aisle = cues.along.clone().filter(|_| cues.through.is_empty());
    gate.into_iter().chain(corner).chain(aisle).collect()
}

/// Whether it is one of many areas without a name.
fn is_nameless(venue: &Venue, id: &PlaceId) -> bool {
    matches!(venue.place(id), Some(Place::Unit(unit)) if !crate::words::unit_has_a_name(unit))
}

/// The end of the way, seen by who gets there.
struct Goal<'v> {
    outline: Option<&'v Polygon>,
    cues: Cues,
}

impl<'v> Goal<'v> {
    fn of(conditions: Conditions<'v>, hops: &[Hop], place: Option<Place<'v>>, last: Option<&Stretch>) -> Self {
        let mut goal = Self {
            outline: None,
            cues: Cues::default(),
        };
        let (Some(here), Some(place)) = (hops.last(), place) else {
            return goal;
        };
        let walk = last.and_then(|stretch| stretch.walk);
        if let (Place::Opening(door), Some(walk)) = (place, walk) {
            goal.cues.goal =
                direction(here.spot.1, door.from.lerp(door.to, 0.5)).map(|there| side(walk.heading, there));
        }
        let Some(outline) = start::outline(conditions.venue, place, here.spot.1) else {
            return goal;
        };
        goal.outline = Some(outline);
        if matches!(place, Place::Booth(_) | Place::Exhibitor(_)) {
            goal.cues.beside =
                seen::next_to(conditions, level_of(conditions, here), outline).filter(|beside| *beside != place.id());
        }
        let there = direction(here.spot.1, outline.nearest_on_border(here.spot.1));
        if let (Some(walk), Some(there)) = (walk, there) {
            goal.cues.goal = Some(side(walk.heading, there));
        }
        goal
    }
}

fn side(heading: Point, there: Point) -> Side {
    match turn_deg(heading, there) {
        turn if turn > 40.0 => Side::Left,
        turn if turn < -40.0 => Side::Right,
        _ => Side::Ahead,
    }
}

/// Metres and cost of the ways onward from `hops`, waits included.
pub(super) fn measure(hops: &[Hop]) -> (f64, Cost) {
    hops.iter().fold((0.0, 0), |(metres, cost), hop| {
        let length_m = hop.onward.map_or(0.0, |(_, length_m)| length_m);
        (metres + length_m, cost + hop.wait + hop.cost)
    })
}
