//! Forecourts with lawns, the named entrances, and the kiosks behind them.

use super::draft::{Draft, GROUND, Rect};
use super::site::{ConcourseSite, Site};
use super::text;
use crate::venue::{AmenityKind, FixtureKind, LocalText, OpeningKind, Point, UnitKind};

const FORECOURT_DEPTH_M: f64 = 60.0;
const ENTRANCE_M: f64 = 16.0;
/// Between a forecourt and the halls beside it, for their emergency exits.
const BESIDE_HALL_M: f64 = 6.0;
/// Narrower gaps between halls stay yards.
const NARROWEST_FORECOURT_M: f64 = 24.0;
/// How wide the way along the ends of several concourses is.
const SPINE_WIDTH_M: f64 = 45.0;

struct Arrival {
    id: &'static str,
    entrance: (&'static str, &'static str),
    forecourt: (&'static str, &'static str),
    stop: (&'static str, &'static str),
}

const METRO: Arrival = Arrival {
    id: "metro",
    entrance: ("Metro entrance", "地铁入口"),
    forecourt: ("West forecourt", "西广场"),
    stop: ("Metro station", "地铁站"),
};
const CAR_PARK: Arrival = Arrival {
    id: "car-park",
    entrance: ("Car park entrance", "停车场入口"),
    forecourt: ("East forecourt", "东广场"),
    stop: ("Car park", "停车场"),
};
/// South forecourts take turns, west to east.
const SOUTH: [Arrival; 2] = [
    Arrival {
        id: "drop-off",
        entrance: ("Drop-off entrance", "网约车入口"),
        forecourt: ("South-west forecourt", "西南广场"),
        stop: ("Taxi and ride-hailing drop-off", "出租车与网约车落客区"),
    },
    Arrival {
        id: "coach",
        entrance: ("Coach entrance", "大巴入口"),
        forecourt: ("South-east forecourt", "东南广场"),
        stop: ("Coach stop", "大巴停靠站"),
    },
];

/// Which border of the concourse a forecourt lies at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    West,
    East,
    South,
}

pub(super) fn draw(draft: &mut Draft, site: &Site) {
    // The west end of a concourse that is not alone opens to the spine.
    match (spine(site), site.concourses.first()) {
        (Some(spine), _) => {
            let south = Rect::new(spine.x, spine.y - FORECOURT_DEPTH_M, spine.w, FORECOURT_DEPTH_M);
            arrive(draft, "spine", &METRO, METRO.id.to_owned(), south, Side::South);
        }
        (None, Some(only)) => {
            let rect = at_end(only.rect, only.rect.x - FORECOURT_DEPTH_M);
            arrive(draft, &only.id(), &METRO, METRO.id.to_owned(), rect, Side::West);
        }
        (None, None) => {}
    }
    for concourse in &site.concourses {
        draw_around(draft, concourse);
    }
}

/// A forecourt at the end of a concourse, a little wider than that.
fn at_end(concourse: Rect, x: f64) -> Rect {
    Rect::new(x, concourse.y - 8.0, FORECOURT_DEPTH_M, concourse.d + 16.0)
}

fn draw_around(draft: &mut Draft, site: &ConcourseSite) {
    let rect = site.rect;
    let inside = site.id();
    let east = at_end(rect, rect.right());
    arrive(draft, &inside, &CAR_PARK, site.tagged(CAR_PARK.id), east, Side::East);
    let gaps = site.yards(false);
    for (i, (x, width)) in gaps.iter().copied().enumerate() {
        if width < NARROWEST_FORECOURT_M {
            continue;
        }
        let south = Rect::new(
            x + BESIDE_HALL_M,
            rect.y - FORECOURT_DEPTH_M,
            width - 2.0 * BESIDE_HALL_M,
            FORECOURT_DEPTH_M,
        );
        let arrival = &SOUTH[i % SOUTH.len()];
        // Numbers go on from one concourse to the next.
        let rounds = gaps.len().div_ceil(SOUTH.len());
        let id = match site.index * rounds + i / SOUTH.len() {
            0 => arrival.id.to_owned(),
            before => format!("{}-{}", arrival.id, before + 1),
        };
        arrive(draft, &inside, arrival, id, south, Side::South);
    }
}

