//! What the import says about each feature: what it became, what had to be guessed or mended, what was left out and why.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The feature became a part of the venue; the text says which.
    Used,
    /// The data does not say it; this is what was assumed.
    Guessed,
    /// The data was broken in a way that could be mended.
    Mended,
    /// It is in the venue, but no way leads there.
    Unreachable,
    /// Not in the venue, and why.
    LeftOut,
}

/// One remark about one feature.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    pub kind: NoteKind,
    /// What it is about: `way/398056953`, or `file`.
    pub feature: String,
    pub text: String,
}

#[derive(Debug, Default)]
pub(super) struct Report {
    notes: Vec<Note>,
    said: BTreeSet<Note>,
}

impl Report {
    pub fn add(&mut self, kind: NoteKind, feature: &str, text: impl Into<String>) {
        let note = Note {
            kind,
            feature: feature.to_owned(),
            text: text.into(),
        };
        if self.said.insert(note.clone()) {
            self.notes.push(note);
        }
    }

    pub fn used(&mut self, feature: &str, text: impl Into<String>) {
        self.add(NoteKind::Used, feature, text);
    }

    pub fn guessed(&mut self, feature: &str, text: impl Into<String>) {
        self.add(NoteKind::Guessed, feature, text);
    }

    pub fn mended(&mut self, feature: &str, text: impl Into<String>) {
        self.add(NoteKind::Mended, feature, text);
    }

    pub fn left_out(&mut self, feature: &str, text: impl Into<String>) {
        self.add(NoteKind::LeftOut, feature, text);
    }

    pub fn into_notes(self) -> Vec<Note> {
        self.notes
    }
}

/// The notes of one kind, those with one text together: text → features, in the order of first mention.
pub fn grouped(notes: &[Note], kind: NoteKind) -> Vec<(&str, Vec<&str>)> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for note in notes.iter().filter(|note| note.kind == kind) {
        let at = *index.entry(&note.text).or_insert_with(|| {
            groups.push((&note.text, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(&note.feature);
    }
    groups
}
