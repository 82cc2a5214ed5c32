//! A tiny vector font for numbers on floors, fascias and signs: capitals, digits and a few marks, drawn as strokes.
//! No font file is needed, and ten thousand numbers stay small.

use super::ink::Ink;
use super::mesh::Shape;
use super::region::Region;
use crate::venue::{Point, Polygon};

/// Of a letter one unit high.
const WIDTH: f64 = 0.5625;
const STROKE: f64 = 0.15625;
const ADVANCE: f64 = 0.875;

/// A stroke's corners in quarters of the letter's width and height: `[x, y]`, 0 to 4 each.
type Stroke = &'static [[f64; 2]];

/// The strokes of a letter; `None` if the font lacks it.
fn strokes(letter: char) -> Option<&'static [Stroke]> {
    Some(match letter {
        '0' | 'O' => &[&[[0., 0.], [4., 0.], [4., 4.], [0., 4.], [0., 0.]]],
        '1' => &[&[[0.8, 3.2], [2.2, 4.], [2.2, 0.]], &[[0.8, 0.], [3.6, 0.]]],
        '2' => &[&[[0., 4.], [4., 4.], [4., 2.], [0., 2.], [0., 0.], [4., 0.]]],
        '3' => &[&[[0., 4.], [4., 4.], [4., 0.], [0., 0.]], &[[1., 2.], [4., 2.]]],
        '4' => &[&[[0., 4.], [0., 1.6], [4., 1.6]], &[[3.2, 4.], [3.2, 0.]]],
        '5' | 'S' => &[&[[4., 4.], [0., 4.], [0., 2.], [4., 2.], [4., 0.], [0., 0.]]],
        '6' => &[&[[4., 4.], [0., 4.], [0., 0.], [4., 0.], [4., 2.], [0., 2.]]],
        '7' => &[&[[0., 4.], [4., 4.], [1.5, 0.]]],
        '8' => &[
            &[[0., 0.], [4., 0.], [4., 4.], [0., 4.], [0., 0.]],
            &[[0., 2.], [4., 2.]],
        ],
        '9' => &[&[[4., 2.], [0., 2.], [0., 4.], [4., 4.], [4., 0.], [0., 0.]]],
        'A' => &[
            &[[0., 0.], [0., 3.], [1., 4.], [3., 4.], [4., 3.], [4., 0.]],
            &[[0., 1.6], [4., 1.6]],
        ],
        'B' => &[&[
            [0., 2.],
            [3., 2.],
            [4., 1.2],
            [4., 0.],
            [0., 0.],
            [0., 4.],
            [3.2, 4.],
            [3.2, 2.],
        ]],
        'C' => &[&[[4., 4.], [0., 4.], [0., 0.], [4., 0.]]],
        'D' => &[&[[0., 0.], [0., 4.], [2.6, 4.], [4., 2.8], [4., 1.2], [2.6, 0.], [0., 0.]]],
        'E' => &[&[[4., 4.], [0., 4.], [0., 0.], [4., 0.]], &[[0., 2.], [3., 2.]]],
        'F' => &[&[[4., 4.], [0., 4.], [0., 0.]], &[[0., 2.], [3., 2.]]],
        'G' => &[&[[4., 4.], [0., 4.], [0., 0.], [4., 0.], [4., 2.], [2.2, 2.]]],
        'H' => &[&[[0., 0.], [0., 4.]], &[[4., 0.], [4., 4.]], &[[0., 2.], [4., 2.]]],
        'I' => &[&[[2., 0.], [2., 4.]]],
        'J' => &[&[[4., 4.], [4., 0.], [0., 0.], [0., 1.4]]],
        'K' => &[&[[0., 0.], [0., 4.]], &[[4., 4.], [0., 2.], [4., 0.]]],
        'L' => &[&[[0., 4.], [0., 0.], [4., 0.]]],
        'M' => &[&[[0., 0.], [0., 4.], [2., 1.8], [4., 4.], [4., 0.]]],
        'N' => &[&[[0., 0.], [0., 4.], [4., 0.], [4., 4.]]],
        'P' => &[&[[0., 0.], [0., 4.], [4., 4.], [4., 1.8], [0., 1.8]]],
        'Q' => &[
            &[[0., 0.], [4., 0.], [4., 4.], [0., 4.], [0., 0.]],
            &[[2.4, 1.4], [4.4, -0.6]],
        ],
        'R' => &[
            &[[0., 0.], [0., 4.], [4., 4.], [4., 1.8], [0., 1.8]],
            &[[1.8, 1.8], [4., 0.]],
        ],
        'T' => &[&[[0., 4.], [4., 4.]], &[[2., 4.], [2., 0.]]],
        'U' => &[&[[0., 4.], [0., 0.], [4., 0.], [4., 4.]]],
        'V' => &[&[[0., 4.], [2., 0.], [4., 4.]]],
        'W' => &[&[[0., 4.], [0.8, 0.], [2., 2.4], [3.2, 0.], [4., 4.]]],
        'X' => &[&[[0., 0.], [4., 4.]], &[[0., 4.], [4., 0.]]],
        'Y' => &[&[[0., 4.], [2., 2.], [4., 4.]], &[[2., 2.], [2., 0.]]],
        'Z' => &[&[[0., 4.], [4., 4.], [0., 0.], [4., 0.]]],
        // The mark of information desks.
        'ℹ' => &[
            &[[1.2, 2.4], [2., 2.4], [2., 0.]],
            &[[1., 0.], [3., 0.]],
            &[[2., 3.9], [2., 4.]],
        ],
        '-' => &[&[[0.6, 2.], [3.4, 2.]]],
        '+' => &[&[[0., 2.], [4., 2.]], &[[2., 0.4], [2., 3.6]]],
        '.' => &[&[[2., 0.], [2., 0.1]]],
        '/' => &[&[[0., 0.], [4., 4.]]],
        ' ' => &[],
        _ => return None,
    })
}

