//! Lengths and heights that can be.

use super::context::{Context, in_layout};
use crate::venue::{FilePlace, Finding, RuleUnit};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let layout = context.layout;
    let mut positive = |value: Option<f64>, pointer: String, what: String| {
        if let Some(value) = value
            && value <= 0.0
        {
            findings.push(Finding::error(
                "bad-measure",
                in_layout(pointer),
                format!("{what} is {value} m."),
                "Give it in metres, more than 0.",
            ));
        }
    };
    for (i, unit) in layout.units.iter().enumerate() {
        positive(
            unit.height_m,
            format!("/units/{i}/height_m"),
            format!("The height of unit `{}`", unit.id),
        );
    }
    for (i, opening) in layout.openings.iter().enumerate() {
        let what = format!("The clear width of opening `{}`", opening.id);
        positive(opening.clear_width_m, format!("/openings/{i}/clear_width_m"), what);
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        let what = |measure| format!("The {measure} of connector `{}`", connector.id);
        positive(connector.width_m, format!("/connectors/{i}/width_m"), what("width"));
        positive(connector.length_m, format!("/connectors/{i}/length_m"), what("length"));
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        let what = format!("The height of fixture `{}`", fixture.id);
        positive(fixture.height_m, format!("/fixtures/{i}/height_m"), what);
    }
    for (i, aisle) in layout.aisles.iter().enumerate() {
        let what = format!("The width of aisle `{}`", aisle.id);
        positive(Some(aisle.width_m), format!("/aisles/{i}/width_m"), what);
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        let what = format!("The height of booth `{}`", booth.id);
        positive(Some(booth.height_m), format!("/booths/{i}/height_m"), what);
    }
    if let Some(georeference) = &layout.georeference {
        for (field, value, most) in [
            ("latitude", georeference.latitude, 90.0),
            ("longitude", georeference.longitude, 180.0),
            ("bearing_deg", georeference.bearing_deg, 360.0),
        ] {
            if value.abs() > most {
                findings.push(Finding::error(
                    "bad-measure",
                    in_layout(format!("/georeference/{field}")),
                    format!("The {field} is {value}."),
                    format!("Give degrees from -{most} to {most}."),
                ));
            }
        }
    }
    for (i, rule) in context.files.rules.rules.iter().enumerate() {
        let most = if rule.unit == RuleUnit::Share { 1.0 } else { f64::MAX };
        if !(0.0..=most).contains(&rule.value) {
            findings.push(Finding::error(
                "bad-measure",
                FilePlace::new("rules.json", format!("/rules/{i}/value")),
                format!("The limit of rule `{}` is {}.", rule.id, rule.value),
                "Give a limit that is not negative; a share is at most 1.",
            ));
        }
    }
}
