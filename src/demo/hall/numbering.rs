//! Letters for the aisles, numbers for the stands, and which of their sides are open.

use super::super::draft::{Draft, Rect, centimetre};
use super::super::random::Random;
use super::super::site::HallSite;
use super::super::text;
use super::WHOLE_HALL;
use super::aisles::{INNER_AISLE_M, Lane, LaneKind, Plan, Span};
use super::blocks::{Filling, Stand};
use super::fittings;
use super::frame::Frame;
use crate::venue::{Aisle, AisleId, AisleKind, Booth, BoothId, BoothKind, Point, UnitId};

/// Without I and O, which are read as 1 and 0.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Organiser's panels. [qiceg.com]
const SHELL_HEIGHT_M: f64 = 2.5;
/// What exhibitors build, at most, with one storey and with two. [gtiexpo.com.tw]
const RAW_HEIGHTS_M: [f64; 4] = [3.5, 4.0, 4.5, 4.5];
const DOUBLE_DECK_HEIGHT_M: f64 = 6.0;
const DOUBLE_DECK_FROM_M2: f64 = 100.0;

/// A lane with its letter and the parts of it where one can walk through.
struct LetteredLane {
    lane: Lane,
    letter: char,
    runs: Vec<Span>,
}

/// Adds the hall's aisles and stands, and says how many stands they are.
pub(super) fn draw(
    draft: &mut Draft,
    site: &HallSite,
    frame: Frame,
    plan: &Plan,
    filling: &Filling,
    seed: u64,
) -> usize {
    let lanes = lettered_lanes(plan, filling);
    draw_aisles(draft, site, frame, plan, &lanes);

    let mut random = Random::new(seed, "stands", site.number);
    let solid: Vec<Rect> = fittings::footprints(plan, filling);
    let mut numbered = numbers(&lanes, &filling.stands);
    numbered.sort_by_key(|(number, _)| *number);
    for ((letter, number), stand) in &numbered {
        let double_deck = stand.rect.area() >= DOUBLE_DECK_FROM_M2 && random.chance(0.22);
        let height_m = match stand.kind {
            BoothKind::ShellScheme => SHELL_HEIGHT_M,
            BoothKind::RawSpace if double_deck => DOUBLE_DECK_HEIGHT_M,
            BoothKind::RawSpace => *random.pick(&RAW_HEIGHTS_M),
        };
        let mut open_sides: Vec<usize> = (0..4)
            .filter(|side| is_open(stand.rect, *side, &filling.stands, &solid))
            .map(|side| frame.side(side))
            .collect();
        open_sides.sort_unstable();
        draft.layout.booths.push(Booth {
            id: BoothId::new(format!("{}{letter}{number:02}", site.number)),
            unit: UnitId::new(format!("hall-{}", site.number)),
            kind: stand.kind,
            footprint: frame.rect(stand.rect).polygon(),
            open_sides,
            height_m,
            double_deck,
        });
        if stand.kind == BoothKind::RawSpace {
            draft.services(frame.rect(stand.rect));
        }
    }
    numbered.len()
}

fn lettered_lanes(plan: &Plan, filling: &Filling) -> Vec<LetteredLane> {
    plan.lanes
        .iter()
        .map(|lane| (*lane, runs(plan, *lane, filling)))
        .filter(|(_, runs)| !runs.is_empty())
        .zip(LETTERS)
        .map(|((lane, runs), letter)| LetteredLane {
            lane,
            letter: char::from(*letter),
            runs,
        })
        .collect()
}

/// Where a lane is free: all of it, or for one between rows, the cells that hold rows.
fn runs(plan: &Plan, lane: Lane, filling: &Filling) -> Vec<Span> {
    let first = plan.cells[0].at;
    let last = plan.back.at;
    match lane.kind {
        LaneKind::Main => return vec![Span::new(0.0, last)],
        LaneKind::Wall => return vec![Span::new(first, last - first)],
        LaneKind::Inner => {}
    }
    let mut runs: Vec<Span> = Vec::new();
    let mut through = false;
    for cell in &plan.cells {
        let floor = plan.cell(lane.across, *cell);
        let blocked = filling.stands.iter().any(|stand| stand.rect.overlaps(floor))
            || filling.features.iter().any(|feature| feature.rect.overlaps(floor));
        match runs.last_mut() {
            _ if blocked => {}
            Some(run) if through => run.length = cell.end() - run.at,
            _ => runs.push(*cell),
        }
        through = !blocked;
    }
    runs
}

