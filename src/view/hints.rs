//! Three hints for a first visit, dismissed for good.

use yew::prelude::*;

use super::button;
use super::store::{Message, Send};
use crate::catalogue::labels;
use crate::text::Language;

pub fn hints(language: Language, send: &Send) -> Html {
    html! {
        <aside class="hints" aria-label={labels::HINTS.get(language)}>
            <ol>
                { for [labels::HINT_LEVER, labels::HINT_INDICATOR, labels::HINT_REFERENCE].map(|hint| html! {
                    <li>{ hint.get(language) }</li>
                }) }
            </ol>
            { button::action(labels::DISMISS_HINTS.get(language), false, send.reform(|_| Message::DismissHints)) }
        </aside>
    }
}
