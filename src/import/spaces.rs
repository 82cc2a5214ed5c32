//! Rooms, corridors and areas → units that do not overlap: a room takes its floor from whatever it lies in, a corridor from an area.

use super::geojson::Geometry;
use super::level::LevelNumber;
use super::plan::{Ids, Piece};
use super::report::Report;
use super::role::{AreaRole, described};
use super::shapes::{self, Shape};
use super::survey::Item;
use super::wording::Wording;
use crate::venue::{Bounds, ConnectorKind, Point, Polygon, UnitKind};
use std::collections::BTreeSet;

/// The outline of stairs or of a lift.
#[derive(Debug)]
pub(super) struct Shaft {
    pub item: usize,
    pub kind: ConnectorKind,
    pub levels: BTreeSet<LevelNumber>,
    pub polygon: Polygon,
}

/// Where two parts of one walled space meet: no wall stands there.
#[derive(Debug)]
pub(super) struct Cut {
    pub item: usize,
    pub level: LevelNumber,
    pub from: Point,
    pub to: Point,
}

#[derive(Debug, Default)]
pub(super) struct Spaces {
    pub pieces: Vec<Piece>,
    pub cuts: Vec<Cut>,
    pub shafts: Vec<Shaft>,
    /// What stands in the holes of floors that are too small for anything else.
    pub columns: Vec<Column>,
    /// Floor that visitors may not walk on.
    pub closed: Vec<(LevelNumber, Vec<Shape>)>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub item: usize,
    pub level: LevelNumber,
    pub polygon: Polygon,
}

/// A hole in a floor up to this size is a column or pillar (m²).
const LARGEST_COLUMN_M2: f64 = 6.0;

/// In this order spaces take floor; those of one rank the smaller first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Walled,
    Corridor,
    Area,
    Outline,
}

/// A space on one level before overlaps are settled.
struct Claim<'i> {
    item: usize,
    level: LevelNumber,
    /// `None` where nobody may go: it takes floor and becomes no unit.
    kind: Option<UnitKind>,
    rank: Rank,
    shapes: &'i Vec<Shape>,
    area: f64,
    bounds: Bounds,
}

/// All spaces and shafts of the file. Items get the levels that were guessed for them.
pub(super) fn spaces(items: &mut [Item], wording: &Wording, ids: &mut Ids, report: &mut Report) -> Spaces {
    guess_levels(items, report);
    let drawn: Vec<Vec<Shape>> = items.iter().map(|item| drawn(item, report)).collect();
    let mut spaces = Spaces::default();
    let mut claims = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let shapes = &drawn[index];
        let bounds = Bounds::of(shapes.iter().flatten().flatten().map(|&point| point.into()));
        let (Some(bounds), false) = (bounds, shapes.is_empty()) else {
            continue;
        };
        let (kind, rank) = match item.area_role() {
            AreaRole::Space(kind) => (kind, rank(kind)),
            AreaRole::AssumedRoom(kind) => {
                report.guessed(
                    &item.osm_id,
                    "it is a place on a level, but the data does not say that it is a room; taken as one with walls",
                );
                (kind, rank(kind))
            }
            AreaRole::LevelOutline => (UnitKind::Area, Rank::Outline),
            AreaRole::Shaft(kind) => {
                add_shafts(index, item, kind, shapes, &mut spaces.shafts, report);
                continue;
            }
            AreaRole::Wall | AreaRole::Column | AreaRole::Other => continue,
        };
        let closed = item.tags.is_closed();
        if closed {
            report.left_out(&item.osm_id, "visitors may not go there (`access`)");
        }
        let kind = (!closed).then_some(kind);
        let area = shapes::area_of(shapes);
        claims.extend(item.levels.iter().map(|&level| Claim {
            item: index,
            level,
            kind,
            rank,
            shapes,
            area,
            bounds,
        }));
    }
    claims.sort_by(|a, b| {
        (a.level, a.rank)
            .cmp(&(b.level, b.rank))
            .then(a.area.total_cmp(&b.area))
            .then(a.item.cmp(&b.item))
    });
    for claims in claims.chunk_by(|a, b| a.level == b.level) {
        settle(items, claims, wording, ids, report, &mut spaces);
    }
    spaces
}

fn rank(kind: UnitKind) -> Rank {
    match kind {
        UnitKind::Hall | UnitKind::Room | UnitKind::Shop => Rank::Walled,
        UnitKind::Corridor => Rank::Corridor,
        UnitKind::Concourse | UnitKind::Area | UnitKind::Outdoor => Rank::Area,
    }
}

/// Gives spaces without a level one: the only one there is, else the ground's.
fn guess_levels(items: &mut [Item], report: &mut Report) {
    let is_space = |item: &Item| {
        item.areas().next().is_some()
            && matches!(
                item.area_role(),
                AreaRole::Space(_) | AreaRole::AssumedRoom(_) | AreaRole::Shaft(_)
            )
    };
    let known: BTreeSet<LevelNumber> = items
        .iter()
        .filter(|item| is_space(item))
        .flat_map(|item| item.levels.iter().copied())
        .collect();
    let (guess, why) = match (known.first(), known.len()) {
        (None, _) => (LevelNumber::GROUND, "no feature has one"),
        (Some(&only), 1) => (only, "the only one"),
        (Some(_), _) if known.contains(&LevelNumber::GROUND) => (LevelNumber::GROUND, "the ground"),
        (Some(&lowest), _) => (lowest, "the lowest"),
    };
    for item in items.iter_mut().filter(|item| item.levels.is_empty() && is_space(item)) {
        item.levels.insert(guess);
        report.guessed(
            &item.osm_id,
            format!("it has no level; taken to be on level {guess} ({why})"),
        );
    }
}

