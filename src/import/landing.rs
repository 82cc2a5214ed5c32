//! Where one steps on or off a connector: on walkable floor of the level, as near to the connector as the data tells.

use super::border::Ring;
use super::level::LevelNumber;
use super::plan::{Piece, piece_at};
use super::spaces::Shaft;
use crate::venue::{Point, Polygon, UnitKind, nearest_on_segment};

/// So far from a wall stands the middle of a person (m).
const STANDING_M: f64 = 0.45;

/// A connector's end this far from any floor of its level does not belong to it (m).
const FARTHEST_FLOOR_M: f64 = 3.0;

/// How finely an outline is searched for its way in (m).
const SAMPLE_M: f64 = 0.4;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Certainty {
    /// The data says it: a door, or the end of a line on that floor.
    Mapped,
    Guessed,
}

/// What landings are looked for on.
pub(super) struct Ground<'a> {
    pub pieces: &'a [Piece],
    pub shafts: &'a [Shaft],
}

impl Ground<'_> {
    /// Before a shaft's outline on that level: at one of its doors, else where there is most room to stand.
    pub fn beside(&self, outline: &Polygon, level: LevelNumber, doors: &[Point]) -> Option<(Point, Certainty)> {
        let at_door = doors
            .iter()
            .filter_map(|&door| before(outline, door))
            .find(|&p| self.floor(level, p).is_some());
        if let Some(p) = at_door {
            return Some((p, Certainty::Mapped));
        }
        let ring = Ring::of(outline);
        let count = (ring.length() / SAMPLE_M).clamp(4.0, 500.0) as usize;
        let places: Vec<(Preference, i64, Point)> = (0..count)
            .filter_map(|i| {
                let p = before(outline, ring.at((i as f64 + 0.5) * ring.length() / count as f64))?;
                let piece = self.floor(level, p)?;
                // Room to stand, in decimetres; more than two metres is no better.
                let room = (piece.polygon.distance_to_border(p).min(2.0) * 10.0) as i64;
                Some((preference(piece), room, p))
            })
            .collect();
        if let Some(&best) = places.iter().max_by_key(|(preference, room, _)| (*preference, *room)) {
            let best: Vec<Point> = places
                .iter()
                .filter(|place| (place.0, place.1) == (best.0, best.1))
                .map(|place| place.2)
                .collect();
            return Some((best[best.len() / 2], Certainty::Guessed));
        }
        self.nearest(level, outline.centroid(), |p| outline.distance_to_border(p))
            .map(|p| (p, Certainty::Guessed))
    }

    /// At a point that the data maps, or on the floor nearest to it.
    pub fn at(&self, level: LevelNumber, p: Point) -> Option<(Point, Certainty)> {
        if piece_at(self.pieces, level, p).is_some() {
            return Some((p, Certainty::Mapped));
        }
        self.nearest(level, p, |q| q.distance(p))
            .map(|q| (q, Certainty::Guessed))
    }

    /// How far `p` is from the floor of that level; 0 on it.
    pub fn distance(&self, level: LevelNumber, p: Point) -> f64 {
        if piece_at(self.pieces, level, p).is_some() {
            return 0.0;
        }
        self.pieces
            .iter()
            .filter(|piece| piece.level == level)
            .map(|piece| piece.polygon.distance_to_border(p))
            .fold(f64::INFINITY, f64::min)
    }

    /// What one walks on at `p`; no floor is where stairs or a lift stand.
    fn floor(&self, level: LevelNumber, p: Point) -> Option<&Piece> {
        let in_shaft = self
            .shafts
            .iter()
            .any(|shaft| shaft.levels.contains(&level) && shaft.polygon.contains(p));
        if in_shaft {
            None
        } else {
            piece_at(self.pieces, level, p)
        }
    }

    /// The place to stand, within reach, on the border nearest to `p`: open floor before rooms.
    fn nearest(&self, level: LevelNumber, p: Point, distance: impl Fn(Point) -> f64) -> Option<Point> {
        let on_border = |piece: &Piece| {
            piece
                .polygon
                .sides()
                .enumerate()
                .map(|(side, (a, b))| (side, nearest_on_segment(a, b, p)))
                .min_by(|(_, a), (_, b)| a.distance(p).total_cmp(&b.distance(p)))
        };
        self.pieces
            .iter()
            .filter(|piece| piece.level == level)
            .filter_map(|piece| on_border(piece).map(|(side, q)| (piece, side, q, distance(q))))
            .filter(|(.., d)| *d <= FARTHEST_FLOOR_M)
            .min_by(|a, b| {
                (!a.0.is_open())
                    .cmp(&!b.0.is_open())
                    .then(a.3.total_cmp(&b.3))
                    .then_with(|| a.0.id.cmp(&b.0.id))
            })
            .map(|(piece, side, q, _)| {
                let out = piece.polygon.outward(side).unwrap_or(Point::new(0.0, 0.0));
                let inside = Point::new(q.x - out.x * STANDING_M, q.y - out.y * STANDING_M);
                if piece.polygon.contains(inside) {
                    inside
                } else {
                    q.lerp(piece.polygon.centroid(), 0.05)
                }
            })
    }
}

/// What stairs and lifts rather open to: the last one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Preference {
    Place,
    /// A room without a name may be a lobby.
    PlainRoom,
    OpenFloor,
}

fn preference(piece: &Piece) -> Preference {
    if piece.is_open() {
        Preference::OpenFloor
    } else if piece.name.is_none() && piece.kind == UnitKind::Room {
        Preference::PlainRoom
    } else {
        Preference::Place
    }
}

/// The place to stand before the side of `outline` that is nearest to `p`.
fn before(outline: &Polygon, p: Point) -> Option<Point> {
    let (side, on) = outline
        .sides()
        .enumerate()
        .map(|(side, (a, b))| (side, nearest_on_segment(a, b, p)))
        .min_by(|(_, a), (_, b)| a.distance(p).total_cmp(&b.distance(p)))?;
    let out = outline.outward(side)?;
    Some(Point::new(on.x + out.x * STANDING_M, on.y + out.y * STANDING_M))
}
