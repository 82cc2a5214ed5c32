//! What somebody gives as a file: an own model, a design, or a design with the models that it names, in one `.zip` (`docs/placement.md`).
//! Whatever the bytes are, the answer is what they hold or why they cannot be used.

use super::own_model::{LIMITS, ModelError, OwnModel};
use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DESIGN: &str = "design.json";
const MODELS: &str = "models/";
const MODEL: &str = ".glb";
/// A parcel has at most so many files and models, so many bytes, and so many when it is unpacked.
const MOST_FILES: usize = 200;
const MOST_MODELS: usize = 40;
const MOST_BYTES: usize = 100 << 20;
const MOST_UNPACKED: u64 = 200 << 20;
/// A design is a text of at most so many bytes.
const LONGEST_DESIGN: u64 = 1 << 20;
/// A name is cut to so many characters.
const LONGEST_NAME: usize = 40;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parcel {
    /// The text of a design; whether it can be used is for [`super::Design::read`] to say.
    pub design: Option<String>,
    /// By the names that the design has for them.
    pub models: Vec<(String, OwnModel)>,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ParcelError {
    #[error("the file is neither a design nor a model")]
    Unknown,
    #[error("the zip file is damaged: {0}")]
    Damaged(String),
    #[error("the zip file holds no {DESIGN}")]
    NoDesign,
    #[error("the zip file has more {what} than the {limit} that are allowed")]
    TooLarge { what: &'static str, limit: u64 },
    #[error("{name}: {error}")]
    Model { name: String, error: ModelError },
}

impl Parcel {
    /// # Errors
    /// The file is of no kind that is known, damaged, too large, or holds a model that cannot be used.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, ParcelError> {
        let model = || {
            let name = name_of(file);
            match OwnModel::read(bytes) {
                Ok(model) => Ok(Self {
                    design: None,
                    models: vec![(name, model)],
                }),
                Err(error) => Err(ParcelError::Model { name, error }),
            }
        };
        if bytes.starts_with(b"PK") {
            return unzip(bytes);
        }
        let ends = |ending: &str| file.to_lowercase().ends_with(ending);
        if bytes.starts_with(b"glTF") || ends(".glb") || ends(".gltf") {
            return model();
        }
        match str::from_utf8(bytes) {
            Ok(text) if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => Ok(Self {
                design: Some(text.trim_start_matches('\u{feff}').to_owned()),
                models: Vec::new(),
            }),
            _ => Err(ParcelError::Unknown),
        }
    }

    /// The file of a design with its models' files by name; the same parcel gives the same bytes.
    ///
    /// # Errors
    /// It is too large for a zip file.
    pub fn write(design: &str, models: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ParcelError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        let mut put = |name: String, bytes: &[u8]| -> Result<(), ZipError> {
            zip.start_file(name, options)?;
            Ok(zip.write_all(bytes)?)
        };
        put(DESIGN.to_owned(), design.as_bytes()).map_err(damaged)?;
        for (name, bytes) in models {
            put(format!("{MODELS}{name}{MODEL}"), bytes).map_err(damaged)?;
        }
        Ok(zip.finish().map_err(damaged)?.into_inner())
    }
}

fn damaged(error: ZipError) -> ParcelError {
    ParcelError::Damaged(error.to_string())
}

fn unzip(bytes: &[u8]) -> Result<Parcel, ParcelError> {
    let hold = |what, count: u64, limit: u64| {
        if count > limit {
            return Err(ParcelError::TooLarge { what, limit });
        }
        Ok(())
    };
    hold("bytes", bytes.len() as u64, MOST_BYTES as u64)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    hold("files", zip.len() as u64, MOST_FILES as u64)?;
    let mut parcel = Parcel::default();
    let mut left = MOST_UNPACKED;
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).map_err(damaged)?;
        let path = file.name().map_err(damaged)?.into_owned();
        let model = path.strip_prefix(MODELS).and_then(|name| name.strip_suffix(MODEL));
        let limit = match model {
            Some(_) => LIMITS.bytes as u64,
            None if path == DESIGN => LONGEST_DESIGN,
            // Systems put files of their own beside those that were meant.
            None => continue,
        };
        let limit = limit.min(left);
        let mut bytes = Vec::new();
        // What the head of an entry says of its size is not believed.
        (&mut file)
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| ParcelError::Damaged(error.to_string()))?;
        hold("bytes in one of its files", bytes.len() as u64, limit)?;
        left -= bytes.len() as u64;
        match model {
            Some(name) => {
                hold("models", parcel.models.len() as u64 + 1, MOST_MODELS as u64)?;
                let model = OwnModel::read(&bytes).map_err(|error| ParcelError::Model {
                    name: path.clone(),
                    error,
                })?;
                parcel.models.push((name.to_owned(), model));
            }
            None => {
                let text = String::from_utf8(bytes).map_err(|error| ParcelError::Damaged(error.to_string()))?;
                parcel.design = Some(text);
            }
        }
    }
    if parcel.design.is_none() {
        return Err(ParcelError::NoDesign);
    }
    Ok(parcel)
}

/// A file's name without its folder and its ending, of letters, digits and `-` alone.
fn name_of(file: &str) -> String {
    let file = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let name: String = parts.join("-").chars().take(LONGEST_NAME).collect();
    if name.is_empty() { "model".to_owned() } else { name }
}
