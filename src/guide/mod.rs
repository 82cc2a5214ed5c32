//! The brain: owns the checked venue and answers the page's commands. Plain Rust; `src/bin/guide.rs` puts it into a worker.

mod protocol;

pub use protocol::*;
