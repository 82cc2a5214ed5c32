//! A `.glb` of anybody's → one list of lit triangles, with the range of each part. Whatever the bytes are, the answer is a model
//! or an error: every index, range and number of the file is checked here before it is used.

mod accessor;
mod buffers;
mod faces;
mod gather;
pub(crate) mod light;
mod matrix;
mod paint;
mod picture;
mod primitive;
mod tree;

pub use faces::{Face, Faces, read_faces};
pub use picture::{Picture, Pictures, Print, Wrap};

use super::tag::PartKind;
use crate::venue::by_name;
use buffers::Buffers;
use gltf::json::Root;
use std::ops::Range;

/// What a file may at most be. A hall of the largest fairs stays far below.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes: usize,
    pub nodes: usize,
    /// Drawn triangles, each use of a shared mesh counted.
    pub triangles: usize,
    /// Of nodes inside nodes.
    pub depth: usize,
    /// In the description: each takes memory, however little of the file it is.
    pub values: usize,
    /// Along each side of a picture.
    pub picture_px: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            nodes: 500_000,
            triangles: 8_000_000,
            depth: 32,
            values: 30_000_000,
            picture_px: 16_384,
        }
    }
}

/// Why bytes are not a model that can be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("this is no binary glTF file (.glb): {0}")]
    NotGlb(&'static str),
    #[error("the glb file is damaged: {0}")]
    Damaged(&'static str),
    #[error("the description in the glb file cannot be read: {0}")]
    Description(String),
    #[error("the model has {what} number {index}, which does not exist or is not usable here")]
    Reference { what: &'static str, index: usize },
    #[error("accessor {accessor} {problem}")]
    Accessor { accessor: usize, problem: &'static str },
    #[error("buffer view {0} reaches outside the file's data")]
    Outside(usize),
    #[error("a corner of the model is no finite number")]
    NotFinite,
    #[error("the model has no scene, so nothing of it is shown")]
    NoScene,
    #[error("node {0} is under itself or under two others, which glTF forbids")]
    NotATree(usize),
    #[error("node {0} has a transform that is not finite")]
    Transform(usize),
    #[error("the model needs the glTF extension {0}, which is not supported; export it without")]
    Extension(String),
    #[error("the model's data is in another file ({0}); export it as one .glb")]
    External(String),
    #[error("the model has more {what} than the {limit} that are allowed")]
    TooLarge { what: &'static str, limit: usize },
}

/// What the stage draws: triangles in the world, lit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HallModel {
    /// In the order of their nodes.
    pub parts: Vec<Part>,
    /// x right (east), y up, z towards the viewer (south), metres.
    pub positions: Vec<[f32; 3]>,
    /// sRGB with sun and sky in it, and coverage, a byte each; alpha is below 255 for glass.
    pub colors: Vec<[u8; 4]>,
    /// Three a triangle: first all that is opaque, from `opaque.start`, then all that is glass.
    pub indices: Vec<u32>,
    /// Ranges of `indices`.
    pub opaque: Range<u32>,
    pub glass: Range<u32>,
    /// Where names of booths are to be read.
    pub names: Vec<NamePlate>,
}

/// The room for a booth's name, in the axes of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct NamePlate {
    pub booth: String,
    /// The level that it is on, where the model says.
    pub level: Option<String>,
    /// Left and right end of the line's middle.
    pub ends: [[f32; 3]; 2],
    /// From the line's middle upwards, as far as a letter is high.
    pub up: [f32; 3],
    /// Bright letters, for dark grounds.
    pub is_bright: bool,
}

/// A part of the venue in a model, with what hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub kind: PartKind,
    pub id: Option<String>,
    /// The level that it is on, where the model says.
    pub level: Option<String>,
    /// The number of the node that it begins with.
    pub node: usize,
    /// `None` if nothing of it is drawn.
    pub bounds: Option<Box3>,
    /// Its own vertices in `positions` and `colors`; no other part uses them.
    pub vertices: Range<u32>,
    /// Its triangles in `indices`, opaque and glass.
    pub opaque: Range<u32>,
    pub glass: Range<u32>,
}

/// A box along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box3 {
    pub min: [f32; 3],
    pub max: [f32; 3],
}

