//! Numbers that look random and are the same everywhere, so that a plan is the same natively and in the browser.

use oorandom::Rand32;

pub struct Random(Rand32);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(Rand32::new(seed))
    }

    /// Below `bound`, or 0 if that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        match u32::try_from(bound) {
            Ok(bound @ 1..) => self.0.rand_range(0..bound) as usize,
            _ => 0,
        }
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
