//! `fairway signs`: what is put up where people arrive.

use super::{demo, fairway, scratch, text};

#[test]
fn each_start_and_each_named_place_gets_a_sign_that_opens_the_guide_there() {
    let folder = scratch("signs");
    std::fs::create_dir_all(&folder).unwrap();
    let out = folder.join("signs.html");
    let path = out.display().to_string();
    let site = "https://guide.example/expo";
    let output = fairway(&["signs", &demo(), "--site", site, "--place", "3B12", "--out", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = std::fs::read_to_string(&out).unwrap();
    assert_eq!(page.matches("<svg").count(), page.matches("<section>").count());
    for place in ["kiosk-1", "entrance-metro", "3B12"] {
        assert!(
            page.contains(&format!("https://guide.example/expo/?at={place}<")),
            "{place}"
        );
    }
    assert!(page.contains("地铁入口导览屏") && page.contains("Kiosk, Metro entrance"));
}

#[test]
fn what_is_no_address_or_no_place_is_said() {
    let refused = |site: &str, place: &str| {
        let output = fairway(&["signs", &demo(), "--site", site, "--place", place]);
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    assert!(refused("guide.example", "3B12").contains("Write it like \"https://guide.example/\""));
    assert!(refused("https://guide.example", "9Z99").contains("There is no place \"9Z99\""));
}
