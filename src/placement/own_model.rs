//! An own model: a stranger's glTF → triangles on the floor, in metres, and one plain file of them that everything after this reads.

use super::hull::{Corner, Hull};
use crate::hall_model::{Face, Faces, Limits, Print, ReadError, Wrap, read_faces};
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde_json::{Value, json};

/// What a model's file may at most be.
pub const LIMITS: Limits = Limits {
    bytes: 50 << 20,
    nodes: 10_000,
    triangles: 500_000,
    depth: 64,
    values: 1_000_000,
    picture_px: 4096,
};
/// Places are whole numbers of this part of a metre, which `f32` has exactly: what is read again is the same.
const STEPS_PER_M: f64 = 8192.0;
/// Nobody means a stand so many metres large or small: another unit was meant.
const LARGEST_M: f64 = 100.0;
const SMALLEST_M: f64 = 0.05;

/// Why a file is no model for a stand.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error("the model shows no faces")]
    Empty,
    #[error("the model is a cloud of too many fine pieces to be measured")]
    TooFine,
    #[error("the model is {0} m large, which is no unit that is known")]
    Size(f64),
}

/// A unit that was meant where metres make no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TakenAs {
    Millimetres,
    Centimetres,
    Kilometres,
}

/// What an accepted file shows: its middle over the origin, its lowest point on the floor.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnModel {
    vertices: Vec<Vertex>,
    /// First all that is opaque, then all glass, in either first what has no picture.
    groups: Vec<Group>,
    /// PNG or JPEG.
    pictures: Vec<Vec<u8>>,
    /// If not as metres.
    pub taken_as: Option<TakenAs>,
    /// What it covers, band by band.
    pub hull: Hull,
}

/// What triangles share that meet in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Vertex {
    /// In steps; x right, y up, z towards the viewer.
    steps: [i32; 3],
    color: [u8; 4],
    /// The bits of its place in the picture.
    place: [u32; 2],
}

/// Triangles that are drawn alike.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    first: Triangle,
    /// The numbers of their vertices.
    triangles: Vec<[u32; 3]>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Triangle {
    corners: [[i32; 3]; 3],
    color: [u8; 4],
    print: Option<Print>,
}

impl Triangle {
    fn is_glass(&self) -> bool {
        self.color[3] < u8::MAX
    }

    /// The same for those that are drawn alike, in the order in which they are written.
    fn group(&self) -> u64 {
        let glass = u64::from(self.is_glass()) << 63;
        self.print.map_or(glass, |print| {
            let [s, t] = print.wrap.map(|wrap| wrap as u64);
            glass | (print.picture as u64 + 1) << 8 | s << 4 | t << 1 | u64::from(print.is_cut)
        })
    }
}

impl OwnModel {
    /// # Errors
    /// The bytes are no glTF 2.0 that is whole in itself and within [`LIMITS`], or show nothing that can be placed.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let Faces { faces: read, pictures } = read_faces(bytes, LIMITS)?;
        let corners = || read.iter().flat_map(|face| face.corners.iter());
        let end = |pick: fn(f64, f64) -> f64, from: f64| {
            corners().fold([from; 3], |end, c| [0, 1, 2].map(|i| pick(end[i], f64::from(c[i]))))
        };
        let (low, high) = (end(f64::min, f64::INFINITY), end(f64::max, f64::NEG_INFINITY));
        if read.is_empty() {
            return Err(ModelError::Empty);
        }
        let longest = [0, 1, 2].map(|i| high[i] - low[i]).into_iter().fold(0.0, f64::max);
        let (factor, taken_as) = unit(longest).ok_or(ModelError::Size(longest))?;
        // The file's own origin may be far away, so it is left first.
        let middle = [(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0];
        let steps = |at: f32, i: usize| ((f64::from(at) - middle[i]) * factor * STEPS_PER_M + 0.5).floor() as i32;
        let (used, pictures) = used(&read, pictures);
        let mut faces: Vec<Triangle> = read
            .iter()
            .map(|Face { corners, color, print }| Triangle {
                corners: corners.map(|corner| [0, 1, 2].map(|i| steps(corner[i], i))),
                color: color.map(|c| (c * 255.0).round() as u8),
                print: print.map(|print| Print {
                    picture: used[print.picture],
                    ..print
                }),
            })
            .collect();
        crate::order::sort_by_key(&mut faces, Triangle::group);
        let (vertices, groups) = welded(&faces);
        let hull = hull(&vertices, &groups);
        if !hull.is_quick() {
            return Err(ModelError::TooFine);
        }
        Ok(Self {
            vertices,
            groups,
            pictures,
            taken_as,
            hull,
        })
    }

