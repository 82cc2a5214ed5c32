//! What people read.

use crate::example::{Folder, replaced, text};

fn printed(name: &str, file: &str, broken: &str) -> String {
    let folder = Folder::example(name);
    folder.write(file, broken);
    let output = folder.check(&[]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_finding_shows_its_line_and_a_mend() {
    let broken = replaced(text("layout.json"), r##""color": "#2e8b57""##, r#""color": "green""#);
    insta::assert_snapshot!(printed("printed-color", "layout.json", &broken));
}

#[test]
fn syntax_is_marked_where_it_breaks() {
    let broken = replaced(text("exhibitors.json"), r#""country": "GB"}"#, r#""country": "GB""#);
    insta::assert_snapshot!(printed("printed-syntax", "exhibitors.json", &broken));
}

#[test]
fn of_a_long_line_only_the_place_is_shown() {
    let one_line = replaced(
        &text("layout.json").replace('\n', ""),
        r#""name": {"en": "Gallery", "zh-Hans": "走廊"}"#,
        r#""name": {"en": "Gallery"}"#,
    );
    insta::assert_snapshot!(printed("printed-long", "layout.json", &one_line));
}

#[test]
fn a_pipe_gets_no_colours() {
    let text = printed("printed-plain", "rules.json", "[]");
    assert!(!text.contains('\u{1b}'), "{text:?}");
}
