//! The roof over a hall or a concourse: trusses every fifteen metres, and a deck with a strip of skylight between each two.

use super::extrude::{self, moved};
use super::ink::{Ink, SKYLIGHT, STEEL, WALL};
use super::mesh::{Shape, V3};
use super::region::Region;
use super::scene::{Node, Stock};
use super::site::Site;
use crate::venue::{Point, Polygon, Unit, UnitKind, cross};

/// Published for column-free halls: a truss every 15 m.
const TRUSS_SPACING_M: f64 = 15.0;
const TRUSS_DEPTH_M: f64 = 1.8;
const TRUSS_PANEL_M: f64 = 7.5;
/// What is narrower needs no truss.
const LEAST_SPAN_M: f64 = 6.0;
/// Nor is there one where it would hang lower over the floor: a low room has a plain ceiling.
const CLEAR_M: f64 = 4.0;
const DECK_M: f64 = 0.4;
const SKYLIGHT_M: f64 = 3.5;
/// A concourse is a house of glass.
const CONCOURSE_SKYLIGHT_M: f64 = 8.0;
/// Skylights end so far before the roof's edge.
const EAVES_M: f64 = 3.0;

/// Trusses as nodes of one mesh for each span, and the deck.
pub fn build(site: &Site, unit: &Unit, stock: &mut Stock) -> Vec<Node> {
    let (height, skylight_m) = match (unit.kind, unit.height_m) {
        (UnitKind::Hall, _) => (site.height(unit), SKYLIGHT_M),
        (UnitKind::Concourse, Some(height)) => (height, CONCOURSE_SKYLIGHT_M),
        _ => return Vec::new(),
    };
    let roofed = Region::of(&unit.polygon).without(&site.floors_over(unit, height));
    let Some(grid) = Grid::of(&unit.polygon) else {
        return Vec::new();
    };
    let mut nodes = Vec::new();
    let has_trusses = height - TRUSS_DEPTH_M >= CLEAR_M;
    for (at, span) in grid
        .trusses()
        .filter(|_| has_trusses)
        .flat_map(|line| spans(&roofed, line))
    {
        let mesh = stock.shared(&format!("truss {span:.3}"), || truss(span, STEEL));
        nodes.push(
            Node::mesh(mesh)
                .at([at.x, height - TRUSS_DEPTH_M, -at.y])
                .turned(grid.turn()),
        );
    }
    let lights = grid.skylights().flat_map(|line| {
        let over = spans(&roofed, line).into_iter();
        over.filter_map(|(at, span)| grid.strip(at, span - 2.0 * EAVES_M, skylight_m))
    });
    let lights: Vec<Polygon> = lights.collect();
    let lights = Region::union_of(&lights);
    let (lit, covered) = (roofed.and(&lights), roofed.without(&lights));
    let mut deck = Shape::default();
    extrude::ceiling(&mut deck, &covered, height, WALL);
    extrude::floor(&mut deck, &covered, height + DECK_M, WALL, |_| 1.0);
    extrude::sides(&mut deck, &covered, [height, height + DECK_M], WALL);
    // One sees the sky through them.
    extrude::ceiling(&mut deck, &lit, height + DECK_M / 2.0, SKYLIGHT);
    extrude::floor(&mut deck, &lit, height + DECK_M / 2.0, SKYLIGHT, |_| 1.0);
    nodes.push(Node::mesh(stock.take(&deck)));
    nodes
}

/// From one point to another.
type Line = (Point, Point);

/// Lines across a unit, which lies along its longest side.
struct Grid {
    /// Where the first bay begins, on the unit's one side.
    start: Point,
    /// Unit vectors along it and to its other side.
    along: Point,
    across: Point,
    length: f64,
    width: f64,
}

