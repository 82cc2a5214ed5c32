//! What a place is called, and how a line says where it is.

use super::{HitKind, Occupants, Topic, whereabouts};
use crate::venue::{Booth, Exhibitor, LocalText, Place, Unit, UnitKind, Venue};
use crate::words;

/// Between the parts of a line: reads well in every script.
const BETWEEN: &str = " · ";

/// An exhibitor's booths that a line names before it counts the rest.
const BOOTHS_NAMED: usize = 3;

/// What kind of line a place makes.
pub fn kind_of(place: Place) -> HitKind {
    match place {
        Place::Booth(_) => HitKind::Booth,
        Place::Unit(unit) => match unit.kind {
            UnitKind::Hall => HitKind::Hall,
            UnitKind::Room => HitKind::Room,
            UnitKind::Shop => HitKind::Shop,
            UnitKind::Concourse | UnitKind::Corridor | UnitKind::Area | UnitKind::Outdoor => HitKind::Area,
        },
        Place::Opening(_) => HitKind::Entrance,
        Place::Connector(_) => HitKind::Connector,
        Place::Amenity(_) => HitKind::Amenity,
        Place::Kiosk(_) => HitKind::Kiosk,
        Place::Exhibitor(_) => HitKind::Exhibitor,
        Place::Session(_) => HitKind::Session,
    }
}

/// What a place is called: its name; a booth's number; the everyday word for its kind where it has no name.
pub fn name_of(place: Place, venue: &Venue) -> LocalText {
    let named = place.name().filter(|name| name.wordings().any(|text| !text.is_empty()));
    if let Some(name) = named {
        return name.clone();
    }
    match place {
        Place::Amenity(amenity) => words::of_amenity(amenity.kind).name(),
        Place::Connector(connector) => words::of_connector(connector.kind).name(),
        Place::Opening(opening) => words::of_opening(opening.kind).name(),
        Place::Kiosk(_) => words::KIOSK.name(),
        Place::Booth(_) | Place::Unit(_) | Place::Exhibitor(_) | Place::Session(_) => {
            in_all_languages(place.id().as_str(), venue)
        }
    }
}

/// The same wording in each of the venue's languages: for numbers.
pub fn in_all_languages(text: &str, venue: &Venue) -> LocalText {
    let languages = venue.layout().languages.iter();
    languages.map(|language| (language.clone(), text.to_owned())).collect()
}

/// The wording of lines in one language.
pub struct Wording<'a> {
    pub venue: &'a Venue,
    pub occupants: &'a Occupants,
    pub language: &'a str,
}

impl Wording<'_> {
    pub fn title(&self, place: Place, topic: Topic) -> String {
        self.topic_name(place, topic)
            .unwrap_or(&name_of(place, self.venue))
            .in_language(self.language)
            .to_owned()
    }

    /// Where it is, and what of it matched if the title does not say so.
    pub fn subtitle(&self, place: Place, topic: Topic) -> String {
        let mut parts = Vec::new();
        match (place, topic) {
            (Place::Exhibitor(exhibitor), Topic::Itself) => self.booths(exhibitor, &mut parts),
            (Place::Exhibitor(exhibitor), Topic::Product(_)) => {
                parts.push(self.text(&exhibitor.name));
                self.booths(exhibitor, &mut parts);
            }
            (Place::Exhibitor(exhibitor), Topic::Category(i)) => {
                let category = exhibitor.categories.get(i).and_then(|id| self.venue.category(id));
                parts.extend(category.map(|category| self.text(&category.name)));
                self.booths(exhibitor, &mut parts);
            }
            (Place::Booth(booth), _) => self.booth(booth, &mut parts),
            (Place::Unit(unit), _) => self.unit(unit, &mut parts),
            (Place::Session(session), _) => {
                let (start, end) = (&session.start, &session.end);
                parts.push(format!("{} {}–{}", start.date(), start.time(), end.time()));
                parts.extend(self.venue.unit(&session.room).map(|room| self.text(&room.name)));
            }
            (Place::Connector(connector), _) => {
                let levels = connector.ends.iter().filter_map(|end| self.venue.level(&end.level));
                let levels: Vec<_> = levels.map(|level| self.text(&level.name)).collect();
                parts.push(levels.join(" ↔ "));
            }
            (Place::Opening(_) | Place::Amenity(_) | Place::Kiosk(_), _) => {
                if let Some(at) = whereabouts(self.venue, place) {
                    parts.extend(at.unit.map(|unit| self.text(&unit.name)));
                    parts.extend(self.level(at.level));
                }
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.join(BETWEEN)
    }

    /// The name that a topic puts in place of the place's own.
    fn topic_name<'v>(&self, place: Place<'v>, topic: Topic) -> Option<&'v LocalText> {
        match (place, topic) {
            (Place::Exhibitor(exhibitor), Topic::Product(i)) => exhibitor.products.get(i),
            _ => None,
        }
    }

    fn text(&self, text: &LocalText) -> String {
        text.in_language(self.language).to_owned()
    }

    /// The level's name, if there are several.
    fn level(&self, level: &crate::venue::LevelId) -> Option<String> {
        let several = self.venue.levels().len() > 1;
        let level = self.venue.level(level).filter(|_| several)?;
        Some(self.text(&level.name))
    }

    fn booth(&self, booth: &Booth, parts: &mut Vec<String>) {
        let name = self.occupants.name_on(self.venue, &booth.id);
        parts.extend(name.map(|name| self.text(&name)));
        parts.extend(self.venue.unit(&booth.unit).map(|unit| self.text(&unit.name)));
    }

    fn unit(&self, unit: &Unit, parts: &mut Vec<String>) {
        let theme = unit.theme.as_ref().and_then(|theme| self.venue.theme(theme));
        parts.extend(theme.map(|theme| self.text(&theme.name)));
        parts.extend(self.level(&unit.level));
    }

    /// "Hall 3 · 3B12 3B14", hall by hall.
    fn booths(&self, exhibitor: &Exhibitor, parts: &mut Vec<String>) {
        let mut hall = None;
        for booth in exhibitor.booths.iter().take(BOOTHS_NAMED) {
            let Some(booth) = self.venue.booth(booth) else {
                continue;
            };
            if hall != Some(&booth.unit) {
                hall = Some(&booth.unit);
                parts.extend(self.venue.unit(&booth.unit).map(|unit| self.text(&unit.name)));
            }
            parts.push(booth.id.to_string());
        }
        let more = exhibitor.booths.len().saturating_sub(BOOTHS_NAMED);
        if more > 0 {
            parts.push(format!("+{more}"));
        }
    }
}
