//! Files that are missing, cut off, web pages, tables of another kind; and all findings at once.

use crate::example::{Folder, JSON_FILES, replaced, text};

#[test]
fn a_file_that_may_be_missing_is_a_warning() {
    // Nobody misses live.json: most of the time nothing is closed.
    for file in &JSON_FILES[1..4] {
        let folder = Folder::example(&format!("without-{file}"));
        folder.remove(file);
        folder.write(
            "programme.json",
            text("programme.json").replace(r#", "exhibitors": ["sunny"]"#, ""),
        );
        if *file == "programme.json" {
            folder.remove(file);
            let live = text("live.json").lines().filter(|line| !line.contains("roofs"));
            folder.write("live.json", live.collect::<Vec<_>>().join("\n"));
        }
        let findings = folder.findings();
        assert_eq!(findings.len(), 1, "{findings:?}");
        let finding = &findings[0];
        assert_eq!(
            (&finding["rule"], &finding["severity"]),
            (&"missing-file".into(), &"warning".into())
        );
        assert_eq!(finding["place"]["file"], *file);
    }
}

#[test]
fn a_venue_without_a_live_file_is_whole() {
    let folder = Folder::example("without-live.json");
    folder.remove("live.json");
    assert!(folder.findings().is_empty());
}

#[test]
fn a_file_that_is_none_is_one_finding() {
    for file in JSON_FILES {
        let format = format!("fairway-{}/1", file.trim_end_matches(".json"));
        for (text, rule, line) in [
            (String::new(), "not-json", None),
            ("<!doctype html>\n<title>404</title>".to_owned(), "not-json", None),
            (
                replaced(text(file), &format, "fairway-layout/2"),
                "unknown-format",
                Some(2),
            ),
            (
                text(file)[..text(file).len() - 10].to_owned(),
                "syntax",
                Some(text(file).lines().count() - 2),
            ),
            (
                replaced(text(file), &format!("\"{format}\","), &format!("\"{format}\",,")),
                "syntax",
                Some(2),
            ),
        ] {
            let folder = Folder::example(&format!("no-{file}"));
            folder.write(file, text);
            let findings = folder.findings();
            assert_eq!(findings.len(), 1, "{findings:?}");
            assert_eq!(findings[0]["rule"], rule, "{findings:?}");
            assert_eq!(
                findings[0]["place"]["line"].as_u64(),
                line.map(|line| line as u64),
                "{findings:?}"
            );
        }
    }
}

#[test]
fn findings_of_all_files_come_at_once() {
    let folder = Folder::example("all-at-once");
    let layout = replaced(text("layout.json"), r#""kind": "passage""#, r#""kind": "pasage""#);
    // What was left out is no unknown reference.
    let layout = replaced(
        &layout,
        r#"[7, 17], [4, 17]], "open_sides": [0]"#,
        r#"[7, 17], [4, 17]], "opensides": [0]"#,
    );
    let column = "[[11.7, 21.7], [12.3, 21.7], [12.3, 22.3], [11.7, 22.3]]";
    let layout = replaced(&layout, column, "[[20, 22], [21, 22], [21, 23], [20, 23]]");
    folder.write("layout.json", layout);
    folder.write(
        "exhibitors.json",
        replaced(text("exhibitors.json"), r#"["1A03", "1B01"]"#, r#"["1A30"]"#),
    );
    folder.write("programme.json", replaced(text("programme.json"), "11:15", "25:00"));
    folder.write("rules.json", "{");
    let findings = folder.findings();
    let found: Vec<_> = findings
        .iter()
        .map(|finding| {
            let text = |field: &str| finding["place"][field].as_str().unwrap_or_default().to_owned();
            (
                finding["rule"].as_str().unwrap_or_default().to_owned(),
                text("file") + &text("pointer"),
            )
        })
        .collect();
    let expected = [
        ("unknown-reference", "exhibitors.json/exhibitors/2/booths/0"),
        ("unknown-word", "layout.json/openings/1/kind"),
        ("unknown-field", "layout.json/booths/0/opensides"),
        ("overlap", "layout.json/booths/3/footprint"),
        ("bad-value", "programme.json/sessions/1/end"),
        ("syntax", "rules.json"),
    ];
    assert_eq!(
        found,
        expected.map(|(rule, place)| (rule.to_owned(), place.to_owned())),
        "{findings:#?}"
    );
}

#[test]
fn a_finding_about_a_table_has_its_line() {
    let folder = Folder::example("table-broken");
    folder.remove("exhibitors.json");
    folder.write(
        "exhibitors.csv",
        replaced(text("exhibitors.csv"), "1A03;1B01", "1A03;1B10"),
    );
    let findings = folder.findings();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0]["rule"], "unknown-reference");
    assert_eq!(
        (&findings[0]["place"]["file"], &findings[0]["place"]["line"]),
        (&"exhibitors.csv".into(), &4.into())
    );
}
