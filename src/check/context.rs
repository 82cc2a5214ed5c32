//! What several families ask of the layout, looked up once.

use crate::venue::{Bounds, FilePlace, Layout, LevelId, Point, Unit, UnitId, VenueFiles};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::BTreeMap;

/// How far a point may be off the border or the floor that it belongs to, in metres: walls are that thick, and plans that exact.
pub(super) const TOUCH_M: f64 = 0.3;

type Boxed = GeomWithData<Rectangle<[f64; 2]>, usize>;

pub(super) struct Context<'v> {
    pub files: &'v VenueFiles,
    pub layout: &'v Layout,
    units: BTreeMap<&'v UnitId, usize>,
    /// The booths of each level, by their bounds.
    booths: BTreeMap<&'v LevelId, RTree<Boxed>>,
}

impl<'v> Context<'v> {
    pub fn new(files: &'v VenueFiles) -> Self {
        let layout = &files.layout;
        let units: BTreeMap<_, _> = layout
            .units
            .iter()
            .enumerate()
            .rev()
            .map(|(i, unit)| (&unit.id, i))
            .collect();
        let mut boxes: BTreeMap<&LevelId, Vec<Boxed>> = BTreeMap::new();
        for (i, booth) in layout.booths.iter().enumerate() {
            if let (Some(unit), Some(bounds)) = (units.get(&booth.unit), booth.footprint.bounds()) {
                let level = &layout.units[*unit].level;
                boxes.entry(level).or_default().push(boxed(bounds, i));
            }
        }
        Self {
            files,
            layout,
            units,
            booths: boxes
                .into_iter()
                .map(|(level, boxes)| (level, RTree::bulk_load(boxes)))
                .collect(),
        }
    }

    /// Its position in the list, and the unit.
    pub fn unit(&self, id: &UnitId) -> Option<(usize, &'v Unit)> {
        self.units.get(id).map(|i| (*i, &self.layout.units[*i]))
    }

    /// Positions of the booths of a level whose bounds meet `bounds`, in order.
    pub fn booths_near(&self, level: &LevelId, bounds: Bounds) -> Vec<usize> {
        let window = AABB::from_corners(bounds.min.into(), bounds.max.into());
        let mut near: Vec<usize> = self
            .booths
            .get(level)
            .into_iter()
            .flat_map(|booths| booths.locate_in_envelope_intersecting(window).map(|booth| booth.data))
            .collect();
        near.sort_unstable();
        near
    }

    /// The booth that `p` is in.
    pub fn booth_at(&self, level: &LevelId, p: Point) -> Option<usize> {
        let bounds = Bounds { min: p, max: p };
        self.booths_near(level, bounds)
            .into_iter()
            .find(|i| self.layout.booths[*i].footprint.contains(p))
    }

    /// Whether any unit of the level has `p` on its floor, or within [`TOUCH_M`] of it.
    pub fn on_floor(&self, level: &LevelId, p: Point) -> bool {
        self.layout.units.iter().any(|unit| {
            unit.level == *level && (unit.polygon.contains(p) || unit.polygon.distance_to_border(p) <= TOUCH_M)
        })
    }
}

fn boxed(bounds: Bounds, i: usize) -> Boxed {
    GeomWithData::new(Rectangle::from_corners(bounds.min.into(), bounds.max.into()), i)
}

/// A place in `layout.json`.
pub(super) fn in_layout(pointer: impl Into<String>) -> FilePlace {
    FilePlace::new("layout.json", pointer)
}

/// `[3, 4.25]`: metres to the centimetre.
pub(super) fn at(p: Point) -> String {
    let round = |x: f64| (x * 100.0).round() / 100.0;
    format!("[{}, {}]", round(p.x), round(p.y))
}
