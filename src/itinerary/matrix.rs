//! Who is how far from whom.

use super::Millis;
use std::fmt;

/// A row and column of a [`Matrix`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(pub usize);

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "site {}", self.0)
    }
}

/// Walking durations between sites, from the row to the column, in milliseconds. It need not be symmetric: escalators run one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    sites: usize,
    durations: Vec<Option<Millis>>,
}

impl Matrix {
    /// Between so many sites; `walk` says how far it is from the first to the second, or `None` where there is no way.
    pub fn of(sites: usize, mut walk: impl FnMut(usize, usize) -> Option<Millis>) -> Self {
        let mut durations = Vec::with_capacity(sites * sites);
        for from in 0..sites {
            durations.extend((0..sites).map(|to| walk(from, to)));
        }
        Self { sites, durations }
    }

    /// How many rows, and columns, it has.
    pub fn sites(&self) -> usize {
        self.sites
    }

    /// `None` if there is no way, or no such site.
    pub fn duration(&self, from: Site, to: Site) -> Option<Millis> {
        let index = (to.0 < self.sites).then(|| from.0 * self.sites + to.0)?;
        self.durations.get(index).copied().flatten()
    }

    /// The longest duration of all.
    pub(super) fn longest(&self) -> Millis {
        self.durations.iter().flatten().copied().max().unwrap_or(0)
    }
}
