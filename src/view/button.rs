//! The page's kinds of button.

use yew::prelude::*;

/// A button that does something, written like a link.
pub fn action(label: impl Into<AttrValue>, disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    action_button(label.into(), disabled, on_click)
}

fn action_button(label: AttrValue, disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    html! { <button class="link" {disabled} onclick={on_click}>{ label }</button> }
}

/// One whose label has room for less than what it does, its name.
pub fn short_action(label: String, name: String, disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    let name = AttrValue::from(name);
    html! { <button class="link" aria-label={&name} title={name} {disabled} onclick={on_click}>{ label }</button> }
}

/// One of several choices; `title` explains it.
pub fn choice(
    class: &'static str,
    label: &'static str,
    chosen: bool,
    title: Option<&'static str>,
    on_click: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            key={label}
            {class}
            aria-pressed={if chosen { "true" } else { "false" }}
            {title}
            onclick={on_click}
        >{ label }</button>
    }
}
