//! Rows that the keyboard moves.

use yew::prelude::*;

/// Where Alt with an arrow takes the row `at` of `count`, if anywhere; the browser does nothing more with the key.
pub fn moved_by_key(event: &KeyboardEvent, at: usize, count: usize) -> Option<usize> {
    let to = match event.key().as_str() {
        "ArrowUp" if event.alt_key() => at.checked_sub(1),
        "ArrowDown" if event.alt_key() => Some(at + 1).filter(|&to| to < count),
        _ => return None,
    };
    event.prevent_default();
    to
}
