//! What a hall has besides stands: doors, exits, hydrants, columns at its edges, and what serves people.

use super::super::draft::{Draft, GROUND, Rect};
use super::super::site::{HALL_DEPTH_M, HALL_WIDTH_M, HallSite, Site};
use super::super::text;
use super::aisles::{PILASTER_M, Plan};
use super::blocks::{Feature, FeatureKind, Filling};
use super::frame::Frame;
use crate::venue::{AmenityKind, FixtureKind, LocalText, OpeningKind, Point};

/// How wide a door to the concourse is: a little more than the main aisle behind it.
const DOOR_M: f64 = 9.0;
const EXIT_M: f64 = 2.4;
/// Emergency exits in the back wall, clear of the gates for lorries and of what stands there.
const BACK_EXITS_X: [f64; 3] = [18.0, 45.0, 72.0];
const GATES_X: [f64; 2] = [22.0, 62.0];
const GATE_M: f64 = 6.0;
const PILASTER_EVERY_M: f64 = 15.0;
/// Each so many halls, what is at the back is a food court rather than a café.
const RESTAURANT_EVERY: usize = 3;
const WALL_THICKNESS_M: f64 = 0.3;

enum Use {
    Fixture {
        kind: FixtureKind,
        height_m: f64,
    },
    Amenity {
        kind: AmenityKind,
        point: Point,
        name: LocalText,
    },
}

/// Something on the hall's floor, in the hall's metres.
struct Fitting {
    /// What it covers, if anything.
    rect: Option<Rect>,
    is: Use,
}

impl Fitting {
    fn fixture(kind: FixtureKind, rect: Rect, height_m: f64) -> Self {
        Self {
            rect: Some(rect),
            is: Use::Fixture { kind, height_m },
        }
    }

    fn amenity(kind: AmenityKind, rect: Rect, point: Point, name: LocalText) -> Self {
        Self {
            rect: Some(rect),
            is: Use::Amenity { kind, point, name },
        }
    }
}

/// What all fittings cover of the floor, in the hall's metres.
pub(super) fn footprints(plan: &Plan, filling: &Filling) -> Vec<Rect> {
    fittings(plan, filling, 0)
        .into_iter()
        .filter_map(|fitting| fitting.rect)
        .collect()
}

pub(super) fn draw(draft: &mut Draft, site: &HallSite, all: &Site, frame: Frame, plan: &Plan, filling: &Filling) {
    for fitting in fittings(plan, filling, site.number) {
        let rect = fitting.rect.map(|rect| frame.rect(rect));
        match (fitting.is, rect) {
            (Use::Fixture { kind, height_m }, Some(rect)) => draft.fixture(kind, GROUND, rect, height_m),
            (Use::Fixture { .. }, None) => {}
            (Use::Amenity { kind, point, name }, rect) => {
                draft.amenity(kind, GROUND, frame.point(point.x, point.y), rect, name);
            }
        }
    }
    openings(draft, site, all, frame, plan);
}

fn openings(draft: &mut Draft, site: &HallSite, all: &Site, frame: Frame, plan: &Plan) {
    let hall = format!("hall-{}", site.number);
    let concourse = all
        .concourses
        .iter()
        .find(|concourse| concourse.halls.iter().any(|other| other.number == site.number))
        .map(|concourse| concourse.id());
    let between: Vec<&str> = [Some(hall.as_str()), concourse.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    for (i, aisle) in plan.main_aisles().enumerate() {
        let x = aisle.middle();
        draft
            .opening(
                format!("{hall}-door-{}", i + 1),
                OpeningKind::Door,
                frame.point(x - DOOR_M / 2.0, 0.0),
                frame.point(x + DOOR_M / 2.0, 0.0),
                &between,
            )
            .name = Some(text(
            format!("Hall {} door {}", site.number, i + 1),
            format!("{}号馆{}号门", site.number, i + 1),
        ));
    }
    let exits = side_exits_y(plan)
        .flat_map(|y| [0.0, HALL_WIDTH_M].map(|x| [(x, y - EXIT_M / 2.0), (x, y + EXIT_M / 2.0)]))
        .chain(BACK_EXITS_X.map(|x| [(x - EXIT_M / 2.0, HALL_DEPTH_M), (x + EXIT_M / 2.0, HALL_DEPTH_M)]));
    for (i, [from, to]) in exits.enumerate() {
        draft.opening(
            format!("{hall}-exit-{}", i + 1),
            OpeningKind::EmergencyExit,
            frame.point(from.0, from.1),
            frame.point(to.0, to.1),
            &[&hall],
        );
    }
}

/// At the end of each cross aisle and of the free floor at the back: never more than 30 m apart.
fn side_exits_y(plan: &Plan) -> impl Iterator<Item = f64> + '_ {
    plan.cross_aisles
        .iter()
        .map(|aisle| aisle.middle())
        .chain([plan.back.at + 2.0])
}

