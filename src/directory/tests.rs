use super::*;
use crate::guide::test_venue;
use crate::venue::LocalText;

fn venue() -> Venue {
    Venue::new(test_venue::bundle().files).unwrap()
}

/// The lines found, one a row: `kind place: title | subtitle`, marked letters in brackets.
fn search(text: &str, language: &str) -> Vec<String> {
    let venue = venue();
    let hits = Directory::of(&venue, "").search(&venue, text, language, 8);
    hits.into_iter().map(|hit| row(&hit)).collect()
}

fn row(hit: &Hit) -> String {
    let title: Vec<u16> = hit.title.encode_utf16().collect();
    let (mut marked, mut at) = (String::new(), 0);
    for [from, to] in &hit.marks {
        marked += &String::from_utf16(&title[at..*from]).unwrap();
        marked += &format!("[{}]", String::from_utf16(&title[*from..*to]).unwrap());
        at = *to;
    }
    marked += &String::from_utf16(&title[at..]).unwrap();
    format!("{:?} {}: {marked} | {}", hit.kind, hit.place, hit.subtitle)
}

fn first(text: &str) -> String {
    search(text, "en").into_iter().next().unwrap_or_default()
}

#[test]
fn a_booth_is_found_by_its_number_however_it_is_spaced() {
    for text in [
        "1b02",
        "1B02",
        "1-B-02",
        "1 b 02",
        "１Ｂ０２",
        "1b2",
        "booth 1B02",
        "展位1B02",
    ] {
        assert!(first(text).starts_with("Booth 1B02: "), "{text}: {}", first(text));
    }
    assert_eq!(
        first("1-b-02"),
        "Booth 1B02: [1B02] | Brook & Sons Lighting +1 · Hall 1"
    );
}

#[test]
fn an_exhibitor_is_found_in_any_language_and_shown_in_the_one_asked_for() {
    for text in [
        "acme",
        "ACMÉ",
        "robotics acme",
        "rob ac",
        "acme robtics",
        "顶点",
        "机器人有限",
        "ａｃｍｅ",
    ] {
        assert!(
            first(text).starts_with("Exhibitor acme: "),
            "{text}: {:?}",
            search(text, "en")
        );
    }
    assert_eq!(first("rob ac"), "Exhibitor acme: [Ac]mé [Rob]otics | Hall 1 · 1A01");
    assert_eq!(
        search("acme", "zh-Hans"),
        ["Exhibitor acme: 顶点机器人有限公司 | 1号馆 · 1A01"]
    );
}

#[test]
fn what_was_typed_exactly_comes_before_what_only_begins_or_contains_it() {
    insta::assert_debug_snapshot!(search("robot", "en"));
    insta::assert_debug_snapshot!(search("机器人", "zh-Hans"));
    insta::assert_debug_snapshot!(search("1", "en"));
}

#[test]
fn halls_are_found_by_number_and_name() {
    for text in ["hall 2", "Hall2", "h2", "2号馆", "2馆", "2 号馆"] {
        assert!(first(text).starts_with("Hall hall-2: "), "{text}: {}", first(text));
    }
    assert_eq!(
        first("hall 1"),
        "Hall hall-1: [Hall] [1] | Artificial Intelligence · Ground level"
    );
}

#[test]
fn amenities_ways_in_and_lifts_are_found_by_everyday_words() {
    for (text, place) in [
        ("toilet", "wc-1"),
        ("wc", "wc-1"),
        ("厕所", "wc-1"),
        ("coffee", "cafe-1"),
        ("咖啡", "cafe-1"),
        ("elevator", "lift-1"),
        ("电梯", "lift-1"),
        ("gate", "entrance-south"),
        ("南入口", "entrance-south"),
        ("kiosk", "kiosk-1"),
        ("room 201", "room-201"),
        ("201会议室", "room-201"),
        ("robots at work", "s-1"),
    ] {
        let found = search(text, "en");
        assert!(
            found.iter().any(|row| row.contains(&format!(" {place}: "))),
            "{text}: {found:?}"
        );
    }
    assert_eq!(
        first("toilet hall 2"),
        "Amenity wc-hall-2: Restroom | Hall 2 · Ground level"
    );
    assert_eq!(
        search("洗手间", "zh-Hans")[0],
        "Amenity wc-1: [洗手间] | 中央大厅 · 一层"
    );
    assert_eq!(first("lift"), "Connector lift-1: [Lift] | Ground level ↔ Upper level");
}

#[test]
fn products_and_categories_lead_to_their_exhibitors() {
    assert_eq!(
        search("gripper", "en"),
        ["Product acme: [Gripper] | Acmé Robotics · Hall 1 · 1A01"]
    );
    insta::assert_debug_snapshot!(search("smart home", "en"));
}

#[test]
fn typing_errors_are_forgiven_where_nothing_matches_as_typed() {
    for text in ["gripepr", "griper", "ligthing", "brok lighting"] {
        assert!(!search(text, "en").is_empty(), "{text}");
    }
    assert_eq!(
        first("lihgting"),
        "Exhibitor brook: Brook & Sons [Lighting] | Hall 1 · 1B02 · Hall 2 · 2A01"
    );
    for text in ["xyz", "grp", "", " ", "-", "1Z99", "🙂"] {
        assert_eq!(search(text, "en"), [""; 0], "{text}");
    }
}

#[test]
fn each_place_is_answered_once_and_no_more_than_asked_for() {
    let venue = venue();
    let directory = Directory::of(&venue, "");
    assert_eq!(directory.search(&venue, "1", "en", 2).len(), 2);
    assert_eq!(directory.search(&venue, "1", "en", 0), []);
    let hits = directory.search(&venue, "robot", "en", 50);
    let mut places: Vec<_> = hits.iter().map(|hit| &hit.place).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), hits.len());
}

