//! A line through the venue by its length: the shown route.

use glam::Vec3;

/// Points in venue metres, `z` the floor's height, none twice in a row.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "stage", derive(bevy::prelude::Resource))]
pub struct Path {
    points: Vec<Vec3>,
    /// The way from the first point to each.
    distances: Vec<f32>,
}

impl Path {
    pub fn new(points: impl IntoIterator<Item = Vec3>) -> Self {
        let mut path = Self::default();
        for p in points {
            let along = match (path.points.last(), path.distances.last()) {
                (Some(last), Some(_)) if last.distance(p) < 0.01 => continue,
                (Some(last), Some(distance)) => distance + last.distance(p),
                _ => 0.0,
            };
            path.points.push(p);
            path.distances.push(along);
        }
        path
    }

    pub fn points(&self) -> &[Vec3] {
        &self.points
    }

    pub fn is_empty(&self) -> bool {
        self.points.len() < 2
    }

    pub fn length(&self) -> f32 {
        self.distances.last().copied().unwrap_or(0.0)
    }

    /// The point so far along; the ends beyond them. The origin if the path has no point.
    pub fn at(&self, distance: f32) -> Vec3 {
        let next = self.distances.partition_point(|d| *d <= distance);
        match (next.checked_sub(1), self.points.get(next)) {
            (Some(i), Some(b)) => {
                let span = self.distances[next] - self.distances[i];
                self.points[i].lerp(*b, (distance - self.distances[i]) / span)
            }
            (Some(i), None) => self.points[i],
            (None, _) => self.points.first().copied().unwrap_or(Vec3::ZERO),
        }
    }

    /// The point so far along, with corners rounded over `by` to each side.
    pub fn rounded(&self, distance: f32, by: f32) -> Vec3 {
        (self.at(distance - by) + self.at(distance) * 2.0 + self.at(distance + by)) / 4.0
    }

    /// The points from one distance to another, with those two at the ends; none if there is nothing between.
    pub fn between(&self, from: f32, to: f32) -> Vec<Vec3> {
        let (from, to) = (from.max(0.0), to.min(self.length()));
        if to - from < 1e-3 {
            return Vec::new();
        }
        let inner = self
            .distances
            .iter()
            .zip(&self.points)
            .filter(|(d, _)| **d > from + 1e-3 && **d < to - 1e-3)
            .map(|(_, p)| *p);
        std::iter::once(self.at(from))
            .chain(inner)
            .chain(std::iter::once(self.at(to)))
            .collect()
    }

    /// How far along the path its point nearest to `p` lies.
    pub fn nearest(&self, p: Vec3) -> f32 {
        let mut best = (f32::INFINITY, 0.0);
        for (i, pair) in self.points.windows(2).enumerate() {
            let along = pair[1] - pair[0];
            let t = ((p - pair[0]).dot(along) / along.length_squared()).clamp(0.0, 1.0);
            let off = (pair[0] + along * t).distance(p);
            if off < best.0 {
                best = (off, self.distances[i] + along.length() * t);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bend() -> Path {
        Path::new([
            Vec3::ZERO,
            Vec3::new(10.0, 0.0, 0.0),
            Vec3::new(10.0, 0.0, 0.0),
            Vec3::new(10.0, 0.0, 6.0),
            Vec3::new(10.0, 4.0, 6.0),
        ])
    }

    #[test]
    fn it_is_measured_through_lifts() {
        let path = bend();
        assert_eq!(path.length(), 20.0);
        assert_eq!(path.at(13.0), Vec3::new(10.0, 0.0, 3.0));
        assert_eq!(path.at(-1.0), Vec3::ZERO);
        assert_eq!(path.at(99.0), Vec3::new(10.0, 4.0, 6.0));
        assert_eq!(path.nearest(Vec3::new(11.0, 2.0, 6.0)), 18.0);
    }

    #[test]
    fn a_part_keeps_the_corners_inside_it() {
        let part = bend().between(5.0, 17.0);
        assert_eq!(part.len(), 4);
        assert_eq!((part[0].x, part[3].y), (5.0, 1.0));
    }
}
