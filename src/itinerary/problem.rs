//! A checked request, in the form that the searches ask.

use super::check::{BadRequest, check};
use super::slices::{go, ready_by};
use super::{ItemId, Leg, Matrix, Millis, Request, Site, Slice, Window};

/// A set of items, a bit each.
pub type Items = u128;

/// Later than any time that a request may name: the end of windows that do not close. It never leaves the module.
pub const NEVER: Millis = 4 * super::MOST_MS;

/// How many minutes of waiting one bears to save one of walking.
pub const WAITING: Millis = 4;

/// One item of a [`Problem`].
#[derive(Clone, Debug)]
pub struct Stay {
    pub site: Option<Site>,
    pub dwell: Millis,
    /// By time, each long enough for the stay and within the hours. None: it cannot be had at all.
    windows: Vec<Window>,
    /// What the request says has to come after it.
    pub after: Items,
    /// What has to come before it and after it, with all that follows from the request.
    pub all_before: Items,
    pub all_after: Items,
}

impl Stay {
    /// The earliest start for one who is there at `arrival`; `None` if it is too late. The later the arrival, the later the start: whoever comes first
    /// never loses by it.
    pub fn start(&self, arrival: Millis) -> Option<Millis> {
        // Whatever opens later means no earlier start.
        self.windows.iter().find_map(|window| {
            let start = arrival.max(window.opens);
            (start + self.dwell <= window.closes).then_some(start)
        })
    }

    /// The latest start from which one can leave at `leave_by`.
    pub fn latest_start(&self, leave_by: Millis) -> Option<Millis> {
        let starts = self.windows.iter().filter_map(|window| {
            let start = window.closes.min(leave_by).checked_sub(self.dwell)?;
            (start >= window.opens).then_some(start)
        });
        starts.max()
    }
}

/// A request that makes sense, over its matrix.
#[derive(Clone, Debug)]
pub struct Problem<'a> {
    matrix: &'a Matrix,
    /// None where durations do not change.
    slices: &'a [Slice],
    pub depart: Millis,
    pub start: Site,
    pub end: Option<Site>,
    /// When all must be over.
    pub closes: Millis,
    pub stays: Vec<Stay>,
}

impl<'a> Problem<'a> {
    /// # Errors
    /// What about the request makes no sense.
    pub fn new(matrix: &'a Matrix, request: &Request) -> Result<Self, BadRequest> {
        check(matrix, request)?;
        let hours = request.hours.unwrap_or(Window {
            opens: 0,
            closes: NEVER,
        });
        let stays = request.items.iter().enumerate().map(|(i, item)| {
            let before = related(request, |(a, b)| (b == ItemId(i)).then_some(a));
            let after = related(request, |(a, b)| (a == ItemId(i)).then_some(b));
            Stay {
                site: item.site,
                dwell: item.dwell,
                windows: within(hours, &item.windows, item.dwell),
                after,
                all_before: before,
                all_after: after,
            }
        });
        let mut problem = Self {
            matrix,
            slices: matrix.slices(),
            depart: request.depart,
            start: request.start,
            end: request.end,
            closes: hours.closes,
            stays: stays.collect(),
        };
        problem.follow_precedence();
        Ok(problem)
    }

    /// What a plan costs: a minute of walking weighs as much as [`WAITING`] minutes of waiting. All else that takes time is the same for every order.
    pub fn cost(&self, walk: Millis, finish: Millis) -> Millis {
        (WAITING - 1) * walk + finish
    }

    /// Whether durations change in the course of the day.
    pub fn is_changing(&self) -> bool {
        !self.slices.is_empty()
    }

    /// The same with each walk as short as it ever is.
    pub fn at_best(&self) -> Self {
        Self {
            slices: &[],
            ..self.clone()
        }
    }

    /// The same without any hours and windows, and with each walk as short as it ever is.
    pub fn at_any_time(&self) -> Self {
        let mut problem = self.at_best();
        problem.closes = NEVER;
        for stay in &mut problem.stays {
            stay.windows = vec![Window {
                opens: 0,
                closes: NEVER,
            }];
        }
        problem
    }

    /// The shortest walk at any time.
    pub fn walk(&self, from: Site, to: Site) -> Option<Millis> {
        self.matrix.duration(from, to)
    }

    /// The same to where the stay is; nothing for a break.
    pub fn walk_to(&self, from: Site, stay: &Stay) -> Option<Millis> {
        stay.site.map_or(Some(0), |site| self.walk(from, site))
    }

    /// The walk of one who is ready then; nothing if there is nowhere `to` go.
    pub fn go(&self, from: Site, to: Option<Site>, ready: Millis) -> Option<Leg> {
        match to {
            Some(to) if self.is_changing() => go(self.slices, from, to, ready),
            _ => {
                let walk = to.map_or(Some(0), |to| self.walk(from, to))?;
                let arrival = ready + walk;
                Some(Leg { arrival, walk })
            }
        }
    }

    /// When to be ready for that at the latest, so as to arrive by then.
    pub fn ready_by(&self, from: Site, to: Option<Site>, arrive_by: Millis) -> Option<Millis> {
        match to {
            Some(to) if self.is_changing() => ready_by(self.slices, from, to, arrive_by),
            _ => arrive_by.checked_sub(to.map_or(Some(0), |to| self.walk(from, to))?),
        }
    }

    /// From the last stay to the end. `None` if there is no way or it is too late.
    pub fn finish(&self, from: Site, ready: Millis) -> Option<Leg> {
        let last = self.go(from, self.end, ready)?;
        (last.arrival <= self.closes).then_some(last)
    }

    fn follow_precedence(&mut self) {
        let count = self.stays.len();
        for by_way_of in 0..count {
            let (before, after) = (self.stays[by_way_of].all_before, self.stays[by_way_of].all_after);
            for (i, stay) in self.stays.iter_mut().enumerate() {
                if contains(before, i) {
                    stay.all_after |= after;
                }
                if contains(after, i) {
                    stay.all_before |= before;
                }
            }
        }
    }
}

pub fn contains(items: Items, item: usize) -> bool {
    items >> item & 1 == 1
}

fn related(request: &Request, pick: impl Fn((ItemId, ItemId)) -> Option<ItemId>) -> Items {
    let picked = request.precedence.iter().filter_map(|&pair| pick(pair));
    picked.fold(0, |items, id| items | 1 << id.0)
}

fn within(hours: Window, windows: &[Window], dwell: Millis) -> Vec<Window> {
    let any_time = [hours];
    let windows = if windows.is_empty() { &any_time } else { windows };
    let mut open: Vec<Window> = windows
        .iter()
        .map(|window| Window {
            opens: window.opens.max(hours.opens),
            closes: window.closes.min(hours.closes),
        })
        .filter(|window| window.opens + dwell <= window.closes)
        .collect();
    crate::order::sort_by_key(&mut open, |window| *window);
    open
}