/// Each stroke of a text as a rectangle, one unit high about the origin. What the font lacks is left blank.
fn bars(text: &str) -> Vec<[Point; 4]> {
    let letters: Vec<char> = text.chars().flat_map(char::to_uppercase).collect();
    let width = letters.len() as f64 * ADVANCE - (ADVANCE - WIDTH);
    let mut bars = Vec::new();
    for (i, letter) in letters.iter().enumerate() {
        let left = i as f64 * ADVANCE - width / 2.0;
        let half = STROKE / 2.0;
        let at = |[x, y]: [f64; 2]| {
            Point::new(
                left + half + x / 4.0 * (WIDTH - STROKE),
                -0.5 + half + y / 4.0 * (1.0 - STROKE),
            )
        };
        for stroke in strokes(*letter).unwrap_or_default() {
            bars.extend(stroke.windows(2).filter_map(|ends| bar(at(ends[0]), at(ends[1]), half)));
        }
    }
    bars
}

/// A stroke from `a` to `b` with square ends, counter-clockwise.
fn bar(a: Point, b: Point, half: f64) -> Option<[Point; 4]> {
    let length = a.distance(b);
    (length > 0.0).then(|| {
        let (u, v) = ((b.x - a.x) / length * half, (b.y - a.y) / length * half);
        [
            Point::new(a.x - u + v, a.y - v - u),
            Point::new(b.x + u + v, b.y + v - u),
            Point::new(b.x + u - v, b.y + v + u),
            Point::new(a.x - u - v, a.y - v + u),
        ]
    })
}

/// A text one metre high in the plane z = 0 about the origin, facing +z.
pub fn text(text: &str, ink: Ink) -> Shape {
    let mut shape = Shape::default();
    for corners in bars(text) {
        shape.quad(corners.map(|p| [p.x, p.y, 0.0]), ink);
    }
    shape
}

/// Width of a text one metre high.
pub fn width(text: &str) -> f64 {
    text.chars().count() as f64 * ADVANCE - (ADVANCE - WIDTH)
}

/// A large text as an area of the plan, its middle at `center`, with rounded corners.
pub fn painted(text: &str, center: Point, height: f64) -> Region {
    let polygons: Vec<Polygon> = bars(text)
        .into_iter()
        .map(|corners| {
            Polygon(
                corners
                    .map(|p| Point::new(center.x + p.x * height, center.y + p.y * height))
                    .to_vec(),
            )
        })
        .collect();
    Region::union_of(&polygons).rounded(STROKE * height * 0.45)
}

#[cfg(test)]
mod tests {
    use super::super::ink::CUT;
    use super::*;

    #[test]
    fn booth_numbers_can_be_written() {
        for letter in ('0'..='9').chain('A'..='Z').chain(['-', '.', '+', '/']) {
            assert!(!text(&letter.to_string(), CUT).faces.is_empty(), "{letter}");
        }
        assert!(text("馆", CUT).faces.is_empty());
    }

    #[test]
    fn a_text_stands_about_its_middle_and_faces_the_viewer() {
        let shape = text("3B12", CUT);
        let corners = || shape.faces.iter().flat_map(|face| face.corners);
        let (left, right) = (
            corners().map(|c| c[0]).fold(0.0, f64::min),
            corners().map(|c| c[0]).fold(0.0, f64::max),
        );
        assert!((left + right).abs() < 0.2 && (right - left) <= width("3B12") + 0.01);
        assert!(shape.faces.iter().all(|face| face.normal().unwrap()[2] > 0.99));
    }
}
