//! What the subcommands that ask for ways have in common.

use crate::failure::Failure;
use fairway::wayfinding::Profile;
use serde::Serialize;
use std::io::{self, Write};

/// Exit code where what is asked cannot be done.
pub const IMPOSSIBLE: u8 = 3;

#[derive(Clone, Copy, Default, clap::ValueEnum)]
pub enum ProfileName {
    #[default]
    Walking,
    StepFree,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Walking => Self::Walking,
            ProfileName::StepFree => Self::StepFree,
        }
    }
}

pub fn print_json(out: &mut impl Write, answer: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, answer).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

/// `3:05 min`; from an hour on `1 h 05 min`.
pub fn clock(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    if whole >= 3600 {
        return format!("{} h {:02} min", whole / 3600, whole % 3600 / 60);
    }
    format!("{}:{:02} min", whole / 60, whole % 60)
}
