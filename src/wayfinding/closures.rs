//! What must not be passed, and when: closures, one-way rules, hours. A banned passage is never used, whatever that makes of the route.

use super::area::{Zone, strips, zones};
use super::graph::EdgeKind;
use super::time::{BanId, Clock, Moment, NEVER, Shut, moment};
use crate::order;
use crate::venue::{
    AlongLine, Area, Closure, Day, Extent, Hours, LevelId, LocalText, LocalTime, OneWay, Place, PlaceId, Point,
    Polygon, UpOrDown, Venue, Way,
};

/// All bans of one request, resolved against the venue: those of the request, then those of its live file.
#[derive(Clone, Debug, Default)]
pub struct Closures<'v> {
    rules: Vec<Rule<'v>>,
    openings: Vec<OpeningShut<'v>>,
    connectors: Vec<ConnectorShut>,
    zones: Vec<ZoneShut<'v>>,
}

/// What a ban is about, as its file says it.
#[derive(Clone, Debug)]
pub struct Rule<'v> {
    pub kind: RuleKind,
    pub extent: RuleExtent<'v>,
    pub reason: Option<&'v LocalText>,
    /// When it holds, in order of time.
    spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    Closed,
    OneWay,
    OutsideHours,
}

#[derive(Clone, Debug)]
pub enum RuleExtent<'v> {
    Place(PlaceId),
    Area(&'v Area),
}

/// `None` where it has no beginning or no end.
type Span = (Option<Moment>, Option<Moment>);

#[derive(Clone, Debug)]
struct OpeningShut<'v> {
    opening: usize,
    /// The unit that one may still go into.
    but_into: Option<&'v Polygon>,
    shut: Shut,
}

#[derive(Clone, Debug)]
struct ConnectorShut {
    connector: usize,
    /// The way that one may still go.
    but: Option<UpOrDown>,
    shut: Shut,
}

#[derive(Clone, Debug)]
struct ZoneShut<'v> {
    zone: Zone<'v>,
    /// The way that one may still go: a unit vector.
    but_along: Option<Point>,
    shut: Shut,
}

/// Whoever gets back so far while crossing a one-way aisle does not walk against it, in metres.
const AGAINST_M: f64 = 0.05;

impl<'v> Closures<'v> {
    /// # Errors
    /// The first of `closed` that is nothing which can be closed.
    pub fn resolve(venue: &'v Venue, closed: &[PlaceId], clock: Clock) -> Result<Self, PlaceId> {
        let mut closures = Self::default();
        for id in closed {
            let extent = RuleExtent::Place(id.clone());
            let shut = closures.rule(RuleKind::Closed, extent, None, vec![(None, None)], clock);
            closures.shut_place(venue, id, &shut).ok_or_else(|| id.clone())?;
        }
        let live = venue.live();
        for closure in &live.closures {
            closures.close(venue, closure, clock);
        }
        for rule in &live.one_way {
            closures.make_one_way(venue, rule, clock);
        }
        for hours in &live.hours {
            closures.keep_hours(venue, hours, clock);
        }
        Ok(closures)
    }

    /// The same with those bans alone.
    pub fn keeping(&self, bans: &[BanId]) -> Self {
        let mut kept = self.clone();
        kept.openings.retain(|opening| bans.contains(&opening.shut.by));
        kept.connectors.retain(|connector| bans.contains(&connector.shut.by));
        kept.zones.retain(|zone| bans.contains(&zone.shut.by));
        kept
    }

    /// Whether nothing is ever shut.
    pub fn are_none(&self) -> bool {
        self.openings.is_empty() && self.connectors.is_empty() && self.zones.is_empty()
    }

    pub fn bans(&self) -> impl Iterator<Item = BanId> + use<> {
        (0..self.rules.len() as u32).map(BanId)
    }

