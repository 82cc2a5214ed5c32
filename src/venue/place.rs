//! A place: whatever a person can look up or walk to.

use super::{Amenity, Booth, Connector, Exhibitor, Kiosk, LevelId, LocalText, Opening, PlaceId, Session, Unit};

/// One place of a venue, borrowed from it.
#[derive(Clone, Copy, Debug)]
pub enum Place<'v> {
    Booth(&'v Booth),
    Unit(&'v Unit),
    Opening(&'v Opening),
    Connector(&'v Connector),
    Amenity(&'v Amenity),
    Kiosk(&'v Kiosk),
    Exhibitor(&'v Exhibitor),
    Session(&'v Session),
}

impl<'v> Place<'v> {
    pub fn id(self) -> PlaceId {
        match self {
            Self::Booth(booth) => (&booth.id).into(),
            Self::Unit(unit) => (&unit.id).into(),
            Self::Opening(opening) => (&opening.id).into(),
            Self::Connector(connector) => (&connector.id).into(),
            Self::Amenity(amenity) => (&amenity.id).into(),
            Self::Kiosk(kiosk) => (&kiosk.id).into(),
            Self::Exhibitor(exhibitor) => (&exhibitor.id).into(),
            Self::Session(session) => (&session.id).into(),
        }
    }

    /// Its own name; `None` where people know it by its id (a booth) or by its kind (a restroom).
    pub fn name(self) -> Option<&'v LocalText> {
        match self {
            Self::Booth(_) => None,
            Self::Unit(unit) => Some(&unit.name),
            Self::Opening(opening) => opening.name.as_ref(),
            Self::Connector(connector) => connector.name.as_ref(),
            Self::Amenity(amenity) => amenity.name.as_ref(),
            Self::Kiosk(kiosk) => Some(&kiosk.name),
            Self::Exhibitor(exhibitor) => Some(&exhibitor.name),
            Self::Session(session) => Some(&session.title),
        }
    }

    /// The level it says itself; `None` for what only refers to another place, and for connectors, which are on several.
    pub fn level(self) -> Option<&'v LevelId> {
        match self {
            Self::Unit(unit) => Some(&unit.level),
            Self::Amenity(amenity) => Some(&amenity.level),
            Self::Kiosk(kiosk) => Some(&kiosk.level),
            _ => None,
        }
    }
}
