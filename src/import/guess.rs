//! Openings that the data does not map but that must be: rooms without a door, floors that all but touch.

use super::border::{self, Ring, Segment, WALL_M};
use super::doors::USUAL_WIDTH_M;
use super::plan::{Ids, Piece};
use super::report::{NoteKind, Report};
use super::spaces::Spaces;
use super::survey::Item;
use crate::venue::{Opening, OpeningId, OpeningKind, UnitId};
use std::collections::BTreeSet;

/// A common wall shorter than this has no door (m).
const SHORTEST_WALL_M: f64 = 0.6;

/// Adds a door to each walled space that has none, to the open floor that it runs along, else to a room that has a door.
pub(super) fn doors(items: &[Item], spaces: &Spaces, openings: &mut Vec<Opening>, ids: &mut Ids, report: &mut Report) {
    let mut entered: BTreeSet<(usize, super::level::LevelNumber)> = BTreeSet::new();
    let by_id = |id: &UnitId| spaces.pieces.iter().find(|piece| piece.id == *id);
    for opening in openings
        .iter()
        .filter(|opening| opening.kind != OpeningKind::EmergencyExit)
    {
        entered.extend(
            opening
                .between
                .iter()
                .filter_map(by_id)
                .map(|piece| (piece.item, piece.level)),
        );
    }
    let mut closed: Vec<Vec<&Piece>> = Vec::new();
    for piece in spaces
        .pieces
        .iter()
        .filter(|piece| !piece.is_open() && !entered.contains(&(piece.item, piece.level)))
    {
        match closed.iter_mut().find(|room| room[0].is_part_of_same(piece)) {
            Some(room) => room.push(piece),
            None => closed.push(vec![piece]),
        }
    }
    let mut add = |segment: Segment, a: &Piece, b: &Piece| {
        openings.push(guessed(ids, OpeningKind::Door, segment, a, b));
    };
    closed.retain(|room| {
        let found = best(room, spaces.pieces.iter().filter(|piece| piece.is_open()));
        if let Some((segment, a, b)) = found {
            add(segment, a, b);
            entered.insert((a.item, a.level));
            report.guessed(
                &items[a.item].osm_id,
                "no door of it is mapped; one is assumed in its longest wall along a corridor or area",
            );
        }
        found.is_none()
    });
    // Rooms behind rooms, one row after the other.
    loop {
        let before = closed.len();
        closed.retain(|room| {
            let others = spaces
                .pieces
                .iter()
                .filter(|piece| !piece.is_open() && entered.contains(&(piece.item, piece.level)));
            let found = best(room, others);
            if let Some((segment, a, b)) = found {
                add(segment, a, b);
                entered.insert((a.item, a.level));
                report.guessed(
                    &items[a.item].osm_id,
                    "no door of it is mapped and it lies on no corridor; a door is assumed from the room beside it",
                );
            }
            found.is_none()
        });
        if closed.len() == before {
            break;
        }
    }
    for room in &closed {
        let text = format!(
            "on level {} it has no door and touches nothing that one can walk on: no route leads there",
            room[0].level
        );
        report.add(NoteKind::Unreachable, &items[room[0].item].osm_id, text);
    }
}

/// The widest common wall of the room with one of the others, and a door in it.
fn best<'p>(
    room: &[&'p Piece],
    others: impl Iterator<Item = &'p Piece> + Clone,
) -> Option<(Segment, &'p Piece, &'p Piece)> {
    let mut walls = Vec::new();
    for &a in room {
        let ring = Ring::of(&a.polygon);
        for b in others.clone().filter(|b| b.level == a.level && may_touch(a, b)) {
            for stretch in border::stretches_along(&ring, &b.polygon, WALL_M) {
                if stretch.length() >= SHORTEST_WALL_M {
                    walls.push((stretch, a, b));
                }
            }
        }
    }
    walls.sort_by(|a, b| b.0.length().total_cmp(&a.0.length()));
    walls.iter().find_map(|&(stretch, a, b)| {
        let ring = Ring::of(&a.polygon);
        [0.5, 0.3, 0.7, 0.15, 0.85].iter().find_map(|part| {
            let p = ring.at(stretch.from + stretch.length() * part);
            border::fit_opening(&a.polygon, Some(&b.polygon), p, USUAL_WIDTH_M).map(|segment| (segment, a, b))
        })
    })
}

fn may_touch(a: &Piece, b: &Piece) -> bool {
    a.id != b.id
        && a.polygon
            .bounds()
            .zip(b.polygon.bounds())
            .is_some_and(|(p, q)| p.grown(WALL_M).overlaps(q))
}

/// Passages wider than this are not assumed (m).
const WIDEST_PASSAGE_M: f64 = 3.0;

/// Borders nearer than this to each other touch (m): what rounding leaves.
const TOUCH_M: f64 = 0.03;

/// Adds a passage between open floors that all but touch: drawn apart by the thickness of a line, not by a wall.
pub(super) fn passages(
    items: &[Item],
    pieces: &[Piece],
    openings: &mut Vec<Opening>,
    ids: &mut Ids,
    report: &mut Report,
) {
    let open: Vec<&Piece> = pieces.iter().filter(|piece| piece.is_open()).collect();
    let mut floor: Vec<usize> = (0..open.len()).collect();
    let mut apart = Vec::new();
    for (i, &a) in open.iter().enumerate() {
        for (j, &b) in open.iter().enumerate().skip(i + 1) {
            if a.level != b.level || !may_touch(a, b) {
                continue;
            }
            let ring = Ring::of(&a.polygon);
            if border::stretches_along(&ring, &b.polygon, TOUCH_M)
                .iter()
                .any(|stretch| stretch.length() >= SHORTEST_WALL_M)
            {
                join(&mut floor, i, j);
            } else {
                apart.push((i, j));
            }
        }
    }
    for (i, j) in apart {
        if floor[i] == floor[j] {
            continue;
        }
        let (a, b) = (open[i], open[j]);
        let ring = Ring::of(&a.polygon);
        let found = border::stretches_along(&ring, &b.polygon, WALL_M)
            .into_iter()
            .find_map(|stretch| {
                let width = stretch.length().min(WIDEST_PASSAGE_M);
                border::fit_opening(&a.polygon, Some(&b.polygon), ring.at(stretch.middle()), width)
            });
        if let Some(segment) = found {
            openings.push(guessed(ids, OpeningKind::Passage, segment, a, b));
            join(&mut floor, i, j);
            report.guessed(
                &items[a.item].osm_id,
                format!(
                    "it and {} are drawn less than {WALL_M} m apart; taken as joined",
                    items[b.item].osm_id
                ),
            );
        }
    }
}

fn join(floor: &mut [usize], a: usize, b: usize) {
    let (from, to) = (floor[a], floor[b]);
    for mark in floor.iter_mut().filter(|mark| **mark == from) {
        *mark = to;
    }
}

fn guessed(ids: &mut Ids, kind: OpeningKind, segment: Segment, a: &Piece, b: &Piece) -> Opening {
    Opening {
        id: OpeningId::new(ids.fresh(&format!("{}-door", a.id))),
        kind,
        from: super::shapes::round(segment.from),
        to: super::shapes::round(segment.to),
        between: vec![a.id.clone(), b.id.clone()],
        name: None,
        clear_width_m: None,
        step_free: true,
    }
}
