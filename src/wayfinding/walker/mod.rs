//! A simulated walker: is given a start, a goal and the [`Cues`] of the steps, sees what a person sees, and walks. Never the route's points.
//!
//! It reads names, not ids: of several things with one name it takes what is in sight. It turns by words, believes distances as people do,
//! and gives up where what it is told does not fit what it sees. So a wrong word, a missing step or an ambiguous name makes it fail.

mod plane;
mod seeing;
pub mod tests;

use super::cues::{Bend, Cues, Side, Start};
use super::floor::CLEARANCE_M;
use super::graph::{EdgeKind, NavGraph, NodeKind};
use super::naming::spoken;
use super::search::{Conditions, least_cost_way};
use super::stops::{Spot, spots};
use super::{Maneuver, Step};
use crate::venue::*;
use plane::{angle, dot, moved, nominal_deg, turned, unit};

/// How far off, in degrees, a person may think that a turn leads.
const ANGLE_TOLERANCE_DEG: f64 = 60.0;
/// The same where there are only two ways: up the aisle or down it.
const AISLE_TOLERANCE_DEG: f64 = 75.0;
/// What a person takes for the metres that were said: so much more or less, or this share of them.
const DISTANCE_TOLERANCE_M: f64 = 12.0;
const DISTANCE_TOLERANCE: f64 = 0.35;
/// What is so near is seen wherever it is, in metres.
const NEAR_M: f64 = 10.0;
/// What is so near to its way is beside it, in metres.
const BESIDE_M: f64 = 7.0;
/// What is in sight is walked to straight, but for columns and corners of stands: so much longer at most.
const DETOUR: f64 = 1.15;
const DETOUR_M: f64 = 4.0;
/// How finely it looks about on its way, in metres.
const LOOK_M: f64 = 0.5;

pub type Lost = String;

#[derive(Clone, Copy)]
pub struct Walker<'v> {
    conditions: Conditions<'v>,
    here: Spot,
    heading: Option<Point>,
    /// The aisle that it follows.
    aisle: Option<usize>,
}

/// Walks by `steps` from `from` to `to`, from each spot that fits the first sentence; the number of those spots.
pub fn replay<'v>(conditions: Conditions<'v>, from: Place<'v>, to: Place<'v>, steps: &[Step]) -> Result<usize, Lost> {
    let starts = spots(conditions.venue, conditions.graph, from);
    let mut why = String::new();
    let mut fitting = 0;
    for here in starts {
        let walker = Walker {
            conditions,
            here,
            heading: None,
            aisle: None,
        };
        match walker.walk(from, to, steps) {
            Ok(()) => fitting += 1,
            Err((step, lost)) => why = format!("{why}; step {}: {lost}", step + 1),
        }
    }
    if fitting > 0 { Ok(fitting) } else { Err(why) }
}

impl<'v> Walker<'v> {
    fn walk(mut self, from: Place<'v>, to: Place<'v>, steps: &[Step]) -> Result<(), (usize, Lost)> {
        for (i, pair) in steps.windows(2).enumerate() {
            let (step, next) = (&pair[0], &pair[1]);
            let at = |lost: Lost, here: Spot| (i, format!("{lost} @({:.1},{:.1})", here.1.x, here.1.y));
            self.perform(from, step).map_err(|lost| at(lost, self.here))?;
            self.walk_until(&step.cues, next, to)
                .map_err(|lost| at(lost, self.here))?;
        }
        let arrival = steps.last().ok_or((0, "no steps".to_owned()))?;
        self.arrive(to, &arrival.cues).map_err(|lost| (steps.len() - 1, lost))
    }

    /// The manoeuvre itself, made on the spot.
    fn perform(&mut self, from: Place<'v>, step: &Step) -> Result<(), Lost> {
        let cues = &step.cues;
        match step.maneuver {
            Maneuver::Depart => self.depart(from, cues)?,
            Maneuver::Enter => {
                for i in 0..cues.through.len() {
                    let beyond = (i + 1 == cues.through.len()).then_some(cues.into.as_ref()).flatten();
                    self.go_through(&cues.through[i], beyond, if i == 0 { cues.turn } else { None }, i > 0)?;
                }
                self.turn(cues.then);
            }
            ride if ride.is_ride() => {
                self.ride(cues)?;
                self.turn(cues.then);
            }
            turn => self.turn(Some(turn)),
        }
        self.follow_aisle(cues)
    }

    fn depart(&mut self, from: Place<'v>, cues: &Cues) -> Result<(), Lost> {
        let outward = self.outward_of(from);
        match cues.start {
            Some(Start::BackTo) => {
                self.heading = outward;
                self.turn(cues.then);
            }
            Some(Start::OnTheLeft) => self.heading = outward.map(|out| turned(out, 90.0)),
            Some(Start::OnTheRight) => self.heading = outward.map(|out| turned(out, -90.0)),
            _ => self.heading = None,
        }
        Ok(())
    }

