//! Faces in glTF's axes (x right, y up, z towards the viewer; metres), and the vertices that become of them.

use super::ink::Ink;
use crate::venue::Point;
use std::collections::BTreeMap;

/// x right, y up, z towards the viewer.
pub type V3 = [f64; 3];

/// Coordinates are whole numbers of this part of a metre: exact in `f32`, and repeating bytes compress well.
pub const STEPS_PER_METRE: f64 = 128.0;

/// No eye is lower over the floor.
const LOWEST_EYE_M: f64 = 1.2;

/// A triangle or a plane quad, its corners counter-clockwise as seen from where it faces.
#[derive(Clone, Debug)]
pub struct Face {
    pub corners: [V3; 4],
    /// 3 or 4 of the corners.
    pub count: usize,
    pub ink: Ink,
    /// The share of the light that reaches each corner.
    pub light: [f64; 4],
}

impl Face {
    pub fn corners(&self) -> &[V3] {
        &self.corners[..self.count]
    }

    /// Unit normal; `None` if the face has no area.
    pub fn normal(&self) -> Option<V3> {
        let [a, b, c, d] = self.corners;
        let (u, v) = if self.count == 4 {
            (sub(c, a), sub(d, b))
        } else {
            (sub(b, a), sub(c, a))
        };
        unit(cross(u, v))
    }
}

/// An axis-parallel box that keeps light away from what is beside it.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub min: V3,
    pub max: V3,
}

/// Faces, and the boxes that occlude them.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    pub faces: Vec<Face>,
    pub blocks: Vec<Block>,
}

impl Shape {
    pub fn quad(&mut self, corners: [V3; 4], ink: Ink) {
        self.faces.push(Face {
            corners,
            count: 4,
            ink,
            light: [1.0; 4],
        });
    }

    pub fn triangle(&mut self, [a, b, c]: [V3; 3], ink: Ink) {
        self.faces.push(Face {
            corners: [a, b, c, c],
            count: 3,
            ink,
            light: [1.0; 4],
        });
    }

    /// A box with one ink; without a bottom where nobody sees it from below.
    pub fn block(&mut self, min: V3, max: V3, ink: Ink) {
        self.block_with_top(min, max, ink, ink);
    }

    /// A box whose top has an ink of its own.
    pub fn block_with_top(&mut self, min: V3, max: V3, ink: Ink, top: Ink) {
        let ([x0, y0, z0], [x1, y1, z1]) = (min, max);
        self.quad([[x0, y0, z1], [x1, y0, z1], [x1, y1, z1], [x0, y1, z1]], ink);
        self.quad([[x1, y0, z1], [x1, y0, z0], [x1, y1, z0], [x1, y1, z1]], ink);
        self.quad([[x1, y0, z0], [x0, y0, z0], [x0, y1, z0], [x1, y1, z0]], ink);
        self.quad([[x0, y0, z0], [x0, y0, z1], [x0, y1, z1], [x0, y1, z0]], ink);
        self.quad([[x0, y1, z1], [x1, y1, z1], [x1, y1, z0], [x0, y1, z0]], top);
        if y0 > LOWEST_EYE_M {
            self.quad([[x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1]], ink);
        }
        if !ink.is_glass() {
            self.blocks.push(Block { min, max });
        }
    }