#[test]
fn an_id_is_looked_up_as_people_spell_it() {
    let venue = venue();
    let directory = Directory::of(&venue, "");
    let lookup = |id: &str| directory.lookup(&venue, &PlaceId::new(id));
    for id in ["1B02", "1b02", "1-b02", "１Ｂ０２"] {
        assert_eq!(lookup(id), Lookup::Found(PlaceId::new("1B02")), "{id}");
    }
    let Lookup::Unknown { suggestions } = lookup("1B03") else {
        panic!("there is no 1B03");
    };
    assert_eq!(suggestions, ["1B01", "1B02", "1A01"].map(PlaceId::new));
    assert_eq!(lookup("no such thing"), Lookup::Unknown { suggestions: vec![] });
}

/// As [`search`], in a venue that `fairway build` has looked over.
fn search_built(text: &str) -> Vec<String> {
    let venue = venue();
    let hits = Directory::of(&venue, &characters(&venue)).search(&venue, text, "zh-Hans", 8);
    hits.into_iter().map(|hit| row(&hit)).collect()
}

#[test]
fn chinese_names_are_found_by_how_they_are_read() {
    for (text, marked) in [
        ("jiqiren", "顶点[机器人]有限公司"),
        ("ji qi ren", "顶点[机器人]有限公司"),
        ("dingdianjiqi", "[顶点机器]人有限公司"),
        ("dingdian jiqiren", "[顶点机器人]有限公司"),
        ("jiqiren dingdian", "[顶点机器人]有限公司"),
        ("ddjqr", "[顶点机器人]有限公司"),
        ("dingdjqr", "[顶点机器人]有限公司"),
        ("顶点jiqi", "[顶点机器]人有限公司"),
        ("ding点jqr", "[顶点机器人]有限公司"),
        ("dingdianj", "[顶点机]器人有限公司"),
        ("dingdainjiqiren", "[顶点机器人]有限公司"),
        ("digndian", "[顶点]机器人有限公司"),
    ] {
        let found = search_built(text);
        assert!(
            found[..1].contains(&format!("Exhibitor acme: {marked} | 1号馆 · 1A01")),
            "{text}: {found:?}"
        );
    }
    assert_eq!(
        search_built("xishoujian")[0],
        "Amenity wc-1: [洗手间] | 中央大厅 · 一层"
    );
    assert_eq!(search_built("huiyishi")[0], "Room room-201: 201[会议室] | 二层");
    assert_eq!(
        search_built("xqzm"),
        ["Exhibitor brook: [小溪照明] | 1号馆 · 1B02 · 2号馆 · 2A01"]
    );
}

#[test]
fn a_chinese_name_is_found_by_whoever_heard_it_and_writes_it_with_other_characters() {
    for text in ["鼎典", "鼎点机器人", "丁店机器"] {
        let found = search_built(text);
        assert!(found[0].starts_with("Exhibitor acme: [顶点"), "{text}: {found:?}");
    }
    assert_eq!(
        search_built("小西照明"),
        ["Exhibitor brook: [小溪照明] | 1号馆 · 1B02 · 2号馆 · 2A01"]
    );
    assert_eq!(search_built("鼎"), [""; 0], "one character alone may be anything");
    assert_eq!(search_built("长城饭店"), [""; 0]);
}

#[test]
fn what_is_written_so_comes_before_what_only_sounds_so() {
    let found = search_built("lift");
    assert!(found[0].starts_with("Connector lift-1: "), "{found:?}");
    let found = search_built("acme");
    assert!(found[0].starts_with("Exhibitor acme: "), "{found:?}");
}

#[test]
fn traditional_and_simplified_characters_find_each_other() {
    for text in ["頂點機器人", "頂点机器人", "機器人有限"] {
        let found = search_built(text);
        assert!(found[0].starts_with("Exhibitor acme: "), "{text}: {found:?}");
    }
    let mut files = test_venue::bundle().files;
    files.exhibitors.exhibitors[0].name = LocalText::of([("zh-Hant", "頂點機器人")]);
    let venue = Venue::new(files).unwrap();
    let directory = Directory::of(&venue, &characters(&venue));
    for text in ["顶点", "頂點", "dingdian"] {
        let found = directory.search(&venue, text, "zh-Hans", 8);
        assert_eq!(row(&found[0]), "Exhibitor acme: [頂點]機器人 | 1号馆 · 1A01", "{text}");
    }
}

#[test]
fn missing_and_extra_spaces_are_forgiven() {
    for (text, place) in [
        ("brooklighting", "brook"),
        ("cloudnine", "cloud"),
        ("clo ud", "cloud"),
        ("robot arm", "acme"),
        ("robotarm", "acme"),
    ] {
        let found = search(text, "en");
        let has = |row: &String| row.contains(&format!(" {place}: "));
        assert!(found.iter().take(1).any(has), "{text}: {found:?}");
    }
}

#[test]
fn where_nothing_is_found_what_may_have_been_meant_is_said() {
    let venue = venue();
    let directory = Directory::of(&venue, "");
    for (text, meant) in [
        ("brook furniture", Some("brook")),
        ("zzz cloud nine", Some("cloud nine")),
        ("liigthnig", Some("lighting")),
        ("zzzzzz", None),
        ("", None),
    ] {
        assert_eq!(directory.search(&venue, text, "en", 8), [], "{text}");
        assert_eq!(directory.meant(text).as_deref(), meant, "{text}");
    }
}
