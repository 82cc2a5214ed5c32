//! Walks the nodes of a model and gathers its triangles, part by part.

use super::accessor::Elements;
use super::matrix::Matrix;
use super::{Box3, HallModel, Limits, Part, ReadError, light};
use crate::hall_model::tag::{Extras, PartKind, Tag};
use gltf::json::material::AlphaMode;
use gltf::json::mesh::{Mode, Semantic};
use gltf::json::validation::Checked;
use gltf::json::{Index, Mesh, Node, Root, mesh::Primitive};

/// Gathers what the file's scene shows.
pub fn walk(root: &Root, data: &[u8], limits: Limits) -> Result<HallModel, ReadError> {
    if root.nodes.len() > limits.nodes {
        return Err(ReadError::TooLarge {
            what: "nodes",
            limit: limits.nodes,
        });
    }
    let mut walker = Walker {
        root,
        data,
        limits,
        seen: vec![false; root.nodes.len()],
        triangles: 0,
        model: HallModel::default(),
        opaque: Vec::new(),
        glass: Vec::new(),
    };
    let scene = root.scene.map_or(0, |scene| scene.value());
    let scene = match root.scenes.get(scene) {
        Some(scene) => scene,
        None if root.scene.is_none() => return Ok(HallModel::default()),
        None => {
            return Err(ReadError::Reference {
                what: "scene",
                index: scene,
            });
        }
    };
    for node in &scene.nodes {
        walker.node(*node, Matrix::IDENTITY, None, None, limits.depth)?;
    }
    Ok(walker.finish())
}

