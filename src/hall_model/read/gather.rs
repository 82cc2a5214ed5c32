//! Lights the triangles of one primitive and puts them into the model.

use super::matrix::Matrix;
use super::paint::Paint;
use super::primitive::Source;
use super::{HallModel, light};

/// How a face looks, in steps that the eye does not tell apart: the way that it faces, and its colour.
type Looks = ([i16; 3], [u8; 4]);

/// Faces one after the other that look the same share their vertices.
pub struct Gather<'a> {
    source: &'a Source<'a>,
    paint: &'a Paint<'a>,
    matrix: &'a Matrix,
    /// For each vertex of the file the last one made of it.
    known: Vec<Option<(Looks, u32)>>,
    model: &'a mut HallModel,
}

impl<'a> Gather<'a> {
    pub fn new(source: &'a Source<'a>, paint: &'a Paint<'a>, matrix: &'a Matrix, model: &'a mut HallModel) -> Self {
        Self {
            source,
            paint,
            matrix,
            known: vec![None; source.vertices()],
            model,
        }
    }

    /// The new indices of a triangle; `None` if it has no area or no finite place.
    pub fn triangle(&mut self, corners: [u32; 3]) -> Option<[u32; 3]> {
        let mut points = [[0.0; 3]; 3];
        for (point, corner) in points.iter_mut().zip(corners) {
            *point = self.matrix.point(self.source.position(corner)?);
        }
        let normal = normal(points)?;
        let light = if self.paint.is_unlit {
            [1.0; 3]
        } else {
            light::on(normal)
        };
        let tone = self.paint.on(corners);
        let looks = (normal.map(|c| (c * 1024.0) as i16), tone.map(|c| (c * 255.0) as u8));
        let mut triangle = [0; 3];
        for (i, index) in triangle.iter_mut().enumerate() {
            let known = self.known.get(corners[i] as usize).copied().flatten();
            *index = match known.filter(|(before, _)| *before == looks) {
                Some((_, index)) => index,
                None => {
                    let own = self.source.color(corners[i])?;
                    let color = light::lit(std::array::from_fn(|c| own[c] * tone[c]), light);
                    let index = u32::try_from(self.model.positions.len()).ok()?;
                    self.model.positions.push(points[i]);
                    self.model.colors.push(color);
                    *self.known.get_mut(corners[i] as usize)? = Some((looks, index));
                    index
                }
            };
        }
        Some(triangle)
    }
}

/// Unit normal of a triangle; `None` if it has no area or a corner is not finite.
fn normal([a, b, c]: [[f32; 3]; 3]) -> Option<[f32; 3]> {
    let minus = |p: [f32; 3], q: [f32; 3]| [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
    let (u, v) = (minus(b, a), minus(c, a));
    let n = [
        u[1] * v[2] - u[2] * v[1],
        u[2] * v[0] - u[0] * v[2],
        u[0] * v[1] - u[1] * v[0],
    ];
    let length = (n[0] * n[0] + n[1] * n[1] + n[2] * n[2]).sqrt();
    let finite = [a, b, c].iter().flatten().all(|c| c.is_finite());
    (finite && length.is_finite() && length > 1e-12).then(|| n.map(|c| c / length))
}
