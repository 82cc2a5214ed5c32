//! The concourse between the halls: columns on their grid, bays with restrooms between the halls, desks, cafés, benches and trees.

use super::draft::{Draft, GROUND, Rect, polygon};
use super::site::{ConcourseSite, HALL_WIDTH_M, Site};
use super::text;
use super::upper_level::{DECK_LENGTH_M, RAMP_LENGTH_M};
use crate::venue::{AmenityKind, FixtureKind, LocalText, OpeningKind, Point, Polygon, UnitKind};

const HEIGHT_M: f64 = 18.0;
/// Columns stand on a 30 m grid, as Shenzhen's. [sbp.de]
const GRID_M: f64 = 30.0;
const COLUMN_M: f64 = 1.2;
/// How far a bay reaches into the yard between two halls.
const BAY_DEPTH_M: f64 = 12.0;

pub(super) fn draw(draft: &mut Draft, site: &ConcourseSite) {
    let name = match site.index {
        0 => text("Concourse", "中央廊道"),
        i => text(format!("Concourse {}", i + 1), format!("{}号中央廊道", i + 1)),
    };
    draft
        .unit(&site.id(), UnitKind::Concourse, GROUND, name, outline(site))
        .height_m = Some(HEIGHT_M);
    columns(draft, site.rect);
    for (i, (x, width)) in site.yards(true).into_iter().enumerate() {
        bay(draft, i, Rect::new(x, site.rect.top(), width, BAY_DEPTH_M));
    }
    ends(draft, site);
    middle(draft, site);
    exits(draft, site);
}

/// A wide way along the west ends of several concourses.
pub(super) fn draw_spine(draft: &mut Draft, site: &Site, spine: Rect) {
    let name = text("Grand concourse", "主廊道");
    draft
        .unit("spine", UnitKind::Concourse, GROUND, name, spine.polygon())
        .height_m = Some(HEIGHT_M);
    for concourse in &site.concourses {
        draft.opening(
            concourse.tagged("spine-passage"),
            OpeningKind::Passage,
            Point::new(concourse.rect.x, concourse.rect.top()),
            Point::new(concourse.rect.x, concourse.rect.y),
            &["spine", &concourse.id()],
        );
    }
}

fn outline(site: &ConcourseSite) -> Polygon {
    let rect = site.rect;
    let mut corners = vec![
        Point::new(rect.x, rect.y),
        Point::new(rect.right(), rect.y),
        Point::new(rect.right(), rect.top()),
    ];
    for (x, width) in site.yards(true).into_iter().rev() {
        corners.extend([
            Point::new(x + width, rect.top()),
            Point::new(x + width, rect.top() + BAY_DEPTH_M),
            Point::new(x, rect.top() + BAY_DEPTH_M),
            Point::new(x, rect.top()),
        ]);
    }
    corners.push(Point::new(rect.x, rect.top()));
    polygon(corners)
}

fn columns(draft: &mut Draft, rect: Rect) {
    let mut x = rect.x + GRID_M / 2.0;
    while x < rect.right() {
        for y in [rect.center().y - GRID_M / 2.0, rect.center().y + GRID_M / 2.0] {
            let column = Rect::new(x - COLUMN_M / 2.0, y - COLUMN_M / 2.0, COLUMN_M, COLUMN_M);
            draft.fixture(FixtureKind::Column, GROUND, column, HEIGHT_M);
        }
        x += GRID_M;
    }
}

/// Restrooms, and what else people look for quietly, between two halls.
fn bay(draft: &mut Draft, index: usize, bay: Rect) {
    let mut room = |kind, x: f64, width: f64, depth: f64, name: LocalText| {
        let rect = Rect::new(bay.x + x, bay.top() - depth, width, depth);
        let point = Point::new(rect.center().x, rect.y - 0.7);
        draft.amenity(kind, GROUND, point, Some(rect), name);
    };
    room(AmenityKind::Restroom, 0.0, 7.5, 6.0, text("Restrooms", "卫生间"));
    room(
        AmenityKind::RestroomWheelchair,
        7.5,
        3.0,
        4.0,
        text("Accessible restroom", "无障碍卫生间"),
    );
    match index % 3 {
        0 => room(AmenityKind::NursingRoom, 10.5, 3.5, 4.0, text("Nursing room", "母婴室")),
        1 => room(AmenityKind::PrayerRoom, 10.5, 3.5, 4.0, text("Prayer room", "祈祷室")),
        _ => room(AmenityKind::FirstAid, 10.5, 3.5, 4.0, text("First aid", "医务室")),
    }
    room(AmenityKind::Lockers, 14.0, 4.0, 4.0, text("Lockers", "储物柜"));
    let bench = Rect::new(bay.x + 16.0, bay.y + 1.0, 1.0, 5.0);
    draft.amenity(
        AmenityKind::Seating,
        GROUND,
        Point::new(bench.x - 0.7, bench.center().y),
        Some(bench),
        text("Seating", "休息座椅"),
    );
}

