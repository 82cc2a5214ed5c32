//! Connectors that join levels.

use super::context::{Context, at, in_layout};
use crate::venue::Finding;
use std::collections::BTreeSet;

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (i, connector) in context.layout.connectors.iter().enumerate() {
        let mend = "Give it an end on each level that it joins, two at least.";
        if connector.ends.len() < 2 {
            findings.push(Finding::error(
                "joins-nothing",
                in_layout(format!("/connectors/{i}/ends")),
                format!(
                    "Connector `{}` has {} end(s), so it joins nothing.",
                    connector.id,
                    connector.ends.len()
                ),
                mend,
            ));
        }
        let mut levels = BTreeSet::new();
        for (j, end) in connector.ends.iter().enumerate() {
            if !levels.insert(&end.level) {
                findings.push(Finding::error(
                    "joins-nothing",
                    in_layout(format!("/connectors/{i}/ends/{j}/level")),
                    format!("Connector `{}` has two ends on level `{}`.", connector.id, end.level),
                    mend,
                ));
            }
            let known = context.layout.levels.iter().any(|level| level.id == end.level);
            if known && !context.on_floor(&end.level, end.point) {
                findings.push(Finding::error(
                    "joins-nothing",
                    in_layout(format!("/connectors/{i}/ends/{j}/point")),
                    format!(
                        "The end of connector `{}` at {} is in no unit of level `{}`.",
                        connector.id,
                        at(end.point),
                        end.level
                    ),
                    "Move it onto the floor of a unit: it is where one steps off.",
                ));
            }
        }
    }
}
