//! The venue of docs/venue-files.md, whole or broken in one place, and what `fairway check` says of it.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DOCUMENT: &str = include_str!("../../docs/venue-files.md");
pub const JSON_FILES: [&str; 5] = [
    "layout.json",
    "exhibitors.json",
    "programme.json",
    "rules.json",
    "live.json",
];

/// The text of a file in the document.
pub fn text(file: &str) -> &'static str {
    text_in(DOCUMENT, file)
}

/// The design of docs/placement.md, for a stand of the example.
pub fn placement() -> &'static str {
    text_in(include_str!("../../docs/placement.md"), "placement.json")
}

fn text_in(document: &'static str, file: &str) -> &'static str {
    let marker = format!("<!-- file: {file} -->");
    let block = document.split(&marker).nth(1).expect("the document has the file");
    let body = block.trim_start().split_once('\n').expect("the block has lines").1;
    body.split("```").next().expect("a split has a first part")
}

/// A venue's folder; `name` keeps tests apart.
pub struct Folder(PathBuf);

impl Folder {
    pub fn empty(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The example with its JSON files.
    pub fn example(name: &str) -> Self {
        let folder = Self::empty(name);
        for file in JSON_FILES {
            folder.write(file, text(file));
        }
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(file), text).unwrap();
    }

    pub fn remove(&self, file: &str) {
        std::fs::remove_file(self.0.join(file)).unwrap();
    }

    pub fn check(&self, options: &[&str]) -> Output {
        fairway(&[&["check", self.0.to_str().unwrap()], options].concat())
    }

    /// The findings that `check --json` prints.
    pub fn findings(&self) -> Vec<Value> {
        let output = self.check(&["--json"]);
        let findings: Vec<Value> =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
        assert_eq!(
            output.status.code(),
            Some(i32::from(!findings.is_empty())),
            "{output:?}"
        );
        findings
    }
}

pub fn fairway(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fairway"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

/// `text` with the one `from` in it replaced.
pub fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in the text");
    text.replacen(from, to, 1)
}
