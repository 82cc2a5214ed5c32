//! The nav graph, derived when the first route or scene asks for it.

use super::OpenVenue;
use crate::venue::LevelId;
use crate::wayfinding::{NoWay, NoWayReason, Route, RouteRequest};

/// Stands where the nav graph will: it knows no way.
#[derive(Default)]
pub struct Ways;

impl Ways {
    pub fn walls(&self, _level: &LevelId) -> Vec<[f64; 4]> {
        Vec::new()
    }
}

impl OpenVenue {
    pub(super) fn ways(&self) -> &Ways {
        self.ways.get_or_init(Ways::default)
    }

    pub(super) fn route(&self, _request: &RouteRequest) -> Result<Route, NoWay> {
        Err(NoWay {
            reason: NoWayReason::Apart,
            text: crate::venue::LocalText::of([("en", "Routes are not built yet."), ("zh-Hans", "路线功能尚未完成。")]),
        })
    }
}
