//! What no plan can be asked of.

use super::{Item, ItemId, Matrix, Millis, Request, Site, Window};

/// More items than anybody visits in a day; the time for a search grows with their square.
pub const MOST_ITEMS: usize = 100;

/// The latest time that a request may name: 2⁵⁰ ms, some 35,000 years.
pub const MOST_MS: Millis = 1 << 50;

/// The longest walk or stay: 35 years. All those of a request together stay far from [`MOST_MS`], and from where numbers end.
const LONGEST_MS: Millis = 1 << 40;

/// Why a request makes no sense, whatever the order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRequest {
    #[error("{count} items are too many: a plan has at most {MOST_ITEMS}")]
    TooMany { count: usize },
    #[error("the start is at {0}, which the matrix does not have")]
    UnknownStart(Site),
    #[error("the end is at {0}, which the matrix does not have")]
    UnknownEnd(Site),
    #[error("{item} is at {site}, which the matrix does not have")]
    UnknownSite { item: ItemId, site: Site },
    #[error("{0} is named but not in the request")]
    UnknownItem(ItemId),
    #[error("{0} is named twice")]
    Twice(ItemId),
    #[error("{0} is in the request but neither accepted nor new")]
    LeftOut(ItemId),
    #[error("a time is beyond {MOST_MS} ms, or a duration beyond {LONGEST_MS} ms")]
    TooLong,
    #[error("the hours end before they begin")]
    HoursReversed,
    #[error("the departure is {early_ms} ms before the opening")]
    BeforeOpening { early_ms: Millis },
    #[error("the departure is {late_ms} ms after the closing")]
    AfterClosing { late_ms: Millis },
    #[error("a window of {0} closes before it opens")]
    WindowReversed(ItemId),
    #[error("the stay at {0} is longer than any of its windows")]
    StayTooLong(ItemId),
    #[error("each of these must come before the next, and the last before the first: {0:?}")]
    Cycle(Vec<ItemId>),
}

/// # Errors
/// The first thing about the request that makes no sense.
pub fn check(matrix: &Matrix, request: &Request) -> Result<(), BadRequest> {
    let count = request.items.len();
    if count > MOST_ITEMS {
        return Err(BadRequest::TooMany { count });
    }
    let known = |site: Site| site.0 < matrix.sites();
    if !known(request.start) {
        return Err(BadRequest::UnknownStart(request.start));
    }
    if let Some(end) = request.end.filter(|&end| !known(end)) {
        return Err(BadRequest::UnknownEnd(end));
    }
    if request.depart > MOST_MS || matrix.longest() > LONGEST_MS {
        return Err(BadRequest::TooLong);
    }
    check_hours(request)?;
    for (i, item) in request.items.iter().enumerate() {
        if let Some(site) = item.site.filter(|&site| !known(site)) {
            return Err(BadRequest::UnknownSite { item: ItemId(i), site });
        }
        check_windows(ItemId(i), item)?;
    }
    check_precedence(request)
}

fn check_hours(request: &Request) -> Result<(), BadRequest> {
    let Some(Window { opens, closes }) = request.hours else {
        return Ok(());
    };
    if closes > MOST_MS {
        Err(BadRequest::TooLong)
    } else if closes < opens {
        Err(BadRequest::HoursReversed)
    } else if request.depart < opens {
        Err(BadRequest::BeforeOpening {
            early_ms: opens - request.depart,
        })
    } else if request.depart > closes {
        Err(BadRequest::AfterClosing {
            late_ms: request.depart - closes,
        })
    } else {
        Ok(())
    }
}

fn check_windows(id: ItemId, item: &Item) -> Result<(), BadRequest> {
    if item.dwell > LONGEST_MS || item.windows.iter().any(|window| window.closes > MOST_MS) {
        return Err(BadRequest::TooLong);
    }
    if item.windows.iter().any(|window| window.closes < window.opens) {
        return Err(BadRequest::WindowReversed(id));
    }
    let fits = |window: &Window| item.dwell <= window.closes - window.opens;
    if !item.windows.is_empty() && !item.windows.iter().any(fits) {
        return Err(BadRequest::StayTooLong(id));
    }
    Ok(())
}

fn check_precedence(request: &Request) -> Result<(), BadRequest> {
    let count = request.items.len();
    let pairs = &request.precedence;
    if let Some(unknown) = pairs.iter().flat_map(|&(a, b)| [a, b]).find(|id| id.0 >= count) {
        return Err(BadRequest::UnknownItem(unknown));
    }
    // Whatever nothing has to come before can be taken away; what is left when nothing more can is on cycles, or behind one.
    let mut left: Vec<ItemId> = (0..count).map(ItemId).collect();
    loop {
        let held = |id: &ItemId| pairs.iter().any(|(a, b)| b == id && left.contains(a));
        let still: Vec<ItemId> = left.iter().copied().filter(held).collect();
        if still.is_empty() {
            return Ok(());
        }
        if still.len() == left.len() {
            return Err(BadRequest::Cycle(cycle(pairs, &left)));
        }
        left = still;
    }
}

/// A cycle among `left`, each of which has to come after another of them.
fn cycle(pairs: &[(ItemId, ItemId)], left: &[ItemId]) -> Vec<ItemId> {
    let mut backwards: Vec<ItemId> = left.iter().copied().take(1).collect();
    while let Some(&last) = backwards.last() {
        let earlier = pairs.iter().find(|(a, b)| *b == last && left.contains(a));
        let Some(&(earlier, _)) = earlier else { break };
        if let Some(first) = backwards.iter().position(|&id| id == earlier) {
            backwards.drain(..first);
            break;
        }
        backwards.push(earlier);
    }
    backwards.reverse();
    backwards
}
