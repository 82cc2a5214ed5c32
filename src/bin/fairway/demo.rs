//! `fairway demo`: makes the demo venue's files.

use crate::failure::Outcome;
use crate::write::write_venue;
use fairway::demo::{Options, generate};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    /// How many booths to aim for
    #[arg(long, default_value_t = Options::default().booths, value_parser = booths)]
    booths: usize,
    /// Another seed gives another venue
    #[arg(long, default_value_t = Options::default().seed)]
    seed: u64,
    /// The folder to write into; made if it is missing
    #[arg(long)]
    out: PathBuf,
}

fn booths(text: &str) -> Result<usize, String> {
    let range = Options::FEWEST_BOOTHS..=Options::MOST_BOOTHS;
    match text.parse() {
        Ok(booths) if range.contains(&booths) => Ok(booths),
        _ => Err(format!(
            "a whole number from {} to {} is wanted",
            range.start(),
            range.end()
        )),
    }
}

pub fn run(args: Args) -> Outcome {
    let files = generate(&Options {
        booths: args.booths,
        seed: args.seed,
    });
    write_venue(&args.out, &files)?;
    println!(
        "{}: {} booths, {} exhibitors, {} sessions",
        args.out.display(),
        files.layout.booths.len(),
        files.exhibitors.exhibitors.len(),
        files.programme.sessions.len()
    );
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_out_of_range_is_refused_in_words() {
        assert_eq!(booths("20000"), Ok(20_000));
        assert!(booths("7").unwrap_err().contains("800"));
        assert!(booths("many").is_err());
    }
}
