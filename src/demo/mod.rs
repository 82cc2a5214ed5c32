//! The demo venue: an illustrative expo, made from a seed. The only code that knows the Global Digital Trade Expo.
//!
//! [`generate`] is pure: the same [`Options`] give the same files, byte for byte, on every machine. What it makes are plain
//! venue files, meant to be edited by people afterwards.
//!
//! ```text
//! site (which hall stands where) ─► hall::plan (aisles) ─► hall::blocks (stands) ─► hall::numbering
//!      └► concourse, upper_level, outdoors (all else that one walks on)
//! stands ─► exhibitors (names, industries, products) ─► sessions
//! ```

mod about;
mod concourse;
mod draft;
mod exhibitors;
mod hall;
mod industries;
mod names;
mod options;
mod outdoors;
mod random;
mod rules;
mod sessions;
mod site;
mod themes;
mod upper_level;

#[cfg(test)]
mod tests;

pub use options::Options;

use crate::venue::{Live, LocalText, VenueFiles};

/// The whole venue for `options`: a layout of about that many stands, most of them let, with a programme and rules.
pub fn generate(options: &Options) -> VenueFiles {
    let site = site::Site::for_booths(options.booths);
    let layout = site::layout(&site, options);
    let exhibitors = exhibitors::exhibitors(&layout, options.seed);
    let programme = sessions::programme(&layout, &exhibitors, options.seed);
    VenueFiles {
        layout,
        exhibitors,
        programme,
        rules: rules::rules(),
        live: Live::none(),
    }
}

/// A text in the venue's two languages.
fn text(en: impl Into<String>, zh: impl Into<String>) -> LocalText {
    LocalText([("en".to_owned(), en.into()), ("zh-Hans".to_owned(), zh.into())].into())
}
