//! What of a model is seen from afar: the same nodes without what is small, what is above the cut, and people.

use super::mesh::{Mesh, Meshes, cross, dot, sub};
use super::scene::{MeshId, Node, Stock};
use crate::hall_model::FAR_M;
use crate::hall_model::tag::PartKind;
use std::collections::BTreeMap;

/// The nodes as they are seen from afar, and their meshes.
pub fn far(roots: &[Node], stock: &Stock) -> (Vec<Node>, Stock) {
    let mut afar = Afar {
        stock,
        meshes: BTreeMap::new(),
        seen: Stock::default(),
    };
    let roots = roots.iter().filter_map(|root| afar.node(root, false)).collect();
    (roots, afar.seen)
}

struct Afar<'a> {
    stock: &'a Stock,
    /// By the mesh that they are made from, and whether it is a floor.
    meshes: BTreeMap<(MeshId, bool), Option<MeshId>>,
    seen: Stock,
}

impl Afar<'_> {
    /// `None` if nothing of it is seen.
    fn node(&mut self, node: &Node, is_floor: bool) -> Option<Node> {
        let kind = node.tag.as_ref().map(|tag| tag.kind);
        // What is painted or hung up with letters is scaled, and small.
        let is_left_out = matches!(
            kind,
            Some(PartKind::Roof | PartKind::Signs | PartKind::Numbers | PartKind::People)
        );
        if is_left_out || node.scale.is_some() {
            return None;
        }
        let is_floor = kind.map_or(is_floor, |kind| kind == PartKind::Floor);
        let mut seen = Node {
            mesh: node.mesh.and_then(|mesh| self.mesh(mesh, is_floor)),
            children: Vec::new(),
            ..node.clone()
        };
        for child in node.children.iter().filter_map(|child| self.node(child, is_floor)) {
            seen.push(child);
        }
        (seen.mesh.is_some() || !seen.children.is_empty()).then_some(seen)
    }

    fn mesh(&mut self, id: MeshId, is_floor: bool) -> Option<MeshId> {
        let Self { stock, meshes, seen } = self;
        *meshes.entry((id, is_floor)).or_insert_with(|| {
            let MeshId(index) = id;
            let whole = &stock.meshes()[index].opaque;
            seen.keep(Meshes {
                opaque: if is_floor { whole.clone() } else { large(whole) },
                glass: Mesh::default(),
            })
        })
    }
}

/// The triangles that are no smaller than half a square of [`FAR_M`], with the vertices that they use.
fn large(mesh: &Mesh) -> Mesh {
    let mut large = Mesh::default();
    let mut renamed = BTreeMap::new();
    for triangle in mesh.indices.as_chunks::<3>().0 {
        let [a, b, c] = triangle.map(|i| mesh.positions[i as usize].map(f64::from));
        let normal = cross(sub(b, a), sub(c, a));
        if dot(normal, normal) < FAR_M.powi(4) {
            continue;
        }
        for old in triangle {
            let new = renamed.entry(*old).or_insert_with(|| {
                large.positions.push(mesh.positions[*old as usize]);
                large.colors.push(mesh.colors[*old as usize]);
                large.positions.len() as u32 - 1
            });
            large.indices.push(*new);
        }
    }
    large
}
