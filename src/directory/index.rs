//! The index: a sorted table of all words and one of all codes, each looked up by its beginning.
//!
//! A search costs two binary searches and one pass over the distinct words (not over the entries) for each word typed;
//! only where the words as typed find nothing is a second pass made that forgives errors.

use super::entry::Entry;
use super::{HitKind, fold, spelling};
use crate::order;

/// How well an entry matches, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// What was typed is its number.
    Code,
    /// What was typed is one of its names.
    Name,
    /// A name or number begins with what was typed.
    Beginning,
    /// Each word typed begins one of its words.
    WordBeginning,
    /// Each word typed is in one of its words.
    Inside,
    /// With errors of typing forgiven.
    Misspelt,
    No,
}

impl Match {
    const SOME: [Self; 6] = [
        Self::Code,
        Self::Name,
        Self::Beginning,
        Self::WordBeginning,
        Self::Inside,
        Self::Misspelt,
    ];
}

/// A word or code, and the positions of those that have it.
#[derive(Clone, Debug)]
struct Key {
    text: String,
    owners: Vec<u32>,
}

#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// Words of names.
    words: Vec<Key>,
    /// Words of where entries are; their owners are sets of surroundings.
    surroundings: Vec<Key>,
    codes: Vec<Key>,
    /// Words that people put before a booth's number ("booth", "展位"), folded.
    booth_words: Vec<String>,
}

/// What was typed, prepared.
pub struct Query {
    pub words: Vec<fold::Word>,
    /// All its letters without the spaces, and without a word for "booth": a number, perhaps.
    pub code: String,
}

impl Index {
    pub fn new(entries: Vec<Entry>, surroundings: &[Vec<String>], booth_words: impl Iterator<Item = String>) -> Self {
        let words = table(&entries, |entry| entry.names.iter().flat_map(|name| name.split(' ')));
        let surroundings = table(surroundings, |names| names.iter().flat_map(|name| name.split(' ')));
        let codes = table(&entries, |entry| entry.codes.iter().map(String::as_str));
        Self {
            entries,
            words,
            surroundings,
            codes,
            booth_words: booth_words.collect(),
        }
    }

    pub fn query(&self, text: &str) -> Query {
        let words = fold::words(text);
        let is_booth_word = |word: &fold::Word| words.len() > 1 && self.booth_words.contains(&word.text);
        let code = words.iter().filter(|word| !is_booth_word(word));
        let code = code.map(|word| word.text.as_str()).collect();
        Query { words, code }
    }

    /// The entries that match, best first; equally good ones in their own order.
    pub fn search(&self, query: &Query) -> Vec<&Entry> {
        if query.words.is_empty() {
            return Vec::new();
        }
        let mut matches = self.matches(query, false);
        if matches.iter().all(|&m| m == Match::No) {
            matches = self.matches(query, true);
        }
        let mut found = Vec::new();
        for wanted in Match::SOME {
            let of_class = matches.iter().zip(&self.entries).filter(|(m, _)| **m == wanted);
            found.extend(of_class.map(|(_, entry)| entry));
        }
        found
    }

    /// How well each entry matches.
    fn matches(&self, query: &Query, forgive: bool) -> Vec<Match> {
        let mut matches = vec![Match::WordBeginning; self.entries.len()];
        let mut by_name = vec![false; self.entries.len()];
        for word in &query.words {
            let mut of_word = vec![Match::No; self.entries.len()];
            self.match_word(&word.text, forgive, &mut of_word);
            by_name
                .iter_mut()
                .zip(&of_word)
                .for_each(|(by, &m)| *by |= m != Match::No);
            self.match_surroundings(&word.text, &mut of_word);
            matches
                .iter_mut()
                .zip(of_word)
                .for_each(|(all, m)| *all = (*all).max(m));
        }
        let words: Vec<_> = query.words.iter().map(|word| word.text.as_str()).collect();
        let name = words.join(" ");
        for ((m, entry), by_name) in matches.iter_mut().zip(&self.entries).zip(by_name) {
            if !by_name {
                *m = Match::No;
            } else if *m == Match::WordBeginning {
                *m = name_match(entry, &name);
            }
        }
        for key in beginning_with(&self.codes, &query.code) {
            let whole = key.text == query.code;
            improve(&mut matches, key, if whole { Match::Code } else { Match::Beginning });
        }
        matches
    }

