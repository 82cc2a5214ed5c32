//! `fairway check`, from outside: the example of docs/venue-files.md is clean, and each rule finds what breaks it.

mod example;
mod exit_codes;
mod placements;
mod printed;
mod rules;
mod schema;
mod whole_files;
