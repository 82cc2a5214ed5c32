//! Exhibitors with a stand.

use super::context::Context;
use crate::venue::{FilePlace, Finding};
use std::collections::BTreeSet;

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, exhibitor) in context.files.exhibitors.exhibitors.iter().enumerate() {
        let place = |field: &str| FilePlace::new("exhibitors.json", format!("/exhibitors/{i}/{field}"));
        if exhibitor.booths.is_empty() {
            findings.push(Finding::warning(
                "no-booth",
                place("booths"),
                format!(
                    "Exhibitor `{}` has no booth, so nobody finds the way there.",
                    exhibitor.id
                ),
                "Name the booths that it has.",
            ));
        }
        let mut seen = BTreeSet::new();
        for (j, booth) in exhibitor.booths.iter().enumerate() {
            if !seen.insert(booth) {
                findings.push(Finding::warning(
                    "named-twice",
                    place(&format!("booths/{j}")),
                    format!("Exhibitor `{}` names booth `{booth}` twice.", exhibitor.id),
                    "Name it once.",
                ));
            }
        }
        if let Some(country) = &exhibitor.country
            && !(country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            findings.push(Finding::warning(
                "bad-country",
                place("country"),
                format!("The country of exhibitor `{}` is `{country}`.", exhibitor.id),
                "Use two capital letters (ISO 3166-1): `CN`.",
            ));
        }
    }
}
