//! The order of names in a list that nothing was typed for: by their letters, Chinese ones by how they are read.

use super::{Directory, fold, natural_order};
use crate::order;
use crate::venue::{Exhibitor, Venue};
use std::cmp::Ordering;

/// What names stand under that begin with no letter.
pub const OTHER: &str = "#";

impl Directory {
    /// The letter that a name stands under.
    pub fn initial(&self, name: &str, language: &str) -> String {
        first_letter(&self.key(name, language)).map_or_else(|| OTHER.to_owned(), |first| first.to_uppercase().collect())
    }

    /// All exhibitors in the order of their names.
    pub fn exhibitors<'v>(&self, venue: &'v Venue, language: &str) -> Vec<&'v Exhibitor> {
        let exhibitors = venue.exhibitors().iter();
        let mut keyed: Vec<(String, &Exhibitor)> = exhibitors
            .map(|exhibitor| (self.key(exhibitor.name.in_language(language), language), exhibitor))
            .collect();
        order::sort_by(&mut keyed, |a, b| by_key(&a.0, &b.0));
        keyed.into_iter().map(|(_, exhibitor)| exhibitor).collect()
    }

    /// What a name is compared by: folded; in Chinese, each character by its reading.
    fn key(&self, name: &str, language: &str) -> String {
        let words = self.index.words(name).into_iter().map(|word| word.text);
        let folded = words.collect::<Vec<_>>().join(" ");
        if !language.starts_with("zh") {
            return folded;
        }
        let mut key = String::new();
        for letter in folded.chars() {
            match self.index.han().reading(letter) {
                // With a space, so that `xi an` comes before `xian`.
                Some(reading) => {
                    key.extend(reading);
                    key.push(' ');
                }
                None => key.push(letter),
            }
        }
        key
    }
}

/// Names that begin with no letter come last.
fn by_key(a: &str, b: &str) -> Ordering {
    let is_other = |key| first_letter(key).is_none();
    is_other(a).cmp(&is_other(b)).then_with(|| natural_order(a, b))
}

fn first_letter(key: &str) -> Option<char> {
    let first = key.chars().next()?;
    (first.is_alphabetic() && !fold::is_ideographic(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::characters;
    use crate::guide::test_venue;
    use crate::venue::LocalText;

    /// Names in the order of a list, each after what it stands under.
    fn listed(names: &[&str], language: &str) -> Vec<String> {
        let mut files = test_venue::bundle().files;
        let pattern = files.exhibitors.exhibitors[3].clone();
        files.exhibitors.exhibitors.clear();
        files.programme.sessions.clear();
        for name in names {
            let mut exhibitor = pattern.clone();
            exhibitor.id = crate::venue::ExhibitorId::new(format!("e-{name}"));
            exhibitor.name = LocalText::of([(language, name)]);
            files.exhibitors.exhibitors.push(exhibitor);
        }
        let venue = Venue::new(files).unwrap();
        let directory = Directory::of(&venue, &characters(&venue));
        let line = |exhibitor: &Exhibitor| {
            let name = exhibitor.name.in_language(language);
            format!("{} {name}", directory.initial(name, language))
        };
        directory.exhibitors(&venue, language).into_iter().map(line).collect()
    }

    #[test]
    fn latin_names_stand_under_their_letters_whatever_their_accents_and_case() {
        assert_eq!(
            listed(
                &["Zeta", "éclair", "3D Print", "Eager", "acme 10", "Acmé 9", "北方"],
                "en"
            ),
            [
                "A Acmé 9",
                "A acme 10",
                "E Eager",
                "E éclair",
                "Z Zeta",
                "# 3D Print",
                "# 北方"
            ]
        );
    }

    #[test]
    fn chinese_names_stand_under_how_they_are_mostly_read() {
        assert_eq!(
            listed(&["中兴", "AI 工坊", "安康", "會展", "西安", "线上", "西瓜"], "zh-Hans"),
            ["A AI 工坊", "A 安康", "H 會展", "X 西安", "X 西瓜", "X 线上", "Z 中兴"]
        );
    }
}
