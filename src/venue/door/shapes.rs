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
    let mut shapes = Shapes::of(LAYOUT, findings);
    for (i, unit) in layout.units.iter().enumerate() {
        shapes.polygon(&unit.polygon, format!("/units/{i}/polygon"));
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        shapes.polygon(&booth.footprint, format!("/booths/{i}/footprint"));
        for (j, side) in booth.open_sides.iter().enumerate() {
            if booth.footprint.side(*side).is_none() {
                shapes.findings.push(Finding::error(
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
        shapes.polygon(&fixture.footprint, format!("/fixtures/{i}/footprint"));
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        shapes.point(amenity.point, format!("/amenities/{i}/point"));
        if let Some(footprint) = &amenity.footprint {
            shapes.polygon(footprint, format!("/amenities/{i}/footprint"));
        }
    }
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        shapes.point(kiosk.point, format!("/kiosks/{i}/point"));
    }
    for (i, aisle) in layout.aisles.iter().enumerate() {
        for (j, corner) in aisle.line.iter().enumerate() {
            shapes.point(*corner, format!("/aisles/{i}/line/{j}"));
        }
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        shapes.point(opening.from, format!("/openings/{i}/from"));
        shapes.point(opening.to, format!("/openings/{i}/to"));
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            shapes.point(end.point, format!("/connectors/{i}/ends/{j}/point"));
            if let Some(footprint) = &end.footprint {
                shapes.polygon(footprint, format!("/connectors/{i}/ends/{j}/footprint"));
            }
        }
    }
}

/// Looks at the shapes of one file.
pub(super) struct Shapes<'f> {
    file: &'static str,
    findings: &'f mut Vec<Finding>,
}

impl<'f> Shapes<'f> {
    pub fn of(file: &'static str, findings: &'f mut Vec<Finding>) -> Self {
        Self { file, findings }
    }

    pub fn polygon(&mut self, shape: &Polygon, pointer: String) {
        for (i, corner) in shape.points().iter().enumerate() {
            self.point(*corner, format!("{pointer}/{i}"));
        }
        if shape.points().len() < 3 || shape.area() < 1e-4 {
            self.findings.push(Finding::error(
                "no-area",
                FilePlace::new(self.file, pointer),
                format!(
                    "The polygon has {} corners and covers {} m².",
                    shape.points().len(),
                    (shape.area() * 100.0).round() / 100.0
                ),
                "Give at least three corners in order round the shape; the first is not repeated at the end.",
            ));
        }
    }

    fn point(&mut self, point: Point, pointer: String) {
        if !is_near(point) {
            self.findings.push(Finding::error(
                "far-away",
                FilePlace::new(self.file, pointer),
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
}
