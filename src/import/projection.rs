//! Degrees ↔ local metres: an equirectangular projection about the venue's middle, exact to millimetres over a building.

use super::geojson::LonLat;
use crate::venue::{Georeference, Point};

/// WGS 84: semi-major axis in metres, and first eccentricity squared.
const SEMI_MAJOR_M: f64 = 6_378_137.0;
const ECCENTRICITY2: f64 = 0.006_694_379_990_14;

pub(super) struct Projection {
    origin: LonLat,
    metres_per_lon: f64,
    metres_per_lat: f64,
}

impl Projection {
    pub fn about(origin: LonLat) -> Self {
        let (sin, cos) = origin.lat.to_radians().sin_cos();
        let w2 = 1.0 - ECCENTRICITY2 * sin * sin;
        let degree = std::f64::consts::PI / 180.0;
        Self {
            origin,
            metres_per_lon: degree * SEMI_MAJOR_M / w2.sqrt() * cos,
            metres_per_lat: degree * SEMI_MAJOR_M * (1.0 - ECCENTRICITY2) / (w2 * w2.sqrt()),
        }
    }

    /// The middle one of longitudes and of latitudes, so that a stray feature does not move the origin; `None` of nothing.
    pub fn middle(positions: impl Iterator<Item = LonLat>) -> Option<LonLat> {
        let (mut lons, mut lats): (Vec<f64>, Vec<f64>) = positions.map(|p| (p.lon, p.lat)).unzip();
        lons.sort_by(f64::total_cmp);
        lats.sort_by(f64::total_cmp);
        Some(LonLat {
            lon: *lons.get(lons.len() / 2)?,
            lat: *lats.get(lats.len() / 2)?,
        })
    }

    pub fn to_local(&self, p: LonLat) -> Point {
        // The short way round, also across the date line.
        let east = (p.lon - self.origin.lon + 540.0).rem_euclid(360.0) - 180.0;
        Point::new(
            east * self.metres_per_lon,
            (p.lat - self.origin.lat) * self.metres_per_lat,
        )
    }

    pub fn georeference(&self) -> Georeference {
        Georeference {
            latitude: self.origin.lat,
            longitude: self.origin.lon,
            bearing_deg: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_is_as_long_as_the_ellipsoid_says() {
        let at = Projection::about(LonLat { lon: 10.0, lat: 45.0 });
        let p = at.to_local(LonLat { lon: 11.0, lat: 45.0 });
        assert!((p.x - 78_847.0).abs() < 1.0 && p.y == 0.0, "{p:?}");
        let p = at.to_local(LonLat { lon: 10.0, lat: 45.001 });
        assert!((p.y - 111.132).abs() < 0.01, "{p:?}");
    }

    #[test]
    fn the_date_line_is_no_border() {
        let at = Projection::about(LonLat {
            lon: 179.9999,
            lat: 0.0,
        });
        assert!(
            (at.to_local(LonLat {
                lon: -179.9999,
                lat: 0.0
            })
            .x - 22.26)
                .abs()
                < 0.01
        );
    }
}
