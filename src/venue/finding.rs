//! What a check says: which rule, how bad, where, and how to mend it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One finding of a check. Findings are values: they are collected, never thrown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Finding {
    /// What was broken, in kebab-case: `duplicate-id`.
    pub rule: String,
    pub severity: Severity,
    pub place: FilePlace,
    /// What is wrong, with the values that are: one sentence.
    pub message: String,
    /// How to mend it: one sentence.
    pub mend: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The venue cannot be used until it is mended.
    Error,
    /// It can be used, but not as meant.
    Warning,
    /// It is used, in a way that one may not expect.
    Note,
}

/// Where in the venue's files: a file and a JSON pointer (RFC 6901) or a line in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FilePlace {
    pub file: String,
    /// `/booths/17/footprint`; empty for the whole file.
    pub pointer: String,
    /// 1-based, where known.
    pub line: Option<usize>,
    pub column: Option<usize>,
}

impl FilePlace {
    pub fn new(file: &str, pointer: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            pointer: pointer.into(),
            line: None,
            column: None,
        }
    }
}

impl Finding {
    pub fn error(rule: &str, place: FilePlace, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            rule: rule.to_owned(),
            severity: Severity::Error,
            place,
            message: message.into(),
            mend: mend.into(),
        }
    }

    pub fn warning(rule: &str, place: FilePlace, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, place, message, mend)
        }
    }

    pub fn note(rule: &str, place: FilePlace, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::error(rule, place, message, mend)
        }
    }
}

impl Finding {
    /// Sorts by file, then by pointer with list positions as numbers, then by line and rule.
    pub fn sort(findings: &mut [Self]) {
        findings.sort_by_cached_key(|finding| {
            let place = &finding.place;
            let steps: Vec<_> = place
                .pointer
                .split('/')
                .map(|step| {
                    step.parse::<u64>()
                        .map_or_else(|_| (u64::MAX, step.to_owned()), |i| (i, String::new()))
                })
                .collect();
            (
                place.file.clone(),
                steps,
                place.line,
                place.column,
                finding.rule.clone(),
            )
        });
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}{}: {} {}",
            self.place.file, self.place.pointer, self.message, self.mend
        )
    }
}
