//! Flat shapes made of coloured triangles in venue metres: what ribbon and selection are built from.

use super::space::Box3;
use glam::{Vec2, Vec3};

/// sRGB with coverage, as in CSS.
pub type Rgba = [u8; 4];

/// A colour from `0xRRGGBB` and its coverage, 0 to 255.
pub const fn rgba(hex: u32, alpha: u8) -> Rgba {
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8, alpha]
}

/// Triangles, drawn in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    pub positions: Vec<Vec3>,
    pub colors: Vec<Rgba>,
    pub indices: Vec<u32>,
}

impl Shape {
    pub fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    pub fn quad(&mut self, corners: [Vec3; 4], color: Rgba) {
        let base = self.positions.len() as u32;
        self.positions.extend(corners);
        self.colors.extend([color; 4]);
        self.indices
            .extend([base, base + 1, base + 2, base, base + 2, base + 3]);
    }

    /// A band of that width along the inside of the border of a rectangle on the floor.
    pub fn frame(&mut self, min: Vec2, max: Vec2, z: f32, width: f32, color: Rgba) {
        let ring = |by: f32| {
            [
                Vec3::new(min.x + by, min.y + by, z),
                Vec3::new(max.x - by, min.y + by, z),
                Vec3::new(max.x - by, max.y - by, z),
                Vec3::new(min.x + by, max.y - by, z),
            ]
        };
        let (outer, inner) = (ring(0.0), ring(width));
        for i in 0..4 {
            let j = (i + 1) % 4;
            self.quad([outer[i], outer[j], inner[j], inner[i]], color);
        }
    }

    /// The four sides of a box, from one colour at its foot to another at its top.
    pub fn sides(&mut self, of: Box3, foot: Rgba, top: Rgba) {
        let corners = of.corners();
        for i in 0..4 {
            let j = (i + 1) % 4;
            let base = self.positions.len();
            self.quad([corners[i], corners[j], corners[j + 4], corners[i + 4]], foot);
            self.colors[base + 2] = top;
            self.colors[base + 3] = top;
        }
    }

    /// An upright tube.
    pub fn tube(&mut self, foot: Vec3, top: Vec3, radius: f32, color: Rgba) {
        const SIDES: usize = 10;
        let rim = |k: usize| (Vec2::from_angle(k as f32 * std::f32::consts::TAU / SIDES as f32) * radius).extend(0.0);
        for k in 0..SIDES {
            self.quad(
                [foot + rim(k), foot + rim(k + 1), top + rim(k + 1), top + rim(k)],
                color,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_its_border_and_nothing_inside() {
        let mut shape = Shape::default();
        shape.frame(Vec2::ZERO, Vec2::new(10.0, 6.0), 0.1, 1.0, rgba(0xFF5A1F, 255));
        let area: f32 = shape
            .indices
            .chunks(3)
            .map(|t| {
                let [a, b, c] = [t[0], t[1], t[2]].map(|i| shape.positions[i as usize]);
                (b - a).cross(c - a).length() / 2.0
            })
            .sum();
        assert!((area - (60.0 - 8.0 * 4.0)).abs() < 1e-4);
    }
}
