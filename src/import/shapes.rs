//! Polygon work that the map's raw outlines need: mended rings, differences, and simple polygons out of shapes with holes.

use crate::venue::{Point, Polygon, cross, segments_cross};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::simplify::SimplifyShape;
use i_overlay::float::single::SingleFloatOverlay;
use i_overlay::float::slice::FloatSlice;
use i_overlay::mesh::float::outline::offset::OutlineOffset;
use i_overlay::mesh::float::style::{LineJoin, OutlineStyle};

pub(super) type Contour = Vec<[f64; 2]>;
/// The outline counter-clockwise, then holes clockwise.
pub(super) type Shape = Vec<Contour>;

/// Less floor than this is a leftover of drawing, not a place (m²).
const SMALLEST_M2: f64 = 0.25;

/// Narrower than this is a sliver between two outlines that were meant to meet (m).
const NARROWEST_M: f64 = 0.1;

/// A corner that lies this near to the line between its neighbours bends nothing (m): the rounding of OpenStreetMap's coordinates.
const STRAIGHT_M: f64 = 0.011;

/// The area that an outline and its holes enclose, and whether the outline crossed itself.
pub(super) fn solid(rings: &[Vec<Point>]) -> (Vec<Shape>, bool) {
    let Some((outer, holes)) = rings.split_first() else {
        return (Vec::new(), false);
    };
    let shapes = contour(outer).simplify_shape(FillRule::NonZero);
    let drawn = Polygon(outer.clone()).area();
    let crossed = shapes.len() != 1 || (area_of(&shapes) - drawn).abs() > 0.01 * drawn + 0.01;
    let holes: Vec<Contour> = holes.iter().map(|hole| counter_clockwise(contour(hole))).collect();
    let shapes = if holes.is_empty() {
        shapes
    } else {
        shapes.overlay(&holes, OverlayRule::Difference, FillRule::NonZero)
    };
    (shapes, crossed)
}

pub(super) fn difference(shapes: &Vec<Shape>, taken: &Vec<Shape>) -> Vec<Shape> {
    if taken.is_empty() {
        shapes.clone()
    } else {
        shapes.overlay(taken, OverlayRule::Difference, FillRule::NonZero)
    }
}

/// The area that both cover, in m².
pub(super) fn common_area(a: &Polygon, b: &Polygon) -> f64 {
    let meet = a.bounds().zip(b.bounds()).is_some_and(|(p, q)| p.overlaps(q));
    if meet {
        common_area_with(&vec![of_polygon(a)], b)
    } else {
        0.0
    }
}

pub(super) fn common_area_with(shapes: &Vec<Shape>, b: &Polygon) -> f64 {
    area_of(&shapes.overlay(&vec![of_polygon(b)], OverlayRule::Intersect, FillRule::NonZero))
}

pub(super) fn union(shapes: &Vec<Shape>) -> Vec<Shape> {
    shapes.simplify_shape(FillRule::NonZero)
}

/// Every border moved out by so many metres, or in if negative.
pub(super) fn grown(shapes: &Vec<Shape>, by: f64) -> Vec<Shape> {
    // Corners sharper than this (radians) are cut off.
    const SHARPEST: f64 = 0.6;
    shapes.outline(&OutlineStyle::new(by).line_join(LineJoin::Miter(SHARPEST)))
}

pub(super) fn of_polygon(polygon: &Polygon) -> Shape {
    vec![counter_clockwise(contour(polygon.points()))]
}

pub(super) fn area_of(shapes: &[Shape]) -> f64 {
    shapes.iter().flatten().map(|contour| signed_area(contour)).sum()
}

/// A shape as polygons without holes, and the cuts that this needed.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub polygons: Vec<Polygon>,
    /// Lines where two of the polygons meet.
    pub cuts: Vec<(Point, Point)>,
}

/// The shapes as simple polygons, rounded to the centimetre, slivers dropped; the largest first.
pub(super) fn pieces(shapes: &[Shape]) -> Pieces {
    let mut pieces = Pieces::default();
    for shape in shapes {
        let cuts = if shape.len() > 1 { cuts(shape) } else { Vec::new() };
        let parts = if cuts.is_empty() {
            vec![shape.clone()]
        } else {
            cut(shape, &cuts)
        };
        // A part that still has holes here would be a failure of the cutting; its outline is the best there is.
        pieces
            .polygons
            .extend(parts.iter().filter_map(|part| part.first()).filter_map(tidy));
        pieces.cuts.extend(cuts.iter().map(|&(a, b)| (round(a), round(b))));
    }
    pieces.polygons.sort_by(|a, b| b.area().total_cmp(&a.area()));
    pieces
}

