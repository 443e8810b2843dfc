//! Steps back and forth: in the head and by keyboard, and the list of the last ones.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::button;
use super::store::{Message, Panel, Send, Store};
use crate::catalogue::{scenarios, steps};
use crate::text::{Language, Text};
use crate::workspace::{Action, Step};

/// As many steps as the list shows in each direction.
const SHOWN: usize = 20;

/// Undo, redo and the list's button, with what they would do.
pub fn history(store: &Store, _dark: bool, send: &Send) -> Html {
    let language = store.language();
    let history = store.workspace.history();
    let step_button = |action: Text, step: Option<&Step>, keys: &str, message: Action| {
        let title = step.map(|step| {
            scenarios::step_title(action, &steps::description(&store.plan, step, language), keys, language)
        });
        let on_click = send.reform(move |_: MouseEvent| Message::Act(message.clone()));
        html! {
            <button class="link" disabled={step.is_none()} {title} onclick={on_click}>{ action.get(language) }</button>
        }
    };
    html! {
        <>
            <Shortcuts send={send.clone()} />
            { step_button(scenarios::UNDO, history.last(), "Ctrl+Z", Action::Undo) }
            { step_button(scenarios::REDO, history.next(), "Ctrl+Shift+Z", Action::Redo) }
            <button
                class="link"
                aria-haspopup="dialog"
                aria-expanded={(store.panel == Some(Panel::History)).to_string()}
                onclick={send.reform(|_| Message::Toggle(Panel::History))}
            >{ scenarios::HISTORY.get(language) }</button>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ShortcutsProps {
    send: Send,
}

/// Undo and redo by keyboard, wherever the focus is.
#[component]
fn Shortcuts(props: &ShortcutsProps) -> Html {
    use_effect_with(props.send.clone(), |send| {
        let send = send.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if let Some(action) = shortcut(event) {
                event.prevent_default();
                send.emit(Message::Act(action));
            }
        });
        move || drop(listener)
    });
    html! {}
}

/// What a key press means, if it is one of these and no field has a use of its own for it.
fn shortcut(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
        return None;
    }
    let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Action::Undo,
        ("z", true) | ("y", false) => Action::Redo,
        _ => return None,
    };
    // What is being typed is undone by the browser, letter by letter.
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.has_attribute("data-typing"));
    (!typing).then_some(action)
}

/// The last steps, each with a way back to it, and those that can be done again.
pub fn history_list(store: &Store, send: &Send) -> Html {
    let language = store.language();
    let history = store.workspace.history();
    let times = |action: Action, times: usize| {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| (0..times).for_each(|_| send.emit(Message::Act(action.clone()))))
    };
    let row = |step: &Step, class: &'static str, on_click: Callback<MouseEvent>| {
        let label = steps::description(&store.plan, step, language);
        html! { <li {class}>{ button::action(label, false, on_click) }</li> }
    };
    let redoable: Vec<&Step> = history.redoable().take(SHOWN).collect();
    let again = redoable.iter().enumerate().rev().map(|(at, step)| row(step, "undone", times(Action::Redo, at + 1)));
    // The latest is what is there already; going back to a step undoes those after it.
    let mut done = history.undoable().take(SHOWN);
    let latest = done.next().map(|step| {
        let text = steps::description(&store.plan, step, language);
        html! { <li class="now" aria-current="step">{ text }{ now(language) }</li> }
    });
    let back = done.enumerate().map(|(at, step)| row(step, "done", times(Action::Undo, at + 1)));
    let start = history.undoable().len();
    html! {
        <>
            <button
                class="link"
                aria-pressed={store.workspace.replaying().to_string()}
                disabled={start == 0}
                onclick={send.reform(|_| Message::Act(Action::Replay))}
            >{ scenarios::REPLAY.get(language) }</button>
            <ol class="steps">
                { for again }
                { for latest }
                { for back }
                if start == 0 {
                    <li class="now" aria-current="step">{ scenarios::NO_STEPS.get(language) }</li>
                } else if start <= SHOWN {
                    <li>{ button::action(scenarios::START.get(language), false, times(Action::Undo, start)) }</li>
                }
            </ol>
        </>
    }
}

fn now(language: Language) -> Html {
    html! { <span class="muted">{ scenarios::NOW.get(language) }</span> }
}