    /// Away from what one stands before.
    fn outward_of(&self, place: Place<'v>) -> Option<Point> {
        match place {
            Place::Kiosk(kiosk) => {
                let (sin, cos) = kiosk.heading_deg.to_radians().sin_cos();
                Some(Point::new(-sin, -cos))
            }
            Place::Opening(opening) => {
                let along = unit(opening.from, opening.to)?;
                let across = Point::new(-along.y, along.x);
                let middle = opening.from.lerp(opening.to, 0.5);
                // Who stands in it has come in from outside: the side of a hall or concourse is ahead.
                let inside = self.venue().unit(opening.between.first()?)?;
                let inward = || {
                    let is_inside = inside.polygon.contains(moved(middle, across, 1.0));
                    Some(if is_inside { across } else { turned(across, 180.0) })
                };
                let away = unit(middle, self.here.1).or_else(inward)?;
                Some(if dot(across, away) < 0.0 {
                    turned(across, 180.0)
                } else {
                    across
                })
            }
            _ => {
                let outlines = self.outlines_of(&place.id());
                let nearest = outlines.into_iter().min_by(|a, b| {
                    a.distance_to_border(self.here.1)
                        .total_cmp(&b.distance_to_border(self.here.1))
                })?;
                unit(nearest.nearest_on_border(self.here.1), self.here.1)
            }
        }
    }

    fn turn(&mut self, by: Option<Maneuver>) {
        if let (Some(by), Some(heading)) = (by, self.heading) {
            self.heading = Some(turned(heading, nominal_deg(by)));
        }
    }

    /// Takes the aisle that is named, the way round that it faces.
    fn follow_aisle(&mut self, cues: &Cues) -> Result<(), Lost> {
        self.aisle = None;
        let Some(along) = &cues.along else { return Ok(()) };
        let name = self.name(along);
        let here = self.here.1;
        let aisle = self
            .aisles_named(&name)
            .into_iter()
            .filter(|&i| self.off_aisle(i, here) <= self.venue().aisles()[i].width_m / 2.0 + 9.0)
            .min_by(|&a, &b| self.off_aisle(a, here).total_cmp(&self.off_aisle(b, here)))
            .ok_or_else(|| format!("sees no {name} here"))?;
        let line = &self.venue().aisles()[aisle].line;
        let axis = unit(line[0], line[line.len() - 1]).ok_or("an aisle without length")?;
        self.heading = match self.heading {
            Some(heading) => {
                let ahead = if dot(axis, heading) < 0.0 {
                    turned(axis, 180.0)
                } else {
                    axis
                };
                let off = angle(heading, ahead);
                if off.abs() > AISLE_TOLERANCE_DEG {
                    return Err(format!("{name} is {off:.0}° off where it should turn to"));
                }
                Some(ahead)
            }
            None => {
                let ahead = self.told_ahead(cues);
                let ahead = ahead.ok_or_else(|| format!("does not know which way along {name}"))?;
                Some(if dot(axis, ahead) < 0.0 {
                    turned(axis, 180.0)
                } else {
                    axis
                })
            }
        };
        self.aisle = Some(aisle);
        Ok(())
    }

    /// The way that what it is told to walk towards, or past, leads.
    fn told_ahead(&self, cues: &Cues) -> Option<Point> {
        let here = self.here.1;
        let to = |id: &PlaceId| self.nearest_point_of(id).and_then(|there| unit(here, there));
        let past = cues.past.as_ref();
        let by = past.and_then(|past| {
            Some(turned(
                to(&past.place)?,
                if past.side == Side::Left { -90.0 } else { 90.0 },
            ))
        });
        cues.towards.as_ref().and_then(to).or(by)
    }

    /// Faces where it is told to walk, if it sees it.
    fn face_aim(&mut self, cues: &Cues) {
        if self.aisle.is_none() && self.heading.is_none() {
            self.heading = self.told_ahead(cues);
        }
    }

