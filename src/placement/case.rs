//! A design on its stand, with what is round it: what all families of rules ask.

use super::design::{Design, PartId};
use super::finding::{Cited, Mark, Measure, PlacementFinding, TOLERANCE, Unchecked, Why};
use super::plane::{Area, strip};
use super::solids::{Hulls, Solid, solids};
use crate::venue::{
    Booth, Bounds, Fixture, FixtureKind, LevelId, Opening, Point, Polygon, Rule, RuleUnit, Severity, Unit, Venue,
};
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A part's number, solids of it, and what they cover together.
pub type Covering<'s> = (usize, Vec<&'s Solid>, Rc<Area>);

/// What is farther from a stand, in metres, has nothing to do with it.
const NEAR_M: f64 = 12.0;

pub struct Case<'a> {
    pub venue: &'a Venue,
    pub design: &'a Design,
    pub booth: &'a Booth,
    pub unit: &'a Unit,
    pub solids: Vec<Solid>,
    pub footprint: Area,
    /// What other bookings put near: for ways and aisles.
    pub others: Vec<Solid>,
    /// The rules that are for this stand.
    pub rules: Vec<&'a Rule>,
    /// Parts whose model is not known.
    pub unknown: Vec<usize>,
    near: Bounds,
    neighbours: OnceCell<Vec<&'a Booth>>,
    fixtures: OnceCell<Vec<&'a Fixture>>,
    blocked: OnceCell<Area>,
    /// What solids of a part cover together, by their numbers.
    together: RefCell<FxHashMap<Vec<usize>, Rc<Area>>>,
}

impl<'a> Case<'a> {
    /// `None` if the venue does not have the stand.
    pub fn new(venue: &'a Venue, design: &'a Design, hulls: &Hulls) -> Option<Self> {
        let booth = venue.booth(&design.stand)?;
        let unit = venue.unit(&booth.unit)?;
        let (solids, unknown) = solids(design, booth, hulls);
        let rules = venue.rules().rules.iter();
        let is_for = |rule: &&Rule| {
            rule.applies
                .as_ref()
                .is_none_or(|applies| applies.to(booth, &unit.level))
        };
        let corners = solids.iter().flat_map(|solid| solid.area.corners());
        Some(Self {
            near: Bounds::of(booth.footprint.points().iter().copied().chain(corners))?.grown(NEAR_M),
            rules: rules.filter(is_for).collect(),
            footprint: Area::of(&booth.footprint),
            others: Vec::new(),
            venue,
            design,
            booth,
            unit,
            solids,
            unknown,
            neighbours: OnceCell::new(),
            fixtures: OnceCell::new(),
            blocked: OnceCell::new(),
            together: RefCell::default(),
        })
    }