fn fittings(plan: &Plan, filling: &Filling, number: usize) -> Vec<Fitting> {
    let mut fittings = Vec::new();
    pilasters(plan, &mut fittings);
    hydrants(plan, &mut fittings);
    back_of_house(number, plan, &mut fittings);
    for feature in &filling.features {
        match feature.kind {
            FeatureKind::Stage => stage(number, feature, &mut fittings),
            FeatureKind::Lounge => lounge(number, feature, &mut fittings),
        }
    }
    fittings
}

fn pilasters(plan: &Plan, fittings: &mut Vec<Fitting>) {
    let mut y = PILASTER_EVERY_M;
    while y < HALL_DEPTH_M {
        let clear = side_exits_y(plan)
            .chain(side_hydrants_y(plan))
            .all(|other| (other - y).abs() > EXIT_M / 2.0 + PILASTER_M);
        for x in [0.0, HALL_WIDTH_M - PILASTER_M] {
            if clear {
                let rect = Rect::new(x, y - PILASTER_M / 2.0, PILASTER_M, PILASTER_M);
                fittings.push(Fitting::fixture(FixtureKind::Column, rect, super::HALL_HEIGHT_M));
            }
        }
        y += PILASTER_EVERY_M;
    }
}

/// Hydrants in the side walls: at the front and in the firebreak, where no stand comes near.
fn side_hydrants_y(plan: &Plan) -> [f64; 3] {
    let firebreak = plan.cross_aisles[plan.firebreak];
    [4.5, firebreak.at + 2.5, firebreak.end() - 2.5]
}

fn hydrants(plan: &Plan, fittings: &mut Vec<Fitting>) {
    for y in side_hydrants_y(plan) {
        for x in [0.0, HALL_WIDTH_M - WALL_THICKNESS_M] {
            let rect = Rect::new(x, y - 0.4, WALL_THICKNESS_M, 0.8);
            fittings.push(Fitting::fixture(FixtureKind::Hydrant, rect, 1.8));
        }
    }
    for x in [33.0, 56.0] {
        let rect = Rect::new(x, HALL_DEPTH_M - WALL_THICKNESS_M, 0.8, WALL_THICKNESS_M);
        fittings.push(Fitting::fixture(FixtureKind::Hydrant, rect, 1.8));
    }
}