impl Grid {
    fn of(polygon: &Polygon) -> Option<Self> {
        let longest = polygon
            .sides()
            .max_by(|(a, b), (c, d)| a.distance(*b).total_cmp(&c.distance(*d)))?;
        let across = extrude::left_of(longest.0, longest.1)?;
        let along = Point::new(across.y, -across.x);
        let dot = |p: &Point, way: Point| p.x * way.x + p.y * way.y;
        let span = |way: Point| {
            let at = polygon.points().iter().map(|p| dot(p, way));
            at.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
                (low.min(at), high.max(at))
            })
        };
        let ((from, to), (near, far)) = (span(along), span(across));
        Some(Self {
            start: moved(moved(Point::new(0.0, 0.0), along, from), across, near),
            along,
            across,
            length: to - from,
            width: far - near,
        })
    }

    /// What lays x across the unit.
    fn turn(&self) -> f64 {
        self.across.y.atan2(self.across.x)
    }

    fn bays(&self) -> f64 {
        (self.length / TRUSS_SPACING_M).round().max(1.0)
    }

    fn line(&self, bay: f64) -> Line {
        let from = moved(self.start, self.along, self.length * bay / self.bays());
        (from, moved(from, self.across, self.width))
    }

    fn trusses(&self) -> impl Iterator<Item = Line> {
        (1..self.bays() as i32).map(|bay| self.line(f64::from(bay)))
    }

    fn skylights(&self) -> impl Iterator<Item = Line> {
        (0..self.bays() as i32).map(|bay| self.line(f64::from(bay) + 0.5))
    }

    /// Across the unit about a point.
    fn strip(&self, middle: Point, length: f64, width: f64) -> Option<Polygon> {
        let end = |side: f64| moved(middle, self.across, length * side / 2.0);
        (length > 0.0).then(|| extrude::strip(end(-1.0), end(1.0), width))?
    }
}

/// Middles and lengths of what of a line is over a region, if it is worth a truss.
fn spans(region: &Region, (from, to): Line) -> Vec<(Point, f64)> {
    let length = from.distance(to);
    let along = |p: Point| ((p.x - from.x) * (to.x - from.x) + (p.y - from.y) * (to.y - from.y)) / length;
    let mut cuts: Vec<f64> = Vec::new();
    for border in region.borders() {
        for (a, b) in border.sides() {
            let (at_a, at_b) = (cross(from, to, a), cross(from, to, b));
            if (at_a < 0.0) != (at_b < 0.0) {
                cuts.push(along(a.lerp(b, at_a / (at_a - at_b))));
            }
        }
    }
    cuts.sort_by(f64::total_cmp);
    let over = cuts
        .as_chunks::<2>()
        .0
        .iter()
        .map(|[start, end]| (from.lerp(to, (start + end) / 2.0 / length), end - start));
    over.filter(|(_, span)| *span >= LEAST_SPAN_M).collect()
}

/// A girder of bars along x, its middle at the origin, its lower chord at height 0.
fn truss(span: f64, ink: Ink) -> Shape {
    let mut shape = Shape::default();
    let half = span / 2.0;
    let panels = (span / TRUSS_PANEL_M).round().max(2.0);
    let wide = 0.6;
    let low = |i: f64| -> V3 { [-half + span * i / panels, 0.0, 0.0] };
    let high = |i: f64, side: f64| -> V3 { [-half + span * i / panels, TRUSS_DEPTH_M, side * wide] };
    shape.bar(low(0.0), low(panels), 0.28, ink);
    for side in [-1.0, 1.0] {
        shape.bar(high(0.0, side), high(panels, side), 0.22, ink);
        for i in 0..panels as i32 {
            let i = f64::from(i);
            shape.bar(low(i), high(i + 0.5, side), 0.12, ink);
            shape.bar(high(i + 0.5, side), low(i + 1.0), 0.12, ink);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trusses_span_what_there_is_of_a_hall_of_any_shape() {
        let (sin, cos) = 0.4_f64.sin_cos();
        // An L, askew: 90 by 60 without a corner of 45 by 30.
        let corners = [
            (0.0, 0.0),
            (90.0, 0.0),
            (90.0, 30.0),
            (45.0, 30.0),
            (45.0, 60.0),
            (0.0, 60.0),
        ];
        let askew = Polygon(
            corners
                .map(|(x, y)| Point::new(x * cos - y * sin, x * sin + y * cos))
                .to_vec(),
        );
        let grid = Grid::of(&askew).unwrap();
        let region = Region::of(&askew);
        let found: Vec<Vec<(Point, f64)>> = grid.trusses().map(|line| spans(&region, line)).collect();
        let lengths: Vec<f64> = found.iter().flatten().map(|(_, span)| span.round()).collect();
        assert_eq!(lengths.len(), 5, "90 m are six bays");
        assert!(lengths.iter().all(|span| [30.0, 60.0].contains(span)), "{lengths:?}");
        for (middle, span) in found.into_iter().flatten() {
            for side in [-1.0, 1.0] {
                let end = |inside: f64| moved(middle, grid.across, side * (span / 2.0 - inside));
                assert!(askew.contains(end(0.1)) && !askew.contains(end(-0.1)));
            }
        }
    }
}