/// The area that the item covers, mended where its outline was broken. Tells what cannot be used.
fn drawn(item: &Item, report: &mut Report) -> Vec<Shape> {
    let role = item.area_role();
    if matches!(role, AreaRole::Wall | AreaRole::Column | AreaRole::Other) {
        let has_area = item
            .geometries
            .iter()
            .any(|geometry| matches!(geometry, Geometry::Area(_)));
        if role == AreaRole::Other && has_area {
            report.left_out(
                &item.osm_id,
                format!("{}: not a part of the inside that Fairway knows", described(&item.tags)),
            );
        }
        return Vec::new();
    }
    let mut all = Vec::new();
    for rings in item.areas() {
        let (shapes, crossed) = shapes::solid(&rings);
        if crossed {
            report.mended(
                &item.osm_id,
                "its outline crosses itself; taken as all that it goes round",
            );
        }
        all.extend(shapes);
    }
    if all.is_empty()
        && item
            .geometries
            .iter()
            .any(|geometry| !matches!(geometry, Geometry::Point(_)))
        && item.tags.has("indoor")
    {
        let is_wall_or_door = item.tags.is("indoor", &["wall", "door"]);
        if !is_wall_or_door {
            report.left_out(
                &item.osm_id,
                format!("{}: its line encloses no area", described(&item.tags)),
            );
        }
    }
    all
}

fn add_shafts(
    index: usize,
    item: &Item,
    kind: ConnectorKind,
    drawn: &[Shape],
    shafts: &mut Vec<Shaft>,
    report: &mut Report,
) {
    if item.tags.is_closed() {
        report.left_out(&item.osm_id, "visitors may not use it (`access`)");
        return;
    }
    for shape in drawn {
        // What a shaft goes round, stairs for instance, is no floor either.
        let whole: Vec<Shape> = shape.first().map(|outline| vec![outline.clone()]).into_iter().collect();
        for polygon in shapes::pieces(&whole).polygons {
            shafts.push(Shaft {
                item: index,
                kind,
                levels: item.levels.clone(),
                polygon,
            });
        }
    }
}

/// Settles who has which floor of one level.
fn settle(
    items: &[Item],
    claims: &[Claim],
    wording: &Wording,
    ids: &mut Ids,
    report: &mut Report,
    spaces: &mut Spaces,
) {
    let has_open_floor = claims
        .iter()
        .any(|claim| matches!(claim.rank, Rank::Corridor | Rank::Area) && claim.kind.is_some());
    for (i, claim) in claims.iter().enumerate() {
        let Some(kind) = claim.kind else {
            spaces.closed.push((claim.level, claim.shapes.clone()));
            continue;
        };
        let item = &items[claim.item];
        if claim.rank == Rank::Outline && has_open_floor {
            report.used(&item.osm_id, format!("the outline of level {}", claim.level));
            continue;
        }
        let taken: Vec<Shape> = claims[..i]
            .iter()
            .filter(|other| other.bounds.overlaps(claim.bounds))
            .flat_map(|other| other.shapes.iter().cloned())
            .collect();
        let mut left = shapes::difference(claim.shapes, &taken);
        take_columns(item, claim, claims, &mut left, report, &mut spaces.columns);
        let pieces = shapes::pieces(&left);
        if pieces.polygons.is_empty() {
            report.left_out(
                &item.osm_id,
                format!(
                    "on level {} it lies wholly under other rooms or corridors, or covers next to nothing",
                    claim.level
                ),
            );
            continue;
        }
        report.used(&item.osm_id, became(kind, claim.rank));
        if claim.rank == Rank::Outline {
            report.guessed(
                &item.osm_id,
                format!(
                    "level {} has no corridor or area; all of its outline outside rooms is taken as one",
                    claim.level
                ),
            );
        }
        let name = wording.name(&item.tags);
        for polygon in pieces.polygons {
            let id = crate::venue::UnitId::new(ids.of(item, claim.level));
            spaces.pieces.push(Piece {
                id,
                item: claim.item,
                level: claim.level,
                kind,
                name: name.clone(),
                polygon,
            });
        }
        if kind.is_walled() {
            spaces.cuts.extend(pieces.cuts.into_iter().map(|(from, to)| Cut {
                item: claim.item,
                level: claim.level,
                from,
                to,
            }));
        }
    }
}

/// Fills the small holes in which no other space lies, and puts a column into each.
fn take_columns(
    item: &Item,
    claim: &Claim,
    claims: &[Claim],
    left: &mut [Shape],
    report: &mut Report,
    columns: &mut Vec<Column>,
) {
    for shape in left {
        let holes = shape.split_off(shape.len().min(1));
        for hole in holes {
            let polygon = Polygon(hole.iter().map(|&point| shapes::round(point.into())).collect());
            let is_taken = || {
                let bounds = polygon.bounds();
                claims
                    .iter()
                    .filter(|other| {
                        other.item != claim.item && bounds.is_some_and(|bounds| bounds.overlaps(other.bounds))
                    })
                    .any(|other| shapes::common_area_with(other.shapes, &polygon) > 0.1 * polygon.area())
            };
            if polygon.area() > LARGEST_COLUMN_M2 || is_taken() {
                shape.push(hole);
            } else if polygon.area() > 0.01 {
                report.guessed(&item.osm_id, "small holes in its floor; taken as columns");
                columns.push(Column {
                    item: claim.item,
                    level: claim.level,
                    polygon,
                });
            }
        }
    }
}

fn became(kind: UnitKind, rank: Rank) -> &'static str {
    match (kind, rank) {
        (_, Rank::Outline) => "the floor of a level",
        (UnitKind::Shop, _) => "a shop",
        (UnitKind::Hall | UnitKind::Room, _) => "a room",
        (UnitKind::Corridor, _) => "a corridor",
        _ => "an area",
    }
}
