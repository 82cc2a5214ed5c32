//! Inside the stand, the vertical projection included.

use crate::placement::case::{About, Bound, Case, Found, heights};
use crate::placement::finding::{Mark, Measure};

pub fn findings(case: &Case<'_>, found: &mut Found) {
    for rule in found.limits(case, Measure::BoundaryMaxOverhang) {
        for (part, solids, area) in case.by_part(&|_| true) {
            let measured = area.reach_out_of(&case.footprint);
            found.hold(rule, Measure::BoundaryMaxOverhang, Bound::AtMost, measured, || {
                let out = solids
                    .iter()
                    .copied()
                    .filter(|solid| !solid.area.less(&case.footprint).is_empty());
                About {
                    parts: case.part(part),
                    beside: None,
                    mark: Mark::new(case.level(), &area.less(&case.footprint), heights(out)),
                }
            });
        }
    }
}
