//! Open sides that one can step in by.

use super::context::{Context, in_layout};
use crate::venue::{Booth, Finding, Point, Polygon, Unit};

/// How far before an open side there must be floor, in metres: less than the narrowest aisle, more than the gap between two stands.
const BEFORE_M: f64 = 0.3;
/// Where along a side one looks.
const LOOKS: [f64; 3] = [0.2, 0.5, 0.8];

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, booth) in context.layout.booths.iter().enumerate() {
        let Some((_, unit)) = context.unit(&booth.unit) else {
            continue;
        };
        if booth.open_sides.is_empty() {
            findings.push(Finding::warning(
                "no-open-side",
                in_layout(format!("/booths/{i}/open_sides")),
                format!("Booth `{}` has no open side, so nobody can step in.", booth.id),
                "Name the sides that face an aisle; side 0 joins the first two corners.",
            ));
        }
        for (j, side) in booth.open_sides.iter().enumerate() {
            if let Some(what) = blocked_by(context, booth, unit, *side) {
                findings.push(Finding::warning(
                    "blocked-side",
                    in_layout(format!("/booths/{i}/open_sides/{j}")),
                    format!("Open side {side} of booth `{}` faces {what}.", booth.id),
                    "Name only sides that face an aisle; side 0 joins the first two corners.",
                ));
            }
        }
    }
}

/// What stands all along before a side; `None` if somewhere there is floor.
fn blocked_by(context: &Context<'_>, booth: &Booth, unit: &Unit, side: usize) -> Option<String> {
    let out = booth.footprint.outward(side)?;
    let (from, to) = booth.footprint.side(side)?;
    let mut blocked = LOOKS.map(|t| {
        let on = from.lerp(to, t);
        blocker(
            context,
            unit,
            on,
            Point::new(on.x + out.x * BEFORE_M, on.y + out.y * BEFORE_M),
        )
    });
    if blocked.iter().all(Option::is_some) {
        blocked[1].take()
    } else {
        None
    }
}

fn blocker(context: &Context<'_>, unit: &Unit, on: Point, before: Point) -> Option<String> {
    let is_inside = |polygon: &Polygon| polygon.contains(before);
    if let Some(other) = context.booth_at(&unit.level, before) {
        return Some(format!("booth `{}`", context.layout.booths[other].id));
    }
    // A side on the border of its unit may be that of a stand by the wall; one beyond it is found as such.
    (!is_inside(&unit.polygon) && unit.polygon.distance_to_border(on) <= BEFORE_M)
        .then(|| format!("the wall of unit `{}`", unit.id))
}
