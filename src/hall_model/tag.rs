//! What a node of a model says about itself: `extras.fairway = {"kind": "booth", "id": "3B12"}`, the same as a text, `"booth 3B12"`, or as
//! its name.

use serde::{Deserialize, Serialize};

/// The keys under a node's `extras`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extras {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fairway: Option<Told>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub name: Option<NameRoom>,
}

impl Extras {
    /// `None` if the node has none, or none that are understood.
    pub fn of(node: &gltf::json::Node) -> Option<Self> {
        serde_json::from_str(node.extras.as_ref()?.get()).ok()
    }
}

/// The room on a node for the name of the booth that it belongs to: on its x axis, to be read by who looks against its z axis, in letters
/// one unit high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameRoom {
    /// From left to right.
    #[serde(rename = "fairway_name")]
    pub ends: [f32; 2],
    /// Bright letters, for dark grounds.
    #[serde(rename = "fairway_bright", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_bright: bool,
}

/// A tag as data, or as the one line that modelling programs have a field for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Told {
    Tag(Tag),
    Line(String),
}

/// Which part of the venue a node shows. Nodes without a tag belong to the nearest tagged node above them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    pub kind: PartKind,
    /// The id of the level, booth, fixture, …; parts such as floor and walls have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl Tag {
    pub fn new(kind: PartKind) -> Self {
        Self { kind, id: None }
    }

    pub fn of(kind: PartKind, id: impl ToString) -> Self {
        Self {
            kind,
            id: Some(id.to_string()),
        }
    }

    /// What a node says of itself; `None` if nothing that is understood.
    pub fn of_node(node: &gltf::json::Node) -> Option<Self> {
        Self::of_extras(node).or_else(|| Self::of_line(without_count(node.name.as_deref()?)))
    }

    pub fn of_extras(node: &gltf::json::Node) -> Option<Self> {
        match Extras::of(node)?.fairway? {
            Told::Tag(tag) => Some(tag),
            Told::Line(line) => Self::of_line(line.trim()),
        }
    }

    /// `booth 3B12`, `roof`.
    fn of_line(line: &str) -> Option<Self> {
        let (kind, id) = line.split_once(' ').map_or((line, ""), |(kind, id)| (kind, id.trim()));
        let kind = PartKind::of_word(kind)?;
        match (kind.has_ids(), id.is_empty()) {
            (true, false) => Some(Self::of(kind, id)),
            (false, true) => Some(Self::new(kind)),
            _ => None,
        }
    }
}

/// A name without the `.001` that Blender adds where two objects are called the same.
fn without_count(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((name, count)) if count.len() == 3 && count.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => name,
    }
}

/// What a part is, so that the stage can show, hide and pick it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Everything on one level; its parts are its children.
    Level,
    Floor,
    /// Walls up to where the model is cut, doors and glass fronts among them.
    Walls,
    Columns,
    /// What lies above the cut: upper walls, trusses, skylights. Left out where one looks in from above.
    Roof,
    /// Booth numbers painted on the floor.
    Numbers,
    /// Hanging signs.
    Signs,
    Booth,
    Fixture,
    Amenity,
    Connector,
    Kiosk,
    /// Visitors: left out where somebody asked for calm.
    People,
    /// Anything else, and kinds of later versions.
    #[serde(other)]
    Other,
}

impl PartKind {
    /// The kind that is written so.
    fn of_word(word: &str) -> Option<Self> {
        let word = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(word);
        Self::deserialize(word).ok().filter(|kind| *kind != Self::Other)
    }

    /// Whether its parts stand for something of the layout.
    fn has_ids(self) -> bool {
        matches!(
            self,
            Self::Level | Self::Booth | Self::Fixture | Self::Amenity | Self::Connector | Self::Kiosk
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tag(node: serde_json::Value) -> Option<Tag> {
        Tag::of_node(&serde_json::from_value(node).unwrap())
    }

    #[test]
    fn nodes_say_what_they_are_in_extras_or_by_name() {
        let booth = Some(Tag::of(PartKind::Booth, "3B12"));
        assert_eq!(
            tag(json!({"extras": {"fairway": {"kind": "booth", "id": "3B12"}}})),
            booth
        );
        assert_eq!(tag(json!({"extras": {"fairway": "booth 3B12", "note": [1]}})), booth);
        assert_eq!(tag(json!({"name": "booth 3B12"})), booth);
        assert_eq!(
            tag(json!({"name": "booth 3B12.001"})),
            booth,
            "Blender's second of that name"
        );
        assert_eq!(tag(json!({"name": "roof.012"})), Some(Tag::new(PartKind::Roof)));
        // Extras go before the name.
        assert_eq!(tag(json!({"name": "roof", "extras": {"fairway": "booth 3B12"}})), booth);
    }

    #[test]
    fn room_for_a_name_is_told_beside_a_tag_or_alone() {
        let extras = |extras| Extras::of(&serde_json::from_value(json!({"extras": extras})).unwrap());
        let name = |ends, is_bright| Some(NameRoom { ends, is_bright });
        assert_eq!(
            extras(json!({"fairway_name": [-2, 1.5]})).unwrap().name,
            name([-2.0, 1.5], false)
        );
        let both = extras(json!({"fairway": "booth 3B12", "fairway_name": [0, 4], "fairway_bright": true})).unwrap();
        assert_eq!(both.name, name([0.0, 4.0], true));
        assert_eq!(both.fairway, Some(Told::Line("booth 3B12".into())));
        // What is not understood takes nothing else with it.
        let odd = extras(json!({"fairway": "booth 3B12", "fairway_name": "left"})).unwrap();
        assert_eq!((odd.name, odd.fairway), (None, both.fairway));
    }

    #[test]
    fn other_names_mean_nothing() {
        for name in ["Cube.001", "booth", "Booth 3B12", "roof of hall 3", "other", "", "."] {
            assert_eq!(tag(json!({"name": name})), None, "{name}");
        }
        assert_eq!(tag(json!({"extras": {"fairway": 7}})), None);
        assert_eq!(tag(json!({"extras": ["fairway"]})), None);
    }
}
