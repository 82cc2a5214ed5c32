//! What is left of an aisle that something sticks out into.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure};
use crate::placement::passages::{Passages, WIDTH_STEP_M, widest};
use crate::placement::plane::{Area, strip};
use crate::placement::solids::Solid;
use crate::venue::{Aisle, AisleKind, Bounds, Point};

/// Whoever is so near an end of a stretch, in metres, beside half of their width has got there.
const TOUCH_M: f64 = 0.01;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let main = found.limits(case, Measure::AisleMainMinWidth);
    let any = found.limits(case, Measure::AisleMinWidth);
    for Narrowed {
        aisle, left_m, area, ..
    } in narrowed(case)
    {
        let (measure, rules) = match aisle.kind {
            AisleKind::Main if !main.is_empty() => (Measure::AisleMainMinWidth, &main),
            _ => (Measure::AisleMinWidth, &any),
        };
        let in_it: Vec<&Solid> = case
            .blockers()
            .filter(|solid| !solid.area.and(&area).is_empty())
            .collect();
        let by = |part: &usize| in_it.iter().any(|solid| solid.part == *part);
        for rule in rules {
            found.hold(rule, measure, Bound::AtLeast, left_m, || About {
                parts: (0..case.design.parts.len())
                    .filter(by)
                    .flat_map(|part| case.part(part))
                    .collect(),
                beside: Some(aisle.id.to_string()),
                mark: Mark::new(case.level(), &area, heights(in_it.iter().copied())),
            });
        }
    }
}

/// A stretch of an aisle that something of the design is in.
pub struct Narrowed<'v> {
    pub aisle: &'v Aisle,
    /// The widest that got past before.
    pub before_m: f64,
    pub left_m: f64,
    /// What is taken of it.
    pub area: Area,
}

pub fn narrowed<'v>(case: &Case<'v>) -> Vec<Narrowed<'v>> {
    let taken = Area::union(case.blockers().map(|solid| &solid.area));
    let others = Area::union(
        case.others
            .iter()
            .filter(|solid| solid.is_in_the_way())
            .map(|solid| &solid.area),
    );
    let mut narrowed = Vec::new();
    for aisle in case.venue.aisles().iter().filter(|aisle| aisle.unit == case.unit.id) {
        for line in aisle.line.windows(2) {
            let stretch = Stretch {
                from: line[0],
                to: line[1],
                width_m: aisle.width_m,
            };
            if let Some(window) = stretch.round(&taken) {
                let before = window.area().less(&others);
                narrowed.push(Narrowed {
                    aisle,
                    before_m: window.widest(&before),
                    left_m: window.widest(&before.less(&taken)),
                    area: taken.and(&window.area()),
                });
            }
        }
    }
    narrowed
}

/// A straight stretch of an aisle.
struct Stretch {
    from: Point,
    to: Point,
    width_m: f64,
}

impl Stretch {
    fn area(&self) -> Area {
        let half = self.width_m / 2.0;
        Area::joined([&strip(self.from, self.to, half), &strip(self.to, self.from, half)])
    }

    fn length(&self) -> f64 {
        self.from.distance(self.to)
    }

    fn along(&self, p: Point) -> f64 {
        ((p.x - self.from.x) * (self.to.x - self.from.x) + (p.y - self.from.y) * (self.to.y - self.from.y))
            / self.length()
    }

    /// The part of it beside what is taken, with an aisle's width of room before and after; `None` if nothing is taken.
    fn round(&self, taken: &Area) -> Option<Self> {
        let line = Bounds::of([self.from, self.to])?.grown(self.width_m / 2.0);
        if !taken.bounds()?.overlaps(line) {
            return None;
        }
        let within = self.area().and(taken);
        let (low, high) = extent(within.corners().map(|p| self.along(p)))?;
        let at = |metres: f64| self.from.lerp(self.to, metres / self.length());
        Some(Self {
            from: at(low - self.width_m),
            to: at(high + self.width_m),
            width_m: self.width_m,
        })
    }

    /// The widest that gets from one end to the other.
    fn widest(&self, free: &Area) -> f64 {
        let passages = Passages::amid(free, self.width_m);
        let passes = |width_m: f64| {
            let reach = passages.for_width(width_m);
            let at_end = |from: Point, to: Point| {
                let middle = from.lerp(to, (width_m / 2.0 + TOUCH_M) / self.length());
                let places = reach.places([self.across(middle)].into_iter());
                places.map(|p| reach.region(p)).collect::<Vec<_>>()
            };
            let before = at_end(self.from, self.to);
            at_end(self.to, self.from).iter().any(|region| before.contains(region))
        };
        // Most often all of it is free.
        let whole = self.width_m - WIDTH_STEP_M;
        if passes(whole) {
            whole
        } else {
            widest(0.0, whole, passes)
        }
    }

    /// From border to border.
    fn across(&self, p: Point) -> (Point, Point) {
        let half = self.width_m / 2.0 / self.length();
        let (x, y) = ((self.to.y - self.from.y) * half, (self.from.x - self.to.x) * half);
        (Point::new(p.x + x, p.y + y), Point::new(p.x - x, p.y - y))
    }
}

fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |extent, value| match extent {
        None => Some((value, value)),
        Some((low, high)) => Some((f64::min(low, value), f64::max(high, value))),
    })
}
