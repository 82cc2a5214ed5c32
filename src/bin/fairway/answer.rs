//! What the subcommands that ask for ways have in common.

use crate::failure::Failure;
use crate::places::closable;
use fairway::directory::Directory;
use fairway::venue::Venue;
use fairway::wayfinding::{Profile, Walker};
use serde::Serialize;
use std::io::{self, Write};

/// Exit code where what is asked cannot be done.
pub const IMPOSSIBLE: u8 = 3;

#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum ProfileName {
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

/// Who walks, and what is in the way.
#[derive(clap::Args)]
pub struct WalkerArgs {
    #[arg(long, value_enum, default_value_t)]
    profile: ProfileName,
    /// What is closed: an opening, a connector, an aisle or a unit. May be given several times.
    #[arg(long, value_name = "PLACE")]
    close: Vec<String>,
}

impl WalkerArgs {
    /// # Errors
    /// A closure that the venue does not have.
    pub fn walker(&self, venue: &Venue, directory: &Directory) -> Result<Walker, Failure> {
        let closed = self.close.iter().map(|spelling| closable(venue, directory, spelling));
        Ok(Walker {
            profile: self.profile.into(),
            closed: closed.collect::<Result<_, _>>()?,
        })
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
