//! Chinese names as people type them: in simplified or traditional characters, by how they are read, by the first letters of that, or mixed.
//!
//! A name is walked along character by character, with the set of places in what was typed that one may have come to, a bit each
//! (as Baeza-Yates and Gonnet do with letters, 1992).

use super::fold;
use super::index::{Match, forgivable_errors};
use crate::order;
use crate::spelling::{errors_by_end, errors_in_beginning};
use std::cell::OnceCell;

/// How people type the vowel of 女.
#[cfg(feature = "cli")]
pub const VOWEL_TYPED: &str = "v";

/// What stands in a group before the characters that are mostly read otherwise.
pub const SELDOM: char = '/';

/// What stands before those that occur nowhere, and may be written for one that sounds so.
pub const ELSEWHERE: char = '~';

/// Longer texts are not taken for readings: a place in them is a bit.
const LONGEST: usize = 63;

/// How readings may have been typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    Whole,
    /// Each whole, or its first letter alone; `zh`, `ch` and `sh` count as one too.
    Initials,
    /// With one error.
    Misspelt,
}

/// Too much sounds like one character.
const SHORTEST_HEARD: usize = 2;

/// Shorter readings are not recognised with an error: almost any two letters are one away.
const SHORTEST_MISSPELT: usize = 3;

/// What there is to know of a venue's characters.
#[derive(Clone, Debug, Default)]
pub struct Han {
    /// Other forms, in order, and the simplified one.
    simplified: Vec<(char, char)>,
    readings: Vec<Vec<char>>,
    /// Characters, in order, and which readings they have, the usual one first.
    read: Vec<(char, Vec<usize>)>,
    /// Characters of no name, in order, and how they are read.
    elsewhere: Vec<(char, usize)>,
}

/// A name as positions in [`Han::read`]; one past its end for characters that are not read.
pub type Run = Vec<usize>;

impl Han {
    /// Reads what `fairway build` wrote: groups with spaces between, each a reading and the characters that are read so (`wang网王`;
    /// after a slash those that are mostly read otherwise, after a tilde those of no name: `chan产/单~铲`), or a simplified character
    /// and its other forms (`网網`).
    pub fn new(characters: &str) -> Self {
        let mut han = Self::default();
        let mut read: Vec<(char, bool, usize)> = Vec::new();
        for group in characters.split(' ') {
            let mut letters: Vec<char> = group.chars().collect();
            let end = letters.iter().take_while(|&&c| !fold::is_ideographic(c)).count();
            let of_group = letters.split_off(end);
            if letters.is_empty() {
                let forms = of_group.iter().skip(1);
                han.simplified.extend(forms.map(|&form| (form, of_group[0])));
            } else {
                let reading = han.readings.len();
                let mut part = letters.pop_if(|last| matches!(*last, SELDOM | ELSEWHERE));
                for letter in of_group {
                    match letter {
                        SELDOM | ELSEWHERE => part = Some(letter),
                        _ if part == Some(ELSEWHERE) => han.elsewhere.push((letter, reading)),
                        _ => read.push((letter, part.is_some(), reading)),
                    }
                }
                han.readings.push(letters);
            }
        }
        order::sort_by_key(&mut han.simplified, |pair| *pair);
        order::sort_by_key(&mut han.elsewhere, |pair| *pair);
        order::sort_by_key(&mut read, |pair| *pair);
        let by_letter = read.chunk_by(|a, b| a.0 == b.0);
        han.read = by_letter
            .map(|same| (same[0].0, same.iter().map(|read| read.2).collect()))
            .collect();
        han
    }

    /// Puts `text` into simplified characters.
    pub fn simplify(&self, text: &mut String) {
        if text.contains(fold::is_ideographic) {
            *text = text.chars().map(|letter| self.simplest(letter)).collect();
        }
    }

    fn simplest(&self, letter: char) -> char {
        let at = self.simplified.binary_search_by_key(&letter, |pair| pair.0);
        at.map_or(letter, |at| self.simplified[at].1)
    }

    /// How a character is mostly read.
    pub fn reading(&self, letter: char) -> Option<&[char]> {
        let at = self.read.binary_search_by_key(&letter, |read| read.0).ok()?;
        let reading = *self.read[at].1.first()?;
        Some(&self.readings[reading])
    }

    /// How a text in characters alone is heard by somebody who does not know how it is written.
    pub fn heard(&self, text: &str) -> Option<Typed<'_>> {
        if text.chars().count() < SHORTEST_HEARD || text.contains(|c| !fold::is_ideographic(c)) {
            return None;
        }
        let mut heard = String::new();
        for letter in text.chars() {
            heard.extend(self.reading(letter).or_else(|| self.reading_elsewhere(letter))?);
        }
        self.typed(&heard)
    }

    fn reading_elsewhere(&self, letter: char) -> Option<&[char]> {
        let at = self.elsewhere.binary_search_by_key(&letter, |pair| pair.0).ok()?;
        Some(&self.readings[self.elsewhere[at].1])
    }

    pub fn run(&self, text: &str) -> Run {
        let at = |letter| self.read.binary_search_by_key(&letter, |read| read.0);
        text.chars()
            .map(|letter| at(letter).unwrap_or(self.read.len()))
            .collect()
    }

    /// What was typed, prepared; `None` if it is no reading.
    pub fn typed(&self, text: &str) -> Option<Typed<'_>> {
        let letters: Vec<char> = text.chars().collect();
        let spoken = letters.iter().any(char::is_ascii_lowercase) && !self.read.is_empty();
        (spoken && letters.len() <= LONGEST).then(|| Typed {
            han: self,
            whole: self.steps(&letters, Typing::Whole),
            initials: self.steps(&letters, Typing::Initials),
            misspelt: OnceCell::new(),
            letters,
        })
    }

    /// A row for each character, and one for those that are not read: from each place in `typed`, the places that it leads to.
    fn steps(&self, typed: &[char], typing: Typing) -> Vec<u64> {
        let width = typed.len() + 1;
        let mut by_reading = Vec::new();
        for reading in &self.readings {
            by_reading.extend((0..width).map(|at| places_after(reading, typed, at, typing)));
        }
        let mut steps = vec![0; (self.read.len() + 1) * width];
        for (row, (letter, readings)) in steps.chunks_mut(width).zip(&self.read) {
            for (at, places) in row.iter_mut().enumerate() {
                if typed.get(at) == Some(letter) && typing != Typing::Misspelt {
                    *places |= 1 << (at + 1);
                }
                for reading in readings {
                    *places |= by_reading[reading * width + at];
                }
            }
        }
        steps
    }
}

