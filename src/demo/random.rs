//! Seeded chance whose numbers never change.
//!
//! `oorandom` is one PCG32 in one file: its stream is a fixed algorithm, where `rand` and `fastrand` keep the right to change
//! theirs between versions, which would change every committed venue. Its version is pinned all the same.

use oorandom::Rand32;

/// A stream of chance for one purpose, so that a change in one part of the venue leaves the others as they were.
pub(super) struct Random(Rand32);

impl Random {
    /// The stream of that `seed` for a `purpose`, and one of the many things of that purpose.
    pub(super) fn new(seed: u64, purpose: &str, index: usize) -> Self {
        // FNV-1a: short, fixed for ever, and good enough to tell streams apart.
        let stream = purpose
            .bytes()
            .chain((index as u64).to_le_bytes())
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        Self(Rand32::new_inc(seed ^ stream.rotate_left(32), stream))
    }

    /// A number from 0 to `end` − 1; 0 if `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        match u32::try_from(end) {
            Ok(end @ 1..) => self.0.rand_range(0..end) as usize,
            _ => 0,
        }
    }

    /// True with that probability.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        f64::from(self.0.rand_float()) < probability
    }

    /// One of `items`, which must not be empty.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// An index, each as likely as its weight says.
    pub(super) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (i, weight) in weights.iter().enumerate() {
            if left < *weight {
                return i;
            }
            left -= weight;
        }
        0
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