    /// Walks on until the next manoeuvre is to be made.
    fn walk_until(&mut self, cues: &Cues, next: &Step, to: Place<'v>) -> Result<(), Lost> {
        let said = cues.walk_m;
        let (what, candidates) = match (&next.cues.after, &next.cues.along, next.maneuver) {
            (_, _, Maneuver::Arrive) => ("the goal".to_owned(), self.fronts(to, next.cues.goal)),
            (_, _, Maneuver::Enter) => {
                let beyond = (next.cues.through.len() == 1)
                    .then_some(next.cues.into.as_ref())
                    .flatten();
                let doors = self.doors(&next.cues.through[0], beyond);
                (self.name(&next.cues.through[0]), self.told_doors(doors, next))
            }
            (_, _, maneuver) if maneuver.is_ride() => {
                let name = self.name(&next.cues.through[0]);
                (
                    name.clone(),
                    self.landings(&name).into_iter().map(|(_, spot)| spot).collect(),
                )
            }
            (Some(landmark), ..) => (
                self.name(&landmark.place),
                self.corners_of(&landmark.place, landmark.side, next.cues.bend),
            ),
            (None, Some(along), _) => {
                let name = self.name(along);
                self.face_aim(cues);
                let meets = match self.aisle {
                    Some(_) => self.crossing(&name, said).into_iter().collect(),
                    None => self.mouths(&name, said),
                };
                (name, meets)
            }
            (None, None, turn) if next.cues.bend == Some(Bend::Corner) => {
                self.face_aim(cues);
                ("the corner".to_owned(), self.corners(turn))
            }
            (None, None, _) => {
                self.face_aim(cues);
                let ahead = self.heading.ok_or("does not know which way to walk")?;
                (
                    "where the metres end".to_owned(),
                    self.on_floor(moved(self.here.1, ahead, said.unwrap_or(1.0)))
                        .into_iter()
                        .collect(),
                )
            }
        };
        // Corners look alike: one takes that where the metres end, straight on.
        let expected = self
            .heading
            .filter(|_| next.cues.bend == Some(Bend::Corner))
            .map(|ahead| moved(self.here.1, ahead, said.unwrap_or(0.0)));
        self.go_to_one_of(&what, &candidates, said, expected.unwrap_or(self.here.1))
    }

    /// Goes to one of some spots that fits what was said: the nearest to that point.
    fn go_to_one_of(
        &mut self,
        what: &str,
        candidates: &[Spot],
        said: Option<f64>,
        expected: Point,
    ) -> Result<(), Lost> {
        let mut why = format!("sees no {what}");
        let mut candidates: Vec<Spot> = candidates.to_vec();
        let off = |spot: &Spot| spot.1.distance(expected);
        candidates.sort_by(|a, b| off(a).total_cmp(&off(b)));
        for target in candidates {
            let straight = self.here.1.distance(target.1);
            let ahead = unit(self.here.1, target.1);
            let off = match (self.heading, ahead) {
                (Some(heading), Some(ahead)) if straight > NEAR_M => angle(heading, ahead),
                _ => 0.0,
            };
            if off.abs() > ANGLE_TOLERANCE_DEG {
                why = format!("{what} is {off:.0}° off where it should be");
                continue;
            }
            let Some(length) = self.length_to(target) else {
                why = format!("{what} is not in sight");
                continue;
            };
            let told = said.unwrap_or(0.0);
            if (length - told).abs() > (told * DISTANCE_TOLERANCE).max(DISTANCE_TOLERANCE_M) {
                why = format!("{what} is {length:.0} m off, not {told:.0}");
                continue;
            }
            self.here = target;
            if self.aisle.is_none() && straight > 2.0 {
                self.heading = ahead;
            }
            return Ok(());
        }
        Err(why)
    }

    /// Metres to walk to what is in sight; `None` if it is not.
    fn length_to(&self, target: Spot) -> Option<f64> {
        let straight = self.here.1.distance(target.1);
        if self.conditions.is_clear(self.here, target) {
            return Some(straight);
        }
        let hops = least_cost_way(self.conditions, &[self.here], &[target])?;
        let walks = hops
            .iter()
            .all(|hop| !matches!(hop.onward, Some((kind, _)) if kind != EdgeKind::Walk));
        let length: f64 = hops.iter().filter_map(|hop| hop.onward).map(|(_, length)| length).sum();
        (walks && length <= straight * DETOUR + DETOUR_M).then_some(length)
    }

    fn arrive(&self, to: Place<'v>, cues: &Cues) -> Result<(), Lost> {
        let goals = self.goals(to);
        let at_goal = goals
            .iter()
            .any(|goal| goal.0 == self.here.0 && goal.1.distance(self.here.1) < 0.5);
        if !at_goal {
            return Err("is not at the goal".to_owned());
        }
        let outlines = self.outlines_of(&to.id());
        let nearest = outlines.into_iter().min_by(|a, b| {
            a.distance_to_border(self.here.1)
                .total_cmp(&b.distance_to_border(self.here.1))
        });
        if let (Some(outline), Some(heading), Some(side)) = (nearest, self.heading, cues.goal)
            && let Some(there) = unit(self.here.1, outline.nearest_on_border(self.here.1))
        {
            let turn = angle(heading, there);
            let fits = match side {
                Side::Left => turn > 10.0,
                Side::Right => turn < -10.0,
                Side::Ahead => turn.abs() < 80.0,
            };
            if !fits {
                return Err(format!("the goal is {turn:.0}° off, not {side:?}"));
            }
        }
        Ok(())
    }

