//! Which letters of a title the query explains.

use super::fold;
use super::index::{Index, Query, QueryWord, forgivable_errors};
use crate::order;
use crate::spelling::errors_in_beginning;

/// Ranges of `title` in UTF-16 units, [from, to), in order and apart.
pub fn marks(title: &str, index: &Index, query: &Query) -> Vec<[usize; 2]> {
    let words = index.words(title);
    let mut marks = code_marks(&words, &query.code);
    if marks.is_empty() {
        query
            .words
            .iter()
            .for_each(|typed| word_marks(&words, typed, &mut marks));
    }
    if marks.is_empty()
        && let Some(whole) = &query.whole
    {
        word_marks(&words, whole, &mut marks);
    }
    order::sort_by_key(&mut marks, |mark| *mark);
    let mut merged: Vec<[usize; 2]> = Vec::new();
    for [from, to] in marks {
        match merged.last_mut() {
            Some(last) if from <= last[1] => last[1] = last[1].max(to),
            _ => merged.push([from, to]),
        }
    }
    merged
}

/// The letters of a number that were typed, however it was spaced.
fn code_marks(words: &[fold::Word], code: &str) -> Vec<[usize; 2]> {
    let whole: String = words.iter().map(|word| word.text.as_str()).collect();
    if code.is_empty() || !whole.starts_with(code) {
        return Vec::new();
    }
    let spans = words.iter().flat_map(|word| word.spans.iter().copied());
    spans.take(code.chars().count()).collect()
}

/// What of a word is what was typed, as a range of its `char`s.
type Find = fn(typed: &QueryWord, word: &str) -> Option<[usize; 2]>;

/// Marks what was typed, or else what sounds like it, or else what is it with errors.
fn word_marks(words: &[fold::Word], typed: &QueryWord, marks: &mut Vec<[usize; 2]>) {
    let before = marks.len();
    for find in [beginning_or_inside as Find, sound, misspelt] {
        if marks.len() > before {
            return;
        }
        for word in words {
            if let Some([first, end]) = find(typed, &word.text)
                && let Some(spans) = word.spans.get(first..end)
                && let (Some(from), Some(to)) = (spans.first(), spans.last())
            {
                marks.push([from[0], to[1]]);
            }
        }
    }
}

/// The letters of `word` that are `typed`.
fn beginning_or_inside(typed: &QueryWord, word: &str) -> Option<[usize; 2]> {
    let typed = typed.text.as_str();
    let at = word.find(typed)?;
    let (first, length) = (word[..at].chars().count(), typed.chars().count());
    let alone = length == 1 && !typed.starts_with(fold::is_ideographic);
    (first == 0 || !alone).then_some([first, first + length])
}

/// The characters that sound so.
fn sound(typed: &QueryWord, word: &str) -> Option<[usize; 2]> {
    typed.sound()?.range(word)
}

/// All of `word`, if it is `typed` with errors.
fn misspelt(typed: &QueryWord, word: &str) -> Option<[usize; 2]> {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.text.chars().collect(), word.chars().collect());
    errors_in_beginning(&typed, &word, forgivable_errors(&typed))?;
    Some([0, word.len()])
}
