//! A model's triangles by what is shown and hidden together.

use crate::hall_model::{Box3, FAR_M, HallModel, Part, PartKind};
use crate::venue::LevelId;
use glam::Vec3;
use std::collections::BTreeMap;

/// Triangles that are smaller than half a square of that side are panels, or shape, or detail, or fine: from afar they would only
/// glitter. What a model from afar shows of a hall is all that is larger than shape.
const PANEL_M: f32 = 3.0;
const SHAPE_M: f32 = FAR_M as f32;
/// What is narrower is no more than shape, however long: as a line thinner than a pixel, a wall's top would be dashed.
const EDGE_M: f32 = 0.4;
const DETAIL_M: f32 = 0.62;
const FINE_M: f32 = 0.2;
/// Glass is drawn from as far as things of that size: a pane of a front.
const PANE_M: f32 = 4.0;
/// People are drawn from as far as things of that size.
const PEOPLE_M: f32 = 0.5;
/// Carpets are no thicker than this.
const FLOOR_M: f32 = 0.07;
/// What stands on a square of the ground of that side is looked at together: whether it is in the picture, and how near.
const TILE_M: f32 = 48.0;

/// Column and row of a tile.
type Tile = (i32, i32);

/// What is drawn at once: on one level, of one owner and group, on one tile.
pub type PieceKey = (Option<LevelId>, Whose, Group, Tile);

pub type Pieces = BTreeMap<PieceKey, Geometry>;

/// On whose stand something is, where somebody designs one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Venue,
    Designer,
    Neighbour,
}

/// What is shown and hidden together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Body,
    /// Of the body what is too small to be seen where a fair of very many halls is seen at once.
    Panel,
    /// Of the body what is too small to be seen from afar.
    Shape,
    Detail,
    /// Letters, legs of chairs.
    Fine,
    Glass,
    /// Above the cut: only under the roof.
    Roof,
    RoofGlass,
    People,
}

impl Group {
    /// The size of what is drawn only where that can be seen, in metres.
    pub fn size_m(self) -> Option<f32> {
        match self {
            Self::Panel => Some(PANEL_M),
            Self::Shape => Some(SHAPE_M),
            Self::Glass => Some(PANE_M),
            Self::Detail => Some(DETAIL_M),
            Self::Fine => Some(FINE_M),
            Self::People => Some(PEOPLE_M),
            Self::Body | Self::Roof | Self::RoofGlass => None,
        }
    }
}

/// Triangles in glTF's axes: position and sRGB colour of each vertex, three indices a triangle.
#[derive(Debug, Default)]
pub struct Geometry {
    pub positions: Vec<[f32; 3]>,
    pub colors: Vec<[u8; 4]>,
    pub indices: Vec<u32>,
    /// In the picture on it, of each vertex; none where there is none.
    pub places: Vec<[f32; 2]>,
}

impl Geometry {
    /// Copies some triangles, and the vertices that they use. `renamed` has the vertices of their part that were copied before;
    /// `lamp` is for what is solid.
    fn take(
        &mut self,
        model: &HallModel,
        triangle: &[u32; 3],
        first: u32,
        renamed: &mut [Option<u32>],
        lamp: Option<u8>,
    ) {
        for old in triangle {
            let new = renamed[(*old - first) as usize].get_or_insert_with(|| {
                self.positions.push(model.positions[*old as usize]);
                let [r, g, b, a] = model.colors[*old as usize];
                self.colors.push([r, g, b, lamp.unwrap_or(a)]);
                self.positions.len() as u32 - 1
            });
            self.indices.push(*new);
        }
    }
}

