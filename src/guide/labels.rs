//! The names on plan and models, and which goes first where they compete.

use super::label_box::{LabelBox, label_box, millimetres};
use super::{LabelRank, OpenVenue, PlanLabel, SceneLabel};
use crate::directory::in_all_languages;
use crate::venue::{Booth, LevelId, LocalText, PlaceId, Point, Unit, UnitKind};

/// Stands of this size and more are what people steer by.
const ANCHOR_M2: f64 = 60.0;

/// How a hall's box is shared: its number in the upper part, its name under it.
const NUMBER_SHARE: f64 = 0.6;

/// A label hovers this far over what it names, in metres.
const OVER_M: f64 = 0.4;

/// Where names of halls and rooms hover whose height the layout does not say, in metres.
const UNIT_HEIGHT_M: f64 = 4.0;

/// A name, before plan or stage place it.
pub struct Label<'v> {
    place: PlaceId,
    text: LocalText,
    number: Option<String>,
    level: &'v LevelId,
    space: LabelBox,
    rank: LabelRank,
    /// Of what it names, in metres.
    height_m: f64,
    facing_deg: Option<f64>,
    outline: &'v [Point],
}

impl OpenVenue {
    /// Halls, rooms, booths, each in the layout's order.
    pub(super) fn labels(&self) -> Vec<Label<'_>> {
        let units = self.venue.units().iter().flat_map(|unit| self.unit_labels(unit));
        let booths = self.venue.booths().iter().filter_map(|booth| self.booth_label(booth));
        units.chain(booths).collect()
    }

    fn unit_labels<'v>(&self, unit: &'v Unit) -> Vec<Label<'v>> {
        let whole = label_box(&unit.polygon);
        let label = |text, rank, space| Label {
            place: (&unit.id).into(),
            text,
            number: None,
            level: &unit.level,
            space,
            rank,
            height_m: unit.height_m.unwrap_or(UNIT_HEIGHT_M),
            facing_deg: None,
            outline: unit.polygon.points(),
        };
        let mut labels = Vec::new();
        let named = unit.name.wordings().any(|name| !name.is_empty());
        match (unit.kind, &unit.number) {
            (UnitKind::Outdoor, _) => {}
            (UnitKind::Hall, Some(number)) => {
                let (upper, lower) = split(whole);
                let number = in_all_languages(number, &self.venue);
                labels.push(label(number, LabelRank::HallNumber, upper));
                if named {
                    labels.push(label(unit.name.clone(), LabelRank::HallName, lower));
                }
            }
            (UnitKind::Hall, None) if named => labels.push(label(unit.name.clone(), LabelRank::HallName, whole)),
            _ if named => labels.push(label(unit.name.clone(), LabelRank::Room, whole)),
            _ => {}
        }
        labels
    }

    fn booth_label<'v>(&'v self, booth: &'v Booth) -> Option<Label<'v>> {
        let unit = self.venue.unit(&booth.unit)?;
        let name = self.directory.occupants().name_on(&self.venue, &booth.id);
        let number = booth.id.to_string();
        let (text, number) = match name {
            Some(name) => (name, Some(number)),
            None => (in_all_languages(&number, &self.venue), None),
        };
        let is_anchor = booth.footprint.area() >= ANCHOR_M2;
        Some(Label {
            place: (&booth.id).into(),
            text,
            number,
            level: &unit.level,
            space: label_box(&booth.footprint),
            rank: if is_anchor { LabelRank::Anchor } else { LabelRank::Booth },
            height_m: booth.height_m,
            facing_deg: facing_deg(booth),
            outline: &[],
        })
    }
}

impl Label<'_> {
    pub fn level(&self) -> &LevelId {
        self.level
    }

    pub fn on_plan(self) -> PlanLabel {
        PlanLabel {
            place: self.place,
            text: self.text,
            number: self.number,
            at: self.space.at,
            width_m: self.space.width_m,
            height_m: self.space.height_m,
            rank: self.rank,
        }
    }

    pub fn in_scene(self) -> SceneLabel {
        SceneLabel {
            place: self.place,
            text: self.text,
            number: self.number,
            level: self.level.clone(),
            at: self.space.at,
            height_m: self.height_m + OVER_M,
            rank: self.rank,
            facing_deg: self.facing_deg,
            outline: self.outline.to_vec(),
        }
    }
}

/// The upper part for a number, the rest for a name.
fn split(whole: LabelBox) -> (LabelBox, LabelBox) {
    let part = |center: f64, share: f64| LabelBox {
        at: Point::new(whole.at.x, millimetres(whole.at.y + whole.height_m * center)),
        height_m: millimetres(whole.height_m * share),
        ..whole
    };
    let name_share = 1.0 - NUMBER_SHARE;
    (
        part(name_share / 2.0, NUMBER_SHARE),
        part(-NUMBER_SHARE / 2.0, name_share),
    )
}

/// Degrees clockwise from north, out of the longest open side; the first of equally long ones.
fn facing_deg(booth: &Booth) -> Option<f64> {
    let mut longest: Option<(f64, usize)> = None;
    for &side in &booth.open_sides {
        let (a, b) = booth.footprint.side(side)?;
        let length = a.distance(b);
        if longest.is_none_or(|(best, _)| length > best + 0.01) {
            longest = Some((length, side));
        }
    }
    let out = booth.footprint.outward(longest?.1)?;
    Some(heading_deg(out))
}

/// The direction of a vector in degrees clockwise from the y axis, 0 to 360.
pub fn heading_deg(direction: Point) -> f64 {
    // Adding zero makes a zero of minus zero.
    direction.x.atan2(direction.y).to_degrees().rem_euclid(360.0) + 0.0
}