    pub fn level(&self) -> &'a LevelId {
        &self.unit.level
    }

    pub fn near(&self) -> Bounds {
        self.near
    }

    /// Whether something is at most so far from the stand.
    pub fn is_within(&self, by_m: f64, polygon: &Polygon) -> bool {
        let reach = self
            .booth
            .footprint
            .bounds()
            .map(|bounds| bounds.grown(by_m + TOLERANCE));
        reach.is_some_and(|reach| is_near(polygon, reach)) && self.footprint.is_within(by_m, &Area::of(polygon))
    }

    /// What keeps people from walking there.
    pub fn blockers(&self) -> impl Iterator<Item = &Solid> {
        self.solids.iter().filter(|solid| solid.is_in_the_way())
    }

    /// Where nobody walks because of the design. Nobody gets into something closed, like a hollow model.
    pub fn blocked(&self) -> &Area {
        self.blocked
            .get_or_init(|| Area::all_filled(self.blockers().map(|solid| &solid.area)))
    }

    pub fn fixtures(&self, kind: FixtureKind) -> impl Iterator<Item = &'a Fixture> {
        let fixtures = self.all_fixtures().iter().copied();
        fixtures.filter(move |fixture| fixture.kind == kind)
    }

    /// Of any kind, near the stand and on its level.
    fn all_fixtures(&self) -> &[&'a Fixture] {
        self.fixtures.get_or_init(|| {
            let is_here = |fixture: &&Fixture| is_near(&fixture.footprint, self.near) && fixture.level == *self.level();
            self.venue.fixtures().iter().filter(is_here).collect()
        })
    }

    /// Other stands of the same level.
    pub fn neighbours(&self) -> &[&'a Booth] {
        self.neighbours.get_or_init(|| {
            let is_here = |booth: &&Booth| {
                is_near(&booth.footprint, self.near)
                    && booth.id != self.booth.id
                    && self
                        .venue
                        .unit(&booth.unit)
                        .is_some_and(|unit| unit.level == *self.level())
            };
            self.venue.booths().iter().filter(is_here).collect()
        })
    }

    /// Openings of the stand's hall.
    pub fn openings(&self) -> impl Iterator<Item = &'a Opening> {
        let (near, unit) = (self.near, &self.unit.id);
        let here = move |opening: &&Opening| {
            opening.between.contains(unit) && Bounds::of_segment(opening.from, opening.to).overlaps(near)
        };
        self.venue.openings().iter().filter(here)
    }

    /// The open sides with their numbers, the stand to their left.
    pub fn open_sides(&self) -> impl Iterator<Item = (usize, Point, Point)> {
        let footprint = &self.booth.footprint;
        let left_is_inside = footprint.signed_area() > 0.0;
        self.booth.open_sides.iter().filter_map(move |&side| {
            let (from, to) = footprint.side(side)?;
            Some(if left_is_inside {
                (side, from, to)
            } else {
                (side, to, from)
            })
        })
    }

    /// The hall's floor within a window, without other stands and without what stands in the hall. The stand's own floor is part of it.
    pub fn ground(&self, window: Bounds) -> Area {
        let Bounds { min, max } = window;
        let square = Area::of(&Polygon::rectangle(min.x, min.y, max.x - min.x, max.y - min.y));
        let level = self.level();
        let fixtures = self.all_fixtures().iter();
        let fixtures = fixtures.filter(|fixture| fixture.kind.is_in_the_way());
        let amenities = self.venue.amenities().iter().filter(|amenity| amenity.level == *level);
        let taken = self
            .neighbours()
            .iter()
            .map(|booth| &booth.footprint)
            .chain(fixtures.map(|fixture| &fixture.footprint))
            .chain(amenities.filter_map(|amenity| amenity.footprint.as_ref()))
            .filter(|polygon| is_near(polygon, window));
        let stood_on = self.others.iter().filter(|solid| solid.is_in_the_way());
        let taken = Area::union(
            [&Area::joined(taken)]
                .into_iter()
                .chain(stood_on.map(|solid| &solid.area)),
        );
        Area::of(&self.unit.polygon).and(&square).less(&taken)
    }

    pub fn part(&self, i: usize) -> Vec<PartId> {
        self.design
            .parts
            .get(i)
            .map(|part| part.id.clone())
            .into_iter()
            .collect()
    }

    /// Of each part the solids that are picked, in the order of the parts.
    pub fn solids_by_part(&self, pick: &dyn Fn(&Solid) -> bool) -> Vec<(usize, Vec<&Solid>)> {
        let picked: Vec<&Solid> = self.solids.iter().filter(|solid| pick(solid)).collect();
        let parts = picked.chunk_by(|a, b| a.part == b.part);
        parts.map(|solids| (solids[0].part, solids.to_vec())).collect()
    }

    /// The same, with what they cover together.
    pub fn by_part(&self, pick: &dyn Fn(&Solid) -> bool) -> Vec<Covering<'_>> {
        let solids = |numbers: &[usize]| numbers.iter().map(|i| &self.solids[*i]).collect();
        let picked: Vec<usize> = (0..self.solids.len()).filter(|i| pick(&self.solids[*i])).collect();
        let parts = picked.chunk_by(|a, b| self.solids[*a].part == self.solids[*b].part);
        let covering = parts.map(|numbers| (self.solids[numbers[0]].part, solids(numbers), self.together(numbers)));
        covering.collect()
    }

    fn together(&self, numbers: &[usize]) -> Rc<Area> {
        let mut known = self.together.borrow_mut();
        if let Some(area) = known.get(numbers) {
            return area.clone();
        }
        let area = Rc::new(Area::union(numbers.iter().map(|i| &self.solids[*i].area)));
        known.insert(numbers.to_vec(), area.clone());
        area
    }
}

