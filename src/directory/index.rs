//! The index: a sorted table of all words and one of all codes, each looked up by its beginning; and one of Chinese names.
//!
//! A search costs two binary searches and one pass over the distinct words (not over the entries) for each word typed;
//! only where the words as typed find nothing is a second pass made that forgives errors.

use super::entry::Entry;
use super::han::{Han, Run, Typed};
use super::{HitKind, fold};
use crate::order;
use crate::spelling::{errors, errors_in_beginning};
use std::cell::OnceCell;

/// How well an entry matches, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match(u8);

impl Match {
    /// What was typed is its number.
    const CODE: Self = Self(0);
    /// What was typed is one of its names.
    const NAME: Self = Self(1);
    /// A name or number begins with what was typed.
    const BEGINNING: Self = Self(2);
    /// Each word typed begins one of its words.
    const WORD_BEGINNING: Self = Self(3);
    /// Each word typed is in one of its words.
    const INSIDE: Self = Self(4);
    /// Each word typed is how a Chinese name begins to be read.
    pub const SOUND_OF_BEGINNING: Self = Self(5);
    pub const SOUND: Self = Self(6);
    /// Letters that begin what is read stand for it.
    pub const INITIALS_OF_BEGINNING: Self = Self(7);
    pub const INITIALS: Self = Self(8);
    /// With spaces forgiven; with as many more as there are errors of typing.
    const FORGIVEN: Self = Self(9);
    pub const NO: Self = Self(u8::MAX);

    pub fn with_errors(errors: usize) -> Self {
        Self(Self::FORGIVEN.0 + errors as u8)
    }

    /// Of one word and of another: the worse, with the errors of both.
    fn and(self, other: Self) -> Self {
        let forgiven = |m: Self| m.0.saturating_sub(Self::FORGIVEN.0);
        let errors_of_better = forgiven(self.min(other));
        Self(self.max(other).0.saturating_add(errors_of_better))
    }
}

/// A word with more errors than one in so many letters is another word.
const LETTERS_PER_ERROR: usize = 3;

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
    /// The same of names in Chinese, which are not parted into words.
    runs: Vec<(Key, Run)>,
    /// Words of where entries are; their owners are sets of surroundings.
    surroundings: Vec<Key>,
    codes: Vec<Key>,
    /// Words that people put before a booth's number ("booth", "展位"), folded.
    booth_words: Vec<String>,
    han: Han,
}

/// What was typed, prepared.
pub struct Query<'i> {
    pub words: Vec<QueryWord<'i>>,
    /// All its letters without the spaces, if it has several words.
    pub whole: Option<QueryWord<'i>>,
    /// The same without a word for "booth": a number, perhaps.
    pub code: String,
}

pub struct QueryWord<'i> {
    pub text: String,
    /// If it may be how something sounds.
    sound: Option<Typed<'i>>,
    /// If others may be written with other characters that sound so.
    heard: OnceCell<Option<Typed<'i>>>,
    han: &'i Han,
}

impl QueryWord<'_> {
    pub fn sound(&self) -> Option<&Typed<'_>> {
        let heard = || self.heard.get_or_init(|| self.han.heard(&self.text));
        self.sound.as_ref().or_else(|| heard().as_ref())
    }
}

impl Index {
    pub fn new(
        mut entries: Vec<Entry>,
        mut surroundings: Vec<Vec<String>>,
        booth_words: impl Iterator<Item = String>,
        han: Han,
    ) -> Self {
        let names = entries.iter_mut().flat_map(|entry| &mut entry.names);
        names
            .chain(surroundings.iter_mut().flatten())
            .for_each(|name| han.simplify(name));
        let words = table(&entries, |entry| entry.names.iter().flat_map(|name| name.split(' ')));
        let (runs, words): (Vec<_>, _) = words
            .into_iter()
            .partition(|key| key.text.starts_with(fold::is_ideographic));
        let surroundings = table(&surroundings, |names| names.iter().flat_map(|name| name.split(' ')));
        let codes = table(&entries, |entry| entry.codes.iter().map(String::as_str));
        Self {
            runs: runs
                .into_iter()
                .map(|key| (han.run(&key.text), key))
                .map(|(run, key)| (key, run))
                .collect(),
            entries,
            words,
            surroundings,
            codes,
            booth_words: booth_words.collect(),
            han,
        }
    }

