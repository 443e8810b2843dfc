//! Three hints for a first visit, dismissed for good.

use yew::prelude::*;

use super::store::{Message, Send};
use crate::catalogue::labels;
use crate::text::Language;

#[derive(Properties, PartialEq)]
pub struct HintsProps {
    pub language: Language,
    pub send: Send,
}

#[component]
pub fn Hints(props: &HintsProps) -> Html {
    let language = props.language;
    let dismiss = {
        let send = props.send.clone();
        move |_: MouseEvent| send.emit(Message::DismissHints)
    };
    html! {
        <aside class="hints" aria-label={labels::HINTS.get(language)}>
            <ol>
                <li>{ labels::HINT_LEVER.get(language) }</li>
                <li>{ labels::HINT_INDICATOR.get(language) }</li>
                <li>{ labels::HINT_REFERENCE.get(language) }</li>
            </ol>
            <button class="link" onclick={dismiss}>{ labels::DISMISS_HINTS.get(language) }</button>
        </aside>
    }
}
