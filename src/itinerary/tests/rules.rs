//! One case a rule, on a line of sites whose names are their minutes.

use super::*;

fn minutes(time: Millis) -> u64 {
    assert_eq!(time % MINUTE, 0);
    time / MINUTE
}

#[test]
fn stops_without_times_are_ordered_for_the_shortest_walk() {
    let matrix = on_a_line(&[0, 9, 2, 5]);
    let plan = solve(&matrix, &request((1..4).map(|i| Item::stop(Site(i), 0)).collect())).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk)), (vec![1, 2, 0], 9));
    assert!(plan.proven_best);
}

#[test]
fn one_does_not_wait_hours_for_an_appointment_where_stops_can_come_first() {
    // The shortest walk is to wait at 10 for the talk at 180, and to go on to 12 and 20 then.
    let matrix = on_a_line(&[0, 10, 12, 20]);
    let items = vec![
        Item::session(Site(1), 180 * MINUTE, 200 * MINUTE),
        Item::stop(Site(2), 15 * MINUTE),
        Item::stop(Site(3), 15 * MINUTE),
    ];
    let plan = solve(&matrix, &request(items)).unwrap();
    assert_eq!((order(&plan).last(), minutes(plan.finish)), (Some(&0), 200));
}

#[test]
fn one_waits_a_little_rather_than_walk_far() {
    let matrix = on_a_line(&[0, 10, 40]);
    let items = vec![Item::session(Site(1), 30 * MINUTE, 40 * MINUTE), Item::stop(Site(2), 0)];
    let plan = solve(&matrix, &request(items)).unwrap();
    assert_eq!(
        (order(&plan), minutes(plan.walk), minutes(plan.finish)),
        (vec![0, 1], 40, 70)
    );
}

#[test]
fn a_fixed_end_changes_the_order() {
    let matrix = on_a_line(&[5, 0, 9]);
    let stops = vec![Item::stop(Site(1), 0), Item::stop(Site(2), 0)];
    assert_eq!(order(&solve(&matrix, &request(stops.clone())).unwrap()), [1, 0]);
    let home = Request {
        end: Some(Site(2)),
        ..request(stops)
    };
    let plan = solve(&matrix, &home).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk), plan.last_walk), (vec![0, 1], 14, 0));
}

#[test]
fn ways_that_go_one_way_only_are_walked_in_that_direction() {
    let matrix = Matrix::of(3, |a, b| Some(((b + 3 - a) % 3) as Millis * MINUTE));
    let round = Request {
        end: Some(Site(0)),
        ..request(vec![Item::stop(Site(2), 0), Item::stop(Site(1), 0)])
    };
    let plan = solve(&matrix, &round).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk)), (vec![1, 0], 3));
}

#[test]
fn a_session_is_attended_on_time_and_one_waits_for_it() {
    let matrix = on_a_line(&[0, 10]);
    let talk = Item::session(Site(1), 30 * MINUTE, 60 * MINUTE);
    let plan = solve(&matrix, &request(vec![talk])).unwrap();
    let visit = plan.visits[0];
    assert_eq!([visit.arrival, visit.start, visit.end].map(minutes), [10, 30, 60]);
    assert_eq!(visit.slack.map(minutes), Some(20));
    assert_eq!(
        plan.leave_by.map(minutes),
        Some(20),
        "who leaves the start at 20 is there at 30"
    );
    assert_eq!(visit.leave_by, None, "nothing comes after it");
}

#[test]
fn leave_by_is_the_last_moment_for_all_that_follows() {
    // 0 → 10 (5 min there) → 30, where a talk begins at 60.
    let matrix = on_a_line(&[0, 10, 30]);
    let items = vec![
        Item::stop(Site(1), 5 * MINUTE),
        Item::session(Site(2), 60 * MINUTE, 90 * MINUTE),
    ];
    let plan = solve(&matrix, &request(items)).unwrap();
    assert_eq!(order(&plan), [0, 1]);
    assert_eq!(plan.visits[0].leave_by.map(minutes), Some(40));
    assert_eq!(plan.visits[0].arrive_by.map(minutes), Some(35));
    assert_eq!(plan.leave_by.map(minutes), Some(25));
}

#[test]
fn opening_hours_hold_for_the_whole_stay() {
    // The stop is open 0–12 and 40–60; one is there at 10 and stays for 5.
    let matrix = on_a_line(&[0, 10]);
    let stop = Item::stop(Site(1), 5 * MINUTE)
        .open(0, 12 * MINUTE)
        .open(40 * MINUTE, 60 * MINUTE);
    let plan = solve(&matrix, &request(vec![stop])).unwrap();
    assert_eq!(minutes(plan.visits[0].start), 40);
    assert_eq!(plan.visits[0].arrive_by.map(minutes), Some(55));
}

#[test]
fn a_session_makes_one_pass_a_nearer_stop() {
    let matrix = on_a_line(&[0, 10, 20]);
    let items = vec![
        Item::stop(Site(1), 15 * MINUTE),
        Item::session(Site(2), 25 * MINUTE, 30 * MINUTE),
    ];
    let plan = solve(&matrix, &request(items)).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk)), (vec![1, 0], 30));
}

#[test]
fn a_break_is_taken_where_one_is_and_costs_no_walking() {
    let matrix = on_a_line(&[0, 10, 20]);
    let lunch = Window {
        opens: 12 * MINUTE,
        closes: 60 * MINUTE,
    };
    let items = vec![
        Item::stop(Site(1), 5 * MINUTE),
        Item::rest(30 * MINUTE, lunch),
        Item::session(Site(2), 70 * MINUTE, 80 * MINUTE),
    ];
    let plan = solve(&matrix, &request(items)).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk)), (vec![0, 1, 2], 20));
    let rest = plan.visits[1];
    assert_eq!(
        [rest.walk, rest.arrival, rest.start, rest.end].map(minutes),
        [0, 15, 15, 45]
    );
}

#[test]
fn what_comes_first_comes_first_even_if_it_is_farther() {
    let matrix = on_a_line(&[0, 10, 20]);
    let badge_first = Request {
        precedence: vec![(ItemId(1), ItemId(0))],
        ..request(vec![Item::stop(Site(1), 0), Item::stop(Site(2), 0)])
    };
    let plan = solve(&matrix, &badge_first).unwrap();
    assert_eq!((order(&plan), minutes(plan.walk)), (vec![1, 0], 30));
}

#[test]
fn all_is_over_when_the_hours_are() {
    let matrix = on_a_line(&[0, 10]);
    let open = |closes: u64| Request {
        end: Some(Site(0)),
        hours: Some(Window {
            opens: 0,
            closes: closes * MINUTE,
        }),
        ..request(vec![Item::stop(Site(1), 5 * MINUTE)])
    };
    let plan = solve(&matrix, &open(25)).unwrap();
    assert_eq!((minutes(plan.finish), plan.leave_by), (25, Some(0)));
    assert_eq!(conflict(&matrix, &open(24)).items, ids(&[0]));
}

#[test]
fn a_plan_of_nothing_is_the_way_to_the_end() {
    let matrix = on_a_line(&[0, 10]);
    let there = Request {
        end: Some(Site(1)),
        ..request(vec![])
    };
    let plan = solve(&matrix, &there).unwrap();
    assert_eq!(
        (plan.visits.len(), minutes(plan.walk), minutes(plan.finish)),
        (0, 10, 10)
    );
}