    pub fn query(&self, text: &str) -> Query<'_> {
        let mut words: Vec<String> = fold::words(text).into_iter().map(|word| word.text).collect();
        words.iter_mut().for_each(|word| self.han.simplify(word));
        let is_booth_word = |word: &&String| words.len() > 1 && self.booth_words.contains(word);
        let code = words
            .iter()
            .filter(|word| !is_booth_word(word))
            .map(String::as_str)
            .collect();
        let prepared = |text: String| QueryWord {
            sound: self.han.typed(&text),
            heard: OnceCell::new(),
            han: &self.han,
            text,
        };
        Query {
            whole: (words.len() > 1).then(|| prepared(words.concat())),
            words: words.into_iter().map(prepared).collect(),
            code,
        }
    }

    pub fn han(&self) -> &Han {
        &self.han
    }

    /// A title's words as names are compared.
    pub fn words(&self, title: &str) -> Vec<fold::Word> {
        let mut words = fold::words(title);
        words.iter_mut().for_each(|word| self.han.simplify(&mut word.text));
        words
    }

    /// The entries that match, best first; equally good ones in their own order.
    pub fn search(&self, query: &Query) -> impl Iterator<Item = &Entry> {
        let mut matches = self.matches(query, false);
        if matches.iter().all(|&m| m == Match::NO) {
            matches = self.matches(query, true);
        }
        let mut ranks: Vec<Vec<&Entry>> = Vec::new();
        for (m, entry) in matches.iter().zip(&self.entries) {
            if *m != Match::NO {
                let rank = usize::from(m.0);
                ranks.resize(ranks.len().max(rank + 1), Vec::new());
                ranks[rank].push(entry);
            }
        }
        ranks.into_iter().flatten()
    }

    /// The words that lead somewhere, or the nearest to the only one.
    pub fn meant(&self, query: &Query) -> Option<String> {
        let leads = |word: &&QueryWord| self.match_word(word, true).iter().any(|&m| m != Match::NO);
        let known: Vec<&str> = query
            .words
            .iter()
            .filter(leads)
            .map(|word| word.text.as_str())
            .collect();
        match &query.words[..] {
            [only] if known.is_empty() => self.nearest_word(&only.text),
            _ => (!known.is_empty() && known.len() < query.words.len()).then(|| known.join(" ")),
        }
    }

    /// With more errors than are forgiven; of equally near ones the first.
    fn nearest_word(&self, text: &str) -> Option<String> {
        let letters: Vec<char> = text.chars().collect();
        let most = letters.len() / LETTERS_PER_ERROR;
        let near = self.words.iter().filter_map(|key| {
            let other: Vec<char> = key.text.chars().collect();
            Some((errors(&letters, &other, most)?, &key.text))
        });
        near.min_by_key(|(errors, _)| *errors).map(|(_, text)| text.clone())
    }

    /// How well each entry matches.
    fn matches(&self, query: &Query, forgive: bool) -> Vec<Match> {
        let [first, others @ ..] = &query.words[..] else {
            return Vec::new();
        };
        let mut matches = self.match_word(first, forgive);
        if !others.is_empty() {
            let mut named: Vec<bool> = matches.iter().map(|&m| m != Match::NO).collect();
            self.match_surroundings(&first.text, &mut matches);
            for word in others {
                let mut of_word = self.match_word(word, forgive);
                let both = named.iter_mut().zip(&of_word);
                both.for_each(|(named, &m)| *named |= m != Match::NO);
                self.match_surroundings(&word.text, &mut of_word);
                let both = matches.iter_mut().zip(of_word);
                both.for_each(|(all, m)| *all = all.and(m));
            }
            // Where something is finds nothing alone.
            let both = matches.iter_mut().zip(named);
            both.filter(|(_, named)| !named).for_each(|(m, _)| *m = Match::NO);
        }
        if let Some(whole) = &query.whole {
            if let Some(sound) = &whole.sound {
                self.match_sound(sound, false, &mut matches);
            }
            if forgive {
                let joined = self.match_word(whole, true);
                let both = matches.iter_mut().zip(joined);
                both.for_each(|(m, joined)| *m = (*m).min(joined.max(Match::FORGIVEN)));
            }
        }
        let words: Vec<_> = query.words.iter().map(|word| word.text.as_str()).collect();
        let name = words.join(" ");
        for (m, entry) in matches.iter_mut().zip(&self.entries) {
            *m = match *m {
                Match::WORD_BEGINNING => name_match(entry, &name),
                Match::SOUND_OF_BEGINNING if is_shown(entry) => Match::SOUND,
                Match::INITIALS_OF_BEGINNING if is_shown(entry) => Match::INITIALS,
                m => m,
            };
        }
        for key in beginning_with(&self.codes, &query.code) {
            let whole = key.text == query.code;
            improve(&mut matches, key, if whole { Match::CODE } else { Match::BEGINNING });
        }
        matches
    }

    fn match_surroundings(&self, word: &str, matches: &mut [Match]) {
        let Some(key) = beginning_with(&self.surroundings, word).find(|key| key.text == word) else {
            return;
        };
        for (m, entry) in matches.iter_mut().zip(&self.entries) {
            if entry.surroundings.is_some_and(|id| key.owners.contains(&id.0)) {
                *m = (*m).min(Match::WORD_BEGINNING);
            }
        }
    }

    /// How well each entry matches one word.
    fn match_word(&self, word: &QueryWord, forgive: bool) -> Vec<Match> {
        let mut matches = vec![Match::NO; self.entries.len()];
        let text = word.text.as_str();
        if text.starts_with(fold::is_ideographic) {
            // Chinese is written without spaces: a word may begin anywhere.
            for (key, _) in self.runs.iter().filter(|(key, _)| key.text.contains(text)) {
                improve(&mut matches, key, Match::WORD_BEGINNING);
            }
            if forgive && let Some(heard) = word.sound() {
                self.match_sound(heard, true, &mut matches);
            }
            return matches;
        }
        for key in beginning_with(&self.words, text) {
            improve(&mut matches, key, Match::WORD_BEGINNING);
        }
        let letters: Vec<char> = text.chars().collect();
        if letters.len() > 1 {
            for key in self.words.iter().filter(|key| key.text.contains(text)) {
                improve(&mut matches, key, Match::INSIDE);
            }
        }
        if let Some(sound) = &word.sound {
            self.match_sound(sound, forgive, &mut matches);
        }
        if forgive {
            self.match_parts(text, None, &mut matches);
            let most = forgivable_errors(&letters);
            let mut other = Vec::new();
            for key in self.words.iter().filter(|_| most > 0) {
                other.clear();
                other.extend(key.text.chars());
                if let Some(errors) = errors_in_beginning(&letters, &other, most) {
                    improve(&mut matches, key, Match::with_errors(errors));
                }
            }
        }
        matches
    }

    fn match_sound(&self, sound: &Typed, forgive: bool, matches: &mut [Match]) {
        for (key, run) in &self.runs {
            let how_well = sound.sound(run, forgive);
            if how_well != Match::NO {
                improve(matches, key, how_well);
            }
        }
    }

    /// Words without the spaces between; the first of them has led to `among`.
    fn match_parts(&self, text: &str, among: Option<&[u32]>, matches: &mut [Match]) {
        for (end, _) in text.char_indices().skip(1) {
            let (first, rest) = text.split_at(end);
            let Some(key) = beginning_with(&self.words, first)
                .next()
                .filter(|key| key.text == first)
            else {
                continue;
            };
            let is_among = |owner: &&u32| among.is_none_or(|among| among.binary_search(owner).is_ok());
            let owners: Vec<u32> = key.owners.iter().filter(is_among).copied().collect();
            if owners.is_empty() {
                continue;
            }
            for other in beginning_with(&self.words, rest) {
                let both = other.owners.iter().filter(|owner| owners.binary_search(owner).is_ok());
                both.for_each(|&owner| matches[owner as usize] = Match::FORGIVEN.min(matches[owner as usize]));
            }
            self.match_parts(rest, Some(&owners), matches);
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

/// What an entry shows: what one is called comes before that.
fn is_shown(entry: &Entry) -> bool {
    matches!(entry.kind, HitKind::Product | HitKind::Category)
}

fn name_match(entry: &Entry, query: &str) -> Match {
    if is_shown(entry) {
        Match::WORD_BEGINNING
    } else if entry.names.iter().any(|name| name == query) {
        Match::NAME
    } else if entry.names.iter().any(|name| name.starts_with(query)) {
        Match::BEGINNING
    } else {
        Match::WORD_BEGINNING
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
