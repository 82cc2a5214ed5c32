//! Walks the nodes of a model and gathers its triangles, part by part.

use super::buffers::Buffers;
use super::gather::Gather;
use super::matrix::Matrix;
use super::paint::Paint;
use super::picture::Pictures;
use super::primitive::Source;
use super::{Box3, HallModel, Limits, NamePlate, Part, ReadError, hold};
use crate::hall_model::tag::{Extras, NameRoom, PartKind, Tag};
use gltf::json::{Index, Mesh, Node, Root, Scene, mesh::Primitive};

/// Gathers what the file's scene shows; or, where there is a `take`, hands over each part with those inside it as soon as it is whole.
pub fn walk<'a>(
    root: &'a Root,
    buffers: &'a Buffers<'a>,
    pictures: &'a Pictures,
    limits: Limits,
    take: Option<Take<'a>>,
) -> Result<HallModel, ReadError> {
    hold("nodes", root.nodes.len(), limits.nodes)?;
    let mut walker = Walker {
        root,
        buffers,
        pictures,
        limits,
        seen: vec![false; root.nodes.len()],
        triangles: 0,
        take,
        gathered: Gathered::default(),
    };
    let scene = scene(root)?;
    for node in &scene.nodes {
        walker.node(*node, Matrix::IDENTITY, None, None, limits.depth)?;
    }
    Ok(walker.gathered.finish())
}

/// The scene that is shown.
pub fn scene(root: &Root) -> Result<&Scene, ReadError> {
    let index = root.scene.map_or(0, |scene| scene.value());
    match root.scenes.get(index) {
        Some(scene) => Ok(scene),
        None if root.scene.is_none() => Err(ReadError::NoScene),
        None => Err(ReadError::Reference { what: "scene", index }),
    }
}

/// Who takes over what is whole.
type Take<'a> = &'a mut (dyn FnMut(HallModel) + 'a);

struct Walker<'a> {
    root: &'a Root,
    buffers: &'a Buffers<'a>,
    pictures: &'a Pictures,
    limits: Limits,
    seen: Vec<bool>,
    triangles: usize,
    take: Option<Take<'a>>,
    gathered: Gathered,
}

/// What was not handed over yet.
#[derive(Default)]
struct Gathered {
    model: HallModel,
    /// Indices of each part, in the order of the parts.
    opaque: Vec<Vec<u32>>,
    glass: Vec<Vec<u32>>,
}

impl Walker<'_> {
    /// `part` is the number of the part that untagged nodes belong to.
    fn node(
        &mut self,
        index: Index<Node>,
        above: Matrix,
        part: Option<usize>,
        level: Option<&str>,
        depth: usize,
    ) -> Result<(), ReadError> {
        let index = index.value();
        let node = self
            .root
            .nodes
            .get(index)
            .ok_or(ReadError::Reference { what: "node", index })?;
        if std::mem::replace(&mut self.seen[index], true) {
            return Err(ReadError::NotATree(index));
        }
        let Some(depth) = depth.checked_sub(1) else {
            return Err(ReadError::TooLarge {
                what: "nodes inside nodes",
                limit: self.limits.depth,
            });
        };
        let matrix = above.times(&Matrix::of(node));
        if !matrix.is_finite() {
            return Err(ReadError::Transform(index));
        }
        let tag = Tag::of_node(node);
        let own_level = tag
            .as_ref()
            .filter(|tag| tag.kind == PartKind::Level)
            .and_then(|tag| tag.id.clone());
        let level = own_level.as_deref().or(level);
        let is_inside = part.is_some();
        let part = match tag {
            // A level is no part: what is on it is, and what is on it without a tag is a part of its own.
            Some(Tag {
                kind: PartKind::Level, ..
            }) => None,
            Some(tag) => Some(self.gathered.begin(tag, level, index)),
            None => part,
        };
        let part = match (part, node.mesh) {
            (None, Some(_)) => Some(self.gathered.begin(Tag::new(PartKind::Other), level, index)),
            (part, _) => part,
        };
        if let (Some(mesh), Some(part)) = (node.mesh, part) {
            self.mesh(mesh, &matrix, part)?;
        }
        let name = Extras::of(node).and_then(|extras| extras.name);
        if let (Some(room), Some(part)) = (name, part) {
            self.gathered.name(room, &matrix, part);
        }
        for child in node.children.iter().flatten() {
            self.node(*child, matrix, part, level, depth)?;
        }
        if let (Some(take), Some(_), false) = (&mut self.take, part, is_inside) {
            take(std::mem::take(&mut self.gathered).finish());
        }
        Ok(())
    }

    fn mesh(&mut self, index: Index<Mesh>, matrix: &Matrix, part: usize) -> Result<(), ReadError> {
        let index = index.value();
        let mesh = self
            .root
            .meshes
            .get(index)
            .ok_or(ReadError::Reference { what: "mesh", index })?;
        for primitive in &mesh.primitives {
            self.primitive(primitive, matrix, part)?;
        }
        Ok(())
    }

    /// Points and lines are left out.
    fn primitive(&mut self, primitive: &Primitive, matrix: &Matrix, part: usize) -> Result<(), ReadError> {
        let Some(source) = Source::of(self.root, self.buffers, primitive)? else {
            return Ok(());
        };
        let paint = Paint::of(self.root, self.buffers, self.pictures, primitive, source.vertices())?;
        self.triangles = self
            .triangles
            .saturating_add(source.triangles().saturating_mul(paint.sides()));
        hold("triangles", self.triangles, self.limits.triangles)?;
        let Gathered { model, opaque, glass } = &mut self.gathered;
        let target = if paint.is_glass {
            &mut glass[part]
        } else {
            &mut opaque[part]
        };
        let mut gather = Gather::new(&source, &paint, matrix, model);
        for triangle in 0..source.triangles() {
            let mut corners = source.corners(triangle)?;
            if matrix.mirrors() {
                corners.swap(1, 2);
            }
            for _ in 0..paint.sides() {
                target.extend(gather.triangle(corners).into_iter().flatten());
                corners.swap(1, 2);
            }
        }
        model.parts[part].vertices.end = model.positions.len() as u32;
        Ok(())
    }
}

