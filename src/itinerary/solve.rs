//! A request → the plan, or what stands against it.

use super::conflict::{Conflict, explain};
use super::exact::{EXACT_MOST, cheapest};
use super::plan::schedule;
use super::problem::Problem;
use super::search::{Effort, search};
use super::{BadRequest, Matrix, Plan, Request};

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsolved {
    #[error(transparent)]
    BadRequest(#[from] BadRequest),
    #[error("{0}")]
    Conflict(Conflict),
}

/// The plan with the least walking and waiting, a minute of walking counted as four of waiting. Exact up to [`EXACT_MOST`] items.
///
/// # Errors
/// What makes no sense about the request, or the fewest items that cannot be had together.
pub fn solve(matrix: &Matrix, request: &Request) -> Result<Plan, Unsolved> {
    solve_with(matrix, request, Effort::default())
}

/// The same, searching as hard as one wants where there are more than [`EXACT_MOST`] items.
///
/// # Errors
/// As [`solve`].
pub fn solve_with(matrix: &Matrix, request: &Request, effort: Effort) -> Result<Plan, Unsolved> {
    let problem = Problem::new(matrix, request)?;
    let all: Vec<usize> = (0..problem.stays.len()).collect();
    plan_for(&problem, &all, effort).ok_or_else(|| Unsolved::Conflict(explain(&problem, effort)))
}

/// The plan for some of the items.
pub(super) fn plan_for(problem: &Problem<'_>, items: &[usize], effort: Effort) -> Option<Plan> {
    let exact = items.len() <= EXACT_MOST;
    let order = |problem: &Problem<'_>| {
        if exact {
            cheapest(problem, items)
        } else {
            search(problem, items, effort)
        }
    };
    if !problem.is_changing() {
        return schedule(problem, &order(problem)?, exact);
    }
    // Nobody ever walks less than at the best of times: if the best plan for those holds at its own times, it is the best.
    let at_best = problem.at_best();
    let ideal = schedule(&at_best, &order(&at_best)?, exact)?;
    let of_ideal: Vec<usize> = ideal.visits.iter().map(|visit| visit.item.0).collect();
    let as_ideal = |plan: &Plan| (plan.walk, plan.finish) == (ideal.walk, ideal.finish);
    schedule(problem, &of_ideal, exact)
        .filter(as_ideal)
        .or_else(|| schedule(problem, &order(problem)?, false))
}
