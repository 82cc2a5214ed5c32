//! `fairway check` of what was built, after somebody changed it.

use super::{demo, fairway, scratch, text};
use std::path::{Path, PathBuf};

/// The demo, built, in a folder of this test alone.
fn built(name: &str) -> PathBuf {
    let out = scratch(name);
    let run = fairway(&["build", &demo(), "--out", out.to_str().unwrap()]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.is_dir())
        .unwrap()
}

fn model_of_hall_3(dir: &Path) -> PathBuf {
    let is_it = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with("hall-3");
    let mut files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    files.find(is_it).unwrap()
}

fn check(dir: &Path) -> (Option<i32>, String) {
    let run = fairway(&["check", dir.to_str().unwrap()]);
    (run.status.code(), text(&run.stdout) + &text(&run.stderr))
}

#[test]
fn models_are_compared_with_the_venue() {
    let dir = built("built-renamed");
    assert_eq!(check(&dir), (Some(0), "No findings in 9 files.\n".into()));

    let model = model_of_hall_3(&dir);
    let bytes = std::fs::read(&model).unwrap();
    let known = br#""kind":"booth","id":"3B12""#;
    let at = bytes.windows(known.len()).position(|window| window == known).unwrap();
    let mut renamed = bytes.clone();
    renamed[at..at + known.len()].copy_from_slice(br#""kind":"booth","id":"3Z99""#);
    std::fs::write(&model, renamed).unwrap();
    let (code, said) = check(&dir);
    assert_eq!(code, Some(1));
    assert!(said.contains("a booth `3Z99` that the layout does not have"), "{said}");
    assert!(said.contains("a booth `3B12` that the model does not show"), "{said}");

    std::fs::write(&model, &bytes[..5000]).unwrap();
    let (code, said) = check(&dir);
    assert_eq!(code, Some(1));
    assert!(said.contains("cut short"), "{said}");
}

#[test]
fn a_page_in_place_of_the_venue_cannot_be_read() {
    let dir = built("built-page");
    std::fs::write(dir.join("venue.json"), "<!doctype html>").unwrap();
    let (code, said) = check(&dir);
    assert_eq!(code, Some(2));
    assert!(
        said.contains("venue.json: the file is no venue") && said.contains("fairway build"),
        "{said}"
    );
}

#[test]
fn an_organisers_own_model_takes_the_place_of_the_made_one() {
    let made = std::fs::read(model_of_hall_3(&built("own-made"))).unwrap();
    let dir = scratch("own-venue");
    std::fs::create_dir_all(dir.join("models")).unwrap();
    for entry in std::fs::read_dir(demo()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, dir.join(path.file_name().unwrap())).unwrap();
        }
    }
    // With a byte more at its end it has another hash.
    let own = [&made[..], b" "].concat();
    std::fs::write(dir.join("models/hall-3.glb"), &own).unwrap();
    assert_eq!(check(&dir).0, Some(0), "{}", check(&dir).1);
    let out = scratch("own-built");
    let build = || fairway(&["build", dir.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert!(build().status.success());
    assert_eq!(std::fs::read(model_of_hall_3(&out.join("gdte"))).unwrap(), own);

    std::fs::write(dir.join("models/hall-3.glb"), &made[..5000]).unwrap();
    std::fs::write(dir.join("models/hall-33.glb"), &made).unwrap();
    let (code, said) = check(&dir);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("cut short") && said.contains("no model of that name"),
        "{said}"
    );
    let refused = build();
    assert_eq!(refused.status.code(), Some(2));
    let said = text(&refused.stderr);
    assert!(
        said.contains("models/hall-3.glb") && said.contains("cut short"),
        "{said}"
    );
}
