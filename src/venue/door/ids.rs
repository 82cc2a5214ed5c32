//! One meaning an id.

use super::{LAYOUT, PROGRAMME, RULES, each_place};
use crate::venue::checked::PlaceIndex;
use crate::venue::{FilePlace, Finding, PlaceId, VenueFiles};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

pub(super) fn findings(files: &VenueFiles, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<PlaceId, PlaceIndex> = BTreeMap::new();
    each_place(files, |id, index, place| match first.entry(id) {
        Entry::Vacant(entry) => {
            entry.insert(index);
        }
        Entry::Occupied(entry) => findings.push(Finding::error(
            "duplicate-id",
            place,
            format!("`{}` is already the id of {}.", entry.key(), entry.get().noun()),
            "Give each place an id of its own; booths, units, aisles, exhibitors and sessions share one set of ids.",
        )),
    });
    let layout = &files.layout;
    unique(LAYOUT, "levels", layout.levels.iter().map(|x| &x.id), findings);
    unique(LAYOUT, "themes", layout.themes.iter().map(|x| &x.id), findings);
    unique(LAYOUT, "categories", layout.categories.iter().map(|x| &x.id), findings);
    unique(LAYOUT, "fixtures", layout.fixtures.iter().map(|x| &x.id), findings);
    unique(
        PROGRAMME,
        "tracks",
        files.programme.tracks.iter().map(|x| &x.id),
        findings,
    );
    unique(RULES, "rules", files.rules.rules.iter().map(|x| &x.id), findings);
    for (i, level) in layout.levels.iter().enumerate() {
        let before = &layout.levels[..i];
        let same = before.iter().rfind(|other| other.ordinal == level.ordinal);
        if let Some(other) = same.map(|other| &other.id) {
            findings.push(Finding::error(
                "duplicate-ordinal",
                FilePlace::new(LAYOUT, format!("/levels/{i}/ordinal")),
                format!(
                    "Level `{}` has the ordinal {} of level `{other}`.",
                    level.id, level.ordinal
                ),
                "Give each level an ordinal of its own: 0 for the ground, 1 above it.",
            ));
        }
    }
}

fn unique<'a, T: Ord + Display + 'a>(
    file: &str,
    list: &str,
    ids: impl Iterator<Item = &'a T>,
    findings: &mut Vec<Finding>,
) {
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        if !seen.insert(id) {
            findings.push(Finding::error(
                "duplicate-id",
                FilePlace::new(file, format!("/{list}/{i}/id")),
                format!("`{id}` is already the id of one of the {list}."),
                format!("Give each of the {list} an id of its own."),
            ));
        }
    }
}
