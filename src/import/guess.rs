//! Openings that the data does not map but that must be: rooms without a door, floors that all but touch.

use super::border::{self, Ring, Segment, WALL_M};
use super::doors::USUAL_WIDTH_M;
use super::level::LevelNumber;
use super::plan::{Ids, Piece};
use super::report::{NoteKind, Report};
use super::survey::Item;
use crate::venue::{Opening, OpeningId, OpeningKind, UnitId, UnitKind};
use std::collections::{BTreeMap, BTreeSet};

/// A common wall shorter than this has no door (m).
const SHORTEST_WALL_M: f64 = 0.6;

/// What a room without a door is given one to, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// A corridor or area.
    Floor,
    /// The ground outside.
    Outside,
    /// A room that has a way in: rooms behind rooms, one row after the other.
    Rooms,
}

impl Toward {
    fn leads(self, piece: &Piece, entered: &Entered) -> bool {
        match self {
            Self::Floor => piece.is_open() && piece.kind != UnitKind::Outdoor,
            Self::Outside => piece.kind == UnitKind::Outdoor,
            Self::Rooms => !piece.is_open() && entered.inside.contains(&piece.room()),
        }
    }

    fn text(self, has_outer_door: bool) -> &'static str {
        match (self, has_outer_door) {
            (Self::Floor, false) => {
                "no door of it is mapped; one is assumed in its longest wall along a corridor or area"
            }
            (Self::Floor, true) => {
                "its mapped doors lead out only; one is assumed in its longest wall along a corridor or area"
            }
            (Self::Outside, _) => {
                "no door of it is mapped and it lies on no corridor; one is assumed to the ground outside"
            }
            (Self::Rooms, _) => {
                "no door of it is mapped and it lies on no corridor; one is assumed from the room beside it"
            }
        }
    }
}

/// Rooms that have a door to another unit, and those that have one to the outside.
struct Entered {
    inside: BTreeSet<(usize, LevelNumber)>,
    outside: BTreeSet<(usize, LevelNumber)>,
}

impl Entered {
    fn of(pieces: &[Piece], openings: &[Opening]) -> Self {
        let rooms: BTreeMap<&UnitId, _> = pieces.iter().map(|piece| (&piece.id, piece.room())).collect();
        let mut entered = Self {
            inside: BTreeSet::new(),
            outside: BTreeSet::new(),
        };
        for opening in openings
            .iter()
            .filter(|opening| opening.kind != OpeningKind::EmergencyExit)
        {
            let into = if opening.between.len() == 2 {
                &mut entered.inside
            } else {
                &mut entered.outside
            };
            into.extend(opening.between.iter().filter_map(|id| rooms.get(id)));
        }
        entered
    }
}

/// Walled spaces that nothing inside leads to, each as its parts.
fn closed<'p>(pieces: &'p [Piece], entered: &Entered) -> Vec<Vec<&'p Piece>> {
    let mut rooms: BTreeMap<(usize, LevelNumber), Vec<&Piece>> = BTreeMap::new();
    for piece in pieces
        .iter()
        .filter(|piece| !piece.is_open() && !entered.inside.contains(&piece.room()))
    {
        rooms.entry(piece.room()).or_default().push(piece);
    }
    rooms.into_values().collect()
}

/// Adds a door to each walled space that has none.
pub(super) fn doors(
    items: &[Item],
    pieces: &[Piece],
    toward: Toward,
    openings: &mut Vec<Opening>,
    ids: &mut Ids,
    report: &mut Report,
) {
    let mut entered = Entered::of(pieces, openings);
    loop {
        let mut is_done = true;
        for room in closed(pieces, &entered) {
            let has_outer_door = entered.outside.contains(&room[0].room());
            if has_outer_door && toward == Toward::Rooms {
                continue;
            }
            let others = pieces.iter().filter(|piece| toward.leads(piece, &entered));
            if let Some((segment, a, b)) = best(&room, others) {
                openings.push(guessed(ids, OpeningKind::Door, segment, a, b));
                entered.inside.insert(a.room());
                report.guessed(&items[a.item].osm_id, toward.text(has_outer_door));
                is_done = false;
            }
        }
        if is_done || toward != Toward::Rooms {
            return;
        }
    }
}

/// Tells of the walled spaces that stay without a door.
pub(super) fn tell_closed(items: &[Item], pieces: &[Piece], openings: &[Opening], report: &mut Report) {
    let entered = Entered::of(pieces, openings);
    for room in closed(pieces, &entered)
        .iter()
        .filter(|room| !entered.outside.contains(&room[0].room()))
    {
        let text = format!(
            "on level {} it has no door and touches nothing that one can walk on: no route leads there",
            room[0].level
        );
        report.add(NoteKind::Unreachable, &items[room[0].item].osm_id, text);
    }
}

/// The widest common wall of the room with one of the others, and a door in it.
pub(super) fn best<'p>(
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

/// Pairs of open floors that touch: one walks from one onto the other.
pub(super) fn touching(pieces: &[Piece]) -> Vec<(&Piece, &Piece)> {
    neighbours(pieces)
        .filter(|(a, b)| {
            let stretches = border::stretches_along(&Ring::of(&a.polygon), &b.polygon, TOUCH_M);
            stretches.iter().any(|stretch| stretch.length() >= SHORTEST_WALL_M)
        })
        .collect()
}

fn neighbours(pieces: &[Piece]) -> impl Iterator<Item = (&Piece, &Piece)> {
    let open = |piece: &&Piece| piece.is_open();
    pieces
        .iter()
        .enumerate()
        .filter(move |(_, a)| open(a))
        .flat_map(move |(i, a)| {
            pieces[i + 1..]
                .iter()
                .filter(open)
                .filter(|b| a.level == b.level && may_touch(a, b))
                .map(move |b| (a, b))
        })
}

/// Adds a passage between open floors that all but touch: drawn apart by the thickness of a line, not by a wall.
pub(super) fn passages(
    items: &[Item],
    pieces: &[Piece],
    openings: &mut Vec<Opening>,
    ids: &mut Ids,
    report: &mut Report,
) {
    let mut floor: BTreeMap<&UnitId, usize> = pieces.iter().enumerate().map(|(i, piece)| (&piece.id, i)).collect();
    for (a, b) in touching(pieces) {
        join(&mut floor, &a.id, &b.id);
    }
    for (a, b) in neighbours(pieces) {
        if floor.get(&a.id) == floor.get(&b.id) {
            continue;
        }
        let ring = Ring::of(&a.polygon);
        let found = border::stretches_along(&ring, &b.polygon, WALL_M)
            .into_iter()
            .find_map(|stretch| {
                let width = stretch.length().min(WIDEST_PASSAGE_M);
                border::fit_opening(&a.polygon, Some(&b.polygon), ring.at(stretch.middle()), width)
            });
        if let Some(segment) = found {
            openings.push(guessed(ids, OpeningKind::Passage, segment, a, b));
            join(&mut floor, &a.id, &b.id);
            let text = format!(
                "it and {} are drawn less than {WALL_M} m apart; taken as joined",
                items[b.item].osm_id
            );
            report.guessed(&items[a.item].osm_id, text);
        }
    }
}

fn join(floor: &mut BTreeMap<&UnitId, usize>, a: &UnitId, b: &UnitId) {
    if let (Some(&from), Some(&to)) = (floor.get(a), floor.get(b)) {
        for mark in floor.values_mut().filter(|mark| **mark == from) {
            *mark = to;
        }
    }
}

pub(super) fn guessed(ids: &mut Ids, kind: OpeningKind, segment: Segment, a: &Piece, b: &Piece) -> Opening {
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
