//! Cues → one sentence in each language that Fairway speaks.

use super::super::Maneuver;
use super::super::cues::Cues;
use super::super::naming::{in_each, is_chinese, spoken};
use super::{End, chinese, english};
use crate::venue::{LocalText, Place, PlaceId, Venue};

/// What a sentence is made of, in one language.
pub struct Words<'a> {
    venue: &'a Venue,
    language: &'a str,
    pub maneuver: Maneuver,
    pub cues: &'a Cues,
    pub from: &'a str,
    pub to: &'a str,
}

impl Words<'_> {
    pub fn name(&self, id: &PlaceId) -> String {
        spoken(self.venue, id, self.language)
    }

    /// The name of something, put into a template; nothing if there is none.
    pub fn named(&self, template: &str, id: Option<&PlaceId>) -> String {
        id.map_or_else(String::new, |id| fill(template, &[&self.name(id)]))
    }

    /// The opening's own name; `None` for one that is only a door.
    pub fn opening(&self, id: &PlaceId) -> Option<String> {
        match self.venue.place(id)? {
            Place::Opening(opening) if opening.name.is_none() => None,
            _ => Some(self.name(id)),
        }
    }

    /// What people call a stand here, when there are several.
    pub fn stands(&self, count: u32) -> String {
        let label = self.venue.layout().booth_label.in_language(self.language);
        match (is_chinese(self.language), count) {
            (true, _) => fill("{}个{}", &[&count.to_string(), label]),
            (false, 1) => fill("{} {}", &["1", label]),
            (false, _) => fill("{} {}s", &[&count.to_string(), label]),
        }
    }
}

pub fn sentence(venue: &Venue, maneuver: Maneuver, cues: &Cues, from: &End<'_>, to: &End<'_>) -> LocalText {
    in_each(|language| {
        let words = Words {
            venue,
            language,
            maneuver,
            cues,
            from: from.name.in_language(language),
            to: to.name.in_language(language),
        };
        if is_chinese(language) {
            chinese::sentence(&words)
        } else {
            // A name that ends in a full stop ends the sentence: "Acme Co."
            english::sentence(&words).replace("..", ".")
        }
    })
}

/// A template with each `{}` replaced by the next part. One function for all sentences, for `format!` is compiled anew at each of its uses.
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut text = String::new();
    let mut parts = parts.iter();
    for (i, piece) in template.split("{}").enumerate() {
        if i > 0 {
            text.push_str(parts.next().copied().unwrap_or_default());
        }
        text.push_str(piece);
    }
    text
}