    /// Where one is at the goal; before a door, on either side of it.
    fn goals(&self, to: Place<'v>) -> Vec<Spot> {
        let graph = self.conditions.graph;
        let mut goals = spots(self.venue(), graph, to);
        if let Place::Opening(goal) = to {
            let sides = graph.nodes().filter(|(_, node)| match node.kind {
                NodeKind::Threshold { opening } => self.venue().openings()[opening].id == goal.id,
                _ => false,
            });
            goals.extend(sides.map(|(_, node)| (node.floor, node.point)));
        }
        goals
    }

    /// Where one stands at the goal: of several fronts, those that are at the hand that is told.
    fn fronts(&self, to: Place<'v>, side: Option<Side>) -> Vec<Spot> {
        let fronts = self.goals(to);
        let arrived = |spot: &Spot| {
            let heading = match self.aisle {
                Some(_) => self.heading,
                None => unit(self.here.1, spot.1)
                    .filter(|_| self.here.1.distance(spot.1) > 2.0)
                    .or(self.heading),
            };
            Self {
                here: *spot,
                heading,
                ..*self
            }
        };
        let fitting = fronts.iter().filter(|spot| {
            let cues = Cues {
                goal: side,
                ..Cues::default()
            };
            spot.0 == self.here.0 && arrived(spot).arrive(to, &cues).is_ok()
        });
        let fitting: Vec<Spot> = fitting.copied().collect();
        if fitting.is_empty() { fronts } else { fitting }
    }

    fn go_through(
        &mut self,
        id: &PlaceId,
        beyond: Option<&PlaceId>,
        turn: Option<Maneuver>,
        must_walk: bool,
    ) -> Result<(), Lost> {
        let doors = self.doors(id, beyond);
        if must_walk {
            let here: Vec<Spot> = doors.iter().map(|(_, here, _)| *here).collect();
            let ahead = self.heading;
            let nearest = here.iter().filter(|spot| {
                let Some(ahead) = ahead else { return true };
                unit(self.here.1, spot.1).is_none_or(|there| angle(ahead, there).abs() <= ANGLE_TOLERANCE_DEG)
            });
            let target = nearest
                .filter_map(|&spot| Some((self.length_to(spot)?, spot)))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let before = self.here.1;
            self.here = target.ok_or("sees no next door")?.1;
            if before.distance(self.here.1) > 2.0 {
                self.heading = unit(before, self.here.1);
            }
        }
        let (index, _, there) = *doors
            .iter()
            .min_by(|a, b| a.1.1.distance(self.here.1).total_cmp(&b.1.1.distance(self.here.1)))
            .ok_or("sees no such door")?;
        let opening = &self.venue().openings()[index];
        let along = unit(opening.from, opening.to).ok_or("a door without width")?;
        let across = Point::new(-along.y, along.x);
        let inward = Point::new(there.1.x - self.here.1.x, there.1.y - self.here.1.y);
        let across = if dot(across, inward) < 0.0 {
            turned(across, 180.0)
        } else {
            across
        };
        let before = self.heading;
        if let (Some(before), Some(turn)) = (before, turn) {
            let off = angle(turned(before, nominal_deg(turn)), across);
            if off.abs() > ANGLE_TOLERANCE_DEG {
                return Err(format!("the door is {off:.0}° off where it should turn to"));
            }
        }
        // Without a turn, one goes on as one came, even aslant.
        self.heading = match (before, turn) {
            (Some(before), None) if angle(before, across).abs() < 75.0 => Some(before),
            _ => Some(across),
        };
        self.here = there;
        Ok(())
    }

    fn ride(&mut self, cues: &Cues) -> Result<(), Lost> {
        let name = self.name(&cues.through[0]);
        let landings = self.landings(&name);
        let nearest = landings
            .iter()
            .min_by(|a, b| a.1.1.distance(self.here.1).total_cmp(&b.1.1.distance(self.here.1)));
        let &(index, on) = nearest.ok_or_else(|| format!("sees no {name}"))?;
        let level = cues.into.as_ref().ok_or("does not know to which level")?;
        let connector = &self.venue().connectors()[index];
        let end = connector
            .ends
            .iter()
            .find(|end| PlaceId::from(&end.level) == *level)
            .ok_or("it does not go there")?;
        let off = self
            .conditions
            .graph
            .floors()
            .nearest(&end.level, end.point, 2.5)
            .ok_or("no floor up there")?;
        self.here = off;
        self.heading = if connector.kind == ConnectorKind::Lift || on.1.distance(off.1) <= 1.0 {
            end.footprint
                .as_ref()
                .and_then(|footprint| unit(footprint.centroid(), off.1))
        } else {
            unit(on.1, off.1)
        };
        Ok(())
    }
}
