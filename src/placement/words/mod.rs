//! Findings in words, a file a language. All that is said is in the finding: each language words it from that alone.

mod chinese;
mod english;
mod refusal;

use super::design::PartId;
use super::finding::{Judge, PlacementFinding, Why};
use crate::venue::RuleUnit;

pub use refusal::{Refusal, refusal};

/// A finding in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, with the values that are: one sentence.
    pub message: String,
    /// How to mend it: one sentence.
    pub mend: String,
    /// Whose rule it is; empty if it is nobody's.
    pub source: String,
}

/// In Chinese for any kind of it, else in English.
pub fn said(finding: &PlacementFinding, language: &str) -> Said {
    if is_chinese(language) {
        chinese::said(finding)
    } else {
        english::said(finding)
    }
}

/// What is to be said beside every report.
pub fn advice(language: &str) -> &'static str {
    if is_chinese(language) {
        chinese::ADVICE
    } else {
        english::ADVICE
    }
}

/// What a person must still judge.
pub fn judged(judge: Judge, language: &str) -> &'static str {
    if is_chinese(language) {
        chinese::judged(judge)
    } else {
        english::judged(judge)
    }
}

/// Why something was not checked.
pub fn why(why: Why, language: &str) -> &'static str {
    if is_chinese(language) {
        chinese::why(why)
    } else {
        english::why(why)
    }
}

fn is_chinese(language: &str) -> bool {
    language
        .split('-')
        .next()
        .is_some_and(|primary| primary.eq_ignore_ascii_case("zh"))
}

/// `4.5 m`, `50 %`: to the millimetre or the tenth of a percent, without needless digits.
fn quantity(value: f64, unit: RuleUnit) -> String {
    let rounded = |digits: f64, value: f64| (value * digits).round() / digits;
    match unit {
        RuleUnit::Metre => format!("{} m", rounded(1e3, value)),
        RuleUnit::SquareMetre => format!("{} m²", rounded(1e3, value)),
        RuleUnit::TonnePerSquareMetre => format!("{} t/m²", rounded(1e3, value)),
        RuleUnit::Share => format!("{} %", rounded(10.0, value * 100.0)),
        RuleUnit::Number => format!("{}", rounded(1.0, value)),
    }
}

fn names(parts: &[PartId], open: &str, close: &str, and: &str) -> String {
    let quoted: Vec<String> = parts.iter().map(|part| format!("{open}{part}{close}")).collect();
    quoted.join(and)
}

/// As drawings name the side of that number: A, B, … Z, and beyond by its number.
fn side(number: &str) -> String {
    let letter = number.parse().ok().and_then(|number| (b'A'..=b'Z').nth(number));
    letter.map_or_else(|| number.to_owned(), |letter| char::from(letter).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::{Area, Cited, Mark, Measure};
    use crate::venue::{LevelId, Severity};

    #[test]
    fn sides_have_the_letters_of_drawings() {
        assert_eq!(["0", "25", "26"].map(side), ["A", "Z", "26"]);
    }

    #[test]
    fn every_measure_has_its_words() {
        for measure in Measure::ALL {
            let finding = PlacementFinding {
                measure: *measure,
                severity: Severity::Error,
                rule: Some(Cited {
                    id: measure.name().to_owned(),
                    clause: Some("3.2".to_owned()),
                    source: "the manual".to_owned(),
                }),
                parts: vec![PartId("desk".to_owned())],
                beside: Some("beside-7".to_owned()),
                measured: 2.5,
                allowed: 0.125,
                unit: measure.unit(),
                mark: Mark::new(&LevelId::new("L0"), &Area::default(), (0.0, 1.0)),
            };
            let (english, chinese) = (said(&finding, "en"), said(&finding, "zh-Hans"));
            assert!(
                english.message.ends_with('.') && english.mend.ends_with('.'),
                "{english:?}"
            );
            assert!(
                chinese.message.ends_with('。') && chinese.mend.ends_with('。'),
                "{chinese:?}"
            );
            if measure.is_ruled() {
                assert_eq!(english.source, "the manual, 3.2");
                for said in [&english, &chinese] {
                    let limit = quantity(0.125, measure.unit());
                    assert!(said.message.contains(&limit), "{said:?} has no {limit}");
                }
            }
        }
    }
}
