//! Design → solids: upright prisms of what is really there, in the venue's metres.

use super::design::{Design, Frame, Part};
use super::hull::{CARPET_M, Hull};
use super::kit::{BEAM_M, FASCIA_M, PANEL_M, PLATE_HEIGHT_M, PLATE_M, POST_M, PartKind, RAIL_M, RISE_M, SLAB_M, Shape};
use super::plane::{Area, strip};
use crate::venue::{Booth, Point, Polygon};
use serde::Serialize;
use std::collections::BTreeMap;

/// People walk under what is higher over the floor, in metres.
pub const HEADROOM_M: f64 = 2.1;
/// Round parts have so many corners; they are drawn round the circle, so that none of it is outside.
const ROUND_CORNERS: u32 = 24;

/// The own models by name.
pub type Hulls = BTreeMap<String, Hull>;

/// An upright prism.
#[derive(Clone, Debug, PartialEq)]
pub struct Solid {
    /// The position of its part in the design.
    pub part: usize,
    pub area: Area,
    pub from_m: f64,
    pub to_m: f64,
    pub role: Role,
    /// One sees through it.
    pub see_through: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Stands on the floor or on what does.
    Stands,
    /// Hangs from the ceiling.
    Hangs,
    /// An upper floor.
    Deck,
    /// A floor that one walks on.
    Floor,
}

impl Solid {
    /// Whether nobody walks through it.
    pub fn is_in_the_way(&self) -> bool {
        self.role != Role::Floor && self.from_m < HEADROOM_M
    }

    /// The heights that both have.
    pub fn shared_heights(&self, other: &Self) -> Option<(f64, f64)> {
        let (from, to) = (self.from_m.max(other.from_m), self.to_m.min(other.to_m));
        (to - from > 1e-3).then_some((from, to))
    }
}

impl Frame {
    fn polygon(self, corners: impl IntoIterator<Item = Point>) -> Area {
        Area::of(&Polygon(corners.into_iter().map(|p| self.to_venue(p)).collect()))
    }

    /// A rectangle by its middle.
    fn rectangle(self, x: f64, y: f64, width: f64, depth: f64) -> Area {
        self.polygon(Polygon::rectangle(x - width / 2.0, y - depth / 2.0, width, depth).0)
    }
}

/// All solids of a design on its stand, and the names of models that are not known.
pub fn solids(design: &Design, booth: &Booth, hulls: &Hulls) -> (Vec<Solid>, Vec<usize>) {
    let stand = Frame::of(&booth.footprint);
    let mut made = Vec::new();
    let mut unknown = Vec::new();
    for (i, part) in design.parts.iter().enumerate() {
        let mut maker = Maker {
            part,
            i,
            frame: stand.at(part.at, part.turn_deg),
            made: &mut made,
        };
        let hull = part.model.as_ref().and_then(|name| hulls.get(name));
        match (part.kind.kit().shape, hull) {
            (Shape::Model, Some(hull)) => maker.model(hull),
            (Shape::Model, None) => unknown.push(i),
            (Shape::Shell, _) => maker.shell(booth),
            (shape, _) => maker.shape(shape),
        }
    }
    (made, unknown)
}

struct Maker<'a> {
    part: &'a Part,
    i: usize,
    frame: Frame,
    made: &'a mut Vec<Solid>,
}

