//! The level over the middle of a concourse: a gallery with conference rooms on both sides, and the ways up.

use super::draft::{Draft, Rect, UPPER, UPPER_ELEVATION_M, polygon};
use super::site::ConcourseSite;
use super::text;
use crate::venue::{AmenityKind, ConnectorKind, Direction, FixtureKind, OpeningKind, Point, Polygon, UnitKind};

pub(super) const DECK_LENGTH_M: f64 = 180.0;
/// What the ramp covers of the ground, beyond the deck's east end.
pub(super) const RAMP_LENGTH_M: f64 = 39.5;
const RAMP_DEPTH_M: f64 = 7.8;
/// Three flights of 38 m: at 1 : 12 the rise of 8 m takes 96 m, and ten landings of 1.5 m between runs of at most 9 m take 15 m.
const RAMP_WALKED_M: f64 = 114.0;
const GALLERY_WIDTH_M: f64 = 17.0;
const HEIGHT_M: f64 = 6.0;
/// From the middle outwards: half the bay between the rooms, then the rooms of one quarter.
const HALF_BAY_M: f64 = 6.0;
const ROOM_WIDTHS_M: [f64; 3] = [24.0, 24.0, 36.0];
/// Theatre seating, with stage and aisles.
const SQUARE_METRES_PER_SEAT: f64 = 1.4;
/// An escalator of 30° rises 8 m over 13.9 m, and needs a landing at both ends.
const ESCALATOR_M: f64 = 16.0;
const STAIRS_M: f64 = 18.0;

/// Plants of the region, for the rooms' names.
const ROOM_NAMES: [(&str, &str); 12] = [
    ("Osmanthus", "桂花厅"),
    ("Lotus", "荷花厅"),
    ("Bamboo", "翠竹厅"),
    ("Plum Blossom", "梅花厅"),
    ("Willow", "垂柳厅"),
    ("Camellia", "山茶厅"),
    ("Magnolia", "玉兰厅"),
    ("Peach Blossom", "桃花厅"),
    ("Orchid", "兰花厅"),
    ("Maple", "红枫厅"),
    ("Camphor", "香樟厅"),
    ("Ginkgo", "银杏厅"),
];

pub(super) fn draw(draft: &mut Draft, site: &ConcourseSite) {
    let gallery = site.tagged("gallery");
    let name = match site.index {
        0 => text("Gallery", "二层连廊"),
        i => text(format!("Gallery {}", i + 1), format!("{}号二层连廊", i + 1)),
    };
    draft
        .unit(&gallery, UnitKind::Corridor, UPPER, name, outline(site.rect))
        .height_m = Some(HEIGHT_M);
    rooms(draft, site, &gallery);
    bays(draft, site.rect);
    ways_up(draft, site.rect.center());
    furniture(draft, site.rect.center());
}

/// The gallery with a bay on each side, between the rooms.
fn outline(concourse: Rect) -> Polygon {
    let Point { x: cx, y: cy } = concourse.center();
    let (half, gallery) = (DECK_LENGTH_M / 2.0, GALLERY_WIDTH_M / 2.0);
    let (south, north) = (concourse.y, concourse.top());
    polygon(
        [
            (cx - half, cy - gallery),
            (cx - HALF_BAY_M, cy - gallery),
            (cx - HALF_BAY_M, south),
            (cx + HALF_BAY_M, south),
            (cx + HALF_BAY_M, cy - gallery),
            (cx + half, cy - gallery),
            (cx + half, cy + gallery),
            (cx + HALF_BAY_M, cy + gallery),
            (cx + HALF_BAY_M, north),
            (cx - HALF_BAY_M, north),
            (cx - HALF_BAY_M, cy + gallery),
            (cx - half, cy + gallery),
        ]
        .map(|(x, y)| Point::new(x, y)),
    )
}

/// Six rooms on each side, counted from the west, the south side first.
fn rooms(draft: &mut Draft, site: &ConcourseSite, gallery: &str) {
    let Point { x: cx, y: cy } = site.rect.center();
    let [near, next, far] = ROOM_WIDTHS_M;
    let widths = [far, next, near, near, next, far];
    let sides = [
        (site.rect.y, cy - GALLERY_WIDTH_M / 2.0),
        (cy + GALLERY_WIDTH_M / 2.0, site.rect.top()),
    ];
    let mut names = ROOM_NAMES.iter();
    let mut number = 200;
    for (side, (from, to)) in sides.into_iter().enumerate() {
        let mut x = cx - DECK_LENGTH_M / 2.0;
        for (i, width) in widths.into_iter().enumerate() {
            if i == widths.len() / 2 {
                x += 2.0 * HALF_BAY_M;
            }
            number += 1;
            let Some((en, zh)) = names.next() else { return };
            let number = match site.index {
                0 => number.to_string(),
                i => format!("{}-{number}", i + 1),
            };
            let id = format!("room-{number}");
            let rect = Rect::new(x, from, width, to - from);
            let room = draft.unit(
                &id,
                UnitKind::Room,
                UPPER,
                text(format!("Room {number} {en}"), format!("{number} {zh}")),
                rect.polygon(),
            );
            room.height_m = Some(4.5);
            // Tens of seats, as room lists give them.
            room.capacity = Some((rect.area() / SQUARE_METRES_PER_SEAT / 10.0).round() as u32 * 10);
            let door_y = if side == 0 { to } else { from };
            for (door, door_x) in [rect.x + 4.0, rect.right() - 4.0].into_iter().enumerate() {
                draft.opening(
                    format!("{id}-door-{}", door + 1),
                    OpeningKind::Door,
                    Point::new(door_x - 1.0, door_y),
                    Point::new(door_x + 1.0, door_y),
                    &[&id, gallery],
                );
            }
            x += width;
        }
    }
}