/// In which group a triangle of the body is.
fn by_size(model: &HallModel, part: &Part, triangle: &[u32; 3]) -> Group {
    let [a, b, c] = triangle.map(|i| Vec3::from(model.positions[i as usize]));
    // Left out, a piece of floor would be a hole. A level's floor is thicker: it has an edge.
    let foot = part.bounds.map_or(f32::NEG_INFINITY, |bounds| bounds.min[1]);
    let is_carpet = part.kind != PartKind::Numbers && a.y.max(b.y).max(c.y) < foot + FLOOR_M;
    let is_floor = part.kind == PartKind::Floor || is_carpet;
    let double = (b - a).cross(c - a).length();
    let longest = a.distance(b).max(b.distance(c)).max(c.distance(a));
    match double {
        _ if is_floor => Group::Body,
        double if double < FINE_M * FINE_M => Group::Fine,
        double if double < DETAIL_M * DETAIL_M => Group::Detail,
        double if double < SHAPE_M * SHAPE_M || double < EDGE_M * longest => Group::Shape,
        double if double < PANEL_M * PANEL_M => Group::Panel,
        _ => Group::Body,
    }
}

/// How much of the lamps' light a part gets at night: stands are lit, what one looks for a little, the building hardly.
fn lamp(kind: PartKind) -> u8 {
    match kind {
        PartKind::Booth => 255,
        PartKind::Amenity | PartKind::Connector | PartKind::Kiosk | PartKind::People | PartKind::Signs => 160,
        PartKind::Walls | PartKind::Columns => 80,
        _ => 0,
    }
}

/// The tile that a point in glTF's axes is on.
fn tile(x: f32, z: f32) -> Tile {
    ((x / TILE_M).floor() as i32, (z / TILE_M).floor() as i32)
}

/// Where a part is that is not parted, for it is no larger than a tile.
fn tile_of(part: &Part) -> Option<Tile> {
    let Box3 { min, max } = part.bounds?;
    let (width, depth) = (max[0] - min[0], max[2] - min[2]);
    (width.max(depth) <= TILE_M).then(|| tile(min[0] + width / 2.0, min[2] + depth / 2.0))
}

