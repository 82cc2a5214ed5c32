//! What the walker sees from where it stands: names, doors, stands, aisles; and where it would walk for them.

use super::plane::{angle, dot, moved, nominal_deg, turned, unit};
use super::*;

impl<'v> Walker<'v> {
    pub(super) fn venue(&self) -> &'v Venue {
        self.conditions.venue
    }

    pub(super) fn level(&self) -> &'v LevelId {
        &self.conditions.graph.floors().get(self.here.0).level
    }

    pub(super) fn name(&self, id: &PlaceId) -> String {
        spoken(self.venue(), id, "en")
    }

    /// The openings of that name from the floor that it is on, with where one stands before and behind each; one without a name is told by
    /// what is behind it.
    pub(super) fn doors(&self, id: &PlaceId, beyond: Option<&PlaceId>) -> Vec<(usize, Spot, Spot)> {
        let graph: &NavGraph = self.conditions.graph;
        let name = |opening: &Opening| opening.name.as_ref().map(|_| self.name(&(&opening.id).into()));
        let wanted = match self.venue().place(id) {
            Some(Place::Opening(opening)) => name(opening),
            _ => None,
        };
        let behind = beyond.map(|beyond| self.name(beyond));
        let crossings = graph
            .nodes()
            .flat_map(|(id, node)| graph.edges(id).iter().map(move |edge| (node, edge)));
        let mut nearest: std::collections::BTreeMap<usize, (f64, Spot, Spot)> = std::collections::BTreeMap::new();
        for (node, edge) in crossings {
            let EdgeKind::Opening(index) = edge.kind else { continue };
            let opening = &self.venue().openings()[index];
            let to = graph.node(edge.to);
            if node.floor != self.here.0 || opening.kind == OpeningKind::EmergencyExit || name(opening) != wanted {
                continue;
            }
            let fits = wanted.is_some()
                || behind.as_ref().is_none_or(|behind| {
                    let smallest = self.venue().unit_at(self.level(), to.point);
                    smallest.is_some_and(|unit| self.name(&(&unit.id).into()) == *behind)
                });
            if fits {
                let away = node.point.distance(self.here.1);
                let found = (away, (node.floor, node.point), (to.floor, to.point));
                let best = nearest.entry(index).or_insert(found);
                if away < best.0 {
                    *best = found;
                }
            }
        }
        nearest
            .into_iter()
            .map(|(index, (_, here, there))| (index, here, there))
            .collect()
    }

    /// Of doors that look alike, those that fit what is told: the turn to them, what one passes before, and the count.
    pub(super) fn told_doors(&self, doors: Vec<(usize, Spot, Spot)>, next: &Step) -> Vec<Spot> {
        let cues = &next.cues;
        let middle = |index: usize| {
            let opening = &self.venue().openings()[index];
            opening.from.lerp(opening.to, 0.5)
        };
        let fitting = doors.iter().filter(|(index, before, behind)| {
            let is_counted = cues.after.is_some() || cues.nth.is_some();
            let Some(walk) = unit(self.here.1, before.1) else {
                return !is_counted;
            };
            let length = self.here.1.distance(before.1);
            let across = unit(before.1, behind.1);
            let is_at_hand = length < NEAR_M / 2.0;
            let turns = match (cues.turn, across) {
                (Some(turn), Some(across)) if !is_at_hand && self.venue().openings()[*index].name.is_none() => {
                    angle(turned(walk, nominal_deg(turn)), across).abs() <= ANGLE_TOLERANCE_DEG
                }
                _ => true,
            };
            let along = |p: Point| dot(walk, Point::new(p.x - self.here.1.x, p.y - self.here.1.y));
            let is_left = |p: Point| unit(self.here.1, p).is_some_and(|there| angle(walk, there) > 0.0);
            let door = middle(*index);
            let is_beside = |p: Point| {
                nearest_on_segment(self.here.1, before.1, p).distance(p) <= BESIDE_M && is_left(p) == is_left(door)
            };
            let end = |outline: &Polygon| {
                let ends = outline.points().iter().map(|&p| along(p));
                ends.fold(f64::NEG_INFINITY, f64::max)
            };
            let passed = cues.after.as_ref().map(|landmark| {
                let outlines = self.outlines_of(&landmark.place);
                let ends = outlines.into_iter().map(end).filter(|end| *end <= along(door) + 2.0);
                ends.fold(f64::NEG_INFINITY, f64::max)
            });
            if passed.is_some_and(|end| along(door) - end > 2.0 * NEAR_M) {
                return false;
            }
            let from = passed.unwrap_or(0.0).max(1.0);
            let others = doors.iter().filter(|(other, on, _)| {
                let p = middle(*other);
                let eye = nearest_on_segment(self.here.1, before.1, p);
                (from..along(door) - 0.1).contains(&along(p))
                    && is_beside(p)
                    && self.conditions.is_clear((self.here.0, eye), (on.0, p.lerp(on.1, 1.3)))
            });
            turns && (!is_counted || others.count() + 1 == cues.nth.unwrap_or(1) as usize)
        });
        fitting.map(|(_, before, _)| *before).collect()
    }

    /// The corners in sight, about where one is told to walk, that one could turn round.
    pub(super) fn corners(&self, turn: Maneuver) -> Vec<Spot> {
        let graph = self.conditions.graph;
        let corners = graph
            .nodes()
            .filter(|(_, node)| node.floor == self.here.0 && matches!(node.kind, NodeKind::Corner(_)));
        let spots = corners.map(|(_, node)| (node.floor, node.point));
        let turnable = spots.filter(|spot| {
            let onward = unit(self.here.1, spot.1).map(|walk| moved(spot.1, turned(walk, nominal_deg(turn)), 2.0));
            onward.is_some_and(|onward| self.conditions.is_clear(*spot, (spot.0, onward)))
        });
        turnable.collect()
    }

    /// Where one steps on connectors of that name.
    pub(super) fn landings(&self, name: &str) -> Vec<(usize, Spot)> {
        let connectors = self.venue().connectors().iter().enumerate();
        connectors
            .filter(|(_, connector)| self.name(&(&connector.id).into()) == *name)
            .flat_map(|(i, connector)| connector.ends.iter().map(move |end| (i, end)))
            .filter(|(_, end)| end.level == *self.level())
            .filter_map(|(i, end)| {
                self.conditions
                    .graph
                    .floors()
                    .nearest(&end.level, end.point, 2.5)
                    .map(|spot| (i, spot))
            })
            .filter(|(_, spot)| spot.0 == self.here.0)
            .collect()
    }

    /// The outlines of what has that name on this level.
    pub(super) fn outlines_of(&self, id: &PlaceId) -> Vec<&'v Polygon> {
        let venue = self.venue();
        let name = self.name(id);
        match venue.place(id) {
            Some(Place::Booth(booth)) => vec![&booth.footprint],
            Some(Place::Exhibitor(exhibitor)) => {
                let booths = exhibitor.booths.iter().filter_map(|id| venue.booth(id));
                let here =
                    booths.filter(|booth| venue.unit(&booth.unit).is_some_and(|unit| unit.level == *self.level()));
                here.map(|booth| &booth.footprint).collect()
            }
            Some(Place::Amenity(_)) => {
                let amenities = venue
                    .amenities()
                    .iter()
                    .filter(|amenity| amenity.level == *self.level());
                let named = amenities.filter(|amenity| self.name(&(&amenity.id).into()) == name);
                named.filter_map(|amenity| amenity.footprint.as_ref()).collect()
            }
            Some(Place::Connector(_)) => {
                let named = venue
                    .connectors()
                    .iter()
                    .filter(|connector| self.name(&(&connector.id).into()) == name);
                let ends = named
                    .flat_map(|connector| &connector.ends)
                    .filter(|end| end.level == *self.level());
                ends.filter_map(|end| end.footprint.as_ref()).collect()
            }
            Some(Place::Unit(_)) => {
                let units = venue.units().iter().filter(|unit| unit.level == *self.level());
                units
                    .filter(|unit| self.name(&(&unit.id).into()) == name)
                    .map(|unit| &unit.polygon)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where one has just passed something, keeping it on that side: the corner of its outline behind which it is out of the way, or the next
    /// one, at its far end.
    pub(super) fn corners_of(&self, id: &PlaceId, side: Side, bend: Option<Bend>) -> Vec<Spot> {
        let sign = if side == Side::Left { 1.0 } else { -1.0 };
        let eye = self.here.1;
        let tangent = |outline: &Polygon| {
            let middle = outline.centroid();
            let to_middle = unit(eye, middle)?;
            // A body's width off each corner, on the floor.
            let corners: Vec<Spot> = outline
                .points()
                .iter()
                .filter_map(|&corner| {
                    let off = CLEARANCE_M + 0.03;
                    let round = [(off, off), (off, -off), (-off, off), (-off, -off)];
                    let near = round
                        .into_iter()
                        .map(|(x, y)| Point::new(corner.x + x, corner.y + y))
                        .filter_map(|p| self.at(p));
                    near.max_by(|a, b| a.1.distance(middle).total_cmp(&b.1.distance(middle)))
                })
                .collect();
            let bearing =
                |spot: &Spot| unit(eye, spot.1).map_or(f64::NEG_INFINITY, |there| angle(to_middle, there) * -sign);
            // All the rest of it is on its side of the corner that is farthest round; along a front, one has passed it at its far end.
            let farthest = corners.iter().map(bearing).fold(f64::NEG_INFINITY, f64::max);
            let round = corners.iter().enumerate().filter(|(_, corner)| {
                let off = farthest - bearing(corner);
                off < 90.0 && off.to_radians().sin() * corner.1.distance(eye) < 1.5
            });
            let away = |corner: &(usize, &Spot)| corner.1.1.distance(eye);
            let i = match bend {
                Some(Bend::FarEnd) => round.min_by(|a, b| away(a).total_cmp(&away(b)))?.0,
                _ => round.max_by(|a, b| away(a).total_cmp(&away(b)))?.0,
            };
            let is_onward = (outline.signed_area() > 0.0) == (side == Side::Left);
            let n = corners.len();
            let next = if is_onward { (i + 1) % n } else { (i + n - 1) % n };
            Some(corners[if bend == Some(Bend::FarEnd) { next } else { i }])
        };
        self.outlines_of(id).into_iter().filter_map(tangent).collect()
    }

    pub(super) fn at(&self, p: Point) -> Option<Spot> {
        let floor = self.conditions.graph.floors().get(self.here.0);
        floor.contains(p).then_some((self.here.0, p))
    }

    pub(super) fn on_floor(&self, p: Point) -> Option<Spot> {
        let near = self.conditions.graph.floors().nearest(self.level(), p, 4.0)?;
        (near.0 == self.here.0).then_some(near)
    }

    pub(super) fn aisles_named(&self, name: &str) -> Vec<usize> {
        let aisles = self.venue().aisles().iter().enumerate();
        let here = aisles.filter(|(_, aisle)| {
            self.venue()
                .unit(&aisle.unit)
                .is_some_and(|unit| unit.level == *self.level() && unit.polygon.contains(self.here.1))
        });
        here.filter(|(_, aisle)| self.name(&(&aisle.id).into()) == *name)
            .map(|(i, _)| i)
            .collect()
    }

    pub(super) fn off_aisle(&self, aisle: usize, p: Point) -> f64 {
        let line = &self.venue().aisles()[aisle].line;
        let ends = line
            .windows(2)
            .map(|ends| nearest_on_segment(ends[0], ends[1], p).distance(p));
        ends.fold(f64::INFINITY, f64::min)
    }

    /// Where it meets an aisle of that name, walking on.
    pub(super) fn crossing(&self, name: &str, said: Option<f64>) -> Option<Spot> {
        let heading = self.heading?;
        let told = said.unwrap_or(0.0);
        let reach = told * (1.0 + DISTANCE_TOLERANCE) + DISTANCE_TOLERANCE_M;
        let nearest_by = told * (1.0 - DISTANCE_TOLERANCE) - DISTANCE_TOLERANCE_M;
        // In an aisle one walks about in its middle.
        let from = self.aisle.map_or(self.here.1, |aisle| {
            let line = &self.venue().aisles()[aisle].line;
            let ends = line
                .windows(2)
                .map(|ends| nearest_on_segment(ends[0], ends[1], self.here.1));
            let middle = ends.min_by(|a, b| a.distance(self.here.1).total_cmp(&b.distance(self.here.1)));
            middle.unwrap_or(self.here.1)
        });
        let aisles = self.aisles_named(name);
        // The mouth of an aisle is at the border of the one that it walks along.
        let beside = self
            .aisle
            .map_or(0.0, |aisle| self.venue().aisles()[aisle].width_m / 2.0)
            + 1.0;
        let mut best: Option<(f64, Spot)> = None;
        for i in 0..(reach / LOOK_M) as usize {
            let t = i as f64 * LOOK_M;
            let p = moved(from, heading, t);
            let off = aisles
                .iter()
                .map(|&aisle| self.off_aisle(aisle, p) - self.venue().aisles()[aisle].width_m / 2.0);
            let off = off.fold(f64::INFINITY, f64::min);
            match best {
                Some((least, _)) if off > least + 2.0 => break,
                _ => {}
            }
            if off < beside && t >= nearest_by && best.is_none_or(|(least, _)| off < least) {
                best = self.at(p).or_else(|| self.on_floor(p)).map(|spot| (off, spot)).or(best);
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// Where it could walk straight to an aisle of that name, over open floor: nearest to what was said first.
    pub(super) fn mouths(&self, name: &str, said: Option<f64>) -> Vec<Spot> {
        let points = self
            .aisles_named(name)
            .into_iter()
            .flat_map(|aisle| self.points_of_aisle(aisle));
        let off = |spot: &Spot| (spot.1.distance(self.here.1) - said.unwrap_or(0.0)).abs();
        let aside = |spot: &Spot| match (self.heading, unit(self.here.1, spot.1)) {
            (Some(heading), Some(there)) => angle(heading, there).abs() / 10.0,
            _ => 0.0,
        };
        let spots = points
            .filter_map(|p| self.at(p))
            .filter(|spot| aside(spot) <= ANGLE_TOLERANCE_DEG / 10.0);
        let mut spots: Vec<Spot> = spots.collect();
        spots.sort_by(|a, b| (off(a) + aside(a)).total_cmp(&(off(b) + aside(b))));
        let seen = spots.iter().find(|spot| self.conditions.is_clear(self.here, **spot));
        let round_something = || {
            spots
                .iter()
                .step_by(4)
                .take(20)
                .find(|spot| self.length_to(**spot).is_some())
        };
        seen.or_else(round_something).copied().into_iter().collect()
    }

    /// Its middle and both its borders.
    pub(super) fn points_of_aisle(&self, aisle: usize) -> Vec<Point> {
        let aisle = &self.venue().aisles()[aisle];
        let aside = (aisle.width_m / 2.0 - CLEARANCE_M - 0.05).max(0.0);
        let mut points = Vec::new();
        for ends in aisle.line.windows(2) {
            let Some(along) = unit(ends[0], ends[1]) else { continue };
            let count = (ends[0].distance(ends[1]) / LOOK_M).ceil().max(1.0);
            for i in 0..=count as u32 {
                let middle = ends[0].lerp(ends[1], f64::from(i) / count);
                points.extend(
                    [0.0, 90.0, -90.0]
                        .map(|side| moved(middle, turned(along, side), if side == 0.0 { 0.0 } else { aside })),
                );
            }
        }
        points
    }

    pub(super) fn nearest_point_of(&self, id: &PlaceId) -> Option<Point> {
        let name = self.name(id);
        let venue = self.venue();
        let here = self.here.1;
        let mut points: Vec<Point> = self
            .outlines_of(id)
            .iter()
            .map(|outline| outline.nearest_on_border(here))
            .collect();
        if let Some(Place::Opening(_)) = venue.place(id) {
            let named = venue
                .openings()
                .iter()
                .filter(|opening| self.name(&(&opening.id).into()) == name);
            let here = named.filter(|opening| {
                opening
                    .between
                    .iter()
                    .filter_map(|unit| venue.unit(unit))
                    .any(|unit| unit.level == *self.level())
            });
            points.extend(here.map(|opening| opening.from.lerp(opening.to, 0.5)));
        }
        points.extend(self.landings(&name).iter().map(|landing| landing.1.1));
        for aisle in self.aisles_named(&name) {
            let line = &venue.aisles()[aisle].line;
            points.extend(line.windows(2).map(|ends| nearest_on_segment(ends[0], ends[1], here)));
        }
        points
            .into_iter()
            .min_by(|a, b| a.distance(here).total_cmp(&b.distance(here)))
    }
}