/// Where one is in `typed` after `reading`, from `at` on: a set of places.
fn places_after(reading: &[char], typed: &[char], at: usize, typing: Typing) -> u64 {
    let rest = &typed[at..];
    let same = rest.iter().zip(reading).take_while(|(a, b)| a == b).count();
    let mut places = 0;
    match typing {
        Typing::Misspelt => {
            if reading.len() >= SHORTEST_MISSPELT {
                for (length, errors) in errors_by_end(reading, rest) {
                    places |= u64::from(errors == 1) << (at + length);
                }
            }
            if rest.len() >= SHORTEST_MISSPELT && errors_in_beginning(rest, reading, 1) == Some(1) {
                places |= 1 << typed.len();
            }
        }
        Typing::Whole | Typing::Initials => {
            // Or the person is still typing it.
            if same > 0 && (same == reading.len() || same == rest.len()) {
                places |= 1 << (at + same);
            }
            if typing == Typing::Initials && same > 0 {
                places |= 1 << (at + 1);
                places |= u64::from(same > 1 && reading[1] == 'h') << (at + 2);
            }
        }
    }
    places
}

/// Whether a piece of a name sounds like what was typed.
type Sounds<'a> = dyn Fn(&[usize]) -> bool + 'a;

/// A text that may be how a name sounds.
pub struct Typed<'h> {
    han: &'h Han,
    letters: Vec<char>,
    whole: Vec<u64>,
    initials: Vec<u64>,
    misspelt: OnceCell<Vec<u64>>,
}

impl Typed<'_> {
    /// How well `run` sounds like it.
    pub fn sound(&self, run: &[usize], forgive: bool) -> Match {
        let walks = |steps, anchored| self.walk(run, steps, anchored);
        if !walks(&self.initials, false) {
            let errors = if forgive { self.fewest_errors(run) } else { None };
            return errors.map_or(Match::NO, Match::with_errors);
        }
        if walks(&self.whole, true) {
            Match::SOUND_OF_BEGINNING
        } else if walks(&self.whole, false) {
            Match::SOUND
        } else if walks(&self.initials, true) {
            Match::INITIALS_OF_BEGINNING
        } else {
            Match::INITIALS
        }
    }

    /// Which characters of `text` sound like it: the first such, as a range.
    pub fn range(&self, text: &str) -> Option<[usize; 2]> {
        let run = self.han.run(text);
        let ways: [&Sounds; 3] = [
            &|run| self.walk(run, &self.whole, false),
            &|run| self.walk(run, &self.initials, false),
            &|run| self.fewest_errors(run).is_some(),
        ];
        ways.into_iter().find_map(|sounds| {
            let end = (1..=run.len()).find(|&end| sounds(&run[..end]))?;
            let first = (0..end).rev().find(|&first| sounds(&run[first..end]))?;
            Some([first, end])
        })
    }

    /// Whether one gets through all that was typed; `anchored`: from the first character of `run` on.
    fn walk(&self, run: &[usize], steps: &[u64], anchored: bool) -> bool {
        let width = self.letters.len() + 1;
        let mut places = 1;
        for letter in run {
            places = through(steps, letter * width, places) | u64::from(!anchored);
            if places >> self.letters.len() != 0 {
                return true;
            }
        }
        false
    }

    /// With how few errors one gets through it.
    fn fewest_errors(&self, run: &[usize]) -> Option<usize> {
        let width = self.letters.len() + 1;
        let most = forgivable_errors(&self.letters);
        let misspelt = self
            .misspelt
            .get_or_init(|| self.han.steps(&self.letters, Typing::Misspelt));
        let mut fewest = None;
        // By the number of errors made.
        let mut places = [1, 0, 0];
        for letter in run {
            for errors in (0..=most).rev() {
                let mut next = through(&self.initials, letter * width, places[errors]);
                if errors > 0 {
                    next |= through(misspelt, letter * width, places[errors - 1]);
                }
                places[errors] = next;
                if next >> self.letters.len() != 0 && fewest.is_none_or(|fewest| errors < fewest) {
                    fewest = Some(errors);
                }
            }
            places[0] |= 1;
        }
        fewest
    }
}

/// The places that the row at `row` leads to from any of `places`.
#[inline(always)]
fn through(steps: &[u64], row: usize, mut places: u64) -> u64 {
    let mut next = 0;
    while places != 0 {
        next |= steps[row + places.trailing_zeros() as usize];
        places &= places - 1;
    }
    next
}
