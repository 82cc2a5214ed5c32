//! Openings that the data maps: doors and entrances, which are points (or short lines) on the borders of rooms.

use super::border::{self, Segment, WALL_M};
use super::geojson::Geometry;
use super::level::LevelNumber;
use super::plan::{Ids, Piece, pieces_near};
use super::report::Report;
use super::role::{LineRole, PointRole};
use super::spaces::{Shaft, Spaces};
use super::survey::Item;
use super::wording::Wording;
use crate::venue::{Opening, OpeningId, OpeningKind, Point};
use std::collections::BTreeSet;

/// A door's width where the data says none (m).
pub(super) const USUAL_WIDTH_M: f64 = 1.2;

/// A door on the outline of stairs or of a lift: where one steps on or off on that level.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShaftDoor {
    pub shaft: usize,
    pub level: LevelNumber,
    pub point: Point,
}

#[derive(Debug, Default)]
pub(super) struct Doors {
    pub openings: Vec<Opening>,
    pub shaft_doors: Vec<ShaftDoor>,
}

/// Where the data puts a door.
struct Site<'i> {
    item: &'i Item,
    point: Point,
    width: f64,
}

pub(super) fn mapped(items: &[Item], spaces: &Spaces, wording: &Wording, ids: &mut Ids, report: &mut Report) -> Doors {
    let mut doors = Doors::default();
    for site in items.iter().flat_map(sites) {
        if let Some(why) = unusable(site.item) {
            report.left_out(&site.item.osm_id, why);
            continue;
        }
        let levels = levels(&site, spaces, report);
        let mut why = "it lies on no border of a room or corridor";
        let mut is_used = false;
        for &level in &levels {
            if let Some(shaft) = shaft_at(&spaces.shafts, level, site.point) {
                doors.shaft_doors.push(ShaftDoor {
                    shaft,
                    level,
                    point: site.point,
                });
                report.used(&site.item.osm_id, "a door of stairs or of a lift");
                is_used = true;
                continue;
            }
            let near = pieces_near(&spaces.pieces, level, site.point, WALL_M);
            if let Some((segment, between)) = place(&site, &near, &spaces.pieces) {
                let id = OpeningId::new(ids.of(site.item, level));
                doors.openings.push(opening(id, &site, segment, &between, wording));
                report.used(
                    &site.item.osm_id,
                    if between.len() == 2 {
                        "a door"
                    } else {
                        "a door to the outside"
                    },
                );
                is_used = true;
            } else if !near.is_empty() {
                why = "no stretch of wall is straight and wide enough there, or both sides are one floor";
            }
        }
        if !is_used {
            report.left_out(&site.item.osm_id, format!("a door, but {why}"));
        }
    }
    doors
}

/// Passages where one walled space had to be cut into parts.
pub(super) fn through_cuts(spaces: &Spaces, ids: &mut Ids) -> Vec<Opening> {
    let mut openings = Vec::new();
    for cut in &spaces.cuts {
        let segment = Segment {
            from: cut.from,
            to: cut.to,
        };
        let parts: Vec<&Piece> = spaces
            .pieces
            .iter()
            .filter(|piece| piece.item == cut.item && piece.level == cut.level && segment.lies_on(&piece.polygon))
            .collect();
        if let [a, b] = parts[..] {
            openings.push(Opening {
                id: OpeningId::new(ids.fresh(&format!("{}-through", a.id))),
                kind: OpeningKind::Passage,
                from: cut.from,
                to: cut.to,
                between: vec![a.id.clone(), b.id.clone()],
                name: None,
                clear_width_m: None,
                step_free: true,
            });
        }
    }
    openings
}

fn sites(item: &Item) -> impl Iterator<Item = Site<'_>> {
    let is_door_point = item.point_role() == PointRole::Door;
    let is_door_line = item.line_role() == LineRole::Door;
    let tagged = ["door:width", "entrance:width", "width"]
        .iter()
        .find_map(|key| item.tags.metres(key));
    item.geometries.iter().filter_map(move |geometry| {
        let (point, drawn) = match geometry {
            Geometry::Point(point) if is_door_point => (*point, None),
            Geometry::Line(line) if is_door_line => {
                let (first, last) = (*line.first()?, *line.last()?);
                (
                    first.lerp(last, 0.5),
                    Some(first.distance(last)).filter(|width| *width > 0.5),
                )
            }
            _ => return None,
        };
        let width = tagged.or(drawn).unwrap_or(USUAL_WIDTH_M).clamp(0.7, 8.0);
        Some(Site { item, point, width })
    })
}

