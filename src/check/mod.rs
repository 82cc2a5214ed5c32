//! All that can be found out about a venue's files without walking through it: what the door asks, and whether it makes sense.
//!
//! One family of rules a file. No rule stops another: each looks at what it understands and leaves broken references to the door.

mod booths;
mod connectors;
mod context;
mod crossing;
mod exhibitors;
mod floors;
mod measures;
mod openings;
mod overlap;
mod programme;
mod settings;
mod shape;
mod sides;
mod texts;

use crate::venue::{Finding, ReadVenue, Unread, VenueFiles, door_findings};
use context::Context;

/// Everything about files in memory, sorted by file and pointer.
pub fn check(files: &VenueFiles) -> Vec<Finding> {
    let mut findings = all(files, &Unread::default());
    Finding::sort(&mut findings);
    findings
}

/// Everything about files as they were read: what could not be read, and what is wrong with the rest.
pub fn check_read(read: &ReadVenue) -> Vec<Finding> {
    let mut findings = read.findings().to_vec();
    if let Some(files) = read.files() {
        findings.extend(all(files, read.unread()).into_iter().map(|finding| read.trace(finding)));
    }
    Finding::sort(&mut findings);
    findings
}

fn all(files: &VenueFiles, unread: &Unread) -> Vec<Finding> {
    let mut findings = door_findings(files, unread);
    let context = Context::new(files);
    let families = [
        settings::findings,
        texts::findings,
        measures::findings,
        crossing::findings,
        floors::findings,
        overlap::findings,
        booths::findings,
        sides::findings,
        openings::findings,
        connectors::findings,
        exhibitors::findings,
        programme::findings,
    ];
    for family in families {
        family(&context, &mut findings);
    }
    findings
}
