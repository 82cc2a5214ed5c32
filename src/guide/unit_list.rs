//! What is in a hall, in the order in which one walks past it.

use super::{OpenVenue, UnitRow};
use crate::directory::{amenity_of, connector_of, kind_of, name_of, natural_order, whereabouts};
use crate::order;
use crate::venue::{Aisle, Booth, LocalText, Place, Unit, Venue, nearest_on_segment};

impl OpenVenue {
    /// Booths aisle by aisle, then rooms, amenities and ways in within the unit.
    pub(super) fn unit_rows(&self, unit: &Unit) -> Vec<UnitRow> {
        let mut rows = self.booth_rows(unit);
        let mut others: Vec<Place> = places_within(&self.venue, unit);
        order::sort_by_key(&mut others, |place| kind_of(*place));
        rows.extend(others.into_iter().map(|place| self.row(place, None)));
        rows
    }

    fn booth_rows(&self, unit: &Unit) -> Vec<UnitRow> {
        let venue = &self.venue;
        let aisles: Vec<&Aisle> = venue.aisles().iter().filter(|aisle| aisle.unit == unit.id).collect();
        let booths = venue.booths().iter().filter(|booth| booth.unit == unit.id);
        let mut booths: Vec<(Option<usize>, &Booth)> =
            booths.map(|booth| (nearest_aisle(&aisles, booth), booth)).collect();
        order::sort_by(&mut booths, |(aisle_a, a), (aisle_b, b)| {
            // Booths on no aisle come last.
            let order = |aisle: &Option<usize>| aisle.unwrap_or(usize::MAX);
            order(aisle_a)
                .cmp(&order(aisle_b))
                .then_with(|| natural_order(a.id.as_str(), b.id.as_str()))
        });
        let rows = booths.into_iter().map(|(aisle, booth)| {
            let aisle = aisle.and_then(|i| aisles.get(i)).map(|aisle| aisle.name.clone());
            self.row(Place::Booth(booth), aisle)
        });
        rows.collect()
    }

    fn row(&self, place: Place, aisle: Option<LocalText>) -> UnitRow {
        let occupant = match place {
            Place::Booth(booth) => self.directory.occupants().name_on(&self.venue, &booth.id),
            _ => None,
        };
        UnitRow {
            place: place.id(),
            kind: kind_of(place),
            amenity: amenity_of(place),
            connector: connector_of(place),
            title: occupant.unwrap_or_else(|| name_of(place, &self.venue)),
            aisle,
        }
    }
}

/// The aisle that the booth's open sides are nearest to, as a position in `aisles`.
fn nearest_aisle(aisles: &[&Aisle], booth: &Booth) -> Option<usize> {
    let fronts = booth.open_sides.iter().filter_map(|&side| booth.footprint.side(side));
    let mut fronts: Vec<_> = fronts.map(|(a, b)| a.lerp(b, 0.5)).collect();
    if fronts.is_empty() {
        fronts.push(booth.footprint.centroid());
    }
    let distance = |aisle: &Aisle| {
        let segments = aisle.line.windows(2);
        let distances = segments.flat_map(|ends| {
            let near = |&front| nearest_on_segment(ends[0], ends[1], front).distance(front);
            fronts.iter().map(near)
        });
        distances.fold(f64::INFINITY, f64::min) - aisle.width_m / 2.0
    };
    let aisles = aisles.iter().enumerate().map(|(i, aisle)| (distance(aisle), i));
    let nearest = aisles.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
    nearest.0.is_finite().then_some(nearest.1)
}

/// Rooms, sessions excepted, and all that has a point inside the unit.
fn places_within<'v>(venue: &'v Venue, unit: &Unit) -> Vec<Place<'v>> {
    let candidates = venue.places().filter(|place| match place {
        Place::Unit(other) => other.id != unit.id && other.kind.is_walled(),
        Place::Amenity(_) | Place::Kiosk(_) | Place::Connector(_) => true,
        Place::Opening(opening) => opening.name.is_some() && opening.between.contains(&unit.id),
        Place::Booth(_) | Place::Exhibitor(_) | Place::Session(_) => false,
    });
    let within = candidates.filter(|place| match place {
        Place::Opening(_) => true,
        Place::Connector(connector) => {
            let mut ends = connector.ends.iter();
            ends.any(|end| end.level == unit.level && unit.polygon.contains(end.point))
        }
        _ => whereabouts(venue, *place).is_some_and(|at| *at.level == unit.level && unit.polygon.contains(at.anchor)),
    });
    within.collect()
}
