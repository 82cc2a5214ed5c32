//! Doors that lead from somewhere to somewhere.

use super::context::{Context, TOUCH_M, in_layout};
use crate::venue::{Finding, Opening};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, opening) in context.layout.openings.iter().enumerate() {
        let place = |field: &str| in_layout(format!("/openings/{i}{field}"));
        let width_m = opening.from.distance(opening.to);
        if width_m == 0.0 {
            findings.push(Finding::error(
                "door-to-nowhere",
                place("/to"),
                format!("Opening `{}` begins and ends at one point.", opening.id),
                "Let `from` and `to` be the two ends of the gap in the wall.",
            ));
        } else if let Some(clear) = opening.clear_width_m.filter(|clear| *clear > width_m + 0.01) {
            findings.push(Finding::warning(
                "bad-measure",
                place("/clear_width_m"),
                format!(
                    "The clear width of opening `{}` is {clear} m, but the gap only {width_m:.2} m.",
                    opening.id
                ),
                "Let the clear width be at most the gap from `from` to `to`.",
            ));
        }
        match opening.between.as_slice() {
            [one, other] if one == other => findings.push(Finding::error(
                "door-to-nowhere",
                place("/between/1"),
                format!("Opening `{}` leads from unit `{one}` to itself.", opening.id),
                "Name two different units, or one for an opening to the outside.",
            )),
            [_] | [_, _] => {}
            units => findings.push(Finding::error(
                "door-to-nowhere",
                place("/between"),
                format!("Opening `{}` joins {} units.", opening.id, units.len()),
                "Name the two units that it joins, or one for an opening to the outside.",
            )),
        }
        reaches(context, opening, i, findings);
    }
}

/// The opening lies on the border of each of its units, all of one level.
fn reaches(context: &Context<'_>, opening: &Opening, i: usize, findings: &mut Vec<Finding>) {
    let units = opening
        .between
        .iter()
        .enumerate()
        .filter_map(|(j, id)| Some((j, context.unit(id)?.1)));
    let mut first_level = None;
    for (j, unit) in units {
        let pointer = format!("/openings/{i}/between/{j}");
        let looks = [0.0, 0.5, 1.0].map(|t| unit.polygon.distance_to_border(opening.from.lerp(opening.to, t)));
        let farthest = looks.into_iter().fold(0.0, f64::max);
        if farthest > TOUCH_M {
            findings.push(Finding::error(
                "door-to-nowhere",
                in_layout(pointer),
                format!(
                    "Opening `{}` is up to {farthest:.2} m off the border of unit `{}`.",
                    opening.id, unit.id
                ),
                format!("Move it onto the border (at most {TOUCH_M} m off), or name the unit that it opens."),
            ));
        } else if *first_level.get_or_insert(&unit.level) != &unit.level {
            findings.push(Finding::error(
                "door-to-nowhere",
                in_layout(pointer),
                format!("Opening `{}` joins units of two levels.", opening.id),
                "Join levels by a connector: lift, escalator, stairs or ramp.",
            ));
        }
    }
}