    fn match_surroundings(&self, word: &str, matches: &mut [Match]) {
        let Some(key) = beginning_with(&self.surroundings, word).find(|key| key.text == word) else {
            return;
        };
        for (m, entry) in matches.iter_mut().zip(&self.entries) {
            if entry.surroundings.is_some_and(|id| key.owners.contains(&id.0)) {
                *m = (*m).min(Match::WordBeginning);
            }
        }
    }

    fn match_word(&self, word: &str, forgive: bool, matches: &mut [Match]) {
        for key in beginning_with(&self.words, word) {
            improve(matches, key, Match::WordBeginning);
        }
        let letters: Vec<char> = word.chars().collect();
        let ideographic = letters.first().is_some_and(|&c| fold::is_ideographic(c));
        if ideographic || letters.len() > 1 {
            // Chinese is written without spaces: a word may begin anywhere.
            let inside = if ideographic {
                Match::WordBeginning
            } else {
                Match::Inside
            };
            for key in self.words.iter().filter(|key| key.text.contains(word)) {
                improve(matches, key, inside);
            }
        }
        let most = if forgive { forgivable_errors(&letters) } else { 0 };
        if most > 0 {
            let mut other = Vec::new();
            for key in &self.words {
                other.clear();
                other.extend(key.text.chars());
                if spelling::errors_in_beginning(&letters, &other, most).is_some() {
                    improve(matches, key, Match::Misspelt);
                }
            }
        }
    }
}

/// One error in words of four letters and more, two from eight; none in numbers and in Chinese.
pub fn forgivable_errors(word: &[char]) -> usize {
    let exact = |c: &char| c.is_ascii_digit() || fold::is_ideographic(*c);
    match word.len() {
        _ if word.iter().any(exact) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// What an entry is called comes before what it shows.
fn name_match(entry: &Entry, query: &str) -> Match {
    if matches!(entry.kind, HitKind::Product | HitKind::Category) {
        Match::WordBeginning
    } else if entry.names.iter().any(|name| name == query) {
        Match::Name
    } else if entry.names.iter().any(|name| name.starts_with(query)) {
        Match::Beginning
    } else {
        Match::WordBeginning
    }
}

fn improve(matches: &mut [Match], key: &Key, to: Match) {
    for &entry in &key.owners {
        if let Some(m) = matches.get_mut(entry as usize) {
            *m = (*m).min(to);
        }
    }
}

/// The keys that begin with `text`; none for an empty text.
fn beginning_with<'k>(keys: &'k [Key], text: &str) -> impl Iterator<Item = &'k Key> {
    let first = keys.partition_point(|key| key.text.as_str() < text);
    let rest = if text.is_empty() { &[] } else { &keys[first..] };
    rest.iter().take_while(move |key| key.text.starts_with(text))
}

fn table<'o, T, I: Iterator<Item = &'o str>>(owners: &'o [T], keys: impl Fn(&'o T) -> I) -> Vec<Key> {
    let mut pairs: Vec<(&str, u32)> = Vec::new();
    for (i, owner) in (0u32..).zip(owners) {
        pairs.extend(keys(owner).map(|key| (key, i)));
    }
    order::sort_by_key(&mut pairs, |pair| *pair);
    pairs.dedup();
    pairs
        .chunk_by(|a, b| a.0 == b.0)
        .map(|group| Key {
            text: group[0].0.to_owned(),
            owners: group.iter().map(|pair| pair.1).collect(),
        })
        .collect()
}
