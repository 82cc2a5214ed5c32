//! Bytes → venue, or why not.

use super::RefusedReason;
use crate::venue::{BUNDLE_FORMAT, Bundle, Finding, ModelFile, Rejected, Venue};
use serde::Deserialize;

/// Why bytes are no venue.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub reason: RefusedReason,
    /// For the organiser, in English.
    pub details: Vec<String>,
}

impl Refused {
    fn new(reason: RefusedReason, detail: impl ToString) -> Self {
        Self {
            reason,
            details: vec![detail.to_string()],
        }
    }
}

/// The part of a bundle that says what the rest is.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
}

pub fn read(bundle: &[u8]) -> Result<(Venue, Vec<ModelFile>), Refused> {
    let head: Head = serde_json::from_slice(bundle).map_err(|error| Refused::new(RefusedReason::NotData, error))?;
    if head.format.as_deref() != Some(BUNDLE_FORMAT) {
        let found = head.format.map_or("none".to_owned(), |format| format!("`{format}`"));
        let detail = format!("The format is {found}; this version reads `{BUNDLE_FORMAT}`.");
        return Err(Refused::new(RefusedReason::UnknownFormat, detail));
    }
    let bundle: Bundle = serde_json::from_slice(bundle).map_err(|error| Refused::new(RefusedReason::Invalid, error))?;
    let venue = Venue::new(bundle.files).map_err(|Rejected { findings }| Refused {
        reason: reason(&findings),
        details: findings.iter().map(ToString::to_string).collect(),
    })?;
    Ok((venue, bundle.models))
}

fn reason(findings: &[Finding]) -> RefusedReason {
    let any = |rule| findings.iter().any(|finding| finding.rule == rule);
    if any("unknown-format") {
        RefusedReason::UnknownFormat
    } else if any("no-units") {
        RefusedReason::Empty
    } else {
        RefusedReason::Invalid
    }
}
