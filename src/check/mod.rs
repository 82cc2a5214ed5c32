//! All that can be found out about a venue's files without walking through it.

use crate::venue::{Finding, Unread, VenueFiles, door_findings};

/// Everything about files in memory, sorted by file and pointer.
pub fn check(files: &VenueFiles) -> Vec<Finding> {
    let mut findings = all(files, &Unread::default());
    Finding::sort(&mut findings);
    findings
}

/// Everything about files as they were read: what could not be read, and what is wrong with the rest.
#[cfg(feature = "cli")]
pub fn check_read(read: &crate::venue::ReadVenue) -> Vec<Finding> {
    let mut findings = read.findings().to_vec();
    if let Some(files) = read.files() {
        findings.extend(all(files, read.unread()).into_iter().map(|finding| read.trace(finding)));
    }
    Finding::sort(&mut findings);
    findings
}

fn all(files: &VenueFiles, unread: &Unread) -> Vec<Finding> {
    door_findings(files, unread)
}
