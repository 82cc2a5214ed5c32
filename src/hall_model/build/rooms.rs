//! What stands in a room: rows of seats before a screen, as many as its capacity and its floor allow.

use super::extrude::moved;
use super::ink::{CUT, Ink, WALL};
use super::mesh::{Shape, lift};
use super::props::{Prop, screen};
use super::scene::{Node, Stock};
use super::site::Site;
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Point, Unit};

const ROW_M: f64 = 1.1;
const SEATS_A_ROW: u32 = 3;
/// Width of a row of three with the gap beside it.
const BLOCK_M: f64 = 2.0;
/// Free floor along the walls, and before the screen.
const MARGIN_M: f64 = 1.6;
const FRONT_M: f64 = 3.6;
/// More than these tell nothing more.
const MOST_ROWS: i32 = 9;

/// The furniture of a rectangular room with seats; `None` for other rooms.
pub fn build(site: &Site, room: &Unit, stock: &mut Stock) -> Option<Node> {
    let capacity = room.capacity?;
    let bounds = room.polygon.bounds()?;
    let (width, depth) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
    if room.polygon.area() < 0.95 * width * depth || width.min(depth) < 6.0 {
        return None;
    }
    // The screen hangs on a short wall without a door: the far one as one comes in.
    let (along, length, span) = if width >= depth {
        (Point::new(1.0, 0.0), width, depth)
    } else {
        (Point::new(0.0, 1.0), depth, width)
    };
    let across = Point::new(-along.y, along.x);
    let wall = moved(bounds.center(), along, length / 2.0 - 0.2);
    // Towards the seats, as a turn from +z.
    let turn = (-along.x).atan2(along.y);
    let half = (span / 2.0 - 1.2).min(3.5);
    let mesh = stock.shared(&format!("room screen {half:.2}"), || front(half, site.theme(room)));
    let mut node = Node::tagged(Tag::new(PartKind::Fixture));
    node.push(Node::mesh(mesh).at(lift(wall, 0.0)).turned(turn));

    let blocks = ((span / 2.0 - MARGIN_M) / BLOCK_M).floor() as i32;
    let rows = (((length - FRONT_M - MARGIN_M) / ROW_M).floor() as i32).min(MOST_ROWS);
    let seats = stock.shared("room seats", || Prop::SeatRow.shape(CUT.mix(WALL, 0.35)));
    let mut left = capacity.div_ceil(SEATS_A_ROW);
    for row in 0..rows {
        let at = moved(wall, along, -(FRONT_M + ROW_M * f64::from(row)));
        for block in 0..blocks {
            for side in [-1.0, 1.0] {
                if left == 0 {
                    return Some(node);
                }
                left -= 1;
                let off = side * (0.7 + BLOCK_M * (f64::from(block) + 0.5));
                let place = lift(moved(at, across, off), 0.0);
                node.push(Node::mesh(seats).at(place).turned(turn + std::f64::consts::PI));
            }
        }
    }
    Some(node)
}

/// A low stage and a screen on the wall behind it, facing +z.
fn front(half: f64, accent: Ink) -> Shape {
    let mut s = Shape::default();
    s.block([-half - 0.6, 0.0, 0.0], [half + 0.6, 0.3, 1.8], WALL.mix(CUT, 0.08));
    s.block([-half, 0.9, 0.02], [half, 2.7, 0.08], CUT);
    screen(&mut s, [-half + 0.05, 0.95], [half - 0.05, 2.65], 0.093_75, accent);
    s.block([half * 0.6, 0.3, 1.0], [half * 0.6 + 0.5, 1.4, 1.35], WALL);
    super::occlusion::shade(&mut s, true);
    s
}