fn cut(shape: &Shape, cuts: &[(Point, Point)]) -> Vec<Shape> {
    // A little too long, so that each cut surely goes from border to border.
    let paths: Vec<Contour> = cuts
        .iter()
        .map(|&(a, b)| {
            let over = 0.002 / a.distance(b).max(0.002);
            vec![a.lerp(b, -over).into(), a.lerp(b, 1.0 + over).into()]
        })
        .collect();
    shape.slice_by(&paths, FillRule::NonZero)
}

/// Lines that cut a shape with holes into parts without: from two ends of each hole straight to the next border. All run along one axis, the one
/// that needs less cutting; so every cut lies on a closed way round some part, and no hole stays whole.
fn cuts(shape: &Shape) -> Vec<(Point, Point)> {
    let length = |cuts: &[(Point, Point)]| cuts.iter().map(|(a, b)| a.distance(*b)).sum::<f64>();
    let along_x = cuts_along_x(shape);
    let turned: Shape = shape
        .iter()
        .map(|contour| contour.iter().map(|&[x, y]| [y, x]).collect())
        .collect();
    let turn = |p: Point| Point::new(p.y, p.x);
    let along_y: Vec<_> = cuts_along_x(&turned)
        .into_iter()
        .map(|(a, b)| (turn(a), turn(b)))
        .collect();
    if length(&along_x) <= length(&along_y) {
        along_x
    } else {
        along_y
    }
}

fn cuts_along_x(shape: &Shape) -> Vec<(Point, Point)> {
    let mut cuts = Vec::new();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (hole, contour) in shape.iter().enumerate().skip(1) {
        let by_x = |a: &&[f64; 2], b: &&[f64; 2]| a[0].total_cmp(&b[0]);
        let ends = [(contour.iter().min_by(by_x), -1.0), (contour.iter().max_by(by_x), 1.0)];
        for (start, way) in ends {
            let Some(&start) = start else { continue };
            let Some((x, other)) = first_border(shape, hole, start, way) else {
                continue;
            };
            // One cut between two holes serves both.
            if !joined.contains(&(other, hole)) || other == 0 {
                joined.push((hole, other));
                cuts.push((start.into(), Point::new(x, start[1])));
            }
        }
    }
    cuts
}

/// Where a ray from `start` along x first meets a border of another contour, and of which.
fn first_border(shape: &Shape, own: usize, start: [f64; 2], way: f64) -> Option<(f64, usize)> {
    let mut first: Option<(f64, usize)> = None;
    for (index, contour) in shape.iter().enumerate().filter(|(index, _)| *index != own) {
        for (a, b) in contour.iter().zip(contour.iter().cycle().skip(1)) {
            if (a[1] > start[1]) != (b[1] > start[1]) {
                let x = a[0] + (b[0] - a[0]) * (start[1] - a[1]) / (b[1] - a[1]);
                let ahead = (x - start[0]) * way;
                if ahead >= 0.0 && first.is_none_or(|(best, _)| ahead < (best - start[0]) * way) {
                    first = Some((x, index));
                }
            }
        }
    }
    first
}

/// A contour as a polygon of whole centimetres without needless corners; `None` if what is left is no place.
///
/// Where rounding makes a narrow part cross itself, it is left exact.
fn tidy(contour: &Contour) -> Option<Polygon> {
    let exact: Vec<Point> = contour.iter().map(|&point| point.into()).collect();
    let rounded: Vec<Point> = exact.iter().copied().map(round).collect();
    let choices = [
        straightened(distinct(rounded.clone())),
        distinct(rounded),
        distinct(exact),
    ];
    let polygon = choices
        .into_iter()
        .map(Polygon)
        .find(|polygon| !crosses_itself(polygon))?;
    let around: f64 = polygon.sides().map(|(a, b)| a.distance(b)).sum();
    let area = polygon.area();
    (polygon.points().len() >= 3 && area >= SMALLEST_M2 && area >= NARROWEST_M * around / 2.0).then_some(polygon)
}

/// Without corners that repeat the one before.
fn distinct(mut points: Vec<Point>) -> Vec<Point> {
    points.dedup();
    super::geojson::open(points)
}

