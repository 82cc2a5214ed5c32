//! Polygons are some, sides exist, and coordinates are near.

use super::LAYOUT;
use crate::venue::{FilePlace, Finding, Point, Polygon, VenueFiles};

/// Coordinates beyond this many metres from the origin are a mistake of units or of projection.
const FARTHEST_M: f64 = 100_000.0;

/// Whether a point can be meant: it is not absurdly far from the origin.
pub fn is_near(point: Point) -> bool {
    point.x.abs() <= FARTHEST_M && point.y.abs() <= FARTHEST_M
}

pub(super) fn findings(files: &VenueFiles, findings: &mut Vec<Finding>) {
    let layout = &files.layout;
    for (i, unit) in layout.units.iter().enumerate() {
        polygon(&unit.polygon, format!("/units/{i}/polygon"), findings);
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        polygon(&booth.footprint, format!("/booths/{i}/footprint"), findings);
        for (j, side) in booth.open_sides.iter().enumerate() {
            if booth.footprint.side(*side).is_none() {
                findings.push(Finding::error(
                    "unknown-side",
                    FilePlace::new(LAYOUT, format!("/booths/{i}/open_sides/{j}")),
                    format!("Booth `{}` has no side {side}.", booth.id),
                    format!(
                        "Count sides from 0 to {}: side 0 joins the first two corners.",
                        booth.footprint.points().len().saturating_sub(1)
                    ),
                ));
            }
        }
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        polygon(&fixture.footprint, format!("/fixtures/{i}/footprint"), findings);
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        point(amenity.point, format!("/amenities/{i}/point"), findings);
        if let Some(footprint) = &amenity.footprint {
            polygon(footprint, format!("/amenities/{i}/footprint"), findings);
        }
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        point(kiosk.point, format!("/kiosks/{i}/point"), findings);
    }
    for (i, aisle) in layout.aisles.iter().enumerate() {
        for (j, corner) in aisle.line.iter().enumerate() {
            point(*corner, format!("/aisles/{i}/line/{j}"), findings);
        }
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        point(opening.from, format!("/openings/{i}/from"), findings);
        point(opening.to, format!("/openings/{i}/to"), findings);
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            point(end.point, format!("/connectors/{i}/ends/{j}/point"), findings);
            if let Some(footprint) = &end.footprint {
                polygon(footprint, format!("/connectors/{i}/ends/{j}/footprint"), findings);
            }
        }
    }
}

fn polygon(shape: &Polygon, pointer: String, findings: &mut Vec<Finding>) {
    for (i, corner) in shape.points().iter().enumerate() {
        point(*corner, format!("{pointer}/{i}"), findings);
    }
    if shape.points().len() < 3 || shape.area() < 1e-4 {
        findings.push(Finding::error(
            "no-area",
            FilePlace::new(LAYOUT, pointer),
            format!(
                "The polygon has {} corners and covers {:.2} m².",
                shape.points().len(),
                shape.area()
            ),
            "Give at least three corners in order round the shape; the first is not repeated at the end.",
        ));
    }
}

fn point(point: Point, pointer: String, findings: &mut Vec<Finding>) {
    if !is_near(point) {
        findings.push(Finding::error(
            "far-away",
            FilePlace::new(LAYOUT, pointer),
            format!(
                "[{}, {}] is more than {} km from the origin.",
                point.x,
                point.y,
                FARTHEST_M / 1000.0
            ),
            "Coordinates are local metres, x east and y north, from an origin at the venue.",
        ));
    }
}
