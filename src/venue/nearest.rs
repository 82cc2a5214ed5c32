//! "Did you mean …?"

use crate::spelling::errors;

/// The candidate that `word` is most likely a misspelling of, if one is near: a third of its letters may differ, none of a word of two.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Letter by letter: `str::to_lowercase` knows where a Greek word ends, four kilobytes of program for the page to load.
    let folded = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let letters = folded(word);
    let farthest = letters.len() / 3;
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let errors = errors(&letters, &folded(candidate), farthest)?;
            Some((errors, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_find_their_word() {
        let fields = ["id", "unit", "kind", "open_sides", "height_m"];
        assert_eq!(nearest("opensides", fields), Some("open_sides"));
        assert_eq!(nearest("Hieght_m", fields), Some("height_m"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("L9", ["L0", "L1"]), None);
    }
}