fn is_near(polygon: &Polygon, near: Bounds) -> bool {
    polygon.bounds().is_some_and(|bounds| bounds.overlaps(near))
}

/// The strip inside an open side, so deep.
pub fn inside(from: Point, to: Point, deep: f64) -> Area {
    Area::of(&strip(from, to, deep))
}

/// The heights from the lowest to the highest of them.
pub fn heights<'s>(solids: impl IntoIterator<Item = &'s Solid>) -> (f64, f64) {
    solids.into_iter().fold((f64::INFINITY, 0.0), |(low, high), solid| {
        (low.min(solid.from_m), f64::max(high, solid.to_m))
    })
}

/// Which way a limit goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    AtLeast,
    AtMost,
}

/// What a finding is about.
pub struct About {
    pub parts: Vec<PartId>,
    pub beside: Option<String>,
    pub mark: Mark,
}

/// What the families have found so far.
#[derive(Default)]
pub struct Found {
    pub findings: Vec<PlacementFinding>,
    pub checked: BTreeSet<String>,
    pub unchecked: BTreeSet<Unchecked>,
}

impl Found {
    /// The venue's rules on that for this stand, which are checked from now on.
    pub fn limits<'a>(&mut self, case: &Case<'a>, measure: Measure) -> Vec<&'a Rule> {
        let all = case
            .rules
            .iter()
            .copied()
            .filter(|rule| rule.measure() == measure.name());
        let (usable, other): (Vec<&Rule>, Vec<&Rule>) = all.partition(|rule| rule.unit == measure.unit());
        if usable.is_empty() && other.is_empty() {
            self.skip(measure.name(), Why::NoRule);
        }
        for rule in other {
            self.skip(&rule.id, Why::OtherUnit);
        }
        self.checked.extend(usable.iter().map(|rule| rule.id.clone()));
        usable
    }

    /// The value of a rule that helps another.
    pub fn helper(&mut self, case: &Case<'_>, name: &str) -> Option<f64> {
        let rule = case
            .rules
            .iter()
            .find(|rule| rule.measure() == name && rule.unit == RuleUnit::Metre)?;
        self.checked.insert(rule.id.clone());
        Some(rule.value)
    }

    pub fn skip(&mut self, what: &str, why: Why) {
        self.unchecked.insert(Unchecked {
            what: what.to_owned(),
            why,
        });
    }

    /// Rules that could not be checked after all.
    pub fn give_up(&mut self, rules: &[&Rule], why: Why) {
        for rule in rules {
            self.checked.remove(&rule.id);
            self.skip(&rule.id, why);
        }
    }

    /// Adds a finding if the value is past the rule's.
    pub fn hold(&mut self, rule: &Rule, measure: Measure, bound: Bound, measured: f64, about: impl FnOnce() -> About) {
        let past = match bound {
            Bound::AtLeast => rule.value - measured,
            Bound::AtMost => measured - rule.value,
        };
        if past > TOLERANCE {
            let About { parts, beside, mark } = about();
            self.findings.push(PlacementFinding {
                measure,
                severity: rule.severity.unwrap_or(Severity::Error),
                rule: Some(Cited::from(rule)),
                parts,
                beside,
                measured,
                allowed: rule.value,
                unit: rule.unit,
                mark,
            });
        }
    }
}
