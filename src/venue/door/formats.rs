//! Files of formats that are known.

use super::{EXHIBITORS, LAYOUT, LIVE, PROGRAMME, RULES};
use crate::venue::{
    EXHIBITORS_FORMAT, FilePlace, Finding, LAYOUT_FORMAT, LIVE_FORMAT, PROGRAMME_FORMAT, RULES_FORMAT, VenueFiles,
};

pub(super) fn findings(files: &VenueFiles, findings: &mut Vec<Finding>) {
    for (file, found, known) in [
        (LAYOUT, &files.layout.format, LAYOUT_FORMAT),
        (EXHIBITORS, &files.exhibitors.format, EXHIBITORS_FORMAT),
        (PROGRAMME, &files.programme.format, PROGRAMME_FORMAT),
        (RULES, &files.rules.format, RULES_FORMAT),
        (LIVE, &files.live.format, LIVE_FORMAT),
    ] {
        if found != known {
            findings.push(Finding::error(
                "unknown-format",
                FilePlace::new(file, "/format"),
                format!("The format is `{found}`, which this version does not know."),
                format!("Use `{known}`, or a Fairway that knows this format."),
            ));
        }
    }
}
