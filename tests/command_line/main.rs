//! The command line as an organiser uses it: whole runs of the built program.

mod built;
mod plan;
mod real_buildings;
mod route;
mod signs;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fairway(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fairway"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8")
}

fn demo() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/venues/gdte")
        .display()
        .to_string()
}

/// A folder of this test alone, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}
