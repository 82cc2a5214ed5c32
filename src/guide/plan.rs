//! The 2D plan.

use super::labels::Label;
use super::summary::{levels, theme_of};
use super::{OpenVenue, Plan, PlanLevel, PlanOpening, PlanShape, PlanShapeKind, PlanSymbol, SymbolIcon, bounds};
use crate::order;
use crate::venue::{
    Aisle, AisleKind, BoothKind, Fixture, Level, LevelId, OpeningKind, Point, Polygon, Unit, UnitId, UnitKind, Venue,
};

impl OpenVenue {
    pub(super) fn plan(&self) -> Plan {
        let mut labels = self.labels();
        let levels = levels(&self.venue).into_iter().map(|level| {
            let of_level = |label: &Label| *label.level() == level.id;
            let (here, elsewhere) = labels.drain(..).partition(of_level);
            labels = elsewhere;
            self.plan_level(level, here)
        });
        Plan {
            levels: levels.collect(),
            bounds: bounds::of_venue(&self.venue),
        }
    }

    fn plan_level(&self, level: &Level, labels: Vec<Label>) -> PlanLevel {
        PlanLevel {
            id: level.id.clone(),
            bounds: bounds::of_level(&self.venue, level),
            shapes: self.shapes(&level.id),
            openings: openings(&self.venue, &level.id),
            symbols: symbols(&self.venue, &level.id),
            labels: labels.into_iter().map(Label::on_plan).collect(),
        }
    }

    /// From the ground up: floors, halls, rooms, aisles, then what stands on them.
    fn shapes(&self, level: &LevelId) -> Vec<PlanShape> {
        let venue = &self.venue;
        let mut units: Vec<&Unit> = venue.units().iter().filter(|unit| unit.level == *level).collect();
        order::sort_by_key(&mut units, |unit| drawing_order(unit.kind));
        let mut shapes: Vec<PlanShape> = units.into_iter().map(|unit| unit_shape(venue, unit)).collect();
        let is_here = |unit: &UnitId| venue.unit(unit).is_some_and(|unit| unit.level == *level);

        let mut aisles: Vec<&Aisle> = venue.aisles().iter().filter(|aisle| is_here(&aisle.unit)).collect();
        // Main aisles over the others that they cross.
        order::sort_by_key(&mut aisles, |aisle| aisle.kind == AisleKind::Main);
        shapes.extend(aisles.into_iter().flat_map(|aisle| aisle_shapes(venue, aisle)));

        for booth in venue.booths().iter().filter(|booth| is_here(&booth.unit)) {
            let theme = venue.unit(&booth.unit).and_then(|unit| theme_of(venue, unit));
            shapes.push(PlanShape {
                place: Some((&booth.id).into()),
                kind: PlanShapeKind::Booth {
                    raw_space: booth.kind == BoothKind::RawSpace,
                },
                polygon: booth.footprint.clone(),
                color: theme.map(|theme| theme.color),
            });
        }
        for amenity in venue.amenities().iter().filter(|amenity| amenity.level == *level) {
            shapes.extend(amenity.footprint.clone().map(|polygon| PlanShape {
                place: Some((&amenity.id).into()),
                kind: PlanShapeKind::Amenity { amenity: amenity.kind },
                polygon,
                color: None,
            }));
        }
        for connector in venue.connectors() {
            let ends = connector.ends.iter().filter(|end| end.level == *level);
            let footprints = ends.filter_map(|end| end.footprint.clone());
            shapes.extend(footprints.map(|polygon| PlanShape {
                place: Some((&connector.id).into()),
                kind: PlanShapeKind::Connector {
                    connector: connector.kind,
                },
                polygon,
                color: None,
            }));
        }
        // Services are for exhibitors.
        let shown = |fixture: &&Fixture| fixture.level == *level && !fixture.kind.is_service();
        let fixtures = venue.fixtures().iter().filter(shown);
        shapes.extend(fixtures.map(|fixture| PlanShape {
            place: None,
            kind: PlanShapeKind::Fixture { fixture: fixture.kind },
            polygon: fixture.footprint.clone(),
            color: None,
        }));
        shapes
    }
}

