//! Anybody's model as bare triangles in the world, with the colour of each: for own models on stands, whatever made them.

use super::accessor::Elements;
use super::buffers::{Buffers, decoded};
use super::matrix::Matrix;
use super::paint::Paint;
use super::picture::{Pictures, Print, bare, size};
use super::primitive::Source;
use super::tree::scene;
use super::{Limits, ReadError, container, describe, hold};
use gltf::json::Root;
use gltf::json::mesh::Primitive;
use std::borrow::Cow;

/// A triangle as its file has it: glTF's axes, metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    pub corners: [[f32; 3]; 3],
    /// Linear, with coverage: the mean of its corners.
    pub color: [f32; 4],
    /// By whose colours that colour is multiplied.
    pub print: Option<Print>,
}

/// What a file shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Faces {
    pub faces: Vec<Face>,
    /// By their numbers in the file, as PNG or JPEG without what is not of their pixels; empty where one is neither.
    pub pictures: Vec<Vec<u8>>,
}

/// All triangles that a `.glb`'s or `.gltf`'s scene shows. Nothing here is recursive, so that no file is too deep for the stack.
///
/// # Errors
/// As [`super::read`]; and for pictures that are too large, whether they are used or not.
pub fn read_faces(bytes: &[u8], limits: Limits) -> Result<Faces, ReadError> {
    hold("bytes", bytes.len(), limits.bytes)?;
    let (json, chunk) = if bytes.starts_with(b"glTF") {
        container(bytes)?
    } else {
        (bytes, &[][..])
    };
    let (root, buffers) = describe(json, chunk, limits)?;
    hold("nodes", root.nodes.len(), limits.nodes)?;
    let mut reader = Reader {
        root: &root,
        buffers: &buffers,
        limits,
        steps: 0,
        shown: Faces {
            faces: Vec::new(),
            pictures: pictures(&root, &buffers, limits)?,
        },
    };
    let mut seen = vec![false; root.nodes.len()];
    let top = scene(&root)?.nodes.iter().rev();
    let mut open: Vec<_> = top.map(|node| (node.value(), Matrix::IDENTITY, 1)).collect();
    while let Some((index, above, depth)) = open.pop() {
        let node = root
            .nodes
            .get(index)
            .ok_or(ReadError::Reference { what: "node", index })?;
        if std::mem::replace(&mut seen[index], true) {
            return Err(ReadError::NotATree(index));
        }
        hold("nodes inside nodes", depth, limits.depth)?;
        let matrix = above.times(&Matrix::of(node));
        if !matrix.is_finite() {
            return Err(ReadError::Transform(index));
        }
        if let Some(mesh) = node.mesh {
            let index = mesh.value();
            let mesh = root
                .meshes
                .get(index)
                .ok_or(ReadError::Reference { what: "mesh", index })?;
            for primitive in &mesh.primitives {
                reader.primitive(primitive, &matrix)?;
            }
        }
        let children = node.children.iter().flatten().rev();
        open.extend(children.map(|child| (child.value(), matrix, depth + 1)));
    }
    Ok(reader.shown)
}

struct Reader<'a> {
    root: &'a Root,
    buffers: &'a Buffers<'a>,
    limits: Limits,
    /// What is done: triangles, and one for each primitive, since those without any take time too.
    steps: usize,
    shown: Faces,
}

impl Reader<'_> {
    fn primitive(&mut self, primitive: &Primitive, matrix: &Matrix) -> Result<(), ReadError> {
        self.steps += 1;
        let Some(source) = Source::of(self.root, self.buffers, primitive)? else {
            return hold("triangles", self.steps, self.limits.triangles);
        };
        self.steps = self.steps.saturating_add(source.triangles());
        hold("triangles", self.steps, self.limits.triangles)?;
        let none = Pictures::new();
        let paint = Paint::of(self.root, self.buffers, &none, primitive, source.vertices())?;
        let tone = paint.on([0; 3]);
        for triangle in 0..source.triangles() {
            let corners = source.corners(triangle)?;
            let (mut points, mut sum) = ([[0.0; 3]; 3], [0.0; 4]);
            for (point, corner) in points.iter_mut().zip(corners) {
                let (Some(position), Some(color)) = (source.position(corner), source.color(corner)) else {
                    continue;
                };
                *point = matrix.point(position);
                sum = std::array::from_fn(|i| sum[i] + color[i] / 3.0);
            }
            if !points.as_flattened().iter().all(|c| c.is_finite()) {
                return Err(ReadError::NotFinite);
            }
            let is_there = |print: &Print| {
                self.shown
                    .pictures
                    .get(print.picture)
                    .is_some_and(|file| !file.is_empty())
            };
            let mut print = paint.print(corners).filter(is_there);
            if matrix.mirrors() {
                points.swap(1, 2);
                if let Some(print) = &mut print {
                    print.places.swap(1, 2);
                }
            }
            let mut color = std::array::from_fn(|i| (sum[i] * tone[i]).clamp(0.0, 1.0));
            if !paint.is_glass {
                color[3] = 1.0;
            }
            self.shown.faces.push(Face {
                corners: points,
                color,
                print,
            });
        }
        Ok(())
    }
}

/// No picture is larger than allowed. Those whose size cannot be told are never decoded.
fn pictures(root: &Root, buffers: &Buffers<'_>, limits: Limits) -> Result<Vec<Vec<u8>>, ReadError> {
    let mut pictures = Vec::new();
    for image in &root.images {
        let bytes = match (&image.uri, image.buffer_view) {
            (Some(uri), _) => Cow::Owned(decoded(uri)?),
            (None, Some(view)) => Cow::Borrowed(Elements::view(root, buffers, view)?.0),
            (None, None) => Cow::default(),
        };
        let size = size(&bytes);
        if size.is_some_and(|sides| sides.iter().any(|side| *side > limits.picture_px)) {
            return Err(ReadError::TooLarge {
                what: "pixels along a side of a picture",
                limit: limits.picture_px as usize,
            });
        }
        pictures.push(size.and_then(|_| bare(&bytes)).unwrap_or_default());
    }
    Ok(pictures)
}