fn draw_aisles(draft: &mut Draft, site: &HallSite, frame: Frame, plan: &Plan, lanes: &[LetteredLane]) {
    let mut push = |id: String, kind: AisleKind, name, line: [Point; 2], width_m: f64| {
        draft.layout.aisles.push(Aisle {
            id: AisleId::new(format!("hall-{}-aisle-{id}", site.number)),
            unit: UnitId::new(format!("hall-{}", site.number)),
            kind,
            name,
            line: line.map(centimetre).to_vec(),
            width_m: (width_m * 100.0).round() / 100.0,
        });
    };
    for lane in lanes {
        let kind = match lane.lane.kind {
            LaneKind::Main => AisleKind::Main,
            LaneKind::Wall | LaneKind::Inner => AisleKind::Secondary,
        };
        let x = lane.lane.across.middle();
        let letter = lane.letter;
        for (i, run) in lane.runs.iter().enumerate() {
            let part = if lane.runs.len() > 1 {
                format!("-{}", i + 1)
            } else {
                String::new()
            };
            push(
                format!("{}{part}", letter.to_ascii_lowercase()),
                kind,
                text(format!("Aisle {letter}"), format!("{letter}通道")),
                [frame.point(x, run.at), frame.point(x, run.end())],
                lane.lane.across.length,
            );
        }
    }
    let (Some(left), Some(right)) = (plan.lanes.first(), plan.lanes.last()) else {
        return;
    };
    let crosses = plan.cross_aisles.iter().enumerate().map(|(i, aisle)| {
        let kind = if i == plan.firebreak {
            AisleKind::Main
        } else {
            AisleKind::Secondary
        };
        let number = i + 1;
        let name = text(format!("Cross aisle {number}"), format!("{number}号横通道"));
        (number.to_string(), kind, name, *aisle)
    });
    let front = text("Front aisle", "前通道");
    let back = text("Back aisle", "后通道");
    let ends = [
        ("front".to_owned(), AisleKind::Main, front, plan.front_aisle),
        ("back".to_owned(), AisleKind::Secondary, back, plan.back_aisle),
    ];
    for (id, kind, name, aisle) in crosses.chain(ends) {
        let y = aisle.middle();
        let line = [frame.point(left.across.at, y), frame.point(right.across.end(), y)];
        push(id, kind, name, line, aisle.length);
    }
}

/// Each stand with the aisle's letter and a number: odd on the left, even on the right, counted from the entrance.
fn numbers(lanes: &[LetteredLane], stands: &[Stand]) -> Vec<((char, usize), Stand)> {
    let mut by_side: Vec<[Vec<Stand>; 2]> = lanes.iter().map(|_| [Vec::new(), Vec::new()]).collect();
    for stand in stands {
        let nearest = (0..lanes.len()).min_by(|a, b| {
            let key = |lane: &LetteredLane| remoteness(lane, stand.rect);
            key(&lanes[*a]).total_cmp(&key(&lanes[*b]))
        });
        if let Some(lane) = nearest {
            let on_right = stand.rect.center().x > lanes[lane].lane.across.middle();
            by_side[lane][usize::from(on_right)].push(*stand);
        }
    }
    let mut numbered = Vec::new();
    for (lane, sides) in lanes.iter().zip(by_side) {
        for (side, mut stands) in sides.into_iter().enumerate() {
            stands.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y).then(a.rect.x.total_cmp(&b.rect.x)));
            let number = |(i, stand)| ((lane.letter, 2 * i + 1 + side), stand);
            numbered.extend(stands.into_iter().enumerate().map(number));
        }
    }
    numbered
}

/// How far a stand is from a lane; of two lanes equally near, the main one counts as nearer.
fn remoteness(lane: &LetteredLane, stand: Rect) -> f64 {
    let across = lane.lane.across;
    let gap = (stand.x - across.end()).max(across.at - stand.right()).max(0.0);
    let beside = lane.runs.iter().any(|run| run.at < stand.top() && stand.y < run.end());
    let detour = if beside { 0.0 } else { 100.0 };
    let minor = if lane.lane.kind == LaneKind::Main { 0.0 } else { 0.1 };
    gap + detour + minor
}

/// Whether the side has free floor in front of it, as wide as the narrowest aisle.
fn is_open(stand: Rect, side: usize, stands: &[Stand], solid: &[Rect]) -> bool {
    let reach = INNER_AISLE_M;
    let front = match side {
        0 => Rect::new(stand.x, stand.y - reach, stand.w, reach),
        1 => Rect::new(stand.right(), stand.y, reach, stand.d),
        2 => Rect::new(stand.x, stand.top(), stand.w, reach),
        _ => Rect::new(stand.x - reach, stand.y, reach, stand.d),
    };
    WHOLE_HALL.holds(front)
        && !stands.iter().any(|other| other.rect.overlaps(front))
        && !solid.iter().any(|other| other.overlaps(front))
}