    /// A dune of some thousand faces, to practise on.
    pub fn sample() -> Self {
        const SIDE: i32 = 48;
        const APART: i32 = 512;
        let up = |x: i32, z: i32| x * (SIDE - x) * z * (SIDE - z) / 20;
        let places = (0..=SIDE).flat_map(|x| (0..=SIDE).map(move |z| (x, z)));
        let vertices: Vec<Vertex> = places
            .map(|(x, z)| Vertex {
                steps: [x * APART, up(x, z), z * APART],
                color: [u8::MAX; 4],
                place: [0; 2],
            })
            .collect();
        let squares = (0..SIDE as u32).flat_map(|x| (0..SIDE as u32).map(move |z| x * (SIDE as u32 + 1) + z));
        let triangles = squares.flat_map(|a| {
            let b = a + SIDE as u32 + 1;
            [[a, a + 1, b], [a + 1, b + 1, b]]
        });
        let first = Triangle {
            corners: [[0; 3]; 3],
            color: [u8::MAX; 4],
            print: None,
        };
        Self {
            vertices,
            groups: vec![Group {
                first,
                triangles: triangles.collect(),
            }],
            pictures: Vec::new(),
            taken_as: None,
            hull: Hull::default(),
        }
    }

    /// A name that only this content has, so that what was kept under it is never another.
    pub fn name(name: &str, glb: &[u8]) -> String {
        // FNV-1a, of 64 bits.
        let hash = glb.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mark = format!("-{:08x}", hash >> 32);
        let is_mark = |end: &str| end.len() == 8 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
        match name.rsplit_once('-') {
            Some((stem, end)) if is_mark(end) => format!("{stem}{mark}"),
            _ => format!("{name}{mark}"),
        }
    }

    pub fn triangles(&self) -> usize {
        self.groups.iter().map(|group| group.triangles.len()).sum()
    }

    /// A `.glb` of one node with one mesh, that any program can show; the same model gives the same bytes.
    pub fn to_glb(&self) -> Vec<u8> {
        let vertices = &self.vertices;
        let metres = vertices
            .iter()
            .flat_map(|vertex| vertex.steps.map(|steps| (f64::from(steps) / STEPS_PER_M) as f32));
        let positions: Vec<f32> = metres.collect();
        let colors: Vec<u8> = vertices.iter().flat_map(|vertex| vertex.color).collect();
        let places: Vec<f32> = vertices
            .iter()
            .flat_map(|vertex| vertex.place.map(f32::from_bits))
            .collect();
        let bytes = |list: &[f32]| -> Vec<u8> { list.iter().flat_map(|c| c.to_le_bytes()).collect() };
        let bound =
            |pick: fn(f32, f32) -> f32| [0, 1, 2].map(|i| positions.iter().skip(i).step_by(3).copied().reduce(pick));
        let count = vertices.len();
        let mut chunks = Chunks::default();
        let mut accessors = vec![
            json!({"bufferView": chunks.add(&bytes(&positions), Some(VERTICES)), "componentType": 5126, "count": count, "type": "VEC3", "min": bound(f32::min), "max": bound(f32::max)}),
            json!({"bufferView": chunks.add(&colors, Some(VERTICES)), "componentType": 5121, "normalized": true, "count": count, "type": "VEC4"}),
        ];
        if !self.pictures.is_empty() {
            let view = chunks.add(&bytes(&places), Some(VERTICES));
            accessors.push(json!({"bufferView": view, "componentType": 5126, "count": count, "type": "VEC2"}));
        }
        let (mut primitives, mut materials) = (Vec::new(), Vec::new());
        let (mut textures, mut samplers) = (Vec::new(), Vec::new());
        for Group { first, triangles } in &self.groups {
            let mut attributes = json!({"POSITION": 0, "COLOR_0": 1});
            let mut metal = json!({"metallicFactor": 0, "roughnessFactor": 1});
            if let Some(print) = first.print {
                let [s, t] = print.wrap.map(code);
                attributes["TEXCOORD_0"] = 2.into();
                metal["baseColorTexture"] = json!({"index": textures.len()});
                textures.push(json!({"sampler": samplers.len(), "source": print.picture}));
                samplers.push(json!({"wrapS": s, "wrapT": t}));
            }
            let mode = match first.print {
                _ if first.is_glass() => "BLEND",
                Some(Print { is_cut: true, .. }) => "MASK",
                _ => "OPAQUE",
            };
            let indices: Vec<u8> = triangles
                .as_flattened()
                .iter()
                .flat_map(|index| index.to_le_bytes())
                .collect();
            let view = chunks.add(&indices, Some(INDICES));
            primitives.push(json!({"attributes": attributes, "indices": accessors.len(), "material": materials.len()}));
            let corners = triangles.len() * 3;
            accessors.push(json!({"bufferView": view, "componentType": 5125, "count": corners, "type": "SCALAR"}));
            materials.push(json!({"alphaMode": mode, "doubleSided": true, "pbrMetallicRoughness": metal}));
        }
        let images: Vec<Value> = (self.pictures.iter())
            .map(|file| {
                let kind = if file.starts_with(b"\xff") {
                    "image/jpeg"
                } else {
                    "image/png"
                };
                json!({"bufferView": chunks.add(file, None), "mimeType": kind})
            })
            .collect();
        let mut description = json!({
            "asset": {"version": "2.0", "generator": "Fairway"},
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0}],
            "meshes": [{"primitives": primitives}],
            "materials": materials,
            "accessors": accessors,
            "bufferViews": chunks.views,
            "buffers": [{"byteLength": chunks.data.len()}],
        });
        // An empty list is none in glTF.
        if !images.is_empty() {
            description["textures"] = textures.into();
            description["samplers"] = samplers.into();
            description["images"] = images.into();
        }
        glb(description.to_string().into_bytes(), &chunks.data)
    }
}

