//! What is made while the page goes on: the button for it, how far it has come, and the one that gives it up.

use std::cell::RefCell;
use std::rc::Rc;

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

/// Begins anew; what it returns says whether that is still going on, neither given up nor begun again.
pub fn begin(making: &Rc<RefCell<Option<Rc<()>>>>) -> impl Fn() -> bool + use<> {
    let (making, token) = (making.clone(), Rc::new(()));
    making.replace(Some(token.clone()));
    move || making.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, &token))
}

/// Gives up what is under way.
pub fn give_up<T: 'static>(stage: &UseStateHandle<Making>, making: &Rc<RefCell<Option<T>>>) -> Callback<MouseEvent> {
    let (stage, making) = (stage.setter(), making.clone());
    Callback::from(move |_| {
        making.replace(None);
        stage.set(Making::Idle);
    })
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
