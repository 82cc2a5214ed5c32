//! A hall's roof: trusses every fifteen metres, and a deck with a strip of skylight between each two.

use super::extrude::{self, moved};
use super::ink::{Ink, SKYLIGHT, STEEL, WALL};
use super::mesh::{Shape, V3};
use super::region::Region;
use super::scene::{Node, Stock};
use super::site::Site;
use crate::venue::{Point, Polygon, Unit};

/// Published for column-free halls: a truss every 15 m.
const TRUSS_SPACING_M: f64 = 15.0;
const TRUSS_DEPTH_M: f64 = 1.8;
const TRUSS_PANEL_M: f64 = 7.5;
const DECK_M: f64 = 0.4;
const SKYLIGHT_M: f64 = 3.5;

/// Trusses as nodes of one mesh, and the deck.
pub fn build(site: &Site, hall: &Unit, stock: &mut Stock) -> Vec<Node> {
    let Some(grid) = Grid::of(hall) else { return Vec::new() };
    let height = site.height(hall);
    let mut nodes = Vec::new();
    let key = format!("truss {:.3}", grid.span);
    for at in grid.trusses() {
        let mesh = stock.shared(&key, || truss(grid.span, STEEL));
        nodes.push(
            Node::mesh(mesh)
                .at([at.x, height - TRUSS_DEPTH_M, -at.y])
                .turned(grid.turn),
        );
    }
    let lights = Region::union_of(&grid.skylights());
    let hall_floor = Region::of(&hall.polygon);
    let (lit, covered) = (hall_floor.and(&lights), hall_floor.without(&lights));
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

/// Trusses across the shorter way of a hall's bounds; none where the hall is far from a rectangle.
struct Grid {
    /// The middle of one short end, and the unit vector to the other.
    start: Point,
    along: Point,
    length: f64,
    span: f64,
    /// Turn that lays x across the hall.
    turn: f64,
}

impl Grid {
    fn of(hall: &Unit) -> Option<Self> {
        let bounds = hall.polygon.bounds()?;
        let (width, depth) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
        if hall.polygon.area() < 0.9 * width * depth {
            return None;
        }
        let middle = bounds.center();
        Some(if depth >= width {
            Self {
                start: Point::new(middle.x, bounds.min.y),
                along: Point::new(0.0, 1.0),
                length: depth,
                span: width,
                turn: 0.0,
            }
        } else {
            Self {
                start: Point::new(bounds.min.x, middle.y),
                along: Point::new(1.0, 0.0),
                length: width,
                span: depth,
                turn: std::f64::consts::FRAC_PI_2,
            }
        })
    }

    fn bays(&self) -> f64 {
        (self.length / TRUSS_SPACING_M).round().max(1.0)
    }

    fn trusses(&self) -> Vec<Point> {
        let bays = self.bays();
        (1..bays as i32)
            .map(|i| moved(self.start, self.along, self.length * f64::from(i) / bays))
            .collect()
    }

    fn skylights(&self) -> Vec<Polygon> {
        let bays = self.bays();
        let across = Point::new(-self.along.y, self.along.x);
        (0..bays as i32)
            .filter_map(|i| {
                let at = moved(self.start, self.along, self.length * (f64::from(i) + 0.5) / bays);
                let half = (self.span / 2.0 - 3.0).max(1.0);
                extrude::strip(moved(at, across, -half), moved(at, across, half), SKYLIGHT_M)
            })
            .collect()
    }
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
