//! The ground outside, which indoor maps leave out: one walks on it from entrance to entrance, and into shops that face the street only.

use super::border::fit_opening;
use super::guess;
use super::level::LevelNumber;
use super::plan::{Ids, Piece, piece_at};
use super::report::Report;
use super::shapes::{self, Shape};
use super::spaces::Spaces;
use super::survey::Item;
use crate::venue::{Connector, Opening, OpeningKind, Point, UnitId, UnitKind};
use std::collections::BTreeMap;

/// Buildings up to twice this far apart have common ground between them (m).
const BETWEEN_BUILDINGS_M: f64 = 15.0;

/// The strip of ground taken to be walkable along the outermost walls (m).
const STRIP_M: f64 = 5.0;

/// Open floor keeps this far from the ground, or its outer wall would be no wall (m).
const OUTER_WALL_M: f64 = 0.2;

/// Nobody walks this near to platforms but on them: tracks lie there (m).
const TRACKS_M: f64 = 12.0;

/// Assumes ground outside where parts of the ground level are joined by nothing else, and opens the mapped entrances to it.
pub(super) fn assume(
    items: &mut Vec<Item>,
    spaces: &mut Spaces,
    connectors: &[Connector],
    openings: &mut Vec<Opening>,
    ids: &mut Ids,
    report: &mut Report,
) {
    let parts = parts(&spaces.pieces, connectors, openings);
    let of_ground = |piece: &&Piece| piece.level == LevelNumber::GROUND;
    let mut on_ground = spaces.pieces.iter().filter(of_ground).map(|piece| parts[&piece.id]);
    let Some(first) = on_ground.next() else { return };
    if on_ground.all(|part| part == first) {
        return;
    }
    let polygons = shapes::pieces(&ground(items, spaces)).polygons;
    if polygons.is_empty() {
        return;
    }
    let item = items.len();
    items.push(Item {
        osm_id: "file".to_owned(),
        tags: Default::default(),
        levels: [LevelNumber::GROUND].into(),
        geometries: Vec::new(),
    });
    report.guessed(
        "file",
        format!("parts of level {} are joined only outside, which is not mapped; a strip of ground along the walls and between the buildings is taken as walkable", LevelNumber::GROUND),
    );
    for polygon in polygons {
        let id = UnitId::new(ids.fresh("outside"));
        spaces.pieces.push(Piece {
            id,
            item,
            level: LevelNumber::GROUND,
            kind: UnitKind::Outdoor,
            name: None,
            polygon,
        });
    }
    open_entrances(&spaces.pieces, openings);
    open_floors(items, spaces, connectors, openings, ids, report);
}

/// For each unit the number of the part of the venue that it belongs to: one can walk within a part.
fn parts(pieces: &[Piece], connectors: &[Connector], openings: &[Opening]) -> BTreeMap<UnitId, usize> {
    let mut parts: BTreeMap<UnitId, usize> = pieces
        .iter()
        .enumerate()
        .map(|(i, piece)| (piece.id.clone(), i))
        .collect();
    let mut join = |units: &[UnitId]| {
        let marks: Vec<usize> = units.iter().filter_map(|unit| parts.get(unit).copied()).collect();
        if let Some(&least) = marks.iter().min() {
            for mark in parts.values_mut().filter(|mark| marks.contains(mark)) {
                *mark = least;
            }
        }
    };
    for opening in openings
        .iter()
        .filter(|opening| opening.kind != OpeningKind::EmergencyExit)
    {
        join(&opening.between);
    }
    for (a, b) in guess::touching(pieces) {
        join(&[a.id.clone(), b.id.clone()]);
    }
    for (i, a) in pieces.iter().enumerate() {
        if let Some(b) = pieces[i + 1..].iter().find(|b| b.is_part_of_same(a) && !a.is_open()) {
            join(&[a.id.clone(), b.id.clone()]);
        }
    }
    for connector in connectors {
        let ends: Vec<UnitId> = connector
            .ends
            .iter()
            .filter_map(|end| {
                let level = pieces
                    .iter()
                    .map(|piece| piece.level)
                    .find(|level| level.id() == end.level)?;
                piece_at(pieces, level, end.point).map(|piece| piece.id.clone())
            })
            .collect();
        join(&ends);
    }
    parts
}

