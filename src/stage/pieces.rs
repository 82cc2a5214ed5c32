//! A model's triangles by what is shown and hidden together.

use crate::hall_model::{HallModel, PartKind};
use crate::venue::LevelId;
use glam::Vec3;
use std::collections::BTreeMap;

/// Triangles with no side longer than this are detail. In the demo's halls that is every second one.
pub const DETAIL_M: f32 = 0.62;
/// What is shown and hidden together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Body,
    /// Of the body what is too small to be seen from afar.
    Detail,
    Glass,
    /// Above the cut: only under the roof.
    Roof,
    RoofGlass,
}

impl Group {
    pub const ALL: [Self; 5] = [Self::Body, Self::Detail, Self::Glass, Self::Roof, Self::RoofGlass];
}

/// Triangles in glTF's axes: position and sRGB colour of each vertex, three indices a triangle.
#[derive(Debug, Default)]
pub struct Geometry {
    pub positions: Vec<[f32; 3]>,
    pub colors: Vec<[u8; 4]>,
    pub indices: Vec<u32>,
}

impl Geometry {
    /// Copies some triangles, and the vertices that they use. `renamed` has the vertices of their part that were copied before.
    fn take(&mut self, model: &HallModel, triangle: &[u32; 3], first: u32, renamed: &mut [Option<u32>]) {
        for old in triangle {
            let new = renamed[(*old - first) as usize].get_or_insert_with(|| {
                self.positions.push(model.positions[*old as usize]);
                self.colors.push(model.colors[*old as usize]);
                self.positions.len() as u32 - 1
            });
            self.indices.push(*new);
        }
    }
}

fn is_detail(model: &HallModel, triangle: &[u32; 3]) -> bool {
    let corner = |i: usize| Vec3::from(model.positions[triangle[i] as usize]);
    [(0, 1), (1, 2), (2, 0)]
        .iter()
        .all(|(a, b)| corner(*a).distance_squared(corner(*b)) < DETAIL_M * DETAIL_M)
}

/// The model's triangles by level and group.
pub fn pieces(model: &HallModel) -> BTreeMap<(Option<LevelId>, Group), Geometry> {
    let mut levels: BTreeMap<Option<&str>, [Geometry; Group::ALL.len()]> = BTreeMap::new();
    for part in &model.parts {
        let level = levels.entry(part.level.as_deref()).or_default();
        let (solid, glass) = match part.kind {
            // Signs hang from the roof.
            PartKind::Roof | PartKind::Signs => (Group::Roof, Group::RoofGlass),
            _ => (Group::Body, Group::Glass),
        };
        let mut renamed: [Vec<Option<u32>>; Group::ALL.len()] = Default::default();
        for (group, range) in [(solid, &part.opaque), (glass, &part.glass)] {
            let indices = &model.indices[range.start as usize..range.end as usize];
            for triangle in indices.as_chunks::<3>().0 {
                let small = group == Group::Body && is_detail(model, triangle);
                let group = if small { Group::Detail } else { group } as usize;
                renamed[group].resize(part.vertices.len(), None);
                level[group].take(model, triangle, part.vertices.start, &mut renamed[group]);
            }
        }
    }
    levels
        .into_iter()
        .flat_map(|(level, geometries)| {
            let groups = Group::ALL.into_iter().zip(geometries);
            groups.map(move |(group, geometry)| ((level.map(LevelId::new), group), geometry))
        })
        .filter(|(_, geometry)| !geometry.indices.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hall_model::Part;

    /// One part after another, each of triangles with legs of a given length: first its opaque ones, then its glass.
    fn model(parts: &[(PartKind, &[f32], &[f32])]) -> HallModel {
        let mut model = HallModel::default();
        for (kind, opaque, glass) in parts {
            let first = model.positions.len() as u32;
            let mut ranges = Vec::new();
            for legs in [opaque, glass] {
                let start = model.indices.len() as u32;
                for leg in *legs {
                    let base = model.positions.len() as u32;
                    model.positions.extend([[0.0; 3], [*leg, 0.0, 0.0], [0.0, *leg, 0.0]]);
                    model.colors.extend([[200, 200, 200, 255]; 3]);
                    model.indices.extend([base, base + 1, base + 2]);
                }
                ranges.push(start..model.indices.len() as u32);
            }
            model.parts.push(Part {
                kind: *kind,
                id: None,
                level: Some("F1".into()),
                bounds: None,
                vertices: first..model.positions.len() as u32,
                opaque: ranges[0].clone(),
                glass: ranges[1].clone(),
            });
        }
        model
    }

    #[test]
    fn every_triangle_is_in_one_group_with_its_own_vertices() {
        let parts: [(PartKind, &[f32], &[f32]); 3] = [
            (PartKind::Walls, &[9.0, 0.1], &[3.0]),
            (PartKind::Booth, &[0.2, 4.0, 0.3], &[]),
            (PartKind::Signs, &[0.1, 2.0], &[]),
        ];
        let pieces = pieces(&model(&parts));
        let count = |group| pieces[&(Some(LevelId::new("F1")), group)].indices.len() / 3;
        assert_eq!((count(Group::Body), count(Group::Detail)), (2, 3));
        assert_eq!((count(Group::Glass), count(Group::Roof)), (1, 2));
        for piece in pieces.values() {
            assert_eq!(piece.positions.len(), piece.indices.len());
            assert_eq!(piece.positions.len(), piece.colors.len());
            let extent = |t: &[u32]| {
                t.iter()
                    .map(|i| Vec3::from(piece.positions[*i as usize]).length())
                    .sum::<f32>()
            };
            assert!(piece.indices.chunks(3).all(|t| extent(t) > 0.0));
        }
    }
}