impl Maker<'_> {
    fn put(&mut self, area: Area, from_m: f64, to_m: f64, role: Role, see_through: bool) {
        if !area.is_empty() {
            let part = self.i;
            self.made.push(Solid {
                part,
                area,
                from_m,
                to_m,
                role,
                see_through,
            });
        }
    }

    fn shape(&mut self, shape: Shape) {
        let [width, depth, height] = self.part.size();
        let (frame, low) = (self.frame, self.part.above());
        let high = low + height;
        let role = match self.part.kind {
            PartKind::Platform | PartKind::Ramp => Role::Floor,
            PartKind::Banner => Role::Hangs,
            _ => Role::Stands,
        };
        match shape {
            Shape::Round => {
                let half = std::f64::consts::PI / f64::from(ROUND_CORNERS);
                let corners = (0..ROUND_CORNERS).map(|i| {
                    let (sin, cos) = (half * f64::from(2 * i + 1)).sin_cos();
                    Point::new(width / 2.0 * cos / half.cos(), depth / 2.0 * sin / half.cos())
                });
                self.put(frame.polygon(corners), low, high, role, false);
            }
            Shape::Gate => {
                let (leg, beam) = (BEAM_M.min(width / 2.0), BEAM_M.min(height));
                for x in [leg - width, width - leg] {
                    self.put(frame.rectangle(x / 2.0, 0.0, leg, depth), low, high - beam, role, false);
                }
                self.put(frame.rectangle(0.0, 0.0, width, depth), high - beam, high, role, false);
            }
            Shape::Steps => {
                let steps = (height / RISE_M).ceil().clamp(1.0, 100.0);
                let (rise, tread) = (height / steps, depth / steps);
                for i in 0..steps as u32 {
                    let y = tread * (f64::from(i) + 0.5) - depth / 2.0;
                    let area = frame.rectangle(0.0, y, width, tread);
                    self.put(area, low, low + rise * f64::from(i + 1), role, false);
                }
            }
            Shape::Deck => {
                let slab = SLAB_M.min(height);
                let whole = frame.rectangle(0.0, 0.0, width, depth);
                let rail = 2.0 * RAIL_M;
                let inner = frame.rectangle(0.0, 0.0, (width - rail).max(0.0), (depth - rail).max(0.0));
                for (size, high, role) in [(POST_M, low, Role::Stands), (PLATE_M, PLATE_HEIGHT_M, Role::Floor)] {
                    let (x, y) = ((width - size) / 2.0, (depth - size) / 2.0);
                    for (x, y) in [(-x, -y), (x, -y), (x, y), (-x, y)] {
                        self.put(frame.rectangle(x, y, size, size), 0.0, high, role, false);
                    }
                }
                self.put(whole.less(&inner), low + slab, high, Role::Stands, true);
                self.put(whole, low, low + slab, Role::Deck, false);
            }
            Shape::Box | Shape::Shell | Shape::Model => {
                let glass = self.part.kind == PartKind::GlassWall;
                self.put(frame.rectangle(0.0, 0.0, width, depth), low, high, role, glass);
            }
        }
    }

    /// Panels inside the closed sides, and a fascia inside the open ones.
    fn shell(&mut self, booth: &Booth) {
        let [_, _, height] = self.part.size();
        let footprint = Area::of(&booth.footprint);
        let left_is_inside = booth.footprint.signed_area() > 0.0;
        let (mut panels, mut fascia) = (Vec::new(), Vec::new());
        for (i, (from, to)) in booth.footprint.sides().enumerate() {
            let side = if left_is_inside {
                strip(from, to, PANEL_M)
            } else {
                strip(to, from, PANEL_M)
            };
            let list = if booth.open_sides.contains(&i) {
                &mut fascia
            } else {
                &mut panels
            };
            list.push(side);
        }
        let panels = Area::joined(&panels).and(&footprint);
        let fascia = Area::joined(&fascia).and(&footprint).less(&panels);
        self.put(panels, 0.0, height, Role::Stands, false);
        self.put(fascia, (height - FASCIA_M).max(0.0), height, Role::Stands, false);
    }

    fn model(&mut self, hull: &Hull) {
        let low = self.part.above();
        let size = self.part.size_m.unwrap_or(hull.size_m);
        let [x, y, z] = [0, 1, 2].map(|axis| {
            if hull.size_m[axis] > 0.0 {
                size[axis] / hull.size_m[axis]
            } else {
                1.0
            }
        });
        for band in &hull.bands {
            let area = band.area.moved(&|p| self.frame.to_venue(Point::new(p.x * x, p.y * y)));
            let (from_m, to_m) = (low + band.from_m * z, low + band.to_m * z);
            let role = if to_m <= CARPET_M { Role::Floor } else { Role::Stands };
            self.put(area, from_m, to_m, role, false);
        }
    }
}
