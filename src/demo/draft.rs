//! The layout while it is drawn: gives ids in order, and keeps coordinates to the centimetre.

use super::text;
use crate::venue::{
    Amenity, AmenityId, AmenityKind, Connector, ConnectorEnd, ConnectorId, ConnectorKind, Direction, Fixture,
    FixtureId, FixtureKind, Kiosk, KioskId, Layout, LevelId, LocalText, Opening, OpeningId, OpeningKind, Point,
    Polygon, Unit, UnitId, UnitKind,
};
use std::collections::BTreeMap;

pub(super) const GROUND: &str = "ground";
pub(super) const UPPER: &str = "upper";
/// The upper level's floor over the ground's, in metres.
pub(super) const UPPER_ELEVATION_M: f64 = 8.0;

/// A rectangle in metres from its lowest corner, in the venue's axes or in a hall's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) w: f64,
    pub(super) d: f64,
}

impl Rect {
    pub(super) const fn new(x: f64, y: f64, w: f64, d: f64) -> Self {
        Self { x, y, w, d }
    }

    pub(super) fn right(self) -> f64 {
        self.x + self.w
    }

    pub(super) fn top(self) -> f64 {
        self.y + self.d
    }

    pub(super) fn center(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.d / 2.0)
    }

    pub(super) fn area(self) -> f64 {
        self.w * self.d
    }

    /// Whether the insides have a point in common; shared borders do not count.
    pub(super) fn overlaps(self, other: Self) -> bool {
        const TOUCH: f64 = 1e-6;
        self.x < other.right() - TOUCH
            && other.x < self.right() - TOUCH
            && self.y < other.top() - TOUCH
            && other.y < self.top() - TOUCH
    }

    pub(super) fn holds(self, other: Self) -> bool {
        const TOUCH: f64 = 1e-6;
        other.x > self.x - TOUCH
            && other.y > self.y - TOUCH
            && other.right() < self.right() + TOUCH
            && other.top() < self.top() + TOUCH
    }

    pub(super) fn polygon(self) -> Polygon {
        polygon([
            Point::new(self.x, self.y),
            Point::new(self.right(), self.y),
            Point::new(self.right(), self.top()),
            Point::new(self.x, self.top()),
        ])
    }
}

/// Corners to the centimetre, as people measure them.
pub(super) fn polygon(corners: impl IntoIterator<Item = Point>) -> Polygon {
    Polygon(corners.into_iter().map(centimetre).collect())
}

pub(super) fn centimetre(p: Point) -> Point {
    // Adding zero turns −0 into 0, which people would stumble over in the file.
    let round = |metres: f64| (metres * 100.0).round() / 100.0 + 0.0;
    Point::new(round(p.x), round(p.y))
}

pub(super) struct Draft {
    pub(super) layout: Layout,
    counts: BTreeMap<&'static str, usize>,
}

impl Draft {
    pub(super) fn new(layout: Layout) -> Self {
        Self {
            layout,
            counts: BTreeMap::new(),
        }
    }

    /// The next number of that kind: `restroom-3`.
    fn numbered(&mut self, kind: &'static str) -> String {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        format!("{kind}-{count}")
    }

    pub(super) fn unit(
        &mut self,
        id: &str,
        kind: UnitKind,
        level: &str,
        name: LocalText,
        polygon: Polygon,
    ) -> &mut Unit {
        let at = self.layout.units.len();
        self.layout.units.push(Unit {
            id: UnitId::new(id),
            kind,
            level: LevelId::new(level),
            name,
            number: None,
            polygon,
            height_m: None,
            theme: None,
            capacity: None,
        });
        &mut self.layout.units[at]
    }

    pub(super) fn opening(
        &mut self,
        id: String,
        kind: OpeningKind,
        from: Point,
        to: Point,
        between: &[&str],
    ) -> &mut Opening {
        let at = self.layout.openings.len();
        self.layout.openings.push(Opening {
            id: OpeningId::new(id),
            kind,
            from: centimetre(from),
            to: centimetre(to),
            between: between.iter().map(|unit| UnitId::new(*unit)).collect(),
            name: None,
            clear_width_m: None,
            step_free: true,
        });
        &mut self.layout.openings[at]
    }

    pub(super) fn amenity(
        &mut self,
        kind: AmenityKind,
        level: &str,
        point: Point,
        footprint: Option<Rect>,
        name: LocalText,
    ) {
        let id = self.numbered(amenity_word(kind));
        self.layout.amenities.push(Amenity {
            id: AmenityId::new(id),
            kind,
            level: LevelId::new(level),
            point: centimetre(point),
            name: Some(name),
            footprint: footprint.map(Rect::polygon),
        });
    }

