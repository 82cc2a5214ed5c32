//! What cannot be had together.

use super::*;

fn talk(site: usize, from: u64, to: u64) -> Item {
    Item::session(Site(site), from * MINUTE, to * MINUTE)
}

#[test]
fn two_talks_at_one_time_are_the_conflict_and_nothing_else_is() {
    let matrix = on_a_line(&[0, 1, 2, 3]);
    let items = vec![
        Item::stop(Site(3), 5 * MINUTE),
        talk(1, 30, 60),
        talk(2, 40, 70),
        talk(3, 90, 100),
    ];
    let conflict = conflict(&matrix, &request(items));
    assert_eq!(
        (conflict.items.clone(), conflict.evidence),
        (ids(&[1, 2]), Evidence::Smallest)
    );
    for (drop, left) in conflict.drops.iter().zip([3, 3]) {
        assert_eq!(drop.plan.as_ref().unwrap().visits.len(), left);
        assert_eq!(drop.saves, 30 * MINUTE, "the talk's length: both are on the way");
    }
}

#[test]
fn what_is_saved_counts_the_detour() {
    let matrix = on_a_line(&[0, 10, 0]);
    let items = vec![talk(1, 20, 30), talk(2, 20, 30)];
    let conflict = conflict(&matrix, &request(items));
    let saves: Vec<_> = conflict.drops.iter().map(|drop| drop.saves / MINUTE).collect();
    assert_eq!(saves, [20, 10]);
}

#[test]
fn a_stop_without_a_way_to_it_is_a_conflict_by_itself() {
    let matrix = Matrix::of(3, |from, to| {
        ((from == 2) == (to == 2)).then_some(from.abs_diff(to) as Millis)
    });
    let found = conflict(&matrix, &request(vec![Item::stop(Site(1), 0), Item::stop(Site(2), 0)]));
    assert_eq!(found.items, ids(&[1]));
    assert_eq!(order(found.drops[0].plan.as_ref().unwrap()), [0]);
}

#[test]
fn an_end_out_of_reach_is_nobody_s_fault() {
    let matrix = Matrix::of(2, |from, to| (from == to).then_some(0));
    let request = Request {
        end: Some(Site(1)),
        ..request(vec![Item::stop(Site(0), 0)])
    };
    assert_eq!(conflict(&matrix, &request).items, []);
}

#[test]
fn three_can_conflict_where_any_two_do_not() {
    let matrix = on_a_line(&[0]);
    let stay = Item::stop(Site(0), 20 * MINUTE).open(0, 50 * MINUTE);
    let found = conflict(&matrix, &request(vec![stay.clone(), stay.clone(), stay]));
    assert_eq!(found.items, ids(&[0, 1, 2]));
}

#[test]
fn precedence_can_be_what_conflicts() {
    let matrix = on_a_line(&[0, 1, 2]);
    let request = Request {
        precedence: vec![(ItemId(1), ItemId(0))],
        ..request(vec![talk(1, 10, 20), talk(2, 30, 40)])
    };
    assert_eq!(conflict(&matrix, &request).items, ids(&[0, 1]));
}

#[test]
fn among_many_stops_the_smallest_set_is_found_too() {
    let matrix = on_a_line(&(0..30).collect::<Vec<_>>());
    let mut items: Vec<Item> = (1..28).map(|i| Item::stop(Site(i), 0)).collect();
    items.extend([talk(28, 100, 130), talk(29, 120, 150)]);
    let found = conflict(&matrix, &request(items));
    assert_eq!((found.items, found.evidence), (ids(&[27, 28]), Evidence::Smallest));
}

#[test]
fn among_many_stops_a_larger_set_is_minimal() {
    // Five stays of 20 minutes, in 90 minutes; ten stops that have time after that.
    let matrix = on_a_line(&[0, 0]);
    let mut items = vec![Item::stop(Site(1), 0); 10];
    items.extend(vec![Item::stop(Site(1), 20 * MINUTE).open(0, 90 * MINUTE); 5]);
    let found = conflict(&matrix, &request(items));
    assert_eq!(
        (found.items, found.evidence),
        (ids(&[10, 11, 12, 13, 14]), Evidence::Minimal)
    );
    assert!(found.drops.iter().all(|drop| drop.plan.is_some()));
}
