//! Which letters of a title the query explains.

use super::index::{Query, forgivable_errors};
use super::{fold, spelling};
use crate::order;

/// Ranges of `title` in UTF-16 units, [from, to), in order and apart.
pub fn marks(title: &str, query: &Query) -> Vec<[usize; 2]> {
    let words = fold::words(title);
    let mut marks = code_marks(&words, &query.code);
    if marks.is_empty() {
        marks = word_marks(&words, query, beginning_or_inside);
    }
    if marks.is_empty() {
        marks = word_marks(&words, query, misspelt);
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

fn word_marks(words: &[fold::Word], query: &Query, find: impl Fn(&str, &str) -> Option<[usize; 2]>) -> Vec<[usize; 2]> {
    let mut marks = Vec::new();
    for typed in &query.words {
        for word in words {
            if let Some([first, end]) = find(&typed.text, &word.text)
                && let Some(spans) = word.spans.get(first..end)
                && let (Some(from), Some(to)) = (spans.first(), spans.last())
            {
                marks.push([from[0], to[1]]);
            }
        }
    }
    marks
}

/// The letters of `word` that are `typed`, as a range of its `char`s.
fn beginning_or_inside(typed: &str, word: &str) -> Option<[usize; 2]> {
    let at = word.find(typed)?;
    let (first, length) = (word[..at].chars().count(), typed.chars().count());
    let alone = length == 1 && !typed.starts_with(fold::is_ideographic);
    (first == 0 || !alone).then_some([first, first + length])
}

/// All of `word`, if it is `typed` with errors.
fn misspelt(typed: &str, word: &str) -> Option<[usize; 2]> {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    spelling::errors_in_beginning(&typed, &word, forgivable_errors(&typed))?;
    Some([0, word.len()])
}
