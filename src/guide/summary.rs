//! What the page learns of a venue at once.

use super::{FactLine, KioskSummary, LevelSummary, OpenVenue, ThemeSummary, UnitSummary, VenueSummary};
use crate::directory::{Hit, natural_order};
use crate::order;
use crate::venue::{Kiosk, Level, Unit, UnitKind, Venue};
use std::collections::BTreeMap;

impl OpenVenue {
    pub(super) fn summary(&self) -> VenueSummary {
        let layout = self.venue.layout();
        let own_language = layout.languages.first().map_or("en", String::as_str);
        VenueSummary {
            id: layout.id.to_string(),
            name: layout.name.clone(),
            languages: layout.languages.clone(),
            time_zone: layout.time_zone.clone(),
            booth_label: layout.booth_label.clone(),
            notice: layout.about.notice.clone(),
            facts: layout.about.facts.iter().map(FactLine::from).collect(),
            credit: layout.about.credit.clone(),
            bearing_deg: layout.georeference.as_ref().map_or(0.0, |earth| earth.bearing_deg),
            levels: levels(&self.venue).into_iter().map(LevelSummary::from).collect(),
            units: self.units(),
            starts: self.starts(own_language),
            kiosks: self.venue.kiosks().iter().map(KioskSummary::from).collect(),
            days: self.venue.programme().days.clone(),
            models: self.models.clone(),
            booths: layout.booths.len(),
            exhibitors: self.venue.exhibitors().len(),
            sessions: self.venue.sessions().len(),
        }
    }

    pub(super) fn starts(&self, language: &str) -> Vec<Hit> {
        let places = self.venue.starts();
        places
            .map(|place| self.directory.hit(&self.venue, place, language))
            .collect()
    }

    fn units(&self) -> Vec<UnitSummary> {
        let mut booths: BTreeMap<&str, usize> = BTreeMap::new();
        for booth in self.venue.booths() {
            *booths.entry(booth.unit.as_str()).or_default() += 1;
        }
        let walled = self.venue.units().iter().filter(|unit| unit.kind.is_walled());
        let mut units: Vec<&Unit> = walled.collect();
        order::sort_by(&mut units, |a, b| {
            let halls_first = (a.kind != UnitKind::Hall).cmp(&(b.kind != UnitKind::Hall));
            let number = |unit: &Unit| unit.number.clone().unwrap_or_default();
            halls_first
                .then_with(|| natural_order(&number(a), &number(b)))
                .then_with(|| natural_order(a.id.as_str(), b.id.as_str()))
        });
        let summaries = units.into_iter().map(|unit| UnitSummary {
            id: unit.id.clone(),
            kind: unit.kind,
            level: unit.level.clone(),
            name: unit.name.clone(),
            number: unit.number.clone(),
            theme: theme_of(&self.venue, unit),
            area_m2: unit.polygon.area(),
            booths: booths.get(unit.id.as_str()).copied().unwrap_or_default(),
            sessions: self.sessions.in_room(&self.venue, &unit.id).count(),
        });
        summaries.collect()
    }
}

impl From<&Level> for LevelSummary {
    fn from(level: &Level) -> Self {
        Self {
            id: level.id.clone(),
            ordinal: level.ordinal,
            name: level.name.clone(),
        }
    }
}

/// The levels, lowest first.
pub fn levels(venue: &Venue) -> Vec<&Level> {
    let mut levels: Vec<_> = venue.levels().iter().collect();
    order::sort_by_key(&mut levels, |level| level.ordinal);
    levels
}

pub fn theme_of(venue: &Venue, unit: &Unit) -> Option<ThemeSummary> {
    let theme = venue.theme(unit.theme.as_ref()?)?;
    Some(ThemeSummary {
        name: theme.name.clone(),
        color: theme.color.clone(),
    })
}

impl From<&Kiosk> for KioskSummary {
    fn from(kiosk: &Kiosk) -> Self {
        Self {
            id: (&kiosk.id).into(),
            level: kiosk.level.clone(),
            point: kiosk.point,
            heading_deg: kiosk.heading_deg,
            name: kiosk.name.clone(),
            manner: kiosk.manner.clone().unwrap_or_default(),
        }
    }
}
