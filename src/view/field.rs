//! A number field: text with a draft of its own, so that nothing is rewritten while it is being typed.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

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

/// What is being typed, and what is wrong with it.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    text: Option<String>,
    message: Option<AttrValue>,
}

/// Enter and leaving the field commit, Escape takes back; nothing is committed while an input method composes.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let draft = use_state_eq(Draft::default);
    let message_id = format!("{}-message", props.id);

    let commit = {
        let (draft, commit, language) = (draft.clone(), props.commit.clone(), props.language);
        move || {
            let Some(text) = draft.text.clone() else { return };
            let result = match parse_entry(&text) {
                Ok(number) => commit.emit(number),
                Err(problem) => Err(entry_problem(problem, language).to_owned()),
            };
            draft.set(match result {
                Ok(()) => Draft::default(),
                Err(message) => Draft { text: Some(text), message: Some(message.into()) },
            });
        }
    };
    let on_input = {
        let draft = draft.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                draft.set(Draft { text: Some(input.value()), message: draft.message.clone() });
            }
        }
    };
    let on_key = {
        let (draft, commit) = (draft.clone(), commit.clone());
        move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => commit(),
                "Escape" => draft.set(Draft::default()),
                _ => {}
            }
        }
    };
    let on_blur = move |_: FocusEvent| commit();

    let shown = draft.text.clone().map_or_else(|| props.value.clone(), AttrValue::from);
    let long = shown.chars().count() > 6;
    let invalid = draft.message.is_some();
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
                data-typing={draft.text.is_some().then_some("true")}
                class={classes!(long.then_some("long"))}
                value={shown}
                oninput={on_input}
                onkeydown={on_key}
                onblur={on_blur}
            />
            if let Some(message) = draft.message.clone() {
                <span class="field-message" id={message_id} role="alert">{ message }</span>
            }
        </span>
    }
}
