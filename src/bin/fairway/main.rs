//! Until the command line's own main is merged: `fairway demo` alone.

mod demo;

use clap::Parser;

#[derive(Parser)]
enum Command {
    /// Make the demo venue
    Demo(demo::Args),
}

fn main() -> std::process::ExitCode {
    let Command::Demo(args) = Command::parse();
    match demo::run(&args) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::from(2)
        }
    }
}
