//! A way with its times: what a route tells.

use super::bans;
use super::conditions::Conditions;
use super::cost::{self, Cost};
use super::graph::EdgeKind;
use super::line::straighten;
use super::search::Hop;
use super::time::{BanId, Clock, Moment, whole_minute};
use super::{Wait, timetable};

pub struct Trip {
    pub hops: Vec<Hop>,
    /// `None` if the request has no time.
    pub depart: Option<Moment>,
    pub arrive: Option<Moment>,
}

/// Nobody is told to wait longer than this in all: three hours.
const LONGEST_WAIT: Cost = 3 * 3_600_000;

impl Trip {
    /// A way with its times, straightened; `None` if it never opens.
    pub fn along(conditions: Conditions<'_>, mut hops: Vec<Hop>) -> Option<Self> {
        let depart = timetable::departure(conditions, &hops)?;
        let arrive = timetable::set_out(conditions, &mut hops, depart)?;
        let mut hops = straighten(conditions, hops, (depart, arrive));
        let mut depart = timetable::departure(conditions, &hops)?;
        if let Clock::ArriveBy(_) = conditions.now.clock {
            // People set out at whole minutes, and to set out earlier is in time, too.
            depart = whole_minute(depart);
        }
        let arrive = timetable::set_out(conditions, &mut hops, depart)?;
        let timed = conditions.now.clock.now().is_some();
        Some(Self {
            hops,
            depart: timed.then_some(depart),
            arrive: timed.then_some(arrive),
        })
    }

    /// What one would wait for so long that it is no way.
    pub fn waits_too_long_for(&self) -> Option<BanId> {
        let longest = self.hops.iter().max_by_key(|hop| hop.wait)?;
        let total: Cost = self.hops.iter().map(|hop| hop.wait).sum();
        longest.waits_for.filter(|_| total > LONGEST_WAIT)
    }

    pub fn waits(&self, conditions: Conditions<'_>) -> Vec<Wait> {
        let mut now = self.depart.unwrap_or(0);
        let mut waits = Vec::new();
        for (point, hop) in self.hops.iter().enumerate() {
            if let Some(ban) = hop.waits_for {
                let ban = bans::told(conditions, ban, Some(now));
                waits.push(Wait {
                    point,
                    duration_s: cost::seconds(hop.wait),
                    text: bans::wait(&ban, now + hop.wait),
                    ban,
                });
            }
            now += hop.wait + hop.cost;
        }
        waits
    }

    pub fn is_crowded(&self, conditions: Conditions<'_>) -> bool {
        let crowds = &conditions.now.crowds;
        self.hops.windows(2).any(|pair| {
            let (level, a) = conditions.place_of(pair[0].spot);
            let b = pair[1].spot.1;
            let walks = matches!(pair[0].onward, Some((EdgeKind::Walk, _)));
            walks && crowds.effective_m(level, a, b) > a.distance(b) + 1e-9
        })
    }
}
