//! Sorting for a few items.

/// Sorts a dozen items or so by insertion, equal ones staying in order; `precedes` says whether the first belongs
/// before the second. The standard sort is made for many more, and takes 4 kB of code for each kind of item.
pub fn sort_few<T>(items: &mut [T], precedes: impl Fn(&T, &T) -> bool) {
    for start in 1..items.len() {
        let mut at = start;
        while at > 0 && precedes(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_leaves_equals_in_order() {
        let mut items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort_few(&mut items, |a, b| a.0 < b.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        sort_few(&mut [] as &mut [i32], |a, b| a < b);
    }
}