    /// A straight bar of square section between two points, without ends.
    pub fn bar(&mut self, from: V3, to: V3, thickness: f64, ink: Ink) {
        let Some(along) = unit(sub(to, from)) else { return };
        let helper = if along[1].abs() > 0.9 {
            [1.0, 0.0, 0.0]
        } else {
            [0.0, 1.0, 0.0]
        };
        let Some(side) = unit(cross(along, helper)) else { return };
        let up = cross(side, along);
        let half = thickness / 2.0;
        let ring = |p: V3| {
            [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
                .map(|(s, u)| add(p, add(scale(side, s * half), scale(up, u * half))))
        };
        let (a, b) = (ring(from), ring(to));
        for i in 0..4 {
            let j = (i + 1) % 4;
            self.quad([a[i], b[i], b[j], a[j]], ink);
        }
    }

    /// An upright frustum with `sides` sides: a cylinder, a cone (`top_radius` 0), a round table. With a top, without a bottom.
    pub fn frustum(&mut self, foot: V3, radius: f64, top_radius: f64, height: f64, sides: usize, ink: Ink) {
        let [x, y, z] = foot;
        let at = |i: usize, r: f64, h: f64| {
            let angle = std::f64::consts::TAU * (i as f64 + 0.5) / sides as f64;
            [x + r * angle.sin(), y + h, z + r * angle.cos()]
        };
        for i in 0..sides {
            if top_radius > 0.0 {
                self.quad(
                    [
                        at(i, radius, 0.0),
                        at(i + 1, radius, 0.0),
                        at(i + 1, top_radius, height),
                        at(i, top_radius, height),
                    ],
                    ink,
                );
                if (1..sides - 1).contains(&i) {
                    self.triangle([0, i, i + 1].map(|i| at(i, top_radius, height)), ink);
                }
            } else {
                self.triangle([at(i, radius, 0.0), at(i + 1, radius, 0.0), [x, y + height, z]], ink);
            }
        }
        let half = radius.max(top_radius) * 0.8;
        self.blocks.push(Block {
            min: [x - half, y, z - half],
            max: [x + half, y + height, z + half],
        });
    }

    /// A crown of leaves: a rounded body of flat faces, stretched to `radius` and `height`. It lets light through, so it shades nothing.
    pub fn crown(&mut self, foot: V3, radius: f64, height: f64, ink: Ink) {
        const SIDES: usize = 6;
        let [x, y, z] = foot;
        let at = |i: usize, r: f64, h: f64, twist: f64| {
            let angle = std::f64::consts::TAU * (i as f64 + twist) / SIDES as f64;
            [
                x + radius * r * angle.sin(),
                y + height * h,
                z + radius * r * angle.cos(),
            ]
        };
        let (low, high) = (|i| at(i, 0.92, 0.3, 0.0), |i| at(i, 0.8, 0.68, 0.5));
        for i in 0..SIDES {
            let j = i + 1;
            self.triangle([low(j), low(i), [x, y, z]], ink);
            self.triangle([low(i), low(j), high(i)], ink);
            self.triangle([low(j), high(j), high(i)], ink);
            self.triangle([high(i), high(j), [x, y + height, z]], ink);
        }
    }

    /// A horizontal frame round an opening: four sides of trapezoids that meet in the corners.
    pub fn frame(&mut self, [ox, oz]: [f64; 2], [ix, iz]: [f64; 2], [y0, y1]: [f64; 2], ink: Ink) {
        let ring = |x: f64, z: f64| [[-x, z], [x, z], [x, -z], [-x, -z]];
        let (outer, inner) = (ring(ox, oz), ring(ix, iz));
        let up = |[x, z]: [f64; 2], y: f64| [x, y, z];
        for i in 0..4 {
            let j = (i + 1) % 4;
            let (a, b, c, d) = (outer[i], outer[j], inner[j], inner[i]);
            self.quad([up(a, y0), up(b, y0), up(b, y1), up(a, y1)], ink);
            self.quad([up(c, y0), up(d, y0), up(d, y1), up(c, y1)], ink);
            self.quad([up(a, y1), up(b, y1), up(c, y1), up(d, y1)], ink);
            self.quad([up(b, y0), up(a, y0), up(d, y0), up(c, y0)], ink);
        }
        for (min, max) in [
            ([-ox, iz], [ox, oz]),
            ([-ox, -oz], [ox, -iz]),
            ([-ox, -iz], [-ix, iz]),
            ([ix, -iz], [ox, iz]),
        ] {
            self.blocks.push(Block {
                min: [min[0], y0, min[1]],
                max: [max[0], y1, max[1]],
            });
        }
    }

    /// A horizontal rectangle that faces up, cut into cells at the given shares of its width and depth, so that shade has corners to lie on.
    pub fn carpet(&mut self, [x0, z0]: [f64; 2], [x1, z1]: [f64; 2], y: f64, inset: f64, ink: Ink) {
        let cuts = |a: f64, b: f64| {
            let inset = inset.min((b - a) * 0.3);
            // Wide ones have a middle, so that the shade of their edges does not reach across.
            let middle = (b - a > 5.0).then_some((a + b) / 2.0);
            [Some(a), Some(a + inset), middle, Some(b - inset), Some(b)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        };
        let (xs, zs) = (cuts(x0, x1), cuts(z0, z1));
        for x in xs.windows(2) {
            for z in zs.windows(2) {
                self.quad(
                    [[x[0], y, z[1]], [x[1], y, z[1]], [x[1], y, z[0]], [x[0], y, z[0]]],
                    ink,
                );
            }
        }
    }

    /// Adds `other`, turned about the vertical by `turn` (radians, counter-clockwise seen from above) and moved by `at`.
    pub fn add(&mut self, other: &Shape, at: V3, turn: f64) {
        let (sin, cos) = turn.sin_cos();
        let place = |[x, y, z]: V3| [at[0] + x * cos + z * sin, at[1] + y, at[2] - x * sin + z * cos];
        self.faces.extend(other.faces.iter().map(|face| Face {
            corners: face.corners.map(place),
            ..face.clone()
        }));
        self.blocks.extend(other.blocks.iter().map(|block| {
            let (a, b) = (place(block.min), place(block.max));
            Block {
                min: std::array::from_fn(|i| a[i].min(b[i])),
                max: std::array::from_fn(|i| a[i].max(b[i])),
            }
        }));
    }
}

/// A point of the plan at a height, in glTF's axes.
pub fn lift(point: Point, y: f64) -> V3 {
    [point.x, y, -point.y]
}

/// Vertices and triangles of one material.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    pub positions: Vec<[f32; 3]>,
    /// Linear RGBA.
    pub colors: Vec<[u8; 4]>,
    pub indices: Vec<u32>,
}

/// The meshes of a shape: what is opaque, and what is glass.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meshes {
    pub opaque: Mesh,
    pub glass: Mesh,
}