/// The strip round the ground level and what lies between its buildings, without courtyards that no one gets into.
fn ground(items: &[Item], spaces: &Spaces) -> Vec<Shape> {
    let pieces: Vec<&Piece> = spaces
        .pieces
        .iter()
        .filter(|piece| piece.level == LevelNumber::GROUND)
        .collect();
    let is_platform = |piece: &Piece| {
        let tags = &items[piece.item].tags;
        tags.is("railway", &["platform"]) || tags.is("public_transport", &["platform"])
    };
    let shape = |piece: &Piece| shapes::of_polygon(&piece.polygon);
    let of_shafts = spaces
        .shafts
        .iter()
        .filter(|shaft| shaft.levels.contains(&LevelNumber::GROUND))
        .map(|shaft| shapes::of_polygon(&shaft.polygon));
    let built: Vec<Shape> = pieces
        .iter()
        .filter(|piece| !is_platform(piece))
        .map(|piece| shape(piece))
        .chain(of_shafts)
        .collect();
    let around = shapes::grown(&shapes::union(&built), BETWEEN_BUILDINGS_M + STRIP_M);
    let around = shapes::grown(&around, -BETWEEN_BUILDINGS_M);

    let mut taken = built;
    taken.extend(buildings(items));
    let closed = spaces.closed.iter().filter(|(level, _)| *level == LevelNumber::GROUND);
    taken.extend(closed.flat_map(|(_, shapes)| shapes.iter().cloned()));
    let open: Vec<Shape> = pieces
        .iter()
        .filter(|piece| piece.is_open())
        .map(|piece| shape(piece))
        .collect();
    taken.extend(shapes::grown(&shapes::union(&open), OUTER_WALL_M));
    let platforms: Vec<Shape> = pieces
        .iter()
        .filter(|piece| is_platform(piece))
        .map(|piece| shape(piece))
        .collect();
    taken.extend(shapes::grown(&shapes::union(&platforms), TRACKS_M));

    let rims: Vec<Vec<Point>> = around
        .iter()
        .filter_map(|shape| shape.first())
        .map(|rim| rim.iter().map(|&p| p.into()).collect())
        .collect();
    let mut ground = shapes::difference(&around, &shapes::union(&taken));
    ground.retain(|shape| {
        let is_on_rim = |p: Point| {
            rims.iter()
                .any(|rim| crate::venue::Polygon(rim.clone()).distance_to_border(p) < 0.1)
        };
        shape
            .first()
            .is_some_and(|outline| outline.iter().any(|&p| is_on_rim(p.into())))
    });
    ground
}

/// Outlines of buildings: what of them is not mapped inside is no ground.
fn buildings(items: &[Item]) -> Vec<Shape> {
    items
        .iter()
        .filter(|item| {
            let is_building = |key| item.tags.says(key) && !item.tags.is(key, &["roof", "canopy"]);
            is_building("building") || is_building("building:part")
        })
        .flat_map(|item| {
            item.areas()
                .flat_map(|rings| shapes::solid(&rings).0)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Lets openings that led to nothing mapped lead to the ground.
fn open_entrances(pieces: &[Piece], openings: &mut [Opening]) {
    for opening in openings.iter_mut().filter(|opening| opening.between.len() == 1) {
        let inner = pieces
            .iter()
            .find(|piece| opening.between.contains(&piece.id) && piece.level == LevelNumber::GROUND);
        let Some(inner) = inner else { continue };
        let middle = opening.from.lerp(opening.to, 0.5);
        let width = opening.from.distance(opening.to);
        let fitting = pieces
            .iter()
            .filter(|piece| piece.kind == UnitKind::Outdoor)
            .find_map(|outside| {
                fit_opening(&inner.polygon, Some(&outside.polygon), middle, width).map(|segment| (segment, outside))
            });
        if let Some((segment, outside)) = fitting.filter(|(segment, _)| segment.middle().distance(middle) <= width) {
            (opening.from, opening.to) = (shapes::round(segment.from), shapes::round(segment.to));
            opening.between.push(outside.id.clone());
        }
    }
}

/// Gives corridors and areas of the ground level that nothing joins to the ground an entrance from it.
fn open_floors(
    items: &[Item],
    spaces: &Spaces,
    connectors: &[Connector],
    openings: &mut Vec<Opening>,
    ids: &mut Ids,
    report: &mut Report,
) {
    let parts = parts(&spaces.pieces, connectors, openings);
    let is_outside = |piece: &&Piece| piece.kind == UnitKind::Outdoor;
    let outside: Vec<usize> = spaces
        .pieces
        .iter()
        .filter(is_outside)
        .map(|piece| parts[&piece.id])
        .collect();
    let mut apart: BTreeMap<usize, Vec<&Piece>> = BTreeMap::new();
    for piece in spaces
        .pieces
        .iter()
        .filter(|piece| piece.is_open() && piece.level == LevelNumber::GROUND)
    {
        if !outside.contains(&parts[&piece.id]) {
            apart.entry(parts[&piece.id]).or_default().push(piece);
        }
    }
    for floors in apart.values() {
        if let Some((segment, a, b)) = guess::best(floors, spaces.pieces.iter().filter(is_outside)) {
            openings.push(guess::guessed(ids, OpeningKind::Entrance, segment, a, b));
            report.guessed(
                &items[a.item].osm_id,
                "no way into it is mapped; an entrance is assumed where it runs along the ground outside",
            );
        }
    }
}