fn unusable(item: &Item) -> Option<&'static str> {
    if item.tags.is_closed() {
        Some("visitors may not use this door (`access`)")
    } else if item.tags.is("entrance", &["service", "garage", "closed"]) {
        Some("an entrance that is not for visitors")
    } else {
        None
    }
}

/// The levels that the site is on: those it says, else a guess among those that have a border there.
fn levels(site: &Site, spaces: &Spaces, report: &mut Report) -> BTreeSet<LevelNumber> {
    if !site.item.levels.is_empty() {
        return site.item.levels.clone();
    }
    let with_border: BTreeSet<LevelNumber> = spaces
        .pieces
        .iter()
        .map(|piece| piece.level)
        .filter(|&level| !pieces_near(&spaces.pieces, level, site.point, WALL_M).is_empty())
        .collect();
    let guess = if with_border.contains(&LevelNumber::GROUND) {
        Some(LevelNumber::GROUND)
    } else {
        with_border.first().copied()
    };
    if let Some(level) = guess {
        report.guessed(
            &site.item.osm_id,
            format!("a door without a level; taken to be on level {level}, whose walls it lies on"),
        );
    }
    guess.into_iter().collect()
}

fn shaft_at(shafts: &[Shaft], level: LevelNumber, p: Point) -> Option<usize> {
    let near = |shaft: &Shaft| shaft.polygon.distance_to_border(p);
    shafts
        .iter()
        .enumerate()
        .filter(|(_, shaft)| shaft.levels.contains(&level) && near(shaft) <= WALL_M / 2.0)
        .min_by(|(_, a), (_, b)| near(a).total_cmp(&near(b)))
        .map(|(index, _)| index)
}

/// The segment of the opening and what it is between.
fn place<'p>(site: &Site, near: &[&'p Piece], all: &[Piece]) -> Option<(Segment, Vec<&'p Piece>)> {
    // More than so many units do not meet at one door.
    let near = &near[..near.len().min(6)];
    for (i, &a) in near.iter().enumerate() {
        for &b in &near[i + 1..] {
            if a.is_part_of_same(b) {
                continue;
            }
            if let Some(segment) = border::fit_opening(&a.polygon, Some(&b.polygon), site.point, site.width) {
                return Some((segment, vec![a, b]));
            }
        }
    }
    near.iter().find_map(|&a| {
        let segment = border::fit_opening(&a.polygon, None, site.point, site.width)?;
        let leads_out = [0.6, -0.6].iter().map(|&depth| segment.beside(depth)).any(|p| {
            !all.iter()
                .any(|piece| piece.level == a.level && piece.polygon.contains(p))
        });
        leads_out.then(|| (segment, vec![a]))
    })
}

fn opening(id: OpeningId, site: &Site, segment: Segment, between: &[&Piece], wording: &Wording) -> Opening {
    let tags = &site.item.tags;
    let is_entrance = tags.says("entrance") || tags.has("railway");
    let is_emergency = tags.is("entrance", &["emergency"])
        || tags.is("exit", &["emergency"])
        || tags.is("emergency", &["exit", "yes"]);
    let kind = if is_emergency {
        OpeningKind::EmergencyExit
    } else if between.len() == 1 && is_entrance {
        OpeningKind::Entrance
    } else if tags.is("door", &["no"]) {
        OpeningKind::Passage
    } else {
        OpeningKind::Door
    };
    Opening {
        id,
        kind,
        from: super::shapes::round(segment.from),
        to: super::shapes::round(segment.to),
        between: between.iter().map(|piece| piece.id.clone()).collect(),
        name: wording.name(tags),
        clear_width_m: tags.metres("door:width").or_else(|| tags.metres("width")),
        // Wheels do not fit into a revolving door.
        step_free: !tags.is("wheelchair", &["no"]) && !tags.is("door", &["revolving"]),
    }
}
