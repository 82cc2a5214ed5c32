//! The tags of an OpenStreetMap feature.

use serde_json::Value;
use std::collections::BTreeMap;

/// Keys and values, none of them empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags(BTreeMap<String, String>);

impl Tags {
    /// From a feature's `properties`; exporters put the tags there, or under `tags` within.
    pub fn of(properties: Option<&Value>) -> Self {
        let mut tags = BTreeMap::new();
        let nested = properties.and_then(|properties| properties.get("tags"));
        for object in [nested, properties].into_iter().flatten().filter_map(Value::as_object) {
            for (key, value) in object {
                let text = match value {
                    Value::String(text) => text.trim().to_owned(),
                    Value::Number(number) => number.to_string(),
                    Value::Bool(true) => "yes".to_owned(),
                    Value::Bool(false) => "no".to_owned(),
                    _ => continue,
                };
                if !text.is_empty() {
                    tags.entry(key.clone()).or_insert(text);
                }
            }
        }
        Self(tags)
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    pub fn is(&self, key: &str, values: &[&str]) -> bool {
        self.get(key).is_some_and(|value| values.contains(&value))
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Present and not `no`.
    pub fn says(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value != "no")
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Metres: `1.2`, `1.2 m`, `90 cm`.
    pub fn metres(&self, key: &str) -> Option<f64> {
        let text = self.get(key)?;
        let (number, factor) = if let Some(number) = text.strip_suffix("cm") {
            (number, 0.01)
        } else {
            (text.strip_suffix('m').unwrap_or(text), 1.0)
        };
        let metres = number.trim().replace(',', ".").parse::<f64>().ok()? * factor;
        (metres.is_finite() && metres > 0.0).then_some(metres)
    }

    /// Whether visitors are kept out.
    pub fn is_closed(&self) -> bool {
        self.is("access", &["no", "private", "employees", "staff", "delivery"])
    }
}
