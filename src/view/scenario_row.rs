//! One scenario of the list.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::figure::{own_swatch, scenario_swatch};
use super::reorder::moved_by_key;
use super::store::{Message, PlanRef, Send};
use super::text_field::TextField;
use crate::catalogue::{notices, scenarios, sentences};
use crate::text::{Language, Text};
use crate::workspace::{Action, ActionError, Draft, Key};

#[derive(Properties, PartialEq)]
pub struct ScenarioRowProps {
    pub plan: PlanRef,
    pub language: Language,
    /// Its place in the list.
    pub at: usize,
    /// How many there are.
    pub count: usize,
    pub id: Key,
    pub draft: Rc<Draft>,
    pub active: bool,
    /// Whether it is among what is stored.
    pub kept: bool,
    pub overlaid: bool,
    /// Whether it is to be merged.
    pub chosen: bool,
    pub choose: Callback<(Key, bool)>,
    pub send: Send,
}

/// Whether a box is ticked now.
fn ticked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

#[component]
pub fn ScenarioRow(props: &ScenarioRowProps) -> Html {
    let ScenarioRowProps { plan, language, at, count, id, draft, active, kept, overlaid, chosen, choose, send } = props;
    let (plan, language, at, count, key) = (*plan, *language, *at, *count, *id);
    let name = sentences::scenario_name(&plan, draft).get(language).to_owned();
    let label = |action: Text| scenarios::of(action, &name, language);
    let act = |action: Action| send.reform(move |_: MouseEvent| Message::Act(action.clone()));
    let row = use_node_ref();
    // A row that moves loses the focus, and a button that has come to its end does so too.
    let refocus = use_mut_ref(|| false);
    use_effect_with(at, {
        let (row, refocus) = (row.clone(), refocus.clone());
        move |_| {
            if refocus.replace(false) {
                let button =
                    row.cast::<HtmlElement>().and_then(|row| row.query_selector(".move:enabled").ok().flatten());
                button.and_then(|button| button.dyn_into::<HtmlElement>().ok()).map(|button| button.focus());
            }
        }
    });
    let move_to = {
        let (send, refocus) = (send.clone(), refocus.clone());
        move |to: usize| {
            refocus.replace(true);
            send.emit(Message::Act(Action::Reorder(key, to)));
        }
    };
    let on_key = {
        let move_to = move_to.clone();
        move |event: KeyboardEvent| {
            if let Some(to) = moved_by_key(&event, at, count) {
                move_to(to);
            }
        }
    };
    let move_button = |text: Text, arrow: &'static str, to: Option<usize>| {
        let move_to = move_to.clone();
        let on_click = move |_: MouseEvent| to.into_iter().for_each(&move_to);
        html! {
            <button class="link move" disabled={to.is_none()} aria-label={label(text)} onclick={on_click}>{ arrow }</button>
        }
    };
    let rename = {
        let (draft, send) = (draft.clone(), send.clone());
        Callback::from(move |text: String| {
            Draft::clone(&draft).rename(&text).map_err(|problem| notices::too_long(problem, language))?;
            send.emit(Message::Act(Action::Rename(key, text)));
            Ok(())
        })
    };
    let overlay = send.reform(move |event: Event| Message::Act(Action::Overlay(key, ticked(&event))));
    let choose = choose.reform(move |event: Event| (key, ticked(&event)));
    let activate = send.reform(move |_: Event| Message::Act(Action::Activate(key)));
    let alone = count == 1;
    let why = alone.then(|| notices::beside_field(&plan, ActionError::LastScenario, language));
    html! {
        <li ref={row} class={classes!("scenario-row", active.then_some("active"))} onkeydown={on_key}>
            <input
                type="radio"
                name="scenario"
                aria-label={label(scenarios::IN_HAND)}
                checked={*active}
                onchange={activate}
            />
            <TextField
                id={format!("name-{key}")}
                label={label(scenarios::NAME)}
                value={name.clone()}
                commit={rename}
            />
            if *active {
                <span class="scenario-line">{ own_swatch() }{ scenarios::OWN_LINE.get(language) }</span>
            } else {
                <label class="scenario-line">
                    <input type="checkbox" aria-label={label(scenarios::OVERLAY)} checked={*overlaid} onchange={overlay} />
                    { scenario_swatch(at as u8) }
                    { scenarios::OVERLAY.get(language) }
                </label>
            }
            if !alone {
                <label class="scenario-merge">
                    <input type="checkbox" aria-label={label(scenarios::MERGE)} checked={*chosen} onchange={choose} />
                    { scenarios::MERGE.get(language) }
                </label>
            }
            if !*kept {
                <button class="link" aria-label={label(scenarios::KEEP)} onclick={act(Action::Keep(key))}>
                    { scenarios::KEEP.get(language) }
                </button>
            }
            { move_button(scenarios::UP, "↑", at.checked_sub(1)) }
            { move_button(scenarios::DOWN, "↓", Some(at + 1).filter(|&to| to < count)) }
            <button
                class="link"
                disabled={alone}
                title={why}
                aria-label={label(scenarios::DELETE)}
                onclick={act(Action::Delete(key))}
            >{ scenarios::DELETE.get(language) }</button>
        </li>
    }
}
