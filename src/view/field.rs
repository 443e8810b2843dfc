//! A number field: text with a draft of its own, so that nothing is rewritten while it is being typed.

use yew::prelude::*;

use super::draft::use_draft;
use crate::catalogue::notices::entry_problem;
use crate::text::Language;
use crate::workspace::parse_entry;

#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The element's id; the message's is derived from it.
    pub id: AttrValue,
    /// What the number is, for those who do not see where it stands.
    pub label: AttrValue,
    /// The present value as shown.
    pub value: AttrValue,
    pub language: Language,
    /// Takes a number, or says why not.
    pub commit: Callback<f64, Result<(), String>>,
    #[prop_or_default]
    pub class: Classes,
}

/// Enter and leaving the field commit, Escape takes back; nothing is committed while an input method composes.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let typing = use_draft({
        let (commit, language) = (props.commit.clone(), props.language);
        move |text: &str| match parse_entry(text) {
            Ok(number) => commit.emit(number),
            Err(problem) => Err(entry_problem(problem, language).to_owned()),
        }
    });
    let message_id = format!("{}-message", props.id);
    let (shown, message) = (typing.shown(&props.value), typing.message());
    let long = shown.chars().count() > 6;
    let invalid = message.is_some();
    html! {
        <span class={classes!("field", props.class.clone())}>
            <input
                id={props.id.clone()}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                aria-label={props.label.clone()}
                aria-invalid={invalid.then_some("true")}
                aria-describedby={invalid.then(|| message_id.clone())}
                data-typing={typing.is_under_way().then_some("true")}
                class={classes!(long.then_some("long"))}
                value={shown}
                oninput={typing.on_input()}
                onkeydown={typing.on_key(true, false)}
                onblur={typing.on_blur()}
            />
            if let Some(message) = message {
                <span class="field-message" id={message_id} role="alert">{ message }</span>
            }
        </span>
    }
}