/// Puts the triangles of a model, or of a part of one, to those that are drawn with them. An opaque one's alpha is how much of the lamps'
/// light it gets.
pub fn gather(model: &HallModel, pieces: &mut Pieces, whose: impl Fn(&Part) -> Whose) {
    for part in &model.parts {
        let whole = tile_of(part);
        let (solid, glass) = match part.kind {
            // Signs hang from the roof.
            PartKind::Roof | PartKind::Signs => (Group::Roof, Group::RoofGlass),
            PartKind::People => (Group::People, Group::Glass),
            _ => (Group::Body, Group::Glass),
        };
        let lamp = Some(lamp(part.kind));
        let mut triangles = Vec::new();
        for (group, range, lamp) in [(solid, &part.opaque, lamp), (glass, &part.glass, None)] {
            let indices = &model.indices[range.start as usize..range.end as usize];
            triangles.extend(indices.as_chunks::<3>().0.iter().map(|triangle| {
                let group = match group {
                    Group::Body => by_size(model, part, triangle),
                    group => group,
                };
                let [x, _, z] = model.positions[triangle[0] as usize];
                ((group, whole.unwrap_or_else(|| tile(x, z))), lamp, triangle)
            }));
        }
        triangles.sort_by_key(|(key, ..)| *key);
        let first = part.vertices.start;
        let mut renamed = vec![None; part.vertices.len()];
        for together in triangles.chunk_by(|a, b| a.0 == b.0) {
            let (group, tile) = together[0].0;
            let level = part.level.as_deref().map(LevelId::new);
            let piece = pieces.entry((level, whose(part), group, tile)).or_default();
            for (_, lamp, triangle) in together {
                piece.take(model, triangle, first, &mut renamed, *lamp);
            }
            for old in together.iter().flat_map(|(.., triangle)| *triangle) {
                renamed[(*old - first) as usize] = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                node: 0,
                bounds: None,
                vertices: first..model.positions.len() as u32,
                opaque: ranges[0].clone(),
                glass: ranges[1].clone(),
            });
        }
        model
    }

    fn pieces(model: &HallModel) -> Pieces {
        let mut pieces = Pieces::new();
        gather(model, &mut pieces, |_| Whose::Venue);
        pieces
    }

    #[test]
    fn every_triangle_is_in_one_group_with_its_own_vertices() {
        let parts: [(PartKind, &[f32], &[f32]); 4] = [
            (PartKind::Floor, &[0.1], &[]),
            (PartKind::Walls, &[9.0, 0.1], &[3.0]),
            (PartKind::Booth, &[0.2, 4.0, 0.3, 1.0, 2.0], &[]),
            (PartKind::Signs, &[0.1, 2.0], &[]),
        ];
        let pieces = pieces(&model(&parts));
        let count = |group| {
            pieces[&(Some(LevelId::new("F1")), Whose::Venue, group, (0, 0))]
                .indices
                .len()
                / 3
        };
        assert_eq!(
            [Group::Body, Group::Panel, Group::Shape, Group::Detail, Group::Fine].map(count),
            [3, 1, 1, 2, 1]
        );
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

    #[test]
    fn what_is_long_and_narrow_is_no_more_than_shape() {
        let mut model = model(&[(PartKind::Walls, &[9.0, 9.0], &[])]);
        model.positions[5] = [0.0, EDGE_M - 0.1, 0.0];
        let groups: Vec<Group> = pieces(&model).into_keys().map(|(_, _, group, _)| group).collect();
        assert_eq!(groups, [Group::Body, Group::Shape]);
    }

    #[test]
    fn what_is_on_stands_is_kept_apart_where_somebody_designs_one() {
        let mut model = model(&[
            (PartKind::Walls, &[9.0], &[]),
            (PartKind::Booth, &[4.0], &[]),
            (PartKind::Booth, &[5.0], &[]),
        ]);
        model.parts[1].id = Some("B1".into());
        let mut pieces = Pieces::new();
        gather(&model, &mut pieces, |part| match (part.kind, part.id.as_deref()) {
            (PartKind::Booth, Some("B1")) => Whose::Designer,
            (PartKind::Booth, _) => Whose::Neighbour,
            _ => Whose::Venue,
        });
        let longest = |whose| {
            let of = pieces.iter().filter(|((_, owner, ..), _)| *owner == whose);
            of.flat_map(|(_, piece)| piece.positions.iter().map(|p| p[0]))
                .fold(0.0, f32::max)
        };
        assert_eq!(
            [Whose::Venue, Whose::Designer, Whose::Neighbour].map(longest),
            [9.0, 4.0, 5.0]
        );
    }

    #[test]
    fn what_is_far_apart_is_on_tiles_of_its_own_and_a_stand_is_never_torn() {
        let mut model = model(&[(PartKind::Walls, &[9.0, 9.0], &[]), (PartKind::Booth, &[4.0, 4.0], &[])]);
        let moved = |model: &mut HallModel, vertices: std::ops::Range<usize>, by: f32| {
            for position in &mut model.positions[vertices] {
                position[0] += by;
            }
        };
        // A wall's second triangle is a hall away; a stand's stands just beyond the border of two tiles.
        moved(&mut model, 3..6, 100.0);
        moved(&mut model, 6..9, TILE_M - 5.0);
        moved(&mut model, 9..12, TILE_M + 1.0);
        model.parts[0].bounds = Some(Box3 {
            min: [0.0; 3],
            max: [109.0, 9.0, 0.0],
        });
        model.parts[1].bounds = Some(Box3 {
            min: [TILE_M - 5.0, 0.0, 0.0],
            max: [TILE_M + 5.0, 4.0, 0.0],
        });
        let tiles: Vec<Tile> = pieces(&model).into_keys().map(|(.., tile)| tile).collect();
        assert_eq!(tiles, [(0, 0), (1, 0), (2, 0)]);
        let on_second = &pieces(&model)[&(Some(LevelId::new("F1")), Whose::Venue, Group::Body, (1, 0))];
        assert_eq!(on_second.indices.len(), 6, "both triangles of the stand");
    }
}