    pub fn get(&self, ban: BanId) -> &Rule<'v> {
        &self.rules[ban.0 as usize]
    }

    /// All areas that a ban is about.
    pub fn zones(&self) -> impl Iterator<Item = &Zone<'v>> {
        self.zones.iter().map(|zone| &zone.zone)
    }

    /// When a passage of that kind from `a` to `b` is shut.
    pub fn shut(&self, kind: EdgeKind, a: (&LevelId, Point), b: (&LevelId, Point)) -> Vec<Shut> {
        let mut shut = Vec::new();
        match kind {
            EdgeKind::Walk => {}
            EdgeKind::Opening(index) => {
                let banned =
                    |it: &&OpeningShut<'_>| it.opening == index && it.but_into.is_none_or(|into| !into.contains(b.1));
                shut.extend(self.openings.iter().filter(banned).map(|it| it.shut));
            }
            EdgeKind::Connector { connector, rise_m } => {
                let way = if rise_m > 0.0 { UpOrDown::Up } else { UpOrDown::Down };
                let banned = |it: &&ConnectorShut| it.connector == connector && it.but != Some(way);
                shut.extend(self.connectors.iter().filter(banned).map(|it| it.shut));
            }
        }
        let banned = |it: &&ZoneShut<'_>| match kind {
            EdgeKind::Connector { .. } => {
                it.but_along.is_none() && (it.zone.contains(a.0, a.1) || it.zone.contains(b.0, b.1))
            }
            EdgeKind::Walk | EdgeKind::Opening(_) => it.bans_line(a.0, a.1, b.1),
        };
        shut.extend(self.zones.iter().filter(banned).map(|it| it.shut));
        shut
    }

    fn rule(
        &mut self,
        kind: RuleKind,
        extent: RuleExtent<'v>,
        reason: Option<&'v LocalText>,
        spans: Vec<Span>,
        clock: Clock,
    ) -> Vec<Shut> {
        let by = BanId(self.rules.len() as u32);
        // Without a time nobody knows whether it is open.
        let matters = clock != Clock::Unknown || kind != RuleKind::OutsideHours;
        let shut = spans.iter().filter(|_| matters);
        let shut = shut.filter_map(|&(from, until)| clock.shut(from, until, by)).collect();
        self.rules.push(Rule {
            kind,
            extent,
            reason,
            spans,
        });
        shut
    }

    fn close(&mut self, venue: &'v Venue, closure: &'v Closure, clock: Clock) {
        let spans = vec![span(closure.from.as_ref(), closure.until.as_ref())];
        let (extent, reason) = (&closure.what, closure.reason.as_ref());
        match extent {
            Extent::Place(id) => {
                let shut = self.rule(RuleKind::Closed, RuleExtent::Place(id.clone()), reason, spans, clock);
                // The door let only places through that can be closed.
                self.shut_place(venue, id, &shut);
            }
            Extent::Area(area) => {
                let shut = self.rule(RuleKind::Closed, RuleExtent::Area(area), reason, spans, clock);
                self.shut_zones(Zone::of_area(area), None, &shut);
            }
        }
    }

    fn make_one_way(&mut self, venue: &'v Venue, rule: &'v OneWay, clock: Clock) {
        let id = match &rule.way {
            Way::Opening(way) => PlaceId::from(&way.id),
            Way::Connector(way) => PlaceId::from(&way.id),
            Way::Aisle(way) => PlaceId::from(&way.id),
        };
        let spans = vec![span(rule.from.as_ref(), rule.until.as_ref())];
        let extent = RuleExtent::Place(id.clone());
        let shut = self.rule(RuleKind::OneWay, extent, rule.reason.as_ref(), spans, clock);
        match &rule.way {
            Way::Opening(way) => self.shut_opening(venue, &id, venue.unit(&way.into).map(|unit| &unit.polygon), &shut),
            Way::Connector(way) => self.shut_connector(venue, &id, Some(way.direction), &shut),
            Way::Aisle(way) => {
                let aisle = venue.aisle(&id);
                for (zone, a, b) in aisle.into_iter().flat_map(|aisle| strips(venue, aisle)) {
                    let sign = match way.direction {
                        AlongLine::Forward => 1.0 / a.distance(b),
                        AlongLine::Backward => -1.0 / a.distance(b),
                    };
                    let along = Point::new((b.x - a.x) * sign, (b.y - a.y) * sign);
                    self.shut_zones([zone], Some(along), &shut);
                }
            }
        }
    }

    fn keep_hours(&mut self, venue: &'v Venue, hours: &'v Hours, clock: Clock) {
        let mut days: Vec<&Day> = hours.days.iter().collect();
        order::sort_by_key(&mut days, |day| &day.open);
        // Before the first day, between two of them, after the last.
        let closes = std::iter::once(None).chain(days.iter().map(|day| Some(&day.close)));
        let opens = days.iter().map(|day| Some(&day.open)).chain([None]);
        let spans = closes.zip(opens).map(|(from, until)| span(from, until));
        let spans = spans.filter(|(from, until)| from.zip(*until).is_none_or(|(from, until)| from < until));
        let id = PlaceId::from(&hours.unit);
        let extent = RuleExtent::Place(id.clone());
        let shut = self.rule(RuleKind::OutsideHours, extent, None, spans.collect(), clock);
        self.shut_zones(zones(venue, &id), None, &shut);
    }

    /// `None` if it is nothing that can be closed.
    fn shut_place(&mut self, venue: &'v Venue, id: &PlaceId, shut: &[Shut]) -> Option<()> {
        match venue.place(id) {
            Some(Place::Opening(_)) => self.shut_opening(venue, id, None, shut),
            Some(Place::Connector(_)) => self.shut_connector(venue, id, None, shut),
            Some(Place::Unit(_) | Place::Amenity(_)) => self.shut_zones(zones(venue, id), None, shut),
            Some(_) => return None,
            None => {
                let aisle = venue.aisle(id)?;
                self.shut_zones(strips(venue, aisle).map(|(zone, ..)| zone), None, shut);
            }
        }
        Some(())
    }

    fn shut_opening(&mut self, venue: &'v Venue, id: &PlaceId, but_into: Option<&'v Polygon>, shut: &[Shut]) {
        let opening = venue.openings().iter().position(|it| it.id.as_str() == id.as_str());
        self.openings.extend(opening.into_iter().flat_map(|opening| {
            shut.iter().map(move |&shut| OpeningShut {
                opening,
                but_into,
                shut,
            })
        }));
    }

    fn shut_connector(&mut self, venue: &Venue, id: &PlaceId, but: Option<UpOrDown>, shut: &[Shut]) {
        let connector = venue.connectors().iter().position(|it| it.id.as_str() == id.as_str());
        self.connectors.extend(
            connector
                .into_iter()
                .flat_map(|connector| shut.iter().map(move |&shut| ConnectorShut { connector, but, shut })),
        );
    }

    fn shut_zones(&mut self, zones: impl IntoIterator<Item = Zone<'v>>, but_along: Option<Point>, shut: &[Shut]) {
        for zone in zones {
            self.zones.extend(shut.iter().map(|&shut| ZoneShut {
                zone: zone.clone(),
                but_along,
                shut,
            }));
        }
    }
}

impl Rule<'_> {
    /// When what is shut at `now` opens; without a time, when it ends. `None` if never.
    pub fn opens(&self, now: Option<Moment>) -> Option<Moment> {
        let ends = self.spans.iter().map(|(_, until)| until.unwrap_or(NEVER));
        let next = ends.filter(|&until| now.is_none_or(|now| now < until)).min()?;
        (next != NEVER).then_some(next)
    }
}

impl ZoneShut<'_> {
    fn bans_line(&self, level: &LevelId, a: Point, b: Point) -> bool {
        let inside = self.zone.parts_inside(level, a, b);
        let Some(along) = self.but_along else {
            return !inside.is_empty();
        };
        let share: f64 = inside.iter().map(|(from, to)| to - from).sum();
        share * ((b.x - a.x) * along.x + (b.y - a.y) * along.y) < -AGAINST_M
    }
}

fn span(from: Option<&LocalTime>, until: Option<&LocalTime>) -> Span {
    (from.map(moment), until.map(moment))
}
