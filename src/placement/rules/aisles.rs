//! What is left of an aisle that something sticks out into.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure, TOLERANCE};
use crate::placement::passages::{Passages, WIDTH_STEP_M, widest};
use crate::placement::plane::{Area, strip};
use crate::venue::{Aisle, AisleKind, Bounds, Point};

/// Whoever is so near an end of a stretch, in metres, beside half of their width has got there.
const TOUCH_M: f64 = 0.01;

pub fn findings(case: &Case<'_>, found: &mut Found) {
    let main = found.limits(case, Measure::AisleMainMinWidth);
    let any = found.limits(case, Measure::AisleMinWidth);
    if main.is_empty() && any.is_empty() {
        return;
    }
    for narrowed in narrowed(case) {
        let (measure, rules) = match narrowed.aisle.kind {
            AisleKind::Main if !main.is_empty() => (Measure::AisleMainMinWidth, &main),
            _ => (Measure::AisleMinWidth, &any),
        };
        for rule in rules {
            let Some(left_m) = narrowed.left_below(rule.value - TOLERANCE) else {
                continue;
            };
            found.hold(rule, measure, Bound::AtLeast, left_m, || {
                let stretch = narrowed.stretch.area();
                let in_it = case.solids_by_part(&|solid| solid.is_in_the_way() && solid.area.meets(&stretch));
                About {
                    parts: in_it.iter().flat_map(|(part, _)| case.part(*part)).collect(),
                    beside: Some(narrowed.aisle.id.to_string()),
                    mark: Mark::new(
                        case.level(),
                        &narrowed.taken,
                        heights(in_it.into_iter().flat_map(|(_, solids)| solids)),
                    ),
                }
            });
        }
    }
}

/// A stretch of an aisle that something of the design is in.
pub struct Narrowed<'v> {
    pub aisle: &'v Aisle,
    stretch: Stretch,
    before: Area,
    after: Area,
    /// By the design.
    taken: Area,
}

impl Narrowed<'_> {
    /// The widest that got past before.
    pub fn before_m(&self) -> f64 {
        self.stretch.widest(&self.before)
    }

    /// The widest that gets past.
    pub fn left_m(&self) -> f64 {
        self.stretch.widest(&self.after)
    }

    /// The same, if it is no wider than that.
    fn left_below(&self, most_m: f64) -> Option<f64> {
        let passages = Passages::amid(&self.after, most_m);
        let passes = |width_m: f64| self.stretch.passes(&passages, width_m);
        (!passes(most_m)).then(|| widest(0.0, most_m, passes))
    }
}

pub fn narrowed<'v>(case: &Case<'v>) -> Vec<Narrowed<'v>> {
    let others = case.others.iter().filter(|solid| solid.is_in_the_way());
    let others = Area::union(others.map(|solid| &solid.area));
    let mut narrowed = Vec::new();
    let Some(round) = case.blocked().bounds() else {
        return narrowed;
    };
    for aisle in case.venue.aisles().iter().filter(|aisle| aisle.unit == case.unit.id) {
        for line in aisle.line.windows(2) {
            let whole = Stretch {
                from: line[0],
                to: line[1],
                width_m: aisle.width_m,
            };
            if !whole.bounds().overlaps(round) {
                continue;
            }
            let taken = whole.area().and(case.blocked());
            if let Some(stretch) = whole.round(&taken) {
                let before = stretch.area().less(&others);
                narrowed.push(Narrowed {
                    aisle,
                    after: before.less(case.blocked()),
                    before,
                    stretch,
                    taken,
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

    fn bounds(&self) -> Bounds {
        Bounds::of_segment(self.from, self.to).grown(self.width_m / 2.0)
    }

    fn length(&self) -> f64 {
        self.from.distance(self.to)
    }

    fn along(&self, p: Point) -> f64 {
        ((p.x - self.from.x) * (self.to.x - self.from.x) + (p.y - self.from.y) * (self.to.y - self.from.y))
            / self.length()
    }

    /// The part of it beside what is taken of it, with an aisle's width of room before and after; `None` if nothing is taken.
    fn round(&self, taken: &Area) -> Option<Self> {
        let (low, high) = extent(taken.corners().map(|p| self.along(p)))?;
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
        let passes = |width_m: f64| self.passes(&passages, width_m);
        // Most often all of it is free.
        let whole = self.width_m - WIDTH_STEP_M;
        if passes(whole) {
            whole
        } else {
            widest(0.0, whole, passes)
        }
    }

    /// Whether something that wide gets from one end to the other.
    fn passes(&self, passages: &Passages<'_>, width_m: f64) -> bool {
        let reach = passages.for_width(width_m);
        let at_end = |from: Point, to: Point| {
            let middle = from.lerp(to, (width_m / 2.0 + TOUCH_M) / self.length());
            let places = reach.places([self.across(middle)].into_iter());
            places.map(|p| reach.region(p)).collect::<Vec<_>>()
        };
        let before = at_end(self.from, self.to);
        at_end(self.to, self.from).iter().any(|region| before.contains(region))
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
