//! Text as search sees it: case, accents, width and punctuation do not matter.
//!
//! The accent table is written here, because the Unicode crates that know all of them weigh as much as the rest of the guide;
//! it holds what Latin alphabets use.

/// Plain letters of U+00C0 to U+017F, in order; `-` where [`fold`] knows better or the character is no letter.
const LATIN: &[u8; 192] = b"aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkkllllll-\
-llnnnnnn-nnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The same for U+1E00 to U+1EFF, where Vietnamese is.
const LATIN_ADDITIONAL: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasss-daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

/// A word of a text, folded, and where each of its letters stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    /// For each `char` of `text`: the UTF-16 units [from, to) of the original that it came from.
    pub spans: Vec<[usize; 2]>,
}

/// Cuts `text` into folded words. Words end at whatever is no letter or digit, and where Chinese, Japanese and other scripts meet:
/// "Hall 3号馆" is `hall`, `3`, `号馆`.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    let mut last = None;
    for original in text.chars() {
        let span = [at, at + original.len_utf16()];
        at = span[1];
        if is_silent(original) {
            continue;
        }
        let mut is_letter = false;
        fold(original, |letter| {
            is_letter = true;
            let ideographic = is_ideographic(letter);
            match words.last_mut() {
                Some(word) if last == Some(ideographic) => {
                    word.text.push(letter);
                    word.spans.push(span);
                }
                _ => words.push(Word {
                    text: letter.into(),
                    spans: vec![span],
                }),
            }
            last = Some(ideographic);
        });
        if !is_letter {
            last = None;
        }
    }
    words
}

/// The folded words of `text` with one space between: two names are the same if these are.
pub fn joined(text: &str) -> String {
    let words: Vec<_> = words(text).into_iter().map(|word| word.text).collect();
    words.join(" ")
}

/// The folded letters and digits of `text` alone: `3-B 12` is `3b12`.
pub fn compact(text: &str) -> String {
    words(text).into_iter().map(|word| word.text).collect()
}

/// Whether words of its script are written without spaces between: Han, Hiragana, Katakana.
pub fn is_ideographic(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Characters that neither stand for a sound nor part words: combining accents, apostrophes.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’')
}

/// Calls `push` with the folded letters of `c`; not at all if it is neither letter nor digit.
fn fold(c: char, mut push: impl FnMut(char)) {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let plain = match narrow {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'ŀ' | 'Ŀ' => "l",
        'ŉ' => "n",
        _ => "",
    };
    if !plain.is_empty() {
        plain.chars().for_each(push);
        return;
    }
    let code = narrow as usize;
    let base = match code {
        0xc0..=0x17f => Some(LATIN[code - 0xc0]),
        0x1e00..=0x1eff => Some(LATIN_ADDITIONAL[code - 0x1e00]),
        _ => None,
    };
    match base {
        Some(b'-') => {}
        Some(letter) => push(char::from(letter)),
        None => narrow.to_lowercase().filter(|c| c.is_alphanumeric()).for_each(push),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_width_and_punctuation_do_not_matter() {
        for (text, folded) in [
            ("Café Zürich", "cafe zurich"),
            ("ＡＩ　Ｌａｂ", "ai lab"),
            ("Cafe\u{301}", "cafe"),
            ("Straße-Œuvre", "strasse oeuvre"),
            ("Phở Việt", "pho viet"),
            ("men's (new)", "mens new"),
            ("  ", ""),
            ("×÷", ""),
        ] {
            assert_eq!(joined(text), folded, "{text}");
        }
    }

    #[test]
    fn scripts_part_words() {
        assert_eq!(joined("AI机器人3号馆"), "ai 机器人 3 号馆");
        assert_eq!(compact("3 - b１2"), "3b12");
    }

    #[test]
    fn letters_remember_where_they_stood_in_utf16() {
        let words = words("𝒳 é—Œb");
        assert_eq!(words.last().unwrap().text, "oeb");
        assert_eq!(words.last().unwrap().spans, [[5, 6], [5, 6], [6, 7]]);
    }
}