/// Gates for lorries, restrooms, a café; lockers and charging at the front.
fn back_of_house(number: usize, plan: &Plan, fittings: &mut Vec<Fitting>) {
    for x in GATES_X {
        let rect = Rect::new(x, HALL_DEPTH_M - WALL_THICKNESS_M, GATE_M, WALL_THICKNESS_M);
        fittings.push(Fitting::fixture(FixtureKind::Shutter, rect, 5.0));
    }
    let depth = 4.5;
    let y = plan.back.end() - depth;
    let mut serve = |kind, x: f64, width: f64, en: &str, zh: &str| {
        fittings.push(Fitting::amenity(
            kind,
            Rect::new(x, y, width, depth),
            Point::new(x + width / 2.0, y - 0.6),
            text(format!("{en}, hall {number}"), format!("{number}号馆{zh}")),
        ));
    };
    serve(AmenityKind::Restroom, 1.0, 9.0, "Restrooms", "卫生间");
    serve(
        AmenityKind::RestroomWheelchair,
        10.0,
        3.0,
        "Accessible restroom",
        "无障碍卫生间",
    );
    if number.is_multiple_of(RESTAURANT_EVERY) {
        serve(AmenityKind::Restaurant, 77.0, 9.0, "Food court", "美食广场");
    } else {
        serve(AmenityKind::Cafe, 77.0, 9.0, "Café", "咖啡厅");
    }
    let mut front = |kind, x: f64, en: &str, zh: &str| {
        let rect = Rect::new(x, 0.0, 3.6, 0.7);
        fittings.push(Fitting::amenity(
            kind,
            rect,
            Point::new(x + 1.8, 1.3),
            text(format!("{en}, hall {number}"), format!("{number}号馆{zh}")),
        ));
    };
    front(AmenityKind::Lockers, 1.0, "Lockers", "储物柜");
    front(AmenityKind::Charging, 85.4, "Charging", "充电站");
}

/// A stage at the far end, a screen behind it, seats before it with a way through the middle.
fn stage(number: usize, feature: &Feature, fittings: &mut Vec<Fitting>) {
    let rect = feature.rect;
    let screen = Rect::new(rect.x + 2.0, rect.top() - 0.5, rect.w - 4.0, 0.5);
    let deck = Rect::new(rect.x + 2.0, screen.y - 3.0, rect.w - 4.0, 3.0);
    fittings.push(Fitting::fixture(FixtureKind::Wall, screen, 4.5));
    fittings.push(Fitting::fixture(FixtureKind::Furniture, deck, 0.8));
    let way = 2.0;
    let width = (rect.w - 6.0 - way) / 2.0;
    let depth = deck.y - 2.0 - (rect.y + 1.5);
    let left = Rect::new(rect.x + 3.0, rect.y + 1.5, width, depth);
    let right = Rect::new(left.right() + way, left.y, width, depth);
    for seats in [left, right] {
        fittings.push(Fitting::fixture(FixtureKind::Furniture, seats, 0.45));
    }
    fittings.push(Fitting {
        rect: None,
        is: Use::Amenity {
            kind: AmenityKind::Seating,
            point: Point::new(rect.center().x, rect.y + 0.8),
            name: text(format!("Stage of hall {number}"), format!("{number}号馆舞台")),
        },
    });
}

/// A coffee bar, tables, and plants at the corners.
fn lounge(number: usize, feature: &Feature, fittings: &mut Vec<Fitting>) {
    const PLANT_M: f64 = 1.4;
    const TABLE_M: f64 = 0.8;
    let rect = feature.rect;
    for x in [rect.x, rect.right() - PLANT_M] {
        for y in [rect.y, rect.top() - PLANT_M] {
            fittings.push(Fitting::fixture(
                FixtureKind::Planter,
                Rect::new(x, y, PLANT_M, PLANT_M),
                1.2,
            ));
        }
    }
    let bar = Rect::new(rect.center().x - 3.0, rect.top() - 2.5, 6.0, 2.0);
    fittings.push(Fitting::amenity(
        AmenityKind::Cafe,
        bar,
        Point::new(rect.center().x, bar.y - 0.7),
        text(format!("Lounge of hall {number}"), format!("{number}号馆休息区")),
    ));
    let mut y = rect.y + 2.5;
    while y + TABLE_M < bar.y - 2.0 {
        let mut x = rect.x + 3.0;
        while x + TABLE_M < rect.right() - 2.0 {
            fittings.push(Fitting::fixture(
                FixtureKind::Furniture,
                Rect::new(x, y, TABLE_M, TABLE_M),
                0.75,
            ));
            x += 3.2;
        }
        y += 3.2;
    }
}