impl Gathered {
    fn begin(&mut self, tag: Tag, level: Option<&str>, node: usize) -> usize {
        let vertices = self.model.positions.len() as u32;
        self.model.parts.push(Part {
            kind: tag.kind,
            id: tag.id,
            level: level.map(str::to_owned),
            node,
            bounds: None,
            vertices: vertices..vertices,
            opaque: 0..0,
            glass: 0..0,
        });
        self.opaque.push(Vec::new());
        self.glass.push(Vec::new());
        self.model.parts.len() - 1
    }

    /// Takes note of the room for the name of the booth that the part is; others have no names to be read.
    fn name(&mut self, room: NameRoom, matrix: &Matrix, part: usize) {
        let part = &self.model.parts[part];
        let (PartKind::Booth, Some(booth)) = (part.kind, part.id.clone()) else {
            return;
        };
        let [middle, above] = [[0.0; 3], [0.0, 1.0, 0.0]].map(|point| matrix.point(point));
        let ends = room.ends.map(|x| matrix.point([x, 0.0, 0.0]));
        let plate = NamePlate {
            booth,
            level: part.level.clone(),
            ends,
            up: std::array::from_fn(|i| above[i] - middle[i]),
            is_bright: room.is_bright,
        };
        if ends.as_flattened().iter().chain(&plate.up).all(|c| c.is_finite()) {
            self.model.names.push(plate);
        }
    }

    /// Joins the parts' indices: first all that is opaque, then all glass.
    fn finish(self) -> HallModel {
        let mut model = self.model;
        for (part, indices) in model.parts.iter_mut().zip(self.opaque) {
            part.opaque = append(&mut model.indices, &indices);
        }
        model.opaque = 0..model.indices.len() as u32;
        for (part, indices) in model.parts.iter_mut().zip(self.glass) {
            part.glass = append(&mut model.indices, &indices);
        }
        model.glass = model.opaque.end..model.indices.len() as u32;
        for part in &mut model.parts {
            let own = part.vertices.start as usize..part.vertices.end as usize;
            part.bounds = model.positions.get(own).and_then(bounds);
        }
        model
    }
}

fn append(all: &mut Vec<u32>, indices: &[u32]) -> std::ops::Range<u32> {
    let start = all.len() as u32;
    all.extend(indices);
    start..all.len() as u32
}

fn bounds(positions: &[[f32; 3]]) -> Option<Box3> {
    let first = *positions.first()?;
    Some(positions.iter().fold(Box3 { min: first, max: first }, |b, p| Box3 {
        min: std::array::from_fn(|i| b.min[i].min(p[i])),
        max: std::array::from_fn(|i| b.max[i].max(p[i])),
    }))
}
