//! What of an address was not taken, and what to know about it.

use std::rc::Rc;

use yew::prelude::*;

use super::store::{Message, PlanRef, Send};
use crate::catalogue::{labels, notices};
use crate::model::Refusal;
use crate::text::Language;
use crate::workspace::Notice;

/// As many as can be read at a glance; the rest are counted.
const SHOWN: usize = 4;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub plan: PlanRef,
    pub language: Language,
    pub notices: Rc<Vec<Notice>>,
    pub refusal: Option<Refusal>,
    pub send: Send,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { plan, language, notices, refusal, send } = props;
    let (plan, language) = (*plan, *language);
    let dismiss = {
        let send = send.clone();
        move |_: MouseEvent| send.emit(Message::DismissNotices)
    };
    let refused = refusal.map(|refusal| {
        let name = notices::field_name(&plan, refusal.field, language);
        format!("{name}：{}", notices::problem(&plan, refusal, language))
    });
    let texts = notices.iter().take(SHOWN).map(|notice| notices::wording(&plan, notice, language)).chain(refused);
    let more = notices.len().saturating_sub(SHOWN);
    let empty = notices.is_empty() && refusal.is_none();
    html! {
        // The live region stands before it is filled, so that what appears in it is read out.
        <div class={classes!("notices", empty.then_some("empty"))} role="status" aria-label={labels::NOTICES.get(language)}>
            if !empty {
                <ul>
                    { for texts.map(|text| html! { <li>{ text }</li> }) }
                    if more > 0 {
                        <li>{ match language {
                            Language::Zh => format!("另有 {more} 处未采用。"),
                            Language::En => format!("And {more} more parts that were not taken."),
                        } }</li>
                    }
                </ul>
                <button class="link" onclick={dismiss}>{ labels::CLOSE.get(language) }</button>
            }
        </div>
    }
}
