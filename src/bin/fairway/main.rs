//! `fairway`: the organiser's tool. Each subcommand is a module with its `Args` and a `run` that answers an [`Outcome`].

#[cfg(test)]
mod accidents;
mod check;
mod failure;
mod files;
mod locate;
mod report;
mod schema;

use clap::{Parser, Subcommand};
use failure::Outcome;
use std::process::ExitCode;

/// Checks, builds and asks venues of Fairway.
#[derive(Parser)]
#[command(version, about, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Schema(schema::Args),
}

impl Command {
    fn run(self) -> Outcome {
        match self {
            Self::Check(args) => check::run(args),
            Self::Schema(args) => schema::run(args),
        }
    }
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("fairway: {failure}");
            ExitCode::from(2)
        }
    }
}
