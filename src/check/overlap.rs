//! Two things in one place: stands, and what else covers the floor; walled units.

use super::context::{Context, in_layout};
use super::shape::{boxes_overlap, shared_area};
use crate::venue::{Bounds, Finding, FixtureKind, LevelId, Polygon, Severity, Unit};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    units(context, findings);
    booths(context, findings);
    for obstacle in obstacles(context) {
        let Some(bounds) = obstacle.polygon.bounds() else {
            continue;
        };
        for i in context.booths_near(obstacle.level, bounds) {
            let booth = &context.layout.booths[i];
            if booth.unit.as_str() != obstacle.id
                && let Some(area) = overlap(&booth.footprint, obstacle.polygon)
            {
                findings.push(Finding {
                    severity: obstacle.severity,
                    ..Finding::error(
                        "overlap",
                        in_layout(format!("/booths/{i}/footprint")),
                        format!(
                            "Booth `{}` covers {area:.2} m² of {} `{}`.",
                            booth.id, obstacle.noun, obstacle.id
                        ),
                        "Move one of them, or cut the footprint round it.",
                    )
                });
            }
        }
    }
}

/// The area that two polygons share, if it is more than rounding.
fn overlap(a: &Polygon, b: &Polygon) -> Option<f64> {
    let near = |a: Bounds, b: Bounds| boxes_overlap(a, b).then_some(());
    near(a.bounds()?, b.bounds()?)?;
    shared_area(a, b)
}

fn booths(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let booths = &context.layout.booths;
    for (i, booth) in booths.iter().enumerate() {
        let (Some((_, unit)), Some(bounds)) = (context.unit(&booth.unit), booth.footprint.bounds()) else {
            continue;
        };
        for j in context
            .booths_near(&unit.level, bounds)
            .into_iter()
            .take_while(|j| *j < i)
        {
            if let Some(area) = overlap(&booth.footprint, &booths[j].footprint) {
                findings.push(Finding::error(
                    "overlap",
                    in_layout(format!("/booths/{i}/footprint")),
                    format!("Booth `{}` covers {area:.2} m² of booth `{}`.", booth.id, booths[j].id),
                    "Move one of them, or mend the corners.",
                ));
            }
        }
    }
}

/// Walled units of one level share no floor, unless one lies wholly inside the other, as a room inside a hall does.
fn units(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let walled: Vec<_> = walled(context).collect();
    for (n, (i, unit)) in walled.iter().enumerate() {
        for (_, other) in &walled[..n] {
            if unit.level == other.level
                && let Some(area) = overlap(&unit.polygon, &other.polygon)
                && !is_inside(unit, other)
                && !is_inside(other, unit)
            {
                findings.push(Finding::error(
                    "overlap",
                    in_layout(format!("/units/{i}/polygon")),
                    format!(
                        "Unit `{}` covers {area:.2} m² of unit `{}` on the same level.",
                        unit.id, other.id
                    ),
                    "Let walled units touch, or lie wholly inside one another, as a room in a hall.",
                ));
            }
        }
    }
}

fn walled<'v>(context: &Context<'v>) -> impl Iterator<Item = (usize, &'v Unit)> {
    context
        .layout
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.kind.is_walled())
}

/// Whether `inner` lies wholly inside `outer` and is smaller.
fn is_inside(inner: &Unit, outer: &Unit) -> bool {
    inner.level == outer.level
        && inner.polygon.area() < outer.polygon.area()
        && overlap(&inner.polygon, &outer.polygon).is_some()
        && super::shape::area_outside(&inner.polygon, &outer.polygon).is_none()
}

/// What a stand may not cover.
struct Obstacle<'v> {
    noun: &'static str,
    id: &'v str,
    level: &'v LevelId,
    polygon: &'v Polygon,
    severity: Severity,
}

fn obstacles<'v>(context: &Context<'v>) -> Vec<Obstacle<'v>> {
    let layout = context.layout;
    let mut obstacles = Vec::new();
    for fixture in layout.fixtures.iter().filter(|fixture| fixture.kind.is_in_the_way()) {
        obstacles.push(Obstacle {
            noun: match fixture.kind {
                FixtureKind::Column => "column",
                FixtureKind::Hydrant => "hydrant",
                FixtureKind::Wall => "wall",
                _ => "fixture",
            },
            id: fixture.id.as_str(),
            level: &fixture.level,
            polygon: &fixture.footprint,
            // Stands are built round columns where halls have them; the exhibitor should know.
            severity: match fixture.kind {
                FixtureKind::Column => Severity::Warning,
                _ => Severity::Error,
            },
        });
    }
    for amenity in &layout.amenities {
        obstacles.extend(amenity.footprint.as_ref().map(|polygon| Obstacle {
            noun: "amenity",
            id: amenity.id.as_str(),
            level: &amenity.level,
            polygon,
            severity: Severity::Error,
        }));
    }
    for connector in &layout.connectors {
        for end in &connector.ends {
            obstacles.extend(end.footprint.as_ref().map(|polygon| Obstacle {
                noun: "connector",
                id: connector.id.as_str(),
                level: &end.level,
                polygon,
                severity: Severity::Error,
            }));
        }
    }
    // A room inside a hall is no part of the hall's floor.
    let halls: Vec<_> = walled(context).map(|(_, unit)| unit).collect();
    for room in &halls {
        if halls.iter().any(|hall| is_inside(room, hall)) {
            obstacles.push(Obstacle {
                noun: "unit",
                id: room.id.as_str(),
                level: &room.level,
                polygon: &room.polygon,
                severity: Severity::Error,
            });
        }
    }
    obstacles
}
