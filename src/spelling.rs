//! How alike two spellings are, and the order in which people expect numbers.

use std::cmp::Ordering;

/// Longer words than this are not compared: each letter is a bit.
const LONGEST: usize = 64;

/// The fewest typing errors (a letter missing, extra, wrong, or two swapped) that turn `typed` into `word`; `None` if more than `most`.
pub fn errors(typed: &[char], word: &[char], most: usize) -> Option<usize> {
    if typed.len().abs_diff(word.len()) > most {
        return None;
    }
    let all = errors_by_end(typed, word).find(|(end, _)| *end == word.len());
    all.map(|(_, errors)| errors).filter(|&errors| errors <= most)
}

/// The same against the beginning of `word`, for someone who is still typing.
pub fn errors_in_beginning(typed: &[char], word: &[char], most: usize) -> Option<usize> {
    let word = &word[..word.len().min(typed.len() + most)];
    let fewest = errors_by_end(typed, word).map(|(_, errors)| errors).min();
    fewest.filter(|&errors| errors <= most)
}

/// The errors between all of `typed` and each beginning of `word`, with the length of that; nothing for texts too long.
/// Optimal string alignment, a column of its table at once (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003): O(`typed` × `word`)
/// only for finding the letters.
pub fn errors_by_end<'t>(typed: &'t [char], word: &'t [char]) -> impl Iterator<Item = (usize, usize)> {
    let fits = typed.len() <= LONGEST;
    // Where the table rises and falls from one row to the next, and where the last letter was met.
    let (mut rises, mut falls, mut same_before, mut straight) = (u64::MAX, 0u64, 0u64, 0u64);
    let mut errors = typed.len();
    let columns = word.iter().enumerate().map(move |(i, letter)| {
        let bits = typed
            .iter()
            .enumerate()
            .map(|(row, typed)| u64::from(typed == letter) << row);
        let same = bits.fold(0, |bits, bit| bits | bit);
        let swapped = ((!straight & same) << 1) & same_before;
        straight = ((same & rises).wrapping_add(rises) ^ rises) | same | falls | swapped;
        let (more, fewer) = (falls | !(straight | rises), rises & straight);
        let last = |bits: u64| typed.len().checked_sub(1).map_or(0, |row| (bits >> row & 1) as usize);
        errors = if typed.is_empty() {
            i + 1
        } else {
            errors + last(more) - last(fewer)
        };
        let more = more << 1 | 1;
        rises = fewer << 1 | !(straight | more);
        falls = straight & more;
        same_before = same;
        (i + 1, errors)
    });
    let columns = std::iter::once((0, typed.len())).chain(columns);
    columns.filter(move |_| fits)
}

/// The order of names with numbers in them: `3B2` before `3B12`.
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let (x, y) = (digits(a), digits(b));
        let order = if x > 0 && y > 0 {
            let (number_a, number_b) = (without_zeros(&a[..x]), without_zeros(&b[..y]));
            let order = (number_a.len(), number_a).cmp(&(number_b.len(), number_b));
            (a, b) = (&a[x..], &b[y..]);
            order.then(x.cmp(&y))
        } else {
            match (a.split_first(), b.split_first()) {
                (Some((first_a, rest_a)), Some((first_b, rest_b))) => {
                    (a, b) = (rest_a, rest_b);
                    first_a.cmp(first_b)
                }
                (None, None) => return Ordering::Equal,
                (nothing, _) => return nothing.map_or(Ordering::Less, |_| Ordering::Greater),
            }
        };
        if order.is_ne() {
            return order;
        }
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn without_zeros(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    &digits[zeros..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn errors_are_counted_up_to_the_bound() {
        for (typed, word, most, expected) in [
            ("robot", "robot", 1, Some(0)),
            ("robto", "robot", 1, Some(1)),
            ("rbot", "robot", 1, Some(1)),
            ("rrobot", "robot", 1, Some(1)),
            ("cobalt", "robot", 2, None),
            ("", "ab", 2, Some(2)),
        ] {
            assert_eq!(errors(&chars(typed), &chars(word), most), expected, "{typed} {word}");
        }
    }

    /// The table of optimal string alignment, written out.
    fn table(typed: &[char], word: &[char]) -> Vec<Vec<usize>> {
        let mut table = vec![(0..=word.len()).collect::<Vec<usize>>()];
        for i in 1..=typed.len() {
            let mut row = vec![i];
            for j in 1..=word.len() {
                let wrong = usize::from(typed[i - 1] != word[j - 1]);
                let mut best = (table[i - 1][j - 1] + wrong)
                    .min(table[i - 1][j] + 1)
                    .min(row[j - 1] + 1);
                if i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                row.push(best);
            }
            table.push(row);
        }
        table
    }

    proptest! {
        #[test]
        fn columns_of_bits_count_as_the_table_does(typed in "[ab网]{0,9}", word in "[ab网]{0,9}") {
            let (typed, word) = (chars(&typed), chars(&word));
            let counted: Vec<_> = errors_by_end(&typed, &word).map(|(_, errors)| errors).collect();
            prop_assert_eq!(counted, table(&typed, &word).pop().unwrap());
        }
    }

    #[test]
    fn an_unfinished_word_is_compared_with_the_beginning() {
        assert_eq!(errors_in_beginning(&chars("robtoi"), &chars("robotics"), 1), Some(1));
        assert_eq!(errors(&chars("robtoi"), &chars("robotics"), 1), None);
    }

    #[test]
    fn numbers_sort_by_value() {
        let mut ids = ["3B12", "3B2", "10A1", "3B02", "3B", "3A7"];
        ids.sort_by(|a, b| natural_order(a, b));
        assert_eq!(ids, ["3A7", "3B", "3B2", "3B02", "3B12", "10A1"]);
    }
}