/// Without corners that bend nothing.
fn straightened(mut points: Vec<Point>) -> Vec<Point> {
    let mut i = 0;
    while points.len() > 3 && i < points.len() {
        let n = points.len();
        let (a, b, c) = (points[(i + n - 1) % n], points[i], points[(i + 1) % n]);
        if cross(a, c, b).abs() <= STRAIGHT_M * a.distance(c) {
            points.remove(i);
        } else {
            i += 1;
        }
    }
    points
}

/// Whether two sides cross, or the border comes back along itself.
pub(super) fn crosses_itself(polygon: &Polygon) -> bool {
    let mut sides: Vec<(Point, Point)> = polygon.sides().collect();
    // From west to east, so that each side meets only those it can reach.
    let west = |(a, b): &(Point, Point)| a.x.min(b.x);
    sides.sort_by(|a, b| west(a).total_cmp(&west(b)));
    sides.iter().enumerate().any(|(i, &(a, b))| {
        let east = a.x.max(b.x);
        sides[i + 1..]
            .iter()
            .take_while(|side| west(side) <= east)
            .any(|&(c, d)| segments_cross(a, b, c, d) || (a == d && b == c))
    })
}

/// To the centimetre.
pub(super) fn round(p: Point) -> Point {
    // Adding 0.0 makes −0 plain 0.
    Point::new((p.x * 100.0).round() / 100.0 + 0.0, (p.y * 100.0).round() / 100.0 + 0.0)
}

fn contour(points: &[Point]) -> Contour {
    points.iter().map(|&point| point.into()).collect()
}

fn signed_area(contour: &[[f64; 2]]) -> f64 {
    let Some(o) = contour.first() else { return 0.0 };
    contour
        .iter()
        .zip(contour.iter().cycle().skip(1))
        .map(|(a, b)| (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]))
        .sum::<f64>()
        / 2.0
}

fn counter_clockwise(mut contour: Contour) -> Contour {
    if signed_area(&contour) < 0.0 {
        contour.reverse();
    }
    contour
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[[f64; 2]]) -> Vec<Point> {
        points.iter().map(|&point| point.into()).collect()
    }

    #[test]
    fn a_figure_eight_becomes_two_polygons() {
        let (shapes, crossed) = solid(&[ring(&[[0.0, 0.0], [4.0, 4.0], [4.0, 0.0], [0.0, 4.0]])]);
        assert!(crossed);
        assert_eq!(pieces(&shapes).polygons.len(), 2);
    }

    #[test]
    fn holes_are_cut_open_and_no_floor_is_lost() {
        let square = |x: f64, y: f64, side: f64| ring(&[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]);
        let (shapes, crossed) = solid(&[
            square(0.0, 0.0, 20.0),
            square(2.0, 2.0, 3.0),
            square(9.0, 3.0, 3.0),
            square(9.0, 12.0, 2.0),
        ]);
        assert!(!crossed);
        let pieces = pieces(&shapes);
        assert!(pieces.polygons.len() >= 2 && !pieces.cuts.is_empty());
        let area: f64 = pieces.polygons.iter().map(Polygon::area).sum();
        assert!((area - (400.0 - 9.0 - 9.0 - 4.0)).abs() < 0.01, "{area}");
        for hole in [Point::new(3.5, 3.5), Point::new(10.0, 4.0), Point::new(10.0, 13.0)] {
            assert!(!pieces.polygons.iter().any(|polygon| polygon.contains(hole)));
        }
    }

    #[test]
    fn rounding_makes_nothing_cross_itself() {
        // A slit of 4 mm: both its walls round to one line, or past each other.
        let slit = vec![
            [0.0, 0.0],
            [4.0, 0.0],
            [4.0, 2.004],
            [1.003, 2.0],
            [3.999, 2.0083],
            [4.0, 4.0],
            [0.0, 4.0],
        ];
        let polygon = tidy(&slit).unwrap();
        assert!(!crosses_itself(&polygon) && (polygon.area() - 16.0).abs() < 0.1);
    }

    #[test]
    fn slivers_and_needless_corners_go() {
        assert!(tidy(&vec![[0.0, 0.0], [10.0, 0.0], [10.0, 0.05], [0.0, 0.05]]).is_none());
        let square = tidy(&vec![
            [0.0, 0.0],
            [2.0, 0.004],
            [4.0, 0.0],
            [4.0, 4.0],
            [0.0, 4.0],
            [0.0, 0.0],
        ]);
        assert_eq!(square.map(|square| square.points().len()), Some(4));
    }
}
