//! Pictures on faces. Of halls the stage draws colours, not pictures, so each face gets the mean of what lies on it; own models keep theirs.

use super::light;
use std::collections::BTreeMap;

/// A model's pictures by their number in the file, decoded by who can: a browser does it best.
pub type Pictures = BTreeMap<usize, Picture>;

/// A decoded picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    width: usize,
    height: usize,
    /// sRGB and coverage, row by row from above.
    texels: Vec<[u8; 4]>,
}

/// What is beyond a picture's border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrap {
    Repeat,
    Mirror,
    Clamp,
}

/// How a picture lies on a face, whether it is decoded or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Print {
    /// Its number in the file.
    pub picture: usize,
    pub wrap: [Wrap; 2],
    /// Whether nothing is where it covers less than half.
    pub is_cut: bool,
    /// Of the face's corners: 0 to 1 from the picture's upper left corner.
    pub places: [[f32; 2]; 3],
}

/// A face is looked at in at most so many places along each side.
const PLACES: f32 = 16.0;

impl Picture {
    /// `None` if the bytes are not whole rows of so many texels, four bytes each.
    pub fn new(width: usize, bytes: &[u8]) -> Option<Self> {
        let (texels, []) = bytes.as_chunks::<4>() else {
            return None;
        };
        let height = texels.len().checked_div(width)?;
        (height > 0 && height * width == texels.len()).then(|| Self {
            width,
            height,
            texels: texels.to_vec(),
        })
    }

    /// Width and height.
    pub fn size(&self) -> [usize; 2] {
        [self.width, self.height]
    }

    /// sRGB and coverage, row by row from above.
    pub fn texels(&self) -> &[u8] {
        self.texels.as_flattened()
    }

    /// The mean over a triangle, linear; places are 0 to 1 from the upper left corner. `None` if one of them is not finite.
    pub fn mean(&self, [a, b, c]: [[f32; 2]; 3], wrap: [Wrap; 2]) -> Option<[f32; 4]> {
        let size = [self.width as f32, self.height as f32];
        let [u, v] = [b, c].map(|p| [0, 1].map(|i| (p[i] - a[i]) * size[i]));
        let texels = (u[0] * v[1] - u[1] * v[0]).abs();
        if !texels.is_finite() || !a.iter().all(|c| c.is_finite()) {
            return None;
        }
        let parts = texels.sqrt().ceil().clamp(1.0, PLACES) as usize;
        let mut sum = [0.0; 4];
        let mut count = 0.0;
        // The middles of the equal triangles that it can be cut into.
        let thirds = [1.0 / 3.0, 2.0 / 3.0];
        for (i, j, third) in (0..parts)
            .flat_map(|i| (0..parts - i).flat_map(move |j| thirds.map(|third| (i as f32, j as f32, third))))
            .filter(|(i, j, third)| i + j + 2.0 * third < parts as f32)
        {
            let [s, t] = [i, j].map(|k| (k + third) / parts as f32);
            let texel = self.at([0, 1].map(|k| a[k] + (b[k] - a[k]) * s + (c[k] - a[k]) * t), wrap);
            sum = std::array::from_fn(|k| sum[k] + texel[k]);
            count += 1.0;
        }
        Some(sum.map(|c| c / count))
    }

