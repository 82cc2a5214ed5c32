//! What makes no sense is named.

use super::*;

fn refused(request: &Request) -> BadRequest {
    match solve(&on_a_line(&[0, 10]), request) {
        Err(Unsolved::BadRequest(bad)) => bad,
        other => panic!("{other:?}"),
    }
}

fn stop() -> Item {
    Item::stop(Site(1), MINUTE)
}

#[test]
fn there_is_no_way_from_or_to_a_site_that_the_matrix_does_not_have() {
    let matrix = on_a_line(&[0, 10]);
    assert_eq!(matrix.duration(Site(0), Site(1)), Some(10 * MINUTE));
    assert_eq!(matrix.duration(Site(0), Site(2)), None);
    assert_eq!(matrix.duration(Site(2), Site(0)), None);
}

#[test]
fn unknown_sites_and_items_are_named() {
    let site = Site(2);
    let item = ItemId(1);
    assert_eq!(
        refused(&request(vec![stop(), Item::stop(site, 0)])),
        BadRequest::UnknownSite { item, site }
    );
    assert_eq!(
        refused(&Request {
            start: site,
            ..request(vec![])
        }),
        BadRequest::UnknownStart(site)
    );
    assert_eq!(
        refused(&Request {
            end: Some(site),
            ..request(vec![])
        }),
        BadRequest::UnknownEnd(site)
    );
    let precedence = vec![(ItemId(0), item)];
    assert_eq!(
        refused(&Request {
            precedence,
            ..request(vec![stop()])
        }),
        BadRequest::UnknownItem(item)
    );
}

#[test]
fn five_hundred_stops_are_too_many() {
    assert_eq!(refused(&request(vec![stop(); 500])), BadRequest::TooMany { count: 500 });
}

#[test]
fn windows_that_contradict_themselves_are_named() {
    assert_eq!(
        refused(&request(vec![stop().open(MINUTE, 0)])),
        BadRequest::WindowReversed(ItemId(0))
    );
    assert_eq!(
        refused(&request(vec![stop().open(0, MINUTE - 1)])),
        BadRequest::StayTooLong(ItemId(0))
    );
}

#[test]
fn precedence_that_goes_round_is_shown_as_the_round() {
    let before = |a: usize, b: usize| (ItemId(a), ItemId(b));
    let round = Request {
        precedence: vec![before(0, 1), before(1, 2), before(2, 3), before(3, 1), before(3, 4)],
        ..request(vec![stop(); 5])
    };
    assert_eq!(refused(&round), BadRequest::Cycle(ids(&[2, 3, 1])));
    let itself = Request {
        precedence: vec![before(0, 0)],
        ..request(vec![stop()])
    };
    assert_eq!(refused(&itself), BadRequest::Cycle(ids(&[0])));
}

#[test]
fn one_departs_within_the_hours() {
    let at = |depart: Millis| Request {
        depart,
        hours: Some(Window {
            opens: 9 * MINUTE,
            closes: 17 * MINUTE,
        }),
        ..request(vec![stop()])
    };
    assert_eq!(
        refused(&at(7 * MINUTE)),
        BadRequest::BeforeOpening { early_ms: 2 * MINUTE }
    );
    assert_eq!(refused(&at(18 * MINUTE)), BadRequest::AfterClosing { late_ms: MINUTE });
}

#[test]
fn numbers_too_large_to_add_are_refused() {
    assert_eq!(
        refused(&Request {
            depart: u64::MAX,
            ..request(vec![])
        }),
        BadRequest::TooLong
    );
    assert_eq!(
        refused(&request(vec![Item::stop(Site(1), u64::MAX)])),
        BadRequest::TooLong
    );
    assert_eq!(refused(&request(vec![stop().open(0, u64::MAX)])), BadRequest::TooLong);
}
