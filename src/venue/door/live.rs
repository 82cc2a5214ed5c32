//! A live file that makes sense: places that can be closed, times in order, densities that are some.

use super::references::Known;
use super::shapes::Shapes;
use super::{LIVE, Unread};
use crate::venue::{Extent, FilePlace, Finding, LocalTime, PlaceId, VenueFiles, Way};

/// People a square metre beyond which walking comes to a stop.
const DENSEST: f64 = 5.0;

pub(super) fn findings(files: &VenueFiles, unread: &Unread, findings: &mut Vec<Finding>) {
    let (layout, live) = (&files.layout, &files.live);
    let openings = Known::new("opening", layout.openings.iter().map(|x| x.id.as_str()), unread);
    let connectors = Known::new("connector", layout.connectors.iter().map(|x| x.id.as_str()), unread);
    let aisles = Known::new("aisle", layout.aisles.iter().map(|x| x.id.as_str()), unread);
    let units = Known::new("unit", layout.units.iter().map(|x| x.id.as_str()), unread);
    let levels = Known::new("level", layout.levels.iter().map(|x| x.id.as_str()), unread);
    let of_aisles = layout.aisles.iter().map(|x| PlaceId::from(&x.id));
    let crowded: Vec<PlaceId> = of_aisles.chain(layout.units.iter().map(|x| (&x.id).into())).collect();
    let mut closable = crowded.clone();
    closable.extend(layout.openings.iter().map(|x| PlaceId::from(&x.id)));
    closable.extend(layout.connectors.iter().map(|x| PlaceId::from(&x.id)));
    closable.extend(layout.amenities.iter().map(|x| PlaceId::from(&x.id)));
    let closable = Known::new(
        "opening, connector, aisle, unit or amenity",
        closable.iter().map(PlaceId::as_str),
        unread,
    );
    let crowded = Known::new("aisle or unit", crowded.iter().map(PlaceId::as_str), unread);

    let extent = |what: &Extent, places: &Known<'_>, pointer: String, findings: &mut Vec<Finding>| match what {
        Extent::Place(id) => places.expect(id.as_str(), LIVE, format!("{pointer}/place"), findings),
        Extent::Area(area) => {
            levels.expect(area.level.as_str(), LIVE, format!("{pointer}/area/level"), findings);
            Shapes::of(LIVE, findings).polygon(&area.polygon, format!("{pointer}/area/polygon"));
        }
    };
    for (i, closure) in live.closures.iter().enumerate() {
        extent(&closure.what, &closable, format!("/closures/{i}/what"), findings);
        in_order(
            closure.from.as_ref(),
            closure.until.as_ref(),
            format!("/closures/{i}/until"),
            findings,
        );
    }
    for (i, rule) in live.one_way.iter().enumerate() {
        let pointer = format!("/one_way/{i}");
        match &rule.way {
            Way::Opening(way) => {
                openings.expect(way.id.as_str(), LIVE, format!("{pointer}/way/opening/id"), findings);
                let opening = layout.openings.iter().find(|opening| opening.id == way.id);
                if let Some(opening) = opening.filter(|opening| !opening.between.contains(&way.into)) {
                    let between: Vec<String> = opening.between.iter().map(|unit| format!("`{unit}`")).collect();
                    findings.push(Finding::error(
                        "not-beside",
                        FilePlace::new(LIVE, format!("{pointer}/way/opening/into")),
                        format!("Opening `{}` does not lead into `{}`.", opening.id, way.into),
                        format!("Name a unit that it leads into: {}.", between.join(" or ")),
                    ));
                }
            }
            Way::Connector(way) => {
                connectors.expect(way.id.as_str(), LIVE, format!("{pointer}/way/connector/id"), findings);
            }
            Way::Aisle(way) => {
                aisles.expect(way.id.as_str(), LIVE, format!("{pointer}/way/aisle/id"), findings);
            }
        }
        in_order(
            rule.from.as_ref(),
            rule.until.as_ref(),
            format!("{pointer}/until"),
            findings,
        );
    }
    for (i, hours) in live.hours.iter().enumerate() {
        units.expect(hours.unit.as_str(), LIVE, format!("/hours/{i}/unit"), findings);
        if hours.days.is_empty() {
            findings.push(Finding::error(
                "no-hours",
                FilePlace::new(LIVE, format!("/hours/{i}/days")),
                format!("`{}` has no hours at all.", hours.unit),
                "List when it is open, or close it under `closures`.",
            ));
        }
        for (j, day) in hours.days.iter().enumerate() {
            in_order(
                Some(&day.open),
                Some(&day.close),
                format!("/hours/{i}/days/{j}/close"),
                findings,
            );
        }
    }
    sessions(files, &units, unread, findings);
    for (i, announcement) in live.announcements.iter().enumerate() {
        let (from, until) = (announcement.from.as_ref(), announcement.until.as_ref());
        in_order(from, until, format!("/announcements/{i}/until"), findings);
    }
    for (i, crowd) in live.crowds.iter().enumerate() {
        extent(&crowd.what, &crowded, format!("/crowds/{i}/what"), findings);
        if !(0.0..=DENSEST).contains(&crowd.persons_per_m2) {
            findings.push(Finding::error(
                "bad-density",
                FilePlace::new(LIVE, format!("/crowds/{i}/persons_per_m2")),
                format!("The density is {} persons per m².", crowd.persons_per_m2),
                format!(
                    "Give a number from 0 to {DENSEST}; where nobody can move any more, close it under `closures`."
                ),
            ));
        }
    }
}

/// Sessions that there are, in rooms that there are, that end after they begin.
fn sessions(files: &VenueFiles, units: &Known<'_>, unread: &Unread, findings: &mut Vec<Finding>) {
    let planned = &files.programme.sessions;
    let known = Known::new("session", planned.iter().map(|x| x.id.as_str()), unread);
    for (i, change) in files.live.sessions.iter().enumerate() {
        known.expect(
            change.session.as_str(),
            LIVE,
            format!("/sessions/{i}/session"),
            findings,
        );
        if let Some(room) = &change.room {
            units.expect(room.as_str(), LIVE, format!("/sessions/{i}/room"), findings);
        }
        let session = planned.iter().find(|session| session.id == change.session);
        in_order(
            change.start.as_ref().or(session.map(|session| &session.start)),
            change.end.as_ref().or(session.map(|session| &session.end)),
            format!("/sessions/{i}/end"),
            findings,
        );
    }
}

fn in_order(from: Option<&LocalTime>, until: Option<&LocalTime>, pointer: String, findings: &mut Vec<Finding>) {
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        findings.push(Finding::error(
            "ends-before-start",
            FilePlace::new(LIVE, pointer),
            format!("It begins at {from} and ends at {until}."),
            "Let it end after it begins.",
        ));
    }
}
