//! One more stop in an accepted plan.

use super::*;

fn stops(count: usize) -> Vec<Item> {
    (1..=count).map(|i| Item::stop(Site(i), 0)).collect()
}

#[test]
fn a_new_stop_goes_between_the_accepted_ones_even_if_another_order_were_shorter() {
    let matrix = on_a_line(&[0, 30, 10, 20]);
    let inserted = insert(&matrix, &request(stops(3)), &ids(&[0, 1]), ItemId(2)).unwrap();
    assert_eq!((order(&inserted.plan), inserted.moved), (vec![2, 0, 1], vec![]));
    assert_eq!(order(&solve(&matrix, &request(stops(3))).unwrap()), [1, 2, 0]);
}

#[test]
fn where_it_fits_nowhere_one_stop_moves() {
    // The talk at site 3 begins when one has just come from the start: the long stay has to wait.
    let matrix = on_a_line(&[0, 1, 2, 3]);
    let items = vec![
        Item::stop(Site(1), 30 * MINUTE),
        Item::session(Site(2), 40 * MINUTE, 50 * MINUTE),
        Item::session(Site(3), 5 * MINUTE, 35 * MINUTE),
    ];
    let inserted = insert(&matrix, &request(items), &ids(&[0, 1]), ItemId(2)).unwrap();
    assert_eq!((order(&inserted.plan), inserted.moved), (vec![2, 1, 0], ids(&[0])));
}

#[test]
fn a_stop_that_cannot_be_had_is_a_conflict_and_the_plan_is_the_caller_s_still() {
    let matrix = on_a_line(&[0, 1, 2]);
    let talk = |site: usize| Item::session(Site(site), 10 * MINUTE, 20 * MINUTE);
    let refused = insert(&matrix, &request(vec![talk(1), talk(2)]), &ids(&[0]), ItemId(1));
    assert!(matches!(refused, Err(Unsolved::Conflict(conflict)) if conflict.items == ids(&[0, 1])));
}

#[test]
fn the_accepted_order_names_each_other_item_once() {
    let matrix = on_a_line(&[0, 1, 2, 3]);
    let refused =
        |accepted: &[usize], new: usize| match insert(&matrix, &request(stops(3)), &ids(accepted), ItemId(new)) {
            Err(Unsolved::BadRequest(bad)) => bad,
            other => panic!("{other:?}"),
        };
    assert_eq!(refused(&[0], 1), BadRequest::LeftOut(ItemId(2)));
    assert_eq!(refused(&[0, 1], 1), BadRequest::Twice(ItemId(1)));
    assert_eq!(refused(&[0, 1, 2], 3), BadRequest::UnknownItem(ItemId(3)));
}
