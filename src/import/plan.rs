//! What the import has made so far: levels, units and the ids given out.

use super::level::LevelNumber;
use super::survey::Item;
use crate::venue::{LocalText, Point, Polygon, UnitId, UnitKind};
use std::collections::BTreeSet;

/// A part of a space on one level: what becomes a unit.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub id: UnitId,
    /// Index of the feature.
    pub item: usize,
    pub level: LevelNumber,
    pub kind: UnitKind,
    /// As the data names it; `None` gets its kind's word.
    pub name: Option<LocalText>,
    pub polygon: Polygon,
}

impl Piece {
    pub fn is_open(&self) -> bool {
        !self.kind.is_walled()
    }

    /// What it is a part of: parts of one room on one level have this in common.
    pub fn room(&self) -> (usize, LevelNumber) {
        (self.item, self.level)
    }

    /// Whether both are parts of one room on one level.
    pub fn is_part_of_same(&self, other: &Self) -> bool {
        self.room() == other.room()
    }
}

/// Hands out each id once.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// `wish`, or `wish-2` … where that is taken.
    pub fn fresh(&mut self, wish: &str) -> String {
        let mut id = wish.to_owned();
        let mut number = 1;
        while !self.0.insert(id.clone()) {
            number += 1;
            id = format!("{wish}-{number}");
        }
        id
    }

    /// An id after the feature's own: `way-398056953`, with the level where it is on several.
    pub fn of(&mut self, item: &Item, level: LevelNumber) -> String {
        let base = slug(&item.osm_id);
        if item.levels.len() > 1 {
            self.fresh(&format!("{base}-L{level}"))
        } else {
            self.fresh(&base)
        }
    }
}

/// A text as an id: letters and digits kept, all else a dash.
pub(super) fn slug(text: &str) -> String {
    let slug: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    if slug.chars().any(char::is_alphanumeric) {
        slug.to_lowercase()
    } else {
        "venue".to_owned()
    }
}

/// The pieces of a level by how near their border is to `p`, within `reach`: at one distance walled ones first, then smaller ones.
pub(super) fn pieces_near(pieces: &[Piece], level: LevelNumber, p: Point, reach: f64) -> Vec<&Piece> {
    let mut near: Vec<(i64, bool, f64, &Piece)> = pieces
        .iter()
        .filter(|piece| piece.level == level && is_within(&piece.polygon, p, reach))
        .filter_map(|piece| {
            let distance = piece.polygon.distance_to_border(p);
            // Equal to the decimetre is equal.
            (distance <= reach).then(|| ((distance * 10.0) as i64, piece.is_open(), piece.polygon.area(), piece))
        })
        .collect();
    near.sort_by(|a, b| {
        (a.0, a.1)
            .cmp(&(b.0, b.1))
            .then(a.2.total_cmp(&b.2))
            .then_with(|| a.3.id.cmp(&b.3.id))
    });
    near.into_iter().map(|(.., piece)| piece).collect()
}

/// The piece of that level that `p` is in: the smallest of several.
pub(super) fn piece_at(pieces: &[Piece], level: LevelNumber, p: Point) -> Option<&Piece> {
    pieces
        .iter()
        .filter(|piece| piece.level == level && is_within(&piece.polygon, p, 0.0) && piece.polygon.contains(p))
        .min_by(|a, b| a.polygon.area().total_cmp(&b.polygon.area()))
}

fn is_within(polygon: &Polygon, p: Point, reach: f64) -> bool {
    polygon.bounds().is_some_and(|b| {
        let b = b.grown(reach + 1e-9);
        (b.min.x..=b.max.x).contains(&p.x) && (b.min.y..=b.max.y).contains(&p.y)
    })
}
