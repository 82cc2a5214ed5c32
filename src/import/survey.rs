//! The file's features in local metres, each with the levels that it says it is on.

use super::geojson::{self, Contents, Feature, Geometry, NotGeoJson};
use super::level::{LevelNumber, levels_of};
use super::projection::Projection;
use super::report::Report;
use super::role::{self, AreaRole, LineRole, PointRole};
use super::tags::Tags;
use super::wording::Locale;
use crate::venue::{Georeference, Point};
use std::collections::BTreeSet;

/// One feature of the file.
#[derive(Debug)]
pub(super) struct Item {
    pub osm_id: String,
    pub tags: Tags,
    /// Empty if it says none.
    pub levels: BTreeSet<LevelNumber>,
    pub geometries: Vec<Geometry<Point>>,
}

impl Item {
    pub fn area_role(&self) -> AreaRole {
        role::area_role(&self.tags, !self.levels.is_empty())
    }

    pub fn line_role(&self) -> LineRole {
        role::line_role(&self.tags, self.levels.len())
    }

    pub fn point_role(&self) -> PointRole {
        role::point_role(&self.tags)
    }

    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.geometries.iter().filter_map(|geometry| match geometry {
            Geometry::Point(point) => Some(*point),
            _ => None,
        })
    }

    pub fn lines(&self) -> impl Iterator<Item = &[Point]> + '_ {
        self.geometries.iter().filter_map(|geometry| match geometry {
            Geometry::Line(line) => Some(line.as_slice()),
            _ => None,
        })
    }

    /// Outer rings with their holes; a line that comes back to its start, or nearly, counts where the tags speak of an area.
    pub fn areas(&self) -> impl Iterator<Item = Vec<Vec<Point>>> + '_ {
        self.geometries.iter().filter_map(|geometry| match geometry {
            Geometry::Area(rings) => Some(rings.clone()),
            Geometry::Line(line) if self.line_role() == LineRole::Outline => closed(line).map(|ring| vec![ring]),
            _ => None,
        })
    }
}

/// The ring that a line draws; `None` if its ends are too far apart for one.
fn closed(line: &[Point]) -> Option<Vec<Point>> {
    let (first, last) = (line.first()?, line.last()?);
    let length: f64 = line.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let ring = geojson::open(line.to_vec());
    (ring.len() >= 3 && first.distance(*last) <= length * 0.25).then_some(ring)
}

pub(super) struct Survey {
    pub items: Vec<Item>,
    pub georeference: Georeference,
    pub locale: Locale,
}

/// A feature farther from the middle is no part of the building (m).
const FARTHEST_M: f64 = 10_000.0;

/// `None` if nothing in the file is indoors.
pub(super) fn survey(text: &str, language: Option<&str>, report: &mut Report) -> Result<Option<Survey>, NotGeoJson> {
    let Contents { features, unreadable } = geojson::read(text)?;
    for (osm_id, why) in unreadable {
        report.left_out(&osm_id, why);
    }
    let indoors = features
        .iter()
        .filter(|feature| feature.tags.has("indoor") || feature.tags.has("level"));
    let positions = indoors
        .flat_map(|feature| feature.geometries.iter().flat_map(|geometry| geometry.positions()))
        .copied();
    let Some(middle) = Projection::middle(positions) else {
        return Ok(None);
    };
    let projection = Projection::about(middle);
    let locale = Locale::of(&features, middle.lon, language);
    let items = features
        .into_iter()
        .filter_map(|feature| item(feature, &projection, report))
        .collect();
    Ok(Some(Survey {
        items,
        georeference: projection.georeference(),
        locale,
    }))
}

fn item(feature: Feature, projection: &Projection, report: &mut Report) -> Option<Item> {
    let Feature {
        osm_id,
        tags,
        geometries,
    } = feature;
    let geometries: Vec<Geometry<Point>> = geometries
        .iter()
        .map(|geometry| geometry.map(|&position| projection.to_local(position)))
        .collect();
    let far = |p: &Point| p.x.abs() > FARTHEST_M || p.y.abs() > FARTHEST_M;
    if geometries.iter().flat_map(Geometry::positions).any(far) {
        report.left_out(&osm_id, "it is more than 10 km from the rest");
        return None;
    }
    let levels = levels_of(&tags).unwrap_or_else(|text| {
        report.guessed(&osm_id, format!("`{text}` is no level; taken as if it said none"));
        BTreeSet::new()
    });
    Some(Item {
        osm_id,
        tags,
        levels,
        geometries,
    })
}
