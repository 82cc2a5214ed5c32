//! Bare triangles → triangles that share corners and sides, each once.

use super::Corner;
use super::slices::Slice;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

/// Triangles by the numbers of their corners and sides.
#[derive(Default)]
pub struct Mesh {
    pub corners: Vec<Corner>,
    pub triangles: Vec<Triangle>,
    pub sides: usize,
}

pub struct Triangle {
    /// In ascending order.
    pub corners: [u32; 3],
    /// From each corner to the next.
    pub sides: [u32; 3],
}

impl Mesh {
    /// Corners are the same if they are so to the last bit. What has corners that are no numbers, or are farther away than `most_m`, is passed over.
    pub fn of(corners: &[Corner], triangles: impl IntoIterator<Item = [u32; 3]>, most_m: f64) -> Self {
        let (corners, numbers) = welded(corners);
        let is_near = |corner: &u32| corners[*corner as usize].iter().all(|metres| metres.abs() <= most_m);
        let mut known = FxHashSet::with_capacity_and_hasher(corners.len() * 2, FxBuildHasher);
        let mut kept: Vec<[u32; 3]> = Vec::new();
        for triangle in triangles {
            let mut triangle = triangle.map(|corner| numbers[corner as usize]);
            triangle.sort_unstable();
            if triangle.iter().all(is_near) && known.insert(triangle) {
                kept.push(triangle);
            }
        }
        let sides = Sides::of(&kept, corners.len());
        let triangles = kept.into_iter().map(|[a, b, c]| Triangle {
            corners: [a, b, c],
            sides: [(a, b), (b, c), (a, c)].map(|(low, high)| sides.number(low, high)),
        });
        Self {
            triangles: triangles.collect(),
            sides: sides.ends.len(),
            corners,
        }
    }

    pub fn corners_of(&self, triangle: &Triangle) -> [Corner; 3] {
        triangle.corners.map(|corner| self.corners[corner as usize])
    }

    /// The least and the greatest of each axis; `None` if there are no triangles.
    pub fn extent(&self) -> Option<(Corner, Corner)> {
        let corners = self.triangles.iter().flat_map(|triangle| self.corners_of(triangle));
        corners.fold(None, |extent, corner| {
            let (low, high) = extent.unwrap_or((corner, corner));
            let each = |pick: fn(f64, f64) -> f64, end: Corner| [0, 1, 2].map(|axis| pick(end[axis], corner[axis]));
            Some((each(f64::min, low), each(f64::max, high)))
        })
    }

    /// Cut at those heights.
    pub fn slices(&self, edges: &[f64]) -> Vec<Slice<'_>> {
        let between = |edge: &[f64]| Slice {
            mesh: self,
            triangles: Vec::new(),
            from_m: edge[0],
            to_m: edge[1],
        };
        let mut slices: Vec<Slice<'_>> = edges.windows(2).map(between).collect();
        for (i, triangle) in self.triangles.iter().enumerate() {
            let heights = self.corners_of(triangle).map(|corner| corner[2]);
            let low = heights.into_iter().fold(f64::INFINITY, f64::min);
            let high = heights.into_iter().fold(f64::NEG_INFINITY, f64::max);
            // What only touches a slice has something of it, too.
            let first = edges.partition_point(|edge| *edge < low).saturating_sub(1);
            let end = edges.partition_point(|edge| *edge <= high);
            for slice in slices.iter_mut().take(end).skip(first) {
                slice.triangles.push(i as u32);
            }
        }
        slices
    }
}

/// Corners once each, and for each that there was its number among them.
fn welded(corners: &[Corner]) -> (Vec<Corner>, Vec<u32>) {
    let mut known = FxHashMap::with_capacity_and_hasher(corners.len(), FxBuildHasher);
    let mut kept = Vec::new();
    let number = |corner: &Corner| {
        // −0 is 0.
        let corner = corner.map(|metres| metres + 0.0);
        *known.entry(corner.map(f64::to_bits)).or_insert_with(|| {
            kept.push(corner);
            kept.len() as u32 - 1
        })
    };
    let numbers = corners.iter().map(number).collect();
    (kept, numbers)
}

/// The sides of triangles by their lesser corner, and for each of those in order.
struct Sides {
    /// Where those of a corner begin; and where the last one's end.
    starts: Vec<u32>,
    /// Their greater corners.
    ends: Vec<u32>,
}

impl Sides {
    fn of(triangles: &[[u32; 3]], corners: usize) -> Self {
        let pairs = || triangles.iter().flat_map(|&[a, b, c]| [(a, b), (b, c), (a, c)]);
        let mut starts = vec![0; corners + 1];
        for (low, _) in pairs() {
            starts[low as usize + 1] += 1;
        }
        for corner in 0..corners {
            starts[corner + 1] += starts[corner];
        }
        let mut next = starts.clone();
        let mut ends = vec![0; triangles.len() * 3];
        for (low, high) in pairs() {
            let at = &mut next[low as usize];
            ends[*at as usize] = high;
            *at += 1;
        }
        for of_corner in starts.windows(2) {
            ends[of_corner[0] as usize..of_corner[1] as usize].sort_unstable();
        }
        Self { starts, ends }
    }

    /// The same for each triangle that has it.
    fn number(&self, low: u32, high: u32) -> u32 {
        let first = self.starts[low as usize];
        let of_corner = &self.ends[first as usize..self.starts[low as usize + 1] as usize];
        first + of_corner.partition_point(|end| *end < high) as u32
    }
}
