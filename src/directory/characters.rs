//! What `fairway build` works out of the Chinese characters of a venue, so that the guide, which is downloaded, needs no tables of them.

use super::fold;
use super::surroundings::{Surroundings, folded};
use super::{entry, han::VOWEL_TYPED};
use crate::venue::Venue;
use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet};

/// Where Unicode has the characters that another one can stand for.
const HAN: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// The characters that occur in what can be found: how they are read and what else they are written as, as `han` reads it.
pub fn characters(venue: &Venue) -> String {
    let mut surroundings = Surroundings::of(venue);
    let entries = entry::entries(venue, &mut surroundings);
    let names = entries.iter().flat_map(|entry| &entry.names);
    let booth_words = folded(&venue.layout().booth_label);
    let texts = names.chain(surroundings.names.iter().flatten()).chain(&booth_words);
    let letters = texts.flat_map(|text| text.chars()).filter(|&c| fold::is_ideographic(c));
    let occurring: BTreeSet<char> = letters.map(simplified).collect();

    let mut groups: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for &letter in &occurring {
        let readings = letter.to_pinyin_multi().into_iter().flatten();
        for reading in readings.map(|reading| reading.plain().replace('ü', VOWEL_TYPED)) {
            groups.entry(reading).or_default().insert(letter);
        }
    }
    for variant in HAN {
        let letter = simplified(variant);
        if letter != variant && occurring.contains(&letter) {
            groups.entry(letter.to_string()).or_default().insert(variant);
        }
    }
    let groups = groups.into_iter().map(|(head, letters)| {
        letters
            .into_iter()
            .fold(head, |group, letter| group + letter.encode_utf8(&mut [0; 4]))
    });
    groups.collect::<Vec<_>>().join(" ")
}

fn simplified(letter: char) -> char {
    hanconv::t2s(letter.to_string()).chars().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::test_venue;

    #[test]
    fn each_character_is_under_its_readings_and_beside_its_other_forms() {
        let venue = Venue::new(test_venue::bundle().files).unwrap();
        let characters = characters(&venue);
        let groups: Vec<&str> = characters.split(' ').collect();
        let group = |head: &str| {
            groups
                .iter()
                .find(|group| group.starts_with(head))
                .copied()
                .unwrap_or_default()
        };
        assert_eq!(group("dian"), "dian点电");
        assert!(
            group("hui").contains('会') && group("kuai").contains('会'),
            "{characters}"
        );
        assert!(group("电").contains('電'));
        assert!(group("会").contains('會'));
        assert!(!characters.contains('龙'), "it occurs nowhere");
    }
}
