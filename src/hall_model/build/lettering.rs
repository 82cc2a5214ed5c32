//! A tiny vector font for numbers on floors, fascias and signs: capitals, digits and a few marks, drawn as strokes of one width
//! along lines and arcs, as on road signs. No font file is needed, and a letter is a mesh that all numbers share.

use super::ink::Ink;
use super::mesh::Shape;
use super::region::Region;
use super::scene::{Node, Stock};
use crate::venue::{Point, Polygon};

/// Of a letter one unit high.
const STROKE: f64 = 0.15;
const GAP: f64 = 0.15;
/// An arc's steps, at most: where a letter is read, and where it is many metres high.
const STEP_DEG: f64 = 50.0;
const FINE_STEP_DEG: f64 = 10.0;
/// Sharper turns than this get a flat corner, blunter ones a pointed one.
const POINTED_DEG: f64 = 130.0;

/// A stretch of a stroke's middle line; 0 to 1 is the letter's box less half a stroke at each side.
#[derive(Clone, Copy)]
enum Bit {
    To(f64, f64),
    /// Middle, radii, and the angles that it goes from and to, in degrees counter-clockwise from the right.
    Arc([f64; 2], [f64; 2], f64, f64),
}

use Bit::{Arc, To};

/// The first point again at its end closes a stroke.
type Stroke = &'static [Bit];

