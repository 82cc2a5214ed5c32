//! How one stands at the start, so that the first sentence can say which way to go without a compass.

use super::super::Maneuver;
use super::super::cues::Start;
use super::super::search::{Conditions, Hop};
use super::stretches::Stretch;
use super::way::{direction, dot, turn_deg};
use crate::venue::{Booth, Exhibitor, Place, Point, Polygon, Venue};

/// The start of a way.
pub struct Origin {
    /// Which way one faces with the back to it, if it has one front.
    pub heading: Option<Point>,
    /// Which way its side looks that one stands before.
    outward: Option<Point>,
    /// What one does if the way begins with a door.
    by_door: Start,
}

impl Origin {
    pub fn of(conditions: Conditions<'_>, hops: &[Hop], place: Option<Place<'_>>) -> Self {
        let mut origin = Self {
            heading: None,
            outward: None,
            by_door: Start::From,
        };
        let (Some(first), Some(place)) = (hops.first(), place) else {
            return origin;
        };
        let here = first.spot.1;
        let venue = conditions.venue;
        match place {
            Place::Unit(_) | Place::Session(_) => origin.by_door = Start::Leave,
            Place::Opening(opening) => {
                origin.by_door = Start::Through;
                // Who stands before a door has it behind; in it, too, for one goes on.
                let middle = opening.from.lerp(opening.to, 0.5);
                let across = direction(opening.from, opening.to).map(|along| Point::new(-along.y, along.x));
                let onward = || hops.iter().find_map(|hop| direction(here, hop.spot.1));
                if let (Some(across), Some(away)) = (across, direction(middle, here).or_else(onward)) {
                    let sign = if dot(across, away) < 0.0 { -1.0 } else { 1.0 };
                    origin.heading = Some(Point::new(across.x * sign, across.y * sign));
                }
            }
            Place::Kiosk(kiosk) => {
                // One stands before the screen, which looks back.
                let looks = Point::heading(kiosk.heading_deg);
                origin.heading = Some(Point::new(-looks.x, -looks.y));
            }
            _ => {
                let outline = outline(venue, place, here);
                origin.outward = outline.and_then(|outline| direction(outline.nearest_on_border(here), here));
                let fronts = match place {
                    Place::Booth(booth) => booth.open_sides.len(),
                    Place::Exhibitor(exhibitor) => {
                        booth_at(venue, exhibitor, here).map_or(2, |booth| booth.open_sides.len())
                    }
                    _ => 1,
                };
                origin.heading = origin.outward.filter(|_| fronts == 1);
            }
        }
        origin
    }

    /// How the first sentence says where one stands.
    pub fn start(&self, first: &Stretch) -> Start {
        if first.maneuver == Maneuver::Enter {
            return self.by_door;
        }
        if self.heading.is_some() {
            return Start::BackTo;
        }
        // Beside a stand with several fronts, on an aisle, the hand that it is at says which way.
        let walk = first.walk.filter(|walk| walk.first == 0 && walk.aisle.is_some());
        match (self.outward, walk) {
            (Some(outward), Some(walk)) => match turn_deg(outward, walk.heading) {
                turn if (50.0..130.0).contains(&turn) => Start::OnTheLeft,
                turn if (-130.0..-50.0).contains(&turn) => Start::OnTheRight,
                _ => Start::From,
            },
            _ => Start::From,
        }
    }
}

/// The booth of an exhibitor that is nearest to `here`.
pub fn booth_at<'v>(venue: &'v Venue, exhibitor: &'v Exhibitor, here: Point) -> Option<&'v Booth> {
    let booths = exhibitor.booths.iter().filter_map(|id| venue.booth(id));
    let away = |booth: &Booth| booth.footprint.distance_to_border(here);
    booths.min_by(|a, b| away(a).total_cmp(&away(b)))
}

/// What a place covers of the floor; of several stands, the one nearest to `here`.
pub fn outline<'v>(venue: &'v Venue, place: Place<'v>, here: Point) -> Option<&'v Polygon> {
    let nearest = |outlines: &mut dyn Iterator<Item = &'v Polygon>| {
        outlines.min_by(|a, b| a.distance_to_border(here).total_cmp(&b.distance_to_border(here)))
    };
    match place {
        Place::Booth(booth) => Some(&booth.footprint),
        Place::Exhibitor(exhibitor) => booth_at(venue, exhibitor, here).map(|booth| &booth.footprint),
        Place::Amenity(amenity) => amenity.footprint.as_ref(),
        Place::Connector(connector) => nearest(&mut connector.ends.iter().filter_map(|end| end.footprint.as_ref())),
        _ => None,
    }
}
