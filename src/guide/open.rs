//! Bytes → venue, or why not, in the page's terms.

use super::{GuideEvent, RefusedReason};
use crate::venue::{BundleError, Finding};

impl From<BundleError> for GuideEvent {
    fn from(error: BundleError) -> Self {
        let (reason, details) = match error {
            BundleError::Invalid(findings) => {
                let details = findings.iter().map(ToString::to_string).collect();
                return GuideEvent::VenueRefused {
                    reason: reason(&findings),
                    details,
                };
            }
            BundleError::Empty | BundleError::NotData(_) => (RefusedReason::NotData, error.to_string()),
            BundleError::UnknownFormat { .. } => (RefusedReason::UnknownFormat, error.to_string()),
        };
        GuideEvent::VenueRefused {
            reason,
            details: vec![details],
        }
    }
}

/// What the findings come to: one of the files may have an unknown format, or there may be nothing to show.
fn reason(findings: &[Finding]) -> RefusedReason {
    let any = |rule| findings.iter().any(|finding| finding.rule == rule);
    if any("unknown-format") {
        RefusedReason::UnknownFormat
    } else if any("nothing-to-show") {
        RefusedReason::Empty
    } else {
        RefusedReason::Invalid
    }
}
