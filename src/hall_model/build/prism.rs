//! Booths of any outline: a carpet, panels on the closed sides, a fascia with the number on the open ones, a counter in the middle.

use super::extrude::{self, beam, moved, upright};
use super::ink::{CUT, Ink, STEEL, WALL, WOOD};
use super::island::{Built, Sign};
use super::mesh::{Shape, lift};
use super::region::Region;
use crate::venue::{Booth, Point, Polygon};

const PANEL_M: f64 = 2.5;
const FASCIA_M: f64 = 0.3;
const THICKNESS_M: f64 = 0.078_125;

/// The booth in axes parallel to the plan's, and its origin there.
pub fn build(booth: &Booth, theme: Ink) -> (Built, Point) {
    let center = booth.footprint.centroid();
    let local = Polygon(
        booth
            .footprint
            .points()
            .iter()
            .map(|p| Point::new(p.x - center.x, p.y - center.y))
            .collect(),
    );
    let top = booth.height_m.min(PANEL_M);
    let mut built = Built::default();
    let s = &mut built.shape;
    extrude::floor(s, &Region::of(&local), 0.031_25, WALL.mix(theme, 0.38), |_| 0.9375);
    for side in 0..local.points().len() {
        let (Some((a, b)), Some(outward)) = (local.side(side), local.outward(side)) else {
            continue;
        };
        // Inside the footprint by half its thickness.
        let inside = |p: Point| moved(p, outward, -THICKNESS_M / 2.0);
        let (a, b) = (inside(a), inside(b));
        if !booth.open_sides.contains(&side) {
            beam(s, a, b, [0.0, top], THICKNESS_M, WALL, CUT.mix(STEEL, 0.35));
            continue;
        }
        beam(s, a, b, [top - FASCIA_M, top], THICKNESS_M, WALL, STEEL);
        if a.distance(b) > 1.5 {
            let at = moved(a.lerp(b, 0.5), outward, THICKNESS_M / 2.0 + 0.007_812_5);
            let turn = outward.x.atan2(-outward.y);
            let sign = Sign::dark(lift(at, top - FASCIA_M / 2.0), turn, 0.187_5);
            built.signs.push(sign.on(a.distance(b)));
        }
    }
    counter(&mut built.shape, &local, theme);
    (built, center)
}

/// A round counter at the centre, where the outline leaves room for it.
fn counter(shape: &mut Shape, local: &Polygon, theme: Ink) {
    let at = local.centroid();
    let room = local.distance_to_border(at) - 0.9;
    if !local.contains(at) || room < 0.3 {
        return;
    }
    let radius = room.min(0.9);
    shape.frustum(lift(at, 0.0), radius, radius, 0.9, 12, WALL.mix(theme, 0.25));
    shape.frustum(lift(at, 0.9), radius + 0.05, radius + 0.05, 0.1, 12, WOOD);
}

/// What has any outline and stands on the floor: a plain solid with a dark top.
pub fn block(shape: &mut Shape, footprint: &Polygon, height: f64, side: Ink, top: Ink) {
    let region = Region::of(footprint);
    for border in region.borders() {
        for (a, b) in border.sides() {
            upright(shape, a, b, [0.0, height], side);
        }
    }
    extrude::floor(shape, &region, height, top, |_| 1.0);
}