/// A letter's width and strokes; `None` if the font lacks it.
fn letter(letter: char) -> Option<(f64, &'static [Stroke])> {
    Some(match letter {
        '0' => (0.54, &[OVAL]),
        'O' => (0.64, &[OVAL]),
        'Q' => (0.64, &[OVAL, &[To(0.6, 0.24), To(1.0, -0.04)]]),
        '1' => (0.38, &[&[To(0., 0.74), To(0.9, 1.03), To(0.9, 0.)]]),
        '2' => (
            0.54,
            &[&[Arc([0.5, 0.69], [0.5, 0.31], 165., -30.), To(0.19, 0.), To(1., 0.)]],
        ),
        '3' => (
            0.54,
            &[
                &[Arc([0.5, 0.755], [0.46, 0.245], 155., -90.), To(0.3, 0.51)],
                &[Arc([0.5, 0.26], [0.5, 0.26], 80., -155.)],
            ],
        ),
        '4' => (0.57, &[&[To(0.74, 0.), To(0.74, 1.05), To(0.13, 0.25), To(1., 0.25)]]),
        '5' => (
            0.54,
            &[
                &[To(0.94, 1.), To(0.14, 1.), To(0.09, 0.5)],
                &[Arc([0.48, 0.31], [0.52, 0.31], 138., -155.)],
            ],
        ),
        '6' => (
            0.54,
            &[
                &[Arc([0.5, 0.31], [0.5, 0.31], 0., 360.)],
                &[To(0.7, 1.03), To(0.06, 0.44)],
            ],
        ),
        '7' => (0.54, &[&[To(0., 1.), To(0.86, 1.), To(0.3, 0.)]]),
        '8' => (
            0.56,
            &[
                &[Arc([0.5, 0.765], [0.43, 0.235], 0., 360.)],
                &[Arc([0.5, 0.265], [0.5, 0.265], 0., 360.)],
            ],
        ),
        '9' => (
            0.54,
            &[
                &[Arc([0.5, 0.69], [0.5, 0.31], 0., 360.)],
                &[To(0.3, -0.03), To(0.94, 0.56)],
            ],
        ),
        'A' => (
            0.66,
            &[
                &[To(0., -0.02), To(0.5, 1.06), To(1., -0.02)],
                &[To(0.2, 0.27), To(0.8, 0.27)],
            ],
        ),
        'B' => (
            0.58,
            &[&[
                To(0., 0.52),
                Arc([0.55, 0.76], [0.38, 0.24], -90., 90.),
                To(0., 1.),
                To(0., 0.),
                Arc([0.52, 0.26], [0.48, 0.26], -90., 90.),
            ]],
        ),
        'C' => (
            0.6,
            &[&[
                Arc([0.5, 0.62], [0.5, 0.38], 30., 180.),
                Arc([0.5, 0.38], [0.5, 0.38], 180., 330.),
            ]],
        ),
        'D' => (
            0.62,
            &[&[
                To(0., 0.),
                To(0., 1.),
                Arc([0.4, 0.6], [0.6, 0.4], 90., 0.),
                Arc([0.4, 0.4], [0.6, 0.4], 0., -90.),
                To(0., 0.),
            ]],
        ),
        'E' => (
            0.5,
            &[
                &[To(1., 1.), To(0., 1.), To(0., 0.), To(1., 0.)],
                &[To(0., 0.52), To(0.86, 0.52)],
            ],
        ),
        'F' => (
            0.5,
            &[&[To(1., 1.), To(0., 1.), To(0., -0.09)], &[To(0., 0.5), To(0.86, 0.5)]],
        ),
        'G' => (
            0.62,
            &[&[
                Arc([0.5, 0.62], [0.5, 0.38], 30., 180.),
                Arc([0.5, 0.38], [0.5, 0.38], 180., 360.),
                To(1., 0.48),
                To(0.56, 0.48),
            ]],
        ),
        'H' => (
            0.6,
            &[
                &[To(0., -0.09), To(0., 1.09)],
                &[To(1., -0.09), To(1., 1.09)],
                &[To(0., 0.51), To(1., 0.51)],
            ],
        ),
        'I' => (0.15, &[&[To(0., -0.09), To(0., 1.09)]]),
        'J' => (0.46, &[&[To(1., 1.09), Arc([0.45, 0.32], [0.55, 0.32], 0., -165.)]]),
        'K' => (
            0.6,
            &[
                &[To(0., -0.09), To(0., 1.09)],
                &[To(0.95, 1.04), To(0.05, 0.4)],
                &[To(0.34, 0.6), To(1., -0.04)],
            ],
        ),
        'L' => (0.5, &[&[To(0., 1.09), To(0., 0.), To(1., 0.)]]),
        'M' => (
            0.74,
            &[&[To(0., -0.09), To(0., 1.06), To(0.5, 0.28), To(1., 1.06), To(1., -0.09)]],
        ),
        'N' => (0.62, &[&[To(0., -0.09), To(0., 1.06), To(1., -0.06), To(1., 1.09)]]),
        'P' => (
            0.56,
            &[&[
                To(0., -0.09),
                To(0., 1.),
                Arc([0.52, 0.74], [0.48, 0.26], 90., -90.),
                To(0., 0.48),
            ]],
        ),
        'R' => (
            0.58,
            &[
                &[
                    To(0., -0.09),
                    To(0., 1.),
                    Arc([0.52, 0.74], [0.48, 0.26], 90., -90.),
                    To(0., 0.48),
                ],
                &[To(0.48, 0.48), To(1., -0.06)],
            ],
        ),
        'S' => (
            0.56,
            &[&[
                Arc([0.5, 0.755], [0.47, 0.245], 25., 270.),
                Arc([0.5, 0.255], [0.5, 0.255], 90., -155.),
            ]],
        ),
        'T' => (0.56, &[&[To(-0.1, 1.), To(1.1, 1.)], &[To(0.5, 1.), To(0.5, -0.09)]]),
        'U' => (
            0.6,
            &[&[To(0., 1.09), Arc([0.5, 0.36], [0.5, 0.36], 180., 360.), To(1., 1.09)]],
        ),
        'V' => (0.64, &[&[To(0., 1.02), To(0.5, -0.06), To(1., 1.02)]]),
        'W' => (
            0.9,
            &[&[
                To(0., 1.02),
                To(0.26, -0.06),
                To(0.5, 0.92),
                To(0.74, -0.06),
                To(1., 1.02),
            ]],
        ),
        'X' => (0.62, &[&[To(0., -0.04), To(1., 1.04)], &[To(0., 1.04), To(1., -0.04)]]),
        'Y' => (
            0.62,
            &[
                &[To(0., 1.04), To(0.5, 0.42), To(1., 1.04)],
                &[To(0.5, 0.5), To(0.5, -0.09)],
            ],
        ),
        'Z' => (0.56, &[&[To(0., 1.), To(0.84, 1.), To(0.16, 0.), To(1., 0.)]]),
        // The mark of information desks.
        'ℹ' => (
            0.4,
            &[
                &[To(0., 0.62), To(0.5, 0.62), To(0.5, 0.)],
                &[To(-0.1, 0.), To(1.1, 0.)],
                &[To(0.5, 0.9), To(0.5, 1.09)],
            ],
        ),
        '-' => (0.4, &[&[To(-0.1, 0.44), To(1.1, 0.44)]]),
        '+' => (
            0.56,
            &[&[To(-0.1, 0.45), To(1.1, 0.45)], &[To(0.5, 0.16), To(0.5, 0.74)]],
        ),
        '.' => (0.15, &[&[To(0., -0.09), To(0., 0.09)]]),
        '/' => (0.42, &[&[To(0., -0.04), To(1., 1.04)]]),
        ' ' => (0.3, &[]),
        _ => return None,
    })
}

const OVAL: Stroke = &[
    Arc([0.5, 0.62], [0.5, 0.38], 0., 180.),
    Arc([0.5, 0.38], [0.5, 0.38], 180., 360.),
    To(1., 0.62),
];