/// Cloakroom, first aid, tickets and information at both ends.
fn ends(draft: &mut Draft, site: &ConcourseSite) {
    let rect = site.rect;
    for (inner, west) in [(rect.x + 2.0, true), (rect.right() - 14.0, false)] {
        let cloakroom = Rect::new(inner, rect.top() - 6.5, 12.0, 6.0);
        draft.amenity(
            AmenityKind::Cloakroom,
            GROUND,
            Point::new(cloakroom.center().x, cloakroom.y - 0.7),
            Some(cloakroom),
            text("Cloakroom", "衣帽寄存处"),
        );
        let first_aid = Rect::new(inner, rect.y + 0.5, 7.0, 5.0);
        draft.amenity(
            AmenityKind::FirstAid,
            GROUND,
            Point::new(first_aid.center().x, first_aid.top() + 0.7),
            Some(first_aid),
            text("First aid", "医务室"),
        );
        let atm = Rect::new(inner + 8.5, rect.y + 0.5, 3.0, 1.0);
        draft.amenity(
            AmenityKind::Atm,
            GROUND,
            Point::new(atm.center().x, atm.top() + 0.7),
            Some(atm),
            text("Cash machine", "自动取款机"),
        );
        let desk_x = if west { rect.x + 26.0 } else { rect.right() - 34.0 };
        information(draft, desk_x, rect.center().y);
    }
}

fn information(draft: &mut Draft, x: f64, y: f64) {
    let desk = Rect::new(x, y - 1.25, 8.0, 2.5);
    draft.amenity(
        AmenityKind::Information,
        GROUND,
        Point::new(desk.center().x, desk.y - 0.8),
        Some(desk),
        text("Information desk", "咨询台"),
    );
}

/// Emergency exits to the south, beside the halls: between them, and at both ends.
fn exits(draft: &mut Draft, site: &ConcourseSite) {
    const EXIT_M: f64 = 2.4;
    const FROM_HALL_M: f64 = 1.5;
    let id = site.id();
    let south = site.halls.iter().filter(|hall| !hall.north);
    let starts = south.flat_map(|hall| [hall.x - FROM_HALL_M - EXIT_M, hall.x + HALL_WIDTH_M + FROM_HALL_M]);
    for (i, x) in starts.enumerate() {
        draft.opening(
            format!("{id}-exit-{}", i + 1),
            OpeningKind::EmergencyExit,
            Point::new(x, site.rect.y),
            Point::new(x + EXIT_M, site.rect.y),
            &[&id],
        );
    }
}

/// Along the middle: information under the deck; trees, benches, cafés and charging beside it.
fn middle(draft: &mut Draft, site: &ConcourseSite) {
    let rect = site.rect;
    let (cx, cy) = (rect.center().x, rect.center().y);
    information(draft, cx - 4.0, cy - 9.0);
    for x in [cx - 25.0, cx + 15.0] {
        cafe(draft, Rect::new(x, cy - 2.5, 10.0, 5.0));
    }
    let deck_from = cx - DECK_LENGTH_M / 2.0;
    let deck_to = cx + DECK_LENGTH_M / 2.0 + RAMP_LENGTH_M;
    let mut x = rect.x + 44.0;
    let mut i = 0;
    while x + 6.0 < rect.right() - 40.0 {
        let clear = x + 6.0 < deck_from - 6.0 || x > deck_to + 6.0;
        if clear {
            for (row, y) in [cy - 7.0, cy + 7.0].into_iter().enumerate() {
                island(draft, i + row, x, y);
            }
        }
        x += 15.0;
        i += 1;
    }
}

/// A tree, a bench or a charging table: one of three, in turn.
fn island(draft: &mut Draft, turn: usize, x: f64, y: f64) {
    match turn % 3 {
        0 => draft.fixture(FixtureKind::Planter, GROUND, Rect::new(x, y - 1.5, 6.0, 3.0), 0.6),
        1 => {
            let bench = Rect::new(x, y - 0.6, 6.0, 1.2);
            let point = Point::new(bench.center().x, bench.y - 0.7);
            draft.amenity(
                AmenityKind::Seating,
                GROUND,
                point,
                Some(bench),
                text("Seating", "休息座椅"),
            );
        }
        _ => {
            let table = Rect::new(x + 1.0, y - 0.6, 4.0, 1.2);
            let point = Point::new(table.center().x, table.y - 0.7);
            draft.amenity(
                AmenityKind::Charging,
                GROUND,
                point,
                Some(table),
                text("Charging", "充电站"),
            );
        }
    }
}

fn cafe(draft: &mut Draft, rect: Rect) {
    draft.amenity(
        AmenityKind::Cafe,
        GROUND,
        Point::new(rect.center().x, rect.y - 0.8),
        Some(rect),
        text("Café", "咖啡厅"),
    );
}
