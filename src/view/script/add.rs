//! The button that adds what is shown as a scene.

use std::rc::Rc;

use yew::prelude::*;

use super::{edit, view_as_scene};
use crate::catalogue::script as words;
use crate::text::Language;
use crate::view::findings::Spread;
use crate::view::store::Send;
use crate::workspace::{MAX_SCENES, ScriptEdit, Workspace};

#[derive(Properties, PartialEq)]
pub struct AddProps {
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub spread: Spread,
    pub send: Send,
}

#[component]
pub fn Add(props: &AddProps) -> Html {
    let AddProps { language, workspace, spread, send } = props;
    let language = *language;
    // How many scenes there were once this button added one.
    let added = use_state_eq(|| None::<usize>);
    let count = workspace.script().len();
    let on_click = {
        let (workspace, spread, added) = (workspace.clone(), *spread, added.setter());
        send.reform(move |_: MouseEvent| {
            added.set(Some(count + 1));
            edit(ScriptEdit::Add(vec![view_as_scene(&workspace, spread)]))
        })
    };
    let message = added.filter(|&added| added == count).map(|added| words::added(added, language));
    html! {
        <>
            <button
                class="link add-scene"
                disabled={count >= MAX_SCENES}
                aria-label={words::ADD.get(language)}
                title={words::ADD_HINT.get(language)}
                onclick={on_click}
            >{ "＋" }</button>
            <span class="unseen" role="status">{ message.unwrap_or_default() }</span>
        </>
    }
}
