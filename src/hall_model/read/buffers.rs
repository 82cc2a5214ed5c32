//! The data of a file: its own, and what is written into its description as `data:` URIs. Nothing is ever fetched.

use super::ReadError;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use gltf::json::Root;
use std::borrow::Cow;

/// Some exporters leave the padding out.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// One for each buffer of the file.
pub struct Buffers<'a>(Vec<Result<Cow<'a, [u8]>, ReadError>>);

impl<'a> Buffers<'a> {
    /// `chunk` is what the file holds beside its description.
    pub fn of(root: &Root, chunk: &'a [u8]) -> Self {
        let buffers = root.buffers.iter().enumerate().map(|(i, buffer)| match &buffer.uri {
            None if i == 0 => Ok(Cow::Borrowed(chunk)),
            None => Err(ReadError::Reference {
                what: "buffer",
                index: i,
            }),
            Some(uri) => decoded(uri).map(Cow::Owned),
        });
        Self(buffers.collect())
    }

    pub fn get(&self, index: usize) -> Result<&[u8], ReadError> {
        match self.0.get(index) {
            Some(Ok(bytes)) => Ok(bytes),
            Some(Err(error)) => Err(error.clone()),
            None => Err(ReadError::Reference { what: "buffer", index }),
        }
    }
}

/// What a `data:` URI holds (RFC 2397, in base 64 as glTF has it).
pub fn decoded(uri: &str) -> Result<Vec<u8>, ReadError> {
    let data = uri.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("data:"));
    if data.is_none() {
        return Err(ReadError::External(uri.chars().take(80).collect()));
    }
    let broken = || ReadError::Damaged("a data: URI in it is not base 64");
    let (kind, text) = uri.split_once(',').ok_or_else(broken)?;
    if !kind.ends_with(";base64") {
        return Err(broken());
    }
    BASE64.decode(text).map_err(|_| broken())
}
