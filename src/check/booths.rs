//! Stands inside their halls, and lower than them.

use super::context::{Context, in_layout};
use super::shape::{area_outside, boxes_overlap};
use crate::venue::{Bounds, Finding, Polygon};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, booth) in context.layout.booths.iter().enumerate() {
        let Some((_, unit)) = context.unit(&booth.unit) else {
            continue;
        };
        if !is_surely_inside(&booth.footprint, &unit.polygon)
            && let Some(area) = area_outside(&booth.footprint, &unit.polygon)
        {
            findings.push(Finding::error(
                "outside-unit",
                in_layout(format!("/booths/{i}/footprint")),
                format!(
                    "{area:.2} m² of booth `{}` are outside its unit `{}`.",
                    booth.id, unit.id
                ),
                "Move the booth into the unit, or name the unit that it stands in.",
            ));
        }
        if let Some(height_m) = unit.height_m
            && booth.height_m > height_m
        {
            findings.push(Finding::warning(
                "too-high",
                in_layout(format!("/booths/{i}/height_m")),
                format!(
                    "Booth `{}` is {} m high, but unit `{}` only {height_m} m.",
                    booth.id, booth.height_m, unit.id
                ),
                "Give heights in metres; a booth ends below the ceiling.",
            ));
        }
    }
}

/// Without cutting polygons: no side of `outer` comes near `inner`, which thus is wholly inside or wholly outside, as one point of it is.
fn is_surely_inside(inner: &Polygon, outer: &Polygon) -> bool {
    let Some(bounds) = inner.bounds() else {
        return false;
    };
    let far = |(a, b)| Bounds::of([a, b]).is_none_or(|side| !boxes_overlap(side.grown(0.01), bounds));
    outer.sides().all(far) && outer.contains(bounds.center())
}
