//! The keys of the stage, in one table that also tells of them.

use crate::catalogue::{notes, stage as words};
use crate::text::Text;

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    Next,
    Previous,
    First,
    Last,
    /// The button of a clicker that starts the presentation.
    Start,
    Play,
    Levers,
    Return,
    Guess,
    WhatIf,
    Beside,
    Picture,
    Black,
    Notes,
    FullScreen,
    Help,
    Escape,
}

/// A line of the table: what it is, the keys (as the browser names them, letters small), how they are written.
pub struct Entry {
    pub order: Order,
    keys: &'static [&'static str],
    pub written: Text,
    pub meaning: Text,
}

const fn entry(order: Order, keys: &'static [&'static str], written: Text, meaning: Text) -> Entry {
    Entry { order, keys, written, meaning }
}

/// All keys, in the order in which they are explained.
pub const KEYS: [Entry; 17] = [
    entry(Order::Next, &["ArrowRight", "ArrowDown", "PageDown"], Text::same("→  ↓  PgDn"), words::NEXT),
    entry(Order::Previous, &["ArrowLeft", "ArrowUp", "PageUp"], Text::same("←  ↑  PgUp"), words::PREVIOUS),
    entry(Order::First, &["Home"], Text::same("Home"), words::FIRST),
    entry(Order::Last, &["End"], Text::same("End"), words::LAST),
    entry(Order::Start, &["F5"], Text::same("F5"), words::START),
    entry(Order::Play, &[" "], Text::new("空格", "Space"), words::PLAY_OR_PAUSE),
    entry(Order::Levers, &["l"], Text::same("L"), words::IMPROVISE),
    entry(Order::Return, &["r"], Text::same("R"), words::RETURN),
    entry(Order::Guess, &["g"], Text::same("G"), words::GUESS_KEY),
    entry(Order::WhatIf, &["w"], Text::same("W"), words::WHAT_IF_KEY),
    entry(Order::Beside, &["s"], Text::same("S"), words::SIDE_BY_SIDE),
    entry(Order::Picture, &["v"], Text::same("V"), words::NEXT_PICTURE),
    entry(Order::Black, &[".", "。", "b"], Text::same("B  ."), words::BLACK),
    entry(Order::Notes, &["n"], Text::same("N"), notes::NOTES_KEY),
    entry(Order::FullScreen, &["f"], Text::same("F"), words::FULL_SCREEN),
    entry(Order::Help, &["?", "h"], Text::same("?  H"), words::HELP),
    entry(Order::Escape, &["Escape"], Text::same("Esc"), words::LEAVE),
];

/// Where the focus is when a key is pressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// On nothing that has a use for keys.
    Stage,
    Button,
    /// On a slider, which moves by arrows.
    Slider,
    /// In a field that takes letters.
    Field,
}

/// What a key asks for, if the element that has the focus has no use of its own for it.
pub fn order(key: &str, focus: Focus) -> Option<Order> {
    let key = if key.len() == 1 { key.to_ascii_lowercase() } else { key.to_owned() };
    let order = KEYS.iter().find(|entry| entry.keys.contains(&key.as_str()))?.order;
    let own = match focus {
        Focus::Stage => false,
        Focus::Button => order == Order::Play,
        Focus::Slider => matches!(order, Order::Next | Order::Previous | Order::First | Order::Last),
        Focus::Field => !matches!(order, Order::Start | Order::Escape),
    };
    // Clickers send these two whatever has the focus.
    let clicker = focus == Focus::Slider && (key == "PageDown" || key == "PageUp");
    (!own || clicker).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_has_two_meanings() {
        let keys: Vec<&str> = KEYS.iter().flat_map(|entry| entry.keys).copied().collect();
        let different: std::collections::BTreeSet<&str> = keys.iter().copied().collect();
        assert_eq!(different.len(), keys.len());
    }

    #[test]
    fn clickers_work_whatever_has_the_focus() {
        for focus in [Focus::Stage, Focus::Button, Focus::Slider] {
            assert_eq!(order("PageDown", focus), Some(Order::Next));
            assert_eq!(order("PageUp", focus), Some(Order::Previous));
            assert_eq!(order(".", focus), Some(Order::Black));
        }
        assert_eq!(order("F5", Focus::Field), Some(Order::Start));
    }

    #[test]
    fn fields_keep_their_own_keys() {
        assert_eq!(order("b", Focus::Field), None);
        assert_eq!(order("ArrowRight", Focus::Slider), None);
        assert_eq!(order(" ", Focus::Button), None);
        assert_eq!(order("B", Focus::Stage), Some(Order::Black));
        assert_eq!(order("Escape", Focus::Field), Some(Order::Escape));
        assert_eq!(order("x", Focus::Stage), None);
    }
}
