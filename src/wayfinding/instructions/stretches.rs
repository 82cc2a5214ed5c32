//! Where a walker must decide: the parts of the way → one stretch for each manoeuvre.

use super::super::Maneuver;
use super::super::graph::EdgeKind;
use super::super::search::{Conditions, Hop};
use super::seen::bent_round;
use super::way::{Part, Walk, direction, heading_behind, level_of, parts, turn_deg};
use crate::venue::{ConnectorKind, LevelId, Point};

/// Bends of less than so many degrees are followed without a word: in an aisle, at a door, at the start.
const BEND_DEG: f64 = 40.0;
/// The same over open floor, where nothing leads round the bend.
const SLIGHT_BEND_DEG: f64 = 15.0;
/// A door so far aside of where one is heading is turned to, in degrees.
const ASIDE_DEG: f64 = 60.0;
/// A turn so soon after a start, an opening or a connector is told along with it, in metres.
const SOON_M: f64 = 4.0;
/// One walks round something without a name to what is in sight behind it: so much farther than straight, and so many metres.
const ROUND: f64 = 1.15;
const ROUND_M: f64 = 3.0;
/// A door so near is where one starts, in metres.
const AT_ONCE_M: f64 = 1.0;

/// A manoeuvre and the way until the next one.
pub struct Stretch {
    pub maneuver: Maneuver,
    /// A turn right before an opening or a connector.
    pub turn: Option<Maneuver>,
    /// A turn right behind it, or behind the start.
    pub then: Option<Maneuver>,
    /// The hops at which openings are gone through or the connector is taken.
    pub changes: Vec<usize>,
    /// The last walk of it, if there is any.
    pub walk: Option<Walk>,
    /// Metres walked since the manoeuvre.
    pub ahead_m: f64,
    /// Its hops: from `first`, up to where `last` begins.
    pub first: usize,
    pub last: usize,
    /// Which way one faces when the manoeuvre is made.
    heading: Option<Point>,
}

/// Cuts the way at each manoeuvre; the first stretch departs. `heading` is which way one faces at the start.
pub fn stretches(conditions: Conditions<'_>, hops: &[Hop], heading: Option<Point>) -> Vec<Stretch> {
    let mut stretches = vec![Stretch {
        heading,
        ..Stretch::new(Maneuver::Depart, 0)
    }];
    for part in parts(conditions, hops) {
        match part {
            Part::Walk(walk) => walk_on(
                conditions,
                level_of(conditions, &hops[walk.first]),
                &mut stretches,
                walk,
            ),
            Part::Change(hop, kind) => change(conditions, hops, &mut stretches, hop, kind),
        }
    }
    stretches
}

impl Stretch {
    fn new(maneuver: Maneuver, first: usize) -> Self {
        Self {
            maneuver,
            turn: None,
            then: None,
            changes: Vec::new(),
            walk: None,
            ahead_m: 0.0,
            first,
            last: first,
            heading: None,
        }
    }

    fn is_turn(&self) -> bool {
        self.changes.is_empty() && self.maneuver != Maneuver::Depart
    }

    fn add(&mut self, walk: Walk) {
        self.ahead_m += walk.length();
        self.last = walk.last;
        self.walk = Some(walk);
    }
}

fn walk_on(conditions: Conditions<'_>, level: &LevelId, stretches: &mut Vec<Stretch>, walk: Walk) {
    let Some(current) = stretches.last_mut() else { return };
    let Some(before) = current.walk else {
        let is_step = walk.length() < AT_ONCE_M && !current.changes.is_empty();
        current.then = current
            .heading
            .filter(|_| !is_step)
            .and_then(|heading| turn(heading, walk.heading));
        current.add(walk);
        return;
    };
    let is_same_aisle = walk.aisle.is_some() && walk.aisle == before.aisle;
    let least_deg = if is_same_aisle { BEND_DEG } else { SLIGHT_BEND_DEG };
    let Some(bend) = maneuver_of(turn_deg(before.heading, walk.heading), least_deg) else {
        current.add(walk);
        current.walk = Some(joined(before, walk));
        return;
    };
    if !current.is_turn() && current.ahead_m <= SOON_M {
        current.then = current.heading.and_then(|heading| turn(heading, walk.heading));
        if current.heading.is_some() || current.maneuver == Maneuver::Depart {
            current.add(walk);
            return;
        }
    }
    let both = over_floor(before, walk);
    let is_nameless = before.aisle.is_none() && bent_round(conditions, level, &before, &walk).is_none();
    if is_nameless && current.ahead_m + walk.length() <= both.length() * ROUND + ROUND_M {
        // Nothing to tell the bend by, and what comes after it is in sight.
        current.add(walk);
        current.walk = Some(both);
        match (current.is_turn(), current.heading) {
            (true, Some(heading)) => {
                current.maneuver =
                    maneuver_of(turn_deg(heading, both.heading), SLIGHT_BEND_DEG).unwrap_or(current.maneuver);
            }
            (_, heading) => current.then = heading.and_then(|heading| turn(heading, both.heading)),
        }
        return;
    }
    let mut next = Stretch {
        heading: Some(before.heading),
        ..Stretch::new(bend, walk.first)
    };
    next.add(walk);
    stretches.push(next);
}