    /// The texel at a place, linear.
    fn at(&self, place: [f32; 2], wrap: [Wrap; 2]) -> [f32; 4] {
        let texel = |i: usize, count: usize| {
            let inside = match wrap[i] {
                Wrap::Repeat => place[i].rem_euclid(1.0),
                Wrap::Mirror => 1.0 - (place[i].rem_euclid(2.0) - 1.0).abs(),
                Wrap::Clamp => place[i].clamp(0.0, 1.0),
            };
            ((inside * count as f32) as usize).min(count - 1)
        };
        let [r, g, b, a] = self.texels[texel(1, self.height) * self.width + texel(0, self.width)];
        [
            light::linear(r),
            light::linear(g),
            light::linear(b),
            f32::from(a) / 255.0,
        ]
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8";

/// The same PNG or JPEG file with what its pixels need and nothing else: no texts, no place where it was taken. `None` if it is neither, or cut short.
pub fn bare(file: &[u8]) -> Option<Vec<u8>> {
    if let Some(chunks) = file.strip_prefix(PNG) {
        bare_png(chunks)
    } else {
        bare_jpeg(file.strip_prefix(JPEG)?)
    }
}

fn bare_png(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut kept = PNG.to_vec();
    loop {
        let length = u32::from_be_bytes(chunks.get(..4)?.try_into().ok()?);
        // Its length, its name and its checksum are not counted.
        let (chunk, rest) = chunks.split_at_checked(usize::try_from(length).ok()?.checked_add(12)?)?;
        let name = &chunk[4..8];
        if [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"]
            .iter()
            .any(|known| name == *known)
        {
            kept.extend(chunk);
        }
        if name == b"IEND" {
            return Some(kept);
        }
        chunks = rest;
    }
}

fn bare_jpeg(mut segments: &[u8]) -> Option<Vec<u8>> {
    let mut kept = JPEG.to_vec();
    loop {
        let [0xff, marker, ..] = *segments else { return None };
        match marker {
            0xff => segments = &segments[1..],
            // From the first scan on there are pixels.
            0xda => {
                kept.extend(segments);
                return Some(kept);
            }
            _ => {
                let length = u16::from_be_bytes(segments.get(2..4)?.try_into().ok()?);
                let (segment, rest) = segments.split_at_checked(2 + usize::from(length.max(2)))?;
                // Programs' own, but for those that say how colours are written; and comments.
                if !matches!(marker, 0xe1..=0xed | 0xef | 0xfe) {
                    kept.extend(segment);
                }
                segments = rest;
            }
        }
    }
}

/// Width and height of a PNG or JPEG file, by its head alone.
pub fn size(file: &[u8]) -> Option<[u32; 2]> {
    if file.starts_with(PNG) {
        let word = |at: usize| Some(u32::from_be_bytes(file.get(at..at + 4)?.try_into().ok()?));
        return Some([word(16)?, word(20)?]);
    }
    if !file.starts_with(JPEG) {
        return None;
    }
    let short = |at: usize| Some(u16::from_be_bytes(file.get(at..at.checked_add(2)?)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let marker = short(at)?;
        match marker {
            // A frame's head, of any kind; the others of these numbers are tables.
            0xffc0..=0xffcf if ![0xffc4, 0xffc8, 0xffcc].contains(&marker) => {
                return Some([short(at + 7)?, short(at + 5)?].map(u32::from));
            }
            0xff00.. => at += 2 + usize::from(short(at + 2)?.max(2)),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: [u8; 4] = [255; 4];
    const BLACK: [u8; 4] = [0, 0, 0, 255];

    /// White at the left, black at the right.
    fn halves() -> Picture {
        Picture::new(4, [WHITE, WHITE, BLACK, BLACK].repeat(4).as_flattened()).unwrap()
    }

    fn mean(triangle: [[f32; 2]; 3], wrap: Wrap) -> f32 {
        halves().mean(triangle, [wrap; 2]).unwrap()[0]
    }

    #[test]
    fn a_face_gets_the_mean_of_what_lies_on_it() {
        assert_eq!(mean([[0.1, 0.1], [0.2, 0.1], [0.1, 0.2]], Wrap::Repeat), 1.0);
        assert_eq!(mean([[0.9, 0.1], [0.8, 0.1], [0.9, 0.2]], Wrap::Repeat), 0.0);
        let whole = mean([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]], Wrap::Repeat);
        assert!((whole - 0.25).abs() < 0.1, "{whole}");
        assert_eq!(
            mean([[0.2, 0.2]; 3], Wrap::Repeat),
            1.0,
            "a palette: all corners on one colour"
        );
    }

    #[test]
    fn beyond_its_border_it_goes_on_as_the_file_says() {
        let beyond = [[1.2, 0.5]; 3];
        assert_eq!(mean(beyond, Wrap::Repeat), 1.0);
        assert_eq!(mean(beyond, Wrap::Mirror), 0.0);
        assert_eq!(mean(beyond, Wrap::Clamp), 0.0);
    }

    #[test]
    fn what_is_no_picture_or_no_place_is_refused() {
        assert_eq!(Picture::new(0, &[]), None);
        assert_eq!(Picture::new(2, &[0; 12]), None);
        assert_eq!(Picture::new(1, &[0; 5]), None);
        for wrong in [f32::NAN, f32::INFINITY] {
            let places = [[wrong, 0.0], [1.0, 0.0], [0.0, 1.0]];
            assert_eq!(halves().mean(places, [Wrap::Clamp; 2]), None);
        }
        assert!(halves().mean([[1e30, -1e30]; 3], [Wrap::Mirror; 2]).is_some());
    }
}
