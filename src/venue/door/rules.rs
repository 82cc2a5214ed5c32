//! What rules of stands are for exists.

use super::references::Known;
use super::{RULES, Unread};
use crate::venue::{Finding, VenueFiles};

pub(super) fn findings(files: &VenueFiles, unread: &Unread, findings: &mut Vec<Finding>) {
    let layout = &files.layout;
    let levels = Known::new("level", layout.levels.iter().map(|x| x.id.as_str()), unread);
    let units = Known::new("unit", layout.units.iter().map(|x| x.id.as_str()), unread);
    for (i, rule) in files.rules.rules.iter().enumerate() {
        let Some(applies) = &rule.applies else {
            continue;
        };
        let at = |pointer: String| format!("/rules/{i}/applies/{pointer}");
        for (j, unit) in applies.units.iter().enumerate() {
            units.expect(unit.as_str(), RULES, at(format!("units/{j}")), findings);
        }
        for (j, level) in applies.levels.iter().enumerate() {
            levels.expect(level.as_str(), RULES, at(format!("levels/{j}")), findings);
        }
        for (j, area) in applies.areas.iter().enumerate() {
            levels.expect(area.level.as_str(), RULES, at(format!("areas/{j}/level")), findings);
        }
    }
}