struct Walker<'a> {
    root: &'a Root,
    data: &'a [u8],
    limits: Limits,
    seen: Vec<bool>,
    triangles: usize,
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
        let tag = tag(node);
        let own_level = tag
            .as_ref()
            .filter(|tag| tag.kind == PartKind::Level)
            .and_then(|tag| tag.id.clone());
        let level = own_level.as_deref().or(level);
        let part = match tag {
            // A level is no part: what is on it is, and what is on it without a tag is a part of its own.
            Some(Tag {
                kind: PartKind::Level, ..
            }) => None,
            Some(tag) => Some(self.begin(tag, level)),
            None => part,
        };
        let part = match (part, node.mesh) {
            (None, Some(_)) => Some(self.begin(Tag::new(PartKind::Other), level)),
            (part, _) => part,
        };
        if let (Some(mesh), Some(part)) = (node.mesh, part) {
            self.mesh(mesh, &matrix, part)?;
        }
        for child in node.children.iter().flatten() {
            self.node(*child, matrix, part, level, depth)?;
        }
        Ok(())
    }

    fn begin(&mut self, tag: Tag, level: Option<&str>) -> usize {
        let vertices = self.model.positions.len() as u32;
        self.model.parts.push(Part {
            kind: tag.kind,
            id: tag.id,
            level: level.map(str::to_owned),
            bounds: None,
            vertices: vertices..vertices,
            opaque: 0..0,
            glass: 0..0,
        });
        self.opaque.push(Vec::new());
        self.glass.push(Vec::new());
        self.model.parts.len() - 1
    }

    fn mesh(&mut self, index: Index<Mesh>, matrix: &Matrix, part: usize) -> Result<(), ReadError> {
        let index = index.value();
        let mesh = self
            .root
            .meshes
            .get(index)
            .ok_or(ReadError::Reference { what: "mesh", index })?;
        for primitive in &mesh.primitives {
            if primitive.mode == Checked::Valid(Mode::Triangles) {
                self.primitive(primitive, matrix, part)?;
            }
        }
        Ok(())
    }

    fn primitive(&mut self, primitive: &Primitive, matrix: &Matrix, part: usize) -> Result<(), ReadError> {
        let attribute = |semantic| primitive.attributes.get(&Checked::Valid(semantic)).copied();
        let Some(position) = attribute(Semantic::Positions) else {
            return Ok(());
        };
        let wrong = |accessor: usize, problem| ReadError::Accessor { accessor, problem };
        let positions = Elements::of(self.root, self.data, position)?;
        if positions.components() != 3 || !positions.is_float() {
            return Err(wrong(
                position.value(),
                "holds positions that are not three floats each",
            ));
        }
        let colors = match attribute(Semantic::Colors(0)) {
            Some(accessor) => {
                let colors = Elements::of(self.root, self.data, accessor)?;
                if colors.components() < 3 || colors.len() != positions.len() {
                    return Err(wrong(accessor.value(), "holds colours that do not fit the positions"));
                }
                Some(colors)
            }
            None => None,
        };
        let indices = match primitive.indices {
            Some(accessor) => {
                let indices = Elements::of(self.root, self.data, accessor)?;
                if !indices.is_index() {
                    return Err(wrong(accessor.value(), "holds indices that are no whole numbers"));
                }
                Some((accessor.value(), indices))
            }
            None => None,
        };
        let count = indices.as_ref().map_or(positions.len(), |(_, indices)| indices.len()) / 3;
        self.triangles = self.triangles.saturating_add(count);
        if self.triangles > self.limits.triangles {
            return Err(ReadError::TooLarge {
                what: "triangles",
                limit: self.limits.triangles,
            });
        }
        let material = self.material(primitive)?;
        let mut gather = Gather {
            positions: &positions,
            colors: colors.as_ref(),
            factor: material.factor,
            known: vec![None; positions.len()],
            model: &mut self.model,
        };
        let target = if material.is_glass {
            &mut self.glass
        } else {
            &mut self.opaque
        };
        let target = &mut target[part];
        for triangle in 0..count {
            let mut corners = [0; 3];
            for (i, corner) in corners.iter_mut().enumerate() {
                let at = triangle * 3 + i;
                *corner = match &indices {
                    Some((accessor, indices)) => indices
                        .index(at)
                        .filter(|index| (*index as usize) < positions.len())
                        .ok_or(wrong(*accessor, "has an index past the last vertex"))?,
                    None => at as u32,
                };
            }
            if matrix.mirrors() {
                corners.swap(1, 2);
            }
            if let Some(triangle) = gather.triangle(corners, matrix) {
                target.extend(triangle);
            }
        }
        let end = self.model.positions.len() as u32;
        self.model.parts[part].vertices.end = end;
        Ok(())
    }

    fn material(&self, primitive: &Primitive) -> Result<Paint, ReadError> {
        let Some(index) = primitive.material else {
            return Ok(Paint {
                factor: [1.0; 4],
                is_glass: false,
            });
        };
        let index = index.value();
        let material = self.root.materials.get(index).ok_or(ReadError::Reference {
            what: "material",
            index,
        })?;
        let is_glass = material.alpha_mode == Checked::Valid(AlphaMode::Blend);
        let mut factor = material.pbr_metallic_roughness.base_color_factor.0;
        if !is_glass {
            factor[3] = 1.0;
        }
        Ok(Paint { factor, is_glass })
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

/// What a node says of itself; `None` if it says nothing that is understood.
fn tag(node: &Node) -> Option<Tag> {
    let extras = node.extras.as_ref()?;
    serde_json::from_str::<Extras>(extras.get()).ok()?.fairway
}

#[derive(Clone, Copy)]
struct Paint {
    factor: [f32; 4],
    is_glass: bool,
}

/// The way that a face looks, in steps that the eye does not tell apart.
type Facing = [i16; 3];

/// Lights the triangles of one primitive. Faces one after the other that look the same way share their vertices.
struct Gather<'a> {
    positions: &'a Elements<'a>,
    colors: Option<&'a Elements<'a>>,
    factor: [f32; 4],
    /// For each vertex of the file the last one made of it.
    known: Vec<Option<(Facing, u32)>>,
    model: &'a mut HallModel,
}

impl Gather<'_> {
    /// The new indices of a triangle; `None` if it has no area or no finite place.
    fn triangle(&mut self, corners: [u32; 3], matrix: &Matrix) -> Option<[u32; 3]> {
        let mut points = [[0.0; 3]; 3];
        for (point, corner) in points.iter_mut().zip(corners) {
            let at = |part| self.positions.float(corner as usize, part);
            *point = matrix.point([at(0)?, at(1)?, at(2)?]);
        }
        let normal = normal(points)?;
        let mut triangle = [0; 3];
        for (i, index) in triangle.iter_mut().enumerate() {
            let facing = normal.map(|c| (c * 1024.0) as i16);
            let known = self.known.get(corners[i] as usize).copied().flatten();
            *index = match known.filter(|(looks, _)| *looks == facing) {
                Some((_, index)) => index,
                None => {
                    let color = light::lit(self.color(corners[i])?, light::on(normal));
                    let index = u32::try_from(self.model.positions.len()).ok()?;
                    self.model.positions.push(points[i]);
                    self.model.colors.push(color);
                    *self.known.get_mut(corners[i] as usize)? = Some((facing, index));
                    index
                }
            };
        }
        Some(triangle)
    }

    fn color(&self, vertex: u32) -> Option<[f32; 4]> {
        let mut color = self.factor;
        if let Some(colors) = self.colors {
            for (part, channel) in color.iter_mut().enumerate().take(colors.components()) {
                *channel *= colors.float(vertex as usize, part)?;
            }
        }
        Some(color)
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
