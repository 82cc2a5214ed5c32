//! Column-major 4 × 4 matrices, as far as node transforms need them.

use gltf::json::Node;

#[derive(Clone, Copy, Debug)]
pub struct Matrix([f32; 16]);

impl Matrix {
    pub const IDENTITY: Self = Self([
        1.0, 0.0, 0.0, 0.0, //
        0.0, 1.0, 0.0, 0.0, //
        0.0, 0.0, 1.0, 0.0, //
        0.0, 0.0, 0.0, 1.0,
    ]);

    /// A node's own transform: its matrix, or translation × rotation × scale.
    pub fn of(node: &Node) -> Self {
        if let Some(matrix) = node.matrix {
            return Self(matrix);
        }
        let [x, y, z, w] = node.rotation.map_or([0.0, 0.0, 0.0, 1.0], |rotation| rotation.0);
        let [sx, sy, sz] = node.scale.unwrap_or([1.0; 3]);
        let [tx, ty, tz] = node.translation.unwrap_or([0.0; 3]);
        Self([
            (1.0 - 2.0 * (y * y + z * z)) * sx,
            2.0 * (x * y + z * w) * sx,
            2.0 * (x * z - y * w) * sx,
            0.0,
            2.0 * (x * y - z * w) * sy,
            (1.0 - 2.0 * (x * x + z * z)) * sy,
            2.0 * (y * z + x * w) * sy,
            0.0,
            2.0 * (x * z + y * w) * sz,
            2.0 * (y * z - x * w) * sz,
            (1.0 - 2.0 * (x * x + y * y)) * sz,
            0.0,
            tx,
            ty,
            tz,
            1.0,
        ])
    }

    pub fn times(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|i| {
            let (column, row) = (i / 4, i % 4);
            (0..4).map(|k| self.0[k * 4 + row] * other.0[column * 4 + k]).sum()
        }))
    }

    pub fn point(&self, [x, y, z]: [f32; 3]) -> [f32; 3] {
        let m = &self.0;
        std::array::from_fn(|row| m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row])
    }

    /// Whether it turns left into right, so that triangles change the side that they face.
    pub fn mirrors(&self) -> bool {
        let m = &self.0;
        let minor = |a: usize, b: usize| m[4 + a] * m[8 + b] - m[4 + b] * m[8 + a];
        m[0] * minor(1, 2) - m[1] * minor(0, 2) + m[2] * minor(0, 1) < 0.0
    }

    pub fn is_finite(&self) -> bool {
        self.0.iter().all(|c| c.is_finite())
    }
}
