//! What the subcommands that ask for ways have in common.

use crate::failure::Failure;
use crate::files::{load_venue, with_live};
use crate::places::closable;
use fairway::directory::Directory;
use fairway::venue::Venue;
use fairway::wayfinding::{Profile, Walker};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Exit code where what is asked cannot be done.
pub const IMPOSSIBLE: u8 = 3;

#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum ProfileName {
    #[default]
    Walking,
    Brisk,
    Slow,
    /// Wheels: no stairs, no escalators, no steps.
    StepFree,
    /// No stairs, no escalators.
    Pram,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Walking => Self::Walking,
            ProfileName::Brisk => Self::Brisk,
            ProfileName::Slow => Self::Slow,
            ProfileName::StepFree => Self::StepFree,
            ProfileName::Pram => Self::Pram,
        }
    }
}

/// Who walks, and what is in the way.
#[derive(clap::Args)]
pub struct WalkerArgs {
    #[arg(long, value_enum, default_value_t)]
    profile: ProfileName,
    /// The person's own speed on the level in metres a second, instead of the profile's: 0.2 to 3.
    #[arg(long, value_name = "M/S")]
    speed: Option<f64>,
    /// What is closed: an opening, a connector, an aisle, a unit or an amenity. May be given several times.
    #[arg(long, value_name = "PLACE")]
    close: Vec<String>,
    /// What holds for now, instead of the venue's own live.json.
    #[arg(long, value_name = "FILE")]
    live: Option<PathBuf>,
}

impl WalkerArgs {
    /// # Errors
    /// A closure that the venue does not have.
    pub fn walker(&self, venue: &Venue, directory: &Directory) -> Result<Walker, Failure> {
        let closed = self.close.iter().map(|spelling| closable(venue, directory, spelling));
        Ok(Walker {
            profile: self.profile.into(),
            speed_m_s: self.speed,
            closed: closed.collect::<Result<_, _>>()?,
            during: None,
        })
    }

    /// The venue in `dir`, in the state that is asked for.
    ///
    /// # Errors
    /// A venue or a live file with errors.
    pub fn load_venue(&self, dir: &Path) -> Result<Venue, Failure> {
        let venue = load_venue(dir)?;
        match &self.live {
            Some(file) => with_live(venue, file),
            None => Ok(venue),
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