    pub(super) fn fixture(&mut self, kind: FixtureKind, level: &str, footprint: Rect, height_m: f64) {
        let id = self.numbered(fixture_word(kind));
        self.layout.fixtures.push(Fixture {
            id: FixtureId::new(id),
            kind,
            level: LevelId::new(level),
            footprint: footprint.polygon(),
            height_m: Some(height_m),
        });
    }

    /// Boxes in the floor of a stand: electricity in its middle, and more where it is large.
    pub(super) fn services(&mut self, stand: Rect) {
        const BOX_M: f64 = 0.4;
        const APART_M: f64 = 0.6;
        let middle = stand.center();
        let kinds = [
            (FixtureKind::Power, 0.0),
            (FixtureKind::Data, 100.0),
            (FixtureKind::Water, 100.0),
            (FixtureKind::Air, 200.0),
        ];
        let laid = kinds.into_iter().filter(|(_, from_m2)| stand.area() >= *from_m2);
        for ((kind, _), i) in laid.zip(0..) {
            let west = middle.x - BOX_M / 2.0 + APART_M * f64::from(i);
            let id = self.numbered(fixture_word(kind));
            self.layout.fixtures.push(Fixture {
                id: FixtureId::new(id),
                kind,
                level: LevelId::new(GROUND),
                footprint: Rect::new(west, middle.y - BOX_M / 2.0, BOX_M, BOX_M).polygon(),
                height_m: None,
            });
        }
    }

    pub(super) fn kiosk(&mut self, point: Point, heading_deg: f64, name: LocalText) {
        let id = self.numbered("kiosk");
        self.layout.kiosks.push(Kiosk {
            id: KioskId::new(id),
            level: LevelId::new(GROUND),
            point: centimetre(point),
            heading_deg,
            name,
            manner: None,
        });
    }

    /// Joins the ground with the upper level: where one steps on and off, and what it covers of each.
    pub(super) fn connector(
        &mut self,
        kind: ConnectorKind,
        direction: Direction,
        ends: [(Point, Option<Rect>); 2],
        width_m: f64,
    ) -> &mut Connector {
        let (word, en, zh) = match (kind, direction) {
            (ConnectorKind::Lift, _) => ("lift", "Lift", "电梯"),
            (ConnectorKind::Escalator, Direction::Down) => ("escalator-down", "Escalator down", "下行扶梯"),
            (ConnectorKind::Escalator, _) => ("escalator-up", "Escalator up", "上行扶梯"),
            (ConnectorKind::Stairs, _) => ("stairs", "Stairs", "楼梯"),
            (ConnectorKind::Ramp, _) => ("ramp", "Ramp", "坡道"),
        };
        let id = self.numbered(word);
        let number = self.counts.get(word).copied().unwrap_or_default();
        let at = self.layout.connectors.len();
        self.layout.connectors.push(Connector {
            id: ConnectorId::new(id),
            kind,
            name: Some(text(format!("{en} {number}"), format!("{number}号{zh}"))),
            ends: [GROUND, UPPER]
                .into_iter()
                .zip(ends)
                .map(|(level, (point, footprint))| ConnectorEnd {
                    level: LevelId::new(level),
                    point: centimetre(point),
                    footprint: footprint.map(Rect::polygon),
                })
                .collect(),
            direction,
            width_m: Some(width_m),
            length_m: None,
        });
        &mut self.layout.connectors[at]
    }
}

fn amenity_word(kind: AmenityKind) -> &'static str {
    match kind {
        AmenityKind::Restroom => "restroom",
        AmenityKind::RestroomWheelchair => "restroom-wheelchair",
        AmenityKind::Cafe => "cafe",
        AmenityKind::Restaurant => "restaurant",
        AmenityKind::FirstAid => "first-aid",
        AmenityKind::Information => "information",
        AmenityKind::Cloakroom => "cloakroom",
        AmenityKind::PrayerRoom => "prayer-room",
        AmenityKind::NursingRoom => "nursing-room",
        AmenityKind::Charging => "charging",
        AmenityKind::Atm => "atm",
        AmenityKind::Seating => "seating",
        AmenityKind::Lockers => "lockers",
        AmenityKind::Other => "service",
    }
}

fn fixture_word(kind: FixtureKind) -> &'static str {
    match kind {
        FixtureKind::Column => "column",
        FixtureKind::Hydrant => "hydrant",
        FixtureKind::Wall => "wall",
        FixtureKind::Shutter => "shutter",
        FixtureKind::Planter => "planter",
        FixtureKind::Furniture => "furniture",
        FixtureKind::Power => "power",
        FixtureKind::Water => "water",
        FixtureKind::Air => "air",
        FixtureKind::Data => "data",
    }
}
