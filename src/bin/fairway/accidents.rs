//! Whatever files suffer on their way, `fairway check` finds it and prints it, and never panics.

use crate::check::locate;
use crate::locate::Source;
use crate::report::Report;
use fairway::check::check_read;
use fairway::venue::{ExhibitorsText, Severity, VenueTexts, read};
use proptest::prelude::*;
use proptest::sample::Index;

const DOCUMENT: &str = include_str!("../../../docs/venue-files.md");

/// A file of the venue in docs/venue-files.md.
fn text(file: &str) -> String {
    let block = DOCUMENT.split(&format!("<!-- file: {file} -->")).nth(1).unwrap();
    block
        .split("```")
        .nth(1)
        .unwrap()
        .split_once('\n')
        .unwrap()
        .1
        .to_owned()
}

/// What happens to files between two programs and a person.
#[derive(Clone, Debug)]
enum Accident {
    CutOff(Index),
    Lose(Index, usize),
    Repeat(Index, usize),
    Put(Index, &'static str),
    /// Another number for one of those that are there.
    Number(Index, f64),
}

fn accident() -> impl Strategy<Value = Accident> {
    let put = prop::sample::select(vec![
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "-",
        "1e999",
        "\\",
        "\u{0}",
        "号",
        "\r\n",
        ";",
        "<",
        "\"a\": {}, ",
    ]);
    let number = prop::sample::select(vec![0.0, -1.0, 0.5, 3.0, 14.0, 1e-9, 99_999.0, 1e300, -7.25]);
    prop_oneof![
        1 => any::<Index>().prop_map(Accident::CutOff),
        1 => (any::<Index>(), 1..40_usize).prop_map(|(at, n)| Accident::Lose(at, n)),
        1 => (any::<Index>(), 1..40_usize).prop_map(|(at, n)| Accident::Repeat(at, n)),
        1 => (any::<Index>(), put).prop_map(|(at, what)| Accident::Put(at, what)),
        4 => (any::<Index>(), number).prop_map(|(at, number)| Accident::Number(at, number)),
    ]
}

fn suffer(text: &str, accident: &Accident) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.is_empty() {
        return String::new();
    }
    match accident {
        Accident::CutOff(at) => letters.truncate(at.index(letters.len())),
        Accident::Lose(at, n) => {
            let from = at.index(letters.len());
            letters.drain(from..(from + n).min(letters.len()));
        }
        Accident::Repeat(at, n) => {
            let from = at.index(letters.len());
            let again = letters[from..(from + n).min(letters.len())].to_vec();
            letters.splice(from..from, again);
        }
        Accident::Put(at, what) => {
            let from = at.index(letters.len());
            letters.splice(from..from, what.chars());
        }
        Accident::Number(at, number) => {
            let starts: Vec<usize> = (1..letters.len())
                .filter(|i| letters[*i].is_ascii_digit() && " [".contains(letters[i - 1]))
                .collect();
            if !starts.is_empty() {
                let from = starts[at.index(starts.len())];
                let is_number = |letter: &&char| letter.is_ascii_digit() || **letter == '.';
                let to = from + letters[from..].iter().take_while(is_number).count();
                letters.splice(from..to, number.to_string().chars());
            }
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #[test]
    fn whatever_the_files_suffer_is_found_and_printed(
        accidents in prop::collection::vec((0..6_usize, accident()), 1..4),
    ) {
        let mut files =
            ["layout.json", "exhibitors.json", "exhibitors.csv", "programme.json", "rules.json", "live.json"].map(text);
        let mut as_table = false;
        for (file, accident) in &accidents {
            files[*file] = suffer(&files[*file], accident);
            as_table |= *file == 2;
        }
        let [layout, json, csv, programme, rules, live] = files;
        let texts = VenueTexts {
            layout,
            exhibitors: Some(if as_table { ExhibitorsText::Csv(csv) } else { ExhibitorsText::Json(json) }),
            programme: Some(programme),
            rules: Some(rules),
            live: Some(live),
        };
        let read = read(&texts);
        let sources: Vec<_> = texts.files().map(|(name, text)| Source::new(name, text)).collect();
        let located = locate(check_read(&read), &sources);
        let mut printed = Vec::new();
        for located in &located {
            Report::new(&mut printed, false).print(located).unwrap();
            prop_assert!(texts.files().any(|(name, _)| name == located.finding.place.file));
        }
        // Nothing is wrong that is not said: without an error, there is a venue.
        let errors = located.iter().any(|located| located.finding.severity == Severity::Error);
        prop_assert!(errors || read.into_venue().is_ok());
    }
}
