//! Routes and walls: what the nav graph answers. It is derived when the first command needs it, so that the venue opens at once.

use super::{GuideEvent, Near, OpenVenue};
use crate::directory::Hit;
use crate::order;
use crate::venue::{LevelId, LocalText};
use crate::wayfinding::{NavGraph, RouteRequest, Stop, Walker};

impl OpenVenue {
    pub(super) fn plan_route(&self, request: &RouteRequest) -> GuideEvent {
        let detour = self.detour_from_accepted(request);
        match self.nav_graph().route(&self.venue, request) {
            Ok(route) => {
                *self.accepted.borrow_mut() = Some((request.clone(), route.clone()));
                GuideEvent::RoutePlanned { route, detour }
            }
            Err(no_way) => GuideEvent::RouteRefused { no_way },
        }
    }

    /// What has hit the route that was planned for the same request before.
    fn detour_from_accepted(&self, request: &RouteRequest) -> Option<LocalText> {
        let accepted = self.accepted.borrow();
        let (_, route) = accepted.as_ref().filter(|(asked, _)| asked == request)?;
        let detour = self.nav_graph().detour(&self.venue, request, route).ok()??;
        Some(detour.text)
    }

    /// Near ones first; those without a way last, and all as they were if there is none from there at all.
    pub(super) fn rank_by_walk(&self, hits: &mut [Hit], near: &Near) {
        let stops = hits.iter().map(|hit| Stop::Place {
            place: hit.place.clone(),
        });
        let stops: Vec<Stop> = stops.collect();
        let walker = Walker {
            profile: near.profile,
            speed_m_s: near.speed_m_s,
            ..Walker::default()
        };
        let from = std::slice::from_ref(&near.from);
        let rows = self.nav_graph().durations(&self.venue, from, &stops, &walker);
        let walks = rows.into_iter().flatten().flatten();
        for (hit, walk) in hits.iter_mut().zip(walks) {
            hit.walk_s = walk.map(|milliseconds| milliseconds as f64 / 1000.0);
        }
        let far = |hit: &Hit| hit.walk_s.unwrap_or(f64::INFINITY);
        order::sort_by(hits, |a, b| far(a).total_cmp(&far(b)));
    }

    /// Where a walker on that level must not pass: segments `[x1, y1, x2, y2]`.
    pub(super) fn walls(&self, level: &LevelId) -> Vec<[f64; 4]> {
        self.nav_graph().walls(level)
    }

    pub(super) fn nav_graph(&self) -> &NavGraph {
        self.nav_graph
            .get_or_init(|| NavGraph::on(&self.venue, self.floor.clone()))
    }
}
