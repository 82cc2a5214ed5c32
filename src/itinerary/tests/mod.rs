//! Plans against brute force, and a readable case for each rule.

mod bad_input;
mod changing;
mod conflicts;
mod insertions;
mod many;
mod oracle;
mod rules;

use super::*;

const MINUTE: Millis = 60_000;

/// Sites on a line, so many minutes from its beginning, with the same pace both ways.
fn on_a_line(minutes: &[u64]) -> Matrix {
    Matrix::of(minutes.len(), |from, to| {
        Some(minutes[from].abs_diff(minutes[to]) * MINUTE)
    })
}

/// From site 0 at time 0, ending with the last item.
fn request(items: Vec<Item>) -> Request {
    Request {
        depart: 0,
        start: Site(0),
        end: None,
        hours: None,
        items,
        precedence: vec![],
    }
}

fn order(plan: &Plan) -> Vec<usize> {
    plan.visits.iter().map(|visit| visit.item.0).collect()
}

fn conflict(matrix: &Matrix, request: &Request) -> Conflict {
    match solve(matrix, request) {
        Err(Unsolved::Conflict(conflict)) => conflict,
        other => panic!("{other:?}"),
    }
}

fn ids(items: &[usize]) -> Vec<ItemId> {
    items.iter().copied().map(ItemId).collect()
}

/// What is best, of the walking and the finish: a minute of walking takes one minute, and is as bad as three more of waiting.
fn cost((walk, finish): (Millis, Millis)) -> (Millis, Millis) {
    (3 * walk + finish, walk)
}