impl From<&Shape> for Meshes {
    /// Snaps the corners, drops triangles without area, and joins the vertices of faces that lie in one plane: flat normals
    /// computed from the triangles stay exact.
    fn from(shape: &Shape) -> Self {
        let mut meshes = Self::default();
        let (mut opaque, mut glass) = (Welder::default(), Welder::default());
        for face in &shape.faces {
            let (mesh, welder) = if face.ink.is_glass() {
                (&mut meshes.glass, &mut glass)
            } else {
                (&mut meshes.opaque, &mut opaque)
            };
            welder.add(face, mesh);
        }
        meshes
    }
}

/// Position, normal and colour of a vertex, in whole steps.
type VertexKey = ([i64; 3], [i64; 3], [u8; 4]);

#[derive(Default)]
struct Welder {
    known: BTreeMap<VertexKey, u32>,
}

impl Welder {
    fn add(&mut self, face: &Face, mesh: &mut Mesh) {
        let Some(normal) = face.normal() else { return };
        let normal = normal.map(|c| (c * 1024.0).round() as i64);
        let steps: Vec<[i64; 3]> = face
            .corners()
            .iter()
            .map(|corner| corner.map(|c| (c * STEPS_PER_METRE).round() as i64))
            .collect();
        let triangles: &[[usize; 3]] = if face.count == 4 {
            &[[0, 1, 2], [0, 2, 3]]
        } else {
            &[[0, 1, 2]]
        };
        for triangle in triangles {
            let [a, b, c] = triangle.map(|i| steps[i]);
            if is_flat(a, b, c) {
                continue;
            }
            for &i in triangle {
                let key = (steps[i], normal, face.ink.linear(face.light[i]));
                let index = *self.known.entry(key).or_insert_with(|| {
                    mesh.positions
                        .push(steps[i].map(|c| (c as f64 / STEPS_PER_METRE) as f32));
                    mesh.colors.push(key.2);
                    (mesh.positions.len() - 1) as u32
                });
                mesh.indices.push(index);
            }
        }
    }
}

/// Whether three points lie on one line.
fn is_flat(a: [i64; 3], b: [i64; 3], c: [i64; 3]) -> bool {
    let minus = |p: [i64; 3], q: [i64; 3]| [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
    let (u, v) = (minus(b, a), minus(c, a));
    (0..3).all(|i| {
        let (j, k) = ((i + 1) % 3, (i + 2) % 3);
        u[j] * v[k] == u[k] * v[j]
    })
}

pub fn add(a: V3, b: V3) -> V3 {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

pub fn sub(a: V3, b: V3) -> V3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub fn scale(a: V3, by: f64) -> V3 {
    a.map(|c| c * by)
}

pub fn dot(a: V3, b: V3) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub fn cross(a: V3, b: V3) -> V3 {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

pub fn unit(a: V3) -> Option<V3> {
    let length = dot(a, a).sqrt();
    (length > 1e-9).then(|| scale(a, 1.0 / length))
}

#[cfg(test)]
mod tests {
    use super::super::ink::{GLASS, WALL};
    use super::*;

    #[test]
    fn a_block_faces_outwards() {
        let mut shape = Shape::default();
        shape.block([2.0, 2.0, 2.0], [3.0, 3.0, 3.0], WALL);
        assert_eq!(shape.faces.len(), 6);
        for face in &shape.faces {
            let middle = scale(face.corners.iter().fold([0.0; 3], |sum, c| add(sum, *c)), 0.25);
            assert!(dot(face.normal().unwrap(), sub(middle, [2.5; 3])) > 0.0);
        }
        let mut low = Shape::default();
        low.block([0.0, 0.4, 0.0], [1.0, 1.0, 1.0], WALL);
        assert_eq!(low.faces.len(), 5, "nobody looks at it from below");
    }

    #[test]
    fn neighbours_in_one_plane_share_vertices_and_glass_is_kept_apart() {
        let mut shape = Shape::default();
        shape.carpet([0.0, 0.0], [4.0, 4.0], 0.0, 1.0, WALL);
        shape.quad(
            [[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 1.0], [0.0, 1.0, 0.0]],
            GLASS,
        );
        let meshes = Meshes::from(&shape);
        assert_eq!(meshes.opaque.positions.len(), 16);
        assert_eq!(meshes.opaque.indices.len(), 9 * 6);
        assert_eq!(meshes.glass.indices.len(), 6);
    }

    #[test]
    fn what_is_thinner_than_a_step_leaves_no_triangle() {
        let mut shape = Shape::default();
        shape.quad([[0.0; 3], [1.0, 0.0, 0.0], [1.0, 0.001, 0.0], [0.0, 0.001, 0.0]], WALL);
        assert_eq!(Meshes::from(&shape), Meshes::default());
    }
}
