use super::{Said, names, quantity, side};
use crate::placement::finding::{Judge, Measure, PlacementFinding, Why};

pub const ADVICE: &str = "This is advice from the published rules that the venue names, not an approval.";

pub fn said(finding: &PlacementFinding) -> Said {
    let measured = quantity(finding.measured, finding.unit);
    let allowed = quantity(finding.allowed, finding.unit);
    let beside = finding.beside.as_deref().unwrap_or_default();
    let side = side(beside);
    let parts = match names(&finding.parts, "`", "`", " and ") {
        none if none.is_empty() => "The stand".to_owned(),
        parts => parts,
    };
    let from = |what: &str| format!("{parts} stands {measured} from {what} `{beside}`; {allowed} must be free.");
    let (message, mend) = match finding.measure {
        Measure::BoundaryMaxOverhang => (
            format!("{parts} is {measured} outside the stand, seen from above; {allowed} is allowed."),
            "Move it inside, or make it smaller.",
        ),
        Measure::ShellSchemePanelHeight | Measure::SingleDeckMaxHeight | Measure::DoubleDeckMaxHeight => (
            format!("{parts} is {measured} high; {allowed} is allowed."),
            "Make it lower, or ask for an exception.",
        ),
        Measure::CeilingGap => (
            format!("{parts} leaves {measured} under the ceiling; {allowed} must be free."),
            "Make it lower, or hang it lower.",
        ),
        Measure::HangingMinHeight => (
            format!("{parts} hangs {measured} above the floor; at least {allowed} is asked for."),
            "Hang it higher.",
        ),
        Measure::OpenSideEntryMinWidth => (
            format!("The widest gap on open side {side} is {measured}; {allowed} must be open."),
            "Move what stands along that side.",
        ),
        Measure::AisleSideWallMaxShare => (
            format!("{parts} walls {measured} of open side {side}; {allowed} is allowed."),
            "Shorten the walls there, use glass, or move them back.",
        ),
        Measure::SightLineSetback => (
            format!("{parts} is high {measured} from the aisle beside stand `{beside}`; {allowed} must be kept."),
            "Move it back from the aisle, or make it lower.",
        ),
        Measure::ExitFrontClearance => (from("exit"), "Keep the room before the exit free."),
        Measure::HydrantClearance => (from("hydrant"), "Move it away from the hydrant."),
        Measure::ColumnClearance => (from("column"), "Move it away from the column."),
        Measure::ShutterClearance => (from("shutter"), "Move it away from the shutter."),
        Measure::WallClearance => (from("the wall of"), "Move it away from the wall."),
        Measure::UnderShutterMaxArea => (
            format!("{parts} covers {measured} under fire shutter `{beside}`; {allowed} is allowed."),
            "Keep the floor and the air under the shutter free.",
        ),
        Measure::UpperDeckMaxShare => (
            format!("The upper deck covers {measured} of the stand; {allowed} is allowed."),
            "Make the deck smaller.",
        ),
        Measure::UpperDeckMinExits => (
            format!("{measured} stairs lead down from the upper deck; {allowed} are asked for."),
            "Add stairs that touch the deck.",
        ),
        Measure::WayMinWidth if finding.parts.is_empty() => (
            format!(
                "Something {measured} wide gets to this floor of the stand at most; the way must be {allowed} wide."
            ),
            "Widen the way to it from the aisle.",
        ),
        Measure::WayMinWidth => (
            format!("Something {measured} wide gets to {parts} at most; the way must be {allowed} wide."),
            "Widen the way to it from the aisle.",
        ),
        Measure::StepMaxHeight => (
            format!("{parts} is a step of {measured} without a ramp; {allowed} is allowed."),
            "Put a ramp against it.",
        ),
        Measure::RampMaxSlope => (
            format!("{parts} rises {measured}; {allowed} is allowed."),
            "Make the ramp longer, or the floor lower.",
        ),
        Measure::FloorMaxLoad => (
            format!("{parts} loads the floor with {measured}; {allowed} is allowed."),
            "Spread the weight over more floor.",
        ),
        Measure::AisleMainMinWidth | Measure::AisleMinWidth => (
            format!("{parts} leaves {measured} of aisle `{beside}`; {allowed} must be free."),
            "Move it back into the stand.",
        ),
        Measure::BookingsOverlap => (
            format!("{parts} covers {measured} where stand `{beside}` has built too."),
            "Move one of them.",
        ),
        Measure::StandBookedTwice => (
            format!("Stand `{beside}` has another design too."),
            "Keep one of the two.",
        ),
        Measure::UnknownModel => (
            format!("{parts} names the model `{beside}`, which is not there, so it is in no check."),
            "Add the model, or mend its name.",
        ),
    };
    let source = finding
        .rule
        .as_ref()
        .map_or_else(String::new, |rule| match &rule.clause {
            Some(clause) => format!("{}, {clause}", rule.source),
            None => rule.source.clone(),
        });
    Said {
        message,
        mend: mend.to_owned(),
        source,
    }
}

pub fn judged(judge: Judge) -> &'static str {
    match judge {
        Judge::Materials => "materials and how they burn",
        Judge::Electrics => "electrics",
        Judge::Structure => "whether it holds",
        Judge::Rigging => "what hangs, and from what",
    }
}

pub fn why(why: Why) -> &'static str {
    match why {
        Why::NoRule => "the venue has no rule on it for this stand",
        Why::NotThisStand => "it is about stands of another kind",
        Why::PlanLacks => "the plan lacks what it is measured against",
        Why::NoWeight => "no weight is given",
        Why::OtherUnit => "the rule is in another unit than what it limits",
        Why::NotOfDesigns => "it is no matter of one design",
    }
}
