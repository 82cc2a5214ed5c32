//! Points, and rooms, that offer something: restrooms, cafés, information; and shops that the data draws as a point only.

use super::level::LevelNumber;
use super::plan::{Ids, Piece, piece_at};
use super::report::Report;
use super::role::{PointRole, amenity_kind, described};
use super::survey::Item;
use super::wording::{Wording, spoken};
use crate::venue::{Amenity, AmenityId, AmenityKind, LocalText, Point, UnitKind};
use std::collections::BTreeSet;

pub(super) struct Making<'a> {
    pub items: &'a [Item],
    pub wording: &'a Wording,
}

impl Making<'_> {
    /// Amenities of rooms and of points. A shop's point in a room without a name names the room instead.
    pub fn amenities(&self, pieces: &mut [Piece], ids: &mut Ids, report: &mut Report) -> Vec<Amenity> {
        let mut amenities = self.of_rooms(pieces, ids);
        for item in self.items {
            let kind = match item.point_role() {
                PointRole::Amenity(kind) => kind,
                PointRole::Place => AmenityKind::Other,
                PointRole::Other => {
                    if item.points().next().is_some() {
                        report.left_out(&item.osm_id, format!("a point with {}", described(&item.tags)));
                    }
                    continue;
                }
                PointRole::Lift | PointRole::Door | PointRole::Column => continue,
            };
            for point in item.points() {
                amenities.extend(self.of_point(item, kind, point, pieces, ids, report));
            }
        }
        amenities
    }

    fn of_rooms(&self, pieces: &[Piece], ids: &mut Ids) -> Vec<Amenity> {
        let mut done = BTreeSet::new();
        pieces
            .iter()
            .filter(|piece| !piece.is_open())
            .filter_map(|piece| {
                let kind = amenity_kind(&self.items[piece.item].tags)?;
                // Of a room in several parts the first, which is the largest.
                done.insert((piece.item, piece.level)).then(|| Amenity {
                    id: AmenityId::new(ids.fresh(&format!("{}-amenity", piece.id))),
                    kind,
                    level: piece.level.id(),
                    point: inside(piece),
                    name: piece.name.clone(),
                    footprint: None,
                })
            })
            .collect()
    }

    fn of_point(
        &self,
        item: &Item,
        kind: AmenityKind,
        point: Point,
        pieces: &mut [Piece],
        ids: &mut Ids,
        report: &mut Report,
    ) -> Vec<Amenity> {
        if item.tags.is_closed() {
            report.left_out(&item.osm_id, "visitors may not use it (`access`)");
            return Vec::new();
        }
        let levels = self.levels(item, point, pieces, report);
        let mut amenities = Vec::new();
        for &level in &levels {
            if piece_at(pieces, level, point).is_none() {
                report.left_out(
                    &item.osm_id,
                    format!("{}: it is on no floor of level {level}", described(&item.tags)),
                );
                continue;
            }
            if item.point_role() == PointRole::Place && self.names_its_room(item, point, level, pieces) {
                report.guessed(
                    &item.osm_id,
                    "the room it stands in has no name; taken to be the room's",
                );
                report.used(&item.osm_id, "a room's name");
                continue;
            }
            report.used(&item.osm_id, "an amenity");
            amenities.push(Amenity {
                id: AmenityId::new(ids.of(item, level)),
                kind,
                level: level.id(),
                point: super::shapes::round(point),
                name: self.name(item, kind),
                footprint: None,
            });
        }
        amenities
    }

    /// Its levels, else that of the floor it stands on: the ground's if there are several.
    fn levels(&self, item: &Item, point: Point, pieces: &[Piece], report: &mut Report) -> BTreeSet<LevelNumber> {
        if !item.levels.is_empty() {
            return item.levels.clone();
        }
        let under: BTreeSet<LevelNumber> = pieces
            .iter()
            .map(|piece| piece.level)
            .filter(|&level| piece_at(pieces, level, point).is_some())
            .collect();
        let guess = if under.contains(&LevelNumber::GROUND) {
            Some(LevelNumber::GROUND)
        } else {
            under.first().copied()
        };
        match guess {
            Some(level) if under.len() == 1 => {
                report.guessed(
                    &item.osm_id,
                    format!("a point without a level; taken to be on level {level}, the only one with floor there"),
                );
            }
            Some(level) => {
                report.guessed(
                    &item.osm_id,
                    format!("a point without a level, with floor on several there; taken to be on level {level}"),
                );
            }
            None => report.left_out(
                &item.osm_id,
                format!("{}: it has no level and stands on no floor", described(&item.tags)),
            ),
        }
        guess.into_iter().collect()
    }

    fn names_its_room(&self, item: &Item, point: Point, level: LevelNumber, pieces: &mut [Piece]) -> bool {
        let (Some(name), Some(room)) = (self.wording.name(&item.tags), piece_at(pieces, level, point)) else {
            return false;
        };
        if room.is_open() || room.name.is_some() {
            return false;
        }
        let room = room.clone();
        for part in pieces.iter_mut().filter(|piece| piece.is_part_of_same(&room)) {
            part.name = Some(name.clone());
            part.kind = UnitKind::Shop;
        }
        true
    }

    fn name(&self, item: &Item, kind: AmenityKind) -> Option<LocalText> {
        let named = self.wording.name(&item.tags);
        if named.is_some() || kind != AmenityKind::Other {
            return named;
        }
        let value = [
            "amenity",
            "shop",
            "tourism",
            "office",
            "craft",
            "healthcare",
            "leisure",
            "emergency",
        ]
        .iter()
        .find_map(|key| item.tags.get(key));
        Some(value.map_or_else(
            || self.wording.amenity(kind),
            |value| self.wording.plain(&spoken(value)),
        ))
    }
}

/// A point well inside a unit: of a few lines across it, the middle of the widest stretch.
fn inside(piece: &Piece) -> Point {
    let polygon = &piece.polygon;
    let centroid = polygon.centroid();
    if polygon.contains(centroid) && polygon.distance_to_border(centroid) > 0.5 {
        return super::shapes::round(centroid);
    }
    let Some(bounds) = polygon.bounds() else {
        return centroid;
    };
    let mut best = (f64::NEG_INFINITY, centroid);
    for i in 1..20 {
        for j in 1..20 {
            let p = Point::new(
                bounds.min.x + (bounds.max.x - bounds.min.x) * f64::from(i) / 20.0,
                bounds.min.y + (bounds.max.y - bounds.min.y) * f64::from(j) / 20.0,
            );
            let room = if polygon.contains(p) {
                polygon.distance_to_border(p)
            } else {
                f64::NEG_INFINITY
            };
            if room > best.0 {
                best = (room, p);
            }
        }
    }
    super::shapes::round(best.1)
}
