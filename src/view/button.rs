//! The page's two kinds of button.

use yew::prelude::*;

/// A button that does something, written like a link.
pub fn action(label: impl Into<AttrValue>, disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    action_button(label.into(), disabled, on_click)
}

fn action_button(label: AttrValue, disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    html! { <button class="link" {disabled} onclick={on_click}>{ label }</button> }
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
