//! What `fairway build` works out of the Chinese characters of a venue, so that the guide, which is downloaded, needs no tables of them.

use super::entry;
use super::fold;
use super::han::{SELDOM, VOWEL_TYPED};
use super::surroundings::{Surroundings, folded};
use crate::venue::Venue;
use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};
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
        for reading in letter.to_pinyin_multi().into_iter().flatten() {
            groups.entry(typed(reading)).or_default().insert(letter);
        }
    }
    for variant in HAN {
        let letter = simplified(variant);
        if letter != variant && occurring.contains(&letter) {
            groups.entry(letter.to_string()).or_default().insert(variant);
        }
    }
    let groups = groups.into_iter().map(|(head, letters)| {
        let is_usual = |letter: &char| letter.to_pinyin().map(typed).as_ref() == Some(&head);
        let is_reading = !head.starts_with(fold::is_ideographic);
        let (usual, seldom): (Vec<char>, Vec<char>) =
            letters.iter().partition(|letter| !is_reading || is_usual(letter));
        let mark = (!seldom.is_empty()).then_some(SELDOM);
        let group = head.chars().chain(usual).chain(mark).chain(seldom);
        group.collect::<String>()
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// A reading as people type it.
fn typed(reading: Pinyin) -> String {
    reading.plain().replace('ü', VOWEL_TYPED)
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
        let halves = |head: &str| group(head).split_once(SELDOM).unwrap_or((group(head), ""));
        assert!(halves("hui").0.contains('会'), "it is mostly read so: {characters}");
        assert!(halves("kuai").1.contains('会'), "and seldom so: {characters}");
    }
}