/// What views of a buffer are for, as WebGL numbers it.
const VERTICES: u32 = 34962;
const INDICES: u32 = 34963;

/// What a wrapping is called in WebGL.
fn code(wrap: Wrap) -> u32 {
    match wrap {
        Wrap::Repeat => 10497,
        Wrap::Mirror => 33648,
        Wrap::Clamp => 33071,
    }
}

/// A file's data, and what of it is where.
#[derive(Default)]
struct Chunks {
    data: Vec<u8>,
    views: Vec<Value>,
}

impl Chunks {
    /// Returns the number of its view.
    fn add(&mut self, chunk: &[u8], target: Option<u32>) -> usize {
        let mut view = json!({"buffer": 0, "byteOffset": self.data.len(), "byteLength": chunk.len()});
        if let Some(target) = target {
            view["target"] = target.into();
        }
        self.data.extend(chunk);
        self.data.resize(self.data.len().next_multiple_of(4), 0);
        self.views.push(view);
        self.views.len() - 1
    }
}

/// The pictures that lie on any face, in their order, and the number there of each that was there before.
fn used(faces: &[Face], mut pictures: Vec<Vec<u8>>) -> (Vec<usize>, Vec<Vec<u8>>) {
    let mut is_used = vec![false; pictures.len()];
    for print in faces.iter().filter_map(|face| face.print) {
        is_used[print.picture] = true;
    }
    let mut next = 0;
    let numbers = is_used.iter().map(|used| {
        next += usize::from(*used);
        next.saturating_sub(1)
    });
    let numbers = numbers.collect();
    let mut is_used = is_used.into_iter();
    pictures.retain(|_| is_used.next() == Some(true));
    (numbers, pictures)
}

/// With vertices that are the same made one, numbered as they come.
fn welded(faces: &[Triangle]) -> (Vec<Vertex>, Vec<Group>) {
    let mut known: FxHashMap<Vertex, u32> = FxHashMap::with_capacity_and_hasher(faces.len(), FxBuildHasher);
    let (mut vertices, mut groups) = (Vec::new(), Vec::<Group>::new());
    for alike in faces.chunk_by(|a, b| a.group() == b.group()) {
        let number = |triangle: &Triangle| {
            [0, 1, 2].map(|i| {
                let vertex = Vertex {
                    steps: triangle.corners[i],
                    color: triangle.color,
                    place: triangle
                        .print
                        .map_or([0.0; 2], |print| print.places[i])
                        .map(f32::to_bits),
                };
                *known.entry(vertex).or_insert_with(|| {
                    vertices.push(vertex);
                    vertices.len() as u32 - 1
                })
            })
        };
        groups.push(Group {
            first: alike[0],
            triangles: alike.iter().map(number).collect(),
        });
    }
    (vertices, groups)
}

fn hull(vertices: &[Vertex], groups: &[Group]) -> Hull {
    let metres = |steps: i32| f64::from(steps) / STEPS_PER_M;
    let corner = |vertex: &Vertex| -> Corner {
        let [x, y, z] = vertex.steps;
        [metres(x), -metres(z), metres(y)]
    };
    let corners: Vec<Corner> = vertices.iter().map(corner).collect();
    Hull::of_mesh(
        &corners,
        groups.iter().flat_map(|group| group.triangles.iter().copied()),
    )
}

/// What one unit of the file is in metres.
fn unit(longest: f64) -> Option<(f64, Option<TakenAs>)> {
    let fits = |factor: f64| (SMALLEST_M..=LARGEST_M).contains(&(longest * factor));
    if fits(1.0) {
        return Some((1.0, None));
    }
    let others = if longest > 1000.0 {
        [(0.001, TakenAs::Millimetres), (0.01, TakenAs::Centimetres)]
    } else {
        [(0.01, TakenAs::Centimetres), (1000.0, TakenAs::Kilometres)]
    };
    let meant = others.into_iter().find(|(factor, _)| fits(*factor));
    meant.map(|(factor, unit)| (factor, Some(unit)))
}

/// The two chunks in their container.
fn glb(mut description: Vec<u8>, data: &[u8]) -> Vec<u8> {
    description.resize(description.len().next_multiple_of(4), b' ');
    let word = |n: usize| (n as u32).to_le_bytes();
    let length = 12 + 8 + description.len() + 8 + data.len();
    [
        &b"glTF"[..],
        &2u32.to_le_bytes(),
        &word(length),
        &word(description.len()),
        b"JSON",
        &description,
        &word(data.len()),
        b"BIN\0",
        data,
    ]
    .concat()
}
