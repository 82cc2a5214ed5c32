//! 0: clean; 1: findings; 2: could not read, in one plain sentence.

use crate::example::{Folder, fairway, text};

#[test]
fn a_clean_venue_is_0() {
    let output = Folder::example("clean").check(&[]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "No findings. 4 units, 4 booths, 3 exhibitors, 2 sessions.\n"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_table_says_the_same() {
    let folder = Folder::example("table");
    folder.remove("exhibitors.json");
    folder.write("exhibitors.csv", text("exhibitors.csv"));
    assert_eq!(folder.findings(), [] as [serde_json::Value; 0]);
}

#[test]
fn what_cannot_be_read_is_2() {
    let empty = Folder::empty("empty");
    let latin = Folder::example("latin");
    latin.write("rules.json", b"{\"format\": \"caf\xe9\"}");
    let both = Folder::example("both");
    both.write("exhibitors.csv", text("exhibitors.csv"));
    let folder = Folder::example("folder-for-file");
    folder.remove("layout.json");
    std::fs::create_dir(folder.path().join("layout.json")).unwrap();
    let missing = empty.path().join("nowhere");
    for (dir, says) in [
        (empty.path(), "holds no layout.json"),
        (latin.path(), "rules.json is not UTF-8 text"),
        (both.path(), "exhibitors.json and exhibitors.csv"),
        (folder.path(), "cannot be read"),
        (&missing, "There is no folder"),
    ] {
        let output = fairway(&["check", dir.to_str().unwrap()]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("fairway: ") && said.lines().count() == 1, "{said}");
        assert!(said.contains(says), "{said}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn the_venues_of_this_repository_are_clean() {
    let venues = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/venues");
    for venue in std::fs::read_dir(venues).unwrap() {
        let output = fairway(&["check", venue.unwrap().path().to_str().unwrap()]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}
