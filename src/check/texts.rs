//! Every text in every language of the venue.

use super::context::Context;
use crate::venue::{FilePlace, Finding, LocalText};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    each_text(context, |text, file, pointer| {
        let missing: Vec<_> = context
            .layout
            .languages
            .iter()
            .filter(|language| !text.0.contains_key(*language))
            .map(|language| format!("`{language}`"))
            .collect();
        if !missing.is_empty() {
            let known = text.wordings().find(|wording| !wording.trim().is_empty());
            findings.push(Finding::warning(
                "missing-translation",
                FilePlace::new(file, pointer.clone()),
                match known {
                    Some(wording) => format!("The text {wording:?} is missing in {}.", missing.join(", ")),
                    None => format!("The text is missing in {}.", missing.join(", ")),
                },
                "Add it; until then people see another language here.",
            ));
        }
        for (language, _) in text.0.iter().filter(|(_, wording)| wording.trim().is_empty()) {
            findings.push(Finding::warning(
                "empty-text",
                FilePlace::new(file, format!("{pointer}/{language}")),
                format!("The text in `{language}` is empty."),
                "Write it, or remove the whole field where it may be left out.",
            ));
        }
    });
}

/// Calls `visit` with every text, its file and its pointer.
fn each_text(context: &Context<'_>, mut visit: impl FnMut(&LocalText, &'static str, String)) {
    const LAYOUT: &str = "layout.json";
    const EXHIBITORS: &str = "exhibitors.json";
    const PROGRAMME: &str = "programme.json";
    const LIVE: &str = "live.json";
    macro_rules! field {
        ($file:expr, $items:expr, $list:literal, $field:ident) => {
            for (i, item) in $items.iter().enumerate() {
                visit(
                    &item.$field,
                    $file,
                    format!("/{}/{i}/{}", $list, stringify!($field)),
                );
            }
        };
    }
    macro_rules! optional {
        ($file:expr, $items:expr, $list:literal, $field:ident) => {
            for (i, item) in $items.iter().enumerate() {
                if let Some(text) = &item.$field {
                    visit(text, $file, format!("/{}/{i}/{}", $list, stringify!($field)));
                }
            }
        };
    }
    let layout = context.layout;
    visit(&layout.name, LAYOUT, "/name".to_owned());
    visit(&layout.booth_label, LAYOUT, "/booth_label".to_owned());
    if let Some(notice) = &layout.about.notice {
        visit(notice, LAYOUT, "/about/notice".to_owned());
    }
    field!(LAYOUT, layout.about.facts, "about/facts", text);
    field!(LAYOUT, layout.themes, "themes", name);
    field!(LAYOUT, layout.categories, "categories", name);
    field!(LAYOUT, layout.levels, "levels", name);
    field!(LAYOUT, layout.units, "units", name);
    optional!(LAYOUT, layout.openings, "openings", name);
    optional!(LAYOUT, layout.connectors, "connectors", name);
    optional!(LAYOUT, layout.amenities, "amenities", name);
    field!(LAYOUT, layout.kiosks, "kiosks", name);
    for (i, kiosk) in layout.kiosks.iter().enumerate() {
        for (j, greeting) in kiosk.manner.iter().flat_map(|manner| &manner.greetings).enumerate() {
            visit(greeting, LAYOUT, format!("/kiosks/{i}/manner/greetings/{j}"));
        }
    }
    field!(LAYOUT, layout.aisles, "aisles", name);
    let exhibitors = &context.files.exhibitors.exhibitors;
    field!(EXHIBITORS, exhibitors, "exhibitors", name);
    optional!(EXHIBITORS, exhibitors, "exhibitors", about);
    for (i, exhibitor) in exhibitors.iter().enumerate() {
        for (j, product) in exhibitor.products.iter().enumerate() {
            visit(product, EXHIBITORS, format!("/exhibitors/{i}/products/{j}"));
        }
    }
    let programme = &context.files.programme;
    field!(PROGRAMME, programme.tracks, "tracks", name);
    field!(PROGRAMME, programme.sessions, "sessions", title);
    optional!(PROGRAMME, programme.sessions, "sessions", summary);
    let live = &context.files.live;
    optional!(LIVE, live.closures, "closures", reason);
    optional!(LIVE, live.one_way, "one_way", reason);
    optional!(LIVE, live.sessions, "sessions", reason);
    field!(LIVE, live.announcements, "announcements", text);
}
