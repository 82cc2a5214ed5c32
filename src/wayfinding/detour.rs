//! A route in use and a venue that has changed: is the route hit, by what, and what is there instead.

use super::conditions::{Conditions, Situation};
use super::cost;
use super::graph::{EdgeKind, NavGraph};
use super::naming::{in_each, is_chinese, place_name};
use super::time::{BanId, Clock, Moment, moment};
use super::{Ban, Detour, NoWay, Route, RoutePoint, RouteRequest, When, bans};
use crate::venue::{Aisle, LocalText, PlaceId, Point, Unit, Venue};

impl NavGraph {
    /// Whether a ban of `venue`, in its new state, or of the request hits the route that was `accepted` for the same request; and what is there instead.
    /// `None` if the accepted route still holds. A person on the way asks from where they are, with the rest of their route.
    ///
    /// # Errors
    /// Why there is no way any more, in words for the person.
    pub fn detour(&self, venue: &Venue, request: &RouteRequest, accepted: &Route) -> Result<Option<Detour>, NoWay> {
        let depart = match (&request.when, &accepted.depart) {
            (None, _) => None,
            (Some(When::DepartAt(time)), _) | (Some(When::ArriveBy(_)), Some(time)) => Some(moment(time)),
            (Some(When::ArriveBy(time)), None) => Some(moment(time).saturating_sub(millis(accepted.duration_s))),
        };
        let walker = (request.profile, request.speed_m_s);
        let clock = depart.map_or(Clock::Unknown, Clock::DepartAt);
        let now = Situation::new((venue, self), walker, &request.closed, clock)?;
        let conditions = Conditions {
            venue,
            graph: self,
            now: &now,
        };
        let Some((ban, at)) = hit(conditions, accepted, depart) else {
            return Ok(None);
        };
        let route = self.route(venue, request)?;
        let ban = bans::told(conditions, ban, at);
        let extra_s = route.duration_s - accepted.duration_s;
        let via = by_way_of(venue, accepted, &route);
        let text = sentence(&ban, accepted, &route, via.as_ref(), at);
        Ok(Some(Detour {
            route,
            ban,
            extra_s,
            via,
            text,
        }))
    }
}

/// The first ban that whoever walks the route meets, and when; `None` if there is none.
fn hit(conditions: Conditions<'_>, route: &Route, depart: Option<Moment>) -> Option<(BanId, Option<Moment>)> {
    let mut now = depart.unwrap_or(0);
    for (i, pair) in route.points.windows(2).enumerate() {
        let (a, b) = (Point::new(pair[0].x, pair[0].y), Point::new(pair[1].x, pair[1].y));
        let through = route.passages.iter().find(|through| through.point == i);
        let kind = through.map_or(Some(EdgeKind::Walk), |through| {
            kind(conditions.venue, &through.place, pair)
        })?;
        let waits = route.waits.iter().filter(|wait| wait.point == i);
        now += waits.map(|wait| millis(wait.duration_s)).sum::<Moment>();
        let takes = match through {
            Some(through) => millis(through.duration_s),
            None => cost::walk(
                conditions.now.ability,
                conditions.now.crowds.effective_m(&pair[0].level, a, b),
            ),
        };
        let shut = conditions
            .now
            .closures
            .shut(kind, (&pair[0].level, a), (&pair[1].level, b));
        // A millisecond on both sides is lost to the rounding of routes to millimetres.
        let met = |from: Moment| shut.iter().find(|shut| shut.hits(from + 1, takes.saturating_sub(2)));
        if let Some(shut) = met(now) {
            return Some((shut.by, depart.map(|_| now)));
        }
        now += takes;
    }
    None
}

fn kind(venue: &Venue, place: &PlaceId, ends: &[RoutePoint]) -> Option<EdgeKind> {
    if let Some(opening) = venue.openings().iter().position(|it| it.id.as_str() == place.as_str()) {
        return Some(EdgeKind::Opening(opening));
    }
    let connector = venue
        .connectors()
        .iter()
        .position(|it| it.id.as_str() == place.as_str())?;
    let elevation = |i: usize| venue.level(&ends[i].level).map(|level| level.elevation_m);
    let rise_m = elevation(1)? - elevation(0)?;
    Some(EdgeKind::Connector { connector, rise_m })
}