/// Extensions that a model may need.
pub const EXTENSIONS: [&str; 3] = ["KHR_materials_unlit", "KHR_mesh_quantization", "KHR_texture_transform"];

/// Reads a model with the usual limits. Faces whose picture is not given have their material's colour.
///
/// # Errors
/// If the bytes are no glTF 2.0 binary, refer to what is not there, need what is not supported, or pass a limit.
pub fn read(bytes: &[u8], pictures: &Pictures) -> Result<HallModel, ReadError> {
    read_within(bytes, pictures, Limits::default())
}

/// Reads a model within the given limits.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], pictures: &Pictures, limits: Limits) -> Result<HallModel, ReadError> {
    let (root, buffers) = open(bytes, limits)?;
    tree::walk(&root, &buffers, pictures, limits, None)
}

/// Reads a model with the usual limits, and hands over each part with those inside it as soon as it is whole, so that never more than
/// that lies in memory. What was handed over is to be thrown away if the answer is an error.
///
/// # Errors
/// As [`read`].
pub fn read_parts(bytes: &[u8], pictures: &Pictures, mut take: impl FnMut(HallModel)) -> Result<(), ReadError> {
    let limits = Limits::default();
    let (root, buffers) = open(bytes, limits)?;
    tree::walk(&root, &buffers, pictures, limits, Some(&mut take)).map(drop)
}

/// A binary file's description, and its data.
pub(super) fn open(bytes: &[u8], limits: Limits) -> Result<(Root, Buffers<'_>), ReadError> {
    hold("bytes", bytes.len(), limits.bytes)?;
    let (json, chunk) = container(bytes)?;
    describe(json, chunk, limits)
}

/// What a description says, with the data that the file has beside it.
fn describe<'a>(json: &[u8], chunk: &'a [u8], limits: Limits) -> Result<(Root, Buffers<'a>), ReadError> {
    hold("values in its description", values(json), limits.values)?;
    let root: Root = by_name::from_slice(json).map_err(|error| ReadError::Description(error.to_string()))?;
    if !root.asset.version.starts_with("2.") {
        return Err(ReadError::NotGlb("its glTF version is not 2"));
    }
    let is_unknown = |name: &&String| !EXTENSIONS.contains(&name.as_str());
    if let Some(extension) = root.extensions_required.iter().find(is_unknown) {
        return Err(ReadError::Extension(extension.chars().take(80).collect()));
    }
    let buffers = Buffers::of(&root, chunk);
    Ok((root, buffers))
}

fn hold(what: &'static str, count: usize, limit: usize) -> Result<(), ReadError> {
    if count > limit {
        return Err(ReadError::TooLarge { what, limit });
    }
    Ok(())
}

/// About how many values a JSON text has, before any of them is read.
fn values(json: &[u8]) -> usize {
    let (mut count, mut in_text, mut is_escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'{' | b'[' | b',' if !in_text => count += 1,
            _ => {}
        }
    }
    count
}

/// The two chunks of a `.glb`: description and data.
fn container(bytes: &[u8]) -> Result<(&[u8], &[u8]), ReadError> {
    // The gltf crate's splitter takes for granted that the length in the header counts the header.
    let word = |at: usize| -> Option<u32> {
        let word = bytes.get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes(word.try_into().ok()?))
    };
    if bytes.get(..4) != Some(b"glTF") {
        return Err(ReadError::NotGlb("it does not begin with “glTF”"));
    }
    if word(4) != Some(2) {
        return Err(ReadError::NotGlb("its version is not 2"));
    }
    let length = word(8).ok_or(ReadError::Damaged("it ends within its header"))? as usize;
    let bytes = bytes.get(..length).ok_or(ReadError::Damaged("it is cut short"))?;
    let chunk = |at: usize| -> Option<(&[u8], &[u8])> {
        let header = bytes.get(at..at.checked_add(8)?)?;
        let (length, kind) = header.split_at(4);
        let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
        let start = at + 8;
        Some((kind, bytes.get(start..start.checked_add(length)?)?))
    };
    let Some((b"JSON", json)) = chunk(12) else {
        return Err(ReadError::Damaged("its description is missing or cut short"));
    };
    match chunk(20 + json.len()) {
        Some((b"BIN\0", data)) => Ok((json, data)),
        _ => Ok((json, &[])),
    }
}

#[cfg(test)]
mod tests;