/// Where the ways along several concourses' ends meet; `None` where there is but one.
pub(super) fn spine(site: &Site) -> Option<Rect> {
    let [first, .., last] = site.concourses.as_slice() else {
        return None;
    };
    Some(Rect::new(
        first.rect.x - SPINE_WIDTH_M,
        first.rect.y,
        SPINE_WIDTH_M,
        last.rect.top() - first.rect.y,
    ))
}

/// A forecourt with its lawns, its stop, its entrance, and a kiosk behind it.
fn arrive(draft: &mut Draft, inside: &str, arrival: &Arrival, id: String, ground: Rect, side: Side) {
    let named = |(en, zh): (&str, &str)| -> LocalText {
        match id.strip_prefix(arrival.id).filter(|tail| !tail.is_empty()) {
            None => text(en, zh),
            Some(tail) => text(format!("{en} {}", &tail[1..]), format!("{zh} {}", &tail[1..])),
        }
    };
    let forecourt = format!("forecourt-{id}");
    draft.unit(
        &forecourt,
        UnitKind::Outdoor,
        GROUND,
        named(arrival.forecourt),
        ground.polygon(),
    );
    lawns(draft, ground, side);

    let middle = ground.center();
    let half = ENTRANCE_M.min(ground.w - 2.0) / 2.0;
    // The way in, the stop outside, and the kiosk inside with the way that people look at it.
    let (from, to, stop, kiosk, heading) = match side {
        Side::West => (
            Point::new(ground.right(), middle.y + half),
            Point::new(ground.right(), middle.y - half),
            Point::new(ground.x + 4.0, middle.y),
            Point::new(ground.right() + 14.0, middle.y + 4.0),
            90.0,
        ),
        Side::East => (
            Point::new(ground.x, middle.y - half),
            Point::new(ground.x, middle.y + half),
            Point::new(ground.right() - 4.0, middle.y),
            Point::new(ground.x - 14.0, middle.y - 4.0),
            270.0,
        ),
        Side::South => (
            Point::new(middle.x - half, ground.top()),
            Point::new(middle.x + half, ground.top()),
            Point::new(middle.x, ground.y + 4.0),
            Point::new(middle.x + 6.0, ground.top() + 10.0),
            0.0,
        ),
    };
    draft
        .opening(
            format!("entrance-{id}"),
            OpeningKind::Entrance,
            from,
            to,
            &[inside, &forecourt],
        )
        .name = Some(named(arrival.entrance));
    draft.amenity(AmenityKind::Other, GROUND, stop, None, named(arrival.stop));
    let (en, zh) = arrival.entrance;
    draft.kiosk(kiosk, heading, named((&format!("Kiosk, {en}"), &format!("{zh}导览屏"))));
}

/// Two rows of lawns with a wide way to the entrance between them, and paths across.
fn lawns(draft: &mut Draft, ground: Rect, side: Side) {
    const WAY_M: f64 = 18.0;
    const EDGE_M: f64 = 5.0;
    const PATH_M: f64 = 4.0;
    const ROW: usize = 3;
    let along_x = side != Side::South;
    let (length, across) = if along_x {
        (ground.w, ground.d)
    } else {
        (ground.d, ground.w)
    };
    let depth = (across - WAY_M - 2.0 * EDGE_M) / 2.0;
    if depth < 2.0 {
        return;
    }
    let piece = (length - 2.0 * EDGE_M - (ROW - 1) as f64 * PATH_M) / ROW as f64;
    for i in 0..ROW {
        let at = EDGE_M + i as f64 * (piece + PATH_M);
        for off in [EDGE_M, across - EDGE_M - depth] {
            let lawn = if along_x {
                Rect::new(ground.x + at, ground.y + off, piece, depth)
            } else {
                Rect::new(ground.x + off, ground.y + at, depth, piece)
            };
            draft.fixture(FixtureKind::Planter, GROUND, lawn, 0.3);
        }
    }
}
