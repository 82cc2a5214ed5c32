//! Which place is at a pixel.

use super::camera::Ray;
use super::site::{PlaceKind, Site};
use crate::venue::PlaceId;

/// A ray ends here: no venue is larger.
const REACH_M: f32 = 5_000.0;

/// The first booth or other thing that the ray meets on the levels up to `highest`, else the hall or room whose floor it meets.
/// Walls let it through: with the roofs off one points at what one sees from above.
pub fn pick(site: &Site, ray: &Ray, highest: Option<i32>) -> Option<PlaceId> {
    let shown = |ordinal: i32| highest.is_none_or(|highest| ordinal <= highest);
    let thing = site
        .places()
        .filter(|(_, place)| place.kind != PlaceKind::Unit && shown(place.ordinal))
        .filter_map(|(id, place)| Some((ray.meets(&place.bounds)?, id)))
        .min_by(|(a, _), (b, _)| a.total_cmp(b));
    let floor = site
        .levels()
        .iter()
        .rev()
        .filter(|level| shown(level.ordinal))
        .find_map(|level| {
            let distance = (level.elevation_m - ray.origin.z) / ray.direction.z;
            if !(0.0..REACH_M).contains(&distance) {
                return None;
            }
            let point = (ray.origin + ray.direction * distance).truncate();
            Some((distance, site.unit_at(point, level.ordinal)?))
        });
    match (thing, floor) {
        // An upper level's floor hides what is under it.
        (Some((near, _)), Some((floor, unit))) if floor < near => Some(unit),
        (Some((_, id)), _) => Some(id),
        (None, floor) => floor.map(|(_, unit)| unit),
    }
    .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::site::tests::site;
    use glam::Vec3;

    fn down_at(x: f32, y: f32) -> Ray {
        Ray {
            origin: Vec3::new(x, y, 50.0),
            direction: Vec3::NEG_Z,
        }
    }

    #[test]
    fn a_booth_before_the_hall_it_stands_in() {
        let site = site();
        assert_eq!(pick(&site, &down_at(31.0, 21.0), Some(0)), Some(PlaceId::new("B1")));
        assert_eq!(pick(&site, &down_at(60.0, 21.0), Some(0)), Some(PlaceId::new("H1")));
        assert_eq!(pick(&site, &down_at(160.0, 21.0), Some(0)), None);
    }
}
