//! What one may ask of the generator.

/// How large a venue, and which one of the many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many stands to aim for. The result is within 2 % from [`Options::FEWEST_BOOTHS`] up.
    pub booths: usize,
    /// Another seed, another venue.
    pub seed: u64,
}

impl Options {
    /// Below this the seven halls would stand half empty.
    pub const FEWEST_BOOTHS: usize = 800;
    /// Beyond any fair there is: the whole Canton Fair has 74,000.
    pub const MOST_BOOTHS: usize = 100_000;
}

impl Default for Options {
    /// The venue that is kept in `assets/venues/gdte`.
    fn default() -> Self {
        Self { booths: 1_000, seed: 7 }
    }
}
