//! Which exhibitors are on which booth.

use crate::venue::{BoothId, Exhibitor, LocalText, Venue};
use std::collections::BTreeMap;

/// Exhibitors by booth, as positions in the venue's list, in its order.
#[derive(Clone, Debug)]
pub struct Occupants(BTreeMap<BoothId, Vec<usize>>);

impl Occupants {
    pub fn of(venue: &Venue) -> Self {
        let mut by_booth: BTreeMap<BoothId, Vec<usize>> = BTreeMap::new();
        for (i, exhibitor) in venue.exhibitors().iter().enumerate() {
            for booth in &exhibitor.booths {
                by_booth.entry(booth.clone()).or_default().push(i);
            }
        }
        Self(by_booth)
    }

    pub fn on<'v>(&self, venue: &'v Venue, booth: &BoothId) -> impl Iterator<Item = &'v Exhibitor> {
        let exhibitors = self.0.get(booth).map_or(&[][..], Vec::as_slice);
        exhibitors.iter().filter_map(|&i| venue.exhibitors().get(i))
    }

    /// The name to write on a booth: its exhibitor's; the first one's and how many more, where several share it; `None` if it is not let.
    pub fn name_on(&self, venue: &Venue, booth: &BoothId) -> Option<LocalText> {
        let mut exhibitors = self.on(venue, booth);
        let first = exhibitors.next()?;
        let mut name = first.name.clone();
        let more = exhibitors.count();
        if more > 0 {
            name.0.values_mut().for_each(|text| *text = format!("{text} +{more}"));
        }
        Some(name)
    }
}
