//! A day's plan, and the line of its walk.

use super::{DayOutcome, DayWish, GuideEvent, OpenVenue};
use crate::directory::Hit;
use crate::itinerary::day::{DayPlan, DayRequest, NoDay, plan_day};
use crate::itinerary::{BadRequest, MOST_ITEMS};
use crate::venue::{Place, PlaceId, SessionId};
use crate::wayfinding::{RoutePoint, RouteRequest, Stop, Walker, When};

impl OpenVenue {
    pub(super) fn plan_day(&self, wish: &DayWish) -> GuideEvent {
        let venue = &self.venue;
        let known = wish.stops.iter().filter_map(|stop| venue.place(&stop.place));
        let stops = known.map(|place| self.day_line(place, &wish.language));
        let wished = wish.stops.iter().map(|stop| &stop.place);
        let cancelled = wished.filter(|id| venue.is_cancelled(&SessionId::new(id.as_str())));
        GuideEvent::DayAnswered {
            stops: stops.collect(),
            cancelled: cancelled.cloned().collect(),
            outcome: self.day_outcome(wish),
        }
    }

    /// A session's times stand in the plan: its line says only where it is.
    fn day_line(&self, place: Place, language: &str) -> Hit {
        let hit = self.directory.hit(&self.venue, place, language);
        match place {
            Place::Session(session) => Hit {
                subtitle: self
                    .venue
                    .unit(&session.room)
                    .map(|room| room.name.in_language(language).to_owned())
                    .unwrap_or_default(),
                ..hit
            },
            _ => hit,
        }
    }

    /// Stops that do not exist and cancelled sessions are left out: the page says so, and the others can still be had.
    fn day_outcome(&self, wish: &DayWish) -> DayOutcome {
        let venue = &self.venue;
        let (mut stops, mut sessions) = (Vec::new(), Vec::new());
        for stop in &wish.stops {
            match venue.place(&stop.place) {
                Some(Place::Session(session)) if venue.is_cancelled(&session.id) => {}
                Some(Place::Session(session)) => sessions.push(session.id.clone()),
                Some(_) => stops.push(stop.clone()),
                None => {}
            }
        }
        let request = DayRequest {
            from: wish.from.clone(),
            end: None,
            stops,
            sessions,
            breaks: Vec::new(),
            precedence: self.own_order(wish),
            accepted: self.accepted_order(wish),
            depart: wish.depart.clone(),
            until: wish.until.clone(),
            walker: Walker {
                profile: wish.profile,
                speed_m_s: wish.speed_m_s,
                ..Walker::default()
            },
        };
        match plan_day(venue, self.nav_graph(), &request) {
            Ok(plan) => {
                let order = plan.visits.iter().map(|visit| visit.place.clone()).collect();
                *self.accepted_day.borrow_mut() = Some((wish.clone(), order));
                self.planned(plan, wish)
            }
            Err(no_day) => no_day.into(),
        }
    }

    /// Each stop before the next, if they are to be visited in their order.
    fn own_order(&self, wish: &DayWish) -> Vec<(PlaceId, PlaceId)> {
        if !wish.in_order {
            return Vec::new();
        }
        let places = wish.stops.iter().map(|stop| &stop.place);
        let known = places.filter(|&place| match self.venue.place(place) {
            Some(Place::Session(session)) => !self.venue.is_cancelled(&session.id),
            place => place.is_some(),
        });
        let next = known.clone().skip(1);
        known
            .zip(next)
            .map(|(place, next)| (place.clone(), next.clone()))
            .collect()
    }

    /// The order that was planned last, if this is the same day, be it with more stops; none otherwise.
    fn accepted_order(&self, wish: &DayWish) -> Vec<PlaceId> {
        let accepted = self.accepted_day.borrow();
        let same_day = |before: &DayWish| {
            (&before.from, &before.depart) == (&wish.from, &wish.depart)
                && before.in_order == wish.in_order
                && (before.profile, before.speed_m_s) == (wish.profile, wish.speed_m_s)
                && before.stops.iter().all(|stop| wish.stops.contains(stop))
        };
        let order = accepted.as_ref().filter(|(before, _)| same_day(before));
        order.map(|(_, order)| order.clone()).unwrap_or_default()
    }

    /// Each leg begins where the one before it ends, so that the line is one.
    fn planned(&self, plan: DayPlan, wish: &DayWish) -> DayOutcome {
        let place = |place: &PlaceId| Stop::Place { place: place.clone() };
        let mut points: Vec<RoutePoint> = Vec::new();
        let mut arrivals = Vec::new();
        let mut leaves = &plan.depart;
        for visit in &plan.visits {
            let from = points.last().map_or_else(|| wish.from.clone(), stop_at);
            let request = RouteRequest {
                profile: wish.profile,
                speed_m_s: wish.speed_m_s,
                when: Some(When::DepartAt(leaves.clone())),
                ..RouteRequest::between(from, place(&visit.place))
            };
            leaves = &visit.end;
            // The plan has walked there, so there is a way.
            if let Ok(route) = self.nav_graph().route(&self.venue, &request) {
                points.extend(route.points);
            }
            arrivals.push(points.len().saturating_sub(1));
        }
        DayOutcome::Planned { plan, points, arrivals }
    }
}

fn stop_at(point: &RoutePoint) -> Stop {
    Stop::Point {
        level: point.level.clone(),
        point: crate::venue::Point::new(point.x, point.y),
    }
}

impl From<NoDay> for DayOutcome {
    fn from(no_day: NoDay) -> Self {
        match no_day {
            NoDay::ClosedThatDay { .. } | NoDay::BeforeOpening { .. } | NoDay::AfterClosing { .. } => {
                Self::OutsideHours
            }
            NoDay::OverBefore { .. } => Self::OverBefore,
            NoDay::Conflict(conflict) => Self::Conflict { conflict: *conflict },
            NoDay::NoWay(no_way) => Self::NoWay { no_way },
            NoDay::BadRequest(BadRequest::TooMany { .. }) => Self::TooMany { most: MOST_ITEMS },
            other => Self::BadWish {
                message: other.to_string(),
            },
        }
    }
}
