//! What `fairway build` works out of the Chinese characters of a venue, so that the guide, which is downloaded, needs no tables of them.

use super::entry;
use super::fold;
use super::han::{ELSEWHERE, SELDOM, VOWEL_TYPED};
use super::surroundings::{Surroundings, folded};
use crate::venue::Venue;
use encoding_rs::GBK;
use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};
use std::collections::{BTreeMap, BTreeSet};

/// Where Unicode has the characters that another one can stand for.
const HAN: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// The characters that occur in what can be found: how they are read and what else they are written as, and common ones that sound like
/// them, as `han` reads it.
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
    let mut elsewhere: BTreeMap<String, Vec<char>> = BTreeMap::new();
    for letter in common_characters().filter(|letter| !occurring.contains(letter)) {
        if let Some(reading) = letter.to_pinyin() {
            elsewhere.entry(typed(reading)).or_default().push(letter);
        }
    }
    let groups = groups.into_iter().map(|(head, letters)| {
        let is_usual = |letter: &char| letter.to_pinyin().map(typed).as_ref() == Some(&head);
        let is_reading = !head.starts_with(fold::is_ideographic);
        let (usual, seldom): (Vec<char>, Vec<char>) =
            letters.iter().partition(|letter| !is_reading || is_usual(letter));
        let mark = (!seldom.is_empty()).then_some(SELDOM);
        let others = elsewhere.remove(&head).unwrap_or_default();
        let other_mark = (!others.is_empty()).then_some(ELSEWHERE);
        let group = head.chars().chain(usual).chain(mark).chain(seldom);
        group.chain(other_mark).chain(others).collect::<String>()
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// The 3755 that are in common use, as the first level of GB 2312 has them: two bytes each, from 0xB0A1 to 0xD7F9.
fn common_characters() -> impl Iterator<Item = char> {
    let bytes = (0xb0..=0xd7_u8).flat_map(|row| (0xa1..=0xfe_u8).map(move |cell| [row, cell]));
    bytes.flat_map(|pair| {
        let text = GBK.decode_without_bom_handling(&pair).0;
        text.chars()
            .filter(|&letter| fold::is_ideographic(letter))
            .collect::<Vec<_>>()
    })
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
        assert!(group("dian").starts_with("dian点电~"), "{characters}");
        assert!(
            group("dian").contains('店') && !group("dian").contains('踮'),
            "common ones that sound so: {characters}"
        );
        assert!(
            group("hui").contains('会') && group("kuai").contains('会'),
            "{characters}"
        );
        assert!(group("电").contains('電'));
        assert!(group("会").contains('會'));
        assert!(!characters.contains('龙'), "it occurs nowhere, and nothing sounds so");
        let halves = |head: &str| group(head).split_once(SELDOM).unwrap_or((group(head), ""));
        assert!(halves("hui").0.contains('会'), "it is mostly read so: {characters}");
        assert!(halves("kuai").1.contains('会'), "and seldom so: {characters}");
    }
}