/// A letter's strokes as quads and triangles, one unit high, the middle of its box at the origin.
fn pieces(sign: char, step_deg: f64) -> Vec<Vec<Point>> {
    let Some((width, strokes)) = letter(sign) else {
        return Vec::new();
    };
    let at = |[x, y]: [f64; 2]| Point::new((x - 0.5) * (width - STROKE), (y - 0.5) * (1.0 - STROKE));
    let line = |stroke: Stroke| -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for bit in stroke {
            match *bit {
                To(x, y) => points.push(at([x, y])),
                Arc([x, y], [rx, ry], from, to) => {
                    let steps = ((to - from).abs() / step_deg).ceil();
                    points.extend((0..=steps as usize).map(|i| {
                        let (sin, cos) = (from + (to - from) * i as f64 / steps).to_radians().sin_cos();
                        at([x + rx * cos, y + ry * sin])
                    }));
                }
            }
        }
        points.dedup_by(|a, b| a.distance(*b) < 1e-6);
        points
    };
    strokes.iter().flat_map(|stroke| ribbon(&line(stroke))).collect()
}

/// A line as wide as a stroke, in convex pieces that go counter-clockwise.
fn ribbon(line: &[Point]) -> Vec<Vec<Point>> {
    let half = STROKE / 2.0;
    let is_closed = line.len() > 2 && line[0].distance(line[line.len() - 1]) < 1e-6;
    let ways: Vec<Point> = line
        .windows(2)
        .map(|ends| {
            let length = ends[0].distance(ends[1]);
            Point::new((ends[1].x - ends[0].x) / length, (ends[1].y - ends[0].y) / length)
        })
        .collect();
    let off = |p: Point, left: Point, by: f64| Point::new(p.x + left.x * by, p.y + left.y * by);
    let left = |way: Point| Point::new(-way.y, way.x);
    // To where the left edge goes at a corner; `None` where it is too sharp for a point.
    let pointed = |before: Point, after: Point| {
        let dot = before.x * after.x + before.y * after.y;
        (dot > POINTED_DEG.to_radians().cos()).then(|| {
            let (a, b) = (left(before), left(after));
            Point::new((a.x + b.x) / (1.0 + dot), (a.y + b.y) / (1.0 + dot))
        })
    };
    let count = ways.len();
    let mut pieces = Vec::new();
    for (i, way) in ways.iter().enumerate() {
        let (a, b) = (line[i], line[i + 1]);
        let neighbour = |at: Option<usize>| at.map(|at| ways[at]);
        let before = neighbour(i.checked_sub(1).or(is_closed.then(|| count - 1)));
        let after = neighbour(Some(i + 1).filter(|next| *next < count).or(is_closed.then_some(0)));
        let start = before
            .map_or(Some(left(*way)), |before| pointed(before, *way))
            .unwrap_or(left(*way));
        let end = match after {
            Some(after) => pointed(*way, after).unwrap_or_else(|| {
                // The wedge on the outer side.
                let (p, q) = (left(*way), left(after));
                let turns_left = way.x * after.y - way.y * after.x > 0.0;
                let side = if turns_left { -half } else { half };
                let (p, q) = (off(b, p, side), off(b, q, side));
                pieces.push(if turns_left { vec![b, p, q] } else { vec![b, q, p] });
                left(*way)
            }),
            None => left(*way),
        };
        pieces.push(vec![
            off(a, start, -half),
            off(b, end, -half),
            off(b, end, half),
            off(a, start, half),
        ]);
    }
    pieces
}

/// The letters of a text one unit high about the origin, each with the middle of its box. What the font lacks is left blank.
fn set(text: &str) -> impl Iterator<Item = (char, f64)> {
    let letters: Vec<(char, f64)> = text
        .chars()
        .flat_map(char::to_uppercase)
        .map(|sign| (sign, letter(sign).map_or(0.5, |(width, _)| width)))
        .collect();
    let mut left = -width(text) / 2.0;
    letters.into_iter().map(move |(sign, width)| {
        let middle = left + width / 2.0;
        left += width + GAP;
        (sign, middle)
    })
}

fn draw(shape: &mut Shape, sign: char, middle: f64, ink: Ink) {
    for piece in pieces(sign, STEP_DEG) {
        let corners: Vec<[f64; 3]> = piece.iter().map(|p| [p.x + middle, p.y, 0.0]).collect();
        match corners[..] {
            [a, b, c] => shape.triangle([a, b, c], ink),
            [a, b, c, d] => shape.quad([a, b, c, d], ink),
            _ => {}
        }
    }
}

/// A text one metre high in the plane z = 0 about the origin, facing +z.
pub fn text(text: &str, ink: Ink) -> Shape {
    let mut shape = Shape::default();
    for (sign, middle) in set(text) {
        draw(&mut shape, sign, middle, ink);
    }
    shape
}

