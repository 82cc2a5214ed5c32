//! Where in the atlas texture each drawn word lies: shelves of equal height; when all are full, the shelf longest out of use is cleared.

use std::collections::BTreeMap;

/// Heights are rounded up to a multiple of this, so that words of one size share shelves.
const HEIGHT_STEP: u32 = 4;
/// Texels between words, against bleeding.
const GAP: u32 = 1;

/// A place in the atlas, in texels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

#[derive(Debug)]
struct Shelf<K> {
    y: u32,
    height: u32,
    /// Texels taken from the left.
    filled: u32,
    last_used: u64,
    keys: Vec<K>,
}

#[derive(Debug)]
pub struct Atlas<K> {
    size: u32,
    shelves: Vec<Shelf<K>>,
    slots: BTreeMap<K, (Slot, usize)>,
    now: u64,
}

impl<K: Clone + Ord> Atlas<K> {
    /// A square atlas, `size` texels wide.
    pub fn new(size: u32) -> Self {
        Self {
            size,
            shelves: Vec::new(),
            slots: BTreeMap::new(),
            now: 0,
        }
    }

    pub fn size(&self) -> u32 {
        self.size
    }

    pub fn clear(&mut self) {
        self.shelves.clear();
        self.slots.clear();
    }

    /// A new frame begins: what is looked up from now on is in use and stays.
    pub fn begin_frame(&mut self) {
        self.now += 1;
    }

    /// Where a word lies, marking it as in use.
    pub fn find(&mut self, key: &K) -> Option<Slot> {
        let (slot, shelf) = *self.slots.get(key)?;
        self.shelves[shelf].last_used = self.now;
        Some(slot)
    }

    /// Room for a word; words on a shelf out of use may lose theirs. `None` if all that could give way is in use.
    pub fn insert(&mut self, key: K, width: u32, height: u32) -> Option<Slot> {
        let shelf = self.shelf_for(width + GAP, height + GAP)?;
        let now = self.now;
        let taken = &mut self.shelves[shelf];
        let slot = Slot {
            x: taken.filled,
            y: taken.y,
            width,
            height,
        };
        taken.filled += width + GAP;
        taken.last_used = now;
        taken.keys.push(key.clone());
        self.slots.insert(key, (slot, shelf));
        Some(slot)
    }

    fn shelf_for(&mut self, width: u32, height: u32) -> Option<usize> {
        if width > self.size {
            return None;
        }
        let height = height.next_multiple_of(HEIGHT_STEP);
        let fits = |shelf: &Shelf<K>| shelf.height == height && shelf.filled + width <= self.size;
        if let Some(i) = self.shelves.iter().position(fits) {
            return Some(i);
        }
        let top = self.shelves.last().map_or(0, |shelf| shelf.y + shelf.height);
        if top + height <= self.size {
            self.shelves.push(Shelf {
                y: top,
                height,
                filled: 0,
                last_used: self.now,
                keys: Vec::new(),
            });
            return Some(self.shelves.len() - 1);
        }
        let now = self.now;
        let (stale, _) = self
            .shelves
            .iter()
            .enumerate()
            .filter(|(_, shelf)| shelf.last_used < now && shelf.height >= height)
            .min_by_key(|(_, shelf)| (shelf.last_used, shelf.height))?;
        for key in std::mem::take(&mut self.shelves[stale].keys) {
            self.slots.remove(&key);
        }
        self.shelves[stale].filled = 0;
        Some(stale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_share_texels() {
        let mut atlas = Atlas::new(256);
        let mut slots: Vec<Slot> = Vec::new();
        for i in 0..60u32 {
            slots.extend(atlas.insert(i, 20 + i % 17, 12 + i % 3 * 6));
        }
        assert_eq!(slots.len(), 60);
        for (i, a) in slots.iter().enumerate() {
            assert!(a.x + a.width <= 256 && a.y + a.height <= 256);
            for b in &slots[i + 1..] {
                let apart =
                    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn what_is_in_use_stays_and_what_is_not_gives_way() {
        let mut atlas = Atlas::new(64);
        // Four shelves of 16 with two words each.
        for i in 0..8 {
            assert!(atlas.insert(i, 30, 15).is_some());
        }
        assert_eq!(atlas.insert(8, 30, 15), None, "all of this frame");
        atlas.begin_frame();
        for i in 2..8 {
            assert!(atlas.find(&i).is_some());
        }
        assert!(atlas.insert(8, 30, 15).is_some());
        assert_eq!((atlas.find(&0), atlas.find(&1)), (None, None));
        assert!(atlas.find(&5).is_some());
    }
}
