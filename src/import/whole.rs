//! What is said of the venue as a whole: its levels, its name, and whether connectors join all of it.

use super::level::LevelNumber;
use super::role::AreaRole;
use super::shapes;
use super::survey::Item;
use super::wording::Wording;
use crate::venue::{Connector, FilePlace, Finding, Level, LocalText};
use std::collections::{BTreeMap, BTreeSet};

/// Height from level to level, which the data does not say (m).
const STOREY_M: f64 = 4.0;

/// The levels in order. Whole numbers are their own ordinals; where there are halves, levels are counted from the ground.
pub(super) fn levels(numbers: &BTreeSet<LevelNumber>, items: &[Item], wording: &Wording) -> Vec<Level> {
    let are_whole = numbers.iter().all(|number| number.is_whole());
    let below = numbers.iter().filter(|number| **number < LevelNumber::GROUND).count() as i32;
    let name = |number: LevelNumber| {
        let outlines = items.iter().filter(|item| {
            item.area_role() == AreaRole::LevelOutline && item.levels.len() == 1 && item.levels.contains(&number)
        });
        let called = |item: &Item| {
            wording
                .name(&item.tags)
                .or_else(|| item.tags.get("level:ref").map(|text| wording.plain(text)))
        };
        outlines
            .filter_map(called)
            .next()
            .unwrap_or_else(|| wording.level(&number.to_string()))
    };
    numbers
        .iter()
        .enumerate()
        .map(|(rank, &number)| Level {
            id: number.id(),
            ordinal: if are_whole { number.floor() } else { rank as i32 - below },
            name: name(number),
            elevation_m: number.as_f64() * STOREY_M,
        })
        .collect()
}

/// The name of the largest building, mall or station around it all.
pub(super) fn building_name(items: &[Item], wording: &Wording) -> Option<LocalText> {
    let is_whole = |item: &&Item| {
        !item.tags.has("indoor")
            && (item.tags.says("building")
                || item.tags.is("shop", &["mall"])
                || item.tags.says("public_transport")
                || item.tags.is("railway", &["station"]))
            && item.levels.is_empty()
    };
    items
        .iter()
        .filter(is_whole)
        .filter_map(|item| {
            let area: f64 = item
                .areas()
                .map(|rings| shapes::area_of(&shapes::solid(&rings).0))
                .sum();
            item.tags
                .has("name")
                .then(|| wording.name(&item.tags))
                .flatten()
                .map(|name| (area, name))
        })
        .filter(|(area, _)| *area > 0.0)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// A finding for levels that no connector joins to the ground or to the lowest.
pub(super) fn unjoined(levels: &[Level], connectors: &[Connector]) -> Vec<Finding> {
    let mut group: BTreeMap<_, usize> = levels.iter().enumerate().map(|(i, level)| (&level.id, i)).collect();
    for connector in connectors {
        let groups: Vec<usize> = connector
            .ends
            .iter()
            .filter_map(|end| group.get(&end.level).copied())
            .collect();
        if let Some(&first) = groups.first() {
            for mark in group.values_mut().filter(|mark| groups.contains(mark)) {
                *mark = first;
            }
        }
    }
    let mut parts: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for level in levels {
        if let Some(&mark) = group.get(&level.id) {
            parts.entry(mark).or_default().push(level.id.as_str());
        }
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let parts: Vec<String> = parts.values().map(|part| part.join(" and ")).collect();
    let nothing = if connectors.is_empty() {
        "the data joins no levels: it maps no lift, stairs, escalator or ramp between them"
    } else {
        "the data does not join all levels"
    };
    vec![Finding::warning(
        "levels-not-joined",
        FilePlace::new("layout.json", "/connectors"),
        format!("There is no way between {}: {nothing}.", parts.join(", ")),
        "Map in OpenStreetMap what joins them, with all its levels (`highway=elevator`, `level=0;1`), and import again; or add it to `connectors` by hand.",
    )]
}
