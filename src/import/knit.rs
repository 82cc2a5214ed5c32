//! Makes borders that were meant to meet meet exactly, so that no hairline is left between two floors.

use super::plan::Piece;
use super::shapes;
use crate::venue::{Point, Polygon, nearest_on_segment};

/// Corners and borders this near to each other are meant to meet (m): the rounding of OpenStreetMap's coordinates and of ours.
const SAME_M: f64 = 0.03;

/// Puts a corner into each border that another unit's corner of the same level lies on.
pub(super) fn knit(pieces: &mut [Piece]) {
    let before: Vec<(super::level::LevelNumber, Polygon)> = pieces
        .iter()
        .map(|piece| (piece.level, piece.polygon.clone()))
        .collect();
    for (index, piece) in pieces.iter_mut().enumerate() {
        let Some(reach) = piece.polygon.bounds().map(|bounds| bounds.grown(SAME_M)) else {
            continue;
        };
        let near = |p: &Point| (reach.min.x..=reach.max.x).contains(&p.x) && (reach.min.y..=reach.max.y).contains(&p.y);
        let corners: Vec<Point> = before
            .iter()
            .enumerate()
            .filter(|(other, (level, polygon))| {
                *other != index
                    && *level == piece.level
                    && polygon.bounds().is_some_and(|bounds| bounds.overlaps(reach))
            })
            .flat_map(|(_, (_, polygon))| polygon.points().iter().copied())
            .filter(near)
            .collect();
        let knitted = with_corners(&piece.polygon, &corners);
        // Where moving a border by a hair would turn a narrow part inside out, the border stays.
        if !shapes::crosses_itself(&knitted) {
            piece.polygon = knitted;
        }
    }
}

fn with_corners(polygon: &Polygon, corners: &[Point]) -> Polygon {
    let mut points: Vec<Point> = Vec::new();
    for (a, b) in polygon.sides() {
        points.push(a);
        let mut on_side: Vec<(f64, Point)> = corners
            .iter()
            .filter(|c| c.distance(a) > SAME_M && c.distance(b) > SAME_M)
            .filter(|c| nearest_on_segment(a, b, **c).distance(**c) <= SAME_M)
            .map(|c| (c.distance(a), *c))
            .collect();
        on_side.sort_by(|p, q| p.0.total_cmp(&q.0));
        for (_, corner) in on_side {
            if points.last().is_none_or(|last| last.distance(corner) > SAME_M) {
                points.push(corner);
            }
        }
    }
    Polygon(points)
}
