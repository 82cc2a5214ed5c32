//! What a feature is to a venue, by its tags: the conventions of OpenStreetMap's Simple Indoor Tagging.

use super::tags::Tags;
use crate::venue::{AmenityKind, ConnectorKind, UnitKind};

/// The part that a feature with an area plays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum AreaRole {
    Space(UnitKind),
    /// Like a space, but the data says only that it is a place on a level, not that it is a room.
    AssumedRoom(UnitKind),
    /// Stairs, a lift: what joins levels inside an outline.
    Shaft(ConnectorKind),
    /// `indoor=level`: the outline of a whole level.
    LevelOutline,
    Wall,
    Column,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LineRole {
    /// A ring that stands for an area.
    Outline,
    /// Steps, an escalator, a ramp: drawn from one level to another.
    Flight(ConnectorKind),
    Wall,
    Door,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PointRole {
    Lift,
    Door,
    Column,
    Amenity(AmenityKind),
    /// A shop or office without an outline.
    Place,
    Other,
}

/// `room` values that hold what joins levels.
const STAIR_ROOMS: [&str; 4] = ["stairs", "staircase", "stairwell", "stairway"];

/// The connector that an outline with these tags is.
fn shaft(tags: &Tags) -> Option<ConnectorKind> {
    if tags.says("elevator")
        || tags.is("room", &["elevator", "lift"])
        || tags.is("highway", &["elevator"])
        || tags.is("indoor", &["elevator"])
    {
        return Some(ConnectorKind::Lift);
    }
    let steps = tags.is("highway", &["steps"]) || tags.is("area:highway", &["steps"]);
    if tags.says("escalator") || tags.is("room", &["escalator"]) || (steps && tags.says("conveying")) {
        return Some(ConnectorKind::Escalator);
    }
    if steps || tags.says("stairs") || tags.is("room", &STAIR_ROOMS) || tags.is("indoor", &STAIR_ROOMS) {
        return Some(ConnectorKind::Stairs);
    }
    (tags.says("ramp") || tags.is("room", &["ramp"])).then_some(ConnectorKind::Ramp)
}

/// Keys that make a feature a place that people look for.
const PLACE_KEYS: [&str; 9] = [
    "shop",
    "amenity",
    "tourism",
    "office",
    "craft",
    "healthcare",
    "leisure",
    "information",
    "emergency",
];

pub(super) fn is_place(tags: &Tags) -> bool {
    PLACE_KEYS.iter().any(|key| tags.says(key))
}

/// Whether the place is one of those that sell or serve: they become shops.
fn sells(tags: &Tags) -> bool {
    const SELLING: [&str; 17] = [
        "bank",
        "bar",
        "biergarten",
        "bureau_de_change",
        "cafe",
        "car_rental",
        "cinema",
        "fast_food",
        "food_court",
        "ice_cream",
        "marketplace",
        "nightclub",
        "pharmacy",
        "post_office",
        "pub",
        "restaurant",
        "theatre",
    ];
    tags.says("shop")
        || tags.says("craft")
        || tags.is("amenity", &SELLING)
        || tags.is("room", &["shop", "restaurant", "cafe", "bar", "store"])
}

pub(super) fn area_role(tags: &Tags, has_level: bool) -> AreaRole {
    let indoor = tags.get("indoor");
    if indoor == Some("level") {
        return AreaRole::LevelOutline;
    }
    if (has_level || indoor.is_some())
        && let Some(kind) = shaft(tags)
    {
        return AreaRole::Shaft(kind);
    }
    let room = || if sells(tags) { UnitKind::Shop } else { UnitKind::Room };
    match indoor {
        Some("room") => AreaRole::Space(room()),
        Some("corridor") => AreaRole::Space(UnitKind::Corridor),
        Some("area") => AreaRole::Space(UnitKind::Area),
        Some("wall") => AreaRole::Wall,
        Some("column" | "pillar") => AreaRole::Column,
        Some("door" | "no") => AreaRole::Other,
        Some("yes") if is_place(tags) || tags.says("room") => AreaRole::Space(room()),
        Some("yes") => AreaRole::Space(UnitKind::Area),
        Some(_) => AreaRole::AssumedRoom(room()),
        None if !has_level => AreaRole::Other,
        None if is_open_ground(tags) => AreaRole::Space(UnitKind::Area),
        // A mall's or a station's outline is the building, not a room of it.
        None if tags.says("building") || tags.is("shop", &["mall"]) => AreaRole::Other,
        None if is_place(tags) || tags.says("room") => AreaRole::AssumedRoom(room()),
        None => AreaRole::Other,
    }
}

/// Floor that is no room: platforms, footways drawn as areas.
fn is_open_ground(tags: &Tags) -> bool {
    tags.is("railway", &["platform"])
        || tags.is("public_transport", &["platform"])
        || tags.is("highway", &["footway", "pedestrian", "corridor", "platform"])
        || tags.is("area:highway", &["footway", "pedestrian"])
}

pub(super) fn line_role(tags: &Tags, levels: usize) -> LineRole {
    if tags.is("highway", &["steps"]) {
        let moves = tags.says("conveying") || tags.says("escalator");
        return LineRole::Flight(if moves {
            ConnectorKind::Escalator
        } else {
            ConnectorKind::Stairs
        });
    }
    if tags.is("highway", &["footway", "path", "corridor", "pedestrian"]) && levels > 1 {
        let moves = tags.says("conveying") && !tags.is("wheelchair", &["yes", "designated"]);
        return LineRole::Flight(if moves {
            ConnectorKind::Escalator
        } else {
            ConnectorKind::Ramp
        });
    }
    if is_door(tags) && !tags.has("highway") {
        return LineRole::Door;
    }
    if tags.is("indoor", &["wall"]) || (levels > 0 && tags.is("barrier", &["wall", "fence", "glass", "retaining_wall"]))
    {
        return LineRole::Wall;
    }
    match tags.get("indoor") {
        Some("door" | "no" | "yes") | None => LineRole::Other,
        Some(_) => LineRole::Outline,
    }
}

pub(super) fn is_door(tags: &Tags) -> bool {
    tags.has("door")
        || tags.says("entrance")
        || tags.is("indoor", &["door"])
        || tags.is("railway", &["subway_entrance", "train_station_entrance"])
}

pub(super) fn point_role(tags: &Tags) -> PointRole {
    if tags.is("highway", &["elevator"]) || tags.says("elevator") || tags.is("room", &["elevator"]) {
        PointRole::Lift
    } else if is_door(tags) {
        PointRole::Door
    } else if tags.is("indoor", &["column", "pillar"]) {
        PointRole::Column
    } else if let Some(kind) = amenity_kind(tags) {
        PointRole::Amenity(kind)
    } else if sells(tags) || tags.says("office") {
        PointRole::Place
    } else if is_place(tags) {
        PointRole::Amenity(AmenityKind::Other)
    } else {
        PointRole::Other
    }
}

/// The amenity that a point, or a room, with these tags offers.
pub(super) fn amenity_kind(tags: &Tags) -> Option<AmenityKind> {
    let wheelchair = || {
        tags.is("wheelchair", &["yes", "designated"])
            || tags.is("toilets:wheelchair", &["yes", "designated"])
            || tags.is("room", &["toilets_wheelchair"])
    };
    if tags.is("amenity", &["toilets"])
        || tags.is(
            "room",
            &["toilet", "toilets", "restroom", "wc", "bathroom", "toilets_wheelchair"],
        )
    {
        return Some(if wheelchair() {
            AmenityKind::RestroomWheelchair
        } else {
            AmenityKind::Restroom
        });
    }
    if let Some(kind) = tags.get("amenity").and_then(by_amenity) {
        return Some(kind);
    }
    if tags.is("tourism", &["information"]) || tags.says("information") || tags.is("room", &["reception"]) {
        return Some(AmenityKind::Information);
    }
    if tags.is("emergency", &["first_aid", "first_aid_kit", "defibrillator"]) || tags.is("room", &["first_aid"]) {
        return Some(AmenityKind::FirstAid);
    }
    match tags.get("room") {
        Some("cloakroom" | "wardrobe") => Some(AmenityKind::Cloakroom),
        Some("prayer" | "prayer_room" | "chapel") => Some(AmenityKind::PrayerRoom),
        Some("nursing" | "nursery" | "baby_care") => Some(AmenityKind::NursingRoom),
        Some("locker" | "lockers") => Some(AmenityKind::Lockers),
        Some("restaurant" | "canteen") => Some(AmenityKind::Restaurant),
        Some("cafe") => Some(AmenityKind::Cafe),
        _ => None,
    }
}

fn by_amenity(value: &str) -> Option<AmenityKind> {
    Some(match value {
        "cafe" | "ice_cream" => AmenityKind::Cafe,
        "restaurant" | "fast_food" | "food_court" | "canteen" | "bar" | "pub" => AmenityKind::Restaurant,
        "first_aid" | "doctors" | "clinic" => AmenityKind::FirstAid,
        "information" => AmenityKind::Information,
        "cloakroom" => AmenityKind::Cloakroom,
        "place_of_worship" | "prayer_room" => AmenityKind::PrayerRoom,
        "nursing_room" | "baby_hatch" | "baby_care" => AmenityKind::NursingRoom,
        "charging_station" | "device_charging_station" => AmenityKind::Charging,
        "atm" => AmenityKind::Atm,
        "bench" | "lounge" => AmenityKind::Seating,
        "lockers" | "luggage_locker" | "left_luggage" => AmenityKind::Lockers,
        _ => return None,
    })
}

/// What a feature without part in the venue is, for the report: `building=retail`.
pub(super) fn described(tags: &Tags) -> String {
    const TELLING: [&str; 18] = [
        "building",
        "building:part",
        "indoor",
        "highway",
        "railway",
        "public_transport",
        "landuse",
        "leisure",
        "natural",
        "barrier",
        "man_made",
        "amenity",
        "shop",
        "tourism",
        "office",
        "room",
        "emergency",
        "type",
    ];
    TELLING
        .iter()
        .find_map(|key| tags.get(key).map(|value| format!("{key}={value}")))
        .unwrap_or_else(|| "no tag that tells what it is".to_owned())
}