/// Restrooms in the north bay, a café and two quiet rooms in the south bay.
fn bays(draft: &mut Draft, concourse: Rect) {
    let cx = concourse.center().x;
    let (south, north) = (concourse.y, concourse.top());
    let mut serve = |kind, rect: Rect, point_y: f64, en: &str, zh: &str| {
        let point = Point::new(rect.center().x, point_y);
        draft.amenity(kind, UPPER, point, Some(rect), text(en, zh));
    };
    let restroom = Rect::new(cx - 6.0, north - 6.0, 8.0, 6.0);
    serve(
        AmenityKind::Restroom,
        restroom,
        restroom.y - 0.7,
        "Restrooms, upper level",
        "二层卫生间",
    );
    let wheelchair = Rect::new(cx + 2.0, north - 4.0, 4.0, 4.0);
    serve(
        AmenityKind::RestroomWheelchair,
        wheelchair,
        wheelchair.y - 0.7,
        "Accessible restroom, upper level",
        "二层无障碍卫生间",
    );
    let cafe = Rect::new(cx - 6.0, south, 5.0, 4.0);
    serve(AmenityKind::Cafe, cafe, cafe.top() + 0.7, "Gallery café", "连廊咖啡厅");
    let nursing = Rect::new(cx - 1.0, south, 3.5, 4.0);
    serve(
        AmenityKind::NursingRoom,
        nursing,
        nursing.top() + 0.7,
        "Nursing room, upper level",
        "二层母婴室",
    );
    let prayer = Rect::new(cx + 2.5, south, 3.5, 4.0);
    serve(
        AmenityKind::PrayerRoom,
        prayer,
        prayer.top() + 0.7,
        "Prayer room, upper level",
        "二层祈祷室",
    );
}

fn ways_up(draft: &mut Draft, center: Point) {
    let Point { x: cx, y: cy } = center;
    for outwards in [-1.0, 1.0] {
        // The lower end is the outer one: people come from the entrances.
        let (foot, head) = (cx + outwards * 78.0, cx + outwards * (78.0 - ESCALATOR_M));
        for (direction, y) in [(Direction::Up, cy + outwards), (Direction::Down, cy - outwards)] {
            let footprint = Rect::new(foot.min(head), y - 0.8, ESCALATOR_M, 1.6);
            let ends = [
                (Point::new(foot + outwards * 0.8, y), Some(footprint)),
                (Point::new(head - outwards * 0.8, y), Some(footprint)),
            ];
            draft.connector(ConnectorKind::Escalator, direction, ends, 1.0);
        }
        let (foot, head) = (cx + outwards * 54.0, cx + outwards * (54.0 - STAIRS_M));
        let footprint = Rect::new(foot.min(head), cy - 1.8, STAIRS_M, 3.6);
        let ends = [
            (Point::new(foot + outwards * 0.8, cy), Some(footprint)),
            (Point::new(head - outwards * 0.8, cy), Some(footprint)),
        ];
        let stairs = draft.connector(ConnectorKind::Stairs, Direction::Both, ends, 3.2);
        stairs.length_m = Some(STAIRS_M.hypot(UPPER_ELEVATION_M).round());
    }
    for (x, y) in [
        (cx - 2.6, cy),
        (cx + 2.6, cy),
        (cx - 86.0, cy + 5.5),
        (cx + 86.0, cy + 5.5),
    ] {
        let footprint = Rect::new(x - 1.2, y - 1.3, 2.4, 2.6);
        let point = Point::new(x, y - 2.1);
        draft.connector(
            ConnectorKind::Lift,
            Direction::Both,
            [(point, Some(footprint)), (point, Some(footprint))],
            1.1,
        );
    }
    let deck_end = cx + DECK_LENGTH_M / 2.0;
    let footprint = Rect::new(deck_end, cy - RAMP_DEPTH_M / 2.0, RAMP_LENGTH_M, RAMP_DEPTH_M);
    let ends = [
        (Point::new(footprint.right() + 0.8, cy), Some(footprint)),
        (Point::new(deck_end - 0.8, cy), None),
    ];
    draft
        .connector(ConnectorKind::Ramp, Direction::Both, ends, 2.2)
        .length_m = Some(RAMP_WALKED_M);
}

fn furniture(draft: &mut Draft, center: Point) {
    let Point { x: cx, y: cy } = center;
    let desk = Rect::new(cx - 16.0, cy - 1.0, 5.0, 2.0);
    draft.amenity(
        AmenityKind::Information,
        UPPER,
        Point::new(desk.center().x, desk.y - 0.8),
        Some(desk),
        text("Conference desk", "会议服务台"),
    );
    for x in [cx - 70.0, cx - 46.0, cx - 26.0, cx + 20.0, cx + 40.0, cx + 64.0] {
        let bench = Rect::new(x, cy + 5.0, 5.0, 1.2);
        draft.amenity(
            AmenityKind::Seating,
            UPPER,
            Point::new(bench.center().x, bench.y - 0.7),
            Some(bench),
            text("Seating", "休息座椅"),
        );
        draft.fixture(FixtureKind::Planter, UPPER, Rect::new(x + 1.0, cy - 6.2, 3.0, 1.2), 0.6);
    }
}
