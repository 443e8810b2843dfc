//! A text field with a draft of its own: what is typed counts when the field is left, or on Enter.

use yew::prelude::*;

use super::draft::use_draft;

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

/// Enter and leaving the field commit, Escape takes back; nothing is committed while an input method composes.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let typing = use_draft({
        let (commit, value) = (props.commit.clone(), props.value.clone());
        move |text: &str| if text == &*value { Ok(()) } else { commit.emit(text.to_owned()) }
    });
    let message_id = format!("{}-message", props.id);
    let single = props.rows == 1;
    let (shown, message) = (typing.shown(&props.value), typing.message());
    let (on_input, on_key, on_blur) = (typing.on_input(), typing.on_key(single, true), typing.on_blur());
    let under_way = typing.is_under_way().then_some("true");
    let invalid = message.is_some();
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
                    data-typing={under_way}
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
                    data-typing={under_way}
                    value={shown}
                    oninput={on_input}
                    onkeydown={on_key}
                    onblur={on_blur}
                />
            }
            if let Some(message) = message {
                <span class="field-message" id={message_id} role="alert">{ message }</span>
            }
        </span>
    }
}