/// The same of letters that the whole model shares.
pub fn shared(text: &str, ink: Ink, stock: &mut Stock) -> Node {
    let mut node = Node::default();
    for (sign, middle) in set(text) {
        let mesh = stock.shared(&format!("letter {sign} {ink:?}"), || {
            let mut shape = Shape::default();
            draw(&mut shape, sign, 0.0, ink);
            shape
        });
        node.push(Node::mesh(mesh).at([middle, 0.0, 0.0]));
    }
    node
}

/// Width of a text one metre high.
pub fn width(text: &str) -> f64 {
    let widths = text
        .chars()
        .flat_map(char::to_uppercase)
        .map(|sign| letter(sign).map_or(0.5, |(width, _)| width) + GAP);
    (widths.sum::<f64>() - GAP).max(0.0)
}

/// Top and bottom of the bar under a number that is another one upside down, of a letter one unit high about its middle.
const BAR: [f64; 2] = [-0.62, -0.74];

/// From the middle of a painted text of height one to its lower edge.
pub fn depth(text: &str) -> f64 {
    if is_another_upside_down(text) { -BAR[1] } else { 0.5 }
}

/// 6 and 9, 16 and 91; not 8, 69 or 60.
fn is_another_upside_down(text: &str) -> bool {
    let turned = text.chars().rev().map(|sign| match sign {
        '6' => Some('9'),
        '9' => Some('6'),
        '0' | '1' | '8' => Some(sign),
        _ => None,
    });
    let turned: Option<String> = turned.collect();
    turned.is_some_and(|turned| turned != text && !turned.starts_with('0'))
}

/// A large text as an area of the plan, its middle at `center`, to be read by who looks along the unit vector `ahead`.
pub fn painted(text: &str, center: Point, height: f64, ahead: Point) -> Region {
    let place = |x: f64, y: f64| {
        let (right, up) = (x * height, y * height);
        Point::new(
            center.x + right * ahead.y + up * ahead.x,
            center.y - right * ahead.x + up * ahead.y,
        )
    };
    let mut polygons: Vec<Polygon> = set(text)
        .flat_map(|(sign, middle)| {
            pieces(sign, FINE_STEP_DEG)
                .into_iter()
                .map(move |piece| (piece, middle))
        })
        .map(|(piece, middle)| Polygon(piece.iter().map(|p| place(p.x + middle, p.y)).collect()))
        .collect();
    if is_another_upside_down(text) {
        let [top, bottom] = BAR;
        let half = width(text) / 2.0;
        let corners = [(-half, bottom), (half, bottom), (half, top), (-half, top)];
        polygons.push(Polygon(corners.map(|(x, y)| place(x, y)).into()));
    }
    Region::union_of(&polygons)
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
    fn a_painted_text_is_upright_for_who_looks_at_it() {
        let (middle, foot) = (Point::new(0.0, 0.0), |ahead: Point| {
            Point::new(-ahead.x * 4.9, -ahead.y * 4.9)
        });
        // An L has its foot along the lower edge, to the right.
        for (ahead, right) in [
            (Point::new(0.0, 1.0), Point::new(1.0, 0.0)),
            (Point::new(0.0, -1.0), Point::new(-1.0, 0.0)),
            (Point::new(-1.0, 0.0), Point::new(0.0, 1.0)),
        ] {
            let painted = painted("L", middle, 10.0, ahead);
            let low = foot(ahead);
            assert!(
                painted.contains(Point::new(low.x + right.x, low.y + right.y)),
                "{ahead:?}"
            );
            assert!(
                !painted.contains(Point::new(right.x - low.x, right.y - low.y)),
                "{ahead:?}"
            );
        }
    }

    #[test]
    fn what_is_another_number_upside_down_is_underlined() {
        let north = Point::new(0.0, 1.0);
        let reach = |text| {
            let painted = painted(text, Point::new(0.0, 0.0), 10.0, north);
            painted
                .borders()
                .filter_map(|border| border.bounds())
                .fold(0.0, |low, bounds| bounds.min.y.min(low))
        };
        for text in ["6", "9", "16", "86"] {
            assert!(
                (reach(text) + depth(text) * 10.0).abs() < 0.01 && depth(text) > 0.6,
                "{text}"
            );
        }
        for text in ["8", "69", "60", "5", "6.1"] {
            assert!(reach(text) > -5.4 && depth(text) == 0.5, "{text}");
        }
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

    #[test]
    fn letters_stay_in_their_line_and_cost_little() {
        for sign in ('0'..='9').chain('A'..='Z') {
            let pieces = pieces(sign, STEP_DEG);
            let reach = pieces.iter().flatten().map(|p| p.y.abs()).fold(0.0, f64::max);
            assert!((0.47..0.54).contains(&reach), "{sign} reaches {reach}");
            assert!(pieces.len() <= 16, "{sign} has {} pieces", pieces.len());
        }
    }
}
