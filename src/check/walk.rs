//! What a walk through the venue shows: stands, rooms and amenities that nobody can reach.

use crate::venue::{Finding, Severity, Venue, VenueFiles};
use crate::wayfinding::{NavGraph, unreachable};

/// Lists of the layout without whose elements there is no telling what can be reached.
const WAYS: [&str; 4] = ["/levels", "/units", "/openings", "/connectors"];

/// Walks, if the files are a venue and its ways are whole: behind a broken door everything would be unreachable, and the door is already found.
/// So is a thing that has an error of its own.
///
/// `unread` are the findings of the reading, about what is not in `files`; `found` those about `files`.
pub(super) fn findings(files: &VenueFiles, unread: &[Finding], found: &[Finding]) -> Vec<Finding> {
    let is_missing = |pointer: &str| pointer.is_empty() || WAYS.iter().any(|list| pointer.starts_with(list));
    let is_broken = |pointer: &str| pointer.starts_with("/openings") || pointer.starts_with("/connectors");
    if errors(unread).any(is_missing) || errors(found).any(is_broken) {
        return Vec::new();
    }
    let Ok(venue) = Venue::new(files.clone()) else {
        return Vec::new();
    };
    let mut findings = unreachable(&venue, &NavGraph::derive(&venue));
    findings.retain(|finding| {
        let inside = format!("{}/", finding.place.pointer);
        !errors(found).any(|pointer| pointer.starts_with(&inside))
    });
    findings
}

/// The pointers of errors in the layout.
fn errors(findings: &[Finding]) -> impl Iterator<Item = &str> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error && finding.place.file == "layout.json")
        .map(|finding| finding.place.pointer.as_str())
}
