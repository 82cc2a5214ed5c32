//! How far many places are: one search from where one stands, whatever the number of places.

use super::cost::Cost;
use super::engine::{Field, Toward};
use super::free_way::{direct as straight, join, seen};
use super::graph::{NavGraph, NodeId};
use super::search::{Conditions, Situation, onward, reach};
use super::stops::{Spot, spot_near, spots};
use super::time::{Clock, moment};
use super::{NoWay, Profile, Stop, no_way};
use crate::order;
use crate::venue::{LocalTime, PlaceId, Venue};
use pathfinding::directed::dijkstra::dijkstra_reach;
use std::collections::BTreeMap;

/// Who walks, and what is closed meanwhile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walker {
    pub profile: Profile,
    /// The person's own speed on the level in metres a second, instead of the profile's.
    pub speed_m_s: Option<f64>,
    /// Openings, connectors, aisles, units or amenities, beside what the venue's live file says.
    pub closed: Vec<PlaceId>,
    /// When all the walks take place. What is closed at any time between both is closed for all of them, so that they hold whenever they are walked;
    /// without times, what has a beginning is not known to have begun.
    pub during: Option<(LocalTime, LocalTime)>,
}

/// A place, and how long the walk there takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    pub place: PlaceId,
    /// Milliseconds; `None` if there is no way.
    pub duration: Option<Cost>,
}

impl NavGraph {
    /// The walking durations from each of `from` to each of `to`, a row for each of `from`, in milliseconds; `None` where there is no way, or where nobody can
    /// stand at a place. One search for each of `from`. A walk there and a walk back may differ: escalators run one way.
    ///
    /// It is what the search minimises. A drawn route passes wide openings a little more directly, so that it may take a little less.
    ///
    /// # Errors
    /// A place or a closure that the venue does not have, or a speed that nobody walks at.
    pub fn durations(
        &self,
        venue: &Venue,
        from: &[Stop],
        to: &[Stop],
        walker: &Walker,
    ) -> Result<Vec<Vec<Option<Cost>>>, NoWay> {
        let clock = match &walker.during {
            None => Clock::Unknown,
            Some((from, until)) => Clock::During(moment(from), moment(until)),
        };
        let who = (walker.profile, walker.speed_m_s);
        let now = Situation::new((venue, self), who, &walker.closed, clock)?;
        let conditions = Conditions {
            venue,
            graph: self,
            now: &now,
        };
        if now.is_free() {
            return self.free_durations(conditions, from, to);
        }
        let end = |stop: &Stop| Ok(End::of(conditions, self.spots_at(venue, stop)?));
        let targets: Vec<End> = to.iter().map(end).collect::<Result<_, _>>()?;
        let sources = from.iter().map(|stop| {
            // A matrix has each stop as a target, too: what it sees is known then.
            let known = to.iter().position(|other| other == stop);
            let source = known.map_or_else(|| end(stop), |i| Ok(targets[i].clone()))?;
            Ok(one_to_many(conditions, &source, &targets))
        });
        sources.collect()
    }

    /// The same while nothing is closed or crowded: nothing is searched.
    fn free_durations(
        &self,
        conditions: Conditions<'_>,
        from: &[Stop],
        to: &[Stop],
    ) -> Result<Vec<Vec<Option<Cost>>>, NoWay> {
        let engine = conditions.engine();
        let end = |stop: &Stop| {
            let spots = self.spots_at(conditions.venue, stop)?;
            let seen = seen(&join(conditions, &spots));
            Ok((spots, seen))
        };
        let targets: Vec<_> = to.iter().map(end).collect::<Result<_, _>>()?;
        let sources = from.iter().map(|stop| {
            let (spots, seen) = end(stop)?;
            let field = Field::of(&engine, Toward::Elsewhere, &seen);
            let durations = targets.iter().map(|(goal, goal_seen)| {
                let straight = straight(conditions, &spots, goal).map(|(cost, ..)| cost);
                [straight, field.between(goal_seen)].into_iter().flatten().min()
            });
            Ok(durations.collect())
        });
        sources.collect()
    }

