//! What is asked: from where, to where, by way of what, and when.

use super::Site;
use std::fmt;

/// Thousandths of a second: a duration, or a time since a moment that the caller chose. Whole, so that no time is ever not a number and sums do not
/// depend on their order.
pub type Millis = u64;

/// Index of an item in [`Request::items`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub usize);

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {}", self.0)
    }
}

/// From one time to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    pub opens: Millis,
    pub closes: Millis,
}

/// A stop, a session or a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where; `None` for a break, which is taken where one then is: at the stop before it, or at the start.
    pub site: Option<Site>,
    /// How long one stays.
    pub dwell: Millis,
    /// When one may be there: the whole stay lies within one of these. Any time if there are none.
    pub windows: Vec<Window>,
}

impl Item {
    /// A stop at any time.
    pub fn stop(site: Site, dwell: Millis) -> Self {
        Self {
            site: Some(site),
            dwell,
            windows: Vec::new(),
        }
    }

    /// From its start to its end, on time.
    pub fn session(site: Site, start: Millis, end: Millis) -> Self {
        Self {
            site: Some(site),
            dwell: end.saturating_sub(start),
            windows: vec![Window {
                opens: start,
                closes: end,
            }],
        }
    }

    /// A rest of that length, wholly within a window.
    pub fn rest(dwell: Millis, within: Window) -> Self {
        Self {
            site: None,
            dwell,
            windows: vec![within],
        }
    }

    /// The same, open (also) from one time to another.
    pub fn open(mut self, opens: Millis, closes: Millis) -> Self {
        self.windows.push(Window { opens, closes });
        self
    }
}

/// All that a plan has to keep to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// When one is at the start.
    pub depart: Millis,
    pub start: Site,
    /// Where it ends; with the last item if `None`.
    pub end: Option<Site>,
    /// When all of it must take place, the way to the end included; at any time if `None`.
    pub hours: Option<Window>,
    pub items: Vec<Item>,
    /// Pairs of which the first comes before the second.
    pub precedence: Vec<(ItemId, ItemId)>,
}
