//! From a hall's own metres to the venue's: halls south of the concourse are turned by half a turn.

use super::super::draft::Rect;
use super::super::site::{HALL_WIDTH_M, HallSite};
use crate::venue::Point;

#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    x: f64,
    front_y: f64,
    turned: bool,
}

impl Frame {
    pub(super) fn new(site: &HallSite) -> Self {
        Self {
            x: if site.north { site.x } else { site.x + HALL_WIDTH_M },
            front_y: site.front_y,
            turned: !site.north,
        }
    }

    pub(super) fn point(self, x: f64, y: f64) -> Point {
        if self.turned {
            Point::new(self.x - x, self.front_y - y)
        } else {
            Point::new(self.x + x, self.front_y + y)
        }
    }

    pub(super) fn rect(self, rect: Rect) -> Rect {
        let corner = if self.turned {
            self.point(rect.right(), rect.top())
        } else {
            self.point(rect.x, rect.y)
        };
        Rect::new(corner.x, corner.y, rect.w, rect.d)
    }

    /// The venue's number of a rectangle's side: 0 is the side towards smaller y, and on counter-clockwise.
    pub(super) fn side(self, side: usize) -> usize {
        if self.turned { (side + 2) % 4 } else { side }
    }
}
