//! The eyes: loads the halls' models, draws, flies, picks. It decides nothing about the expo.

mod protocol;

pub use protocol::*;
