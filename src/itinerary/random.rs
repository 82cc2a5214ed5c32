//! Numbers that look random and are the same everywhere.

/// SplitMix64 (Steele, Lea and Flood 2014): ten lines of whole-number arithmetic, so that a plan is the same natively and in the browser, and nothing is
/// added to what visitors download.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `bound`, or 0 if that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        // The high bits of a product: no bias that a search would notice.
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
