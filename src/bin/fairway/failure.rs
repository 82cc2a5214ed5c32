//! Why a subcommand could not do its work at all.

use std::path::PathBuf;
use std::process::ExitCode;

/// What a subcommand answers: an exit code that says what it found (0 for all well), or a [`Failure`], which is exit code 2.
pub type Outcome = Result<ExitCode, Failure>;

/// Bad input, or a disk that refuses. Printed as one sentence.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{} cannot be read: {source}.", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{} cannot be written: {source}.", path.display())]
    Write { path: PathBuf, source: std::io::Error },
    #[error("The output cannot be written: {0}.")]
    Output(#[from] std::io::Error),
    /// Any other input that nothing can be done with: a whole sentence with the next step.
    #[error("{0}")]
    Input(String),
}
