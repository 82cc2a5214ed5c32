//! What is said about a design, in its place: the stand's sides, the chosen part, what is found.

use super::plugin::{DesignShown, Standing};
use crate::stage::DesignMark;
use crate::stage::camera::Rig;
use crate::stage::labels::{Badge, Pins};
use crate::stage::overlay::{Overlay, Overlays};
use crate::stage::shapes::{Rgba, Shape, rgba};
use crate::stage::site::Site;
use crate::venue::{Polygon, Severity};
use bevy::prelude::*;

const CHOSEN: Rgba = rgba(0xFF_5A_1F, 255);
const OPEN: Rgba = rgba(0x1A_5C_FF, 200);
const CLOSED: Rgba = rgba(0x3B_40_48, 230);
/// How much of what is behind it the side of a mark covers, of a chosen one and of the others.
const COVER: [u8; 2] = [120, 46];
/// Lines are never narrower than that part of their distance.
const LINE_M: f32 = 0.012;
const LINE_PER_M: f32 = 0.0013;
/// Over the stand's floor.
const LIFT_M: f32 = 0.04;
/// Redrawn when the eye has moved by this part of its height.
const REDRAW: f32 = 0.03;

pub fn draw(
    (shown, standing, site, rig): (Res<DesignShown>, Res<Standing>, Res<Site>, Res<Rig>),
    (mut overlays, mut pins): (Overlays, ResMut<Pins>),
    mut overlay: Local<Overlay>,
    mut drawn_for: Local<Vec3>,
) {
    let eye = rig.view().eye;
    let has_moved = drawn_for.distance(eye) > eye.z.abs() * REDRAW;
    let Some(stand) = &shown.stand else { return };
    if !shown.is_changed() && !standing.is_changed() && !site.is_changed() && !has_moved {
        return;
    }
    let Some(level) = site.level(&stand.level) else { return };
    *drawn_for = eye;
    let mut lines = Lines {
        shape: Shape::default(),
        eye,
        floor_m: level.elevation_m,
    };
    for (i, (from, to)) in stand.footprint.sides().enumerate() {
        let color = if stand.open_sides.contains(&i) { OPEN } else { CLOSED };
        let [from, to] = [from, to].map(|p| Vec2::new(p.x as f32, p.y as f32).extend(lines.floor_m + LIFT_M));
        lines.line(from, to, 1.6, color);
    }
    let numbered = shown.marks.iter().zip(1..);
    pins.badges = numbered
        .filter_map(|(mark, number)| badge(mark, number, lines.floor_m))
        .collect();
    // The chosen one last: it is drawn over the others.
    let mut marks: Vec<&DesignMark> = shown.marks.iter().collect();
    marks.sort_by_key(|mark| mark.chosen);
    for mark in marks {
        lines.mark(mark);
    }
    if let Some(part) = shown.chosen.as_ref().and_then(|id| standing.parts.get(id)) {
        let corners = part.corners();
        for i in 0..4 {
            let next = (i + 1) % 4;
            for (from, to) in [(i, next), (i + 4, next + 4), (i, i + 4)] {
                lines.line(corners[from], corners[to], 1.0, CHOSEN);
            }
        }
    }
    overlays.show(&mut overlay, &lines.shape);
}

fn hex(severity: Severity) -> u32 {
    match severity {
        Severity::Error => 0xD3_26_1E,
        Severity::Warning => 0xC7_77_00,
        Severity::Note => 0x6B_72_80,
    }
}

/// On top of a mark, with its number in the list of what is found; the chosen one's is orange.
fn badge(mark: &DesignMark, number: usize, floor_m: f32) -> Option<Badge> {
    let corners = mark.borders.first()?.points();
    let middle = corners.iter().map(|p| Vec2::new(p.x as f32, p.y as f32)).sum::<Vec2>() / corners.len() as f32;
    let color = if mark.chosen {
        CHOSEN
    } else {
        rgba(hex(mark.severity), 255)
    };
    Some(Badge {
        at: middle.extend(floor_m + (mark.to_m as f32).max(LIFT_M)),
        number,
        color,
    })
}

/// Lines as wide as they are far.
struct Lines {
    shape: Shape,
    eye: Vec3,
    floor_m: f32,
}

impl Lines {
    fn line(&mut self, from: Vec3, to: Vec3, wide: f32, color: Rgba) {
        let distance = self.eye.distance((from + to) / 2.0);
        self.shape
            .bar(from, to, (distance * LINE_PER_M).max(LINE_M) * wide, color);
    }

    fn mark(&mut self, mark: &DesignMark) {
        let hex = hex(mark.severity);
        let cover = COVER[usize::from(!mark.chosen)];
        let wide = if mark.chosen { 1.8 } else { 1.0 };
        let [low, high] = [mark.from_m, mark.to_m].map(|m| (m as f32).max(LIFT_M) + self.floor_m);
        for border in &mark.borders {
            let corners: Vec<Vec2> = border
                .points()
                .iter()
                .map(|p| Vec2::new(p.x as f32, p.y as f32))
                .collect();
            if high > low {
                self.shape
                    .walls(&corners, low, high - low, rgba(hex, cover), rgba(hex, cover / 2));
            }
            for z in [low, high] {
                self.outline(border, z, wide, rgba(hex, 255));
            }
        }
    }

    fn outline(&mut self, border: &Polygon, z: f32, wide: f32, color: Rgba) {
        for (from, to) in border.sides() {
            let [from, to] = [from, to].map(|p| Vec3::new(p.x as f32, p.y as f32, z));
            self.line(from, to, wide, color);
        }
    }
}
