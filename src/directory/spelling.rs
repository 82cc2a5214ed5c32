//! How alike two spellings are, and the order in which people expect numbers.

use std::cmp::Ordering;

/// The fewest typing errors (a letter missing, extra, wrong, or two swapped) that turn `typed` into `word`; `None` if more than `most`.
/// Optimal string alignment, bounded: O(`typed` × `word`), with an early end.
pub fn errors(typed: &[char], word: &[char], most: usize) -> Option<usize> {
    if typed.len().abs_diff(word.len()) > most {
        return None;
    }
    last_row(typed, word, most)?.last().copied().filter(|&n| n <= most)
}

/// The same against the beginning of `word`, for someone who is still typing.
pub fn errors_in_beginning(typed: &[char], word: &[char], most: usize) -> Option<usize> {
    if typed.len() > word.len() + most {
        return None;
    }
    let word = &word[..word.len().min(typed.len() + most)];
    last_row(typed, word, most)?.into_iter().min().filter(|&n| n <= most)
}

/// Errors between all of `typed` and each beginning of `word`; `None` as soon as all are more than `most`.
fn last_row(typed: &[char], word: &[char], most: usize) -> Option<Vec<usize>> {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, a) in typed.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, b) in word.iter().enumerate() {
            let mut best = (row[j] + usize::from(a != b)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == word[j - 1] && typed[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            next.push(best);
        }
        if next.iter().all(|&n| n > most) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    Some(row)
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