    /// `places` by the time of the walk there from `from`, near ones first; those without a way come last. Places equally near keep their order. One
    /// search for all of them.
    ///
    /// # Errors
    /// A place or a closure that the venue does not have, or that nobody can stand at `from`.
    pub fn by_walking_time(
        &self,
        venue: &Venue,
        from: &Stop,
        places: &[PlaceId],
        walker: &Walker,
    ) -> Result<Vec<Walk>, NoWay> {
        if self.spots_at(venue, from)?.is_empty() {
            let place = match from {
                Stop::Place { place } => Some(place),
                Stop::Point { .. } => None,
            };
            return Err(no_way::walled_in(venue, place));
        }
        let stop = |place: &PlaceId| Stop::Place { place: place.clone() };
        let stops: Vec<Stop> = places.iter().map(stop).collect();
        let durations = self.durations(venue, std::slice::from_ref(from), &stops, walker)?;
        let walk = |(place, duration): (&PlaceId, Option<Cost>)| Walk {
            place: place.clone(),
            duration,
        };
        let mut walks: Vec<Walk> = places.iter().zip(durations.into_iter().flatten()).map(walk).collect();
        order::sort_by_key(&mut walks, |walk| (walk.duration.is_none(), walk.duration));
        Ok(walks)
    }

    pub(super) fn spots_at(&self, venue: &Venue, stop: &Stop) -> Result<Vec<Spot>, NoWay> {
        match stop {
            Stop::Place { place: id } => {
                let place = venue.place(id).ok_or_else(|| no_way::unknown(id))?;
                Ok(spots(venue, self, place))
            }
            Stop::Point { level, point } => Ok(spot_near(self, level, *point).into_iter().collect()),
        }
    }
}

/// A stop as a search begins or ends there.
#[derive(Clone)]
struct End {
    spots: Vec<Spot>,
    /// The nodes that one walk joins to it, and its cost: from here, and to here.
    out: BTreeMap<NodeId, (Cost, Spot)>,
    back: BTreeMap<NodeId, (Cost, Spot)>,
}

impl End {
    fn of(conditions: Conditions<'_>, spots: Vec<Spot>) -> Self {
        Self {
            out: reach(conditions, &spots, Toward::Elsewhere),
            back: reach(conditions, &spots, Toward::It),
            spots,
        }
    }
}

/// Dijkstra's search (1959) from `source` until no target can come nearer.
fn one_to_many(conditions: Conditions<'_>, source: &End, targets: &[End]) -> Vec<Option<Cost>> {
    let mut best: Vec<Option<Cost>> = targets
        .iter()
        .map(|target| direct(conditions, source, target))
        .collect();
    // From each node, which targets are one walk away.
    let mut ends_at: BTreeMap<NodeId, Vec<(usize, Cost)>> = BTreeMap::new();
    for (i, target) in targets.iter().enumerate() {
        for (&node, &(cost, _)) in &target.back {
            ends_at.entry(node).or_default().push((i, cost));
        }
    }
    let successors = |at: &Option<NodeId>| -> Vec<(Option<NodeId>, Cost)> {
        match *at {
            None => source
                .out
                .iter()
                .map(|(&node, &(cost, _))| (Some(node), cost))
                .collect(),
            Some(node) => onward(conditions, node)
                .map(|(next, passage)| (Some(next), passage.cost))
                .collect(),
        }
    };
    let mut farthest = farthest_known(&best);
    for reached in dijkstra_reach(&None, successors) {
        // Nodes come near ones first: from here on nothing is nearer than this.
        if farthest.is_some_and(|cost| cost <= reached.total_cost) {
            break;
        }
        let Some(ends) = reached.node.and_then(|node| ends_at.get(&node)) else {
            continue;
        };
        for &(i, last) in ends {
            let cost = reached.total_cost + last;
            best[i] = Some(best[i].map_or(cost, |known| known.min(cost)));
        }
        farthest = farthest_known(&best);
    }
    best
}

/// The cost of the farthest target; `None` while there is one that no way is known to.
fn farthest_known(best: &[Option<Cost>]) -> Option<Cost> {
    best.iter()
        .try_fold(0, |farthest: Cost, cost| Some(farthest.max((*cost)?)))
}

/// Straight from a spot of the one to a spot of the other.
fn direct(conditions: Conditions<'_>, from: &End, to: &End) -> Option<Cost> {
    let pairs = from.spots.iter().flat_map(|&a| to.spots.iter().map(move |&b| (a, b)));
    let clear = pairs.filter(|&(a, b)| conditions.is_clear(a, b));
    clear.filter_map(|(a, b)| Some(conditions.walk(a, b)?.cost)).min()
}

#[cfg(test)]
mod tests;
