//! More stops than can be planned exactly.

use super::*;

/// Sites of a square grid, `side` × `side`, a minute apart.
fn grid(side: u64) -> Matrix {
    let sites: Vec<(u64, u64)> = (0..side).flat_map(|x| (0..side).map(move |y| (x, y))).collect();
    Matrix::of(sites.len(), |from, to| {
        let (a, b) = (sites[from], sites[to]);
        Some((a.0.abs_diff(b.0) + a.1.abs_diff(b.1)) * MINUTE)
    })
}

fn all_sites(side: usize) -> Vec<Item> {
    (1..side * side).map(|i| Item::stop(Site(i), MINUTE)).collect()
}

#[test]
fn a_grid_is_walked_without_a_step_too_many() {
    let plan = solve(&grid(7), &request(all_sites(7))).unwrap();
    assert_eq!(plan.walk, 48 * MINUTE);
    assert!(!plan.proven_best);
}

#[test]
fn what_can_come_before_an_appointment_does() {
    let mut items = all_sites(5);
    items[1] = Item::session(Site(2), 300 * MINUTE, 310 * MINUTE);
    let plan = solve(&grid(5), &request(items)).unwrap();
    assert_eq!(plan.finish, 310 * MINUTE);
}

#[test]
fn the_same_request_has_the_same_plan() {
    let matrix = grid(6);
    assert_eq!(
        solve(&matrix, &request(all_sites(6))),
        solve(&matrix, &request(all_sites(6)))
    );
}

#[test]
fn sessions_breaks_and_precedence_hold_among_many_stops() {
    let mut items = all_sites(6);
    for (site, start) in [(3, 30), (30, 75), (14, 120)] {
        items[site - 1] = Item::session(Site(site), start * MINUTE, (start + 15) * MINUTE);
    }
    items.push(Item::rest(
        20 * MINUTE,
        Window {
            opens: 50 * MINUTE,
            closes: 90 * MINUTE,
        },
    ));
    let request = Request {
        end: Some(Site(0)),
        precedence: vec![(ItemId(20), ItemId(5)), (ItemId(5), ItemId(9))],
        ..request(items)
    };
    let plan = solve(&grid(6), &request).unwrap();
    let place = |item: usize| order(&plan).iter().position(|&other| other == item).unwrap();
    assert!(place(20) < place(5) && place(5) < place(9));
    for visit in &plan.visits {
        let item = &request.items[visit.item.0];
        let within = |window: &Window| window.opens <= visit.start && visit.end <= window.closes;
        assert!(item.windows.is_empty() || item.windows.iter().any(within));
    }
    let mut items = order(&plan);
    items.sort_unstable();
    assert!(items.into_iter().eq(0..request.items.len()));
}
