//! JSON value → one element, with a finding for each field that it should not have or that is not what it should be.

use super::words::{self, Trouble};
use crate::venue::{FilePlace, Finding};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

/// Reads the elements of one file.
pub(super) struct Reader<'a> {
    file: &'static str,
    findings: &'a mut Vec<Finding>,
}

/// A list, as far as it could be read.
pub(super) struct List<T> {
    pub items: Vec<T>,
    /// The position in the text of each item, if any element was left out.
    pub kept: Option<Vec<usize>>,
    /// Ids of elements that were left out.
    pub unread: Vec<String>,
}

impl<'a> Reader<'a> {
    pub fn new(file: &'static str, findings: &'a mut Vec<Finding>) -> Self {
        Self { file, findings }
    }

    /// Takes the list out of `object` and leaves an empty one there. An absent list is left absent: whether it must be there, its type knows.
    pub fn list<T: DeserializeOwned>(&mut self, object: &mut Map<String, Value>, name: &str, noun: &str) -> List<T> {
        let mut list = List {
            items: Vec::new(),
            kept: None,
            unread: Vec::new(),
        };
        let Some(value) = object.get_mut(name) else {
            return list;
        };
        let elements = match std::mem::replace(value, Value::Array(Vec::new())) {
            Value::Array(elements) => elements,
            other => {
                self.findings.push(Finding::error(
                    "wrong-type",
                    FilePlace::new(self.file, format!("/{name}")),
                    format!("`{name}` is {}, but should be a list.", words::found(&other)),
                    "Put the elements into square brackets: `[…]`.",
                ));
                return list;
            }
        };
        let mut kept = Vec::new();
        let count = elements.len();
        for (i, element) in elements.into_iter().enumerate() {
            let id = element.get("id").and_then(Value::as_str).map(str::to_owned);
            let what = id
                .as_ref()
                .map_or_else(|| noun.to_owned(), |id| format!("{noun} `{id}`"));
            match self.value(element, &format!("/{name}/{i}"), &what) {
                Some(item) => {
                    list.items.push(item);
                    kept.push(i);
                }
                None => list.unread.extend(id),
            }
        }
        list.kept = (kept.len() < count).then_some(kept);
        list
    }

    /// Reads one value that stands at `pointer`; `None` if it had an error.
    ///
    /// serde stops at the first error: that field is then set aside (or taken for the one that it is a misspelling of) and the rest read again,
    /// so that each bad field is found, and once.
    pub fn value<T: DeserializeOwned>(&mut self, mut value: Value, pointer: &str, what: &str) -> Option<T> {
        let mut set_aside: Vec<String> = Vec::new();
        loop {
            let error = match serde_path_to_error::deserialize::<_, T>(&value) {
                Ok(item) => return set_aside.is_empty().then_some(item),
                Err(error) => error,
            };
            let path = steps(error.path());
            let trouble = Trouble::of(&error.inner().to_string());
            if let Trouble::MissingField { field } = &trouble
                && path.is_empty()
                && set_aside.contains(field)
            {
                return None;
            }
            self.findings.push(self.finding(&trouble, pointer, &path, what));
            let aside = match &trouble {
                Trouble::UnknownField { field, .. } => {
                    mend(&mut value, &path, field, trouble.meant()).then(|| field.clone())
                }
                _ => path.first().filter(|field| mend(&mut value, &[], field, None)).cloned(),
            };
            set_aside.push(aside?);
        }
    }

    fn finding(&self, trouble: &Trouble, pointer: &str, path: &[String], what: &str) -> Finding {
        let escaped = path
            .iter()
            .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")));
        let mut pointer = pointer.to_owned() + &escaped.collect::<String>();
        if let Trouble::UnknownField { field, .. } = trouble
            && path.last() != Some(field)
        {
            pointer += &format!("/{}", field.replace('~', "~0").replace('/', "~1"));
        }
        let (message, mend) = trouble.sentences(&path.join("/"), what);
        Finding::error(trouble.rule(), FilePlace::new(self.file, pointer), message, mend)
    }
}

fn steps(path: &Path) -> Vec<String> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            // `{"place": "aisle-c"}`
            Segment::Enum { variant } => Some(variant.clone()),
            Segment::Unknown => None,
        })
        .collect()
}

/// Renames `field` at `path` to what was meant, if that is not there already, else removes it; `path` may name the field itself.
/// `false` if there is no such field.
fn mend(value: &mut Value, path: &[String], field: &str, meant: Option<&str>) -> bool {
    let parents = match path.split_last() {
        Some((last, parents)) if last == field => parents,
        _ => path,
    };
    let parent = parents.iter().try_fold(value, |value, step| match value {
        Value::Object(object) => object.get_mut(step),
        Value::Array(list) => step.parse::<usize>().ok().and_then(|i| list.get_mut(i)),
        _ => None,
    });
    let Some(object) = parent.and_then(Value::as_object_mut) else {
        return false;
    };
    let Some(inner) = object.remove(field) else {
        return false;
    };
    if let Some(meant) = meant {
        object.entry(meant).or_insert(inner);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::Connector;
    use serde_json::json;

    #[test]
    fn every_bad_field_is_found() {
        let mut object = json!({"connectors": [
            {"id": "a", "kind": "lift", "ends": []},
            {"id": "b", "kind": "elevator", "width": 2, "length_m": "9", "ends": [
                {"level": "L0", "point": [0, 0], "pont": 1}, {"point": [0]}
            ]},
            {"id": "c", "kind": "lift", "ends": []},
        ]});
        let mut findings = Vec::new();
        let list = Reader::new("layout.json", &mut findings).list::<Connector>(
            object.as_object_mut().unwrap(),
            "connectors",
            "connector",
        );
        let found: Vec<_> = findings
            .iter()
            .map(|finding| (finding.rule.as_str(), finding.place.pointer.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("unknown-field", "/connectors/1/ends/0/pont"),
                ("wrong-type", "/connectors/1/ends/1/point"),
                ("unknown-word", "/connectors/1/kind"),
                ("wrong-type", "/connectors/1/length_m"),
                ("unknown-field", "/connectors/1/width"),
            ]
        );
        assert_eq!(
            (list.items.len(), list.kept, list.unread),
            (2, Some(vec![0, 2]), vec!["b".to_owned()])
        );
    }
}
