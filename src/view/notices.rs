//! What of an address was not taken, and what to know about it.

use yew::prelude::*;

use super::button;
use super::store::{Message, Send};
use crate::catalogue::{labels, notices};
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{ActionError, Notice};

/// As many as can be read at a glance; the rest are counted.
const SHOWN: usize = 4;

/// A live region that stands before it is filled, so that what appears in it is read out.
pub fn notice_list(
    plan: &Plan,
    language: Language,
    parts: &[Notice],
    refusal: Option<ActionError>,
    send: &Send,
) -> Html {
    let shown = parts.iter().take(SHOWN).map(|notice| notices::wording(plan, notice, language));
    let more = parts.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| notices::more(more, language));
    let refused = refusal.map(|refusal| notices::refused(plan, refusal, language));
    let texts: Vec<String> = shown.chain(more).chain(refused).collect();
    let empty = texts.is_empty();
    html! {
        <div class={if empty { "notices empty" } else { "notices" }} role="status" aria-label={labels::NOTICES.get(language)}>
            if !empty {
                <ul>{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
                { button::action(labels::CLOSE.get(language), false, send.reform(|_| Message::DismissNotices)) }
            }
        </div>
    }
}
