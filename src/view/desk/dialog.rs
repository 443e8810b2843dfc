//! A dialog beside the panes, which stay within reach: Escape and its button close it.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::catalogue::labels;
use crate::text::{Language, Text};
use crate::view::button;

#[derive(Properties, PartialEq)]
pub struct DialogPaneProps {
    pub title: Text,
    pub language: Language,
    pub close: Callback<()>,
    pub children: Html,
}

/// Takes the keyboard when it opens and gives it back when it closes.
#[component]
pub fn DialogPane(props: &DialogPaneProps) -> Html {
    let DialogPaneProps { title, language, close, children } = props;
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        let before = gloo::utils::document().active_element();
        if let Some(dialog) = node.cast::<HtmlElement>() {
            // An element that cannot take the focus leaves it where it is.
            let _ = dialog.focus();
        }
        move || {
            if let Some(before) = before.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok())
            {
                let _ = before.focus();
            }
        }
    });
    let on_key = {
        let close = close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                close.emit(());
            }
        }
    };
    html! {
        <div ref={node} class="dialog" role="dialog" aria-label={title.get(*language)} tabindex="-1" onkeydown={on_key}>
            <div class="dialog-head">
                <h2>{ title.get(*language) }</h2>
                { button::action(labels::CLOSE.get(*language), false, close.reform(|_| ())) }
            </div>
            { children.clone() }
        </div>
    }
}
