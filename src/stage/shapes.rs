//! Flat shapes made of coloured triangles in venue metres: what ribbon and selection are built from.

use super::space::Box3;
use glam::{Vec2, Vec3};

/// A border's corner reaches out no farther than its half width divided by this.
const SHARPEST: f32 = 0.4;

/// Looks round as large as discs are.
const DISC_SIDES: usize = 36;

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

    pub fn triangle(&mut self, corners: [Vec3; 3], color: Rgba) {
        let base = self.positions.len() as u32;
        self.positions.extend(corners);
        self.colors.extend([color; 3]);
        self.indices.extend([base, base + 1, base + 2]);
    }

    /// A disc that lies flat.
    pub fn disc(&mut self, center: Vec3, radius: f32, color: Rgba) {
        let rim = |i: usize| {
            let turned = Vec2::from_angle(std::f32::consts::TAU * i as f32 / DISC_SIDES as f32);
            center + (turned * radius).extend(0.0)
        };
        for i in 0..DISC_SIDES {
            self.triangle([center, rim(i), rim(i + 1)], color);
        }
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

    /// A band of that width along a polygon's border, half of it on either side.
    pub fn border(&mut self, polygon: &[Vec2], z: f32, width: f32, color: Rgba) {
        let count = polygon.len();
        let corner = |i: usize, side: f32| {
            let (before, here, after) = (polygon[(i + count - 1) % count], polygon[i], polygon[(i + 1) % count]);
            let (a, b) = ((here - before).normalize_or_zero(), (after - here).normalize_or_zero());
            let out = (a.perp() + b.perp()).normalize_or(b.perp());
            // Sharp corners would reach far out.
            let reach = width / 2.0 / out.dot(b.perp()).max(SHARPEST);
            (here + out * reach * side).extend(z)
        };
        for i in 0..count {
            let j = (i + 1) % count;
            self.quad(
                [corner(i, 1.0), corner(j, 1.0), corner(j, -1.0), corner(i, -1.0)],
                color,
            );
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

    /// Upright walls along a polygon's border, from one colour at their foot to another at their top.
    pub fn walls(&mut self, polygon: &[Vec2], z: f32, height: f32, foot: Rgba, top: Rgba) {
        let ends = polygon.iter().skip(1).chain(polygon.first());
        for (from, to) in polygon.iter().zip(ends) {
            let base = self.positions.len();
            let (low, high) = (z, z + height);
            self.quad(
                [from.extend(low), to.extend(low), to.extend(high), from.extend(high)],
                foot,
            );
            self.colors[base + 2] = top;
            self.colors[base + 3] = top;
        }
    }

    /// A square bar between two points, that thick.
    pub fn bar(&mut self, from: Vec3, to: Vec3, thick: f32, color: Rgba) {
        let Some(along) = (to - from).try_normalize() else {
            return;
        };
        let (side, up) = along.any_orthonormal_pair();
        let rim = [side + up, up - side, -side - up, side - up].map(|corner| corner * thick / 2.0);
        for i in 0..4 {
            let j = (i + 1) % 4;
            self.quad([from + rim[i], from + rim[j], to + rim[j], to + rim[i]], color);
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

    fn area(shape: &Shape) -> f32 {
        let triangles = shape.indices.chunks(3);
        triangles
            .map(|t| {
                let [a, b, c] = [t[0], t[1], t[2]].map(|i| shape.positions[i as usize]);
                (b - a).cross(c - a).length() / 2.0
            })
            .sum()
    }

    #[test]
    fn a_border_lies_half_inside_and_half_outside() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(Vec2::from);
        let mut shape = Shape::default();
        shape.border(&square, 0.1, 1.0, rgba(0xFF5A1F, 255));
        assert!((area(&shape) - (121.0 - 81.0)).abs() < 1e-4);
        let reach = shape.positions.iter().map(|p| p.x).fold(f32::MIN, f32::max);
        assert!((reach - 10.5).abs() < 1e-5);
    }

    #[test]
    fn walls_stand_on_a_polygon_all_round() {
        let triangle = [(0.0, 0.0), (3.0, 0.0), (0.0, 4.0)].map(Vec2::from);
        let mut shape = Shape::default();
        shape.walls(&triangle, 1.0, 2.0, rgba(0, 255), rgba(0, 0));
        assert!((area(&shape) - 12.0 * 2.0).abs() < 1e-4);
    }

    #[test]
    fn a_bar_is_as_thick_and_long_as_it_was_asked_for() {
        let mut shape = Shape::default();
        shape.bar(Vec3::ZERO, Vec3::new(0.0, 3.0, 4.0), 0.1, rgba(0, 255));
        assert!((area(&shape) - 4.0 * 0.1 * 5.0).abs() < 1e-4);
        shape.bar(Vec3::ONE, Vec3::ONE, 0.1, rgba(0, 255));
        assert_eq!(shape.indices.len(), 24, "nothing without a length");
    }

    #[test]
    fn a_disc_is_round_and_lies_flat() {
        let mut shape = Shape::default();
        shape.disc(Vec3::new(3.0, -2.0, 1.5), 2.0, rgba(0, 255));
        assert!((area(&shape) / (std::f32::consts::PI * 4.0) - 1.0).abs() < 0.01);
        assert!(shape.positions.iter().all(|p| p.z == 1.5));
    }

    #[test]
    fn a_frame_is_its_border_and_nothing_inside() {
        let mut shape = Shape::default();
        shape.frame(Vec2::ZERO, Vec2::new(10.0, 6.0), 0.1, 1.0, rgba(0xFF5A1F, 255));
        assert!((area(&shape) - (60.0 - 8.0 * 4.0)).abs() < 1e-4);
    }
}
