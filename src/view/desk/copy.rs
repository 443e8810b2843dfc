//! A button that copies, and says whether that went well.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::catalogue::desk;
use crate::platform::clipboard;
use crate::text::{Language, Text};
use crate::view::button;

#[derive(Properties, PartialEq)]
pub struct CopyButtonProps {
    pub label: AttrValue,
    pub language: Language,
    /// What is copied: a text, and the same as HTML for programs that take it.
    pub content: Callback<(), (String, Option<String>)>,
}

#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { label, language, content } = props;
    let copied = use_state_eq(|| None::<bool>);
    let on_click = {
        let (content, setter) = (content.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (text, html) = content.emit(());
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(clipboard::copy(text, html).await)) });
        })
    };
    html! {
        <>
            { button::action(label.clone(), false, on_click) }
            { told(*copied, desk::NOT_COPIED, *language) }
        </>
    }
}

/// Whether something was copied, or what to do instead; nothing before it was tried.
pub fn told(copied: Option<bool>, instead: Text, language: Language) -> Html {
    let text = copied.map_or("", |copied| if copied { desk::COPIED } else { instead }.get(language));
    html! { <span class="muted" role="status">{ text }</span> }
}
