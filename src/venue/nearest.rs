//! "Did you mean …?"

/// The candidate that `word` is most likely a misspelling of, if one is near: a third of its letters may differ.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().count();
    let farthest = (letters / 3).max(1);
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        // The distance is at least the difference in length.
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= farthest)
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= farthest)
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
    }
}