/// Rooms lie within halls and on concourses, and are drawn over them.
fn drawing_order(kind: UnitKind) -> u8 {
    match kind {
        UnitKind::Outdoor => 0,
        UnitKind::Area | UnitKind::Concourse | UnitKind::Corridor => 1,
        UnitKind::Hall => 2,
        UnitKind::Room | UnitKind::Shop => 3,
    }
}

fn unit_shape(venue: &Venue, unit: &Unit) -> PlanShape {
    PlanShape {
        place: unit.kind.is_walled().then(|| (&unit.id).into()),
        kind: PlanShapeKind::Unit { unit: unit.kind },
        polygon: unit.polygon.clone(),
        color: theme_of(venue, unit).map(|theme| theme.color),
    }
}

/// One rectangle for each segment of the centre line.
fn aisle_shapes<'v>(venue: &'v Venue, aisle: &'v Aisle) -> impl Iterator<Item = PlanShape> + 'v {
    let main = aisle.kind == AisleKind::Main;
    let theme = venue.unit(&aisle.unit).and_then(|unit| theme_of(venue, unit));
    let color = theme.map(|theme| theme.color);
    let rectangles = aisle
        .line
        .windows(2)
        .filter_map(|ends| ribbon(ends[0], ends[1], aisle.width_m));
    rectangles.map(move |polygon| PlanShape {
        place: None,
        kind: PlanShapeKind::Aisle { main },
        polygon,
        color: color.clone(),
    })
}

/// The rectangle of that width round a segment; `None` if it has no length.
fn ribbon(a: Point, b: Point, width: f64) -> Option<Polygon> {
    let length = a.distance(b);
    if length == 0.0 {
        return None;
    }
    let (x, y) = ((b.y - a.y) / length * width / 2.0, -(b.x - a.x) / length * width / 2.0);
    let moved = |p: Point, sign: f64| Point::new(p.x + sign * x, p.y + sign * y);
    Some(Polygon(vec![
        moved(a, 1.0),
        moved(b, 1.0),
        moved(b, -1.0),
        moved(a, -1.0),
    ]))
}

fn openings(venue: &Venue, level: &LevelId) -> Vec<PlanOpening> {
    let here = venue.openings().iter().filter(|opening| {
        let unit = opening.between.first().and_then(|unit| venue.unit(unit));
        unit.is_some_and(|unit| unit.level == *level)
    });
    here.map(|opening| PlanOpening {
        kind: opening.kind,
        from: opening.from,
        to: opening.to,
    })
    .collect()
}

fn symbols(venue: &Venue, level: &LevelId) -> Vec<PlanSymbol> {
    let mut symbols = Vec::new();
    for amenity in venue.amenities().iter().filter(|amenity| amenity.level == *level) {
        symbols.push(PlanSymbol {
            place: (&amenity.id).into(),
            icon: SymbolIcon::Amenity { amenity: amenity.kind },
            point: amenity.point,
        });
    }
    for connector in venue.connectors() {
        for end in connector.ends.iter().filter(|end| end.level == *level) {
            let others = connector.ends.iter().filter(|other| other.level != *level);
            symbols.push(PlanSymbol {
                place: (&connector.id).into(),
                icon: SymbolIcon::Connector {
                    connector: connector.kind,
                    to: others.map(|other| other.level.clone()).collect(),
                },
                point: end.point,
            });
        }
    }
    let entrances = venue.openings().iter().filter(|opening| {
        let unit = opening.between.first().and_then(|unit| venue.unit(unit));
        opening.kind == OpeningKind::Entrance && unit.is_some_and(|unit| unit.level == *level)
    });
    symbols.extend(entrances.map(|opening| PlanSymbol {
        place: (&opening.id).into(),
        icon: SymbolIcon::Entrance,
        point: opening.from.lerp(opening.to, 0.5),
    }));
    let kiosks = venue.kiosks().iter().filter(|kiosk| kiosk.level == *level);
    symbols.extend(kiosks.map(|kiosk| PlanSymbol {
        place: (&kiosk.id).into(),
        icon: SymbolIcon::Kiosk,
        point: kiosk.point,
    }));
    symbols
}
