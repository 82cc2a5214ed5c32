//! How far many places are: one search from where one stands, whatever the number of places.

use super::cost::Cost;
use super::engine::{Field, Toward};
use super::free_way::{direct as straight, join, seen};
use super::graph::{NavGraph, NodeId};
use super::instructions::measure;
use super::search::{Conditions, Situation, least_cost_way};
use super::stops::{Spot, spot_near, spots};
use super::time::{Clock, moment};
use super::{NoWay, Profile, Stop, no_way};
use crate::order;
use crate::venue::{LocalTime, PlaceId, Venue};

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
    /// stand at a place. One search for each of `from` while nothing is closed or crowded, and otherwise one for each walk that is hit. A walk there and a walk back may
    /// differ: escalators run one way.
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
        let end = |stop: &Stop| Ok(End::of(conditions, self.spots_at(venue, stop)?));
        let targets: Vec<End> = to.iter().map(end).collect::<Result<_, _>>()?;
        let engine = conditions.engine();
        let sources = from.iter().map(|stop| {
            let source = end(stop)?;
            let field = now
                .is_free()
                .then(|| Field::of(&engine, Toward::Elsewhere, &source.seen));
            let duration = |target: &End| match &field {
                Some(field) => {
                    let straight = straight(conditions, &source.spots, &target.spots).map(|(cost, ..)| cost);
                    [straight, field.between(&target.seen)].into_iter().flatten().min()
                }
                None => least_cost_way(conditions, &source.spots, &target.spots).map(|hops| measure(&hops).1),
            };
            Ok(targets.iter().map(duration).collect())
        });
        sources.collect()
    }

    /// `places` by the time of the walk there from `from`, near ones first; those without a way come last. Places equally near keep their order.
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

/// A stop as a way begins or ends there.
struct End {
    spots: Vec<Spot>,
    /// The nodes that it sees, and what the walk between takes.
    seen: Vec<(NodeId, Cost)>,
}

impl End {
    fn of(conditions: Conditions<'_>, spots: Vec<Spot>) -> Self {
        let seen = seen(&join(conditions, &spots));
        Self { spots, seen }
    }
}

#[cfg(test)]
mod tests;
