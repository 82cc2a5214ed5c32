//! What stands on a floor: kiosks, amenities, aisles.

use super::context::{Context, TOUCH_M, at, in_layout};
use crate::venue::{BoothId, Bounds, Finding, LevelId, Point, is_near, segments_cross};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let layout = context.layout;
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        let pointer = format!("/kiosks/{i}/point");
        standing(
            context,
            &kiosk.level,
            kiosk.point,
            pointer,
            &format!("kiosk `{}`", kiosk.id),
            findings,
        );
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        let pointer = format!("/amenities/{i}/point");
        standing(
            context,
            &amenity.level,
            amenity.point,
            pointer,
            &format!("amenity `{}`", amenity.id),
            findings,
        );
    }
    aisles(context, findings);
}

/// A point where people stand is on a floor and in no stand.
fn standing(
    context: &Context<'_>,
    level: &LevelId,
    point: Point,
    pointer: String,
    what: &str,
    findings: &mut Vec<Finding>,
) {
    // What is farther away is found at the door.
    if !context.is_level(level) || !is_near(point) {
        return;
    }
    if !context.on_floor(level, point) {
        findings.push(Finding::error(
            "off-floor",
            in_layout(pointer),
            format!("The point {} of {what} is in no unit of level `{level}`.", at(point)),
            "Move it onto the floor of a unit, or name the level that it is on.",
        ));
    } else if let Some(booth) = context.booth_at(level, point) {
        findings.push(Finding::error(
            "inside-booth",
            in_layout(pointer),
            format!(
                "The point {} of {what} is inside booth `{}`.",
                at(point),
                context.layout.booths[booth].id
            ),
            "Move it into an aisle: it is where a person stands to use it.",
        ));
    }
}

fn aisles(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, aisle) in context.layout.aisles.iter().enumerate() {
        if aisle.line.len() < 2 {
            findings.push(Finding::error(
                "no-line",
                in_layout(format!("/aisles/{i}/line")),
                format!("The line of aisle `{}` has {} points.", aisle.id, aisle.line.len()),
                "Give at least where it begins and where it ends.",
            ));
        }
        let Some((_, unit)) = context.unit(&aisle.unit) else {
            continue;
        };
        for (j, point) in aisle.line.iter().enumerate() {
            if !unit.polygon.contains(*point) && unit.polygon.distance_to_border(*point) > TOUCH_M {
                findings.push(Finding::error(
                    "outside-unit",
                    in_layout(format!("/aisles/{i}/line/{j}")),
                    format!(
                        "The point {} of aisle `{}` is outside its unit `{}`.",
                        at(*point),
                        aisle.id,
                        unit.id
                    ),
                    "Keep the line inside the unit, or name the unit that it is in.",
                ));
            }
        }
        for pair in aisle.line.windows(2) {
            if let [from, to] = pair
                && let Some(booth) = booth_across(context, &unit.level, *from, *to)
            {
                findings.push(Finding::warning(
                    "aisle-through-booth",
                    in_layout(format!("/aisles/{i}/line")),
                    format!("The line of aisle `{}` runs through booth `{booth}`.", aisle.id),
                    "Move the line or the booth.",
                ));
            }
        }
    }
}

/// A booth that the line from `from` to `to` enters.
fn booth_across<'v>(context: &Context<'v>, level: &LevelId, from: Point, to: Point) -> Option<&'v BoothId> {
    let bounds = Bounds::of([from, to])?;
    let near = context.booths_near(level, bounds);
    near.into_iter().map(|i| &context.layout.booths[i]).find_map(|booth| {
        let crosses = booth.footprint.sides().any(|(a, b)| segments_cross(from, to, a, b));
        (crosses || booth.footprint.contains(from)).then_some(&booth.id)
    })
}
