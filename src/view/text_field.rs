//! A text field with a draft of its own: what is typed counts when the field is left, or on Enter.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The element's id; the message's is derived from it.
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// How many lines the field is high; Enter breaks the line where there is more than one.
    #[prop_or(1)]
    pub rows: u32,
    /// Takes the text, or says why not.
    pub commit: Callback<String, Result<(), String>>,
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
pub fn TextField(props: &TextFieldProps) -> Html {
    let draft = use_state_eq(Draft::default);
    let message_id = format!("{}-message", props.id);
    let single = props.rows == 1;
    let commit = {
        let (draft, commit, value) = (draft.clone(), props.commit.clone(), props.value.clone());
        move || {
            let Some(text) = draft.text.clone() else { return };
            let result = if text == *value { Ok(()) } else { commit.emit(text.clone()) };
            draft.set(match result {
                Ok(()) => Draft::default(),
                Err(message) => Draft { text: Some(text), message: Some(message.into()) },
            });
        }
    };
    let on_input = {
        let draft = draft.clone();
        move |event: InputEvent| {
            let Some(target) = event.target() else { return };
            let line = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
            let lines = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
            if let Some(text) = line.or_else(lines) {
                draft.set(Draft { text: Some(text), message: draft.message.clone() });
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
                "Enter" if single => commit(),
                "Escape" if draft.text.is_some() => {
                    // The first Escape takes back what was typed, and only the next one closes what is around.
                    event.stop_propagation();
                    draft.set(Draft::default());
                }
                _ => {}
            }
        }
    };
    let on_blur = move |_: FocusEvent| commit();
    let typing = draft.text.is_some().then_some("true");
    let shown = draft.text.clone().map_or_else(|| props.value.clone(), AttrValue::from);
    let invalid = draft.message.is_some();
    let described = invalid.then(|| message_id.clone());
    let invalid = invalid.then_some("true");
    html! {
        <span class={classes!("text-field", props.class.clone())}>
            if single {
                <input
                    id={props.id.clone()}
                    type="text"
                    autocomplete="off"
                    aria-label={props.label.clone()}
                    placeholder={props.placeholder.clone()}
                    aria-invalid={invalid}
                    aria-describedby={described}
                    data-typing={typing}
                    value={shown}
                    oninput={on_input}
                    onkeydown={on_key}
                    onblur={on_blur}
                />
            } else {
                <textarea
                    id={props.id.clone()}
                    rows={props.rows.to_string()}
                    aria-label={props.label.clone()}
                    placeholder={props.placeholder.clone()}
                    aria-invalid={invalid}
                    aria-describedby={described}
                    data-typing={typing}
                    value={shown}
                    oninput={on_input}
                    onkeydown={on_key}
                    onblur={on_blur}
                />
            }
            if let Some(message) = draft.message.clone() {
                <span class="field-message" id={message_id} role="alert">{ message }</span>
            }
        </span>
    }
}
