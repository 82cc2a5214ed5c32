//! Who is how far from whom, and when.

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
    /// Where they change in the course of the day, the shortest.
    durations: Vec<Option<Millis>>,
    /// In order of time; none where they never change.
    slices: Vec<Slice>,
}

/// A part of the day in which the durations do not change. It ends where the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    pub from: Millis,
    /// Of walks that begin and end in it.
    pub within: Matrix,
    /// Of walks that begin in it and end in the next one: they use nothing that is closed in either.
    pub into_next: Matrix,
}

/// A walk at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leg {
    pub arrival: Millis,
    /// What of the time until then one walks. The rest one waits before setting out.
    pub walk: Millis,
}

impl Matrix {
    /// Between so many sites; `walk` says how far it is from the first to the second, or `None` where there is no way.
    pub fn of(sites: usize, mut walk: impl FnMut(usize, usize) -> Option<Millis>) -> Self {
        let mut durations = Vec::with_capacity(sites * sites);
        for from in 0..sites {
            durations.extend((0..sites).map(|to| walk(from, to)));
        }
        Self {
            sites,
            durations,
            slices: Vec::new(),
        }
    }

    /// One that changes, by its slices in order of time. Nobody sets out before the first.
    pub fn changing(slices: Vec<Slice>) -> Self {
        let sites = slices.iter().map(|slice| slice.within.sites).min().unwrap_or(0);
        let shortest = |from, to| {
            let each = slices.iter();
            each.filter_map(|slice| slice.within.duration(Site(from), Site(to)))
                .min()
        };
        Self {
            slices: slices.clone(),
            ..Self::of(sites, shortest)
        }
    }

    /// How many rows, and columns, it has.
    pub fn sites(&self) -> usize {
        self.sites
    }

    /// The shortest at any time; `None` if there never is a way, or no such site.
    pub fn duration(&self, from: Site, to: Site) -> Option<Millis> {
        let index = (to.0 < self.sites).then(|| from.0 * self.sites + to.0)?;
        self.durations.get(index).copied().flatten()
    }

    pub(super) fn slices(&self) -> &[Slice] {
        &self.slices
    }

    /// The longest duration of all.
    pub(super) fn longest(&self) -> Millis {
        let slices = self.slices.iter();
        let longest = slices.map(|slice| slice.within.longest().max(slice.into_next.longest()));
        longest
            .chain(self.durations.iter().flatten().copied())
            .max()
            .unwrap_or(0)
    }
}