/// Something on the new route that is not on the old one, as people know their way by it: a hall or room, then a connector or a named opening, then an
/// aisle.
fn by_way_of(venue: &Venue, old: &Route, new: &Route) -> Option<LocalText> {
    let goal = new.points.last().and_then(|point| unit_at(venue, point));
    let is_new = |unit: &&Unit| {
        let through = |route: &Route| {
            route
                .points
                .iter()
                .any(|point| unit_at(venue, point).is_some_and(|it| it.id == unit.id))
        };
        goal.is_none_or(|goal| goal.id != unit.id) && !through(old)
    };
    if let Some(unit) = new.points.iter().filter_map(|point| unit_at(venue, point)).find(is_new) {
        return Some(unit.name.clone());
    }
    let ways = new.passages.iter().map(|through| &through.place);
    let other = ways.filter(|place| !old.passages.iter().any(|through| through.place == **place));
    let mut places = other.filter_map(|id| venue.place(id));
    if let Some(place) = places.next() {
        return Some(place_name(venue, place));
    }
    let along = |route: &Route, aisle: &Aisle| {
        let level = venue.unit(&aisle.unit).map(|unit| &unit.level);
        let strips: Vec<_> = super::area::strips(venue, aisle).collect();
        route.points.windows(2).any(|pair| {
            let (a, b) = (Point::new(pair[0].x, pair[0].y), Point::new(pair[1].x, pair[1].y));
            let inside = strips
                .iter()
                .flat_map(|(zone, ..)| zone.parts_inside(&pair[0].level, a, b));
            let share: f64 = inside.map(|(from, to)| to - from).sum();
            level == Some(&pair[1].level) && share * a.distance(b) > 2.0 * aisle.width_m
        })
    };
    let aisles = venue.aisles().iter();
    let aisle = aisles
        .filter(|aisle| !along(old, aisle))
        .find(|aisle| along(new, aisle));
    aisle.map(|aisle| aisle.name.clone())
}

fn unit_at<'v>(venue: &'v Venue, point: &RoutePoint) -> Option<&'v Unit> {
    venue.unit_at(&point.level, Point::new(point.x, point.y))
}

/// "Detour by Hall 4: Aisle C is closed until 14:00, +2 min." Or the way stays the same, and one waits or sets out earlier.
fn sentence(ban: &Ban, accepted: &Route, route: &Route, via: Option<&LocalText>, now: Option<Moment>) -> LocalText {
    let waits: f64 = route.waits.iter().map(|wait| wait.duration_s).sum();
    let earlier = route
        .depart
        .as_ref()
        .filter(|depart| accepted.depart.as_ref() > Some(depart));
    let extra = spoken_minutes(route.duration_s - accepted.duration_s);
    let waits = spoken_minutes(waits);
    in_each(|language| {
        let clause = bans::clause(ban, now, language);
        let via = via.map_or("", |via| via.in_language(language));
        let chinese = is_chinese(language);
        let (what, price) = match (&waits, earlier, &extra) {
            (Some(wait), _, _) if chinese => (format!("等候{wait}分钟"), None),
            (Some(wait), _, _) => (format!("A wait of {wait} min"), None),
            (None, Some(depart), None) if chinese => (format!("请于{}出发", depart.time()), None),
            (None, Some(depart), None) => (format!("Set out at {}", depart.time()), None),
            (None, _, extra) if chinese => (
                format!("改道{}{via}", if via.is_empty() { "" } else { "经" }),
                extra.as_ref(),
            ),
            (None, _, extra) => (
                format!("Detour{}{via}", if via.is_empty() { "" } else { " by " }),
                extra.as_ref(),
            ),
        };
        match (price, chinese) {
            (None, false) => format!("{what}: {clause}."),
            (None, true) => format!("{what}：{clause}。"),
            (Some(minutes), false) => format!("{what}: {clause}, +{minutes} min."),
            (Some(minutes), true) => format!("{what}：{clause}，多用{minutes}分钟。"),
        }
    })
}

/// Whole minutes; `None` for less than half of one, which is nothing to speak of.
fn spoken_minutes(seconds: f64) -> Option<String> {
    let minutes = (seconds / 60.0).round();
    (minutes >= 1.0).then(|| minutes.to_string())
}

fn millis(seconds: f64) -> Moment {
    (seconds * 1000.0).round() as Moment
}
