//! Venue axes and the renderer's. The venue counts metres x east, y north, z up; glTF has Y up and looks along −Z.
//! All of the stage reckons in venue axes; only what is handed to the painter is converted.

use glam::{Vec2, Vec3};

/// Venue → renderer.
pub fn to_world(venue: Vec3) -> Vec3 {
    Vec3::new(venue.x, venue.z, -venue.y)
}

/// Renderer → venue.
pub fn to_venue(world: Vec3) -> Vec3 {
    Vec3::new(world.x, -world.z, world.y)
}

/// The unit vector of a heading: degrees clockwise from north.
pub fn heading_vector(heading_deg: f32) -> Vec2 {
    let (sin, cos) = heading_deg.to_radians().sin_cos();
    Vec2::new(sin, cos)
}

/// The heading of a direction, 0 to 360.
pub fn heading_of(direction: Vec2) -> f32 {
    direction.x.atan2(direction.y).to_degrees().rem_euclid(360.0)
}

/// The shortest turn from one heading to another, −180 to 180 degrees.
pub fn turn_between(from_deg: f32, to_deg: f32) -> f32 {
    (to_deg - from_deg + 180.0).rem_euclid(360.0) - 180.0
}

/// An axis-parallel box in venue metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box3 {
    pub min: Vec3,
    pub max: Vec3,
}

impl Box3 {
    /// The smallest box round the points; `None` if there are none.
    pub fn of(points: impl IntoIterator<Item = Vec3>) -> Option<Self> {
        points.into_iter().map(|p| Self { min: p, max: p }).reduce(Self::union)
    }

    pub fn center(self) -> Vec3 {
        (self.min + self.max) / 2.0
    }

    pub fn size(self) -> Vec3 {
        self.max - self.min
    }

    pub fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    pub fn corners(self) -> [Vec3; 8] {
        let (a, b) = (self.min, self.max);
        [
            Vec3::new(a.x, a.y, a.z),
            Vec3::new(b.x, a.y, a.z),
            Vec3::new(b.x, b.y, a.z),
            Vec3::new(a.x, b.y, a.z),
            Vec3::new(a.x, a.y, b.z),
            Vec3::new(b.x, a.y, b.z),
            Vec3::new(b.x, b.y, b.z),
            Vec3::new(a.x, b.y, b.z),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_go_there_and_back() {
        let v = Vec3::new(1.0, 2.0, 3.0);
        assert_eq!(to_world(v), Vec3::new(1.0, 3.0, -2.0));
        assert_eq!(to_venue(to_world(v)), v);
    }

    #[test]
    fn headings_are_clockwise_from_north() {
        assert!((heading_vector(90.0) - Vec2::X).length() < 1e-6);
        assert!((heading_of(Vec2::NEG_X) - 270.0).abs() < 1e-3);
        assert_eq!(turn_between(350.0, 10.0), 20.0);
        assert_eq!(turn_between(10.0, 350.0), -20.0);
    }
}
