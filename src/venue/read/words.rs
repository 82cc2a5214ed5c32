//! What serde says of a value, in the words of those who write venue files.

use crate::venue::nearest;
use serde_json::Value;

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    UnknownField {
        field: String,
        known: Vec<String>,
    },
    MissingField {
        field: String,
    },
    /// A word that is none of those that may stand here.
    UnknownWord {
        word: String,
        known: Vec<String>,
    },
    WrongType {
        found: String,
        expected: String,
    },
    Other {
        message: String,
    },
}

impl Trouble {
    /// Understands serde's sentences; the tests below hold it to those of the pinned versions.
    pub fn of(message: &str) -> Self {
        let quoted: Vec<String> = message.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let first = quoted.first().cloned().unwrap_or_default();
        let others = || quoted.get(1..).unwrap_or_default().to_vec();
        if message.starts_with("unknown field ") {
            Self::UnknownField {
                field: first,
                known: others(),
            }
        } else if message.starts_with("missing field ") {
            Self::MissingField { field: first }
        } else if message.starts_with("unknown variant ") {
            Self::UnknownWord {
                word: first,
                known: others(),
            }
        } else if let Some((found, expected)) = ["invalid type: ", "invalid value: ", "invalid length "]
            .into_iter()
            .find_map(|kind| message.strip_prefix(kind)?.rsplit_once(", expected "))
        {
            Self::WrongType {
                found: plain_found(found),
                expected: plain_expected(expected),
            }
        } else {
            Self::Other {
                message: message.to_owned(),
            }
        }
    }

    pub fn rule(&self) -> &'static str {
        match self {
            Self::UnknownField { .. } => "unknown-field",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownWord { .. } => "unknown-word",
            Self::WrongType { .. } => "wrong-type",
            Self::Other { .. } => "bad-value",
        }
    }

    /// The message and the mend, for the value at `path` inside `what`.
    pub fn sentences(&self, path: &str, what: &str) -> (String, String) {
        let subject = if path.is_empty() {
            format!("The {what}")
        } else {
            format!("`{path}` of the {what}")
        };
        match self {
            Self::UnknownField { field, known } => (
                format!("The {what} has a field `{field}`, which is not known here."),
                match nearest(field, known.iter().map(String::as_str)) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None if known.is_empty() => "Remove it.".to_owned(),
                    None => format!("Remove it; the fields here are {}.", list(known)),
                },
            ),
            Self::MissingField { field } => (
                format!("{subject} lacks the field `{field}`."),
                format!("Add `\"{field}\": …`."),
            ),
            Self::UnknownWord { word, known } => (
                format!("{subject} is `{word}`, which is not known here."),
                match nearest(word, known.iter().map(String::as_str)) {
                    Some(near) => format!("Did you mean `{near}`? Known are {}.", list(known)),
                    None => format!("Use one of {}.", list(known)),
                },
            ),
            Self::WrongType { found, expected } => (
                format!("{subject} is {found}, but should be {expected}."),
                format!("Write {expected}."),
            ),
            Self::Other { message } => (format!("{subject}: {message}."), "Write it in that form.".to_owned()),
        }
    }
}

fn list(known: &[String]) -> String {
    known
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a JSON value is, in plain words.
pub(super) fn found(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn plain_found(found: &str) -> String {
    let quoted = |prefix: &str| found.strip_prefix(prefix).map(|rest| rest.trim_matches('`').to_owned());
    if let Some(text) = found.strip_prefix("string ") {
        format!("the text {text}")
    } else if let Some(number) = quoted("integer ").or_else(|| quoted("floating point ")) {
        format!("the number {number}")
    } else if let Some(value) = quoted("boolean ") {
        value
    } else if found.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("a list of {found}")
    } else {
        match found {
            "map" => "an object",
            "sequence" => "a list",
            other => other,
        }
        .to_owned()
    }
}

fn plain_expected(expected: &str) -> String {
    match expected {
        "f64" | "f32" => "a number",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number, 0 or more",
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        "a string" | "a borrowed string" | "string or map" => "a text in double quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list `[…]`",
        "a map" => "an object `{…}`",
        // The only lists of a fixed length are points.
        "an array of length 2" | "fewer elements in array" => "a point of two numbers, `[x, y]`",
        other if other.starts_with("struct ") => "an object `{…}`",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::venue::read::element::Reader;
    use crate::venue::{Booth, Day, Level, Unit};
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    /// The first finding about a value.
    fn said<T: DeserializeOwned>(value: &Value) -> String {
        let mut findings = Vec::new();
        assert!(
            Reader::new("layout.json", &mut findings)
                .value::<T>(value.clone(), "", "thing")
                .is_none()
        );
        format!("{} {}", findings[0].message, findings[0].mend)
    }

    #[test]
    fn serde_is_understood() {
        let level = json!({"id": "L0", "ordinal": 0, "name": {}, "elevation_m": 0});
        let with = |field: &str, value: Value| {
            let mut level = level.clone();
            level[field] = value;
            level
        };
        let without = |field: &str| {
            let mut level = level.clone();
            level.as_object_mut().unwrap().remove(field);
            level
        };
        insta::assert_snapshot!(
            [
                said::<Level>(&with("elevaton_m", json!(1))),
                said::<Level>(&with("colour", json!("red"))),
                said::<Level>(&without("name")),
                said::<Level>(&with("elevation_m", json!("4,5"))),
                said::<Level>(&with("ordinal", json!(1.5))),
                said::<Level>(&with("ordinal", json!(-3_000_000_000_i64))),
                said::<Level>(&with("name", json!("Ground"))),
                said::<Level>(&with("id", json!(null))),
                said::<Level>(&json!([])),
                said::<Level>(&json!(true)),
                said::<Unit>(&json!({"kind": "hal"})),
                said::<Unit>(&json!({"polygon": [[0, 0], [1]]})),
                said::<Unit>(&json!({"polygon": [[0, 0], [1, 2, 3]]})),
                said::<Unit>(&json!({"polygon": {"x": 1}})),
                said::<Booth>(&json!({"open_sides": [-1]})),
                said::<Booth>(&json!({"double_deck": "yes"})),
                said::<Day>(&json!({"open": "9 o'clock"})),
            ]
            .join("\n")
        );
    }
}
