//! One scene of the list: what it shows, its place, and its fields where they are open.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::form::Form;
use super::{edit, name_of};
use crate::catalogue::{scenarios, script as words};
use crate::text::{Language, Text};
use crate::view::reorder::moved_by_key;
use crate::view::store::{Message, PlanRef, Send};
use crate::workspace::{Key, Reference, Scene, ScriptEdit, Workspace};

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub plan: PlanRef,
    pub language: Language,
    /// Its place in the script.
    pub at: usize,
    /// How many there are.
    pub count: usize,
    pub scene: Scene,
    pub workspace: Rc<Workspace>,
    /// Whether its fields are shown.
    pub open: bool,
    /// Opens or closes the fields of the scene at a place.
    pub toggle: Callback<usize>,
    pub send: Send,
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { plan, language, at, count, scene, workspace, open, toggle, send } = props;
    let (plan, language, at, count, open) = (*plan, *language, *at, *count, *open);
    let row = use_node_ref();
    let label = |action: Text| words::of_scene(action, at, language);
    let move_to = {
        let (send, row, toggle) = (send.clone(), row.clone(), toggle.clone());
        move |to: usize| {
            send.emit(edit(ScriptEdit::Move(at, to)));
            // The fields and the focus go with the scene.
            if open {
                toggle.emit(to);
            }
            focus_on(&row, to);
        }
    };
    let on_key = {
        let move_to = move_to.clone();
        move |event: KeyboardEvent| {
            moved_by_key(&event, at, count).into_iter().for_each(&move_to);
        }
    };
    let move_button = |text: Text, arrow: &'static str, to: Option<usize>| {
        let move_to = move_to.clone();
        let on_click = move |_: MouseEvent| to.into_iter().for_each(&move_to);
        html! {
            <button class="link move" disabled={to.is_none()} aria-label={label(text)} onclick={on_click}>{ arrow }</button>
        }
    };
    let name = |reference: Reference<Key>| {
        let name = name_of(&plan, workspace, reference, language);
        match reference {
            Reference::Scenario(key) if workspace.find(key).is_none() => name + words::GONE.get(language),
            _ => name,
        }
    };
    let beside = scene.beside.map(name);
    let summary = words::summary(&plan, scene, &name(scene.scenario), beside.as_deref(), language);
    let fields = if open { words::DONE } else { words::EDIT };
    let remove = {
        let (send, toggle) = (send.clone(), toggle.clone());
        move |_: MouseEvent| {
            if open {
                toggle.emit(at);
            }
            send.emit(edit(ScriptEdit::Remove(at)));
        }
    };
    html! {
        <li ref={row} class={classes!("scene-row", open.then_some("active"))} onkeydown={on_key}>
            <div class="scene-head">
                <span class="scene-place">{ at + 1 }</span>
                <p class="scene-title">
                    <strong>{ words::title(&plan, scene, language) }</strong>
                    <span class="muted">{ summary }</span>
                </p>
                <span class="scene-actions">
                    { move_button(scenarios::UP, "↑", at.checked_sub(1)) }
                    { move_button(scenarios::DOWN, "↓", Some(at + 1).filter(|&to| to < count)) }
                    <button
                        class="link"
                        aria-expanded={open.to_string()}
                        aria-label={label(fields)}
                        onclick={toggle.reform(move |_| at)}
                    >{ fields.get(language) }</button>
                    <button
                        class="link"
                        aria-label={label(words::START_HERE)}
                        onclick={send.reform(move |_| Message::StageFrom(at))}
                    >{ words::START_HERE.get(language) }</button>
                    <button class="link" aria-label={label(scenarios::DELETE)} onclick={remove}>
                        { scenarios::DELETE.get(language) }
                    </button>
                </span>
            </div>
            if open {
                <Form {plan} {language} {at} scene={scene.clone()} workspace={workspace.clone()} send={send.clone()} />
            }
        </li>
    }
}

/// Focuses what moves the row at a place of the same list.
fn focus_on(row: &NodeRef, place: usize) {
    let list = row.cast::<HtmlElement>().and_then(|row| row.parent_element());
    let there = list.and_then(|list| list.children().item(place as u32));
    let button = there.and_then(|row| row.query_selector(".move").ok().flatten());
    // A button at its end takes no focus, and the other one does.
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let _ = button.map(|button| button.focus());
}
