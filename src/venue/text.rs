//! Texts in several languages.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A BCP 47 language tag as the venue's files spell it: `en`, `zh-Hans`.
pub type Language = String;

/// One text in several languages: `{"en": "Hall 1", "zh-Hans": "1号馆"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct LocalText(pub BTreeMap<Language, String>);

impl LocalText {
    /// A text from pairs of language and wording.
    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        pairs
            .into_iter()
            .map(|(language, text)| (language.to_owned(), text.to_owned()))
            .collect()
    }

    /// The text in `language`, else in a language that shares its primary tag (`zh` for `zh-Hans`), else in the first one there is.
    /// Empty only if the text has no language at all.
    pub fn in_language(&self, language: &str) -> &str {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        self.0
            .get(language)
            .or_else(|| {
                self.0
                    .iter()
                    .find(|(tag, _)| primary(tag) == primary(language))
                    .map(|(_, text)| text)
            })
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// Each wording once.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

impl FromIterator<(Language, String)> for LocalText {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(pairs: I) -> Self {
        let mut text = Self::default();
        // One by one: `collect` brings a sort with it, three kilobytes for every kind of iterator.
        for (language, wording) in pairs {
            text.0.insert(language, wording);
        }
        text
    }
}
