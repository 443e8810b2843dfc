//! What is made while the page goes on: the button for it, how far it has come, and the one that gives it up.

use yew::prelude::*;

use super::button;
use crate::catalogue::desk;
use crate::text::{Language, Text};

/// How far something has come.
#[derive(Clone, Copy, PartialEq)]
pub enum Making {
    Idle,
    /// From 0 to 1, where that is known.
    UnderWay(Option<f64>),
    Failed,
}

/// `failed` is what is said where it could not be made.
pub fn maker(
    label: String,
    making: Making,
    failed: Text,
    language: Language,
    [make, cancel]: [Callback<MouseEvent>; 2],
) -> Html {
    let at_work = matches!(making, Making::UnderWay(_));
    let said = match making {
        Making::Idle => String::new(),
        Making::UnderWay(Some(part)) => desk::making(part, language),
        Making::UnderWay(None) => desk::BEING_MADE.get(language).to_owned(),
        Making::Failed => failed.get(language).to_owned(),
    };
    html! {
        <>
            { button::action(label, at_work, make) }
            <span class="muted" role="status">{ said }</span>
            if at_work {
                { button::action(desk::CANCEL.get(language), false, cancel) }
            }
        </>
    }
}
