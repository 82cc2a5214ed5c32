//! Routes and walls: what the nav graph answers. It is derived when the first command needs it, so that the venue opens at once.

use super::label_box::millimetres;
use super::{GuideEvent, OpenVenue};
use crate::venue::LevelId;
use crate::wayfinding::{NavGraph, RouteRequest};

impl OpenVenue {
    pub(super) fn plan_route(&self, request: &RouteRequest) -> GuideEvent {
        match self.nav_graph().route(&self.venue, request) {
            Ok(route) => GuideEvent::RoutePlanned { route },
            Err(no_way) => GuideEvent::RouteRefused { no_way },
        }
    }

    /// Where a walker on that level must not pass: segments `[x1, y1, x2, y2]`, to the millimetre.
    pub(super) fn walls(&self, level: &LevelId) -> Vec<[f64; 4]> {
        let mut walls = self.nav_graph().walls(&self.venue, level);
        walls.iter_mut().flatten().for_each(|x| *x = millimetres(*x));
        walls
    }

    pub(super) fn nav_graph(&self) -> &NavGraph {
        self.nav_graph.get_or_init(|| NavGraph::derive(&self.venue))
    }
}