/// Two walks as one, along no aisle.
fn over_floor(before: Walk, after: Walk) -> Walk {
    Walk {
        last: after.last,
        to: after.to,
        heading: direction(before.from, after.to).unwrap_or(after.heading),
        ..before
    }
}

/// Two walks as one: along the aisle of the longer one.
fn joined(before: Walk, after: Walk) -> Walk {
    let main = if after.length() > before.length() {
        after
    } else {
        before
    };
    // Who does not begin in the aisle, or as good as, does not walk along it.
    let begins_there = before.aisle == main.aisle || before.length() <= SOON_M;
    let aisle = main.aisle.filter(|_| begins_there);
    let heading = match aisle {
        Some(_) => main.heading,
        None => direction(before.from, after.to).unwrap_or(main.heading),
    };
    Walk {
        first: before.first,
        last: after.last,
        from: before.from,
        to: after.to,
        heading,
        aisle,
    }
}

fn change(conditions: Conditions<'_>, hops: &[Hop], stretches: &mut Vec<Stretch>, hop: usize, kind: EdgeKind) {
    let behind = heading_behind(conditions, hops, hop, kind);
    let before = stretches
        .last()
        .and_then(|stretch| stretch.walk.map(|walk| walk.heading).or(stretch.heading));
    let aside = match (before, behind) {
        (Some(before), Some(behind)) => turn_deg(before, behind),
        _ => 0.0,
    };
    let is_opening = matches!(kind, EdgeKind::Opening(_));
    let is_aside = is_opening && aside.abs() >= ASIDE_DEG;
    let onward = Stretch {
        turn: is_aside.then(|| maneuver_of(aside, BEND_DEG)).flatten(),
        changes: vec![hop],
        last: hop + 1,
        // A door that one passes aslant is no turn.
        heading: if is_aside || !is_opening {
            behind
        } else {
            before.or(behind)
        },
        ..Stretch::new(change_maneuver(conditions, kind), hop)
    };
    match stretches.last_mut() {
        // One departs by what one stands at.
        Some(first) if first.maneuver == Maneuver::Depart && first.ahead_m < AT_ONCE_M => {
            *first = Stretch {
                first: 0,
                turn: None,
                heading: behind,
                ..onward
            };
        }
        // Straight through one door after the other.
        Some(last) if is_opening && !is_aside && last.maneuver == Maneuver::Enter && last.then.is_none() => {
            last.changes.push(hop);
            last.last = hop + 1;
            last.heading = onward.heading;
            last.walk = None;
            last.ahead_m = 0.0;
        }
        _ => stretches.push(onward),
    }
}

fn change_maneuver(conditions: Conditions<'_>, kind: EdgeKind) -> Maneuver {
    match kind {
        EdgeKind::Walk => Maneuver::Straight,
        EdgeKind::Opening(_) => Maneuver::Enter,
        EdgeKind::Connector { connector, rise_m } => {
            match (conditions.venue.connectors()[connector].kind, rise_m > 0.0) {
                (ConnectorKind::Lift, _) => Maneuver::Lift,
                (ConnectorKind::Escalator, true) => Maneuver::EscalatorUp,
                (ConnectorKind::Escalator, false) => Maneuver::EscalatorDown,
                (ConnectorKind::Stairs, true) => Maneuver::StairsUp,
                (ConnectorKind::Stairs, false) => Maneuver::StairsDown,
                (ConnectorKind::Ramp, true) => Maneuver::RampUp,
                (ConnectorKind::Ramp, false) => Maneuver::RampDown,
            }
        }
    }
}

fn turn(from: Point, to: Point) -> Option<Maneuver> {
    maneuver_of(turn_deg(from, to), BEND_DEG)
}

/// The word for a turn to the left of so many degrees; none for less than the least.
fn maneuver_of(turn_deg: f64, least_deg: f64) -> Option<Maneuver> {
    let (slight, plain, sharp) = if turn_deg > 0.0 {
        (Maneuver::SlightLeft, Maneuver::Left, Maneuver::SharpLeft)
    } else {
        (Maneuver::SlightRight, Maneuver::Right, Maneuver::SharpRight)
    };
    match turn_deg.abs() {
        bend if bend < least_deg => None,
        bend if bend < 60.0 => Some(slight),
        bend if bend < 125.0 => Some(plain),
        _ => Some(sharp),
    }
}
