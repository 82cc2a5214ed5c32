//! One more stop in a plan that somebody has accepted, with as little changed as can be.

use super::conflict::explain;
use super::plan::schedule;
use super::problem::{Items, Problem, contains};
use super::search::Effort;
use super::solve::{plan_for, solve};
use super::tour::Tour;
use super::{BadRequest, ItemId, Matrix, Plan, Request, Unsolved};

/// A plan with one more stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    pub plan: Plan,
    /// Which of the accepted items had to change their place among the others: none where the new one fits between them.
    pub moved: Vec<ItemId>,
}

/// As little as can be changed of an accepted order of some of the items: it is kept as it is, or one more item is put into it as [`insert`] does; else all are
/// planned anew.
///
/// # Errors
/// As [`solve`].
pub fn replan(matrix: &Matrix, request: &Request, accepted: &[ItemId]) -> Result<Plan, Unsolved> {
    let problem = Problem::new(matrix, request)?;
    let order: Vec<usize> = accepted.iter().map(|item| item.0).collect();
    let added: Vec<usize> = (0..problem.stays.len()).filter(|item| !order.contains(item)).collect();
    let order = match added.as_slice() {
        [] if !order.is_empty() => kept(&problem, order).map(|tour| tour.order().to_vec()),
        [new] if !order.is_empty() => with_one_more(&problem, &order, *new).map(|(order, _)| order),
        _ => None,
    };
    let plan = order.and_then(|order| schedule(&problem, &order, false));
    plan.map_or_else(|| solve(matrix, request), Ok)
}

/// Puts `new` into the `accepted` order of all other items of `request`: between them where it can be, at the least cost; else with one of them moved;
/// else all planned anew.
///
/// # Errors
/// What makes no sense about the request or the accepted order, or the fewest items that cannot be had together.
pub fn insert(matrix: &Matrix, request: &Request, accepted: &[ItemId], new: ItemId) -> Result<Insertion, Unsolved> {
    let problem = Problem::new(matrix, request)?;
    let accepted = checked(&problem, accepted, new)?;
    let Some((order, moved)) = with_one_more(&problem, &accepted, new.0) else {
        let effort = Effort::default();
        let all: Vec<usize> = (0..problem.stays.len()).collect();
        let plan = plan_for(&problem, &all, effort).ok_or_else(|| Unsolved::Conflict(explain(&problem, effort)))?;
        let moved = out_of_order(&accepted, &plan);
        return Ok(Insertion { plan, moved });
    };
    // Both orders come from tours, which can be kept.
    let plan =
        schedule(&problem, &order, false).ok_or_else(|| Unsolved::Conflict(explain(&problem, Effort::default())))?;
    let moved = moved.map(ItemId).into_iter().collect();
    Ok(Insertion { plan, moved })
}

fn checked(problem: &Problem<'_>, accepted: &[ItemId], new: ItemId) -> Result<Vec<usize>, BadRequest> {
    let mut seen = vec![false; problem.stays.len()];
    for &id in accepted.iter().chain([&new]) {
        let seen = seen.get_mut(id.0).ok_or(BadRequest::UnknownItem(id))?;
        if std::mem::replace(seen, true) {
            return Err(BadRequest::Twice(id));
        }
    }
    match seen.iter().position(|&seen| !seen) {
        Some(left_out) => Err(BadRequest::LeftOut(ItemId(left_out))),
        None => Ok(accepted.iter().map(|id| id.0).collect()),
    }
}

/// The order with `new` in it, and which of the accepted items had to move for it.
fn with_one_more(problem: &Problem<'_>, accepted: &[usize], new: usize) -> Option<(Vec<usize>, Option<usize>)> {
    let moved_none = between(problem, accepted, new).map(|order| (order, None));
    moved_none.or_else(|| with_one_moved(problem, accepted, new).map(|(order, moved)| (order, Some(moved))))
}

/// The accepted order with `new` at its best place.
fn between(problem: &Problem<'_>, accepted: &[usize], new: usize) -> Option<Vec<usize>> {
    let tours = (0..=accepted.len()).filter_map(|at| {
        let (before, after) = accepted.split_at(at);
        kept(problem, [before, &[new], after].concat())
    });
    let best = tours.min_by(|a, b| a.cost().cmp(&b.cost()))?;
    Some(best.order().to_vec())
}

/// The cheapest order for which one of the accepted items, the second of the answer, goes elsewhere.
fn with_one_moved(problem: &Problem<'_>, accepted: &[usize], new: usize) -> Option<(Vec<usize>, usize)> {
    let attempts = accepted
        .iter()
        .flat_map(|&moved| [(moved, new), (new, moved)].map(|pair| (moved, pair)));
    let orders = attempts.filter_map(|(moved, (first, second))| {
        let others = accepted.iter().copied().filter(|&item| item != moved);
        let mut tour = kept(problem, others.collect())?;
        for item in [first, second] {
            let gap = tour.best_gap(item)?;
            tour.insert(item, gap);
        }
        Some((tour.cost(), tour.order().to_vec(), moved))
    });
    orders.min().map(|(_, order, moved)| (order, moved))
}

fn kept<'p>(problem: &'p Problem<'p>, order: Vec<usize>) -> Option<Tour<'p>> {
    let keeps = keeps_precedence(problem, &order);
    keeps.then(|| Tour::of(problem, order)).flatten()
}

/// Whether the order keeps to all precedences among its items.
fn keeps_precedence(problem: &Problem<'_>, order: &[usize]) -> bool {
    let mut done: Items = 0;
    order.iter().all(|&item| {
        let stay = &problem.stays[item];
        done |= 1 << item;
        !order
            .iter()
            .any(|&other| contains(stay.after, other) && contains(done, other))
    })
}

/// The accepted items less the longest list of them that stand in the plan as they stood before.
fn out_of_order(accepted: &[usize], plan: &Plan) -> Vec<ItemId> {
    let place = |item: usize| plan.visits.iter().position(|visit| visit.item.0 == item);
    let mut longest: Vec<Vec<usize>> = Vec::with_capacity(accepted.len());
    for &item in accepted {
        let before = longest
            .iter()
            .filter(|list| list.last().is_some_and(|&last| place(last) < place(item)));
        let mut list = before.max_by_key(|list| list.len()).cloned().unwrap_or_default();
        list.push(item);
        longest.push(list);
    }
    let stayed = longest.into_iter().max_by_key(Vec::len).unwrap_or_default();
    let moved = accepted.iter().filter(|item| !stayed.contains(item));
    moved.map(|&item| ItemId(item)).collect()
}
