//! `fairway`: the organiser's tool. Each subcommand is a module with its `Args` and a `run` that answers an [`Outcome`].

#[cfg(test)]
mod accidents;
mod answer;
mod build;
mod built;
mod check;
mod demo;
mod failure;
mod files;
mod import;
mod kiosk;
mod locate;
mod own;
mod placements;
mod places;
mod plan;
mod report;
mod route;
mod schema;
mod signs;
mod write;

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
    Build(build::Args),
    Route(route::Args),
    Plan(plan::Args),
    Demo(demo::Args),
    Import(import::Args),
    Signs(signs::Args),
    Kiosk(kiosk::Args),
    Schema(schema::Args),
}

impl Command {
    fn run(self) -> Outcome {
        match self {
            Self::Check(args) => check::run(args),
            Self::Build(args) => build::run(&args),
            Self::Route(args) => route::run(args),
            Self::Plan(args) => plan::run(args),
            Self::Demo(args) => demo::run(args),
            Self::Import(args) => import::run(&args),
            Self::Signs(args) => signs::run(args),
            Self::Kiosk(args) => kiosk::run(args),
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
