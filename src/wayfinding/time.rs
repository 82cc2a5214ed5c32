//! When a passage is shut, and when one can pass it.
//!
//! One may wait before what is shut, and to set out later never means to arrive earlier (first in, first out). So a search that settles each node at its
//! earliest arrival is exact: Dreyfus 1969; Kaufman and Smith 1993.

use super::cost::Cost;
use crate::programme::{minutes, time_at};
use crate::venue::LocalTime;

/// Thousandths of a second on the venue's calendar.
pub type Moment = u64;

/// What ends then does not end.
pub const NEVER: Moment = Moment::MAX;

const MINUTE_MS: Moment = 60_000;

pub fn moment(time: &LocalTime) -> Moment {
    minutes(time) * MINUTE_MS
}

/// The minute that `moment` is in; `None` beyond the year 9999.
pub fn minute_of(moment: Moment) -> Option<LocalTime> {
    time_at(moment / MINUTE_MS)
}

/// The first minute that does not begin before `moment`.
pub fn minute_from(moment: Moment) -> Option<LocalTime> {
    time_at(moment.div_ceil(MINUTE_MS))
}

/// The beginning of the minute that `moment` is in.
pub fn whole_minute(moment: Moment) -> Moment {
    moment - moment % MINUTE_MS
}

/// Index of a ban in [`Closures`](super::closures::Closures).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BanId(pub(super) u32);

/// From one moment to another, the latter not included, a passage is shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shut {
    pub from: Moment,
    pub until: Moment,
    pub by: BanId,
}

impl Shut {
    pub fn is_for_ever(&self) -> bool {
        self.from == 0 && self.until == NEVER
    }

    /// Whether a passage that takes so long, begun at `start`, would fall into it.
    pub fn hits(&self, start: Moment, takes: Cost) -> bool {
        // What takes no time takes place, all the same.
        self.from < start.saturating_add(takes.max(1)) && start < self.until
    }
}

/// What a request says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Nothing: what has no beginning is shut for good, and what has one is not known to have begun.
    Unknown,
    DepartAt(Moment),
    ArriveBy(Moment),
    /// Any time between both: what is shut at one of them is shut for good.
    During(Moment, Moment),
}

impl Clock {
    /// How a ban with these times shuts what it is about; `None` if it does not matter.
    pub fn shut(self, from: Option<Moment>, until: Option<Moment>, by: BanId) -> Option<Shut> {
        let (from, until) = match self {
            Self::Unknown => (from.is_none()).then_some((0, NEVER))?,
            Self::DepartAt(_) | Self::ArriveBy(_) => (from.unwrap_or(0), until.unwrap_or(NEVER)),
            Self::During(first, last) => {
                let matters = from.is_none_or(|from| from < last) && until.is_none_or(|until| first < until);
                matters.then_some((0, NEVER))?
            }
        };
        Some(Shut { from, until, by })
    }

    /// A moment at which what is in the way is shut, if a time was asked for: the first one, or the last before the arrival.
    pub fn now(self) -> Option<Moment> {
        match self {
            Self::Unknown => None,
            Self::DepartAt(moment) | Self::During(moment, _) => Some(moment),
            Self::ArriveBy(moment) => Some(moment.saturating_sub(1)),
        }
    }

    /// When the way begins or, sought backwards, ends.
    pub fn start(self) -> Moment {
        match self {
            Self::Unknown | Self::During(..) => 0,
            Self::DepartAt(moment) | Self::ArriveBy(moment) => moment,
        }
    }
}

/// Whoever is ready for a passage at `ready` begins it then, or as soon as nothing is shut for all of it; `None` if never. With the last ban waited for.
pub fn earliest_start(shut: &[Shut], ready: Moment, takes: Cost) -> Option<(Moment, Option<BanId>)> {
    let (mut start, mut waited_for) = (ready, None);
    while let Some(hit) = shut.iter().find(|shut| shut.hits(start, takes)) {
        if hit.until == NEVER {
            return None;
        }
        (start, waited_for) = (hit.until, Some(hit.by));
    }
    Some((start, waited_for))
}

/// When to begin a passage at the latest so that it is over by `by`; `None` if there is no such time.
pub fn latest_start(shut: &[Shut], by: Moment, takes: Cost) -> Option<Moment> {
    let mut start = by.checked_sub(takes)?;
    while let Some(hit) = shut.iter().find(|shut| shut.hits(start, takes)) {
        start = hit.from.checked_sub(takes.max(1))?;
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shut(from: Moment, until: Moment) -> Shut {
        let by = BanId(0);
        Shut { from, until, by }
    }

    #[test]
    fn one_passes_before_between_or_after_what_is_shut() {
        let twice = [shut(100, 200), shut(230, 300)];
        let start = |ready, takes| earliest_start(&twice, ready, takes).map(|(start, _)| start);
        assert_eq!(start(50, 50), Some(50), "over just as it shuts");
        assert_eq!(start(51, 50), Some(300), "the gap of 30 is too short");
        assert_eq!(start(80, 30), Some(200));
        assert_eq!(start(150, 0), Some(200));
        assert_eq!(start(400, 9), Some(400));
        assert_eq!(earliest_start(&[shut(10, NEVER)], 5, 6), None);
        assert_eq!(earliest_start(&[shut(10, NEVER)], 5, 5), Some((5, None)));
    }

    #[test]
    fn backwards_it_is_the_same_the_other_way_round() {
        let twice = [shut(100, 200), shut(230, 300)];
        assert_eq!(latest_start(&twice, 350, 50), Some(300));
        assert_eq!(latest_start(&twice, 349, 50), Some(50));
        assert_eq!(latest_start(&twice, 349, 30), Some(319));
        assert_eq!(latest_start(&twice, 300, 30), Some(200));
        assert_eq!(latest_start(&twice, 120, 130), None);
        assert_eq!(latest_start(&[shut(0, 200)], 150, 1), None);
    }
}
