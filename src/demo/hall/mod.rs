//! One exhibition hall, from its aisles to its stand numbers. Inside it counts in its own metres: x along the wall to the
//! concourse, y from that wall to the back, so that every hall is planned as one enters it.

mod aisles;
mod blocks;
mod fittings;
mod frame;
mod numbering;

use super::draft::{Draft, GROUND, Rect};
use super::random::Random;
use super::site::{HALL_DEPTH_M, HALL_WIDTH_M, HallSite, Site};
use super::{text, themes};
use crate::venue::UnitKind;
use blocks::Filling;
use frame::Frame;

/// Clear height under the trusses: 13–16 m are usual.
const HALL_HEIGHT_M: f64 = 14.0;
const WHOLE_HALL: Rect = Rect::new(0.0, 0.0, HALL_WIDTH_M, HALL_DEPTH_M);
/// How many shares of shell-scheme rows are tried for the one that comes nearest to the number of stands asked for.
const TRIALS: usize = 48;

/// Draws the hall with about `goal` stands, and says how many they are.
pub(super) fn draw(draft: &mut Draft, site: &HallSite, all: &Site, goal: usize, seed: u64) -> usize {
    let plan = aisles::arrange(&mut Random::new(seed, "aisles", site.number));
    let filling = fill(&plan, goal, site.number, seed);
    let id = format!("hall-{}", site.number);
    let number = site.number.to_string();
    let hall = draft.unit(
        &id,
        UnitKind::Hall,
        GROUND,
        text(format!("Hall {number}"), format!("{number}号馆")),
        site.rect().polygon(),
    );
    hall.number = Some(number);
    hall.height_m = Some(HALL_HEIGHT_M);
    hall.theme = Some(themes::of_hall(site.number));

    let frame = Frame::new(site);
    fittings::draw(draft, site, all, frame, &plan, &filling);
    numbering::draw(draft, site, frame, &plan, &filling, seed)
}

fn fill(plan: &aisles::Plan, goal: usize, number: usize, seed: u64) -> Filling {
    let trial = |i: usize| {
        let rows = i as f64 / (TRIALS - 1) as f64;
        blocks::fill(plan, rows, &mut Random::new(seed, "blocks", number * TRIALS + i))
    };
    let mut best = trial(0);
    for i in 1..TRIALS {
        let next = trial(i);
        if next.stands.len().abs_diff(goal) < best.stands.len().abs_diff(goal) {
            best = next;
        }
    }
    best
}
