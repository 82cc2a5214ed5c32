//! GeoJSON (RFC 7946) text → features, forgiving about everything but the text being GeoJSON: what cannot be read of a feature is told, not fatal.

use super::tags::Tags;
use serde_json::Value;

/// One feature, its coordinates still degrees.
#[derive(Debug)]
pub(super) struct Feature {
    /// As OpenStreetMap writes it, `way/398056953`; `feature 12` where the file has none.
    pub osm_id: String,
    pub tags: Tags,
    pub geometries: Vec<Geometry<LonLat>>,
}

/// WGS 84 degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LonLat {
    pub lon: f64,
    pub lat: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Geometry<P> {
    Point(P),
    Line(Vec<P>),
    /// The outer ring, then its holes; no ring repeats its first position at the end.
    Area(Vec<Vec<P>>),
}

impl<P> Geometry<P> {
    pub fn positions(&self) -> Box<dyn Iterator<Item = &P> + '_> {
        match self {
            Self::Point(position) => Box::new(std::iter::once(position)),
            Self::Line(line) => Box::new(line.iter()),
            Self::Area(rings) => Box::new(rings.iter().flatten()),
        }
    }

    pub fn map<Q>(&self, to: impl Fn(&P) -> Q) -> Geometry<Q> {
        match self {
            Self::Point(position) => Geometry::Point(to(position)),
            Self::Line(line) => Geometry::Line(line.iter().map(to).collect()),
            Self::Area(rings) => Geometry::Area(rings.iter().map(|ring| ring.iter().map(&to).collect()).collect()),
        }
    }
}

/// Why a text is no GeoJSON that anything could be made of.
#[derive(Debug, thiserror::Error)]
pub enum NotGeoJson {
    #[error("this is XML or HTML, not GeoJSON; OSM XML becomes GeoJSON with osmtogeojson or JOSM")]
    Markup,
    #[error("this is not JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("this is Overpass JSON, not GeoJSON; osmtogeojson makes GeoJSON of it")]
    Overpass,
    #[error("this is JSON, but not a GeoJSON FeatureCollection")]
    OtherJson,
}

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub features: Vec<Feature>,
    /// Features without a usable geometry: their ids and why.
    pub unreadable: Vec<(String, &'static str)>,
}

pub(super) fn read(text: &str) -> Result<Contents, NotGeoJson> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('<') {
        return Err(NotGeoJson::Markup);
    }
    let root: Value = serde_json::from_str(text)?;
    let items: &[Value] = match root.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => root
            .get("features")
            .and_then(Value::as_array)
            .ok_or(NotGeoJson::OtherJson)?,
        Some("Feature") => std::slice::from_ref(&root),
        _ if root.get("elements").is_some() => return Err(NotGeoJson::Overpass),
        _ => return Err(NotGeoJson::OtherJson),
    };
    let mut contents = Contents::default();
    for (index, item) in items.iter().enumerate() {
        let properties = item.get("properties");
        let osm_id = osm_id(item, properties).unwrap_or_else(|| format!("feature {index}"));
        let mut geometries = Vec::new();
        match item
            .get("geometry")
            .map_or(Err("it has no geometry"), |geometry| collect(geometry, &mut geometries))
        {
            Ok(()) if geometries.is_empty() => contents.unreadable.push((osm_id, "its geometry is empty")),
            Ok(()) => contents.features.push(Feature {
                osm_id,
                tags: Tags::of(properties),
                geometries,
            }),
            Err(why) => contents.unreadable.push((osm_id, why)),
        }
    }
    Ok(contents)
}

fn osm_id(item: &Value, properties: Option<&Value>) -> Option<String> {
    let of = |value: &Value| match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    item.get("id")
        .and_then(of)
        .or_else(|| properties?.get("@id").and_then(of))
        .or_else(|| properties?.get("id").and_then(of))
}

fn collect(geometry: &Value, into: &mut Vec<Geometry<LonLat>>) -> Result<(), &'static str> {
    const NO_LIST: &str = "its coordinates are no list of positions";
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    let parts = || coordinates.as_array().ok_or(NO_LIST);
    match geometry.get("type").and_then(Value::as_str) {
        Some("Point") => into.push(Geometry::Point(position(coordinates)?)),
        Some("LineString") => into.push(Geometry::Line(line(coordinates)?)),
        Some("Polygon") => into.push(Geometry::Area(rings(coordinates)?)),
        Some("MultiPoint") => {
            for part in parts()? {
                into.push(Geometry::Point(position(part)?));
            }
        }
        Some("MultiLineString") => {
            for part in parts()? {
                into.push(Geometry::Line(line(part)?));
            }
        }
        Some("MultiPolygon") => {
            for part in parts()? {
                into.push(Geometry::Area(rings(part)?));
            }
        }
        Some("GeometryCollection") => {
            for part in geometry.get("geometries").and_then(Value::as_array).ok_or(NO_LIST)? {
                collect(part, into)?;
            }
        }
        Some(_) => return Err("its geometry is of no type that GeoJSON knows"),
        None => return Err("it has no geometry"),
    }
    Ok(())
}

fn position(value: &Value) -> Result<LonLat, &'static str> {
    const NO_NUMBERS: &str = "a position has no two finite numbers";
    let number = |i: usize| {
        value
            .get(i)
            .and_then(Value::as_f64)
            .filter(|n| n.is_finite())
            .ok_or(NO_NUMBERS)
    };
    let (lon, lat) = (number(0)?, number(1)?);
    if lon.abs() <= 180.0 && lat.abs() <= 89.0 {
        Ok(LonLat { lon, lat })
    } else {
        Err("a position is not in degrees of longitude and latitude")
    }
}

fn line(value: &Value) -> Result<Vec<LonLat>, &'static str> {
    let mut positions: Vec<LonLat> = Vec::new();
    for item in value.as_array().ok_or("its coordinates are no list of positions")? {
        let next = position(item)?;
        if positions.last() != Some(&next) {
            positions.push(next);
        }
    }
    if positions.len() < 2 {
        Err("its line has fewer than two positions")
    } else {
        Ok(positions)
    }
}

fn rings(value: &Value) -> Result<Vec<Vec<LonLat>>, &'static str> {
    let mut rings = Vec::new();
    for (i, item) in value
        .as_array()
        .ok_or("its coordinates are no list of rings")?
        .iter()
        .enumerate()
    {
        match line(item).map(open) {
            Ok(ring) if ring.len() >= 3 => rings.push(ring),
            Ok(_) if i == 0 => return Err("its outline has fewer than three corners"),
            Err(why) if i == 0 => return Err(why),
            // A hole that is none takes nothing away.
            _ => {}
        }
    }
    if rings.is_empty() {
        Err("it has no outline")
    } else {
        Ok(rings)
    }
}

/// A ring without the last position that repeats the first.
pub(super) fn open<P: PartialEq>(mut ring: Vec<P>) -> Vec<P> {
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}
