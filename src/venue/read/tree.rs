//! Text → JSON object: says plainly when it is empty, a web page, cut off, or of an unknown format.

use crate::venue::{FilePlace, Finding};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value, error::Category};
use std::fmt;

/// The object that `text` holds, if it names `format`.
pub(super) fn parse(file: &str, text: &str, format: &str) -> Result<Map<String, Value>, Box<Finding>> {
    let whole = |rule: &str, message: String, mend: String| {
        Box::new(Finding::error(rule, FilePlace::new(file, ""), message, mend))
    };
    // Editors on Windows put a byte-order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(whole(
            "not-json",
            format!("{file} is empty."),
            format!("It should be a JSON object that begins with `{{\"format\": \"{format}\"`."),
        ));
    }
    if text.trim_start().starts_with('<') {
        return Err(whole(
            "not-json",
            format!("{file} is a web page (HTML) or XML, not JSON."),
            "Fetch the file itself again; a server may have answered with an error page.".to_owned(),
        ));
    }
    let tree = serde_json::from_str::<Tree>(text).map_err(|error| Box::new(syntax(file, text, &error)))?;
    let Value::Object(mut object) = tree.0 else {
        return Err(whole(
            "wrong-type",
            format!("{file} holds {}, not an object.", super::words::found(&tree.0)),
            format!("It should be a JSON object that begins with `{{\"format\": \"{format}\"`."),
        ));
    };
    // Editors find the schema by it.
    object.remove("$schema");
    match object.get("format") {
        // A missing format or one that is no text is found with the other fields.
        Some(Value::String(found)) if found != format => Err(Box::new(Finding::error(
            "unknown-format",
            FilePlace::new(file, "/format"),
            format!("The format is `{found}`, but {file} is read as `{format}`; nothing else in it was read."),
            if kind(found) == kind(format) {
                format!("Use `{format}`, or a Fairway that knows `{found}`.")
            } else {
                format!("Put the file under its own name, and one that says `{format}` here.")
            },
        ))),
        _ => Ok(object),
    }
}

/// `fairway-layout` of `fairway-layout/1`.
fn kind(format: &str) -> &str {
    format.split('/').next().unwrap_or_default()
}

fn syntax(file: &str, text: &str, error: &serde_json::Error) -> Finding {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes up to the offending one.
    let before = line.char_indices().take_while(|(i, _)| i + 1 < error.column()).count();
    let place = FilePlace {
        line: Some(error.line().max(1)),
        column: Some(before + 1),
        ..FilePlace::new(file, "")
    };
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        Category::Eof => Finding::error(
            "syntax",
            place,
            format!("{file} ends in the middle of its JSON."),
            "It may be cut off: fetch or save it again, or close what is still open with `]` and `}`.",
        ),
        Category::Data => Finding::error("duplicate-field", place, said, "Keep one of the two."),
        Category::Syntax | Category::Io => Finding::error(
            "syntax",
            place,
            format!("This is not JSON: {said}."),
            "Mend the JSON here; commas stand between elements and not after the last, and texts are in double quotes.",
        ),
    }
}

/// A [`Value`] whose objects name each field once; `serde_json` would silently keep the last.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Self)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Tree(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            if fields.contains_key(&name) {
                return Err(A::Error::custom(format!("The field `{name}` is given twice.")));
            }
            let Tree(value) = object.next_value()?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(text: &str) -> Finding {
        *parse("layout.json", text, "fairway-layout/1").unwrap_err()
    }

    #[test]
    fn what_is_no_json_object_is_said_plainly() {
        for (text, rule, says) in [
            ("", "not-json", "is empty"),
            (" \n", "not-json", "is empty"),
            ("<!doctype html><title>404</title>", "not-json", "web page"),
            ("[1, 2]", "wrong-type", "holds a list"),
            (
                r#"{"format": "fairway-layout/1", "units": [{"#,
                "syntax",
                "ends in the middle",
            ),
            (r#"{"a": 1,}"#, "syntax", "trailing comma"),
            (r#"{"a": 1, "a": 2}"#, "duplicate-field", "`a` is given twice"),
            (
                r#"{"format": "fairway-layout/2"}"#,
                "unknown-format",
                "`fairway-layout/2`",
            ),
            (
                r#"{"format": "fairway-rules/1"}"#,
                "unknown-format",
                "`fairway-rules/1`",
            ),
        ] {
            let finding = finding(text);
            assert_eq!(finding.rule, rule, "{text}");
            assert!(finding.message.contains(says), "{text}: {finding}");
        }
    }

    #[test]
    fn syntax_has_a_line_and_a_column_in_characters() {
        let place = finding("{\n  \"名称\": tru,\n}").place;
        assert_eq!((place.line, place.column), (Some(2), Some(12)));
    }

    #[test]
    fn too_deep_is_a_finding_and_no_overflow() {
        assert_eq!(finding(&"[".repeat(100_000)).rule, "syntax");
    }

    #[test]
    fn a_byte_order_mark_does_no_harm() {
        assert!(parse("layout.json", "\u{feff}{}", "fairway-layout/1").is_ok());
    }

    #[test]
    fn a_schema_may_be_named() {
        let text = r#"{"$schema": "https://example.org/layout.json", "id": "v"}"#;
        assert_eq!(parse("layout.json", text, "fairway-layout/1").unwrap().len(), 1);
    }
}
