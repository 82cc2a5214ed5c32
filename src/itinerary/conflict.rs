//! Which stops cannot be had together.

use super::earliest::Possible;
use super::exact::EXACT_MOST;
use super::problem::Problem;
use super::search::{Effort, search};
use super::solve::plan_for;
use super::{ItemId, Millis, Plan};
use std::fmt;

/// The fewest items that cannot be had together.
///
/// A set of items is *impossible* if no order of them alone, from the start to the end within the hours, keeps to their times and to the precedences among
/// them. Of all impossible sets this is one with the fewest items; of several such, the one that names the first items. No items at all: one does not
/// even get from the start to the end in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub items: Vec<ItemId>,
    pub evidence: Evidence,
    /// For each of `items`, what comes of leaving it out.
    pub drops: Vec<Dropped>,
}

/// How sure a [`Conflict`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// No set with fewer items is impossible. Always so up to [`EXACT_MOST`] items, and for sets of up to three among more.
    Smallest,
    /// The set is impossible and each smaller part of it is possible; elsewhere there may be an impossible set with fewer items.
    Minimal,
    /// No plan was found for the set. There may be one.
    NotFound,
}

/// What comes of leaving one item out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub item: ItemId,
    /// Its stay, and how much shorter the walk through all others is than through all, both with no regard to times.
    pub saves: Millis,
    /// The plan for all others; `None` if they are in conflict, too.
    pub plan: Option<Plan>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.items.as_slice() {
            [] => write!(f, "the end cannot be reached from the start in time"),
            [one] => write!(f, "{one} cannot be had"),
            [first, others @ ..] => {
                write!(f, "these cannot be had together: {first}")?;
                others.iter().try_for_each(|item| write!(f, ", {item}"))
            }
        }
    }
}

/// Among more than [`EXACT_MOST`] items, all sets of up to so many are tried: 166,750 of 100.
pub const MOST_TRIED: usize = 3;

/// Looking for what is to blame takes many searches: each has this share of the work.
const SHARE_OF_WORK: usize = 8;

/// The conflict of a request that has no plan.
pub fn explain(problem: &Problem<'_>, effort: Effort) -> Conflict {
    let all: Vec<usize> = (0..problem.stays.len()).collect();
    let (items, evidence) = smallest(problem, &all, effort);
    let drops = items.iter().map(|&item| dropped(problem, &all, item, effort)).collect();
    Conflict {
        items: items.into_iter().map(ItemId).collect(),
        evidence,
        drops,
    }
}

fn smallest(problem: &Problem<'_>, all: &[usize], effort: Effort) -> (Vec<usize>, Evidence) {
    if all.len() <= EXACT_MOST {
        return impossible_part(problem, all)
            .map_or_else(|| (all.to_vec(), Evidence::NotFound), |set| (set, Evidence::Smallest));
    }
    if let Some(set) = smallest_of_few(problem, all) {
        return (set, Evidence::Smallest);
    }
    // A deletion filter (Chinneck and Dravnieks 1991): whatever can go while no plan is found, goes.
    let effort = Effort {
        work: effort.work / SHARE_OF_WORK,
        ..effort
    };
    let mut left = all.to_vec();
    for &item in all {
        let others: Vec<usize> = left.iter().copied().filter(|&other| other != item).collect();
        let found = if others.len() <= EXACT_MOST {
            plan_for(problem, &others, effort).is_some()
        } else {
            search(problem, &others, effort).is_some()
        };
        if !found {
            left = others;
        }
    }
    let certain = (left.len() <= EXACT_MOST)
        .then(|| impossible_part(problem, &left))
        .flatten();
    certain.map_or((left, Evidence::NotFound), |set| (set, Evidence::Minimal))
}

fn impossible_part(problem: &Problem<'_>, items: &[usize]) -> Option<Vec<usize>> {
    let set = Possible::of(problem, items).smallest_impossible()?;
    Some(set.into_iter().map(|i| items[i]).collect())
}

/// The first impossible set of at most [`MOST_TRIED`] items.
fn smallest_of_few(problem: &Problem<'_>, all: &[usize]) -> Option<Vec<usize>> {
    let mut sets = vec![Vec::new()];
    for size in 0..=MOST_TRIED {
        if size > 0 {
            let longer = |set: &Vec<usize>| {
                let next = set.last().map_or(0, |last| last + 1);
                let set = set.clone();
                all[next..].iter().map(move |&item| [set.as_slice(), &[item]].concat())
            };
            sets = sets.iter().flat_map(longer).collect();
        }
        // Its smaller parts are known to be possible, so that any impossible part is the whole.
        if let Some(set) = sets.iter().find_map(|set| impossible_part(problem, set)) {
            return Some(set);
        }
    }
    None
}

fn dropped(problem: &Problem<'_>, all: &[usize], item: usize, effort: Effort) -> Dropped {
    let others: Vec<usize> = all.iter().copied().filter(|&other| other != item).collect();
    let at_any_time = problem.at_any_time();
    let walk = |items: &[usize]| plan_for(&at_any_time, items, effort).map(|plan| plan.walk);
    let shorter = walk(all)
        .zip(walk(&others))
        .map_or(0, |(with, without)| with.saturating_sub(without));
    Dropped {
        item: ItemId(item),
        saves: problem.stays[item].dwell + shorter,
        plan: plan_for(problem, &others, effort),
    }
}
