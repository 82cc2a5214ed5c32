//! A request → a route, or why there is none.

use super::closures::Closures;
use super::graph::NavGraph;
use super::instructions::{End, measure, steps};
use super::line::straighten;
use super::naming::{in_each, level_name, place_name};
use super::route::to_mm;
use super::search::{Conditions, Hop, least_cost_way};
use super::stops::{Spot, spot_near, spots};
use super::{Leg, NoWay, Route, RoutePoint, RouteRequest, Stop, cost, no_way};
use crate::venue::{LocalText, Place, Venue};

/// A stop, found in the venue.
struct Found<'v> {
    place: Option<Place<'v>>,
    name: LocalText,
    spots: Vec<Spot>,
}

impl NavGraph {
    /// The way of least cost that the request allows. `venue` is the one that the graph was derived from.
    ///
    /// # Errors
    /// Why there is no way, in words for the person.
    pub fn route(&self, venue: &Venue, request: &RouteRequest) -> Result<Route, NoWay> {
        let closures = Closures::resolve(venue, &request.closed).map_err(|id| no_way::unknown(&id))?;
        let conditions = Conditions {
            venue,
            graph: self,
            profile: request.profile,
            closures: &closures,
        };
        let from = self.find(venue, &request.from)?;
        let to = self.find(venue, &request.to)?;
        let hops = least_cost_way(conditions, &from.spots, &to.spots)
            .ok_or_else(|| no_way::explain(conditions, request, &from.spots, &to.spots))?;
        let hops = straighten(conditions, hops);
        Ok(describe(conditions, &hops, &from, &to))
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

fn describe(conditions: Conditions<'_>, hops: &[Hop], from: &Found<'_>, to: &Found<'_>) -> Route {
    let (distance_m, cost) = measure(conditions, hops);
    let distance_m = to_mm(distance_m);
    let duration_s = cost::seconds(cost);
    let points = hops
        .iter()
        .map(|hop| RoutePoint {
            x: to_mm(hop.spot.1.x),
            y: to_mm(hop.spot.1.y),
            level: conditions.graph.floors().get(hop.spot.0).level.clone(),
        })
        .collect();
    let start = End::of(conditions.venue, &from.name, from.place, hops.first());
    let goal = End::of(conditions.venue, &to.name, to.place, hops.last());
    let steps = steps(conditions, hops, &start, &goal);
    let leg = Leg {
        from: from.name.clone(),
        to: to.name.clone(),
        distance_m,
        duration_s,
        steps,
    };
    Route {
        profile: conditions.profile,
        distance_m,
        duration_s,
        legs: vec![leg],
        points,
    }
}
