//! Sorting that is small to download.

use std::cmp::Ordering;

/// Sorts by `order`; equal items keep theirs. O(n log n).
///
/// The standard library's sort is compiled anew, to some five kilobytes, for every type that it sorts. This one is compiled once,
/// and costs an indirect call for each comparison: for lists that the guide sorts once in a while.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    for (a, b) in swaps(sorted(items.len(), &|a, b| order(&items[a], &items[b]))) {
        items.swap(a, b);
    }
}

/// Sorts by a key; items with equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts indices of something, and drops those that come twice.
pub fn sort_once(indices: &mut Vec<usize>) {
    sort_by_key(indices, |&index| index);
    indices.dedup();
}

/// The places of so many items, as `order` has them.
pub fn sorted(items: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..items).collect();
    places.sort_by(|&a, &b| order(a, b));
    places
}

/// What to swap, one pair after the other, so that each place gets what is at the one named for it: cycle by cycle.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for first in 0..places.len() {
        let mut at = first;
        while places[at] != first {
            let from = std::mem::replace(&mut places[at], at);
            swaps.push((at, from));
            at = from;
        }
        places[at] = at;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = items;
            sort_by_key(&mut sorted, |item| item.0);
            prop_assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
