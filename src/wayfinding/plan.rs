//! A request → a route, or why there is none.

use super::conditions::{Conditions, Situation};
use super::graph::{EdgeKind, NavGraph};
use super::instructions::{End, measure, steps};
use super::naming::{in_each, level_name, place_name};
use super::route::to_mm;
#[cfg(feature = "cli")]
use super::search::plain_way;
use super::search::{Hop, least_cost_way};
use super::stops::{Spot, spot_near, spots};
use super::time::{Clock, minute_from, minute_of, moment};
use super::trip::Trip;
use super::{Leg, NoWay, Route, RoutePoint, RouteRequest, Stop, Through, When, cost, no_way};
use crate::venue::{LocalText, Place, Venue};

/// A stop, found in the venue.
struct Found<'v> {
    place: Option<Place<'v>>,
    name: LocalText,
    spots: Vec<Spot>,
}

impl NavGraph {
    /// The way of least cost that the request and the venue's live file allow. `venue` is the one that the graph was derived from, in whatever state.
    ///
    /// # Errors
    /// Why there is no way, in words for the person.
    pub fn route(&self, venue: &Venue, request: &RouteRequest) -> Result<Route, NoWay> {
        self.route_by(least_cost_way, venue, request)
    }

    /// Like [`route`](Self::route), by plain A\*: what tests and measurements compare it with.
    ///
    /// # Errors
    /// As [`route`](Self::route).
    #[cfg(feature = "cli")]
    pub fn route_plainly(&self, venue: &Venue, request: &RouteRequest) -> Result<Route, NoWay> {
        self.route_by(plain_way, venue, request)
    }

    fn route_by(
        &self,
        search: impl Fn(Conditions<'_>, &[Spot], &[Spot]) -> Option<Vec<Hop>>,
        venue: &Venue,
        request: &RouteRequest,
    ) -> Result<Route, NoWay> {
        let clock = match &request.when {
            None => Clock::Unknown,
            Some(When::DepartAt(time)) => Clock::DepartAt(moment(time)),
            Some(When::ArriveBy(time)) => Clock::ArriveBy(moment(time)),
        };
        let walker = (request.profile, request.speed_m_s);
        let now = Situation::new((venue, self), walker, &request.closed, clock)?;
        let conditions = Conditions {
            venue,
            graph: self,
            now: &now,
        };
        let from = self.find(venue, &request.from)?;
        let to = self.find(venue, &request.to)?;
        let trip = search(conditions, &from.spots, &to.spots)
            .and_then(|hops| Trip::along(conditions, hops))
            .ok_or_else(|| no_way::explain(conditions, &from.spots, &to.spots))?;
        if let Some(ban) = trip.waits_too_long_for() {
            return Err(no_way::closed(conditions, &[ban]));
        }
        Ok(describe(conditions, &trip, &from, &to))
    }

    fn find<'v>(&self, venue: &'v Venue, stop: &Stop) -> Result<Found<'v>, NoWay> {
        match stop {
            Stop::Place { place: id } => {
                let place = venue.place(id).ok_or_else(|| no_way::unknown(id))?;
                let spots = spots(venue, self, place);
                if spots.is_empty() {
                    return Err(no_way::walled_in(venue, Some(id)));
                }
                Ok(Found {
                    place: Some(place),
                    name: place_name(venue, place),
                    spots,
                })
            }
            Stop::Point { level, point } => {
                let spot = spot_near(self, level, *point).ok_or_else(|| no_way::walled_in(venue, None))?;
                let level = level_name(venue, level);
                let name = in_each(|language| match level.in_language(language) {
                    level if super::naming::is_chinese(language) => format!("地图上的位置（{level}）"),
                    level => format!("the point on the map ({level})"),
                });
                Ok(Found {
                    place: None,
                    name,
                    spots: vec![spot],
                })
            }
        }
    }
}

fn describe(conditions: Conditions<'_>, trip: &Trip, from: &Found<'_>, to: &Found<'_>) -> Route {
    let hops = trip.hops.as_slice();
    let (distance_m, cost) = measure(hops);
    let distance_m = to_mm(distance_m);
    let duration_s = cost::seconds(cost);
    let points = hops.iter().map(|hop| RoutePoint {
        x: to_mm(hop.spot.1.x),
        y: to_mm(hop.spot.1.y),
        level: conditions.level(hop.spot.0).clone(),
    });
    let passages = hops.iter().enumerate().filter_map(|(point, hop)| {
        let place = match hop.onward?.0 {
            EdgeKind::Walk => return None,
            EdgeKind::Opening(index) => (&conditions.venue.openings()[index].id).into(),
            EdgeKind::Connector { connector, .. } => (&conditions.venue.connectors()[connector].id).into(),
        };
        let duration_s = cost::seconds(hop.cost);
        Some(Through {
            point,
            place,
            duration_s,
        })
    });
    let start = End::of(conditions.venue, &from.name, from.place, hops.first());
    let goal = End::of(conditions.venue, &to.name, to.place, hops.last());
    let leg = Leg {
        from: from.name.clone(),
        to: to.name.clone(),
        distance_m,
        duration_s,
        steps: steps(conditions, hops, &start, &goal),
    };
    Route {
        profile: conditions.now.profile,
        distance_m,
        duration_s,
        depart: trip.depart.and_then(minute_of),
        arrive: trip.arrive.and_then(minute_from),
        legs: vec![leg],
        points: points.collect(),
        passages: passages.collect(),
        waits: trip.waits(conditions),
        crowded: trip.is_crowded(conditions),
    }
}
