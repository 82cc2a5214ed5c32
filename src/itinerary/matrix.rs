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
    /// Of rows of equal length; `None` where there is no way. `None` if the rows are not as many as each is long.
    pub fn new(rows: Vec<Vec<Option<Millis>>>) -> Option<Self> {
        let sites = rows.len();
        let square = rows.iter().all(|row| row.len() == sites);
        square.then(|| Self {
            sites,
            durations: rows.into_iter().flatten().collect(),
        })
    }

    /// How many rows, and columns, it has.
    pub fn sites(&self) -> usize {
        self.sites
    }

    /// `None` if there is no way, or no such site.
    pub fn duration(&self, from: Site, to: Site) -> Option<Millis> {
        self.durations.get(from.0 * self.sites + to.0).copied().flatten()
    }

    /// The longest duration of all.
    pub(super) fn longest(&self) -> Millis {
        self.durations.iter().flatten().copied().max().unwrap_or(0)
    }
}
