//! Whether models and files speak of the same booths.

use super::{HallModel, PartKind};
use crate::venue::{BoothId, FilePlace, Finding, UnitId, Venue};
use std::collections::BTreeSet;

/// Compares the booths of one model with those of the units that it shows. `file` names the model in the findings.
pub fn compare(model: &HallModel, file: &str, units: &[UnitId], venue: &Venue) -> Vec<Finding> {
    let shown: BTreeSet<BoothId> = model
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Booth)
        .filter_map(|part| part.id.as_deref())
        .map(BoothId::new)
        .collect();
    let unknown = shown.iter().filter(|id| venue.booth(id).is_none()).map(|id| {
        Finding::error(
            "model-unknown-booth",
            FilePlace::new(file, ""),
            format!("The model shows a booth `{id}` that the layout does not have."),
            "Rename the node's extras.fairway.id to a booth of the layout, or add the booth there.",
        )
    });
    let missing = venue
        .booths()
        .iter()
        .filter(|booth| units.contains(&booth.unit) && !shown.contains(&booth.id))
        .map(|booth| {
            Finding::warning(
                "model-missing-booth",
                FilePlace::new(file, ""),
                format!("The layout has a booth `{}` that the model does not show.", booth.id),
                format!(
                    "Give a node of the model extras.fairway = {{\"kind\": \"booth\", \"id\": \"{}\"}}.",
                    booth.id
                ),
            )
        });
    unknown.chain(missing).collect()
}
