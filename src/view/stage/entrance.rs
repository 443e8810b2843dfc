//! The way onto the stage and back.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::hooks::focus_of;
use super::keys::Focus;
use super::show::Show;
use super::state::{Cue, Stage};
use crate::platform::page::now;
use crate::view::store::{Message, Send, Store};

/// The page's state in a component's properties: compared by what the stage shows of it.
#[derive(Clone)]
pub struct House(pub Store);

impl PartialEq for House {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        Rc::ptr_eq(&a.workspace, &b.workspace) && a.on_stage == b.on_stage && a.language() == b.language()
    }
}

#[derive(Properties, PartialEq)]
pub struct EntranceProps {
    pub house: House,
    pub send: Send,
}

/// Listens for the keys that begin a presentation, and keeps where the last one was left.
#[component]
pub fn Entrance(props: &EntranceProps) -> Html {
    let EntranceProps { house, send } = props;
    let store = &house.0;
    let on_stage = store.on_stage;
    // The presentation that was left, and whether the next one goes on from there.
    let left = use_mut_ref(|| None::<Stage>);
    let resumes = use_mut_ref(|| false);

    let has_script = !store.workspace.script().is_empty();
    use_effect_with((on_stage, has_script, send.clone()), {
        let resumes = resumes.clone();
        move |(on_stage, has_script, send)| {
            let (has_script, send) = (*has_script, send.clone());
            let options = EventListenerOptions::enable_prevent_default();
            let listener = (!on_stage).then(|| {
                EventListener::new_with_options(&document(), "keydown", options, move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if begins(event, has_script) {
                        event.prevent_default();
                        resumes.replace(event.shift_key());
                        send.emit(Message::Stage(true));
                    }
                })
            });
            move || drop(listener)
        }
    });
    // Whoever leaves the stage stands before its door.
    let was = use_mut_ref(|| false);
    use_effect_with(on_stage, move |&on_stage| {
        if was.replace(on_stage) && !on_stage {
            let door = document().get_element_by_id("present");
            // An element that cannot take the focus leaves it where it is.
            let _ = door.and_then(|door| door.dyn_into::<HtmlElement>().ok()).map(|door| door.focus());
        }
    });

    if !on_stage {
        return html! {};
    }
    let goes_on = resumes.replace(false);
    let begun = left.borrow().clone().filter(|_| goes_on).map(|stage| stage.with_script(&store.workspace));
    let stage = begun.unwrap_or_else(|| {
        let stage = Stage::new(&store.workspace, store.plan.years, now());
        store.stage_from.map_or(stage.clone(), |at| stage.after(Cue::GoTo(at)))
    });
    let on_leave = {
        let send = send.clone();
        Callback::from(move |stage: Stage| {
            left.replace(Some(stage));
            send.emit(Message::Stage(false));
        })
    };
    html! { <Show house={house.clone()} {stage} {on_leave} /> }
}

/// Whether a key begins the presentation: P, or where there is a script the start button of a clicker.
fn begins(event: &KeyboardEvent, has_script: bool) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() || event.repeat() {
        return false;
    }
    match event.key().as_str() {
        "p" | "P" => focus_of(event) != Focus::Field,
        "F5" => has_script,
        _ => false,
    }
}
