//! Live state in halls drawn in ASCII, a case for each rule. See [`tests`](super::tests) for how to draw.

mod bad_input;
mod detours;
mod one_way;
mod times;

use super::tests::{draw, layout, request, two_halls, venue};
use super::*;
use crate::venue::*;

fn time(clock: &str) -> LocalTime {
    format!("2026-12-10T{clock}").parse().unwrap()
}

fn place(id: &str) -> Extent {
    Extent::Place(PlaceId::new(id))
}

/// Closed from one time to another; an empty one is none.
fn closure(what: Extent, from: &str, until: &str) -> Closure {
    let given = |clock: &str| (!clock.is_empty()).then(|| time(clock));
    Closure {
        what,
        from: given(from),
        until: given(until),
        reason: None,
    }
}

fn closures(closures: Vec<Closure>) -> Live {
    Live {
        closures,
        ..Live::none()
    }
}

fn hours(unit: &str, open: &str, close: &str) -> Live {
    let days = vec![Day {
        open: time(open),
        close: time(close),
    }];
    let unit = UnitId::new(unit);
    Live {
        hours: vec![Hours { unit, days }],
        ..Live::none()
    }
}

fn live(layout: Layout, live: Live) -> Venue {
    venue(layout).with_live(live).unwrap()
}

fn depart(clock: &str) -> RouteRequest {
    RouteRequest {
        when: Some(When::DepartAt(time(clock))),
        ..request("a", "b")
    }
}

fn arrive(clock: &str) -> RouteRequest {
    RouteRequest {
        when: Some(When::ArriveBy(time(clock))),
        ..request("a", "b")
    }
}

fn route(venue: &Venue, request: &RouteRequest) -> Result<Route, NoWay> {
    NavGraph::derive(venue).route(venue, request)
}

/// The ids of what a route leads through.
fn through(route: &Route) -> Vec<&str> {
    route.passages.iter().map(|through| through.place.as_str()).collect()
}

/// The English text of why there is no way.
fn refused(venue: &Venue, request: &RouteRequest) -> String {
    route(venue, request).unwrap_err().to_string()
}

/// A hall with two ways between `a` and `b`, the southern one shorter: aisle S there, aisle N in the north.
fn two_aisles() -> Layout {
    let mut layout = layout(&[("L0", 0.0)]);
    let drawing = "..........
                   .########.
                   .########.
                   .########.
                   a........b";
    draw(&mut layout, "1", "L0", (0.0, 0.0), drawing);
    for (id, y) in [("S", 1.0), ("N", 9.0)] {
        layout.aisles.push(Aisle {
            id: AisleId::new(id),
            unit: UnitId::new("1"),
            kind: AisleKind::Main,
            name: LocalText::of([("en", &format!("Aisle {id}")), ("zh-Hans", &format!("{id}通道"))]),
            line: vec![Point::new(2.5, y), Point::new(17.5, y)],
            width_m: 2.0,
        });
    }
    layout
}
