//! Lines that lead from one level to another: steps, escalators, ramps. Pieces drawn one after the other become one.

use super::landing::Ground;
use super::level::LevelNumber;
use super::role::LineRole;
use super::survey::Item;
use crate::venue::{ConnectorKind, Direction, Point};
use std::collections::BTreeSet;

/// Ends this near to each other are one (m).
const SAME_PLACE_M: f64 = 0.3;

#[derive(Clone, Debug)]
pub(super) struct Flight {
    /// The features it was drawn as, the first one first.
    pub items: Vec<usize>,
    pub kind: ConnectorKind,
    pub levels: BTreeSet<LevelNumber>,
    pub line: Vec<Point>,
}

impl Flight {
    pub fn ends(&self) -> Option<(Point, Point)> {
        Some((*self.line.first()?, *self.line.last()?))
    }

    pub fn length(&self) -> f64 {
        self.line.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
    }

    /// `self` with `other` after it, if they meet; either may be turned round.
    fn followed_by(&self, other: &Self) -> Option<Self> {
        let reversed = |line: &[Point]| line.iter().rev().copied().collect::<Vec<_>>();
        let meets = |a: &[Point], b: &[Point]| {
            a.last()
                .zip(b.first())
                .is_some_and(|(p, q)| p.distance(*q) <= SAME_PLACE_M)
        };
        let (a, b) = (&self.line, &other.line);
        let (first, second) = [
            (a.clone(), b.clone()),
            (a.clone(), reversed(b)),
            // Turning the first one round would turn its `incline`, so the second goes before it.
            (b.clone(), a.clone()),
            (reversed(b), a.clone()),
        ]
        .into_iter()
        .find(|(first, second)| meets(first, second))?;
        Some(Self {
            items: self.items.iter().chain(&other.items).copied().collect(),
            kind: self.kind,
            levels: self.levels.union(&other.levels).copied().collect(),
            line: first.into_iter().chain(second.into_iter().skip(1)).collect(),
        })
    }
}

pub(super) fn flights(items: &[Item], ground: &Ground) -> Vec<Flight> {
    let mut flights: Vec<Flight> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if let LineRole::Flight(kind) = item.line_role() {
            let flight = |line: &[Point]| Flight {
                items: vec![index],
                kind,
                levels: item.levels.clone(),
                line: line.to_vec(),
            };
            flights.extend(item.lines().map(flight));
        }
    }
    // Two that meet in mid-air, on no floor that both reach, are flights of one.
    let in_mid_air = |a: &Flight, b: &Flight| {
        let (Some((a1, a2)), Some((b1, b2))) = (a.ends(), b.ends()) else {
            return false;
        };
        let meeting = [a1, a2]
            .into_iter()
            .find(|p| [b1, b2].iter().any(|q| p.distance(*q) <= SAME_PLACE_M));
        let common = a.levels.intersection(&b.levels);
        meeting.is_some_and(|p| {
            common
                .into_iter()
                .all(|&level| ground.distance(level, p) > SAME_PLACE_M)
        })
    };
    let mut i = 0;
    while i < flights.len() {
        let next = (i + 1..flights.len())
            .filter(|&j| {
                flights[i].kind == flights[j].kind && !flights[i].levels.is_empty() && !flights[j].levels.is_empty()
            })
            .filter(|&j| in_mid_air(&flights[i], &flights[j]))
            .find_map(|j| flights[i].followed_by(&flights[j]).map(|joined| (j, joined)));
        match next {
            Some((j, joined)) => {
                flights[i] = joined;
                flights.remove(j);
            }
            None => i += 1,
        }
    }
    flights
}

/// Which end is below: told by the floors at the ends, else by `incline`, else the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rise {
    pub first_is_low: bool,
    pub is_told: bool,
}

pub(super) fn rise(flight: &Flight, item: &Item, low: LevelNumber, high: LevelNumber, ground: &Ground) -> Rise {
    let Some((first, last)) = flight.ends() else {
        return Rise {
            first_is_low: true,
            is_told: false,
        };
    };
    let off = |level, p| ground.distance(level, p).min(10.0);
    let upward = off(low, first) + off(high, last);
    let downward = off(low, last) + off(high, first);
    if (upward - downward).abs() > SAME_PLACE_M {
        return Rise {
            first_is_low: upward < downward,
            is_told: true,
        };
    }
    match item.tags.get("incline") {
        Some("up") => Rise {
            first_is_low: true,
            is_told: true,
        },
        Some("down") => Rise {
            first_is_low: false,
            is_told: true,
        },
        Some(slope) if slope.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => Rise {
            first_is_low: !slope.starts_with('-'),
            is_told: true,
        },
        _ => Rise {
            first_is_low: true,
            is_told: false,
        },
    }
}

/// Which way it carries, by `conveying`, which speaks of the line's own direction.
pub(super) fn direction(item: &Item, first_is_low: bool) -> Direction {
    match (item.tags.get("conveying"), first_is_low) {
        (Some("forward"), true) | (Some("backward"), false) => Direction::Up,
        (Some("forward"), false) | (Some("backward"), true) => Direction::Down,
        _ => Direction::Both,
    }
}
